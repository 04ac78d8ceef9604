package mapbench

import (
	"strings"

	"github.com/shopspring/decimal"
)

// These functions return what they got when nothing changes: to box it again would
// allocate.

func trimmed(text any) any {
	s, _ := text.(string)
	if t := strings.TrimSpace(s); len(t) < len(s) {
		return t
	}
	return text
}

// rounded takes decimals and pointers to them, and returns the same.
func rounded(number any, places int32) any {
	switch d := number.(type) {
	case *decimal.Decimal:
		if d == nil {
			return nil
		}
		if d.Exponent() != -places {
			return new(d.Round(places))
		}
	case decimal.Decimal:
		if d.Exponent() != -places {
			return d.Round(places)
		}
	}
	return number
}

func positive(number any) bool {
	d, _ := number.(*decimal.Decimal)
	return d != nil && d.IsPositive()
}

// fill takes the values in the order of definition.
func (m *mapped) fill(v []any) {
	m.Name, m.Subtitle, m.Description = v[0].(string), v[1].(string), v[2].(string)
	m.SKU, m.EAN, m.Brand, m.Unit = v[3].(string), v[4].(string), v[5].(string), v[6].(string)
	m.SEOTitle, m.SEOText, m.Memo = v[7].(string), v[8].(string), v[9].(string)
	m.Slug, m.Supplier, m.TaxClass, m.Label = v[10].(string), v[11].(string), v[12].(string), v[13].(string)
	m.Price, m.Cost = toDecimal(v[14]), toDecimal(v[15])
	m.Former = value[decimal.Decimal]{}
	if v[16] != nil {
		m.Former = set(toDecimal(v[16]))
	}
	m.Weight, m.Quantity, m.Least = toDecimal(v[17]), toDecimal(v[18]), toDecimal(v[19])
	m.Len, m.Wide = toDecimal(v[20]), toDecimal(v[21])
	m.Enabled, m.Gift, m.Categories = v[22].(bool), v[23].(bool), v[24].([]string)
}

func toDecimal(v any) decimal.Decimal {
	if d, ok := v.(*decimal.Decimal); ok {
		return *d
	}
	return v.(decimal.Decimal)
}
