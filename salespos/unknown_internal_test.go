package salespos

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
// document that a method returns: each is told and none is lost.
func TestUnknownKeysAtEveryPlace(t *testing.T) {
	t.Parallel()
	for _, document := range documents() {
		t.Run(document.Name(), func(t *testing.T) {
			t.Parallel()
			var told []string
			c := &Client{unknownField: func(name, field string) {
				if name != document.Name() {
					t.Errorf("told of %s", name)
				}
				told = append(told, field)
			}}
			s := stranger{}
			data, err := json.Marshal(s.value(document, ""))
			if err != nil {
				t.Fatal(err)
			}
			into := reflect.New(document)
			if err := c.document(data, into.Interface(), document, ""); err != nil {
				t.Fatal(err)
			}
			slices.Sort(told)
			slices.Sort(s.paths)
			if !slices.Equal(told, s.paths) {
				t.Errorf("told of\n%q, want\n%q", told, s.paths)
			}
			kept := keptIn(into.Elem())
			slices.Sort(kept)
			if !slices.Equal(kept, s.paths) {
				t.Errorf("kept\n%q, want\n%q", kept, s.paths)
			}
		})
	}
}

// TestUnknownKeysOfAKeyThatComesTwice: in another spelling it is another list, of
// which only the last was decoded.
func TestUnknownKeysOfAKeyThatComesTwice(t *testing.T) {
	t.Parallel()
	var page Page[Brand]
	data := []byte(`{"href":"x","ITEMS":[{"id":1,"a":1},{"id":2,"b":1}],"items":[{"id":3,"c":1}]}`)
	if err := new(Client).document(data, &page, reflect.TypeFor[Brand](), "items."); err != nil {
		t.Fatal(err)
	}
	if len(page.Items) != 1 || page.Items[0].ID != 3 || string(page.Items[0].Unknown["c"]) != "1" {
		t.Errorf("got %+v", page.Items)
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
	case reflect.TypeFor[Amount](), reflect.TypeFor[UserID]():
		return 1
	case reflect.TypeFor[Time]():
		return "2025-01-15T10:20:30Z"
	case reflect.TypeFor[json.RawMessage]():
		return map[string]any{}
	}
	switch t.Kind() {
	case reflect.Pointer:
		return s.value(t.Elem(), path)
	case reflect.Slice:
		return []any{s.value(t.Elem(), path)}
	case reflect.Struct:
		return s.object(t, path)
	case reflect.String:
		return "x"
	case reflect.Bool:
		return true
	case reflect.Int, reflect.Int64:
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
			method := service.Type.Method(i).Type
			for n := range method.NumOut() {
				if document := documentIn(method.Out(n)); document != nil {
					found[document] = true
				}
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
		if items, ok := t.FieldByName("Items"); ok {
			return documentIn(items.Type)
		}
		if field, ok := t.FieldByName("Extra"); ok && field.Type == reflect.TypeFor[Extra]() {
			return t
		}
	default:
	}
	return nil
}
