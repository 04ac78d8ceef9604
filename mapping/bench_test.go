package mapping_test

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

// article and listing are records of 25 fields: 15 texts and 10 numbers.
type article struct {
	texts   [15]string
	numbers [10]decimal.Decimal
}

type listing struct {
	texts   [15]string
	numbers [10]decimal.Decimal
}

// listingPatch has a value and its presence for each field.
type listingPatch struct {
	texts     [15]string
	hasText   [15]bool
	numbers   [10]decimal.Decimal
	hasNumber [10]bool
}

func benchSchema() mapping.Schema[article, listing, listingPatch] {
	s := mapping.Schema[article, listing, listingPatch]{Name: "bench"}
	for i := range 15 {
		name := fmt.Sprintf("text%d", i)
		s.Source = append(s.Source, mapping.SourceField[article]{
			Name: name, Kind: mapping.KindText, Get: func(a *article) mapping.Value { return mapping.Text(a.texts[i]) },
		})
		s.Target = append(s.Target, mapping.TargetField[listing, listingPatch]{
			Name: name, Kind: mapping.KindText, Get: func(l *listing) mapping.Value { return mapping.Text(l.texts[i]) },
			Set: func(p *listingPatch, v mapping.Value) error {
				p.texts[i], p.hasText[i] = v.AsText()
				return nil
			},
		})
	}
	for i := range 10 {
		name := fmt.Sprintf("number%d", i)
		s.Source = append(s.Source, mapping.SourceField[article]{
			Name: name, Kind: mapping.KindNumber, Get: func(a *article) mapping.Value { return mapping.Number(a.numbers[i]) },
		})
		s.Target = append(s.Target, mapping.TargetField[listing, listingPatch]{
			Name: name, Kind: mapping.KindNumber, Get: func(l *listing) mapping.Value { return mapping.Number(l.numbers[i]) },
			Set: func(p *listingPatch, v mapping.Value) error {
				p.numbers[i], p.hasNumber[i] = v.AsNumber()
				return nil
			},
		})
	}
	return s
}

func benchRules() []mapping.Rule {
	var rules []mapping.Rule
	for i := range 15 {
		name := fmt.Sprintf("text%d", i)
		rule := mapping.To(name).From(name).Policy(mapping.Always)
		switch i % 5 {
		case 0:
			rule = rule.Transform(mapping.Trim())
		case 1:
			rule = rule.Policy(mapping.CreateOnly)
		}
		rules = append(rules, rule)
	}
	for i := range 10 {
		name := fmt.Sprintf("number%d", i)
		rules = append(rules, mapping.To(name).From(name).Transform(mapping.Round(2)).Policy(mapping.Always))
	}
	return rules
}

// BenchmarkPlan is for comparisons with earlier versions; internal/mapbench compares
// with Go by hand and with other engines.
func BenchmarkPlan(b *testing.B) {
	m, err := mapping.New(mapping.Definition{Name: "bench", Rules: benchRules()}, benchSchema(), key())
	if err != nil {
		b.Fatal(err)
	}
	var a article
	var same, other listing
	for i := range a.texts {
		a.texts[i] = fmt.Sprintf("value of text %d", i)
	}
	for i := range a.numbers {
		a.numbers[i] = decimal.New(int64(1000+i), -2)
	}
	same.texts, same.numbers = a.texts, a.numbers
	for name, current := range map[string]*listing{"create": nil, "unchanged": &same, "changed": &other} {
		b.Run(name, func(b *testing.B) {
			in := mapping.Input[article, listing]{Source: &a, Current: current}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := m.Plan(in); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkVersion(b *testing.B) {
	m, err := mapping.New(mapping.Definition{Name: "bench", Rules: benchRules()}, benchSchema(), key())
	if err != nil {
		b.Fatal(err)
	}
	a := article{texts: [15]string{"a", "b", "c"}}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := m.Version(&a); err != nil {
			b.Fatal(err)
		}
	}
}
