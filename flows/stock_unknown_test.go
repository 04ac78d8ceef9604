package flows_test

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/flows/pass"
)

// TestUnknownStockHoldsBackNoPrice: the number belongs to the stock flow once the
// product exists.
func TestUnknownStockHoldsBackNoPrice(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		h.variant()
		h.products()
		time.Sleep(time.Hour)
		h.pos.Edit("products", 1002, `{"stock":null,"price":77}`)
		h.setCombination("SHIRT-L", `{"stock":null}`)
		h.pos.Edit("products", 5000, `{"price":30}`)
		h.quiet()
		h.wants(h.products(), map[pass.Outcome]int{pass.Updated: 2, pass.Unchanged: 2}) // two are in the overlap
		if got := h.bySKU("S-2")["price"]; got != 77.0 {
			t.Errorf("price = %v, want 77", got)
		}
		if n := h.pos.Count("GET", "/orders"); n != 0 {
			t.Errorf("%d reads of reserving orders, want none: no number is written", n)
		}
		h.wants(h.stock(), map[pass.Outcome]int{pass.Unchanged: 3, pass.Parked: 2})
		if q, l := h.shown("S-2"), h.variations()["SHIRT-L"]["quantity"]; q != "2" || l != 4.0 {
			t.Errorf("stock = %s and %v, want the numbers of before", q, l)
		}
	})
}

func TestNewProductOfUnknownStockIsParked(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		h.pos.Edit("products", 1002, `{"stock":null}`)
		report := h.products()
		h.wants(report, map[pass.Outcome]int{pass.Created: 2, pass.Parked: 1})
		if p := h.problem(report); p.Label != "S-2" || p.Reason != "StockUnknown" {
			t.Errorf("%s %s, want S-2 StockUnknown: without a number it could be sold without limit", p.Label, p.Reason)
		}
		h.pos.Edit("products", 1002, `{"stock":8}`)
		time.Sleep(2 * time.Hour)
		if report := h.products(); report.Counts[pass.Created] != 1 || h.shown("S-2") != "8" {
			t.Errorf("counts = %v with %s pieces, want it created with 8", report.Counts, h.shown("S-2"))
		}
	})
}
