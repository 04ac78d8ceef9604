package catalog

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

// VariantSchema are the fields of SalesPOS attribute combinations and of Ecwid
// variations. A patch becomes a CombinationUpdate, or a CombinationCreate of the
// same fields; complete an update with CompleteVariant.
func VariantSchema() mapping.Schema[POSVariant, ecwid.Combination, ecwid.CombinationUpdate] {
	return mapping.Schema[POSVariant, ecwid.Combination, ecwid.CombinationUpdate]{
		Name: "variants SalesPOS → Ecwid", Source: variantSource(),
		Target: intoTarget("Ecwid /products/{id}/combinations", variantTarget()...),
	}
}

// Variants is the default mapping of variants. Prices are absolute. A variant that
// shares the product's stock has no number and no stock of its own.
func Variants() mapping.Definition {
	return mapping.Definition{
		Name: "variants SalesPOS → Ecwid", Version: "1",
		Groups: []mapping.FieldGroup{
			mapping.Group("prices", mapping.Always, "price", "compareToPrice"),
		},
		Rules: []mapping.Rule{
			mapping.To("options").From("options").Required().Policy(mapping.CreateOnly),
			mapping.To("sku").From("sku").Transform(mapping.Trim()).MaxLength(maxShopText, mapping.Reject).
				Policy(mapping.MatchKey(mapping.Follow)),
			mapping.To("price").From("sell_price").Required().Range(decimal.Zero, maxPrice()),
			mapping.To("compareToPrice").From("old_price").WhenAbsent(mapping.Clear).Range(decimal.Zero, maxPrice()),
			mapping.To("ean").From("ean_number").Transform(mapping.Trim()).Policy(mapping.Always),
			mapping.To("quantity").From("quantity").Policy(mapping.CreateOnly),
		},
	}
}

func variantSource() []mapping.SourceField[POSVariant] {
	text := func(name, doc string, get func(*salespos.AttributeCombination) string) mapping.SourceField[POSVariant] {
		return sourceText(name, doc, func(s *POSVariant) string { return get(s.Combination) })
	}
	fields := fromSource("SalesPOS /products/{id}/attributecombinations",
		text("product_number", "article number of the variant", func(c *salespos.AttributeCombination) string { return c.ProductNumber }),
		text("sku_number", "SKU of the variant", func(c *salespos.AttributeCombination) string { return c.SKUNumber }),
		text("ean_number", "barcode", func(c *salespos.AttributeCombination) string { return c.EANNumber }),
		text("note", "free text", func(c *salespos.AttributeCombination) string { return c.Note }),
		source("netto_extra_price", mapping.KindNumber, "added to the product's price, may be negative", func(s *POSVariant) mapping.Value {
			return posAmount(s.Combination.ExtraPrice)
		}),
		source("active", mapping.KindBool, "can be chosen", func(s *POSVariant) mapping.Value { return maybeBool(s.Combination.Active) }),
	)
	return append(fields, fromSource("looked up or computed before mapping",
		source("options", mapping.KindList, "the value of each option, as {name, value}", variantOptions),
		sourceText("sku", "the number by which the variant is matched, none when it shares the product's stock", func(s *POSVariant) string { return s.SKU }),
		source("sell_price", mapping.KindNumber, "price less discount, with the extra price", func(s *POSVariant) mapping.Value {
			return sellPrice(s.Product, s.Combination.ExtraPrice)
		}),
		source("old_price", mapping.KindNumber, "price with the extra price, when a discount is taken off it", func(s *POSVariant) mapping.Value {
			return oldPrice(s.Product, s.Combination.ExtraPrice)
		}),
		source("quantity", mapping.KindNumber, "pieces a new variation is created with", func(s *POSVariant) mapping.Value {
			if strings.TrimSpace(s.SKU) == "" {
				return mapping.Absent() // Ecwid refuses stock on a variation without a SKU
			}
			return maybeDecimal(s.Quantity)
		}),
	)...)
}

