package catalog

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"time"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

var (
	errNotWhole = errors.New("the field takes whole numbers")
	errRange    = errors.New("the number is too large")
)

func kindError(want mapping.Kind, v mapping.Value) error {
	return fmt.Errorf("the field takes %s, not %s", want.WithArticle(), v.Kind().WithArticle())
}

func asText(v mapping.Value) (string, error) {
	text, ok := v.AsText()
	if !ok {
		return "", kindError(mapping.KindText, v)
	}
	return text, nil
}

func asNumber(v mapping.Value) (decimal.Decimal, error) {
	d, ok := v.AsNumber()
	if !ok {
		return decimal.Zero, kindError(mapping.KindNumber, v)
	}
	return d, nil
}

// whole is a number as an integer type. Numbers that do not fit are refused.
func whole[I ~int | ~int64](v mapping.Value) (I, error) {
	d, isNumber := v.AsNumber()
	n, ok := v.AsInt()
	switch {
	case !isNumber:
		return 0, kindError(mapping.KindNumber, v)
	case !ok && !d.IsInteger():
		return 0, errNotWhole
	case !ok || int64(I(n)) != n:
		return 0, errRange
	}
	return I(n), nil
}

// setNullable sets a number, or the null that clears it.
func setNullable[I ~int64](field *ecwid.Nullable[I], v mapping.Value) error {
	if v.Kind() == mapping.KindNull {
		*field = ecwid.Null[I]()
		return nil
	}
	n, err := whole[I](v)
	if err == nil {
		*field = ecwid.SetNullable(n)
	}
	return err
}

func asInstant(v mapping.Value) (time.Time, error) {
	at, ok := v.AsInstant()
	if !ok {
		return time.Time{}, kindError(mapping.KindInstant, v)
	}
	return at, nil
}

func asNamedTexts(v mapping.Value) (ecwid.TextMap, error) {
	pairs, ok := v.AsObject()
	if !ok {
		return nil, kindError(mapping.KindObject, v)
	}
	texts := ecwid.TextMap{}
	for _, pair := range pairs {
		text, err := asText(pair.Value)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", pair.Name, err)
		}
		texts[pair.Name] = text
	}
	return texts, nil
}

// idList reads a list of ids.
func idList[I ~int64](v mapping.Value) ([]I, error) { return parseEach(v, whole[I]) }

// id is the value of an id; 0 stands for none.
func id[I ~int | ~int64](n I) mapping.Value {
	if n == 0 {
		return mapping.Absent()
	}
	return mapping.Int(int64(n))
}

// integer is the value of a number that is always there.
func integer[I ~int | ~int64](n I) mapping.Value { return mapping.Int(int64(n)) }

// maybeInt is the value of a number that may be missing.
func maybeInt[I ~int | ~int64](n *I) mapping.Value {
	if n == nil {
		return mapping.Absent()
	}
	return mapping.Int(int64(*n))
}

// maybeBool is the value of a flag that may be missing.
func maybeBool(b *bool) mapping.Value {
	if b == nil {
		return mapping.Absent()
	}
	return mapping.Bool(*b)
}

// maybeDecimal is the value of a decimal that may be missing.
func maybeDecimal(d *decimal.Decimal) mapping.Value {
	if d == nil {
		return mapping.Absent()
	}
	return mapping.Number(*d)
}

// shopAmount is the value of an Ecwid amount that may be missing.
func shopAmount(a *ecwid.Amount) mapping.Value {
	if a == nil {
		return mapping.Absent()
	}
	return mapping.Number(a.Decimal)
}

// posAmount is the value of a SalesPOS amount that may be missing.
func posAmount(a *salespos.Amount) mapping.Value {
	if a == nil {
		return mapping.Absent()
	}
	return mapping.Number(a.Decimal)
}

// amount is that of either client.
type amount interface{ ecwid.Amount | salespos.Amount }

// decimalOf reads the decimal of an amount that may be missing.
func decimalOf[R any, A amount](get func(*R) *A) func(*R) (d decimal.Decimal, ok bool) {
	return func(r *R) (d decimal.Decimal, ok bool) {
		if a := get(r); a != nil {
			return struct{ decimal.Decimal }(*a).Decimal, true
		}
		return d, false
	}
}

// flagOf reads a flag that may be missing.
func flagOf[R any](get func(*R) *bool) func(*R) (b, ok bool) {
	return func(r *R) (b, ok bool) {
		if flag := get(r); flag != nil {
			return *flag, true
		}
		return false, false
	}
}

// instant is the value of a time; the zero time stands for none.
func instant(at time.Time) mapping.Value {
	if at.IsZero() {
		return mapping.Absent()
	}
	return mapping.Instant(at)
}

// ids is a list of ids.
func ids[I ~int64](list []I) mapping.Value {
	values := make([]mapping.Value, len(list))
	for i, n := range list {
		values[i] = mapping.Int(int64(n))
	}
	return mapping.List(values...)
}

// namedTexts is an object of texts in the order of their names; absent when the
// answer had none.
func namedTexts(texts ecwid.TextMap) mapping.Value {
	if texts == nil {
		return mapping.Absent()
	}
	pairs := make([]mapping.Pair, 0, len(texts))
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		pairs = append(pairs, mapping.Pair{Name: name, Value: mapping.Text(texts[name])})
	}
	return mapping.Object(pairs...)
}

// translatedLists is an object of lists of texts in the order of their names.
func translatedLists(lists map[string][]string) mapping.Value {
	var pairs []mapping.Pair
	for _, name := range slices.Sorted(maps.Keys(lists)) {
		pairs = append(pairs, pair(name, mapping.Texts(lists[name]...)))
	}
	return object(pairs...)
}

// numbersByName is an object of whole numbers in the order of their names; absent
// when the answer had none.
func numbersByName(numbers map[string]int) mapping.Value {
	if numbers == nil {
		return mapping.Absent()
	}
	pairs := make([]mapping.Pair, 0, len(numbers))
	for _, name := range slices.Sorted(maps.Keys(numbers)) {
		pairs = append(pairs, pair(name, integer(numbers[name])))
	}
	return mapping.Object(pairs...)
}

// numberIn is the value of an id that the shop writes as a text; absent when it is
// no number.
func numberIn(text string) mapping.Value {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return mapping.Absent()
	}
	return id(n)
}
