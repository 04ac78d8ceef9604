package catalog

import (
	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
)

func shopProductShipping() []shopProductField {
	return []shopProductField{
		shopProductWeight(),
		boolField("isShippingRequired", "the product is shipped; only then the shop keeps a weight",
			func(p *shopProduct) *bool { return &p.IsShippingRequired },
			func(w *shopProductPatch, v bool) { w.IsShippingRequired = present(v) }),
		objectField("dimensions", "size, as {length, width, height} in the shop's unit", dimensionMembers(),
			func(p *shopProduct) *ecwid.Dimensions { return &p.Dimensions }, func(w *shopProductPatch, v ecwid.Dimensions) { w.Dimensions = present(v) }),
		amountField("volume", "volume in volumeUnit",
			func(p *shopProduct) *ecwid.Amount { return &p.Volume },
			func(w *shopProductPatch, v ecwid.Amount) { w.Volume = present(v) }),
		textField("volumeUnit", "unit of the volume, such as ml",
			func(p *shopProduct) string { return p.VolumeUnit }, func(w *shopProductPatch, v string) { w.VolumeUnit = present(v) }),
		boolField("showDeliveryTimeInStorefront", "the delivery time is shown",
			func(p *shopProduct) *bool { return p.ShowDeliveryTimeInStorefront },
			func(w *shopProductPatch, v bool) { w.ShowDeliveryTimeInStorefront = present(v) }),
	}
}

func shopProductLinks() []shopProductField {
	return []shopProductField{
		wholeField("productClassId", "product type, 0 is General; another type drops values that it does not have",
			func(p *shopProduct) mapping.Value { return integer(p.ProductTypeID) },
			func(w *shopProductPatch, v ecwid.ProductTypeID) { w.ProductTypeID = present(v) }),
		shopProductOptions(),
		idsField("categoryIds", "ids of the categories, at most 100; none: the front page",
			func(p *shopProduct) []ecwid.CategoryID { return p.CategoryIDs }, func(w *shopProductPatch, v []ecwid.CategoryID) { w.CategoryIDs = present(v) }),
		wholeField("defaultCategoryId", "id of the category of the breadcrumb, 0 for none",
			func(p *shopProduct) mapping.Value { return integer(p.DefaultCategoryID) },
			func(w *shopProductPatch, v ecwid.CategoryID) { w.DefaultCategoryID = present(v) }),
		clearable(mapping.Int(-1), wholeField("showOnFrontpage", "place on the front page, from 1; -1 removes it",
			func(p *shopProduct) mapping.Value { return maybeInt(p.ShowOnFrontpage) }, func(w *shopProductPatch, v int) { w.ShowOnFrontpage = present(v) })),
	}
}

func shopProductOffers() []shopProductField {
	return []shopProductField{
		listField("compositeComponents", "parts of a bundle, as {productId, combinationId, quantity}; only with a new product", componentMembers(),
			func(p *shopProduct) []ecwid.CompositeComponent { return p.CompositeComponents },
			func(w *shopProductPatch, v []ecwid.CompositeComponent) { w.CompositeComponents = present(v) }),
		boolField("reviewsCollectingAllowed", "buyers may write reviews",
			func(p *shopProduct) *bool { return p.ReviewsCollectingAllowed },
			func(w *shopProductPatch, v bool) { w.ReviewsCollectingAllowed = present(v) }),
		objectField("ribbon", "badge, as {text, color}", ribbonMembers(),
			func(p *shopProduct) *ecwid.Ribbon { return p.Ribbon }, func(w *shopProductPatch, v ecwid.Ribbon) { w.Ribbon = present(v) }),
	}
}

func shopProductMarks() []shopProductField {
	return []shopProductField{
		oneOf(wordField("productCondition", "condition of the goods",
			func(p *shopProduct) string { return string(p.Condition) }, func(w *shopProductPatch, v string) { w.Condition = present(ecwid.ProductCondition(v)) }),
			ecwid.ConditionNew, ecwid.ConditionUsed, ecwid.ConditionRefurbished),
		textField("customsHsTariffCode", "customs tariff code",
			func(p *shopProduct) string { return p.CustomsTariffCode }, func(w *shopProductPatch, v string) { w.CustomsTariffCode = present(v) }),
		boolField("batteryIncluded", "has a battery",
			func(p *shopProduct) *bool { return p.BatteryIncluded }, func(w *shopProductPatch, v bool) { w.BatteryIncluded = present(v) }),
		shopGoogleCategory(),
	}
}

// shopProductQuantity is the stock of a product. With it the shop is told to track
// the stock, or the number would not count.
func shopProductQuantity() shopProductField {
	return measured("pieces", wholeField("quantity", "stock; with it the shop is told to track the stock (unlimited false)",
		func(p *shopProduct) mapping.Value { return maybeInt(p.Quantity) },
		func(w *shopProductPatch, v int) { w.Quantity, w.Unlimited = present(v), present(false) }))
}

func shopProductWeight() shopProductField {
	return measured("the shop's unit of weight", amountField("weight", "weight; the shop keeps it for goods that are shipped (isShippingRequired true)",
		func(p *shopProduct) *ecwid.Amount { return p.Weight },
		func(w *shopProductPatch, v ecwid.Amount) {
			w.Weight, w.IsShippingRequired = present(v), present(true)
		}))
}

func shopProductOptions() shopProductField {
	return unordered(writable("options", mapping.KindList, "options that make variations, as {name, value}; the patch needs CompleteProduct",
		func(p *shopProduct) mapping.Value { return shopOptions(p.Options) }, optionsOf,
		func(w *shopProductPatch, v []ecwid.ProductOptionWrite) { w.Options = present(v) }))
}

// shopGoogleCategory is the one field that null clears.
func shopGoogleCategory() shopProductField {
	return shopProductField{
		Name: "googleProductCategory", Kind: mapping.KindNumber, Doc: "id in Google's taxonomy", Empty: mapping.Null(),
		Get: func(p *shopProduct) mapping.Value { return maybeInt(p.GoogleProductCategory) },
		Set: func(w *shopProductPatch, v mapping.Value) error { return setNullable(&w.GoogleProductCategory, v) },
	}
}
