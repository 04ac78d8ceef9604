package sqltest_test

import (
	"context"
	"sync/atomic"
	"time"

	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/mapping"
)

// The split parts take turns between two stores over one database.

type splitRecords struct {
	state.Records
	writer state.Records
}

func (s splitRecords) Save(ctx context.Context, flow string, rows []state.Record) ([]string, error) {
	// By the length of a target, so that races write through both stores.
	if len(rows) > 0 && len(rows[0].TargetID)%2 == 0 {
		return s.Records.Save(ctx, flow, rows)
	}
	return s.writer.Save(ctx, flow, rows)
}

type splitCursors struct {
	state.Cursors
	writer state.Cursors
}

func (s splitCursors) Swap(ctx context.Context, flow, prev, next string) (bool, error) {
	return s.writer.Swap(ctx, flow, prev, next)
}

type splitIndex struct {
	state.Index
	writer state.Index
}

func (s splitIndex) Lookup(ctx context.Context, name string, hashes []mapping.Hash) (map[mapping.Hash][]string, error) {
	return s.writer.Lookup(ctx, name, hashes)
}

type splitJournal struct {
	state.Journal
	writer state.Journal
}

func (s splitJournal) Append(ctx context.Context, runID string, lines []state.Line) error {
	return s.writer.Append(ctx, runID, lines)
}

type splitLeases struct {
	state.Leases
	other state.Leases
	calls atomic.Int64
}

func (s *splitLeases) Acquire(ctx context.Context, name, owner string, ttl time.Duration) (int64, bool, error) {
	if s.calls.Add(1)%2 == 0 {
		return s.other.Acquire(ctx, name, owner, ttl)
	}
	return s.Leases.Acquire(ctx, name, owner, ttl)
}
