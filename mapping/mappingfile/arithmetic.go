package mappingfile

import (
	"errors"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

var (
	errSize = errors.New("the number has too many digits")
	errZero = errors.New("division by zero")
	errText = errors.New("the text gets too long")
)

// checkSize refuses numbers whose digits would fill pages.
func checkSize(d decimal.Decimal) error {
	const most = 1000
	if d.Exponent() > most || d.Exponent() < -most || d.Coefficient().BitLen() > 4*most {
		return errSize
	}
	return nil
}

func onNumber(f func(decimal.Decimal) decimal.Decimal) func(...any) (any, error) {
	return one(func(x any) (any, error) {
		switch d := x.(type) {
		case nil:
			return nil, nil
		case decimal.Decimal:
			if err := checkSize(d); err != nil {
				return nil, err
			}
			return f(d), nil
		default:
			return nil, fmt.Errorf("%s is no number", kind(x))
		}
	})
}

func plus(d decimal.Decimal) decimal.Decimal   { return d }
func negate(d decimal.Decimal) decimal.Decimal { return d.Neg() }
func abs(d decimal.Decimal) decimal.Decimal    { return d.Abs() }
func ceil(d decimal.Decimal) decimal.Decimal   { return d.Ceil() }
func floor(d decimal.Decimal) decimal.Decimal  { return d.Floor() }

// calculate makes a number of two.
func calculate(f func(a, b decimal.Decimal) (decimal.Decimal, error)) func(...any) (any, error) {
	return two(func(a, b any) (any, error) {
		if a == nil || b == nil {
			return nil, nil
		}
		x, isNumber := a.(decimal.Decimal)
		y, areNumbers := b.(decimal.Decimal)
		if !isNumber || !areNumbers {
			return nil, fmt.Errorf("%s and %s are no numbers to calculate with", kind(a), kind(b))
		}
		if err := errors.Join(checkSize(x), checkSize(y)); err != nil {
			return nil, err
		}
		return f(x, y)
	})
}

func subtract(a, b decimal.Decimal) (decimal.Decimal, error) { return a.Sub(b), nil }
func multiply(a, b decimal.Decimal) (decimal.Decimal, error) { return a.Mul(b), nil }

// divide keeps sixteen decimals.
func divide(a, b decimal.Decimal) (decimal.Decimal, error) {
	if b.IsZero() {
		return b, errZero
	}
	const decimals = 16
	return a.DivRound(b, decimals), nil
}

func modulo(a, b decimal.Decimal) (decimal.Decimal, error) {
	if b.IsZero() {
		return b, errZero
	}
	return a.Mod(b), nil
}

// round rounds half away from zero.
func round(d, decimals decimal.Decimal) (decimal.Decimal, error) {
	const most = 100
	if !decimals.IsInteger() || decimals.Abs().GreaterThan(decimal.NewFromInt(most)) {
		return d, errors.New("round takes a whole number of decimals")
	}
	return d.Round(int32(decimals.IntPart())), nil
}

func greatest(args ...any) (any, error) { return pick(args, decimal.Decimal.GreaterThan) }
func least(args ...any) (any, error)    { return pick(args, decimal.Decimal.LessThan) }

func pick(args []any, better func(a, b decimal.Decimal) bool) (any, error) {
	best := args[0]
	for _, x := range args {
		out, err := calculate(func(a, b decimal.Decimal) (decimal.Decimal, error) {
			if better(b, a) {
				return b, nil
			}
			return a, nil
		})(best, x)
		if err != nil || out == nil {
			return nil, err
		}
		best = out
	}
	return best, nil
}

// add adds numbers and joins texts.
func add(a, b any) (any, error) {
	s, isText := a.(string)
	t, areTexts := b.(string)
	if isText && areTexts {
		if len(s)+len(t) > maxText {
			return nil, errText
		}
		return s + t, nil
	}
	return calculate(func(x, y decimal.Decimal) (decimal.Decimal, error) { return x.Add(y), nil })(a, b)
}

func onText(f func(string) string) func(...any) (any, error) {
	return one(func(x any) (any, error) {
		switch s := x.(type) {
		case nil:
			return nil, nil
		case string:
			return f(s), nil
		default:
			return nil, fmt.Errorf("%s is no text", kind(x))
		}
	})
}

func trim(s string) string  { return strings.TrimSpace(s) }
func upper(s string) string { return strings.ToUpper(s) }
func lower(s string) string { return strings.ToLower(s) }

func replace(args ...any) (any, error) {
	var texts [3]string
	for i, x := range args {
		s, ok := x.(string)
		if x == nil {
			return nil, nil
		}
		if !ok {
			return nil, fmt.Errorf("%s is no text", kind(x))
		}
		texts[i] = s
	}
	if strings.Count(texts[0], texts[1])*len(texts[2])+len(texts[0]) > maxText {
		return nil, errText
	}
	return strings.ReplaceAll(texts[0], texts[1], texts[2]), nil
}

func filled(x any) (any, error) {
	v, err := result(x)
	return !v.IsEmpty(), err
}

// length counts characters or elements.
func length(x any) (any, error) {
	switch x := x.(type) {
	case nil:
		return nil, nil
	case string:
		return decimal.NewFromInt(int64(len([]rune(x)))), nil
	case []any:
		return decimal.NewFromInt(int64(len(x))), nil
	default:
		return nil, fmt.Errorf("%s has no length", kind(x))
	}
}

// number reads a text such as 12.50. Use the transform ParseNumber for texts in
// other forms.
func number(x any) (any, error) {
	s, ok := x.(string)
	if !ok {
		return onNumber(plus)(x)
	}
	if s = strings.TrimSpace(s); !numberText.MatchString(s) {
		return nil, errors.New("the text is no number")
	}
	const longest = 100
	d, err := decimal.NewFromString(s)
	if err != nil || len(s) > longest || checkSize(d) != nil {
		return nil, errSize
	}
	return d, nil
}

// text writes a value as mapping.ToText does.
func text(x any) (any, error) {
	if x == nil {
		return nil, nil
	}
	v, err := result(x)
	if err != nil {
		return nil, err
	}
	out, err := mapping.ToText().Func(v)
	if err != nil {
		return nil, err
	}
	return out.Reveal(), nil
}
