package mapping

import "github.com/shopspring/decimal"

// shortcut plans a field that has a lane and a value in it. It reports false where
// there is more to it, such as a value that is missing or too long: plan plans it then.
//
// The ends of text, number and truth are alike and written out: as one function for
// all types they took 12 to 17 % longer.
func (p *planner[S, T, P]) shortcut(r *fieldRule[S, T, P]) bool {
	switch {
	case r.lanes.text != nil:
		return p.text(r, r.lanes.text)
	case r.lanes.number != nil:
		return p.number(r, r.lanes.number)
	case r.lanes.truth != nil:
		return p.truth(r, r.lanes.truth)
	default:
		return false
	}
}

func (p *planner[S, T, P]) text(r *fieldRule[S, T, P], l *lane[S, T, P, string]) bool {
	s, from := firstText(l.reads, p.in.Source)
	if from == fromNowhere {
		return false
	}
	if len(l.steps) > 0 {
		for _, step := range l.steps {
			s = step(s)
		}
		if saysNothing(s) {
			return false
		}
	}
	if r.table != nil {
		s = r.lanes.texts[s]
		if saysNothing(s) {
			return false
		}
	}
	if r.checks.maxLength > 0 && len(s) > r.checks.maxLength {
		return false
	}
	if p.in.Current == nil {
		l.set(p.newPatch(), s)
		return p.created(from, Text(s))
	}
	if now := l.get(p.in.Current); now != s {
		return p.differ(r, from, Text(s), Text(now))
	}
	if p.agreed(r, from) {
		p.keep(Text(s))
	}
	return true
}

// firstText is the first text that says something.
func firstText[S any](reads []func(*S) string, src *S) (s string, from origin) {
	for i, read := range reads {
		if s = read(src); !saysNothing(s) {
			return s, origin(i + 1)
		}
	}
	return "", fromNowhere
}

func (p *planner[S, T, P]) number(r *fieldRule[S, T, P], l *lane[S, T, P, decimal.Decimal]) bool {
	d := l.reads[0](p.in.Source)
	for _, step := range l.steps {
		if hugeExponent(d) {
			return false
		}
		d = step(d)
	}
	if hugeExponent(d) || r.checks.low != nil && (d.LessThan(*r.checks.low) || d.GreaterThan(*r.checks.high)) {
		return false
	}
	if p.in.Current == nil {
		l.set(p.newPatch(), d)
		return p.created(1, Number(d))
	}
	if now := l.get(p.in.Current); hugeExponent(now) || !now.Equal(d) {
		return p.differ(r, 1, Number(d), Number(now))
	}
	if p.agreed(r, 1) {
		p.keep(Number(d))
	}
	return true
}

func (p *planner[S, T, P]) truth(r *fieldRule[S, T, P], l *lane[S, T, P, bool]) bool {
	b := l.reads[0](p.in.Source)
	if p.in.Current == nil {
		l.set(p.newPatch(), b)
		return p.created(1, Bool(b))
	}
	if now := l.get(p.in.Current); now != b {
		return p.differ(r, 1, Bool(b), Bool(now))
	}
	if p.agreed(r, 1) {
		p.keep(Bool(b))
	}
	return true
}

// differ leaves the decision about a value that is there to conclude.
func (p *planner[S, T, P]) differ(r *fieldRule[S, T, P], from origin, v, now Value) bool {
	p.mapped, p.old = mapped{value: v, from: from}, now
	return p.conclude(r) == nil
}

func (p *planner[S, T, P]) newPatch() *P {
	if p.patch == nil {
		p.patch = new(P)
	}
	return p.patch
}

// created notes that the field of a new record is written.
func (p *planner[S, T, P]) created(from origin, v Value) bool {
	p.fields[p.field] = decided{from: from, verdict: writeCreate}
	p.keep(v)
	return true
}

// agreed notes that the target holds the value, and tells whether that has to be
// remembered.
func (p *planner[S, T, P]) agreed(r *fieldRule[S, T, P], from origin) bool {
	p.fields[p.field] = decided{from: from, verdict: r.policy.same()}
	return r.remembers
}

// keep keeps the mapped value of the field for reports and baselines.
func (p *planner[S, T, P]) keep(v Value) {
	if p.values == nil {
		p.values = make([]Value, 0, p.room())
	}
	p.values = append(p.values, v)
	p.fields[p.field].values = uint16(len(p.values))
}
