package catalog_test

import (
	"testing"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

func fullVariant(t *testing.T) *catalog.POSVariant {
	t.Helper()
	return &catalog.POSVariant{
		Product: decoded[salespos.Product](t, `{"price": 10, "discount": 2}`),
		Combination: decoded[salespos.AttributeCombination](t, `{"id": 5, "netto_extra_price": -1.5, "ean_number": "4006381333948",
			"product_number": "P-1", "sku_number": "S-1", "active": true}`),
		Options: []catalog.Option{{Name: "Size", Value: "L"}, {Name: "Colour", Value: "Red"}},
		SKU:     " S-1 ", Quantity: number("4"),
	}
}

func TestVariantCreate(t *testing.T) {
	t.Parallel()
	const options = `"options":[{"name":"Size","value":"L"},{"name":"Colour","value":"Red"}]`
	tests := []struct {
		name   string
		change func(*catalog.POSVariant)
		want   string
	}{
		{"full", func(*catalog.POSVariant) {}, `{` + options + `,"sku":"S-1","price":6.5,"compareToPrice":8.5,
			"attributes":[{"alias":"UPC","value":"4006381333948"}],"quantity":4,"unlimited":false}`},
		{"minimal", func(v *catalog.POSVariant) {
			v.Product, v.Combination, v.SKU, v.Quantity = &salespos.Product{Price: new(amount("0")), Discount: new(amount("0"))}, &salespos.AttributeCombination{ExtraPrice: new(amount("0"))}, "", nil
		}, `{` + options + `,"price":0,"compareToPrice":0}`},
		{"shared stock", func(v *catalog.POSVariant) { v.SKU = " " }, `{` + options + `,"price":6.5,"compareToPrice":8.5,
			"attributes":[{"alias":"UPC","value":"4006381333948"}]}`},
		{"not tracked", func(v *catalog.POSVariant) { v.Quantity = nil }, `{` + options + `,"sku":"S-1","price":6.5,"compareToPrice":8.5,
			"attributes":[{"alias":"UPC","value":"4006381333948"}]}`},
	}
	m := newMapper(t, catalog.Variants(), catalog.VariantSchema())
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			v := fullVariant(t)
			tt.change(v)
			c := plan(t, m, mapping.Input[catalog.POSVariant, shopVariant]{Source: v})
			create := ecwid.CombinationCreate{Options: c.Patch.Options.Or(nil), CombinationFields: c.Patch.CombinationFields}
			wantJSON(t, create, tt.want)
		})
	}
}

func TestVariantRefused(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		change func(*catalog.POSVariant)
	}{
		{"no options", func(v *catalog.POSVariant) { v.Options = nil }},
		{"negative price", func(v *catalog.POSVariant) { v.Combination.ExtraPrice = new(amount("-9")) }},
	}
	m := newMapper(t, catalog.Variants(), catalog.VariantSchema())
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			v := fullVariant(t)
			tt.change(v)
			if c, err := m.Plan(mapping.Input[catalog.POSVariant, shopVariant]{Source: v}); err == nil {
				t.Errorf("got %v, want an error", c.Written())
			}
		})
	}
}

func TestVariantUpdate(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		pos  func(*catalog.POSVariant)
		want string
	}{
		{"nothing changed", func(*catalog.POSVariant) {}, `{}`},
		{"stock", func(v *catalog.POSVariant) { v.Quantity = number("1") }, `{}`},
		{"spelling of a choice", func(v *catalog.POSVariant) { v.Options[1].Value = "red" }, `{}`},
		{"extra price", func(v *catalog.POSVariant) { v.Combination.ExtraPrice = new(amount("0")) }, `{"price":8,"compareToPrice":10}`},
		{"SKU", func(v *catalog.POSVariant) { v.SKU = "S-2" }, `{"sku":"S-2"}`},
		{"barcode", func(v *catalog.POSVariant) { v.Combination.EANNumber = "1" }, `{"attributes":[{"alias":"UPC","value":"1"}]}`},
	}
	m := newMapper(t, catalog.Variants(), catalog.VariantSchema())
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			v := fullVariant(t)
			first := plan(t, m, mapping.Input[catalog.POSVariant, shopVariant]{Source: v})
			current := decoded[shopVariant](t, string(encoded(t, first.Patch)))
			current.Attributes = storedAttributes(first.Patch.Attributes.Or(nil))
			tt.pos(v)
			c := plan(t, m, mapping.Input[catalog.POSVariant, shopVariant]{
				Source: v, Current: current, Baselines: m.Baselines(first, current, nil),
			})
			wantJSON(t, c.Patch, tt.want)
		})
	}
}
