package flows_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/flows"
	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/salespos"
)

// errCut stands for the end of the process.
var errCut = errors.New("process cut off")

// cutter fails every boundary of a pass from the n-th on. With after set, the
// n-th still takes effect and only its answer is lost.
type cutter struct {
	left  int
	after bool
	dead  bool
}

func (c *cutter) boundary() (effect bool, err error) {
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

// cutRecords, cutCursors and cutIndex put the writes of the state behind it.
type cutRecords struct {
	state.Records
	*cutter
}

func (c cutRecords) Save(ctx context.Context, flow string, rows []state.Record) ([]string, error) {
	effect, cut := c.boundary()
	if !effect {
		return nil, cut
	}
	refused, err := c.Records.Save(ctx, flow, rows)
	return refused, errors.Join(cut, err)
}

type cutCursors struct {
	state.Cursors
	*cutter
}

func (c cutCursors) Swap(ctx context.Context, flow, prev, next string) (bool, error) {
	effect, cut := c.boundary()
	if !effect {
		return false, cut
	}
	swapped, err := c.Cursors.Swap(ctx, flow, prev, next)
	return swapped, errors.Join(cut, err)
}

type cutIndex struct {
	state.Index
	*cutter
}

func (c cutIndex) Add(ctx context.Context, name string, entries []state.Entry, mark string) error {
	effect, cut := c.boundary()
	if !effect {
		return cut
	}
	return errors.Join(cut, c.Index.Add(ctx, name, entries, mark))
}

// cutOrders runs an order pass that is cut off at boundary n. It reports whether
// the pass got through before.
func (h *house) cutOrders(n int, after bool) (through bool) {
	c := &cutter{left: n, after: after}
	cfg := h.orderConfig()
	cfg.SalesPOS = h.pos.Client(salespos.WithTransport(cutCalls{h.pos.Transport(), c}))
	cfg.Ecwid = h.shop.Client(ecwid.WithTransport(cutCalls{h.shop.Transport(), c}))
	cfg.State.Records, cfg.State.Cursors = cutRecords{h.store.Records, c}, cutCursors{h.store.Cursors, c}
	cfg.State.Index, cfg.State.Leases = cutIndex{h.store.Index, c}, nil
	cfg.Pass.Concurrency = 1
	_, _ = flows.SyncOrders(h.t.Context(), cfg) // the process that would read the result is dead
	return !c.dead
}

func TestNoOrderIsLostOrDoubledWhereverThePassIsCut(t *testing.T) {
	t.Parallel()
	for _, after := range []bool{false, true} {
		boundaries := 0
		for through := false; !through; boundaries++ {
			synctest.Test(t, func(t *testing.T) {
				h := newHouse(t)
				h.store.Leases = nil
				h.articles(10)
				h.variant()
				h.products()
				h.place("S-10", "ada@example.com", "")
				h.place("S-9", "ada@example.com", "")
				h.place("S-8", "bob@example.com", "")
				h.place("S-7", "", "")
				through = h.cutOrders(boundaries, after)
				for range 4 {
					time.Sleep(2 * time.Hour)
					h.orders()
				}
				h.assertOrders(4, 2, fmt.Sprintf("cut at %d, after the effect: %v", boundaries, after))
			})
		}
		if boundaries < 15 {
			t.Errorf("only %d boundaries were met", boundaries)
		}
	}
}

// assertOrders checks that each order, its note and each buyer is there once.
func (h *house) assertOrders(orders, buyers int, when string) {
	h.t.Helper()
	references := map[any]int{}
	for _, o := range h.posOrders() {
		references[o["reservationnumber"]]++
	}
	for reference, n := range references {
		if n != 1 {
			h.t.Errorf("%s: order %v is there %d times", when, reference, n)
		}
	}
	if len(references) != orders {
		h.t.Errorf("%s: %d orders, want %d", when, len(references), orders)
	}
	notes := map[any]int{}
	for _, n := range docs(h.t, h.pos.Docs("ordernotes")) {
		notes[n["note"]]++
	}
	if len(notes) != orders {
		h.t.Errorf("%s: notes %v, want one of each order", when, notes)
	}
	for note, n := range notes {
		if n != 1 {
			h.t.Errorf("%s: note %v is there %d times", when, note, n)
		}
	}
	if n := len(h.pos.Docs("users")); n != buyers {
		h.t.Errorf("%s: %d users, want %d", when, n, buyers)
	}
}
