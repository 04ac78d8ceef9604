package engine

import (
	"context"
	"slices"
	"sync"

	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/mapping"
)

// Overlay is an index that reads through to another one and keeps what is added
// in memory: a plan needs the keys of both sides and may not write the state.
func Overlay(below state.Index) state.Index {
	return &overlay{below: below, added: map[string]map[mapping.Hash][]string{}, marks: map[string]string{}}
}

// MemoryIndex is an index that lasts for one pass.
func MemoryIndex() state.Index { return Overlay(nothing{}) }

// nothing is the index without entries.
type nothing struct{ state.Index }

func (nothing) Lookup(context.Context, string, []mapping.Hash) (map[mapping.Hash][]string, error) {
	return nil, nil
}

func (nothing) Mark(context.Context, string) (string, bool, error) { return "", false, nil }

type overlay struct {
	below state.Index

	mu    sync.Mutex
	added map[string]map[mapping.Hash][]string
	marks map[string]string
}

// Lookup joins both layers.
func (o *overlay) Lookup(ctx context.Context, name string, hashes []mapping.Hash) (map[mapping.Hash][]string, error) {
	found, err := o.below.Lookup(ctx, name, hashes)
	if err != nil {
		return nil, err
	}
	if found == nil {
		found = map[mapping.Hash][]string{}
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	for _, hash := range hashes {
		if ids := o.added[name][hash]; len(ids) > 0 {
			joined := append(slices.Clone(found[hash]), ids...)
			slices.Sort(joined)
			found[hash] = slices.Compact(joined)
		}
	}
	return found, nil
}

// Add keeps entries and mark in memory.
func (o *overlay) Add(_ context.Context, name string, entries []state.Entry, mark string) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.added[name] == nil {
		o.added[name] = map[mapping.Hash][]string{}
	}
	for _, e := range entries {
		o.added[name][e.Hash] = append(o.added[name][e.Hash], e.ID)
	}
	if mark != "" {
		o.marks[name] = mark
	}
	return nil
}

// Mark prefers the mark kept in memory.
func (o *overlay) Mark(ctx context.Context, name string) (string, bool, error) {
	o.mu.Lock()
	mark, ok := o.marks[name]
	o.mu.Unlock()
	if ok {
		return mark, true, nil
	}
	return o.below.Mark(ctx, name)
}
