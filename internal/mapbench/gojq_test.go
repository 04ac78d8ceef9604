package mapbench

import (
	"errors"
	"fmt"

	"github.com/itchyny/gojq"
)

const jqQuery = `{
	name: ($Name | tidy), subtitle: ($Short | tidy), description: $Long, sku: ($Number | tidy), ean: ($EAN | tidy),
	brand: ($Brand | tidy), unit: $Unit, seoTitle: ($PageTitle | tidy | if . != "" then . else $Name | tidy end),
	seoText: ($MetaText | tidy), memo: $Memo, slug: $Alias, supplier: $Supplier, taxClass: ($Tax | tidy | taxClass),
	label: (if $OldPrice | positive then "Sale" else "" end), price: ($Price | round2), cost: ($Cost | round2),
	former: ($OldPrice | round2), weight: ($Weight | round3), quantity: $Stock, least: $Least,
	length: ($Len | round1), width: ($Wide | round1), enabled: $Active, gift: $Gift, categories: $Groups
}`

// withGojq makes an object of the values by one query on variables. It hands values of
// other types on as they are, so decimals stay decimals. Slower: a document (+10 %), an
// array of the values (+30 %) or one result for each (+5 %), gojq's own trim (+3 %), and
// numbers as strings, which are a type that it documents (+80 %). Its floats are not exact.
func withGojq() (mapFunc, error) {
	query, err := gojq.Parse(jqQuery)
	if err != nil {
		return nil, err
	}
	code, err := gojq.Compile(query, append(jqFunctions(), gojq.WithVariables(jqVariables()))...)
	if err != nil {
		return nil, err
	}
	var in, out []any
	return func(a *article, m *mapped) error {
		in = appendFields(in[:0], a)
		v, _ := code.Run(nil, in...).Next()
		if err, failed := v.(error); failed {
			return err
		}
		object, ok := v.(map[string]any)
		if !ok {
			return errors.New("no object")
		}
		out = appendValues(out[:0], object)
		m.fill(out)
		return nil
	}, nil
}

func jqVariables() []string {
	return []string{
		"$Name", "$Short", "$Long", "$Number", "$EAN", "$Brand", "$Unit", "$PageTitle", "$MetaText", "$Memo", "$Alias", "$Supplier", "$Tax",
		"$Price", "$Cost", "$OldPrice", "$Weight", "$Stock", "$Least", "$Len", "$Wide", "$Active", "$Gift", "$Groups",
	}
}

// appendFields appends the variables' values.
func appendFields(to []any, a *article) []any {
	return append(to,
		a.Name, a.Short, a.Long, a.Number, a.EAN, a.Brand, a.Unit, a.PageTitle, a.MetaText, a.Memo, a.Alias, a.Supplier, a.Tax,
		&a.Price, &a.Cost, a.OldPrice, &a.Weight, &a.Stock, &a.Least, &a.Len, &a.Wide, a.Active, a.Gift, a.Groups,
	)
}

// appendValues appends the values in the order of definition.
func appendValues(to []any, v map[string]any) []any {
	return append(to,
		v["name"], v["subtitle"], v["description"], v["sku"], v["ean"], v["brand"], v["unit"], v["seoTitle"], v["seoText"],
		v["memo"], v["slug"], v["supplier"], v["taxClass"], v["label"], v["price"], v["cost"], v["former"], v["weight"],
		v["quantity"], v["least"], v["length"], v["width"], v["enabled"], v["gift"], v["categories"],
	)
}

func jqFunctions() []gojq.CompilerOption {
	taxes := boxedTaxes()
	function := func(name string, f func(any) any) gojq.CompilerOption {
		return gojq.WithFunction(name, 0, 0, func(v any, _ []any) any { return f(v) })
	}
	options := []gojq.CompilerOption{
		function("tidy", trimmed),
		function("positive", func(v any) any { return positive(v) }),
		function("taxClass", func(v any) any {
			if rate, ok := taxes[v.(string)]; ok {
				return rate
			}
			return errNoTax
		}),
	}
	for _, places := range []int32{1, 2, 3} {
		options = append(options, function(fmt.Sprint("round", places), func(v any) any { return rounded(v, places) }))
	}
	return options
}
