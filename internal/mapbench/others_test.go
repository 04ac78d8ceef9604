package mapbench

import (
	"errors"
	"fmt"
)

// mapFunc maps an article into m, all 25 values of it.
type mapFunc func(a *article, m *mapped) error

// other is a way to map without the engine.
type other struct {
	name  string
	build func() (mapFunc, error)
	// tuned is set for the fastest form, which gives up what the engine has.
	tuned bool
}

// others are all in two forms. Plain is what their documentation shows, with what the
// engine has as well: nothing that changes is shared between records, so it is safe for
// concurrent use, and with expr and cel each field has its own expression. The record comes
// as one map or struct. Of two documented ways to do the rest it takes the faster. Tuned is
// the fastest with the right values of the ways that were measured. What was slower is told
// beside each, with how much longer the values of the sample article took.
func others() []other {
	return []other{
		{"expr", withExpr, false}, {"expr-tuned", withTunedExpr, true},
		{"cel", withCEL, false}, {"cel-tuned", withTunedCEL, true},
		{"gojq", withGojq, false}, {"gojq-tuned", withTunedGojq, true},
		{"mapstructure", withMapstructure, false}, {"mapstructure-tuned", withTunedMapstructure, true},
	}
}

// field is the program of one target field.
type field[P any] struct {
	name    string
	program P
}

// fields compiles the expressions of all fields, in the order of definition.
func fields[P any](expressions []string, compile func(text string) (P, error)) ([]field[P], error) {
	all := make([]field[P], len(expressions))
	for i, target := range shopSchema().Target {
		program, err := compile(expressions[i])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", target.Name, err)
		}
		all[i] = field[P]{target.Name, program}
	}
	return all, nil
}

var errNoTax = errors.New("no such tax class")

// putFields puts the fields of an article into a document, for those who read a map.
// Numbers are pointers: to box a decimal allocates, and a pointer does not.
func putFields(doc map[string]any, a *article) {
	doc["Name"], doc["Short"], doc["Long"], doc["Number"] = a.Name, a.Short, a.Long, a.Number
	doc["EAN"], doc["Brand"], doc["Unit"], doc["PageTitle"] = a.EAN, a.Brand, a.Unit, a.PageTitle
	doc["MetaText"], doc["Memo"], doc["Alias"], doc["Supplier"] = a.MetaText, a.Memo, a.Alias, a.Supplier
	doc["Tax"], doc["Price"], doc["Cost"], doc["OldPrice"] = a.Tax, &a.Price, &a.Cost, a.OldPrice
	doc["Weight"], doc["Stock"], doc["Least"] = &a.Weight, &a.Stock, &a.Least
	doc["Len"], doc["Wide"] = &a.Len, &a.Wide
	doc["Active"], doc["Gift"], doc["Groups"] = a.Active, a.Gift, a.Groups
}

// boxedTaxes is taxTable for those who return any.
func boxedTaxes() map[string]any {
	boxed := map[string]any{}
	for class, rate := range taxTable() {
		boxed[class] = rate
	}
	return boxed
}
