// Package clienttest has tests that both clients have to pass. They find the methods
// by reflection, so that a new one is tested from its first day.
package clienttest

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

// EveryOptionIsSent takes each option of each method of a client's services away from
// a call with all of them, and adds it to a call with none, since some do not go
// together and others not alone: one of the requests has to change. send makes a
// client, hands it to call and returns the first request as text, "" when there was
// none. examples are values of interfaces that methods take.
func EveryOptionIsSent[C any](t *testing.T, send func(t *testing.T, call func(context.Context, *C)) string, examples ...any) {
	services := reflect.TypeFor[C]()
	for i := range services.NumField() {
		service := services.Field(i)
		if !service.IsExported() {
			continue
		}
		for j := range service.Type.NumMethod() {
			method := service.Type.Method(j)
			for at, options := range optionsOf(method.Type) {
				for _, field := range leaves(options) {
					c := caller{service: i, method: j, at: at, examples: examples}
					t.Run(service.Name+"."+method.Name+" "+options.FieldByIndex(field).Name, func(t *testing.T) {
						t.Parallel()
						all, rest := c.value(reflect.PointerTo(options)), c.value(reflect.PointerTo(options))
						rest.Elem().FieldByIndex(field).SetZero()
						none, one := reflect.New(options), reflect.New(options)
						one.Elem().FieldByIndex(field).Set(all.Elem().FieldByIndex(field))
						request := func(options reflect.Value) string {
							return send(t, func(ctx context.Context, client *C) { c.call(ctx, reflect.ValueOf(client), options) })
						}
						if request(all) == request(rest) && request(none) == request(one) {
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
	for i := 1; i < method.NumIn(); i++ {
		t := method.In(i)
		if t.Kind() == reflect.Pointer || method.IsVariadic() && i == method.NumIn()-1 {
			t = t.Elem()
		}
		if t.Kind() == reflect.Struct && strings.HasSuffix(t.Name(), "Options") {
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

// caller calls one method; at is the position of its options.
type caller struct {
	service, method, at int
	examples            []any
}

// call calls the method with options, a pointer, and reads the first of what it yields.
func (c caller) call(ctx context.Context, client, options reflect.Value) {
	fn := client.Elem().Field(c.service).Method(c.method)
	args := []reflect.Value{reflect.ValueOf(ctx)}
	for i := 1; i < fn.Type().NumIn(); i++ {
		switch in := fn.Type().In(i); {
		case i != c.at-1:
			args = append(args, c.value(in))
		case in.Kind() == reflect.Slice:
			args = append(args, reflect.Append(reflect.Zero(in), options.Elem()))
		case in.Kind() == reflect.Pointer:
			args = append(args, options)
		default:
			args = append(args, options.Elem())
		}
	}
	call := fn.Call
	if fn.Type().IsVariadic() {
		call = fn.CallSlice
	}
	out := call(args)
	if out[0].Kind() != reflect.Func {
		return
	}
	out[0].Call([]reflect.Value{reflect.MakeFunc(out[0].Type().In(0), func([]reflect.Value) []reflect.Value {
		return []reflect.Value{reflect.ValueOf(false)}
	})})
}

// value is a value that no field has by itself.
func (c caller) value(t reflect.Type) reflect.Value {
	v := reflect.New(t).Elem()
	switch t.Kind() {
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(1)
	case reflect.Uint8:
		v.SetUint(1)
	case reflect.String:
		v.SetString("x")
	case reflect.Slice:
		v.Set(reflect.Append(v, c.value(t.Elem())))
	case reflect.Pointer:
		v.Set(reflect.New(t.Elem()))
		if t.Elem().Kind() != reflect.Bool { // what is on by itself is turned off
			v.Elem().Set(c.value(t.Elem()))
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(t))
		v.SetMapIndex(c.value(t.Key()), c.value(t.Elem()))
	case reflect.Interface:
		if at := slices.IndexFunc(c.examples, func(e any) bool { return reflect.TypeOf(e).Implements(t) }); at >= 0 {
			v.Set(reflect.ValueOf(c.examples[at]))
		}
	case reflect.Struct:
		c.setStruct(v)
	default:
	}
	return v
}

func (c caller) setStruct(v reflect.Value) {
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
			field.Set(c.value(field.Type()))
		}
	}
}
