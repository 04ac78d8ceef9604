package mapbench

import "github.com/itchyny/gojq"

const tunedJQ = `{
	name: ($Name | tidy), subtitle: ($Short | tidy), description: $Long, sku: ($Number | tidy), ean: ($EAN | tidy),
	brand: ($Brand | tidy), unit: $Unit, seoTitle: ($PageTitle | tidy | if . != "" then . else $Name | tidy end),
	seoText: ($MetaText | tidy), memo: $Memo, slug: $Alias, supplier: $Supplier, taxClass: ($Tax | tidy | taxClass),
	label: (if $OldPrice | positive then "Sale" else "" end), price: ($Price | round2), cost: ($Cost | round2),
	former: ($OldPrice | round2), weight: ($Weight | round3), quantity: $Stock, least: $Least,
	length: ($Len | round1), width: ($Wide | round1), enabled: $Active, gift: $Gift, categories: $Groups
}`

// withTunedGojq makes an object of the values by one query on variables. It hands values
// of other types on as they are, so decimals stay decimals, but README.md says "you cannot
// use custom type values". It fills the same lists for each article: it is not safe for
// concurrent use.
// Slower: a document (+10 %), an array of the values (+30 %) or one result for each (+5 %),
// gojq's own trim (+3 %), and numbers as strings, which are a type that it documents
// (+80 %). Its floats are not exact.
func withTunedGojq() (mapFunc, error) {
	code, err := compileJQ(tunedJQ, append(tunedJQFunctions(), gojq.WithVariables(jqVariables()))...)
	if err != nil {
		return nil, err
	}
	var in, out []any
	return func(a *article, m *mapped) error {
		in = appendFields(in[:0], a)
		object, err := runJQ(code, nil, in...)
		if err != nil {
			return err
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

func tunedJQFunctions() []gojq.CompilerOption {
	taxes := boxedTaxes()
	return append(jqRounding(rounded),
		jqFunction("tidy", trimmed),
		jqFunction("positive", func(v any) any { return positive(v) }),
		jqFunction("taxClass", func(v any) any {
			if rate, ok := taxes[v.(string)]; ok {
				return rate
			}
			return errNoTax
		}),
	)
}
