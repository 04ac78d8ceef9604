package flows_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/flows"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state/memstate"
	"github.com/tillsync/tillsync/mapping/catalog"
)

// attributes seeds size, origin, material and delivery time with their values, and
// an attribute Country in the shop.
func (h *house) attributes() {
	for i, name := range []string{"Size", "Origin", "Delivery time", "Material"} {
		h.pos.Add("attributes", fmt.Sprintf(`{"id":%d,"name":%q,"type":"option_menu"}`, i+1, name))
	}
	for id, name := range map[int]string{11: "S", 12: "L", 13: "s ", 21: "NL", 22: "BE", 31: "1 day", 41: "Wool"} {
		h.pos.Add("attributevalues", fmt.Sprintf(`{"id":%d,"attribute_id":%d,"name":%q}`, id, id/10, name))
	}
	h.shop.Edit("classes", 0, `{"attributes":[{"id":71,"name":"UPC","type":"UPC","show":"DESCR"},{"id":75,"name":"Country","type":"CUSTOM","show":"DESCR"}]}`)
}

// article seeds a product with values of attributes; its combinations get numbers.
func (h *house) article(id int, number, more string, values ...int) {
	h.pos.Add("products", fmt.Sprintf(`{"id":%d,"productnumber":%q,"name":%q,"price":20,"stockenabled":true,"is_active":true%s}`, id, number, number, more))
	for _, value := range values {
		h.pos.Add("productattributevalues", fmt.Sprintf(`{"product_id":%d,"optionvalue":%d,"price":0}`, id, value))
	}
	n := 0
	for _, c := range docs(h.t, h.pos.Docs("attributecombinations")) {
		if num(h.t, c["product_id"]) == float64(id) {
			n++
			h.pos.Edit("attributecombinations", int64(num(h.t, c["id"])), fmt.Sprintf(`{"sku_number":"%s-%d","stock":3}`, number, n))
		}
	}
}

// attributeConfig makes an option, an attribute and a field of attributes, and leaves
// the delivery time out.
func (h *house) attributeConfig() flows.ProductConfig {
	c := h.productConfig()
	c.AttributeMap = catalog.AttributeMap{"size": catalog.AsOption, "Origin": catalog.AsAttribute("Country"), "Material": catalog.AsField("subtitle")}
	return c
}

func (h *house) syncAttributes(full bool) *pass.Report {
	h.t.Helper()
	time.Sleep(time.Hour)
	h.quiet()
	c := h.attributeConfig()
	c.Pass.Full = full
	report, err := syncProducts(h.t, c)
	return h.checked(report, err)
}

// country is the value of the attribute of that name.
func country(p map[string]any) (value any) {
	list, _ := p["attributes"].([]any)
	for _, a := range list {
		if a := a.(map[string]any); a["name"] == "Country" {
			value = a["value"]
		}
	}
	return value
}

// optionsOf lists options and their choices as the shop has them, then those of the
// variations.
func optionsOf(p map[string]any) string {
	var words []string
	for _, o := range p["options"].([]any) {
		o := o.(map[string]any)
		words = append(words, o["name"].(string)+":")
		for _, choice := range o["choices"].([]any) {
			words = append(words, choice.(map[string]any)["text"].(string))
		}
	}
	list, _ := p["combinations"].([]any)
	for _, c := range list {
		for _, o := range c.(map[string]any)["options"].([]any) {
			o := o.(map[string]any)
			words = append(words, fmt.Sprintf("%s=%s", o["name"], o["value"]))
		}
	}
	return strings.Join(words, " ")
}

