package catalog

import (
	"slices"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
)

// shopProductParts are the parts of a product whose fields are written one by one.
func shopProductParts() []shopProductField {
	return slices.Concat(
		part("lowestPriceSettings.", func(p *shopProduct) *ecwid.LowestPriceSettings { return p.LowestPriceSettings },
			optionalPart(func(w *shopProductPatch) *optional[ecwid.LowestPriceSettingsWrite] { return &w.LowestPriceSettings }), lowestPriceFields()),
		part("shipping.", func(p *shopProduct) *ecwid.ProductShipping { return &p.Shipping },
			optionalPart(func(w *shopProductPatch) *optional[ecwid.ProductShippingWrite] { return &w.Shipping }), productShippingFields()),
		part("shippingPreparationTime.", func(p *shopProduct) *ecwid.PreparationTime { return p.PreparationTime },
			optionalPart(func(w *shopProductPatch) *optional[ecwid.PreparationTimeWrite] { return &w.PreparationTime }), preparationFields()),
		part("relatedProducts.", func(p *shopProduct) *ecwid.RelatedProducts { return &p.RelatedProducts },
			optionalPart(func(w *shopProductPatch) *optional[ecwid.RelatedProductsWrite] { return &w.RelatedProducts }), relatedFields()),
		part("subscriptionSettings.", func(p *shopProduct) *ecwid.SubscriptionSettings { return p.SubscriptionSettings },
			optionalPart(func(w *shopProductPatch) *optional[ecwid.SubscriptionSettingsWrite] { return &w.SubscriptionSettings }), subscriptionFields()))
}

// shopTaxFields are how a product is taxed.
func shopTaxFields() []mapping.TargetField[ecwid.ProductTax, ecwid.ProductTaxWrite] {
	return []mapping.TargetField[ecwid.ProductTax, ecwid.ProductTaxWrite]{
		idsField("enabledManualTaxes", "ids of the shop's taxes that apply to the product though not to all",
			func(p *ecwid.ProductTax) []ecwid.TaxID { return p.EnabledManualTaxes },
			func(w *ecwid.ProductTaxWrite, v []ecwid.TaxID) { w.EnabledManualTaxes = present(v) }),
		boolField("taxable", "is taxed at all",
			func(p *ecwid.ProductTax) *bool { return &p.Taxable }, func(w *ecwid.ProductTaxWrite, v bool) { w.Taxable = present(v) }),
		textField("taxClassCode", "class of automatic taxes, default for the usual one",
			func(p *ecwid.ProductTax) string { return p.TaxClassCode }, func(w *ecwid.ProductTaxWrite, v string) { w.TaxClassCode = present(v) }),
	}
}

// lowestPriceFields are which 30-day lowest price is shown, which the EU wants.
func lowestPriceFields() []mapping.TargetField[ecwid.LowestPriceSettings, ecwid.LowestPriceSettingsWrite] {
	return []mapping.TargetField[ecwid.LowestPriceSettings, ecwid.LowestPriceSettingsWrite]{
		boolField("lowestPriceEnabled", "the lowest price of 30 days is shown",
			func(p *ecwid.LowestPriceSettings) *bool { return &p.Enabled },
			func(w *ecwid.LowestPriceSettingsWrite, v bool) { w.Enabled = present(v) }),
		amountField("manualLowestPrice", "lowest price set by hand",
			func(p *ecwid.LowestPriceSettings) *ecwid.Amount { return p.ManualPrice },
			func(w *ecwid.LowestPriceSettingsWrite, v ecwid.Amount) { w.ManualPrice = present(v) }),
	}
}

// productShippingFields are what the shipping of a product costs.
func productShippingFields() []mapping.TargetField[ecwid.ProductShipping, ecwid.ProductShippingWrite] {
	return []mapping.TargetField[ecwid.ProductShipping, ecwid.ProductShippingWrite]{
		oneOf(wordField("type", "rule for the cost",
			func(p *ecwid.ProductShipping) string { return string(p.Type) },
			func(w *ecwid.ProductShippingWrite, v string) { w.Type = present(ecwid.ShippingRule(v)) }),
			ecwid.ShippingGlobal, ecwid.ShippingSelected, ecwid.ShippingFlatRate, ecwid.ShippingFree),
		amountField("methodMarkup", "added to the cost of each method",
			func(p *ecwid.ProductShipping) *ecwid.Amount { return &p.MethodMarkup },
			func(w *ecwid.ProductShippingWrite, v ecwid.Amount) { w.MethodMarkup = present(v) }),
		amountField("flatRate", "cost of FLAT_RATE",
			func(p *ecwid.ProductShipping) *ecwid.Amount { return &p.FlatRate },
			func(w *ecwid.ProductShippingWrite, v ecwid.Amount) { w.FlatRate = present(v) }),
		textsField("disabledMethods", "ids of the methods that are not offered",
			func(p *ecwid.ProductShipping) []string { return p.DisabledMethods },
			func(w *ecwid.ProductShippingWrite, v []string) { w.DisabledMethods = present(v) }),
		textsField("enabledMethods", "ids of the methods that are offered",
			func(p *ecwid.ProductShipping) []string { return p.EnabledMethods },
			func(w *ecwid.ProductShippingWrite, v []string) { w.EnabledMethods = present(v) }),
	}
}

