package mapping

import (
	"errors"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
)

// ParseNumber reads a number from a text written with these marks: ParseNumber(',',
// '.') reads 1.234,50. groupMark 0 means that digits are not grouped. Anything
// else in the text, such as a currency sign or groups that are not of three
// digits, is an error: a wrong price is worse than none. Numbers pass unchanged.
// Text form: ParseNumber(',','.') or, without groups, ParseNumber(',').
func ParseNumber(decimalMark, groupMark rune) Transform {
	name := fmt.Sprintf("ParseNumber(%q)", decimalMark)
	if groupMark != 0 {
		name = fmt.Sprintf("ParseNumber(%q,%q)", decimalMark, groupMark)
	}
	if decimalMark == groupMark || isNumberRune(decimalMark) || isNumberRune(groupMark) {
		return invalid(name, "the marks must differ and be neither digits nor signs")
	}
	return Transform{Name: name, Result: KindNumber, Func: func(v Value) (Value, error) {
		switch v.kind {
		case KindNumber:
			return v, nil
		case KindText:
			return parseNumber(strings.TrimSpace(v.text), decimalMark, groupMark)
		default:
			return Value{}, fmt.Errorf("%s is no number", v.kind.WithArticle())
		}
	}}
}

func isNumberRune(r rune) bool { return strings.ContainsRune("+-0123456789", r) }

var errNumberFormat = errors.New("the text is no number in the declared format")

func parseNumber(s string, decimalMark, groupMark rune) (Value, error) {
	sign := ""
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		sign, s = "-", rest
	}
	whole, fraction, hasFraction := strings.Cut(s, string(decimalMark))
	if hasFraction && !digits(fraction) {
		return Value{}, errNumberFormat
	}
	whole, ok := ungroup(whole, groupMark)
	if !ok {
		return Value{}, errNumberFormat
	}
	if len(whole)+len(fraction) > longestNumber {
		return Value{}, errNumberSize
	}
	plain := sign + whole
	if hasFraction {
		plain += "." + fraction
	}
	d, err := decimal.NewFromString(plain)
	if err != nil {
		return Value{}, errNumberFormat
	}
	return Number(d), nil
}

