package catalog_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

type (
	shopProduct = ecwid.Product
	shopVariant = ecwid.Combination
	posOrder    = salespos.Order
)

const productDocument = `{
	"id": 17, "is_active": true, "productnumber": " TEA-100 ", "eannumber": "4006381333931",
	"name": "Green tea", "shortdescription": "Fresh", "description": "<p>Leaves</p>",
	"taxtariff": "low A", "price": 24.90, "discount": 2.40, "purchaseprice": 9,
	"stockenabled": true, "stocktype": "Product", "stock": 12, "weight": 0.25
}`

func fullProduct(t testing.TB) *catalog.POSProduct {
	t.Helper()
	return &catalog.POSProduct{
		Product:    decoded[salespos.Product](t, productDocument),
		Categories: []ecwid.CategoryID{900, 901}, CategoriesKnown: true,
		Taxes: []ecwid.TaxID{31}, TaxesKnown: true,
		Quantity: number("12"), Reference: "salespos:1:17",
	}
}

const fullProductJSON = `{
	"name": "Green tea", "subtitle": "Fresh", "description": "<p>Leaves</p>", "sku": "TEA-100",
	"price": 22.5, "compareToPrice": 24.9, "attributes": [{"alias": "UPC", "value": "4006381333931"}],
	"tax": {"enabledManualTaxes": [31]}, "enabled": true, "quantity": 12, "unlimited": false,
	"weight": 0.25, "isShippingRequired": true, "categoryIds": [900, 901], "externalReferenceId": "salespos:1:17"
}`

func TestProductCreate(t *testing.T) {
	t.Parallel()
	minimal := func(change func(*catalog.POSProduct)) *catalog.POSProduct {
		p := &catalog.POSProduct{Product: &salespos.Product{Name: "Tea", Active: new(false), Price: new(amount("4.5")), Discount: new(amount("0"))}}
		change(p)
		return p
	}
	tests := []struct {
		name   string
		source *catalog.POSProduct
		want   string
	}{
		{"full", fullProduct(t), fullProductJSON},
		{"minimal", minimal(func(*catalog.POSProduct) {}), `{"name":"Tea","price":4.5,"compareToPrice":0,"enabled":false}`},
		{"blank texts", minimal(func(p *catalog.POSProduct) {
			p.Product.ProductNumber, p.Product.EANNumber = "  ", "\t"
			p.Product.ShortDescription, p.Product.Description = " ", "<p>&nbsp;</p>"
		}), `{"name":"Tea","price":4.5,"compareToPrice":0,"enabled":false}`},
		{"free of charge", minimal(func(p *catalog.POSProduct) { p.Product.Price = new(amount("0")) }),
			`{"name":"Tea","price":0,"compareToPrice":0,"enabled":false}`},
		{"sku 0", minimal(func(p *catalog.POSProduct) { p.Product.ProductNumber = "0" }),
			`{"name":"Tea","price":4.5,"compareToPrice":0,"enabled":false,"sku":"0"}`},
		{"exact price", minimal(func(p *catalog.POSProduct) {
			p.Product.Price, p.Product.Discount = new(amount("0.3")), new(amount("0.1"))
		}),
			`{"name":"Tea","price":0.2,"compareToPrice":0.3,"enabled":false}`},
		{"NUL", minimal(func(p *catalog.POSProduct) { p.Product.Name = "Te\x00a" }),
			`{"name":"Tea","price":4.5,"compareToPrice":0,"enabled":false}`},
		{"known and none", minimal(func(p *catalog.POSProduct) { p.CategoriesKnown, p.TaxesKnown = true, true }),
			`{"name":"Tea","price":4.5,"compareToPrice":0,"enabled":false,"categoryIds":[],"tax":{"enabledManualTaxes":[]}}`},
		{"no stock left", minimal(func(p *catalog.POSProduct) { p.Quantity = number("0") }),
			`{"name":"Tea","price":4.5,"compareToPrice":0,"enabled":false,"quantity":0,"unlimited":false}`},
		{"weight in grams", minimal(func(p *catalog.POSProduct) { p.Product.Weight, p.WeightUnit = amount("0.25"), "GRAM" }),
			`{"name":"Tea","price":4.5,"compareToPrice":0,"enabled":false,"weight":250,"isShippingRequired":true}`},
		{"weight in pounds", minimal(func(p *catalog.POSProduct) { p.Product.Weight, p.WeightUnit = amount("1"), "POUND" }),
			`{"name":"Tea","price":4.5,"compareToPrice":0,"enabled":false,"weight":2.204623,"isShippingRequired":true}`},
		{"weight in a new unit", minimal(func(p *catalog.POSProduct) { p.Product.Weight, p.WeightUnit = amount("1"), "STONE" }),
			`{"name":"Tea","price":4.5,"compareToPrice":0,"enabled":false}`},
	}
	m := newMapper(t, catalog.Products(), catalog.ProductSchema())
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			c := plan(t, m, mapping.Input[catalog.POSProduct, shopProduct]{Source: tt.source})
			wantJSON(t, ecwid.ProductCreate{ProductFields: c.Patch}, tt.want)
		})
	}
}

