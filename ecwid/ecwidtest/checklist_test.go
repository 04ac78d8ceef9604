package ecwidtest_test

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

// The checklist of the API reference, section 8, one test a row, in its order.
// Other tests go deeper; these prove each point of the row.

func TestChecklistAuth(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New(ecwidtest.WithScopes("read_catalog"))
	for token, want := range map[string]string{"": "INVALID_API_TOKEN", "secret_of_another_store": "INVALID_API_TOKEN"} {
		a := as(t, s, token, "/products")
		a.is(`"`+want+`"`, "errorCode")
		if a.status != 403 {
			t.Errorf("token %q: got %d", token, a.status)
		}
	}
	refused(t, s, "GET", "/orders", "", 403, "INSUFFICIENT_APP_SCOPE") // missing scope
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "https://app.ecwid.com/api/v3/1004/profile", nil)
	if err != nil {
		t.Fatal(err)
	}
	if a, err := do(s.Transport(), req); err != nil || a.status != 404 || a.at("errorCode") != "STORE_NOT_FOUND" {
		t.Errorf("unknown store: got %d %s %v", a.status, a.raw, err)
	}
}

func TestChecklistRouting(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("orders", `{"id":"A/1+2","internalId":42}`)
	get(t, s, "/orders/A%2F1%2B2").is("42", "internalId") // the escaped path is matched
	get(t, s, "/orders/42").is(`"A/1+2"`, "id")           // both ids resolve
	refused(t, s, "PATCH", "/orders/42", "{}", 405, "METHOD_NOT_ALLOWED")
}

func TestChecklistRate(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New(ecwidtest.WithLimits(1))
	other := s.AddToken("read_catalog")
	get(t, s, "/profile")
	a := send(t, s, "GET", "/profile", "")
	a.is(`"RATE_LIMITED"`, "errorCode")
	if a.status != 429 || a.header.Get("Retry-After") != "60" {
		t.Errorf("got %d after %q", a.status, a.header.Get("Retry-After"))
	}
	if a := as(t, s, other, "/profile"); a.status != 200 { // the limit is that of a token
		t.Errorf("another token: got %d", a.status)
	}
	usual := ecwidtest.New()
	for range 600 {
		get(t, usual, "/profile")
	}
	if a := send(t, usual, "GET", "/profile", ""); a.status != 429 {
		t.Errorf("request 601: got %d", a.status)
	}
}

func TestChecklistFaults(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	for _, status := range []int{500, 408, 449} {
		s.Inject(ecwidtest.Fault{Do: ecwidtest.Status, Status: status}) // with an empty body
		if a := send(t, s, "GET", "/profile", ""); a.status != status || a.raw != "" {
			t.Errorf("got %d %q, want %d", a.status, a.raw, status)
		}
	}
	s.Inject(ecwidtest.Fault{Do: ecwidtest.TimeoutAfter}) // dropped after the commit
	_, err := try(t.Context(), s, "POST", "/products", `{"name":"Tea"}`)
	var timeout net.Error
	if !errors.As(err, &timeout) || len(s.Docs("products")) != 1 {
		t.Errorf("got %v and %d products", err, len(s.Docs("products")))
	}
	s.Inject(ecwidtest.Fault{Do: ecwidtest.Foreign, Body: "<html>"})
	if a := send(t, s, "GET", "/profile", ""); a.raw != "<html>" || a.header.Get("Content-Type") != "text/html; charset=utf-8" {
		t.Errorf("a foreign body: got %q %q", a.raw, a.header.Get("Content-Type"))
	}
}

func TestChecklistEnvelope(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	for _, p := range []string{
		"/products", "/categories", "/customers", "/orders", "/carts", "/brands", "/products/deleted", "/orders/deleted",
		"/customers/deleted", "/customer_groups", "/subscriptions", "/batch",
	} {
		a := get(t, s, p+"?offset=3&limit=500")
		a.is(`[]`, "items")
		a.is(`3`, "offset")
		a.is(`100`, "limit")
	}
}

