package ecwid

import (
	"context"
	"encoding/json"
	"net/http"
	"testing"
	"testing/synctest"

	"github.com/tillsync/tillsync/internal/rest"
)

// TestBatchItem: what the funnel refuses does not get into a batch either.
func TestBatchItem(t *testing.T) {
	t.Parallel()
	media := http.Header{"Content-Type": {"application/json;charset=utf-8"}}
	tests := map[string]struct {
		call rest.Call
		ok   bool
	}{
		"read":       {rest.Call{Method: "GET", Target: "/products?limit=1"}, true},
		"object":     {rest.Call{Method: "PUT", Target: "/products/1", Body: []byte(" {}"), Header: media}, true},
		"climbing":   {rest.Call{Method: "GET", Target: "/products/../../1004/products"}, false},
		"no slash":   {rest.Call{Method: "GET", Target: "products"}, false},
		"list":       {rest.Call{Method: "PUT", Target: "/products/1", Body: []byte("[]"), Header: media}, false},
		"no JSON":    {rest.Call{Method: "PUT", Target: "/products/1", Body: []byte("{"), Header: media}, false},
		"other type": {rest.Call{Method: "PUT", Target: "/products/1", Body: []byte("{}")}, false},
	}
	for name, test := range tests {
		if _, err := newBatchItem("it", test.call); (err == nil) != test.ok {
			t.Errorf("%s: got %v, want success %t", name, err, test.ok)
		}
	}
}

// TestBatchShareHasOneOwner: of two who look at a batch one looks for free, and the
// next one after it gave the share back.
func TestBatchShareHasOneOwner(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		shares := newBatchShares()
		shares.keep("t-1", func() {})
		first, second := shares.take("t-1"), shares.take("t-1")
		if first.lookCost() != rest.Free || second.lookCost() != 1 {
			t.Errorf("looks cost %d and %d, want %d and 1", first.lookCost(), second.lookCost(), rest.Free)
		}
		shares.giveBack("t-1", second)
		shares.giveBack("t-1", first)
		if got := shares.take("t-1").lookCost(); got != rest.Free {
			t.Errorf("a look later costs %d, want %d", got, rest.Free)
		}
	})
}

// FuzzBatchResult reads any answer as that of a batch: no panic, and a call ends
// with either a result or an error.
func FuzzBatchResult(f *testing.F) {
	for _, seed := range []string{
		`{"status":"COMPLETED","responses":[{"id":"a","status":"COMPLETED","httpStatusCode":200,"httpBody":{"id":7}}]}`,
		`{"status":"COMPLETED","responses":[{"id":"a","status":"FAILED","httpCode":404,"escapedHttpBody":"{\"errorCode\":\"X\"}"}]}`,
		`{"status":"COMPLETED","responses":[{"id":"a","status":"NOT_EXECUTED"},{"id":"a"},null]}`,
		`{"status":"QUEUED","responses":null}`,
		`{"status":1,"responses":{}}`,
	} {
		f.Add([]byte(seed))
	}
	client, err := New(1003, "secret_test")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var answer batchAnswer
		if json.Unmarshal(data, &answer) != nil {
			return
		}
		results := newBatchResults(client)
		results.add(answer.outcomes()...)
		for _, id := range []string{"a", "b"} {
			product, err := InBatch(id, func(shop *Client) (*Product, error) {
				return shop.Products.Get(context.Background(), 7)
			}).Result(results)
			if (product == nil) == (err == nil) {
				t.Errorf("result %v with error %v", product, err)
			}
		}
	})
}
