package ecwid_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid"
)

// unknownFields collects what WithUnknownField reports.
type unknownFields struct {
	mu    sync.Mutex
	names []string
}

func (u *unknownFields) report(document, field string) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.names = append(u.names, document+" "+field)
}

func TestUnknownFields(t *testing.T) {
	t.Parallel()
	const product = `{"id":1,"Sku":"TEA","newA":{"x":1},"attributes":[{"newB":1},{"newB":2}],
		"combinations":[{"id":2,"options":[{"newC":null}]}],"media":{"images":[{"alt":{"main":"x","newD":1}}]},
		"nameTranslated":{"newE":"text"}}`
	tests := []struct {
		name   string
		call   func(context.Context, *ecwid.Client) error
		answer string
		want   []string
	}{
		{"a record", get, product,
			[]string{"Product attributes.newB", "Product combinations.options.newC", "Product media.images.alt.newD", "Product newA"}},
		{"a page", func(ctx context.Context, shop *ecwid.Client) error {
			_, err := shop.Products.List(ctx, nil)
			return err
		}, `{"items":[{"id":1,"newA":1},{"id":2,"newA":1,"newG":1}],"nextCursor":"x"}`,
			[]string{"Page nextCursor", "Product newA", "Product newG"}},
		{"a bare list", func(ctx context.Context, shop *ecwid.Client) error {
			_, err := shop.Combinations.List(ctx, 5001)
			return err
		}, `[{"id":7,"newA":1}]`, []string{"Combination newA"}},
		{"one in a list", func(ctx context.Context, shop *ecwid.Client) error {
			_, err := shop.ProductTypes.Get(ctx, 3301)
			return err
		}, `{"id":3301,"attributes":[{"newA":1}]}`, []string{"ProductType attributes.newA"}},
		{"a map", func(ctx context.Context, shop *ecwid.Client) error {
			_, err := shop.Products.Filters(ctx, &ecwid.ProductFilterOptions{Fields: []ecwid.FilterField{ecwid.FilterPrice}})
			return err
		}, `{"filters":{"option_Secret name":{"newA":1}}}`, []string{"ProductFilters filters.newA"}},
		{"the result of a write", func(ctx context.Context, shop *ecwid.Client) error {
			_, err := shop.Products.Update(ctx, 1, ecwid.ProductUpdate{}, &ecwid.WriteOptions{ReturnItem: true})
			return err
		}, `{"updateCount":1,"other":1,"item":{"id":1,"newA":1}}`, []string{"Product newA"}},
		{"nothing new", get, `{"id":1,"sku":"TEA"}`, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var got unknownFields
			shop, _ := newShop(t, always(200, tt.answer), ecwid.WithUnknownField(got.report))
			if err := tt.call(t.Context(), shop); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got.names); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestDocumentsHaveNoUnknownField: what golden documents prove with the decoder
// holds for the reports too.
func TestDocumentsHaveNoUnknownField(t *testing.T) {
	t.Parallel()
	calls := map[string]func(context.Context, *ecwid.Client) error{
		"product.json": get,
		"category.json": func(ctx context.Context, shop *ecwid.Client) error {
			_, err := shop.Categories.Get(ctx, 901)
			return err
		},
		"combination.json": func(ctx context.Context, shop *ecwid.Client) error {
			_, err := shop.Combinations.Get(ctx, 5001, 7002)
			return err
		},
		"classes.json": func(ctx context.Context, shop *ecwid.Client) error {
			_, err := shop.ProductTypes.List(ctx)
			return err
		},
		"order.json": func(ctx context.Context, shop *ecwid.Client) error {
			_, err := shop.Orders.Get(ctx, "XJ12H")
			return err
		},
	}
	for name, call := range calls {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			data, err := os.ReadFile(filepath.Join("testdata", name))
			if err != nil {
				t.Fatal(err)
			}
			var got unknownFields
			shop, _ := newShop(t, always(200, string(data)), ecwid.WithUnknownField(got.report))
			if err := call(t.Context(), shop); err != nil {
				t.Fatal(err)
			}
			if len(got.names) > 0 {
				t.Errorf("reported: %v", got.names)
			}
		})
	}
}

