package catalog

import (
	"errors"
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

// optional is the optional field of both clients' write types.
type optional[V any] = ecwid.Opt[V]

var (
	errNotWhole = errors.New("the field takes whole numbers")
	errRange    = errors.New("the number is too large")
)

func kindError(want mapping.Kind, v mapping.Value) error {
	return fmt.Errorf("the field takes a %s, not a %s", want, v.Kind())
}

// source declares a source field.
func source[S any](name string, kind mapping.Kind, doc string, get func(*S) mapping.Value) mapping.SourceField[S] {
	return mapping.SourceField[S]{Name: name, Kind: kind, Doc: doc, Get: get}
}

// sourceText declares a source field that is a text, "" when there is none.
func sourceText[S any](name, doc string, get func(*S) string) mapping.SourceField[S] {
	return source(name, mapping.KindText, doc, func(s *S) mapping.Value { return mapping.Text(get(s)) })
}

// sourceNumber declares a source field that is a number.
func sourceNumber[S any](name, doc string, get func(*S) decimal.Decimal) mapping.SourceField[S] {
	return source(name, mapping.KindNumber, doc, func(s *S) mapping.Value { return mapping.Number(get(s)) })
}

// sourceBool declares a source field that is true or false.
func sourceBool[S any](name, doc string, get func(*S) bool) mapping.SourceField[S] {
	return source(name, mapping.KindBool, doc, func(s *S) mapping.Value { return mapping.Bool(get(s)) })
}

// fromSource says where the systems' documents describe the fields.
func fromSource[S any](origin string, fields ...mapping.SourceField[S]) []mapping.SourceField[S] {
	for i := range fields {
		fields[i].Origin = origin
	}
	return fields
}

// intoTarget says where the systems' documents describe the fields.
func intoTarget[T, P any](origin string, fields ...mapping.TargetField[T, P]) []mapping.TargetField[T, P] {
	for i := range fields {
		fields[i].Origin = origin
	}
	return fields
}

// textField declares a target field that is a text and is cleared with "".
func textField[T, P any, V ~string](name, doc string, get func(*T) V, field func(*P) *optional[V]) mapping.TargetField[T, P] {
	return mapping.TargetField[T, P]{
		Name: name, Kind: mapping.KindText, Doc: doc, Empty: mapping.Text(""),
		Get: func(t *T) mapping.Value { return mapping.Text(string(get(t))) },
		Set: func(p *P, v mapping.Value) error {
			text, ok := v.AsText()
			if !ok {
				return kindError(mapping.KindText, v)
			}
			*field(p) = ecwid.Set(V(text))
			return nil
		},
	}
}

// boolField declares a target field that is true or false.
func boolField[T, P any](name, doc string, get func(*T) mapping.Value, field func(*P) *optional[bool]) mapping.TargetField[T, P] {
	return mapping.TargetField[T, P]{
		Name: name, Kind: mapping.KindBool, Doc: doc, Get: get,
		Set: func(p *P, v mapping.Value) error {
			b, ok := v.AsBool()
			if !ok {
				return kindError(mapping.KindBool, v)
			}
			*field(p) = ecwid.Set(b)
			return nil
		},
	}
}

// amountField declares a target field that is a decimal; wrap makes the client's
// own type of it.
func amountField[T, P, A any](name, doc string, get func(*T) mapping.Value, wrap func(decimal.Decimal) A, field func(*P) *optional[A]) mapping.TargetField[T, P] {
	return mapping.TargetField[T, P]{
		Name: name, Kind: mapping.KindNumber, Doc: doc, Get: get,
		Set: func(p *P, v mapping.Value) error {
			d, ok := v.AsNumber()
			if !ok {
				return kindError(mapping.KindNumber, v)
			}
			*field(p) = ecwid.Set(wrap(d))
			return nil
		},
	}
}

// wholeField declares a target field that is a whole number or an id.
func wholeField[T, P any, I ~int | ~int64](name, doc string, get func(*T) mapping.Value, field func(*P) *optional[I]) mapping.TargetField[T, P] {
	return mapping.TargetField[T, P]{
		Name: name, Kind: mapping.KindNumber, Doc: doc, Get: get,
		Set: func(p *P, v mapping.Value) error {
			n, err := whole[I](v)
			if err != nil {
				return err
			}
			*field(p) = ecwid.Set(n)
			return nil
		},
	}
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

// limited adds the longest text that the target takes.
func limited[T, P any](n int, f mapping.TargetField[T, P]) mapping.TargetField[T, P] {
	f.MaxLength = n
	return f
}

// needed marks a field that every new record must have.
func needed[T, P any](f mapping.TargetField[T, P]) mapping.TargetField[T, P] {
	f.Required = true
	return f
}

// clearable adds the form that clears a field.
func clearable[T, P any](empty mapping.Value, f mapping.TargetField[T, P]) mapping.TargetField[T, P] {
	f.Empty = empty
	return f
}

// id is the value of an id; 0 stands for none.
func id[I ~int | ~int64](n I) mapping.Value {
	if n == 0 {
		return mapping.Absent()
	}
	return mapping.Int(int64(n))
}

// maybeInt is the value of a number that may be missing.
func maybeInt(n *int) mapping.Value {
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

// ids is a list of ids.
func ids[I ~int64](list []I) mapping.Value {
	values := make([]mapping.Value, len(list))
	for i, n := range list {
		values[i] = mapping.Int(int64(n))
	}
	return mapping.List(values...)
}

// idList reads a list of ids.
func idList[I ~int64](v mapping.Value) ([]I, error) {
	items, ok := v.AsList()
	if !ok {
		return nil, kindError(mapping.KindList, v)
	}
	list := make([]I, 0, len(items))
	for _, item := range items {
		n, err := whole[I](item)
		if err != nil {
			return nil, err
		}
		list = append(list, n)
	}
	return list, nil
}
