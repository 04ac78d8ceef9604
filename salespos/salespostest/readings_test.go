package salespostest_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/salespos/salespostest"
)

// readingCase shows what a reading changes: what probe sees without and with it.
type readingCase struct {
	set     salespostest.Reading
	probe   func(w wire) string
	off, on string
}

// A reading has a case here when no other test sets it. The numbers are those
// of the unknowns in section 7 of the reference.
func TestReadings(t *testing.T) {
	t.Parallel()
	for _, cases := range []map[string]readingCase{listReadings(), documentReadings(), behaviourReadings()} {
		for name, c := range cases {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				c.run(t)
			})
		}
	}
}

func (c readingCase) run(t *testing.T) {
	t.Helper()
	for on, want := range map[bool]string{false: c.off, true: c.on} {
		var opts []salespostest.Option
		if on {
			opts = append(opts, salespostest.With(c.set))
		}
		w := newWire(t, opts...)
		for i := 1; i <= 3; i++ {
			w.s.Add("products", fmt.Sprintf(`{"id":%d,"name":"Mug","productnumber":"SKU-%d","price":2.50}`, i, i))
		}
		if got := c.probe(w); got != want {
			t.Errorf("on %v: got %s, want %s", on, got, want)
		}
	}
}

func listReadings() map[string]readingCase {
	return map[string]readingCase{
		"50 newest first": {salespostest.NewestFirst, func(w wire) string {
			return fmt.Sprint(w.get("/products?size=2").ids(), w.get("/products?size=2&orderby=id").ids())
		}, "[1 2] [1 2]", "[3 2] [1 2]"},
		"empty items": {salespostest.NullItems, func(w wire) string {
			return text(w.get("/brands").doc["items"]) + text(w.get("/orders").doc["items"])
		}, "[][]", "nullnull"},
		"58 paged cash-ups": {salespostest.MorePaging, func(w wire) string {
			return text(w.get("/cashups?size=1").doc["size"]) + text(w.get("/redirects?size=1").doc["size"])
		}, "nullnull", "11"},
		"27 parameters": {salespostest.ParameterErrors, func(w wire) string {
			var got []int
			for _, query := range []string{"x=1", "expand=nonsense", "orderby=price", "expand=productphotos,productvariants&orderby=id_desc&size=5&quantity=2&color=null&eannumber=5"} {
				got = append(got, w.call("GET", "/products?"+query, "").status)
			}
			return fmt.Sprint(append(got, w.call("GET", "/brands?size=5", "").status))
		}, "[200 200 200 200 200]", "[400 400 400 200 400]"},
		"25 date bounds": {salespostest.ExclusiveMaxDates, func(w wire) string {
			w.s.Add("orders", `{"create_date":"2025-01-15T10:00:00Z"}`)
			return fmt.Sprint(len(w.get("/orders?min_create_date=2025-01-15&max_create_date=2025-01-15").ids()), len(w.get("/orders?max_create_date=2025-01-16").ids()))
		}, "1 1", "0 1"},
		"57 days": {salespostest.DaysOnly, func(w wire) string {
			w.s.Add("orders", `{"create_date":"2025-01-15T10:00:00Z"}`)
			return fmt.Sprint(len(w.get("/orders?min_create_date=2025-01-15T11:00:00Z").ids()), len(w.get("/orders?min_create_date=2025-01-15").ids()))
		}, "0 1", "1 1"},
		"59 lists": {salespostest.SDKLists, func(w wire) string {
			w.s.Add("productphotos", `{"product_id":1,"filename":"a.jpg"}`)
			var got []int
			for _, path := range []string{"/productphotos", "/webshops/1/users", "/productproperties", "/productpropertyoptions", "/fiscaltransactionsignatures"} {
				got = append(got, w.call("GET", path, "").status)
			}
			return fmt.Sprint(got, strings.Count(w.call("GET", "/productphotos", "").body, `"a.jpg"`))
		}, "[405 405 405 405 405] 0", "[200 200 200 200 200] 1"},
		"56 collection": {salespostest.AlwaysExpanded, func(w wire) string {
			w.s.Add("productvideos", `{"productid":1,"name":"A"}`)
			return fmt.Sprint(len(at(w.get("/products/1").doc, "productvideos", "collection").([]any)))
		}, "0", "1"},
		"62 sparse": {salespostest.SparseDocuments, func(w wire) string {
			doc := w.get("/products/1").doc
			_, hasNull := doc["multishop_href"]
			_, hasEmpty := doc["memo"]
			return fmt.Sprint(hasNull, hasEmpty)
		}, "true true", "false true"},
		"63 keys": {salespostest.SDKKeys, func(w wire) string {
			_, has := w.get("/products/1").doc["vatrate"]
			return fmt.Sprint(has)
		}, "true", "false"},
	}
}

