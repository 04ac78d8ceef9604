package limit_test

import (
	"errors"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/internal/limit"
)

func TestNothingIsSentDuringACoolDown(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		key         string
		same, other time.Duration // when calls on the same and another key go
	}{
		"one key":   {"k", 5 * time.Minute, 0},
		"every key": {"", 5 * time.Minute, 5 * time.Minute},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				start := time.Now()
				l := limit.New(fixed(3, time.Second), 0)
				l.CoolDown(test.key, start.Add(5*time.Minute))
				went := map[string]time.Duration{}
				var mu sync.Mutex
				var wg sync.WaitGroup
				for _, key := range []string{"k", "other"} {
					wg.Go(func() {
						spend(t, l, key, 1)
						mu.Lock()
						defer mu.Unlock()
						went[key] = time.Since(start)
					})
				}
				wg.Wait()
				if went["k"] != test.same || went["other"] != test.other {
					t.Errorf("calls went at %v, want k at %v and other at %v", went, test.same, test.other)
				}
			})
		})
	}
}

func TestACoolDownHoldsThoseWhoWaitAlready(t *testing.T) {
	t.Parallel()
	for _, key := range []string{"k", ""} {
		t.Run("key "+key, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				start := time.Now()
				l := limit.New(fixed(1, time.Second), 0)
				spend(t, l, "k", 1)
				var s server
				var wg sync.WaitGroup
				for range 3 {
					wg.Go(func() {
						release := acquire(t, l, "k")
						s.arrive()
						release()
					})
				}
				synctest.Wait()
				l.CoolDown(key, start.Add(time.Minute))
				wg.Wait()
				if got := s.arrivals[0].Sub(start); got != time.Minute {
					t.Errorf("the first of the waiting went at %v, want %v", got, time.Minute)
				}
				if len(s.arrivals) != 3 || s.mostWithin(time.Second) != 1 {
					t.Errorf("arrivals %v, want 3, one a second", s.arrivals)
				}
			})
		})
	}
}

func TestAShorterCoolDownEndsNoLongerOne(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		l := limit.New(fixed(1, time.Second), 0)
		l.CoolDown("", start.Add(time.Minute))
		l.CoolDown("", start.Add(time.Second))
		l.CoolDown("k", start.Add(2*time.Minute))
		l.CoolDown("k", start.Add(time.Second))
		spend(t, l, "other", 1)
		if got := time.Since(start); got != time.Minute {
			t.Errorf("a call on another key went after %v, want %v", got, time.Minute)
		}
		spend(t, l, "k", 1)
		if got := time.Since(start); got != 2*time.Minute {
			t.Errorf("the call went after %v, want %v", got, 2*time.Minute)
		}
	})
}

func TestPatienceBoundsTheWaitForACoolDown(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		patience time.Duration
		cooling  bool
		after    time.Duration
	}{
		"patient":   {3 * time.Hour, false, 2 * time.Hour},
		"just":      {2 * time.Hour, false, 2 * time.Hour},
		"impatient": {time.Hour, true, 0},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				start := time.Now()
				l := limit.New(fixed(1, time.Minute), test.patience)
				spend(t, l, "k", 1)
				done := make(chan error)
				go func() {
					_, err := l.Acquire(t.Context(), "k", 1)
					done <- err
				}()
				synctest.Wait()
				l.CoolDown("k", start.Add(2*time.Hour))
				err := <-done
				cooling, ok := errors.AsType[*limit.CoolingError](err)
				if ok != test.cooling || ok && cooling.RetryAfter() != 2*time.Hour {
					t.Errorf("error = %v, want a CoolingError of 2 hours: %t", err, test.cooling)
				}
				if got := time.Since(start); got != test.after {
					t.Errorf("it was told after %v, want %v", got, test.after)
				}
			})
		})
	}
}

func TestPatienceIsAskedBeforeWaiting(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		l := limit.New(fixed(0, 0), time.Minute)
		l.CoolDown("", start.Add(time.Hour))
		_, err := l.Acquire(t.Context(), "k", 1)
		if _, ok := errors.AsType[*limit.CoolingError](err); !ok || time.Since(start) != 0 {
			t.Errorf("error = %v after %v, want a CoolingError at once", err, time.Since(start))
		}
	})
}

func TestPatienceDoesNotBoundTheQueue(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		l := limit.New(fixed(1, time.Hour), time.Second)
		spend(t, l, "k", 1)
		if _, err := l.Acquire(t.Context(), "k", 1); err != nil {
			t.Errorf("error = %v, want to wait for the slot", err)
		}
	})
}
