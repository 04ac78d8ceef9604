package sqltest_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
	"github.com/tillsync/tillsync/flows"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// TestFullDiskStopsThePass lets the disk of the state fill up in the middle of a
// product pass: it stops with an error that says what to do, and once there is
// room again each product is there once.
func TestFullDiskStopsThePass(t *testing.T) {
	t.Parallel()
	const n = 500
	for _, pages := range []int{40, 60, 90} {
		t.Run(fmt.Sprint(pages, " pages"), func(t *testing.T) {
			t.Parallel()
			name := filepath.Join(t.TempDir(), "state.db")
			synctest.Test(t, func(t *testing.T) {
				pos, shop := salespostest.New(), ecwidtest.New()
				for i := range n {
					pos.Add("products", fmt.Sprintf(`{"productnumber":"S-%d","name":"Article %d","price":1,"is_active":true}`, i, i))
				}
				products := func(store state.Store) (*pass.Report, error) {
					return flows.SyncProducts(t.Context(), flows.ProductConfig{
						SalesPOS: pos.Client(), Ecwid: shop.Client(), State: store, Key: make([]byte, flows.KeySize), Direction: flows.SalesPOSToEcwid,
					})
				}
				full := newStore(t, openDB(t, dsn(name, wal, busy, noSync, fmt.Sprintf("max_page_count(%d)", pages))))
				report, err := products(full)
				if err == nil || report.Cause != pass.CauseStore || !strings.Contains(err.Error(), "free space") {
					t.Fatalf("%v(%v), %v; want stopped(store) and the remedy", report.State, report.Cause, err)
				}
				roomy := newStore(t, openDB(t, dsn(name, wal, busy, noSync)))
				for range 3 {
					time.Sleep(time.Hour)
					if _, err = products(roomy); err != nil {
						t.Fatal(err)
					}
				}
				assertEachOnce(t, shop, n)
			})
		})
	}
}

func assertEachOnce(t *testing.T, shop *ecwidtest.Server, n int) {
	t.Helper()
	skus := map[string]int{}
	for _, doc := range shop.Docs("products") {
		_, rest, _ := strings.Cut(doc, `"sku":"`)
		sku, _, _ := strings.Cut(rest, `"`)
		skus[sku]++
	}
	for sku, times := range skus {
		if times != 1 {
			t.Errorf("product %s is there %d times", sku, times)
		}
	}
	if len(skus) != n {
		t.Errorf("%d products, want %d", len(skus), n)
	}
}
