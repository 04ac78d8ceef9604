package engine_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/flows/state/memstate"
	"github.com/tillsync/tillsync/internal/engine"
)

// errCut stands for the end of the process: the boundary it meets fails, and
// everything after it fails too.
var errCut = errors.New("process cut off")

// cutter fails every boundary from the n-th on. With after set, the n-th one
// still takes effect, only its answer is lost.
type cutter struct {
	left  int
	after bool
	dead  bool
}

// boundary reports whether the effect happens and what the caller is told.
func (c *cutter) boundary() (effect bool, err error) {
	if c.dead {
		return false, errCut
	}
	if c.left--; c.left >= 0 {
		return true, nil
	}
	c.dead = true
	return c.after, errCut
}

func (c *cutter) fault(int, string) (before, after error) {
	effect, err := c.boundary()
	cut := &pass.Error{Class: pass.ClassUnavailable, Unknown: true, Err: err}
	switch {
	case err == nil:
		return nil, nil
	case effect:
		return nil, cut
	default:
		return cut, nil
	}
}

// cutRecords and cutCursors put the state's writes behind the cutter.
type cutRecords struct {
	state.Records
	*cutter
}

func (c cutRecords) Save(ctx context.Context, flow string, rows []state.Record) ([]string, error) {
	effect, cut := c.boundary()
	if !effect {
		return nil, cut
	}
	refused, err := c.Records.Save(ctx, flow, rows)
	return refused, errors.Join(cut, err)
}

type cutCursors struct {
	state.Cursors
	*cutter
}

func (c cutCursors) Swap(ctx context.Context, flow, prev, next string) (bool, error) {
	effect, cut := c.boundary()
	if !effect {
		return false, cut
	}
	swapped, err := c.Cursors.Swap(ctx, flow, prev, next)
	return swapped, errors.Join(cut, err)
}

// runCut runs one pass that is cut off at its n-th boundary. It reports whether
// the pass got through before.
func runCut(ctx context.Context, w *world, store state.Store, n int, after bool) bool {
	c := &cutter{left: n, after: after}
	cut := store
	cut.Records, cut.Cursors, cut.Leases = cutRecords{store.Records, c}, cutCursors{store.Cursors, c}, nil
	w.fault = c.fault
	p := w.pass(cut)
	p.Concurrency = 1
	_, _ = p.Run(ctx) // the process that would read the result is dead
	w.fault = nil
	return !c.dead
}

func TestNothingIsLostOrDoubledWhereverThePassIsCut(t *testing.T) {
	t.Parallel()
	for _, after := range []bool{false, true} {
		for n := 0; ; n++ {
			if through := cutOnce(t, n, after); through {
				break
			}
		}
	}
}

// cutOnce cuts one pass at boundary n, lets time go by and runs until nothing
// is left.
func cutOnce(t *testing.T, n int, after bool) (through bool) {
	synctest.Test(t, func(t *testing.T) {
		w, store := newWorld(some(5)...), memstate.New()
		through = runCut(t.Context(), w, store, n, after)
		time.Sleep(time.Hour)
		settle(t, w, store)
		assertOneEach(t, w, 5, fmt.Sprintf("cut at %d (after the effect: %v)", n, after))
	})
	return through
}

func TestNothingIsLostOrDoubledWhenTwoPassesInARowAreCut(t *testing.T) {
	t.Parallel()
	for first := 0; first < 14; first++ {
		for second := 0; second < 14; second++ {
			for mode := range 4 {
				synctest.Test(t, func(t *testing.T) {
					w, store := newWorld(some(3)...), memstate.New()
					runCut(t.Context(), w, store, first, mode&1 == 0)
					time.Sleep(20 * time.Minute)
					runCut(t.Context(), w, store, second, mode&2 == 0)
					time.Sleep(20 * time.Minute)
					settle(t, w, store)
					assertOneEach(t, w, 3, fmt.Sprintf("cut at %d and %d, mode %d", first, second, mode))
				})
			}
		}
	}
}

// settle runs passes, a day apart, until one writes nothing.
func settle(t *testing.T, w *world, store state.Store) {
	t.Helper()
	store.Leases = nil
	for range 5 {
		writes := w.writes
		report := mustRun(t, w.pass(store))
		if w.writes == writes && report.State == pass.Complete && report.Counts[pass.Parked] == 0 {
			return
		}
		time.Sleep(25 * time.Hour)
	}
	t.Error("five passes in a row still had something to write")
}

func assertOneEach(t *testing.T, w *world, n int, when string) {
	t.Helper()
	counts := w.bySKU()
	for i := range n {
		if got := counts[fmt.Sprintf("S-%d", i+1)]; got != 1 {
			t.Errorf("%s: %d products with SKU S-%d, want 1", when, got, i+1)
		}
	}
}

func TestTwoWorkersCreateOneRecordOnce(t *testing.T) {
	t.Parallel()
	for seed := range 200 {
		synctest.Test(t, func(t *testing.T) {
			w, store := newWorld(some(4)...), memstate.New()
			store.Leases = nil
			// Each call takes its own time, so that the workers interleave anew with
			// every seed.
			w.latency = func(n int) time.Duration { return time.Duration((n*7919+seed*104729)%1000) * time.Millisecond }
			done := make(chan error, 2)
			for range 2 {
				go func() {
					_, err := w.pass(store).Run(context.WithoutCancel(t.Context()))
					done <- err
				}()
			}
			for range 2 {
				// One of the two may lose a race for a row; what counts is below.
				if err := <-done; err != nil {
					t.Log(err)
				}
			}
			time.Sleep(time.Hour)
			settle(t, w, store)
			assertOneEach(t, w, 4, fmt.Sprintf("seed %d", seed))
		})
	}
}

func TestCreateThatSleptPastItsSendByIsAnnouncedAgain(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w, store := newWorld(some(3)...), memstate.New()
		saves := &countedSaves{Records: store.Records}
		store.Records = saves
		w.latency = func(int) time.Duration { return 4 * time.Minute }
		p := w.pass(store)
		p.Concurrency = 1
		mustRun(t, p)
		// One announcement of three, the third create announces again after eight
		// minutes, and one save settles all.
		if saves.n != 3 {
			t.Errorf("%d saves, want 3", saves.n)
		}
		assertOneEach(t, w, 3, "slow target")
	})
}

type countedSaves struct {
	state.Records
	n int
}

func (c *countedSaves) Save(ctx context.Context, flow string, rows []state.Record) ([]string, error) {
	c.n++
	return c.Records.Save(ctx, flow, rows)
}

func TestCancelledPassKeepsWhatItDid(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w, store := newWorld(some(9)...), memstate.New()
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		w.fault = func(_ int, call string) (error, error) {
			if call == "create S-5" {
				cancel()
			}
			return nil, nil
		}
		p := w.pass(store)
		p.Concurrency = 1
		report, err := p.Run(ctx)
		if !errors.Is(err, context.Canceled) || report.Cause != pass.CauseCancelled {
			t.Fatalf("Run = %v, %v; want stopped(cancelled)", report.Cause, err)
		}
		w.fault = nil
		mustRun(t, w.pass(store))
		assertOneEach(t, w, 9, "cancelled pass")
	})
}

var _ engine.Source[article] = (*world)(nil)
