package flows_test

import (
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/ecwid/ecwidtest"
	"github.com/tillsync/tillsync/flows"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/salespos"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// TestCategoryWithoutItsParentIsNotCreatedAtTheTop: the category above is refused.
func TestCategoryWithoutItsParentIsNotCreatedAtTheTop(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.pos.Add("categories", `{"id":1,"name":"Clothes","show_on_website":true}`)
		h.pos.Add("categories", `{"id":2,"name":"Shirts","show_on_website":true,"parentcategory":{"id":1}}`)
		h.shop.Inject(ecwidtest.Fault{Method: "POST", Path: "/categories", Times: 1, Do: ecwidtest.Status, Status: 400})
		h.categories()
		time.Sleep(time.Minute)
		h.categories()
		for _, c := range docs(t, h.shop.Docs("categories")) {
			if c["name"] == "Shirts" && c["parentId"] == nil {
				t.Error("Shirts is at the top of the shop")
			}
		}
		time.Sleep(2 * time.Hour)
		h.categories()
		time.Sleep(2 * time.Hour)
		h.categories()
		if n := len(h.shop.Docs("categories")); n != 2 {
			t.Errorf("%d categories in the end, want 2", n)
		}
	})
}

func TestUnmappedVATClassParksOneProduct(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.shop = ecwidtest.New(ecwidtest.WithProfile(`{"company":{"countryCode":"NL"},"taxSettings":{"automaticTaxEnabled":false,
			"taxes":[{"id":1,"name":"VAT","enabled":true,"includeInPrice":true,"defaultTax":21}]}}`))
		h.articles(3)
		h.pos.Edit("products", 1002, `{"taxtariff":"low A"}`)
		report := h.products()
		h.wants(report, map[pass.Outcome]int{pass.Created: 2, pass.Parked: 1})
		if p := report.Problems[0]; p.Reason != "TaxUnmapped" || p.Label != "S-2" {
			t.Errorf("problem = %s %s, want TaxUnmapped of S-2", p.Label, p.Reason)
		}
	})
}

// TestParkedRecordIsNoInterruptedCreate: a description that was emptied in the shop
// stays empty although the product was parked before it was compared.
func TestParkedRecordIsNoInterruptedCreate(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		h.products()
		time.Sleep(time.Hour)
		h.shop.Edit("products", h.shopID("S-2"), `{"description":""}`)
		h.pos.Edit("products", 1002, `{"price":null}`)
		h.wants(h.products(), map[pass.Outcome]int{pass.Parked: 1, pass.Unchanged: 2})
		time.Sleep(time.Hour)
		h.pos.Edit("products", 1002, `{"price":77}`)
		h.products()
		if p := h.bySKU("S-2"); p["price"] != 77.0 || p["description"] != "" {
			t.Errorf("price %v, description %q; want the new price and no text", p["price"], p["description"])
		}
	})
}

// TestFailedUpdateIsNoInterruptedCreate: a description that was emptied in the shop
// stays empty although an update of the product failed.
func TestFailedUpdateIsNoInterruptedCreate(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		h.products()
		time.Sleep(time.Hour)
		id := h.shopID("S-2")
		h.shop.Edit("products", id, `{"description":""}`)
		h.pos.Edit("products", 1002, `{"price":77}`)
		h.shop.Inject(ecwidtest.Fault{Method: "PUT", Path: "/products/*", Times: 4, Do: ecwidtest.Status, Status: 500})
		h.wants(h.products(), map[pass.Outcome]int{pass.Failed: 1, pass.Unchanged: 2})
		time.Sleep(time.Hour)
		h.products()
		if p := h.bySKU("S-2"); p["price"] != 77.0 || p["description"] != "" {
			t.Errorf("price %v, description %q; want the new price and no text", p["price"], p["description"])
		}
	})
}

func TestFilteredProductIsNotTouched(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		h.products()
		config := h.productConfig()
		config.Filter = func(p *salespos.Product) bool { return p.ID != 1002 }
		for _, price := range []string{"77", "78", "79"} {
			time.Sleep(time.Hour)
			h.pos.Edit("products", 1002, `{"price":`+price+`}`)
			h.quiet()
			if _, err := syncProducts(t, config); err != nil || h.shop.Writes() != 0 {
				t.Errorf("at price %s: %d writes, %v; want none", price, h.shop.Writes(), err)
			}
		}
		time.Sleep(time.Hour)
		h.pos.Edit("products", 1002, `{"price":80}`)
		h.products()
		if p := h.bySKU("S-2"); p["price"] != 80.0 {
			t.Errorf("price %v without the filter, want 80", p["price"])
		}
	})
}

