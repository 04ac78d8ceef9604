package salespostest_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/salespos/salespostest"
)

const mug = `{"name":"Mug","price":12.50,"discount":0,"package_id":1,"taxtariff":"normal"}`

// 6.12: write names are not read names.
func TestProductRename(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	w.s.Add("brands", `{"id":7,"name":"Acme"}`)
	w.s.Add("brands", `{"id":3,"name":"Other"}`)
	w.s.Add("conditions", `{"id":8,"name":"Used"}`)
	w.s.Add("colors", `{"id":9,"name":"Red","hex":"#ff0000"}`)
	w.s.Add("suppliers", `{"id":10,"name":"Wholesale"}`)
	a := w.post("/products", `{"productnumber":"M/1","name":"Mug","price":12.50,"discount":0.00,"taxtariff":"LOW a","package_id":1,
		"active":false,"brand_id":7,"condition_id":8,"color_id":9,"supplier_id":10,"weight":1e-1}`)
	check(t, a.doc, map[string]string{
		"is_active": "false", "brand.id": "7", "condition.id": "8", "color.id": "9", "supplier.id": "10",
		"brand.name": `"Acme"`, "color.hex": `"#ff0000"`, "color.type": `"color"`, "package.id": "1",
		"price": "12.5", "discount": "0", "weight": "0.1", "taxtariff": `"low A"`, "shortdescription": `""`,
		"brand.href": text(origin + "/api/rest/v1/brands/7/"), "href": text(fmt.Sprintf("%s/api/rest/v1/products/%d/", origin, a.id())),
	})
	for _, key := range []string{"active", "brand_id", "package_id", "color_id"} {
		if _, ok := a.doc[key]; ok {
			t.Errorf("the answer shows the write key %s", key)
		}
	}
	if !strings.Contains(a.body, `"M\/1"`) || !strings.Contains(a.body, `https:\/\/shop.example.com\/api`) {
		t.Errorf("slashes are not escaped in %s", a.body)
	}
	path := fmt.Sprintf("/products/%d/", a.id())
	w.patch(path, `{"active":true,"color_id":null,"brand":"Nobody"}`)
	check(t, w.get(path).doc, map[string]string{"is_active": "true", "color": "null", "brand.name": `"Nobody"`, "name": `"Mug"`})
	w.patch(path, `{"brand":"Other","brand_id":3}`)
	check(t, w.get(path).doc, map[string]string{"brand.id": "3", "brand.name": `"Other"`})
	w.patch(path, `{"brand":"acme"}`)
	check(t, w.get(path).doc, map[string]string{"brand.id": "7", "brand.name": `"Acme"`})
	w.want(400, "", "PATCH", path, `{"brand_id":99}`)
}

type badRequest struct{ method, path, body string }

// badBodies are bodies that the documented schemas do not allow.
func badBodies() []badRequest {
	return append(badProductBodies(), []badRequest{
		{"POST", "/users", `{"username":"bob@example.com"}`}, // no password
		{"PATCH", "/users/1", `{"userinfo":{"nonsense":""}}`},
		{"PATCH", "/users/1", `{"userinfo":{"deliveryaddress":{"first_name":"Ann"}}}`}, // billing only
		{"PATCH", "/users/1", `{"userinfo":{"billingaddress":{"housenumber":"12"}}}`},
		{"POST", "/orders", `{"customer":{},"orderrows":[{"product_id":1,"count":1,"sku":"x"}]}`},
		{"POST", "/orders", `{"customer":{},"orderrows":[{"product_id":1}]}`}, // no count
		{"POST", "/orders", `{"customer":{},"orderrows":[{"product_id":99,"count":1}]}`},
		{"POST", "/orders", `{"customer":{},"orderrows":[{"product_id":1,"count":1,"product_name":"x"}]}`}, // only without id
		{"POST", "/orders", `{"customer":{},"orderrows":[{"count":1,"product_name":"x","price":1}]}`},      // a text row needs more
		{"POST", "/orders", `{"customer":{},"orderrows":[1]}`},
		{"POST", "/orders", `{"orderrows":[]}`},
		{"POST", "/orders", `{"customer":{},"orderrows":[],"user_id":99}`},
		{"POST", "/orders", `{"customer":{},"orderrows":[],"paymethod_id":1}`}, // not writable
		{"PATCH", "/orders/1", `{"is_completed":true}`},
		{"PATCH", "/orders/1", `{"status":15}`},
		{"PATCH", "/orders/1", `{"orderrows":[{"price":1}]}`},
		{"PUT", "/orders/1/orderrows", `{"rows":[]}`},
		{"PUT", "/webshops/1/settings", `{"currency":"USD"}`}, // read-only
	}...)
}

