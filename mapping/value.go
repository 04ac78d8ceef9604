package mapping

import (
	"slices"
	"time"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// Kind says what a Value holds.
type Kind uint8

// The kinds of values.
const (
	// KindAbsent is the zero Value: nothing was there.
	KindAbsent Kind = iota
	// KindNull is an explicit null.
	KindNull
	KindText
	// KindNumber is a decimal of any size.
	KindNumber
	KindBool
	KindInstant
	KindList
	// KindObject is a record of named values.
	KindObject
	// KindAny is no kind of a value: as the Result of a Transform it says that the
	// kind varies.
	KindAny
)

// String is the kind in lower case, such as "text".
func (k Kind) String() string {
	switch k {
	case KindAbsent:
		return "absent"
	case KindNull:
		return "null"
	case KindText:
		return "text"
	case KindNumber:
		return "number"
	case KindBool:
		return "bool"
	case KindInstant:
		return "instant"
	case KindList:
		return "list"
	case KindObject:
		return "object"
	case KindAny:
		return "any"
	default:
		return "unknown"
	}
}

// Value is one value of a record on its way from source to target. It is
// immutable and safe for concurrent use. The zero Value is absent.
//
// A Value prints its kind and size only, whatever the verb, because it may hold
// personal data; Reveal shows what it holds. Compare with Equal, not with ==.
type Value struct {
	_    [0]func() // not comparable: == says that 1.20 and 1.2 differ
	kind Kind
	flag bool
	text string
	num  decimal.Decimal
	more *more
}

// more holds what few values need, so that a Value stays small.
type more struct {
	at    time.Time
	list  []Value
	pairs []Pair
}

// Pair is one named value of an object.
type Pair struct {
	Name  string
	Value Value
}

// Absent is the value that is not there. A field without a value is left out of
// a request.
func Absent() Value { return Value{} }

// Null is an explicit null. Mapping treats a null in the source as absent; in a
// target field's Empty it is the form that clears the field.
func Null() Value { return Value{kind: KindNull} }

// Text is a text, empty or not.
func Text(s string) Value { return Value{kind: KindText, text: s} }

// Number is an exact decimal.
func Number(d decimal.Decimal) Value { return Value{kind: KindNumber, num: d} }

// Int is a whole number.
func Int(i int64) Value { return Number(decimal.NewFromInt(i)) }

// Bool is true or false.
func Bool(b bool) Value { return Value{kind: KindBool, flag: b} }

// Instant is a point in time; its zone is not part of the value.
func Instant(t time.Time) Value {
	return Value{kind: KindInstant, more: &more{at: t.UTC().Round(0)}}
}

// List is a list of values; it keeps a copy of items.
func List(items ...Value) Value {
	return Value{kind: KindList, more: &more{list: slices.Clone(items)}}
}

// Texts is a list of texts.
func Texts(items ...string) Value {
	list := make([]Value, len(items))
	for i, s := range items {
		list[i] = Text(s)
	}
	return Value{kind: KindList, more: &more{list: list}}
}

// Object is a record of named values; it keeps a copy of pairs. Of two pairs with
// one name the first one counts.
func Object(pairs ...Pair) Value {
	return Value{kind: KindObject, more: &more{pairs: slices.Clone(pairs)}}
}

// Kind says what the value holds.
func (v Value) Kind() Kind { return v.kind }

// IsAbsent reports whether there is no value at all. Null is not absent.
func (v Value) IsAbsent() bool { return v.kind == KindAbsent }

// AsText returns the text; ok is false for every other kind.
func (v Value) AsText() (s string, ok bool) { return v.text, v.kind == KindText }

// AsNumber returns the number; ok is false for every other kind.
func (v Value) AsNumber() (d decimal.Decimal, ok bool) { return v.num, v.kind == KindNumber }

// AsInt returns the number as an int64; ok is false for every other kind, for
// fractions and for numbers that do not fit.
func (v Value) AsInt() (i int64, ok bool) {
	if v.kind != KindNumber || hugeExponent(v.num) || !v.num.IsInteger() {
		return 0, false
	}
	whole := v.num.BigInt()
	return whole.Int64(), whole.IsInt64()
}

// AsBool returns the truth value; ok is false for every other kind.
func (v Value) AsBool() (b, ok bool) { return v.flag, v.kind == KindBool }

// AsInstant returns the instant in UTC; ok is false for every other kind.
func (v Value) AsInstant() (t time.Time, ok bool) {
	if v.kind != KindInstant {
		return time.Time{}, false
	}
	return v.more.at, true
}

// AsList returns a copy of the elements; ok is false for every other kind.
func (v Value) AsList() (items []Value, ok bool) {
	if v.kind != KindList {
		return nil, false
	}
	return slices.Clone(v.more.list), true
}

// AsObject returns a copy of the named values; ok is false for every other kind.
func (v Value) AsObject() (pairs []Pair, ok bool) {
	if v.kind != KindObject {
		return nil, false
	}
	return slices.Clone(v.more.pairs), true
}

// Member is the value of that name in an object, absent when there is none or
// the value is no object.
func (v Value) Member(name string) Value {
	if v.kind != KindObject {
		return Value{}
	}
	for _, p := range v.more.pairs {
		if p.Name == name {
			return p.Value
		}
	}
	return Value{}
}

// IsEmpty reports whether the value says nothing: absent, null, a text of white
// space or of HTML that shows nothing, a list without elements, an object whose
// members are all empty. 0 and false say something.
func (v Value) IsEmpty() bool { return v.empty() }

func (v *Value) empty() bool {
	switch v.kind {
	case KindAbsent, KindNull:
		return true
	case KindText:
		return saysNothing(v.text)
	case KindList:
		return len(v.more.list) == 0
	case KindObject:
		return !slices.ContainsFunc(v.more.pairs, func(p Pair) bool { return !p.Value.IsEmpty() })
	default:
		return false
	}
}

// saysNothing is blank for texts most of which are not.
func saysNothing(s string) bool { return !startsWithText(s) && blank(s) }

// startsWithText tells of most texts that are not blank that they are not.
func startsWithText(s string) bool { return s != "" && visible[s[0]] }

// visible are the bytes that show something where they start a text.
var visible = func() (bytes [256]bool) {
	for b := '!'; b < utf8.RuneSelf; b++ {
		bytes[b] = b != '<' && b != '&'
	}
	return bytes
}()

// isZero reports whether the value is the number 0 or false.
func (v *Value) isZero() bool {
	return v.kind == KindNumber && v.num.IsZero() || v.kind == KindBool && !v.flag
}

// hugeExponent reports whether a number written out would fill pages. Comparing
// and printing such a number would cost its size.
func hugeExponent(d decimal.Decimal) bool {
	const most = 1000
	return d.Exponent() > most || d.Exponent() < -most
}
