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
func moneyOf(t *testing.T, order, currency string, pack salespos.PackageID) (*shopOrder, error) {
	t.Helper()
	rows, err := mapping.New(catalog.OrderLines(), catalog.OrderLineSchema(), secret)
	if err != nil {
		t.Fatal(err)
	}
	o := shopOrderOf(t, order)
	w := &orderWork{Job: &engine.Job{}}
	w.Item.Record.Order = o
	(&moneyTerms{currency: currency, taxed: true}).describe(&w.Item.Record)
	for i := range o.Items {
		line := catalog.ShopLine{Item: &o.Items[i], UnitPrice: o.Items[i].Price.Decimal, ProductID: 7}
		line.TaxRate, line.TaxRateKnown = w.Item.Record.taxRate(o.Items[i].Taxes)
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

func TestTextLinesNeedAPackage(t *testing.T) {
	t.Parallel()
	_, err := moneyOf(t, `{"items":[{"price":9.99,"quantity":3}],"discount":3,"total":26.97}`, "EUR", 0)
	if fault, ok := errors.AsType[*pass.Error](err); !ok || fault.Reason != "PackageMissing" || fault.Remedy == "" {
		t.Errorf("error = %v, want PackageMissing with a remedy", err)
	}
}

func TestShippingIsWithItsDiscount(t *testing.T) {
	t.Parallel()
	for order, want := range map[string]string{
		`{}`: "0",
		`{"shippingOption":{"shippingRate":4.95}}`:                                "4.95",
		`{"shippingOption":{"shippingRate":4.95,"discountedShippingRate":0}}`:     "0",
		`{"shippingOption":{"shippingRate":4.95,"discountedShippingRate":2.475}}`: "2.475",
	} {
		if got := shippingOf(shopOrderOf(t, order)); !got.Equal(decimal.RequireFromString(want)) {
			t.Errorf("shipping of %s = %s, want %s", order, got, want)
		}
	}
}

// TestShippingIsRounded to what the POS keeps; the rest is rounding.
func TestShippingIsRounded(t *testing.T) {
	t.Parallel()
	record, err := moneyOf(t, `{"items":[{"price":10,"quantity":1}],"shippingOption":{"shippingRate":2.475},"total":12.47}`, "EUR", 0)
	if err != nil || record.Shipping.String() != "2.48" || record.ExtraCosts.String() != "-0.01" {
		t.Errorf("shipping %s, rounding %s, %v; want 2.48 and -0.01", record.Shipping, record.ExtraCosts, err)
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
		record.GrossRows = prices == "true"
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
