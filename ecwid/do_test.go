package ecwid_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid"
)

func TestDo(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name                 string
		request              ecwid.Request
		method, target, body string
	}{
		{
			"get", ecwid.Request{Method: "GET", Path: "/promotions", Query: url.Values{"b": {"x y", "+"}, "a": {"1,2"}}},
			"GET", "/promotions?a=1%2C2&b=x%20y&b=%2B", "",
		},
		{
			"escaped segment", ecwid.Request{Method: "DELETE", Path: "/storage/" + url.PathEscape("a/b+c d"), Safe: true},
			"DELETE", "/storage/a%2Fb%2Bc%20d", "",
		},
		{
			"put", ecwid.Request{Method: "PUT", Path: "/reviews/7", Body: map[string]string{"status": "published"}},
			"PUT", "/reviews/7", `{"status":"published"}`,
		},
		{
			"raw JSON", ecwid.Request{Method: "POST", Path: "/promotions", Body: json.RawMessage(`{"a":1.50}`)},
			"POST", "/promotions", `{"a":1.50}`,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			shop, store := newShop(t, always(200, `{"id":7}`))
			answer, err := shop.Do(t.Context(), tt.request)
			if err != nil {
				t.Fatal(err)
			}
			checkRequest(t, store.seen()[0], wireCase{method: tt.method, target: tt.target, body: tt.body})
			if answer.StatusCode != 200 || string(answer.Body) != `{"id":7}` {
				t.Errorf("got %d %s", answer.StatusCode, answer.Body)
			}
			var record struct{ ID int }
			if err := answer.Decode(&record); err != nil || record.ID != 7 {
				t.Errorf("decoded %+v, %v", record, err)
			}
		})
	}
}

// TestDoStaysInTheStore: nothing is sent to another place.
func TestDoStaysInTheStore(t *testing.T) {
	t.Parallel()
	shop, store := newShop(t, always(200, `{}`))
	for _, path := range []string{
		"", "/", "promotions", "https://elsewhere.example.com/x", "//elsewhere.example.com/x", "/https://elsewhere.example.com",
		"/../1004/products", "/products/..", "/products/%2e%2e/x", "/./x", "/a//b", "/a/", "/a?b=c", "/a#b", "/a%zz", "/%2E%2E",
		"/products/..%2F..%2F1004", "/products/x%2f%2e%2e%2fy", `/products/..%5c..`,
	} {
		_, err := shop.Do(t.Context(), ecwid.Request{Method: http.MethodGet, Path: path})
		wantClasses(t, err, ecwid.ErrInvalid)
	}
	for _, request := range []ecwid.Request{
		{Path: "/a"}, {Method: "PATCH", Path: "/a"}, {Method: "get", Path: "/a"},
		{Method: http.MethodGet, Path: "/a", Body: struct{}{}}, {Method: http.MethodPost, Path: "/a", Body: func() {}},
	} {
		_, err := shop.Do(t.Context(), request)
		wantClasses(t, err, ecwid.ErrInvalid)
	}
	if got := store.seen(); len(got) != 0 {
		t.Errorf("sent %v", got)
	}
}

// TestDoDecodeKeepsUnknownKeys: as the methods do, beside the fields that a
// program adds and what it has set before.
func TestDoDecodeKeepsUnknownKeys(t *testing.T) {
	t.Parallel()
	shop, _ := newShop(t, always(200, `{"id":7,"mine":"a","newA":1,"dimensions":{"depth":2}}`))
	answer, err := shop.Do(t.Context(), ecwid.Request{Method: "GET", Path: "/products/7"})
	if err != nil {
		t.Fatal(err)
	}
	got := struct {
		ecwid.Product
		Mine string `json:"mine"`
		Kept bool   `json:"-"`
	}{Kept: true}
	if err := answer.Decode(&got); err != nil {
		t.Fatal(err)
	}
	want := map[string]json.RawMessage{"newA": []byte("1"), "dimensions.depth": []byte("2")}
	if diff := cmp.Diff(want, got.Unknown); diff != "" || got.ID != 7 || got.Mine != "a" || !got.Kept {
		t.Errorf("got %+v, unknown (-want +got):\n%s", got, diff)
	}
}

func TestDoRepeatsWhatIsSafe(t *testing.T) {
	t.Parallel()
	tests := []struct {
		request ecwid.Request
		want    int
		class   error
	}{
		{ecwid.Request{Method: "GET", Path: "/a"}, 4, ecwid.ErrUnavailable},
		{ecwid.Request{Method: "PUT", Path: "/a", Safe: true}, 4, ecwid.ErrUnavailable},
		{ecwid.Request{Method: "PUT", Path: "/a"}, 1, ecwid.ErrUnknownOutcome},
		{ecwid.Request{Method: "DELETE", Path: "/a"}, 1, ecwid.ErrUnknownOutcome},
	}
	for _, tt := range tests {
		t.Run(tt.request.Method, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				shop, store := newShop(t, always(503, ``))
				_, err := shop.Do(t.Context(), tt.request)
				wantClasses(t, err, tt.class)
				if got := len(store.seen()); got != tt.want {
					t.Errorf("got %d requests, want %d", got, tt.want)
				}
			})
		})
	}
}

// TestDoErrorsHideIDs: a path can hold what is nobody's business.
func TestDoErrorsHideIDs(t *testing.T) {
	t.Parallel()
	shop, _ := newShop(t, always(404, `{"errorCode":"KEY"}`))
	_, err := shop.Do(t.Context(), ecwid.Request{Method: "GET", Path: "/storage/ada@example.org", Query: url.Values{"q": {"ada"}}})
	wantClasses(t, err, ecwid.ErrNotFound)
	if got, want := err.Error(), "ecwid: GET /storage/...: 404 KEY"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	shop, _ = newShop(t, always(200, `<html>Ada Example</html>`))
	answer, err := shop.Do(t.Context(), ecwid.Request{Method: "GET", Path: "/staff"})
	if err != nil {
		t.Fatal(err)
	}
	err = answer.Decode(&struct{}{})
	wantClasses(t, err, ecwid.ErrBadAnswer)
	if strings.Contains(err.Error(), "Ada") {
		t.Errorf("the error shows the body: %v", err)
	}
}
