package catalog

import (
	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

// CategorySchema are the fields of SalesPOS categories and of Ecwid categories. A
// patch becomes a CategoryCreate or a CategoryUpdate.
func CategorySchema() mapping.Schema[POSCategory, ecwid.Category, ecwid.CategoryFields] {
	return mapping.Schema[POSCategory, ecwid.Category, ecwid.CategoryFields]{
		Name: "categories SalesPOS → Ecwid", Source: categorySource(),
		Target: shopCategoryFields(),
	}
}

// ShopCategorySchema are the fields of Ecwid categories and of SalesPOS categories.
// A patch becomes a CategoryCreate or a CategoryUpdate.
func ShopCategorySchema() mapping.Schema[ecwid.Category, salespos.Category, salespos.CategoryUpdate] {
	return mapping.Schema[ecwid.Category, salespos.Category, salespos.CategoryUpdate]{
		Name: "categories Ecwid → SalesPOS", Source: shopCategorySource(), Target: posCategoryFields(),
	}
}

// Categories is the default mapping of categories. Everything follows the POS
// until somebody changes it in the shop; the place among the siblings is set once,
// because the shop numbers them anew.
func Categories() mapping.Definition {
	return mapping.Definition{
		Name: "categories SalesPOS → Ecwid", Version: "1",
		Groups: []mapping.FieldGroup{
			mapping.Group("texts", mapping.UnlessEdited(), "name", "description"),
		},
		Rules: []mapping.Rule{
			mapping.To("name").From("name").Transform(noNUL(), mapping.Trim()).Required().MaxLength(maxShopText, mapping.Truncate),
			mapping.To("description").From("description").Transform(noNUL()),
			mapping.To("enabled").From("show_on_website").Policy(mapping.UnlessEdited()),
			mapping.To("parentId").From("parent").Policy(mapping.UnlessEdited()),
			mapping.To("orderBy").From("position").Policy(mapping.CreateOnly),
		},
	}
}

// ShopCategories is the default mapping of categories in the other direction. It goes
// together with Categories: each side keeps what was edited there. The parent needs a
// look-up and is left out.
func ShopCategories() mapping.Definition {
	return mapping.Definition{
		Name: "categories Ecwid → SalesPOS", Version: "1",
		Groups: []mapping.FieldGroup{
			mapping.Group("texts", mapping.UnlessEdited(), "name", "description"),
		},
		Rules: []mapping.Rule{
			mapping.To("name").From("name").Transform(noNUL(), mapping.Trim()).Required().MaxLength(maxPOSCategoryName, mapping.Truncate),
			mapping.To("description").From("description").Transform(noNUL()).MaxLength(maxPOSHTML, mapping.Reject),
			mapping.To("show_on_website").From("enabled").Policy(mapping.UnlessEdited()),
			mapping.To("position").From("orderBy").Policy(mapping.CreateOnly),
		},
	}
}

func categorySource() []mapping.SourceField[POSCategory] {
	node := posCategoryNode()
	fields := append(
		within("", func(s *POSCategory) *salespos.CategoryNode { return s.Category }, node),
		within("", func(s *POSCategory) *posCategory { return s.Details }, leaving(posCategorySource(), namesOf(node)...))...)
	return append(fields, fromSource("looked up or computed before mapping",
		sourceTexts("path", "names from the root to the category", func(s *POSCategory) []string { return s.Path }),
		source("parent", mapping.KindNumber, "id of the parent in the shop, 0 for the root", func(s *POSCategory) mapping.Value {
			if !s.ParentKnown {
				return mapping.Absent()
			}
			return mapping.Int(int64(s.ParentID))
		}),
	)...)
}
