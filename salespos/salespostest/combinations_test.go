package salespostest_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/salespos/salespostest"
)

// variantProduct seeds a shirt in two colours and two sizes and returns its id.
func variantProduct(s *salespostest.Server) int64 {
	p := s.Add("products", `{"name":"Shirt","price":20,"productnumber":"SHIRT"}`)
	for _, a := range []struct {
		name   string
		values []string
	}{{"Colour", []string{"Red", "Blue"}}, {"Size", []string{"S", "XL"}}} {
		attribute := s.Add("attributes", fmt.Sprintf(`{"name":%q,"type":"option_menu"}`, a.name))
		for i, name := range a.values {
			value := s.Add("attributevalues", fmt.Sprintf(`{"attribute_id":%d,"name":%q}`, attribute, name))
			s.Add("productattributevalues", fmt.Sprintf(`{"product_id":%d,"optionvalue":%d,"price":%d,"stock":3}`, p, value, i))
		}
	}
	return p
}

// valueNames lists the combinations of a product by the names of their values.
func (w wire) valueNames(product int64) (names []string) {
	for _, c := range w.get(fmt.Sprintf("/products/%d/attributecombinations", product)).items() {
		var name []string
		for _, e := range c["combination"].([]any) {
			name = append(name, at(e.(map[string]any), "attribute_value", "name").(string))
		}
		names = append(names, strings.Join(name, "-"))
	}
	return names
}

// 6.12: combinations are generated when a value is linked.
func TestCombinationsAreTheCartesianProduct(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.post("/products", mug).id()
	path := fmt.Sprintf("/products/%d/productattributevalues", p)
	check(t, w.get(fmt.Sprintf("/products/%d", p)).doc, map[string]string{"stocktype": `"Product"`})
	link := func(attribute int64, name, extra string) int64 {
		value := w.post(fmt.Sprintf("/attributes/%d/attributevalues", attribute), fmt.Sprintf(`{"name":%q,"default_price":0}`, name)).id()
		return w.post(path, fmt.Sprintf(`{"optionvalue":%d,"price":0%s}`, value, extra)).id()
	}
	attribute := func(name, kind string) int64 {
		return w.post("/attributes", fmt.Sprintf(`{"name":%q,"type":%q}`, name, kind)).id()
	}
	colour := attribute("Colour", "option_menu")
	link(colour, "Red", `,"stock":4`)
	blue := link(colour, "Blue", "")
	if d := cmp.Diff([]string{"Red", "Blue"}, w.valueNames(p)); d != "" {
		t.Errorf("one attribute: -want +got\n%s", d)
	}
	items := w.get(fmt.Sprintf("/products/%d/attributecombinations", p)).items()
	check(t, items[0], map[string]string{"stock": "4", "active": "true", "product_number": `""`})
	check(t, items[1], map[string]string{"stock": "0"})
	check(t, w.get(fmt.Sprintf("/products/%d", p)).doc, map[string]string{"stocktype": `"Attribute"`})

	size := attribute("Size", "option_menu_required")
	link(size, "S", "")
	link(size, "XL", "")
	link(attribute("Engraving", "text"), "free", "")
	got := w.valueNames(p)
	if d := cmp.Diff([]string{"Blue-S", "Blue-XL", "Red-S", "Red-XL"}, slices.Sorted(slices.Values(got))); d != "" {
		t.Errorf("two attributes: -want +got\n%s", d)
	}
	w.want(204, "", "DELETE", fmt.Sprintf("/productattributevalues/%d", blue), "")
	if d := cmp.Diff([]string{"Red-S", "Red-XL"}, w.valueNames(p)); d != "" {
		t.Errorf("after unlinking: -want +got\n%s", d)
	}
}

func TestCombinationDocument(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := variantProduct(w.s)
	c := w.get(fmt.Sprintf("/products/%d/attributecombinations", p)).items()[3] // Blue-XL
	check(t, c, map[string]string{
		"netto_extra_price": "2", "product_id": fmt.Sprint(p), "ordering_without_stock": `"global_setting"`, "sku_number": `""`,
		"attributecombinationphotos.collection": "[]",
		"parent.href":                           text(fmt.Sprintf("%s/api/rest/v1/products/%d/attributecombinations/", origin, p)),
	})
	first := c["combination"].([]any)[0].(map[string]any)
	check(t, first, map[string]string{"attribute.name": `"Colour"`, "attribute_value.name": `"Blue"`, "extra_price": "1"})
	path := fmt.Sprintf("/attributecombinations/%d", num(c["id"]))
	w.patch(path, `{"stock":7.50,"product_number":"SHIRT-B-XL","ean_number":"871","sku_number":"S1","active":false}`)
	check(t, w.get(path).doc, map[string]string{"stock": "7.5", "product_number": `"SHIRT-B-XL"`, "active": "false"})
	if got := w.get(path + "/attributevalues").ids(); len(got) != 2 {
		t.Errorf("attributevalues of a combination: got %v", got)
	}
	if got := w.get(path + "/attributes").items(); len(got) != 2 || got[0]["name"] != "Colour" {
		t.Errorf("attributes of a combination: got %v", got)
	}
	for _, key := range []string{"netto_extra_price", "ordering_without_stock", "product_id"} {
		w.want(400, "", "PATCH", path, fmt.Sprintf(`{%q:1}`, key))
	}
}

