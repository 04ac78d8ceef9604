package catalog

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

// source declares a source field.
func source[S any](name string, kind mapping.Kind, doc string, get func(*S) mapping.Value) mapping.SourceField[S] {
	return mapping.SourceField[S]{Name: name, Kind: kind, Doc: doc, Get: get}
}

// sourceText declares a source field that is a text, "" when there is none.
func sourceText[S any](name, doc string, get func(*S) string) mapping.SourceField[S] {
	f := mapping.SourceText(name, get)
	f.Doc = doc
	return f
}

// sourceNumber declares a source field that is a number.
func sourceNumber[S any](name, doc string, get func(*S) decimal.Decimal) mapping.SourceField[S] {
	f := mapping.SourceNumber(name, get)
	f.Doc = doc
	return f
}

// sourceBool declares a source field that is true or false.
func sourceBool[S any](name, doc string, get func(*S) bool) mapping.SourceField[S] {
	f := mapping.SourceBool(name, get)
	f.Doc = doc
	return f
}

// sourceOptional declares a source field that is a number; get reports false where
// there is none.
func sourceOptional[S any](name, doc string, get func(*S) (decimal.Decimal, bool)) mapping.SourceField[S] {
	f := mapping.SourceOptionalNumber(name, get)
	f.Doc = doc
	return f
}

// sourceAmount declares a source field that is a decimal; get returns nil where there is
// none.
func sourceAmount[S any, A amount](name, doc string, get func(*S) *A) mapping.SourceField[S] {
	return sourceOptional(name, doc, decimalOf(get))
}

// sourceFlag declares a source field that is true or false; get returns nil where that is
// unknown.
func sourceFlag[S any](name, doc string, get func(*S) *bool) mapping.SourceField[S] {
	f := mapping.SourceOptionalBool(name, flagOf(get))
	f.Doc = doc
	return f
}

// sourceTexts declares a source field that is a list of texts.
func sourceTexts[S any](name, doc string, get func(*S) []string) mapping.SourceField[S] {
	f := mapping.SourceTexts(name, get)
	f.Doc = doc
	return f
}

// of says which fields of the record a source field is computed from.
func of[S any](f mapping.SourceField[S], names ...string) mapping.SourceField[S] {
	f.Of = names
	return f
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

// readable are the target fields as source fields of the other direction.
func readable[T, P any](fields []mapping.TargetField[T, P]) []mapping.SourceField[T] {
	var list []mapping.SourceField[T]
	for _, f := range fields {
		if f.Get != nil {
			list = append(list, f.AsSource())
		}
	}
	return list
}

// within lifts the fields of a part R to the record S that has it. Without the
// part, read is nil then, all of them are absent.
func within[S, R any](prefix string, read func(*S) *R, fields []mapping.SourceField[R]) []mapping.SourceField[S] {
	list := make([]mapping.SourceField[S], len(fields))
	for i, f := range fields {
		list[i] = mapping.Within(read, f)
		list[i].Name = prefix + f.Name
	}
	return list
}

// part lifts the fields of a part to the record: R is the part that is read, W the
// one that is written; edit changes it within a patch.
func part[T, P, R, W any](prefix string, read func(*T) *R, edit func(*P, func(*W) error) error, fields []mapping.TargetField[R, W]) []mapping.TargetField[T, P] {
	list := make([]mapping.TargetField[T, P], len(fields))
	for i, f := range fields {
		list[i] = mapping.TargetField[T, P]{
			Name: prefix + f.Name, Kind: f.Kind, Doc: f.Doc, Unit: f.Unit, Origin: f.Origin,
			Required: f.Required, MaxLength: f.MaxLength, OneOf: f.OneOf, Unordered: f.Unordered,
			Empty: f.Empty, Equal: f.Equal,
			Set: func(p *P, v mapping.Value) error {
				return edit(p, func(w *W) error { return f.Set(w, v) })
			},
		}
		if f.Get != nil {
			list[i].Get = lift(read, f.Get)
		}
	}
	return list
}

func lift[T, R any](read func(*T) *R, get func(*R) mapping.Value) func(*T) mapping.Value {
	return func(t *T) mapping.Value {
		r := read(t)
		if r == nil {
			return mapping.Absent()
		}
		return get(r)
	}
}

// optionalPart edits a part of a patch that is not there before.
func optionalPart[P, W any](field func(*P) *optional[W]) func(*P, func(*W) error) error {
	return func(p *P, change func(*W) error) error {
		var none W
		w := field(p).Or(none)
		if err := change(&w); err != nil {
			return err
		}
		*field(p) = present(w)
		return nil
	}
}

// wholePart edits a part that every patch has.
func wholePart[P, W any](field func(*P) *W) func(*P, func(*W) error) error {
	return func(p *P, change func(*W) error) error { return change(field(p)) }
}

// leaving drops the fields of these names, for which the record has better ones.
func leaving[S any](fields []mapping.SourceField[S], names ...string) []mapping.SourceField[S] {
	return slices.DeleteFunc(fields, func(f mapping.SourceField[S]) bool { return slices.Contains(names, f.Name) })
}

func namesOf[S any](fields []mapping.SourceField[S]) []string {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.Name
	}
	return names
}

// limited adds the longest text that the target takes.
func limited[T, P any](n int, f mapping.TargetField[T, P]) mapping.TargetField[T, P] {
	f.MaxLength = n
	return f
}

// oneOf adds the values that the target knows.
func oneOf[T, P any, V ~string](f mapping.TargetField[T, P], values ...V) mapping.TargetField[T, P] {
	for _, v := range values {
		f.OneOf = append(f.OneOf, string(v))
	}
	return f
}

// anyCase compares words without regard to letter case, as the system does.
func anyCase[T, P any](f mapping.TargetField[T, P]) mapping.TargetField[T, P] {
	f.Equal = func(source, current mapping.Value) bool { return sameText(source.Reveal(), current.Reveal()) }
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

// measured adds the unit of a field.
func measured[T, P any](unit string, f mapping.TargetField[T, P]) mapping.TargetField[T, P] {
	f.Unit = unit
	return f
}

// unordered says that the order of a list means nothing.
func unordered[T, P any](f mapping.TargetField[T, P]) mapping.TargetField[T, P] {
	f.Unordered = true
	return f
}

// writeOnly is a field that reads of the record do not show.
func writeOnly[T, P any](f mapping.TargetField[T, P]) mapping.TargetField[T, P] {
	f.Get = nil
	return f
}
