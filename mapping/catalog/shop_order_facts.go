package catalog

import (
	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
)

// shopOrderFacts are the fields that only the shop writes.
func shopOrderFacts() []mapping.SourceField[shopOrder] {
	return []mapping.SourceField[shopOrder]{
		sourceText("id", "public id with prefix and suffix, as everybody sees it", func(p *shopOrder) string { return string(p.ID) }),
		source("internalId", mapping.KindNumber, "numeric key", func(p *shopOrder) mapping.Value { return id(p.InternalID) }),
		source("updateDate", mapping.KindInstant, "last change", func(p *shopOrder) mapping.Value { return instant(p.UpdateDate.Time) }),
		sourceText("customerGroup", "name of the customer group", func(p *shopOrder) string { return p.CustomerGroup }),
		source("customerGroupId", mapping.KindNumber, "id of the customer group, 0 is General", func(p *shopOrder) mapping.Value { return integer(p.CustomerGroupID) }),
		source("subtotalWithoutTax", mapping.KindNumber, "subtotal without taxes", func(p *shopOrder) mapping.Value { return shopAmount(p.SubtotalWithoutTax) }),
		source("totalWithoutTax", mapping.KindNumber, "total without taxes", func(p *shopOrder) mapping.Value { return shopAmount(p.TotalWithoutTax) }),
		source("usdTotal", mapping.KindNumber, "total in US dollars", func(p *shopOrder) mapping.Value { return shopAmount(p.USDTotal) }),
		source("refundedAmount", mapping.KindNumber, "money given back", func(p *shopOrder) mapping.Value { return shopAmount(p.RefundedAmount) }),
		sourceText("paymentSubtype", "kind of payment, such as the card", func(p *shopOrder) string { return p.PaymentSubtype }),
		sourceBool("withdrawalRequested", "the buyer wants to withdraw", func(p *shopOrder) bool { return p.WithdrawalRequested }),
		sourceBool("shippingLabelAvailableForShipment", "a label can be bought", func(p *shopOrder) bool { return p.ShippingLabelAvailable }),
		sourceText("customerUserAgent", "program of the buyer", func(p *shopOrder) string { return p.CustomerUserAgent }),
		source("shippingOption.discountedShippingRate", mapping.KindNumber, "cost of shipping after discounts", func(p *shopOrder) mapping.Value {
			if p.ShippingOption == nil {
				return mapping.Absent()
			}
			return shopAmount(p.ShippingOption.DiscountedRate)
		}),
	}
}

// shopOrderRecords are records around the order.
func shopOrderRecords() []mapping.SourceField[shopOrder] {
	return []mapping.SourceField[shopOrder]{
		sourceList("refunds", "money given back, as {date, source, reason, amount}", func(p *shopOrder) []ecwid.Refund { return p.Refunds },
			func(f *ecwid.Refund) mapping.Value {
				return object(pair("date", instant(f.Date.Time)), textPair("source", f.Source), textPair("reason", f.Reason), pair("amount", shopAmount(&f.Amount)))
			}),
		sourceList("invoices", "tax invoices, as {id, created, link, type}", func(p *shopOrder) []ecwid.Invoice { return p.Invoices },
			func(i *ecwid.Invoice) mapping.Value {
				return object(textPair("id", i.ID), pair("created", instant(i.Created.Time)), textPair("link", i.Link), textPair("type", i.Type))
			}),
		sourceList("predictedPackage", "what the shop expects to send, as {height, width, length, weight, declaredValue}",
			func(p *shopOrder) []ecwid.Package { return p.PredictedPackage },
			func(k *ecwid.Package) mapping.Value {
				return object(pair("height", shopAmount(&k.Height)), pair("width", shopAmount(&k.Width)), pair("length", shopAmount(&k.Length)),
					pair("weight", shopAmount(&k.Weight)), pair("declaredValue", shopAmount(&k.DeclaredValue)))
			}),
		sourceList("utmData", "campaign that brought the buyer, as {source, campaign, medium}", func(p *shopOrder) []ecwid.UTMData { return p.UTMData },
			func(u *ecwid.UTMData) mapping.Value {
				return object(textPair("source", u.Source), textPair("campaign", u.Campaign), textPair("medium", u.Medium))
			}),
	}
}
