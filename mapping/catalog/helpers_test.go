package catalog_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

// key is 32 bytes, as flows require.
func key() []byte { return bytes.Repeat([]byte{7}, 32) }

func newMapper[S, T, P any](t testing.TB, def mapping.Definition, schema mapping.Schema[S, T, P]) *mapping.Mapper[S, T, P] {
	t.Helper()
	m, err := mapping.New(def, schema, key())
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func plan[S, T, P any](t testing.TB, m *mapping.Mapper[S, T, P], in mapping.Input[S, T]) mapping.Change[P] {
	t.Helper()
	c, err := m.Plan(in)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// wantJSON compares what is sent, whatever the order of the keys.
func wantJSON(t *testing.T, sent any, want string) {
	t.Helper()
	if diff := cmp.Diff(parsed(t, []byte(want)), parsed(t, encoded(t, sent))); diff != "" {
		t.Errorf("JSON differs (-want +got):\n%s", diff)
	}
}

func encoded(t testing.TB, v any) []byte {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func parsed(t *testing.T, data []byte) any {
	t.Helper()
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	var v any
	if err := dec.Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

// decoded reads a document of a system as its client does.
func decoded[T any](t testing.TB, data string) *T {
	t.Helper()
	v := new(T)
	if err := json.Unmarshal([]byte(data), v); err != nil {
		t.Fatal(err)
	}
	return v
}

// stored is a shop product as the shop shows it after the write; without number it
// is not tracked.
func stored(t testing.TB, patch ecwid.ProductFields) *ecwid.Product {
	t.Helper()
	p := decoded[ecwid.Product](t, string(encoded(t, patch)))
	p.Attributes = storedAttributes(patch.Attributes.Or(nil))
	return p
}

// storedAttributes shows an attribute selected by alias with its type.
func storedAttributes(written []ecwid.AttributeValueWrite) []ecwid.AttributeValue {
	var shown []ecwid.AttributeValue
	for i, w := range written {
		shown = append(shown, ecwid.AttributeValue{
			ID:   ecwid.AttributeID(i + 1),
			Name: w.Name.Or(string(w.Alias.Or(""))), Type: ecwid.AttributeType(w.Alias.Or("CUSTOM")),
			Value: ecwid.Text(w.Value.Or("")),
		})
	}
	return shown
}

// field is the decision about one field.
func field[P any](t *testing.T, c mapping.Change[P], name string) mapping.FieldChange {
	t.Helper()
	for _, f := range c.Fields() {
		if f.Field == name {
			return f
		}
	}
	t.Fatalf("the change has no field %q", name)
	return mapping.FieldChange{}
}

func number(s string) *decimal.Decimal {
	d := decimal.RequireFromString(s)
	return &d
}

func amount(s string) salespos.Amount { return salespos.NewAmount(decimal.RequireFromString(s)) }

func shopAmount(s string) ecwid.Amount { return ecwid.NewAmount(decimal.RequireFromString(s)) }
