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
				l := limit.New(fixed(3, time.Second))
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
				l := limit.New(fixed(1, time.Second))
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
		l := limit.New(fixed(1, time.Second))
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
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		l := limit.New(fixed(1, time.Minute))
		spend(t, l, "k", 1)
		var patient, impatient error
		var wg sync.WaitGroup
		wg.Go(func() { _, patient = l.AcquireWithin(t.Context(), "k", 3*time.Hour) })
		wg.Go(func() {
			_, impatient = l.AcquireWithin(t.Context(), "k", time.Hour)
			if got := time.Since(start); got != 0 {
				t.Errorf("the impatient one was told after %v, want at once", got)
			}
		})
		synctest.Wait()
		l.CoolDown("k", start.Add(2*time.Hour))
		wg.Wait()

		cooling, ok := errors.AsType[*limit.CoolingError](impatient)
		if !ok || cooling.For != 2*time.Hour {
			t.Errorf("impatient error = %v, want a CoolingError of 2 hours", impatient)
		}
		if patient != nil || time.Since(start) != 2*time.Hour {
			t.Errorf("the patient one got %v after %v, want a slot after 2 hours", patient, time.Since(start))
		}
	})
}

func TestPatienceIsAskedBeforeWaiting(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		l := limit.New(fixed(0, 0))
		l.CoolDown("", start.Add(time.Hour))
		_, err := l.AcquireWithin(t.Context(), "k", time.Minute)
		if _, ok := errors.AsType[*limit.CoolingError](err); !ok {
			t.Errorf("error = %v, want a CoolingError", err)
		}
		if _, err := l.AcquireWithin(t.Context(), "k", time.Hour); err != nil {
			t.Errorf("error = %v, want to wait for just the time of the patience", err)
		}
		if got := time.Since(start); got != time.Hour {
			t.Errorf("it took %v, want an hour", got)
		}
	})
}

func TestPatienceDoesNotBoundTheQueue(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		l := limit.New(fixed(1, time.Hour))
		spend(t, l, "k", 1)
		if _, err := l.AcquireWithin(t.Context(), "k", time.Second); err != nil {
			t.Errorf("error = %v, want to wait for the slot", err)
		}
	})
}