func badProductBodies() []badRequest {
	return []badRequest{
		{"POST", "/products", ``},
		{"POST", "/products", `null`},
		{"POST", "/products", `[]`},
		{"POST", "/products", mug + mug},
		{"POST", "/products", `{"name":"Mug"}`}, // required keys
		{"POST", "/products", `{"name":"Mug","price":1,"discount":0,"package_id":1}`},             // no VAT class
		{"POST", "/products", strings.Replace(mug, `"name"`, `"id":5,"name"`, 1)},                 // read-only
		{"POST", "/products", strings.Replace(mug, `"name"`, `"is_active":true,"name"`, 1)},       // read name
		{"POST", "/products", strings.Replace(mug, `"name"`, `"nonsense":1,"name"`, 1)},           // unknown
		{"POST", "/products", strings.Replace(mug, `"name"`, `"memo":null,"name"`, 1)},            // null
		{"POST", "/products", strings.Replace(mug, `12.50`, `"12.50"`, 1)},                        // text for a number
		{"POST", "/products", strings.Replace(mug, `12.50`, `-1`, 1)},                             // negative price
		{"POST", "/products", strings.Replace(mug, `12.50`, `1e999999`, 1)},                       // absurd
		{"POST", "/products", strings.Replace(mug, `"package_id":1`, `"package_id":99`, 1)},       // no such package
		{"POST", "/products", strings.Replace(mug, `"package_id":1`, `"package_id":1.5`, 1)},      // no integer
		{"POST", "/products", strings.Replace(mug, `normal`, `high`, 1)},                          // enum
		{"POST", "/products", strings.Replace(mug, `"Mug"`, `"`+strings.Repeat("x", 201)+`"`, 1)}, // too long
		{"POST", "/products", strings.Replace(mug, `"name"`, `"brand":{"id":1},"name"`, 1)},       // not a name
		{"PATCH", "/products/1", `{"nonsense":1}`},
		{"PATCH", "/products/1", `{"active":"yes"}`},
		{"PATCH", "/attributes/1", `{"name":"Length"}`},             // needs type too
		{"PATCH", "/attributes/1", `{"name":"Size","type":"text"}`}, // another kind
		{"PATCH", "/categories/1", `{"parentcategory_id":2}`},       // circle
		{"POST", "/categories", `{"name":"C","parentcategory_id":99}`},
		{"POST", "/producttocategories", `{"product_id":1,"category_id":99}`},
		{"POST", "/products/1/productattributevalues", `{"optionvalue":99,"price":0}`},
	}
}

func TestBodiesAreStrict(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	w.s.Add("products", `{"id":1,"name":"Mug"}`)
	w.s.Add("orders", `{"id":1}`)
	w.s.Add("users", `{"id":1,"username":"ann@example.com"}`)
	w.s.Add("attributes", `{"id":1,"name":"Size"}`)
	w.s.Add("categories", `{"id":1,"name":"A"}`)
	w.s.Add("categories", `{"id":2,"name":"B","parentcategory":{"id":1}}`)
	w.s.ResetRequests()
	before, _ := w.s.Export()
	for _, c := range badBodies() {
		a := w.call(c.method, c.path, c.body)
		if a.status != 400 || a.code() != "" || a.doc["developermessage"] == "" {
			t.Errorf("%s %s %s: got %d %s, want 400 without a code", c.method, c.path, c.body, a.status, a.body)
		}
	}
	if after, _ := w.s.Export(); string(after) != string(before) {
		t.Errorf("refused bodies changed the state:\n%s\n%s", before, after)
	}
}

