package catalog

import (
	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

// posOrderNumbers are what names an order, and how it is paid.
func posOrderNumbers() []mapping.SourceField[posOrder] {
	return []mapping.SourceField[posOrder]{
		source("id", mapping.KindNumber, "id of the order", func(p *posOrder) mapping.Value { return id(p.ID) }),
		source("ordernumber", mapping.KindNumber, "number, none until the order is completed", func(p *posOrder) mapping.Value { return id(p.Number) }),
		sourceText("ordernumber_prefix", "prefix of the number", func(p *posOrder) string { return p.NumberPrefix }),
		sourceText("ordernumber_full", "number as people see it", func(p *posOrder) string { return p.NumberFull }),
		source("create_date", mapping.KindInstant, "made at", func(p *posOrder) mapping.Value { return instant(p.Created.Time) }),
		sourceText("transaction_id", "latest transaction at the payment provider", func(p *posOrder) string { return p.TransactionID }),
		source("paymethod_id", mapping.KindNumber, "payment method, none for orders of the API", func(p *posOrder) mapping.Value { return id(p.PayMethodID) }),
		sourceText("paymethod", "machine name of the payment method", func(p *posOrder) string { return p.PayMethod }),
		sourceText("paymethod_label", "name of the payment method", func(p *posOrder) string { return p.PayMethodLabel }),
		sourceText("delivery_option", "way of delivery at the carrier: PG, PGE, DHDLE", func(p *posOrder) string { return p.DeliveryOption }),
		sourceText("track_and_trace_deeplink", "web address of the tracking", func(p *posOrder) string { return p.TrackingLink }),
		sourceText("packing_slip_deeplink", "web address of the packing slip", func(p *posOrder) string { return p.PackingSlipLink }),
		sourceText("basket_href", "web address of an open basket", func(p *posOrder) string { return p.BasketHref }),
		sourceText("checkout_href", "web address of the checkout of an open basket", func(p *posOrder) string { return p.CheckoutHref }),
	}
}

// posOrderTotals are amounts that the POS computes.
func posOrderTotals() []mapping.SourceField[posOrder] {
	return []mapping.SourceField[posOrder]{
		sourceNumber("total_price", "what the buyer pays", func(p *posOrder) decimal.Decimal { return p.TotalPrice.Decimal }),
		sourceNumber("total_tax", "VAT in it", func(p *posOrder) decimal.Decimal { return p.TotalTax.Decimal }),
		sourceNumber("total_orderrow_price", "the rows; contains shipping, whatever its name says", func(p *posOrder) decimal.Decimal { return p.TotalRows.Decimal }),
		sourceNumber("total_discounts", "discounts", func(p *posOrder) decimal.Decimal { return p.TotalDiscounts.Decimal }),
		sourceNumber("total_weight", "weight in kilograms", func(p *posOrder) decimal.Decimal { return p.TotalWeight.Decimal }),
		sourceNumber("shipping_tax_percentage", "VAT percentage of shipping", func(p *posOrder) decimal.Decimal { return p.ShippingTaxPercentage.Decimal }),
		sourceNumber("credit_point_discount", "discount for loyalty points", func(p *posOrder) decimal.Decimal { return p.CreditPointDiscount.Decimal }),
		sourceText("extra_payment_option", "extra option of the payment", func(p *posOrder) string { return p.ExtraPaymentOption }),
		sourceAmount("extra_payment_option_price", "what the extra option costs", func(p *posOrder) *salespos.Amount { return p.ExtraPaymentOptionPrice }),
		sourceBool("extra_payment_option_no_sentprice", "the extra option makes shipping free", func(p *posOrder) bool { return p.ExtraPaymentOptionFreeShipping }),
		sourceBool("extra_payment_option_pay_on_pickup", "the extra option is to pay on pick-up", func(p *posOrder) bool { return p.ExtraPaymentOptionPayOnPickup }),
		sourceNumber("extra_price", "deprecated extra amount", func(p *posOrder) decimal.Decimal { return p.ExtraPrice.Decimal }),
	}
}

// posOrderParts are those with parts.
func posOrderParts() []mapping.SourceField[posOrder] {
	return []mapping.SourceField[posOrder]{
		sourceObject("take_out_window", "when it is delivered or picked up, as {start, end}",
			func(p *posOrder) *salespos.TakeOutWindow { return &p.TakeOutWindow },
			func(t *salespos.TakeOutWindow) mapping.Value {
				return object(pair("start", instant(t.Start.Time)), pair("end", instant(t.End.Time)))
			}),
		sourceObject("user", "who ordered, as {id, discount_percentage}; without an id: a guest",
			func(p *posOrder) *salespos.OrderUser { return &p.User },
			func(u *salespos.OrderUser) mapping.Value {
				return object(pair("id", id(u.ID)), pair("discount_percentage", posAmount(u.DiscountPercentage)))
			}),
		sourceObject("discountcoupon", "coupon, as {code, discount, type, enddate, onetimeuse, givesfreeshipping, minimumprice}; without a code: none",
			func(p *posOrder) *salespos.OrderCoupon { return &p.DiscountCoupon }, orderCoupon),
		sourceObject("pickup_address", "where the carrier holds the parcel, as {company, street, housenumber, housenumber_suffix, zipcode, city, country, code}",
			func(p *posOrder) *salespos.PickupAddress { return p.PickupAddress }, pickupAddress),
	}
}

func orderCoupon(c *salespos.OrderCoupon) mapping.Value {
	return object(textPair("code", c.Code), pair("discount", posAmount(&c.Discount)), textPair("type", c.Type),
		pair("enddate", instant(c.EndDate.Time)), pair("onetimeuse", maybeBool(c.OneTimeUse)),
		pair("givesfreeshipping", mapping.Bool(c.GivesFreeShipping)), pair("minimumprice", posAmount(c.MinimumPrice)))
}

func pickupAddress(a *salespos.PickupAddress) mapping.Value {
	return object(textPair("company", a.Company), textPair("street", a.Street), textPair("housenumber", a.HouseNumber),
		textPair("housenumber_suffix", a.Suffix), textPair("zipcode", a.Zipcode), textPair("city", a.City),
		textPair("country", a.Country), textPair("code", a.Code))
}
