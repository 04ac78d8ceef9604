package flows_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// shopID is the shop's id of a product.
func (h *house) shopID(sku string) int64 { return int64(h.bySKU(sku)["id"].(float64)) }

// place places a web order of two pieces of an article.
func (h *house) place(sku, email, more string) string {
	h.t.Helper()
	return h.shop.PlaceOrder(fmt.Sprintf(`{"email":%q,"pricesIncludeTax":true,"paymentMethod":"iDEAL",
		"billingPerson":{"name":"Ada van der Example","street":"Main Street 12a","city":"Utrecht","postalCode":"3511 AB","countryCode":"NL"},
		"items":[{"productId":%d,"quantity":2}]%s}`, email, h.shopID(sku), more))
}

// posOrders are the orders at the POS.
func (h *house) posOrders() []map[string]any { return docs(h.t, h.pos.Docs("orders")) }

func TestPaidOrderArrivesOnce(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(10)
		h.products()
		id := h.place("S-10", "ada@example.com", "")
		h.wants(h.orders(), map[pass.Outcome]int{pass.Created: 1})

		orders := h.posOrders()
		if len(orders) != 1 {
			t.Fatalf("%d orders at the POS, want 1", len(orders))
		}
		o := orders[0]
		if reference := fmt.Sprint(o["reservationnumber"]); !strings.HasPrefix(reference, "ecwid:1003:") || !strings.HasSuffix(reference, " "+id) {
			t.Errorf("reference = %q", reference)
		}
		if o["paid"] != true || o["total_price"] != 21.0 {
			t.Errorf("paid %v, total %v; want true and 21", o["paid"], o["total_price"])
		}
		billing := o["customer"].(map[string]any)["billingaddress"].(map[string]any)
		if billing["street"] != "Main Street" || billing["housenumber"] != 12.0 || billing["housenumber_suffix"] != "a" ||
			billing["first_name"] != "Ada" || billing["last_name"] != "van der Example" {
			t.Errorf("billing address = %v", billing)
		}
		if notes := docs(t, h.pos.Docs("ordernotes")); len(notes) != 1 || !strings.Contains(fmt.Sprint(notes[0]["note"]), "iDEAL") {
			t.Errorf("notes = %v, want the payment method", notes)
		}
		if users := docs(t, h.pos.Docs("users")); len(users) != 1 || users[0]["username"] != "ada@example.com" {
			t.Errorf("users = %v, want the buyer", users)
		}

		h.quiet()
		h.wants(h.orders(), map[pass.Outcome]int{pass.Skipped: 1})
		if h.pos.Writes() != 0 || h.shop.Writes() != 0 {
			t.Errorf("%d and %d writes in a second pass", h.pos.Writes(), h.shop.Writes())
		}
	})
}

func TestUnpaidOrderWaitsAndHoldsStock(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(10)
		h.products()
		id := h.place("S-10", "ada@example.com", `,"paymentStatus":"AWAITING_PAYMENT"`)
		h.wants(h.orders(), map[pass.Outcome]int{pass.Waiting: 1})
		time.Sleep(time.Hour)
		h.stock()
		if got := h.bySKU("S-10")["quantity"]; got != 8.0 {
			t.Errorf("quantity = %v, want 10 less 2 pending", got)
		}
		internal := docs(t, h.shop.Docs("orders"))[0]["internalId"].(float64)
		h.shop.Edit("orders", int64(internal), `{"paymentStatus":"PAID"}`)
		time.Sleep(time.Minute)
		h.wants(h.orders(), map[pass.Outcome]int{pass.Created: 1})
		time.Sleep(time.Hour)
		h.stock()
		if got := h.bySKU("S-10")["quantity"]; got != 8.0 {
			t.Errorf("quantity after order %s was booked = %v, want 8", id, got)
		}
	})
}

