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

// The others map the same article: expr reads its fields, cel asks for them by name,
// gojq needs a document made of it, mapstructure decodes it. Where they know no
// decimals the numbers are floats.

// expressions are the 25 values in the language of expr.
func expressions() []string {
	return []string{
		"trim(Name)", "trim(Short)", "Long", "trim(Number)", "trim(EAN)", "trim(Brand)", "Unit",
		`trim(PageTitle != "" ? PageTitle : Name)`, "trim(MetaText)", "Memo", "Alias", "Supplier", "taxClass(Tax)",
		`OldPrice != nil && OldPrice.IsPositive() ? "Sale" : ""`, "scale(Price, 2)", "scale(Cost, 2)",
		"OldPrice != nil ? scale(OldPrice, 2) : nil", "scale(Weight, 3)", "Stock", "Least", "scale(Len, 1)", "scale(Wide, 1)",
		"Active", "Gift", "Groups",
	}
}

// withExpr evaluates one compiled expression for each field.
func withExpr() (func() error, error) {
	a, taxes := sampleArticle(), taxTable()
	scale := expr.Function("scale", func(args ...any) (any, error) {
		if d, ok := args[0].(*decimal.Decimal); ok {
			return d.Round(int32(args[1].(int))), nil
		}
		return args[0].(decimal.Decimal).Round(int32(args[1].(int))), nil
	}, new(func(decimal.Decimal, int) decimal.Decimal), new(func(*decimal.Decimal, int) decimal.Decimal))
	taxClass := expr.Function("taxClass", func(args ...any) (any, error) {
		return taxes[args[0].(string)], nil
	}, new(func(string) string))
	var programs []*vm.Program
	for _, text := range expressions() {
		p, err := expr.Compile(text, expr.Env(a), scale, taxClass)
		if err != nil {
			return nil, err
		}
		programs = append(programs, p)
	}
	var machine vm.VM
	return func() error {
		for _, p := range programs {
			if _, err := machine.Run(p, a); err != nil {
				return err
			}
		}
		return nil
	}, nil
}

// celArticle hands an article's fields to cel.
type celArticle struct {
	*article
	taxes map[string]string
}

func (celArticle) Parent() cel.Activation { return nil }

func (a celArticle) ResolveName(name string) (any, bool) {
	switch name {
	case "name":
		return a.Name, true
	case "short":
		return a.Short, true
	case "long":
		return a.Long, true
	case "number":
		return a.Number, true
	case "ean":
		return a.EAN, true
	case "brand":
		return a.Brand, true
	case "unit":
		return a.Unit, true
	case "pageTitle":
		return a.PageTitle, true
	case "metaText":
		return a.MetaText, true
	case "memo":
		return a.Memo, true
	case "alias":
		return a.Alias, true
	case "supplier":
		return a.Supplier, true
	case "tax":
		return a.Tax, true
	case "taxes":
		return a.taxes, true
	case "active":
		return a.Active, true
	case "gift":
		return a.Gift, true
	case "groups":
		return a.Groups, true
	default:
		d, ok := a.float(name)
		return d, ok
	}
}

// float is a number by its name.
func (a *article) float(name string) (f float64, ok bool) {
	var d decimal.Decimal
	switch name {
	case "price":
		d = a.Price
	case "cost":
		d = a.Cost
	case "oldPrice":
		d = *a.OldPrice
	case "weight":
		d = a.Weight
	case "stock":
		d = a.Stock
	case "least":
		d = a.Least
	case "length":
		d = a.Len
	case "width":
		d = a.Wide
	default:
		return 0, false
	}
	f, _ = d.Float64()
	return f, true
}

func numberNames() []string {
	return []string{"price", "cost", "oldPrice", "weight", "stock", "least", "length", "width"}
}

// withCEL evaluates one compiled expression for each field.
func withCEL() (func() error, error) {
	options := []cel.EnvOption{
		ext.Strings(), ext.Math(), cel.Variable("taxes", cel.MapType(cel.StringType, cel.StringType)),
		cel.Variable("groups", cel.ListType(cel.StringType)), cel.Variable("active", cel.BoolType), cel.Variable("gift", cel.BoolType),
	}
	for _, name := range numberNames() {
		options = append(options, cel.Variable(name, cel.DoubleType))
	}
	for _, name := range []string{
		"name", "short", "long", "number", "ean", "brand", "unit", "pageTitle", "metaText", "memo", "alias", "supplier", "tax",
	} {
		options = append(options, cel.Variable(name, cel.StringType))
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
	var a cel.Activation = celArticle{sampleArticle(), taxTable()}
	return func() error {
		for _, p := range programs {
			if _, _, err := p.Eval(a); err != nil {
				return err
			}
		}
		return nil
	}, nil
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
	a, taxes := sampleArticle(), map[string]any{}
	for class, rate := range taxTable() {
		taxes[class] = rate
	}
	return func() error {
		v, ok := code.Run(document(a, taxes)).Next()
		if !ok {
			return errors.New("no value")
		}
		if err, failed := v.(error); failed {
			return err
		}
		return nil
	}, nil
}

// document is an article as gojq wants it.
func document(a *article, taxes map[string]any) map[string]any {
	groups := make([]any, len(a.Groups))
	for i, g := range a.Groups {
		groups[i] = g
	}
	doc := map[string]any{
		"name": a.Name, "short": a.Short, "long": a.Long, "number": a.Number, "ean": a.EAN, "brand": a.Brand, "unit": a.Unit,
		"pageTitle": a.PageTitle, "metaText": a.MetaText, "memo": a.Memo, "alias": a.Alias, "supplier": a.Supplier,
		"tax": a.Tax, "taxes": taxes, "active": a.Active, "gift": a.Gift, "groups": groups,
	}
	for _, name := range numberNames() {
		doc[name], _ = a.float(name)
	}
	return doc
}

// decoded is what mapstructure makes of an article, without trimming or rounding.
type decoded struct {
	Name, Short, Long, Number, EAN, Brand, Unit            string
	PageTitle, MetaText, Memo, Alias, Supplier, Tax        string
	Price, Cost, OldPrice, Weight, Stock, Least, Len, Wide decimal.Decimal
	Active, Gift                                           bool
	Groups                                                 []string
}

func withMapstructure() (func() error, error) {
	a := sampleArticle()
	return func() error {
		var out decoded
		return mapstructure.Decode(a, &out)
	}, nil
}
