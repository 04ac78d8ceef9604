package engine_test

import (
	"context"
	"errors"
	"iter"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/flows/state/memstate"
	"github.com/tillsync/tillsync/internal/engine"
)

func TestPassCreatesOnceAndThenWritesNothing(t *testing.T) {
	t.Parallel()
	w, store := newWorld(some(10)...), memstate.New()

	first := mustRun(t, w.pass(store))
	if first.Counts[pass.Created] != 10 || first.State != pass.Complete {
		t.Errorf("first pass = %v %v, want 10 created, complete", first.Counts, first.State)
	}
	writes := w.writes
	second := mustRun(t, w.pass(store))
	if second.Counts[pass.Unchanged] != 10 || w.writes != writes {
		t.Errorf("second pass = %v with %d writes, want 10 unchanged without a write", second.Counts, w.writes-writes)
	}
}

func TestPassUpdatesWhatChanged(t *testing.T) {
	t.Parallel()
	w, store := newWorld(some(4)...), memstate.New()
	mustRun(t, w.pass(store))
	w.articles[2].Name = "New"

	report := mustRun(t, w.pass(store))
	if want := map[pass.Outcome]int{pass.Updated: 1, pass.Unchanged: 3}; !cmp.Equal(report.Counts, want) {
		t.Errorf("counts = %v, want %v", report.Counts, want)
	}
}

func TestPlanEqualsPassAndWritesNothing(t *testing.T) {
	t.Parallel()
	w, store := newWorld(some(5)...), memstate.New()
	w.articles[3].Name = "broken"
	w.articles[4].SKU = ""
	readOnly := store
	readOnly.Records, readOnly.Cursors, readOnly.Journal = noWrites{store.Records}, noSwap{store.Cursors}, nil

	planned := map[string]pass.Outcome{}
	plan := w.pass(readOnly)
	plan.Store.Index = engine.Overlay(store.Index)
	plan.Pair.Match.Index = plan.Store.Index
	for step, err := range plan.Plan(t.Context()) {
		if err != nil {
			t.Fatalf("Plan: %v", err)
		}
		planned[step.SourceID] = step.Outcome
	}
	if w.writes != 0 {
		t.Errorf("the plan wrote %d times", w.writes)
	}
	done := map[string]pass.Outcome{}
	real := w.pass(store)
	real.Observe = func(e pass.Event) {
		if e.Kind == pass.EventStep {
			done[e.Step.SourceID] = e.Step.Outcome
		}
	}
	mustRun(t, real)
	if diff := cmp.Diff(done, planned); diff != "" {
		t.Errorf("plan differs from pass (-pass +plan):\n%s", diff)
	}
}

// noWrites and noSwap fail every write of the state.
type noWrites struct{ state.Records }

func (noWrites) Save(context.Context, string, []state.Record) ([]string, error) {
	return nil, errors.New("a plan saved a row")
}

type noSwap struct{ state.Cursors }

func (noSwap) Swap(context.Context, string, string, string) (bool, error) {
	return false, errors.New("a plan moved a cursor")
}

func TestCreateWithoutAnswerIsLookedForBeforeItIsSentAgain(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name    string
		applied bool
	}{{"applied", true}, {"lost", false}} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w, store := newWorld(some(1)...), memstate.New()
				w.fault = func(_ int, call string) (before, after error) {
					if strings.HasPrefix(call, "create") && tt.applied {
						return nil, errTimeout
					}
					if strings.HasPrefix(call, "create") {
						return errTimeout, nil
					}
					return nil, nil
				}
				first := mustRun(t, w.pass(store))
				if first.Counts[pass.Unknown] != 1 || first.State != pass.Partial {
					t.Fatalf("first pass = %v %v, want one unknown, partial", first.Counts, first.State)
				}
				w.fault = nil
				early := mustRun(t, w.pass(store))
				if early.Counts[pass.Unknown] != 1 || w.bySKU()["S-1"] > 1 {
					t.Errorf("before the send-by = %v with %d products, want it left alone", early.Counts, w.bySKU()["S-1"])
				}
				time.Sleep(time.Hour)
				mustRun(t, w.pass(store))
				if got := w.bySKU()["S-1"]; got != 1 {
					t.Errorf("%d products in the end, want 1", got)
				}
				again := w.writes
				if mustRun(t, w.pass(store)); w.writes != again {
					t.Errorf("%d writes in the pass after", w.writes-again)
				}
			})
		})
	}
}

func TestOneBadRecordDoesNotStopTheOthers(t *testing.T) {
	t.Parallel()
	w, store := newWorld(some(5)...), memstate.New()
	w.articles[1].Name = "broken"

	report := mustRun(t, w.pass(store))
	if report.Counts[pass.Created] != 4 || report.Counts[pass.Parked] != 1 {
		t.Errorf("counts = %v, want 4 created and 1 parked", report.Counts)
	}
	if len(report.Problems) != 1 || !strings.Contains(report.Problems[0].Message, "cannot be mapped") {
		t.Errorf("problems = %+v, want the mapping error", report.Problems)
	}
}

