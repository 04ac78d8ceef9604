package flows_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/ecwid/ecwidtest"
	"github.com/tillsync/tillsync/flows"
	"github.com/tillsync/tillsync/flows/pass"
)

func TestOrderWhoseAmountsDoNotAddUpIsParked(t *testing.T) {
	t.Parallel()
	for more, want := range map[string]pass.Outcome{
		`,"total":6.99`: pass.Created, // a cent for one line is rounding
		`,"total":6.95`: pass.Parked,
		`,"total":12`:   pass.Parked,
	} {
		t.Run(more, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				h := newHouse(t)
				h.articles(3)
				h.products()
				h.place("S-3", "ada@example.com", more)
				report := h.orders()
				h.wants(report, map[pass.Outcome]int{want: 1})
				if want != pass.Parked {
					return
				}
				if p := h.problem(report); p.Reason != "TotalMismatch" || h.pos.Writes() != 0 {
					t.Errorf("%s with %d writes, want TotalMismatch and none", p.Reason, h.pos.Writes())
				}
			})
		})
	}
}

func TestOrdersInAnotherCurrencyStopThePass(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.shop = ecwidtest.New(ecwidtest.WithProfile(`{"formatsAndUnits":{"currency":"USD"}}`))
		h.articles(3)
		h.products()
		h.place("S-3", "ada@example.com", "")
		report, err := flows.SyncOrders(t.Context(), h.orderConfig())
		if err == nil || report.Cause != pass.CauseConfig || !strings.Contains(err.Error(), "USD") || h.pos.Writes() != 0 {
			t.Errorf("%v, %v with %d writes; want stopped(config) with the currency named", report.Cause, err, h.pos.Writes())
		}
	})
}

// unpaid is a gate that passes every order.
func unpaid(*ecwid.Order) flows.GateResult { return flows.GateResult{} }

func TestUnpaidOrderThatTheGatePassesIsNotPaid(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		h.products()
		h.place("S-3", "ada@example.com", `,"paymentStatus":"AWAITING_PAYMENT"`)
		config := h.orderConfig()
		config.Gate = unpaid
		report, err := flows.SyncOrders(t.Context(), config)
		h.wants(h.checked(report, err), map[pass.Outcome]int{pass.Created: 1})
		if o := h.posOrders()[0]; o["paid"] != false {
			t.Errorf("paid = %v, want false", o["paid"])
		}
	})
}

func TestGateDecides(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		h.products()
		h.place("S-1", "ada@example.com", `,"paymentMethod":"Cash"`)
		h.place("S-2", "ada@example.com", `,"paymentMethod":"Invoice"`)
		h.place("S-3", "ada@example.com", "")
		config := h.orderConfig()
		config.Gate = func(o *ecwid.Order) flows.GateResult {
			return flows.GateResult{
				Never: o.PaymentMethod == "Cash", Wait: o.PaymentMethod == "Invoice", Reason: "Method", Message: "by its method of payment",
			}
		}
		for range 2 {
			report, err := flows.SyncOrders(t.Context(), config)
			h.checked(report, err)
			if report.Reasons["skipped:Method"] != 1 || report.Reasons["waiting:Method"] != 1 || len(h.posOrders()) != 1 {
				t.Errorf("reasons = %v with %d orders, want one skipped, one waiting, one created", report.Reasons, len(h.posOrders()))
			}
			time.Sleep(time.Minute)
		}
	})
}

// TestOrderOfAShopWithNetPrices: the POS adds the VAT itself.
func TestOrderOfAShopWithNetPrices(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		h.products()
		h.shop.PlaceOrder(fmt.Sprintf(`{"email":"ada@example.com","pricesIncludeTax":false,"total":24.2,"subtotal":20,"tax":4.2,
			"items":[{"productId":%d,"quantity":2,"price":10,"tax":4.2,"taxes":[{"name":"VAT","value":21,"total":4.2,"includeInPrice":false}]}]}`, h.shopID("S-3")))
		h.wants(h.orders(), map[pass.Outcome]int{pass.Created: 1})
		o, row := h.posOrders()[0], docs(t, h.pos.Docs("orderrows"))[0]
		got := []any{o["order_row_taxes_included"], row["price"], row["count"], row["tax"]}
		if diff := cmp.Diff([]any{false, 10.0, 2.0, 21.0}, got); diff != "" {
			t.Errorf("gross rows, price, count, tax (-want +got):\n%s", diff)
		}
	})
}
