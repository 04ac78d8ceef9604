package memstate

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/tillsync/tillsync/flows/state"
)

type journal struct {
	mu   sync.Mutex
	runs map[string]*run
	// next numbers runs and lines, so that equal instants keep their order.
	next int
}

type run struct {
	state.Run
	seq   int
	lines []line
}

type line struct {
	state.Line
	seq int
}

func (j *journal) Begin(ctx context.Context, r state.Run) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("memstate: begin run: %w", err)
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	if _, known := j.runs[r.ID]; known {
		return fmt.Errorf("memstate: begin run: id %q is taken", r.ID)
	}
	j.next++
	j.runs[r.ID] = &run{Run: cloneRun(r), seq: j.next}
	return nil
}

func (j *journal) Append(ctx context.Context, runID string, lines []state.Line) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("memstate: append to run: %w", err)
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	r, ok := j.runs[runID]
	if !ok {
		return fmt.Errorf("memstate: append to run: id %q is unknown", runID)
	}
	for _, l := range lines {
		j.next++
		r.lines = append(r.lines, line{Line: cloneLine(l), seq: j.next})
	}
	return nil
}

func (j *journal) End(ctx context.Context, ended state.Run) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("memstate: end run: %w", err)
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	r, ok := j.runs[ended.ID]
	if !ok {
		return fmt.Errorf("memstate: end run: id %q is unknown", ended.ID)
	}
	ended = cloneRun(ended)
	r.Ended, r.State, r.Counts = ended.Ended, ended.State, ended.Counts
	return nil
}

func (j *journal) Runs(ctx context.Context, flow string, limit int) ([]state.Run, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("memstate: runs: %w", err)
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	var found []*run
	for _, r := range j.runs {
		if r.Flow == flow {
			found = append(found, r)
		}
	}
	slices.SortFunc(found, func(a, b *run) int {
		return cmp.Or(b.Started.Compare(a.Started), cmp.Compare(b.seq, a.seq))
	})
	var out []state.Run
	for _, r := range found[:min(len(found), max(limit, 0))] {
		out = append(out, cloneRun(r.Run))
	}
	return out, nil
}

func (j *journal) Lines(ctx context.Context, flow, sourceID string, limit int) ([]state.Line, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("memstate: lines: %w", err)
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	var found []line
	for _, r := range j.runs {
		for _, l := range r.lines {
			if l.Flow == flow && l.SourceID == sourceID {
				found = append(found, l)
			}
		}
	}
	slices.SortFunc(found, func(a, b line) int {
		return cmp.Or(b.At.Compare(a.At), cmp.Compare(b.seq, a.seq))
	})
	var out []state.Line
	for _, l := range found[:min(len(found), max(limit, 0))] {
		out = append(out, cloneLine(l.Line))
	}
	return out, nil
}

func (j *journal) Prune(ctx context.Context, before time.Time) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("memstate: prune journal: %w", err)
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	maps.DeleteFunc(j.runs, func(_ string, r *run) bool {
		return !r.Ended.IsZero() && r.Ended.Before(before)
	})
	return nil
}

func cloneRun(r state.Run) state.Run {
	r.Started, r.Ended = instant(r.Started), instant(r.Ended)
	r.Counts = maps.Clone(r.Counts)
	return r
}

func cloneLine(l state.Line) state.Line {
	l.At = instant(l.At)
	l.Fields = slices.Clone(l.Fields)
	return l
}
