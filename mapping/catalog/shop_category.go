package catalog

import (
	"slices"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
)

type (
	shopCategory      = ecwid.Category
	shopCategoryPatch = ecwid.CategoryFields
	shopCategoryField = mapping.TargetField[shopCategory, shopCategoryPatch]
)

const shopCategoryOrigin = "Ecwid /categories"

// shopCategoryFields are the fields of an Ecwid category that can be written.
func shopCategoryFields() []shopCategoryField {
	return intoTarget(shopCategoryOrigin, slices.Concat(shopCategoryTexts(), shopCategoryPlace())...)
}

// shopCategorySource are all fields of an Ecwid category.
func shopCategorySource() []mapping.SourceField[shopCategory] {
	return append(readable(shopCategoryFields()), fromSource(shopCategoryOrigin, shopCategoryFacts()...)...)
}

func shopCategoryTexts() []shopCategoryField {
	return []shopCategoryField{
		limited(maxShopText, needed(textField("name", "name; several categories may have the same",
			func(p *shopCategory) string { return p.Name }, func(w *shopCategoryPatch, v string) { w.Name = present(v) }))),
		namedTextsField("nameTranslated", "name by language code",
			func(p *shopCategory) ecwid.TextMap { return p.NameTranslated }, func(w *shopCategoryPatch, v ecwid.TextMap) { w.NameTranslated = present(v) }),
		textField("description", "text above the products, HTML",
			func(p *shopCategory) string { return p.Description }, func(w *shopCategoryPatch, v string) { w.Description = present(v) }),
		namedTextsField("descriptionTranslated", "text above the products by language code",
			func(p *shopCategory) ecwid.TextMap { return p.DescriptionTranslated },
			func(w *shopCategoryPatch, v ecwid.TextMap) { w.DescriptionTranslated = present(v) }),
		textField("seoTitle", "title for search engines",
			func(p *shopCategory) string { return p.SEOTitle }, func(w *shopCategoryPatch, v string) { w.SEOTitle = present(v) }),
		namedTextsField("seoTitleTranslated", "title for search engines by language code",
			func(p *shopCategory) ecwid.TextMap { return p.SEOTitleTranslated },
			func(w *shopCategoryPatch, v ecwid.TextMap) { w.SEOTitleTranslated = present(v) }),
		textField("seoDescription", "description for search engines",
			func(p *shopCategory) string { return p.SEODescription }, func(w *shopCategoryPatch, v string) { w.SEODescription = present(v) }),
		namedTextsField("seoDescriptionTranslated", "description for search engines by language code",
			func(p *shopCategory) ecwid.TextMap { return p.SEODescriptionTranslated },
			func(w *shopCategoryPatch, v ecwid.TextMap) { w.SEODescriptionTranslated = present(v) }),
		textField("customSlug", "last part of the web address",
			func(p *shopCategory) string { return p.CustomSlug }, func(w *shopCategoryPatch, v string) { w.CustomSlug = present(v) }),
		textField("externalReferenceId", "id in another system; the shop cannot search by it",
			func(p *shopCategory) string { return p.ExternalReferenceID }, func(w *shopCategoryPatch, v string) { w.ExternalReferenceID = present(v) }),
		objectField("alt", "text of the image, as {main, translated}", altMembers(),
			func(p *shopCategory) *ecwid.AltText { return p.Alt }, func(w *shopCategoryPatch, v ecwid.AltText) { w.Alt = present(v) }),
	}
}

func shopCategoryPlace() []shopCategoryField {
	return []shopCategoryField{
		boolField("enabled", "visible",
			func(p *shopCategory) *bool { return &p.Enabled }, func(w *shopCategoryPatch, v bool) { w.Enabled = present(v) }),
		wholeField("parentId", "id of the parent, 0 for the root",
			func(p *shopCategory) mapping.Value { return integer(p.ParentID) }, func(w *shopCategoryPatch, v ecwid.CategoryID) { w.ParentID = present(v) }),
		wholeField("orderBy", "place among the siblings; the shop may number them anew",
			func(p *shopCategory) mapping.Value { return integer(p.OrderBy) }, func(w *shopCategoryPatch, v int) { w.OrderBy = present(v) }),
		idsField("productIds", "ids of the products; the list is replaced as a whole",
			func(p *shopCategory) []ecwid.ProductID { return p.ProductIDs }, func(w *shopCategoryPatch, v []ecwid.ProductID) { w.ProductIDs = present(v) }),
	}
}

// shopCategoryFacts are the fields that only the shop writes.
func shopCategoryFacts() []mapping.SourceField[shopCategory] {
	return []mapping.SourceField[shopCategory]{
		source("id", mapping.KindNumber, "id of the category", func(p *shopCategory) mapping.Value { return id(p.ID) }),
		source("productCount", mapping.KindNumber, "products, with those of subcategories; lags by minutes", func(p *shopCategory) mapping.Value { return maybeInt(p.ProductCount) }),
		source("productCountWithoutSubcategories", mapping.KindNumber, "products of its own",
			func(p *shopCategory) mapping.Value { return maybeInt(p.ProductCountWithoutSubcategories) }),
		source("enabledProductCount", mapping.KindNumber, "products of its own that are for sale", func(p *shopCategory) mapping.Value { return maybeInt(p.EnabledProductCount) }),
		sourceText("url", "web address", func(p *shopCategory) string { return p.URL }),
		sourceText("autogeneratedSlug", "last part of the web address, as the shop makes it", func(p *shopCategory) string { return p.AutogeneratedSlug }),
		sourceText("imageUrl", "image, 1500 pixels", func(p *shopCategory) string { return p.ImageURL }),
		sourceText("hdThumbnailUrl", "image, 800 pixels", func(p *shopCategory) string { return p.HDThumbnailURL }),
		sourceText("thumbnailUrl", "image, 400 pixels", func(p *shopCategory) string { return p.ThumbnailURL }),
		sourceText("originalImageUrl", "image as it was uploaded", func(p *shopCategory) string { return p.OriginalImageURL }),
		sourceObject("originalImage", "image as it was uploaded, as {url, width, height}",
			func(p *shopCategory) *ecwid.ImageFile { return p.OriginalImage }, imageFile),
		sourceObject("thumbnail", "image in the size of a preview, as {url, width, height}",
			func(p *shopCategory) *ecwid.ImageFile { return p.Thumbnail }, imageFile),
		sourceText("imageExternalId", "id of the image in another system", func(p *shopCategory) string { return p.ImageExternalID }),
		sourceText("origin", "system that manages the category: ECWID, LIGHTSPEED, X-SERIES", func(p *shopCategory) string { return string(p.Origin) }),
		sourceFlag("isSampleCategory", "is a sample of the vendor", func(p *shopCategory) *bool { return p.IsSampleCategory }),
	}
}
