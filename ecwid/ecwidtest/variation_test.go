package ecwidtest_test

import (
	"strings"
	"testing"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

// shirt has a base SKU and two variations: one with a SKU of its own, one
// that inherits everything.
const shirt = `{"id":1,"sku":"S","name":"Shirt","price":10,"quantity":7,"combinations":[
	{"id":11,"sku":"S-S","price":12.5,"quantity":3,"options":[{"name":"Size","value":"S"}]},
	{"id":12,"options":[{"name":"Size","value":"L"}]}]}`

func TestVariationInherits(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("products", shirt)
	own := get(t, s, "/products/1/combinations/11")
	own.is("12.5", "price")
	own.is("3", "quantity")
	own.is("12.5", "defaultDisplayedPrice")
	bare := get(t, s, "/products/1/combinations/12")
	for key, want := range map[string]string{
		"sku": "", "price": "", "weight": "", "costPrice": "", "compareToPrice": "", "externalReferenceId": "",
		"quantity": "7", "unlimited": "false", "inStock": "true", "defaultDisplayedPrice": "10", "combinationNumber": "2",
	} {
		bare.is(want, key)
	}
	ok(t, s, "PUT", "/products/1", `{"quantity":0}`)
	get(t, s, "/products/1/combinations/12").is("0", "quantity")
	get(t, s, "/products/1/combinations/11").is("3", "quantity")
	p := get(t, s, "/products/1")
	p.is("0", "quantity")   // not the sum of the variations
	p.is("true", "inStock") // but in stock as long as one of them is
	get(t, s, "/products/1/combinations").is(`12`, 1, "id")
	refused(t, s, "GET", "/products/1/combinations/13", "", 404, "COMBINATION_NOT_FOUND")
	refused(t, s, "GET", "/products/2/combinations", "", 404, "PRODUCT_NOT_FOUND")
}

func TestVariationCreate(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("products", shirt)
	id := ok(t, s, "POST", "/products/1/combinations", `{"sku":"S-RED-M",
		"options":[{"name":"Colour","value":"Red"},{"name":"Size","value":"M"}]}`).id()
	p := get(t, s, "/products/1")
	p.is(`"SELECT"`, "options", 1, "type") // added with the variation
	p.is(`"Colour"`, "options", 1, "name")
	p.is(`"M"`, "options", 0, "choices", 2, "text")
	v := get(t, s, path("/products/1/combinations/%d", id))
	v.is("true", "unlimited")
	v.is("", "quantity")
	same := `{"options":[{"name":"Size","value":"M"},{"name":"Colour","value":"Red"}]}`
	refused(t, s, "POST", "/products/1/combinations", same, 409, "")
	refused(t, s, "PUT", "/products/1/combinations/12", same, 409, "")
	refused(t, s, "POST", "/products/1/combinations", `{"sku":"S-X"}`, 400, "WRONG_PARAMETER")
	refused(t, s, "POST", "/products/1/combinations", `{"options":[]}`, 400, "WRONG_PARAMETER")
	ok(t, s, "PUT", "/products/1", `{"options":[
		{"name":"Size","choices":[{"text":"S"},{"text":"L"},{"text":"M"}]},
		{"name":"Colour","choices":[{"text":"Red"}]},{"type":"CHECKBOX","name":"Gift","choices":[{"text":"yes"}]}]}`)
	refused(t, s, "POST", "/products/1/combinations", `{"options":[{"name":"Gift","value":"yes"}]}`, 400, "WRONG_PARAMETER")
	s.Edit("profile", 0, `{"account":{"availableFeatures":[]}}`)
	refused(t, s, "POST", "/products/1/combinations", `{"options":[{"name":"Size","value":"XL"}]}`,
		402, "NOT_AVAILABLE_ON_CURRENT_PLAN")
}

func TestVariationUpdateAndDelete(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("products", shirt)
	ok(t, s, "PUT", "/products/1/combinations/11", `{"price":0,"externalReferenceId":"x",
		"attributes":[{"alias":"UPC","value":"401"}]}`).is(`{"updateCount":1}`)
	v := get(t, s, "/products/1/combinations/11")
	v.is("0", "price")
	v.is("3", "quantity")
	v.is(`"401"`, "attributes", 0, "value")
	for _, empty := range []string{`""`, `null`} { // both: back to the product's SKU and stock
		ok(t, s, "PUT", "/products/1/combinations/11", `{"sku":"S-S","quantity":4}`)
		ok(t, s, "PUT", "/products/1/combinations/11", `{"sku":`+empty+`}`)
		v = get(t, s, "/products/1/combinations/11")
		v.is("", "sku")
		v.is("7", "quantity")
	}
	ok(t, s, "DELETE", "/products/1/combinations/11", "").is(`{"deleteCount":1}`)
	refused(t, s, "DELETE", "/products/1/combinations/11", "", 404, "COMBINATION_NOT_FOUND")
	ok(t, s, "DELETE", "/products/1/combinations", "").is(`{"deleteCount":1}`)
	get(t, s, "/products/1/combinations").is(`[]`)
}

func TestRemovedOptions(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("products", shirt)
	refused(t, s, "PUT", "/products/1", `{"options":[]}`, 409, "COMBINATION_CONTAINS_REMOVED_OPTION")
	refused(t, s, "PUT", "/products/1", `{"options":[{"name":"Size","choices":[{"text":"S"}]}]}`,
		409, "COMBINATION_CONTAINS_REMOVED_OPTION_VALUE")
	ok(t, s, "DELETE", "/products/1/combinations/12", "")
	ok(t, s, "PUT", "/products/1", `{"options":[{"name":"Size","defaultChoice":0,"choices":[{"text":"S"}]}]}`)
	get(t, s, "/products/1").is("11", "defaultCombinationId")
	for _, options := range []string{
		`[{"name":"Size","choices":[{"text":"S"},{"text":"S"}]}]`, `[{"name":"A"},{"name":"A"}]`, `[{"type":"RADIO"}]`,
		`[{"name":"Size","defaultChoice":1,"choices":[{"text":"S"}]}]`,
	} {
		refused(t, s, "PUT", "/products/1", `{"options":`+options+`}`, 400, "WRONG_PARAMETER")
	}
}

func TestSaveCombinations(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	body := `{"name":"Mug","sku":"M","quantity":0,"combinations":[
		{"sku":"M-R","quantity":1,"options":[{"name":"Colour","value":"Red"}]},
		{"sku":"M-B","quantity":2,"options":[{"name":"Colour","value":"Blue"}]}]}`
	id := ok(t, s, "POST", "/products", body).id()
	get(t, s, path("/products/%d", id)).is("[]", "combinations") // ignored without the parameter
	ok(t, s, "DELETE", path("/products/%d", id), "")

	id = ok(t, s, "POST", "/products?saveCombinations=true", body).id()
	p := path("/products/%d", id)
	a := get(t, s, p)
	a.is(`"Blue"`, "options", 0, "choices", 1, "text")
	a.is(`2`, "combinations", 1, "quantity")
	red, blue := a.at("combinations", 0, "id"), a.at("combinations", 1, "id")

	ok(t, s, "PUT", p, `{"combinations":[]}`)
	get(t, s, p).is(path("%v", blue), "combinations", 1, "id")
	ok(t, s, "PUT", p+"?saveCombinations=true", path(`{"combinations":[{"id":%v,"price":5},
		{"sku":"M-G","options":[{"name":"Colour","value":"Green"}]}]}`, blue))
	a = get(t, s, p) // the list is the full set
	a.is(path("%v", blue), "combinations", 0, "id")
	a.is(`"M-B"`, "combinations", 0, "sku")
	a.is(`5`, "combinations", 0, "price")
	a.is(`"M-G"`, "combinations", 1, "sku")
	a.is("", "combinations", 2)
	refused(t, s, "PUT", p+"?saveCombinations=true", path(`{"combinations":[{"id":%v}]}`, red), 404, "COMBINATION_NOT_FOUND")
	refused(t, s, "PUT", p+"?saveCombinations=true", path(`{"combinations":[{"id":%v},{"id":%v}]}`, blue, blue),
		409, "COMBINATION_DUPLICATED")
	refused(t, s, "PUT", p+"?saveCombinations=true", `{"combinations":[{"options":[{"name":"C","value":"R"}]},
		{"options":[{"name":"C","value":"R"}]}]}`, 409, "")
}

func TestVariationLimit(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	list := make([]string, 201)
	for i := range list {
		list[i] = path(`{"options":[{"name":"No","value":"%d"}]}`, i)
	}
	body := func(n int) string { return `{"name":"Many","combinations":[` + strings.Join(list[:n], ",") + `]}` }
	refused(t, s, "POST", "/products?saveCombinations=true", body(201), 400, "COMBINATION_LIMIT_PER_REQUEST_EXCEEDED")
	ok(t, s, "POST", "/products?saveCombinations=true", body(200))
	ok(t, s, "POST", "/products", body(201)) // the list is ignored
}

func TestModifiers(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("products", `{"id":1,"sku":"M","price":19.90,"options":[
		{"name":"Size","choices":[{"text":"L","priceModifier":2.5}]},
		{"name":"Set","choices":[{"text":"Four","priceModifier":-10,"priceModifierType":"PERCENT"}]}],
		"combinations":[{"id":5,"options":[{"name":"Size","value":"L"},{"name":"Set","value":"Four"}]}]}`)
	get(t, s, "/products/1/combinations/5").is("20.41", "defaultDisplayedPrice")
}

func TestProductStock(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	id := ok(t, s, "POST", "/products", `{"name":"n","quantity":2}`).id()
	p := path("/products/%d", id)
	get(t, s, p).is("false", "unlimited")
	steps := []struct{ path, body, answer, quantity, unlimited, inStock string }{
		{p + "/inventory", `{"quantityDelta":3}`, `{"updateCount":1}`, "5", "false", "true"},
		{p + "/inventory", `{"quantityDelta":-5}`, `{"updateCount":1}`, "0", "false", "false"},
		{p + "/inventory", `{"quantityDelta":-1}`, `{"updateCount":1,"warning":"Product has negative stock."}`,
			"-1", "false", "false"},
		{p, `{"unlimited":true}`, `{"updateCount":1}`, "", "true", "true"},
		{p, `{"quantity":4}`, `{"updateCount":1}`, "", "true", "true"}, // ignored alone
		{p + "/inventory", `{"quantityDelta":1}`, `{"updateCount":0}`, "", "true", "true"},
		{p, `{"unlimited":false,"quantity":6}`, `{"updateCount":1}`, "6", "false", "true"},
		{p, `{"quantity":0}`, `{"updateCount":1}`, "0", "false", "false"},
	}
	for _, step := range steps {
		ok(t, s, "PUT", step.path, step.body).is(step.answer)
		a := get(t, s, p)
		a.is(step.quantity, "quantity")
		a.is(step.unlimited, "unlimited")
		a.is(step.inStock, "inStock")
	}
	refused(t, s, "PUT", p+"/inventory", `{}`, 400, "WRONG_PARAMETER")
	refused(t, s, "PUT", p+"/inventory", `{"quantity":1}`, 400, "WRONG_PARAMETER")
}

func TestVariationStock(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("products", shirt)
	ok(t, s, "PUT", "/products/1/combinations/11/inventory", `{"quantityDelta":-4}`).
		is(`{"updateCount":1,"warning":"Product has negative stock."}`)
	get(t, s, "/products/1/combinations/11").is("-1", "quantity")
	get(t, s, "/products/1").is("7", "quantity")
	refused(t, s, "PUT", "/products/1/combinations/12/inventory", `{"quantityDelta":1}`, 400, "WRONG_PARAMETER")
	refused(t, s, "PUT", "/products/1/combinations/12", `{"quantity":1}`, 400, "WRONG_PARAMETER")
	ok(t, s, "PUT", "/products/1/combinations/12", `{"sku":"S-L","quantity":1}`)
	get(t, s, "/products/1/combinations/12").is("1", "quantity")

	// A variation with its product's SKU shares stock and dimensions.
	shared := func(more string) string { return `{"sku":"S",` + more + `"options":[{"name":"Size","value":"M"}]}` }
	refused(t, s, "POST", "/products/1/combinations", shared(`"quantity":3,`), 400, "DIFFERENT_COMBINATION_STOCK")
	refused(t, s, "POST", "/products/1/combinations", shared(`"dimensions":{"length":3},`),
		400, "DIFFERENT_COMBINATION_DIMENSIONS")
	id := ok(t, s, "POST", "/products/1/combinations", shared(`"quantity":7,"unlimited":false,`)).id()
	ok(t, s, "PUT", path("/products/1/combinations/%d/inventory", id), `{"quantityDelta":2}`)
	get(t, s, "/products/1").is("9", "quantity")
}