func variantOptions(s *POSVariant) mapping.Value {
	list := make([]mapping.Value, len(s.Options))
	for i, o := range s.Options {
		list[i] = named(o.Name, o.Value)
	}
	return mapping.List(list...)
}

func variantTarget() []mapping.TargetField[ecwid.Combination, ecwid.CombinationUpdate] {
	type (
		variant = ecwid.Combination
		patch   = ecwid.CombinationUpdate
	)
	return []mapping.TargetField[variant, patch]{
		variantOptionField(),
		limited(maxShopText, textField("sku", "own article number; \"\" is the product's, with the product's stock",
			func(c *variant) string { return c.SKU }, func(p *patch) *optional[string] { return &p.SKU })),
		textField("externalReferenceId", "id in another system, unique in the shop",
			func(c *variant) string { return c.ExternalReferenceID }, func(p *patch) *optional[string] { return &p.ExternalReferenceID }),
		amountField("price", "price of a piece, whatever the product's",
			func(c *variant) mapping.Value { return shopAmount(c.Price) }, ecwid.NewAmount,
			func(p *patch) *optional[ecwid.Amount] { return &p.Price }),
		clearable(mapping.Int(0), amountField("compareToPrice", "former price, shown crossed out; 0 removes it",
			func(c *variant) mapping.Value { return shopAmount(c.CompareToPrice) }, ecwid.NewAmount,
			func(p *patch) *optional[ecwid.Amount] { return &p.CompareToPrice })),
		amountField("costPrice", "cost of a piece",
			func(c *variant) mapping.Value { return shopAmount(c.CostPrice) }, ecwid.NewAmount,
			func(p *patch) *optional[ecwid.Amount] { return &p.CostPrice }),
		{
			Name: "ean", Kind: mapping.KindText, Doc: "barcode: the attribute of type UPC; the patch needs CompleteVariant",
			Empty: mapping.Text(""),
			Get:   func(c *variant) mapping.Value { return attributeOf(c.Attributes, ecwid.AttributeUPC) },
			Set:   func(p *patch, v mapping.Value) error { return setAlias(&p.Attributes, ecwid.AliasUPC, v) },
		},
		variantQuantityField(),
	}
}

func variantOptionField() mapping.TargetField[ecwid.Combination, ecwid.CombinationUpdate] {
	return mapping.TargetField[ecwid.Combination, ecwid.CombinationUpdate]{
		Name: "options", Kind: mapping.KindList, Required: true, Unordered: true,
		Doc: "the value of each option, as {name, value}; they identify the variation",
		Get: func(c *ecwid.Combination) mapping.Value { return optionValues(c.Options) },
		Set: setOptionValues,
	}
}

func variantQuantityField() mapping.TargetField[ecwid.Combination, ecwid.CombinationUpdate] {
	return mapping.TargetField[ecwid.Combination, ecwid.CombinationUpdate]{
		Name: "quantity", Kind: mapping.KindNumber, Unit: "pieces",
		Doc: "stock; with it the shop is told to track the stock (unlimited false)",
		Get: func(c *ecwid.Combination) mapping.Value { return maybeInt(c.Quantity) },
		Set: func(p *ecwid.CombinationUpdate, v mapping.Value) error {
			n, err := whole[int](v)
			if err != nil {
				return err
			}
			p.Quantity, p.Unlimited = ecwid.Set(n), ecwid.Set(false)
			return nil
		},
	}
}

func optionValues(options []ecwid.OptionValue) mapping.Value {
	list := make([]mapping.Value, len(options))
	for i, o := range options {
		list[i] = named(o.Name, o.Value)
	}
	return mapping.List(list...)
}

func setOptionValues(p *ecwid.CombinationUpdate, v mapping.Value) error {
	items, ok := v.AsList()
	if !ok {
		return kindError(mapping.KindList, v)
	}
	options := make([]ecwid.OptionValue, 0, len(items))
	for _, item := range items {
		name, value, err := unnamed(item)
		if err != nil {
			return err
		}
		options = append(options, ecwid.OptionValue{Name: name, Value: value})
	}
	p.Options = ecwid.Set(options)
	return nil
}
