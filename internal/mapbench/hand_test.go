package mapbench

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

// byHand makes the decisions of definition without the engine.
type byHand struct {
	hasher *mapping.Hasher
	taxes  map[string]string
}

func newByHand() byHand { return byHand{mapping.NewHasher(key()), taxTable()} }

// handPlan is what somebody without the engine has: a patch, and a decision with
// its reason for each field.
type handPlan struct {
	patch   patch
	reasons [25]reason
	count   int
	err     error
}

func (p *handPlan) add(r reason) bool {
	p.reasons[p.count] = r
	p.count++
	return r >= isNew
}

// reason is the case that a decision comes from.
type reason uint8

const (
	noValue reason = iota
	agree
	agreeEdited
	ownForm
	ownFormEdited
	listHasAll
	createOnly
	filled
	unknownBefore
	editedThere
	bothEdited
	emptiedThere
	emptiedConflict
	// the rest writes
	isNew
	sourceDecides
	fills
	onlySource
	listMerged
)

func (r reason) String() string {
	return [...]string{
		"absent", "equal", "U1", "rewritten", "U7", "list", "create only", "filled", "U2", "U4", "U5", "U6", "U6",
		"create", "always", "fill", "U3", "list",
	}[r]
}

func (h byHand) plan(a *article, now *product, base mapping.Baselines) *handPlan {
	p := &handPlan{}
	if now == nil {
		h.texts(p, a, &product{}, nil, true)
		h.numbers(p, a, &product{}, nil, true)
		h.rest(p, a.Active, a.Gift, a.Groups, &product{}, nil, true)
		return p
	}
	h.texts(p, a, now, base, false)
	h.numbers(p, a, now, base, false)
	h.rest(p, a.Active, a.Gift, a.Groups, now, base, false)
	return p
}

func (h byHand) texts(p *handPlan, a *article, now *product, base mapping.Baselines, create bool) {
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
	name := strings.TrimSpace(a.Name)
	if utf8.RuneCountInString(name) > 255 {
		name = string([]rune(name)[:255])
	}
	unlessEdited("name", name, now.Name, &p.patch.Name)
	unlessEdited("subtitle", strings.TrimSpace(a.Short), now.Subtitle, &p.patch.Subtitle)
	unlessEdited("description", a.Long, now.Description, &p.patch.Description)
	sku := strings.TrimSpace(a.Number)
	if utf8.RuneCountInString(sku) > 255 {
		p.err = mapping.ErrNoSource
	}
	always(sku, now.SKU, &p.patch.SKU)
	always(strings.TrimSpace(a.EAN), now.EAN, &p.patch.EAN)
	always(strings.TrimSpace(a.Brand), now.Brand, &p.patch.Brand)
	always(a.Unit, now.Unit, &p.patch.Unit)
	title := a.PageTitle
	if emptyText(title) {
		title = a.Name
	}
	unlessEdited("seoTitle", strings.TrimSpace(title), now.SEOTitle, &p.patch.SEOTitle)
	unlessEdited("seoText", strings.TrimSpace(a.MetaText), now.SEOText, &p.patch.SEOText)
	onCreate := func(s, t string, to *value[string]) {
		if p.add(textOnCreate(s, t, create)) {
			*to = set(s)
		}
	}
	onCreate(a.Memo, now.Memo, &p.patch.Memo)
	onCreate(a.Alias, now.Slug, &p.patch.Slug)
	if p.add(textFill(a.Supplier, now.Supplier, create)) {
		p.patch.Supplier = set(a.Supplier)
	}
	tax, ok := h.taxes[strings.TrimSpace(a.Tax)]
	if !ok {
		p.err = mapping.ErrNoSource
	}
	always(tax, now.TaxClass, &p.patch.TaxClass)
	label := ""
	if a.OldPrice != nil && a.OldPrice.IsPositive() {
		label = "Sale"
	}
	always(label, now.Label, &p.patch.Label)
}

func (h byHand) numbers(p *handPlan, a *article, now *product, base mapping.Baselines, create bool) {
	always := func(s, t decimal.Decimal, to *value[decimal.Decimal]) {
		if p.add(numberAlways(s, t, create)) {
			*to = set(s)
		}
	}
	price := a.Price.Round(2)
	if price.IsNegative() || price.GreaterThan(decimal.New(1, 12)) {
		p.err = mapping.ErrNoSource
	}
	always(price, now.Price, &p.patch.Price)
	always(a.Cost.Round(2), now.Cost, &p.patch.Cost)
	if a.OldPrice == nil {
		p.clearFormer(now, create)
	} else {
		always(a.OldPrice.Round(2), now.Former, &p.patch.Former)
	}
	weight := a.Weight.Round(3)
	if p.add(h.numberUnlessEdited("weight", weight, now.Weight, base, create)) {
		p.patch.Weight = set(weight)
	}
	if p.add(numberOnCreate(a.Stock, now.Quantity, create)) {
		p.patch.Quantity = set(a.Stock)
	}
	always(a.Least, now.Least, &p.patch.Least)
	always(a.Len.Round(1), now.Len, &p.patch.Len)
	always(a.Wide.Round(1), now.Wide, &p.patch.Wide)
}

func (p *handPlan) clearFormer(now *product, create bool) {
	switch {
	case create:
		p.add(isNew)
	case now.Former.IsZero():
		p.add(agree)
		return
	default:
		p.add(sourceDecides)
	}
	p.patch.Former = set(decimal.Zero)
}

func (h byHand) rest(p *handPlan, active, gift bool, groups []string, now *product, base mapping.Baselines, create bool) {
	if p.add(h.boolUnlessEdited("enabled", active, now.Enabled, base, create)) {
		p.patch.Enabled = set(active)
	}
	if p.add(boolAlways(gift, now.Gift, create)) {
		p.patch.Gift = set(gift)
	}
	h.categories(p, groups, now.Categories, base, create)
}

// categories adds what the shop lacks and removes what we added before.
func (h byHand) categories(p *handPlan, s, t []string, base mapping.Baselines, create bool) {
	switch {
	case len(s) == 0:
		p.add(noValue)
		return
	case create:
		p.add(isNew)
		p.patch.Categories = set(s)
		return
	case sameSet(s, t):
		p.add(agree)
		return
	}
	ours := base["categories"].Elements
	var merged []string
	for _, item := range t {
		if slices.Contains(ours, h.hashText("categories[]", item)) && !slices.Contains(s, item) {
			continue
		}
		merged = append(merged, item)
	}
	for _, item := range s {
		if !slices.Contains(merged, item) {
			merged = append(merged, item)
		}
	}
	if sameSet(merged, t) {
		p.add(listHasAll)
		return
	}
	p.add(listMerged)
	p.patch.Categories = set(merged)
}

func sameSet(a, b []string) bool {
	in := func(list []string) func(string) bool {
		return func(s string) bool { return !slices.ContainsFunc(list, func(t string) bool { return sameText(s, t) }) }
	}
	return !slices.ContainsFunc(a, in(b)) && !slices.ContainsFunc(b, in(a))
}
