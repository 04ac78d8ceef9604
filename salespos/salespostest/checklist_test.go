package salespostest_test

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/salespos/salespostest"
)

// The tests of this file follow the checklist of what a faithful fake server
// does, section 6.12 of the API reference, point by point.

// Auth: the hash over raw target and raw body, the key, ± 5 minutes.
func TestChecklistAuth(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) { // the clock stands at 2000-01-01 00:00:00 UTC
		w := newWire(t)
		for name, c := range map[string]struct {
			header, value string
			want          int
		}{
			"right":            {"x-other", "", 200},
			"unknown key":      {"x-public", "pubkey", 401},
			"no key":           {"x-public", "", 401},
			"wrong hash":       {"x-hash", strings.Repeat("0", 128), 401},
			"hash in capitals": {"x-hash", "UPPER", 401},
			"no date":          {"x-date", "", 401},
			"5 minutes late":   {"date", "1999-12-31T23:55:00Z", 200},
			"5 minutes early":  {"date", "2000-01-01T00:05:00+0000", 200},
			"too late":         {"date", "1999-12-31T23:54:59Z", 401},
			"too early":        {"date", "2000-01-01T01:05:01+01:00", 401},
			"milliseconds":     {"date", "2000-01-01T00:00:00.123Z", 200},
		} {
			req := w.request("GET", "/products/?size=1&expand=productphotos%2Cproductvideos", "")
			switch {
			case c.header == "date":
				w.sign(req, "", c.value)
			case c.value == "UPPER":
				req.Header.Set("x-hash", strings.ToUpper(req.Header.Get("x-hash")))
			default:
				req.Header.Set(c.header, c.value)
			}
			if a, err := w.send(req); err != nil || a.status != c.want || a.code() != "" {
				t.Errorf("%s: got %d %s %v, want %d", name, a.status, a.body, err, c.want)
			}
		}
	})
}

// Response: x-date and x-hash on every 2xx, over the request's method and uri.
func TestChecklistResponse(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	for _, c := range []struct{ method, path, body string }{
		{"GET", "/packages/?size=2", ""}, {"POST", "/packages", `{"name":"A/B"}`}, {"PATCH", "/packages/1/", `{"name":"C"}`},
		{"PUT", "/webshops/1/settings", `{"webshop_enabled":false}`},
	} {
		req := w.request(c.method, c.path, c.body)
		if a, err := w.send(req); err != nil || a.status/100 != 2 || !w.verify(req, a) {
			t.Errorf("%s %s: got %d %v, signed %v", c.method, c.path, a.status, err, w.verify(req, a))
		}
	}
}

// Slash: /x and /x/ are the same.
func TestChecklistSlash(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	for _, path := range []string{"", "/products", "/packages/1", "/webshops/1/settings", "/categorytree"} {
		if d := cmp.Diff(w.get(path+"/").body, w.get(path).body); d != "" && path != "" {
			t.Errorf("%s: %s", path, d)
		}
	}
}

// Accept: both media types, anything, none; SalesPOS-only resources only for a
// SalesPOS shop.
func TestChecklistAccept(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	for _, accept := range []string{"", "*/*", "application/vnd.verto.webshop+json", "application/vnd.verto.salespos+json"} {
		req := w.request("GET", "/cashups", "")
		req.Header.Set("accept", accept)
		if a, err := w.send(req); err != nil || a.status != 200 {
			t.Errorf("accept %q: got %d %v", accept, a.status, err)
		}
	}
	w.s.Add("orders", `{"id":1}`)
	w.s.Edit("webshops", 1, `{"is_salespos":false}`)
	for _, path := range []string{"/cashups", "/cashups/1", "/orders/1/fiscaltransactionsignatures", "/fiscaltransactionsignatures/1"} {
		w.want(404, "404.20", "GET", path, "")
	}
	if strings.Contains(w.get("/").body, "cashups") {
		t.Error("the root of a web shop lists cashups")
	}
}