func documentReadings() map[string]readingCase {
	return map[string]readingCase{
		"32 numbers": {salespostest.TextNumbers, func(w wire) string {
			doc := w.get("/products/1").doc
			return text(doc["id"]) + text(doc["price"]) + text(doc["stock"])
		}, "12.50", `"1""2.5""0"`},
		"8 letter case": {salespostest.LowerStockType, func(w wire) string { return text(w.get("/products/1").doc["stocktype"]) }, `"Product"`, `"product"`},
		"55 merchant": {salespostest.MerchantObject, func(w wire) string {
			return text(w.get("/webshops/1/merchant").doc["company"])
		}, "null", `"Demo shop"`},
		"48 row names": {salespostest.OptionsInRowName, func(w wire) string {
			p := variantProduct(w.s)
			combo := w.get(fmt.Sprintf("/products/%d/attributecombinations", p)).ids()[0]
			order := w.post("/orders", fmt.Sprintf(`{"customer":{},"orderrows":[{"product_id":%d,"count":1,"attribute_combination_id":%d}]}`, p, combo))
			return text(w.get(fmt.Sprintf("/orders/%d/orderrows", order.id())).items()[0]["product_name"])
		}, `"Shirt"`, `"Shirt Red S"`},
		"62 till orders": {salespostest.TillOrders, func(w wire) string {
			doc := w.post("/orders", `{"customer":{"email":"ann@example.com"},"orderrows":[{"product_id":1,"count":1}]}`).doc
			_, has := doc["paymethod"]
			return fmt.Sprint(has, doc["paymethod_costs"], doc["customer"] == nil)
		}, "true0false", "false0true"},
		"16 lenient bodies": {salespostest.LenientBodies, func(w wire) string {
			a := w.call("PATCH", "/products/1", `{"nonsense":1,"memo":null,"is_active":false,"stock":3}`)
			b := w.call("POST", "/orders", `{"customer":{"shoe":1,"billingaddress":{"city":"Delft","x":1}},"orderrows":[{"product_id":1,"count":1,"sku":"x"}]}`)
			return fmt.Sprint(a.status, b.status, text(at(b.doc, "customer", "billingaddress", "city")))
		}, "400 400null", `204 201"Delft"`},
	}
}

