package flows_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
	"github.com/tillsync/tillsync/flows"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

func TestCheckOfADefaultSetupFindsNothing(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	products, orders, stock := h.productConfig(), h.orderConfig(), h.stockConfig()
	result, err := flows.Check(t.Context(), flows.CheckConfig{
		SalesPOS: h.pos.Client(), Ecwid: h.shop.Client(), Products: &products, Orders: &orders, Stock: &stock,
	})
	if err != nil || !result.OK() {
		t.Errorf("Check = %+v, %v; want nothing but warnings", result.Findings, err)
	}
	if len(result.Packages) == 0 || len(result.OrderStatuses) == 0 {
		t.Errorf("lists = %v, %v; want packages and order states to choose from", result.Packages, result.OrderStatuses)
	}
	if h.pos.Writes() != 0 || h.shop.Writes() != 0 {
		t.Error("Check wrote something")
	}
}

// TestCheckNeedsClients: those of the flows are not enough, and it says so.
func TestCheckNeedsClients(t *testing.T) {
	t.Parallel()
	products := newHouse(t).productConfig()
	result, err := flows.Check(t.Context(), flows.CheckConfig{Products: &products})
	if err != nil || len(result.Findings) != 1 {
		t.Fatalf("Check = %+v, %v", result, err)
	}
	if got, want := fmt.Sprint(result.Findings[0]), "error: CheckConfig: SalesPOS or Ecwid is missing: "; !strings.HasPrefix(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := fmt.Sprint(flows.Finding{Subject: "mapping x", Problem: "p", Remedy: "r", Warning: true}), "warning: mapping x: p: r"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestCheckFindsEverythingAtOnce(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	h.shop = ecwidtest.New(ecwidtest.WithProfile(`{"formatsAndUnits":{"currency":"USD"}}`))
	products := h.productConfig()
	products.Direction, products.Pass.MaxRecords = flows.EcwidToSalesPOS, -1
	products.Mapping = catalog.Products().With(mapping.To("name").From("nam").Policy(mapping.Always))
	wrong, err := salespos.New("https://pos.example", "wrong", "keys", salespos.WithTransport(h.pos.Transport()))
	if err != nil {
		t.Fatal(err)
	}
	result, err := flows.Check(t.Context(), flows.CheckConfig{SalesPOS: h.pos.Client(), Ecwid: h.shop.Client(), Products: &products})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Direction", "MaxRecords", "field name", "USD"} {
		if !slices.ContainsFunc(result.Findings, func(f flows.Finding) bool { return strings.Contains(f.Problem, want) && f.Remedy != "" }) {
			t.Errorf("nothing was found about %q in %+v", want, result.Findings)
		}
	}
	result, err = flows.Check(t.Context(), flows.CheckConfig{SalesPOS: wrong, Ecwid: h.shop.Client()})
	if err != nil || result.OK() {
		t.Errorf("Check with wrong keys = %+v, %v; want a finding", result.Findings, err)
	}
}

func TestPassWithWrongKeysStopsBeforeItWrites(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	h.articles(3)
	wrong, err := salespos.New("https://pos.example", "wrong", "keys", salespos.WithTransport(h.pos.Transport()))
	if err != nil {
		t.Fatal(err)
	}
	c := h.productConfig()
	c.SalesPOS = wrong
	report, err := syncProducts(t, c)
	if err == nil || report.State != pass.Stopped || report.Cause != pass.CauseAuth || !strings.Contains(err.Error(), "keys") {
		t.Errorf("%v(%v), %v; want stopped(auth) and the remedy", report.State, report.Cause, err)
	}
}

func TestFirstOrderPassNeedsSince(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	c := h.orderConfig()
	c.Since = time.Time{}
	report, err := flows.SyncOrders(t.Context(), c)
	if err == nil || !strings.Contains(err.Error(), "Since") || report.Cause != pass.CauseConfig {
		t.Errorf("%v, %v; want the missing setting named", report.Cause, err)
	}
}