// Hrefs: absolute on the own host, a slash at the end of objects and link
// collections, none on user.href, product_href, the parent of a row and a webhook.
func TestChecklistHrefs(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	api := origin + "/api/rest/v1/"
	p := w.s.Add("products", `{"name":"Mug","price":1}`)
	user := w.s.Add("users", `{"username":"ann@example.com"}`)
	w.subscribe("orders.created")
	order := w.post("/orders", fmt.Sprintf(`{"customer":{},"user_id":%d,"orderrows":[{"product_id":%d,"count":1}]}`, user, p))
	row := w.get(fmt.Sprintf("/orders/%d/orderrows", order.id())).items()[0]
	check(t, order.doc, map[string]string{
		"href":           text(fmt.Sprintf("%sorders/%d/", api, order.id())),
		"orderrows.href": text(fmt.Sprintf("%sorders/%d/orderrows/", api, order.id())),
		"user.href":      text(fmt.Sprintf("%susers/%d", api, user)),
	})
	check(t, row, map[string]string{
		"href":         text(fmt.Sprintf("%sorderrows/%d/", api, num(row["id"]))),
		"product_href": text(fmt.Sprintf("%sproducts/%d", api, p)),
		"parent.href":  text(fmt.Sprintf("%sorders/%d/orderrows", api, order.id())),
	})
	check(t, w.get("/products").doc, map[string]string{"href": text(api + "products/")})
	r := &receiver{status: 200}
	if _, err := w.s.Deliver(t.Context(), r); err != nil || len(r.bodies) != 1 {
		t.Fatalf("got %d webhooks and %v", len(r.bodies), err)
	}
	if want := fmt.Sprintf(`/api/rest/v1/orders/%d",`, order.id()); !strings.Contains(strings.ReplaceAll(r.bodies[0], `\/`, "/"), want) {
		t.Errorf("webhook: got %s, want %s", r.bodies[0], want)
	}
}

// Collections: envelopes, start, size, orderby, expand and filters; id
// ascending by default; unknown parameters are ignored.
func TestChecklistCollections(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	seedProducts(w.s, 5)
	a := w.get("/products?size=2&start=2&colour=red&expand=nonsense&orderby=nonsense")
	if d := cmp.Diff([]int64{3, 4}, a.ids()); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
	keys := regexp.MustCompile(`"(start|size|href|first|previous|next|items)":`).FindAllString(a.body[:strings.Index(a.body, `"items"`)+8], -1)
	if d := cmp.Diff([]string{`"start":`, `"size":`, `"href":`, `"first":`, `"previous":`, `"next":`, `"items":`}, keys); d != "" {
		t.Errorf("envelope: -want +got\n%s", d)
	}
	base := origin + "/api/rest/v1/products/?start="
	check(t, a.doc, map[string]string{"start": "2", "size": "2"})
	for key, start := range map[string]string{"first": "0", "previous": "0", "next": "4"} {
		if link, _ := a.doc[key].(string); !strings.HasPrefix(link, base+start+"&size=2&") {
			t.Errorf("%s is %s", key, link)
		}
	}
	last := w.get("/products?size=2&start=4").doc
	check(t, last, map[string]string{"next": "null"})
	check(t, w.get("/products?size=2").doc, map[string]string{"previous": "null"})
	if d := cmp.Diff([]int64{5, 4}, w.get("/products?size=2&orderby=id_desc").ids()); d != "" {
		t.Errorf("orderby: -want +got\n%s", d)
	}
	unpaged := w.get("/brands?start=5&size=1").doc
	if _, ok := unpaged["next"]; ok || unpaged["items"] == nil {
		t.Errorf("an unpaged list is %v", unpaged)
	}
}

// Unexpanded links: {"href":…,"collection":[]} by default.
func TestChecklistUnexpandedLinks(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := variantProduct(w.s)
	path := fmt.Sprintf("/products/%d", p)
	link := w.get(path).doc["attributecombinations"].(map[string]any)
	if got := link["collection"].([]any); len(got) != 0 || len(link) != 2 {
		t.Errorf("unexpanded: got %v", link)
	}
	if got := at(w.get(path+"?expand=attributecombinations").doc, "attributecombinations", "collection").([]any); len(got) != 4 {
		t.Errorf("expanded: got %d", len(got))
	}
}

// Errors: each with status, code and developermessage.
func TestChecklistErrors(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	w.s.Add("users", `{"username":"ann@example.com"}`)
	for _, name := range []string{"brands", "suppliers", "conditions"} {
		w.s.Add(name, `{"name":"Acme"}`)
	}
	w.s.Add("colors", `{"name":"Red","hex":"#ff0000"}`)
	w.s.Add("redirects", `{"source_url":"/a","target_url":"/b"}`)
	w.s.Add("discountcoupons", `{"code":"SALE"}`)
	w.s.Edit("webshops", 1, `{"product_limit":0}`)
	for _, c := range []struct {
		status                   int
		code, method, path, body string
	}{
		{404, "404.20", "GET", "/nonsense", ""},
		{405, "405.10", "DELETE", "/colors/1", ""},
		{500, "500.24", "GET", "/brands/99", ""},
		{500, "500.40", "POST", "/users", `{"username":"Ann@example.com","password":"x"}`},
		{500, "500.40", "POST", "/brands", `{"name":"acme"}`},
		{500, "500.40", "POST", "/suppliers", `{"name":"Acme"}`},
		{500, "500.40", "POST", "/conditions", `{"name":"Acme"}`},
		{500, "500.40", "POST", "/colors", `{"name":"Rouge","hex":"#FF0000"}`},
		{500, "500.40", "POST", "/redirects", `{"source_url":"/a","target_url":"/c","active":true}`},
		{500, "500.40", "POST", "/discountcoupons", `{"code":"SALE","discount":1,"type":"Price","begindate":"2025-01-01T00:00:00Z","onetimeuse":false,"givesfreeshipping":false,"minimumprice":0}`},
		{500, "500.60", "POST", "/products", mug},
		{400, "", "POST", "/brands", `{"title":"x"}`},
	} {
		a := w.want(c.status, c.code, c.method, c.path, c.body)
		if num(a.doc["status"]) != int64(c.status) || text(a.doc["developermessage"]) == "null" {
			t.Errorf("%s %s: body %s", c.method, c.path, a.body)
		}
	}
	missing := newWire(t, salespostest.WithRefusal(salespostest.UnknownID, 404, ""))
	missing.want(404, "", "GET", "/brands/99", "")
	w.s.Inject(salespostest.Fault{Do: salespostest.Status, Status: 503, Body: "Service Unavailable"})
	if a := w.call("GET", "/brands", ""); a.status != 503 || a.doc != nil {
		t.Errorf("uncoded: got %d %s", a.status, a.body)
	}
}

