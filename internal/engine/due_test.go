package engine_test

import (
	"context"
	"iter"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state/memstate"
	"github.com/tillsync/tillsync/internal/engine"
)

// incremental is a source that names each record once, in the reading after its
// change, and reads the record called bad incompletely.
type incremental struct {
	*world
	bad string
}

func (s *incremental) Read(_ context.Context, cursor string) iter.Seq2[engine.Batch[article], error] {
	return func(yield func(engine.Batch[article], error) bool) {
		batch := engine.Batch[article]{Cursor: "read"}
		if cursor == "" {
			batch.Items = items(s.articles)
		}
		for i := range batch.Items {
			if batch.Items[i].ID == s.bad {
				batch.Items[i].Record, batch.Items[i].Err = article{}, errUnavailable
			}
		}
		yield(batch, nil)
	}
}

// TestIncompletelyReadRecordStaysDue: its change is not read a second time.
func TestIncompletelyReadRecordStaysDue(t *testing.T) {
	t.Parallel()
	for _, known := range []bool{false, true} {
		synctest.Test(t, func(t *testing.T) {
			w, store := newWorld(some(3)...), memstate.New()
			if known {
				mustRun(t, w.pass(store)) // it ends at the cursor 0
				w.articles[1].Name = "New"
				if _, err := store.Cursors.Swap(t.Context(), "articles", "0", ""); err != nil {
					t.Fatal(err)
				}
			}
			source := &incremental{world: w, bad: "2"}
			p := w.pass(store)
			p.Pair.Source = source
			if report := mustRun(t, p); report.Counts[pass.Failed] != 1 {
				t.Errorf("known %t: counts = %v, want one failed", known, report.Counts)
			}
			time.Sleep(time.Minute)
			source.bad = ""
			mustRun(t, p)
			if !slices.ContainsFunc(w.all(), func(p product) bool { return p.SKU == "S-2" && p.Name == w.articles[1].Name }) {
				t.Errorf("known %t: products = %v, want the change of S-2", known, w.all())
			}
		})
	}
}

// all are the products of the target.
func (w *world) all() []product {
	w.mu.Lock()
	defer w.mu.Unlock()
	var all []product
	for _, p := range w.products {
		all = append(all, p)
	}
	return all
}

func TestRecordGoneWhileItsCreateIsUnknownIsReported(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w, store := newWorld(some(2)...), memstate.New()
		w.fault = func(_ int, call string) (before, after error) {
			if call == "create S-1" {
				return nil, errTimeout
			}
			return nil, nil
		}
		mustRun(t, w.pass(store))
		w.fault, w.articles = nil, w.articles[1:]
		time.Sleep(time.Hour)
		report := mustRun(t, w.pass(store))
		if report.Counts[pass.Parked] != 1 || report.Problems[0].Reason != "GoneUnanswered" || !strings.Contains(report.Problems[0].Message, `"ref-1"`) {
			t.Errorf("problems = %+v, want the reference that somebody has to look for", report.Problems)
		}
	})
}

func TestRecordGoneWhileParkedIsSkipped(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w, store := newWorld(article{ID: "1", SKU: "A", Name: "broken"}), memstate.New()
		mustRun(t, w.pass(store))
		w.articles = nil
		time.Sleep(time.Hour)
		if report := mustRun(t, w.pass(store)); report.Reasons["skipped:gone"] != 1 {
			t.Errorf("reasons = %v, want it skipped as gone", report.Reasons)
		}
		time.Sleep(time.Hour)
		if report := mustRun(t, w.pass(store)); report.Read != 0 {
			t.Errorf("counts = %v, want nothing due any more", report.Counts)
		}
	})
}

// TestCreateOfOneTargetTwice: the target answers two creates with one id.
func TestCreateOfOneTargetTwice(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w, store := newWorld(some(4)...), memstate.New()
		p := w.pass(store)
		creates := 0
		p.Pair.Target, p.Pair.Once = sameID{w, &creates}, true
		p.Pair.Probe = func(context.Context, []*engine.Work[article, product, patch]) (map[string]string, map[string]bool, error) {
			return map[string]string{"2": "101"}, nil, nil
		}
		p.Concurrency = 1
		report := mustRun(t, p)
		if report.Counts[pass.Created] != 3 || report.Counts[pass.Parked] != 1 || report.Problems[0].Reason != "TargetLinkedTwice" {
			t.Errorf("counts = %v, problems = %+v; want one record parked and the others created", report.Counts, report.Problems)
		}
		if row := storedRow(t, store, "2"); row.TargetID != "" || row.RetryAt.IsZero() {
			t.Errorf("row = %+v, want it due without a target", row)
		}
		time.Sleep(3 * time.Hour)
		if report := mustRun(t, p); report.Counts[pass.Parked] != 1 || creates != 1 {
			t.Errorf("counts = %v after %d creates of S-2, want one and the record still parked", report.Counts, creates)
		}
	})
}

// sameID answers the create of S-2 with the id of another product.
type sameID struct {
	*world
	creates *int
}

func (s sameID) Create(ctx context.Context, p *patch) (string, *product, error) {
	if p.SKU == "S-2" {
		*s.creates++
		return "101", nil, nil
	}
	return s.world.Create(ctx, p)
}
