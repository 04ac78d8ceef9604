package catalog

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

// OrderLineSchema are the fields of the lines of Ecwid orders and of the rows of
// SalesPOS orders.
func OrderLineSchema() mapping.Schema[ShopLine, salespos.OrderRow, salespos.OrderRowInput] {
	return mapping.Schema[ShopLine, salespos.OrderRow, salespos.OrderRowInput]{
		Name: "order lines Ecwid → SalesPOS", Source: lineSource(), Target: rowTarget(),
	}
}

// OrderLines is the default mapping of order lines. Price and discount are always
// sent, or the POS takes its own; it adds no deposit rows, which would change the
// total. A text line (no product) carries everything that the POS needs without a
// product. Text and date options, such as an engraving, stand in memo.
func OrderLines() mapping.Definition {
	isText := mapping.Not(mapping.Present("product_id"))
	nothing := mapping.Int(0)
	rules := []mapping.Rule{
		mapping.To("count").From("quantity").Required(),
		mapping.To("product_id").From("product_id"),
		mapping.To("attribute_combination_id").From("combination_id"),
		mapping.To("auto_create_deposit_rows").Force(mapping.Bool(false)),
		mapping.To("price").From("unit_price").Required(),
		mapping.To("discount").From("unit_discount").Required(),
		mapping.To("tax").From("tax_rate"),
		mapping.To("memo").
			If(mapping.All(isText, mapping.Filled("options")), mapping.Path("options")).
			If(mapping.Filled("free_options"), mapping.Path("free_options")).
			If(isText, mapping.Text("")),
		mapping.To("product_name").If(isText, mapping.Path("name")).MaxLength(maxRowName, mapping.Truncate),
		mapping.To("product_number").If(isText, mapping.Path("number")).MaxLength(maxRowNumber, mapping.Truncate),
		mapping.To("package_id").If(isText, mapping.Path("package_id")),
		mapping.To("product_purchase_price").If(isText, nothing),
		mapping.To("unit").If(isText, mapping.Text("stuk")),
		mapping.To("weight").If(isText, nothing),
	}
	return mapping.Definition{
		Name: "order lines Ecwid → SalesPOS", Version: "1", Rules: rules,
		Groups: []mapping.FieldGroup{mapping.Group("line", mapping.CreateOnly, fieldsOf(rules)...)},
	}
}

func lineSource() []mapping.SourceField[ShopLine] {
	own := within("", func(s *ShopLine) *shopItem { return s.Item }, shopItemSource())
	return append(own, fromSource("looked up or computed before mapping",
		sourceText("options", "what the buyer chose: \"Size: L, Text: Ada\"", func(s *ShopLine) string {
			return optionText(s.Item.SelectedOptions, func(ecwid.SelectedOption) bool { return true })
		}),
		sourceText("free_options", "what the buyer typed: \"Text: Ada\"", func(s *ShopLine) string {
			return optionText(s.Item.SelectedOptions, isFreeOption)
		}),
		source("product_id", mapping.KindNumber, "product at the POS, absent for a text line", func(s *ShopLine) mapping.Value { return id(s.ProductID) }),
		source("combination_id", mapping.KindNumber, "variant at the POS", func(s *ShopLine) mapping.Value { return id(s.CombinationID) }),
		source("package_id", mapping.KindNumber, "shipping package of a text line", func(s *ShopLine) mapping.Value { return id(s.PackageID) }),
		sourceOptional("tax_rate", "VAT percentage", func(s *ShopLine) (decimal.Decimal, bool) { return s.TaxRate, s.TaxRateKnown }),
		sourceNumber("unit_price", "price of a piece before discount", func(s *ShopLine) decimal.Decimal { return s.UnitPrice }),
		sourceNumber("unit_discount", "amount off a piece", func(s *ShopLine) decimal.Decimal { return s.UnitDiscount }),
		sourceText("number", "article number of a text line", func(s *ShopLine) string { return s.Number }),
	)...)
}

// isFreeOption tells options that the buyer filled in from those with choices,
// which the variant says already.
func isFreeOption(o ecwid.SelectedOption) bool {
	return o.Type == ecwid.SelectedText || o.Type == ecwid.SelectedDate
}

func optionText(options []ecwid.SelectedOption, wanted func(ecwid.SelectedOption) bool) string {
	var parts []string
	for _, o := range options {
		value := string(o.Value)
		if value == "" {
			value = strings.Join(o.Values, ", ")
		}
		if wanted(o) && value != "" {
			parts = append(parts, o.Name+": "+value)
		}
	}
	return strings.Join(parts, ", ")
}