// Rename on read: what is written under one key is read under another.
func TestChecklistRename(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	value := w.s.Add("attributevalues", fmt.Sprintf(`{"attribute_id":%d,"name":"Red"}`, w.s.Add("attributes", `{"name":"Colour"}`)))
	parent := w.s.Add("categories", `{"name":"Kitchen"}`)
	ids := map[string]int64{"brand": w.s.Add("brands", `{"name":"Acme"}`), "condition": w.s.Add("conditions", `{"name":"New"}`),
		"color": w.s.Add("colors", `{"name":"Red","hex":"#ff0000"}`), "supplier": w.s.Add("suppliers", `{"name":"Wholesale"}`), "package": 1}
	body, want := strings.TrimSuffix(strings.Replace(mug, `"package_id":1,`, "", 1), "}")+`,"active":false`, map[string]string{"is_active": "false"}
	for key, id := range ids {
		body += fmt.Sprintf(`,"%s_id":%d`, key, id)
		want[key+".id"] = fmt.Sprint(id)
	}
	p := w.post("/products", body+"}")
	check(t, p.doc, want)
	link := w.post(fmt.Sprintf("/products/%d/productattributevalues", p.id()), fmt.Sprintf(`{"optionvalue":%d,"price":1}`, value))
	check(t, link.doc, map[string]string{"optionvalue_id": fmt.Sprint(value), "optionvalue": "null"})
	cat := w.post("/categories", fmt.Sprintf(`{"name":"Mugs","parentcategory_id":%d,"layout_of_products_id":7}`, parent))
	check(t, cat.doc, map[string]string{"parentcategory.id": fmt.Sprint(parent), "layout_of_products.id": "7", "parentcategory_id": "null"})
}

// PATCH, PUT and DELETE: 204 and nothing else.
func TestChecklistEmptyAnswers(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	w.s.Add("orders", `{"id":1}`)
	brand := w.s.Add("brands", `{"name":"Acme"}`)
	for _, c := range []struct{ method, path, body string }{
		{"PATCH", fmt.Sprintf("/brands/%d", brand), `{"name":"Apex"}`},
		{"DELETE", fmt.Sprintf("/brands/%d", brand), ""},
		{"PUT", "/orders/1/orderlabels", `{"labels":[]}`},
	} {
		if a := w.call(c.method, c.path, c.body); a.status != 204 || a.body != "" {
			t.Errorf("%s %s: got %d %q", c.method, c.path, a.status, a.body)
		}
	}
}

// POST: 201 and the object, or what the option says; stored in every case.
func TestChecklistPost(t *testing.T) {
	t.Parallel()
	for answer, status := range map[salespostest.PostAnswer]int{
		salespostest.PostCreated: 201, salespostest.PostOK: 200, salespostest.PostNoContent: 204, salespostest.PostStoredBut500: 500,
	} {
		w := newWire(t, salespostest.WithPostAnswer(answer))
		if a := w.call("POST", "/brands", `{"name":"Acme"}`); a.status != status || (a.id() != 0) != (status < 204) {
			t.Errorf("%d: got %d %s", answer, a.status, a.body)
		}
		if len(w.s.Docs("brands")) != 1 {
			t.Errorf("%d: not stored", answer)
		}
	}
	w := newWire(t)
	w.s.Inject(salespostest.Fault{Method: "POST", Do: salespostest.TimeoutAfter})
	if _, err := w.send(w.request("POST", "/brands", `{"name":"Acme"}`)); err == nil || len(w.s.Docs("brands")) != 1 {
		t.Errorf("cut connection: got %v, %d stored", err, len(w.s.Docs("brands")))
	}
}

