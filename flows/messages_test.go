package flows_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// TestParkedRecordKeepsItsRemedy: whoever reads the report of a later pass has to
// know what to do as well.
func TestParkedRecordKeepsItsRemedy(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		seed func(*house)
		run  func(*house) *pass.Report
		want string
	}{
		"article without a number": {
			func(h *house) { h.pos.Add("products", `{"id":1,"name":"Tea","price":1,"is_active":true}`) },
			(*house).products, "add it in the source",
		},
		"two articles with one number": {
			func(h *house) {
				h.articles(1)
				h.pos.Add("products", `{"id":1,"productnumber":"S-2","name":"Tea","price":1,"is_active":true}`)
				h.products()
				h.pos.Add("products", `{"id":2,"productnumber":"S-2","name":"Tea","price":1,"is_active":true}`)
			},
			(*house).products, "let one record of each side have it",
		},
		"unknown article in an order": {
			func(h *house) {
				h.shop.Add("products", `{"id":77,"sku":"TEA","name":"Tea","price":2}`)
				h.shop.PlaceOrder(`{"email":"ada@example.com","pricesIncludeTax":true,"items":[{"productId":77}]}`)
			},
			(*house).orders, "create the articles at the POS",
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				h := newHouse(t)
				tt.seed(h)
				for range 3 {
					p := h.problem(tt.run(h))
					if p.Outcome != pass.Parked || !strings.Contains(p.Message, tt.want) {
						t.Errorf("%s %s: %s; want it parked with %q", p.Outcome, p.Reason, p.Message, tt.want)
					}
					time.Sleep(time.Minute)
				}
			})
		})
	}
}

// TestOrderThatWaitsForItsBuyerSaysWhy: the one that was refused with the buyer, and
// a later one that finds the buyer parked.
func TestOrderThatWaitsForItsBuyerSaysWhy(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		h.products()
		h.pos.Inject(salespostest.Fault{Method: "POST", Path: "/users", Do: salespostest.Status, Status: 400})
		for _, order := range []string{"W-1", "W-2"} {
			h.place("S-3", "ada@example.com", fmt.Sprintf(`,"id":%q`, order))
			problems := h.orders().Problems
			i := slices.IndexFunc(problems, func(p pass.Step) bool { return p.Label == order })
			if i < 0 {
				t.Fatalf("order %s has no problem in %+v", order, problems)
			}
			for _, want := range []string{"buyer of " + order + " has to exist first", "correct the record at its source"} {
				if p := problems[i]; p.Reason != "Refused" || !strings.Contains(p.Message, want) {
					t.Errorf("%s: %s, want %q", p.Reason, p.Message, want)
				}
			}
			time.Sleep(time.Minute)
		}
	})
}
