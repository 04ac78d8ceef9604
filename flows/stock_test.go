package flows_test

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/flows/pass"
)

func TestStockWritesExactlyWhatChanged(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(300)
		h.variant()
		h.products()
		h.wants(h.stock(), map[pass.Outcome]int{pass.Unchanged: 302})
		time.Sleep(time.Hour)
		h.pos.Edit("products", 1007, `{"stock":70}`)
		h.pos.Edit("products", 1008, `{"stock":80}`)
		h.quiet()
		h.wants(h.stock(), map[pass.Outcome]int{pass.Updated: 2, pass.Unchanged: 300})
		if got := h.shop.Writes(); got != 2 {
			t.Errorf("%d writes, want 2", got)
		}
		if q7, q8 := h.bySKU("S-7")["quantity"], h.bySKU("S-8")["quantity"]; q7 != 70.0 || q8 != 80.0 {
			t.Errorf("quantities = %v, %v; want 70 and 80", q7, q8)
		}
		time.Sleep(time.Hour)
		h.quiet()
		h.wants(h.stock(), map[pass.Outcome]int{pass.Unchanged: 302})
		if got := h.shop.Writes(); got != 0 {
			t.Errorf("%d writes in an unchanged pass", got)
		}
	})
}

func TestStockIsLessWhatIsReserved(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(10)
		h.products()
		h.pos.Add("orders", `{"status":14,"is_completed":true,"orderrows":[{"product_id":1010,"count":4}]}`)
		time.Sleep(time.Hour)
		h.stock()
		if got := h.bySKU("S-10")["quantity"]; got != 6.0 {
			t.Errorf("quantity = %v, want 10 less 4 reserved", got)
		}
		h.quiet()
		h.stock()
		if got := h.pos.Count("GET", "/orders/"); got != 0 {
			t.Errorf("%d reads of order rows although no order changed", got)
		}
	})
}

func TestStockBrakeHoldsASuddenEmptyStore(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(60)
		h.products()
		h.stock()
		for i := range 20 {
			h.pos.Edit("products", int64(1001+i), `{"stock":0}`)
		}
		h.quiet()
		report, err := syncStock(t, h.stockConfig())
		if err == nil || report.Cause != pass.CauseBrake || h.shop.Writes() != 0 {
			t.Errorf("%v(%v), %v with %d writes; want the brake and no write", report.State, report.Cause, err, h.shop.Writes())
		}
		c := h.stockConfig()
		c.Pass.Brakes.Override = []pass.BrakeName{pass.BrakeZeroed}
		report, err = syncStock(t, c)
		h.checked(report, err)
		if h.shop.Writes() != 20 || h.bySKU("S-3")["quantity"] != 0.0 {
			t.Errorf("%d writes with Override, want 20", h.shop.Writes())
		}
	})
}
