package flows_test

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/flows"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state/memstate"
	"github.com/tillsync/tillsync/salespos"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// onlyOrder is the internal id of the one web order.
func (h *house) onlyOrder() int64 {
	h.t.Helper()
	return int64(docs(h.t, h.shop.Docs("orders"))[0]["internalId"].(float64))
}

// TestLostStateDoublesNoOrder: without a state the orders are looked for at the
// POS; while that cannot be done nothing is created.
func TestLostStateDoublesNoOrder(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		h.products()
		for range 3 {
			h.place("S-3", "ada@example.com", "")
		}
		h.wants(h.orders(), map[pass.Outcome]int{pass.Created: 3})
		h.store = memstate.New()
		h.pos.Inject(salespostest.Fault{Method: "GET", Path: "/orders", Times: 4, Do: salespostest.Status, Status: 500})
		if report, err := flows.SyncOrders(t.Context(), h.orderConfig()); err == nil {
			t.Errorf("%v; want a stopped pass: what exists is unknown", report.State)
		}
		time.Sleep(time.Hour)
		h.wants(h.orders(), map[pass.Outcome]int{pass.Skipped: 3})
		if n := len(h.posOrders()); n != 3 {
			t.Errorf("%d orders at the POS, want 3", n)
		}
	})
}

// TestLostStateFindsOrdersThatWait: the order was transferred before the gate, asked
// again without a state, lets it wait.
func TestLostStateFindsOrdersThatWait(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		h.products()
		h.place("S-3", "ada@example.com", "")
		h.orders()
		h.stock()
		shown := h.shown("S-3")
		h.store = memstate.New()
		h.shop.Edit("orders", h.onlyOrder(), `{"paymentStatus":"PARTIALLY_REFUNDED"}`)
		time.Sleep(time.Hour)
		h.products()
		h.wants(h.orders(), map[pass.Outcome]int{pass.Skipped: 1})
		if h.stock(); h.shown("S-3") != shown {
			t.Errorf("stock %s, want %s: the POS has the order", h.shown("S-3"), shown)
		}
		h.shop.Edit("orders", h.onlyOrder(), `{"paymentStatus":"PAID"}`)
		time.Sleep(time.Hour)
		h.orders()
		if n := len(h.posOrders()); n != 1 {
			t.Errorf("%d orders at the POS, want 1", n)
		}
	})
}

func TestCancelledWhileItsCreateWasLost(t *testing.T) {
	t.Parallel()
	for kind, want := range map[salespostest.FaultKind]int{salespostest.TimeoutBefore: 0, salespostest.TimeoutAfter: 1} {
		t.Run(kind.String(), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				h := newHouse(t)
				h.articles(3)
				h.products()
				h.place("S-3", "ada@example.com", "")
				h.pos.Inject(salespostest.Fault{Method: "POST", Path: "/orders", Do: kind})
				h.wants(h.orders(), map[pass.Outcome]int{pass.Unknown: 1})
				h.shop.Edit("orders", h.onlyOrder(), `{"paymentStatus":"CANCELLED"}`)
				for range 3 {
					time.Sleep(time.Hour)
					h.orders()
				}
				if n := len(h.posOrders()); n != want {
					t.Errorf("%d orders at the POS, want %d", n, want)
				}
			})
		})
	}
}

// cancelling cancels a context at the nth POST to the orders.
type cancelling struct {
	http.RoundTripper
	cancel context.CancelFunc
	left   atomic.Int32
}

func (c *cancelling) RoundTrip(req *http.Request) (*http.Response, error) {
	if req.Method == http.MethodPost && strings.HasSuffix(req.URL.Path, "/orders") {
		if c.left.Add(-1) == 0 {
			c.cancel()
			return nil, context.Canceled
		}
	}
	return c.RoundTripper.RoundTrip(req)
}

func TestCancelledPassLeavesOrdersDue(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		h.products()
		for range 5 {
			h.place("S-3", "ada@example.com", "")
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancelling := &cancelling{RoundTripper: h.pos.Transport(), cancel: cancel}
		cancelling.left.Store(2)
		config := h.orderConfig()
		config.SalesPOS = h.pos.Client(salespos.WithTransport(cancelling))
		report, err := flows.SyncOrders(ctx, config)
		if err == nil || report.Cause != pass.CauseCancelled {
			t.Fatalf("%v(%v), %v; want stopped(cancelled)", report.State, report.Cause, err)
		}
		time.Sleep(20 * time.Minute)
		h.orders()
		if n := len(h.posOrders()); n != 5 {
			t.Errorf("%d orders at the POS 20 minutes later, want 5", n)
		}
	})
}

func TestOneBadOrderStopsNoOther(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.variant()
		h.articles(3)
		h.products()
		large := int64(h.variations()["SHIRT-L"]["id"].(float64))
		h.shop.PlaceOrder(fmt.Sprintf(`{"email":"ada@example.com","pricesIncludeTax":true,"items":[{"productId":%d,"combinationId":%d,"quantity":1,"price":22.5}]}`,
			h.shopID("SHIRT"), large))
		h.place("S-3", "bob@example.com", "")
		h.place("S-3", "eve@example.com", "")
		h.pos.Inject(salespostest.Fault{Method: "GET", Path: "/products/*", Times: 4, Do: salespostest.Status, Status: 500})
		h.wants(h.orders(), map[pass.Outcome]int{pass.Created: 2, pass.Failed: 1})
		time.Sleep(time.Minute)
		h.wants(h.orders(), map[pass.Outcome]int{pass.Created: 1, pass.Skipped: 2})
	})
}

