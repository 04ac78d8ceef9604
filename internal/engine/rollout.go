package engine

import (
	"context"
	"fmt"
	"strings"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/mapping"
)

// mappingMark names the cursor that holds the mapping under which every record of a
// flow was last read: its fingerprint, and behind a blank its name, which older
// entries lack.
func mappingMark(flow string) string { return flow + ":mapping" }

func (p *Pair[S, T, P]) mappingToken() string {
	if p.Mapping == "" {
		return p.Fingerprint
	}
	return p.Fingerprint + " " + p.Mapping
}

// readMapping is the fingerprint and the name of a stored mapping.
func readMapping(token string) (fingerprint, name string) {
	fingerprint, name, _ = strings.Cut(token, " ")
	if name == "" {
		name = mapping.Identity{Fingerprint: fingerprint}.String()
	}
	return fingerprint, name
}

// noteMapping compares the mapping with the one under which all records were read.
// The first pass begins with its own.
func (r *run[S, T, P]) noteMapping(ctx context.Context) error {
	r.report.Mapping = r.Pair.Mapping
	if r.Pair.Once || r.Pair.Fingerprint == "" {
		return nil // what exists already is not mapped again
	}
	mark, known, err := r.Store.Cursors.Cursor(ctx, mappingMark(r.Pair.Flow))
	if err != nil {
		return storeFault(fmt.Errorf("load mapping of %s: %w", r.Pair.Flow, err))
	}
	r.mapping = mark
	if fingerprint, name := readMapping(mark); known && fingerprint != r.Pair.Fingerprint {
		r.report.MappingChanged, r.report.MappingBefore = true, name
		return nil
	}
	return r.markMapping(ctx)
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
	token := r.Pair.mappingToken()
	if r.mapping == token {
		return nil
	}
	if _, err := r.Store.Cursors.Swap(ctx, mappingMark(r.Pair.Flow), r.mapping, token); err != nil {
		return storeFault(fmt.Errorf("store mapping of %s: %w", r.Pair.Flow, err))
	}
	r.mapping = token // who lost the race stored the same or a newer one
	return nil
}