func TestUnknownSKUIsParkedWithoutACustomer(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(1)
		h.products()
		h.shop.Add("products", `{"id":9000,"sku":"NEW-1","name":"Only in the shop","price":5}`)
		h.place("NEW-1", "ada@example.com", "")
		report := h.orders()
		h.wants(report, map[pass.Outcome]int{pass.Parked: 1})
		if p := report.Problems[0]; p.Reason != "UnknownSKU" || !strings.Contains(p.Message, "NEW-1") {
			t.Errorf("problem = %s: %s, want the SKU named", p.Reason, p.Message)
		}
		if h.pos.Writes() != 0 {
			t.Errorf("%d writes at the POS, want none: no customer without an order", h.pos.Writes())
		}
		h.pos.Add("products", `{"id":2000,"productnumber":"NEW-1","name":"Now at the POS","price":5,"stockenabled":true,"stock":3,"is_active":true}`)
		h.products()
		time.Sleep(time.Hour)
		h.wants(h.orders(), map[pass.Outcome]int{pass.Created: 1})
	})
}

func TestOrdersOfOneBuyerAndGuests(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(10)
		h.products()
		h.place("S-8", "Ada@Example.com ", "")
		h.place("S-9", "ada@example.com", "")
		h.place("S-10", "", "")
		h.wants(h.orders(), map[pass.Outcome]int{pass.Created: 3})
		if users := h.pos.Docs("users"); len(users) != 1 {
			t.Errorf("%d users, want one for the two orders of one buyer", len(users))
		}
		h.place("S-8", "bob@example.com", "")
		h.place("S-8", "ada@example.com", "")
		h.orders()
		if users := h.pos.Docs("users"); len(users) != 2 {
			t.Errorf("%d users, want 2", len(users))
		}
	})
}

func TestOrderOfAVariantNamesItsCombination(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.variant()
		h.products()
		large := int64(h.variations()["SHIRT-L"]["id"].(float64))
		h.shop.PlaceOrder(fmt.Sprintf(`{"email":"ada@example.com","pricesIncludeTax":true,"items":[{"productId":%d,"combinationId":%d,"quantity":2,"price":22.5,
			"selectedOptions":[{"name":"Size","type":"CHOICE","value":"L","valuesArray":["L"],"selections":[{"selectionTitle":"L","selectionModifier":0,"selectionModifierType":"ABSOLUTE"}]}]}]}`,
			h.shopID("SHIRT"), large))
		report := h.orders()
		h.wants(report, map[pass.Outcome]int{pass.Created: 1})
		if len(report.Remarks) > 0 {
			t.Errorf("remarks = %v, want none: the totals agree", report.Remarks)
		}
		if o := h.posOrders()[0]; o["total_price"] != 45.0 {
			t.Errorf("total = %v, want 45", o["total_price"])
		}
		for _, c := range docs(t, h.pos.Docs("attributecombinations")) {
			if c["sku_number"] == "SHIRT-L" && c["stock"] != 2.0 {
				t.Errorf("stock of SHIRT-L = %v, want 2", c["stock"])
			}
		}
	})
}

func TestOrderIsCreatedOnceWhateverTheAnswer(t *testing.T) {
	t.Parallel()
	for _, kind := range []salespostest.FaultKind{salespostest.TimeoutAfter, salespostest.TimeoutBefore, salespostest.Truncate} {
		for _, path := range []string{"/orders", "/users", "/orders/*"} {
			t.Run(fmt.Sprint(kind, path), func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					h := newHouse(t)
					h.articles(10)
					h.products()
					h.place("S-10", "ada@example.com", "")
					h.pos.Inject(salespostest.Fault{Method: "POST", Path: path, Do: kind})
					for range 4 {
						h.orders()
						time.Sleep(time.Hour)
					}
					if n, notes, users := len(h.pos.Docs("orders")), len(h.pos.Docs("ordernotes")), len(h.pos.Docs("users")); n != 1 || notes != 1 || users != 1 {
						t.Errorf("%d orders, %d notes, %d users; want one of each", n, notes, users)
					}
				})
			})
		}
	}
}
