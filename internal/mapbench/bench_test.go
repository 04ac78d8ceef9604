package mapbench

import (
	"slices"
	"testing"
	"time"
)

// contender is one way to map a record.
type contender struct {
	name string
	run  func() error
	took []time.Duration
}

// median is the time of a turn. A machine that takes the processor away in the
// middle of some turns does not change it.
func (c *contender) median() float64 {
	slices.Sort(c.took)
	return float64(c.took[len(c.took)/2])
}

// BenchmarkPlan plans the scenes by the engine and by hand, and computes the 25
// values of a new record by the others. "engine/hand" is how many times as long the
// engine takes as Go by hand; "expr/engine" how many times as long expr takes as the
// engine, and so on; "ns/plan" and "allocs/plan" are the engine's.
func BenchmarkPlan(b *testing.B) {
	m, err := newMapper()
	if err != nil {
		b.Fatal(err)
	}
	all, err := scenes(m)
	if err != nil {
		b.Fatal(err)
	}
	for _, s := range all {
		b.Run(s.name, func(b *testing.B) { race(b, contenders(b, m, s.input)) })
	}
}

// contenders are the engine, then the others.
func contenders(b *testing.B, m *mapper, in input) []*contender {
	hand := newByHand()
	all := []*contender{
		{name: "engine", run: func() error { _, err := m.Plan(in); return err }},
		{name: "hand", run: func() error { return hand.plan(in.Source, in.Current, in.Baselines).err }},
	}
	for name, build := range map[string]func() (func() error, error){
		"expr": withExpr, "cel": withCEL, "gojq": withGojq, "mapstructure": withMapstructure,
	} {
		run, err := build()
		if err != nil {
			b.Fatalf("%s: %v", name, err)
		}
		all = append(all, &contender{name: name, run: run})
	}
	return all
}

// race lets all run in turns of a few records.
func race(b *testing.B, all []*contender) {
	const turn = 20
	allocs := testing.AllocsPerRun(100, func() { _ = all[0].run() })
	for b.Loop() {
		for _, c := range all {
			start := time.Now()
			for range turn {
				if err := c.run(); err != nil {
					b.Fatalf("%s: %v", c.name, err)
				}
			}
			c.took = append(c.took, time.Since(start))
		}
	}
	engine := all[0].median()
	b.ReportMetric(engine/turn, "ns/plan")
	b.ReportMetric(allocs, "allocs/plan")
	b.ReportMetric(engine/all[1].median(), "engine/hand")
	for _, c := range all[2:] {
		b.ReportMetric(c.median()/engine, c.name+"/engine")
	}
	b.ReportMetric(0, "ns/op") // it would add up all of them
}
