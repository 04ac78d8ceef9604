package catalog

import (
	"fmt"
	"slices"

	"github.com/tillsync/tillsync/mapping"
)

// elements are the fields of the records in a list, or of an object: R as they are
// read, W as they are written. They have no documentation of their own: that of the
// list or object names them.
type elements[R, W any] []mapping.TargetField[R, W]

// object is a record as an object.
func (e elements[R, W]) object(r *R) mapping.Value {
	var pairs []mapping.Pair
	for _, f := range e {
		if f.Get != nil {
			pairs = append(pairs, pair(f.Name, f.Get(r)))
		}
	}
	return object(pairs...)
}

// parse makes a record of an object. A member that cannot be written is an error.
func (e elements[R, W]) parse(v mapping.Value) (w W, err error) {
	pairs, ok := v.AsObject()
	if !ok {
		return w, kindError(mapping.KindObject, v)
	}
	for _, pair := range pairs {
		at := slices.IndexFunc(e, func(f mapping.TargetField[R, W]) bool { return f.Name == pair.Name })
		if at < 0 {
			return w, fmt.Errorf("there is no member %q", pair.Name)
		}
		if err := e[at].Set(&w, pair.Value); err != nil {
			return w, fmt.Errorf("%s: %w", pair.Name, err)
		}
	}
	return w, nil
}

// parseList makes records of a list of objects.
func (e elements[R, W]) parseList(v mapping.Value) ([]W, error) {
	return parseEach(v, e.parse)
}

// pair is a member of an object.
func pair(name string, v mapping.Value) mapping.Pair { return mapping.Pair{Name: name, Value: v} }

// textPair is a member that is a text.
func textPair[V ~string](name string, text V) mapping.Pair {
	return pair(name, mapping.Text(string(text)))
}

// object is an object of the members that are there. Within records the systems
// leave out what does not apply: an empty text or list stands for none.
func object(pairs ...mapping.Pair) mapping.Value {
	return mapping.Object(slices.DeleteFunc(pairs, func(p mapping.Pair) bool { return missing(p.Value) })...)
}

func missing(v mapping.Value) bool {
	switch v.Kind() {
	case mapping.KindText:
		text, _ := v.AsText()
		return text == ""
	case mapping.KindList, mapping.KindObject:
		return v.IsEmpty()
	default:
		return v.IsAbsent()
	}
}

// records are records as a list; nil is an empty list.
func records[R any](list []R, record func(*R) mapping.Value) mapping.Value {
	values := make([]mapping.Value, len(list))
	for i := range list {
		values[i] = record(&list[i])
	}
	return mapping.List(values...)
}

// sourceList declares a source field that is a list of records. Its documentation
// names their members.
func sourceList[S, R any](name, doc string, get func(*S) []R, record func(*R) mapping.Value) mapping.SourceField[S] {
	return source(name, mapping.KindList, doc, func(s *S) mapping.Value { return records(get(s), record) })
}

// sourceObject declares a source field that is a record. get may return nil.
func sourceObject[S, R any](name, doc string, get func(*S) *R, record func(*R) mapping.Value) mapping.SourceField[S] {
	return source(name, mapping.KindObject, doc, lift(get, record))
}

// extended is an object with more members.
func extended(v mapping.Value, more ...mapping.Pair) mapping.Value {
	members, _ := v.AsObject()
	return object(slices.Concat(members, more)...)
}

// fuller replaces fields by those of the same names that show what only the system
// writes, too. As targets they would differ from all that can be written.
func fuller[S any](fields []mapping.SourceField[S], more ...mapping.SourceField[S]) []mapping.SourceField[S] {
	return append(leaving(fields, namesOf(more)...), more...)
}

// parseEach reads the elements of a list.
func parseEach[W any](v mapping.Value, parse func(mapping.Value) (W, error)) ([]W, error) {
	items, ok := v.AsList()
	if !ok {
		return nil, kindError(mapping.KindList, v)
	}
	list := make([]W, 0, len(items))
	for i, item := range items {
		w, err := parse(item)
		if err != nil {
			return nil, fmt.Errorf("element %d: %w", i+1, err)
		}
		list = append(list, w)
	}
	return list, nil
}
