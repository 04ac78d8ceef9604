package sides

import (
	"testing"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping/catalog"
)

func TestRateOfALine(t *testing.T) {
	t.Parallel()
	rate := func(n int64) ecwid.OrderTax { return ecwid.OrderTax{Value: ecwid.NewAmount(decimal.NewFromInt(n))} }
	tests := []struct {
		taxes       []ecwid.OrderTax
		gross, free bool
		want        int64
		known       bool
	}{
		{nil, true, false, 0, false}, // the POS knows the VAT in the price
		{nil, false, false, 0, true},
		{nil, true, true, 0, true},
		{[]ecwid.OrderTax{rate(21)}, true, false, 21, true},
		{[]ecwid.OrderTax{rate(21)}, false, false, 21, true},
		{[]ecwid.OrderTax{rate(21)}, true, true, 0, true},
		{[]ecwid.OrderTax{rate(9), rate(12)}, true, false, 0, false},
		{[]ecwid.OrderTax{rate(9), rate(12)}, false, false, 0, false},
	}
	for _, tt := range tests {
		order := &shopOrder{ShopOrder: catalog.ShopOrder{GrossRows: tt.gross, TaxFree: tt.free}}
		got, known := order.taxRate(tt.taxes)
		if !got.Equal(decimal.NewFromInt(tt.want)) || known != tt.known {
			t.Errorf("%d taxes, gross %t, free %t: %s, %t; want %d, %t", len(tt.taxes), tt.gross, tt.free, got, known, tt.want, tt.known)
		}
	}
}

func TestPricesAreGrossUnlessTheOrderOrItsLinesSayOtherwise(t *testing.T) {
	t.Parallel()
	for order, want := range map[string]bool{
		`{}`:                         true,
		`{"pricesIncludeTax":false}`: false,
		`{"pricesIncludeTax":true}`:  true,
		`{"items":[{"taxes":[{}]}]}`: true,
		`{"pricesIncludeTax":true,"items":[{"taxes":[{"includeInPrice":false}]}]}`: true,
		`{"items":[{},{"taxes":[{"includeInPrice":false}]}]}`:                      false,
		`{"items":[{"taxes":[{"includeInPrice":true}]}]}`:                          true,
	} {
		if got := grossPrices(shopOrderOf(t, order)); got != want {
			t.Errorf("%s: gross %t, want %t", order, got, want)
		}
	}
}

func TestTaxFreeOrders(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, order string
		shopTaxes   bool
		want        bool
	}{
		{"EU company", `{"reversedTaxApplied":true}`, false, true},
		{"exempt customer", `{"customerTaxExempt":true}`, false, true},
		{"export", `{"tax":0,"items":[{}]}`, true, true},
		{"shop without taxes", `{"tax":0,"items":[{}]}`, false, false},
		{"tax not told", `{"items":[{}]}`, true, false},
		{"taxed", `{"tax":2.1,"items":[{}]}`, true, false},
		{"rate of zero", `{"tax":0,"items":[{"taxes":[{"value":0}]}]}`, true, false},
	}
	for _, tt := range tests {
		if got := taxFree(shopOrderOf(t, tt.order), tt.shopTaxes); got != tt.want {
			t.Errorf("%s: %t, want %t", tt.name, got, tt.want)
		}
	}
}

func TestShopTakesTaxes(t *testing.T) {
	t.Parallel()
	for want, settings := range map[bool][]ecwid.TaxSettings{
		true:  {{AutomaticTaxEnabled: true}, {Taxes: []ecwid.Tax{{}, {Enabled: true}}}},
		false: {{}, {Taxes: []ecwid.Tax{{Enabled: false}}}},
	} {
		for i := range settings {
			if got := takesTaxes(&settings[i]); got != want {
				t.Errorf("%+v: %t, want %t", settings[i], got, want)
			}
		}
	}
}

func TestCurrenciesAreWrittenInAnyCase(t *testing.T) {
	t.Parallel()
	if problem := CurrencyProblem(" eur", "EUR"); problem != "" {
		t.Error(problem)
	}
}

func TestCommonRateIsThatOfAllLines(t *testing.T) {
	t.Parallel()
	line := func(rate int64, known bool) catalog.ShopLine {
		return catalog.ShopLine{TaxRate: decimal.NewFromInt(rate), TaxRateKnown: known}
	}
	tests := []struct {
		lines []catalog.ShopLine
		want  bool
	}{
		{nil, false},
		{[]catalog.ShopLine{line(21, true)}, true},
		{[]catalog.ShopLine{line(21, true), line(21, true)}, true},
		{[]catalog.ShopLine{line(21, true), line(9, true)}, false},
		{[]catalog.ShopLine{line(21, true), line(21, false)}, false},
		{[]catalog.ShopLine{line(0, false), line(0, true)}, false},
	}
	for i, tt := range tests {
		if rate, ok := commonRate(tt.lines); ok != tt.want || ok && !rate.Equal(decimal.NewFromInt(21)) {
			t.Errorf("case %d: %s, %t; want %t", i, rate, ok, tt.want)
		}
	}
}
