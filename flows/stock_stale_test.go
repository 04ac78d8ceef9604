package flows_test

import (
	"context"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
)

// TestOrderThatNobodyReadIsNotSoldAgain: the stock pass runs before the order pass.
func TestOrderThatNobodyReadIsNotSoldAgain(t *testing.T) {
	t.Parallel()
	for delivery, want := range map[string]string{``: "8", `{"stock":30}`: "28"} {
		t.Run(delivery, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				h := newHouse(t)
				h.articles(10)
				h.products()
				h.orders()
				h.stock()
				time.Sleep(time.Hour)
				h.place("S-10", "ada@example.com", "")
				if delivery != "" {
					h.pos.Edit("products", 1010, delivery)
				}
				time.Sleep(10 * time.Minute)
				for range 2 {
					if report := h.stock(); h.shown("S-10") != "8" || report.Remarks["StaleReading"] != 1 {
						t.Errorf("quantity %s, remarks %v; want 8 and StaleReading", h.shown("S-10"), report.Remarks)
					}
					time.Sleep(10 * time.Minute)
				}
				h.orders()
				if report := h.stock(); h.shown("S-10") != want || report.Remarks["StaleReading"] != 0 {
					t.Errorf("quantity %s, remarks %v after the order pass; want %s", h.shown("S-10"), report.Remarks, want)
				}
			})
		})
	}
}

// TestStockFallsBeforeTheOrdersAreRead: what the POS has no more is not sold on; what
// it gets back is not shown before the order flow has read what was sold.
func TestStockFallsBeforeTheOrdersAreRead(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(10)
		h.products()
		h.orders()
		h.stock()
		time.Sleep(time.Hour)
		h.place("S-10", "ada@example.com", "")
		for _, step := range []struct{ pos, want string }{{`{"stock":3}`, "3"}, {`{"stock":30}`, "3"}} {
			h.pos.Edit("products", 1010, step.pos)
			time.Sleep(10 * time.Minute)
			for range 2 {
				if report := h.stock(); h.shown("S-10") != step.want || report.Remarks["StaleReading"] != 1 {
					t.Errorf("quantity %s after %s, remarks %v; want %s", h.shown("S-10"), step.pos, report.Remarks, step.want)
				}
			}
		}
		h.orders()
		time.Sleep(10 * time.Minute)
		h.orders()
		if report := h.stock(); h.shown("S-10") != "28" || report.Remarks["StaleReading"] != 0 {
			t.Errorf("quantity %s, remarks %v after the order passes; want 28", h.shown("S-10"), report.Remarks)
		}
	})
}

// countedCursors counts the questions for the cursor of one flow.
type countedCursors struct {
	state.Cursors
	prefix string
	asked  int
}

func (c *countedCursors) Cursor(ctx context.Context, flow string) (string, bool, error) {
	if strings.HasPrefix(flow, c.prefix) {
		c.asked++
	}
	return c.Cursors.Cursor(ctx, flow)
}

// TestStockAsksOnceHowFarOrdersWereRead: also where there is no order flow.
func TestStockAsksOnceHowFarOrdersWereRead(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(300)
		h.products()
		cursors := &countedCursors{Cursors: h.store.Cursors, prefix: "orders:"}
		h.store.Cursors = cursors
		if h.stock(); cursors.asked != 1 {
			t.Errorf("asked %d times, want once", cursors.asked)
		}
	})
}

// TestSwitchedOffVariantNeedsNoNumber: that its stock is unknown keeps nobody from
// buying the others.
func TestSwitchedOffVariantNeedsNoNumber(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.variant()
		for _, c := range docs(t, h.pos.Docs("attributecombinations")) {
			if c["sku_number"] == "SHIRT-S" {
				h.pos.Edit("attributecombinations", int64(num(t, c["id"])), `{"active":false,"stock":null}`)
			}
		}
		h.wants(h.products(), map[pass.Outcome]int{pass.Created: 1})
		if v := h.variations(); len(v) != 1 || v["SHIRT-L"]["quantity"] != 4.0 {
			t.Errorf("variations %v, want SHIRT-L alone with 4 pieces", v)
		}
	})
}
