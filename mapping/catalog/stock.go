package catalog

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// StockReading is what is known about the stock of one article, in pieces of
// the point of sale. A nil number is unknown, which is never zero.
type StockReading struct {
	// SKU is the article's number, for limits that are set for single articles.
	SKU string
	// OnHand is the quantity at the point of sale.
	OnHand *decimal.Decimal
	// Reserved is the sum of the rows of orders that reserve the article.
	Reserved *decimal.Decimal
	// Pending is the quantity of shop orders that lowered the shop's stock and
	// are not at the point of sale yet.
	Pending *decimal.Decimal
}

// StockFunc calculates the quantity that may be sold before pending orders and
// safety are taken off.
type StockFunc func(StockReading) (decimal.Decimal, error)

// StockRule turns a reading into the number that the shop shows. Its steps run
// in this order: Calculate, minus pending, minus safety, share, per unit,
// floor, cap, not below zero. The zero value is available minus reserved minus
// pending.
type StockRule struct {
	// Calculate is the first step; nil is on hand minus reserved.
	Calculate StockFunc
	// ReservedIncludedInStock says that the point of sale has already taken
	// reserved rows off its stock.
	ReservedIncludedInStock bool
	// ReservedUnknownAsZero sells when reservations cannot be read; the default
	// is an error.
	ReservedUnknownAsZero bool
	// KeepPending does not take pending orders off.
	KeepPending bool
	// Safety is kept back from every article, SafetyBySKU from single ones
	// instead.
	Safety      decimal.Decimal
	SafetyBySKU map[string]decimal.Decimal
	// SharePercent is the share of the rest that the shop may sell; 0 is all.
	SharePercent int
	// PerUnit is how many pieces of the point of sale one piece of the shop is;
	// 0 is one.
	PerUnit decimal.Decimal
	// RefuseFractions makes a fraction an error; the default rounds down.
	RefuseFractions bool
	// Cap is the highest number shown; 0 is none.
	Cap int64
}

// NegativeStock is the remark on a number that was raised to zero.
const NegativeStock = "NegativeStock"

// availableMinusReserved is the quantity on hand minus reservations.
func (r StockRule) availableMinusReserved(in StockReading) (decimal.Decimal, error) {
	if in.OnHand == nil {
		return decimal.Zero, fmt.Errorf("the stock of %q is unknown", in.SKU)
	}
	switch {
	case r.ReservedIncludedInStock:
		return *in.OnHand, nil
	case in.Reserved != nil:
		return in.OnHand.Sub(*in.Reserved), nil
	case r.ReservedUnknownAsZero:
		return *in.OnHand, nil
	default:
		return decimal.Zero, fmt.Errorf("the reservations of %q are unknown", in.SKU)
	}
}

// OnHand is a StockFunc that ignores reservations.
func OnHand(in StockReading) (decimal.Decimal, error) {
	if in.OnHand == nil {
		return decimal.Zero, fmt.Errorf("the stock of %q is unknown", in.SKU)
	}
	return *in.OnHand, nil
}

// Fixed is a StockFunc that always has n.
func Fixed(n int64) StockFunc {
	return func(StockReading) (decimal.Decimal, error) { return decimal.NewFromInt(n), nil }
}

// Number calculates the number that the shop shows, with the remarks on it. An
// unknown reading is an error and never a number.
func (r StockRule) Number(in StockReading) (n int64, remarks []string, err error) {
	left, err := r.calculate(in)
	if err != nil {
		return 0, nil, err
	}
	if left, err = r.takeOff(left, in); err != nil {
		return 0, nil, err
	}
	if r.SharePercent > 0 {
		left = left.Mul(decimal.NewFromInt(int64(r.SharePercent))).Shift(-2)
	}
	if r.PerUnit.IsPositive() {
		left, _ = left.QuoRem(r.PerUnit, unitScale)
	}
	if r.RefuseFractions && !left.IsInteger() {
		return 0, nil, fmt.Errorf("%s pieces of %q are no whole number", left, in.SKU)
	}
	n = left.Floor().IntPart()
	if r.Cap > 0 {
		n = min(n, r.Cap)
	}
	if n < 0 {
		return 0, []string{NegativeStock}, nil
	}
	return n, nil, nil
}

// unitScale is the precision of a division by PerUnit, before rounding down.
const unitScale = 6

func (r StockRule) calculate(in StockReading) (left decimal.Decimal, err error) {
	calculate := r.Calculate
	if calculate == nil {
		calculate = r.availableMinusReserved
	}
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the stock function panicked on %q: %v", in.SKU, p)
		}
	}()
	return calculate(in)
}

func (r StockRule) takeOff(left decimal.Decimal, in StockReading) (decimal.Decimal, error) {
	if !r.KeepPending {
		if in.Pending == nil {
			return decimal.Zero, fmt.Errorf("the pending orders of %q are unknown", in.SKU)
		}
		left = left.Sub(*in.Pending)
	}
	safety, ok := r.SafetyBySKU[in.SKU]
	if !ok {
		safety = r.Safety
	}
	return left.Sub(safety), nil
}
