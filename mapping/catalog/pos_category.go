package catalog

import (
	"slices"

	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

type (
	posCategory      = salespos.Category
	posCategoryPatch = salespos.CategoryUpdate
	posCategoryField = mapping.TargetField[posCategory, posCategoryPatch]
)

// The longest texts of categories that SalesPOS takes.
const (
	maxPOSCategoryName = 255
	maxPOSCategoryHTML = 65536
)

const posCategoryOrigin = "SalesPOS /categories"

// posCategorySource are all fields of a SalesPOS category.
func posCategorySource() []mapping.SourceField[posCategory] {
	return append(readable(posCategoryFields()), fromSource(posCategoryOrigin, posCategoryFacts()...)...)
}

// posCategoryFields are the fields of a SalesPOS category that can be written.
func posCategoryFields() []posCategoryField {
	return intoTarget(posCategoryOrigin, slices.Concat(posCategoryTexts(), posCategoryDisplay(), posCategoryPhotos())...)
}

func posCategoryTexts() []posCategoryField {
	return []posCategoryField{
		limited(maxPOSCategoryName, needed(textField("name", "name",
			func(p *posCategory) string { return p.Name }, func(w *posCategoryPatch, v string) { w.Name = present(v) }))),
		limited(maxPOSCategoryHTML, textField("description", "text above the products, HTML",
			func(p *posCategory) string { return p.Description }, func(w *posCategoryPatch, v string) { w.Description = present(v) })),
		limited(maxPOSCategoryHTML, textField("description_bottom", "text below the products, HTML",
			func(p *posCategory) string { return p.DescriptionBottom }, func(w *posCategoryPatch, v string) { w.DescriptionBottom = present(v) })),
		textField("searchwords", "search words",
			func(p *posCategory) string { return p.SearchWords }, func(w *posCategoryPatch, v string) { w.SearchWords = present(v) }),
		textField("page_title", "title for search engines",
			func(p *posCategory) string { return p.PageTitle }, func(w *posCategoryPatch, v string) { w.PageTitle = present(v) }),
		textField("meta_description", "description for search engines",
			func(p *posCategory) string { return p.MetaDescription }, func(w *posCategoryPatch, v string) { w.MetaDescription = present(v) }),
		textField("meta_keywords", "keywords for search engines",
			func(p *posCategory) string { return p.MetaKeywords }, func(w *posCategoryPatch, v string) { w.MetaKeywords = present(v) }),
		boolField("no_index", "search engines shall leave the page out",
			func(p *posCategory) *bool { return p.NoIndex }, func(w *posCategoryPatch, v bool) { w.NoIndex = present(v) }),
		boolField("no_follow", "search engines shall not follow its links",
			func(p *posCategory) *bool { return p.NoFollow }, func(w *posCategoryPatch, v bool) { w.NoFollow = present(v) }),
		textField("alias", "last part of the web address",
			func(p *posCategory) string { return p.Alias }, func(w *posCategoryPatch, v string) { w.Alias = present(v) }),
		posCategoryParent(),
	}
}

func posCategoryDisplay() []posCategoryField {
	return []posCategoryField{
		boolField("show_on_website", "visible",
			func(p *posCategory) *bool { return p.ShowOnWebsite }, func(w *posCategoryPatch, v bool) { w.ShowOnWebsite = present(v) }),
		wholeField("position", "place among the siblings, the last one when absent",
			func(p *posCategory) mapping.Value { return maybeInt(p.Position) }, func(w *posCategoryPatch, v int) { w.Position = present(v) }),
		oneOf(wordField("orderby", "order of the products",
			func(p *posCategory) string { return p.OrderBy }, func(w *posCategoryPatch, v string) { w.OrderBy = present(v) }),
			"position", "productname", "productnumber", "createdate", "price", "price_desc", "discount_desc"),
		wholeField("items_per_page", "products on a page, 0 to 100",
			func(p *posCategory) mapping.Value { return maybeInt(p.ItemsPerPage) }, func(w *posCategoryPatch, v int) { w.ItemsPerPage = present(v) }),
		wholeField("layout_of_products_id", "layout of the products",
			func(p *posCategory) mapping.Value { return id(p.LayoutOfProducts.ID) },
			func(w *posCategoryPatch, v salespos.ProductLayoutID) { w.LayoutOfProducts = present(v) }),
		wholeField("layout_of_categories_id", "layout of the subcategories: 1 to 5, 2001 or 2002",
			func(p *posCategory) mapping.Value { return maybeInt(p.LayoutOfCategories) }, func(w *posCategoryPatch, v int) { w.LayoutOfCategories = present(v) }),
		boolField("show_big_photo", "a photo grows under the pointer",
			func(p *posCategory) *bool { return p.ShowBigPhoto }, func(w *posCategoryPatch, v bool) { w.ShowBigPhoto = present(v) }),
		boolField("productphoto_in_canvas", "photos are cut to one size",
			func(p *posCategory) *bool { return p.ProductPhotoInCanvas },
			func(w *posCategoryPatch, v bool) { w.ProductPhotoInCanvas = present(v) }),
		boolField("show_orderbutton", "order button in the list",
			func(p *posCategory) *bool { return p.ShowOrderButton }, func(w *posCategoryPatch, v bool) { w.ShowOrderButton = present(v) }),
		wholeField("color", "1 blue, 2 yellow, 3 gray, 4 green, 5 orange, 6 purple, 7 red",
			func(p *posCategory) mapping.Value { return maybeInt(p.Color) }, func(w *posCategoryPatch, v int) { w.Color = present(v) }),
		wholeField("color_alternative", "second colour, as color",
			func(p *posCategory) mapping.Value { return maybeInt(p.ColorAlternative) }, func(w *posCategoryPatch, v int) { w.ColorAlternative = present(v) }),
	}
}

func posCategoryPhotos() []posCategoryField {
	return []posCategoryField{
		writeOnly(textField("photo_source", "photo in base64; \"\" deletes it",
			func(*posCategory) string { return "" }, func(w *posCategoryPatch, v string) { w.PhotoSource = present(v) })),
		writeOnly(textField("photo_file_type", "extension of the photo, without a dot",
			func(*posCategory) string { return "" }, func(w *posCategoryPatch, v string) { w.PhotoFileType = present(v) })),
		writeOnly(textField("description_photo_source", "photo in the text in base64, together with the three fields after it; \"\" deletes it",
			func(*posCategory) string { return "" }, func(w *posCategoryPatch, v string) { w.DescriptionPhotoSource = present(v) })),
		writeOnly(textField("description_photo_file_type", "extension of the photo in the text, without a dot",
			func(*posCategory) string { return "" }, func(w *posCategoryPatch, v string) { w.DescriptionPhotoFileType = present(v) })),
		wordField("description_photo_size", "size of the photo in the text; its words are not documented",
			func(p *posCategory) string { return p.DescriptionPhotoSize }, func(w *posCategoryPatch, v string) { w.DescriptionPhotoSize = present(v) }),
		wordField("description_photo_position", "place of the photo in the text; its words are not documented",
			func(p *posCategory) string { return p.DescriptionPhotoPosition }, func(w *posCategoryPatch, v string) { w.DescriptionPhotoPosition = present(v) }),
	}
}

// posCategoryFacts are the fields that only the POS writes.
func posCategoryFacts() []mapping.SourceField[posCategory] {
	return []mapping.SourceField[posCategory]{
		source("id", mapping.KindNumber, "id of the category", func(p *posCategory) mapping.Value { return id(p.ID) }),
		sourceText("photo", "web address of the photo", func(p *posCategory) string { return p.Photo }),
		sourceText("description_photo", "web address of the photo in the text", func(p *posCategory) string { return p.DescriptionPhoto }),
		sourceText("deeplink", "web address of the category", func(p *posCategory) string { return p.Deeplink }),
	}
}

// posCategoryParent is the one field that null clears.
func posCategoryParent() posCategoryField {
	return posCategoryField{
		Name: "parentcategory_id", Kind: mapping.KindNumber, Doc: "parent; cleared, the category is at the root", Empty: mapping.Null(),
		Get: func(p *posCategory) mapping.Value { return id(p.ParentCategory.ID) },
		Set: func(w *posCategoryPatch, v mapping.Value) error { return setNullable(&w.ParentCategoryID, v) },
	}
}

// posCategoryNode are the fields of a category in the tree, which has less than a
// category that is read alone.
func posCategoryNode() []mapping.SourceField[salespos.CategoryNode] {
	return fromSource("SalesPOS /categories/tree",
		source("id", mapping.KindNumber, "id of the category", func(c *salespos.CategoryNode) mapping.Value { return id(c.ID) }),
		sourceText("name", "name", func(c *salespos.CategoryNode) string { return c.Name }),
		sourceText("description", "text above the products, HTML", func(c *salespos.CategoryNode) string { return c.Description }),
		source("position", mapping.KindNumber, "place among the siblings", func(c *salespos.CategoryNode) mapping.Value { return maybeInt(c.Position) }),
		sourceFlag("show_on_website", "visible", func(c *salespos.CategoryNode) *bool { return c.ShowOnWebsite }),
		sourceText("deeplink", "web address of the category", func(c *salespos.CategoryNode) string { return c.Deeplink }))
}