func TestParkedRecordComesBackByItself(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w, store := newWorld(article{ID: "1", SKU: "A", Name: "x"}, article{ID: "2", SKU: "A", Name: "y"}), memstate.New()
		if report := mustRun(t, w.pass(store)); report.Counts[pass.Parked] != 2 {
			t.Fatalf("two articles with one SKU = %v, want both parked", report.Counts)
		}
		w.articles[1].SKU = "B"
		report := mustRun(t, w.pass(store))
		if report.Counts[pass.Created] != 1 {
			t.Errorf("changed article = %v, want it created at once", report.Counts)
		}
		time.Sleep(time.Hour)
		report = mustRun(t, w.pass(store))
		if report.Counts[pass.Created] != 1 || w.bySKU()["A"] != 1 {
			t.Errorf("after an hour = %v, want the other one created", report.Counts)
		}
	})
}

func TestFiveRecordsWithoutAnswerStopThePass(t *testing.T) {
	t.Parallel()
	w, store := newWorld(some(90)...), memstate.New()
	w.fault = func(_ int, call string) (error, error) {
		if strings.HasPrefix(call, "create") {
			return errUnavailable, nil
		}
		return nil, nil
	}
	p := w.pass(store)
	p.Concurrency = 1
	report, err := p.Run(t.Context())
	if err == nil || report.State != pass.Stopped || report.Cause != pass.CauseUnavailable {
		t.Fatalf("Run = %v %v, %v; want stopped(unavailable)", report.State, report.Cause, err)
	}
	if report.Read > 6 {
		t.Errorf("%d records were tried, want 5", report.Read)
	}
	w.fault = nil
	if report = mustRun(t, w.pass(store)); report.Counts[pass.Created] != 90 {
		t.Errorf("next pass = %v, want all 90 created", report.Counts)
	}
}

func TestRefusedCredentialStopsAtOnceAndKeepsTheCursor(t *testing.T) {
	t.Parallel()
	w, store := newWorld(some(9)...), memstate.New()
	w.fault = func(_ int, call string) (error, error) {
		if call == "create S-5" {
			return &pass.Error{Class: pass.ClassAuth, Err: errors.New("token revoked")}, nil
		}
		return nil, nil
	}
	report, err := w.pass(store).Run(t.Context())
	if err == nil || report.Cause != pass.CauseAuth {
		t.Fatalf("Run = %v, %v; want stopped(auth)", report.Cause, err)
	}
	token, _, _ := store.Cursors.Cursor(t.Context(), "articles")
	if token != "3" {
		t.Errorf("cursor = %q, want it behind the first batch only", token)
	}
	w.fault = nil
	mustRun(t, w.pass(store))
	for sku, n := range w.bySKU() {
		if n != 1 {
			t.Errorf("%d products with SKU %s", n, sku)
		}
	}
}

func TestBudgetEndsAfterABatchAndGoesOnNextTime(t *testing.T) {
	t.Parallel()
	w, store := newWorld(some(9)...), memstate.New()
	for passes, want := range []int{3, 6, 9} {
		p := w.pass(store)
		p.MaxRecords = 3
		report := mustRun(t, p)
		if report.Cause != pass.CauseBudget || len(w.products) != want {
			t.Errorf("pass %d = %v with %d products, want budget and %d", passes+1, report.Cause, len(w.products), want)
		}
	}
}

// slowly is a source that takes longer than a pass may, and whose cursor moves only
// at its end.
type slowly struct{ *world }

func (s slowly) Read(ctx context.Context, _ string) iter.Seq2[engine.Batch[article], error] {
	return func(yield func(engine.Batch[article], error) bool) {
		time.Sleep(time.Minute)
		for batch, err := range s.world.Read(ctx, "") {
			if batch.Cursor != "0" {
				batch.Cursor = ""
			}
			if !yield(batch, err) {
				return
			}
		}
	}
}

func TestTimeBudgetReachesTheLastRecord(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w, store := newWorld(some(9)...), memstate.New()
		p := w.pass(store)
		p.Pair.Source, p.MaxTime = slowly{w}, time.Second
		for _, want := range []int{3, 6, 9} {
			if report := mustRun(t, p); report.Cause != pass.CauseBudget || len(w.products) != want {
				t.Errorf("%v with %d products, want budget and %d", report.Cause, len(w.products), want)
			}
		}
	})
}

func TestLeaseHeldByAnotherStopsThePass(t *testing.T) {
	t.Parallel()
	w, store := newWorld(some(1)...), memstate.New()
	if _, ok, err := store.Leases.Acquire(t.Context(), "articles", "somebody", time.Minute); !ok || err != nil {
		t.Fatal(ok, err)
	}
	report, err := w.pass(store).Run(t.Context())
	if err == nil || report.Cause != pass.CauseLease || len(w.products) != 0 {
		t.Errorf("Run = %v, %v with %d products; want stopped(lease)", report.Cause, err, len(w.products))
	}
}
