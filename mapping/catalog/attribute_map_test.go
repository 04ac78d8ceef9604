package catalog_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

// attributedProduct has a size, an origin and a delivery time.
func attributedProduct() *catalog.POSProduct {
	p := variantProduct()
	p.Variants = p.Variants[:1]
	p.Variants[0].Options = []catalog.Option{{Name: "Size", Value: "M"}, {Name: "Origin", Value: "NL"}, {Name: "Delivery time", Value: "1 day"}}
	p.Product.AttributeSets.Collection = []salespos.ProductAttributeSet{
		{AttributeName: "Size", Items: []salespos.ProductAttributeRow{{Name: "M"}}},
		{AttributeName: "Origin ", Items: []salespos.ProductAttributeRow{{Name: "NL"}}},
		{AttributeName: "Delivery time", Items: []salespos.ProductAttributeRow{{Name: "1 day"}}},
	}
	return p
}

func TestAttributeMap(t *testing.T) {
	t.Parallel()
	const option = `"options":[{"type":"SELECT","name":"Size","choices":[{"text":"M"}]}]`
	tests := []struct {
		name     string
		uses     catalog.AttributeMap
		want     string
		unmapped []string
	}{
		{"none", nil, `"options":[{"type":"SELECT","name":"Size","choices":[{"text":"M"}]},
			{"type":"SELECT","name":"Origin","choices":[{"text":"NL"}]},{"type":"SELECT","name":"Delivery time","choices":[{"text":"1 day"}]}]`, nil},
		{"option, attribute and unmapped", catalog.AttributeMap{"size": catalog.AsOption, "origin": catalog.AsAttribute("Country")},
			option + `,"attributes":[{"name":"Country","value":"NL"}]`, []string{"Delivery time"}},
		{"option and field", catalog.AttributeMap{"Size": catalog.AsOption, "Origin": "field(subtitle)", "delivery time": "attribute(Delivery)"},
			option + `,"subtitle":"NL","attributes":[{"name":"Delivery","value":"1 day"}]`, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			def, err := tt.uses.Products(catalog.Products())
			if err != nil {
				t.Fatal(err)
			}
			m := newMapper(t, def, catalog.ProductSchema())
			p := attributedProduct()
			c := plan(t, m, mapping.Input[catalog.POSProduct, shopProduct]{Source: p})
			wantJSON(t, ecwid.ProductCreate{ProductFields: c.Patch},
				`{"name":"Shirt","price":10,"compareToPrice":0,"enabled":false,"quantity":0,"unlimited":false,`+tt.want+`}`)
			if got := tt.uses.Unmapped(p); !slices.Equal(got, tt.unmapped) {
				t.Errorf("unmapped are %v, want %v", got, tt.unmapped)
			}
		})
	}
}

func TestAttributeMapOfVariants(t *testing.T) {
	t.Parallel()
	uses := catalog.AttributeMap{"Size": catalog.AsOption, "Origin": catalog.AsAttribute("Origin")}
	m := newMapper(t, uses.Variants(catalog.Variants()), catalog.VariantSchema())
	v := attributedProduct().Variants[0]
	v.Combination.ExtraPrice = new(amount("0"))
	c := plan(t, m, mapping.Input[catalog.POSVariant, shopVariant]{Source: &v})
	wantJSON(t, c.Patch.Options, `[{"name":"Size","value":"M"}]`)
}

func TestAttributeMapRefused(t *testing.T) {
	t.Parallel()
	uses := catalog.AttributeMap{"A": "options", "B": "attribute()", "C": "field(subtitle", "D": "label(x)", "E": catalog.AsOption,
		"F": catalog.AsField("price"), "G [cm]": catalog.AsAttribute("G"), "H": catalog.AsAttribute("H=1")}
	_, err := uses.Products(catalog.Products())
	if err == nil {
		t.Fatal("the map is taken")
	}
	for _, name := range []string{`"A"`, `"B"`, `"C"`, `"D"`, `"F"`, `"G [cm]"`, `"H"`} {
		if !strings.Contains(err.Error(), name) {
			t.Errorf("the error does not name %s: %v", name, err)
		}
	}
	if strings.Contains(err.Error(), `"E"`) {
		t.Errorf("the error names a good use: %v", err)
	}
}
