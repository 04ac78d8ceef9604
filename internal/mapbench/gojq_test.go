package mapbench

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/itchyny/gojq"
	"github.com/shopspring/decimal"
)

const plainJQ = `{
	name: (.Name | trim), subtitle: (.Short | trim), description: .Long, sku: (.Number | trim), ean: (.EAN | trim),
	brand: (.Brand | trim), unit: .Unit, seoTitle: ((.PageTitle | trim) as $title | if $title != "" then $title else .Name | trim end),
	seoText: (.MetaText | trim), memo: .Memo, slug: .Alias, supplier: .Supplier, taxClass: (
		{high: "21", low: "9", zero: "0", "high A": "21A", "low A": "9A"}[.Tax | trim] // error("no such tax class")
	), label: (if .OldPrice > 0 then "Sale" else "" end), price: (.Price | round2), cost: (.Cost | round2),
	former: (.OldPrice | round2), weight: (.Weight | round3), quantity: .Stock, least: .Least,
	length: (.Len | round1), width: (.Wide | round1), enabled: .Active, gift: .Gift, categories: .Groups
}`

// withGojq makes an object of the values by one query on a document for each article, as
// README.md shows ("Usage as a library"). To call Code.Run in goroutines "is safe". Numbers
// are of a type that gojq.WithFunction documents, json.Number, which is handed on as its
// text and so stays exact. Slower: the article marshalled to JSON and back, which the README
// advises for structs (+130 %). Variables instead of a document are documented too, for
// what a query needs besides its input: they are in the tuned form, and here save 13 %.
func withGojq() (mapFunc, error) {
	code, err := compileJQ(plainJQ, jqRounding(jqRounded)...)
	if err != nil {
		return nil, err
	}
	return func(a *article, m *mapped) error {
		object, err := runJQ(code, jqDocument(a))
		if err != nil {
			return err
		}
		values := appendValues(make([]any, 0, len(object)), object)
		if err := fromJSON(values); err != nil {
			return err
		}
		m.fill(values)
		return nil
	}, nil
}

func compileJQ(text string, options ...gojq.CompilerOption) (*gojq.Code, error) {
	query, err := gojq.Parse(text)
	if err != nil {
		return nil, err
	}
	return gojq.Compile(query, options...)
}

func runJQ(code *gojq.Code, doc any, variables ...any) (map[string]any, error) {
	v, _ := code.Run(doc, variables...).Next()
	if err, failed := v.(error); failed {
		return nil, err
	}
	object, ok := v.(map[string]any)
	if !ok {
		return nil, errors.New("no object")
	}
	return object, nil
}

// appendValues appends the values in the order of definition.
func appendValues(to []any, v map[string]any) []any {
	return append(to,
		v["name"], v["subtitle"], v["description"], v["sku"], v["ean"], v["brand"], v["unit"], v["seoTitle"], v["seoText"],
		v["memo"], v["slug"], v["supplier"], v["taxClass"], v["label"], v["price"], v["cost"], v["former"], v["weight"],
		v["quantity"], v["least"], v["length"], v["width"], v["enabled"], v["gift"], v["categories"],
	)
}

// jqRounding are round1, round2 and round3: gojq has no exact numbers.
func jqRounding(round func(v any, places int32) any) []gojq.CompilerOption {
	var options []gojq.CompilerOption
	for _, places := range []int32{1, 2, 3} {
		options = append(options, jqFunction(fmt.Sprint("round", places), func(v any) any { return round(v, places) }))
	}
	return options
}

func jqFunction(name string, f func(any) any) gojq.CompilerOption {
	return gojq.WithFunction(name, 0, 0, func(v any, _ []any) any { return f(v) })
}

// jqRounded hands null on.
func jqRounded(v any, places int32) any {
	number, ok := v.(json.Number)
	if !ok {
		return v
	}
	d, err := decimal.NewFromString(string(number))
	switch {
	case err != nil:
		return err
	case d.Exponent() == -places:
		return v
	default:
		return json.Number(d.Round(places).String())
	}
}
