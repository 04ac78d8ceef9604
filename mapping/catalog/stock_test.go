package catalog_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping/catalog"
)

func pieces(text string) *decimal.Decimal {
	d := decimal.RequireFromString(text)
	return &d
}

func TestStockRuleNumber(t *testing.T) {
	t.Parallel()
	full := func(onHand, reserved, pending string) catalog.StockReading {
		return catalog.StockReading{SKU: "A", OnHand: pieces(onHand), Reserved: pieces(reserved), Pending: pieces(pending)}
	}
	tests := []struct {
		name    string
		rule    catalog.StockRule
		in      catalog.StockReading
		want    int64
		remarks []string
	}{
		{"available", catalog.StockRule{}, full("10", "3", "0"), 7, nil},
		{"reserved larger than on hand", catalog.StockRule{}, full("2", "5", "0"), 0, []string{catalog.NegativeStock}},
		{"negative reservation adds", catalog.StockRule{}, full("2", "-1", "0"), 3, nil},
		{"on hand negative", catalog.StockRule{}, full("-4", "0", "0"), 0, []string{catalog.NegativeStock}},
		{"included in stock", catalog.StockRule{ReservedIncludedInStock: true}, full("10", "3", "0"), 10, nil},
		{"pending", catalog.StockRule{}, full("10", "3", "2"), 5, nil},
		{"keep pending", catalog.StockRule{KeepPending: true}, full("10", "3", "2"), 7, nil},
		{"safety above available", catalog.StockRule{Safety: *pieces("20")}, full("10", "0", "0"), 0, []string{catalog.NegativeStock}},
		{"safety of one article", catalog.StockRule{Safety: *pieces("1"), SafetyBySKU: map[string]decimal.Decimal{"A": *pieces("4")}}, full("10", "0", "0"), 6, nil},
		{"share", catalog.StockRule{SharePercent: 50}, full("9", "0", "0"), 4, nil},
		{"unit of 12", catalog.StockRule{PerUnit: *pieces("12")}, full("35", "0", "0"), 2, nil},
		{"fraction is rounded down", catalog.StockRule{}, full("2.5", "0", "0"), 2, nil},
		{"cap", catalog.StockRule{Cap: 3}, full("10", "0", "0"), 3, nil},
		{"fixed", catalog.StockRule{Calculate: catalog.Fixed(8)}, full("1", "9", "0"), 8, nil},
		{"on hand", catalog.StockRule{Calculate: catalog.OnHand}, full("10", "3", "0"), 10, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, remarks, err := tt.rule.Number(tt.in)
			if err != nil || got != tt.want || !slices.Equal(remarks, tt.remarks) {
				t.Errorf("Number = %d %v, %v; want %d %v", got, remarks, err, tt.want, tt.remarks)
			}
		})
	}
}

func TestStockRuleRefusesWhatItDoesNotKnow(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		rule catalog.StockRule
		in   catalog.StockReading
	}{
		{"stock unknown", catalog.StockRule{}, catalog.StockReading{Reserved: pieces("0"), Pending: pieces("0")}},
		{"reservations unknown", catalog.StockRule{}, catalog.StockReading{OnHand: pieces("5"), Pending: pieces("0")}},
		{"pending unknown", catalog.StockRule{}, catalog.StockReading{OnHand: pieces("5"), Reserved: pieces("0")}},
		{"fraction refused", catalog.StockRule{RefuseFractions: true}, catalog.StockReading{OnHand: pieces("2.5"), Reserved: pieces("0"), Pending: pieces("0")}},
		{"function fails", catalog.StockRule{Calculate: func(catalog.StockReading) (decimal.Decimal, error) {
			return decimal.Zero, errors.New("no answer")
		}}, catalog.StockReading{}},
		{"function panics", catalog.StockRule{Calculate: func(catalog.StockReading) (decimal.Decimal, error) { panic("boom") }}, catalog.StockReading{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if n, _, err := tt.rule.Number(tt.in); err == nil {
				t.Errorf("Number = %d, want an error", n)
			}
		})
	}
}

func ExampleStockRule() {
	rule := catalog.StockRule{Safety: decimal.NewFromInt(1), PerUnit: decimal.NewFromInt(2)}
	n := func(v int64) *decimal.Decimal { d := decimal.NewFromInt(v); return &d }
	// 10 on hand - 3 reserved - 2 pending - 1 safety = 4 pieces = 2 units.
	number, _, err := rule.Number(catalog.StockReading{OnHand: n(10), Reserved: n(3), Pending: n(2)})
	fmt.Println(number, err)
	// Output: 2 <nil>
}
