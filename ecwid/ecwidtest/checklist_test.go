package ecwidtest_test

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"slices"
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
		"/customers/deleted", "/batch",
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
		sleep(t, time.Minute)
		get(t, s, "/products").is("1", "total")
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

func TestChecklistOrders(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := ecwidtest.New()
		s.Add("products", `{"id":5,"quantity":9}`)
		a := ok(t, s, "POST", "/orders", `{"email":"new@example.org","total":99,"subtotal":1,"paymentStatus":"PAID",
			"items":[{"productId":5,"quantity":2}]}`)
		o := get(t, s, path("/orders/%d", a.id()))
		o.is("99", "total") // sums are not checked
		o.is(path("%d", a.id()), "internalId")
		o.is(path("%d", a.id()), "orderNumber")
		if o.at("items", 0, "id") == nil || o.at("id") != a.at("orderId") {
			t.Errorf("got %s for %s", o.raw, a.raw)
		}
		get(t, s, path("/customers/%v", o.at("customerId"))).is(`"new@example.org"`, "email")
		get(t, s, "/products/5").is("7", "quantity")
		sleep(t, time.Second)
		ok(t, s, "PUT", path("/orders/%d", a.id()), `{"paymentStatus":"REFUNDED"}`)
		get(t, s, "/products/5").is("9", "quantity")
		get(t, s, path("/orders/%d", a.id())).is("946684801", "updateTimestamp")
		bare := get(t, s, path("/orders/%d", ok(t, s, "POST", "/orders", `{}`).id()))
		bare.is(`"AWAITING_PAYMENT"`, "paymentStatus")
		bare.is(`"AWAITING_PROCESSING"`, "fulfillmentStatus")
	})
}

func TestChecklistLists(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("orders", `{"id":"C","internalId":1,"paymentStatus":"INCOMPLETE"}`)
	s.Add("categories", `{"id":7,"name":"c","enabled":false}`)
	s.Add("products", `{"id":5,"enabled":false}`)
	get(t, s, "/orders").is("0", "total")
	get(t, s, "/orders?paymentStatus=INCOMPLETE").is("1", "total")
	get(t, s, "/categories").is("0", "total")
	get(t, s, "/categories?hidden_categories=true").is("1", "total")
	wantIDs(t, get(t, s, "/products"), 5)
	wantIDs(t, as(t, s, s.AddPublicToken(), "/products"))
}

func TestChecklistBatch(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := ecwidtest.New(ecwidtest.WithBatchStep(time.Second))
		entry := `{"method":"GET","path":"/profile"}`
		refused(t, s, "POST", "/batch", "["+strings.Repeat(entry+",", 500)+entry+"]", 400, "WRONG_PARAMETER") // cap
		first := submit(t, s, "?deduplicationKey=k",
			`[{"method":"GET","path":"profile"},{"method":"GET","path":"/products/9"},{"method":"GET","path":"/profile"}]`)
		second := submit(t, s, "", "["+entry+"]")
		wantBatch(t, s, first, "QUEUED")
		sleep(t, time.Second)
		wantBatch(t, s, first, "IN_PROGRESS", "COMPLETED") // with and without the slash
		wantBatch(t, s, second, "QUEUED")                  // first in, first out
		sleep(t, time.Second)
		wantBatch(t, s, first, "COMPLETED", "COMPLETED", "FAILED", "NOT_EXECUTED") // stopOnFirstFailure
		if again := submit(t, s, "?deduplicationKey=k", "[]"); again != first {
			t.Error("the deduplication key did not hold")
		}
		sleep(t, time.Minute)
		wantBatch(t, s, second, "COMPLETED", "COMPLETED")
		get(t, s, "/batch?escapedJson=true&ticket="+first).
			is(`"{\"errorCode\":\"PRODUCT_NOT_FOUND\",\"errorMessage\":\"Product #9 not found\"}"`, "responses", 1, "escapedHttpBody")
		small := ecwidtest.New(ecwidtest.WithScopes("read_catalog"))
		refused(t, small, "POST", "/batch", `[{"method":"GET","path":"/orders"}]`, 403, "INSUFFICIENT_APP_SCOPE")
	})
}

func TestChecklistDeletedFeeds(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("products", `{"id":5}`)
	s.Add("customers", `{"id":6}`)
	s.Add("orders", `{"id":"A","internalId":7}`)
	for p, key := range map[string]string{"/products": "5", "/customers": "6", "/orders": "7"} {
		ok(t, s, "DELETE", p+"/"+key, "")
		get(t, s, p+"/deleted?limit=100").is(key, "items", 0, "id")
	}
	get(t, s, "/orders/deleted").is(`"A"`, "items", 0, "orderId")
}

func TestChecklistLatestStats(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := ecwidtest.New()
		sleep(t, time.Second)
		ok(t, s, "POST", "/products", `{"name":"a"}`)
		a := get(t, s, "/latest-stats?productCountRequired=true&reviewsUpdatesRequired=true&domainsRequired=true")
		a.is(`"2000-01-01 00:00:01 +0000"`, "productsUpdated")
		a.is(`"2000-01-01 00:00:00 +0000"`, "ordersUpdated")
		a.is("1", "productCount")
		if a.at("reviewsUpdated") == nil || a.at("domainsUpdated") == nil || a.at("subscriptionsUpdated") != nil {
			t.Errorf("got %s", a.raw)
		}
	})
}

func TestChecklistWebhooks(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := ecwidtest.New(ecwidtest.WithWebhooks(ecwidtest.Webhooks{
			URL: "https://app.example/hook", Repeat: 1, Shuffle: 1, Pace: 900,
		}))
		for i := range 4 {
			s.Announce("product.updated", int64(i+1), "")
		}
		s.Announce("application.installed", 1003, "")
		r := receive(t, 203, 301, 200)
		types := r.types(s)
		if len(types) != 10 || slices.IsSorted(r.bodies) { // duplicates, out of order
			t.Errorf("got %d deliveries: %v", len(types), r.bodies)
		}
		for i, body := range r.bodies {
			a := answer{t: t, raw: body}
			id, _ := a.at("eventId").(string)
			if got := r.got[i].Header.Get("X-Ecwid-Webhook-Signature"); got != ecwidtest.Sign(946684800, id) {
				t.Errorf("%s: wrong signature", body)
			}
			if strings.HasPrefix(types[i], "application.") {
				a.is(`"1003"`, "entityId") // quoted
			}
		}
		s.SetWebhooks(ecwidtest.Webhooks{URL: "https://app.example/hook", Pace: 900})
		s.Announce("profile.updated", 1003, "")
		r.statuses = []int{203, 301, 200}
		for range 3 { // neither 203 nor a redirect is a success
			if got := r.types(s); len(got) != 1 {
				t.Errorf("got %v", got)
			}
			sleep(t, time.Second) // a quarter of an hour, shortened
		}
		if _, waiting := s.NextDelivery(); waiting {
			t.Error("an event that was taken still waits")
		}
	})
}

func TestChecklistImages(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("products", `{"id":5}`)
	ok(t, s, "POST", "/products/5/image/async", `{"url":"https://a.example/x.jpg","width":1,"height":1}`)
	get(t, s, "/products/5").is(`"https://a.example/x.jpg"`, "imageUrl") // at once
	for _, url := range []string{"", "ftp://a.example/x.jpg"} {
		refused(t, s, "POST", "/products/5/image/async", `{"url":"`+url+`","width":1,"height":1}`, 422, "WRONG_URL")
	}
}
