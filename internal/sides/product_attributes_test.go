package sides

import (
	"testing"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

// TestOneVariantWithoutOptionIsTheProduct unless it has a price or a stock of its own.
func TestOneVariantWithoutOptionIsTheProduct(t *testing.T) {
	t.Parallel()
	origin := func(extra *salespos.Amount, active bool) catalog.POSVariant {
		return catalog.POSVariant{Combination: &salespos.AttributeCombination{ExtraPrice: extra, Active: &active},
			Options: []catalog.Option{{Name: "Origin", Value: "NL"}}}
	}
	sized := origin(nil, true)
	sized.Options = []catalog.Option{{Name: "size", Value: "L"}}
	free, dear := salespos.NewAmount(decimal.Zero), salespos.NewAmount(decimal.NewFromInt(2))
	size := catalog.AttributeMap{"Size": catalog.AsOption}
	for _, tt := range []struct {
		name     string
		uses     catalog.AttributeMap
		stock    salespos.StockType
		variants []catalog.POSVariant
		want     bool
	}{
		{"the product itself", size, salespos.StockOfProduct, []catalog.POSVariant{origin(&free, true)}, false},
		{"one is switched off", size, salespos.StockOfProduct, []catalog.POSVariant{origin(&free, false), origin(&free, true)}, false},
		{"without a map", nil, salespos.StockOfProduct, []catalog.POSVariant{origin(&free, true)}, true},
		{"no variants", size, salespos.StockOfProduct, nil, false},
		{"an option", size, salespos.StockOfProduct, []catalog.POSVariant{sized}, true},
		{"two of them", size, salespos.StockOfProduct, []catalog.POSVariant{origin(&free, true), origin(&free, true)}, true},
		{"a price of its own", size, salespos.StockOfProduct, []catalog.POSVariant{origin(&dear, true)}, true},
		{"its price is not told", size, salespos.StockOfProduct, []catalog.POSVariant{origin(nil, true)}, true},
		{"a stock of its own", size, "Attribute", []catalog.POSVariant{origin(&free, true)}, true},
	} {
		product := &salespos.Product{StockType: tt.stock}
		product.AttributeCombinations.Collection = make([]salespos.AttributeCombination, len(tt.variants))
		f := &productFlow{Products: Products{Attributes: tt.uses}}
		if got := f.hasOptions(&catalog.POSProduct{Product: product, Variants: tt.variants}); got != tt.want {
			t.Errorf("%s: has options %t, want %t", tt.name, got, tt.want)
		}
	}
}
