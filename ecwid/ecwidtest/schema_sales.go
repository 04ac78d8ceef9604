package ecwidtest

// The keys that the API takes on writes of customers and orders.

func personSchema() schema {
	return schema{
		"name": text, "companyName": text, "street": text, "city": text, "postalCode": text, "phone": text,
		"countryCode": text, "stateOrProvinceCode": text,
	}
}

func contactTypes() enum {
	return enum{
		"EMAIL", "PHONE", "FACEBOOK", "INSTAGRAM", "TWITTER", "YOUTUBE", "TIKTOK", "PINTEREST", "VK", "FB_MESSENGER",
		"WHATSAPP", "TELEGRAM", "VIBER", "URL", "OTHER",
	}
}

func customerSchema() schema {
	return schema{
		"email": text, "customerGroupId": whole, "billingPerson": personSchema(),
		"shippingAddresses": array{personSchema().with(schema{
			"id": whole, "note": text, "defaultAddress": flag, "orderBy": whole,
		})},
		"contacts": array{schema{
			"id": whole, "contact": text, "type": contactTypes(), "handle": text, "note": text, "default": flag,
			"orderBy": whole,
		}},
		"primaryPhone": text, "taxId": text, "taxIdValid": flag, "taxExempt": flag, "b2b_b2c": enum{"b2b", "b2c"},
		"acceptMarketing": flag, "lang": text, "privateAdminNotes": text,
		"extrafields": array{schema{"key": text, "value": text}},
	}
}

func newCustomerSchema() schema { return customerSchema().with(schema{"password": text}) }

func paymentStatuses() enum {
	return enum{
		"AWAITING_PAYMENT", "PAID", "CANCELLED", "REFUNDED", "PARTIALLY_REFUNDED", "INCOMPLETE",
		"CUSTOM_PAYMENT_STATUS_1", "CUSTOM_PAYMENT_STATUS_2", "CUSTOM_PAYMENT_STATUS_3",
	}
}

func fulfillmentStatuses() enum {
	return enum{
		"AWAITING_PROCESSING", "PROCESSING", "SHIPPED", "DELIVERED", "WILL_NOT_DELIVER", "RETURNED",
		"READY_FOR_PICKUP", "OUT_FOR_DELIVERY", "CUSTOM_FULFILLMENT_STATUS_1", "CUSTOM_FULFILLMENT_STATUS_2",
		"CUSTOM_FULFILLMENT_STATUS_3",
	}
}

func taxSchema() schema {
	return schema{
		"name": text, "value": num, "total": num, "taxClassCode": text, "taxClassName": text,
		"taxOnDiscountedSubtotal": num, "taxOnShipping": num, "taxOnHandlingFee": num, "includeInPrice": flag,
		"sourceTaxRateType": enum{"AUTO", "MANUAL", "CUSTOM", "LEGACY"},
		"taxType":           enum{"STATE", "COUNTY", "CITY", "SPECIAL_DISTRICT"},
	}
}

func shippingTaxSchema() schema {
	return schema{"name": text, "value": num, "total": num, "includeInPrice": flag}
}

func discountSchema() schema {
	return schema{
		"value": num, "type": enum{"ABS", "PERCENT", "FIXED_PRICE"},
		"base":       enum{"ON_TOTAL", "ON_MEMBERSHIP", "ON_TOTAL_AND_MEMBERSHIP", "SHIPPING", "ITEM", "SUBTOTAL", "CUSTOM"},
		"orderTotal": num, "membershipId": whole, "description": text, "appliesToItems": array{whole},
		"appliesToProducts": array{whole}, "appliesToOrderItems": array{anything},
	}
}

func selectedOptionSchema() schema {
	return schema{
		"name": text, "nameTranslated": langText, "value": text, "valueTranslated": langText, "valuesArray": array{text},
		"valuesArrayTranslated": anything, "hexCodes": array{text},
		"type": enum{"CHOICE", "SWATCH_CHOICE", "CHOICES", "TEXT", "DATE", "FILES"},
		"selections": array{schema{
			"selectionTitle": text, "selectionModifier": num, "selectionModifierType": enum{"PERCENT", "ABSOLUTE"},
		}},
	}
}