func TestChecklistResponseFields(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("customers", `{"id":5,"email":"a@example.org","billingPerson":{"name":"Ada Example","city":"Bonn"}}`)
	get(t, s, "/customers?responseFields=items(id,billingPerson(city))").
		is(`{"items":[{"id":5,"billingPerson":{"city":"Bonn"}}]}`)
	get(t, s, "/classes?responseFields=id").is(`[{"id":0}]`)

	// Any GET: an unknown name leaves nothing. Batches and files have no fields.
	busy(t, s)
	s.Add("products", `{"id":5,"combinations":[{"id":9,"options":[{"name":"Size","value":"S"}]}]}`)
	s.Add("categories", `{"id":7,"name":"c"}`)
	s.Add("orders", `{"id":"A","internalId":1,"email":"a@example.org"}`)
	checked := 0
	for line := range strings.Lines(strings.TrimSpace(endpoints)) {
		method, target, _ := strings.Cut(strings.TrimSpace(line), " ")
		target, _, _ = strings.Cut(target, " ")
		if method != "GET" || target == "/batch" || send(t, s, "GET", target, "").status != 200 || strings.HasPrefix(target, "/orders/A/invoice") {
			continue
		}
		a := get(t, s, target+"?responseFields=unheardOf")
		if rest := strings.NewReplacer("{}", "", ",", "", "[", "", "]", "").Replace(a.raw); rest != "" {
			t.Errorf("%s: got %s", target, a.raw)
		}
		checked++
	}
	if checked < 35 {
		t.Errorf("only %d endpoints were there", checked)
	}
}

func TestChecklistIndexLag(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := ecwidtest.New(ecwidtest.WithIndexLag(time.Minute))
		id := ok(t, s, "POST", "/products", `{"name":"Tea"}`).id()
		ok(t, s, "POST", "/customers", `{"email":"a@example.org"}`)
		get(t, s, "/products").is("0", "total")
		get(t, s, path("/products/%d", id))
		get(t, s, path("/products?productId=%d", id)).is("1", "total")
		get(t, s, "/customers").is("1", "total")
		category := ok(t, s, "POST", "/categories", `{"name":"c"}`).id()
		order := ok(t, s, "POST", "/orders", `{}`).id()
		searches := []string{"/products", "/categories", "/orders"}
		for _, p := range append(searches, path("/orders?ids=%d", order)) {
			get(t, s, p).is("0", "total")
		}
		get(t, s, path("/categories/%d", category))
		get(t, s, path("/orders/%d", order))
		sleep(t, time.Minute)
		for _, p := range searches {
			get(t, s, p).is("1", "total")
		}
	})
}

func TestChecklistIDs(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	first := ok(t, s, "POST", "/products", `{"name":"a"}`).id()
	ok(t, s, "DELETE", path("/products/%d", first), "")
	second := ok(t, s, "POST", "/products", `{"name":"b"}`).id()
	big := s.Add("products", `{"id":9007199254740993}`)
	if second <= first || big != 9007199254740993 {
		t.Errorf("got ids %d, %d and %d", first, second, big)
	}
	get(t, s, "/products/9007199254740993").is("9007199254740993", "id")
	get(t, s, "/classes/0")
	get(t, s, "/customer_groups/0").is(`"General"`, "name")
	ok(t, s, "POST", path("/products/%d/image?externalUrl=https://a.example/x", second), "")
	get(t, s, path("/products/%d", second)).is(`"0"`, "media", "images", 0, "id")
}

func TestChecklistTimestamps(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := ecwidtest.New()
		s.Add("products", `{"id":5}`)
		sleep(t, 1500*time.Millisecond)
		ok(t, s, "PUT", "/products/5", `{"price":1}`)
		p := get(t, s, "/products/5")
		p.is(`"2000-01-01 00:00:00 +0000"`, "created")
		p.is(`"2000-01-01 00:00:01 +0000"`, "updated")
		p.is(`946684801`, "updateTimestamp")
		for _, w := range [][3]string{ // each write
			{"PUT", "/products/5", `{"unlimited":false,"quantity":1}`}, {"PUT", "/products/5/inventory", `{"quantityDelta":1}`},
			{"POST", "/products/5/combinations", `{"options":[{"name":"Size","value":"S"}]}`},
			{"POST", "/products/5/image/async", `{"url":"https://a.example/x","width":1,"height":1}`},
		} {
			before := get(t, s, "/products/5").at("updateTimestamp")
			sleep(t, time.Second)
			ok(t, s, w[0], w[1], w[2])
			if get(t, s, "/products/5").at("updateTimestamp") == before {
				t.Errorf("%s %s does not move updated", w[0], w[1])
			}
		}
	})
}

