package mapbench

import (
	"errors"
	"fmt"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/ext"
	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/vm"
	"github.com/go-viper/mapstructure/v2"
	"github.com/itchyny/gojq"
	"github.com/shopspring/decimal"
)

// document is an article as the other engines want it: converted before the clock
// runs. Its numbers are floats: cel and jq know no decimals.
func document() map[string]any {
	a := sampleArticle()
	taxes := map[string]any{}
	for class, rate := range taxTable() {
		taxes[class] = rate
	}
	return map[string]any{
		"name": a.Name, "short": a.Short, "long": a.Long, "number": a.Number, "ean": a.EAN, "brand": a.Brand, "unit": a.Unit,
		"pageTitle": a.PageTitle, "metaText": a.MetaText, "memo": a.Memo, "alias": a.Alias, "supplier": a.Supplier,
		"tax": a.Tax, "taxes": taxes, "price": 8.95, "cost": 3.415, "oldPrice": 9.95, "weight": 0.21, "stock": 48.0,
		"least": 1.0, "length": 7.5, "width": 6.25, "active": true, "gift": false,
		"groups": []any{a.Groups[0], a.Groups[1], a.Groups[2]},
	}
}

// expressions are the 25 values in the language of expr.
func expressions() []string {
	return []string{
		"trim(name)", "trim(short)", "long", "trim(number)", "trim(ean)", "trim(brand)", "unit",
		`trim(pageTitle != "" ? pageTitle : name)`, "trim(metaText)", "memo", "alias", "supplier", "taxes[tax]",
		`oldPrice.IsPositive() ? "Sale" : ""`, "scale(price, 2)", "scale(cost, 2)", "scale(oldPrice, 2)",
		"scale(weight, 3)", "stock", "least", "scale(length, 1)", "scale(width, 1)",
		"active", "gift", "groups",
	}
}

// withExpr evaluates one compiled expression for each field, over decimals.
func withExpr() (func() error, error) {
	env := document()
	a := sampleArticle()
	for name, d := range map[string]decimal.Decimal{
		"price": a.Price, "cost": a.Cost, "oldPrice": *a.OldPrice, "weight": a.Weight, "stock": a.Stock,
		"least": a.Least, "length": a.Len, "width": a.Wide,
	} {
		env[name] = d
	}
	scale := expr.Function("scale", func(args ...any) (any, error) {
		return args[0].(decimal.Decimal).Round(int32(args[1].(int))), nil
	}, new(func(decimal.Decimal, int) decimal.Decimal))
	var programs []*vm.Program
	for _, text := range expressions() {
		p, err := expr.Compile(text, expr.Env(env), scale)
		if err != nil {
			return nil, err
		}
		programs = append(programs, p)
	}
	var machine vm.VM
	return func() error {
		for _, p := range programs {
			if _, err := machine.Run(p, env); err != nil {
				return err
			}
		}
		return nil
	}, nil
}

// withCEL evaluates one compiled expression for each field.
func withCEL() (func() error, error) {
	doc := document()
	options := []cel.EnvOption{ext.Strings(), ext.Math()}
	for name, v := range doc {
		options = append(options, cel.Variable(name, celType(v)))
	}
	env, err := cel.NewEnv(options...)
	if err != nil {
		return nil, err
	}
	var programs []cel.Program
	for _, text := range celExpressions() {
		ast, issues := env.Compile(text)
		if issues.Err() != nil {
			return nil, fmt.Errorf("%s: %w", text, issues.Err())
		}
		p, err := env.Program(ast)
		if err != nil {
			return nil, err
		}
		programs = append(programs, p)
	}
	return func() error {
		for _, p := range programs {
			if _, _, err := p.Eval(doc); err != nil {
				return err
			}
		}
		return nil
	}, nil
}

func celType(v any) *cel.Type {
	switch v.(type) {
	case string:
		return cel.StringType
	case bool:
		return cel.BoolType
	case float64:
		return cel.DoubleType
	case []any:
		return cel.ListType(cel.StringType)
	default:
		return cel.MapType(cel.StringType, cel.StringType)
	}
}

func celExpressions() []string {
	return []string{
		"name.trim()", "short.trim()", "long", "number.trim()", "ean.trim()", "brand.trim()", "unit",
		`(pageTitle != "" ? pageTitle : name).trim()`, "metaText.trim()", "memo", "alias", "supplier", "taxes[tax]",
		`oldPrice > 0.0 ? "Sale" : ""`, "math.round(price * 100.0) / 100.0", "math.round(cost * 100.0) / 100.0",
		"math.round(oldPrice * 100.0) / 100.0", "math.round(weight * 1000.0) / 1000.0", "stock", "least",
		"math.round(length * 10.0) / 10.0", "math.round(width * 10.0) / 10.0", "active", "gift", "groups",
	}
}

// withGojq makes all fields by one compiled query, as its users do.
func withGojq() (func() error, error) {
	const text = `{
		name: (.name | trim), subtitle: (.short | trim), description: .long, sku: (.number | trim), ean: (.ean | trim),
		brand: (.brand | trim), unit: .unit, seoTitle: (if .pageTitle != "" then .pageTitle else .name end | trim),
		seoText: (.metaText | trim), memo: .memo, slug: .alias, supplier: .supplier, taxClass: .taxes[.tax],
		label: (if .oldPrice > 0 then "Sale" else "" end), price: (.price * 100 | round / 100), cost: (.cost * 100 | round / 100),
		former: (.oldPrice * 100 | round / 100), weight: (.weight * 1000 | round / 1000), quantity: .stock, least: .least,
		length: (.length * 10 | round / 10), width: (.width * 10 | round / 10), enabled: .active, gift: .gift, categories: .groups
	}`
	query, err := gojq.Parse(text)
	if err != nil {
		return nil, err
	}
	code, err := gojq.Compile(query)
	if err != nil {
		return nil, err
	}
	doc := document()
	return func() error {
		v, ok := code.Run(doc).Next()
		if !ok {
			return errors.New("no value")
		}
		if err, failed := v.(error); failed {
			return err
		}
		return nil
	}, nil
}

// decoded is what mapstructure fills: 25 fields, without trimming or rounding.
type decoded struct {
	Name, Short, Long, Number, EAN, Brand, Unit                string
	PageTitle, MetaText, Memo, Alias, Supplier, Tax            string
	Price, Cost, OldPrice, Weight, Stock, Least, Length, Width float64
	Active, Gift                                               bool
	Groups                                                     []string
}

func withMapstructure() (func() error, error) {
	doc := document()
	delete(doc, "taxes")
	return func() error {
		var out decoded
		return mapstructure.Decode(doc, &out)
	}, nil
}
