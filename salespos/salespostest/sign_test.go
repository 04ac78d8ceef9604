package salespostest_test

import (
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/salespos/salespostest"
)

// vectors are the request vectors of the API reference, section 1.6.
var vectors = []struct{ name, method, target, body, date, hash string }{
	{"GET with query", "GET",
		"/api/rest/v1/products/?start=0&size=25&expand=attributecombinations%2Cproductphotos&orderby=modifydate_desc", "",
		"2025-01-15T10:20:30Z",
		"dd05e739feda7ea9ac34f9e65d85bbc3ed1efce10da1fd0bf7c88dcfd1a6199262ab92e2e1ee759adba5a386448a82cbb0e566fbf213365042ea003defa54207"},
	{"POST with body", "POST", "/api/rest/v1/products/",
		`{"productnumber":"SKU-001","name":"Café mok 30% / blauw","price":12.5,"discount":0,"taxtariff":"normal","package_id":1,"active":true}`,
		"2025-01-15T10:20:30Z",
		"2765919f2e94e152516a26e5ae7a5dd6faa24d93a2c229ebe186b69133e6cfe87ff57bef15e0f6e58edacb7d8765e9401318ecfbcb151db8124bca2fa99647fc"},
	{"DELETE", "DELETE", "/api/rest/v1/products/42/", "", "2025-01-15T10:20:30Z",
		"a6d7519ffa79bded35ee5283c92fb6c48aaeb018ceb7efb6838055dc59587b85f47bd592ff5591c3f042e4b0285e29e53b82f1027483e90f92346fc541d2b59a"},
	{"vendor SDK form", "POST", "/api/rest/v1/webhooks",
		`{"event":"orders.created","address":"https:\/\/connector.example\/hooks\/ccv\/caf\u00e9","is_active":true}`,
		"2025-01-15T10:20:30+00:00",
		"c96220c05f26a87ffc253e1337ba4826ae256707f0a0ae2ee128cde7a8bfa07fc0fabf47ccf46fdd54c05ac65228bdff5f9f17be162c2b80df4fd87c1ac91d8b"},
}

func TestRequestVectors(t *testing.T) {
	t.Parallel()
	for _, v := range vectors {
		t.Run(v.name, func(t *testing.T) {
			t.Parallel()
			day := time.Date(2025, 1, 15, 10, 20, 30, 0, time.UTC)
			w := newWire(t, salespostest.WithClockSkew(time.Until(day)))
			w.s.Add("products", `{"id":42,"name":"Mug"}`)
			if got := xHash("pubkey0123456789", "secret0123456789secret0123456789", v.method, v.target, v.body, v.date); got != v.hash {
				t.Fatalf("the test's own hash is wrong: %s", got)
			}
			req, err := http.NewRequestWithContext(t.Context(), v.method, origin+v.target, strings.NewReader(v.body))
			if err != nil {
				t.Fatal(err)
			}
			req.Header.Set("x-public", "pubkey0123456789")
			req.Header.Set("x-date", v.date)
			req.Header.Set("x-hash", v.hash)
			a, err := w.send(req)
			if err != nil || a.status == 401 {
				t.Fatalf("got %d %s %v, want the signature to be accepted", a.status, a.body, err)
			}
			req.Header.Set("x-hash", "0"+v.hash[1:])
			if a, _ := w.send(req); v.hash[0] != '0' && a.status != 401 {
				t.Errorf("got %d, want 401 for another hash", a.status)
			}
		})
	}
}

