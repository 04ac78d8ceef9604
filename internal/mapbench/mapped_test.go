package mapbench

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

// mapped are the 25 values that an article gives, before anything is decided.
type mapped struct {
	Name, Subtitle, Description, SKU, EAN, Brand, Unit string
	SEOTitle, SEOText, Memo, Slug, Supplier            string
	TaxClass, Label                                    string
	Price, Cost                                        decimal.Decimal
	// Former is not set when the article has no old price: the shop's is cleared.
	Former                             value[decimal.Decimal]
	Weight, Quantity, Least, Len, Wide decimal.Decimal
	Enabled, Gift                      bool
	Categories                         []string
}

// mapByHand maps without deciding. The plan by hand does both at once.
func (h byHand) mapByHand(a *article, m *mapped) error {
	tax, ok := h.taxes[strings.TrimSpace(a.Tax)]
	if !ok {
		return mapping.ErrNoSource
	}
	m.TaxClass = tax
	m.textsByHand(a)
	m.numbersByHand(a)
	m.Enabled, m.Gift, m.Categories = a.Active, a.Gift, a.Groups
	return nil
}

func (m *mapped) textsByHand(a *article) {
	m.Name, m.Subtitle, m.Description = strings.TrimSpace(a.Name), strings.TrimSpace(a.Short), a.Long
	m.SKU, m.EAN = strings.TrimSpace(a.Number), strings.TrimSpace(a.EAN)
	m.Brand, m.Unit = strings.TrimSpace(a.Brand), a.Unit
	title := a.PageTitle
	if emptyText(title) {
		title = a.Name
	}
	m.SEOTitle, m.SEOText = strings.TrimSpace(title), strings.TrimSpace(a.MetaText)
	m.Memo, m.Slug, m.Supplier = a.Memo, a.Alias, a.Supplier
}

func (m *mapped) numbersByHand(a *article) {
	m.Price, m.Cost, m.Weight = a.Price.Round(2), a.Cost.Round(2), a.Weight.Round(3)
	m.Quantity, m.Least, m.Len, m.Wide = a.Stock, a.Least, a.Len.Round(1), a.Wide.Round(1)
	m.Label, m.Former = "", value[decimal.Decimal]{}
	if a.OldPrice == nil {
		return
	}
	m.Former = set(a.OldPrice.Round(2))
	if a.OldPrice.IsPositive() {
		m.Label = "Sale"
	}
}
