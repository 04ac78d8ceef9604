package mapping

import (
	"errors"
	"fmt"

	"github.com/shopspring/decimal"
)

// Transform changes a value. Func must depend on its argument only.
type Transform struct {
	// Name is the text form with the parameters, such as Round(2). It stands in
	// errors, in files and in the mapping's fingerprint; ParseTransform reads it.
	Name string
	// Version counts in the fingerprint beside Name; change it when the function
	// changes.
	Version string
	// Takes is the kind that Func takes; KindAbsent: several.
	Takes Kind
	// Result is the kind that Func returns; KindAbsent: the kind that it got;
	// KindAny: several.
	Result Kind
	// Func changes a value. That of a transform of this package must stay as it is.
	Func func(Value) (Value, error)
	// Err says what is wrong with the parameters; New and Check report it.
	Err error

	// text and number are what Func does with a text or a number, without wrapping.
	text   func(string) string
	number func(decimal.Decimal) decimal.Decimal
	// reuse is number that may return spare where that is the result, for to make a
	// number allocates. Few have it.
	reuse func(d, spare decimal.Decimal) decimal.Decimal
}

var errNumberSize = errors.New("the number has too many digits")

// invalid is a transform whose parameters make no sense.
func invalid(name, format string, args ...any) Transform {
	err := fmt.Errorf(format, args...)
	return Transform{Name: name, Result: KindAny, Err: err, Func: func(Value) (Value, error) { return Value{}, err }}
}

// onText changes a text.
func onText(name string, change func(string) string) Transform {
	t := fromText(name, KindText, func(s string) (Value, error) { return Text(change(s)), nil })
	t.text = change
	return t
}

// fromText makes a value of a text.
func fromText(name string, result Kind, change func(string) (Value, error)) Transform {
	return from(name, KindText, result, func(v Value) (Value, error) { return change(v.text) })
}

// onNumber changes a number.
func onNumber(name string, change func(decimal.Decimal) decimal.Decimal) Transform {
	t := from(name, KindNumber, KindNumber, func(v Value) (Value, error) {
		if hugeExponent(v.num) {
			return Value{}, errNumberSize
		}
		return Number(change(v.num)), nil
	})
	t.number = change
	return t
}

// from makes a value of one kind of a value of another, and refuses others.
func from(name string, takes, result Kind, change func(Value) (Value, error)) Transform {
	return Transform{Name: name, Takes: takes, Result: result, Func: func(v Value) (Value, error) {
		if v.kind != takes {
			return Value{}, fmt.Errorf("takes %s, got %s", takes.WithArticle(), v.kind.WithArticle())
		}
		return change(v)
	}}
}
