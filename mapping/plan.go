package mapping

import "errors"

// ErrNoSource means that an Input has no source record.
var ErrNoSource = errors.New("mapping: the input has no source record")

// Plan decides for each field whether it is written, and why. It is pure: the same
// input gives the same change, and nothing of it is changed. Its error joins one
// FieldError for each field that cannot be mapped; the change is empty then, for no
// record is half mapped.
func (m *Mapper[S, T, P]) Plan(in Input[S, T]) (c Change[P], err error) {
	if in.Source == nil {
		return c, ErrNoSource
	}
	p := planner[S, T, P]{m: m, in: in, long: in.LinkOnly}
	p.open(len(m.rules))
	for next := 0; next < len(m.rules); {
		next = p.from(next)
	}
	if len(p.errs) > 0 {
		return c, errors.Join(p.errs...)
	}
	c.outline, c.decisions = m.outline, p.decisions
	if p.patch != nil {
		c.Patch = *p.patch
		m.clearPatch(p.patch)
	}
	return c, nil
}

// planner is one Plan on its way through the rules.
type planner[S, T, P any] struct {
	m     *Mapper[S, T, P]
	in    Input[S, T]
	patch *P // nil until something is written
	decisions
	errs []error
	// short says that it is in a shortcut, long that it must not take one.
	short, long bool

	// field and at tell where it stands, for the panic that may come.
	field int
	at    place
	// mapped and old are both sides of the field.
	mapped mapped
	old    Value
}

// from plans the fields from a position on and returns where to go on: behind the
// last one, or where foreign code panicked. The field of a shortcut is planned again
// then, which tells where in the rule it was.
func (p *planner[S, T, P]) from(start int) (next int) {
	defer func() {
		switch r := recover(); {
		case r == nil:
		case p.short:
			p.short, p.long, next = false, true, p.field
		default:
			p.fail(panicError(r))
			next = p.field + 1
		}
	}()
	p.walk(start)
	return len(p.m.rules)
}

// fail is for a field that cannot be mapped. If it would not be written anyway that
// is no reason to refuse the record.
func (p *planner[S, T, P]) fail(err error) {
	r := p.rule()
	if p.at.step < stepPolicy && r.harmless(&p.in) {
		p.fields[p.field].verdict = keepUnmappable
		return
	}
	p.errs = append(p.errs, r.fail(p.at, p.mapped.value, err))
}

func (p *planner[S, T, P]) rule() *fieldRule[S, T, P] { return &p.m.rules[p.field] }

// plan plans one field.
func (p *planner[S, T, P]) plan(r *fieldRule[S, T, P]) error {
	p.mapped, p.at = mapped{}, place{step: stepPolicy}
	if r.policy.kind == policyNever {
		return nil
	}
	if p.in.Current != nil && r.target.Get != nil {
		p.old = r.target.Get(p.in.Current)
	} else {
		p.old = Value{}
	}
	if err := r.evaluate(p.in.Source, &p.mapped, &p.at); err != nil {
		return err
	}
	return p.conclude(r)
}

// conclude is step 8 for the mapped and the old value.
func (p *planner[S, T, P]) conclude(r *fieldRule[S, T, P]) error {
	p.at = place{step: stepPolicy}
	d := &p.fields[p.field]
	*d = decided{from: p.mapped.from, verdict: p.decide(r)}
	if d.verdict != sameEqual || r.remembers {
		p.keepValues(r, d)
	}
	if !d.verdict.writes() {
		return p.missing(r, d.verdict)
	}
	return p.write(r, d)
}

// keepValues keeps what reports and baselines need of both sides of the field: one
// of them is enough when they are the same.
func (p *planner[S, T, P]) keepValues(r *fieldRule[S, T, P], d *decided) {
	hasOld := p.old.kind != KindAbsent && (r.target.Equal != nil || !d.verdict.equal())
	switch {
	case hasOld:
		d.marks |= markOld
		d.spot = p.keepBoth(&p.mapped.value, &p.old)
	case p.mapped.value.kind != KindAbsent:
		d.spot = p.keep(&p.mapped.value)
	}
}