func TestRemadeCombinations(t *testing.T) {
	t.Parallel()
	for _, remade := range []bool{false, true} {
		var opts []salespostest.Option
		if remade {
			opts = append(opts, salespostest.With(salespostest.RemadeCombinations))
		}
		w := newWire(t, opts...)
		p := variantProduct(w.s)
		path := fmt.Sprintf("/products/%d/attributecombinations", p)
		old := w.get(path).ids()
		w.patch(fmt.Sprintf("/attributecombinations/%d", old[0]), `{"product_number":"RED-S"}`)
		colour := num(w.get("/attributes").items()[0]["id"])
		green := w.post(fmt.Sprintf("/attributes/%d/attributevalues", colour), `{"name":"Green","default_price":0}`).id()
		w.post(fmt.Sprintf("/products/%d/productattributevalues", p), fmt.Sprintf(`{"optionvalue":%d,"price":0}`, green))
		kept, numbers := 0, 0
		items := w.get(path).items()
		for _, c := range items {
			if slices.Contains(old, num(c["id"])) {
				kept++
			}
			if c["product_number"] == "RED-S" && text(c["stock"]) == "3" {
				numbers++
			}
		}
		want := map[bool][3]int{false: {6, 4, 1}, true: {6, 0, 0}}[remade]
		if got := [3]int{len(items), kept, numbers}; got != want {
			t.Errorf("remade %v: got %v combinations, ids kept, numbers kept; want %v", remade, got, want)
		}
	}
}

func TestValueLinks(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := variantProduct(w.s)
	path := fmt.Sprintf("/products/%d/productattributevalues", p)
	a := w.get(path + "?orderby=optionposition_desc&size=3")
	if len(a.items()) != 3 || a.doc["next"] == nil {
		t.Fatalf("got %s, want a paged list", a.body)
	}
	check(t, a.items()[0], map[string]string{
		"optionname": `"Size"`, "optionvalue_name": `"XL"`, "optionposition": "2", "position": "2", "price": "1",
	})
	for _, key := range []string{"optionvalue", "stock", "product_id"} {
		if _, ok := a.items()[0][key]; ok {
			t.Errorf("the answer shows %s", key)
		}
	}
	again := fmt.Sprintf(`{"optionvalue":%d,"price":0}`, num(a.items()[0]["optionvalue_id"]))
	w.want(500, "500.40", "POST", path, again)
	link := fmt.Sprintf("/productattributevalues/%d", num(a.items()[0]["id"]))
	w.want(400, "", "PATCH", link, again) // the value cannot be changed
	w.patch(link, `{"price":-2.5}`)
	combos := w.get(fmt.Sprintf("/products/%d/attributecombinations", p)).items()
	check(t, combos[2], map[string]string{"netto_extra_price": "-2.5"}) // Red-XL
}

func TestAttributeSets(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := variantProduct(w.s)
	a := w.get(fmt.Sprintf("/products/%d/productattributesets", p))
	check(t, a.items()[0], map[string]string{"attributename": `"Colour"`, "attributeposition": "1", "type": `"option_menu"`})
	item := a.items()[0]["items"].([]any)[1].(map[string]any)
	check(t, item, map[string]string{"optionsname": `"Blue"`, "price": "1", "position": "2", "enable": "true"})
	w.get(fmt.Sprintf("/productattributevalues/%d", num(item["id"]))) // its id is the link's
	desc := w.get(fmt.Sprintf("/products/%d/productattributesets?orderby=attributeposition_desc", p))
	check(t, desc.items()[0], map[string]string{"attributename": `"Size"`})
	w.want(405, "405.10", "POST", fmt.Sprintf("/products/%d/productattributesets", p), "{}")
}

func TestAttributes(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := variantProduct(w.s)
	colour := w.get("/attributes").items()[0]
	check(t, colour, map[string]string{"name": `"Colour"`, "attribute_type": "1", "type": `"option_menu"`})
	path := fmt.Sprintf("/attributes/%d", num(colour["id"]))
	w.patch(path, `{"name":"Colour","type":"option_menu_required"}`)
	check(t, w.get(path).doc, map[string]string{"attribute_type": "4"})
	values := w.get(path + "/attributevalues").items()
	check(t, values[0], map[string]string{"name": `"Red"`, "default_price": "0", "attribute_id": text(colour["id"]), "type": `"option_menu_required"`})
	value := fmt.Sprintf("/attributevalues/%d", num(values[0]["id"]))
	w.patch(value, `{"default_price":1.10}`)
	check(t, w.get(value).doc, map[string]string{"default_price": "1.1"})
	w.want(204, "", "DELETE", value, "")
	if d := cmp.Diff([]string{"Blue-S", "Blue-XL"}, w.valueNames(p)); d != "" {
		t.Errorf("after deleting a value: -want +got\n%s", d)
	}
	w.want(204, "", "DELETE", path, "")
	if d := cmp.Diff([]string{"S", "XL"}, w.valueNames(p)); d != "" {
		t.Errorf("after deleting an attribute: -want +got\n%s", d)
	}
}
