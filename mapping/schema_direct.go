package mapping

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// directSource has one reading at most: the one of the field's kind.
type directSource[S any] struct {
	text   *reading[S, string]
	number *reading[S, decimal.Decimal]
	truth  *reading[S, bool]
	texts  *reading[S, []string]
}

// reading reads a field that every record has, by always, or one that some have, by
// maybe.
type reading[R, V any] struct {
	always func(*R) V
	maybe  func(*R) (v V, ok bool)
}

// read reports false where the record does not have the field.
func (r *reading[R, V]) read(record *R) (v V, ok bool) {
	if r.maybe != nil {
		return r.maybe(record)
	}
	return r.always(record), true
}

// kind is the kind of the field, KindAbsent for one that was made by hand.
func (d directSource[S]) kind() Kind {
	return directKind(d.text != nil, d.number != nil, d.truth != nil, d.texts != nil)
}

// directTarget has the accessors of the field's kind at most.
type directTarget[T, P any] struct {
	text   *access[T, P, string]
	number *access[T, P, decimal.Decimal]
	truth  *access[T, P, bool]
	texts  *access[T, P, []string]
}

// kind is the kind of the field, KindAbsent for one that was made by hand.
func (d directTarget[T, P]) kind() Kind {
	return directKind(d.text != nil, d.number != nil, d.truth != nil, d.texts != nil)
}

func directKind(text, number, truth, texts bool) Kind {
	switch {
	case text:
		return KindText
	case number:
		return KindNumber
	case truth:
		return KindBool
	case texts:
		return KindList
	default:
		return KindAbsent
	}
}

// access reads and writes one field.
type access[T, P, V any] struct {
	reading[T, V]
	set func(*P, V)
}

// SourceText is a field that every record has as a text, "" where it says nothing.
// Such a field, and those of SourceNumber, SourceBool, SourceTexts and the optional ones,
// is mapped faster than one made by hand. Get and Kind are set and must stay as they are.
func SourceText[S any](name string, get func(*S) string) SourceField[S] {
	return SourceField[S]{
		Name: name, Kind: KindText, Get: func(s *S) Value { return Text(get(s)) },
		direct: directSource[S]{text: &reading[S, string]{always: get}},
	}
}

// SourceNumber is a field that every record has as a decimal.
func SourceNumber[S any](name string, get func(*S) decimal.Decimal) SourceField[S] {
	return SourceField[S]{
		Name: name, Kind: KindNumber, Get: func(s *S) Value { return Number(get(s)) },
		direct: directSource[S]{number: &reading[S, decimal.Decimal]{always: get}},
	}
}

// SourceOptionalNumber is a field that some records have as a decimal: get reports false
// for the others, where it is absent.
func SourceOptionalNumber[S any](name string, get func(*S) (d decimal.Decimal, ok bool)) SourceField[S] {
	return SourceField[S]{
		Name: name, Kind: KindNumber, Get: func(s *S) Value { return optional(get, s, Number) },
		direct: directSource[S]{number: &reading[S, decimal.Decimal]{maybe: get}},
	}
}

// SourceBool is a field that is true or false in every record.
func SourceBool[S any](name string, get func(*S) bool) SourceField[S] {
	return SourceField[S]{
		Name: name, Kind: KindBool, Get: func(s *S) Value { return Bool(get(s)) },
		direct: directSource[S]{truth: &reading[S, bool]{always: get}},
	}
}

// SourceOptionalBool is a field that some records have as true or false: get reports
// false as ok for the others, where it is absent.
func SourceOptionalBool[S any](name string, get func(*S) (b, ok bool)) SourceField[S] {
	return SourceField[S]{
		Name: name, Kind: KindBool, Get: func(s *S) Value { return optional(get, s, Bool) },
		direct: directSource[S]{truth: &reading[S, bool]{maybe: get}},
	}
}

// SourceTexts is a field that every record has as a list of texts, empty where it says
// nothing. Where a rule leads it unchanged to a field of TargetTexts, the patch may share
// the elements with the record.
func SourceTexts[S any](name string, get func(*S) []string) SourceField[S] {
	return SourceField[S]{
		Name: name, Kind: KindList, Get: func(s *S) Value { return Texts(get(s)...) },
		direct: directSource[S]{texts: &reading[S, []string]{always: get}},
	}
}

