package ecwidtest_test

import (
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

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
		bare.is(`[]`, "items")
		for _, key := range []string{"subtotal", "total", "tax", "discount"} {
			bare.is("0", key)
		}
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
		sleep(t, time.Hour)
		if again := submit(t, s, "?deduplicationKey=k", "[]"); again == first {
			t.Error("the deduplication key holds for more than an hour")
		}
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
