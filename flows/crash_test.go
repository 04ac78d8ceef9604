package flows_test

import (
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/flows"
	"github.com/tillsync/tillsync/salespos"
)

// cutOrders runs an order pass that is cut off at boundary n. It reports whether
// the pass got through before.
func (h *house) cutOrders(n int, after bool, concurrency int) (through bool) {
	c := &cutter{left: n, after: after}
	cfg := h.orderConfig()
	cfg.SalesPOS = h.pos.Client(salespos.WithTransport(cutCalls{h.pos.Transport(), c}))
	cfg.Ecwid = h.shop.Client(ecwid.WithTransport(cutCalls{h.shop.Transport(), c}))
	cfg.State = cutStore(h.store, c)
	cfg.Pass.Concurrency = concurrency
	_, _ = flows.SyncOrders(h.t.Context(), cfg) // the process that would read the result is dead
	return !c.dead
}

// fourOrders places orders of two buyers and a guest.
func (h *house) fourOrders() {
	h.articles(10)
	h.products()
	h.place("S-10", "ada@example.com", "")
	h.place("S-9", "ada@example.com", "")
	h.place("S-8", "bob@example.com", "")
	h.place("S-7", "", "")
}

// fewestBoundaries is how many calls and saves four orders take at least.
const fewestBoundaries = 30

func TestNoOrderIsLostOrDoubledWhereverThePassIsCut(t *testing.T) {
	t.Parallel()
	for _, after := range []bool{false, true} {
		boundaries := 0
		for through := false; !through; boundaries++ {
			synctest.Test(t, func(t *testing.T) {
				h := newHouse(t)
				h.fourOrders()
				through = h.cutOrders(boundaries, after, 1)
				h.settleOrders()
				h.assertOrders(4, 2, fmt.Sprintf("cut at %d, after the effect: %v", boundaries, after))
			})
		}
		if boundaries < fewestBoundaries {
			t.Errorf("only %d boundaries were met", boundaries)
		}
	}
}

// TestNoOrderIsLostOrDoubledWhenTwoPassesInARowAreCut: the second pass, which looks
// for what the first one left, is cut off elsewhere each time.
func TestNoOrderIsLostOrDoubledWhenTwoPassesInARowAreCut(t *testing.T) {
	t.Parallel()
	for first := range fewestBoundaries {
		for second := first % 10; second < fewestBoundaries; second += 10 {
			synctest.Test(t, func(t *testing.T) {
				h := newHouse(t)
				h.fourOrders()
				h.cutOrders(first, first%2 == 0, 4)
				time.Sleep(20 * time.Minute)
				h.cutOrders(second, second%2 == 0, 4)
				h.settleOrders()
				h.assertOrders(4, 2, fmt.Sprintf("cut at %d and %d", first, second))
			})
		}
	}
}

// settleOrders runs passes until everything that was cut off is due and done.
func (h *house) settleOrders() {
	for range 4 {
		time.Sleep(2 * time.Hour)
		h.orders()
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
