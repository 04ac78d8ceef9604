package catalog

import (
	"slices"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
)

type (
	shopProduct      = ecwid.Product
	shopProductPatch = ecwid.ProductFields
	shopProductField = mapping.TargetField[shopProduct, shopProductPatch]
)

// The longest texts that Ecwid is known to take; its documents name none.
const maxShopText = 255

const shopProductOrigin = "Ecwid /products"

// shopProductFields are the fields of an Ecwid product that can be written. Images
// are none of them: they are uploaded.
func shopProductFields() []shopProductField {
	own := slices.Concat(shopProductTexts(), shopProductTranslations(), shopProductPrices(), shopProductStock(),
		shopProductShipping(), shopProductLinks(), shopProductOffers(), shopProductMarks())
	return slices.Concat(intoTarget(shopProductOrigin, own...),
		intoTarget(shopProductOrigin+", tax", part("", func(p *shopProduct) *ecwid.ProductTax { return &p.Tax },
			optionalPart(func(w *shopProductPatch) *optional[ecwid.ProductTaxWrite] { return &w.Tax }), shopTaxFields())...),
		intoTarget(shopProductOrigin+", attributes", shopAttributeFields()...),
		intoTarget(shopProductOrigin, shopProductParts()...))
}

// shopProductSource are all fields of an Ecwid product.
func shopProductSource() []mapping.SourceField[shopProduct] {
	own := slices.Concat(shopProductFacts(), shopProductShown(), shopProductImages(), shopProductRelated(), shopProductChoices(),
		within("lowestPriceSettings.", func(p *shopProduct) *ecwid.LowestPriceSettings { return p.LowestPriceSettings }, lowestPriceFacts()),
		within("subscriptionSettings.", func(p *shopProduct) *ecwid.SubscriptionSettings { return p.SubscriptionSettings }, subscriptionFacts()))
	return append(readable(shopProductFields()), fromSource(shopProductOrigin, own...)...)
}

func shopProductTexts() []shopProductField {
	return []shopProductField{
		limited(maxShopText, needed(textField("name", "name of the article",
			func(p *shopProduct) string { return p.Name }, func(w *shopProductPatch, v string) { w.Name = present(v) }))),
		textField("subtitle", "line under the name",
			func(p *shopProduct) string { return p.Subtitle }, func(w *shopProductPatch, v string) { w.Subtitle = present(v) }),
		textField("description", "long text, HTML; the shop removes scripts",
			func(p *shopProduct) string { return p.Description }, func(w *shopProductPatch, v string) { w.Description = present(v) }),
		limited(maxShopText, textField("sku", "article number; the shop makes one for a product without",
			func(p *shopProduct) string { return p.SKU }, func(w *shopProductPatch, v string) { w.SKU = present(v) })),
		textField("externalReferenceId", "id in another system, unique in the shop",
			func(p *shopProduct) string { return p.ExternalReferenceID }, func(w *shopProductPatch, v string) { w.ExternalReferenceID = present(v) }),
		textField("seoTitle", "title for search engines, best below 55 characters",
			func(p *shopProduct) string { return p.SEOTitle }, func(w *shopProductPatch, v string) { w.SEOTitle = present(v) }),
		textField("seoDescription", "description for search engines, best below 160 characters",
			func(p *shopProduct) string { return p.SEODescription }, func(w *shopProductPatch, v string) { w.SEODescription = present(v) }),
		textField("customSlug", "last part of the web address",
			func(p *shopProduct) string { return p.CustomSlug }, func(w *shopProductPatch, v string) { w.CustomSlug = present(v) }),
	}
}

func shopProductTranslations() []shopProductField {
	return []shopProductField{
		namedTextsField("nameTranslated", "name by language code",
			func(p *shopProduct) ecwid.TextMap { return p.NameTranslated }, func(w *shopProductPatch, v ecwid.TextMap) { w.NameTranslated = present(v) }),
		namedTextsField("subtitleTranslated", "line under the name by language code",
			func(p *shopProduct) ecwid.TextMap { return p.SubtitleTranslated }, func(w *shopProductPatch, v ecwid.TextMap) { w.SubtitleTranslated = present(v) }),
		namedTextsField("descriptionTranslated", "long text by language code",
			func(p *shopProduct) ecwid.TextMap { return p.DescriptionTranslated },
			func(w *shopProductPatch, v ecwid.TextMap) { w.DescriptionTranslated = present(v) }),
		namedTextsField("seoTitleTranslated", "title for search engines by language code",
			func(p *shopProduct) ecwid.TextMap { return p.SEOTitleTranslated }, func(w *shopProductPatch, v ecwid.TextMap) { w.SEOTitleTranslated = present(v) }),
		namedTextsField("seoDescriptionTranslated", "description for search engines by language code",
			func(p *shopProduct) ecwid.TextMap { return p.SEODescriptionTranslated },
			func(w *shopProductPatch, v ecwid.TextMap) { w.SEODescriptionTranslated = present(v) }),
		namedTextsField("ribbonTranslated", "text of the badge by language code",
			func(p *shopProduct) ecwid.TextMap { return p.RibbonTranslated }, func(w *shopProductPatch, v ecwid.TextMap) { w.RibbonTranslated = present(v) }),
	}
}

