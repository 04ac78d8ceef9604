package mapbench

import (
	"fmt"
	"strings"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"github.com/shopspring/decimal"
)

func celExpressions() []string {
	return []string{
		"name.tidy()", "short.tidy()", "long", "number.tidy()", "ean.tidy()", "brand.tidy()", "unit",
		`pageTitle.tidy() != "" ? pageTitle.tidy() : name.tidy()`, "metaText.tidy()", "memo", "alias", "supplier",
		"tax.tidy().taxClass()", `oldPrice.positive() ? "Sale" : ""`, "price.round2()", "cost.round2()", "oldPrice.round2()",
		"weight.round3()", "stock", "least", "length.round1()", "width.round1()", "active", "gift", "groups",
	}
}

// withCEL makes a list of the values by one program that asks for an article's fields by
// name. Slower: a program for each field (+35 %), a map of the fields (+30 %), cel's own
// trim (+10 %), and doubles that become decimals at the end, rounded by cel (+70 %) or
// after it (+55 %); both get the awkward article wrong. OptOptimize changes nothing.
func withCEL() (mapFunc, error) {
	env, err := cel.NewEnv(append(celVariables(), celFunctions()...)...)
	if err != nil {
		return nil, err
	}
	ast, issues := env.Compile("[" + strings.Join(celExpressions(), ", ") + "]")
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

func celVariables() []cel.EnvOption {
	options := []cel.EnvOption{
		cel.Variable("groups", cel.ListType(cel.StringType)), cel.Variable("active", cel.BoolType), cel.Variable("gift", cel.BoolType),
	}
	for _, name := range []string{"price", "cost", "oldPrice", "weight", "stock", "least", "length", "width"} {
		options = append(options, cel.Variable(name, cel.NullableType(celDecimalType)))
	}
	for _, name := range []string{
		"name", "short", "long", "number", "ean", "brand", "unit", "pageTitle", "metaText", "memo", "alias", "supplier", "tax",
	} {
		options = append(options, cel.Variable(name, cel.StringType))
	}
	return options
}

func celFunctions() []cel.EnvOption {
	method := func(name string, of, result *cel.Type, f func(ref.Val) ref.Val) cel.EnvOption {
		return cel.Function(name, cel.MemberOverload("bench_"+name, []*cel.Type{of}, result, cel.UnaryBinding(f)))
	}
	number := cel.NullableType(celDecimalType)
	options := []cel.EnvOption{
		method("tidy", cel.StringType, cel.StringType, celTrimmed),
		method("taxClass", cel.StringType, cel.StringType, celTaxClass()),
		method("positive", number, cel.BoolType, func(v ref.Val) ref.Val {
			d, ok := v.(*celDecimal)
			return types.Bool(ok && (*decimal.Decimal)(d).IsPositive())
		}),
	}
	for _, places := range []int32{1, 2, 3} {
		round := func(v ref.Val) ref.Val { return celRounded(v, places) }
		options = append(options, method(fmt.Sprint("round", places), number, number, round))
	}
	return options
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

func celRounded(v ref.Val, places int32) ref.Val {
	d, ok := v.(*celDecimal)
	if !ok || (*decimal.Decimal)(d).Exponent() == -places {
		return v
	}
	return new(celDecimal((*decimal.Decimal)(d).Round(places)))
}

func (m *mapped) fillCEL(v []ref.Val) {
	text := func(v ref.Val) string { return string(v.(types.String)) }
	number := func(v ref.Val) decimal.Decimal { return decimal.Decimal(*v.(*celDecimal)) }
	m.Name, m.Subtitle, m.Description = text(v[0]), text(v[1]), text(v[2])
	m.SKU, m.EAN, m.Brand, m.Unit = text(v[3]), text(v[4]), text(v[5]), text(v[6])
	m.SEOTitle, m.SEOText, m.Memo = text(v[7]), text(v[8]), text(v[9])
	m.Slug, m.Supplier, m.TaxClass, m.Label = text(v[10]), text(v[11]), text(v[12]), text(v[13])
	m.Price, m.Cost = number(v[14]), number(v[15])
	m.Former = value[decimal.Decimal]{}
	if v[16] != types.NullValue {
		m.Former = set(number(v[16]))
	}
	m.Weight, m.Quantity, m.Least, m.Len, m.Wide = number(v[17]), number(v[18]), number(v[19]), number(v[20]), number(v[21])
	m.Enabled, m.Gift = bool(v[22].(types.Bool)), bool(v[23].(types.Bool))
	m.Categories = v[24].Value().([]string)
}