// TestAttributeMapHasThreeOutcomes: size becomes an option of the variants, origin an
// attribute and material a field of the product, and the delivery time is counted
// only. A second pass writes nothing, and edits in the shop stay.
func TestAttributeMapHasThreeOutcomes(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.attributes()
		h.article(5000, "SHIRT", `,"stocktype":"Attribute"`, 11, 12, 21, 31, 41)
		report := h.syncAttributes(false)
		h.wants(report, map[pass.Outcome]int{pass.Created: 1})
		p := h.bySKU("SHIRT")
		if got := optionsOf(p); got != "Size: S L Size=S Size=L" {
			t.Errorf("options and variations are %q", got)
		}
		if country(p) != "NL" || p["subtitle"] != "Wool" {
			t.Errorf("country %v, subtitle %v; want NL and Wool", country(p), p["subtitle"])
		}
		if n := report.Remarks["AttributeUnmapped(Delivery time)"]; n != 1 || len(report.Remarks) != 1 {
			t.Errorf("remarks are %v, want the delivery time once", report.Remarks)
		}
		h.wants(h.syncAttributes(true), map[pass.Outcome]int{pass.Unchanged: 1})
		if writes := h.shop.Writes(); writes != 0 {
			t.Errorf("the second pass wrote %d times", writes)
		}

		h.shop.Edit("products", h.shopID("SHIRT"), `{"subtitle":"Soft wool","attributes":[{"id":75,"name":"Country","type":"CUSTOM","value":"Portugal"}]}`)
		h.pos.Edit("products", 5000, `{"price":25}`)
		report = h.syncAttributes(true)
		h.wants(report, map[pass.Outcome]int{pass.Updated: 1})
		if p := h.bySKU("SHIRT"); country(p) != "Portugal" || p["subtitle"] != "Soft wool" || p["price"] != 25.0 {
			t.Errorf("country %v, subtitle %v, price %v; want the shop's texts and the new price", country(p), p["subtitle"], p["price"])
		}
		if report.Remarks["Edited"] != 2 {
			t.Errorf("remarks are %v, want two edits", report.Remarks)
		}
	})
}

// TestAttributeMapOfAFilledShop: a map that comes after the products fills in what they
// lack, once, and leaves what the shop has.
func TestAttributeMapOfAFilledShop(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.attributes()
		h.article(5000, "SHIRT", `,"stocktype":"Attribute"`, 11, 12, 21, 41)
		h.article(5006, "BELT", `,"stocktype":"Attribute"`, 11, 12, 21, 41)
		h.products()
		h.shop.Edit("products", h.shopID("BELT"), `{"subtitle":"Soft leather"}`)
		h.wants(h.syncAttributes(true), map[pass.Outcome]int{pass.Updated: 2})
		shirt, belt := h.bySKU("SHIRT"), h.bySKU("BELT")
		if country(shirt) != "NL" || shirt["subtitle"] != "Wool" || country(belt) != "NL" || belt["subtitle"] != "Soft leather" {
			t.Errorf("shirt %v %v, belt %v %v; want what they lacked, and the belt's own text", country(shirt), shirt["subtitle"], country(belt), belt["subtitle"])
		}
		h.wants(h.syncAttributes(true), map[pass.Outcome]int{pass.Unchanged: 2})
		if writes := h.shop.Writes(); writes != 0 {
			t.Errorf("the second pass wrote %d times", writes)
		}
		h.shop.Edit("products", h.shopID("SHIRT"), `{"subtitle":""}`)
		h.wants(h.syncAttributes(true), map[pass.Outcome]int{pass.Unchanged: 2})
	})
}

// TestAttributeWithoutOptionIsNoVariant: a product that has one value of each
// attribute and no option among them is a simple product, with its own stock.
func TestAttributeWithoutOptionIsNoVariant(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.attributes()
		h.article(5001, "SCARF", `,"stocktype":"Product","stock":7`, 22)
		h.wants(h.syncAttributes(false), map[pass.Outcome]int{pass.Created: 1})
		p := h.bySKU("SCARF")
		if optionsOf(p) != "" || country(p) != "BE" || p["quantity"] != 7.0 {
			t.Errorf("options %q, country %v, quantity %v; want a simple product from BE with 7 pieces", optionsOf(p), country(p), p["quantity"])
		}
		h.wants(h.syncAttributes(true), map[pass.Outcome]int{pass.Unchanged: 1})
		h.pos.Edit("products", 5001, `{"stock":2}`)
		h.stock()
		if p := h.bySKU("SCARF"); p["quantity"] != 2.0 {
			t.Errorf("the stock flow shows %v, want 2", p["quantity"])
		}
	})
}