func TestErrorCodes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name         string
		opts         []salespostest.Option
		method, path string
		body         string
		status       int
		code         string
	}{
		{"unknown resource", nil, "GET", "/nonsense", "", 404, "404.20"},
		{"resource that is not faked", nil, "GET", "/mailinglists", "", 404, "404.20"},
		{"text for an id", nil, "GET", "/products/abc", "", 404, "404.20"},
		{"wrong verb", nil, "PUT", "/products/1", "{}", 405, "405.10"},
		{"no DELETE for orders", nil, "DELETE", "/orders/1", "", 405, "405.10"},
		{"no POST for combinations", nil, "POST", "/products/1/attributecombinations", "{}", 405, "405.10"},
		{"OPTIONS", nil, "OPTIONS", "/products", "", 405, "405.10"},
		{"unknown id", nil, "GET", "/products/99", "", 500, "500.24"},
		{"unknown id to patch", nil, "PATCH", "/products/99", `{"nonsense":1}`, 500, "500.24"},
		{"unknown id to delete", nil, "DELETE", "/products/99", "", 500, "500.24"},
		{"unknown parent", nil, "GET", "/products/99/attributecombinations", "", 500, "500.24"},
		{"unknown parent of a post", nil, "POST", "/orders/99/ordernotes", "{}", 500, "500.24"},
		{"unknown id as 404", []salespostest.Option{salespostest.WithRefusal(salespostest.UnknownID, 404, "")}, "GET", "/products/99", "", 404, ""},
		{"username taken", nil, "POST", "/users", `{"username":"ANN@example.com","password":"x"}`, 500, "500.40"},
		{"category link taken", nil, "POST", "/producttocategories", `{"product_id":1,"category_id":1}`, 500, "500.40"},
		{"nothing changed", nil, "PATCH", "/products/1", `{"name":"Mug"}`, 204, ""},
		{"same value", []salespostest.Option{salespostest.With(salespostest.SameValueErrors)}, "PATCH", "/products/1", `{"name":"Mug","price":1.0}`, 500, "500.50"},
		{"another value", []salespostest.Option{salespostest.With(salespostest.SameValueErrors)}, "PATCH", "/products/1", `{"price":1.01}`, 204, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			w := newWire(t, c.opts...)
			w.s.Add("products", `{"id":1,"name":"Mug","price":1}`)
			w.s.Add("users", `{"username":"ann@example.com"}`)
			w.s.Add("categories", `{"id":1,"name":"A"}`)
			w.s.Add("producttocategories", `{"product_id":1,"category_id":1}`)
			a := w.want(c.status, c.code, c.method, c.path, c.body)
			if c.status >= 400 && num(a.doc["status"]) != int64(c.status) {
				t.Errorf("got body %s", a.body)
			}
		})
	}
}

func TestProductLimit(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	w.s.Add("products", `{"id":1,"name":"Mug"}`)
	w.s.Add("products", `{"id":2,"name":"Jug","is_active":false}`)
	w.s.Edit("webshops", 1, `{"product_limit":2}`)
	check(t, w.get("/webshops/1").doc, map[string]string{"product_limit_left": "1"})
	w.post("/products", mug)
	w.want(500, "500.60", "POST", "/products", mug)
	w.want(500, "500.60", "PATCH", "/products/2", `{"active":true}`)
	w.patch("/products/1", `{"price":2}`) // was active before
	w.post("/products", strings.Replace(mug, `"name"`, `"active":false,"name"`, 1))
}

// 6.12 accept: both media types, anything, none; and both forms of the slash.
func TestAcceptAndSlash(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	for _, accept := range []string{
		"", "*/*", "application/json", "application/vnd.verto.webshop+json", "application/vnd.verto.salespos+json",
	} {
		for _, path := range []string{"/products", "/products/", "/webshops/1/settings", "/webshops/1/settings/"} {
			req := w.request("GET", path, "")
			if accept != "" {
				req.Header.Set("accept", accept)
			}
			if a, err := w.send(req); err != nil || a.status != 200 {
				t.Errorf("%s accept %q: got %d %v", path, accept, a.status, err)
			}
		}
	}
}