func shopProductPrices() []shopProductField {
	return []shopProductField{
		needed(amountField("price", "price of a piece, on the shop's tax basis",
			func(p *shopProduct) *ecwid.Amount { return &p.Price },
			func(w *shopProductPatch, v ecwid.Amount) { w.Price = present(v) })),
		clearable(mapping.Int(0), amountField("compareToPrice", "former price, shown crossed out; 0 removes it",
			func(p *shopProduct) *ecwid.Amount { return p.CompareToPrice },
			func(w *shopProductPatch, v ecwid.Amount) { w.CompareToPrice = present(v) })),
		amountField("costPrice", "cost of a piece, not negative",
			func(p *shopProduct) *ecwid.Amount { return &p.CostPrice },
			func(w *shopProductPatch, v ecwid.Amount) { w.CostPrice = present(v) }),
		listField("wholesalePrices", "prices from a quantity on, as {quantity, price}; the quantity is at least 2", wholesaleMembers(),
			func(p *shopProduct) []ecwid.WholesalePrice { return p.WholesalePrices }, func(w *shopProductPatch, v []ecwid.WholesalePrice) { w.WholesalePrices = present(v) }),
		boolField("discountsAllowed", "discounts count for the product",
			func(p *shopProduct) *bool { return p.DiscountsAllowed }, func(w *shopProductPatch, v bool) { w.DiscountsAllowed = present(v) }),
		boolField("nameYourPriceEnabled", "the buyer chooses the price",
			func(p *shopProduct) *bool { return p.NameYourPriceEnabled },
			func(w *shopProductPatch, v bool) { w.NameYourPriceEnabled = present(v) }),
		listField("customPriceTiers", "proposals for a price that the buyer chooses, as {value}", priceTierMembers(),
			func(p *shopProduct) []ecwid.PriceTier { return p.CustomPriceTiers }, func(w *shopProductPatch, v []ecwid.PriceTier) { w.CustomPriceTiers = present(v) }),
		wholeField("priceDefaultTier", "place of the proposal that is chosen first, from 0",
			func(p *shopProduct) mapping.Value { return maybeInt(p.PriceDefaultTier) }, func(w *shopProductPatch, v int) { w.PriceDefaultTier = present(v) }),
	}
}

func shopProductStock() []shopProductField {
	return []shopProductField{
		boolField("enabled", "visible and for sale",
			func(p *shopProduct) *bool { return &p.Enabled }, func(w *shopProductPatch, v bool) { w.Enabled = present(v) }),
		shopProductQuantity(),
		boolField("unlimited", "stock is not tracked",
			func(p *shopProduct) *bool { return &p.Unlimited }, func(w *shopProductPatch, v bool) { w.Unlimited = present(v) }),
		measured("pieces", wholeField("warningLimit", "stock at which the merchant gets a mail",
			func(p *shopProduct) mapping.Value { return integer(p.WarningLimit) }, func(w *shopProductPatch, v int) { w.WarningLimit = present(v) })),
		oneOf(wordField("outOfStockVisibilityBehaviour", "what the shop does without stock",
			func(p *shopProduct) string { return string(p.OutOfStockBehaviour) },
			func(w *shopProductPatch, v string) { w.OutOfStockBehaviour = present(ecwid.StockVisibility(v)) }),
			ecwid.StockShow, ecwid.StockHide, ecwid.StockAllowPreorder),
		measured("pieces", wholeField("minPurchaseQuantity", "least quantity of an order",
			func(p *shopProduct) mapping.Value { return maybeInt(p.MinPurchaseQuantity) },
			func(w *shopProductPatch, v int) { w.MinPurchaseQuantity = present(v) })),
		measured("pieces", wholeField("maxPurchaseQuantity", "greatest quantity of an order",
			func(p *shopProduct) mapping.Value { return maybeInt(p.MaxPurchaseQuantity) },
			func(w *shopProductPatch, v int) { w.MaxPurchaseQuantity = present(v) })),
	}
}
