package mapbench

import (
	"runtime/debug"
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

// BenchmarkPlan plans the scenes. All figures are medians of turns:
//
//	ns/plan, allocs/plan   one Plan of the engine
//	plan/hand              how many times as long it takes as a plan by hand
//	record/hand            the same for the whole job: the plan, and the baselines
//	                       to store after the write
//	expr/plan, …           how many times as long expr, … takes to compute the
//	                       values alone
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
		b.Run(s.name, func(b *testing.B) { race(b, contenders(b, m, s)) })
	}
}

// contenders are the engine's plan and whole job, the same by hand, then the others.
func contenders(b *testing.B, m *mapper, s scene) []*contender {
	in, hand := s.input, newByHand()
	all := []*contender{
		{name: "plan", run: func() error { _, err := m.Plan(in); return err }},
		{name: "plan by hand", run: func() error { return hand.plan(in.Source, in.Current, in.Baselines).err }},
		{name: "record", run: func() error {
			c, err := m.Plan(in)
			m.Baselines(c, s.after, in.Baselines)
			return err
		}},
		{name: "record by hand", run: func() error {
			p := hand.plan(in.Source, in.Current, in.Baselines)
			hand.remember(p, in.Source, in.Current, s.after, in.Baselines)
			return p.err
		}},
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
	// A benchmark's heap is small and would be collected all the time.
	defer debug.SetGCPercent(debug.SetGCPercent(1000))
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
	plan := all[0].median()
	b.ReportMetric(plan/turn, "ns/plan")
	b.ReportMetric(allocs, "allocs/plan")
	b.ReportMetric(plan/all[1].median(), "plan/hand")
	b.ReportMetric(all[2].median()/all[3].median(), "record/hand")
	for _, c := range all[4:] {
		b.ReportMetric(c.median()/plan, c.name+"/plan")
	}
	b.ReportMetric(0, "ns/op") // it would add up all of them
}
