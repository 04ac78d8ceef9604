package flows_test

import (
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
	"github.com/tillsync/tillsync/flows"
	"github.com/tillsync/tillsync/flows/pass"
)

// TestOrderCommittedLateIsRead: it appears with a time of update that an earlier
// pass has already gone past.
func TestOrderCommittedLateIsRead(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		h.products()
		h.place("S-1", "ada@example.com", "")
		time.Sleep(time.Hour)
		h.wants(h.orders(), map[pass.Outcome]int{pass.Created: 1})
		h.place("S-3", "bob@example.com", "")
		late := docs(t, h.shop.Docs("orders"))[1]["internalId"].(float64)
		h.shop.Edit("orders", int64(late), fmt.Sprintf(`{"updateTimestamp":%d}`, time.Now().Add(-5*time.Minute).Unix()))
		time.Sleep(time.Hour)
		h.wants(h.orders(), map[pass.Outcome]int{pass.Created: 1})
	})
}

// TestOrderThatTheSearchDoesNotShowYetIsRead: the search is slower than the overlap
// alone would cover.
func TestOrderThatTheSearchDoesNotShowYetIsRead(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.shop = ecwidtest.New(ecwidtest.WithIndexLag(6 * time.Minute))
		h.articles(3)
		h.products()
		h.place("S-1", "ada@example.com", "")
		time.Sleep(5*time.Minute + 30*time.Second)
		h.wants(h.orders(), map[pass.Outcome]int{})
		time.Sleep(time.Hour)
		h.wants(h.orders(), map[pass.Outcome]int{pass.Created: 1})
	})
}

func TestTransferredOrderIsNotGatedAgain(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		h.products()
		h.place("S-3", "ada@example.com", "")
		h.wants(h.orders(), map[pass.Outcome]int{pass.Created: 1})
		time.Sleep(time.Hour)
		h.shop.Edit("orders", h.onlyOrder(), `{"paymentStatus":"REFUNDED"}`)
		time.Sleep(time.Hour)
		report := h.orders()
		if report.Reasons["skipped:existing"] != 1 || report.Remarks["DriftedAfterTransfer"] != 1 {
			t.Errorf("reasons = %v, remarks = %v; want the existing order to have drifted", report.Reasons, report.Remarks)
		}
	})
}

func TestOrderThatCameFromThePOSIsNotSentBack(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		h.products()
		h.place("S-3", "ada@example.com", `,"refererId":"salespos:1:17"`)
		report := h.orders()
		if h.wants(report, map[pass.Outcome]int{pass.Skipped: 1}); report.Reasons["skipped:echo"] != 1 || h.pos.Writes() != 0 {
			t.Errorf("reasons = %v with %d writes, want an echo", report.Reasons, h.pos.Writes())
		}
	})
}

func TestOrdersOnlyWithGivenIDs(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		h.products()
		h.place("S-2", "ada@example.com", "")
		h.place("S-3", "bob@example.com", "")
		config := h.orderConfig()
		second := docs(t, h.shop.Docs("orders"))[1]["internalId"].(float64)
		config.Pass.Only = []string{fmt.Sprintf("%.0f", second), "424242"}
		report, err := flows.SyncOrders(t.Context(), config)
		h.wants(h.checked(report, err), map[pass.Outcome]int{pass.Created: 1, pass.Skipped: 1})
		if report.Reasons["skipped:gone"] != 1 {
			t.Errorf("reasons = %v, want the unknown id skipped as gone", report.Reasons)
		}
		time.Sleep(time.Hour)
		h.wants(h.orders(), map[pass.Outcome]int{pass.Created: 1, pass.Skipped: 1})
	})
}

func TestOrderPassEndsWithItsTime(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		h.products()
		for range 250 {
			h.place("S-3", "", "")
		}
		config := h.orderConfig()
		config.NoPaymentNote = true
		config.Pass.MaxTime = time.Second // 100 orders a minute is what the POS takes
		report, err := flows.SyncOrders(t.Context(), config)
		if h.checked(report, err); report.State != pass.Partial || report.Cause != pass.CauseBudget || report.Read == 0 || report.Read > 200 {
			t.Errorf("%v(%v) after %d orders, want partial(budget) after one or two batches", report.State, report.Cause, report.Read)
		}
		for range 3 {
			time.Sleep(time.Minute)
			report, err = flows.SyncOrders(t.Context(), config)
			h.checked(report, err)
		}
		if n := len(h.posOrders()); n != 250 {
			t.Errorf("%d orders at the POS in the end, want 250", n)
		}
	})
}
