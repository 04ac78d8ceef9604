package sides

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

// fillRows makes the rows of an order from its lines, discounts and fees, and
// proves that they add up to the shop's total.
func (f *orderFlow) fillRows(w *orderWork) error {
	record := &w.Item.Record
	lines := append(record.lines[:len(record.lines):len(record.lines)], extraLines(record)...)
	scale, sum, rounded := minorDigits(record.Currency), decimal.Zero, decimal.Zero
	record.Rows = nil
	for i := range lines {
		line := &lines[i]
		if line.ProductID == 0 {
			if err := f.completeTextLine(w, line); err != nil {
				return err
			}
		}
		rounded = rounded.Add(roundUnit(line, scale))
		change, err := f.rows.Plan(mapping.Input[catalog.ShopLine, salespos.OrderRow]{Source: line})
		if err != nil {
			return mappingFault(fmt.Errorf("line %d (%s): %w", i+1, line.Item.SKU, err))
		}
		record.Rows = append(record.Rows, change.Patch)
		sum = sum.Add(lineTotal(line, record.lines, i).Round(scale))
	}
	record.Shipping = shippingOf(record.Order).Round(scale)
	return f.prove(w, sum.Add(record.Shipping), rounded, len(lines))
}

// roundUnit rounds the unit price to what the POS keeps, and returns what that
// takes off the line.
func roundUnit(line *catalog.ShopLine, scale int32) decimal.Decimal {
	exact := line.UnitPrice
	line.UnitPrice = exact.Round(scale)
	return exact.Sub(line.UnitPrice).Mul(decimal.NewFromInt(int64(line.Item.Quantity)))
}

// lineTotal is what the POS makes of a row: it adds the extra prices of a
// variant again that its price was sent without.
func lineTotal(line *catalog.ShopLine, resolved []catalog.ShopLine, i int) decimal.Decimal {
	price := line.UnitPrice
	if i < len(resolved) && line.CombinationID != 0 {
		extra := line.Item.Price.Sub(resolved[i].UnitPrice)
		price = price.Add(extra)
	}
	return price.Sub(line.UnitDiscount).Mul(decimal.NewFromInt(int64(line.Item.Quantity)))
}

// prove compares the sum of the rows with the shop's total. What rounding the unit
// prices took off, and up to a minor unit for each line, is booked as rounding and shown.
func (f *orderFlow) prove(w *orderWork, sum, rounded decimal.Decimal, lines int) error {
	record := &w.Item.Record
	wanted := expectedTotal(record)
	difference, minorUnit := wanted.Sub(sum), decimal.New(1, -minorDigits(record.Currency))
	record.ExtraCosts, record.ExtraCostsText = decimal.Zero, ""
	if difference.IsZero() {
		return nil
	}
	if difference.Sub(rounded).Abs().GreaterThan(minorUnit.Mul(decimal.NewFromInt(int64(lines)))) {
		return refusal(pass.ClassMoney, "TotalMismatch",
			fmt.Errorf("the rows of order %s add up to %s, its total in the shop is %s", w.Item.Label, sum, wanted))
	}
	record.ExtraCosts, record.ExtraCostsText = difference, "rounding"
	w.Remark(RemarkRounded)
	return nil
}

// extraLines are the discounts, fees and gift cards of an order as lines. The shop
// names no tax of a discount: it has the rate that all lines have, if there is one.
// A gift card pays and changes no tax.
func extraLines(record *shopOrder) []catalog.ShopLine {
	var lines []catalog.ShopLine
	o := record.Order
	add := func(name string, amount, rate decimal.Decimal, known bool) {
		if amount.IsZero() {
			return
		}
		item := &ecwid.OrderItem{Name: name, SKU: name, Quantity: 1}
		lines = append(lines, catalog.ShopLine{Item: item, UnitPrice: amount, TaxRate: rate, TaxRateKnown: known})
	}
	fee := func(name string, amount decimal.Decimal, taxes []ecwid.OrderTax) {
		rate, known := record.taxRate(taxes)
		add(name, amount, rate, known)
	}
	common, isCommon := commonRate(record.lines)
	add("Discount", amountOf(o.Discount).Neg(), common, isCommon)
	add("Coupon", amountOf(o.CouponDiscount).Neg(), common, isCommon)
	if o.HandlingFee != nil {
		fee("Handling fee", o.HandlingFee.Value.Decimal, o.HandlingFee.Taxes)
	}
	for _, s := range o.CustomSurcharges {
		fee("Surcharge", s.Total.Decimal, s.Taxes)
	}
	add("Gift card", giftCardOf(o).Neg(), decimal.Zero, true)
	return lines
}

// giftCardOf is what a gift card paid of the order: at most all of it.
func giftCardOf(o *ecwid.Order) decimal.Decimal {
	paid := amountOf(o.GiftCardRedemption)
	if o.TotalBeforeGiftCard == nil {
		return paid
	}
	return decimal.Min(paid, o.TotalBeforeGiftCard.Decimal)
}

func amountOf(a *ecwid.Amount) decimal.Decimal {
	if a == nil {
		return decimal.Zero
	}
	return a.Decimal
}

// expectedTotal is the total that the POS should show: the shop's, without the tax
// that the POS adds to net prices itself. Computed amounts of the shop carry noise
// behind the minor unit.
func expectedTotal(record *shopOrder) decimal.Decimal {
	total := record.Order.Total.Decimal
	if !record.GrossRows {
		total = total.Sub(amountOf(record.Order.Tax))
	}
	return total.Round(minorDigits(record.Currency))
}

func shippingOf(o *ecwid.Order) decimal.Decimal {
	if o.ShippingOption == nil {
		return decimal.Zero
	}
	if o.ShippingOption.DiscountedRate != nil {
		return o.ShippingOption.DiscountedRate.Decimal
	}
	return o.ShippingOption.Rate.Decimal
}

// completeTextLine gives a line without a product what the POS needs: a package
// and a VAT rate. Where the shop tells none it is 0, which is remarked.
func (f *orderFlow) completeTextLine(w *orderWork, line *catalog.ShopLine) error {
	if f.Package == 0 {
		return refusal(pass.ClassMapping, "PackageMissing",
			fmt.Errorf("order %s has a line that is no product (%s), which SalesPOS takes only with a shipping package", w.Item.Label, line.Item.Name))
	}
	line.PackageID = f.Package
	if !line.TaxRateKnown {
		line.TaxRateKnown = true
		w.Remark(RemarkTaxUnknown)
	}
	return nil
}
