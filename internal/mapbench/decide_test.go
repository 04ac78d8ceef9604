package mapbench

import (
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

// decide makes of mapped values what plan makes of an article, for those who map in
// another way. plan does not use it: in two steps it would take 2 to 4 % longer, and the
// engine is measured against the fastest plan by hand.
func (h byHand) decide(m *mapped, now *product, base mapping.Baselines) *handPlan {
	p := &handPlan{}
	create := now == nil
	if create {
		now, base = &product{}, nil
	}
	h.decideTexts(p, m, now, base, create)
	h.decideNumbers(p, m, now, base, create)
	h.rest(p, m.Enabled, m.Gift, m.Categories, now, base, create)
	return p
}

func (h byHand) decideTexts(p *handPlan, m *mapped, now *product, base mapping.Baselines, create bool) {
	unlessEdited := func(name, s, t string, to *value[string]) {
		if p.add(h.textUnlessEdited(name, s, t, base, create)) {
			*to = set(s)
		}
	}
	always := func(s, t string, to *value[string]) {
		if p.add(textAlways(s, t, create)) {
			*to = set(s)
		}
	}
	onCreate := func(s, t string, to *value[string]) {
		if p.add(textOnCreate(s, t, create)) {
			*to = set(s)
		}
	}
	unlessEdited("name", p.limit(m), now.Name, &p.patch.Name)
	unlessEdited("subtitle", m.Subtitle, now.Subtitle, &p.patch.Subtitle)
	unlessEdited("description", m.Description, now.Description, &p.patch.Description)
	always(m.SKU, now.SKU, &p.patch.SKU)
	always(m.EAN, now.EAN, &p.patch.EAN)
	always(m.Brand, now.Brand, &p.patch.Brand)
	always(m.Unit, now.Unit, &p.patch.Unit)
	unlessEdited("seoTitle", m.SEOTitle, now.SEOTitle, &p.patch.SEOTitle)
	unlessEdited("seoText", m.SEOText, now.SEOText, &p.patch.SEOText)
	onCreate(m.Memo, now.Memo, &p.patch.Memo)
	onCreate(m.Slug, now.Slug, &p.patch.Slug)
	if p.add(textFill(m.Supplier, now.Supplier, create)) {
		p.patch.Supplier = set(m.Supplier)
	}
	always(m.TaxClass, now.TaxClass, &p.patch.TaxClass)
	always(m.Label, now.Label, &p.patch.Label)
}

// limit checks what has a limit and returns the name that fits.
func (p *handPlan) limit(m *mapped) string {
	if utf8.RuneCountInString(m.SKU) > 255 || m.Price.IsNegative() || m.Price.GreaterThan(decimal.New(1, 12)) {
		p.err = mapping.ErrNoSource
	}
	if utf8.RuneCountInString(m.Name) > 255 {
		return string([]rune(m.Name)[:255])
	}
	return m.Name
}

func (h byHand) decideNumbers(p *handPlan, m *mapped, now *product, base mapping.Baselines, create bool) {
	always := func(s, t decimal.Decimal, to *value[decimal.Decimal]) {
		if p.add(numberAlways(s, t, create)) {
			*to = set(s)
		}
	}
	always(m.Price, now.Price, &p.patch.Price)
	always(m.Cost, now.Cost, &p.patch.Cost)
	if m.Former.Set {
		always(m.Former.V, now.Former, &p.patch.Former)
	} else {
		p.clearFormer(now, create)
	}
	if p.add(h.numberUnlessEdited("weight", m.Weight, now.Weight, base, create)) {
		p.patch.Weight = set(m.Weight)
	}
	if p.add(numberOnCreate(m.Quantity, now.Quantity, create)) {
		p.patch.Quantity = set(m.Quantity)
	}
	always(m.Least, now.Least, &p.patch.Least)
	always(m.Len, now.Len, &p.patch.Len)
	always(m.Wide, now.Wide, &p.patch.Wide)
}