func itemSchema() schema {
	return schema{
		"id": whole, "productId": whole, "combinationId": whole, "categoryId": whole, "sku": text, "name": text,
		"nameTranslated": langText, "shortDescription": text, "shortDescriptionTranslated": langText, "quantity": whole,
		"price": num, "productPrice": num, "tax": num, "taxes": array{taxSchema()}, "taxable": flag, "taxClassCode": text,
		"taxesOnShipping": array{shippingTaxSchema()}, "shipping": num, "handlingFee": num, "weight": num,
		"dimensions": dimensionsSchema(), "isShippingRequired": flag, "fixedShippingRateOnly": flag,
		"fixedShippingRate": num, "quantityInStock": whole, "trackQuantity": flag, "couponApplied": flag,
		"couponAmount": num, "discounts": array{schema{"discountInfo": anything, "total": num}},
		"discountsAllowed": flag, "giftCard": flag, "digital": flag, "selectedOptions": array{selectedOptionSchema()},
		"isCustomerSetPrice": flag, "selectedPrice": schema{"value": num}, "isPreorder": flag,
		"externalReferenceId": text,
		"attributes": array{schema{
			"id": whole, "name": text, "value": text, "nameTranslated": langText, "valueTranslated": langText,
		}},
	}
}

func shippingOptionSchema() schema {
	return schema{
		"shippingMethodId": text, "shippingMethodName": text, "shippingCarrierName": text, "shippingRate": num,
		"estimatedTransitTime": anything, "isPickup": flag, "pickupInstruction": text,
		"fulfillmentType": enum{"SHIPPING", "PICKUP", "DELIVERY"}, "locationId": text, "timeSlotLengthInMinutes": whole,
		"scheduled": flag, "scheduledTimePrecisionType": enum{"DATE", "DATE_AND_TIME_SLOT"},
		"pickupPrecisionType": enum{"DATE_ONLY", "DATE_AND_TIME"}, "localizedLabel": text,
	}
}

func extraFieldSchema() schema {
	return schema{
		"id": text, "value": text, "title": text, "orderBy": text,
		"customerInputType": enum{
			"", "TEXT", "TEXTAREA", "SELECT", "CHECKBOX", "TOGGLE_BUTTON_GROUP", "RADIO_BUTTONS", "DATETIME", "LABEL",
		},
		"orderDetailsDisplaySection": enum{"", "shipping_info", "billing_info", "customer_info", "order_comments"},
	}
}

func orderSchema() schema {
	return schema{
		"email": text, "customerId": whole, "paymentStatus": paymentStatuses(), "fulfillmentStatus": fulfillmentStatuses(),
		"subtotal": num, "total": num, "tax": num, "pricesIncludeTax": flag, "discount": num, "couponDiscount": num,
		"volumeDiscount": num, "membershipBasedDiscount": num, "totalAndMembershipBasedDiscount": num,
		"customDiscount": array{num}, "discountInfo": array{discountSchema()}, "discountCoupon": anything,
		"customSurcharges": array{anything}, "giftCardRedemption": num, "totalBeforeGiftCardRedemption": num,
		"giftCardCode": text, "giftCardId": whole, "giftCardUuid": text, "giftCardDoubleSpending": flag,
		"storeCredit": anything, "loyalty": anything, "items": array{itemSchema()}, "billingPerson": personSchema(),
		"shippingPerson": personSchema(), "shippingOption": shippingOptionSchema(),
		"handlingFee":     schema{"name": text, "value": num, "description": text, "taxes": array{taxSchema()}},
		"taxesOnShipping": array{shippingTaxSchema()}, "paymentMethod": text, "paymentModule": text,
		"paymentParams": textMap, "paymentMessage": text, "paymentReference": text, "referenceTransactionId": text,
		"externalTransactionUrl": text, "externalTransactionId": text,
		"creditCardStatus":  schema{"avsMessage": text, "cvvMessage": text},
		"customerTaxExempt": flag, "customerTaxId": text, "customerTaxIdValid": flag, "reversedTaxApplied": flag,
		"b2b_b2c": enum{"b2b", "b2c"}, "customerRequestedInvoice": flag, "customerFiscalCode": text,
		"electronicInvoicePecEmail": text, "electronicInvoiceSdiCode": text, "orderComments": text,
		"privateAdminNotes": text, "trackingNumber": text, "trackingUrl": text, "latestShipDate": date,
		"latestDeliveryDate": date, "pickupTime": date, "extraFields": textMap,
		"orderExtraFields": array{extraFieldSchema()}, "refererId": text, "refererUrl": text, "globalReferer": text,
		"affiliateId": text, "externalFulfillment": flag, "externalOrderId": text, "externalOrderData": anything,
		"disableAllCustomerNotifications": flag, "acceptMarketing": flag, "hidden": flag, "ipAddress": text, "lang": text,
		"additionalInfo": anything, "utmData": anything, "utmDataSets": array{anything}, "ebayId": text,
	}
}

func (c *config) orderSchema() schema {
	if !c.reads(RefundsWritable) {
		return orderSchema()
	}
	return orderSchema().with(schema{
		"refunds": array{schema{"date": date, "source": enum{"CP", "API", "External"}, "reason": text, "amount": num}},
	})
}
