package mapbench

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

// mappers are all ways to map without deciding, that by hand first.
func mappers() []other {
	byHand := func() (mapFunc, error) { return newByHand().mapByHand, nil }
	return append([]other{{"by hand", byHand, false}}, others()...)
}

// eachMapper runs a test for each way to map.
func eachMapper(t *testing.T, test func(t *testing.T, run mapFunc)) {
	t.Helper()
	eachOf(t, mappers(), test)
}

func eachOf(t *testing.T, all []other, test func(t *testing.T, run mapFunc)) {
	t.Helper()
	for _, o := range all {
		t.Run(o.name, func(t *testing.T) {
			t.Parallel()
			run, err := o.build()
			if err != nil {
				t.Fatal(err)
			}
			test(t, run)
		})
	}
}

func testArticles(t *testing.T) []*article {
	t.Helper()
	articles := []*article{awkwardArticle()}
	for _, s := range testScenes(t) {
		articles = append(articles, s.input.Source)
	}
	return articles
}

// TestSameValues holds the values of every contender against those by hand. They share
// one record, so that a value left over from another article shows.
func TestSameValues(t *testing.T) {
	t.Parallel()
	articles := testArticles(t)
	eachMapper(t, func(t *testing.T, run mapFunc) {
		var got mapped
		for _, a := range articles {
			testSameValues(t, run, a, &got)
		}
	})
}

// testSameValues may run in any goroutine.
func testSameValues(t *testing.T, run mapFunc, a *article, got *mapped) {
	t.Helper()
	var want mapped
	if err := newByHand().mapByHand(a, &want); err != nil {
		t.Error(err)
	}
	if err := run(a, got); err != nil {
		t.Error(err)
	}
	if diff := cmp.Diff(want, *got); diff != "" {
		t.Errorf("article %q (-want +got):\n%s", a.Name, diff)
	}
}

// TestValuesByHand has the values of the sample article and of one without an old price
// written out, so that TestSameValues compares with something right.
func TestValuesByHand(t *testing.T) {
	t.Parallel()
	p := sampleProduct()
	want := mapped{
		Name: p.Name, Subtitle: p.Subtitle, Description: p.Description, SKU: p.SKU, EAN: p.EAN, Brand: p.Brand, Unit: p.Unit,
		SEOTitle: p.SEOTitle, SEOText: p.SEOText, Memo: p.Memo, Slug: p.Slug, Supplier: p.Supplier, TaxClass: p.TaxClass, Label: p.Label,
		Price: p.Price, Cost: p.Cost, Former: set(p.Former), Weight: p.Weight, Quantity: p.Quantity, Least: p.Least, Len: p.Len, Wide: p.Wide,
		Enabled: p.Enabled, Gift: p.Gift, Categories: p.Categories,
	}
	testValuesByHand(t, sampleArticle(), want)
	changed := changedArticle()
	want.Price, want.Label, want.Former = dec("7.5"), "", value[decimal.Decimal]{}
	want.Subtitle, want.Categories = changed.Short, changed.Groups
	testValuesByHand(t, changed, want)
}

func testValuesByHand(t *testing.T, a *article, want mapped) {
	t.Helper()
	var got mapped
	if err := newByHand().mapByHand(a, &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestSameJob holds the plan of every contender's values against that by hand.
func TestSameJob(t *testing.T) {
	t.Parallel()
	all := testScenes(t)
	eachMapper(t, func(t *testing.T, run mapFunc) {
		for _, s := range all {
			in, hand := s.input, newByHand()
			var m mapped
			if err := run(in.Source, &m); err != nil {
				t.Fatal(err)
			}
			want, got := hand.plan(in.Source, in.Current, in.Baselines), hand.decide(&m, in.Current, in.Baselines)
			if diff := cmp.Diff(want.patch, got.patch); diff != "" || got.err != nil {
				t.Errorf("%s: patch (-want +got), error %v:\n%s", s.name, got.err, diff)
			}
			if diff := cmp.Diff(want.reasons, got.reasons); diff != "" {
				t.Errorf("%s: reasons (-want +got):\n%s", s.name, diff)
			}
		}
	})
}
