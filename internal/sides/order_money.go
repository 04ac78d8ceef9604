package sides

import (
	"context"
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

// moneyScale is the number of decimals of the currencies that SalesPOS knows.
const moneyScale = 2

// minorUnit is one cent: the difference that rounding may leave on a line.
var minorUnit = decimal.New(1, -moneyScale)

// fillRows makes the rows of an order from its lines, discounts and fees, and
// proves that they add up to the shop's total.
func (f *orderFlow) fillRows(w *orderWork) error {
	record := &w.Item.Record
	lines := append(record.lines[:len(record.lines):len(record.lines)], extraLines(record)...)
	sum, rounded := decimal.Zero, decimal.Zero
	record.Rows = nil
	for i := range lines {
		line := &lines[i]
		if line.ProductID == 0 {
			if err := f.completeTextLine(w, line); err != nil {
				return err
			}
		}
		rounded = rounded.Add(roundUnit(line))
		change, err := f.rows.Plan(mapping.Input[catalog.ShopLine, salespos.OrderRow]{Source: line})
		if err != nil {
			return mappingFault(fmt.Errorf("line %d (%s): %w", i+1, line.Item.SKU, err))
		}
		record.Rows = append(record.Rows, change.Patch)
		sum = sum.Add(lineTotal(line, record.lines, i))
	}
	record.Shipping = shippingOf(record.Order)
	return f.prove(w, sum.Add(record.Shipping), rounded, len(lines))
}

// roundUnit rounds the unit price to what the POS keeps, and returns what that
// takes off the line.
func roundUnit(line *catalog.ShopLine) decimal.Decimal {
	exact := line.UnitPrice
	line.UnitPrice = exact.Round(moneyScale)
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
	return price.Sub(line.UnitDiscount).Mul(decimal.NewFromInt(int64(line.Item.Quantity))).Round(moneyScale)
}

// prove compares the sum of the rows with the shop's total. What rounding the unit
// prices took off, and up to a cent for each line, is booked as rounding and shown.
func (f *orderFlow) prove(w *orderWork, sum, rounded decimal.Decimal, lines int) error {
	record := &w.Item.Record
	wanted := expectedTotal(record.Order)
	difference := wanted.Sub(sum)
	record.ExtraCosts, record.ExtraCostsText = decimal.Zero, ""
	if difference.IsZero() {
		return nil
	}
	if difference.Sub(rounded).Abs().GreaterThan(minorUnit.Mul(decimal.NewFromInt(int64(lines)))) {
		return refusal(pass.ClassMoney, "TotalMismatch",
			fmt.Errorf("the rows of order %s add up to another total than the shop's (difference %s)", w.Item.Label, difference))
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
		rate, known := taxRate(taxes, grossPrices(o))
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
	add("Gift card", amountOf(o.GiftCardRedemption).Neg(), decimal.Zero, true)
	return lines
}

// commonRate is the VAT rate that all lines have.
func commonRate(lines []catalog.ShopLine) (rate decimal.Decimal, ok bool) {
	for i := range lines {
		if !lines[i].TaxRateKnown || i > 0 && !lines[i].TaxRate.Equal(rate) {
			return decimal.Zero, false
		}
		rate = lines[i].TaxRate
	}
	return rate, len(lines) > 0
}

func amountOf(a *ecwid.Amount) decimal.Decimal {
	if a == nil {
		return decimal.Zero
	}
	return a.Decimal
}

func shippingOf(o *ecwid.Order) decimal.Decimal {
	if o.ShippingOption == nil {
		return decimal.Zero
	}
	if o.ShippingOption.DiscountedRate != nil {
		return o.ShippingOption.DiscountedRate.Round(moneyScale)
	}
	return o.ShippingOption.Rate.Round(moneyScale)
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

// currencies refuses a pass between systems that count in different money.
type currencies struct {
	pos     *salespos.Client
	shop    *ecwid.Client
	checked bool
}

func (c *currencies) check(ctx context.Context) error {
	if c.checked {
		return nil
	}
	profile, err := c.shop.Profile.Get(ctx)
	if err != nil {
		return fault(err)
	}
	shops, err := c.pos.Webshops.List(ctx)
	if err != nil {
		return fault(err)
	}
	if len(shops) == 0 {
		return noWebshop()
	}
	settings, err := c.pos.Settings.Get(ctx, shops[0].ID)
	if err != nil {
		return fault(err)
	}
	shop := profile.FormatsAndUnits.Currency
	if settings.Currency != "" && shop != "" && settings.Currency != shop {
		return &pass.Error{Class: pass.ClassConfig, Reason: "CurrencyDiffers",
			Err:    fmt.Errorf("the POS counts in %s and the shop in %s", settings.Currency, shop),
			Remedy: "let both use one currency; orders are not converted"}
	}
	c.checked = true
	return nil
}
