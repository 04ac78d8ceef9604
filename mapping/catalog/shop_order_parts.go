package catalog

import (
	"slices"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
)

// shopOrderParts are the parts of an order whose fields are written one by one.
func shopOrderParts() []shopOrderField {
	return slices.Concat(
		part("billingPerson.", orderBilling,
			optionalPart(func(w *shopOrderPatch) *optional[shopPersonPatch] { return &w.BillingPerson }), shopPersonFields()),
		part("shippingPerson.", orderShipping,
			optionalPart(func(w *shopOrderPatch) *optional[shopPersonPatch] { return &w.ShippingPerson }), shopPersonFields()),
		part("shippingOption.", func(p *shopOrder) *ecwid.ShippingOption { return p.ShippingOption },
			optionalPart(func(w *shopOrderPatch) *optional[ecwid.ShippingOptionWrite] { return &w.ShippingOption }),
			intoTarget(shopOrderOrigin, append(shippingOptionFields(), shippingTimeFields()...)...)),
		part("handlingFee.", func(p *shopOrder) *ecwid.HandlingFee { return p.HandlingFee },
			optionalPart(func(w *shopOrderPatch) *optional[ecwid.HandlingFeeWrite] { return &w.HandlingFee }),
			intoTarget(shopOrderOrigin, handlingFeeFields()...)))
}

// shippingOptionFields are how an order is delivered.
func shippingOptionFields() []mapping.TargetField[ecwid.ShippingOption, ecwid.ShippingOptionWrite] {
	return []mapping.TargetField[ecwid.ShippingOption, ecwid.ShippingOptionWrite]{
		textField("shippingMethodId", "id of the method",
			func(p *ecwid.ShippingOption) string { return p.MethodID }, func(w *ecwid.ShippingOptionWrite, v string) { w.MethodID = present(v) }),
		textField("shippingMethodName", "title of the method",
			func(p *ecwid.ShippingOption) string { return p.MethodName }, func(w *ecwid.ShippingOptionWrite, v string) { w.MethodName = present(v) }),
		textField("shippingCarrierName", "carrier; not kept for pick-up",
			func(p *ecwid.ShippingOption) string { return p.CarrierName }, func(w *ecwid.ShippingOptionWrite, v string) { w.CarrierName = present(v) }),
		amountField("shippingRate", "cost of shipping",
			func(p *ecwid.ShippingOption) *ecwid.Amount { return &p.Rate },
			func(w *ecwid.ShippingOptionWrite, v ecwid.Amount) { w.Rate = present(v) }),
		textField("estimatedTransitTime", "days under way, as a text",
			func(p *ecwid.ShippingOption) string { return string(p.TransitTime) }, func(w *ecwid.ShippingOptionWrite, v string) { w.TransitTime = present(v) }),
	}
}