// TestUnknownFieldsSurvive: their values are in the document that had them,
// whether somebody listens or not.
func TestUnknownFieldsSurvive(t *testing.T) {
	t.Parallel()
	const tea = `{"id":1,"sku":"TEA","newA":{"x":[1.50]},"combinations":[{"id":2,"newB":"b"}],"options":[{"newD":1}],"dimensions":{"lost":1}}`
	for name, opts := range map[string][]ecwid.Option{
		"nobody listens":   nil,
		"somebody listens": {ecwid.WithUnknownField(func(string, string) {})},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			shop, _ := newShop(t, always(200, `{"items":[`+tea+`,{"id":3}]}`), opts...)
			page, err := shop.Products.List(t.Context(), nil)
			if err != nil {
				t.Fatal(err)
			}
			want := []ecwid.Product{
				{
					ID: 1, SKU: "TEA",
					Options: []ecwid.ProductOption{{Extra: ecwid.Extra{Unknown: map[string]json.RawMessage{"newD": []byte("1")}}}},
					Extra: ecwid.Extra{Unknown: map[string]json.RawMessage{
						"newA": []byte(`{"x":[1.50]}`), "dimensions.lost": []byte("1"),
					}},
					Combinations: []ecwid.Combination{{ID: 2, Extra: ecwid.Extra{Unknown: map[string]json.RawMessage{"newB": []byte(`"b"`)}}}},
				},
				{ID: 3},
			}
			if diff := cmp.Diff(want, page.Items); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			shop, _ = newShop(t, always(200, `{"id":"A","utmData":{"newE":1}}`), opts...)
			order, err := shop.Orders.Get(t.Context(), "A")
			if err != nil {
				t.Fatal(err)
			}
			if got := string(order.UTMData[0].Unknown["newE"]); got != "1" {
				t.Errorf("newE: got %q, want 1", got)
			}
			shop, _ = newShop(t, always(200, `[{"id":3301,"attributes":[],"newC":1}]`), opts...)
			one, err := shop.ProductTypes.Get(t.Context(), 3301)
			if err != nil {
				t.Fatal(err)
			}
			if got := string(one.Unknown["newC"]); got != "1" {
				t.Errorf("newC: got %q, want 1", got)
			}
		})
	}
}

// TestUnknownStats: the numbers have other documented names, which are no news.
func TestUnknownStats(t *testing.T) {
	t.Parallel()
	var got unknownFields
	shop, _ := newShop(t, always(200, `{"profileUpdated":"2026-01-31 07:20:11 +0000","categoryCountRequired":3,
		"productCount":5,"newA":1}`), ecwid.WithUnknownField(got.report))
	stats, err := shop.Profile.LatestStats(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	want := ecwid.LatestStats{
		Extra:          ecwid.Extra{Unknown: map[string]json.RawMessage{"newA": []byte("1")}},
		ProfileUpdated: ecwid.NewTime(time.Date(2026, 1, 31, 7, 20, 11, 0, time.UTC)),
		ProductCount:   new(5), CategoryCount: new(3),
	}
	if diff := cmp.Diff(&want, stats); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if want := []string{"LatestStats newA"}; !slices.Equal(got.names, want) {
		t.Errorf("reported %v, want %v", got.names, want)
	}
}

// TestEveryDocumentHasExtra looks at what the methods of all services return.
func TestEveryDocumentHasExtra(t *testing.T) {
	t.Parallel()
	extra := reflect.TypeFor[ecwid.Extra]()
	for _, service := range reflect.VisibleFields(reflect.TypeFor[ecwid.Client]()) {
		for i := range service.Type.NumMethod() {
			method := service.Type.Method(i)
			document := documentType(method.Type.Out(0))
			if document == nil {
				continue
			}
			if field, ok := document.FieldByName("Extra"); !ok || field.Type != extra {
				t.Errorf("%s.%s returns %s, which has no Extra", service.Name, method.Name, document)
			}
		}
	}
}

// documentType is the type of the documents in a result, nil for other results.
func documentType(t reflect.Type) reflect.Type {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice:
		return documentType(t.Elem())
	case reflect.Func: // an iterator
		if t.NumIn() == 1 && t.In(0).Kind() == reflect.Func {
			return documentType(t.In(0).In(0))
		}
		return nil
	case reflect.Struct:
		if items, ok := t.FieldByName("Items"); ok && strings.HasPrefix(t.Name(), "Page[") {
			return documentType(items.Type)
		}
		for _, field := range reflect.VisibleFields(t) {
			if field.Tag.Get("json") != "" {
				return t
			}
		}
		return nil
	default:
		return nil
	}
}

// TestEveryPartHasExtra looks at what documents are made of. Parts that are
// written as well as read keep nothing: it would not be written.
func TestEveryPartHasExtra(t *testing.T) {
	t.Parallel()
	read, written := make(map[reflect.Type]bool), make(map[reflect.Type]bool)
	for _, service := range reflect.VisibleFields(reflect.TypeFor[ecwid.Client]()) {
		for i := range service.Type.NumMethod() {
			method := service.Type.Method(i).Type
			if document := documentType(method.Out(0)); document != nil {
				parts(read, document)
			}
			for n := range method.NumIn() - 1 {
				parts(written, method.In(n+1))
			}
		}
	}
	for part := range read {
		_, ok := part.FieldByName("Extra")
		decodesItself := reflect.PointerTo(part).Implements(reflect.TypeFor[json.Unmarshaler]())
		if !ok && !decodesItself && !written[part] {
			t.Errorf("%s has no Extra", part)
		}
	}
}

// parts adds the structs of this package that t is made of.
func parts(found map[reflect.Type]bool, t reflect.Type) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		parts(found, t.Elem())
	case reflect.Struct:
		if found[t] {
			return
		}
		if t.PkgPath() == reflect.TypeFor[ecwid.Product]().PkgPath() {
			found[t] = true
		}
		for _, field := range reflect.VisibleFields(t) {
			if !field.Anonymous { // the fields of an embedded struct are those of t
				parts(found, field.Type)
			}
		}
	default:
	}
}
