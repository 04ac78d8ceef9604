package flows_test

import (
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
	"github.com/tillsync/tillsync/flows/pass"
)

// TestChangeAboveACutReadingIsRead: newest first, what changes while a reading is
// not finished stands where it has already been.
func TestChangeAboveACutReadingIsRead(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(300)
		config := h.productConfig()
		config.Pass.MaxRecords = 100
		report, err := syncProducts(t, config)
		if h.checked(report, err); report.Cause != pass.CauseBudget || len(h.shop.Docs("products")) != 100 {
			t.Fatalf("%v(%v) with %d products, want partial(budget) with 100", report.State, report.Cause, len(h.shop.Docs("products")))
		}
		sku := fmt.Sprint(docs(t, h.shop.Docs("products"))[0]["sku"])
		time.Sleep(time.Minute)
		for _, p := range docs(t, h.pos.Docs("products")) {
			if p["productnumber"] == sku {
				h.pos.Edit("products", int64(p["id"].(float64)), `{"price":777}`)
			}
		}
		report, err = syncProducts(t, config)
		if h.checked(report, err); h.bySKU(sku)["price"] != 777.0 {
			t.Errorf("price = %v after the next pass, want 777", h.bySKU(sku)["price"])
		}
		for range 3 {
			time.Sleep(time.Hour)
			report, err = syncProducts(t, config)
			h.checked(report, err)
		}
		if n := len(h.shop.Docs("products")); n != 300 {
			t.Errorf("%d products in the end, want 300", n)
		}
	})
}

func TestBrakeHoldsManyDisables(t *testing.T) {
	t.Parallel()
	for off, want := range map[int]int{10: 10, 15: 0} {
		t.Run(fmt.Sprint(off), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				h := newHouse(t)
				h.articles(40)
				h.products()
				time.Sleep(time.Hour)
				for i := range off {
					h.pos.Edit("products", int64(1001+i), `{"is_active":false}`)
				}
				h.quiet()
				report, err := syncProducts(t, h.productConfig())
				if (err == nil) != (want > 0) || h.shop.Writes() != want {
					t.Errorf("%v(%v), %v with %d writes; want %d", report.State, report.Cause, err, h.shop.Writes(), want)
				}
			})
		})
	}
}

// TestProductThatWasNotReadBackIsDue: only the read tells the ids of its variations,
// without which their stock is nobody's.
func TestProductThatWasNotReadBackIsDue(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.variant()
		h.shop.Inject(ecwidtest.Fault{Method: "GET", Path: "/products", Skip: 1, Times: 4, Do: ecwidtest.Status, Status: 500})
		h.wants(h.products(), map[pass.Outcome]int{pass.Created: 1})
		time.Sleep(time.Hour)
		h.products()
		h.setCombination("SHIRT-L", `{"stock":9}`)
		h.wants(h.stock(), map[pass.Outcome]int{pass.Updated: 1, pass.Unchanged: 1})
		if got := h.variations()["SHIRT-L"]["quantity"]; got != 9.0 {
			t.Errorf("quantity = %v, want 9", got)
		}
	})
}

func TestProductsOfAFallbackCategory(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.tree()
		h.articles(2)
		h.pos.Add("producttocategories", `{"product_id":1001,"category_id":703}`)
		h.shop.Add("categories", `{"id":90,"name":"New arrivals"}`)
		h.categories()
		config := h.productConfig()
		config.FallbackCategory = 90
		report, err := syncProducts(t, config)
		h.wants(h.checked(report, err), map[pass.Outcome]int{pass.Created: 2})
		for sku, want := range map[string]any{"S-1": h.categoryIDs()["Sencha"]["id"], "S-2": 90.0} {
			if ids := h.bySKU(sku)["categoryIds"].([]any); len(ids) != 1 || ids[0] != want {
				t.Errorf("categoryIds of %s = %v, want %v", sku, ids, want)
			}
		}
	})
}

func TestProductsOnlyWithGivenIDs(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		config := h.productConfig()
		config.Pass.Only = []string{"1002", "9999", "no id"}
		report, err := syncProducts(t, config)
		h.wants(h.checked(report, err), map[pass.Outcome]int{pass.Created: 1, pass.Skipped: 2})
		if report.Reasons["skipped:gone"] != 2 || len(h.shop.Docs("products")) != 1 {
			t.Errorf("reasons = %v with %d products, want two skipped as gone and one product", report.Reasons, len(h.shop.Docs("products")))
		}
		h.wants(h.products(), map[pass.Outcome]int{pass.Created: 2, pass.Unchanged: 1})
	})
}
