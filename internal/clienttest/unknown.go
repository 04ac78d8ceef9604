package clienttest

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// UnknownKeysAreKept puts a strange key into every object of every document that a
// method of a client's services returns: each is told and none is lost, also when
// nobody listens. E is the type that keeps unknown keys in its field Unknown, values
// has an example for each type with a form of its own. decode decodes data into a
// document and tells the paths of unknown keys; told is nil when nobody listens.
func UnknownKeysAreKept[C, E any](t *testing.T, values map[reflect.Type]any, decode func(t *testing.T, data []byte, into any, told func(path string)) error) {
	for _, document := range documents[C, E]() {
		t.Run(document.Name(), func(t *testing.T) {
			t.Parallel()
			s := stranger{values: values}
			data, err := json.Marshal(s.value(document, ""))
			if err != nil {
				t.Fatal(err)
			}
			var told []string
			loud, quiet := reflect.New(document), reflect.New(document)
			if err := decode(t, data, loud.Interface(), func(path string) { told = append(told, path) }); err != nil {
				t.Fatal(err)
			}
			if err := decode(t, data, quiet.Interface(), nil); err != nil {
				t.Fatal(err)
			}
			compare(t, "told", told, s.paths)
			compare(t, "kept", keptIn[E](loud.Elem()), s.paths)
			compare(t, "kept when nobody listens", keptIn[E](quiet.Elem()), s.paths)
		})
	}
}

func compare(t *testing.T, what string, got, want []string) {
	t.Helper()
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%s:\n%q, want\n%q", what, got, want)
	}
}

// stranger makes documents with a key in every object that no type has; its value is
// its own path.
type stranger struct {
	values map[reflect.Type]any
	paths  []string
	open   []reflect.Type // of the objects around
}

func (s *stranger) value(t reflect.Type, path string) any {
	if value, ok := s.values[t]; ok {
		return value
	}
	if t == reflect.TypeFor[json.RawMessage]() {
		return map[string]any{}
	}
	switch t.Kind() {
	case reflect.Pointer:
		return s.value(t.Elem(), path)
	case reflect.Slice:
		return []any{s.value(t.Elem(), path)}
	case reflect.Map:
		return map[string]any{"key": s.value(t.Elem(), path)}
	case reflect.Struct:
		return s.object(t, path)
	case reflect.String:
		return "x"
	case reflect.Bool:
		return true
	case reflect.Int, reflect.Int64, reflect.Float64:
		return 1
	default:
		panic(fmt.Sprintf("no document for %s", t))
	}
}

// object makes none within one of its own type: documents are finite.
func (s *stranger) object(t reflect.Type, path string) any {
	if slices.Contains(s.open, t) {
		return nil
	}
	s.open = append(s.open, t)
	defer func() { s.open = s.open[:len(s.open)-1] }()
	strange := strings.TrimPrefix(path+".strange", ".")
	s.paths = append(s.paths, strange)
	object := map[string]any{"strange": strange}
	for _, field := range reflect.VisibleFields(t) {
		key, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if key != "" && key != "-" {
			object[key] = s.value(field.Type, strings.TrimPrefix(path+"."+key, "."))
		}
	}
	return object
}

// keptIn has the strange values of all that keeps some.
func keptIn[E any](v reflect.Value) []string {
	var kept []string
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			kept = keptIn[E](v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			kept = append(kept, keptIn[E](v.Index(i))...)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			kept = append(kept, keptIn[E](v.MapIndex(key))...)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[E]() {
			unknown, _ := reflect.TypeAssert[map[string]json.RawMessage](v.FieldByName("Unknown"))
			for _, value := range unknown {
				kept = append(kept, strings.Trim(string(value), `"`))
			}
			return kept
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				kept = append(kept, keptIn[E](v.Field(i))...)
			}
		}
	default:
	}
	return kept
}

// documents are the read types that the methods of all services return.
func documents[C, E any]() []reflect.Type {
	found := make(map[reflect.Type]bool)
	for _, service := range reflect.VisibleFields(reflect.TypeFor[C]()) {
		for i := range service.Type.NumMethod() {
			method := service.Type.Method(i).Type
			for n := range method.NumOut() {
				if document := documentIn[E](method.Out(n)); document != nil {
					found[document] = true
				}
			}
		}
	}
	return slices.SortedFunc(maps.Keys(found), func(a, b reflect.Type) int { return strings.Compare(a.Name(), b.Name()) })
}

// documentIn is the type that keeps unknown keys in a result: in a pointer, a list, a
// page or an iterator; nil for all other results.
func documentIn[E any](t reflect.Type) reflect.Type {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice:
		return documentIn[E](t.Elem())
	case reflect.Func:
		if t.NumIn() == 1 && t.In(0).Kind() == reflect.Func {
			return documentIn[E](t.In(0).In(0))
		}
	case reflect.Struct:
		if items, ok := t.FieldByName("Items"); ok && strings.HasPrefix(t.Name(), "Page[") {
			return documentIn[E](items.Type)
		}
		if field, ok := t.FieldByName("Extra"); ok && field.Type == reflect.TypeFor[E]() {
			return t
		}
	default:
	}
	return nil
}
