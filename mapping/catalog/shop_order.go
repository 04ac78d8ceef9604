package catalog

import (
	"slices"
	"time"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
)

type (
	shopOrder      = ecwid.Order
	shopOrderPatch = ecwid.OrderCreate
	shopOrderField = mapping.TargetField[shopOrder, shopOrderPatch]
)

const shopOrderOrigin = "Ecwid /orders"

// shopOrderFields are the fields of an Ecwid order that can be written.
func shopOrderFields() []shopOrderField {
	own := slices.Concat(shopOrderState(), shopOrderBuyer(), shopOrderTexts(), shopOrderMarks(),
		shopOrderTotals(), shopOrderDiscounts(), shopOrderPayment(), shopOrderCards(), shopOrderLists())
	return append(intoTarget(shopOrderOrigin, own...), shopOrderParts()...)
}

// shopOrderSource are all fields of an Ecwid order.
func shopOrderSource() []mapping.SourceField[shopOrder] {
	own := slices.Concat(shopOrderFacts(), shopOrderRecords())
	return slices.Concat(fuller(readable(shopOrderFields()), fromSource(shopOrderOrigin, wholeOrderParts()...)...), fromSource(shopOrderOrigin, own...),
		within("billingPerson.", orderBilling, fromSource(shopPersonOrigin, shopPersonFacts()...)),
		within("shippingPerson.", orderShipping, fromSource(shopPersonOrigin, shopPersonFacts()...)))
}

func orderBilling(p *shopOrder) *shopPerson { return p.BillingPerson }

func orderShipping(p *shopOrder) *shopPerson { return p.ShippingPerson }

func shopOrderState() []shopOrderField {
	return []shopOrderField{
		needed(oneOf(wordField("paymentStatus", "state of the payment",
			func(p *shopOrder) string { return string(p.PaymentStatus) }, func(w *shopOrderPatch, v string) { w.PaymentStatus = present(ecwid.PaymentStatus(v)) }),
			ecwid.PaymentAwaiting, ecwid.PaymentPaid, ecwid.PaymentCancelled, ecwid.PaymentRefunded,
			ecwid.PaymentPartiallyRefunded, ecwid.PaymentIncomplete, ecwid.PaymentCustom1,
			ecwid.PaymentCustom2, ecwid.PaymentCustom3)),
		needed(oneOf(wordField("fulfillmentStatus", "state of the handling",
			func(p *shopOrder) string { return string(p.FulfillmentStatus) },
			func(w *shopOrderPatch, v string) { w.FulfillmentStatus = present(ecwid.FulfillmentStatus(v)) }),
			ecwid.FulfillmentAwaiting, ecwid.FulfillmentProcessing, ecwid.FulfillmentShipped,
			ecwid.FulfillmentDelivered, ecwid.FulfillmentWillNotDeliver, ecwid.FulfillmentReturned,
			ecwid.FulfillmentReadyForPickup, ecwid.FulfillmentOutForDelivery, ecwid.FulfillmentCustom1,
			ecwid.FulfillmentCustom2, ecwid.FulfillmentCustom3)),
		instantField("createDate", "made at; may be in the past, only with a new order",
			func(p *shopOrder) time.Time { return p.CreateDate.Time }, func(w *shopOrderPatch, v time.Time) { w.CreateDate = present(ecwid.NewTime(v)) }),
		instantField("latestShipDate", "must leave until",
			func(p *shopOrder) time.Time { return p.LatestShipDate.Time }, func(w *shopOrderPatch, v time.Time) { w.LatestShipDate = present(ecwid.NewTime(v)) }),
		instantField("latestDeliveryDate", "must arrive until",
			func(p *shopOrder) time.Time { return p.LatestDelivery.Time }, func(w *shopOrderPatch, v time.Time) { w.LatestDelivery = present(ecwid.NewTime(v)) }),
		instantField("pickupTime", "picked up at",
			func(p *shopOrder) time.Time { return p.PickupTime.Time }, func(w *shopOrderPatch, v time.Time) { w.PickupTime = present(ecwid.NewTime(v)) }),
		textField("trackingNumber", "tracking number",
			func(p *shopOrder) string { return p.TrackingNumber }, func(w *shopOrderPatch, v string) { w.TrackingNumber = present(v) }),
		textField("trackingUrl", "web address of the tracking",
			func(p *shopOrder) string { return p.TrackingURL }, func(w *shopOrderPatch, v string) { w.TrackingURL = present(v) }),
		boolField("hidden", "hidden; INCOMPLETE orders only",
			func(p *shopOrder) *bool { return &p.Hidden }, func(w *shopOrderPatch, v bool) { w.Hidden = present(v) }),
		boolField("disableAllCustomerNotifications", "the customer gets no mails about the order",
			func(p *shopOrder) *bool { return &p.CustomerMailsOff }, func(w *shopOrderPatch, v bool) { w.CustomerMailsOff = present(v) }),
		boolField("externalFulfillment", "another system handles the order: hides the shop's own controls",
			func(p *shopOrder) *bool { return &p.ExternalFulfillment },
			func(w *shopOrderPatch, v bool) { w.ExternalFulfillment = present(v) }),
	}
}

