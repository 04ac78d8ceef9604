package mapbench

import (
	"strings"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
)

// withTunedCEL makes a list of the values by one program that asks for an article's fields
// by name. All articles share one celFields: it is not safe for concurrent use, and an
// error belongs to no field. Slower: a program for each field (+35 %), a map of the fields
// (+30 %), cel's own trim (+10 %), and doubles that become decimals at the end, rounded by
// cel (+70 %) or after it (+55 %); both get the awkward article wrong. OptOptimize changes
// nothing.
func withTunedCEL() (mapFunc, error) {
	env, err := cel.NewEnv(append(append(celVariables(), celFunctions()...), tunedCELFunctions()...)...)
	if err != nil {
		return nil, err
	}
	ast, issues := env.Compile("[" + strings.Join(celExpressions("tidy", "tax.tidy().taxClass()"), ", ") + "]")
	if issues.Err() != nil {
		return nil, issues.Err()
	}
	program, err := env.Program(ast)
	if err != nil {
		return nil, err
	}
	fields := &celFields{adapter: env.CELTypeAdapter()}
	return func(a *article, m *mapped) error {
		fields.article = a
		list, _, err := program.Eval(fields)
		if err != nil {
			return err
		}
		m.fillCEL(list.Value().([]ref.Val))
		return nil
	}, nil
}

func tunedCELFunctions() []cel.EnvOption {
	return []cel.EnvOption{
		celMethod("tidy", cel.StringType, cel.StringType, celTrimmed),
		celMethod("taxClass", cel.StringType, cel.StringType, celTaxClass()),
	}
}

func celTrimmed(v ref.Val) ref.Val {
	s, _ := v.(types.String)
	if t := strings.TrimSpace(string(s)); len(t) < len(s) {
		return types.String(t)
	}
	return v
}

func celTaxClass() func(ref.Val) ref.Val {
	taxes := map[string]ref.Val{}
	for class, rate := range taxTable() {
		taxes[class] = types.String(rate)
	}
	return func(v ref.Val) ref.Val {
		class, _ := v.(types.String)
		if rate, ok := taxes[string(class)]; ok {
			return rate
		}
		return types.WrapErr(errNoTax)
	}
}
