package engine_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/flows/state/memstate"
)

func storedRow(t *testing.T, store state.Store, id string) state.Record {
	t.Helper()
	rows, err := store.Records.Load(t.Context(), "articles", []string{id})
	if err != nil || len(rows) != 1 {
		t.Fatalf("row %s = %v, %v; want one", id, rows, err)
	}
	return rows[0]
}

// TestAnnouncementIsLeftAloneWhileItsRequestMayBeUnderWay: the request may start at
// the end of its five minutes, and it may take a minute to get there and one back.
func TestAnnouncementIsLeftAloneWhileItsRequestMayBeUnderWay(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w, store := newWorld(some(1)...), memstate.New()
		w.fault = func(_ int, call string) (before, after error) {
			if call == "create S-1" {
				return nil, errTimeout
			}
			return nil, nil
		}
		mustRun(t, w.pass(store))
		time.Sleep(7*time.Minute - time.Second)
		if report := mustRun(t, w.pass(store)); report.Counts[pass.Unknown] != 1 || slices.Contains(w.calls, "probe") {
			t.Errorf("a second before the end = %v after %v; want it left alone", report.Counts, w.calls)
		}
		time.Sleep(time.Second)
		if mustRun(t, w.pass(store)); !slices.Contains(w.calls, "probe") {
			t.Errorf("calls = %v, want it looked for", w.calls)
		}
	})
}

func TestParkedRecordsWaitLongerEachTime(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w, store := newWorld(article{ID: "1", SKU: "A", Name: "broken"}), memstate.New()
		var waits []time.Duration
		for range 7 {
			mustRun(t, w.pass(store))
			wait := time.Until(storedRow(t, store, "1").RetryAt)
			waits = append(waits, wait)
			time.Sleep(wait)
		}
		want := []time.Duration{time.Hour, 2 * time.Hour, 4 * time.Hour, 8 * time.Hour, 16 * time.Hour, 24 * time.Hour, 24 * time.Hour}
		if diff := cmp.Diff(want, waits); diff != "" {
			t.Errorf("waits (-want +got):\n%s", diff)
		}
	})
}

// meanwhile lets another worker act right before the n-th save.
type meanwhile struct {
	state.Records
	n   int
	act func(state.Records) error
}

func (m *meanwhile) Save(ctx context.Context, flow string, rows []state.Record) ([]string, error) {
	if m.n--; m.n == 0 {
		if err := m.act(m.Records); err != nil {
			return nil, err
		}
	}
	return m.Records.Save(ctx, flow, rows)
}

func TestLinkOfAnotherWorkerStays(t *testing.T) {
	t.Parallel()
	w, store := newWorld(some(1)...), memstate.New()
	contended := store
	contended.Records = &meanwhile{Records: store.Records, n: 2, act: func(records state.Records) error {
		row := storedRow(t, store, "1")
		row.TargetID = "theirs"
		_, err := records.Save(t.Context(), "articles", []state.Record{row})
		return err
	}}
	mustRun(t, w.pass(contended))
	if got := storedRow(t, store, "1").TargetID; got != "theirs" {
		t.Errorf("target = %q, want the other worker's", got)
	}
}

func TestOutcomeIsSavedOnTopOfAnotherWorkersChange(t *testing.T) {
	t.Parallel()
	w, store := newWorld(some(1)...), memstate.New()
	contended := store
	contended.Records = &meanwhile{Records: store.Records, n: 2, act: func(records state.Records) error {
		_, err := records.Save(t.Context(), "articles", []state.Record{storedRow(t, store, "1")})
		return err
	}}
	mustRun(t, w.pass(contended))
	if row := storedRow(t, store, "1"); row.TargetID == "" || row.Announced != nil {
		t.Errorf("row = %+v, want the link", row)
	}
}

func TestConflictOnUpdateIsEvaluatedAgain(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name      string
		conflicts int
		want      pass.Outcome
	}{{"three conflicts", 3, pass.Updated}, {"no end of conflicts", 99, pass.Failed}}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			w, store := newWorld(some(1)...), memstate.New()
			mustRun(t, w.pass(store))
			w.articles[0].Name = "New"
			updates := 0
			w.fault = func(_ int, call string) (before, after error) {
				if call != "update 101" {
					return nil, nil
				}
				if updates++; updates > tt.conflicts {
					return nil, nil
				}
				return &pass.Error{Class: pass.ClassVersionConflict, Err: errors.New("changed meanwhile")}, nil
			}
			if report := mustRun(t, w.pass(store)); report.Counts[tt.want] != 1 || updates > 4 {
				t.Errorf("counts = %v after %d updates, want %s after at most 4", report.Counts, updates, tt.want)
			}
		})
	}
}

func TestJournalKnowsHowThePassEnded(t *testing.T) {
	t.Parallel()
	w, store := newWorld(some(4)...), memstate.New()
	w.articles[1].Name = "broken"
	p := w.pass(store)
	p.Pair.Mapping = "articles 1 (f1)"
	report := mustRun(t, p)
	runs, err := store.Journal.Runs(t.Context(), "articles", 2)
	if err != nil {
		t.Fatal(err)
	}
	want := []state.Run{{ID: report.RunID, Flow: "articles", Started: report.Started, Ended: report.Ended, State: "complete",
		Mapping: "articles 1 (f1)", Counts: map[string]int{"read": 4, "created": 3, "parked": 1}}}
	if diff := cmp.Diff(want, runs); diff != "" || report.Ended.IsZero() {
		t.Errorf("runs (-want +got):\n%s", diff)
	}
}
