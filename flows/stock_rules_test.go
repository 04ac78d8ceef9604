package flows_test

import (
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/flows"
	"github.com/tillsync/tillsync/flows/pass"
)

// shown is what the shop says of an article's stock.
func (h *house) shown(sku string) string {
	p := h.bySKU(sku)
	if p["unlimited"] == true {
		return "unlimited"
	}
	return fmt.Sprint(p["quantity"])
}

func TestManageStock(t *testing.T) {
	t.Parallel()
	// S-3 is tracked by both, S-4 by the POS only, S-5 by the shop only.
	tests := []struct {
		manage flows.ManageStock
		want   []string
		writes int
	}{
		{flows.StockLeave, []string{"30", "unlimited", "5"}, 1},
		{flows.StockTrack, []string{"30", "40", "5"}, 2},
		{flows.StockUntrack, []string{"unlimited", "unlimited", "unlimited"}, 2},
		{flows.StockFollowSource, []string{"30", "40", "unlimited"}, 3},
	}
	for _, tt := range tests {
		t.Run(string(tt.manage), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				h := newHouse(t)
				h.articles(5)
				h.products()
				h.pos.Edit("products", 1003, `{"stock":30}`)
				h.pos.Edit("products", 1004, `{"stock":40}`)
				h.shop.Edit("products", h.shopID("S-4"), `{"unlimited":true}`)
				h.pos.Edit("products", 1005, `{"stockenabled":false}`)
				h.pos.Edit("products", 1001, `{"stockenabled":false}`)
				h.shop.Edit("products", h.shopID("S-1"), `{"unlimited":true}`)
				h.shop.Edit("products", h.shopID("S-2"), `{"unlimited":true}`)
				h.pos.Edit("products", 1002, `{"stockenabled":false}`)
				config := h.stockConfig()
				config.ManageStock = tt.manage
				h.quiet()
				report, err := syncStock(t, config)
				h.checked(report, err)
				if diff := cmp.Diff(tt.want, []string{h.shown("S-3"), h.shown("S-4"), h.shown("S-5")}); diff != "" || h.shop.Writes() != tt.writes {
					t.Errorf("%d writes, want %d; stock (-want +got):\n%s", h.shop.Writes(), tt.writes, diff)
				}
				time.Sleep(time.Hour)
				h.quiet()
				report, err = syncStock(t, config)
				if h.checked(report, err); h.shop.Writes() != 0 {
					t.Errorf("%d writes in the second pass", h.shop.Writes())
				}
			})
		})
	}
}

// TestVariationWithoutSKUIsNeverWritten: it shares the product's stock.
func TestVariationWithoutSKUIsNeverWritten(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.variant()
		h.products()
		h.stock()
		time.Sleep(time.Hour)
		large := h.variations()["SHIRT-L"]
		h.shop.Edit("products", h.shopID("SHIRT"), fmt.Sprintf(`{"combinations":[{"id":%.0f,"sku":""}]}`, large["id"]))
		for _, stock := range []int{9, 7, 5} {
			h.setCombination("SHIRT-L", fmt.Sprintf(`{"stock":%d}`, stock))
			h.quiet()
			h.wants(h.stock(), map[pass.Outcome]int{pass.Unchanged: 2})
			if got := h.shop.Writes(); got != 0 {
				t.Errorf("%d writes at stock %d, want none", got, stock)
			}
			time.Sleep(time.Hour)
		}
	})
}

// setCombination changes a combination of the POS.
func (h *house) setCombination(sku, doc string) {
	for _, c := range docs(h.t, h.pos.Docs("attributecombinations")) {
		if c["sku_number"] == sku {
			h.pos.Edit("attributecombinations", int64(c["id"].(float64)), doc)
		}
	}
}

func TestCombinationThatIsSwitchedOffIsSoldOut(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.variant()
		h.products()
		h.stock()
		h.setCombination("SHIRT-L", `{"active":false}`)
		time.Sleep(time.Hour)
		h.products()
		h.wants(h.stock(), map[pass.Outcome]int{pass.Updated: 1, pass.Unchanged: 1})
		v := h.variations()
		if v["SHIRT-L"]["quantity"] != 0.0 || v["SHIRT-S"]["quantity"] != 3.0 {
			t.Errorf("quantities = %v and %v, want 0 and 3", v["SHIRT-L"]["quantity"], v["SHIRT-S"]["quantity"])
		}
	})
}

// TestCancelledOrderThatWaitsHoldsNoStock: the shop has put its goods back.
func TestCancelledOrderThatWaitsHoldsNoStock(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(10)
		h.products()
		h.place("S-10", "ada@example.com", "")
		config := h.orderConfig()
		config.Gate = func(*ecwid.Order) flows.GateResult { return flows.GateResult{Wait: true, Reason: "Always"} }
		for _, want := range []string{"8", "10"} {
			report, err := flows.SyncOrders(t.Context(), config)
			h.wants(h.checked(report, err), map[pass.Outcome]int{pass.Waiting: 1})
			time.Sleep(time.Hour)
			h.wants(h.stock(), map[pass.Outcome]int{pass.Unchanged: 10})
			if got := h.shown("S-10"); got != want {
				t.Errorf("quantity = %s, want %s", got, want)
			}
			h.shop.Edit("orders", h.onlyOrder(), `{"paymentStatus":"CANCELLED"}`)
		}
	})
}

func TestStockBrakeAllowsAFifth(t *testing.T) {
	t.Parallel()
	for empty, want := range map[int]int{20: 20, 21: 0} {
		t.Run(fmt.Sprint(empty), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				h := newHouse(t)
				h.articles(100)
				h.products()
				h.stock()
				for i := range empty {
					h.pos.Edit("products", int64(1001+i), `{"stock":0}`)
				}
				h.quiet()
				report, err := syncStock(t, h.stockConfig())
				if (err == nil) != (want > 0) || h.shop.Writes() != want {
					t.Errorf("%v(%v), %v with %d writes; want %d", report.State, report.Cause, err, h.shop.Writes(), want)
				}
			})
		})
	}
}

func TestReleasedReservationHoldsNothing(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(10)
		h.products()
		id := h.pos.Add("orders", `{"status":14,"is_completed":true,"orderrows":[{"product_id":1010,"count":4}]}`)
		h.stock()
		holding := func() int {
			rows, err := h.store.Records.Holding(t.Context(), "reservations:salespos>ecwid:1003", "", 10)
			if err != nil {
				t.Fatal(err)
			}
			return len(rows)
		}
		if n := holding(); n != 1 || h.shown("S-10") != "6" {
			t.Errorf("%d rows hold stock and the shop shows %s, want one row and 6", n, h.shown("S-10"))
		}
		h.pos.Edit("orders", id, `{"status":4}`)
		time.Sleep(time.Hour)
		h.stock()
		if n := holding(); n != 0 || h.shown("S-10") != "10" {
			t.Errorf("%d rows hold stock and the shop shows %s, want none and 10", n, h.shown("S-10"))
		}
	})
}
