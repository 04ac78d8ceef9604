package flows_test

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/ecwid/ecwidtest"
	"github.com/tillsync/tillsync/flows"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// unreachable is a network that leads nowhere.
type unreachable struct{}

func (unreachable) RoundTrip(*http.Request) (*http.Response, error) {
	return nil, errors.New("dial tcp: connection refused")
}

func TestUnreachableSystemStopsThePass(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(6)
		c := h.productConfig()
		c.SalesPOS = h.pos.Client(salespos.WithTransport(unreachable{}))
		report, err := syncProducts(t, c)
		if err == nil || report.Cause != pass.CauseUnavailable || h.shop.Writes() != 0 {
			t.Errorf("%v(%v), %v with %d writes; want stopped(unavailable) and none", report.State, report.Cause, err, h.shop.Writes())
		}
		c = h.productConfig()
		c.Ecwid = h.shop.Client(ecwid.WithTransport(unreachable{}))
		if report, err = syncProducts(t, c); err == nil || report.Cause != pass.CauseUnavailable {
			t.Errorf("%v(%v), %v; want stopped(unavailable)", report.State, report.Cause, err)
		}
		h.wants(h.products(), map[pass.Outcome]int{pass.Created: 6})
	})
}

func TestTruncatedAnswersLoseAndDoubleNothing(t *testing.T) {
	t.Parallel()
	for _, fault := range []ecwidtest.Fault{
		{Method: "POST", Path: "/products", Skip: 1, Times: 1, Do: ecwidtest.Truncate},
		{Method: "POST", Path: "/products", Skip: 1, Times: 1, Do: ecwidtest.TimeoutAfter},
		{Method: "POST", Path: "/products", Skip: 1, Times: 1, Do: ecwidtest.TimeoutBefore},
		{Method: "GET", Path: "/products", Skip: 1, Times: 9, Do: ecwidtest.Truncate},
	} {
		t.Run(fmt.Sprint(fault.Method, fault.Do), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				h := newHouse(t)
				h.articles(4)
				h.shop.Inject(fault)
				for range 3 {
					_, _ = syncProducts(t, h.productConfig()) // it may stop: what counts is the end
					time.Sleep(2 * time.Hour)
				}
				h.quiet()
				h.products()
				if n := len(h.shop.Docs("products")); n != 4 || h.shop.Writes() != 0 {
					t.Errorf("%d products and %d writes in the last pass, want 4 and none", n, h.shop.Writes())
				}
			})
		})
	}
}

func TestFailedReadOfStockWritesNoZero(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(6)
		h.products()
		h.stock()
		h.pos.Inject(salespostest.Fault{Method: "GET", Path: "/orders", Times: 99, Do: salespostest.Status, Status: 500})
		h.pos.Edit("products", 1002, `{"stock":9}`)
		h.quiet()
		if _, err := syncStock(t, h.stockConfig()); err == nil || h.shop.Writes() != 0 {
			t.Errorf("%v with %d writes; want an error: reservations are unknown, not zero", err, h.shop.Writes())
		}
	})
}

func TestEmptySourceStopsThePass(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		h.products()
		h.stock()
		empty := salespostest.New()
		products, stock := h.productConfig(), h.stockConfig()
		products.SalesPOS, stock.SalesPOS = empty.Client(), empty.Client()
		h.quiet()
		for name, run := range map[string]func() (*pass.Report, error){
			"products": func() (*pass.Report, error) { return syncProducts(t, products) },
			"stock":    func() (*pass.Report, error) { return syncStock(t, stock) },
		} {
			report, err := run()
			if err == nil || report.Cause != pass.CauseBrake || h.shop.Writes() != 0 {
				t.Errorf("%s: %v(%v), %v with %d writes; want stopped(brake)", name, report.State, report.Cause, err, h.shop.Writes())
			}
		}
	})
}

func TestBrokenMappingStopsBeforeTheFirstCall(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	h.articles(1)
	c := h.productConfig()
	c.Mapping = catalog.Products().With(mapping.To("name").From("nam").Policy(mapping.Always))
	report, err := syncProducts(t, c)
	if err == nil || report.Cause != pass.CauseConfig || !strings.Contains(err.Error(), `"nam"`) {
		t.Errorf("%v, %v; want the unknown path named", report.Cause, err)
	}
	if len(h.pos.Requests())+len(h.shop.Requests()) != 0 {
		t.Error("calls were made under a broken mapping")
	}
}

func TestPlainHTTPToAForeignHostIsRefused(t *testing.T) {
	t.Parallel()
	if _, err := salespos.New("http://shop.example", "key", "secret"); err == nil || !strings.Contains(err.Error(), "https") {
		t.Errorf("salespos.New = %v, want the remedy https", err)
	}
	if _, err := ecwid.New(1003, "secret_x", ecwid.WithBaseURL("http://shop.example")); err == nil || !strings.Contains(err.Error(), "https") {
		t.Errorf("ecwid.New = %v, want the remedy https", err)
	}
}

func TestIllegalSettingsAreAllNamedAtOnce(t *testing.T) {
	t.Parallel()
	_, err := flows.SyncOrders(t.Context(), flows.OrderConfig{Guests: "maybe", MissingProduct: flows.MissingAsText})
	for _, want := range []string{"SalesPOS", "Ecwid", "State", "Key", "Direction", "Guests", "MissingProduct"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error does not name %s: %v", want, err)
		}
	}
}
