package ecwid_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/ecwid"
)

// document reads a vendor document. An unknown key in it is an error: the type
// lacks a field.
func document[T any](t *testing.T, name string) T {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	var v T
	if err := decoder.Decode(&v); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return v
}

// TestDocumentsFillEveryField finds misspelt keys: the documents have every key
// of the field tables, so each field of the types gets a value from them.
func TestDocumentsFillEveryField(t *testing.T) {
	t.Parallel()
	classes := document[[]ecwid.ProductType](t, "classes.json")
	documents := []any{
		document[ecwid.Product](t, "product.json"),
		document[ecwid.Combination](t, "combination.json"),
		document[ecwid.Category](t, "category.json"),
		document[ecwid.Customer](t, "customer.json"),
		document[ecwid.Order](t, "order.json"),
		document[ecwid.Profile](t, "profile.json"),
		document[catalogDocuments](t, "catalog_small.json"),
		classes[1],
	}
	seen := make(map[string]bool)
	for _, d := range documents {
		collect(reflect.ValueOf(d), seen)
	}
	for field, filled := range seen {
		if !filled {
			t.Errorf("%s has no value from any document", field)
		}
	}
	if len(seen) < 400 {
		t.Errorf("only %d fields were looked at", len(seen))
	}
}

// collect notes for each struct field below v whether it ever has a value.
// false in a field of its own is none, so the documents have true at least once.
func collect(v reflect.Value, seen map[string]bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			collect(v.Elem(), seen)
		}
	case reflect.Slice:
		for i := range v.Len() {
			collect(v.Index(i), seen)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			collect(v.MapIndex(key), seen)
		}
	case reflect.Struct:
		collectFields(v, seen)
	default:
	}
}

func collectFields(v reflect.Value, seen map[string]bool) {
	switch v.Interface().(type) {
	case ecwid.Amount, ecwid.Time:
		return
	}
	for i := range v.NumField() {
		field := v.Type().Field(i)
		if field.Type == reflect.TypeFor[ecwid.Extra]() {
			continue
		}
		name := fmt.Sprintf("%s.%s", v.Type().Name(), field.Name)
		seen[name] = seen[name] || hasValue(v.Field(i))
		collect(v.Field(i), seen)
	}
}

func hasValue(v reflect.Value) bool {
	if amount, ok := v.Interface().(ecwid.Amount); ok {
		return !amount.Equal(decimal.Zero)
	}
	return !v.IsZero()
}

func TestProductDocument(t *testing.T) {
	t.Parallel()
	p := document[ecwid.Product](t, "product.json")
	checks := []struct{ what, got, want string }{
		{"float noise", p.CostPrice.String(), "11.067309160854485"},
		{"long fraction", p.PriceInProductList.String(), "18.68224299065421"},
		{"text with an offset", p.Updated.Format(time.RFC3339), "2026-01-11T10:15:30Z"},
		{"Unix seconds", p.UpdateTimestamp.Format(time.RFC3339), "2026-01-11T10:15:30Z"},
		{"translation as plain text", p.Categories[0].NameTranslated[""], "Tee"},
		{"other name of translations", p.Media.Images[0].Alt.Translated["en"], "A tin"},
		{"number for text", string(p.Media.Videos[0].CoverID), "92"},
		{"negative modifier", p.Options[0].Choices[0].PriceModifier.String(), "-0.5"},
	}
	for _, c := range checks {
		if c.got != c.want {
			t.Errorf("%s: got %q, want %q", c.what, c.got, c.want)
		}
	}
	if p.Options[1].Choices != nil {
		t.Errorf("an option without choices has %v", p.Options[1].Choices)
	}
	variation := p.Combinations[0]
	if variation.Price != nil || variation.SKU != "" || variation.Quantity != nil {
		t.Errorf("an inherited field has a value: %+v", variation)
	}
}

func TestOrderDocument(t *testing.T) {
	t.Parallel()
	o := document[ecwid.Order](t, "order.json")
	item := o.Items[0]
	if item.CategoryID != -1 {
		t.Errorf("CategoryID: got %d, want -1", item.CategoryID)
	}
	for i, discount := range item.Discounts {
		if len(discount.Info) != 1 {
			t.Errorf("discount %d: got %d infos, want 1", i, len(discount.Info))
		}
	}
	want := ecwid.TextMap{"Company name": "Example GmbH", "Attempts": "2"}
	if diff := cmp.Diff(want, o.PaymentParams); diff != "" {
		t.Errorf("PaymentParams (-want +got):\n%s", diff)
	}
	if got := o.ExternalOrderData.PlatformFields[""]; got != "free text" {
		t.Errorf("PlatformFields: got %q, want the plain text", got)
	}
	if got := o.Items[1].ProductID; got != 0 {
		t.Errorf("free-form line: got product %d, want 0", got)
	}
}

func TestProfileFeatures(t *testing.T) {
	t.Parallel()
	p := document[ecwid.Profile](t, "profile.json")
	if !p.Feature(ecwid.FeatureEmptySKU) || p.Feature("RANDOM_ORDER_IDS") || p.Feature("NONE") {
		t.Error("Feature does not follow the toggles")
	}
	if !p.Available(ecwid.FeatureCombinations) || p.Available("TAX_INVOICES_FEATURE") {
		t.Error("Available does not follow the account")
	}
}
