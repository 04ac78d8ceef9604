package flows_test

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// TestFlowsUnderEveryReading: what the documentation of the systems leaves open
// does not matter to the flows.
func TestFlowsUnderEveryReading(t *testing.T) {
	t.Parallel()
	for _, reading := range salespostest.Readings() {
		t.Run("salespos:"+string(reading), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				h := newHouse(t)
				h.pos = salespostest.New(salespostest.With(reading))
				h.livesADay()
			})
		})
	}
	for _, reading := range ecwidtest.Readings() {
		t.Run("ecwid:"+string(reading), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				h := newHouse(t)
				lag := time.Duration(0)
				if reading == ecwidtest.StaleReads {
					lag = 30 * time.Second
				}
				h.shop = ecwidtest.New(ecwidtest.With(reading), ecwidtest.WithIndexLag(lag))
				h.livesADay()
			})
		})
	}
}

// livesADay lets both systems start, change and sell.
func (h *house) livesADay() {
	h.t.Helper()
	h.pos.Add("categories", `{"id":100,"name":"Tea","show_on_website":true}`)
	h.articles(10)
	h.pos.Add("producttocategories", `{"product_id":1003,"category_id":100}`)
	h.variant()
	h.categories()
	h.wants(h.products(), map[pass.Outcome]int{pass.Created: 11})
	h.stock()
	h.settles("the first passes")

	h.pos.Edit("products", 1005, `{"price":55,"stock":50}`)
	h.pos.Edit("products", 1006, `{"description":"<p>New text</p>"}`)
	time.Sleep(time.Hour)
	h.products()
	h.stock()
	if p := h.bySKU("S-5"); p["price"] != 55.0 || p["quantity"] != 50.0 {
		h.t.Errorf("S-5: price %v, quantity %v; want 55 and 50", p["price"], p["quantity"])
	}
	h.settles("changes at the POS")

	h.place("S-10", "ada@example.com", "")
	h.place("S-9", "", "")
	time.Sleep(time.Minute)
	h.wants(h.orders(), map[pass.Outcome]int{pass.Created: 2})
	if n := len(h.posOrders()); n != 2 {
		h.t.Errorf("%d orders at the POS, want 2", n)
	}
	time.Sleep(time.Hour)
	h.stock()
	h.settles("web orders")
}

// settles asserts that another round of all flows writes nothing.
func (h *house) settles(after string) {
	h.t.Helper()
	time.Sleep(time.Hour)
	h.quiet()
	h.categories()
	h.products()
	h.stock()
	h.orders()
	if h.pos.Writes() != 0 || h.shop.Writes() != 0 {
		h.t.Errorf("after %s another round made %d and %d writes", after, h.pos.Writes(), h.shop.Writes())
	}
}
