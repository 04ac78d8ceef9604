package salespos_test

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/salespos"
)

// TestDoReachesTheRest: every endpoint without a method of its own can be
// called, with headers and signature like the others.
func TestDoReachesTheRest(t *testing.T) {
	t.Parallel()
	for _, e := range endpoints(t) {
		if e.typed {
			continue
		}
		t.Run(e.String(), func(t *testing.T) {
			t.Parallel()
			client, shop := serve(t, ok(`{"a":1}`))
			req := salespos.Request{
				Method: e.verb, Path: strings.ReplaceAll(e.path, "{id}", "7"),
				Query: url.Values{"size": {"10"}, "name": {"a b+c"}},
			}
			want := ""
			if e.verb != http.MethodGet && e.verb != http.MethodDelete {
				want = `{"price":1.20}`
				req.Body = json.RawMessage(want)
			}
			got, err := client.Do(t.Context(), req)
			if err != nil {
				t.Fatal(err)
			}
			diff(t, `{"a":1}`, string(got.Body))
			diff(t, http.StatusOK, got.StatusCode)
			seen := shop.seen()[0]
			diff(t, e.verb, seen.Method)
			diff(t, "/api/rest/v1"+req.Path+"?name=a%20b%2Bc&size=10", seen.Target)
			diff(t, want, seen.Body)
			checkHeaders(t, seen)
		})
	}
}

// TestDoRefuses: nothing leaves for elsewhere, and the error does not repeat
// where it was to go.
func TestDoRefuses(t *testing.T) {
	t.Parallel()
	for _, req := range []salespos.Request{
		{Method: "GET", Path: ""},
		{Method: "GET", Path: "canary"},
		{Method: "GET", Path: "https://canary.example.org/labels"},
		{Method: "GET", Path: "https://shop.example.com/api/rest/v1/labels"},
		{Method: "GET", Path: "//canary.example.org/labels"},
		{Method: "GET", Path: "/labels//3"},
		{Method: "GET", Path: "/labels/../canary"},
		{Method: "GET", Path: "/labels/%2e%2E/canary"},
		{Method: "GET", Path: "/labels/.."},
		{Method: "GET", Path: "/labels/..%2fcanary"},
		{Method: "GET", Path: `/labels/..\canary`},
		{Method: "GET", Path: "/labels/%zzcanary"},
		{Method: "GET", Path: "/labels?canary=1"},
		{Method: "GET", Path: "/labels#canary"},
		{Method: "GET", Path: "/labels/3 canary"},
		{Method: "GET", Path: "/labels/\r\ncanary"},
		{Method: "GET", Path: "/labels/{canary}"},
		{Method: "GET", Path: "/labels/3|canary"},
		{Method: "GET", Path: "/labels", Body: "canary"},
		{Method: "DELETE", Path: "/labels/3", Body: struct{}{}},
		{Method: "get", Path: "/labels"},
		{Method: "OPTIONS", Path: "/labels"},
		{Path: "/labels"},
		{Method: "POST", Path: "/labels", Body: func() {}},
		{Method: "POST", Path: "/labels", Body: json.RawMessage(`{"canary"`)},
	} {
		t.Run(req.Method+req.Path, func(t *testing.T) {
			t.Parallel()
			client, shop := serve(t, ok(`{}`))
			_, err := client.Do(t.Context(), req)
			checkKinds(t, err, "Invalid")
			if err != nil && strings.Contains(err.Error(), "canary") {
				t.Errorf("the error repeats the request: %v", err)
			}
			diff(t, 0, len(shop.seen()))
		})
	}
}

// TestDoRepeats: a read is repeated, a write only when the caller says that it
// does no harm.
func TestDoRepeats(t *testing.T) {
	t.Parallel()
	cases := []struct {
		req   salespos.Request
		kinds string
		tries int
	}{
		{salespos.Request{Method: "GET", Path: "/labels/3"}, "Unavailable", 4},
		{salespos.Request{Method: "PATCH", Path: "/labels/3"}, "Unavailable UnknownOutcome", 1},
		{salespos.Request{Method: "PATCH", Path: "/labels/3", Safe: true}, "Unavailable", 4},
		{salespos.Request{Method: "POST", Path: "/labels"}, "Unavailable UnknownOutcome", 1},
		{salespos.Request{Method: "POST", Path: "/labels", Safe: true}, "Unavailable", 4},
	}
	for _, tc := range cases {
		synctest.Test(t, func(t *testing.T) {
			client, shop := serve(t, reply{Err: io.ErrUnexpectedEOF})
			_, err := client.Do(t.Context(), tc.req)
			checkKinds(t, err, tc.kinds)
			diff(t, tc.tries, len(shop.seen()))
		})
	}
}

// TestDoKeepsToTheRates: Do counts with the typed methods, by resource; an id
// in letters is none.
func TestDoKeepsToTheRates(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := &shop{replies: []reply{ok(`{"id":5,"href":"x","items":[]}`)}}
		client := newClient(t, s, salespos.WithRates(salespos.Rates{Get: 3}))
		start := time.Now()
		if err := readOne(client); err != nil {
			t.Fatal(err)
		}
		for i, path := range []string{"/products", "/brands/ideal/products/", "/products/ideal"} {
			if _, err := client.Do(t.Context(), salespos.Request{Method: "GET", Path: path}); err != nil {
				t.Fatal(err)
			}
			want := time.Duration(0)
			if i == 2 {
				want = time.Minute // the fourth GET of products
			}
			diff(t, want, time.Since(start).Truncate(time.Second))
		}
	})
}

// TestDoErrors: errors are those of all methods, without ids in them.
func TestDoErrors(t *testing.T) {
	t.Parallel()
	req := salespos.Request{Method: "GET", Path: "/apppsp/ideal/apppsppaymethods"}
	client, _ := serve(t, fault(500, "500.24"))
	_, err := client.Do(t.Context(), req)
	checkKinds(t, err, "NotFound")
	e, _ := errors.AsType[*salespos.APIError](err)
	diff(t, "GET /apppsp/{id}/apppsppaymethods", e.Op)

	client, _ = serve(t, reply{Status: 200, Body: `{}`, Unsigned: true})
	_, err = client.Do(t.Context(), req)
	checkKinds(t, err, "BadAnswer")
}

func TestDecodeResponse(t *testing.T) {
	t.Parallel()
	client, _ := serve(t, ok(`{"id":"501","name":"Mug","price":"12.50","glaze":7,"kiln":"big"}`), ok(""), ok(`{"glaze":{"canary":1}}`))
	var got struct {
		salespos.Product
		Glaze string `json:"glaze"`
	}
	read := func() error {
		response, err := client.Do(t.Context(), salespos.Request{Method: "GET", Path: "/products/501"})
		if err != nil {
			t.Fatal(err)
		}
		return response.Decode(&got)
	}
	if err := read(); err != nil {
		t.Fatal(err)
	}
	diff(t, salespos.Product{
		Extra: salespos.Extra{Unknown: map[string]json.RawMessage{"kiln": []byte(`"big"`)}},
		ID:    501, Name: "Mug", Price: new(amount(t, "12.5")),
	}, got.Product)
	diff(t, "7", got.Glaze)
	for range 2 {
		err := read()
		checkKinds(t, err, "BadAnswer")
		if err != nil && strings.Contains(err.Error(), "canary") {
			t.Errorf("the error repeats the answer: %v", err)
		}
	}
}
