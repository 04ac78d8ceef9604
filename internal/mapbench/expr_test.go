package mapbench

import (
	"fmt"
	"strings"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/vm"
	"github.com/shopspring/decimal"
)

// expressions are the 25 values in the language of expr.
func expressions() []string {
	return []string{
		"tidy(Name)", "tidy(Short)", "Long", "tidy(Number)", "tidy(EAN)", "tidy(Brand)", "Unit",
		`let title = tidy(PageTitle); title != "" ? title : tidy(Name)`, "tidy(MetaText)", "Memo", "Alias", "Supplier",
		"taxClass(tidy(Tax))", `positive(OldPrice) ? "Sale" : ""`, "round2(Price)", "round2(Cost)", "round2(OldPrice)",
		"round3(Weight)", "Stock", "Least", "round1(Len)", "round1(Wide)", "Active", "Gift", "Groups",
	}
}

// withExpr makes a list of the values by one program on a map that is filled anew for
// each article, in one machine. Slower: a struct instead of the map (+60 %), a program
// for each field (+60 %), both (+115 %), expr's own trim (+5 %).
func withExpr() (mapFunc, error) {
	env := map[string]any{}
	putFields(env, sampleArticle())
	text := "[(" + strings.Join(expressions(), "), (") + ")]"
	program, err := expr.Compile(text, append(exprFunctions(), expr.Env(env))...)
	if err != nil {
		return nil, err
	}
	var machine vm.VM
	return func(a *article, m *mapped) error {
		putFields(env, a)
		v, err := machine.Run(program, env)
		if err != nil {
			return err
		}
		m.fill(v.([]any))
		return nil
	}, nil
}

func exprFunctions() []expr.Option {
	taxes := boxedTaxes()
	options := []expr.Option{
		expr.Function("tidy", func(args ...any) (any, error) { return trimmed(args[0]), nil }, new(func(string) string)),
		expr.Function("positive", func(args ...any) (any, error) { return positive(args[0]), nil }, new(func(*decimal.Decimal) bool)),
		expr.Function("taxClass", func(args ...any) (any, error) {
			if rate, ok := taxes[args[0].(string)]; ok {
				return rate, nil
			}
			return nil, errNoTax
		}, new(func(string) string)),
	}
	for _, places := range []int32{1, 2, 3} {
		round := func(args ...any) (any, error) { return rounded(args[0], places), nil }
		options = append(options, expr.Function(fmt.Sprint("round", places), round, new(func(*decimal.Decimal) *decimal.Decimal)))
	}
	return options
}
