package catalog

import (
	"slices"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
)

type (
	shopVariant      = ecwid.Combination
	shopVariantPatch = ecwid.CombinationUpdate
	shopVariantField = mapping.TargetField[shopVariant, shopVariantPatch]
)

const shopVariantOrigin = "Ecwid /products/{id}/combinations"

// shopVariantFields are the fields of an Ecwid variation that can be written.
func shopVariantFields() []shopVariantField {
	own := slices.Concat(shopVariantNumbers(), shopVariantStock(), shopVariantShipping(), shopVariantParts())
	return intoTarget(shopVariantOrigin, own...)
}

// shopVariantSource are all fields of an Ecwid variation.
func shopVariantSource() []mapping.SourceField[shopVariant] {
	own := slices.Concat(shopVariantFacts(),
		within("lowestPriceSettings.", func(p *shopVariant) *ecwid.LowestPriceSettings { return p.LowestPriceSettings }, lowestPriceFacts()),
		within("subscriptionSettings.", func(p *shopVariant) *ecwid.SubscriptionSettings { return p.SubscriptionSettings }, subscriptionFacts()))
	return append(readable(shopVariantFields()), fromSource(shopVariantOrigin, own...)...)
}

func shopVariantNumbers() []shopVariantField {
	return []shopVariantField{
		shopVariantOptions(),
		limited(maxShopText, textField("sku", "own article number; \"\" is the product's, with the product's stock",
			func(p *shopVariant) string { return p.SKU }, func(w *shopVariantPatch, v string) { w.SKU = present(v) })),
		textField("externalReferenceId", "id in another system, unique in the shop",
			func(p *shopVariant) string { return p.ExternalReferenceID }, func(w *shopVariantPatch, v string) { w.ExternalReferenceID = present(v) }),
		amountField("price", "price of a piece, whatever the product's",
			func(p *shopVariant) *ecwid.Amount { return p.Price },
			func(w *shopVariantPatch, v ecwid.Amount) { w.Price = present(v) }),
		clearable(mapping.Int(0), amountField("compareToPrice", "former price, shown crossed out; 0 removes it",
			func(p *shopVariant) *ecwid.Amount { return p.CompareToPrice },
			func(w *shopVariantPatch, v ecwid.Amount) { w.CompareToPrice = present(v) })),
		amountField("costPrice", "cost of a piece",
			func(p *shopVariant) *ecwid.Amount { return p.CostPrice },
			func(w *shopVariantPatch, v ecwid.Amount) { w.CostPrice = present(v) }),
		listField("wholesalePrices", "prices from a quantity on, as {quantity, price}; the quantity is at least 2", wholesaleMembers(),
			func(p *shopVariant) []ecwid.WholesalePrice { return p.WholesalePrices }, func(w *shopVariantPatch, v []ecwid.WholesalePrice) { w.WholesalePrices = present(v) }),
		shopVariantBarcode(),
	}
}

func shopVariantStock() []shopVariantField {
	return []shopVariantField{
		shopVariantQuantity(),
		boolField("unlimited", "stock is not tracked",
			func(p *shopVariant) *bool { return p.Unlimited }, func(w *shopVariantPatch, v bool) { w.Unlimited = present(v) }),
		measured("pieces", wholeField("warningLimit", "stock at which the merchant gets a mail",
			func(p *shopVariant) mapping.Value { return maybeInt(p.WarningLimit) }, func(w *shopVariantPatch, v int) { w.WarningLimit = present(v) })),
		oneOf(wordField("outOfStockVisibilityBehaviour", "what the shop does without stock",
			func(p *shopVariant) string { return string(p.OutOfStockBehaviour) },
			func(w *shopVariantPatch, v string) { w.OutOfStockBehaviour = present(ecwid.StockVisibility(v)) }), ecwid.StockShow, ecwid.StockAllowPreorder),
		measured("pieces", wholeField("minPurchaseQuantity", "least quantity of an order",
			func(p *shopVariant) mapping.Value { return maybeInt(p.MinPurchaseQuantity) },
			func(w *shopVariantPatch, v int) { w.MinPurchaseQuantity = present(v) })),
		measured("pieces", wholeField("maxPurchaseQuantity", "greatest quantity of an order",
			func(p *shopVariant) mapping.Value { return maybeInt(p.MaxPurchaseQuantity) },
			func(w *shopVariantPatch, v int) { w.MaxPurchaseQuantity = present(v) })),
	}
}

func shopVariantShipping() []shopVariantField {
	return []shopVariantField{
		measured("the shop's unit of weight", amountField("weight", "weight, absent for the product's",
			func(p *shopVariant) *ecwid.Amount { return p.Weight },
			func(w *shopVariantPatch, v ecwid.Amount) { w.Weight = present(v) })),
		boolField("isShippingRequired", "the variation is shipped",
			func(p *shopVariant) *bool { return p.IsShippingRequired },
			func(w *shopVariantPatch, v bool) { w.IsShippingRequired = present(v) }),
		amountField("volume", "volume, in the product's unit",
			func(p *shopVariant) *ecwid.Amount { return p.Volume },
			func(w *shopVariantPatch, v ecwid.Amount) { w.Volume = present(v) }),
		objectField("dimensions", "size, as {length, width, height} in the shop's unit", dimensionMembers(),
			func(p *shopVariant) *ecwid.Dimensions { return p.Dimensions }, func(w *shopVariantPatch, v ecwid.Dimensions) { w.Dimensions = present(v) }),
		textField("customsHsTariffCode", "customs tariff code",
			func(p *shopVariant) string { return p.CustomsTariffCode }, func(w *shopVariantPatch, v string) { w.CustomsTariffCode = present(v) }),
		objectField("alt", "text of the image, as {main, translated}", altMembers(),
			func(p *shopVariant) *ecwid.AltText { return p.Alt }, func(w *shopVariantPatch, v ecwid.AltText) { w.Alt = present(v) }),
	}
}

