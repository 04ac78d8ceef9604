package catalog

import (
	"slices"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
)

type (
	shopItem      = ecwid.OrderItem
	shopItemPatch = ecwid.OrderItemWrite
	shopItemField = mapping.TargetField[shopItem, shopItemPatch]
)

const shopItemOrigin = "Ecwid /orders, items"

// shopItemFields are the fields of a line of an Ecwid order that can be written.
func shopItemFields() []shopItemField {
	return intoTarget(shopItemOrigin, slices.Concat(shopItemArticle(), shopItemPrices(), shopItemDiscounts(),
		shopItemGoods(), shopItemChoices())...)
}

// shopItemSource are all fields of a line of an Ecwid order.
func shopItemSource() []mapping.SourceField[shopItem] {
	return append(fuller(readable(shopItemFields()), fromSource(shopItemOrigin, wholeItemLists()...)...),
		fromSource(shopItemOrigin, shopItemFacts()...)...)
}

func shopItemArticle() []shopItemField {
	return []shopItemField{
		wholeField("id", "id of the line; with it a line is kept, without it one is new",
			func(p *shopItem) mapping.Value { return id(p.ID) }, func(w *shopItemPatch, v ecwid.OrderItemID) { w.ID = present(v) }),
		wholeField("productId", "id of the product; absent for a line that is none",
			func(p *shopItem) mapping.Value { return id(p.ProductID) }, func(w *shopItemPatch, v ecwid.ProductID) { w.ProductID = present(v) }),
		wholeField("combinationId", "id of the variation",
			func(p *shopItem) mapping.Value { return id(p.CombinationID) }, func(w *shopItemPatch, v ecwid.CombinationID) { w.CombinationID = present(v) }),
		wholeField("categoryId", "id of the category, 0 the front page, -1 Buy-Now",
			func(p *shopItem) mapping.Value { return integer(p.CategoryID) }, func(w *shopItemPatch, v ecwid.CategoryID) { w.CategoryID = present(v) }),
		textField("sku", "article number, the variation's where it has one",
			func(p *shopItem) string { return p.SKU }, func(w *shopItemPatch, v string) { w.SKU = present(v) }),
		needed(textField("name", "name of the article",
			func(p *shopItem) string { return p.Name }, func(w *shopItemPatch, v string) { w.Name = present(v) })),
		namedTextsField("nameTranslated", "name by language code",
			func(p *shopItem) ecwid.TextMap { return p.NameTranslated }, func(w *shopItemPatch, v ecwid.TextMap) { w.NameTranslated = present(v) }),
		limited(120, textField("shortDescription", "first words of the description",
			func(p *shopItem) string { return p.ShortDescription }, func(w *shopItemPatch, v string) { w.ShortDescription = present(v) })),
		namedTextsField("shortDescriptionTranslated", "first words of the description by language code",
			func(p *shopItem) ecwid.TextMap { return p.ShortDescriptionTranslated },
			func(w *shopItemPatch, v ecwid.TextMap) { w.ShortDescriptionTranslated = present(v) }),
		needed(measured("pieces", wholeField("quantity", "quantity, whole pieces",
			func(p *shopItem) mapping.Value { return integer(p.Quantity) }, func(w *shopItemPatch, v int) { w.Quantity = present(v) }))),
		textField("externalReferenceId", "free mark of the line",
			func(p *shopItem) string { return p.ExternalReferenceID }, func(w *shopItemPatch, v string) { w.ExternalReferenceID = present(v) }),
	}
}

