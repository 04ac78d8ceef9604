package catalog_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
)

func TestDefaults(t *testing.T) {
	t.Parallel()
	t.Run("products", func(t *testing.T) {
		t.Parallel()
		testDefault(t, catalog.Products(), catalog.ProductSchema())
	})
	t.Run("variants", func(t *testing.T) {
		t.Parallel()
		testDefault(t, catalog.Variants(), catalog.VariantSchema())
	})
	t.Run("categories", func(t *testing.T) {
		t.Parallel()
		testDefault(t, catalog.Categories(), catalog.CategorySchema())
	})
	t.Run("orders", func(t *testing.T) {
		t.Parallel()
		testDefault(t, catalog.Orders(), catalog.OrderSchema())
	})
	t.Run("order lines", func(t *testing.T) {
		t.Parallel()
		testDefault(t, catalog.OrderLines(), catalog.OrderLineSchema())
	})
	t.Run("users", func(t *testing.T) {
		t.Parallel()
		testDefault(t, catalog.Users(), catalog.UserSchema())
	})
	t.Run("addresses", func(t *testing.T) {
		t.Parallel()
		testDefault(t, catalog.Addresses(), catalog.AddressSchema())
	})
}

func TestDefaultsOfTheOtherDirection(t *testing.T) {
	t.Parallel()
	testDefault(t, catalog.ShopProducts(1), catalog.ShopProductSchema())
	testDefault(t, catalog.ShopVariants(), catalog.ShopVariantSchema())
	testDefault(t, catalog.ShopCategories(), catalog.ShopCategorySchema())
	testDefault(t, catalog.POSUsers(), catalog.POSUserSchema())
	testDefault(t, catalog.POSAddresses(), catalog.POSAddressSchema())
	testDefault(t, catalog.POSOrders(), catalog.POSOrderSchema())
	testDefault(t, catalog.POSOrderLines(), catalog.POSOrderLineSchema())
}

// TestDefaultsBothWays: of two defaults in opposite directions none overwrites what the
// other one writes.
func TestDefaultsBothWays(t *testing.T) {
	t.Parallel()
	for _, problems := range [][]*mapping.RuleError{
		mapping.CheckBothWays(catalog.Products(), catalog.ProductSchema(), catalog.ShopProducts(1), catalog.ShopProductSchema()),
		mapping.CheckBothWays(catalog.Variants(), catalog.VariantSchema(), catalog.ShopVariants(), catalog.ShopVariantSchema()),
		mapping.CheckBothWays(catalog.Categories(), catalog.CategorySchema(), catalog.ShopCategories(), catalog.ShopCategorySchema()),
		mapping.CheckBothWays(catalog.Users(), catalog.UserSchema(), catalog.POSUsers(), catalog.POSUserSchema()),
		mapping.CheckBothWays(catalog.Addresses(), catalog.AddressSchema(), catalog.POSAddresses(), catalog.POSAddressSchema()),
		mapping.CheckBothWays(catalog.Orders(), catalog.OrderSchema(), catalog.POSOrders(), catalog.POSOrderSchema()),
		mapping.CheckBothWays(catalog.OrderLines(), catalog.OrderLineSchema(), catalog.POSOrderLines(), catalog.POSOrderLineSchema()),
	} {
		for _, p := range problems {
			t.Error(p)
		}
	}
}

// TestTwoOwnersAreSeen: fields that are computed are known to be those that the other
// direction writes.
func TestTwoOwnersAreSeen(t *testing.T) {
	t.Parallel()
	prices := catalog.ShopProducts(1).WithGroups(mapping.Group("prices", mapping.Always, "price", "discount", "taxtariff"))
	names := func(problems []*mapping.RuleError) (fields []string) {
		for _, p := range problems {
			fields = append(fields, p.Field)
		}
		return fields
	}
	got := names(mapping.CheckBothWays(catalog.Products(), catalog.ProductSchema(), prices, catalog.ShopProductSchema()))
	if want := []string{"price"}; !slices.Equal(got, want) {
		t.Errorf("prices with two owners: %v, want %v", got, want)
	}
	people := catalog.POSAddresses().WithGroups(mapping.Group("address", mapping.Always, fieldNames(catalog.POSAddresses())...))
	got = names(mapping.CheckBothWays(catalog.Addresses(), catalog.AddressSchema(), people, catalog.POSAddressSchema()))
	want := []string{"first_name", "last_name", "company", "street", "housenumber", "housenumber_suffix", "address_line_1", "address_line_2", "zipcode", "city", "province",
		"country_code", "telephone"}
	if !slices.Equal(got, want) {
		t.Errorf("addresses with two owners: %v, want %v", got, want)
	}
}

