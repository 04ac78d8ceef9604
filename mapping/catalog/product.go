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

// ShopProducts is the default mapping of products in the other direction. It goes
// together with Products: texts and visibility are whoever's edited them last, prices,
// barcode and VAT class are set once and then belong to the POS. For a shop that owns
// them give the group "prices" the policy Always. The VAT class goes by the Dutch
// rates; a price without tax inside has none. Every product gets the shipping package,
// which the POS asks for. Weight and categories need look-ups and are left out.
func ShopProducts(shipping salespos.PackageID) mapping.Definition {
	rates := mapping.Table{
		"21": mapping.Text(string(salespos.TaxNormal)),
		"9":  mapping.Text(string(salespos.TaxLowA)),
	}
	return mapping.Definition{
		Name: "products Ecwid → SalesPOS", Version: "1",
		Groups: []mapping.FieldGroup{
			mapping.Group("texts", mapping.UnlessEdited(), "name", "shortdescription", "description"),
			mapping.Group("prices", mapping.CreateOnly, "price", "discount", "taxtariff"),
		},
		Rules: []mapping.Rule{
			mapping.To("name").From("name").Transform(noNUL(), mapping.Trim()).Required().MaxLength(maxPOSName, mapping.Truncate),
			mapping.To("shortdescription").From("subtitle").Transform(noNUL()).MaxLength(maxPOSText, mapping.Truncate),
			mapping.To("description").From("description").Transform(noNUL()).MaxLength(maxPOSHTML, mapping.Reject),
			mapping.To("productnumber").From("sku").Transform(mapping.Trim()).MaxLength(maxPOSNumber, mapping.Reject).
				Policy(mapping.MatchKey(mapping.Report)),
			mapping.To("eannumber").From("ean").Transform(mapping.Trim()).MaxLength(maxPOSNumber, mapping.Reject).Policy(mapping.CreateOnly),
			mapping.To("price").From("price").Required().Range(decimal.Zero, maxPrice()),
			mapping.To("discount").Force(mapping.Int(0)),
			mapping.To("taxtariff").From("defaultLocationIncludedTaxRate").Map(rates, mapping.UnmappedFail()),
			mapping.To("package_id").Force(mapping.Int(int64(shipping))).Policy(mapping.CreateOnly),
			mapping.To("active").From("enabled").Policy(mapping.UnlessEdited()),
			mapping.To("stockenabled").If(mapping.Is("unlimited", mapping.Bool(true)), mapping.Bool(false)).
				If(mapping.Otherwise(), mapping.Bool(true)).Policy(mapping.CreateOnly),
			mapping.To("stock").From("quantity").Policy(mapping.CreateOnly),
		},
	}
}

// maxPrice is far above every price: the range is there for negative ones.
func maxPrice() decimal.Decimal { return decimal.New(1, 12) }

// noNUL removes a character that databases refuse.
func noNUL() mapping.Transform { return mapping.Replace("\x00", "") }
