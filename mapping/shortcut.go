package mapping

import (
	"slices"

	"github.com/shopspring/decimal"
)

// walk plans the fields from a position on. A field that has a lane and a value in it
// takes a shortcut, which reports false where there is more to it, such as a value that is
// missing or too long: plan plans it then.
//
// The choice of the lane stands here: in a function of its own it took 5 % longer. The
// ends of text, number and truth are alike and written out: as one function for all types
// they took 12 to 17 % longer.
func (p *planner[S, T, P]) walk(start int) {
	rules := p.m.rules
	p.short = !p.long
	for i := start; i < len(rules); i++ {
		r := &rules[i]
		p.field = i
		done := false
		if p.short {
			switch {
			case r.lanes.text != nil:
				done = p.text(r, r.lanes.text)
			case r.lanes.number != nil:
				done = p.number(r, r.lanes.number)
			case r.lanes.truth != nil:
				done = p.truth(r, r.lanes.truth)
			case r.lanes.texts != nil:
				done = p.texts(r, r.lanes.texts)
			}
		}
		if done {
			continue
		}
		p.short, p.long = false, p.in.LinkOnly
		if err := p.plan(r); err != nil {
			p.fail(err)
		}
		p.short = !p.long
	}
}

func (p *planner[S, T, P]) text(r *fieldRule[S, T, P], l *lane[S, T, P, string]) bool {
	s, from := "", origin(1)
	if l.always == nil {
		from = fromIf
		if s = constantText(l.cases, p.in.Source); s == "" {
			return false
		}
	} else if s = l.always(p.in.Source); saysNothing(s) {
		if s, from = laterText(l.later, p.in.Source); from == fromNowhere {
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
		l.to.set(p.newPatch(), s)
		p.note(from, writeCreate, p.keepText(s))
		return true
	}
	if now := l.to.always(p.in.Current); now != s {
		return p.differ(r, from, Text(s), Text(now))
	}
	var at spot
	if r.remembers {
		at = p.keepText(s)
	}
	p.note(from, r.same, at)
	return true
}

// laterText is the text of the first path behind the first that says something.
func laterText[S any](later []func(*S) string, src *S) (s string, from origin) {
	for i, read := range later {
		if s = read(src); !saysNothing(s) {
			return s, origin(i + 2)
		}
	}
	return "", fromNowhere
}

// constantText is the text whose condition holds, "" where none does or one cannot be
// told.
func constantText[S any](cases []laneCase[S, string], src *S) string {
	for i := range cases {
		if ok, err := cases[i].cond.holds(src); err != nil {
			return ""
		} else if ok {
			return cases[i].value
		}
	}
	return ""
}

func (p *planner[S, T, P]) number(r *fieldRule[S, T, P], l *lane[S, T, P, decimal.Decimal]) bool {
	var d, now decimal.Decimal
	var ok bool
	if l.maybe == nil { // by hand: reading.read takes longer
		d = l.always(p.in.Source)
	} else if d, ok = l.maybe(p.in.Source); !ok {
		return false
	}
	if p.in.Current != nil {
		if l.to.maybe == nil {
			now = l.to.always(p.in.Current)
		} else if now, ok = l.to.maybe(p.in.Current); !ok {
			return false
		}
	}
	for _, step := range l.steps {
		if hugeExponent(d) {
			return false
		}
		d = step(d)
	}
	if r.lanes.reuse != nil && !hugeExponent(d) {
		d = r.lanes.reuse(d, now)
	}
	if hugeExponent(d) || r.checks.low != nil && !r.checks.inRange(d) {
		return false
	}
	if p.in.Current == nil {
		l.to.set(p.newPatch(), d)
		p.note(1, writeCreate, p.keepNumber(d))
		return true
	}
	if now != d && (hugeExponent(now) || !now.Equal(d)) {
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
	b, ok := l.read(p.in.Source)
	if !ok {
		return false
	}
	if p.in.Current == nil {
		l.to.set(p.newPatch(), b)
		p.note(1, writeCreate, keepTruth(b))
		return true
	}
	now, ok := l.to.read(p.in.Current)
	if !ok {
		return false
	}
	if now != b {
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
	list := l.always(p.in.Source)
	if len(list) == 0 {
		return false
	}
	if p.in.Current == nil {
		l.to.set(p.newPatch(), slices.Clip(list))
		p.note(1, writeCreate, p.keepTexts(list))
		return true
	}
	if now := l.to.always(p.in.Current); !slices.Equal(list, now) {
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
		p.patch = p.m.emptyPatch()
	}
	return p.patch
}

func (m *Mapper[S, T, P]) emptyPatch() *P {
	if p, ok := m.patches.Get().(*P); ok {
		return p
	}
	return new(P)
}

func (m *Mapper[S, T, P]) clearPatch(p *P) {
	var zero P
	*p = zero
	m.patches.Put(p)
}

// note notes the decision about the field, and where its value is kept.
func (p *planner[S, T, P]) note(from origin, v verdict, at spot) {
	p.fields[p.field] = decided{from: from, verdict: v, spot: at}
}