func TestVariantProductCreate(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		change func(*catalog.POSProduct)
		want   string
	}{
		{"stock of the variants", func(*catalog.POSProduct) {}, `"quantity":0,"unlimited":false`},
		{"the product's number does not count", func(p *catalog.POSProduct) { p.Quantity = number("9") }, `"quantity":0,"unlimited":false`},
		{"shared stock", func(p *catalog.POSProduct) {
			p.Product.StockType, p.Quantity = "product", number("9")
		}, `"quantity":9,"unlimited":false`},
		{"shared stock that is not tracked", func(p *catalog.POSProduct) { p.Product.StockType = "Product" }, `"enabled":false`},
	}
	m := newMapper(t, catalog.Products(), catalog.ProductSchema())
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := variantProduct()
			tt.change(p)
			before := string(encoded(t, p))
			c := plan(t, m, mapping.Input[catalog.POSProduct, shopProduct]{Source: p})
			wantJSON(t, ecwid.ProductCreate{ProductFields: c.Patch}, `{"name":"Shirt","price":10,"compareToPrice":0,"enabled":false,
				"options":[
					{"type":"SELECT","name":"Size","choices":[{"text":"S"},{"text":"M"}]},
					{"type":"SELECT","name":"Colour","choices":[{"text":"Red"},{"text":"Blue"}]}],`+tt.want+`}`)
			wantJSON(t, p, before)
		})
	}
}

// variantProduct has its variants in another order than its attribute sets, and
// one that is switched off.
func variantProduct() *catalog.POSProduct {
	product := &salespos.Product{Name: "Shirt", Active: new(false), Price: new(amount("10")), Discount: new(amount("0")), StockType: salespos.StockOfCombinations}
	product.AttributeSets.Collection = []salespos.ProductAttributeSet{
		{AttributeName: "Size", Items: []salespos.ProductAttributeRow{
			{Name: "M", Position: amount("2")}, {Name: "S", Position: amount("1")}, {Name: "L", Position: amount("3")}}},
		{AttributeName: "Colour", Items: []salespos.ProductAttributeRow{
			{Name: "Red", Position: amount("1")}, {Name: "Blue", Position: amount("2")}}},
	}
	p := &catalog.POSProduct{Product: product}
	for _, v := range []struct {
		size, colour string
		active       bool
	}{{"M", "Blue", true}, {"S", "Red", true}, {"L", "Red", false}} {
		p.Variants = append(p.Variants, catalog.POSVariant{
			Product: product, Combination: &salespos.AttributeCombination{Active: new(v.active)},
			Options: []catalog.Option{{Name: "Size", Value: v.size}, {Name: "Colour", Value: v.colour}},
		})
	}
	return p
}

func TestProductRefused(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		change func(*catalog.POSProduct)
		field  string
		op     string
	}{
		{"no name", func(p *catalog.POSProduct) { p.Product.Name = " " }, "name", "validate"},
		{"negative price", func(p *catalog.POSProduct) { p.Product.Discount = new(amount("25")) }, "price", "validate"},
		{"long SKU", func(p *catalog.POSProduct) { p.Product.ProductNumber = strings.Repeat("1", 256) }, "sku", "validate"},
		{"half a piece", func(p *catalog.POSProduct) { p.Quantity = number("2.5") }, "quantity", "set"},
	}
	m := newMapper(t, catalog.Products(), catalog.ProductSchema())
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := fullProduct(t)
			tt.change(p)
			_, err := m.Plan(mapping.Input[catalog.POSProduct, shopProduct]{Source: p})
			var failed *mapping.FieldError
			if !errors.As(err, &failed) || failed.Field != tt.field || failed.Op != tt.op {
				t.Errorf("got %v, want field %s at %s", err, tt.field, tt.op)
			}
		})
	}
}

