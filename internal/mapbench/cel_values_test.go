package mapbench

import (
	"fmt"
	"reflect"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"github.com/shopspring/decimal"
)

// celDecimal is a number in cel. Its pointers are values, so that a field of an article
// is one without a copy.
type celDecimal decimal.Decimal

var (
	celDecimalType = cel.OpaqueType("decimal")

	_ ref.Val = (*celDecimal)(nil)
)

func (d *celDecimal) Type() ref.Type { return celDecimalType }

func (d *celDecimal) Value() any { return decimal.Decimal(*d) }

func (d *celDecimal) Equal(v ref.Val) ref.Val {
	other, ok := v.(*celDecimal)
	return types.Bool(ok && (*decimal.Decimal)(d).Equal(decimal.Decimal(*other)))
}

func (d *celDecimal) ConvertToType(t ref.Type) ref.Val {
	return types.NewErr("no %s of a decimal", t.TypeName())
}

func (d *celDecimal) ConvertToNative(t reflect.Type) (any, error) {
	return nil, fmt.Errorf("no %s of a decimal", t)
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