// TestVariantsThatOnlyDifferInNoOptionAreParked: the shop could not tell them apart;
// other products go on.
func TestVariantsThatOnlyDifferInNoOptionAreParked(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.attributes()
		h.article(5002, "HAT", `,"stocktype":"Attribute"`, 11, 21, 22)
		h.article(5003, "SOCK", `,"stocktype":"Attribute"`, 21)
		h.articles(1)
		report := h.syncAttributes(false)
		h.wants(report, map[pass.Outcome]int{pass.Created: 1, pass.Parked: 2})
		for _, p := range report.Problems {
			if p.Reason != "VariantsAlike" || !strings.Contains(p.Message, "Origin") || !strings.Contains(p.Message, "AttributeMap") {
				t.Errorf("%s: %s: %s; want VariantsAlike naming attribute and setting", p.Label, p.Reason, p.Message)
			}
		}
	})
}

// TestSpellingsOfAChoiceAreOne: S and "s " are one choice, in each spelling that an
// article has.
func TestSpellingsOfAChoiceAreOne(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.attributes()
		h.article(5000, "SHIRT", `,"stocktype":"Attribute"`, 11, 12, 21)
		h.article(5004, "JACKET", `,"stocktype":"Attribute"`, 13, 12, 21)
		h.wants(h.syncAttributes(false), map[pass.Outcome]int{pass.Created: 2})
		if got := optionsOf(h.bySKU("JACKET")); got != "Size: s L Size=s Size=L" {
			t.Errorf("the jacket has %q, want the value without the blank", got)
		}
		h.pos.Edit("attributevalues", 11, `{"name":"s "}`)
		h.pos.Edit("products", 5000, `{"price":21}`)
		h.wants(h.syncAttributes(true), map[pass.Outcome]int{pass.Updated: 1, pass.Unchanged: 1})
		if got := optionsOf(h.bySKU("SHIRT")); got != "Size: S L Size=S Size=L" {
			t.Errorf("the shirt has %q, want no second choice for the new spelling", got)
		}
		h.wants(h.syncAttributes(true), map[pass.Outcome]int{pass.Unchanged: 2})
	})
}

// TestVariantsOfOneSpellingAreParked: the shop cannot keep two variations of one
// choice.
func TestVariantsOfOneSpellingAreParked(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.attributes()
		h.article(5005, "COAT", `,"stocktype":"Attribute"`, 11, 13)
		if p := h.problem(h.products()); p.Reason != "VariantsAlike" || !strings.Contains(p.Message, "same options") {
			t.Errorf("%s: %s", p.Reason, p.Message)
		}
	})
}

// TestAccentsOfAChoiceAreOne: an accent in one character or in two is the same choice,
// for the variations too, also when the state is lost.
func TestAccentsOfAChoiceAreOne(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.attributes()
		h.pos.Edit("attributevalues", 12, `{"name":"Caf\u00e9"}`)
		h.pos.Edit("attributevalues", 13, `{"name":"Cafe\u0301"}`)
		h.article(5000, "SHIRT", `,"stocktype":"Attribute"`, 11, 12)
		h.article(5007, "SCARF", `,"stocktype":"Attribute"`, 12, 13)
		h.wants(h.syncAttributes(false), map[pass.Outcome]int{pass.Created: 1, pass.Parked: 1})
		before := optionsOf(h.bySKU("SHIRT"))
		h.pos.Edit("attributevalues", 12, `{"name":"Cafe\u0301"}`)
		h.store = memstate.New()
		h.syncAttributes(true)
		if got := optionsOf(h.bySKU("SHIRT")); got != before {
			t.Errorf("the shirt has %q, want %q as before", got, before)
		}
	})
}