func TestFullPassOverAnEmptySourceStops(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.pos.Add("categories", `{"id":1,"name":"Clothes","show_on_website":true}`)
		h.articles(3)
		h.categories()
		h.products()
		empty := salespostest.New().Client()
		products := h.productConfig()
		products.SalesPOS, products.Pass.Full = empty, true
		if report, err := syncProducts(t, products); err == nil || report.Cause != pass.CauseBrake {
			t.Errorf("products: %v(%v), %v; want stopped(brake)", report.State, report.Cause, err)
		}
		report, err := flows.SyncCategories(t.Context(), flows.CategoryConfig{SalesPOS: empty, Ecwid: h.shop.Client(), State: h.store,
			Key: secret, Direction: flows.SalesPOSToEcwid, Pass: flows.PassOptions{Full: true}})
		if err == nil || report.Cause != pass.CauseBrake {
			t.Errorf("categories: %v(%v), %v; want stopped(brake)", report.State, report.Cause, err)
		}
	})
}

func TestWrongStoreStopsThePass(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		config := h.productConfig()
		var err error
		if config.Ecwid, err = ecwid.New(999, h.shop.Token(), ecwid.WithTransport(h.shop.Transport())); err != nil {
			t.Fatal(err)
		}
		report, err := syncProducts(t, config)
		if err == nil || report.Counts[pass.Parked] != 0 || !strings.Contains(err.Error(), "store") {
			t.Errorf("%v, %v, %v; want a stopped pass that names the store id", report.State, report.Counts, err)
		}
	})
}

func TestHeldLeaseSaysOnlyThat(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(1)
		report := h.products()
		if _, ok, err := h.store.Leases.Acquire(t.Context(), report.Flow, "somebody", time.Hour); err != nil || !ok {
			t.Fatal(ok, err)
		}
		report, err := syncProducts(t, h.productConfig())
		if fault, ok := errors.AsType[*pass.Error](err); !ok || report.Cause != pass.CauseLease || strings.Contains(err.Error(), "unknown") {
			t.Errorf("%v, %v (%v); want the lease and nothing else", report.Cause, err, fault)
		}
	})
}

// TestUnknownIsNotZero: what the POS does not tell is neither written nor taken
// for a reason to take something off sale.
func TestUnknownIsNotZero(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		h.variant()
		h.products()
		h.stock()
		time.Sleep(time.Hour)
		h.pos.Edit("products", 1002, `{"price":null,"name":"New name"}`)
		h.pos.Edit("products", 1003, `{"is_active":null,"name":"Newer name"}`)
		for _, c := range docs(t, h.pos.Docs("attributecombinations")) {
			h.pos.Edit("attributecombinations", int64(c["id"].(float64)), `{"stock":null,"active":null}`)
		}
		h.pos.Add("products", `{"id":2000,"productnumber":"NEW","name":"No discount known","price":5,"discount":null,"is_active":true}`)
		before := h.variations()
		h.wants(h.products(), map[pass.Outcome]int{pass.Parked: 2, pass.Updated: 1, pass.Unchanged: 2})
		h.stock()
		if p := h.bySKU("S-2"); p["price"] != 2.5 {
			t.Errorf("S-2: price %v, want the old price", p["price"])
		}
		if p := h.bySKU("S-3"); p["enabled"] != true || p["name"] != "Newer name" {
			t.Errorf("S-3: enabled %v, name %v; want it on sale with the new name", p["enabled"], p["name"])
		}
		for sku, v := range h.variations() {
			if v["quantity"] != before[sku]["quantity"] {
				t.Errorf("%s: quantity %v, want %v as before", sku, v["quantity"], before[sku]["quantity"])
			}
		}
	})
}

// TestProductCommittedLateIsFound: it appears below the newest product, with an
// older time, after the pass that followed right on that one.
func TestProductCommittedLateIsFound(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		time.Sleep(time.Hour)
		h.articles(2)
		now := time.Now().UTC()
		h.pos.Add("products", `{"id":3000,"productnumber":"NEWEST","name":"Newest","price":1,"is_active":true,"modifydate":"`+now.Format(time.RFC3339)+`"}`)
		h.products()
		h.pos.Add("products", `{"id":3001,"productnumber":"LATE","name":"Late","price":1,"is_active":true,"modifydate":"`+now.Add(-time.Second).Format(time.RFC3339)+`"}`)
		time.Sleep(time.Hour)
		h.wants(h.products(), map[pass.Outcome]int{pass.Created: 1, pass.Unchanged: 3})
		h.bySKU("LATE")
		time.Sleep(time.Hour)
		h.quiet()
		h.wants(h.products(), map[pass.Outcome]int{})
		if calls := len(h.pos.Requests()) + len(h.shop.Requests()); calls != 1 {
			t.Errorf("%d calls in a pass without changes, want 1", calls)
		}
	})
}
