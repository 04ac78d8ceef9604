package ecwid_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/tillsync/tillsync/ecwid"
)

// TestEveryReadTakesResponseFields calls all methods that read and looks whether
// the parameter arrives.
func TestEveryReadTakesResponseFields(t *testing.T) {
	t.Parallel()
	without := map[string]string{
		"BatchesService.List":   "not supported on GET /batch",
		"BatchesService.All":    "not supported on GET /batch",
		"BatchesService.Wait":   "not supported on GET /batch",
		"FilesService.Download": "a file",
		"InvoicesService.PDF":   "a file",
		"InvoicesService.HTML":  "a file",
	}
	services := make(map[string]reflect.StructField)
	for _, field := range reflect.VisibleFields(reflect.TypeFor[ecwid.Client]()) {
		if field.IsExported() {
			services[field.Type.Elem().Name()] = field
		}
	}
	for _, m := range methods(t) {
		if !strings.HasPrefix(m.op, "GET ") {
			continue
		}
		t.Run(m.name, func(t *testing.T) {
			t.Parallel()
			if reason, ok := without[m.name]; ok {
				t.Log(reason)
				return
			}
			shop, store := newShop(t, always(404, ``))
			service, method, _ := strings.Cut(m.name, ".")
			readSomething(t, reflect.ValueOf(shop).Elem().FieldByIndex(services[service].Index).MethodByName(method))
			seen := store.seen()
			if len(seen) != 1 || !strings.Contains(seen[0].target, "responseFields=some%28thing%29") {
				t.Errorf("got %+v, want one request with responseFields", seen)
			}
		})
	}
}

// readSomething calls a method for anything and pulls once from an iterator.
func readSomething(t *testing.T, method reflect.Value) {
	t.Helper()
	args := []reflect.Value{reflect.ValueOf(t.Context())}
	for i := 1; i < method.Type().NumIn(); i++ {
		in := method.Type().In(i)
		if method.Type().IsVariadic() && i == method.Type().NumIn()-1 {
			in = in.Elem()
		}
		args = append(args, something(in))
	}
	result := method.Call(args)[0]
	if result.Kind() == reflect.Func {
		for range result.Seq2() {
			break
		}
	}
}

// something is a value of t: an id, a name, or options with responseFields.
func something(t reflect.Type) reflect.Value {
	v := reflect.New(t).Elem()
	switch t.Kind() {
	case reflect.Int64:
		v.SetInt(1)
	case reflect.String:
		v.SetString("x")
	case reflect.Slice:
		v.Set(reflect.Append(v, something(t.Elem())))
	case reflect.Pointer:
		v.Set(reflect.New(t.Elem()))
		v.Elem().Set(something(t.Elem()))
	case reflect.Struct:
		if fields := v.FieldByName("ResponseFields"); fields.IsValid() {
			fields.SetString("some(thing)")
		}
	default:
	}
	return v
}
