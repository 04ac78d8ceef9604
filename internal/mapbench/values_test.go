package mapbench

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

// mappers are all ways to map without deciding, that by hand first.
func mappers() []other {
	byHand := func() (mapFunc, error) { return newByHand().mapByHand, nil }
	return append([]other{{"by hand", byHand}}, others()...)
}

// eachMapper runs a test for each way to map.
func eachMapper(t *testing.T, test func(t *testing.T, run mapFunc)) {
	t.Helper()
	for _, o := range mappers() {
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

func testScenes(t *testing.T) []scene {
	t.Helper()
	m, err := newMapper()
	if err != nil {
		t.Fatal(err)
	}
	all, err := scenes(m)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// awkwardArticle has space around each text, numbers with too many digits that floats
// round in another way, and empty fields.
func awkwardArticle() *article {
	return &article{
		Name: " n ", Short: "\ts ", Long: " l ", Number: " 1 ", EAN: " e\n", Brand: " b ", Unit: " u ",
		PageTitle: " ", MetaText: " m ", Memo: " o ", Alias: " a ", Supplier: " p ", Tax: " low\t",
		Price: dec("1.005"), Cost: dec("12345678901234567.895"), Weight: dec("-0.0005"), OldPrice: new(dec("-0.005")),
		Stock: dec("1.00005"), Least: dec("0.12345"), Len: dec("7.25"), Wide: dec("0.05"), Gift: true,
	}
}

// TestSameValues holds the values of every contender against those by hand. They share
// one record, so that a value left over from another article shows.
func TestSameValues(t *testing.T) {
	t.Parallel()
	articles := []*article{awkwardArticle()}
	for _, s := range testScenes(t) {
		articles = append(articles, s.input.Source)
	}
	eachMapper(t, func(t *testing.T, run mapFunc) {
		var got mapped
		for i, a := range articles {
			var want mapped
			if err := newByHand().mapByHand(a, &want); err != nil {
				t.Fatal(err)
			}
			if err := run(a, &got); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("article %d (-want +got):\n%s", i, diff)
			}
		}
	})
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

// TestUnknownTax expects an error of every contender where the table has no row.
func TestUnknownTax(t *testing.T) {
	t.Parallel()
	a := sampleArticle()
	a.Tax = "none"
	eachMapper(t, func(t *testing.T, run mapFunc) {
		if err := run(a, new(mapped)); err == nil {
			t.Error("no error")
		}
	})
}
