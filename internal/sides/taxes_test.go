package sides

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/ecwid/ecwidtest"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/salespos"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

func decimalOf(n int64) decimal.Decimal { return decimal.NewFromInt(n) }

// shopTaxes is a shop in the Netherlands with some taxes.
func shopTaxes(automatic bool, taxes string) *ecwidtest.Server {
	return ecwidtest.New(ecwidtest.WithProfile(fmt.Sprintf(
		`{"company":{"countryCode":"NL"},"taxSettings":{"automaticTaxEnabled":%t,"taxes":[%s]}}`, automatic, taxes)))
}

func TestTaxOfAVATClass(t *testing.T) {
	t.Parallel()
	const high, low, off = `{"id":1,"name":"High","enabled":true,"defaultTax":21}`, `{"id":2,"name":"Low","enabled":true,"defaultTax":9}`, `{"id":3,"name":"Old","enabled":false,"defaultTax":21}`
	tests := []struct {
		name  string
		shop  *ecwidtest.Server
		class salespos.TaxTariff
		ids   []ecwid.TaxID
		known bool
		fails bool
	}{
		{"equal rate", shopTaxes(false, high+","+low), "normal", []ecwid.TaxID{1}, true, false},
		{"letter case and blanks", shopTaxes(false, high+","+low), " NORMAL ", []ecwid.TaxID{1}, true, false},
		{"one that is off does not count", shopTaxes(false, high+","+off), "normal", []ecwid.TaxID{1}, true, false},
		{"none with that rate", shopTaxes(false, low), "normal", nil, false, true},
		{"two with that rate", shopTaxes(false, high+`,{"id":4,"name":"Twin","enabled":true,"defaultTax":21}`), "normal", nil, false, true},
		{"unknown class", shopTaxes(false, high), "luxury", nil, false, true},
		{"the shop calculates", shopTaxes(true, high), "normal", nil, false, false},
		{"the shop has no taxes", shopTaxes(false, ""), "normal", nil, false, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			table := &taxTable{pos: salespostest.New().Client(), shop: tt.shop.Client()}
			ids, known, err := table.of(t.Context(), tt.class)
			if fault, ok := errors.AsType[*pass.Error](err); tt.fails && (!ok || fault.Reason != "TaxUnmapped" || fault.Class.Stops()) || !tt.fails && err != nil {
				t.Errorf("error = %v, want TaxUnmapped for the record alone: %t", err, tt.fails)
			}
			if diff := cmp.Diff(tt.ids, ids); diff != "" || known != tt.known {
				t.Errorf("known = %t, want %t; taxes (-want +got):\n%s", known, tt.known, diff)
			}
		})
	}
}

func TestTaxesAreReadOnce(t *testing.T) {
	t.Parallel()
	pos, shop := salespostest.New(), shopTaxes(false, `{"id":1,"name":"High","enabled":true,"defaultTax":21}`)
	table := &taxTable{pos: pos.Client(), shop: shop.Client()}
	for range 5 {
		if _, _, err := table.of(t.Context(), "normal"); err != nil {
			t.Fatal(err)
		}
		if unique, err := table.uniqueSKUs(t.Context()); err != nil || !unique {
			t.Fatal(unique, err)
		}
	}
	if p, s := len(pos.Requests()), len(shop.Requests()); p != 2 || s != 1 {
		t.Errorf("%d reads of the POS and %d of the shop, want 2 and 1", p, s)
	}
}

func TestStoreThatAllowsRepeatedSKUs(t *testing.T) {
	t.Parallel()
	table := &taxTable{shop: ecwidtest.New(ecwidtest.WithDuplicateSKUs()).Client()}
	if unique, err := table.uniqueSKUs(t.Context()); err != nil || unique {
		t.Errorf("unique = %t, %v; want it to be asked before a create", unique, err)
	}
}