// written is a product as the first pass left it, with what it remembers.
type written struct {
	mapper    *mapping.Mapper[catalog.POSProduct, shopProduct, ecwid.ProductFields]
	current   *shopProduct
	baselines mapping.Baselines
}

func firstPass(t *testing.T, source *catalog.POSProduct) written {
	t.Helper()
	m := newMapper(t, catalog.Products(), catalog.ProductSchema())
	c := plan(t, m, mapping.Input[catalog.POSProduct, shopProduct]{Source: source})
	current := stored(t, c.Patch)
	return written{m, current, m.Baselines(c, current, nil)}
}

func (w written) plan(t *testing.T, source *catalog.POSProduct) mapping.Change[ecwid.ProductFields] {
	t.Helper()
	return plan(t, w.mapper, mapping.Input[catalog.POSProduct, shopProduct]{Source: source, Current: w.current, Baselines: w.baselines})
}

func TestProductUpdate(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		pos  func(*catalog.POSProduct)
		shop func(*shopProduct)
		want string
	}{
		{"nothing changed", func(*catalog.POSProduct) {}, func(*shopProduct) {}, `{}`},
		{"the shop shows more", func(*catalog.POSProduct) {}, func(p *shopProduct) {
			p.URL, p.InStock, p.CategoryIDs = "https://shop.example/p17", true, []ecwid.CategoryID{901, 900}
		}, `{}`},
		{"price", func(p *catalog.POSProduct) { p.Product.Price = new(amount("25.90")) }, func(*shopProduct) {},
			`{"price":23.5,"compareToPrice":25.9}`},
		{"end of the sale", func(p *catalog.POSProduct) { p.Product.Discount = new(amount("0")) }, func(*shopProduct) {},
			`{"price":24.9,"compareToPrice":0}`},
		{"price edited in the shop", func(*catalog.POSProduct) {}, func(p *shopProduct) { p.Price = shopAmount("1") },
			`{"price":22.5}`},
		{"text", func(p *catalog.POSProduct) { p.Product.Description = "<p>New</p>" }, func(*shopProduct) {},
			`{"description":"<p>New</p>"}`},
		{"text edited in the shop", func(p *catalog.POSProduct) { p.Product.Description = "<p>New</p>" },
			func(p *shopProduct) { p.Description = "<p>Better</p>" }, `{}`},
		{"SKU", func(p *catalog.POSProduct) { p.Product.ProductNumber = "TEA-200" }, func(*shopProduct) {}, `{"sku":"TEA-200"}`},
		{"barcode", func(p *catalog.POSProduct) { p.Product.EANNumber = "1" }, func(*shopProduct) {},
			`{"attributes":[{"alias":"UPC","value":"1"}]}`},
		{"barcode removed at the POS", func(p *catalog.POSProduct) { p.Product.EANNumber = "" }, func(*shopProduct) {}, `{}`},
		{"no tax any more", func(p *catalog.POSProduct) { p.Taxes = nil }, func(*shopProduct) {}, `{"tax":{"enabledManualTaxes":[]}}`},
		{"taxes not known", func(p *catalog.POSProduct) { p.Taxes, p.TaxesKnown = nil, false }, func(*shopProduct) {}, `{}`},
		{"stock", func(p *catalog.POSProduct) { p.Quantity = number("3") }, func(*shopProduct) {}, `{}`},
		{"sold in the shop", func(*catalog.POSProduct) {}, func(p *shopProduct) { p.Quantity = new(2) }, `{}`},
		{"fractional stock", func(p *catalog.POSProduct) { p.Quantity = number("2.5") }, func(*shopProduct) {}, `{}`},
		{"switched off at the POS", func(p *catalog.POSProduct) { p.Product.Active = new(false) }, func(*shopProduct) {}, `{"enabled":false}`},
		{"switched off in the shop", func(*catalog.POSProduct) {}, func(p *shopProduct) { p.Enabled = false }, `{}`},
		{"weight", func(p *catalog.POSProduct) { p.Product.Weight = amount("0.3") }, func(*shopProduct) {},
			`{"weight":0.3,"isShippingRequired":true}`},
		{"other categories", func(p *catalog.POSProduct) { p.Categories = []ecwid.CategoryID{900, 903} },
			func(p *shopProduct) { p.CategoryIDs = append(p.CategoryIDs, 902) }, `{"categoryIds":[900,902,903]}`},
		{"no category any more", func(p *catalog.POSProduct) { p.Categories = nil },
			func(p *shopProduct) { p.CategoryIDs = append(p.CategoryIDs, 902) }, `{"categoryIds":[902]}`},
		{"categories not known", func(p *catalog.POSProduct) { p.Categories, p.CategoriesKnown = nil, false }, func(*shopProduct) {}, `{}`},
		{"category removed in the shop", func(*catalog.POSProduct) {}, func(p *shopProduct) { p.CategoryIDs = p.CategoryIDs[:1] },
			`{"categoryIds":[900,901]}`},
		{"another reference", func(p *catalog.POSProduct) { p.Reference = "salespos:1:18" }, func(*shopProduct) {}, `{}`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			source := fullProduct(t)
			w := firstPass(t, source)
			tt.pos(source)
			tt.shop(w.current)
			wantJSON(t, ecwid.ProductUpdate{ProductFields: w.plan(t, source).Patch}, tt.want)
		})
	}
}

