package catalog_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

// byHand is the schema with fields made by hand of the same Get and Set.
func byHand[S, T, P any](s mapping.Schema[S, T, P]) mapping.Schema[S, T, P] {
	out := mapping.Schema[S, T, P]{Name: s.Name, OpenSource: s.OpenSource, OpenTarget: s.OpenTarget}
	for _, f := range s.Source {
		out.Source = append(out.Source, mapping.SourceField[S]{
			Name: f.Name, Kind: f.Kind, Doc: f.Doc, Unit: f.Unit, Origin: f.Origin, Of: f.Of, Get: f.Get,
		})
	}
	for _, f := range s.Target {
		out.Target = append(out.Target, mapping.TargetField[T, P]{
			Name: f.Name, Kind: f.Kind, Doc: f.Doc, Unit: f.Unit, Origin: f.Origin,
			Required: f.Required, MaxLength: f.MaxLength, OneOf: f.OneOf, Unordered: f.Unordered,
			Get: f.Get, Set: f.Set, Empty: f.Empty, Equal: f.Equal,
		})
	}
	return out
}

// TestFieldsByHandAreMappedAlike plans random records with the fields as they are and
// with the same ones by hand, which the engine cannot read directly.
func TestFieldsByHandAreMappedAlike(t *testing.T) {
	t.Parallel()
	w := productWorld{rand.New(rand.NewPCG(11, 1))}
	mappedAlike(t, w, catalog.Products(), catalog.ProductSchema(), w.source, w.shop)
	mappedAlike(t, w, catalog.ShopProducts(3), catalog.ShopProductSchema(), w.shop, w.pos)
}

func mappedAlike[S, T, P any](t *testing.T, w productWorld, def mapping.Definition, schema mapping.Schema[S, T, P], source func() *S, target func() *T) {
	t.Helper()
	direct, wrapped := newMapper(t, def, schema), newMapper(t, def, byHand(schema))
	decided := map[mapping.Decision]int{}
	var base mapping.Baselines
	for range 600 {
		in := mapping.Input[S, T]{Source: source(), Baselines: base, LinkOnly: w.one(9), Finish: w.one(9)}
		if !w.one(4) {
			in.Current = target()
		}
		got, err := direct.Plan(in)
		want, wantErr := wrapped.Plan(in)
		if diff := cmp.Diff(fmt.Sprint(wantErr), fmt.Sprint(err)); diff != "" {
			t.Fatalf("error (-by hand +direct):\n%s", diff)
		}
		wantJSON(t, got.Patch, string(encoded(t, want.Patch)))
		if diff := cmp.Diff(want.Fields(), got.Fields()); diff != "" {
			t.Fatalf("decisions (-by hand +direct):\n%s", diff)
		}
		after := target()
		next := direct.Baselines(got, after, base)
		if diff := cmp.Diff(wrapped.Baselines(want, after, base), next); diff != "" {
			t.Fatalf("baselines (-by hand +direct):\n%s", diff)
		}
		base = next
		for _, f := range got.Fields() {
			decided[f.Decision]++
		}
	}
	for _, d := range []mapping.Decision{mapping.DecisionWrite, mapping.DecisionSame, mapping.DecisionKeep, mapping.DecisionSkip} {
		if decided[d] == 0 {
			t.Errorf("no field of %s: %s", def.Name, d)
		}
	}
}

// productWorld makes random products, with few values so that both sides often agree.
type productWorld struct{ *rand.Rand }

func (w productWorld) one(n int) bool { return w.IntN(n) == 0 }

func (w productWorld) text() string {
	return []string{"Tea", " Tea", "tea", "Mug", "T\x00ea", "4006381333931", "", " ", "<p>&nbsp;</p>"}[w.IntN(9)]
}

func (w productWorld) number() decimal.Decimal {
	return decimal.RequireFromString([]string{"4.5", "4.50", "10", "0", "0.25", "12", "21", "-1"}[w.IntN(8)])
}

func (w productWorld) posAmount() *salespos.Amount {
	if w.one(6) {
		return nil
	}
	return new(salespos.NewAmount(w.number()))
}

func (w productWorld) shopAmount() *ecwid.Amount {
	if w.one(3) {
		return nil
	}
	return new(ecwid.NewAmount(w.number()))
}

func (w productWorld) flag() *bool { return []*bool{nil, new(false), new(true)}[w.IntN(3)] }

func (w productWorld) pos() *salespos.Product {
	return &salespos.Product{
		Name: w.text() + "pot", ShortDescription: w.text(), Description: w.text(), ProductNumber: w.text(), EANNumber: w.text(),
		Price: w.posAmount(), Discount: w.posAmount(), Stock: w.posAmount(), Weight: salespos.NewAmount(w.number()),
		Active: w.flag(), StockEnabled: w.flag(), TaxTariff: []salespos.TaxTariff{salespos.TaxNormal, salespos.TaxLowA, "NORMAL"}[w.IntN(3)],
	}
}

func (w productWorld) source() *catalog.POSProduct {
	p := &catalog.POSProduct{
		Product: w.pos(), Categories: w.categories(), CategoriesKnown: w.one(2), TaxesKnown: w.one(2), Reference: w.text(),
		WeightUnit: []string{"", "GRAM", "STONE"}[w.IntN(3)],
	}
	if w.one(2) {
		p.Quantity = number("12")
	}
	return p
}

func (w productWorld) shop() *shopProduct {
	p := &shopProduct{
		Name: w.text() + "pot", Subtitle: w.text(), Description: w.text(), SKU: w.text(), ExternalReferenceID: w.text(),
		Price: ecwid.NewAmount(w.number()), CompareToPrice: w.shopAmount(), Weight: w.shopAmount(),
		Enabled: w.one(2), Unlimited: w.one(2), CategoryIDs: w.categories(),
	}
	if w.one(2) {
		p.Quantity = new(12)
	}
	p.Tax.DefaultLocationIncludedTaxRate = shopAmount([]string{"21", "9"}[w.IntN(2)])
	return p
}

func (w productWorld) categories() []ecwid.CategoryID {
	return []ecwid.CategoryID{900, 901, 902}[w.IntN(3):]
}
