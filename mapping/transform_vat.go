package mapping

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// AddVAT makes a price with VAT of one without, exactly; rate is in percent. Text
// form: AddVAT(21).
func AddVAT(rate decimal.Decimal) Transform {
	name, ok := numberForm("AddVAT", rate)
	if !ok || rate.IsNegative() {
		return invalid(name, "%w", errRate)
	}
	return onNumber(name, func(net decimal.Decimal) decimal.Decimal { return addVAT(net, rate) })
}

// RemoveVAT makes a price without VAT of one with; rate is in percent. The price is
// rounded half up to scale decimals, because most do not come out even; four keep
// the cents right when VAT is added again. Text form: RemoveVAT(21,4).
func RemoveVAT(rate decimal.Decimal, scale int32) Transform {
	name, ok := numberForm("RemoveVAT", rate)
	if !ok || rate.IsNegative() {
		return invalid(name, "%w", errRate)
	}
	name = fmt.Sprintf("RemoveVAT(%s,%d)", rate, scale)
	if scale < 0 || scale > mostScale {
		return invalid(name, "the scale must be between 0 and %d", mostScale)
	}
	return onNumber(name, func(gross decimal.Decimal) decimal.Decimal { return removeVAT(gross, rate, scale) })
}

// Rates are VAT rates in percent by the name of a tax class. Names match as the
// keys of a Table do.
type Rates map[string]decimal.Decimal

// AddVAT is AddVAT for Rule.If: it reads the price and its tax class from source
// paths. A class without a rate is an error.
func (r Rates) AddVAT(price, class string) Call {
	return r.call(fmt.Sprintf("AddVAT(%s)", r), price, class, addVAT)
}

// RemoveVAT is RemoveVAT for Rule.If: it reads the price and its tax class from
// source paths. A class without a rate is an error.
func (r Rates) RemoveVAT(price, class string, scale int32) Call {
	return r.call(fmt.Sprintf("RemoveVAT(%s,%d)", r, scale), price, class,
		func(gross, rate decimal.Decimal) decimal.Decimal { return removeVAT(gross, rate, scale) })
}

// String lists classes and rates.
func (r Rates) String() string {
	parts := make([]string, 0, len(r))
	for _, class := range slices.Sorted(maps.Keys(r)) {
		parts = append(parts, fmt.Sprintf("%q:%s", class, r[class]))
	}
	return "{" + strings.Join(parts, ",") + "}"
}

func (r Rates) call(name, price, class string, convert func(price, rate decimal.Decimal) decimal.Decimal) Call {
	call := Call{Name: name, Paths: []string{price, class}}
	rates := make(map[string]decimal.Decimal, len(r))
	for _, class := range slices.Sorted(maps.Keys(r)) {
		key, rate := tableKey(class, false), r[class]
		if rate.IsNegative() || hugeExponent(rate) {
			call.Err = errRate
		}
		if _, ok := rates[key]; ok {
			call.Err = fmt.Errorf("the tax class %q is there twice in different spelling", class)
		}
		rates[key] = rate
	}
	call.Func = func(args []Value) (Value, error) {
		if args[0].kind == KindAbsent || args[0].kind == KindNull {
			return Absent(), nil
		}
		if args[0].kind != KindNumber || hugeExponent(args[0].num) {
			return Value{}, fmt.Errorf("the price is %s and no usable number", args[0].kind.WithArticle())
		}
		text, _ := keyText(args[1])
		rate, ok := rates[tableKey(text, false)]
		if !ok {
			return Value{}, &UnmappedError{value: text}
		}
		return Number(convert(args[0].num, rate)), nil
	}
	return call
}

var errRate = errors.New("a VAT rate is a percentage of 0 or more")

// percents is the price with VAT in percent of the price without.
func percents(rate decimal.Decimal) decimal.Decimal { return rate.Add(decimal.NewFromInt(100)) }

func addVAT(net, rate decimal.Decimal) decimal.Decimal { return net.Mul(percents(rate)).Shift(-2) }

func removeVAT(gross, rate decimal.Decimal, scale int32) decimal.Decimal {
	return gross.Shift(2).DivRound(percents(rate), scale)
}
