package ecwid

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// TestUnknownKeysAtEveryPlace puts a strange key into every object of every
// document that a method returns: each is reported and none is lost.
func TestUnknownKeysAtEveryPlace(t *testing.T) {
	t.Parallel()
	for _, document := range documents() {
		t.Run(document.Name(), func(t *testing.T) {
			t.Parallel()
			s := stranger{}
			data, err := json.Marshal(s.value(document, ""))
			if err != nil {
				t.Fatal(err)
			}
			for name, listens := range map[string]bool{"somebody listens": true, "nobody listens": false} {
				var reported []string
				report := func(_, field string) { reported = append(reported, field) }
				if !listens {
					report, reported = nil, s.paths
				}
				into := reflect.New(document)
				if err := decodeKeeping(data, into.Interface(), report); err != nil {
					t.Fatal(err)
				}
				compare(t, name+": reported", reported, s.paths)
				compare(t, name+": kept", keptIn(into.Elem()), s.paths)
			}
		})
	}
}

func compare(t *testing.T, what string, got, want []string) {
	t.Helper()
	slices.Sort(got)
	slices.Sort(want)
	for _, path := range want {
		if !slices.Contains(got, path) {
			t.Errorf("%s: %s is missing", what, path)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%s: got %d, want %d", what, len(got), len(want))
	}
}

// stranger makes documents with a key in every object that no type has; its
// value is its own path.
type stranger struct {
	paths []string
	open  []reflect.Type // of the objects around
}

func (s *stranger) value(t reflect.Type, path string) any {
	switch t {
	case reflect.TypeFor[Time]():
		return "2026-01-31 07:20:11 +0000"
	case reflect.TypeFor[Amount]():
		return 1
	case reflect.TypeFor[json.RawMessage]():
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
func keptIn(v reflect.Value) []string {
	var kept []string
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			kept = keptIn(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			kept = append(kept, keptIn(v.Index(i))...)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			kept = append(kept, keptIn(v.MapIndex(key))...)
		}
	case reflect.Struct:
		if extra, ok := v.Interface().(Extra); ok {
			for _, value := range extra.Unknown {
				kept = append(kept, strings.Trim(string(value), `"`))
			}
			return kept
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				kept = append(kept, keptIn(v.Field(i))...)
			}
		}
	default:
	}
	return kept
}

// documents are the read types that the methods of all services return.
func documents() []reflect.Type {
	found := make(map[reflect.Type]bool)
	for _, service := range reflect.VisibleFields(reflect.TypeFor[Client]()) {
		for i := range service.Type.NumMethod() {
			if document := documentIn(service.Type.Method(i).Type.Out(0)); document != nil {
				found[document] = true
			}
		}
	}
	return slices.SortedFunc(maps.Keys(found), func(a, b reflect.Type) int { return strings.Compare(a.Name(), b.Name()) })
}

// documentIn is the type that has an Extra in a result: in a pointer, a list, a
// page or an iterator; nil for all other results.
func documentIn(t reflect.Type) reflect.Type {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice:
		return documentIn(t.Elem())
	case reflect.Func:
		if t.NumIn() == 1 && t.In(0).Kind() == reflect.Func {
			return documentIn(t.In(0).In(0))
		}
	case reflect.Struct:
		if items, ok := t.FieldByName("Items"); ok && strings.HasPrefix(t.Name(), "Page[") {
			return documentIn(items.Type)
		}
		if field, ok := t.FieldByName("Extra"); ok && field.Type == reflect.TypeFor[Extra]() {
			return t
		}
	default:
	}
	return nil
}