// ungroup removes the group marks of a whole number if they stand where they
// must.
func ungroup(whole string, mark rune) (plain string, ok bool) {
	if mark == 0 || !strings.ContainsRune(whole, mark) {
		return whole, digits(whole)
	}
	groups := strings.Split(whole, string(mark))
	for i, g := range groups {
		if !digits(g) || len(g) > 3 || i > 0 && len(g) != 3 {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// Rounding says which way a number is rounded.
type Rounding string

// The ways to round.
const (
	// HalfUp rounds to the nearest, halves away from zero: 1.5 is 2, -1.5 is -2.
	HalfUp Rounding = "HalfUp"
	// HalfEven rounds to the nearest, halves to the even neighbour: 1.5 and 2.5
	// are 2.
	HalfEven Rounding = "HalfEven"
	// AwayFromZero makes 1.1 a 2 and -1.1 a -2.
	AwayFromZero Rounding = "AwayFromZero"
	// TowardsZero cuts: 1.9 is 1, -1.9 is -1.
	TowardsZero Rounding = "TowardsZero"
	// Ceiling rounds to the greater number, Floor to the lesser one.
	Ceiling Rounding = "Ceiling"
	Floor   Rounding = "Floor"
)

// Round rounds a number to scale decimals, HalfUp unless another way is given;
// scale -1 rounds to tens. Text form: Round(2) or Round(2,HalfEven).
func Round(scale int32, rounding ...Rounding) Transform {
	name := fmt.Sprintf("Round(%d)", scale)
	switch {
	case scale < -mostScale || scale > mostScale:
		return invalid(name, "the scale must be between %d and %d", -mostScale, mostScale)
	case len(rounding) > 1:
		return invalid(name, "it takes one way to round")
	}
	way := HalfUp
	if len(rounding) > 0 && rounding[0] != HalfUp {
		way = rounding[0]
		name = fmt.Sprintf("Round(%d,%s)", scale, way)
	}
	if way == HalfUp {
		return roundHalfUp(name, scale)
	}
	round := way.function()
	if round == nil {
		return invalid(name, "there is no way to round %q: %s", string(way), Suggest(string(way), roundings()))
	}
	return onNumber(name, func(d decimal.Decimal) decimal.Decimal {
		if d.Exponent() >= -scale { // it has no more decimals than that
			return d
		}
		return round(d, scale)
	})
}

// roundHalfUp is the quickest way to round: it is the one of most rules.
func roundHalfUp(name string, scale int32) Transform {
	round := func(d, spare decimal.Decimal) decimal.Decimal {
		if d.Exponent() >= -scale {
			return d
		}
		rounded, ok := smallHalfUp(d, scale)
		switch {
		case !ok:
			return d.Round(scale)
		case spare.Exponent() == -scale && isSmall(spare) && spare.CoefficientInt64() == rounded:
			return spare
		default:
			return decimal.New(rounded, -scale)
		}
	}
	t := onNumber(name, func(d decimal.Decimal) decimal.Decimal { return round(d, decimal.Zero) })
	t.reuse = round
	return t
}

// mostScale bounds the decimals that a rule can ask for.
const mostScale = 30

func roundings() []string {
	var names []string
	for _, r := range []Rounding{HalfUp, HalfEven, AwayFromZero, TowardsZero, Ceiling, Floor} {
		names = append(names, string(r))
	}
	return names
}

func (r Rounding) function() func(decimal.Decimal, int32) decimal.Decimal {
	switch r {
	case HalfEven:
		return decimal.Decimal.RoundBank
	case AwayFromZero:
		return decimal.Decimal.RoundUp
	case TowardsZero:
		return decimal.Decimal.RoundDown
	case Ceiling:
		return decimal.Decimal.RoundCeil
	case Floor:
		return decimal.Decimal.RoundFloor
	default:
		return nil
	}
}

// smallHalfUp is the coefficient of a number of a few digits rounded to fewer decimals
// than it has.
func smallHalfUp(d decimal.Decimal, scale int32) (coefficient int64, ok bool) {
	places := -scale - d.Exponent()
	if places > mostSmall || !isSmall(d) {
		return 0, false
	}
	unit := int64(1)
	for range places {
		unit *= 10
	}
	half := unit / 2
	if d.IsNegative() {
		half = -half
	}
	return (d.CoefficientInt64() + half) / unit, true
}

// isSmall reports whether a number has so few digits that sums of its coefficient fit
// an int64.
func isSmall(d decimal.Decimal) bool { return d.NumDigits() <= mostSmall }

const mostSmall = 15

// Multiply multiplies a number exactly. Text form: Multiply(100).
func Multiply(by decimal.Decimal) Transform {
	name, ok := numberForm("Multiply", by)
	if !ok {
		return invalid(name, "%w", errNumberSize)
	}
	return onNumber(name, func(d decimal.Decimal) decimal.Decimal { return d.Mul(by) })
}

// Percent is so many percent of a number, exactly: Percent(110) adds ten percent.
// Text form: Percent(110).
func Percent(percent decimal.Decimal) Transform {
	name, ok := numberForm("Percent", percent)
	if !ok {
		return invalid(name, "%w", errNumberSize)
	}
	return onNumber(name, func(d decimal.Decimal) decimal.Decimal { return d.Mul(percent).Shift(-2) })
}

// numberForm is the text form of a transform with one number.
func numberForm(name string, d decimal.Decimal) (form string, ok bool) {
	if hugeExponent(d) || len(d.String()) > longestNumber {
		return name, false
	}
	return name + "(" + d.String() + ")", true
}

// longestNumber bounds the characters of a number in a text.
const longestNumber = 100