// TestOneAddressUnderTwoAccounts: the shop made a new account for a person that
// the POS knows.
func TestOneAddressUnderTwoAccounts(t *testing.T) {
	t.Parallel()
	for _, passes := range []int{1, 2} {
		t.Run(fmt.Sprint(passes, " passes"), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				h := newHouse(t)
				h.articles(3)
				h.products()
				h.place("S-3", "ada@example.com", "")
				if passes == 2 {
					h.wants(h.orders(), map[pass.Outcome]int{pass.Created: 1})
				}
				h.place("S-3", "ada@example.com", "")
				second := docs(t, h.shop.Docs("orders"))[1]
				h.shop.Edit("orders", int64(second["internalId"].(float64)), `{"customerId":777}`)
				h.orders()
				if orders, users := len(h.posOrders()), len(h.pos.Docs("users")); orders != 2 || users != 1 {
					t.Errorf("%d orders and %d users, want 2 orders of one user", orders, users)
				}
				h.place("S-3", "ada@example.com", "")
				third := docs(t, h.shop.Docs("orders"))[2]
				h.shop.Edit("orders", int64(third["internalId"].(float64)), `{"customerId":777}`)
				if h.orders(); len(h.posOrders()) != 3 {
					t.Errorf("%d orders, want the next one of the second account too", len(h.posOrders()))
				}
				h.quiet()
				time.Sleep(time.Hour)
				if h.orders(); h.pos.Writes() != 0 {
					t.Errorf("%d writes in a second pass, want none", h.pos.Writes())
				}
			})
		})
	}
}

func TestBudgetReachesEveryOrder(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		h.products()
		for range 250 {
			h.place("S-3", "ada@example.com", "")
		}
		config := h.orderConfig()
		config.Pass.MaxRecords = 100
		for range 3 {
			if _, err := flows.SyncOrders(t.Context(), config); err != nil {
				t.Fatal(err)
			}
			time.Sleep(time.Minute)
		}
		if n := len(h.posOrders()); n != 250 {
			t.Errorf("%d orders after three passes of 100, want 250", n)
		}
	})
}

// TestFailedNoteHoldsNoStock: the order is at the POS and counted there.
func TestFailedNoteHoldsNoStock(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(10)
		h.products()
		h.place("S-10", "ada@example.com", "")
		h.pos.Inject(salespostest.Fault{Method: "POST", Path: "/orders/*", Times: 9, Do: salespostest.Status, Status: 400})
		h.orders()
		time.Sleep(time.Minute)
		h.stock()
		if got := h.bySKU("S-10")["quantity"]; got != 8.0 {
			t.Errorf("quantity = %v, want 8: the two pieces are off the POS stock", got)
		}
	})
}

func TestUnitPriceWithThreeDecimals(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		h.products()
		h.shop.PlaceOrder(fmt.Sprintf(`{"email":"ada@example.com","pricesIncludeTax":true,"total":12.5,"subtotal":12.5,
			"items":[{"productId":%d,"quantity":100,"price":0.125}]}`, h.shopID("S-3")))
		report := h.orders()
		h.wants(report, map[pass.Outcome]int{pass.Created: 1})
		if o := h.posOrders()[0]; o["total_price"] != 12.5 || report.Remarks["Rounded"] != 1 {
			t.Errorf("total %v, remarks %v; want 12.5 and the rounding shown", o["total_price"], report.Remarks)
		}
	})
}

func TestDiscountHasTheRateOfTheLines(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		h.products()
		h.shop.PlaceOrder(fmt.Sprintf(`{"email":"ada@example.com","pricesIncludeTax":true,"discount":1,"total":6,"subtotal":7,
			"items":[{"productId":%d,"quantity":2,"price":3.5,"taxes":[{"name":"VAT","value":21,"total":1.21,"includeInPrice":true}]}]}`, h.shopID("S-3")))
		h.wants(h.orders(), map[pass.Outcome]int{pass.Created: 1})
		for _, row := range docs(t, h.pos.Docs("orderrows")) {
			if row["tax"] != 21.0 {
				t.Errorf("row %v has tax %v, want 21", row["product_name"], row["tax"])
			}
		}
	})
}

func TestRefusedKeyLeavesTheOrderDue(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		h.products()
		h.place("S-3", "ada@example.com", "")
		h.pos.Inject(salespostest.Fault{Method: "POST", Path: "/orders", Do: salespostest.Status, Status: 401})
		if report, err := flows.SyncOrders(t.Context(), h.orderConfig()); err == nil || report.Cause != pass.CauseAuth {
			t.Fatalf("%v, %v; want stopped(auth)", report.Cause, err)
		}
		h.wants(h.orders(), map[pass.Outcome]int{pass.Created: 1})
	})
}