// shopVariantFacts are the fields that only the shop writes.
func shopVariantFacts() []mapping.SourceField[shopVariant] {
	return []mapping.SourceField[shopVariant]{
		source("id", mapping.KindNumber, "id of the variation", func(p *shopVariant) mapping.Value { return id(p.ID) }),
		source("combinationNumber", mapping.KindNumber, "place in the control panel, from 1", func(p *shopVariant) mapping.Value { return integer(p.Number) }),
		sourceFlag("inStock", "can be bought", func(p *shopVariant) *bool { return p.InStock }),
		sourceAmount("defaultDisplayedPrice", "price with tax, at the place of the store",
			func(p *shopVariant) *ecwid.Amount { return p.DefaultDisplayedPrice }),
		sourceText("defaultDisplayedPriceFormatted", "the same as a text", func(p *shopVariant) string { return p.DefaultDisplayedPriceFormatted }),
		sourceAmount("lowestPrice", "lowest price of 30 days", func(p *shopVariant) *ecwid.Amount { return p.LowestPrice }),
		sourceAmount("defaultDisplayedLowestPrice", "lowest price of 30 days with tax", func(p *shopVariant) *ecwid.Amount { return p.DisplayedLowestPrice }),
		sourceText("defaultDisplayedLowestPriceFormatted", "the same as a text", func(p *shopVariant) string { return p.DisplayedLowestPriceFormatted }),
		sourceObject("borderInfo", "help to draw a frame around the image, as {dominatingColor, homogeneity}",
			func(p *shopVariant) *ecwid.BorderInfo { return p.BorderInfo }, borderInfo),
		sourceText("imageUrl", "own image, 1500 pixels", func(p *shopVariant) string { return p.ImageURL }),
		sourceText("hdThumbnailUrl", "own image, 800 pixels", func(p *shopVariant) string { return p.HDThumbnailURL }),
		sourceText("thumbnailUrl", "own image, 400 pixels", func(p *shopVariant) string { return p.ThumbnailURL }),
		sourceText("smallThumbnailUrl", "own image, 160 pixels", func(p *shopVariant) string { return p.SmallThumbnailURL }),
		sourceText("originalImageUrl", "own image as it was uploaded", func(p *shopVariant) string { return p.OriginalImageURL }),
		source("locationInventory", mapping.KindObject, "stock by id of a location, in stores linked to a Lightspeed point of sale",
			func(p *shopVariant) mapping.Value { return numbersByName(p.LocationInventory) }),
	}
}

// shopVariantParts are the parts of a variation whose fields are written one by one.
func shopVariantParts() []shopVariantField {
	return append(
		part("lowestPriceSettings.", func(p *shopVariant) *ecwid.LowestPriceSettings { return p.LowestPriceSettings },
			optionalPart(func(w *shopVariantPatch) *optional[ecwid.LowestPriceSettingsWrite] { return &w.LowestPriceSettings }), lowestPriceFields()),
		part("subscriptionSettings.", func(p *shopVariant) *ecwid.SubscriptionSettings { return p.SubscriptionSettings },
			optionalPart(func(w *shopVariantPatch) *optional[ecwid.SubscriptionSettingsWrite] { return &w.SubscriptionSettings }), subscriptionFields())...)
}

func shopVariantOptions() shopVariantField {
	return needed(unordered(writable("options", mapping.KindList, "the value of each option, as {name, value}; they identify the variation",
		func(p *shopVariant) mapping.Value { return optionValues(p.Options) }, optionValuesOf,
		func(w *shopVariantPatch, v []ecwid.OptionValue) { w.Options = present(v) })))
}

func shopVariantBarcode() shopVariantField {
	return shopVariantField{
		Name: "ean", Kind: mapping.KindText, Doc: "barcode: the attribute of type UPC; the patch needs CompleteVariant", Empty: mapping.Text(""),
		Get: func(p *shopVariant) mapping.Value { return attributeOf(p.Attributes, ecwid.AttributeUPC) },
		Set: func(w *shopVariantPatch, v mapping.Value) error { return setAlias(&w.Attributes, ecwid.AliasUPC, v) },
	}
}

// shopVariantQuantity is the stock of a variation. With it the shop is told to
// track the stock, or the number would not count.
func shopVariantQuantity() shopVariantField {
	return measured("pieces", wholeField("quantity", "stock; with it the shop is told to track the stock (unlimited false)",
		func(p *shopVariant) mapping.Value { return maybeInt(p.Quantity) },
		func(w *shopVariantPatch, v int) { w.Quantity, w.Unlimited = present(v), present(false) }))
}
