package sides

import (
	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping/catalog"
)

// grossPrices reports whether the prices of an order contain the tax. Where the
// order does not say so its lines do, and without taxes on them both are the same.
func grossPrices(o *ecwid.Order) bool {
	if o.PricesIncludeTax != nil {
		return *o.PricesIncludeTax
	}
	for i := range o.Items {
		for _, tax := range o.Items[i].Taxes {
			if tax.IncludeInPrice != nil {
				return *tax.IncludeInPrice
			}
		}
	}
	return true
}

// taxFree reports whether the buyer owes no tax to the shop: a company elsewhere in
// the EU, an exempt one, or an export. Of the latter the shop only shows that it took
// no tax, which says something in a shop that takes taxes.
func taxFree(o *ecwid.Order, shopTakesTaxes bool) bool {
	if o.ReversedTaxApplied || o.CustomerTaxExempt {
		return true
	}
	if !shopTakesTaxes || o.Tax == nil || !o.Tax.IsZero() {
		return false
	}
	for i := range o.Items {
		if len(o.Items[i].Taxes) > 0 {
			return false
		}
	}
	return true
}

// taxRate is the percentage of a line or a fee. Several taxes are none that the POS
// could take; neither has a rate what is gross and without taxes, for the POS knows
// the VAT in it.
func (r *shopOrder) taxRate(taxes []ecwid.OrderTax) (rate decimal.Decimal, known bool) {
	switch {
	case r.TaxFree:
		return decimal.Zero, true
	case len(taxes) == 1:
		return taxes[0].Value.Decimal, true
	default:
		return decimal.Zero, len(taxes) == 0 && !r.GrossRows
	}
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