func TestOptionsOfTheShopStay(t *testing.T) {
	t.Parallel()
	source := variantProduct()
	w := firstPass(t, source)
	if c := w.plan(t, source); c.Writes() {
		t.Fatalf("the second pass writes %v", c.Written())
	}
	w.current.Options[0].Choices = append(w.current.Options[0].Choices, ecwid.OptionChoice{Text: "XXL"})
	w.current.Options = append(w.current.Options, ecwid.ProductOption{Type: ecwid.OptionTextField, Name: "Engraving"})
	if c := w.plan(t, source); c.Writes() {
		t.Fatalf("what the shop added makes a pass write %v", c.Written())
	}
	source.Variants[0].Options[0].Value = "XL"
	c := w.plan(t, source)
	catalog.CompleteProduct(&c.Patch, w.current)
	got := map[string][]string{}
	for _, o := range c.Patch.Options.Or(nil) {
		got[o.Name] = []string{}
		for _, choice := range o.Choices.Or(nil) {
			got[o.Name] = append(got[o.Name], choice.Text)
		}
	}
	want := map[string][]string{"Size": {"S", "M", "XXL", "XL"}, "Colour": {"Red", "Blue"}, "Engraving": {}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("options differ (-want +got):\n%s", diff)
	}
	if got, want := c.Written(), []string{"options"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestAttributesOfTheShopStay(t *testing.T) {
	t.Parallel()
	origin := mapping.List(mapping.Object(
		mapping.Pair{Name: "name", Value: mapping.Text("Origin")}, mapping.Pair{Name: "value", Value: mapping.Text("NL")}))
	def := catalog.Products().With(mapping.To("attributes").Force(origin).Policy(mapping.ListOwn))
	m := newMapper(t, def, catalog.ProductSchema())
	source := fullProduct(t)
	current := stored(t, plan(t, m, mapping.Input[catalog.POSProduct, shopProduct]{Source: source}).Patch)
	in := mapping.Input[catalog.POSProduct, shopProduct]{Source: source, Current: current}
	if c := plan(t, m, in); c.Writes() {
		t.Fatalf("the second pass writes %v", c.Written())
	}
	current.Attributes = append(current.Attributes[:1], ecwid.AttributeValue{ID: 80, Name: "Smell", Type: ecwid.AttributeCustom, Value: "Fresh"})
	c := plan(t, m, in)
	catalog.CompleteProduct(&c.Patch, current)
	wantJSON(t, c.Patch, `{"attributes":[{"id":1,"value":"4006381333931"},
		{"name":"Smell","value":"Fresh"},{"name":"Origin","value":"NL"}]}`)
}

func TestLongNameIsCut(t *testing.T) {
	t.Parallel()
	p := fullProduct(t)
	p.Product.Name = strings.Repeat("ü", 300)
	m := newMapper(t, catalog.Products(), catalog.ProductSchema())
	c := plan(t, m, mapping.Input[catalog.POSProduct, shopProduct]{Source: p})
	if got, want := c.Patch.Name.Or(""), strings.Repeat("ü", 255); got != want {
		t.Errorf("got %d bytes, want %d", len(got), len(want))
	}
	if got := field(t, c, "name").Remark; got != mapping.Truncated {
		t.Errorf("got remark %q, want %q", got, mapping.Truncated)
	}
}
