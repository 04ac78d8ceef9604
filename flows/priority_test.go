package flows_test

import (
	"fmt"
	"net/http"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/flows"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/salespos"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// TestOrdersGoBeforeProducts: an order that comes while products fill every minute
// of the shop's rate does not wait for a new minute, unless its own client was given
// less priority.
func TestOrdersGoBeforeProducts(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		priority salespos.Priority
		waits    bool
	}{
		"a new client":                   {salespos.PriorityUrgent, false},
		"a client that the caller slows": {salespos.PriorityBulk, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				h := newHouse(t)
				h.articles(2000)
				h.duringProducts(90*time.Second, func(products flows.ProductConfig) {
					orders := h.orderConfig()
					orders.SalesPOS, orders.Ecwid = products.SalesPOS.WithPriority(tt.priority), products.Ecwid.WithPriority(tt.priority)
					h.place(fmt.Sprint(docs(t, h.shop.Docs("products"))[0]["sku"]), "ada@example.com", "")
					placed := time.Now()
					h.wants(h.checked(flows.SyncOrders(t.Context(), orders)), map[pass.Outcome]int{pass.Created: 1})
					waited := h.orderArrived().Sub(placed)
					if waits := waited > 3*time.Second; waits != tt.waits {
						t.Errorf("the order reached the POS %v after it was placed", waited)
					}
				})
			})
		})
	}
}

func TestStockGoesBeforeProducts(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(1)
		h.products()
		h.stock()
		time.Sleep(time.Hour)
		for i := range 700 {
			h.pos.Add("products", fmt.Sprintf(`{"productnumber":"N-%d","name":"New %d","price":1,"is_active":true}`, i, i))
		}
		h.duringProducts(30*time.Second, func(products flows.ProductConfig) {
			stock := h.stockConfig()
			stock.SalesPOS, stock.Ecwid = products.SalesPOS, products.Ecwid
			h.pos.Edit("products", 1001, `{"stock":70}`)
			sold := time.Now()
			h.checked(flows.SyncStock(t.Context(), stock))
			if waited := time.Since(sold); waited > 10*time.Second || h.bySKU("S-1")["quantity"] != 70.0 {
				t.Errorf("after %v the shop has %v of S-1, want 70", waited, h.bySKU("S-1")["quantity"])
			}
		})
	})
}

// duringProducts does something in the middle of a product pass that uses up what it
// may of the shop's rate.
func (h *house) duringProducts(after time.Duration, do func(products flows.ProductConfig)) {
	h.t.Helper()
	c := h.productConfig()
	var both sync.WaitGroup
	var report *pass.Report
	var err error
	both.Go(func() { report, err = flows.SyncProducts(h.t.Context(), c) })
	time.Sleep(after)
	do(c)
	middle := time.Now()
	both.Wait()
	if h.checked(report, err); !report.Ended.After(middle) {
		h.t.Error("the products were through before")
	}
	h.neverTooMany()
}

// orderArrived is when the POS got the one order.
func (h *house) orderArrived() time.Time {
	h.t.Helper()
	posts := slices.DeleteFunc(h.pos.Requests(), func(r salespostest.Request) bool { return r.Method != http.MethodPost || r.Path != "/orders" })
	if len(posts) != 1 {
		h.t.Fatalf("%d posts of orders, want one", len(posts))
	}
	return posts[0].At
}

// neverTooMany asserts that neither system refused a request for its rate.
func (h *house) neverTooMany() {
	h.t.Helper()
	for _, r := range h.pos.Requests() {
		if r.Status == http.StatusTooManyRequests {
			h.t.Errorf("POS: 429 for %s %s", r.Method, r.Path)
		}
	}
	for _, r := range h.shop.Requests() {
		if r.Status == http.StatusTooManyRequests {
			h.t.Errorf("shop: 429 for %s %s", r.Method, r.Path)
		}
	}
}
