package ecwidtest

import (
	"net/http"
	"slices"
)

// settingRoutes are the parts of the profile that are resources of their own.
func settingRoutes() []route {
	update := []string{"update_store_profile"}
	pay, setPay := []string{"add_payment_method"}, []string{"update_store_profile", "add_payment_method"}
	readFields, updateFields := []string{"read_customers_extrafields"}, []string{"update_customers_extrafields"}
	byID := func(id string) object { return object{"id": id} }
	byKey := func(key string) object { return object{"createCount": number(1), "key": key} }
	return slices.Concat(
		shelfRules{
			name: "shippingOptions", path: "/profile/shippingOptions", code: "SHIPPING_NOT_FOUND", create: update,
			update: update, remove: update, listOnly: true, body: shippingSchema(), check: checkShipping, created: byID,
		}.routes(),
		shelfRules{
			name: "paymentOptions", path: "/profile/paymentOptions", read: pay, create: setPay, update: setPay,
			remove: pay, body: paymentSchema(), check: checkPayment, created: byID,
		}.routes(),
		shelfRules{
			name: "checkoutFields", path: "/profile/extrafields", create: update, update: update, remove: update,
			body: checkoutFieldSchema(), wrapped: true, check: checkTitle, created: byKey,
		}.routes(),
		shelfRules{
			name: "customerFields", path: "/store_extrafields/customers", read: readFields, create: updateFields,
			update: updateFields, remove: []string{"delete_customers_extrafields"}, body: customerFieldSchema(),
			wrapped: true, check: checkTitle, created: byKey,
		}.routes(),
	)
}

func shippingSchema() schema {
	return schema{
		"title": text, "titleTranslated": langText, "enabled": flag, "orderby": whole,
		"fulfilmentType": enum{"pickup", "delivery", "shipping"}, "minimumOrderSubtotal": num, "destinationZone": anything,
		"deliveryTimeDays": text, "description": text, "descriptionTranslated": langText, "carrier": text,
		"carrierMethods":       array{anything},
		"ratesCalculationType": enum{"carrier-calculated", "table", "flat", "app"}, "shippingCostMarkup": num,
		"flatRate": schema{"rateType": enum{"ABSOLUTE", "PERCENT"}, "rate": num},
		"ratesTable": schema{
			"tableBasedOn": enum{"subtotal", "discountedSubtotal", "weight"}, "rates": array{anything},
		},
		"appClientId": text, "pickupInstruction": text, "pickupInstructionTranslated": langText, "scheduled": flag,
		"businessHours": text, "locationId": text,
	}
}

func checkShipping(o object) error {
	title := []rune(textOf(o, "title"))
	if len(title) == 0 {
		return fail(http.StatusBadRequest, "SHIPPING_OPTION_TITLE_REQUIRED", "The title is missing")
	}
	if len(title) > 100 {
		return fail(http.StatusBadRequest, "SHIPPING_BAD_TITLE_LENGTH", "The title is too long")
	}
	if textOf(o, "ratesCalculationType") == "carrier-calculated" && textOf(o, "carrier") == "" {
		return fail(http.StatusBadRequest, "SHIPPING_CARRIER_NAME_REQUIRED", "The carrier is missing")
	}
	return nil
}

func paymentSchema() schema {
	return schema{
		"enabled": flag, "configured": flag, "checkoutTitle": text, "checkoutTitleTranslated": langText,
		"checkoutDescription": text, "checkoutDescriptionTranslated": langText, "paymentProcessorId": text,
		"paymentProcessorTitle": text, "orderBy": whole, "appClientId": text,
		"paymentSurcharges":       schema{"type": enum{"ABSOLUTE", "PERCENT"}, "value": num},
		"instructionsForCustomer": anything, "shippingSettings": schema{"enabledShippingMethods": array{text}},
		"settings": anything,
	}
}

func checkPayment(o object) error {
	title := []rune(textOf(o, "checkoutTitle"))
	if len(title) == 0 {
		return fail(http.StatusBadRequest, "PAYMENT_OPTION_TITLE_REQUIRED", "The title is missing")
	}
	if len(title) > 64 {
		return fail(http.StatusBadRequest, "PAYMENT_OPTION_BAD_TITLE_LENGTH", "The title is too long")
	}
	return nil
}

// checkoutFieldSchema is a guess: the reference names no keys.
func checkoutFieldSchema() schema {
	return schema{
		"key": text, "title": text, "titleTranslated": langText, "type": text, "textPlaceholder": text, "tip": text,
		"options": array{anything}, "value": text, "required": flag, "checkoutDisplaySection": text,
		"orderDetailsDisplaySection": text, "orderBy": anything, "showInNotifications": flag, "showInInvoice": flag,
		"available": flag, "cpField": flag, "saveToCustomerProfile": flag, "shownOnOrderDetails": flag,
	}
}

func customerFieldSchema() schema {
	return schema{"key": text, "title": text, "type": enum{"TEXT", "DATETIME"}, "shownOnOrderDetails": flag}
}

func checkTitle(o object) error {
	if textOf(o, "title") == "" {
		return wrong("Field title is absent")
	}
	return nil
}

// showProfile adds the shipping and payment options, which are kept by
// themselves.
func (s *Server) showProfile() object {
	out := cloneObject(s.profile)
	for block, name := range map[string]string{"shipping": "shippingOptions", "payment": "paymentOptions"} {
		o := objectOf(out, block)
		if o == nil {
			o = object{}
		}
		o[name] = asList(s.shelves[name].docs)
		out[block] = o
	}
	return out
}
