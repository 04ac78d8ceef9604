package mapbench

import (
	"errors"
	"strings"

	"github.com/shopspring/decimal"
)

// mapFunc maps an article into m, all 25 values of it.
type mapFunc func(a *article, m *mapped) error

// other is a way to map without the engine.
type other struct {
	name  string
	build func() (mapFunc, error)
}

// others are written as their users may write them to be fast: of the ways that were
// measured, the fastest with the right values. What was slower is told beside each, with
// how much longer the values of the sample article took.
func others() []other {
	return []other{{"expr", withExpr}, {"cel", withCEL}, {"gojq", withGojq}, {"mapstructure", withMapstructure}}
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

// The functions of expr and gojq return what they got when nothing changes: to box it
// again would allocate.

func trimmed(text any) any {
	s, _ := text.(string)
	if t := strings.TrimSpace(s); len(t) < len(s) {
		return t
	}
	return text
}

func rounded(number any, places int32) any {
	d, _ := number.(*decimal.Decimal)
	if d == nil {
		return nil
	}
	if d.Exponent() == -places {
		return number
	}
	return new(d.Round(places))
}

func positive(number any) bool {
	d, _ := number.(*decimal.Decimal)
	return d != nil && d.IsPositive()
}

// boxedTaxes is taxTable for those who return any.
func boxedTaxes() map[string]any {
	boxed := map[string]any{}
	for class, rate := range taxTable() {
		boxed[class] = rate
	}
	return boxed
}

// fill takes the values in the order of definition.
func (m *mapped) fill(v []any) {
	m.Name, m.Subtitle, m.Description = v[0].(string), v[1].(string), v[2].(string)
	m.SKU, m.EAN, m.Brand, m.Unit = v[3].(string), v[4].(string), v[5].(string), v[6].(string)
	m.SEOTitle, m.SEOText, m.Memo = v[7].(string), v[8].(string), v[9].(string)
	m.Slug, m.Supplier, m.TaxClass, m.Label = v[10].(string), v[11].(string), v[12].(string), v[13].(string)
	m.Price, m.Cost = *v[14].(*decimal.Decimal), *v[15].(*decimal.Decimal)
	m.Former = value[decimal.Decimal]{}
	if former, ok := v[16].(*decimal.Decimal); ok {
		m.Former = set(*former)
	}
	m.Weight, m.Quantity, m.Least = *v[17].(*decimal.Decimal), *v[18].(*decimal.Decimal), *v[19].(*decimal.Decimal)
	m.Len, m.Wide = *v[20].(*decimal.Decimal), *v[21].(*decimal.Decimal)
	m.Enabled, m.Gift, m.Categories = v[22].(bool), v[23].(bool), v[24].([]string)
}
