package ecwidtest_test

import (
	"testing"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

func TestClasses(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	general := get(t, s, "/classes")
	general.is("0", 0, "id")
	general.is("", 0, "name")
	general.is(`"UPC"`, 0, "attributes", 0, "type")
	id := ok(t, s, "POST", "/classes", `{"name":"Tea","attributes":[{"name":"Origin"},{"name":"Leaf","show":"PRICE"}]}`).id()
	p := path("/classes/%d", id)
	a := get(t, s, p)
	a.is(`"CUSTOM"`, "attributes", 0, "type")
	origin, leaf := a.at("attributes", 0, "id"), a.at("attributes", 1, "id")
	refused(t, s, "POST", "/classes", `{"name":"Tea"}`, 409, "")
	refused(t, s, "POST", "/classes", `{}`, 400, "WRONG_PARAMETER")
	refused(t, s, "PUT", p, `{"attributes":[{"id":1}]}`, 400, "WRONG_PARAMETER")
	refused(t, s, "PUT", "/classes/0", `{"name":"Mine"}`, 400, "WRONG_PARAMETER")
	refused(t, s, "DELETE", "/classes/0", "", 400, "WRONG_PARAMETER")
	refused(t, s, "GET", "/classes/9", "", 404, "")

	product := ok(t, s, "POST", "/products", path(`{"name":"n","productClassId":%d,"attributes":[
		{"id":%v,"value":"Assam"},{"id":%v,"value":"whole"}]}`, id, origin, leaf)).id()
	before := get(t, s, path("/products/%d", product)).at("updateTimestamp")
	// The list is the full one: what is missing goes, with its values.
	ok(t, s, "PUT", p, path(`{"attributes":[{"id":%v,"name":"Leaves"},{"name":"Year"}]}`, leaf))
	a = get(t, s, p)
	a.is(path("%v", leaf), "attributes", 0, "id")
	a.is(`"Leaves"`, "attributes", 0, "name")
	a.is(`"PRICE"`, "attributes", 0, "show")
	a.is(`"Year"`, "attributes", 1, "name")
	after := get(t, s, path("/products/%d", product))
	after.is(`"whole"`, "attributes", 0, "value")
	after.is("", "attributes", 1)
	after.is(path("%v", before), "updateTimestamp")
	ok(t, s, "PUT", p, `{"name":"Teas"}`)
	ok(t, s, "DELETE", p, "")
	after = get(t, s, path("/products/%d", product))
	after.is("0", "productClassId")
	after.is("[]", "attributes")
}

func TestCategories(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	root := ok(t, s, "POST", "/categories", `{"name":"Drinks","parentId":0,"description":"<script>x</script>hot"}`).id()
	child := ok(t, s, "POST", "/categories", path(`{"name":"Tea","parentId":%d,"externalReferenceId":"c1"}`, root)).id()
	a := get(t, s, path("/categories/%d", root))
	a.is("", "parentId") // absent on roots
	a.is("true", "enabled")
	a.is("10", "orderBy")
	a.is(`"hot"`, "description")
	a.is(`{"en":"Drinks"}`, "nameTranslated")
	a.is("", "productIds") // absent without products
	get(t, s, path("/categories/%d", child)).is(path("%d", root), "parentId")
	for _, tt := range []struct {
		method, path, body string
		status             int
		code               string
	}{
		{"POST", "/categories", `{}`, 400, "WRONG_PARAMETER"},
		{"POST", "/categories", `{"name":"x","parentId":9}`, 404, "CATEGORIES_NOT_FOUND"},
		{"POST", "/categories", `{"name":"x","externalReferenceId":"c1"}`, 409, "EXTERNAL_ID_ALREADY_USED"},
		{"POST", "/categories", `{"name":"x","productIds":[9]}`, 404, "PRODUCT_NOT_FOUND"},
		{"PUT", path("/categories/%d", root), `{"name":" "}`, 400, "WRONG_PARAMETER"},
		{"PUT", path("/categories/%d", root), path(`{"parentId":%d}`, child), 400, "WRONG_PARAMETER"},
		{"GET", "/categories/9", "", 404, "CATEGORIES_NOT_FOUND"},
		{"POST", path("/categories/%d/assignProducts", root), `{"productIds":[9]}`, 404, "PRODUCT_NOT_FOUND"},
	} {
		refused(t, s, tt.method, tt.path, tt.body, tt.status, tt.code)
	}
	ok(t, s, "PUT", path("/categories/%d", child), `{"parentId":0,"externalReferenceId":"c1"}`)
	get(t, s, path("/categories/%d", child)).is("", "parentId")
}

func TestCategoryProducts(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	c := s.Add("categories", `{"name":"Drinks"}`)
	sub := s.Add("categories", path(`{"name":"Tea","parentId":%d}`, c))
	for id := range 3 {
		s.Add("products", path(`{"id":%d,"enabled":%v,"updated":"2026-01-01 00:00:00 +0000"}`, id+1, id != 1))
	}
	p := path("/categories/%d", c)
	ok(t, s, "POST", p+"/assignProducts", `{"productIds":[3,2]}`).is(`{"updateCount":1}`)
	ok(t, s, "POST", p+"/assignProducts", `{"productIds":[1,3]}`)
	ok(t, s, "POST", path("/categories/%d/assignProducts", sub), `{"productIds":[3]}`)
	a := get(t, s, p)
	a.is("[3,2,1]", "productIds") // appended at the end
	a.is("2", "enabledProductCount")
	a.is("3", "productCount") // a product counts once
	product := get(t, s, "/products/3")
	product.is(path("[%d,%d]", c, sub), "categoryIds")
	product.is(`"Tea"`, "categories", 1, "name")
	product.is(`"2026-01-01 00:00:00 +0000"`, "updated") // not moved from the category's side

	ok(t, s, "POST", p+"/unassignProducts", `{"productIds":[2]}`).is(`{"deleteCount":1}`)
	get(t, s, "/products/2").is("[]", "categoryIds")
	get(t, s, "/products/2").is("1", "showOnFrontpage")
	ok(t, s, "PUT", p, `{"productIds":[2]}`) // replaces
	get(t, s, p).is("[2]", "productIds")
	ok(t, s, "PUT", "/products/1", path(`{"categoryIds":[%d]}`, c)) // from the product's side
	get(t, s, p).is("[2,1]", "productIds")
	ok(t, s, "DELETE", "/products/2", "")
	get(t, s, p).is("[1]", "productIds")

	ok(t, s, "DELETE", p, "").is(`{"deleteCount":1}`) // its child goes along, the products stay
	refused(t, s, "GET", path("/categories/%d", sub), "", 404, "CATEGORIES_NOT_FOUND")
	get(t, s, "/products/1").is("[]", "categoryIds")
}

func TestCategoryLists(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("categories", `{"id":9,"name":"Drinks","orderBy":20}`)
	s.Add("categories", `{"id":4,"name":"Food","orderBy":10,"enabled":false}`)
	s.Add("categories", `{"id":5,"name":"Bread","parentId":4}`)
	s.Add("categories", `{"id":6,"name":"Rye","parentId":5,"enabled":false}`)
	s.Add("products", `{"id":1,"enabled":false,"categoryIds":[9]}`)
	for q, want := range map[string][]int64{
		"":                       {9, 5}, // only the own flag counts
		"hidden_categories=true": {4, 9, 5, 6},
		"hidden_categories=true&offset=1&limit=2":            {9, 5},
		"hidden_categories=true&parent=0":                    {4, 9},
		"hidden_categories=true&parent=4":                    {5},
		"hidden_categories=on&parent=4&withSubcategories=on": {5, 6},
		"categoryIds=9,4":                                    {9},
		"keyword=bread":                                      {5},
	} {
		wantIDs(t, get(t, s, "/categories?"+q), want...)
	}
	get(t, s, "/categories").is("", "items", 0, "productIds")
	a := get(t, s, "/categories?productIds=true")
	a.is("[1]", "items", 0, "productIds") // disabled products included
	a.is("0", "items", 0, "enabledProductCount")
}

func TestProfile(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	a := get(t, s, "/profile")
	a.is(`"EUR"`, "formatsAndUnits", "currency")
	a.is("2", "formatsAndUnits", "currencyPrecision")
	a.is("true", "taxSettings", "pricesIncludeTax")
	a.is("false", "taxSettings", "automaticTaxEnabled")
	a.is("[]", "taxSettings", "taxes")
	a.is(`{"name":"ALLOW_EMPTY_AND_NON_UNIQUE_SKU","visible":true,"enabled":false}`, "featureToggles", 0)
	a.is(`"COMBINATIONS"`, "account", "availableFeatures", 1)
	s.Edit("profile", 0, `{"formatsAndUnits":{"currency":"JPY","currencyPrecision":0},"zones":null}`)
	a = get(t, s, "/profile")
	a.is(`"JPY"`, "formatsAndUnits", "currency")
	a.is(`"KILOGRAM"`, "formatsAndUnits", "weightUnit")
	a.is("", "zones")
	refused(t, s, "DELETE", "/profile", "", 405, "METHOD_NOT_ALLOWED")
}
