package memstate

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/mapping"
)

type cursors struct {
	mu     sync.Mutex
	tokens map[string]string
}

func (c *cursors) Cursor(ctx context.Context, flow string) (string, bool, error) {
	if err := ctx.Err(); err != nil {
		return "", false, fmt.Errorf("memstate: cursor: %w", err)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	token, ok := c.tokens[flow]
	return token, ok, nil
}

func (c *cursors) Swap(ctx context.Context, flow, prev, next string) (bool, error) {
	if err := ctx.Err(); err != nil {
		return false, fmt.Errorf("memstate: swap cursor: %w", err)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.tokens[flow] != prev {
		return false, nil
	}
	if next == "" {
		delete(c.tokens, flow)
	} else {
		c.tokens[flow] = next
	}
	return true, nil
}

type index struct {
	mu     sync.RWMutex
	tables map[string]*hashes
}

// hashes is one index: sorted ids by hash, and its mark.
type hashes struct {
	ids  map[mapping.Hash][]string
	mark string
}

func (x *index) Lookup(ctx context.Context, name string, keys []mapping.Hash) (map[mapping.Hash][]string, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("memstate: look up: %w", err)
	}
	x.mu.RLock()
	defer x.mu.RUnlock()
	out := map[mapping.Hash][]string{}
	table, ok := x.tables[name]
	if !ok {
		return out, nil
	}
	for _, key := range keys {
		if ids := table.ids[key]; len(ids) > 0 {
			out[key] = slices.Clone(ids)
		}
	}
	return out, nil
}

func (x *index) Add(ctx context.Context, name string, entries []state.Entry, mark string) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("memstate: add to index: %w", err)
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	table, ok := x.tables[name]
	if !ok {
		table = &hashes{ids: map[mapping.Hash][]string{}}
		x.tables[name] = table
	}
	for _, e := range entries {
		ids := table.ids[e.Hash]
		if at, known := slices.BinarySearch(ids, e.ID); !known {
			table.ids[e.Hash] = slices.Insert(ids, at, e.ID)
		}
	}
	if mark != "" {
		table.mark = mark
	}
	return nil
}

func (x *index) Mark(ctx context.Context, name string) (string, bool, error) {
	if err := ctx.Err(); err != nil {
		return "", false, fmt.Errorf("memstate: index mark: %w", err)
	}
	x.mu.RLock()
	defer x.mu.RUnlock()
	table, ok := x.tables[name]
	if !ok || table.mark == "" {
		return "", false, nil
	}
	return table.mark, true, nil
}
