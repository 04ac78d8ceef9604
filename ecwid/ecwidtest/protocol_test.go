package ecwidtest_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

func TestAuth(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	tests := map[string]struct {
		url, auth string
		status    int
		code      string
	}{
		"missing token":   {"/api/v3/1003/profile", "", 403, "INVALID_API_TOKEN"},
		"bad token":       {"/api/v3/1003/profile", "Bearer secret_other", 403, "INVALID_API_TOKEN"},
		"no bearer":       {"/api/v3/1003/profile", s.Token(), 403, "INVALID_API_TOKEN"},
		"token in query":  {"/api/v3/1003/profile?token=" + s.Token(), "", 403, "INVALID_API_TOKEN"},
		"unknown store":   {"/api/v3/1004/profile", "Bearer " + s.Token(), 404, "STORE_NOT_FOUND"},
		"no store at all": {"/profile", "Bearer " + s.Token(), 404, "STORE_NOT_FOUND"},
		"good":            {"/api/v3/1003/profile", "Bearer " + s.Token(), 200, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "https://app.ecwid.com"+tt.url, nil)
			if err != nil {
				t.Fatal(err)
			}
			if tt.auth != "" {
				req.Header.Set("Authorization", tt.auth)
			}
			a, err := do(s.Transport(), req)
			if err != nil {
				t.Fatal(err)
			}
			if code, _ := a.at("errorCode").(string); a.status != tt.status || code != tt.code {
				t.Errorf("got %d %s, want %d %s", a.status, a.raw, tt.status, tt.code)
			}
		})
	}
}

func TestScopes(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New(ecwidtest.WithScopes("read_catalog"))
	get(t, s, "/products")
	get(t, s, "/profile")
	refused(t, s, "POST", "/products", `{"name":"Tea"}`, 403, "INSUFFICIENT_APP_SCOPE")
	refused(t, s, "GET", "/orders", "", 403, "INSUFFICIENT_APP_SCOPE")
	if got := s.Writes(); got != 0 {
		t.Errorf("a request without scope counts as %d writes", got)
	}
}

func TestRouting(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("orders", `{"id":"A/1+2","internalId":42}`)
	for _, p := range []string{"/orders/A%2F1%2B2", "/orders/42"} {
		get(t, s, p).is(`42`, "internalId")
	}
	refused(t, s, "GET", "/orders/A%2F1+2", "", 404, "ORDER_NOT_FOUND") // "+" is a blank
	refused(t, s, "GET", "/orders/A/1%2B2", "", 404, "")
	refused(t, s, "GET", "/unheard/of", "", 404, "")
	refused(t, s, "PATCH", "/products/1", `{}`, 405, "METHOD_NOT_ALLOWED")
	refused(t, s, "PUT", "/products", "{}", 405, "METHOD_NOT_ALLOWED")
	refused(t, s, "GET", "/products/abc", "", 400, "WRONG_PARAMETER")
}

func TestBodies(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ method, path, body string }{
		"unknown key":          {"POST", "/products", `{"name":"Tea","colour":"green"}`},
		"read-only key":        {"POST", "/products", `{"name":"Tea","inStock":true}`},
		"unknown nested key":   {"POST", "/products", `{"name":"Tea","tax":{"taxed":true}}`},
		"unknown key in list":  {"POST", "/orders", `{"items":[{"qty":1}]}`},
		"price as text":        {"POST", "/products", `{"name":"Tea","price":"4.5"}`},
		"quantity with point":  {"POST", "/products", `{"name":"Tea","quantity":1.0}`},
		"bad enum":             {"POST", "/orders", `{"paymentStatus":"QUEUED"}`},
		"status not enabled":   {"POST", "/orders", `{"paymentStatus":"CUSTOM_PAYMENT_STATUS_1"}`},
		"bad date":             {"POST", "/orders", `{"createDate":"yesterday"}`},
		"list instead of item": {"POST", "/customers", `{"email":"a@example.com","billingPerson":[]}`},
		"null in list":         {"POST", "/products", `{"name":"Tea","categoryIds":[null]}`},
		"not JSON":             {"POST", "/products", `{"name":`},
		"two objects":          {"POST", "/products", `{"name":"Tea"}{}`},
		"no object":            {"POST", "/products", `null`},
		"update-only key":      {"POST", "/categories", `{"name":"Tea","id":7}`},
		"create-only key":      {"PUT", "/orders/1", `{"createDate":"2026-01-01 00:00:00 +0000"}`},
		"huge exponent":        {"POST", "/products", `{"name":"Tea","price":1e999999999}`},
		"negative price":       {"POST", "/products", `{"name":"Tea","price":-1}`},
		"missing name":         {"POST", "/products", `{"sku":"T"}`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := ecwidtest.New()
			s.Add("orders", `{"internalId":1}`)
			refused(t, s, tt.method, tt.path, tt.body, 400, "WRONG_PARAMETER")
			if got := len(s.Docs("products")) + len(s.Docs("customers")) + len(s.Docs("categories")); got != 0 {
				t.Errorf("a refused write left %d records", got)
			}
		})
	}
}