// shippingTimeFields are how an order is picked up, and when.
func shippingTimeFields() []mapping.TargetField[ecwid.ShippingOption, ecwid.ShippingOptionWrite] {
	return []mapping.TargetField[ecwid.ShippingOption, ecwid.ShippingOptionWrite]{
		boolField("isPickup", "is picked up",
			func(p *ecwid.ShippingOption) *bool { return &p.IsPickup },
			func(w *ecwid.ShippingOptionWrite, v bool) { w.IsPickup = present(v) }),
		textField("pickupInstruction", "how to pick up; not kept for pick-up orders",
			func(p *ecwid.ShippingOption) string { return p.PickupInstruction },
			func(w *ecwid.ShippingOptionWrite, v string) { w.PickupInstruction = present(v) }),
		oneOf(wordField("fulfillmentType", "how it reaches the buyer",
			func(p *ecwid.ShippingOption) string { return string(p.Kind) },
			func(w *ecwid.ShippingOptionWrite, v string) { w.Kind = present(ecwid.DeliveryKind(v)) }),
			ecwid.DeliveryShipping, ecwid.DeliveryPickup, ecwid.DeliveryLocal),
		textField("locationId", "place of the pick-up",
			func(p *ecwid.ShippingOption) string { return string(p.LocationID) }, func(w *ecwid.ShippingOptionWrite, v string) { w.LocationID = present(v) }),
		measured("minutes", wholeField("timeSlotLengthInMinutes", "length of a slot",
			func(p *ecwid.ShippingOption) mapping.Value { return maybeInt(p.TimeSlotMinutes) },
			func(w *ecwid.ShippingOptionWrite, v int) { w.TimeSlotMinutes = present(v) })),
		boolField("scheduled", "has a slot",
			func(p *ecwid.ShippingOption) *bool { return p.Scheduled },
			func(w *ecwid.ShippingOptionWrite, v bool) { w.Scheduled = present(v) }),
		oneOf(wordField("scheduledTimePrecisionType", "precision of the slot",
			func(p *ecwid.ShippingOption) string { return p.ScheduledPrecision },
			func(w *ecwid.ShippingOptionWrite, v string) { w.ScheduledPrecision = present(v) }),
			"DATE", "DATE_AND_TIME_SLOT"),
		oneOf(wordField("pickupPrecisionType", "precision of the pick-up",
			func(p *ecwid.ShippingOption) string { return p.PickupPrecision }, func(w *ecwid.ShippingOptionWrite, v string) { w.PickupPrecision = present(v) }),
			"DATE_ONLY", "DATE_AND_TIME"),
		textField("localizedLabel", "title in the language of the buyer; written by the vendor's own client only",
			func(p *ecwid.ShippingOption) string { return p.LocalizedLabel }, func(w *ecwid.ShippingOptionWrite, v string) { w.LocalizedLabel = present(v) }),
	}
}

// handlingFeeFields are a flat fee.
func handlingFeeFields() []mapping.TargetField[ecwid.HandlingFee, ecwid.HandlingFeeWrite] {
	return []mapping.TargetField[ecwid.HandlingFee, ecwid.HandlingFeeWrite]{
		textField("name", "name of the fee",
			func(p *ecwid.HandlingFee) string { return p.Name }, func(w *ecwid.HandlingFeeWrite, v string) { w.Name = present(v) }),
		amountField("value", "amount",
			func(p *ecwid.HandlingFee) *ecwid.Amount { return &p.Value },
			func(w *ecwid.HandlingFeeWrite, v ecwid.Amount) { w.Value = present(v) }),
		textField("description", "what it is for",
			func(p *ecwid.HandlingFee) string { return p.Description }, func(w *ecwid.HandlingFeeWrite, v string) { w.Description = present(v) }),
		listField("taxes", "taxes on the fee, as {name, value, total}", orderTaxMembers(),
			func(p *ecwid.HandlingFee) []ecwid.OrderTax { return p.Taxes }, func(w *ecwid.HandlingFeeWrite, v []ecwid.OrderTaxWrite) { w.Taxes = present(v) }),
	}
}

// shopOrderLists are replaced as a whole.
func shopOrderLists() []shopOrderField {
	return []shopOrderField{
		needed(listField("items", "lines, as the fields of an order line", elements[shopItem, shopItemPatch](shopItemFields()),
			func(p *shopOrder) []shopItem { return p.Items }, func(w *shopOrderPatch, v []shopItemPatch) { w.Items = present(v) })),
		listField("taxesOnShipping", "taxes on shipping, as {name, value, total, includeInPrice}", shippingTaxMembers(),
			func(p *shopOrder) []ecwid.ShippingTax { return p.TaxesOnShipping }, func(w *shopOrderPatch, v []ecwid.ShippingTaxWrite) { w.TaxesOnShipping = present(v) }),
		listField("orderExtraFields", "fields of apps, as {id, value, title, customerInputType, orderDetailsDisplaySection, orderBy}; a value has at most 255 characters", orderExtraMembers(),
			func(p *shopOrder) []ecwid.OrderExtraField { return p.OrderExtraFields }, func(w *shopOrderPatch, v []ecwid.OrderExtraFieldWrite) { w.OrderExtraFields = present(v) }),
	}
}
