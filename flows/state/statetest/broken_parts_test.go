package statetest

import (
	"context"
	"slices"
	"sync/atomic"
	"time"

	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/mapping"
)

func brokenParts() []brokenStore {
	return []brokenStore{
		{"saved memory is kept", "Records/content: later changes of saved rows are not seen", sharedInput},
		{"Swap always says true", "Cursors/Swap from another token changes nothing", func(s state.Store) state.Store {
			s.Cursors = boastfulCursors{s.Cursors}
			return s
		}},
		{"Swap does not compare", "Cursors/race: one of several swaps wins", func(s state.Store) state.Store {
			s.Cursors = blindCursors{s.Cursors}
			return s
		}},
		{"an empty mark clears the mark", "Index/Mark is kept by an empty one", func(s state.Store) state.Store {
			s.Index = &forgetfulIndex{Index: s.Index}
			return s
		}},
		{"ids of an index are not sorted", "Index/Lookup returns the ids of a hash sorted", func(s state.Store) state.Store {
			s.Index = reversedIndex{s.Index}
			return s
		}},
		{"hashes without an id are in the answer", "Index/Lookup leaves out hashes without an id", func(s state.Store) state.Store {
			s.Index = paddedIndex{s.Index}
			return s
		}},
		{"lines come oldest first", "Journal/Lines come newest first", func(s state.Store) state.Store {
			s.Journal = reversedJournal{s.Journal}
			return s
		}},
		{"Prune removes what ended at the instant", "Journal/Prune keeps a run that ended at the instant", func(s state.Store) state.Store {
			s.Journal = greedyJournal{s.Journal}
			return s
		}},
		{"End of an unknown run is no error", "Journal/End of an unknown run is an error and stores nothing", func(s state.Store) state.Store {
			s.Journal = carelessJournal{s.Journal}
			return s
		}},
		{"tokens do not grow", "Leases/a released lease is taken with a greater token", func(s state.Store) state.Store {
			s.Leases = flatLeases{s.Leases}
			return s
		}},
		{"anybody may release", "Leases/Release by another owner does nothing", func(s state.Store) state.Store {
			s.Leases = openLeases{s.Leases}
			return s
		}},
	}
}

type boastfulCursors struct{ state.Cursors }

func (c boastfulCursors) Swap(ctx context.Context, flow, prev, next string) (bool, error) {
	_, err := c.Cursors.Swap(ctx, flow, prev, next)
	return err == nil, err
}

type blindCursors struct{ state.Cursors }

func (c blindCursors) Swap(ctx context.Context, flow, _, next string) (bool, error) {
	for {
		token, _, err := c.Cursor(ctx, flow)
		if err != nil {
			return false, err
		}
		if swapped, err := c.Cursors.Swap(ctx, flow, token, next); swapped || err != nil {
			return swapped, err
		}
	}
}

type forgetfulIndex struct {
	state.Index
	cleared atomic.Bool
}

func (x *forgetfulIndex) Add(ctx context.Context, name string, entries []state.Entry, mark string) error {
	x.cleared.Store(mark == "")
	return x.Index.Add(ctx, name, entries, mark)
}

func (x *forgetfulIndex) Mark(ctx context.Context, name string) (string, bool, error) {
	if x.cleared.Load() {
		return "", false, nil
	}
	return x.Index.Mark(ctx, name)
}

type reversedIndex struct{ state.Index }

func (x reversedIndex) Lookup(ctx context.Context, name string, hashes []mapping.Hash) (map[mapping.Hash][]string, error) {
	found, err := x.Index.Lookup(ctx, name, hashes)
	for _, ids := range found {
		slices.Reverse(ids)
	}
	return found, err
}

type paddedIndex struct{ state.Index }

func (x paddedIndex) Lookup(ctx context.Context, name string, hashes []mapping.Hash) (map[mapping.Hash][]string, error) {
	found, err := x.Index.Lookup(ctx, name, hashes)
	for _, h := range hashes {
		if err == nil && found[h] == nil {
			found[h] = []string{}
		}
	}
	return found, err
}

type reversedJournal struct{ state.Journal }

func (j reversedJournal) Lines(ctx context.Context, flow, sourceID string, limit int) ([]state.Line, error) {
	lines, err := j.Journal.Lines(ctx, flow, sourceID, limit)
	slices.Reverse(lines)
	return lines, err
}

type greedyJournal struct{ state.Journal }

func (j greedyJournal) Prune(ctx context.Context, before time.Time) error {
	return j.Journal.Prune(ctx, before.Add(1))
}

type carelessJournal struct{ state.Journal }

func (j carelessJournal) End(ctx context.Context, run state.Run) error {
	_ = j.Journal.End(ctx, run)
	return ctx.Err()
}

type flatLeases struct{ state.Leases }

func (l flatLeases) Acquire(ctx context.Context, name, owner string, ttl time.Duration) (int64, bool, error) {
	token, ok, err := l.Leases.Acquire(ctx, name, owner, ttl)
	return min(token, 1), ok, err
}

type openLeases struct{ state.Leases }

func (l openLeases) Release(ctx context.Context, name, _ string) error {
	for _, owner := range []string{"a", "b"} {
		if err := l.Leases.Release(ctx, name, owner); err != nil {
			return err
		}
	}
	return nil
}