func behaviourReadings() map[string]readingCase {
	return map[string]readingCase{
		"14 numbers": {salespostest.UniqueNumbers, func(w wire) string {
			return w.call("PATCH", "/products/2", `{"productnumber":"SKU-1"}`).code() + w.call("PATCH", "/products/1", `{"productnumber":"SKU-1"}`).code()
		}, "", "500.40"},
		"49 names": {salespostest.NamesCreate, func(w wire) string {
			w.patch("/products/1", `{"brand":"New brand"}`)
			return fmt.Sprint(len(w.get("/brands").ids()), text(at(w.get("/products/1").doc, "brand", "name")))
		}, `0"New brand"`, `1"New brand"`},
		"38 errors": {salespostest.SignedErrors, func(w wire) string {
			req := w.request("GET", "/products/99", "")
			a, err := w.send(req)
			return fmt.Sprint(a.status, w.verify(req, a), err)
		}, "500 false <nil>", "500 true <nil>"},
		"5 error keys": {salespostest.ErrorKeys, func(w wire) string { return fmt.Sprint(len(w.call("GET", "/products/99", "").doc)) }, "3", "5"},
		"41 OPTIONS": {salespostest.OptionsAnswer, func(w wire) string {
			a := w.call("OPTIONS", "/products", "")
			return fmt.Sprint(a.status, len(a.body) == 0)
		}, "405 false", "200 true"},
		"7 parent": {salespostest.LimitsByParent, func(w wire) string {
			w.get("/products/1/productphotos")
			return w.s.Requests()[0].Resource
		}, "productphotos", "products"},
		"30 restock": {salespostest.CancelRestocks, func(w wire) string {
			order := w.post("/orders", `{"customer":{},"orderrows":[{"product_id":1,"count":2}]}`).id()
			w.patch(fmt.Sprintf("/orders/%d", order), `{"status":8}`)
			w.patch(fmt.Sprintf("/orders/%d", order), `{"paid":true}`) // stock comes back once
			return text(w.get("/products/1").doc["stock"])
		}, "-2", "0"},
		"46 rounding": {salespostest.RoundedRows, func(w wire) string {
			w.s.Edit("products", 1, `{"price":1.004}`)
			return text(w.post("/orders", `{"customer":{},"orderrows":[{"product_id":1,"count":1},{"product_id":1,"count":1}]}`).doc["total_price"])
		}, "2.01", "2"},
		"40 users": {salespostest.UsersKept, func(w wire) string {
			buyer, other := w.s.Add("users", `{"username":"ann@example.com"}`), w.s.Add("users", `{"username":"bob@example.com"}`)
			w.post("/orders", fmt.Sprintf(`{"customer":{},"user_id":%d,"orderrows":[]}`, buyer))
			got := w.call("DELETE", fmt.Sprintf("/users/%d", buyer), "")
			return fmt.Sprint(got.status, got.code(), w.call("DELETE", fmt.Sprintf("/users/%d", other), "").status, len(w.s.Docs("users")))
		}, "204204 0", "500500.70204 1"},
		"29 trash": {salespostest.Trash, func(w wire) string {
			w.want(204, "", "DELETE", "/products/1", "")
			return fmt.Sprint(w.get("/products").ids(), w.call("GET", "/products/1", "").status)
		}, "[2 3] 500", "[2 3] 200"},
	}
}

func TestReadingNames(t *testing.T) {
	t.Parallel()
	seen := map[salespostest.Reading]bool{}
	for _, s := range salespostest.Readings() {
		if seen[s] || strings.Trim(string(s), "abcdefghijklmnopqrstuvwxyz-") != "" {
			t.Errorf("bad or double name %q", s)
		}
		seen[s] = true
	}
	salespostest.New(salespostest.With(salespostest.Readings()...)) // no two exclude each other
}

// 2, 4, 42: what the vendor answers here is not known.
func TestRefusals(t *testing.T) {
	t.Parallel()
	w := newWire(t, salespostest.WithRefusal(salespostest.BadCredentials, 403, "403.10"), salespostest.WithRefusal(salespostest.BadBody, 422, ""),
		salespostest.WithRefusal(salespostest.NoPermission, 405, "405.10"), salespostest.WithoutAccess("users", "invoices"))
	req := w.request("GET", "/products", "")
	req.Header.Set("x-hash", "0")
	if a, err := w.send(req); err != nil || a.status != 403 || a.code() != "403.10" || num(a.doc["status"]) != 403 {
		t.Errorf("got %s %v", a.body, err)
	}
	w.want(422, "", "POST", "/brands", `{}`)
	w.want(405, "405.10", "GET", "/users", "")
	w.want(405, "405.10", "POST", "/orders/1/invoices", "")
	if got := w.get("/").body; strings.Contains(got, `"users"`) || !strings.Contains(got, `"usergroups"`) {
		t.Errorf("root: %s", got)
	}
	w = newWire(t, salespostest.WithoutAccess("users"))
	w.want(403, "", "GET", "/users", "")
}