func shopOrderBuyer() []shopOrderField {
	return []shopOrderField{
		needed(textField("email", "e-mail address; an unknown one makes a customer",
			func(p *shopOrder) string { return p.Email }, func(w *shopOrderPatch, v string) { w.Email = present(v) })),
		wholeField("customerId", "id of the customer",
			func(p *shopOrder) mapping.Value { return id(p.CustomerID) }, func(w *shopOrderPatch, v ecwid.CustomerID) { w.CustomerID = present(v) }),
		boolField("customerTaxExempt", "pays no tax, as the customer is",
			func(p *shopOrder) *bool { return &p.CustomerTaxExempt }, func(w *shopOrderPatch, v bool) { w.CustomerTaxExempt = present(v) }),
		textField("customerTaxId", "VAT number",
			func(p *shopOrder) string { return p.CustomerTaxID }, func(w *shopOrderPatch, v string) { w.CustomerTaxID = present(v) }),
		boolField("customerTaxIdValid", "the VAT number was checked",
			func(p *shopOrder) *bool { return &p.CustomerTaxIDValid }, func(w *shopOrderPatch, v bool) { w.CustomerTaxIDValid = present(v) }),
		boolField("reversedTaxApplied", "the tax is owed by the buyer",
			func(p *shopOrder) *bool { return &p.ReversedTaxApplied }, func(w *shopOrderPatch, v bool) { w.ReversedTaxApplied = present(v) }),
		oneOf(wordField("b2b_b2c", "b2b for companies, b2c for consumers",
			func(p *shopOrder) string { return string(p.Kind) }, func(w *shopOrderPatch, v string) { w.Kind = present(ecwid.CustomerKind(v)) }), ecwid.KindBusiness, ecwid.KindConsumer),
		boolField("customerRequestedInvoice", "wants an invoice",
			func(p *shopOrder) *bool { return &p.RequestedInvoice }, func(w *shopOrderPatch, v bool) { w.RequestedInvoice = present(v) }),
		textField("customerFiscalCode", "fiscal code, Italy",
			func(p *shopOrder) string { return p.FiscalCode }, func(w *shopOrderPatch, v string) { w.FiscalCode = present(v) }),
		textField("electronicInvoicePecEmail", "e-mail for invoices, Italy",
			func(p *shopOrder) string { return p.ElectronicInvoiceEmail }, func(w *shopOrderPatch, v string) { w.ElectronicInvoiceEmail = present(v) }),
		textField("electronicInvoiceSdiCode", "code for invoices, Italy",
			func(p *shopOrder) string { return p.ElectronicInvoiceSDICode }, func(w *shopOrderPatch, v string) { w.ElectronicInvoiceSDICode = present(v) }),
		boolField("acceptMarketing", "false forbids marketing mails",
			func(p *shopOrder) *bool { return p.AcceptMarketing }, func(w *shopOrderPatch, v bool) { w.AcceptMarketing = present(v) }),
		textField("lang", "language of the buyer",
			func(p *shopOrder) string { return p.Lang }, func(w *shopOrderPatch, v string) { w.Lang = present(v) }),
		textField("ipAddress", "IP address of the buyer",
			func(p *shopOrder) string { return p.IPAddress }, func(w *shopOrderPatch, v string) { w.IPAddress = present(v) }),
	}
}

func shopOrderTexts() []shopOrderField {
	return []shopOrderField{
		textField("orderComments", "what the buyer wrote",
			func(p *shopOrder) string { return p.OrderComments }, func(w *shopOrderPatch, v string) { w.OrderComments = present(v) }),
		textField("privateAdminNotes", "note of the staff",
			func(p *shopOrder) string { return p.PrivateAdminNotes }, func(w *shopOrderPatch, v string) { w.PrivateAdminNotes = present(v) }),
		textField("paymentMessage", "message of the payment; cleared when paid",
			func(p *shopOrder) string { return p.PaymentMessage }, func(w *shopOrderPatch, v string) { w.PaymentMessage = present(v) }),
		namedTextsField("extraFields", "checkout fields by name, only with a new order",
			func(p *shopOrder) ecwid.TextMap { return p.ExtraFields }, func(w *shopOrderPatch, v ecwid.TextMap) { w.ExtraFields = present(v) }),
		namedTextsField("paymentParams", "free fields of the payment by name",
			func(p *shopOrder) ecwid.TextMap { return p.PaymentParams }, func(w *shopOrderPatch, v ecwid.TextMap) { w.PaymentParams = present(v) }),
		namedTextsField("additionalInfo", "free fields by name",
			func(p *shopOrder) ecwid.TextMap { return p.AdditionalInfo }, func(w *shopOrderPatch, v ecwid.TextMap) { w.AdditionalInfo = present(v) }),
	}
}

func shopOrderMarks() []shopOrderField {
	return []shopOrderField{
		textField("refererId", "free mark by which orders are searched",
			func(p *shopOrder) string { return p.RefererID }, func(w *shopOrderPatch, v string) { w.RefererID = present(v) }),
		textField("refererUrl", "web address that the buyer came from",
			func(p *shopOrder) string { return p.RefererURL }, func(w *shopOrderPatch, v string) { w.RefererURL = present(v) }),
		textField("globalReferer", "web address that the buyer came from first",
			func(p *shopOrder) string { return p.GlobalReferer }, func(w *shopOrderPatch, v string) { w.GlobalReferer = present(v) }),
		textField("affiliateId", "id of an affiliate",
			func(p *shopOrder) string { return p.AffiliateID }, func(w *shopOrderPatch, v string) { w.AffiliateID = present(v) }),
		textField("externalOrderId", "id in another system, needs externalFulfillment",
			func(p *shopOrder) string { return p.ExternalOrderID }, func(w *shopOrderPatch, v string) { w.ExternalOrderID = present(v) }),
		textField("ebayId", "id at eBay",
			func(p *shopOrder) string { return string(p.EbayID) }, func(w *shopOrderPatch, v string) { w.EbayID = present(v) }),
	}
}
