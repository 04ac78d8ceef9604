package catalog

import (
	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

// ProductSchema are the fields of SalesPOS products and of Ecwid products. A patch
// becomes a ProductCreate or a ProductUpdate; complete an update with
// CompleteProduct.
func ProductSchema() mapping.Schema[POSProduct, ecwid.Product, ecwid.ProductFields] {
	return mapping.Schema[POSProduct, ecwid.Product, ecwid.ProductFields]{
		Name: "products SalesPOS → Ecwid", Source: productSource(), Target: shopProductFields(),
		OpenSource: openPosProduct(), OpenTarget: []mapping.OpenTarget[ecwid.Product, ecwid.ProductFields]{openShopProduct()},
	}
}

// ShopProductSchema are the fields of Ecwid products and of SalesPOS products. A
// patch becomes a ProductCreate or a ProductUpdate.
func ShopProductSchema() mapping.Schema[ecwid.Product, salespos.Product, salespos.ProductUpdate] {
	return mapping.Schema[ecwid.Product, salespos.Product, salespos.ProductUpdate]{
		Name: "products Ecwid → SalesPOS", Source: shopProductSource(), Target: posProductFields(),
		OpenSource: []mapping.OpenSource[ecwid.Product]{openTexts("attributes", attributeDoc, shopProductOrigin+", attributes",
			func(p *ecwid.Product, name string) mapping.Value { return attributeNamed(p.Attributes, name) })},
	}
}

// Products is the default mapping of products. The POS owns prices, barcode and
// taxes; texts, visibility and weight follow the POS until somebody edits them in
// the shop; categories and choices that the shop added stay; stock belongs to the
// stock flow and is only set on create. The group "texts" can be switched off with
// Definition.UpdateCheckbox.
func Products() mapping.Definition {
	return mapping.Definition{
		Name: "products SalesPOS → Ecwid", Version: "1",
		Groups: []mapping.FieldGroup{
			mapping.Group("texts", mapping.UnlessEdited(), "name", "subtitle", "description"),
			mapping.Group("prices", mapping.Always, "price", "compareToPrice"),
		},
		Rules: []mapping.Rule{
			mapping.To("name").From("name").Transform(noNUL(), mapping.Trim()).Required().MaxLength(maxShopText, mapping.Truncate),
			mapping.To("subtitle").From("shortdescription").Transform(noNUL()),
			mapping.To("description").From("description").Transform(noNUL()),
			mapping.To("sku").From("productnumber").Transform(mapping.Trim()).MaxLength(maxShopText, mapping.Reject).
				Policy(mapping.MatchKey(mapping.Follow)),
			mapping.To("price").From("sell_price").Required().Range(decimal.Zero, maxPrice()),
			mapping.To("compareToPrice").From("old_price").WhenAbsent(mapping.Clear).Range(decimal.Zero, maxPrice()),
			mapping.To("ean").From("eannumber").Transform(mapping.Trim()).Policy(mapping.Always),
			mapping.To("enabledManualTaxes").From("taxes").WhenEmpty(mapping.Clear).Policy(mapping.Always),
			mapping.To("enabled").From("is_active").Policy(mapping.UnlessEdited()),
			mapping.To("quantity").From("quantity").Policy(mapping.CreateOnly),
			mapping.To("weight").From("weight").Policy(mapping.UnlessEdited()),
			mapping.To("options").From("options").Policy(mapping.ListAdd),
			mapping.To("categoryIds").From("categories").WhenEmpty(mapping.Clear).Policy(mapping.ListOwn),
			mapping.To("externalReferenceId").From("reference").Policy(mapping.CreateOnly),
		},
	}
}

// maxPrice is far above every price: the range is there for negative ones.
func maxPrice() decimal.Decimal { return decimal.New(1, 12) }

// noNUL removes a character that databases refuse.
func noNUL() mapping.Transform { return mapping.Replace("\x00", "") }
