package rest_test

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/internal/rest"
)

func TestRepetitionsAreAShareOfTheCalls(t *testing.T) {
	t.Parallel()
	const calls, reserve = 1000, 20
	const most = calls + (calls-1)/5 + reserve // the first call finds a full budget
	tests := map[string]struct {
		reply reply
		want  int // requests
	}{
		"server that is down": {status(503, ""), most},
		"no connection":       {broken(errDial), most},
		"server that counts":  {status(429, ""), 4 * calls},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := &wire{replies: []reply{test.reply}}
				client := newClient(t, w, nil)
				for range calls {
					_, err := client.Do(t.Context(), get())
					_ = fail(t, err)
				}
				if got := len(w.requests); got != test.want {
					t.Errorf("%d requests for %d calls, want %d", got, calls, test.want)
				}
			})
		})
	}
}

func TestCallsThatWorkFillTheReserveAgain(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var down atomic.Bool
		down.Store(true)
		w := &wire{replies: []reply{func(r *http.Request) (*http.Response, error) {
			if down.Load() {
				return status(503, "")(r)
			}
			return status(200, "{}")(r)
		}}}
		client := newClient(t, w, nil)
		attempts := func() int {
			_, err := client.Do(t.Context(), get())
			return fail(t, err).Attempts
		}
		for range 100 {
			_ = attempts()
		}
		if got := attempts(); got > 2 {
			t.Errorf("%d attempts with a spent reserve, want at most 2", got)
		}
		down.Store(false)
		for range 15 {
			if _, err := client.Do(t.Context(), get()); err != nil {
				t.Fatal(err)
			}
		}
		down.Store(true)
		if got := attempts(); got != 4 {
			t.Errorf("%d attempts after calls that worked, want all 4", got)
		}
	})
}

// What the budget does not allow ends as a call does whose attempts are used up,
// at once.
func TestASpentBudgetEndsTheCallAtOnce(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		client := newClient(t, &wire{replies: []reply{status(503, "")}}, nil)
		for range 26 { // 26 calls and the reserve pay for 25 repetitions
			_, err := client.Do(t.Context(), get())
			_ = fail(t, err)
		}
		start := time.Now()
		_, err := client.Do(t.Context(), get())
		if f := fail(t, err); f.Attempts != 1 || f.Answer.Status != 503 || f.Unknown || time.Since(start) != 0 {
			t.Errorf("failure = %+v after %v, want the 503 of one attempt at once", f, time.Since(start))
		}
	})
}

// ledger is a limiter that writes down what it is asked.
type ledger []string

func (l *ledger) Acquire(_ context.Context, key string, cost int) (func(), error) {
	*l = append(*l, fmt.Sprint("acquire ", key, " ", cost))
	return func() { *l = append(*l, "release") }, nil
}

func (l *ledger) CoolDown(string, time.Time) {}

func TestWhatTheLimiterIsAsked(t *testing.T) {
	t.Parallel()
	var release func()
	hold := func(r func()) { release = r }
	tests := map[string]struct {
		change func(*rest.Call)
		reply  reply
		want   []string
	}{
		"default":           {func(*rest.Call) {}, status(200, ""), []string{"acquire k 1", "release"}},
		"cost":              {func(c *rest.Call) { c.Cost = 7 }, status(200, ""), []string{"acquire k 7", "release"}},
		"free":              {func(c *rest.Call) { c.Cost = rest.Free }, status(200, ""), []string{"acquire k 0", "release"}},
		"held":              {func(c *rest.Call) { c.Hold = hold }, status(200, ""), []string{"acquire k 1", "later", "release"}},
		"held, but refused": {func(c *rest.Call) { c.Hold = hold }, status(400, ""), []string{"acquire k 1", "release", "later"}},
	}
	for name, test := range tests {
		var book ledger
		release = func() {}
		client := newClient(t, &wire{replies: []reply{test.reply}}, func(cfg *rest.Config) { cfg.Limiter = &book })
		call := get()
		test.change(&call)
		_, _ = client.Do(t.Context(), call)
		if call.Hold != nil {
			book = append(book, "later")
			release()
		}
		if !slices.Equal(book, test.want) {
			t.Errorf("%s: the limiter was asked %q, want %q", name, book, test.want)
		}
	}
}
