package mapbench

import (
	"fmt"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/ext"
	"github.com/shopspring/decimal"
)

// celExpressions are the 25 values in the language of cel. The forms trim and look up a
// tax class each in their way.
func celExpressions(trim, taxClass string) []string {
	text := func(name string) string { return name + "." + trim + "()" }
	return []string{
		text("name"), text("short"), "long", text("number"), text("ean"), text("brand"), "unit",
		text("pageTitle") + ` != "" ? ` + text("pageTitle") + " : " + text("name"), text("metaText"), "memo", "alias", "supplier",
		taxClass, `oldPrice.positive() ? "Sale" : ""`, "price.round2()", "cost.round2()", "oldPrice.round2()",
		"weight.round3()", "stock", "least", "length.round1()", "width.round1()", "active", "gift", "groups",
	}
}

// withCEL evaluates a program for each field on a map for each article, as README.md shows
// ("Evaluate": prg.Eval(map[string]interface{}{...}), which "is thread-safe"). Trim is that
// of ext.Strings, taxes is a map of the language, and OptOptimize is what cel.Compile sets.
// Slower: without it (+6 %), and taxes as a literal (+15 %) or as a cel.Constant (+5 %). An
// Activation of one's own instead of the map is documented too, but no page shows one: it
// is in the tuned form, and here it would save 25 %.
func withCEL() (mapFunc, error) {
	env, err := cel.NewEnv(append(append(celVariables(), celFunctions()...), ext.Strings())...)
	if err != nil {
		return nil, err
	}
	all, err := fields(celExpressions("trim", "taxes[tax.trim()]"), func(text string) (cel.Program, error) {
		ast, issues := env.Compile(text)
		if issues.Err() != nil {
			return nil, issues.Err()
		}
		return env.Program(ast, cel.EvalOptions(cel.OptOptimize))
	})
	if err != nil {
		return nil, err
	}
	taxes := taxTable()
	return func(a *article, m *mapped) error {
		doc := celDocument(a, taxes)
		values := make([]ref.Val, len(all))
		for i, f := range all {
			v, _, err := f.program.Eval(doc)
			if err != nil {
				return fmt.Errorf("%s: %w", f.name, err)
			}
			values[i] = v
		}
		m.fillCEL(values)
		return nil
	}, nil
}

// celFunctions are what the language lacks: it has no exact numbers.
func celFunctions() []cel.EnvOption {
	number := cel.NullableType(celDecimalType)
	options := []cel.EnvOption{
		celMethod("positive", number, cel.BoolType, func(v ref.Val) ref.Val {
			d, ok := v.(*celDecimal)
			return types.Bool(ok && (*decimal.Decimal)(d).IsPositive())
		}),
	}
	for _, places := range []int32{1, 2, 3} {
		round := func(v ref.Val) ref.Val { return celRounded(v, places) }
		options = append(options, celMethod(fmt.Sprint("round", places), number, number, round))
	}
	return options
}

func celMethod(name string, of, result *cel.Type, f func(ref.Val) ref.Val) cel.EnvOption {
	return cel.Function(name, cel.MemberOverload("bench_"+name, []*cel.Type{of}, result, cel.UnaryBinding(f)))
}