func TestChecklistAbsentKeys(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("products", `{"id":5,"combinations":[{"id":9,"options":[{"name":"Size","value":"S"}]}]}`)
	s.Add("categories", `{"id":7,"name":"root"}`)
	p := get(t, s, "/products/5")
	p.is("", "quantity")
	p.is("", "weight")
	for _, key := range []string{"sku", "price", "weight", "imageUrl", "compareToPrice"} {
		p.is("", "combinations", 0, key)
	}
	get(t, s, "/categories/7").is("", "parentId")
}

func TestChecklistUniqueness(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct{ path, body, code string }{
		"sku":                 {"/products", `{"name":"a","sku":"T"}`, "SKU_ALREADY_EXISTS"},
		"externalReferenceId": {"/products", `{"name":"a","externalReferenceId":"x"}`, "EXTERNAL_ID_ALREADY_USED"},
		"category reference":  {"/categories", `{"name":"a","externalReferenceId":"x"}`, "EXTERNAL_ID_ALREADY_USED"},
		"customer e-mail":     {"/customers", `{"email":"a@example.org"}`, ""},
		"class name":          {"/classes", `{"name":"k"}`, ""},
		"option set":          {"/products/5/combinations", `{"options":[{"name":"Size","value":"S"}]}`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := ecwidtest.New()
			s.Add("products", `{"id":5}`)
			ok(t, s, "POST", tt.path, tt.body)
			refused(t, s, "POST", tt.path, tt.body, 409, tt.code)
		})
	}
	s := ecwidtest.New(ecwidtest.WithDuplicateSKUs())
	ok(t, s, "POST", "/products", `{"name":"a","sku":"T"}`)
	ok(t, s, "POST", "/products", `{"name":"b","sku":"T"}`)
	get(t, s, "/products?sku=T").is("2", "total")
}

func TestChecklistReplaceRules(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("categories", `{"id":7,"name":"c"}`)
	s.Add("categories", `{"id":8,"name":"d"}`)
	s.Add("products", `{"id":5,"name":"Tea","price":3,"quantity":2,"categoryIds":[7],"dimensions":{"length":1,"width":2,"height":3},
		"options":[{"name":"Size","choices":[{"text":"S"}]}]}`)
	ok(t, s, "PUT", "/products/5", `{"price":0,"name":null,"categoryIds":[8],"options":[],"dimensions":{"width":9},
		"combinations":[{"options":[{"name":"Size","value":"S"}]}]}`)
	p := get(t, s, "/products/5")
	p.is("0", "price")         // 0 is a value
	p.is(`"Tea"`, "name")      // null is none
	p.is("2", "quantity")      // absent is unchanged
	p.is("[8]", "categoryIds") // lists are replaced
	p.is("[]", "options")
	p.is("[]", "combinations") // ignored without saveCombinations
	p.is(`{"length":1,"width":9,"height":3}`, "dimensions")
	s.Add("orders", `{"id":"A","internalId":1,"items":[{"id":1,"name":"a"},{"id":2,"name":"b"}]}`)
	ok(t, s, "PUT", "/orders/A", `{"items":[{"id":2,"quantity":5}]}`)
	o := get(t, s, "/orders/A")
	o.is(`"b"`, "items", 0, "name")
	o.is("", "items", 1)
	s.Add("customers", `{"id":3,"shippingAddresses":[{"id":31,"city":"Bonn"},{"id":32,"city":"Kiel"}]}`)
	ok(t, s, "PUT", "/customers/3", `{"shippingAddresses":[{"id":32,"name":"Ada"},{"city":"Ulm"}]}`)
	c := get(t, s, "/customers/3")
	c.is(`"Kiel"`, "shippingAddresses", 0, "city")
	c.is(`"Ulm"`, "shippingAddresses", 1, "city")
	c.is("", "shippingAddresses", 2)
}

