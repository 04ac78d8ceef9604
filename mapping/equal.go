package mapping

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// Equal reports whether two values mean the same: numbers by value, texts without
// regard to surrounding white space, line ends and the way in which accents are
// encoded, instants as points in time, lists element by element in order, objects
// name by name. Empty values (see IsEmpty) are all equal.
func (v Value) Equal(other Value) bool { return equal(&v, &other, false) }

// EqualAsSet is Equal for lists whose order and repetitions mean nothing.
func (v Value) EqualAsSet(other Value) bool { return equal(&v, &other, true) }

func equal(a, b *Value, unordered bool) bool {
	if a.kind == b.kind {
		switch a.kind {
		case KindText:
			return equalText(a.text, b.text)
		case KindNumber:
			return equalNumber(a, b)
		case KindBool:
			return a.flag == b.flag
		case KindInstant:
			return a.more.at.Equal(b.more.at)
		case KindList:
			return sameItems(a.more.list, b.more.list) || unordered && subset(a.more.list, b.more.list) && subset(b.more.list, a.more.list)
		case KindObject:
			return samePairs(a, b) && samePairs(b, a)
		default:
		}
	}
	return a.empty() && b.empty()
}

func equalText(a, b string) bool {
	if a == b {
		return true
	}
	if surelyDiffer(a, b) {
		return false
	}
	return normalText(a) == normalText(b) || blank(a) && blank(b)
}

// surelyDiffer reports cheaply that two texts differ in any form; false means nothing.
func surelyDiffer(a, b string) bool {
	if !startsWithText(a) && !startsWithText(b) {
		return false
	}
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	return baseAt(a, i) && baseAt(b, i)
}

// baseAt reports whether at i there is an ASCII character that no normal form drops or
// replaces by another one: at most it gets an accent.
func baseAt(s string, i int) bool { return i < len(s) && s[i] > ' ' && s[i] < utf8.RuneSelf }

func equalNumber(a, b *Value) bool {
	if hugeExponent(a.num) || hugeExponent(b.num) {
		return a.Reveal() == b.Reveal()
	}
	return a.num.Equal(b.num)
}

// limit is a number that others are compared with. Its sign and size are told once.
type limit struct {
	decimal.Decimal
	sign   int
	digits int64
}

func newLimit(d decimal.Decimal) limit { return limit{d, d.Sign(), wholeDigits(d)} }

// compare is d.Cmp of the limit, which writes both numbers out where their decimals
// differ: most are told apart by their sign and size.
func (l *limit) compare(d decimal.Decimal) int {
	sign := d.Sign()
	if sign != l.sign || sign == 0 {
		return cmp.Compare(sign, l.sign)
	}
	if order := cmp.Compare(wholeDigits(d), l.digits); order != 0 {
		return sign * order
	}
	return d.Cmp(l.Decimal)
}

// wholeDigits is the number of digits before the decimal point; that of the zeros
// behind it, negative, for a number below 0.1.
func wholeDigits(d decimal.Decimal) int64 { return int64(d.NumDigits()) + int64(d.Exponent()) }

func sameItems(a, b []Value) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !equal(&a[i], &b[i], false) {
			return false
		}
	}
	return true
}

func subset(part, whole []Value) bool {
	for i := range part {
		if !contains(whole, &part[i]) {
			return false
		}
	}
	return true
}

func contains(list []Value, v *Value) bool {
	for i := range list {
		if equal(&list[i], v, false) {
			return true
		}
	}
	return false
}

// samePairs reports whether b has all of a's values under the same names.
func samePairs(a, b *Value) bool {
	for _, p := range a.more.pairs {
		if !a.Member(p.Name).Equal(b.Member(p.Name)) {
			return false
		}
	}
	return true
}

// identical reports cheaply that two values are the same; false means nothing.
func (v *Value) identical(other *Value) bool {
	return v.kind == other.kind && v.text == other.text && v.num == other.num && v.flag == other.flag && v.more == other.more
}

// appendCanonical appends a form of the value that is the same for equal values
// and differs for others; hashes are made of it.
func appendCanonical(buf []byte, v *Value, unordered bool) []byte {
	if v.empty() {
		return append(buf, byte(KindAbsent))
	}
	buf = append(buf, byte(v.kind))
	switch v.kind {
	case KindText:
		return appendText(buf, normalText(v.text))
	case KindList:
		return appendList(buf, v.more.list, unordered)
	case KindObject:
		return appendPairs(buf, v)
	case KindInstant:
		buf = binary.BigEndian.AppendUint64(buf, uint64(v.more.at.Unix()))
		return binary.BigEndian.AppendUint32(buf, uint32(v.more.at.Nanosecond()))
	default:
		return appendText(buf, v.Reveal())
	}
}

func appendText(buf []byte, s string) []byte {
	return append(binary.AppendUvarint(buf, uint64(len(s))), s...)
}

func appendList(buf []byte, list []Value, unordered bool) []byte {
	if !unordered {
		buf = binary.AppendUvarint(buf, uint64(len(list)))
		for i := range list {
			buf = appendCanonical(buf, &list[i], false)
		}
		return buf
	}
	items := make([][]byte, len(list))
	var all []byte
	for i := range list {
		start := len(all)
		all = appendCanonical(all, &list[i], false)
		items[i] = all[start:]
	}
	slices.SortFunc(items, bytes.Compare)
	items = slices.CompactFunc(items, bytes.Equal)
	buf = binary.AppendUvarint(buf, uint64(len(items)))
	for _, item := range items {
		buf = append(buf, item...)
	}
	return buf
}

// appendPairs leaves empty members out: they equal missing ones.
func appendPairs(buf []byte, v *Value) []byte {
	var names []string
	for _, p := range v.more.pairs {
		if !v.Member(p.Name).IsEmpty() {
			names = append(names, p.Name)
		}
	}
	slices.Sort(names)
	names = slices.Compact(names)
	buf = binary.AppendUvarint(buf, uint64(len(names)))
	for _, name := range names {
		member := v.Member(name)
		buf = appendCanonical(appendText(buf, name), &member, false)
	}
	return buf
}
