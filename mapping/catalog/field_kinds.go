package catalog

import (
	"time"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
)

// optional is the optional field of both clients' write types, present makes one.
type optional[V any] = ecwid.Opt[V]

func present[V any](v V) optional[V] { return ecwid.Set(v) }

// writable declares a target field: parse makes the type that put writes of a
// value.
func writable[T, P, V any](name string, kind mapping.Kind, doc string, get func(*T) mapping.Value, parse func(mapping.Value) (V, error), put func(*P, V)) mapping.TargetField[T, P] {
	return mapping.TargetField[T, P]{
		Name: name, Kind: kind, Doc: doc, Get: get,
		Set: func(p *P, v mapping.Value) error {
			parsed, err := parse(v)
			if err == nil {
				put(p, parsed)
			}
			return err
		},
	}
}

// textField declares a target field that is a text and is cleared with "".
func textField[T, P any](name, doc string, get func(*T) string, put func(*P, string)) mapping.TargetField[T, P] {
	f := mapping.TargetText(name, get, put)
	f.Doc, f.Empty = doc, mapping.Text("")
	return f
}

// wordField declares a target field that is one of a system's words and cannot be
// cleared.
func wordField[T, P any](name, doc string, get func(*T) string, put func(*P, string)) mapping.TargetField[T, P] {
	return clearable(mapping.Absent(), textField(name, doc, get, put))
}

// boolField declares a target field that is true or false. get returns nil where there
// is nothing.
func boolField[T, P any](name, doc string, get func(*T) *bool, put func(*P, bool)) mapping.TargetField[T, P] {
	f := mapping.TargetOptionalBool(name, flagOf(get), put)
	f.Doc = doc
	return f
}

// amountField declares a target field that is a decimal. get returns nil where there is
// nothing.
func amountField[T, P any, A amount](name, doc string, get func(*T) *A, put func(*P, A)) mapping.TargetField[T, P] {
	f := mapping.TargetOptionalNumber(name, decimalOf(get), func(p *P, d decimal.Decimal) { put(p, A{Decimal: d}) })
	f.Doc = doc
	return f
}

// wholeField declares a target field that is a whole number or an id.
func wholeField[T, P any, I ~int | ~int64](name, doc string, get func(*T) mapping.Value, put func(*P, I)) mapping.TargetField[T, P] {
	return writable(name, mapping.KindNumber, doc, get, whole[I], put)
}

// instantField declares a target field that is a point in time.
func instantField[T, P any](name, doc string, get func(*T) time.Time, put func(*P, time.Time)) mapping.TargetField[T, P] {
	return writable(name, mapping.KindInstant, doc, func(t *T) mapping.Value { return instant(get(t)) }, asInstant, put)
}

// idsField declares a target field that is a set of ids and is cleared with [].
func idsField[T, P any, I ~int64](name, doc string, get func(*T) []I, put func(*P, []I)) mapping.TargetField[T, P] {
	read := func(t *T) mapping.Value { return ids(get(t)) }
	return unordered(clearable(mapping.List(), writable(name, mapping.KindList, doc, read, idList[I], put)))
}

// textsField declares a target field that is a list of texts and is cleared with
// [].
func textsField[T, P any](name, doc string, get func(*T) []string, put func(*P, []string)) mapping.TargetField[T, P] {
	f := mapping.TargetTexts(name, get, put)
	f.Doc = doc
	return clearable(mapping.List(), f)
}

// namedTextsField declares a target field that is an object of texts, such as a
// translation for each language.
func namedTextsField[T, P any](name, doc string, get func(*T) ecwid.TextMap, put func(*P, ecwid.TextMap)) mapping.TargetField[T, P] {
	read := func(t *T) mapping.Value { return namedTexts(get(t)) }
	return writable(name, mapping.KindObject, doc, read, asNamedTexts, put)
}

// listField declares a target field that is a list of records; it is replaced as
// a whole and cleared with [].
func listField[T, P, R, W any](name, doc string, members elements[R, W], get func(*T) []R, put func(*P, []W)) mapping.TargetField[T, P] {
	read := func(t *T) mapping.Value { return records(get(t), members.object) }
	return clearable(mapping.List(), writable(name, mapping.KindList, doc, read, members.parseList, put))
}

// objectField declares a target field that is a record. get may return nil.
func objectField[T, P, R, W any](name, doc string, members elements[R, W], get func(*T) *R, put func(*P, W)) mapping.TargetField[T, P] {
	return writable(name, mapping.KindObject, doc, lift(get, members.object), members.parse, put)
}

// amountsField declares a target field that is a list of Ecwid amounts.
func amountsField[T, P any](name, doc string, get func(*T) []ecwid.Amount, put func(*P, []ecwid.Amount)) mapping.TargetField[T, P] {
	read := func(t *T) mapping.Value { return records(get(t), shopAmount) }
	parse := func(v mapping.Value) ([]ecwid.Amount, error) {
		return parseEach(v, func(item mapping.Value) (ecwid.Amount, error) {
			d, err := asNumber(item)
			return ecwid.NewAmount(d), err
		})
	}
	return writable(name, mapping.KindList, doc, read, parse, put)
}