func TestModifyDate(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name         string
		moves, stock bool // moves by default, moves under WithStockModifyDate
		do           func(w wire, product, combo int64)
	}{
		{"price", true, true, func(w wire, p, _ int64) { w.patch(fmt.Sprintf("/products/%d", p), `{"price":99}`) }},
		{"price and stock", true, true, func(w wire, p, _ int64) { w.patch(fmt.Sprintf("/products/%d", p), `{"price":99,"stock":5}`) }},
		{"stock", false, true, func(w wire, p, _ int64) { w.patch(fmt.Sprintf("/products/%d", p), `{"stock":5}`) }},
		{"nothing", false, false, func(w wire, p, _ int64) { w.patch(fmt.Sprintf("/products/%d", p), `{"price":1}`) }},
		{"combination", false, true, func(w wire, _, c int64) { w.patch(fmt.Sprintf("/attributecombinations/%d", c), `{"stock":5}`) }},
		{"edited name", true, true, func(w wire, p, _ int64) { w.s.Edit("products", p, `{"name":"Other"}`) }},
		{"edited stock", false, true, func(w wire, p, _ int64) { w.s.Edit("products", p, `{"stock":5}`) }},
		{"edited combination", false, true, func(w wire, _, c int64) { w.s.Edit("attributecombinations", c, `{"product_number":"x"}`) }},
		{"order", false, true, func(w wire, p, c int64) {
			w.post("/orders", fmt.Sprintf(`{"customer":{},"orderrows":[{"product_id":%d,"attribute_combination_id":%d,"count":1}]}`, p, c))
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			for _, option := range []bool{false, true} {
				synctest.Test(t, func(t *testing.T) {
					opts := map[bool][]salespostest.Option{true: {salespostest.With(salespostest.StockModifies)}}[option]
					w := newWire(t, opts...)
					p := variantProduct(w.s)
					w.s.Edit("products", p, `{"price":1,"modifydate":"1999-12-31T00:00:00Z"}`)
					combo := w.get(fmt.Sprintf("/products/%d/attributecombinations", p)).ids()[0]
					time.Sleep(time.Hour)
					c.do(w, p, combo)
					got := w.get(fmt.Sprintf("/products/%d", p)).doc["modifydate"]
					want := map[bool]string{false: "1999-12-31T00:00:00Z", true: "2000-01-01T01:00:00Z"}[c.moves || option && c.stock]
					if got != want {
						t.Errorf("option %v: got %v, want %s", option, got, want)
					}
				})
			}
		})
	}
}

func TestDeleteProductTakesChildrenAlong(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := variantProduct(w.s)
	cat := w.s.Add("categories", `{"name":"A"}`)
	w.s.Add("producttocategories", fmt.Sprintf(`{"product_id":%d,"category_id":%d}`, p, cat))
	order := w.post("/orders", fmt.Sprintf(`{"customer":{},"orderrows":[{"product_id":%d,"count":1}]}`, p))
	w.want(204, "", "DELETE", fmt.Sprintf("/products/%d", p), "")
	for _, res := range []string{"products", "productattributevalues", "attributecombinations", "producttocategories"} {
		if docs := w.s.Docs(res); len(docs) != 0 {
			t.Errorf("%s are left: %v", res, docs)
		}
	}
	row := w.get(fmt.Sprintf("/orders/%d/orderrows", order.id())).items()[0]
	check(t, row, map[string]string{"product_id": "null", "product_href": "null", "product_name": `"Shirt"`})
}

func TestPhotosAndColours(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.s.Add("products", `{"name":"Mug","color":{"id":4,"name":"Red","hex":"#FF0000"}}`)
	q := w.s.Add("products", `{"name":"Jug"}`)
	plain := w.s.Add("productphotos", fmt.Sprintf(`{"product_id":%d,"filename":"a.jpg"}`, p))
	main := w.s.Add("productphotos", fmt.Sprintf(`{"product_id":%d,"filename":"b.jpg","is_mainphoto":true}`, p))
	path := fmt.Sprintf("/products/%d/productphotos", p)
	if got := fmt.Sprint(w.get(path+"?orderby=ismainphoto_desc").ids(), w.get(path).ids()); got != fmt.Sprint([]int64{main, plain}, []int64{plain, main}) {
		t.Errorf("got %s", got)
	}
	check(t, w.get(fmt.Sprintf("/productphotos/%d", main)).doc, map[string]string{"filename": `"b.jpg"`, "product_id": "null"})
	for query, want := range map[string]int64{"?color=%23ff0000": p, "?color=null": q} {
		if got := w.get("/products" + query).ids(); len(got) != 1 || got[0] != want {
			t.Errorf("%s: got %v, want %d", query, got, want)
		}
	}
}

func TestVATRateChoosesTheClass(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	for rate, class := range map[string]string{"21": `"normal"`, "9.0": `"low A"`, "0": `"extra low"`, "17": `"normal"`} {
		a := w.post("/products", fmt.Sprintf(`{"name":"Mug","price":1,"discount":0,"package_id":1,"vatrate":%s}`, rate))
		check(t, a.doc, map[string]string{"taxtariff": class})
	}
}
