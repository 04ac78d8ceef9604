package salespostest_test

import (
	"context"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/tillsync/tillsync/salespos/salespostest"
)

// Every method of the client reaches a route of the fake, and every key and
// parameter that it can send is one that the fake knows. The methods are called
// with all their fields filled, so that what client and fake spell in two ways
// shows here.
func TestContract(t *testing.T) {
	t.Parallel()
	client := reflect.ValueOf(salespostest.New().Client()).Elem()
	for i := range client.NumField() {
		service := client.Field(i)
		if !client.Type().Field(i).IsExported() || service.Kind() != reflect.Pointer {
			continue
		}
		for j := range service.NumMethod() {
			name := client.Type().Field(i).Name + "." + service.Type().Method(j).Name
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				s := salespostest.New(salespostest.WithoutLimits(), salespostest.With(salespostest.ParameterErrors))
				seedFirstIDs(s)
				service := reflect.ValueOf(s.Client()).Elem().Field(i)
				callFilled(t.Context(), service.Method(j))
				for _, r := range s.Requests() {
					if r.Code == "404.20" || r.Code == "405.10" || strings.Contains(r.Message, "unknown") {
						t.Errorf("%s %s %s: %s", r.Method, r.Path, r.Body, r.Message)
					}
				}
				if len(s.Requests()) == 0 {
					t.Error("sent nothing")
				}
			})
		}
	}
}

// seedFirstIDs adds a record with the id 1 to each resource, so that no path
// ends at a record that does not exist.
func seedFirstIDs(s *salespostest.Server) {
	for _, line := range strings.Split(`brands {}|suppliers {}|conditions {}|colors {}|labels {}|categories {}|attributes {}
attributevalues {"attribute_id":1}|products {}|products {"id":2}|productattributevalues {"product_id":2,"optionvalue":1}
productphotos {"product_id":1}|producttaxtariffexceptions {"product_id":1}|productvariations {"product_id":1,"product_variation_id":2}
productpropertygroups {}|productproperties {"group_id":1}|productpropertyoptions {"property_id":1}
productpropertyvalues {"product_id":2,"product_property_id":1}|producttopropertygroups {"product_id":2,"product_property_group_id":1}
producttocategories {"product_id":2,"category_id":1}|users {}|orders {"orderrows":[{"product_id":1}],"is_completed":false}
ordernotes {"order_id":1}|ordermessages {"order_id":1}|ordernotifications {"order_id":1}|fiscaltransactionsignatures {"order_id":1}
invoices {"order_id":1}|invoicerows {"invoice_id":1}|returns {"order_id":1}|webhooks {}|discountcoupons {}|cashups {}`, "\n") {
		for seed := range strings.SplitSeq(line, "|") {
			resource, doc, _ := strings.Cut(seed, " ")
			if !strings.Contains(doc, `"id"`) {
				doc = strings.Replace(strings.Replace(doc, "{", `{"id":1,`, 1), ",}", "}", 1)
			}
			s.Add(resource, doc)
		}
	}
}

// callFilled calls a method; a sequence that it returns is pulled once.
func callFilled(ctx context.Context, method reflect.Value) {
	args := []reflect.Value{reflect.ValueOf(ctx)}
	for i := 1; i < method.Type().NumIn(); i++ {
		args = append(args, filled(method.Type().In(i)))
	}
	call := method.Call
	if method.Type().IsVariadic() {
		call = method.CallSlice
	}
	if out := call(args); out[0].Kind() == reflect.Func {
		out[0].Call([]reflect.Value{reflect.MakeFunc(out[0].Type().In(0), func([]reflect.Value) []reflect.Value {
			return []reflect.Value{reflect.ValueOf(false)}
		})})
	}
}

// filled makes a value with something in each field.
func filled(typ reflect.Type) reflect.Value {
	v := reflect.New(typ)
	if u, ok := v.Interface().(json.Unmarshaler); ok {
		for _, text := range []string{`"2025-01-01T00:00:00Z"`, `1`, `true`, `{}`, `[]`} {
			if u.UnmarshalJSON([]byte(text)) == nil {
				return v.Elem()
			}
		}
	}
	switch typ.Kind() {
	case reflect.Int, reflect.Int64:
		v.Elem().SetInt(1)
	case reflect.String:
		v.Elem().SetString("x")
	case reflect.Slice:
		v.Elem().Set(reflect.Append(v.Elem(), filled(typ.Elem())))
	case reflect.Pointer:
		if typ.Elem().Kind() == reflect.Struct {
			p := reflect.New(typ.Elem())
			p.Elem().Set(filled(typ.Elem()))
			v.Elem().Set(p)
		}
	case reflect.Struct:
		for i := range typ.NumField() {
			if typ.Field(i).IsExported() {
				v.Elem().Field(i).Set(filled(typ.Field(i).Type))
			}
		}
	default: // nothing that a method of the client takes
	}
	return v.Elem()
}
