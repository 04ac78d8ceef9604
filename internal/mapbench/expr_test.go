package mapbench

import (
	"fmt"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/vm"
	"github.com/shopspring/decimal"
)

// expressions are the 25 values in the language of expr. The forms trim and look up a
// tax class each in their way.
func expressions(trim, taxClass string) []string {
	text := func(name string) string { return trim + "(" + name + ")" }
	return []string{
		text("Name"), text("Short"), "Long", text("Number"), text("EAN"), text("Brand"), "Unit",
		"let title = " + text("PageTitle") + `; title != "" ? title : ` + text("Name"), text("MetaText"), "Memo", "Alias", "Supplier",
		taxClass, `positive(OldPrice) ? "Sale" : ""`, "round2(Price)", "round2(Cost)", "round2(OldPrice)",
		"round3(Weight)", "Stock", "Least", "round1(Len)", "round1(Wide)", "Active", "Gift", "Groups",
	}
}

// exprEnv is what an expression sees.
type exprEnv struct {
	article
	Taxes map[string]any
}

// withExpr runs a program for each field on a struct, as docs/environment.md shows ("Struct
// as Environment"): "compiled programs are safe for concurrent use"
// (docs/getting-started.md). Trim, the look-up and ?? are those of the language, and the
// rest is made by expr.Function, "the best way to define a function from a performance
// perspective" (docs/functions.md). Slower: a map for each article ("Map as Environment",
// +30 %).
func withExpr() (mapFunc, error) {
	options := append(exprFunctions(), expr.Env(exprEnv{}),
		expr.Function("unknownTax", func(...any) (any, error) { return nil, errNoTax }, new(func() string)))
	all, err := fields(expressions("trim", "Taxes[trim(Tax)] ?? unknownTax()"), func(text string) (*vm.Program, error) {
		return expr.Compile(text, options...)
	})
	if err != nil {
		return nil, err
	}
	taxes := boxedTaxes()
	return func(a *article, m *mapped) error {
		var env any = exprEnv{*a, taxes}
		values := make([]any, len(all))
		for i, f := range all {
			v, err := expr.Run(f.program, env)
			if err != nil {
				return fmt.Errorf("%s: %w", f.name, err)
			}
			values[i] = v
		}
		m.fill(values)
		return nil
	}, nil
}

// exprFunctions are what the language lacks: it has no exact numbers.
func exprFunctions() []expr.Option {
	options := []expr.Option{
		expr.Function("positive", func(args ...any) (any, error) { return positive(args[0]), nil }, new(func(*decimal.Decimal) bool)),
	}
	for _, places := range []int32{1, 2, 3} {
		round := func(args ...any) (any, error) { return rounded(args[0], places), nil }
		options = append(options, expr.Function(fmt.Sprint("round", places), round,
			new(func(*decimal.Decimal) *decimal.Decimal), new(func(decimal.Decimal) decimal.Decimal)))
	}
	return options
}