func shopItemPrices() []shopItemField {
	return []shopItemField{
		amountField("price", "price of a piece with options, before discounts, gross or net as the order says",
			func(p *shopItem) *ecwid.Amount { return &p.Price },
			func(w *shopItemPatch, v ecwid.Amount) { w.Price = present(v) }),
		amountField("productPrice", "price of a piece without options",
			func(p *shopItem) *ecwid.Amount { return p.ProductPrice },
			func(w *shopItemPatch, v ecwid.Amount) { w.ProductPrice = present(v) }),
		amountField("tax", "tax of the whole line",
			func(p *shopItem) *ecwid.Amount { return p.Tax }, func(w *shopItemPatch, v ecwid.Amount) { w.Tax = present(v) }),
		listField("taxes", "taxes of the line, as {name, value, total, taxClassCode, taxClassName, includeInPrice}", orderTaxMembers(),
			func(p *shopItem) []ecwid.OrderTax { return p.Taxes }, func(w *shopItemPatch, v []ecwid.OrderTaxWrite) { w.Taxes = present(v) }),
		boolField("taxable", "is taxed",
			func(p *shopItem) *bool { return p.Taxable }, func(w *shopItemPatch, v bool) { w.Taxable = present(v) }),
		textField("taxClassCode", "class of automatic taxes",
			func(p *shopItem) string { return p.TaxClassCode }, func(w *shopItemPatch, v string) { w.TaxClassCode = present(v) }),
		listField("taxesOnShipping", "taxes on shipping, as {name, value, total, includeInPrice}", shippingTaxMembers(),
			func(p *shopItem) []ecwid.ShippingTax { return p.TaxesOnShipping }, func(w *shopItemPatch, v []ecwid.ShippingTaxWrite) { w.TaxesOnShipping = present(v) }),
		amountField("shipping", "the line's share of shipping",
			func(p *shopItem) *ecwid.Amount { return p.Shipping },
			func(w *shopItemPatch, v ecwid.Amount) { w.Shipping = present(v) }),
		amountField("handlingFee", "the line's share of the fee",
			func(p *shopItem) *ecwid.Amount { return p.HandlingFee },
			func(w *shopItemPatch, v ecwid.Amount) { w.HandlingFee = present(v) }),
		boolField("isCustomerSetPrice", "the buyer chose the price",
			func(p *shopItem) *bool { return &p.IsCustomerSetPrice }, func(w *shopItemPatch, v bool) { w.IsCustomerSetPrice = present(v) }),
		objectField("selectedPrice", "price that the buyer chose, as {value}", priceTierMembers(),
			func(p *shopItem) *ecwid.PriceTier { return p.SelectedPrice }, func(w *shopItemPatch, v ecwid.PriceTier) { w.SelectedPrice = present(v) }),
	}
}

func shopItemDiscounts() []shopItemField {
	return []shopItemField{
		boolField("couponApplied", "the coupon counts for the line",
			func(p *shopItem) *bool { return &p.CouponApplied }, func(w *shopItemPatch, v bool) { w.CouponApplied = present(v) }),
		amountField("couponAmount", "the line's share of the coupon",
			func(p *shopItem) *ecwid.Amount { return p.CouponAmount },
			func(w *shopItemPatch, v ecwid.Amount) { w.CouponAmount = present(v) }),
		boolField("discountsAllowed", "discounts count for the line",
			func(p *shopItem) *bool { return p.DiscountsAllowed }, func(w *shopItemPatch, v bool) { w.DiscountsAllowed = present(v) }),
		shopItemShares(),
	}
}

func shopItemGoods() []shopItemField {
	return []shopItemField{
		measured("the shop's unit of weight", amountField("weight", "weight of a piece",
			func(p *shopItem) *ecwid.Amount { return p.Weight }, func(w *shopItemPatch, v ecwid.Amount) { w.Weight = present(v) })),
		objectField("dimensions", "size, as {length, width, height} in the shop's unit", dimensionMembers(),
			func(p *shopItem) *ecwid.Dimensions { return p.Dimensions }, func(w *shopItemPatch, v ecwid.Dimensions) { w.Dimensions = present(v) }),
		boolField("isShippingRequired", "is shipped",
			func(p *shopItem) *bool { return p.IsShippingRequired }, func(w *shopItemPatch, v bool) { w.IsShippingRequired = present(v) }),
		boolField("fixedShippingRateOnly", "has a fixed cost of shipping; older form",
			func(p *shopItem) *bool { return &p.FixedShippingRateOnly },
			func(w *shopItemPatch, v bool) { w.FixedShippingRateOnly = present(v) }),
		amountField("fixedShippingRate", "fixed cost of shipping; older form",
			func(p *shopItem) *ecwid.Amount { return p.FixedShippingRate },
			func(w *shopItemPatch, v ecwid.Amount) { w.FixedShippingRate = present(v) }),
		measured("pieces", wholeField("quantityInStock", "stock before the order, 0 when it is not tracked",
			func(p *shopItem) mapping.Value { return maybeInt(p.QuantityInStock) }, func(w *shopItemPatch, v int) { w.QuantityInStock = present(v) })),
		boolField("trackQuantity", "stock is tracked",
			func(p *shopItem) *bool { return p.TrackQuantity }, func(w *shopItemPatch, v bool) { w.TrackQuantity = present(v) }),
		boolField("giftCard", "is a gift card",
			func(p *shopItem) *bool { return &p.GiftCard }, func(w *shopItemPatch, v bool) { w.GiftCard = present(v) }),
		boolField("digital", "is digital",
			func(p *shopItem) *bool { return &p.Digital }, func(w *shopItemPatch, v bool) { w.Digital = present(v) }),
		boolField("isPreorder", "is a pre-order",
			func(p *shopItem) *bool { return p.IsPreorder }, func(w *shopItemPatch, v bool) { w.IsPreorder = present(v) }),
	}
}

