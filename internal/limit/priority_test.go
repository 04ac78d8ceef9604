package limit_test

import (
	"context"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/internal/limit"
)

// at acquires a slot of priority p and gives it back at once.
func at(ctx context.Context, t *testing.T, l *limit.Limiter, p limit.Priority) bool {
	t.Helper()
	release, err := l.AcquireAt(ctx, "k", 1, p)
	if err != nil {
		return false
	}
	release()
	return true
}

func TestTheHigherPriorityGoesFirst(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		l := limit.New(fixed(1, time.Minute), 0)
		spend(t, l, "k", 1)
		var mu sync.Mutex
		var went []limit.Priority
		var wg sync.WaitGroup
		for _, p := range []limit.Priority{limit.Bulk, limit.Normal, limit.Bulk, limit.Urgent, limit.Normal, limit.Urgent} {
			wg.Go(func() {
				at(t.Context(), t, l, p)
				mu.Lock()
				defer mu.Unlock()
				went = append(went, p)
			})
			synctest.Wait()
		}
		wg.Wait()
		want := []limit.Priority{limit.Urgent, limit.Urgent, limit.Normal, limit.Normal, limit.Bulk, limit.Bulk}
		if !slices.Equal(went, want) {
			t.Errorf("they went in the order %v, want %v", went, want)
		}
	})
}

// TestUrgentCallsDoNotWaitForBulk: while bulk takes all it can get for an hour, a
// call every 10 seconds of each priority above it goes at once, and the server
// counts no window above the rate.
func TestUrgentCallsDoNotWaitForBulk(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		const calls, latency = 600, 100 * time.Millisecond
		l := limit.New(fixed(calls, time.Minute), 0)
		ctx, stop := context.WithTimeout(t.Context(), time.Hour)
		defer stop()
		var s server
		send := func(ctx context.Context, p limit.Priority) bool {
			release, err := l.AcquireAt(ctx, "k", 1, p)
			if err != nil {
				return false
			}
			wait(latency)
			s.arrive()
			release()
			return true
		}
		var wg sync.WaitGroup
		for range 50 {
			wg.Go(func() {
				for send(ctx, limit.Bulk) {
				}
			})
		}
		const each = 350
		for range each {
			for _, p := range []limit.Priority{limit.Normal, limit.Urgent} {
				start := time.Now()
				send(t.Context(), p)
				if waited := time.Since(start) - latency; waited != 0 {
					t.Errorf("priority %d waited %v", p, waited)
				}
			}
			wait(10 * time.Second)
		}
		wg.Wait()
		if got := s.mostWithin(time.Minute); got > calls {
			t.Errorf("%d calls arrived within a minute, want at most %d", got, calls)
		}
		bulk := len(s.arrivals) - 2*each
		if least := 59 * calls * 95 / 100; bulk < least {
			t.Errorf("%d bulk calls went within the hour, want %d or more", bulk, least)
		}
	})
}

func TestPrioritiesOutsideOfTheRangeCountAsTheNearest(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		for p, most := range map[limit.Priority]int{-1: 100, limit.Urgent: 100, limit.Normal: 98, limit.Bulk: 96, 99: 96} {
			l := limit.New(fixed(100, time.Minute), 0)
			start, went := time.Now(), 0
			for at(t.Context(), t, l, p); time.Since(start) == 0; at(t.Context(), t, l, p) {
				went++
			}
			if went != most {
				t.Errorf("priority %d: %d calls went at once, want %d", p, went, most)
			}
		}
	})
}