// TestAttributeMapIsChecked: each wrong entry is named with its value and what is
// allowed, before anything is read.
func TestAttributeMapIsChecked(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	c := h.productConfig()
	c.AttributeMap = catalog.AttributeMap{"Size": "options", "Origin": catalog.AsField("subtitel"), "Colour": catalog.AsAttribute("Tint"), "Shade": catalog.AsAttribute("tint"), "Fit": catalog.AsOption}
	_, err := syncProducts(t, c)
	if fault, ok := errors.AsType[*pass.Error](err); !ok || fault.Class != pass.ClassConfig {
		t.Fatalf("got %v, want a configuration error", err)
	}
	for _, text := range []string{`setting AttributeMap["Size"]: is "options": give option, attribute(name) or field(target)`,
		`setting AttributeMap["Origin"]: is "field(subtitel)": the target has no such field: did you mean "subtitle"?`,
		`setting AttributeMap["Shade"]: is "attribute(tint)": "Colour" is`} {
		if !strings.Contains(err.Error(), text) {
			t.Errorf("the error does not say %s:\n%v", text, err)
		}
	}
	if strings.Contains(err.Error(), "Fit") {
		t.Errorf("the error names a good entry: %v", err)
	}
	if r, err := flows.Check(context.Background(), flows.CheckConfig{Products: &c}); err != nil || len(r.Findings) < 3 || r.Findings[0].Problem != `AttributeMap["Origin"]: is "field(subtitel)"` {
		t.Errorf("Check finds %+v, %v", r.Findings, err)
	}
	for _, err := range flows.ImpactProducts(t.Context(), c, h.productConfig()) {
		if err == nil || !strings.Contains(err.Error(), `before: attribute "Origin"`) {
			t.Errorf("an impact from the wrong map: %v", err)
		}
	}
	if len(h.pos.Requests()) != 0 {
		t.Error("the POS was asked under a wrong configuration")
	}
}

// TestCheckLooksForTheAttributes that a map reads at the POS and writes in the shop.
func TestCheckLooksForTheAttributes(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	h.attributes()
	c := h.attributeConfig()
	c.AttributeMap["Delivery time"] = catalog.AsAttribute("Delivery")
	c.AttributeMap["Origine"] = catalog.AsOption
	h.shop.Add("classes", `{"id":7,"name":"Books","attributes":[{"id":76,"name":"Delivery","type":"CUSTOM","show":"DESCR"}]}`)
	r, err := flows.Check(t.Context(), flows.CheckConfig{SalesPOS: c.SalesPOS, Ecwid: c.Ecwid, Products: &c})
	if err != nil || !r.OK() {
		t.Fatalf("%+v, %v; want warnings only", r, err)
	}
	var about []string
	for _, f := range r.Findings {
		if strings.Contains(f.Problem, "AttributeMap") {
			about = append(about, f.Problem+": "+f.Remedy)
		}
	}
	want := []string{
		`there is no attribute "Origine", which AttributeMap names: did you mean "Origin"?`,
		`the general product type has no attribute "Delivery", which AttributeMap writes: add it to the product type in the shop: new products are refused until it is there`,
	}
	if diff := cmp.Diff(want, about); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}

// TestImpactOfAnAttributeMap names the fields that the map adds.
func TestImpactOfAnAttributeMap(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.attributes()
		h.article(5000, "SHIRT", `,"stocktype":"Attribute"`, 11, 12)
		h.products()
		h.pos.Add("productattributevalues", `{"product_id":5000,"optionvalue":41,"price":0}`)
		c := h.attributeConfig()
		var fields []string
		for d, err := range flows.ImpactProducts(t.Context(), h.productConfig(), c) {
			if err != nil {
				t.Fatal(err)
			}
			fields = append(fields, d.Field+" "+string(d.Effect))
		}
		if got := strings.Join(fields, ", "); got != "subtitle written, options left alone" {
			t.Errorf("the impact is %q, want that the material becomes the subtitle and no option", got)
		}
	})
}
