package sides

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/flows/pass"
)

// moneyCase is an order of the shop and what the POS is to book for it.
type moneyCase struct {
	name, order string
	// want are the rows, shipping and rounding as booked shows them, joined with
	// commas; or of a refusal the total of the rows and the total in the shop.
	want string
}

const (
	// three pieces of 9.99 are 29.97.
	three = `"pricesIncludeTax":true,"items":[{"price":9.99,"quantity":3,"taxes":[{"value":21}]}]`
	// twoRates are 5 and 20.
	twoRates = `"pricesIncludeTax":true,"items":[{"price":5,"quantity":1,"taxes":[{"value":9}]},{"price":20,"quantity":1,"taxes":[{"value":21}]}]`
)

func moneyCases() []moneyCase {
	return []moneyCase{
		{"exact", `{` + three + `,"total":29.97}`, "3 x 9.99 at 21%"},
		{"3 x 9.99 with 21 %, 10 % order discount, shipping at another rate",
			`{` + three + `,"discount":2.997,"shippingOption":{"shippingRate":4.95},"taxesOnShipping":[{"value":9}],"total":31.923}`,
			"3 x 9.99 at 21%, 1 x -3 at 21%, shipping 4.95"},
		{"discount and coupon", `{` + three + `,"discount":3,"couponDiscount":10,"total":16.97}`,
			"3 x 9.99 at 21%, 1 x -3 at 21%, 1 x -10 at 21%"},
		{"discount larger than one line", `{` + twoRates + `,"discount":10,"total":15}`,
			"1 x 5 at 9%, 1 x 20 at 21%, 1 x -10 at 0%"},
		{"100 % discount", `{` + three + `,"discount":29.97,"total":0}`, "3 x 9.99 at 21%, 1 x -29.97 at 21%"},
		{"100 % coupon with free shipping",
			`{` + three + `,"couponDiscount":29.97,"shippingOption":{"shippingRate":4.95,"discountedShippingRate":0},"total":0}`,
			"3 x 9.99 at 21%, 1 x -29.97 at 21%"},
		{"gift card", `{` + three + `,"giftCardRedemption":9.97,"totalBeforeGiftCardRedemption":29.97,"total":20}`,
			"3 x 9.99 at 21%, 1 x -9.97 at 0%"},
		{"gift card of the whole total", `{` + three + `,"giftCardRedemption":29.97,"totalBeforeGiftCardRedemption":29.97,"total":0}`,
			"3 x 9.99 at 21%, 1 x -29.97 at 0%"},
		{"gift card > total", `{` + three + `,"giftCardRedemption":50,"totalBeforeGiftCardRedemption":29.97,"total":0}`,
			"3 x 9.99 at 21%, 1 x -29.97 at 0%"},
		{"gift card > total, total before it not told", `{` + three + `,"giftCardRedemption":50,"total":0}`, "refused: -20.03, not 0"},
		{"surcharge", `{` + three + `,"customSurcharges":[{"id":"S","value":10,"type":"PERCENT","total":3,"taxes":[{"value":21}]}],"total":32.97}`,
			"3 x 9.99 at 21%, 1 x 3 at 21%"},
		{"tip", `{` + three + `,"customSurcharges":[{"id":"TIP","total":1.5}],"total":31.47}`, "3 x 9.99 at 21%, 1 x 1.5 at 0%"},
		{"handling fee", `{` + three + `,"handlingFee":{"name":"Fee","value":2,"taxes":[{"value":9}]},"total":31.97}`,
			"3 x 9.99 at 21%, 1 x 2 at 9%"},
		{"rounding to 0.05, a cent on one line", `{"items":[{"price":9.99,"quantity":1}],"total":10}`, "1 x 9.99 at ?, rounding 0.01"},
		{"rounding to 0.05, two cents on two lines", `{"items":[{"price":9.99,"quantity":1},{"price":9.98,"quantity":1}],"total":19.95}`,
			"1 x 9.99 at ?, 1 x 9.98 at ?, rounding -0.02"},
		{"rounding to 0.05, two cents on one line", `{` + three + `,"total":29.95}`, "refused: 29.97, not 29.95"},
		{"tax-free EU B2B", `{"pricesIncludeTax":true,"reversedTaxApplied":true,"tax":0,"items":[{"price":8.26,"quantity":3}],
			"customSurcharges":[{"id":"S","total":1}],"total":25.78}`, "3 x 8.26 at 0%, 1 x 1 at 0%"},
		{"export", `{"pricesIncludeTax":true,"tax":0,"items":[{"price":8.26,"quantity":3}],"shippingOption":{"shippingRate":12.5},"total":37.28}`,
			"3 x 8.26 at 0%, shipping 12.5"},
		{"mixed rates in one line", `{"pricesIncludeTax":true,"tax":2.56,"items":[{"price":15,"quantity":1,"taxes":[{"value":9,"total":0.83},{"value":21,"total":1.73}]}],"total":15}`,
			"1 x 15 at ?"},
		{"mixed rates in one line, with a discount", `{"items":[{"price":15,"quantity":1,"taxes":[{"value":9},{"value":21}]}],"discount":1.5,"total":13.5}`,
			"1 x 15 at ?, 1 x -1.5 at 0%"},
		{"price-includes-tax flag missing, no line tells", `{"items":[{"price":9.99,"quantity":3}],"tax":5.2,"total":29.97}`, "3 x 9.99 at ?"},
		{"price-includes-tax flag missing, lines are net",
			`{"items":[{"price":10,"quantity":2,"taxes":[{"value":21,"includeInPrice":false}]}],"tax":4.2,"total":24.2}`, "2 x 10 at 21%"},
		{"price-includes-tax flag missing, lines are gross",
			`{"items":[{"price":12.1,"quantity":2,"taxes":[{"value":21,"includeInPrice":true}]}],"tax":4.2,"total":24.2}`, "2 x 12.1 at 21%"},
		{"net prices", `{"pricesIncludeTax":false,"tax":5.664,"items":[{"price":9.99,"quantity":3,"taxes":[{"value":21}]}],"discount":3,"total":32.634}`,
			"3 x 9.99 at 21%, 1 x -3 at 21%"},
		{"noise behind the cents", `{"pricesIncludeTax":true,"items":[{"price":11.067309160854485,"quantity":1,"taxes":[{"value":21}]}],"total":11.067309160854485}`,
			"1 x 11.07 at 21%"},
		{"price of three decimals", `{"items":[{"price":0.125,"quantity":100}],"total":12.5}`, "100 x 0.13 at ?, rounding -0.5"},
		{"returned", `{"items":[{"price":5,"quantity":2},{"price":5,"quantity":-1}],"total":5}`, "2 x 5 at ?, -1 x 5 at ?"},
		{"free gift", `{"items":[{"price":5,"quantity":1},{"price":0,"quantity":1}],"total":5}`, "1 x 5 at ?, 1 x 0 at ?"},
		{"quantity of a million", `{"items":[{"price":0.01,"quantity":1000000}],"total":10000}`, "1000000 x 0.01 at ?"},
		{"another total", `{` + three + `,"total":100}`, "refused: 29.97, not 100"},
	}
}