// The other lists and objects of reference 1.11, each before, as patched and after.
func TestChecklistReplaceRulesOfEachKey(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct{ path, before, patch, after, key string }{
		"wholesalePrices": {"/products/5", `[{"quantity":5,"price":1},{"quantity":9,"price":0.5}]`, `[{"quantity":7,"price":1}]`,
			`[{"quantity":7,"price":1}]`, "wholesalePrices"},
		"customPriceTiers": {"/products/5", `[{"value":1},{"value":2}]`, `[{"value":3}]`, `[{"value":3}]`, "customPriceTiers"},
		"relatedProducts": {"/products/5", `{"productIds":[6],"relatedCategory":{"enabled":true,"categoryId":7,"productCount":2}}`,
			`{"productIds":[5]}`, `{"productIds":[5],"relatedCategory":{"enabled":true,"categoryId":7,"productCount":2}}`, "relatedProducts"},
		"googleProductCategory": {"/products/5", `77`, `null`, ``, "googleProductCategory"},
		"productIds":            {"/categories/7", `[5,6]`, `[6]`, `[6]`, "productIds"},
		"billingPerson": {"/customers/3", `{"name":"Ada","city":"Bonn"}`, `{"city":"Kiel"}`,
			`{"name":"Ada","city":"Kiel"}`, "billingPerson"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := ecwidtest.New()
			s.Add("products", `{"id":5,"price":9}`)
			s.Add("products", `{"id":6}`)
			s.Add("categories", `{"id":7,"name":"c"}`)
			s.Add("customers", `{"id":3,"email":"a@example.org"}`)
			ok(t, s, "PUT", tt.path, path(`{%q:%s}`, tt.key, tt.before))
			if get(t, s, tt.path).at(tt.key) == nil {
				t.Error("the first value was not taken")
			}
			ok(t, s, "PUT", tt.path, path(`{%q:%s}`, tt.key, tt.patch))
			get(t, s, tt.path).is(tt.after, tt.key)
		})
	}
	s := ecwidtest.New()
	class := ok(t, s, "POST", "/classes", `{"name":"k","attributes":[{"name":"a"},{"name":"b"}]}`).id()
	at := path("/classes/%d", class)
	kept := get(t, s, at).at("attributes", 1, "id")
	ok(t, s, "PUT", at, path(`{"attributes":[{"id":%v,"name":"B"},{"name":"c"}]}`, kept))
	c := get(t, s, at)
	c.is(path("%v", kept), "attributes", 0, "id")
	c.is(`"c"`, "attributes", 1, "name")
	c.is("", "attributes", 2)
	s.Add("products", `{"id":5,"sku":"T","combinations":[{"id":21,"sku":"T1","options":[{"name":"Size","value":"S"}]},
		{"id":22,"options":[{"name":"Size","value":"M"}]}]}`)
	ok(t, s, "PUT", "/products/5/combinations/21", `{"sku":""}`)
	get(t, s, "/products/5/combinations/21").is("", "sku") // back to the product's
	ok(t, s, "PUT", "/products/5?saveCombinations=true", `{"combinations":[{"id":22,"price":3}]}`)
	p := get(t, s, "/products/5")
	p.is("22", "combinations", 0, "id")
	p.is("", "combinations", 1)
}

func TestChecklistStock(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("products", `{"id":5,"quantity":1,"combinations":[{"id":9,"options":[{"name":"Size","value":"S"}]}]}`)
	ok(t, s, "PUT", "/products/5/inventory", `{"quantityDelta":-3}`).
		is(`{"updateCount":1,"warning":"Product has negative stock."}`)
	get(t, s, "/products/5").is("-2", "quantity")
	refused(t, s, "PUT", "/products/5/combinations/9/inventory", `{"quantityDelta":1}`, 400, "WRONG_PARAMETER")
}

func TestChecklistOptions(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("products", `{"id":5}`)
	ok(t, s, "POST", "/products/5/combinations", `{"options":[{"name":"Size","value":"S"}]}`)
	get(t, s, "/products/5").is(`"SELECT"`, "options", 0, "type")
	refused(t, s, "PUT", "/products/5", `{"options":[]}`, 409, "COMBINATION_CONTAINS_REMOVED_OPTION")
	refused(t, s, "PUT", "/products/5", `{"options":[{"name":"Size","choices":[{"text":"L"}]}]}`, 409,
		"COMBINATION_CONTAINS_REMOVED_OPTION_VALUE")
	var list []string
	for i := range 201 {
		list = append(list, fmt.Sprintf(`{"options":[{"name":"Size","value":"%d"}]}`, i))
	}
	refused(t, s, "PUT", "/products/5?saveCombinations=true", `{"combinations":[`+strings.Join(list, ",")+`]}`, 400,
		"COMBINATION_LIMIT_PER_REQUEST_EXCEEDED")
}
