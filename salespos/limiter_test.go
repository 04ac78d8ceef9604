package salespos_test

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

	"github.com/tillsync/tillsync/salespos"
)

// ledger is a limiter that writes down what it is asked.
type ledger struct {
	refuse error
	lines  []string
}

func (l *ledger) Acquire(_ context.Context, key string, cost int) (func(), error) {
	if l.refuse != nil {
		return nil, l.refuse
	}
	l.lines = append(l.lines, fmt.Sprintf("acquire %s, %d", key, cost))
	return func() { l.lines = append(l.lines, "release") }, nil
}

func (l *ledger) CoolDown(key string, until time.Time) {
	l.lines = append(l.lines, fmt.Sprintf("cool down %q %v", key, time.Until(until)))
}

func (l *ledger) Slow(key string) { l.lines = append(l.lines, "slow "+key) }

func TestOwnLimiter(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		body string
		told []string
	}{
		"of the resource": {`{"code":"429.10"}`, []string{"slow DELETE products", `cool down "DELETE products" 1m0s`}},
		"of the account":  {`{"code":"429.11"}`, []string{`cool down "" 1m0s`}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				book := &ledger{}
				s := &shop{replies: []reply{{Status: 429, Body: test.body}, {Status: 204}}}
				client := newClient(t, s, salespos.WithLimiter(book), salespos.WithRates(salespos.Rates{Delete: 1}))
				if err := client.Products.Delete(t.Context(), 5); err != nil {
					t.Fatal(err)
				}
				want := append([]string{"acquire DELETE products, 1", "release"}, test.told...)
				diff(t, append(want, "acquire DELETE products, 1", "release"), book.lines)
			})
		})
	}
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
		"come back later": {comeBack{}, salespos.ErrRateLimited, 7 * time.Second},
		"it failed":       {errors.New("no connection to the budget"), salespos.ErrUnavailable, 0},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := &shop{replies: []reply{{Status: http.StatusNoContent}}}
			client := newClient(t, s, salespos.WithLimiter(&ledger{refuse: test.refuse}))
			err := client.Products.Delete(t.Context(), 5)
			e, ok := errors.AsType[*salespos.APIError](err)
			if !ok || !errors.Is(err, test.want) || !errors.Is(err, test.refuse) || e.After != test.after || len(s.seen()) != 0 {
				t.Errorf("got %v with %d requests, want %v", err, len(s.seen()), test.want)
			}
		})
	}
}

func TestWithLimiterRefusesNil(t *testing.T) {
	t.Parallel()
	if _, err := salespos.New(shopURL, publicKey, secretKey, salespos.WithLimiter(nil)); err == nil {
		t.Error("a nil limiter was accepted")
	}
}

// TestPriorities: what is urgent overtakes bulk requests of the same client that
// wait already.
func TestPriorities(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := &shop{replies: []reply{{Status: 204}}}
		client := newClient(t, s, salespos.WithRates(salespos.Rates{Delete: 1}))
		bulk := client.WithPriority(salespos.PriorityBulk)
		if err := client.Products.Delete(t.Context(), 1); err != nil {
			t.Fatal(err)
		}
		var wg sync.WaitGroup
		if bulk.Priority() != salespos.PriorityBulk || client.Priority() != salespos.PriorityUrgent {
			t.Errorf("priorities %v and %v", bulk.Priority(), client.Priority())
		}
		for i, caller := range []*salespos.Client{bulk, client} {
			wg.Go(func() {
				if err := caller.Products.Delete(t.Context(), salespos.ProductID(i+2)); err != nil {
					t.Error(err)
				}
			})
			synctest.Wait()
		}
		wg.Wait()
		var got []string
		for _, r := range s.seen() {
			got = append(got, path.Base(r.Target))
		}
		diff(t, []string{"1", "3", "2"}, got)
	})
}

// TestPacedPause: where a minute passes faster, so does the pause after a 429.
func TestPacedPause(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		book := &ledger{}
		s := &shop{replies: []reply{{Status: 429, Body: `{"code":"429.10"}`}, {Status: 204}}}
		client := newClient(t, s, salespos.WithLimiter(book), salespos.WithPace(60))
		if err := client.Products.Delete(t.Context(), 5); err != nil {
			t.Fatal(err)
		}
		if want := `cool down "DELETE products" 1s`; !slices.Contains(book.lines, want) {
			t.Errorf("the limiter was told %q, want %s", book.lines, want)
		}
	})
}
