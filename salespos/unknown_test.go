package salespos_test

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/tillsync/tillsync/salespos"
)

// drift collects what WithUnknownField tells.
type drift struct {
	mu    sync.Mutex
	found []string
}

func (d *drift) report(document, field string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.found = append(d.found, document+" "+field)
}

func (d *drift) sorted() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Sorted(slices.Values(d.found))
}

const strangeProduct = `{"id":5,"NAME":"Mug","price":"1","glaze":"canary","brand":{"id":7,"star":"canary"},` +
	`"color":{"id":2,"gloss":"canary"},"productphotos":[],` +
	`"attributecombinations":{"href":"x","collection":[{"id":901,"shade":{"canary":1}},{"id":902,"shade":"canary"}]}}`

// TestUnknownFields: each key is told once for each answer, by name only, and
// its value stays with the document that had it.
func TestUnknownFields(t *testing.T) {
	t.Parallel()
	d := new(drift)
	s := &shop{replies: []reply{
		ok(`{"href":"x","total":"canary","items":[` + strangeProduct + `,` + strangeProduct + `]}`),
	}}
	client := newClient(t, s, salespos.WithUnknownField(d.report))
	page, err := client.Products.List(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	diff(t, []string{
		"Page total", "Product attributecombinations.collection.shade", "Product brand.star", "Product color.gloss", "Product glaze",
	}, d.sorted())
	for _, product := range page.Items {
		diff(t, "Mug", product.Name)
		diff(t, map[string]json.RawMessage{
			"glaze": []byte(`"canary"`), "color.gloss": []byte(`"canary"`), "brand.star": []byte(`"canary"`),
		}, product.Unknown)
		variant := product.AttributeCombinations.Collection[0]
		diff(t, map[string]json.RawMessage{"shade": []byte(`{"canary":1}`)}, variant.Unknown)
	}
}

// TestUnknownFieldsOfOneDocument: reads and creates tell them, whether somebody
// listens or not.
func TestUnknownFieldsOfOneDocument(t *testing.T) {
	t.Parallel()
	d := new(drift)
	for _, opts := range [][]salespos.Option{nil, {salespos.WithUnknownField(d.report)}} {
		s := &shop{replies: []reply{ok(strangeProduct)}}
		client := newClient(t, s, opts...)
		read, err := client.Products.Get(t.Context(), 5)
		if err != nil {
			t.Fatal(err)
		}
		created, err := client.Products.Create(t.Context(), salespos.ProductCreate{Name: "Mug"})
		if err != nil {
			t.Fatal(err)
		}
		diff(t, `"canary"`, string(read.Unknown["glaze"]))
		diff(t, read, created)
	}
	one := []string{"Product attributecombinations.collection.shade", "Product brand.star", "Product color.gloss", "Product glaze"}
	diff(t, slices.Sorted(slices.Values(slices.Concat(one, one))), d.sorted())
}

// TestUnknownFieldsInside: the document around an object that keeps nothing
// itself keeps its values, under their path.
func TestUnknownFieldsInside(t *testing.T) {
	t.Parallel()
	client, _ := serve(t, ok(`{"id":5,"customer":{"billingaddress":{"city":"Delft","title":"canary"}},"user":{"id":"7","tier":2}}`))
	order, err := client.Orders.Get(t.Context(), 5)
	if err != nil {
		t.Fatal(err)
	}
	diff(t, "Delft", order.Customer.BillingAddress.City)
	diff(t, map[string]json.RawMessage{
		"customer.billingaddress.title": []byte(`"canary"`), "user.tier": []byte(`2`),
	}, order.Unknown)

	client, _ = serve(t, ok(`{"id":5,"combination":[{"attribute":{"id":1}},{"attribute":{"id":2,"hint":"canary"}}]}`))
	combination, err := client.AttributeCombinations.Get(t.Context(), 5)
	if err != nil {
		t.Fatal(err)
	}
	diff(t, map[string]json.RawMessage{"combination.1.attribute.hint": []byte(`"canary"`)}, combination.Unknown)
}

// TestKnownFields: documents as they are described tell nothing, loose types
// neither.
func TestKnownFields(t *testing.T) {
	t.Parallel()
	d := new(drift)
	s := &shop{replies: []reply{
		ok(golden(t, "product")), ok(`{"id":"5","stock":"1","brand":"Acme","color":[],"productphotos":""}`),
	}}
	client := newClient(t, s, salespos.WithUnknownField(d.report))
	for _, id := range []salespos.ProductID{501, 5} {
		if _, err := client.Products.Get(t.Context(), id); err != nil {
			t.Fatal(err)
		}
	}
	diff(t, 0, len(d.sorted()))
}

// TestEveryReadTypeKeepsUnknownKeys looks at what the methods of all services
// return.
func TestEveryReadTypeKeepsUnknownKeys(t *testing.T) {
	t.Parallel()
	var missing []string
	for _, method := range serviceMethods() {
		for i := range method.Type.NumOut() {
			document := documentOf(method.Type.Out(i))
			if document == nil {
				continue
			}
			if field, ok := document.FieldByName("Extra"); !ok || field.Type != reflect.TypeFor[salespos.Extra]() {
				missing = append(missing, document.Name())
			}
		}
	}
	slices.Sort(missing)
	if len(missing) > 0 {
		t.Errorf("without Extra: %s", strings.Join(slices.Compact(missing), " "))
	}
}

// serviceMethods yields the methods of all services under names such as
// "Products.List".
func serviceMethods() iter.Seq2[string, reflect.Method] {
	return func(yield func(string, reflect.Method) bool) {
		for _, field := range reflect.VisibleFields(reflect.TypeFor[salespos.Client]()) {
			if !field.IsExported() {
				continue
			}
			for i := range field.Type.NumMethod() {
				if method := field.Type.Method(i); !yield(field.Name+"."+method.Name, method) {
					return
				}
			}
		}
	}
}

// documentOf is the read type of a result: *T, []T, *Page[T] and an iterator of
// T return documents of type T; nil for all other results.
func documentOf(result reflect.Type) reflect.Type {
	switch {
	case result.Kind() == reflect.Func:
		return result.In(0).In(0)
	case result.Kind() == reflect.Slice:
		return result.Elem()
	case result.Kind() != reflect.Pointer:
		return nil
	}
	if items, ok := result.Elem().FieldByName("Items"); ok && strings.HasPrefix(result.Elem().Name(), "Page[") {
		return items.Type.Elem()
	}
	return result.Elem()
}

// A program counts what the API sends beyond the types of this package.
func ExampleWithUnknownField() {
	offline := &shop{replies: []reply{ok(`{"id":501,"name":"Mug","glaze":"matt"}`)}}
	var mu sync.Mutex
	counter := make(map[string]int)
	pos, err := salespos.New(shopURL, publicKey, secretKey,
		salespos.WithTransport(offline.transport()),
		salespos.WithUnknownField(func(document, field string) {
			mu.Lock()
			defer mu.Unlock()
			counter[document+" "+field]++
		}))
	if err != nil {
		fmt.Println(err)
		return
	}
	for range 2 {
		product, err := pos.Products.Get(context.Background(), 501)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(product.Name, string(product.Unknown["glaze"]))
	}
	fmt.Println(counter)

	// Output:
	// Mug "matt"
	// Mug "matt"
	// map[Product glaze:2]
}
