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

// lanePrinter is a limiter that knows priorities.
type lanePrinter struct{}

func (l lanePrinter) AcquireAt(_ context.Context, key string, _ int, p ecwid.Priority) (func(), error) {
	fmt.Println(key, "is bulk:", p == ecwid.PriorityBulk)
	return func() {}, nil
}

func (l lanePrinter) Acquire(ctx context.Context, key string, cost int) (func(), error) {
	return l.AcquireAt(ctx, key, cost, ecwid.PriorityUrgent)
}

func (l lanePrinter) CoolDown(string, time.Time) {}

// A clean-up runs beside the daily work and does not delay it.
func ExampleClient_WithPriority() {
	network := httpmock.NewMockTransport()
	network.RegisterNoResponder(httpmock.NewStringResponder(200, `{"deleteCount":1}`))
	shop, err := ecwid.New(1003, "secret_token", ecwid.WithTransport(network), ecwid.WithLimiter(lanePrinter{}))
	if err != nil {
		fmt.Println(err)
		return
	}
	bulk := shop.WithPriority(ecwid.PriorityBulk)
	for _, client := range []*ecwid.Client{bulk, shop} {
		if err := client.Products.Delete(context.Background(), 5001); err != nil {
			fmt.Println(err)
		}
	}

	// Output:
	// token is bulk: true
	// token is bulk: false
}
