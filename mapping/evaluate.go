package mapping

import (
	"errors"
	"fmt"
	"runtime"
)

// mapped is what steps 0 to 7 make of a source record for one field.
type mapped struct {
	// value is absent when the field has none.
	value Value
	from  origin
	// clear says that value is the target's empty form.
	clear     bool
	truncated bool
}

// step is a step of a rule, for the error that may come.
type step uint8

const (
	stepFrom step = iota
	stepAbsent
	stepEmpty
	stepTransform
	stepIf
	stepMap
	stepValidate
	stepPolicy
	stepSet
)

// String is what errors call the step.
func (s step) String() string {
	return [...]string{"from", "absent", "empty", "transform", "if", "map", "validate", "policy", "set"}[s]
}

// place is where an evaluation stands: a step, and which of the rule's paths,
// transforms or branches.
type place struct {
	step step
	part int
}

// rulePart is the part of the rule at a place, as errors name it.
func (r *fieldRule[S, T, P]) rulePart(at place) string {
	switch at.step {
	case stepFrom, stepAbsent, stepEmpty:
		if at.part < len(r.from) {
			return r.from[at.part].text
		}
	case stepTransform:
		return r.transforms[at.part].Name
	case stepIf:
		return r.branches[at.part].text
	case stepPolicy:
		return r.policy.text
	default:
	}
	return ""
}

var (
	errAbsent   = errors.New("the source has no value, and the rule says Fail")
	errEmpty    = errors.New("the value is empty, and the rule says Fail")
	errRequired = errors.New("a value is required")
)

// fail makes the error of a step that got sample. A table's error names its value,
// so none is to be hidden there.
func (r *fieldRule[S, T, P]) fail(at place, sample Value, err error) error {
	if at.step == stepMap {
		sample = Value{}
	}
	return &FieldError{Field: r.name, Op: at.step.String(), Rule: r.rulePart(at), Err: err, sample: sample}
}

// evaluate runs steps 0 to 7 into an empty m. After an error m and at tell where it
// came from.
func (r *fieldRule[S, T, P]) evaluate(src *S, m *mapped, at *place) error {
	*at = place{step: stepFrom}
	var err error
	switch {
	case r.simple:
		_, err = r.fromPaths(src, m, at)
	case r.force != nil:
		m.value, m.from = *r.force, fromForce
	default:
		err = r.derive(src, m, at)
	}
	if err != nil || m.clear {
		return err
	}
	if m.value.kind == KindAbsent && r.def != nil {
		m.value, m.from = *r.def, fromDefault
	}
	if r.checks.kindOnly && m.value.kind == r.checks.kind {
		return nil
	}
	*at = place{step: stepValidate}
	return r.checks.apply(m)
}

// evaluateSafely is evaluate with panics and errors as FieldErrors.
func (r *fieldRule[S, T, P]) evaluateSafely(src *S) (m mapped, err error) {
	var at place
	defer func() {
		if p := recover(); p != nil {
			err = r.fail(at, m.value, panicError(p))
			m = mapped{}
		}
	}()
	if err := r.evaluate(src, &m, &at); err != nil {
		return mapped{}, r.fail(at, m.value, err)
	}
	return m, nil
}

// derive runs steps 1 to 5.
func (r *fieldRule[S, T, P]) derive(src *S, m *mapped, at *place) error {
	if len(r.from) > 0 {
		if done, err := r.fromPaths(src, m, at); done || err != nil {
			return err
		}
	}
	if len(r.branches) > 0 {
		if done, err := r.branch(src, m, at); done || err != nil {
			return err
		}
	}
	if r.table == nil {
		return nil
	}
	*at = place{step: stepMap}
	return r.table.find(&m.value)
}

// fromPaths runs steps 1 to 3. done means that steps 4 and 5 do not apply.
func (r *fieldRule[S, T, P]) fromPaths(src *S, m *mapped, at *place) (done bool, err error) {
	if r.plain != nil {
		m.value, m.from = r.plain(src), 1
	} else if err := r.coalesce(src, m, at); err != nil {
		return true, err
	}
	if !r.surelyFilled(&m.value) {
		if done, err := r.handle(m, at); done || err != nil {
			return true, err
		}
	}
	if len(r.transforms) == 0 {
		return false, nil
	}
	for i := range r.transforms {
		*at = place{stepTransform, i}
		if err := r.transforms[i].apply(&m.value); err != nil {
			return true, err
		}
		if m.value.kind == KindAbsent {
			break
		}
	}
	if r.surelyFilled(&m.value) {
		return false, nil
	}
	return r.handle(m, at)
}

