package memstate

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/mapping"
)

type records struct {
	mu    sync.RWMutex
	flows map[string]*table
}

// table has the rows of one flow.
type table struct {
	rows     map[string]state.Record
	byTarget map[string]string
}

// table returns the rows of a flow; of an unknown one it is empty and not kept.
func (r *records) table(flow string) *table {
	if t, ok := r.flows[flow]; ok {
		return t
	}
	return &table{rows: map[string]state.Record{}, byTarget: map[string]string{}}
}

func (r *records) Load(ctx context.Context, flow string, sourceIDs []string) ([]state.Record, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("memstate: load: %w", err)
	}
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.table(flow).pick(sourceIDs), nil
}

func (r *records) ByTarget(ctx context.Context, flow string, targetIDs []string) ([]state.Record, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("memstate: load by target: %w", err)
	}
	r.mu.RLock()
	defer r.mu.RUnlock()
	t := r.table(flow)
	var sourceIDs []string
	for _, id := range targetIDs {
		if sourceID, ok := t.byTarget[id]; ok {
			sourceIDs = append(sourceIDs, sourceID)
		}
	}
	return t.pick(sourceIDs), nil
}

func (r *records) Due(ctx context.Context, flow string, now time.Time, after string, limit int) ([]state.Record, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("memstate: due: %w", err)
	}
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.table(flow).page(after, limit, func(row *state.Record) bool {
		return !row.RetryAt.IsZero() && !row.RetryAt.After(now)
	}), nil
}

func (r *records) Holding(ctx context.Context, flow string, after string, limit int) ([]state.Record, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("memstate: holding: %w", err)
	}
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.table(flow).page(after, limit, func(row *state.Record) bool {
		return len(row.Holds) > 0
	}), nil
}

func (r *records) Save(ctx context.Context, flow string, rows []state.Record) ([]string, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("memstate: save: %w", err)
	}
	if err := checkIDs(rows); err != nil {
		return nil, fmt.Errorf("memstate: save: %w", err)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	t := r.table(flow)
	r.flows[flow] = t
	var refused []string
	for _, row := range rows {
		if !t.put(row) {
			refused = append(refused, row.SourceID)
		}
	}
	return refused, nil
}

func checkIDs(rows []state.Record) error {
	seen := make(map[string]bool, len(rows))
	for _, row := range rows {
		if row.SourceID == "" {
			return errors.New("a row has no source id")
		}
		if seen[row.SourceID] {
			return fmt.Errorf("source id %q occurs twice", row.SourceID)
		}
		seen[row.SourceID] = true
	}
	return nil
}

// put stores a row unless its revision or its target is taken.
func (t *table) put(row state.Record) bool {
	old := t.rows[row.SourceID]
	if old.Revision != row.Revision {
		return false
	}
	owner, linked := t.byTarget[row.TargetID]
	if linked && owner != row.SourceID {
		return false
	}
	if old.TargetID != "" {
		delete(t.byTarget, old.TargetID)
	}
	if row.TargetID != "" {
		t.byTarget[row.TargetID] = row.SourceID
	}
	row = clone(row)
	row.Revision++
	t.rows[row.SourceID] = row
	return true
}

// pick returns copies of the rows that exist, each once.
func (t *table) pick(sourceIDs []string) []state.Record {
	out := make([]state.Record, 0, len(sourceIDs))
	seen := make(map[string]bool, len(sourceIDs))
	for _, id := range sourceIDs {
		row, ok := t.rows[id]
		if ok && !seen[id] {
			seen[id] = true
			out = append(out, clone(row))
		}
	}
	return out
}

// page returns copies of the first rows behind a source id that are wanted.
func (t *table) page(after string, limit int, wanted func(*state.Record) bool) []state.Record {
	var ids []string
	for id, row := range t.rows {
		if id > after && wanted(&row) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return t.pick(ids[:min(len(ids), max(limit, 0))])
}

// clone copies everything that a row points to and brings its instants into
// their stored form.
func clone(row state.Record) state.Record {
	row.RetryAt = instant(row.RetryAt)
	row.Holds = slices.Clone(row.Holds)
	row.Baselines = cloneBaselines(row.Baselines)
	if row.Announced != nil {
		a := *row.Announced
		a.First, a.SendBy = instant(a.First), instant(a.SendBy)
		row.Announced = &a
	}
	if row.Stock != nil {
		s := *row.Stock
		s.At = instant(s.At)
		row.Stock = &s
	}
	return row
}

func cloneBaselines(old mapping.Baselines) mapping.Baselines {
	out := maps.Clone(old)
	for field, b := range out {
		b.Elements = slices.Clone(b.Elements)
		out[field] = b
	}
	return out
}
