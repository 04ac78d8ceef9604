package ecwidtest

// The keys that the API takes on writes of the catalogue: the C and U columns
// of the field tables in the reference.

func optionTypes() enum {
	return enum{"SELECT", "RADIO", "CHECKBOX", "TEXTFIELD", "TEXTAREA", "DATE", "FILES", "SIZE", "SWATCHES"}
}

func shows() enum { return enum{"NOTSHOW", "DESCR", "PRICE"} }

func attributeTypes() enum {
	return enum{
		"CUSTOM", "UPC", "BRAND", "GENDER", "AGE_GROUP", "COLOR", "SIZE", "TAGS", "PRICE_PER_UNIT", "UNITS_IN_PRODUCT",
		"EBAY", "EBAY_REQUIRED", "EXTERNAL_EAN", "EXTERNAL_ISBN", "EXTERNAL_ITF", "EXTERNAL_JAN", "EXTERNAL_UPC",
		"EXTERNAL_CUSTOM", "SUPPLIER",
	}
}

func attributeValueSchema() schema {
	return schema{
		"id": whole, "name": text, "type": attributeTypes(), "value": text, "valueTranslated": langText, "show": shows(),
		"alias": enum{"UPC", "BRAND", "PRICE_PER_UNIT", "UNITS_IN_PRODUCT"},
	}
}

func tierSchema() schema { return schema{"quantity": whole, "price": num} }

func dimensionsSchema() schema { return schema{"length": num, "width": num, "height": num} }

func subscriptionSchema() schema {
	return schema{
		"subscriptionAllowed": flag, "oneTimePurchaseAllowed": flag, "oneTimePurchasePrice": num,
		"recurringChargeSettings": array{schema{
			"recurringInterval": enum{"DAY", "WEEK", "MONTH", "YEAR"}, "recurringIntervalCount": whole,
			"subscriptionPriceWithSignUpFee": num,
		}},
	}
}

func optionSchema() schema {
	return schema{
		"type": optionTypes(), "name": text, "nameTranslated": langText, "defaultChoice": whole, "required": flag,
		"useImageAsSwatchSelector": flag,
		"choices": array{schema{
			"text": text, "textTranslated": langText, "priceModifier": num,
			"priceModifierType": enum{"ABSOLUTE", "PERCENT"}, "hexCodes": array{text}, "imageId": text,
		}},
	}
}

// sharedSchema are the keys that products and variations have in common.
func sharedSchema() schema {
	return schema{
		"sku": text, "price": num, "costPrice": num, "compareToPrice": num,
		"wholesalePrices": array{tierSchema()},
		"quantity":        whole, "unlimited": flag, "warningLimit": whole, "minPurchaseQuantity": whole,
		"maxPurchaseQuantity": whole, "locationInventory": anything, "weight": num, "volume": num,
		"dimensions": dimensionsSchema(), "isShippingRequired": flag, "attributes": array{attributeValueSchema()},
		"externalReferenceId": text, "customsHsTariffCode": text, "subscriptionSettings": subscriptionSchema(),
		"lowestPriceSettings": schema{"lowestPriceEnabled": flag, "manualLowestPrice": num},
	}
}

// variationSchema is the body of a variation by itself.
func variationSchema() schema {
	return sharedSchema().with(schema{
		"options": array{schema{
			"name": text, "value": text, "nameTranslated": langText, "valueTranslated": langText,
		}},
		"outOfStockVisibilityBehaviour": enum{"SHOW", "ALLOW_PREORDER"},
		"alt":                           schema{"main": text, "translated": langText},
	})
}

// productFields are the keys of a product for creates and updates.
func productFields() schema {
	return sharedSchema().with(schema{
		"name": text, "nameTranslated": langText, "description": text, "descriptionTranslated": langText,
		"subtitle": text, "subtitleTranslated": langText, "enabled": flag,
		"tax":                           schema{"taxable": flag, "enabledManualTaxes": array{whole}, "taxClassCode": text},
		"outOfStockVisibilityBehaviour": enum{"SHOW", "HIDE", "ALLOW_PREORDER"},
		"volumeUnit":                    text,
		"shipping": schema{
			"type":         enum{"GLOBAL_METHODS", "SELECTED_METHODS", "FLAT_RATE", "FREE_SHIPPING"},
			"methodMarkup": num, "flatRate": num, "disabledMethods": array{text}, "enabledMethods": array{text},
		},
		"fixedShippingRateOnly": flag, "fixedShippingRate": num,
		"shippingPreparationTime": schema{
			"shippingPreparationTimeForInStockItemDays":           text,
			"shippingPreparationTimeForOutOfStockItemDays":        text,
			"pickupPreparationTimeForInStockItemInMinutes":        whole,
			"localDeliveryPreparationTimeForInStockItemInMinutes": whole,
		},
		"showDeliveryTimeInStorefront": flag, "productClassId": whole, "options": array{optionSchema()},
		"combinations": array{variationSchema().with(schema{"id": whole})},
		"categoryIds":  array{whole}, "defaultCategoryId": whole, "showOnFrontpage": whole, "customSlug": text,
		"seoTitle": text, "seoTitleTranslated": langText, "seoDescription": text, "seoDescriptionTranslated": langText,
		"relatedProducts": schema{
			"productIds": array{whole}, "productSkus": array{text},
			"relatedCategory": schema{"enabled": flag, "categoryId": whole, "productCount": whole},
		},
		"googleProductCategory": whole, "productCondition": enum{"NEW", "USED", "REFURBISHED"}, "batteryIncluded": flag,
		"ribbon": schema{"text": text, "color": text}, "ribbonTranslated": langText, "discountsAllowed": flag,
		"nameYourPriceEnabled": flag, "customPriceTiers": array{schema{"value": num}}, "priceDefaultTier": whole,
		"isSampleProduct": flag, "reviewsCollectingAllowed": flag,
	})
}

func productSchema() schema {
	return productFields().with(schema{
		"media": schema{"images": array{schema{
			"id": text, "orderBy": whole, "alt": schema{"main": text, "translated": langText},
		}}},
	})
}

func newProductSchema() schema {
	return productFields().with(schema{
		"compositeComponents": array{schema{"productId": whole, "combinationId": whole, "quantity": whole}},
	})
}

func inventorySchema() schema { return schema{"quantityDelta": whole} }

func classSchema() schema {
	return schema{"name": text, "attributes": array{schema{
		"id": whole, "name": text, "nameTranslated": langText, "type": attributeTypes(), "show": shows(),
	}}}
}

func categorySchema() schema {
	return schema{
		"parentId": whole, "orderBy": whole, "name": text, "nameTranslated": langText, "description": text,
		"descriptionTranslated": langText, "enabled": flag, "productIds": array{whole}, "customSlug": text,
		"seoTitle": text, "seoTitleTranslated": langText, "seoDescription": text, "seoDescriptionTranslated": langText,
		"externalReferenceId": text, "isSampleCategory": flag, "alt": schema{"main": text, "translated": langText},
	}
}

func productIDsSchema() schema { return schema{"productIds": array{whole}} }
