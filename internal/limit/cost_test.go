package limit_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/internal/limit"
)

// take acquires slots and gives them back at once.
func take(t *testing.T, l *limit.Limiter, cost int) {
	t.Helper()
	release, err := l.Acquire(t.Context(), "k", cost)
	if err != nil {
		t.Fatal(err)
	}
	release()
}

func TestACallMayTakeManySlots(t *testing.T) {
	t.Parallel()
	const window = time.Minute + 1
	tests := map[string]struct {
		costs []int
		want  time.Duration // until all of them went
	}{
		"together they fit":         {[]int{4, 5, 1}, 0},
		"the last one waits":        {[]int{4, 5, 2}, window},
		"it waits for all it needs": {[]int{1, 1, 10}, window},
		"dear ones go one by one":   {[]int{9, 9, 9}, 2 * window},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				start := time.Now()
				l := limit.New(fixed(10, time.Minute), 0)
				for _, cost := range test.costs {
					take(t, l, cost)
				}
				if got := time.Since(start); got != test.want {
					t.Errorf("it took %v, want %v", got, test.want)
				}
			})
		})
	}
}

func TestACallThatNeverFitsIsRefused(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		l := limit.New(fixed(10, time.Minute), 0)
		_, err := l.Acquire(t.Context(), "k", 11)
		dear, ok := errors.AsType[*limit.TooDearError](err)
		if !ok || *dear != (limit.TooDearError{Cost: 11, Calls: 10}) {
			t.Errorf("error = %v, want a TooDearError of 11 and 10", err)
		}
		take(t, l, 10)
		if got := time.Since(start); got != 0 {
			t.Errorf("the next call took %v: the refused one holds slots", got)
		}
	})
}

// What Slow leaves may be less than a call costs; it does not stop for ever.
func TestADearCallWaitsForAnEmptyWindow(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		slow     bool
		priority limit.Priority
	}{
		"slow": {true, limit.Urgent},
		"bulk": {false, limit.Bulk},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				start := time.Now()
				l := limit.New(fixed(10, time.Minute), 0)
				if test.slow {
					l.Slow("k")
				}
				take(t, l, 1)
				wait(time.Second)
				take(t, l, 1)
				release, err := l.AcquireAt(t.Context(), "k", 10, test.priority)
				if err != nil {
					t.Fatal(err)
				}
				release()
				if got, want := time.Since(start), time.Second+time.Minute+1; got != want {
					t.Errorf("it went after %v, want %v", got, want)
				}
			})
		})
	}
}

// A dear call is not overtaken for ever by cheap ones.
func TestADearCallKeepsItsPlace(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		l := limit.New(fixed(10, time.Minute), 0)
		for range 5 {
			take(t, l, 1)
			wait(time.Second)
		}
		order := make(chan int, 2)
		for _, cost := range []int{8, 1} {
			go func() {
				take(t, l, cost)
				order <- cost
			}()
			synctest.Wait()
		}
		if first := <-order; first != 8 {
			t.Errorf("the call of cost %d went first, want 8", first)
		}
		// Three of the five have to leave the window; they ended at 0, 1 and 2 s.
		if got, want := time.Since(start), time.Minute+2*time.Second+1; got != want {
			t.Errorf("it went after %v, want %v", got, want)
		}
		<-order
	})
}

func TestACancelledDearCallReturnsItsSlots(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		l := limit.New(fixed(10, time.Minute), 0)
		sent := 0
		for range 100 { // which of two ready cases select takes is random
			release, err := l.Acquire(&lateCancel{Context: t.Context()}, "k", 10)
			if err == nil {
				release()
				wait(time.Minute + 1)
				sent++
			}
		}
		take(t, l, 10)
		if got, want := time.Since(start), time.Duration(sent)*(time.Minute+1); got != want {
			t.Errorf("%d calls took %v, want %v", sent, got, want)
		}
	})
}

func TestADeadlineCountsTheCost(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		l := limit.New(fixed(10, time.Minute), 0)
		take(t, l, 5)
		ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
		defer cancel()
		if _, err := l.Acquire(ctx, "k", 6); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("cost 6: got %v, want the deadline", err)
		}
		if _, err := l.Acquire(ctx, "k", 5); err != nil {
			t.Errorf("cost 5: got %v", err)
		}
	})
}

// Whoever holds slots gets through to give them back.
func TestACallOfNoCostWaitsForCoolDownsAlone(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		l := limit.New(fixed(10, time.Minute), 0)
		release, err := l.Acquire(t.Context(), "k", 10)
		if err != nil {
			t.Fatal(err)
		}
		done := make(chan struct{})
		go func() {
			take(t, l, 10)
			close(done)
		}()
		synctest.Wait()
		for range 20 {
			take(t, l, 0)
		}
		if got := time.Since(start); got != 0 {
			t.Errorf("calls of no cost took %v", got)
		}
		l.CoolDown("k", start.Add(time.Second))
		take(t, l, 0)
		if got := time.Since(start); got != time.Second {
			t.Errorf("in a cool-down it took %v, want a second", got)
		}
		release()
		<-done
		if got, want := time.Since(start), time.Second+time.Minute+1; got != want {
			t.Errorf("the other one went after %v, want %v", got, want)
		}
	})
}
