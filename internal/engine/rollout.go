package engine

import (
	"context"
	"fmt"

	"github.com/tillsync/tillsync/flows/pass"
)

// mappingMark names the cursor that holds the fingerprint under which every record
// of a flow was last read.
func mappingMark(flow string) string { return flow + ":mapping" }

// noteMapping compares the mapping with the one under which all records were read.
// The first pass begins with its own.
func (r *run[S, T, P]) noteMapping(ctx context.Context) error {
	if r.Pair.Once || r.Pair.Fingerprint == "" {
		return nil // what exists already is not mapped again
	}
	mark, known, err := r.Store.Cursors.Cursor(ctx, mappingMark(r.Pair.Flow))
	if err != nil {
		return storeFault(fmt.Errorf("load mapping of %s: %w", r.Pair.Flow, err))
	}
	r.mapping = mark
	if !known {
		return r.markMapping(ctx)
	}
	r.report.MappingChanged = mark != r.Pair.Fingerprint
	return nil
}

// rollOut notes that all records were read under the changed mapping. A pass that
// read only what changed is not complete.
func (r *run[S, T, P]) rollOut(ctx context.Context) error {
	switch {
	case !r.report.MappingChanged || r.report.State != pass.Complete:
		return nil
	case len(r.Only) == 0 && (r.Full || r.Pair.ReadsAll):
		return r.markMapping(ctx)
	default:
		r.report.State, r.report.Cause = pass.Partial, pass.CauseMapping
		return nil
	}
}

func (r *run[S, T, P]) markMapping(ctx context.Context) error {
	_, err := r.Store.Cursors.Swap(ctx, mappingMark(r.Pair.Flow), r.mapping, r.Pair.Fingerprint)
	if err != nil {
		return storeFault(fmt.Errorf("store mapping of %s: %w", r.Pair.Flow, err))
	}
	r.mapping = r.Pair.Fingerprint // who lost the race stored the same or a newer one
	return nil
}
