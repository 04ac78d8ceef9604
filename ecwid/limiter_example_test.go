package ecwid_test

import (
	"context"
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/jarcoal/httpmock"

	"github.com/tillsync/tillsync/ecwid"
)

// budget is what several processes share. Here it is a number; there it is a
// counter in a database that all of them reach.
type budget struct {
	mu    sync.Mutex
	left  int
	until time.Time // nothing may be sent before
}

// Acquire takes cost requests from the budget or sends the caller away.
func (b *budget) Acquire(_ context.Context, _ string, cost int) (func(), error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if wait := time.Until(b.until); wait > 0 {
		return nil, spent(wait)
	}
	if cost > b.left {
		return nil, spent(time.Minute)
	}
	b.left -= cost
	return func() {}, nil
}

// CoolDown stops all processes.
func (b *budget) CoolDown(_ string, until time.Time) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if until.After(b.until) {
		b.until = until
	}
}

// spent says when to come back.
type spent time.Duration

func (s spent) Error() string             { return "the budget is spent" }
func (s spent) RetryAfter() time.Duration { return time.Duration(s) }

// Two clients with one token share a budget of three requests.
func ExampleWithLimiter() {
	store := httpmock.NewMockTransport()
	store.RegisterNoResponder(func(*http.Request) (*http.Response, error) {
		return httpmock.NewStringResponse(200, `{"id":5001,"name":"Green tea"}`), nil
	})
	shared := &budget{left: 3}
	for _, name := range []string{"importer", "exporter"} {
		shop, err := ecwid.New(1003, "secret_example", ecwid.WithTransport(store), ecwid.WithLimiter(shared))
		if err != nil {
			fmt.Println(err)
			return
		}
		for range 2 {
			_, err := shop.Products.Get(context.Background(), 5001)
			fmt.Println(name, err)
		}
	}
	// Output:
	// importer <nil>
	// importer <nil>
	// exporter <nil>
	// exporter ecwid: GET /products/{productId}: the budget is spent
}
