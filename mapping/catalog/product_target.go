package catalog

import (
	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
)

// The longest texts that Ecwid is known to take; its documents name none.
const maxShopText = 255

// productTarget are the fields of an Ecwid product.
func productTarget() []mapping.TargetField[ecwid.Product, ecwid.ProductFields] {
	fields := intoTarget("Ecwid /products", productTextFields()...)
	fields = append(fields, intoTarget("Ecwid /products", productPriceFields()...)...)
	fields = append(fields, intoTarget("Ecwid /products", productStockFields()...)...)
	return append(fields, intoTarget("Ecwid /products", productListFields()...)...)
}

type (
	productField = mapping.TargetField[ecwid.Product, ecwid.ProductFields]
	shopProduct  = ecwid.Product
	productPatch = ecwid.ProductFields
)

func productTextFields() []productField {
	return []productField{
		needed(limited(maxShopText, textField("name", "name of the article",
			func(p *shopProduct) string { return p.Name }, func(p *productPatch) *optional[string] { return &p.Name }))),
		textField("subtitle", "line under the name",
			func(p *shopProduct) string { return p.Subtitle }, func(p *productPatch) *optional[string] { return &p.Subtitle }),
		textField("description", "long text, HTML; the shop removes scripts",
			func(p *shopProduct) string { return p.Description }, func(p *productPatch) *optional[string] { return &p.Description }),
		limited(maxShopText, textField("sku", "article number; the shop makes one for a product without",
			func(p *shopProduct) string { return p.SKU }, func(p *productPatch) *optional[string] { return &p.SKU })),
		textField("externalReferenceId", "id in another system, unique in the shop",
			func(p *shopProduct) string { return p.ExternalReferenceID }, func(p *productPatch) *optional[string] { return &p.ExternalReferenceID }),
		textField("seoTitle", "title for search engines",
			func(p *shopProduct) string { return p.SEOTitle }, func(p *productPatch) *optional[string] { return &p.SEOTitle }),
		textField("seoDescription", "description for search engines",
			func(p *shopProduct) string { return p.SEODescription }, func(p *productPatch) *optional[string] { return &p.SEODescription }),
		textField("customSlug", "last part of the web address",
			func(p *shopProduct) string { return p.CustomSlug }, func(p *productPatch) *optional[string] { return &p.CustomSlug }),
		attributeField("ean", "barcode: the attribute of type UPC", ecwid.AttributeUPC, ecwid.AliasUPC),
		attributeField("brand", "the attribute of type BRAND", ecwid.AttributeBrand, ecwid.AliasBrand),
	}
}

func productPriceFields() []productField {
	return []productField{
		needed(amountField("price", "price of a piece, on the shop's tax basis",
			func(p *shopProduct) mapping.Value { return mapping.Number(p.Price.Decimal) }, ecwid.NewAmount,
			func(p *productPatch) *optional[ecwid.Amount] { return &p.Price })),
		clearable(mapping.Int(0), amountField("compareToPrice", "former price, shown crossed out; 0 removes it",
			func(p *shopProduct) mapping.Value { return shopAmount(p.CompareToPrice) }, ecwid.NewAmount,
			func(p *productPatch) *optional[ecwid.Amount] { return &p.CompareToPrice })),
		amountField("costPrice", "cost of a piece",
			func(p *shopProduct) mapping.Value { return mapping.Number(p.CostPrice.Decimal) }, ecwid.NewAmount,
			func(p *productPatch) *optional[ecwid.Amount] { return &p.CostPrice }),
		{
			Name: "enabledManualTaxes", Kind: mapping.KindList, Unordered: true, Empty: mapping.List(),
			Doc: "ids of the shop's taxes that apply to the product though not to all",
			Get: func(p *shopProduct) mapping.Value { return ids(p.Tax.EnabledManualTaxes) },
			Set: func(p *productPatch, v mapping.Value) error {
				taxes, err := idList[ecwid.TaxID](v)
				if err != nil {
					return err
				}
				tax := p.Tax.Or(ecwid.ProductTaxWrite{})
				tax.EnabledManualTaxes = ecwid.Set(taxes)
				p.Tax = ecwid.Set(tax)
				return nil
			},
		},
	}
}

func productStockFields() []productField {
	return []productField{
		boolField("enabled", "visible and for sale",
			func(p *shopProduct) mapping.Value { return mapping.Bool(p.Enabled) },
			func(p *productPatch) *optional[bool] { return &p.Enabled }),
		{
			Name: "quantity", Kind: mapping.KindNumber, Unit: "pieces",
			Doc: "stock; with it the shop is told to track the stock (unlimited false)",
			Get: func(p *shopProduct) mapping.Value { return maybeInt(p.Quantity) },
			Set: func(p *productPatch, v mapping.Value) error {
				n, err := whole[int](v)
				if err != nil {
					return err
				}
				p.Quantity, p.Unlimited = ecwid.Set(n), ecwid.Set(false)
				return nil
			},
		},
		wholeField("minPurchaseQuantity", "least quantity of an order",
			func(p *shopProduct) mapping.Value { return maybeInt(p.MinPurchaseQuantity) },
			func(p *productPatch) *optional[int] { return &p.MinPurchaseQuantity }),
		{
			Name: "weight", Kind: mapping.KindNumber, Unit: "the shop's unit of weight",
			Doc: "weight; the shop keeps it for goods that are shipped (isShippingRequired true)",
			Get: func(p *shopProduct) mapping.Value { return shopAmount(p.Weight) },
			Set: func(p *productPatch, v mapping.Value) error {
				d, ok := v.AsNumber()
				if !ok {
					return kindError(mapping.KindNumber, v)
				}
				p.Weight, p.IsShippingRequired = ecwid.Set(ecwid.NewAmount(d)), ecwid.Set(true)
				return nil
			},
		},
	}
}

func productListFields() []productField {
	return []productField{
		{
			Name: "options", Kind: mapping.KindList, Unordered: true,
			Doc: "options that make variations, as {name, value}; the patch needs CompleteProduct",
			Get: func(p *shopProduct) mapping.Value { return shopOptions(p.Options) },
			Set: func(p *productPatch, v mapping.Value) error {
				options, err := optionsOf(v)
				if err != nil {
					return err
				}
				p.Options = ecwid.Set(options)
				return nil
			},
		},
		{
			Name: "categoryIds", Kind: mapping.KindList, Unordered: true, Empty: mapping.List(),
			Doc: "ids of the categories, at most 100; none: the front page",
			Get: func(p *shopProduct) mapping.Value { return ids(p.CategoryIDs) },
			Set: func(p *productPatch, v mapping.Value) error {
				categories, err := idList[ecwid.CategoryID](v)
				if err != nil {
					return err
				}
				p.CategoryIDs = ecwid.Set(categories)
				return nil
			},
		},
		{
			Name: "attributes", Kind: mapping.KindList, Unordered: true,
			Doc: "attributes of the product's type but barcode and brand, as {name, value}; the patch needs CompleteProduct",
			Get: func(p *shopProduct) mapping.Value { return shopAttributes(p.Attributes) },
			Set: setAttributes,
		},
	}
}
