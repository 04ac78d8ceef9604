package salespos_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/tillsync/tillsync/salespos"
)

// TestEveryOptionIsSent takes each option of each method away from a call with
// all of them, and adds it to a call with none, since some do not go together
// and others not alone: one of the requests has to change.
func TestEveryOptionIsSent(t *testing.T) {
	t.Parallel()
	client := reflect.TypeFor[salespos.Client]()
	for i := range client.NumField() {
		service := client.Field(i)
		if !service.IsExported() {
			continue
		}
		for j := range service.Type.NumMethod() {
			method := service.Type.Method(j)
			for at, options := range optionsOf(method.Type) {
				for _, field := range leaves(options) {
					name := service.Name + "." + method.Name + " " + options.FieldByIndex(field).Name
					t.Run(name, func(t *testing.T) {
						t.Parallel()
						all, rest := someValue(reflect.PointerTo(options)), someValue(reflect.PointerTo(options))
						rest.Elem().FieldByIndex(field).SetZero()
						none, one := reflect.New(options), reflect.New(options)
						one.Elem().FieldByIndex(field).Set(all.Elem().FieldByIndex(field))
						send := func(options reflect.Value) string { return requestOf(t, i, j, at, options) }
						if send(all) == send(rest) && send(none) == send(one) {
							t.Error("the request is the same without it")
						}
					})
				}
			}
		}
	}
}

// optionsOf are the parameters of a method that are options, by position.
func optionsOf(method reflect.Type) map[int]reflect.Type {
	options := make(map[int]reflect.Type)
	for i := range method.NumIn() {
		t := method.In(i)
		if t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		if strings.HasSuffix(t.Name(), "Options") {
			options[i] = t
		}
	}
	return options
}

// leaves are the fields of options, those of groups of options among them.
func leaves(options reflect.Type) [][]int {
	var fields [][]int
	for i := range options.NumField() {
		field := options.Field(i)
		if field.Type.Kind() != reflect.Struct || field.Type == reflect.TypeFor[time.Time]() {
			fields = append(fields, field.Index)
			continue
		}
		for _, below := range leaves(field.Type) {
			fields = append(fields, append([]int{i}, below...))
		}
	}
	return fields
}

// requestOf is the target of the first request of a method with the given
// options; "" when they are refused.
func requestOf(t *testing.T, service, method, at int, options reflect.Value) string {
	t.Helper()
	client, shop := serve(t, emptyList())
	fn := reflect.ValueOf(client).Elem().Field(service).Method(method)
	args := []reflect.Value{reflect.ValueOf(t.Context())}
	for i := 1; i < fn.Type().NumIn(); i++ {
		switch in := fn.Type().In(i); {
		case i != at-1:
			args = append(args, someValue(in))
		case in.Kind() == reflect.Pointer:
			args = append(args, options)
		default:
			args = append(args, options.Elem())
		}
	}
	if out := fn.Call(args); out[0].Kind() == reflect.Func {
		out[0].Call([]reflect.Value{reflect.MakeFunc(out[0].Type().In(0), func([]reflect.Value) []reflect.Value {
			return []reflect.Value{reflect.ValueOf(false)}
		})})
	}
	if seen := shop.seen(); len(seen) > 0 {
		return seen[0].Target
	}
	return ""
}

// someValue is a value that no field has by itself.
func someValue(t reflect.Type) reflect.Value {
	v := reflect.New(t).Elem()
	switch t.Kind() {
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(1)
	case reflect.String:
		v.SetString("x")
	case reflect.Slice:
		v.Set(reflect.Append(v, someValue(t.Elem())))
	case reflect.Pointer:
		v.Set(reflect.New(t.Elem()))
		if t.Elem().Kind() != reflect.Bool { // what is on by itself is turned off
			v.Elem().Set(someValue(t.Elem()))
		}
	case reflect.Struct:
		setStruct(v)
	default:
	}
	return v
}

func setStruct(v reflect.Value) {
	if v.Type() == reflect.TypeFor[time.Time]() {
		v.Set(reflect.ValueOf(time.Unix(1769857200, 0)))
		return
	}
	for i := range v.NumField() {
		switch field := v.Field(i); {
		case !v.Type().Field(i).IsExported():
		case field.Kind() == reflect.String: // not the text of another parameter
			field.SetString("y")
		default:
			field.Set(someValue(field.Type()))
		}
	}
}
