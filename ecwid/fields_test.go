package ecwid_test

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/tillsync/tillsync/ecwid"
)

// TestGoldenDocumentsAreComplete: the golden documents have every key that the
// reference gives to their resources. They are read without an unknown key, so
// the read types have all of them too.
func TestGoldenDocumentsAreComplete(t *testing.T) {
	t.Parallel()
	documents := map[string]any{"class": decoded(t, goldenFile(t, "classes.json"))}
	for _, name := range []string{"product", "combination", "category", "customer", "order", "profile"} {
		documents[name] = decoded(t, goldenFile(t, name+".json"))
	}
	for _, name := range []string{"small.json", "catalog_small.json"} {
		for key, document := range decoded(t, goldenFile(t, name)).(map[string]any) {
			documents[key] = document
		}
	}
	for part, keys := range listedFields(t, "R") {
		has := make(map[string]bool)
		keysAt(documents, strings.Split(part, "."), has)
		for _, key := range keys {
			if !has[key] {
				t.Errorf("no document has %s.%s", part, key)
			}
		}
	}
}

func goldenFile(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// keysAt notes the keys of all objects at a path; the elements of a list have
// the path of the list.
func keysAt(document any, path []string, keys map[string]bool) {
	switch document := document.(type) {
	case []any:
		for _, element := range document {
			keysAt(element, path, keys)
		}
	case map[string]any:
		if len(path) > 0 {
			keysAt(document[path[0]], path[1:], keys)
			return
		}
		for key := range document {
			keys[key] = true
		}
	}
}

// unwritten has the keys that no write type has: rates that count for nothing
// beside "shipping", stock of locations, which nearly all stores refuse, and
// campaign data whose form the vendor describes in two ways.
var unwritten = []string{"fixedShippingRate", "fixedShippingRateOnly", "locationInventory", "utmData", "utmDataSets"}

// TestWriteTypesAreComplete: the write types have every key that the reference
// lets a request have.
func TestWriteTypesAreComplete(t *testing.T) {
	t.Parallel()
	for of, types := range map[string]map[string]reflect.Type{
		"C": {
			"product": reflect.TypeFor[ecwid.ProductCreate](), "combination": reflect.TypeFor[ecwid.CombinationCreate](),
			"class": reflect.TypeFor[ecwid.ProductTypeCreate](), "category": reflect.TypeFor[ecwid.CategoryCreate](),
			"customer": reflect.TypeFor[ecwid.CustomerCreate](), "customer.shippingAddresses": reflect.TypeFor[ecwid.AddressWrite](),
			"order": reflect.TypeFor[ecwid.OrderCreate](), "order.items": reflect.TypeFor[ecwid.OrderItemWrite](),
		},
		"U": {
			"product": reflect.TypeFor[ecwid.ProductUpdate](), "combination": reflect.TypeFor[ecwid.CombinationUpdate](),
			"class": reflect.TypeFor[ecwid.ProductTypeUpdate](), "category": reflect.TypeFor[ecwid.CategoryUpdate](),
			"customer": reflect.TypeFor[ecwid.CustomerUpdate](), "customer.shippingAddresses": reflect.TypeFor[ecwid.AddressWrite](),
			"order": reflect.TypeFor[ecwid.OrderUpdate](), "order.items": reflect.TypeFor[ecwid.OrderItemWrite](),
		},
	} {
		listed := listedFields(t, of)
		for resource, typ := range types {
			has := fieldKeys(typ)
			for _, key := range listed[resource] {
				if !slices.Contains(has, key) && (!slices.Contains(unwritten, key) || resource == "order.items") {
					t.Errorf("%s: no field %q", typ, key)
				}
			}
			delete(listed, resource)
		}
		for resource := range listed {
			t.Errorf("no type for %s of %s", of, resource)
		}
	}
}

// fieldKeys are the keys of a type.
func fieldKeys(t reflect.Type) []string {
	var keys []string
	for _, field := range reflect.VisibleFields(t) {
		if key, _, _ := strings.Cut(field.Tag.Get("json"), ","); !field.Anonymous && key != "-" {
			keys = append(keys, key)
		}
	}
	return keys
}

// listedFields are the lines of testdata/fields.txt for R, C or U: the keys of
// each resource.
func listedFields(t *testing.T, of string) map[string][]string {
	t.Helper()
	fields := make(map[string][]string)
	for line := range strings.Lines(string(goldenFile(t, "fields.txt"))) {
		head, keys, _ := strings.Cut(line, ":")
		if resource, column, _ := strings.Cut(head, " "); column == of {
			fields[resource] = strings.Fields(keys)
		}
	}
	return fields
}
