package limit_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/internal/limit"
)

// fixed gives every key the same rate.
func fixed(calls int, window time.Duration) func(string) limit.Rate {
	return func(string) limit.Rate { return limit.Rate{Calls: calls, Window: window} }
}

// acquire fails the test when the limiter refuses.
func acquire(t *testing.T, l *limit.Limiter, key string) (release func()) {
	t.Helper()
	release, err := l.Acquire(t.Context(), key, 1)
	if err != nil {
		t.Fatalf("Acquire(%q): %v", key, err)
	}
	return release
}

// spend takes n slots of key and gives them back at once.
func spend(t *testing.T, l *limit.Limiter, key string, n int) {
	t.Helper()
	for range n {
		acquire(t, l, key)()
	}
}

// wait lets virtual time pass.
func wait(d time.Duration) { <-time.After(d) }

// server notes when calls arrive.
type server struct {
	mu       sync.Mutex
	arrivals []time.Time
}

func (s *server) arrive() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.arrivals = append(s.arrivals, time.Now())
}

// mostWithin is the largest number of arrivals in any window, both of its ends
// counted.
func (s *server) mostWithin(window time.Duration) int {
	slices.SortFunc(s.arrivals, time.Time.Compare)
	most, first := 0, 0
	for i, at := range s.arrivals {
		for at.Sub(s.arrivals[first]) > window {
			first++
		}
		most = max(most, i-first+1)
	}
	return most
}

func TestEverySlidingWindowHoldsAtTheServer(t *testing.T) {
	t.Parallel()
	for seed := range uint64(20) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				const calls, window = 10, time.Second
				var s server
				l := limit.New(fixed(calls, window), 0)
				random := rand.New(rand.NewPCG(seed, 1))
				var wg sync.WaitGroup
				for range 300 {
					there, back := latency(random), latency(random)
					wg.Go(func() {
						release := acquire(t, l, "k")
						wait(there)
						s.arrive()
						wait(back)
						release()
					})
				}
				wg.Wait()
				if got := s.mostWithin(window); got != calls {
					t.Errorf("up to %d calls arrived within %v, want %d", got, window, calls)
				}
			})
		})
	}
}

// latency is mostly short and sometimes longer than the window.
func latency(random *rand.Rand) time.Duration {
	if random.IntN(10) == 0 {
		return time.Duration(random.Int64N(int64(2 * time.Second)))
	}
	return time.Duration(random.Int64N(int64(100 * time.Millisecond)))
}

func TestTheWholeRateIsUsed(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		l := limit.New(fixed(600, time.Minute), 0)
		spend(t, l, "k", 10_000)
		// 10,000 calls are 17 windows of 600; the last one need not pass.
		if got, want := time.Since(start), 16*(time.Minute+1); got != want {
			t.Errorf("10,000 calls took %v, want %v", got, want)
		}
	})
}

// A server may count both ends of its window.
func TestTheEndsOfTheWindowBelongToIt(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		l := limit.New(fixed(1, time.Minute), 0)
		spend(t, l, "k", 1)
		wait(time.Minute)
		start := time.Now()
		spend(t, l, "k", 1)
		if got := time.Since(start); got != 1 {
			t.Errorf("exactly a minute later the call waited %v more, want 1ns", got)
		}
	})
}

func TestASlotOfACallUnderWayStaysTaken(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		l := limit.New(fixed(1, time.Minute), 0)
		release := acquire(t, l, "k")
		go func() {
			wait(10 * time.Minute)
			release()
			release() // the second one must not free another slot
		}()
		spend(t, l, "k", 2)
		if got, want := time.Since(start), 12*time.Minute+2; got != want {
			t.Errorf("the third call went after %v, want %v", got, want)
		}
	})
}

func TestFirstComeFirstServed(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		l := limit.New(fixed(1, time.Second), 0)
		spend(t, l, "k", 1)
		var got []int
		var wg sync.WaitGroup
		for i := range 20 {
			wg.Go(func() {
				release := acquire(t, l, "k")
				got = append(got, i) // one at a time: the next waits a second
				release()
			})
			synctest.Wait()
		}
		wg.Wait()
		if !slices.IsSorted(got) || len(got) != 20 {
			t.Errorf("served in the order %v, want that of coming", got)
		}
	})
}

func TestKeysHaveWindowsOfTheirOwn(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		var asked []string
		l := limit.New(func(key string) limit.Rate {
			asked = append(asked, key)
			if key == "free" {
				return limit.Rate{}
			}
			return limit.Rate{Calls: 2, Window: time.Minute}
		}, 0)
		spend(t, l, "a", 2)
		spend(t, l, "b", 2)
		spend(t, l, "free", 1000)
		if got := time.Since(start); got != 0 {
			t.Errorf("calls within their rates took %v, want none", got)
		}
		spend(t, l, "a", 1)
		if got, want := time.Since(start), time.Minute+1; got != want {
			t.Errorf("the third call on a went after %v, want %v", got, want)
		}
		if want := []string{"a", "b", "free"}; !slices.Equal(asked, want) {
			t.Errorf("rate was asked for %v, want %v", asked, want)
		}
	})
}