// surelyFilled tells of most values that are not empty that they are not.
func (r *fieldRule[S, T, P]) surelyFilled(v *Value) bool {
	switch v.kind {
	case KindText:
		return startsWithText(v.text)
	case KindNumber, KindBool:
		return !r.zeroEmpty
	default:
		return false
	}
}

// coalesce is step 1: the first path with a value.
func (r *fieldRule[S, T, P]) coalesce(src *S, m *mapped, at *place) error {
	var empty mapped // the first empty value that was passed over
	for i := range r.from {
		at.part = i
		if err := r.from[i].read(src, &m.value); err != nil {
			return err
		}
		m.from = origin(i + 1)
		switch {
		case m.value.kind == KindAbsent, m.value.kind == KindNull:
		case !r.skipEmpty, !r.isEmpty(&m.value):
			return nil
		case empty.from == fromNowhere:
			empty = *m
		}
	}
	*m = empty
	return nil
}

func (r *fieldRule[S, T, P]) isEmpty(v *Value) bool {
	return v.empty() || r.zeroEmpty && v.isZero()
}

// handle is step 2. done means that steps 3 to 5 do not apply.
func (r *fieldRule[S, T, P]) handle(m *mapped, at *place) (done bool, err error) {
	absent := m.value.kind == KindAbsent || m.value.kind == KindNull
	if !absent && !r.isEmpty(&m.value) {
		return false, nil
	}
	handling, step, cause := r.whenEmpty, stepEmpty, errEmpty
	if absent {
		handling, step, cause = r.whenAbsent, stepAbsent, errAbsent
	}
	switch handling {
	case Fail:
		at.step = step
		return true, cause
	case Clear:
		if absent {
			m.from = fromNowhere
		}
		*m = mapped{value: r.target.Empty, from: m.from, clear: true}
	default:
		*m = mapped{}
	}
	return true, nil
}

// apply is Func in place.
func (t *Transform) apply(v *Value) error {
	switch {
	case t.text != nil && v.kind == KindText:
		v.text = t.text(v.text)
		return nil
	case t.number != nil && v.kind == KindNumber && !hugeExponent(v.num):
		v.num = t.number(v.num)
		return nil
	}
	out, err := t.Func(*v)
	if err != nil {
		return err
	}
	if !t.mayReturn(v.kind, out.kind) {
		return fmt.Errorf("it returned %s: declare it as its Result", out.kind.WithArticle())
	}
	*v = orAbsent(out)
	return nil
}

// mayReturn reports whether a transform keeps what it declares.
func (t *Transform) mayReturn(in, out Kind) bool {
	if out == KindAbsent || out == KindNull || t.Result == KindAny {
		return true
	}
	if t.Result == KindAbsent {
		return out == in
	}
	return out == t.Result
}

// branch is step 4. A computed empty value is handled as an empty source is; a
// constant is meant as it stands.
func (r *fieldRule[S, T, P]) branch(src *S, m *mapped, at *place) (done bool, err error) {
	var joined []Value
	for i := range r.branches {
		b := &r.branches[i]
		*at = place{stepIf, i}
		ok, err := b.cond.holds(src)
		if err != nil {
			return true, err
		}
		if !ok {
			continue
		}
		if constant := b.value.constant; constant != nil && r.join == nil {
			m.value, m.from = orAbsent(*constant), fromIf
			return false, nil
		}
		v, err := b.value.value(src)
		if err != nil {
			m.value = v
			return true, err
		}
		v = orAbsent(v)
		if r.join == nil {
			*m = mapped{value: v, from: fromIf}
			return r.handle(m, at)
		}
		joined = append(joined, v)
	}
	if len(joined) == 0 {
		return false, nil
	}
	v, err := joinTexts(joined, *r.join)
	if err != nil {
		return true, err
	}
	*m = mapped{value: v, from: fromIf}
	return r.handle(m, at)
}

// orAbsent makes a null absent.
func orAbsent(v Value) Value {
	if v.kind == KindNull {
		return Value{}
	}
	return v
}

// panicError describes a panic without the text that foreign code gave it, which
// may quote the record.
func panicError(p any) error {
	if err, ok := p.(runtime.Error); ok {
		return fmt.Errorf("panic: %w", err)
	}
	return fmt.Errorf("panic of type %T", p)
}