func shopItemChoices() []shopItemField {
	return []shopItemField{
		listField("selectedOptions", "what the buyer chose, as {name, type, value, valuesArray, selections}; selections as {selectionTitle, selectionModifier, selectionModifierType}", selectedMembers(),
			func(p *shopItem) []ecwid.SelectedOption { return p.SelectedOptions }, func(w *shopItemPatch, v []ecwid.SelectedOptionWrite) { w.SelectedOptions = present(v) }),
		listField("attributes", "attributes of the product at the time, as {id, name, value}", itemAttributeMembers(),
			func(p *shopItem) []ecwid.OrderItemAttribute { return p.Attributes }, func(w *shopItemPatch, v []ecwid.OrderItemAttributeWrite) { w.Attributes = present(v) }),
	}
}

// shopItemFacts are the fields that only the shop writes.
func shopItemFacts() []mapping.SourceField[shopItem] {
	return []mapping.SourceField[shopItem]{
		sourceAmount("priceWithoutTax", "price of a piece without tax", func(p *shopItem) *ecwid.Amount { return p.PriceWithoutTax }),
		sourceAmount("costPrice", "cost of a piece", func(p *shopItem) *ecwid.Amount { return p.CostPrice }),
		sourceFlag("taxAlreadyDeductedFromPrice", "the tax is not in the price any more", func(p *shopItem) *bool { return p.TaxDeductedFromUnit }),
		sourceList("recurringTaxIds", "ids of the taxes of a subscription", func(p *shopItem) []ecwid.Text { return p.RecurringTaxIDs },
			func(t *ecwid.Text) mapping.Value { return mapping.Text(string(*t)) }),
		sourceFlag("productAvailable", "the product can still be bought", func(p *shopItem) *bool { return p.ProductAvailable }),
		sourceText("subscriptionId", "id of the subscription", func(p *shopItem) string { return string(p.SubscriptionID) }),
		sourceText("imageUrl", "image, 400 pixels", func(p *shopItem) string { return p.ImageURL }),
		sourceText("smallThumbnailUrl", "image, 160 pixels", func(p *shopItem) string { return p.SmallThumbnailURL }),
		sourceText("hdThumbnailUrl", "image, 800 pixels", func(p *shopItem) string { return p.HDThumbnailURL }),
		sourceList("files", "files for download, as {productFileId, name, maxDownloads, remainingDownloads, expire, customerUrl}",
			func(p *shopItem) []ecwid.OrderItemFile { return p.Files },
			func(f *ecwid.OrderItemFile) mapping.Value {
				return object(pair("productFileId", id(f.ProductFileID)), textPair("name", f.Name), pair("maxDownloads", integer(f.MaxDownloads)),
					pair("remainingDownloads", integer(f.RemainingDownloads)), pair("expire", instant(f.Expire.Time)), textPair("customerUrl", f.CustomerURL))
			}),
		sourceList("compositeComponents", "parts of a bundle, as {productId, combinationId, quantity}",
			func(p *shopItem) []ecwid.CompositeComponent { return p.CompositeComponents }, componentMembers().object),
		sourceList("recurringChargeSettings", "rhythms, as {recurringInterval, recurringIntervalCount, subscriptionPriceWithSignUpFee}",
			func(p *shopItem) []ecwid.RecurringCharge { return p.RecurringCharges }, recurringMembers().object),
	}
}
