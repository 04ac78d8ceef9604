package mapping

import (
	"slices"

	"github.com/shopspring/decimal"
)

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
	case r.lanes.texts != nil:
		return p.texts(r, r.lanes.texts)
	default:
		return false
	}
}

func (p *planner[S, T, P]) text(r *fieldRule[S, T, P], l *lane[S, T, P, string]) bool {
	s, from := l.reads[0](p.in.Source), origin(1)
	if saysNothing(s) {
		if s, from = laterText(l.reads, p.in.Source); from == fromNowhere {
			return false
		}
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
		s = r.lanes.entries[s]
		if saysNothing(s) {
			return false
		}
	}
	if r.checks.maxLength > 0 && len(s) > r.checks.maxLength {
		return false
	}
	if p.in.Current == nil {
		l.set(p.newPatch(), s)
		p.note(from, writeCreate, p.keepText(s))
		return true
	}
	if now := l.get(p.in.Current); now != s {
		return p.differ(r, from, Text(s), Text(now))
	}
	var at spot
	if r.remembers {
		at = p.keepText(s)
	}
	p.note(from, r.same, at)
	return true
}

// laterText is the first text but that of the first path that says something.
func laterText[S any](reads []func(*S) string, src *S) (s string, from origin) {
	for i := 1; i < len(reads); i++ {
		if s = reads[i](src); !saysNothing(s) {
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
	if hugeExponent(d) || r.checks.low != nil && !r.checks.inRange(d) {
		return false
	}
	if p.in.Current == nil {
		l.set(p.newPatch(), d)
		p.note(1, writeCreate, p.keepNumber(d))
		return true
	}
	if now := l.get(p.in.Current); hugeExponent(now) || !now.Equal(d) {
		return p.differ(r, 1, Number(d), Number(now))
	}
	var at spot
	if r.remembers {
		at = p.keepNumber(d)
	}
	p.note(1, r.same, at)
	return true
}

func (p *planner[S, T, P]) truth(r *fieldRule[S, T, P], l *lane[S, T, P, bool]) bool {
	b := l.reads[0](p.in.Source)
	if p.in.Current == nil {
		l.set(p.newPatch(), b)
		p.note(1, writeCreate, keepTruth(b))
		return true
	}
	if now := l.get(p.in.Current); now != b {
		return p.differ(r, 1, Bool(b), Bool(now))
	}
	var at spot
	if r.remembers {
		at = keepTruth(b)
	}
	p.note(1, r.same, at)
	return true
}

func (p *planner[S, T, P]) texts(r *fieldRule[S, T, P], l *lane[S, T, P, []string]) bool {
	list := l.reads[0](p.in.Source)
	if len(list) == 0 {
		return false
	}
	if p.in.Current == nil {
		l.set(p.newPatch(), slices.Clip(list))
		p.note(1, writeCreate, p.keepTexts(list))
		return true
	}
	if now := l.get(p.in.Current); !slices.Equal(list, now) {
		return p.differ(r, 1, Texts(list...), Texts(now...))
	}
	var at spot
	if r.remembers {
		at = p.keepTexts(list)
	}
	p.note(1, r.same, at)
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

// note notes the decision about the field, and where its value is kept.
func (p *planner[S, T, P]) note(from origin, v verdict, at spot) {
	p.fields[p.field] = decided{from: from, verdict: v, spot: at}
}