// 1, 25: sizes and zones.
func TestPageSizeAndDateZone(t *testing.T) {
	t.Parallel()
	w := newWire(t, salespostest.WithPageSize(150), salespostest.WithDateZone(time.FixedZone("CET", 3600)))
	w.s.Add("orders", `{"create_date":"2025-01-14T23:30:00Z"}`)
	if got := w.get("/orders").doc["size"]; num(got) != 150 {
		t.Errorf("size: got %v", got)
	}
	for query, want := range map[string]int{"2025-01-14": 0, "2025-01-15": 1} {
		if got := len(w.get("/orders?min_create_date=" + query + "&max_create_date=" + query).ids()); got != want {
			t.Errorf("%s: got %d, want %d", query, got, want)
		}
	}
}

// 36, 53: accept-language chooses the texts that are read and that a PATCH
// writes.
func TestLanguages(t *testing.T) {
	t.Parallel()
	in := func(w wire, language, method, path, body string) answer {
		req := w.request(method, path, body)
		req.Header.Set("accept-language", language)
		a, err := w.send(req)
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	names := func(w wire, path string) (got []string) {
		for _, language := range []string{"nl", "en", "de", "x"} {
			got = append(got, in(w, language, "GET", path, "").doc["name"].(string))
		}
		return got
	}
	w := newWire(t)
	p := fmt.Sprintf("/products/%d", w.s.Add("products", `{"name":"Mok"}`))
	if a := in(w, "en", "PATCH", p, `{"name":"Mug","price":2}`); a.status != 204 {
		t.Fatalf("got %d %s", a.status, a.body)
	}
	if d := cmp.Diff([]string{"Mok", "Mug", "Mok", "Mok"}, names(w, p)); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
	check(t, w.get(p).doc, map[string]string{"price": "2", "name": `"Mok"`})
	c := fmt.Sprintf("/categories/%d", w.s.Add("categories", `{"name":"Keuken"}`))
	in(w, "en", "PATCH", c, `{"name":"Kitchen"}`)
	if tree := in(w, "en", "GET", "/categorytree", ""); !strings.Contains(tree.body, `"Kitchen"`) {
		t.Errorf("tree: %s", tree.body)
	}
	w = newWire(t, salespostest.With(salespostest.NoFallback, salespostest.PostWritesLanguage, salespostest.SameValueErrors))
	id := in(w, "en", "POST", "/products", mug).id()
	p = fmt.Sprintf("/products/%d", id)
	if d := cmp.Diff([]string{"", "Mug", "", ""}, names(w, p)); d != "" {
		t.Errorf("posted in another language: -want +got\n%s", d)
	}
	if a := in(w, "en", "PATCH", p, `{"name":"Mug"}`); a.code() != "500.50" {
		t.Errorf("the same text again: got %d %s", a.status, a.body)
	}
}

// 6, 7: windows of the clock's minutes let twice the limit through around
// their edge; the time to wait is announced.
func TestFixedWindows(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) { // the clock stands at the start of a minute
		w := newWire(t, salespostest.With(salespostest.FixedWindows, salespostest.RetryAfterHeader), salespostest.WithLimits(salespostest.Limits{Get: 3}))
		time.Sleep(50 * time.Second)
		get := func() answer { return w.call("GET", "/products", "") }
		for range 3 {
			get()
		}
		if a := get(); a.status != 429 || a.header.Get("Retry-After") != "10" {
			t.Errorf("got %d, Retry-After %q", a.status, a.header.Get("Retry-After"))
		}
		time.Sleep(10 * time.Second)
		for i := range 4 {
			if a := get(); (a.status == 200) != (i < 3) {
				t.Errorf("request %d of the next minute: got %d", i, a.status)
			}
		}
	})
}
