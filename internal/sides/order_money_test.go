package sides

import (
	"encoding/json"
	"errors"
	"maps"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/internal/engine"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

// secret stands for the caller's key.
var secret = []byte("0123456789abcdef0123456789abcdef")

// moneyOf fills the rows of an order whose lines are all product 7.
func moneyOf(t *testing.T, order string, pack salespos.PackageID) (*shopOrder, error) {
	t.Helper()
	rows, err := mapping.New(catalog.OrderLines(), catalog.OrderLineSchema(), secret)
	if err != nil {
		t.Fatal(err)
	}
	o := shopOrderOf(t, order)
	w := &orderWork{Job: &engine.Job{}}
	w.Item.Record.Order = o
	for i := range o.Items {
		line := catalog.ShopLine{Item: &o.Items[i], UnitPrice: o.Items[i].Price.Decimal, ProductID: 7}
		line.TaxRate, line.TaxRateKnown = taxRate(o.Items[i].Taxes, grossPrices(o))
		w.Item.Record.lines = append(w.Item.Record.lines, line)
	}
	f := &orderFlow{Orders: Orders{Package: pack}, rows: rows}
	return &w.Item.Record, f.fillRows(w)
}

func shopOrderOf(t *testing.T, text string) *ecwid.Order {
	t.Helper()
	var o ecwid.Order
	if err := json.Unmarshal([]byte(text), &o); err != nil {
		t.Fatal(err)
	}
	return &o
}

func TestMoneyIsProved(t *testing.T) {
	t.Parallel()
	const three = `"items":[{"price":9.99,"quantity":3}]`
	tests := []struct {
		name, order string
		rows        int
		extra       string // what is booked as rounding
		reason      string // of the refusal
	}{
		{"exact", `{` + three + `,"total":29.97}`, 1, "0", ""},
		{"a cent", `{` + three + `,"total":29.98}`, 1, "0.01", ""},
		{"two cents on one line", `{` + three + `,"total":29.99}`, 0, "", "TotalMismatch"},
		{"two cents on two lines", `{"items":[{"price":1,"quantity":1},{"price":2,"quantity":1}],"total":3.02}`, 2, "0.02", ""},
		{"discount and shipping", `{` + three + `,"discount":3,"shippingOption":{"shippingRate":4.95},"total":31.92}`, 2, "0", ""},
		{"coupon", `{` + three + `,"couponDiscount":10,"total":19.97}`, 2, "0", ""},
		{"all of it discounted", `{` + three + `,"discount":29.97,"total":0}`, 2, "0", ""},
		{"fee and surcharge", `{` + three + `,"handlingFee":{"name":"Fee","value":2},"customSurcharges":[{"id":"TIP","total":1.5}],"total":33.47}`, 3, "0", ""},
		{"gift card", `{` + three + `,"giftCardRedemption":9.97,"total":20}`, 2, "0", ""},
		{"three decimals", `{"items":[{"price":0.125,"quantity":100}],"total":12.5}`, 1, "-0.5", ""},
		{"returned", `{"items":[{"price":5,"quantity":2},{"price":5,"quantity":-1}],"total":5}`, 2, "0", ""},
		{"free gift", `{"items":[{"price":5,"quantity":1},{"price":0,"quantity":1}],"total":5}`, 2, "0", ""},
		{"a million", `{"items":[{"price":0.01,"quantity":1000000}],"total":10000}`, 1, "0", ""},
		{"net", `{"pricesIncludeTax":false,"tax":6.29,` + three + `,"total":36.26}`, 1, "0", ""},
		{"another total", `{` + three + `,"total":100}`, 0, "", "TotalMismatch"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			record, err := moneyOf(t, tt.order, 1)
			if tt.reason != "" {
				if fault, ok := errors.AsType[*pass.Error](err); !ok || fault.Reason != tt.reason || fault.Class != pass.ClassMoney {
					t.Errorf("error = %v, want %s", err, tt.reason)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if want := decimal.RequireFromString(tt.extra); len(record.Rows) != tt.rows || !record.ExtraCosts.Equal(want) {
				t.Errorf("%d rows with %s extra, want %d with %s", len(record.Rows), record.ExtraCosts, tt.rows, want)
			}
		})
	}
}

func TestTextLinesNeedAPackage(t *testing.T) {
	t.Parallel()
	_, err := moneyOf(t, `{"items":[{"price":9.99,"quantity":3}],"discount":3,"total":26.97}`, 0)
	if fault, ok := errors.AsType[*pass.Error](err); !ok || fault.Reason != "PackageMissing" || fault.Remedy == "" {
		t.Errorf("error = %v, want PackageMissing with a remedy", err)
	}
}

func TestShippingIsWhatThePOSBooks(t *testing.T) {
	t.Parallel()
	for order, want := range map[string]string{
		`{}`: "0",
		`{"shippingOption":{"shippingRate":4.95}}`:                                "4.95",
		`{"shippingOption":{"shippingRate":4.95,"discountedShippingRate":0}}`:     "0",
		`{"shippingOption":{"shippingRate":4.95,"discountedShippingRate":2.475}}`: "2.48",
	} {
		if got := shippingOf(shopOrderOf(t, order)); !got.Equal(decimal.RequireFromString(want)) {
			t.Errorf("shipping of %s = %s, want %s", order, got, want)
		}
	}
}

func TestRateOfALine(t *testing.T) {
	t.Parallel()
	rate := func(n int64) ecwid.OrderTax { return ecwid.OrderTax{Value: ecwid.NewAmount(decimal.NewFromInt(n))} }
	tests := []struct {
		taxes []ecwid.OrderTax
		gross bool
		want  int64
		known bool
	}{
		{nil, true, 0, false}, // the POS knows the VAT in the price
		{nil, false, 0, true},
		{[]ecwid.OrderTax{rate(21)}, true, 21, true},
		{[]ecwid.OrderTax{rate(21)}, false, 21, true},
		{[]ecwid.OrderTax{rate(9), rate(12)}, true, 0, false},
		{[]ecwid.OrderTax{rate(9), rate(12)}, false, 0, false},
	}
	for _, tt := range tests {
		got, known := taxRate(tt.taxes, tt.gross)
		if !got.Equal(decimal.NewFromInt(tt.want)) || known != tt.known {
			t.Errorf("%d taxes, gross %t: %s, %t; want %d, %t", len(tt.taxes), tt.gross, got, known, tt.want, tt.known)
		}
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

// TestTaxOfLinesThatAreNoProduct: a discount lowers the tax of what was bought, a
// gift card pays, and a fee has the taxes that the shop took for it.
func TestTaxOfLinesThatAreNoProduct(t *testing.T) {
	t.Parallel()
	const extras = `"discount":1,"couponDiscount":2,"handlingFee":{"name":"Fee","value":3},"customSurcharges":[{"id":"TIP","total":4}],"giftCardRedemption":5`
	for prices, want := range map[string]map[string]string{
		"false": {"Discount": "21", "Coupon": "21", "Handling fee": "0", "Surcharge": "0", "Gift card": "0"},
		"true":  {"Discount": "21", "Coupon": "21", "Handling fee": "unknown", "Surcharge": "unknown", "Gift card": "0"},
	} {
		record := &shopOrder{lines: []catalog.ShopLine{{TaxRate: decimal.NewFromInt(21), TaxRateKnown: true}}}
		record.Order = shopOrderOf(t, `{"pricesIncludeTax":`+prices+`,`+extras+`}`)
		got := map[string]string{}
		for _, line := range extraLines(record) {
			if got[line.Item.Name] = line.TaxRate.String(); !line.TaxRateKnown {
				got[line.Item.Name] = "unknown"
			}
		}
		if !maps.Equal(got, want) {
			t.Errorf("prices with tax %s: rates %v, want %v", prices, got, want)
		}
	}
}
