package mapping

import (
	"errors"
	"maps"
	"slices"
)

// Baselines is what to store about a record once the write of c is confirmed, or
// when c writes nothing. after is the target's record read back after the write,
// nil when it was not: the target is then taken to hold what was sent. old are
// the baselines that c was planned with; they are not changed.
//
// Written fields get a new baseline if their policy decides by one, or if the
// target holds something else than was sent. Fields on which both sides agree get
// one if their policy needs it. Everything else stays as it was; when all of it
// does, the result is old itself.
func (m *Mapper[S, T, P]) Baselines(c Change[P], after *T, old Baselines) Baselines {
	memo := memory{old: old}
	for i := range c.fields {
		d, r := &c.fields[i], &m.rules[i]
		switch {
		case d.verdict.writes():
			m.rememberWrite(&memo, i, &c, after)
		case r.remembers && d.verdict.agrees():
			v := c.valuesOf(i)
			memo.set(r.name, m.baseline(i, &c, old, &v.old))
		}
	}
	return memo.baselines()
}

// memory is old, or a changed copy of it.
type memory struct{ old, changed Baselines }

func (m *memory) copy() Baselines {
	if m.changed == nil {
		m.changed = make(Baselines, len(m.old)+8)
		maps.Copy(m.changed, m.old)
	}
	return m.changed
}

func (m *memory) set(field string, b Baseline) {
	if was, ok := m.old[field]; !ok || !was.equal(b) {
		m.copy()[field] = b
	}
}

func (m *memory) drop(field string) {
	if _, ok := m.old[field]; ok {
		delete(m.copy(), field)
	}
}

func (m *memory) baselines() Baselines {
	switch {
	case m.changed != nil:
		return m.changed
	case m.old != nil:
		return m.old
	default:
		return Baselines{}
	}
}

// agrees reports whether both sides hold the same. A target that keeps our value in
// a form of its own does not: what is stored about it is still true.
func (v verdict) agrees() bool {
	return v.decision() == DecisionSame && v != sameKept && v != sameRewritten
}

// rememberWrite stores or drops the baseline of a written field.
func (m *Mapper[S, T, P]) rememberWrite(memo *memory, i int, c *Change[P], after *T) {
	r, written := &m.rules[i], c.valuesOf(i).new
	held := written
	if r.target.Get == nil {
		held = Value{}
	} else if after != nil {
		held = r.target.Get(after)
	}
	sent := &mapped{value: written, clear: c.fields[i].marks.has(markCleared)}
	if r.remembers || r.target.Get == nil || !r.agree(sent, &held) {
		memo.set(r.name, m.baseline(i, c, memo.old, &held))
	} else {
		memo.drop(r.name)
	}
}

// baseline is the baseline of a field that the target now holds as held.
func (m *Mapper[S, T, P]) baseline(i int, c *Change[P], old Baselines, held *Value) Baseline {
	r, v := &m.rules[i], c.valuesOf(i)
	mapped := &v.new
	if at := slices.IndexFunc(c.merged, func(l sourceList) bool { return l.field == i }); at >= 0 {
		mapped = &c.merged[at].list
	}
	b := Baseline{Sent: m.hash(r, mapped)}
	if b.Held = b.Sent; !mapped.identical(held) {
		b.Held = m.hash(r, held)
	}
	if r.policy.kind == policyListOwn {
		b.Elements = m.ownElements(r, v, old[r.name].Elements)
		sortHashes(b.Elements)
	}
	return b
}

// Version is a keyed hash over the mapped values of all fields that an update may
// write. A record whose version and mapping fingerprint are those that were settled
// last needs nothing. The error joins a FieldError for each field that cannot be
// mapped.
func (m *Mapper[S, T, P]) Version(src *S) (Hash, error) {
	if src == nil {
		return Hash{}, ErrNoSource
	}
	buf := make([]byte, 0, 1024)
	var errs []error
	for i := range m.rules {
		r := &m.rules[i]
		if r.policy.kind == policyNever || r.policy.kind == policyCreateOnly {
			continue
		}
		s, err := r.evaluateSafely(src)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		buf = appendText(buf, r.name)
		if s.value.kind == KindAbsent {
			buf = append(buf, noValue)
		} else {
			buf = appendCanonical(buf, &s.value, r.unordered)
		}
	}
	if len(errs) > 0 {
		return Hash{}, errors.Join(errs...)
	}
	return m.hasher.Sum("version", buf), nil
}

// noValue stands in a version for a field without a value: that is not the same as
// an empty one.
const noValue = 0xFF
