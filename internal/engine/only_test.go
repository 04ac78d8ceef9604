package engine_test

import (
	"context"
	"errors"
	"iter"
	"testing"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state/memstate"
	"github.com/tillsync/tillsync/internal/engine"
)

var errNotAsked = errors.New("the source was asked for a record that nobody named")

func TestOnlyNamesWhatTheSourceDoesNotHave(t *testing.T) {
	t.Parallel()
	w, store := newWorld(some(3)...), memstate.New()
	p := w.pass(store)
	p.Only = []string{"2", "77"}
	p.Pair.Source = onlyGet{w}
	report := mustRun(t, p)
	if report.Counts[pass.Created] != 1 || report.Reasons["skipped:gone"] != 1 || report.Read != 2 {
		t.Errorf("counts = %v, reasons = %v; want one created and one skipped as gone", report.Counts, report.Reasons)
	}
	if rows, err := store.Records.Load(t.Context(), "articles", []string{"77"}); err != nil || len(rows) != 0 {
		t.Errorf("rows = %v, %v; want none of a record that does not exist", rows, err)
	}
}

// onlyGet is a source that is not read.
type onlyGet struct{ *world }

func (onlyGet) Read(context.Context, string) iter.Seq2[engine.Batch[article], error] {
	return func(yield func(engine.Batch[article], error) bool) { yield(engine.Batch[article]{}, errNotAsked) }
}