func fieldNames(d mapping.Definition) []string {
	names := make([]string, len(d.Rules))
	for i, r := range d.Rules {
		names[i] = r.Field()
	}
	return names
}

// testDefault checks a default mapping over its schema.
func testDefault[S, T, P any](t *testing.T, def mapping.Definition, schema mapping.Schema[S, T, P]) {
	t.Helper()
	for _, p := range mapping.Check(def, schema) {
		t.Error(p)
	}
	newMapper(t, def, schema)
}

// sample is a value of a field that cannot be read.
func sample(kind mapping.Kind, name string) mapping.Value {
	switch {
	case kind == mapping.KindText:
		return mapping.Text("x")
	case kind == mapping.KindNumber:
		return mapping.Int(7)
	case kind == mapping.KindBool:
		return mapping.Bool(true)
	case name == "orderrows":
		return mapping.List(mapping.Object(mapping.Pair{Name: "count", Value: mapping.Int(7)}))
	default:
		return mapping.Texts("x")
	}
}

// leaves are the values of a patch by their place. Attributes, which share a list,
// count one by one.
func leaves(t *testing.T, patch any) map[string]string {
	t.Helper()
	out := map[string]string{}
	var walk func(at string, v any)
	walk = func(at string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for name, member := range v {
				walk(at+"."+name, member)
			}
		case []any:
			for _, item := range v {
				if a, ok := item.(map[string]any); ok && at == ".attributes" {
					out[fmt.Sprint(at, a["alias"], a["name"])] = fmt.Sprint(a["value"])
				} else {
					out[at] = fmt.Sprint(v)
				}
			}
		default:
			out[at] = fmt.Sprint(v)
		}
	}
	var doc any
	if err := json.Unmarshal(encoded(t, patch), &doc); err != nil {
		t.Fatal(err)
	}
	walk("", doc)
	return out
}

func TestPolicies(t *testing.T) {
	t.Parallel()
	products := newMapper(t, catalog.Products(), catalog.ProductSchema())
	variants := newMapper(t, catalog.Variants(), catalog.VariantSchema())
	tests := []struct {
		name string
		got  map[string]string
		want map[string]string
	}{
		{"products", policies(plan(t, products, mapping.Input[catalog.POSProduct, shopProduct]{Source: fullProduct(t)})), map[string]string{
			"name": "UnlessEdited", "subtitle": "UnlessEdited", "description": "UnlessEdited",
			"price": "Always", "compareToPrice": "Always", "ean": "Always", "enabledManualTaxes": "Always",
			"sku": "MatchKey(Follow)", "categoryIds": "ListOwn", "options": "ListAdd",
			"quantity": "CreateOnly", "externalReferenceId": "CreateOnly",
			"enabled": "UnlessEdited", "weight": "UnlessEdited",
		}},
		{"variants", policies(plan(t, variants, mapping.Input[catalog.POSVariant, shopVariant]{Source: fullVariant(t)})), map[string]string{
			"options": "CreateOnly", "sku": "MatchKey(Follow)", "price": "Always", "compareToPrice": "Always",
			"ean": "Always", "quantity": "CreateOnly",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tt.want, tt.got); diff != "" {
				t.Errorf("policies differ (-want +got):\n%s", diff)
			}
		})
	}
}

func policies[P any](c mapping.Change[P]) map[string]string {
	out := map[string]string{}
	for _, f := range c.Fields() {
		out[f.Field] = f.Policy
	}
	return out
}

func TestOrdersAreWrittenOnce(t *testing.T) {
	t.Parallel()
	m := newMapper(t, catalog.Orders(), catalog.OrderSchema())
	for name, policy := range policies(plan(t, m, mapping.Input[catalog.ShopOrder, posOrder]{Source: fullOrder(t)})) {
		if policy != string(mapping.CreateOnly) {
			t.Errorf("%s has the policy %s", name, policy)
		}
	}
}

func TestGroupsCanBeSwitchedOff(t *testing.T) {
	t.Parallel()
	def := catalog.Products().UpdateCheckbox("texts", false)
	m := newMapper(t, def, catalog.ProductSchema())
	current := stored(t, plan(t, m, mapping.Input[catalog.POSProduct, shopProduct]{Source: fullProduct(t)}).Patch)
	changed := fullProduct(t)
	changed.Product.Description = "<p>New</p>"
	changed.Product.Price = new(amount("30"))
	c := plan(t, m, mapping.Input[catalog.POSProduct, shopProduct]{Source: changed, Current: current})
	if got, want := c.Written(), []string{"price", "compareToPrice"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
