package mapping

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// directSource has one function at most: the one of the field's kind.
type directSource[S any] struct {
	text   func(*S) string
	number func(*S) decimal.Decimal
	truth  func(*S) bool
	texts  func(*S) []string
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
	get func(*T) V
	set func(*P, V)
}

// SourceText is a field that every record has as a text, "" where it says nothing.
// Such a field, and those of SourceNumber, SourceBool and SourceTexts, is mapped faster
// than one made by hand. Get and Kind are set and must stay as they are.
func SourceText[S any](name string, get func(*S) string) SourceField[S] {
	return SourceField[S]{
		Name: name, Kind: KindText, Get: func(s *S) Value { return Text(get(s)) },
		direct: directSource[S]{text: get},
	}
}

// SourceNumber is a field that every record has as a decimal.
func SourceNumber[S any](name string, get func(*S) decimal.Decimal) SourceField[S] {
	return SourceField[S]{
		Name: name, Kind: KindNumber, Get: func(s *S) Value { return Number(get(s)) },
		direct: directSource[S]{number: get},
	}
}

// SourceBool is a field that is true or false in every record.
func SourceBool[S any](name string, get func(*S) bool) SourceField[S] {
	return SourceField[S]{
		Name: name, Kind: KindBool, Get: func(s *S) Value { return Bool(get(s)) },
		direct: directSource[S]{truth: get},
	}
}

// SourceTexts is a field that every record has as a list of texts, empty where it says
// nothing. Where a rule leads it unchanged to a field of TargetTexts, the patch may share
// the elements with the record.
func SourceTexts[S any](name string, get func(*S) []string) SourceField[S] {
	return SourceField[S]{
		Name: name, Kind: KindList, Get: func(s *S) Value { return Texts(get(s)...) },
		direct: directSource[S]{texts: get},
	}
}

// TargetText is a field that every record has as a text; set puts one into a patch.
// Such a field, and those of TargetNumber, TargetBool and TargetTexts, is mapped faster
// than one made by hand. Kind, Get and Set are set and must stay as they are, but for
// Get = nil: a field that cannot be read. Its Empty is a text.
func TargetText[T, P any](name string, get func(*T) string, set func(*P, string)) TargetField[T, P] {
	return TargetField[T, P]{
		Name: name, Kind: KindText, direct: directTarget[T, P]{text: &access[T, P, string]{get, set}},
		Get: func(t *T) Value { return Text(get(t)) },
		Set: func(p *P, v Value) error { return put(p, set, v.text, v, KindText) },
	}
}

// TargetNumber is a field that every record has as a decimal.
func TargetNumber[T, P any](name string, get func(*T) decimal.Decimal, set func(*P, decimal.Decimal)) TargetField[T, P] {
	return TargetField[T, P]{
		Name: name, Kind: KindNumber, direct: directTarget[T, P]{number: &access[T, P, decimal.Decimal]{get, set}},
		Get: func(t *T) Value { return Number(get(t)) },
		Set: func(p *P, v Value) error { return put(p, set, v.num, v, KindNumber) },
	}
}

// TargetBool is a field that is true or false in every record.
func TargetBool[T, P any](name string, get func(*T) bool, set func(*P, bool)) TargetField[T, P] {
	return TargetField[T, P]{
		Name: name, Kind: KindBool, direct: directTarget[T, P]{truth: &access[T, P, bool]{get, set}},
		Get: func(t *T) Value { return Bool(get(t)) },
		Set: func(p *P, v Value) error { return put(p, set, v.flag, v, KindBool) },
	}
}

// TargetTexts is a field that every record has as a list of texts. set must not change
// the list: it may be the source record's.
func TargetTexts[T, P any](name string, get func(*T) []string, set func(*P, []string)) TargetField[T, P] {
	return TargetField[T, P]{
		Name: name, Kind: KindList, direct: directTarget[T, P]{texts: &access[T, P, []string]{get, set}},
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

func put[P, V any](p *P, set func(*P, V), content V, v Value, kind Kind) error {
	if v.kind != kind {
		return fmt.Errorf("got %s instead of %s", v.kind.WithArticle(), kind.WithArticle())
	}
	set(p, content)
	return nil
}
