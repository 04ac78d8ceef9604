package ecwid_test

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid"
)

// deleted answers the delete of a product; ids in missing fail.
func deleted(refused ...string) func(batchItem) (int, string) {
	return func(item batchItem) (int, string) {
		if slices.Contains(refused, item.ID) {
			return 409, `{"errorCode":"CONSTRAINT_VIOLATION"}`
		}
		return 200, `{"deleteCount":1}`
	}
}

// tally counts the outcomes of the deletes of products 1 to n.
func tally(t *testing.T, results *ecwid.BatchResults, n int) map[string]int {
	t.Helper()
	counts := map[string]int{}
	for id := range n {
		_, err := remove(t.Context(), ecwid.ProductID(id+1)).Result(results)
		switch {
		case err == nil:
			counts["done"]++
		case errors.Is(err, ecwid.ErrConflict):
			counts["conflict"]++
		case errors.Is(err, ecwid.ErrNotExecuted):
			counts["not executed"]++
		case errors.Is(err, ecwid.ErrBadAnswer):
			counts["no outcome"]++
		default:
			t.Errorf("product %d: %v", id+1, err)
		}
	}
	return counts
}

func TestBatchRunSplits(t *testing.T) {
	t.Parallel()
	const n = 1201
	tests := map[string]struct {
		opts *ecwid.BatchOptions
		want map[string]int
		lens []int
	}{
		"all carried out": {nil, map[string]int{"done": n - 1, "conflict": 1}, []int{500, 500, 201}},
		"stop":            {&ecwid.BatchOptions{StopOnFirstFailure: true}, map[string]int{"done": 599, "conflict": 1, "not executed": 601}, []int{500, 500}},
		"keys":            {&ecwid.BatchOptions{Keys: []string{"a", "b", "c"}}, map[string]int{"done": n - 1, "conflict": 1}, []int{500, 500, 201}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				store := newBatchStore(deleted("product-600"))
				shop, _ := newShop(t, store.reply)
				results, err := shop.Batches.Run(t.Context(), removals(t, n), test.opts)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(test.want, tally(t, results, n)); diff != "" {
					t.Errorf("outcomes (-want +got):\n%s", diff)
				}
				var lens []int
				for i, ticket := range results.Tickets {
					lens = append(lens, len(store.batches[string(ticket)]))
					key := store.queries[i].Get("deduplicationKey")
					if test.opts != nil && test.opts.Keys != nil && key != test.opts.Keys[i] {
						t.Errorf("batch %d has the key %s", i, key)
					}
				}
				if diff := cmp.Diff(test.lens, lens); diff != "" || len(results.Outcomes) != n {
					t.Errorf("%d outcomes, batches (-want +got):\n%s", len(results.Outcomes), diff)
				}
			})
		})
	}
}

func TestBatchRunWantsAKeyForEachBatch(t *testing.T) {
	t.Parallel()
	shop, store := newShop(t, always(200, `{"ticket":"t-1"}`))
	for _, keys := range [][]string{{"a"}, {"a", "a"}, {"a", "b", "c"}, {}} {
		_, err := shop.Batches.Run(t.Context(), removals(t, 501), &ecwid.BatchOptions{Keys: keys})
		wantClasses(t, err, ecwid.ErrInvalid)
	}
	if len(store.seen()) != 0 {
		t.Errorf("%d requests were sent", len(store.seen()))
	}
}

// TestBatchRunThatFails: what was never sent is told apart from what is unknown.
func TestBatchRunThatFails(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		second *http.Response
		class  error
		want   map[string]int
	}{
		"refused": {answer(403, ``), ecwid.ErrForbidden, map[string]int{"done": 500, "not executed": 501}},
		"unknown": {answer(200, `oops`), ecwid.ErrUnknownOutcome, map[string]int{"done": 500, "no outcome": 500, "not executed": 1}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				store := newBatchStore(deleted())
				store.submit = func(n int) *http.Response {
					if n == 2 {
						return test.second
					}
					return nil
				}
				shop, _ := newShop(t, store.reply)
				results, err := shop.Batches.Run(t.Context(), removals(t, 1001), nil)
				if !errors.Is(err, test.class) {
					t.Errorf("got %v, want %v", err, test.class)
				}
				if diff := cmp.Diff(test.want, tally(t, results, 1001)); diff != "" {
					t.Errorf("outcomes (-want +got):\n%s", diff)
				}
			})
		})
	}
}

