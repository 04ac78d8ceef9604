package engine_test

import (
	"context"
	"testing"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state/memstate"
	"github.com/tillsync/tillsync/internal/engine"
)

// TestSilenceWhilePreparingStopsThePass: the fifth record in a row that gets no answer
// is the last that is asked for; one that gets any begins the count anew.
func TestSilenceWhilePreparingStopsThePass(t *testing.T) {
	t.Parallel()
	for answered, want := range map[string]int{"": 5, "3": 8} {
		w, store := newWorld(some(20)...), memstate.New()
		asked := 0
		p := w.pass(store)
		p.Pair.Source = &incremental{world: w}
		p.Pair.Prepare = func(_ context.Context, works []*engine.Work[article, product, patch]) error {
			return engine.Each(works, func(work *engine.Work[article, product, patch]) error {
				if asked++; work.Item.ID == answered {
					return nil
				}
				return errUnavailable
			})
		}
		report, err := p.Run(t.Context())
		if err == nil || report.Cause != pass.CauseUnavailable || asked != want {
			t.Errorf("%v(%v), %v after %d records; want stopped after %d", report.State, report.Cause, err, asked, want)
		}
	}
}
