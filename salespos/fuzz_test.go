package salespos_test

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"os"
	"strings"
	"testing"
	"unicode"

	"github.com/tillsync/tillsync/salespos"
)

// FuzzErrorBody answers any body with an error status: the status always
// arrives, the text is one line, and the body is capped.
func FuzzErrorBody(f *testing.F) {
	for _, seed := range []string{
		"", "null", "[]", "<html>", `{"status":500,"code":"500.40","developermessage":"taken"}`, `{"code":429.1}`,
		`{"code":{},"developermessage":"a\nb"}`, `{"code":"\b"}`, `{"code":"500.40"`, `{"code":"` + strings.Repeat("9", 1000) + `"}`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		client, _ := serve(t, reply{Status: http.StatusBadRequest, Body: body, Unsigned: true})
		_, err := client.Products.Get(t.Context(), 5)
		e, ok := errors.AsType[*salespos.APIError](err)
		if !ok || e.StatusCode != http.StatusBadRequest || len(e.Body) > 64<<10 || errors.Is(err, salespos.ErrBadAnswer) {
			t.Fatalf("got %+v", err)
		}
		if strings.ContainsFunc(e.Error(), unicode.IsControl) {
			t.Errorf("the text has control characters: %q", e.Error())
		}
	})
}

// FuzzNextLink answers any link to the next page: either it is refused, or what
// is sent stays below the API of the same shop, and is the link itself when its
// page is accepted.
func FuzzNextLink(f *testing.F) {
	for _, seed := range []string{
		"", apiRoot + "/products?start=2", "/api/rest/v1/products/?start=2&x=%2c", "https://evil.example.org/api/rest/v1/products",
		shopURL + "@evil.example.org/api/rest/v1/products", shopURL + "/api/rest/v1/../admin", "//evil.example.org/", "/api/rest/v1",
		apiRoot + "/products#x", apiRoot + "/a b", "HTTPS://SHOP.example.com/api/rest/v1/products",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, link string) {
		s := &shop{replies: []reply{page(link, 1), page("", 2)}}
		got, err := collect(newClient(t, s).Products.All(t.Context(), nil))
		for _, request := range s.seen() {
			path, _, _ := strings.Cut(request.Target, "?")
			path, badPath := url.PathUnescape(path)
			if badPath != nil || !strings.HasPrefix(path, "/api/rest/v1/") || strings.Contains(path, "/../") {
				t.Errorf("the link %q led to %q", link, request.Target)
			}
		}
		switch {
		case err != nil && len(got) > 1, err == nil && len(got) != len(s.seen()):
			t.Errorf("got %d products of %d pages and %v", len(got), len(s.seen()), err)
		case err == nil && len(got) == 2 && !strings.HasSuffix(link, s.seen()[1].Target):
			t.Errorf("the link %q led to %q", link, s.seen()[1].Target)
		}
	})
}

// FuzzOrder answers any document to the reading of an order: what was read and
// stored as JSON is read again as the same.
func FuzzOrder(f *testing.F) {
	for _, name := range []string{"order.json", "order_till.json"} {
		order, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(order))
	}
	for _, seed := range []string{`{"id":5}`, `{"id":"5","status":"3","user":{"id":"7"},"paid":1}`, `{"id":5,"customer":[],"total_price":"1e-7"}`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		client, _ := serve(t, ok(body))
		first, err := client.Orders.Get(t.Context(), 5)
		if err != nil {
			return
		}
		stored, err := json.Marshal(first)
		if err != nil {
			t.Fatal(err)
		}
		var second salespos.Order
		if err := json.Unmarshal(stored, &second); err != nil {
			t.Fatalf("%s: %v", stored, err)
		}
		again, err := json.Marshal(second)
		if err != nil || string(stored) != string(again) {
			t.Errorf("%v\nfirst  %s\nsecond %s", err, stored, again)
		}
	})
}
