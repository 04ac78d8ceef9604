package catalog

import (
	"slices"
	"time"

	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

type (
	posOrder      = salespos.Order
	posOrderPatch = salespos.OrderCreate
	posOrderField = mapping.TargetField[posOrder, posOrderPatch]
)

const posOrderOrigin = "SalesPOS /orders"

// posOrderFields are the fields of a SalesPOS order that can be written.
func posOrderFields() []posOrderField {
	own := slices.Concat(posOrderState(), posOrderDelivery(), posOrderMoney())
	customer := part("", orderCustomer, wholePart(func(w *posOrderPatch) *posPersonPatch { return &w.Customer }), posPersonFields())
	at := slices.IndexFunc(customer, func(f posOrderField) bool { return f.Name == "reservationnumber" })
	customer[at].Name = "customer.reservationnumber" // the order has one of its own
	return append(intoTarget(posOrderOrigin, append(own, posOrderRows())...), customer...)
}

// posOrderSource are all fields of a SalesPOS order.
func posOrderSource() []mapping.SourceField[posOrder] {
	own := slices.Concat(posOrderNumbers(), posOrderTotals(), posOrderParts())
	return slices.Concat(readable(posOrderFields()), fromSource(posOrderOrigin, own...),
		within("", orderCustomer, fromSource(posPersonOrigin, posPersonFacts()...)))
}

func orderCustomer(p *posOrder) *posPerson { return p.Customer }

func posOrderState() []posOrderField {
	return []posOrderField{
		textField("reservationnumber", "free reference, may be printed on the invoice",
			func(p *posOrder) string { return p.ReservationNumber }, func(w *posOrderPatch, v string) { w.ReservationNumber = present(v) }),
		textField("orderedinlng", "language of the buyer",
			func(p *posOrder) string { return p.Language }, func(w *posOrderPatch, v string) { w.Language = present(v) }),
		wholeField("status", "state of the handling, 1 to 14; absent while the order is not completed",
			func(p *posOrder) mapping.Value { return id(p.Status) }, func(w *posOrderPatch, v salespos.OrderStatus) { w.Status = present(v) }),
		boolField("is_completed", "false is an open basket; only with a new order",
			func(p *posOrder) *bool { return p.IsCompleted }, func(w *posOrderPatch, v bool) { w.IsCompleted = present(v) }),
		boolField("paid", "payment received",
			func(p *posOrder) *bool { return &p.Paid }, func(w *posOrderPatch, v bool) { w.Paid = present(v) }),
		wholeField("user_id", "id of the user, only with a new order; none is a guest",
			func(p *posOrder) mapping.Value { return id(p.User.ID) }, func(w *posOrderPatch, v salespos.UserID) { w.UserID = present(v) }),
		wholeField("invoicenumber", "number of the invoice",
			func(p *posOrder) mapping.Value { return id(p.InvoiceNumber) }, func(w *posOrderPatch, v int64) { w.InvoiceNumber = present(v) }),
		boolField("is_platform_sale", "sold through a platform: the rows have 0 % VAT",
			func(p *posOrder) *bool { return p.IsPlatformSale }, func(w *posOrderPatch, v bool) { w.IsPlatformSale = present(v) }),
		boolField("is_intra_community_order", "to a company elsewhere in the EU: the rows have 0 % VAT",
			func(p *posOrder) *bool { return &p.IsIntraCommunity }, func(w *posOrderPatch, v bool) { w.IsIntraCommunity = present(v) }),
		boolField("safety_deposit_returned", "the deposit was given back",
			func(p *posOrder) *bool { return &p.SafetyDepositReturned },
			func(w *posOrderPatch, v bool) { w.SafetyDepositReturned = present(v) }),
	}
}

func posOrderDelivery() []posOrderField {
	return []posOrderField{
		textField("deliver_method", "how the goods leave; only shipping is known to the letter",
			func(p *posOrder) string { return p.DeliverMethod }, func(w *posOrderPatch, v string) { w.DeliverMethod = present(v) }),
		instantField("deliver_date", "date of delivery",
			func(p *posOrder) time.Time { return p.DeliverDate.Time }, func(w *posOrderPatch, v time.Time) { w.DeliverDate = present(salespos.NewTime(v)) }),
		writeOnly(wholeField("takeoutslot", "id of a slot for delivery or pick-up",
			func(*posOrder) mapping.Value { return mapping.Absent() }, func(w *posOrderPatch, v salespos.TakeoutSlotID) { w.TakeoutSlot = present(v) })),
		textField("track_and_trace_code", "tracking code",
			func(p *posOrder) string { return p.TrackingCode }, func(w *posOrderPatch, v string) { w.TrackingCode = present(v) }),
		textField("track_and_trace_carrier", "carrier",
			func(p *posOrder) string { return p.TrackingCarrier }, func(w *posOrderPatch, v string) { w.TrackingCarrier = present(v) }),
	}
}

func posOrderMoney() []posOrderField {
	return []posOrderField{
		textField("currency", "ISO 4217",
			func(p *posOrder) string { return p.Currency }, func(w *posOrderPatch, v string) { w.Currency = present(v) }),
		boolField("taxes_included", "false hides all taxes",
			func(p *posOrder) *bool { return &p.TaxesIncluded }, func(w *posOrderPatch, v bool) { w.TaxesIncluded = present(v) }),
		boolField("order_row_taxes_included", "the prices of the rows are gross",
			func(p *posOrder) *bool { return &p.RowTaxesIncluded }, func(w *posOrderPatch, v bool) { w.RowTaxesIncluded = present(v) }),
		boolField("shipping_taxes_included", "shipping counts in the tax of the order",
			func(p *posOrder) *bool { return &p.ShippingTaxesIncluded },
			func(w *posOrderPatch, v bool) { w.ShippingTaxesIncluded = present(v) }),
		amountField("total_shipping", "shipping; absent lets the POS compute it, 0 is free",
			func(p *posOrder) *salespos.Amount { return &p.TotalShipping },
			func(w *posOrderPatch, v salespos.Amount) { w.TotalShipping = present(v) }),
		amountField("paymethod_costs", "fee of the payment method",
			func(p *posOrder) *salespos.Amount { return &p.PayMethodCosts },
			func(w *posOrderPatch, v salespos.Amount) { w.PayMethodCosts = present(v) }),
		amountField("extra_costs", "extra amount; negative is a discount on the order",
			func(p *posOrder) *salespos.Amount { return &p.ExtraCosts },
			func(w *posOrderPatch, v salespos.Amount) { w.ExtraCosts = present(v) }),
		textField("extra_costs_description", "what the extra costs are, on the invoice",
			func(p *posOrder) string { return p.ExtraCostsDescription }, func(w *posOrderPatch, v string) { w.ExtraCostsDescription = present(v) }),
	}
}

func posOrderRows() posOrderField {
	return posOrderField{
		Name: "orderrows", Kind: mapping.KindList, Required: true,
		Doc: "rows, as the fields of a row; they are read apart from the order",
		Set: func(w *posOrderPatch, v mapping.Value) (err error) {
			w.Rows, err = rowInputs(v)
			return err
		},
	}
}
