package flows_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/flows"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/salespos"
)

// guestAndBuyer places an order without an e-mail address and one of ada's.
func (h *house) guestAndBuyer() {
	h.articles(3)
	h.products()
	h.place("S-2", "", "")
	h.place("S-3", "ada@example.com", "")
}

func TestGuestsAreParkedOnRequest(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.guestAndBuyer()
		config := h.orderConfig()
		config.Guests = flows.GuestsPark
		report, err := flows.SyncOrders(t.Context(), config)
		h.wants(h.checked(report, err), map[pass.Outcome]int{pass.Created: 1, pass.Parked: 1})
		if p := h.problem(report); p.Reason != "GuestRefused" {
			t.Errorf("%s: %s, want GuestRefused", p.Reason, p.Message)
		}
		h.wants(h.orders(), map[pass.Outcome]int{pass.Created: 1, pass.Skipped: 1}) // the setting is part of the fingerprint
	})
}

func TestDefaultCustomer(t *testing.T) {
	t.Parallel()
	for _, force := range []bool{false, true} {
		t.Run(fmt.Sprint(force), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				h := newHouse(t)
				h.guestAndBuyer()
				counter := h.pos.Add("users", `{"username":"counter@example.com","userinfo":{"email":"counter@example.com"}}`)
				config := h.orderConfig()
				config.DefaultCustomer = flows.DefaultCustomer{ID: salespos.UserID(counter), Force: force}
				report, err := flows.SyncOrders(t.Context(), config)
				h.wants(h.checked(report, err), map[pass.Outcome]int{pass.Created: 2})
				users := map[string]bool{}
				for _, r := range h.pos.Requests() {
					if r.Method == "POST" && r.Path == "/orders" {
						users[fmt.Sprint(object(t, r.Body)["user_id"])] = true
					}
				}
				if want := map[bool]int{false: 2, true: 1}[force]; len(users) != want || !users[fmt.Sprint(counter)] || len(h.pos.Docs("users")) != want {
					t.Errorf("orders of the users %v, %d users in all; want the default customer and %d", users, len(h.pos.Docs("users")), want)
				}
			})
		})
	}
}

func TestMissingProductsBecomeTextOnRequest(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		h.products()
		h.shop.Add("products", `{"id":77,"sku":"TEA","name":"Only in the shop","price":4}`)
		h.shop.PlaceOrder(fmt.Sprintf(`{"email":"ada@example.com","pricesIncludeTax":true,"items":[{"productId":77,"quantity":3},{"productId":%d}]}`, h.shopID("S-3")))
		config := h.orderConfig()
		config.MissingProduct = flows.MissingAsText
		report, err := flows.SyncOrders(t.Context(), config)
		h.wants(h.checked(report, err), map[pass.Outcome]int{pass.Created: 1})
		if total := h.posOrders()[0]["total_price"]; total != 15.5 {
			t.Errorf("total = %v, want 15.5: the money is kept", total)
		}
		rows := h.posBody("/orders")["orderrows"].([]any)
		text := rows[0].(map[string]any)
		if text["product_id"] != nil || text["package_id"] != 1.0 || !strings.Contains(fmt.Sprint(text["product_name"]), "Only in the shop") {
			t.Errorf("row = %v, want a text line with the package", text)
		}
	})
}

func TestPaymentNoteIsLeftOutOnRequest(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		h.products()
		h.place("S-3", "ada@example.com", "")
		config := h.orderConfig()
		config.NoPaymentNote = true
		for range 2 {
			report, err := flows.SyncOrders(t.Context(), config)
			h.checked(report, err)
			time.Sleep(time.Hour)
		}
		if orders, notes := len(h.posOrders()), len(h.pos.Docs("ordernotes")); orders != 1 || notes != 0 {
			t.Errorf("%d orders with %d notes, want one without", orders, notes)
		}
	})
}
