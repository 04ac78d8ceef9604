package mapbench

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

// scene is one record to plan.
type scene struct {
	name  string
	input input
	// after is the record read back after the write, nil when nothing is written.
	after *product
}

// scenes are the records that are planned: a new one, one of the many without a
// change, one whose price changed, and one that both sides changed in many fields. Of the
// last one's time some 40 % are keyed hashes, and as much is merging lists: the others
// have both done by hand.
func scenes(m *mapper) ([]scene, error) {
	created, err := m.Plan(input{Source: sampleArticle()})
	if err != nil {
		return nil, err
	}
	base := m.Baselines(created, sampleProduct(), nil)
	priced := sampleArticle()
	priced.Price = dec("8.75")
	return []scene{
		{"create", input{Source: sampleArticle()}, sampleProduct()},
		{"unchanged", input{Source: sampleArticle(), Current: sampleProduct(), Baselines: base}, nil},
		{"price", input{Source: priced, Current: sampleProduct(), Baselines: base}, applied(sampleProduct(), priced)},
		{"both", input{Source: changedArticle(), Current: edited(), Baselines: base}, applied(edited(), changedArticle())},
	}, nil
}

// applied is what the shop holds of a product after an article was written to it.
func applied(p *product, a *article) *product {
	p.Price = a.Price.Round(2)
	if a.OldPrice == nil {
		p.Subtitle, p.Former, p.Supplier = a.Short, decimal.Zero, a.Supplier
		p.Categories = []string{"Cups", "Gifts", "Sale"}
	}
	return p
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

// TestSameDecisions holds the engine's plans, from code and from a file, against those
// by hand: a comparison of speed means nothing otherwise.
func TestSameDecisions(t *testing.T) {
	t.Parallel()
	for name, build := range map[string]func() (*mapper, error){"code": newMapper, "file": newFileMapper} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m, err := build()
			if err != nil {
				t.Fatal(err)
			}
			testSameDecisions(t, m)
		})
	}
}

func testSameDecisions(t *testing.T, m *mapper) {
	t.Helper()
	all, err := scenes(m)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range all {
		c, err := m.Plan(s.input)
		if err != nil {
			t.Fatal(err)
		}
		hand := newByHand().plan(s.input.Source, s.input.Current, s.input.Baselines)
		if diff := cmp.Diff(c.Patch, hand.patch); diff != "" || hand.err != nil {
			t.Errorf("%s: patch (-engine +hand), error %v:\n%s", s.name, hand.err, diff)
		}
		remembered := newByHand().remember(hand, s.input.Source, s.input.Current, s.after, s.input.Baselines)
		if diff := cmp.Diff(m.Baselines(c, s.after, s.input.Baselines), remembered); diff != "" {
			t.Errorf("%s: baselines (-engine +hand):\n%s", s.name, diff)
		}
		for i, f := range c.Fields() {
			if got := hand.reasons[i].String(); got != f.Case {
				t.Errorf("%s: %s is %q by hand, %q by the engine", s.name, f.Field, got, f.Case)
			}
		}
	}
}