// currencyCases are orders in currencies without hundredths.
func currencyCases() map[string][]moneyCase {
	return map[string][]moneyCase{
		"JPY": {
			{"zero-decimal currency", `{"items":[{"price":1980,"quantity":3}],"total":5940}`, "3 x 1980 at ?"},
			{"zero-decimal currency, discount of a third", `{"items":[{"price":1000,"quantity":1}],"discount":333.33,"total":666.67}`,
				"1 x 1000 at ?, 1 x -333 at 0%"},
			{"zero-decimal currency, a yen is rounding", `{"items":[{"price":1000,"quantity":1}],"total":1001}`, "1 x 1000 at ?, rounding 1"},
			{"zero-decimal currency, two yen are not", `{"items":[{"price":1000,"quantity":1}],"total":1002}`, "refused: 1000, not 1002"},
		},
		"KWD": {
			{"three-decimal currency", `{"items":[{"price":0.125,"quantity":3}],"shippingOption":{"shippingRate":1.255},"total":1.63}`,
				"3 x 0.125 at ?, shipping 1.255"},
			{"three-decimal currency, a fils is rounding", `{"items":[{"price":0.125,"quantity":1}],"total":0.126}`, "1 x 0.125 at ?, rounding 0.001"},
			{"three-decimal currency, ten fils are not", `{"items":[{"price":0.125,"quantity":1}],"total":0.135}`, "refused: 0.125, not 0.135"},
		},
	}
}

func TestMoney(t *testing.T) {
	t.Parallel()
	for _, c := range moneyCases() {
		c.run(t, "EUR")
	}
	for currency, cases := range currencyCases() {
		for _, c := range cases {
			c.run(t, currency)
		}
	}
}

func (c moneyCase) run(t *testing.T, currency string) {
	t.Run(c.name, func(t *testing.T) {
		t.Parallel()
		record, err := moneyOf(t, c.order, currency, 1)
		if refusal, ok := strings.CutPrefix(c.want, "refused: "); ok {
			got, wanted, _ := strings.Cut(refusal, ", not ")
			fault, ok := errors.AsType[*pass.Error](err)
			text := fmt.Sprintf("add up to %s, its total in the shop is %s", got, wanted)
			if !ok || fault.Class != pass.ClassMoney || fault.Reason != "TotalMismatch" || !strings.Contains(err.Error(), text) {
				t.Errorf("error = %v, want a TotalMismatch that says %q", err, text)
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, booked(record)); diff != "" {
			t.Errorf("booked (-want +got):\n%s", diff)
		}
		if got, want := addUp(record), expectedTotal(record); !got.Equal(want) {
			t.Errorf("what is booked adds up to %s, want %s", got, want)
		}
	})
}

// booked is what the POS is told of an order's money.
func booked(record *shopOrder) string {
	var parts []string
	for _, row := range record.Rows {
		price, _ := row.Price.Get()
		rate := "?"
		if tax, ok := row.Tax.Get(); ok {
			rate = tax.String() + "%"
		}
		parts = append(parts, fmt.Sprintf("%s x %s at %s", row.Count, price, rate))
	}
	if !record.Shipping.IsZero() {
		parts = append(parts, "shipping "+record.Shipping.String())
	}
	if !record.ExtraCosts.IsZero() {
		parts = append(parts, record.ExtraCostsText+" "+record.ExtraCosts.String())
	}
	return strings.Join(parts, ", ")
}

// addUp is the total that the POS makes of an order: everything it was told, rounded
// once.
func addUp(record *shopOrder) decimal.Decimal {
	sum := record.Shipping.Add(record.ExtraCosts)
	for _, row := range record.Rows {
		price, _ := row.Price.Get()
		sum = sum.Add(price.Mul(row.Count.Decimal))
	}
	return sum.Round(minorDigits(record.Currency))
}