func TestLenientBodies(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New(ecwidtest.With(ecwidtest.LenientBodies))
	id := ok(t, s, "POST", "/products", `{"name":"Tea","colour":"green","inStock":false,"tax":{"taxed":true}}`).id()
	p := get(t, s, path("/products/%d", id))
	p.is("", "colour")
	p.is("", "tax", "taxed")
	p.is("true", "inStock")
	refused(t, s, "POST", "/products", `{"name":"Tea","price":"4"}`, 400, "WRONG_PARAMETER")
}

func TestContentType(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	url := "https://app.ecwid.com/api/v3/1003/products"
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, url, strings.NewReader(`{"name":"Tea"}`))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer "+s.Token())
	req.Header.Set("Content-Type", "text/plain")
	if a, err := do(s.Transport(), req); err != nil || a.status != http.StatusUnsupportedMediaType {
		t.Errorf("got %d %v, want 415", a.status, err)
	}
}

func TestRateLimitSlides(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := ecwidtest.New()
		for range 300 {
			get(t, s, "/profile")
		}
		sleep(t, 30*time.Second)
		for range 300 {
			get(t, s, "/profile")
		}
		a := send(t, s, "GET", "/profile", "")
		if a.status != 429 || a.header.Get("Retry-After") != "30" {
			t.Errorf("request 601: got %d after %q, want 429 after 30", a.status, a.header.Get("Retry-After"))
		}
		a.is(`"RATE_LIMITED"`, "errorCode")
		sleep(t, 30*time.Second-1)
		if a := send(t, s, "GET", "/profile", ""); a.status != 429 {
			t.Errorf("just before the minute is over: got %d, want 429", a.status)
		}
		sleep(t, 1)
		for range 300 { // refused requests do not count
			get(t, s, "/profile")
		}
		if a := send(t, s, "GET", "/profile", ""); a.status != 429 {
			t.Errorf("the second half of the window: got %d, want 429", a.status)
		}
	})
}

func TestPaceAndLimits(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := ecwidtest.New(ecwidtest.WithLimits(2), ecwidtest.WithPace(60))
		get(t, s, "/profile")
		get(t, s, "/profile")
		if a := send(t, s, "GET", "/profile", ""); a.status != 429 || a.header.Get("Retry-After") != "1" {
			t.Errorf("got %d after %q, want 429 after 1", a.status, a.header.Get("Retry-After"))
		}
		sleep(t, time.Second)
		get(t, s, "/profile")
	})
	s := ecwidtest.New(ecwidtest.WithoutLimits())
	for range 700 {
		get(t, s, "/latest-stats")
	}
}

// sleep lets virtual time pass.
func sleep(t *testing.T, d time.Duration) {
	t.Helper()
	<-time.After(d)
	synctest.Wait()
}

func TestEnvelope(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	a := get(t, s, "/products")
	a.is(`{"total":0,"count":0,"offset":0,"limit":100,"items":[]}`)
	for range 120 {
		s.Add("products", `{}`)
	}
	a = get(t, s, "/products?offset=100&limit=500&responseFields=total,count,offset,limit")
	a.is(`{"total":120,"count":20,"offset":100,"limit":100}`)
	a = get(t, s, "/products?offset=500&limit=7")
	a.is(`{"total":120,"count":0,"offset":500,"limit":7,"items":[]}`)
	for _, q := range []string{"limit=x", "offset=-1", "enabled=maybe", "updatedFrom=soon", "sortBy=BEST", "productId=1,x"} {
		refused(t, s, "GET", "/products?"+q, "", 400, "WRONG_PARAMETER")
	}
	get(t, s, "/products?unheardOf=1&enabled=on")
	log := s.Requests()
	if got := log[len(log)-1].Query; got != "unheardOf=1&enabled=on" {
		t.Errorf("recorded query: got %q", got)
	}
}

func TestResponseFields(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	id := s.Add("products", `{"id":5,"sku":"T","combinations":[{"id":9,"options":[{"name":"Size","value":"S"}]}]}`)
	a := get(t, s, "/products?responseFields=total,items(id,options(name,choices(text)),unheardOf)")
	a.is(`{"total":1,"items":[{"id":5,"options":[{"name":"Size","choices":[{"text":"S"}]}]}]}`)
	get(t, s, path("/products/%d/combinations?responseFields=id,inStock", id)).is(`[{"id":9,"inStock":true}]`)
	get(t, s, "/profile?responseFields=formatsAndUnits(currency)").is(`{"formatsAndUnits":{"currency":"EUR"}}`)
	a = ok(t, s, "PUT", "/products/5?returnItem=true&responseFields=item(id,enabled)", `{"enabled":false}`)
	a.is(`{"updateCount":1,"item":{"id":5,"enabled":false}}`)
	for _, q := range []string{"items(id", "id)", "a(b))"} {
		refused(t, s, "GET", "/products?responseFields="+q, "", 400, "WRONG_PARAMETER")
	}
}

