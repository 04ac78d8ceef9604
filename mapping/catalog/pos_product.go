package catalog

import (
	"slices"

	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

type (
	posProduct      = salespos.Product
	posProductPatch = salespos.ProductUpdate
	posProductField = mapping.TargetField[posProduct, posProductPatch]
)

// The longest texts of products that SalesPOS takes.
const (
	maxPOSName   = 200
	maxPOSNumber = 50
	maxPOSText   = 255
	maxPOSHTML   = 65536
)

const posProductOrigin = "SalesPOS /products"

// posProductFields are the fields of a SalesPOS product that can be written.
func posProductFields() []posProductField {
	return intoTarget(posProductOrigin, slices.Concat(
		posProductTexts(), posProductPrices(), posProductStock(), posProductLinks(),
		posProductSearch(), posProductDisplay(), posProductMarkets())...)
}

// posProductSource are all fields of a SalesPOS product.
func posProductSource() []mapping.SourceField[posProduct] {
	return slices.Concat(readable(posProductFields()),
		fromSource(posProductOrigin, posProductFacts()...),
		fromSource(posProductOrigin, posProductObjects()...), posProductLists())
}

func posProductTexts() []posProductField {
	return []posProductField{
		limited(maxPOSName, needed(textField("name", "name of the article; translatable",
			func(p *posProduct) string { return p.Name }, func(w *posProductPatch, v string) { w.Name = present(v) }))),
		limited(maxPOSText, textField("shortdescription", "short text; translatable",
			func(p *posProduct) string { return p.ShortDescription }, func(w *posProductPatch, v string) { w.ShortDescription = present(v) })),
		limited(maxPOSHTML, textField("description", "long text, HTML; translatable",
			func(p *posProduct) string { return p.Description }, func(w *posProductPatch, v string) { w.Description = present(v) })),
		limited(maxPOSNumber, textField("productnumber", "article number, the SKU of a product without variants",
			func(p *posProduct) string { return p.ProductNumber }, func(w *posProductPatch, v string) { w.ProductNumber = present(v) })),
		limited(maxPOSNumber, textField("eannumber", "barcode, EAN or GTIN",
			func(p *posProduct) string { return p.EANNumber }, func(w *posProductPatch, v string) { w.EANNumber = present(v) })),
		limited(maxPOSNumber, textField("mpnnumber", "part number of the manufacturer",
			func(p *posProduct) string { return p.MPNNumber }, func(w *posProductPatch, v string) { w.MPNNumber = present(v) })),
		textField("unit", "sales unit, such as stuk",
			func(p *posProduct) string { return p.Unit }, func(w *posProductPatch, v string) { w.Unit = present(v) }),
		textField("memo", "internal note, never shown to shoppers",
			func(p *posProduct) string { return p.Memo }, func(w *posProductPatch, v string) { w.Memo = present(v) }),
		textField("specs", "web address of a specification",
			func(p *posProduct) string { return p.Specs }, func(w *posProductPatch, v string) { w.Specs = present(v) }),
		textField("maincategory", "free text for feeds, no category of the tree",
			func(p *posProduct) string { return p.MainCategory }, func(w *posProductPatch, v string) { w.MainCategory = present(v) }),
		textField("subcategory", "free text for feeds, no category of the tree",
			func(p *posProduct) string { return p.SubCategory }, func(w *posProductPatch, v string) { w.SubCategory = present(v) }),
		boolField("active", "on sale; read as is_active",
			func(p *posProduct) *bool { return p.Active }, func(w *posProductPatch, v bool) { w.Active = present(v) }),
	}
}

func posProductPrices() []posProductField {
	return []posProductField{
		needed(amountField("price", "list price of a piece, before discount, with VAT if the shop's prices include it",
			func(p *posProduct) *salespos.Amount { return p.Price },
			func(w *posProductPatch, v salespos.Amount) { w.Price = present(v) })),
		needed(amountField("discount", "amount off a piece, not a percentage; 0 for none",
			func(p *posProduct) *salespos.Amount { return p.Discount },
			func(w *posProductPatch, v salespos.Amount) { w.Discount = present(v) })),
		amountField("purchaseprice", "cost of a piece, without VAT",
			func(p *posProduct) *salespos.Amount { return p.PurchasePrice },
			func(w *posProductPatch, v salespos.Amount) { w.PurchasePrice = present(v) }),
		needed(oneOf(anyCase(wordField("taxtariff", "VAT class; a new product needs one",
			func(p *posProduct) string { return string(p.TaxTariff) }, func(w *posProductPatch, v string) { w.TaxTariff = present(salespos.TaxTariff(v)) })),
			salespos.TaxNormal, salespos.TaxLowA, salespos.TaxLowB, salespos.TaxExtraLow, salespos.TaxZero)),
		amountField("container_deposit_price", "deposit on the packaging, added to the price",
			func(p *posProduct) *salespos.Amount { return &p.ContainerDepositPrice },
			func(w *posProductPatch, v salespos.Amount) { w.ContainerDepositPrice = present(v) }),
		amountField("safety_deposit_price", "deposit that is given back, added to the price",
			func(p *posProduct) *salespos.Amount { return &p.SafetyDepositPrice },
			func(w *posProductPatch, v salespos.Amount) { w.SafetyDepositPrice = present(v) }),
		wholeField("credit_points_custom", "loyalty points instead of the computed ones",
			func(p *posProduct) mapping.Value { return maybeInt(p.CreditPointsCustom) }, func(w *posProductPatch, v int) { w.CreditPointsCustom = present(v) }),
		boolField("fixed_staggered_prices", "the prices from a quantity on are fixed",
			func(p *posProduct) *bool { return &p.FixedStaggeredPrices },
			func(w *posProductPatch, v bool) { w.FixedStaggeredPrices = present(v) }),
	}
}

func posProductLinks() []posProductField {
	return []posProductField{
		needed(wholeField("package_id", "shipping package",
			func(p *posProduct) mapping.Value { return packageOf(p) }, func(w *posProductPatch, v salespos.PackageID) { w.PackageID = present(v) })),
		wholeField("brand_id", "brand",
			func(p *posProduct) mapping.Value { return id(p.Brand.ID) }, func(w *posProductPatch, v salespos.BrandID) { w.BrandID = present(v) }),
		wholeField("condition_id", "condition",
			func(p *posProduct) mapping.Value { return id(p.Condition.ID) }, func(w *posProductPatch, v salespos.ConditionID) { w.ConditionID = present(v) }),
		wholeField("supplier_id", "supplier",
			func(p *posProduct) mapping.Value { return id(p.Supplier.ID) }, func(w *posProductPatch, v salespos.SupplierID) { w.SupplierID = present(v) }),
		posProductColor(),
	}
}

// packageOf is the shipping package of a product.
func packageOf(p *posProduct) mapping.Value {
	if p.Package == nil {
		return mapping.Absent()
	}
	return id(p.Package.ID)
}

// posProductColor is the one link that null removes.
func posProductColor() posProductField {
	return posProductField{
		Name: "color_id", Kind: mapping.KindNumber, Doc: "colour", Empty: mapping.Null(),
		Get: func(p *posProduct) mapping.Value {
			if p.Color == nil {
				return mapping.Absent()
			}
			return id(p.Color.ID)
		},
		Set: func(w *posProductPatch, v mapping.Value) error { return setNullable(&w.ColorID, v) },
	}
}