func TestCancelReturnsThePlace(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		l := limit.New(fixed(1, time.Minute), 0)
		spend(t, l, "k", 1)
		ctx, cancel := context.WithCancel(t.Context())
		var wg sync.WaitGroup
		for range 5 {
			wg.Go(func() {
				if _, err := l.Acquire(ctx, "k", 1); !errors.Is(err, context.Canceled) {
					t.Errorf("Acquire = %v, want the cancellation", err)
				}
			})
		}
		synctest.Wait()
		cancel()
		wg.Wait()
		if got := time.Since(start); got != 0 {
			t.Errorf("the cancelled waited %v, want no time", got)
		}
		spend(t, l, "k", 1)
		if got, want := time.Since(start), time.Minute+1; got != want {
			t.Errorf("the next call went after %v, want %v: nobody is before it", got, want)
		}
	})
}

// lateCancel is a context that ends right after it was looked at first.
type lateCancel struct {
	context.Context
	looked bool
}

func (c *lateCancel) Err() error {
	if !c.looked {
		c.looked = true
		return nil
	}
	return context.Canceled
}

func (c *lateCancel) Done() <-chan struct{} {
	done := make(chan struct{})
	close(done)
	return done
}

func TestCancelAtTheMomentOfSendingLosesNoSlot(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		l := limit.New(fixed(1, time.Minute), 0)
		sent := 0
		for range 200 { // which of two ready cases select takes is random
			release, err := l.Acquire(&lateCancel{Context: t.Context()}, "k", 1)
			if err == nil {
				release()
				wait(time.Minute + 1)
				sent++
			}
		}
		spend(t, l, "k", 1) // hangs, and so fails, when a slot was lost
		if got, want := time.Since(start), time.Duration(sent)*(time.Minute+1); got != want {
			t.Errorf("%d calls took %v, want %v: what is not sent takes no slot", sent, got, want)
		}
	})
}

func TestAcquireDoesNothingForAnEndedContext(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		l := limit.New(fixed(1, time.Minute), 0)
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := l.Acquire(ctx, "k", 1); !errors.Is(err, context.Canceled) {
			t.Errorf("Acquire = %v, want the cancellation", err)
		}
		spend(t, l, "k", 1)
		if got := time.Since(start); got != 0 {
			t.Errorf("the next call waited %v, want none: the slot was never taken", got)
		}
	})
}

func TestADeadlineThatCannotBeMetIsToldAtOnce(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		busy func(t *testing.T, l *limit.Limiter)
	}{
		"no slot":        {func(t *testing.T, l *limit.Limiter) { t.Helper(); spend(t, l, "k", 2) }},
		"cool-down":      {func(_ *testing.T, l *limit.Limiter) { l.CoolDown("k", time.Now().Add(time.Minute)) }},
		"cool-down: all": {func(_ *testing.T, l *limit.Limiter) { l.CoolDown("", time.Now().Add(time.Minute)) }},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				l := limit.New(fixed(2, time.Minute), 0)
				test.busy(t, l)
				start := time.Now()
				ctx, cancel := context.WithTimeout(t.Context(), 59*time.Second)
				defer cancel()
				if _, err := l.Acquire(ctx, "k", 1); !errors.Is(err, context.DeadlineExceeded) {
					t.Errorf("Acquire = %v, want the deadline", err)
				}
				if got := time.Since(start); got != 0 {
					t.Errorf("it took %v to say so, want no time", got)
				}
				ctx, cancel = context.WithTimeout(t.Context(), 61*time.Second)
				defer cancel()
				if _, err := l.Acquire(ctx, "k", 1); err != nil {
					t.Errorf("Acquire with time enough: %v", err)
				}
			})
		})
	}
}

func TestSlowLowersTheRateOnce(t *testing.T) {
	t.Parallel()
	tests := []struct{ calls, want int }{{150, 120}, {10, 8}, {2, 1}, {1, 1}}
	for _, test := range tests {
		t.Run(fmt.Sprint(test.calls), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				l := limit.New(fixed(test.calls, time.Minute), 0)
				spend(t, l, "k", test.calls)
				l.Slow("k") // more slots are taken than there are now
				l.Slow("k")
				start := time.Now()
				spend(t, l, "k", test.want)
				if got, want := time.Since(start), time.Minute+1; got != want {
					t.Errorf("%d calls took %v, want %v", test.want, got, want)
				}
				spend(t, l, "k", 1)
				if got, want := time.Since(start), 2*(time.Minute+1); got != want {
					t.Errorf("one more went after %v, want %v", got, want)
				}
				spend(t, l, "other", test.calls)
				if got, want := time.Since(start), 2*(time.Minute+1); got != want {
					t.Errorf("another key was slowed too")
				}
			})
		})
	}
}

func TestSlowFreesOneSlotAtATime(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		l := limit.New(fixed(10, 10*time.Second), 0)
		start := time.Now()
		for range 10 { // ends at 0, 1, ... 9 s
			spend(t, l, "k", 1)
			wait(time.Second)
		}
		l.Slow("k")
		ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
		defer cancel()
		if _, err := l.Acquire(ctx, "k", 1); err == nil || time.Since(start) != 10*time.Second {
			t.Errorf("Acquire = %v after %v, want the deadline at once", err, time.Since(start)-10*time.Second)
		}
		spend(t, l, "k", 1) // 10 slots are taken, 8 allowed: three have to leave
		if got, want := time.Since(start), 12*time.Second+1; got != want {
			t.Errorf("the next call went at %v, want %v", got, want)
		}
	})
}

func ExampleLimiter() {
	l := limit.New(func(string) limit.Rate { return limit.Rate{Calls: 600, Window: time.Minute} }, 0)
	release, err := l.Acquire(context.Background(), "token", 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer release() // when the answer is there
	fmt.Println("send")
	// Output: send
}
