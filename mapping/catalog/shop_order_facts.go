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
		source("orderNumber", mapping.KindNumber, "twin of internalId", func(p *shopOrder) mapping.Value { return id(p.OrderNumber) }),
		sourceText("vendorOrderNumber", "twin of id", func(p *shopOrder) string { return p.VendorOrderNumber }),
		sourceText("publicUid", "twin of id", func(p *shopOrder) string { return p.PublicUID }),
		source("createTimestamp", mapping.KindInstant, "twin of createDate", func(p *shopOrder) mapping.Value { return instant(p.CreateTimestamp.Time) }),
		source("updateTimestamp", mapping.KindInstant, "twin of updateDate", func(p *shopOrder) mapping.Value { return instant(p.UpdateTimestamp.Time) }),
		source("ticket", mapping.KindNumber, "signed mark of the shop's own", func(p *shopOrder) mapping.Value { return id(p.Ticket) }),
		source("updateDate", mapping.KindInstant, "last change", func(p *shopOrder) mapping.Value { return instant(p.UpdateDate.Time) }),
		sourceText("customerGroup", "name of the customer group", func(p *shopOrder) string { return p.CustomerGroup }),
		source("customerGroupId", mapping.KindNumber, "id of the customer group, 0 is General", func(p *shopOrder) mapping.Value { return integer(p.CustomerGroupID) }),
		sourceAmount("subtotalWithoutTax", "subtotal without taxes", func(p *shopOrder) *ecwid.Amount { return p.SubtotalWithoutTax }),
		sourceAmount("totalWithoutTax", "total without taxes", func(p *shopOrder) *ecwid.Amount { return p.TotalWithoutTax }),
		sourceAmount("usdTotal", "total in US dollars", func(p *shopOrder) *ecwid.Amount { return p.USDTotal }),
		sourceAmount("refundedAmount", "money given back", func(p *shopOrder) *ecwid.Amount { return p.RefundedAmount }),
		sourceText("paymentSubtype", "kind of payment, such as the card", func(p *shopOrder) string { return p.PaymentSubtype }),
		sourceBool("withdrawalRequested", "the buyer wants to withdraw", func(p *shopOrder) bool { return p.WithdrawalRequested }),
		sourceBool("shippingLabelAvailableForShipment", "a label can be bought", func(p *shopOrder) bool { return p.ShippingLabelAvailable }),
		sourceText("customerUserAgent", "program of the buyer", func(p *shopOrder) string { return p.CustomerUserAgent }),
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
		sourceList("utmData", "campaign that brought the buyer, as {timestamp, source, campaign, medium, mcEid, mcCid}",
			func(p *shopOrder) []ecwid.UTMData { return p.UTMData }, campaign),
		sourceList("utmDataSets", "campaigns of all visits, as utmData", func(p *shopOrder) []ecwid.UTMData { return p.UTMDataSets }, campaign),
		sourceList("shipments", "labels that were bought, as {id, created}; what carriers add has no fixed form", func(p *shopOrder) []ecwid.Shipment { return p.Shipments },
			func(s *ecwid.Shipment) mapping.Value {
				return object(textPair("id", s.ID), textPair("created", s.Created))
			}),
		sourceList("availableShippingOptions", "ways of delivery of a calculated order, as the fields of shippingOption",
			func(p *shopOrder) []ecwid.ShippingOption { return p.AvailableShippingOptions }, wholeShippingOption()),
		sourceList("availableTaxes", "taxes of a calculated order, as {id, name, enabled, includeInPrice, useShippingAddress, taxShipping, appliedByDefault, defaultTax, rules}; rules as {zoneId, tax}",
			func(p *shopOrder) []ecwid.Tax { return p.AvailableTaxes }, shopTax),
	}
}

func campaign(u *ecwid.UTMData) mapping.Value {
	return object(textPair("timestamp", u.Timestamp), textPair("source", u.Source), textPair("campaign", u.Campaign), textPair("medium", u.Medium),
		textPair("mcEid", u.MCEID), textPair("mcCid", u.MCCID))
}

func shopTax(t *ecwid.Tax) mapping.Value {
	return object(pair("id", id(t.ID)), textPair("name", t.Name), pair("enabled", mapping.Bool(t.Enabled)), pair("includeInPrice", mapping.Bool(t.IncludeInPrice)),
		pair("useShippingAddress", mapping.Bool(t.UseShippingAddress)), pair("taxShipping", mapping.Bool(t.TaxShipping)),
		pair("appliedByDefault", mapping.Bool(t.AppliedByDefault)), pair("defaultTax", shopAmount(&t.DefaultTax)),
		pair("rules", records(t.Rules, func(r *ecwid.TaxRule) mapping.Value {
			return object(textPair("zoneId", r.ZoneID), pair("tax", shopAmount(&r.Tax)))
		})))
}
