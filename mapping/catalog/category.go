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
		Target: intoTarget("Ecwid /categories", categoryTarget()...),
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

func categorySource() []mapping.SourceField[POSCategory] {
	text := func(name, doc string, get func(*salespos.CategoryNode) string) mapping.SourceField[POSCategory] {
		return sourceText(name, doc, func(s *POSCategory) string { return get(s.Category) })
	}
	fields := fromSource("SalesPOS /categories/tree",
		source("id", mapping.KindNumber, "id of the category", func(s *POSCategory) mapping.Value { return id(s.Category.ID) }),
		text("name", "name", func(c *salespos.CategoryNode) string { return c.Name }),
		text("description", "text above the products, HTML", func(c *salespos.CategoryNode) string { return c.Description }),
		source("position", mapping.KindNumber, "place among the siblings", func(s *POSCategory) mapping.Value {
			return maybeInt(s.Category.Position)
		}),
		source("show_on_website", mapping.KindBool, "visible", func(s *POSCategory) mapping.Value {
			return maybeBool(s.Category.ShowOnWebsite)
		}),
	)
	return append(fields, fromSource("looked up or computed before mapping",
		source("path", mapping.KindList, "names from the root to the category", func(s *POSCategory) mapping.Value {
			return mapping.Texts(s.Path...)
		}),
		source("parent", mapping.KindNumber, "id of the parent in the shop, 0 for the root", func(s *POSCategory) mapping.Value {
			if !s.ParentKnown {
				return mapping.Absent()
			}
			return mapping.Int(int64(s.ParentID))
		}),
	)...)
}

func categoryTarget() []mapping.TargetField[ecwid.Category, ecwid.CategoryFields] {
	type (
		category = ecwid.Category
		patch    = ecwid.CategoryFields
	)
	return []mapping.TargetField[category, patch]{
		needed(limited(maxShopText, textField("name", "name; several categories may have the same",
			func(c *category) string { return c.Name }, func(p *patch) *optional[string] { return &p.Name }))),
		textField("description", "text above the products, HTML",
			func(c *category) string { return c.Description }, func(p *patch) *optional[string] { return &p.Description }),
		boolField("enabled", "visible",
			func(c *category) mapping.Value { return mapping.Bool(c.Enabled) }, func(p *patch) *optional[bool] { return &p.Enabled }),
		wholeField("parentId", "id of the parent, 0 for the root",
			func(c *category) mapping.Value { return mapping.Int(int64(c.ParentID)) },
			func(p *patch) *optional[ecwid.CategoryID] { return &p.ParentID }),
		wholeField("orderBy", "place among the siblings; the shop may number them anew",
			func(c *category) mapping.Value { return mapping.Int(int64(c.OrderBy)) }, func(p *patch) *optional[int] { return &p.OrderBy }),
		textField("seoTitle", "title for search engines",
			func(c *category) string { return c.SEOTitle }, func(p *patch) *optional[string] { return &p.SEOTitle }),
		textField("seoDescription", "description for search engines",
			func(c *category) string { return c.SEODescription }, func(p *patch) *optional[string] { return &p.SEODescription }),
		textField("customSlug", "last part of the web address",
			func(c *category) string { return c.CustomSlug }, func(p *patch) *optional[string] { return &p.CustomSlug }),
		textField("externalReferenceId", "id in another system; the shop cannot search by it",
			func(c *category) string { return c.ExternalReferenceID }, func(p *patch) *optional[string] { return &p.ExternalReferenceID }),
	}
}
