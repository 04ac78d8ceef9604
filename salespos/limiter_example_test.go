package salespos_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/jarcoal/httpmock"

	"github.com/tillsync/tillsync/salespos"
)

// budget is what several processes share. Here it is a map; there it is a table
// in a database that all of them reach.
type budget struct {
	mu   sync.Mutex
	left map[string]int
}

// Acquire takes a request from the budget of a verb and resource, or sends the
// caller away.
func (b *budget) Acquire(_ context.Context, key string, cost int) (func(), error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if cost > b.left[key] {
		return nil, spent(time.Minute)
	}
	b.left[key] -= cost
	return func() {}, nil
}

// CoolDown spends all that is left.
func (b *budget) CoolDown(key string, _ time.Time) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if key == "" {
		clear(b.left)
		return
	}
	b.left[key] = 0
}

// spent says when to come back.
type spent time.Duration

func (s spent) Error() string             { return "the budget is spent" }
func (s spent) RetryAfter() time.Duration { return time.Duration(s) }

// Clients of several processes share one budget for each verb and resource.
func ExampleWithLimiter() {
	network := httpmock.NewMockTransport()
	network.RegisterNoResponder(func(r *http.Request) (*http.Response, error) {
		resp := httpmock.NewStringResponse(204, "")
		resp.Header.Set("x-date", signDate)
		resp.Header.Set("x-hash", sign(publicKey, r.Method, r.URL.RequestURI(), "", signDate))
		return resp, nil
	})
	shared := &budget{left: map[string]int{"DELETE products": 1, "PATCH products": 1}}
	pos, err := salespos.New(shopURL, publicKey, secretKey, salespos.WithTransport(network), salespos.WithLimiter(shared))
	if err != nil {
		fmt.Println(err)
		return
	}
	ctx := context.Background()
	fmt.Println(pos.Products.Delete(ctx, 5))
	err = pos.Products.Delete(ctx, 6)
	fmt.Println(errors.Is(err, salespos.ErrRateLimited), err)
	fmt.Println(pos.Products.Update(ctx, 7, salespos.ProductUpdate{}))
	// Output:
	// <nil>
	// true salespos: DELETE /products/{id}: the budget is spent
	// <nil>
}

// lanePrinter is a limiter that knows priorities.
type lanePrinter struct{}

func (l lanePrinter) AcquireAt(_ context.Context, key string, _ int, p salespos.Priority) (func(), error) {
	fmt.Println(key, "is bulk:", p == salespos.PriorityBulk)
	return func() {}, nil
}

func (l lanePrinter) Acquire(ctx context.Context, key string, cost int) (func(), error) {
	return l.AcquireAt(ctx, key, cost, salespos.PriorityUrgent)
}

func (l lanePrinter) CoolDown(string, time.Time) {}

// A clean-up runs beside the daily work and does not delay it.
func ExampleClient_WithPriority() {
	offline := &shop{replies: []reply{{Status: 204}}}
	pos, err := salespos.New(shopURL, publicKey, secretKey,
		salespos.WithTransport(offline.transport()), salespos.WithLimiter(lanePrinter{}))
	if err != nil {
		fmt.Println(err)
		return
	}
	bulk := pos.WithPriority(salespos.PriorityBulk)
	for _, client := range []*salespos.Client{bulk, pos} {
		if err := client.Products.Delete(context.Background(), 5001); err != nil {
			fmt.Println(err)
		}
	}

	// Output:
	// DELETE products is bulk: true
	// DELETE products is bulk: false
}