// Combinations: generated when a value is linked, dropped when it is unlinked.
func TestChecklistCombinations(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := variantProduct(w.s)
	if got := w.valueNames(p); len(got) != 4 {
		t.Errorf("linked: got %v", got)
	}
	link := num(w.get(fmt.Sprintf("/products/%d/productattributevalues", p)).items()[0]["id"])
	w.want(204, "", "DELETE", fmt.Sprintf("/productattributevalues/%d", link), "")
	if d := cmp.Diff([]string{"Blue-S", "Blue-XL"}, w.valueNames(p)); d != "" {
		t.Errorf("unlinked: -want +got\n%s", d)
	}
}

// Orders: product data copied, a number when completed, user data copied,
// totals, stock down on completion.
func TestChecklistOrders(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.s.Add("products", `{"name":"Mug","productnumber":"M1","price":12.10,"stock":5}`)
	user := w.s.Add("users", `{"username":"ann@example.com","userinfo":{"email":"ann@example.com"}}`)
	body := `{"customer":{},"user_id":%d,"total_shipping":5,"paymethod_costs":1,"extra_costs":-0.5,"orderrows":[{"product_id":%d,"count":2}]%s}`
	open := w.post("/orders", fmt.Sprintf(body, user, p, `,"is_completed":false,"status":5`))
	check(t, open.doc, map[string]string{"ordernumber": "null", "status": "null"})
	a := w.post("/orders", fmt.Sprintf(body, user, p, ""))
	check(t, a.doc, map[string]string{
		"is_completed": "true", "ordernumber": "1", "customer.email": `"ann@example.com"`,
		"total_orderrow_price": "29.2", "total_price": "29.7",
	})
	check(t, w.get(fmt.Sprintf("/orders/%d/orderrows", a.id())).items()[0], map[string]string{"product_number": `"M1"`, "price": "12.1"})
	check(t, w.get(fmt.Sprintf("/products/%d", p)).doc, map[string]string{"stock": "3"})
}

// Limits: for each resource and verb, 429.10.
func TestChecklistLimits(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := newWire(t)
		for _, c := range []struct {
			method, path string
			want         int
		}{{"GET", "/brands", 150}, {"DELETE", "/brands/1", 100}, {"GET", "/productqueries?skunumber=x", 30}, {"GET", "/suppliers/1/products", 150}} {
			if got := w.burst(160, c.method, c.path, ""); got != c.want {
				t.Errorf("%s %s: got %d, want %d", c.method, c.path, got, c.want)
			}
		}
		time.Sleep(time.Minute)
		w.want(200, "", "GET", "/brands", "")
	})
}

// Quirks: order.user.id as text, whole amounts as integers, "" for empty
// texts, escaped slashes.
func TestChecklistQuirks(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	user := w.s.Add("users", `{"username":"ann@example.com"}`)
	a := w.post("/orders", fmt.Sprintf(`{"customer":{},"user_id":%d,"total_shipping":5.00,"orderrows":[]}`, user))
	for _, want := range []string{
		fmt.Sprintf(`"user":{"discount_percentage":0,"href":"https:\/\/shop.example.com\/api\/rest\/v1\/users\/%d","id":"%d"}`, user, user),
		`"total_shipping":5,`, `"reservationnumber":"",`, `"city":"",`,
	} {
		if !strings.Contains(a.body, want) {
			t.Errorf("no %s in %s", want, a.body)
		}
	}
}

// Every main resource of section 4.1 is offered, and with these verbs only.
func TestChecklistEndpoints(t *testing.T) {
	t.Parallel()
	list, err := os.ReadFile("testdata/endpoints.txt")
	if err != nil {
		t.Fatal(err)
	}
	w := newWire(t, salespostest.WithoutLimits())
	verbs := map[string]map[string]bool{}
	for line := range strings.Lines(string(list)) {
		verb, path, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || verb == "#" {
			continue
		}
		path = strings.ReplaceAll(path, "{id}", "987654321")
		if verbs[path] == nil {
			verbs[path] = map[string]bool{}
		}
		verbs[path][verb] = true
	}
	if len(verbs) < 100 {
		t.Fatalf("read %d paths", len(verbs))
	}
	for path, known := range verbs {
		for _, verb := range []string{"GET", "POST", "PUT", "PATCH", "DELETE"} {
			a := w.call(verb, path, "")
			if got := a.status != 404 && a.status != 405; got != known[verb] {
				t.Errorf("%s %s: got %d %s, offered %v", verb, path, a.status, a.body, known[verb])
			}
		}
	}
	for _, path := range []string{"/webshops/1/users", "/productphotos", "/productproperties", "/productpropertyoptions", "/fiscaltransactionsignatures"} {
		w.want(405, "405.10", "GET", path, "") // only the vendor's SDK has these
	}
}