// write puts the field into the patch.
func (p *planner[S, T, P]) write(r *fieldRule[S, T, P], d *decided) error {
	switch {
	case p.mapped.clear:
		d.marks |= markCleared
	case p.mapped.truncated:
		d.marks |= markTruncated
	}
	p.at.step = stepSet
	return r.target.Set(p.newPatch(), p.mapped.value)
}

// missing refuses a new record without a value that the target requires.
func (p *planner[S, T, P]) missing(r *fieldRule[S, T, P], v verdict) error {
	if r.target.Required && p.in.Current == nil && v == skipAbsent && !p.in.LinkOnly {
		p.at = place{step: stepValidate}
		return errRequired
	}
	return nil
}

// harmless reports whether the field is not written whatever its value.
func (r *fieldRule[S, T, P]) harmless(in *Input[S, T]) bool {
	return r.policy.kind == policyCreateOnly && in.Current != nil && !in.Finish
}

// decide is step 8. For lists that keep what others added it also merges.
func (p *planner[S, T, P]) decide(r *fieldRule[S, T, P]) verdict {
	m := &p.mapped
	if m.value.kind == KindAbsent {
		return skipAbsent
	}
	if p.in.Current == nil {
		if p.in.LinkOnly {
			return skipLink
		}
		return r.policy.onCreate()
	}
	if r.target.Get != nil && r.agree(m, &p.old) {
		return r.same
	}
	if p.in.Written != nil && p.isEcho(r) {
		return keepEcho
	}
	v := r.policy.onUpdate(updateFlags{p.in.Finish, p.in.LinkOnly}, &m.value, &p.old, p.history(r, r.policy.asksForTarget()))
	if v.writes() && r.policy.merges() {
		return p.merge(r, v)
	}
	return v
}

// agree reports whether the target already holds the mapped value.
func (r *fieldRule[S, T, P]) agree(s *mapped, t *Value) bool {
	switch same := s.value.kind == t.kind; {
	case same && t.kind == KindText && s.value.text == t.text:
		return true
	case same && t.kind == KindNumber && r.target.Equal == nil:
		return equalNumber(&s.value, t)
	}
	if s.value.empty() || t.empty() {
		return t.empty() && (s.clear || s.value.empty())
	}
	if r.target.Equal != nil {
		return r.target.Equal(s.value, *t)
	}
	return equal(&s.value, t, r.unordered)
}

// history compares both sides with what was last written, the target only if that is
// asked for or the source did not change: a hash costs more than the rest of most fields.
func (p *planner[S, T, P]) history(r *fieldRule[S, T, P], target bool) history {
	base, ok := p.in.Baselines[r.name]
	if !ok {
		return history{}
	}
	h := history{known: true, source: p.m.hash(r, &p.mapped.value) != base.Sent}
	if !h.source || target {
		h.target = p.m.hash(r, &p.old) != base.Held
	}
	return h
}

// isEcho reports whether the source field that gave the value holds what we last
// wrote there.
func (p *planner[S, T, P]) isEcho(r *fieldRule[S, T, P]) bool {
	if p.mapped.from < 1 {
		return false
	}
	from := &r.from[p.mapped.from-1]
	wrote, ok := p.in.Written[from.text]
	if !ok || len(from.steps) > 0 {
		return false
	}
	v, purpose := from.get(p.in.Source), fieldPurpose(from.text)
	return p.m.hasher.value(purpose, &v, false) == wrote.Held ||
		v.kind == KindList && p.m.hasher.value(purpose, &v, true) == wrote.Held
}

// fieldPurpose keeps the hashes of equal values in different fields apart.
func fieldPurpose(field string) string { return "field:" + field }

// hash is the keyed hash of a value of one field.
func (m *Mapper[S, T, P]) hash(r *fieldRule[S, T, P], v *Value) Hash {
	return m.hasher.value(r.purpose, v, r.unordered)
}