func TestLimitsOfTheStore(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("categories", `{"id":7,"name":"c","origin":"X-SERIES"}`)
	s.Add("categories", `{"id":8,"name":"d"}`)
	s.Add("products", `{"id":5}`)
	many := "[5" + strings.Repeat(",5", 100) + "]"
	refused(t, s, "POST", "/categories/8/assignProducts", `{"productIds":`+many+`}`, 402,
		"MAX_PRODUCTS_FOR_API_REQUEST_LIMIT_EXCEEDED")
	refused(t, s, "PUT", "/products/5", `{"categoryIds":`+many+`}`, 402, "MAX_CATEGORIES_FOR_API_REQUEST_LIMIT_EXCEEDED")
	refused(t, s, "POST", "/categories/7/assignProducts", `{"productIds":[5]}`, 409,
		"NOT_ALLOWED_TO_UPDATE_EXTERNAL_CATEGORIES")
	get(t, s, "/categories/7").is(`"X-SERIES"`, "origin")
	refused(t, s, "PUT", "/products/5", `{"locationInventory":{"1":2}}`, 409, "NOT_ALLOWED_TO_UPDATE_PARAMETER")
	s.Edit("profile", 0, `{"account":{"suspended":true}}`)
	refused(t, s, "GET", "/products", "", 402, "STORE_IS_SUSPENDED")
}

func TestDates(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	for i, at := range []string{"00:00:00", "12:00:00", "23:59:59"} {
		s.Add("products", path(`{"id":%d,"created":"2026-01-01 %s +0000","updated":"2026-01-02 %s +0000"}`, i+1, at, at))
	}
	tests := map[string][]int64{
		"createdFrom=2026-01-01+12:00:00&createdTo=2026-01-01+23:59:58":        {2},
		"createdFrom=2026-01-01%2013:00:00%20%2B0100&createdTo=2026-01-02":     {2, 3},
		"updatedFrom=1767355200&sortBy=UPDATED_TIME_ASC":                       {2, 3}, // both ends are inside
		"updatedTo=1767355200&sortBy=UPDATED_TIME_ASC":                         {1, 2},
		"updatedTo=1767355200&sortBy=UPDATED_TIME_DESC":                        {2, 1},
		"updatedFrom=1767355200&updatedTo=1767312000&sortBy=UPDATED_TIME_ASC":  {},
		"createdFrom=2026-01-02&sortBy=ADDED_TIME_ASC":                         {},
		"createdFrom=2026-01-01&updatedFrom=1767355200&sortBy=ADDED_TIME_DESC": {3, 2},
	}
	for q, want := range tests {
		t.Run(q, func(t *testing.T) {
			t.Parallel()
			wantIDs(t, get(t, s, "/products?"+q), want...)
		})
	}
}

func TestTransportHonoursContext(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := try(ctx, s, "POST", "/products", `{"name":"Tea"}`); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
	if got := len(s.Requests()); got != 0 {
		t.Errorf("a cancelled request was recorded %d times", got)
	}
}

func TestClose(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("products", `{"id":1}`)
	for range 2 {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := try(t.Context(), s, "GET", "/products", ""); err == nil {
		t.Error("a closed server answers")
	}
	if s.Doc("products", 1) == "" {
		t.Error("the state of a closed server is gone")
	}
	if _, err := s.Listen("127.0.0.1:0"); err == nil {
		t.Error("a closed server listens")
	}
}

func TestListen(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	for _, addr := range []string{"0.0.0.0:0", ":0", "192.0.2.1:0", "nonsense"} {
		if _, err := s.Listen(addr); err == nil {
			t.Errorf("listens on %s", addr)
		}
	}
	base, err := s.Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	if _, err := s.Listen("127.0.0.1:0"); err == nil {
		t.Error("listens twice")
	}
	rt := &http.Transport{DisableKeepAlives: true}
	call := func(method, body string) (answer, error) {
		req, err := http.NewRequestWithContext(t.Context(), method, base+"/api/v3/1003/products", strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Authorization", "Bearer "+s.Token())
		req.Header.Set("Content-Type", "application/json")
		return do(rt, req)
	}
	if a, err := call("POST", `{"name":"Tea"}`); err != nil || a.status != 200 {
		t.Errorf("POST: got %d %v", a.status, err)
	}
	for i, kind := range []ecwidtest.FaultKind{ecwidtest.TimeoutBefore, ecwidtest.TimeoutAfter, ecwidtest.Truncate} {
		s.Inject(ecwidtest.Fault{Do: kind})
		if a, err := call("POST", `{"name":"Tea"}`); err == nil {
			t.Errorf("%v: got %d %s, want a broken connection", kind, a.status, a.raw)
		}
		if got, want := len(s.Docs("products")), 1+i; got != want {
			t.Errorf("%v: got %d products, want %d", kind, got, want)
		}
	}
}
