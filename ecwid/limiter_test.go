package ecwid_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid"
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
	l.lines = append(l.lines, fmt.Sprintf("acquire %s %d", key, cost))
	return func() { l.lines = append(l.lines, "release") }, nil
}

func (l *ledger) CoolDown(key string, until time.Time) {
	l.lines = append(l.lines, fmt.Sprintf("cool down %s %v", key, time.Until(until)))
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
		if diff := cmp.Diff(want, book.lines); diff != "" {
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