func TestAuthRefuses(t *testing.T) {
	t.Parallel()
	form := "2006-01-02T15:04:05Z"
	for name, spoil := range map[string]func(w wire, r *http.Request){
		"unknown key":        func(_ wire, r *http.Request) { r.Header.Set("x-public", "other") },
		"no key":             func(_ wire, r *http.Request) { r.Header.Del("x-public") },
		"no hash":            func(_ wire, r *http.Request) { r.Header.Del("x-hash") },
		"upper-case hash":    func(_ wire, r *http.Request) { r.Header.Set("x-hash", strings.ToUpper(r.Header.Get("x-hash"))) },
		"other verb":         func(_ wire, r *http.Request) { r.Method = "DELETE" },
		"re-encoded query":   func(_ wire, r *http.Request) { r.URL.RawQuery = "expand=a,b" },
		"other slash":        func(_ wire, r *http.Request) { r.URL.Path = "/api/rest/v1/products/" },
		"date not signed":    func(_ wire, r *http.Request) { r.Header.Set("x-date", time.Now().UTC().Add(time.Second).Format(form)) },
		"no date":            func(w wire, r *http.Request) { w.sign(r, "", "") },
		"not a date":         func(w wire, r *http.Request) { w.sign(r, "", "yesterday") },
		"six minutes behind": func(w wire, r *http.Request) { w.sign(r, "", time.Now().UTC().Add(-6*time.Minute).Format(form)) },
		"six minutes ahead":  func(w wire, r *http.Request) { w.sign(r, "", time.Now().UTC().Add(6*time.Minute).Format(form)) },
		"other body signed":  func(w wire, r *http.Request) { w.sign(r, "{}", time.Now().UTC().Format(form)) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWire(t)
			req := w.request("GET", "/products?expand=a%2Cb", "")
			spoil(w, req)
			a, err := w.send(req)
			if err != nil {
				t.Fatal(err)
			}
			if a.status != 401 || a.code() != "" || num(a.doc["status"]) != 401 {
				t.Errorf("got %d %s, want 401 without a code", a.status, a.body)
			}
			if a.header.Get("x-hash") != "" || a.header.Get("Date") == "" {
				t.Errorf("got headers %v, want Date and no signature", a.header)
			}
			if w.s.Writes() != 0 {
				t.Error("a refused request reached a route")
			}
		})
	}
}

func TestLenientDates(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) { // the clock stands at 2000-01-01 00:00:00 UTC
		for _, date := range []string{
			"2000-01-01T00:00:00Z", "2000-01-01T00:00:00+00:00", "2000-01-01T00:00:00+0000", "2000-01-01T01:00:00+01:00",
			"2000-01-01T00:00:00.123Z", "2000-1-1T0:0:0Z", "2000-01-01T00:05:00Z", "1999-12-31T23:55:00Z",
		} {
			w := newWire(t)
			req := w.request("GET", "/", "")
			w.sign(req, "", date)
			if a, err := w.send(req); err != nil || a.status != 200 {
				t.Errorf("%s: got %d %s %v, want 200", date, a.status, a.body, err)
			}
		}
	})
}

func TestAnswersAreSigned(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, method, path, body string
		status                   int
		signed                   bool
	}{
		{"GET", "GET", "/products/?size=10", "", 200, true},
		{"GET without slash", "GET", "/products", "", 200, true},
		{"POST", "POST", "/attributes", `{"name":"Colour/size","type":"option_menu"}`, 201, true},
		{"PATCH without body", "PATCH", "/products/42", `{"name":"Other"}`, 204, true},
		{"DELETE", "DELETE", "/products/42/", "", 204, true},
		{"error", "GET", "/products/43", "", 500, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			w := newWire(t)
			w.s.Add("products", `{"id":42,"name":"Mug"}`)
			req := w.request(c.method, c.path, c.body)
			a, err := w.send(req)
			if err != nil || a.status != c.status {
				t.Fatalf("got %d %s %v", a.status, a.body, err)
			}
			if got := w.verify(req, a); got != c.signed {
				t.Errorf("signature ok: got %v, want %v", got, c.signed)
			}
		})
	}
}

func TestAnswerModes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		mode salespostest.AnswerMode
		hash int // length of x-hash
	}{
		{"wrong", salespostest.AnswersSignedWrongly, 128},
		{"unsigned", salespostest.AnswersUnsigned, 0},
		{"tampered", salespostest.AnswersTampered, 128},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			w := newWire(t, salespostest.WithAnswers(c.mode))
			req := w.request("GET", "/packages", "")
			a, err := w.send(req)
			if err != nil || a.status != 200 || a.doc == nil {
				t.Fatalf("got %d %s %v, want a readable 200", a.status, a.body, err)
			}
			if w.verify(req, a) || len(a.header.Get("x-hash")) != c.hash {
				t.Errorf("got x-hash %q, want a wrong one of %d characters", a.header.Get("x-hash"), c.hash)
			}
		})
	}
}

func TestClockSkew(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := newWire(t, salespostest.WithClockSkew(-10*time.Minute))
		a := w.want(401, "", "GET", "/products", "")
		if got := a.header.Get("Date"); got != "Fri, 31 Dec 1999 23:50:00 GMT" {
			t.Errorf("Date: got %s, want the server's time", got)
		}
		req := w.request("POST", "/packages", `{"name":"Box"}`)
		w.sign(req, `{"name":"Box"}`, "1999-12-31T23:50:00Z")
		a, err := w.send(req)
		if err != nil || a.status != 201 || a.header.Get("x-date") != "1999-12-31T23:50:00Z" {
			t.Errorf("got %d, x-date %s, %v", a.status, a.header.Get("x-date"), err)
		}
	})
}
