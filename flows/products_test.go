package flows_test

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/flows/pass"
)

func TestProductsCostOnePageReadAndOneWriteEach(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(1000)
		h.wants(h.products(), map[pass.Outcome]int{pass.Created: 1000})
		if got := h.pos.Count("GET", "/products"); got > 10 {
			t.Errorf("%d reads of products at the POS, want at most 10", got)
		}
		if got := h.shop.Count("GET", "/products"); got > 11 {
			t.Errorf("%d reads of products in the shop, want at most 11", got)
		}
		if got := h.shop.Writes(); got != 1000 {
			t.Errorf("%d writes in the shop, want 1000", got)
		}

		time.Sleep(time.Hour)
		h.quiet()
		h.products()
		if pos, shop := len(h.pos.Requests()), len(h.shop.Requests()); pos != 1 || shop != 0 {
			t.Errorf("unchanged pass: %d calls to the POS and %d to the shop, want one read", pos, shop)
		}
	})
}

func TestEnrichedDescriptionIsNotOverwritten(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		h.products()
		time.Sleep(time.Hour)
		enriched := h.bySKU("S-2")
		h.shop.Edit("products", int64(enriched["id"].(float64)), `{"description":"<p>Enriched by the shop</p>"}`)
		h.pos.Edit("products", 1001, `{"price":99.95,"description":"<p>New text</p>"}`)
		h.pos.Edit("products", 1002, `{"price":55.55,"description":"<p>POS text</p>"}`)
		h.quiet()

		report := h.products()
		h.wants(report, map[pass.Outcome]int{pass.Updated: 2, pass.Unchanged: 1}) // the third is in the overlap
		if got := h.shop.Writes(); got != 2 {
			t.Errorf("%d writes, want 2", got)
		}
		if p := h.bySKU("S-1"); p["price"] != 99.95 || p["description"] != "<p>New text</p>" {
			t.Errorf("S-1 = %v %v, want the new price and text", p["price"], p["description"])
		}
		if p := h.bySKU("S-2"); p["price"] != 55.55 || p["description"] != "<p>Enriched by the shop</p>" {
			t.Errorf("S-2 = %v %v, want the new price and the shop's text", p["price"], p["description"])
		}
		if report.Remarks["Conflict"] != 1 {
			t.Errorf("remarks = %v, want one conflict", report.Remarks)
		}
	})
}

func TestFullPassWithoutChangeWritesNothing(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(120)
		h.variant()
		h.products()
		for range 2 {
			time.Sleep(time.Hour)
			h.quiet()
			c := h.productConfig()
			c.Pass.Full = true
			report, err := syncProducts(t, c)
			h.wants(h.checked(report, err), map[pass.Outcome]int{pass.Unchanged: 121})
			if got := h.shop.Writes(); got != 0 {
				t.Errorf("%d writes in a full pass without change", got)
			}
		}
	})
}