// TestBatchResume: a batch whose answer was lost is found by its key, also by a
// program that no longer knows what was in it.
func TestBatchResume(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		store := newBatchStore(func(item batchItem) (int, string) {
			if item.Method == http.MethodPost {
				return 200, `{"id":17,"orderId":"XJ12H"}`
			}
			return 200, `{"generalInfo":{"storeId":1003}}`
		})
		shop, wire := newShop(t, store.reply)
		store.submit = func(n int) *http.Response {
			if n == 1 { // it arrives, its answer does not
				store.accept(store.queries[0].Get("deduplicationKey"), wire.seen()[0].body)
				return answer(200, ``)
			}
			return nil
		}
		key := ecwid.NewBatchKey()
		sale := []ecwid.BatchRequest{order(t.Context(), "sale", ecwid.OrderCreate{})}
		_, err := shop.Batches.Submit(t.Context(), sale, &ecwid.BatchOptions{Keys: []string{key}})
		wantClasses(t, err, ecwid.ErrUnknownOutcome, ecwid.ErrBadAnswer)

		results, err := shop.Batches.Resume(t.Context(), key)
		if err != nil {
			t.Fatal(err)
		}
		result, err := order(t.Context(), "sale", ecwid.OrderCreate{}).Result(results)
		if err != nil || *result != (ecwid.OrderResult{ID: "XJ12H", InternalID: 17}) {
			t.Errorf("got %+v, %v", result, err)
		}

		never := ecwid.NewBatchKey()
		_, err = shop.Batches.Resume(t.Context(), never)
		wantClasses(t, err, ecwid.ErrNotFound)
		// From now on the key is spent: what arrives late does nothing.
		ticket, err := shop.Batches.Submit(t.Context(), sale, &ecwid.BatchOptions{Keys: []string{never}})
		if items := store.batches[string(ticket)]; err != nil || len(items) != 1 || items[0].Method != http.MethodGet {
			t.Errorf("a late batch became %+v, %v", items, err)
		}
	})
}

// TestBatchCost: by default the rate counts what is inside of a batch.
func TestBatchCost(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		opts   []ecwid.Option
		submit []time.Duration // when each batch arrives; it takes 3 s
		sizes  []int
	}{
		"counted":             {nil, []time.Duration{0, 63 * time.Second}, []int{500, 500}},
		"free":                {options(ecwid.WithFreeBatches()), []time.Duration{0, 3 * time.Second}, []int{500, 500}},
		"counted, lower rate": {options(ecwid.WithRate(401)), []time.Duration{0, 63 * time.Second, 126 * time.Second}, []int{334, 334, 332}},
		"free, lower rate":    {options(ecwid.WithFreeBatches(), ecwid.WithRate(10)), []time.Duration{0, 3 * time.Second}, []int{500, 500}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				start := time.Now()
				var submit []time.Duration
				store := newBatchStore(deleted())
				store.submit = func(int) *http.Response {
					submit = append(submit, time.Since(start).Round(3*time.Second))
					return nil
				}
				shop, _ := newShop(t, store.reply, test.opts...)
				results, err := shop.Batches.Run(t.Context(), removals(t, 1000), nil)
				if err != nil {
					t.Fatal(err)
				}
				var sizes []int
				for _, ticket := range results.Tickets {
					sizes = append(sizes, len(store.batches[string(ticket)]))
				}
				if diff := cmp.Diff(test.submit, submit); diff != "" {
					t.Errorf("submits (-want +got):\n%s", diff)
				}
				if diff := cmp.Diff(test.sizes, sizes); diff != "" {
					t.Errorf("sizes (-want +got):\n%s", diff)
				}
			})
		})
	}
}

func TestBatchAndTheLimiter(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		opts []ecwid.Option
		want []string
	}{
		"counted": {nil, []string{"acquire token 23", "acquire token 0", "release", "acquire token 0", "release", "acquire token 0", "release", "release"}},
		"free": {options(ecwid.WithFreeBatches()), []string{
			"acquire token 1", "release", "acquire token 1", "release", "acquire token 1", "release", "acquire token 1", "release",
		}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				book := &ledger{}
				shop, _ := newShop(t, newBatchStore(deleted()).reply, append(test.opts, ecwid.WithLimiter(book), ecwid.WithRate(1))...)
				if _, err := shop.Batches.Run(t.Context(), removals(t, 7), nil); err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(test.want, book.noted()); diff != "" {
					t.Errorf("what the limiter was asked (-want +got):\n%s", diff)
				}
			})
		})
	}
}

// TestBatchesOfManyCallers: each holds its share until its batch is finished, and
// none keeps another from finishing.
func TestBatchesOfManyCallers(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		store := newBatchStore(deleted())
		var submits []time.Duration
		store.submit = func(int) *http.Response {
			submits = append(submits, time.Since(start).Round(5*time.Second))
			return nil
		}
		shop, _ := newShop(t, store.reply)
		var wg sync.WaitGroup
		for range 3 {
			wg.Go(func() {
				if _, err := shop.Batches.Run(t.Context(), removals(t, 500), nil); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		// A batch takes 3 s; its share is free a minute after that.
		want := []time.Duration{0, 65 * time.Second, 125 * time.Second}
		if diff := cmp.Diff(want, submits); diff != "" {
			t.Errorf("submits (-want +got):\n%s", diff)
		}
	})
}

func TestBatchListAll(t *testing.T) {
	t.Parallel()
	shop, _ := newShop(t, func(n int, r request) (*http.Response, error) {
		if !strings.Contains(r.target, fmt.Sprintf("offset=%d&", n-1)) {
			t.Errorf("page %d: %s", n, r.target)
		}
		return answer(200, fmt.Sprintf(`{"total":2,"items":[{"ticket":"t-%d"}]}`, n)), nil
	})
	var got []ecwid.BatchTicket
	for batch, err := range shop.Batches.All(t.Context(), &ecwid.BatchListOptions{Status: ecwid.BatchCompleted, Limit: 1}) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, batch.Ticket)
	}
	if diff := cmp.Diff([]ecwid.BatchTicket{"t-1", "t-2"}, got); diff != "" {
		t.Errorf("tickets (-want +got):\n%s", diff)
	}
}
