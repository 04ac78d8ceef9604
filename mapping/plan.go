package mapping

import "errors"

// ErrNoSource means that an Input has no source record.
var ErrNoSource = errors.New("mapping: the input has no source record")

// Plan decides for each field whether it is written, and why. It is pure: the same
// input gives the same change, and nothing of it is changed. Its error joins one
// FieldError for each field that cannot be mapped; the change is empty then, for no
// record is half mapped.
func (m *Mapper[S, T, P]) Plan(in Input[S, T]) (Change[P], error) {
	if in.Source == nil {
		return Change[P]{}, ErrNoSource
	}
	c := Change[P]{Fields: make([]FieldChange, len(m.rules))}
	var errs []error
	for i := range m.rules {
		if err := m.planField(i, &in, &c); err != nil {
			errs = append(errs, err)
		}
	}
	if len(errs) > 0 {
		return Change[P]{}, errors.Join(errs...)
	}
	return c, nil
}

// planField plans one field. A panic in foreign code becomes an error.
func (m *Mapper[S, T, P]) planField(i int, in *Input[S, T], c *Change[P]) (err error) {
	r, f := &m.rules[i], &c.Fields[i]
	f.Field, f.Policy = r.name, r.policy.text
	at := place{op: opPolicy, rule: r.policy.text}
	defer func() {
		if p := recover(); p != nil {
			err = r.fail(at, f.New, panicError(p))
		}
	}()
	if r.policy.kind == policyNever {
		f.note(verdict{DecisionSkip, caseNever, "the mapping never writes this field", ""})
		return nil
	}
	if in.Current != nil && r.target.Get != nil {
		f.Old = r.target.Get(in.Current)
	}
	s, err := r.evaluateSafely(in.Source)
	if err != nil {
		if !r.harmless(in) {
			return err
		}
		f.note(verdict{DecisionKeep, caseCreateOnly, "written on create only; the source's value cannot be mapped now", ""})
		return nil
	}
	f.New, f.From = s.value, s.from
	f.note(m.decide(i, in, &s, c))
	if !f.Writes() {
		return r.missing(in, f)
	}
	if merged := r.policy.merges() && !f.New.IsEmpty(); s.clear && !merged {
		f.Decision, f.New = DecisionClear, r.target.Empty
	}
	if s.truncated && f.Remark == "" {
		f.Remark = Truncated
	}
	at.op, at.rule = opSet, ""
	if err := r.target.Set(&c.Patch, f.New); err != nil {
		return r.fail(at, f.New, err)
	}
	return nil
}

// missing refuses a new record without a value that the target requires.
func (r *fieldRule[S, T, P]) missing(in *Input[S, T], f *FieldChange) error {
	if r.target.Required && in.Current == nil && f.Case == caseAbsent && !in.LinkOnly {
		return r.fail(place{op: opValidate}, Value{}, errRequired)
	}
	return nil
}

// harmless reports whether the field would not be written anyway, so that a value
// that cannot be mapped is no reason to refuse the record.
func (r *fieldRule[S, T, P]) harmless(in *Input[S, T]) bool {
	return r.policy.kind == policyCreateOnly && in.Current != nil && !in.Finish
}

func (f *FieldChange) note(v verdict) {
	f.Decision, f.Case, f.Reason, f.Remark = v.decision, v.kase, v.reason, v.remark
}

// decide is step 8. For lists that keep what others added it also merges.
func (m *Mapper[S, T, P]) decide(i int, in *Input[S, T], s *mapped, c *Change[P]) verdict {
	r, f := &m.rules[i], &c.Fields[i]
	if s.value.kind == KindAbsent {
		return verdict{DecisionSkip, caseAbsent, "the source has no value", ""}
	}
	if in.Current == nil {
		if in.LinkOnly {
			return verdict{DecisionSkip, caseLink, "records are only linked in this run", ""}
		}
		return r.onCreate()
	}
	if r.same(s, f.Old) {
		if r.policy.kind == policyListOwn {
			m.keepOwn(i, in, c)
		}
		return verdict{DecisionSame, r.caseOr("U1", caseEqual), "both sides agree", ""}
	}
	v := r.onUpdate(updateFlags{in.Finish, in.LinkOnly}, s.value, f.Old, m.history(r, in.Baselines, s.value, f.Old))
	if v.decision == DecisionWrite && r.policy.merges() {
		return m.merge(i, in, c, v)
	}
	return v
}

// same reports whether the target already holds the mapped value.
func (r *fieldRule[S, T, P]) same(s *mapped, t Value) bool {
	if s.value.IsEmpty() || t.IsEmpty() {
		return t.IsEmpty() && (s.clear || s.value.IsEmpty())
	}
	if r.target.Equal != nil {
		return r.target.Equal(s.value, t)
	}
	return equal(s.value, t, r.unordered)
}

func (m *Mapper[S, T, P]) history(r *fieldRule[S, T, P], known Baselines, s, t Value) history {
	base, ok := known[r.name]
	if !ok {
		return history{}
	}
	return history{known: true, source: m.hash(r, s) != base.Sent, target: m.hash(r, t) != base.Held}
}

// hash is the keyed hash of a value of one field.
func (m *Mapper[S, T, P]) hash(r *fieldRule[S, T, P], v Value) Hash {
	var room [64]byte
	return m.hasher.Sum(r.purpose, appendCanonical(room[:0], v, r.unordered))
}
