package flows_test

import (
	"context"
	"errors"
	"net/http"
	"sync"
	"time"

	"github.com/tillsync/tillsync/flows/state"
)

// errCut stands for the end of the process.
var errCut = errors.New("process cut off")

// cutter fails every boundary of a pass from the n-th on. With after set, the
// n-th still takes effect and only its answer is lost.
type cutter struct {
	mu    sync.Mutex
	left  int
	after bool
	dead  bool
}

func (c *cutter) boundary() (effect bool, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.dead {
		return false, errCut
	}
	if c.left--; c.left >= 0 {
		return true, nil
	}
	c.dead = true
	return c.after, errCut
}

// cutCalls puts the calls to a system behind the cutter.
type cutCalls struct {
	http.RoundTripper
	*cutter
}

func (c cutCalls) RoundTrip(req *http.Request) (*http.Response, error) {
	effect, cut := c.boundary()
	if !effect {
		return nil, cut
	}
	answer, err := c.RoundTripper.RoundTrip(req)
	if cut != nil && answer != nil {
		return nil, errors.Join(cut, answer.Body.Close())
	}
	return answer, err
}

// do carries out a write of the state behind the cutter.
func (c *cutter) do(write func() error) error {
	effect, cut := c.boundary()
	if !effect {
		return cut
	}
	return errors.Join(cut, write())
}

// cutStore puts all writes of a state behind the cutter.
func cutStore(store state.Store, c *cutter) state.Store {
	return state.Store{
		Records: cutRecords{store.Records, c}, Cursors: cutCursors{store.Cursors, c}, Index: cutIndex{store.Index, c},
		Journal: cutJournal{store.Journal, c}, Leases: cutLeases{store.Leases, c},
	}
}

type cutRecords struct {
	state.Records
	*cutter
}

func (c cutRecords) Save(ctx context.Context, flow string, rows []state.Record) (refused []string, err error) {
	err = c.do(func() (err error) {
		refused, err = c.Records.Save(ctx, flow, rows)
		return err
	})
	return refused, err
}

type cutCursors struct {
	state.Cursors
	*cutter
}

func (c cutCursors) Swap(ctx context.Context, flow, prev, next string) (swapped bool, err error) {
	err = c.do(func() (err error) {
		swapped, err = c.Cursors.Swap(ctx, flow, prev, next)
		return err
	})
	return swapped, err
}

type cutIndex struct {
	state.Index
	*cutter
}

func (c cutIndex) Add(ctx context.Context, name string, entries []state.Entry, mark string) error {
	return c.do(func() error { return c.Index.Add(ctx, name, entries, mark) })
}

type cutJournal struct {
	state.Journal
	*cutter
}

func (c cutJournal) Begin(ctx context.Context, run state.Run) error {
	return c.do(func() error { return c.Journal.Begin(ctx, run) })
}

func (c cutJournal) Append(ctx context.Context, runID string, lines []state.Line) error {
	return c.do(func() error { return c.Journal.Append(ctx, runID, lines) })
}

func (c cutJournal) End(ctx context.Context, run state.Run) error {
	return c.do(func() error { return c.Journal.End(ctx, run) })
}

type cutLeases struct {
	state.Leases
	*cutter
}

func (c cutLeases) Acquire(ctx context.Context, name, owner string, ttl time.Duration) (token int64, ok bool, err error) {
	err = c.do(func() (err error) {
		token, ok, err = c.Leases.Acquire(ctx, name, owner, ttl)
		return err
	})
	return token, ok, err
}

func (c cutLeases) Release(ctx context.Context, name, owner string) error {
	return c.do(func() error { return c.Leases.Release(ctx, name, owner) })
}
