package mapbench

import (
	"runtime/debug"
	"testing"
	"time"
)

// contender is one way to map a record.
type contender struct {
	name string
	run  func() error
	// best is the time of its fastest turn: the others were disturbed.
	best time.Duration
}

// BenchmarkPlan plans the scenes. All figures are those of the fastest turns:
//
//	ns/plan, allocs/plan   one Plan of the engine
//	plan/hand              how many times as long it takes as a plan by hand
//	record/hand            the same for the whole job: the plan, and the baselines
//	                       to store after the write
//	file/plan, file/hand   how many times as long as a Plan, and as a plan by hand, a
//	                       Plan of the rules read from a file takes
//	expr/plan, …           how many times as long as a Plan the whole job takes with the
//	                       plain form of expr, …: it maps the values, then the decisions
//	                       are made by hand
//	expr-tuned/plan, …     the same with the tuned form, which gives up what the plain has
//	expr-tuned-values/plan, …
//	                       the same for the values of the tuned form alone, without any
//	                       decision
func BenchmarkPlan(b *testing.B) {
	m, err := newMapper()
	if err != nil {
		b.Fatal(err)
	}
	all, err := scenes(m)
	if err != nil {
		b.Fatal(err)
	}
	file, err := newFileMapper()
	if err != nil {
		b.Fatal(err)
	}
	for _, s := range all {
		b.Run(s.name, func(b *testing.B) { race(b, contenders(b, m, file, s)) })
	}
}

// contenders are the engine's plan and whole job, each with the same by hand, the plan
// from a file, then the others.
func contenders(b *testing.B, m, file *mapper, s scene) []*contender {
	in, hand := s.input, newByHand()
	return append([]*contender{
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
		{name: "file", run: func() error { _, err := file.Plan(in); return err }},
	}, otherContenders(b, in)...)
}

// otherContenders are the whole job of each form of the others, and the values alone of
// the tuned: the least that mapping with one of them costs.
func otherContenders(b *testing.B, in input) []*contender {
	var all []*contender
	for _, o := range others() {
		run, err := o.build()
		if err != nil {
			b.Fatalf("%s: %v", o.name, err)
		}
		hand, m := newByHand(), new(mapped)
		job := func() error {
			if err := run(in.Source, m); err != nil {
				return err
			}
			return hand.decide(m, in.Current, in.Baselines).err
		}
		all = append(all, &contender{name: o.name, run: job})
		if o.tuned {
			values := func() error { return run(in.Source, m) }
			all = append(all, &contender{name: o.name + "-values", run: values})
		}
	}
	return all
}

// turn is the time of n runs.
func (c *contender) turn(b *testing.B, n int) time.Duration {
	start := time.Now()
	for range n {
		if err := c.run(); err != nil {
			b.Fatalf("%s: %v", c.name, err)
		}
	}
	return time.Since(start)
}

// race lets all run in turns of a page of records, after a few that do not count: they
// pay for what the one before has left in the caches.
func race(b *testing.B, all []*contender) {
	const turn, warmUp = 100, 20
	// A benchmark's heap is small and would be collected all the time.
	defer debug.SetGCPercent(debug.SetGCPercent(1000))
	allocs := testing.AllocsPerRun(100, func() { _ = all[0].run() })
	for b.Loop() {
		for _, c := range all {
			c.turn(b, warmUp)
			if took := c.turn(b, turn); c.best == 0 || took < c.best {
				c.best = took
			}
		}
	}
	plan := float64(all[0].best)
	b.ReportMetric(plan/turn, "ns/plan")
	b.ReportMetric(allocs, "allocs/plan")
	b.ReportMetric(plan/float64(all[1].best), "plan/hand")
	b.ReportMetric(float64(all[2].best)/float64(all[3].best), "record/hand")
	b.ReportMetric(float64(all[4].best)/float64(all[1].best), "file/hand")
	for _, c := range all[4:] {
		b.ReportMetric(float64(c.best)/plan, c.name+"/plan")
	}
	b.ReportMetric(0, "ns/op") // it would add up all of them
}
