package ecwid_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

// newProduct is the call that creates the n-th product.
func newProduct(ctx context.Context, n int) *ecwid.BatchCall[*ecwid.ProductResult] {
	return ecwid.InBatch(fmt.Sprint("product ", n), func(shop *ecwid.Client) (*ecwid.ProductResult, error) {
		product := ecwid.ProductCreate{}
		product.Name, product.SKU = ecwid.Set(fmt.Sprint("Product ", n)), ecwid.Set(fmt.Sprint("SKU-", n))
		return shop.Products.Create(ctx, product, nil)
	})
}

// TestBatchesKeepToALowRate: a batch, what is inside and the looks at it fit into
// one minute.
func TestBatchesKeepToALowRate(t *testing.T) {
	t.Parallel()
	for _, rate := range []int{17, 30, 60, 95} {
		synctest.Test(t, func(t *testing.T) {
			server := ecwidtest.New(ecwidtest.WithLimits(rate), ecwidtest.WithBatchStep(2*time.Second))
			shop := server.Client(ecwid.WithRate(rate))
			if _, err := shop.Batches.Run(t.Context(), removals(t, 2*rate), nil); err != nil {
				t.Fatal(err)
			}
			for _, r := range server.Requests() {
				if r.Status == http.StatusTooManyRequests {
					t.Fatalf("rate %d: %s %s was one too many", rate, r.Method, r.Path)
				}
			}
		})
	}
}

// TestBatchesKeepWithinTheRate: whether or not the store counts what is inside of
// batches, and however long they take, it never has to say 429 while others use
// up the rest of the rate.
func TestBatchesKeepWithinTheRate(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		server []ecwidtest.Option
		client []ecwid.Option
	}{
		"counted":       {nil, nil},
		"counted, slow": {[]ecwidtest.Option{ecwidtest.WithBatchStep(100 * time.Millisecond)}, nil},
		"free":          {[]ecwidtest.Option{ecwidtest.With(ecwidtest.BatchCallsFree)}, options(ecwid.WithFreeBatches())},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				const n = 1100
				server := ecwidtest.New(test.server...)
				shop := server.Client(test.client...)
				requests := make([]ecwid.BatchRequest, 0, n)
				for i := range n {
					requests = append(requests, newProduct(t.Context(), i))
				}
				stop := make(chan struct{})
				var wg sync.WaitGroup
				for range 3 {
					wg.Go(func() { readUntil(t, shop, stop) })
				}
				results, err := shop.Batches.Run(t.Context(), requests, nil)
				close(stop)
				wg.Wait()
				if err != nil {
					t.Fatal(err)
				}
				for i := range n {
					if _, err := newProduct(t.Context(), i).Result(results); err != nil {
						t.Error(err)
					}
				}
				for _, r := range server.Requests() {
					if r.Status == http.StatusTooManyRequests {
						t.Fatalf("429 for %s %s", r.Method, r.Path)
					}
				}
			})
		})
	}
}

// readUntil uses up what is left of the rate.
func readUntil(t *testing.T, shop *ecwid.Client, stop <-chan struct{}) {
	for {
		select {
		case <-stop:
			return
		default:
		}
		if _, err := shop.Profile.Get(t.Context()); err != nil {
			t.Error(err)
			return
		}
	}
}

// TestBatchResumeAtTheStore: the store keeps its promise about keys.
func TestBatchResumeAtTheStore(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := ecwidtest.New()
		shop := server.Client()
		key := ecwid.NewBatchKey()
		requests := []ecwid.BatchRequest{newProduct(t.Context(), 1)}
		if _, err := shop.Batches.Submit(t.Context(), requests, &ecwid.BatchOptions{Keys: []string{key}}); err != nil {
			t.Fatal(err)
		}
		results, err := shop.Batches.Resume(t.Context(), key)
		if err != nil {
			t.Fatal(err)
		}
		created, err := newProduct(t.Context(), 1).Result(results)
		if err != nil {
			t.Fatal(err)
		}
		if got := server.Docs("products"); len(got) != 1 || created.ID <= 0 {
			t.Errorf("created %+v, the store has %d products", created, len(got))
		}
		_, err = shop.Batches.Resume(t.Context(), ecwid.NewBatchKey())
		wantClasses(t, err, ecwid.ErrNotFound)

		page, err := shop.Batches.List(t.Context(), &ecwid.BatchListOptions{Status: ecwid.BatchCompleted})
		if err != nil || page.Total != 2 || page.Items[0].Ticket == "" {
			t.Errorf("got %+v, %v, want the batch and the claim of an unused key", page, err)
		}
	})
}

// handlerTransport delivers requests to a handler.
type handlerTransport struct{ handler http.Handler }

func (h handlerTransport) RoundTrip(r *http.Request) (*http.Response, error) {
	w := httptest.NewRecorder()
	h.handler.ServeHTTP(w, r)
	return w.Result(), nil
}

// TestWebhooksOfTheStore: every spelling and repetition is taken.
func TestWebhooksOfTheStore(t *testing.T) {
	t.Parallel()
	for _, readings := range [][]ecwidtest.Reading{nil, {ecwidtest.SnakeCaseEvents, ecwidtest.RetriesRestamped}} {
		server := ecwidtest.New(ecwidtest.With(readings...),
			ecwidtest.WithWebhooks(ecwidtest.Webhooks{URL: "https://app.example.com/hooks", Repeat: 1}))
		box := &inbox{}
		handler, err := ecwid.NewWebhookHandler(secrets(ecwid.Secret(server.ClientSecret())), box.take, ecwid.WithSeen(box))
		if err != nil {
			t.Fatal(err)
		}
		server.Announce("application.storageChanged", server.StoreID(), `{"key":"settings"}`)
		server.Announce("product.updated", 5001, "")
		if _, err := server.Deliver(t.Context(), handlerTransport{handler}); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range box.events {
			got = append(got, fmt.Sprint(e.Type, " ", e.EntityID, " ", e.Data.Key, " ", e.Duplicate))
		}
		want := []string{
			"application.storageChanged 1003 settings false", "application.storageChanged 1003 settings true",
			"product.updated 5001  false", "product.updated 5001  true",
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("events (-want +got):\n%s", diff)
		}
	}
}

// TestInstallInTheStore: a code becomes a token that works.
func TestInstallInTheStore(t *testing.T) {
	t.Parallel()
	for _, readings := range [][]ecwidtest.Reading{nil, {ecwidtest.OAuthByGet}} {
		server := ecwidtest.New(ecwidtest.With(readings...))
		app, err := ecwid.NewApp(server.ClientID(), ecwid.Secret(server.ClientSecret()), redirect, ecwid.WithTransport(server.Transport()))
		if err != nil {
			t.Fatal(err)
		}
		installed, err := app.Exchange(t.Context(), server.AuthorizeApp(redirect, "read_store_profile"))
		if err != nil {
			t.Fatal(err)
		}
		shop, err := ecwid.New(installed.StoreID, string(installed.AccessToken), ecwid.WithTransport(server.Transport()))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := shop.Profile.Get(t.Context()); err != nil {
			t.Error(err)
		}
		const claims = `{"store_id":1003,"access_token":"secret_x","view_mode":"INLINE"}`
		page, err := app.OpenPage(server.IframePayload(claims))
		if err != nil || page.ViewMode != ecwid.ViewInline {
			t.Errorf("got %+v, %v", page, err)
		}
		page, err = ecwid.ReadPage(server.IframeFragment(claims))
		if err != nil || page.ViewMode != ecwid.ViewInline {
			t.Errorf("got %+v, %v", page, err)
		}
	}
}
