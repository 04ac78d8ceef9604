package mapbench

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// scene is one record to plan.
type scene struct {
	name  string
	input input
}

// scenes are the records that are planned: a new one, one of the many without a
// change, one whose price changed, and one that both sides changed.
func scenes(m *mapper) ([]scene, error) {
	created, err := m.Plan(input{Source: sampleArticle()})
	if err != nil {
		return nil, err
	}
	base := m.Baselines(created, sampleProduct(), nil)
	priced := sampleArticle()
	priced.Price = dec("8.75")
	return []scene{
		{"create", input{Source: sampleArticle()}},
		{"unchanged", input{Source: sampleArticle(), Current: sampleProduct(), Baselines: base}},
		{"price", input{Source: priced, Current: sampleProduct(), Baselines: base}},
		{"both", input{Source: changedArticle(), Current: edited(), Baselines: base}},
	}, nil
}

// TestSameDecisions holds the engine's plans against those by hand: a comparison of
// speed means nothing otherwise.
func TestSameDecisions(t *testing.T) {
	t.Parallel()
	m, err := newMapper()
	if err != nil {
		t.Fatal(err)
	}
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
		for i, f := range c.Fields() {
			if got := hand.reasons[i].String(); got != f.Case {
				t.Errorf("%s: %s is %q by hand, %q by the engine", s.name, f.Field, got, f.Case)
			}
		}
	}
}
