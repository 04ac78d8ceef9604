package mappingfile

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

// In an expression a value is nil (absent or null), string, decimal.Decimal, bool,
// time.Time, []any or map[string]any. An operator or function with an absent value
// gives none, and a comparison is false: unknown is not zero.

func operand(v mapping.Value) any {
	switch v.Kind() {
	case mapping.KindText:
		return v.Reveal()
	case mapping.KindNumber:
		d, _ := v.AsNumber()
		return d
	case mapping.KindBool:
		b, _ := v.AsBool()
		return b
	case mapping.KindInstant:
		t, _ := v.AsInstant()
		return t
	case mapping.KindList:
		items, _ := v.AsList()
		list := make([]any, len(items))
		for i, item := range items {
			list[i] = operand(item)
		}
		return list
	case mapping.KindObject:
		return v
	default:
		return nil
	}
}

func result(x any) (mapping.Value, error) {
	switch x := x.(type) {
	case nil:
		return mapping.Absent(), nil
	case string:
		return mapping.Text(x), nil
	case decimal.Decimal:
		return mapping.Number(x), nil
	case bool:
		return mapping.Bool(x), nil
	case time.Time:
		return mapping.Instant(x), nil
	case mapping.Value:
		return x, nil
	case []any:
		items := make([]mapping.Value, len(x))
		for i, item := range x {
			v, err := result(item)
			if err != nil {
				return mapping.Value{}, err
			}
			items[i] = v
		}
		return mapping.List(items...), nil
	default:
		return mapping.Value{}, errors.New("the expression gives no value")
	}
}

// kind is what errors call a value.
func kind(x any) string {
	v, err := result(x)
	if err != nil {
		return "a value of another kind"
	}
	return v.Kind().WithArticle()
}

// one and two make functions of one and two arguments.
func one(f func(any) (any, error)) func(...any) (any, error) {
	return func(args ...any) (any, error) { return f(args[0]) }
}

func two(f func(a, b any) (any, error)) func(...any) (any, error) {
	return func(args ...any) (any, error) { return f(args[0], args[1]) }
}

func truth(x any) (any, error) {
	switch x := x.(type) {
	case nil:
		return false, nil
	case bool:
		return x, nil
	default:
		return nil, fmt.Errorf("%s is neither true nor false", kind(x))
	}
}

func memberOf(x, key any) (any, error) {
	switch x := x.(type) {
	case nil:
		return nil, nil
	case mapping.Value:
		if name, ok := key.(string); ok {
			return operand(x.Member(name)), nil
		}
	case []any:
		if at, ok := key.(decimal.Decimal); ok {
			return itemAt(x, at), nil
		}
	}
	return nil, fmt.Errorf("%s has no such part", kind(x))
}

func itemAt(list []any, at decimal.Decimal) any {
	if checkSize(at) != nil || !at.IsInteger() || at.IsNegative() || at.GreaterThanOrEqual(decimal.NewFromInt(int64(len(list)))) {
		return nil
	}
	return list[at.IntPart()]
}

func equal(a, b any) (any, error) {
	x, err := result(a)
	if err != nil {
		return nil, err
	}
	y, err := result(b)
	return x.Equal(y), err
}

func differ(a, b any) (any, error) {
	same, err := equal(a, b)
	return same != true, err
}

func within(x, list any) (any, error) {
	if list == nil {
		return false, nil
	}
	items, ok := list.([]any)
	if !ok {
		return nil, fmt.Errorf("in needs a list, here is %s", kind(list))
	}
	for _, item := range items {
		if same, err := equal(x, item); err != nil || same == true {
			return same, err
		}
	}
	return false, nil
}

// compare compares two numbers, texts or instants.
func compare(holds func(order int) bool) func(...any) (any, error) {
	return two(func(a, b any) (any, error) {
		if a == nil || b == nil {
			return false, nil
		}
		switch x := a.(type) {
		case decimal.Decimal:
			if y, ok := b.(decimal.Decimal); ok {
				if err := errors.Join(checkSize(x), checkSize(y)); err != nil {
					return nil, err
				}
				return holds(x.Cmp(y)), nil
			}
		case string:
			if y, ok := b.(string); ok {
				return holds(strings.Compare(x, y)), nil
			}
		case time.Time:
			if y, ok := b.(time.Time); ok {
				return holds(x.Compare(y)), nil
			}
		}
		return nil, fmt.Errorf("%s cannot be compared with %s", kind(a), kind(b))
	})
}

// search looks for a text in another one.
func search(found func(s, part string) bool) func(...any) (any, error) {
	return two(func(a, b any) (any, error) {
		if a == nil || b == nil {
			return false, nil
		}
		s, isText := a.(string)
		part, isPart := b.(string)
		if !isText || !isPart {
			return nil, fmt.Errorf("%s cannot be looked for in %s", kind(b), kind(a))
		}
		return found(s, part), nil
	})
}

func contains(s, part string) bool   { return strings.Contains(s, part) }
func startsWith(s, part string) bool { return strings.HasPrefix(s, part) }
func endsWith(s, part string) bool   { return strings.HasSuffix(s, part) }

func matches(x, pattern any) (any, error) {
	switch s := x.(type) {
	case nil:
		return false, nil
	case string:
		return pattern.(*regexp.Regexp).MatchString(s), nil
	default:
		return nil, fmt.Errorf("a pattern is for texts, here is %s", kind(x))
	}
}
