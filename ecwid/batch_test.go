package ecwid_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid"
)

// TestBatchOfEveryCall: inside a batch each method sends what it sends without
// one, and returns the same.
func TestBatchOfEveryCall(t *testing.T) {
	t.Parallel()
	for _, tt := range wireCases(t) {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				var got batchItem
				store := newBatchStore(func(item batchItem) (int, string) {
					got = item
					return 200, tt.answer
				})
				shop, _ := newShop(t, store.reply)
				call := ecwid.InBatch("it", func(shop *ecwid.Client) (any, error) { return tt.call(t.Context(), shop) })
				results, err := shop.Batches.Run(t.Context(), []ecwid.BatchRequest{call}, nil)
				if tt.body != "" && tt.body[0] != '{' {
					wantClasses(t, err, ecwid.ErrInvalid) // batches carry JSON objects alone
					return
				}
				if err != nil {
					t.Fatal(err)
				}
				value, err := call.Result(results)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(tt.want, value); diff != "" {
					t.Errorf("result (-want +got):\n%s", diff)
				}
				want := batchItem{ID: "it", Path: tt.target, Method: tt.method}
				if tt.body != "" {
					want.Body = compact(t, tt.body)
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("request (-want +got):\n%s", diff)
				}
			})
		})
	}
}

// compact is a JSON document without blanks, which a batch does not keep.
func compact(t *testing.T, doc string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := json.Compact(&b, []byte(doc)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestBatchOutcomes(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	get := func(id ecwid.ProductID) *ecwid.BatchCall[*ecwid.Product] {
		return ecwid.InBatch("get", func(shop *ecwid.Client) (*ecwid.Product, error) { return shop.Products.Get(ctx, id) })
	}
	create := order(ctx, "create", ecwid.OrderCreate{})
	tests := map[string]struct {
		response  string // without its id
		read      []error
		write     []error
		retryable bool // of the read
	}{
		"success":          {`"status":"COMPLETED","httpStatusCode":200,"httpBody":{"id":5001,"orderId":"A1"}`, nil, nil, false},
		"escaped":          {`"status":"COMPLETED","httpStatusCode":200,"escapedHttpBody":"{\"id\":5001,\"orderId\":\"A1\"}"`, nil, nil, false},
		"escaped in place": {`"status":"COMPLETED","httpStatusCode":200,"httpBody":"{\"id\":5001,\"orderId\":\"A1\"}"`, nil, nil, false},
		"older name":       {`"status":"COMPLETED","httpCode":200,"httpBody":{"id":5001,"orderId":"A1"}`, nil, nil, false},
		"refused": {`"status":"FAILED","httpStatusCode":409,"httpBody":{"errorMessage":"taken","errorCode":"SKU_ALREADY_EXISTS"}`,
			[]error{ecwid.ErrConflict}, []error{ecwid.ErrConflict}, false},
		"not found":         {`"status":"FAILED","httpStatusCode":404`, []error{ecwid.ErrNotFound}, []error{ecwid.ErrNotFound}, false},
		"too many":          {`"status":"FAILED","httpStatusCode":429`, []error{ecwid.ErrRateLimited}, []error{ecwid.ErrRateLimited}, true},
		"server error":      {`"status":"FAILED","httpStatusCode":500`, []error{ecwid.ErrUnavailable}, []error{ecwid.ErrUnknownOutcome}, true},
		"not executed":      {`"status":"NOT_EXECUTED"`, []error{ecwid.ErrNotExecuted}, []error{ecwid.ErrNotExecuted}, true},
		"not executed, 200": {`"status":"NOT_EXECUTED","httpStatusCode":200`, []error{ecwid.ErrNotExecuted}, []error{ecwid.ErrNotExecuted}, true},
		"no status":         {`"status":"FAILED"`, []error{ecwid.ErrUnavailable, ecwid.ErrBadAnswer}, []error{ecwid.ErrUnknownOutcome, ecwid.ErrBadAnswer}, true},
		"too many parts": {`"status":"COMPLETED","httpStatusCode":200,"escapedHttpBody":"[` + strings.Repeat("{},", 20_000) + `{}]"`,
			[]error{ecwid.ErrUnavailable, ecwid.ErrBadAnswer}, []error{ecwid.ErrUnknownOutcome, ecwid.ErrBadAnswer}, true},
		"foreign body": {`"status":"COMPLETED","httpStatusCode":200,"httpBody":"<html>"`, []error{ecwid.ErrBadAnswer}, []error{ecwid.ErrUnknownOutcome, ecwid.ErrBadAnswer}, true},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				shop, _ := newShop(t, always(200, fmt.Sprintf(
					`{"status":"COMPLETED","responses":[{"id":"create",%s},{"id":"get",%[1]s}]}`, test.response)))
				results, err := shop.Batches.Wait(t.Context(), "t-1")
				if err != nil {
					t.Fatal(err)
				}
				product, err := get(5001).Result(results)
				checkOutcome(t, "GET /products/{productId}", err, test.read, test.retryable)
				if err == nil && product.ID != 5001 {
					t.Errorf("got %+v", product)
				}
				created, err := create.Result(results)
				checkOutcome(t, "POST /orders", err, test.write, test.retryable && !errors.Is(err, ecwid.ErrUnknownOutcome))
				if want := (&ecwid.OrderResult{ID: "A1", InternalID: 5001}); err == nil && *created != *want {
					t.Errorf("got %+v, want %+v", created, want)
				}
			})
		})
	}
}

