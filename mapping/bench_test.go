package mapping_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

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

// handPlan is what somebody without the engine would have: a patch and a reason
// for each field.
type handPlan struct {
	patch   listingPatch
	reasons [25]reason
}

type reason uint8

const (
	noValue reason = iota
	bothAgree
	createOnly
	recordIsNew
	sourceDecides
)

func (p *handPlan) writes() bool {
	for _, r := range p.reasons {
		if r >= recordIsNew {
			return true
		}
	}
	return false
}

// byHand makes the decisions that the rules make.
func byHand(a *article, l *listing) *handPlan {
	p := &handPlan{}
	for i, s := range a.texts {
		if i%5 == 0 {
			s = strings.TrimSpace(s)
		}
		switch {
		case strings.TrimSpace(s) == "":
			p.reasons[i] = noValue
			continue
		case l == nil:
			p.reasons[i] = recordIsNew
		case s == l.texts[i]:
			p.reasons[i] = bothAgree
			continue
		case i%5 == 1:
			p.reasons[i] = createOnly
			continue
		default:
			p.reasons[i] = sourceDecides
		}
		p.patch.texts[i], p.patch.hasText[i] = s, true
	}
	for i, d := range a.numbers {
		d = d.Round(2)
		switch {
		case l == nil:
			p.reasons[15+i] = recordIsNew
		case d.Equal(l.numbers[i]):
			p.reasons[15+i] = bothAgree
			continue
		default:
			p.reasons[15+i] = sourceDecides
		}
		p.patch.numbers[i], p.patch.hasNumber[i] = d, true
	}
	return p
}

// BenchmarkPlan compares Plan for 25 fields with the same work by hand. Both run in
// turns, so that a busy machine slows both: "ratio" is how many times as long Plan
// takes, "ns/plan" how long one takes.
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
			compare(b, func() bool { c, err := m.Plan(in); return err == nil && c.Writes() }, func() bool { return byHand(&a, current).writes() })
		})
	}
}

// compare runs both in turns of a hundred. They have to agree.
func compare(b *testing.B, engine, hand func() bool) {
	const turn = 100
	b.ReportAllocs()
	want := hand()
	var engineTime, handTime time.Duration
	for b.Loop() {
		start := time.Now()
		for range turn {
			if engine() != want {
				b.Fatal("the plans differ")
			}
		}
		middle := time.Now()
		for range turn {
			hand()
		}
		engineTime += middle.Sub(start)
		handTime += time.Since(middle)
	}
	b.ReportMetric(float64(engineTime)/float64(b.N*turn), "ns/plan")
	b.ReportMetric(float64(engineTime)/float64(handTime), "ratio")
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
