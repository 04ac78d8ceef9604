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
		Target: shopVariantFields(), OpenSource: openPosVariant(),
	}
}

// ShopVariantSchema are the fields of Ecwid variations and of SalesPOS attribute
// combinations, which the POS makes itself: they can only be changed.
func ShopVariantSchema() mapping.Schema[ecwid.Combination, salespos.AttributeCombination, salespos.CombinationUpdate] {
	return mapping.Schema[ecwid.Combination, salespos.AttributeCombination, salespos.CombinationUpdate]{
		Name: "variants Ecwid → SalesPOS", Source: shopVariantSource(), Target: posVariantFields(),
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

// ShopVariants is the default mapping of variants in the other direction: numbers that
// the POS lacks are completed. It makes the combinations itself; their prices are those
// of their values, and stock has one direction.
func ShopVariants() mapping.Definition {
	return mapping.Definition{
		Name: "variants Ecwid → SalesPOS", Version: "1",
		Rules: []mapping.Rule{
			mapping.To("sku_number").From("sku").Transform(mapping.Trim()).MaxLength(maxPOSNumber, mapping.Reject).Policy(mapping.FillEmpty),
			mapping.To("ean_number").From("ean").Transform(mapping.Trim()).MaxLength(maxPOSNumber, mapping.Reject).Policy(mapping.FillEmpty),
		},
	}
}

func variantSource() []mapping.SourceField[POSVariant] {
	own := within("", func(s *POSVariant) *posVariant { return s.Combination }, posVariantSource())
	return append(own, fromSource("looked up or computed before mapping",
		source("options", mapping.KindList, "the value of each option, as {name, value}", variantOptions),
		of(sourceText("sku", "the number by which the variant is matched, none when it shares the product's stock",
			func(s *POSVariant) string { return s.SKU }), "sku_number", "product_number"),
		sourceOptional("sell_price", "price less discount, with the extra price", func(s *POSVariant) (decimal.Decimal, bool) {
			return sellPrice(s.Product, s.Combination.ExtraPrice)
		}),
		sourceOptional("old_price", "price with the extra price, when a discount is taken off it", func(s *POSVariant) (decimal.Decimal, bool) {
			return oldPrice(s.Product, s.Combination.ExtraPrice)
		}),
		of(source("quantity", mapping.KindNumber, "pieces a new variation is created with", func(s *POSVariant) mapping.Value {
			if strings.TrimSpace(s.SKU) == "" {
				return mapping.Absent() // Ecwid refuses stock on a variation without a SKU
			}
			return maybeDecimal(s.Quantity)
		}), "stock"),
	)...)
}

func variantOptions(s *POSVariant) mapping.Value {
	list := make([]mapping.Value, len(s.Options))
	for i, o := range s.Options {
		list[i] = named(o.Name, o.Value)
	}
	return mapping.List(list...)
}

func optionValues(options []ecwid.OptionValue) mapping.Value {
	list := make([]mapping.Value, len(options))
	for i, o := range options {
		list[i] = named(o.Name, o.Value)
	}
	return mapping.List(list...)
}

func optionValuesOf(v mapping.Value) ([]ecwid.OptionValue, error) {
	return parseEach(v, func(item mapping.Value) (ecwid.OptionValue, error) {
		name, value, err := unnamed(item)
		return ecwid.OptionValue{Name: name, Value: value}, err
	})
}