func checkOutcome(t *testing.T, op string, err error, want []error, retryable bool) {
	t.Helper()
	if want == nil {
		if err != nil {
			t.Errorf("%s: %v", op, err)
		}
		return
	}
	wantClasses(t, err, want...)
	if e := apiError(t, err); e.Op != op || e.Retryable() != retryable {
		t.Errorf("%s: retryable %t, want %t", e.Op, e.Retryable(), retryable)
	}
}

// A request without an outcome is unknown, not failed, when it could have done
// something.
func TestBatchWithoutAnOutcome(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		shop, _ := newShop(t, always(200, `{"status":"COMPLETED"}`))
		results, err := shop.Batches.Wait(t.Context(), "t-1")
		if err != nil {
			t.Fatal(err)
		}
		_, err = order(t.Context(), "sale", ecwid.OrderCreate{}).Result(results)
		wantClasses(t, err, ecwid.ErrUnknownOutcome, ecwid.ErrBadAnswer)
		_, err = remove(t.Context(), 5).Result(results)
		wantClasses(t, err, ecwid.ErrUnavailable, ecwid.ErrBadAnswer)
	})
}

// The vendor's sample, in which nothing is unknown.
func TestBatchDocument(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		shop, _ := newShop(t, always(200, `{"status":"COMPLETED","totalRequests":2,"completedRequests":2,
 "responses":[
  {"id":"p-1","status":"COMPLETED","httpStatusCode":200,"httpStatusLine":"OK","httpBody":{"items":[]}},
  {"id":"p-2","status":"FAILED","httpStatusCode":404,"httpStatusLine":"Not Found","httpBody":{"errorMessage":"Product #77 not found","errorCode":"PRODUCT_NOT_FOUND"}}]}`),
			ecwid.WithUnknownField(func(document, field string) { t.Errorf("unknown: %s in %s", field, document) }))
		results, err := shop.Batches.Wait(t.Context(), "t-1")
		if err != nil {
			t.Fatal(err)
		}
		got := fmt.Sprintf("%+v", results.Outcomes)
		if !strings.HasPrefix(got, "[{ID:p-1 Status:COMPLETED StatusCode:200 ") || strings.Contains(got, "123 34") {
			t.Errorf("got %s, want the outcome without its body", got)
		}
		_, err = ecwid.InBatch("p-2", func(shop *ecwid.Client) (*ecwid.StockResult, error) {
			return shop.Stock.AdjustProduct(t.Context(), 77, -3)
		}).Result(results)
		if e := apiError(t, err); e.Code != "PRODUCT_NOT_FOUND" || e.Message != "Product #77 not found" {
			t.Errorf("got %v", err)
		}
	})
}

func TestBatchWithTwoOutcomesOfOneID(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		shop, _ := newShop(t, always(200, `{"status":"COMPLETED","responses":[
			{"id":"product-5","status":"FAILED","httpStatusCode":409},
			{"id":"product-5","status":"COMPLETED","httpStatusCode":200,"httpBody":{"deleteCount":1}}]}`))
		results, err := shop.Batches.Wait(t.Context(), "t-1")
		if err != nil {
			t.Fatal(err)
		}
		_, err = remove(t.Context(), 5).Result(results)
		wantClasses(t, err, ecwid.ErrConflict)
	})
}

