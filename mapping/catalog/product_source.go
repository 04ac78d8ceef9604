package catalog

import (
	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

// productSource are the fields of a SalesPOS product. The weight is the one in the
// shop's unit.
func productSource() []mapping.SourceField[POSProduct] {
	own := within("", func(s *POSProduct) *posProduct { return s.Product }, leaving(posProductSource(), "weight"))
	return append(own, fromSource("looked up or computed before mapping", productContext()...)...)
}

func productContext() []mapping.SourceField[POSProduct] {
	return []mapping.SourceField[POSProduct]{
		of(sourceOptional("sell_price", "price less discount", func(s *POSProduct) (decimal.Decimal, bool) {
			return sellPrice(s.Product, noExtra())
		}), "price", "discount"),
		of(sourceOptional("old_price", "the price, when a discount is taken off it", func(s *POSProduct) (decimal.Decimal, bool) {
			return oldPrice(s.Product, noExtra())
		}), "price", "discount"),
		sourceOptional("weight", "weight in the shop's unit", func(s *POSProduct) (decimal.Decimal, bool) {
			return weightIn(s.WeightUnit, s.Product.Weight.Decimal)
		}),
		of(source("quantity", mapping.KindNumber, "pieces a new product is created with: 0 when its variants have the stock", productQuantity), "stock"),
		source("options", mapping.KindList, "options and choices of the active variants, as {name, value}", productOptions),
		source("categories", mapping.KindList, "ids of the linked categories in the shop", func(s *POSProduct) mapping.Value {
			if !s.CategoriesKnown {
				return mapping.Absent()
			}
			return ids(s.Categories)
		}),
		of(source("taxes", mapping.KindList, "ids of the shop's manual taxes for the VAT class", func(s *POSProduct) mapping.Value {
			if !s.TaxesKnown {
				return mapping.Absent()
			}
			return ids(s.Taxes)
		}), "taxtariff"),
		sourceText("reference", "our mark on a product that we create", func(s *POSProduct) string { return s.Reference }),
	}
}

// noExtra is the extra price of a product without variants.
func noExtra() *salespos.Amount { return new(salespos.Amount) }

// sellPrice is what the shopper pays for a piece; none while a part of it is unknown.
func sellPrice(p *salespos.Product, extra *salespos.Amount) (price decimal.Decimal, ok bool) {
	if p.Price == nil || p.Discount == nil || extra == nil {
		return price, false
	}
	return p.Price.Sub(p.Discount.Decimal).Add(extra.Decimal), true
}

// oldPrice is the price before the discount; none without a discount.
func oldPrice(p *salespos.Product, extra *salespos.Amount) (price decimal.Decimal, ok bool) {
	if p.Price == nil || p.Discount == nil || extra == nil || !p.Discount.IsPositive() {
		return price, false
	}
	return p.Price.Add(extra.Decimal), true
}

// weightIn converts kilograms. There is none for no weight and for an unknown unit: a
// weight in the wrong unit is worse than none.
func weightIn(unit string, kilograms decimal.Decimal) (weight decimal.Decimal, ok bool) {
	if !kilograms.IsPositive() {
		return weight, false
	}
	const places = 6
	var inKilograms decimal.Decimal
	switch unit {
	case "", "KILOGRAM":
		return kilograms, true
	case "GRAM":
		inKilograms = decimal.New(1, -3)
	case "CARAT":
		inKilograms = decimal.New(2, -4)
	case "OUNCE":
		inKilograms = decimal.New(28349523125, -12)
	case "POUND":
		inKilograms = decimal.New(45359237, -8)
	default:
		return weight, false
	}
	return kilograms.DivRound(inKilograms, places), true
}

// productQuantity is 0 for a product whose variants have stock of their own:
// an option set without a variation could be bought without limit otherwise.
func productQuantity(s *POSProduct) mapping.Value {
	if len(s.Variants) > 0 && !sharedStock(s) {
		return mapping.Int(0)
	}
	return maybeDecimal(s.Quantity)
}

// sharedStock tells whether the variants draw on the product's stock.
func sharedStock(s *POSProduct) bool { return s.Product.StockType.Equal(salespos.StockOfProduct) }