// preparationFields are how long goods need before they leave.
func preparationFields() []mapping.TargetField[ecwid.PreparationTime, ecwid.PreparationTimeWrite] {
	return []mapping.TargetField[ecwid.PreparationTime, ecwid.PreparationTimeWrite]{
		textField("shippingPreparationTimeForInStockItemDays", "days before it is shipped, such as 1-3",
			func(p *ecwid.PreparationTime) string { return string(p.InStockDays) }, func(w *ecwid.PreparationTimeWrite, v string) { w.InStockDays = present(v) }),
		textField("shippingPreparationTimeForOutOfStockItemDays", "the same without stock",
			func(p *ecwid.PreparationTime) string { return string(p.OutOfStockDays) },
			func(w *ecwid.PreparationTimeWrite, v string) { w.OutOfStockDays = present(v) }),
		measured("minutes", wholeField("pickupPreparationTimeForInStockItemInMinutes", "time before it can be picked up",
			func(p *ecwid.PreparationTime) mapping.Value { return maybeInt(p.PickupMinutes) },
			func(w *ecwid.PreparationTimeWrite, v int) { w.PickupMinutes = present(v) })),
		measured("minutes", wholeField("localDeliveryPreparationTimeForInStockItemInMinutes", "time before local delivery",
			func(p *ecwid.PreparationTime) mapping.Value { return maybeInt(p.LocalDeliveryMinutes) },
			func(w *ecwid.PreparationTimeWrite, v int) { w.LocalDeliveryMinutes = present(v) })),
	}
}

// relatedFields are what is shown beside a product.
func relatedFields() []mapping.TargetField[ecwid.RelatedProducts, ecwid.RelatedProductsWrite] {
	return []mapping.TargetField[ecwid.RelatedProducts, ecwid.RelatedProductsWrite]{
		idsField("productIds", "ids of products shown along with it",
			func(p *ecwid.RelatedProducts) []ecwid.ProductID { return p.ProductIDs },
			func(w *ecwid.RelatedProductsWrite, v []ecwid.ProductID) { w.ProductIDs = present(v) }),
		writeOnly(textsField("productSkus", "article numbers of products shown along with it",
			func(*ecwid.RelatedProducts) []string { return nil }, func(w *ecwid.RelatedProductsWrite, v []string) { w.ProductSKUs = present(v) })),
		objectField("relatedCategory", "shows random products of a category, as {enabled, categoryId, productCount}", relatedCategoryMembers(),
			func(p *ecwid.RelatedProducts) *ecwid.RelatedCategory { return &p.Category }, func(w *ecwid.RelatedProductsWrite, v ecwid.RelatedCategory) { w.Category = present(v) }),
	}
}

// subscriptionFields are how a product is sold as a subscription.
func subscriptionFields() []mapping.TargetField[ecwid.SubscriptionSettings, ecwid.SubscriptionSettingsWrite] {
	return []mapping.TargetField[ecwid.SubscriptionSettings, ecwid.SubscriptionSettingsWrite]{
		boolField("subscriptionAllowed", "can be subscribed to",
			func(p *ecwid.SubscriptionSettings) *bool { return &p.SubscriptionAllowed },
			func(w *ecwid.SubscriptionSettingsWrite, v bool) { w.SubscriptionAllowed = present(v) }),
		boolField("oneTimePurchaseAllowed", "can be bought once as well",
			func(p *ecwid.SubscriptionSettings) *bool { return &p.OneTimePurchaseAllowed },
			func(w *ecwid.SubscriptionSettingsWrite, v bool) { w.OneTimePurchaseAllowed = present(v) }),
		amountField("oneTimePurchasePrice", "price when bought once",
			func(p *ecwid.SubscriptionSettings) *ecwid.Amount { return p.OneTimePrice },
			func(w *ecwid.SubscriptionSettingsWrite, v ecwid.Amount) { w.OneTimePrice = present(v) }),
		listField("recurringChargeSettings", "rhythms, as {recurringInterval, recurringIntervalCount, subscriptionPriceWithSignUpFee}", recurringMembers(),
			func(p *ecwid.SubscriptionSettings) []ecwid.RecurringCharge { return p.RecurringCharges }, func(w *ecwid.SubscriptionSettingsWrite, v []ecwid.RecurringChargeWrite) {
				w.RecurringCharges = present(v)
			}),
	}
}