func TestBatchesThatAreNotSent(t *testing.T) {
	t.Parallel()
	shop, store := newShop(t, always(200, `{"ticket":"t-1"}`))
	ctx := t.Context()
	one := remove(ctx, 1)
	tests := map[string]struct {
		requests []ecwid.BatchRequest
		opts     *ecwid.BatchOptions
		want     string
	}{
		"no requests":     {nil, nil, "no requests"},
		"nil":             {[]ecwid.BatchRequest{nil}, nil, "nil"},
		"an id twice":     {[]ecwid.BatchRequest{one, one}, nil, `"product-1" is there twice`},
		"an invalid call": {[]ecwid.BatchRequest{one, remove(ctx, -3)}, nil, `"product--3": ecwid: DELETE /products/{productId}: invalid request`},
		"no id":           {[]ecwid.BatchRequest{order(ctx, "", ecwid.OrderCreate{})}, nil, "no id"},
		"too many keys":   {[]ecwid.BatchRequest{one}, &ecwid.BatchOptions{Keys: []string{"a", "b"}}, "2 keys for 1 batches"},
		"an empty key":    {[]ecwid.BatchRequest{one}, &ecwid.BatchOptions{Keys: []string{""}}, "empty"},
		"two requests": {[]ecwid.BatchRequest{ecwid.InBatch("x", func(shop *ecwid.Client) (int, error) {
			return 0, errors.Join(shop.Products.Delete(ctx, 1), shop.Products.Delete(ctx, 2))
		})}, nil, `"x" makes 2 requests`},
		"no request": {[]ecwid.BatchRequest{ecwid.InBatch("x", func(*ecwid.Client) (int, error) { return 0, nil })}, nil, `"x" makes 0 requests`},
	}
	for name, test := range tests {
		_, errSubmit := shop.Batches.Submit(ctx, test.requests, test.opts)
		results, errRun := shop.Batches.Run(ctx, test.requests, test.opts)
		if results != nil {
			t.Errorf("%s: there are results", name)
		}
		for _, err := range []error{errSubmit, errRun} {
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("%s: got %v, want %q", name, err, test.want)
				continue
			}
			wantClasses(t, err, ecwid.ErrInvalid)
		}
	}
	_, errLarge := shop.Batches.Submit(ctx, removals(t, ecwid.MaxBatchSize+1), nil)
	_, errWait := shop.Batches.Wait(ctx, "")
	_, errResume := shop.Batches.Resume(ctx, "")
	_, errGroup := shop.Batches.CancelGroup(ctx, "")
	_, errList := shop.Batches.List(ctx, nil)
	for _, err := range []error{errLarge, errWait, errResume, errGroup, errList} {
		wantClasses(t, err, ecwid.ErrInvalid)
	}
	if len(store.seen()) != 0 {
		t.Errorf("%d requests were sent", len(store.seen()))
	}
}

// A call that makes a second request while its answer is read gets an error
// instead of the same answer again.
func TestBatchCallWithASecondRequest(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		store := newBatchStore(func(batchItem) (int, string) { return 200, `{"total":2,"items":[{"id":1}]}` })
		shop, _ := newShop(t, store.reply)
		call := ecwid.InBatch("all", func(shop *ecwid.Client) (n int, err error) {
			for _, err := range shop.Products.All(t.Context(), nil) {
				if err != nil {
					return n, err
				}
				n++
			}
			return n, nil
		})
		results, err := shop.Batches.Run(t.Context(), []ecwid.BatchRequest{call}, nil)
		if err != nil {
			t.Fatal(err)
		}
		n, err := call.Result(results)
		wantClasses(t, err, ecwid.ErrInvalid)
		if n != 1 {
			t.Errorf("got %d items, want the one of the page in the batch", n)
		}
	})
}

func TestBatchWaitBacksOff(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		var looks []time.Duration
		shop, _ := newShop(t, func(n int, _ request) (*http.Response, error) {
			looks = append(looks, time.Since(start).Truncate(time.Millisecond))
			if n == 25 {
				return answer(200, `{"status":"COMPLETED"}`), nil
			}
			return answer(200, `{"status":"QUEUED"}`), nil
		})
		if _, err := shop.Batches.Wait(t.Context(), "t 1"); err != nil {
			t.Fatal(err)
		}
		var at time.Duration
		for n, got := range looks {
			at += min(time.Duration(n+1)*500*time.Millisecond, 10*time.Second)
			if got != at {
				t.Errorf("look %d after %v, want %v", n+1, got, at)
			}
		}
	})
}

func TestBatchWaitEnds(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		shop, store := newShop(t, always(404, ``))
		_, err := shop.Batches.Wait(t.Context(), "lost")
		wantClasses(t, err, ecwid.ErrNotFound)
		if want := prefix + "/batch?ticket=lost&escapedJson=true"; store.seen()[0].target != want {
			t.Errorf("target %s, want %s", store.seen()[0].target, want)
		}

		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
		defer cancel()
		shop, _ = newShop(t, always(200, `{"status":"IN_PROGRESS"}`))
		results, err := shop.Batches.Wait(ctx, "slow")
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v, want the deadline", err)
		}
		if diff := cmp.Diff([]ecwid.BatchTicket{"slow"}, results.Tickets); diff != "" {
			t.Errorf("tickets (-want +got):\n%s", diff)
		}
		shop, _ = newShop(t, always(200, `{"status":"CANCELLED"}`))
		if _, err := shop.Batches.Wait(t.Context(), "new status"); err != nil {
			t.Error(err)
		}
		shop, _ = newShop(t, always(200, `{"responses":[]}`))
		_, err = shop.Batches.Wait(t.Context(), "odd")
		wantClasses(t, err, ecwid.ErrBadAnswer)
	})
}