// TargetText is a field that every record has as a text; set puts one into a patch, of
// which it keeps no pointer, as TargetField.Set says. Such a field, and those of
// TargetNumber, TargetBool, TargetTexts and the optional ones, is mapped faster than one
// made by hand. Kind, Get and Set are set and must stay as they are, but for Get = nil: a
// field that cannot be read. Its Empty is a text.
func TargetText[T, P any](name string, get func(*T) string, set func(*P, string)) TargetField[T, P] {
	return TargetField[T, P]{
		Name: name, Kind: KindText, direct: directTarget[T, P]{text: &access[T, P, string]{reading[T, string]{always: get}, set}},
		Get: func(t *T) Value { return Text(get(t)) },
		Set: func(p *P, v Value) error { return put(p, set, v.text, v, KindText) },
	}
}

// TargetNumber is a field that every record has as a decimal.
func TargetNumber[T, P any](name string, get func(*T) decimal.Decimal, set func(*P, decimal.Decimal)) TargetField[T, P] {
	return TargetField[T, P]{
		Name: name, Kind: KindNumber, direct: directTarget[T, P]{number: &access[T, P, decimal.Decimal]{reading[T, decimal.Decimal]{always: get}, set}},
		Get: func(t *T) Value { return Number(get(t)) },
		Set: func(p *P, v Value) error { return put(p, set, v.num, v, KindNumber) },
	}
}

// TargetOptionalNumber is a field that some records have as a decimal: get reports false
// for the others, where it is absent. Its Empty is a number: a field that null clears is
// made by hand.
func TargetOptionalNumber[T, P any](name string, get func(*T) (d decimal.Decimal, ok bool), set func(*P, decimal.Decimal)) TargetField[T, P] {
	return TargetField[T, P]{
		Name: name, Kind: KindNumber, direct: directTarget[T, P]{number: &access[T, P, decimal.Decimal]{reading[T, decimal.Decimal]{maybe: get}, set}},
		Get: func(t *T) Value { return optional(get, t, Number) },
		Set: func(p *P, v Value) error { return put(p, set, v.num, v, KindNumber) },
	}
}

// TargetBool is a field that is true or false in every record.
func TargetBool[T, P any](name string, get func(*T) bool, set func(*P, bool)) TargetField[T, P] {
	return TargetField[T, P]{
		Name: name, Kind: KindBool, direct: directTarget[T, P]{truth: &access[T, P, bool]{reading[T, bool]{always: get}, set}},
		Get: func(t *T) Value { return Bool(get(t)) },
		Set: func(p *P, v Value) error { return put(p, set, v.flag, v, KindBool) },
	}
}

// TargetOptionalBool is a field that some records have as true or false: get reports
// false as ok for the others, where it is absent. Its Empty is true or false: a field
// that null clears is made by hand.
func TargetOptionalBool[T, P any](name string, get func(*T) (b, ok bool), set func(*P, bool)) TargetField[T, P] {
	return TargetField[T, P]{
		Name: name, Kind: KindBool, direct: directTarget[T, P]{truth: &access[T, P, bool]{reading[T, bool]{maybe: get}, set}},
		Get: func(t *T) Value { return optional(get, t, Bool) },
		Set: func(p *P, v Value) error { return put(p, set, v.flag, v, KindBool) },
	}
}

// TargetTexts is a field that every record has as a list of texts. set must not change
// the list: it may be the source record's.
func TargetTexts[T, P any](name string, get func(*T) []string, set func(*P, []string)) TargetField[T, P] {
	return TargetField[T, P]{
		Name: name, Kind: KindList, direct: directTarget[T, P]{texts: &access[T, P, []string]{reading[T, []string]{always: get}, set}},
		Get: func(t *T) Value { return Texts(get(t)...) },
		Set: func(p *P, v Value) error {
			texts, err := textsOf(v)
			if err != nil {
				return err
			}
			return put(p, set, texts, v, KindList)
		},
	}
}

// textsOf are the elements of a list of texts.
func textsOf(v Value) ([]string, error) {
	list := elements(&v)
	texts := make([]string, len(list))
	for i := range list {
		if list[i].kind != KindText {
			return nil, fmt.Errorf("element %d is %s instead of a text", i+1, list[i].kind.WithArticle())
		}
		texts[i] = list[i].text
	}
	return texts, nil
}

// optional is what get reads of a record, absent where there is nothing.
func optional[R, V any](get func(*R) (V, bool), r *R, wrap func(V) Value) Value {
	v, ok := get(r)
	if !ok {
		return Absent()
	}
	return wrap(v)
}

func put[P, V any](p *P, set func(*P, V), content V, v Value, kind Kind) error {
	if v.kind != kind {
		return fmt.Errorf("got %s instead of %s", v.kind.WithArticle(), kind.WithArticle())
	}
	set(p, content)
	return nil
}
