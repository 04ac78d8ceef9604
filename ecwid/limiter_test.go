package ecwid_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"path"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/internal/limit"
)

// ledger is a limiter that writes down what it is asked.
type ledger struct {
	refuse error

	mu    sync.Mutex
	lines []string
}

func (l *ledger) note(line string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lines = append(l.lines, line)
}

func (l *ledger) noted() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.lines)
}

func (l *ledger) Acquire(_ context.Context, key string, cost int) (func(), error) {
	if l.refuse != nil {
		return nil, l.refuse
	}
	l.note(fmt.Sprintf("acquire %s %d", key, cost))
	return func() { l.note("release") }, nil
}

func (l *ledger) CoolDown(key string, until time.Time) {
	l.note(fmt.Sprintf("cool down %s %v", key, time.Until(until)))
}

func TestOwnLimiter(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		book := &ledger{}
		shop, _ := newShop(t, func(n int, _ request) (*http.Response, error) {
			if n == 1 {
				return answer(429, ``), nil
			}
			return answer(200, `{"id":5001}`), nil
		}, ecwid.WithLimiter(book), ecwid.WithRate(1))
		if err := get(t.Context(), shop); err != nil {
			t.Fatal(err)
		}
		want := []string{"acquire token 1", "release", "cool down token 10s", "acquire token 1", "release"}
		if diff := cmp.Diff(want, book.noted()); diff != "" {
			t.Errorf("what the limiter was asked (-want +got):\n%s", diff)
		}
	})
}

// comeBack is an error of a limiter that knows a better time.
type comeBack struct{}

func (comeBack) Error() string             { return "others spent the budget" }
func (comeBack) RetryAfter() time.Duration { return 7 * time.Second }

func TestOwnLimiterThatRefuses(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		refuse, want error
		after        time.Duration
	}{
		"come back later": {comeBack{}, ecwid.ErrRateLimited, 7 * time.Second},
		"it failed":       {errors.New("no connection to the budget"), ecwid.ErrUnavailable, 0},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			shop, store := newShop(t, always(200, ``), ecwid.WithLimiter(&ledger{refuse: test.refuse}))
			err := create(t.Context(), shop)
			wantClasses(t, err, test.want)
			e := apiError(t, err)
			if !errors.Is(err, test.refuse) || e.RetryAfter() != test.after || e.Unknown || len(store.seen()) != 0 {
				t.Errorf("got %v, retry after %v, %d requests", err, e.RetryAfter(), len(store.seen()))
			}
		})
	}
}

func TestWithLimiterRefusesNil(t *testing.T) {
	t.Parallel()
	if _, err := ecwid.New(storeID, token, ecwid.WithLimiter(nil)); err == nil {
		t.Error("a nil limiter was accepted")
	}
}

// TestPriorities: what is urgent overtakes bulk requests of the same client that
// wait already.
func TestPriorities(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		shop, store := newShop(t, always(200, `{"deleteCount":1}`), ecwid.WithRate(1))
		bulk := shop.WithPriority(ecwid.PriorityBulk)
		if err := shop.Products.Delete(t.Context(), 1); err != nil {
			t.Fatal(err)
		}
		var wg sync.WaitGroup
		if bulk.Priority() != ecwid.PriorityBulk || shop.Priority() != ecwid.PriorityUrgent {
			t.Errorf("priorities %v and %v", bulk.Priority(), shop.Priority())
		}
		for i, client := range []*ecwid.Client{bulk, shop} {
			wg.Go(func() {
				if err := client.Products.Delete(t.Context(), ecwid.ProductID(i+2)); err != nil {
					t.Error(err)
				}
			})
			synctest.Wait()
		}
		wg.Wait()
		var got []string
		for _, r := range store.seen() {
			got = append(got, path.Base(r.target))
		}
		if want := []string{"1", "3", "2"}; !slices.Equal(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
	})
}

// lanes is a limiter that knows priorities.
type lanes struct{ ledger }

func (l *lanes) AcquireAt(ctx context.Context, key string, cost int, p ecwid.Priority) (func(), error) {
	l.note(fmt.Sprint("priority ", p))
	return l.Acquire(ctx, key, cost)
}

func TestOwnLimiterWithPriorities(t *testing.T) {
	t.Parallel()
	book := &lanes{}
	shop, _ := newShop(t, always(200, `{"id":5001}`), ecwid.WithLimiter(book))
	for _, client := range []*ecwid.Client{shop.WithPriority(ecwid.PriorityBulk), shop} {
		if err := get(t.Context(), client); err != nil {
			t.Fatal(err)
		}
	}
	want := []string{"priority 2", "acquire token 1", "release", "priority 0", "acquire token 1", "release"}
	if diff := cmp.Diff(want, book.noted()); diff != "" {
		t.Errorf("what the limiter was asked (-want +got):\n%s", diff)
	}
}

// TestLimiterOfTwoClients: 20 callers on two clients share the rate of one limiter,
// and in the pause after a 429 to one of them nobody sends anything.
func TestLimiterOfTwoClients(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		const pause = 30 * time.Second
		start := time.Now()
		var mu sync.Mutex
		var sent []time.Duration
		reply := func(int, request) (*http.Response, error) {
			mu.Lock()
			defer mu.Unlock()
			if sent = append(sent, time.Since(start)); len(sent) > 1 {
				return answer(200, `{"id":5001}`), nil
			}
			limited := answer(429, ``)
			limited.Header.Set("Retry-After", "30")
			return limited, nil
		}
		shared := limit.New(func(string) limit.Rate { return limit.Rate{Calls: 10, Window: time.Minute} }, time.Hour)
		one, _ := newShop(t, reply, ecwid.WithLimiter(shared))
		other, _ := newShop(t, reply, ecwid.WithLimiter(shared))
		var all sync.WaitGroup
		for i := range 20 {
			all.Go(func() {
				if err := get(t.Context(), []*ecwid.Client{one, other}[i%2]); err != nil {
					t.Error(err)
				}
			})
			synctest.Wait()
		}
		all.Wait()
		// The refusal lowers the rate to 8: 8 after the pause, 8 a minute later.
		for i, at := range sent {
			early := i > 0 && at < pause || i > 8 && at < pause+time.Minute || i > 16 && at < pause+2*time.Minute
			if early {
				t.Errorf("request %d went after %v", i+1, at)
			}
		}
		if len(sent) != 21 {
			t.Errorf("%d requests, want 21: one of 20 was refused", len(sent))
		}
	})
}
