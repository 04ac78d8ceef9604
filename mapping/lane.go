package mapping

import (
	"slices"

	"github.com/shopspring/decimal"
)

// lane leads a value of one type straight from a source field to a target field,
// through transforms that keep the type.
type lane[S, T, P, V any] struct {
	// reading is that of the first path, later those of the paths to turn to where it
	// says nothing. Only texts turn to them: other values always say something, and where
	// one is absent there is more to decide.
	reading[S, V]
	later []func(*S) V
	// cases are instead of paths: constants, each with its condition.
	cases []laneCase[S, V]
	steps []func(V) V
	to    *access[T, P, V]
}

// laneCase is a constant under a condition.
type laneCase[S, V any] struct {
	cond  *compiledCond[S]
	value V
}

// lanes has one lane at most.
type lanes[S, T, P any] struct {
	text   *lane[S, T, P, string]
	number *lane[S, T, P, decimal.Decimal]
	truth  *lane[S, T, P, bool]
	texts  *lane[S, T, P, []string]
	// entries is the table of a text's rule as far as it makes texts of texts.
	entries map[string]string
	// reuse is the last step of the number, if it is one that can do without a new number.
	reuse func(d, spare decimal.Decimal) decimal.Decimal
}

// findLane finds the lane of a rule. Rules with much to decide have none.
func (r *fieldRule[S, T, P]) findLane() (l lanes[S, T, P]) {
	if !r.leadsOn() {
		return l
	}
	switch to := r.target.direct; {
	case to.text != nil && len(r.branches) > 0:
		l.text, l.entries = constantLane(r, to.text), r.table.texts()
	case to.text != nil:
		l.text, l.entries = newLane(r, to.text, func(d *directSource[S]) *reading[S, string] { return d.text }, func(t *Transform) func(string) string { return t.text }), r.table.texts()
	case r.table != nil, len(r.branches) > 0:
	case to.number != nil:
		l.number, l.reuse = numberLane(r, to.number)
	case to.truth != nil:
		l.truth = newLane(r, to.truth, func(d *directSource[S]) *reading[S, bool] { return d.truth }, func(*Transform) func(bool) bool { return nil })
	case to.texts != nil:
		l.texts = newLane(r, to.texts, func(d *directSource[S]) *reading[S, []string] { return d.texts }, func(*Transform) func([]string) []string { return nil })
	}
	return l
}

// leadsOn reports whether a rule has either paths to whole fields, with transforms, or
// branches, and a table at most.
func (r *fieldRule[S, T, P]) leadsOn() bool {
	switch {
	case (len(r.from) > 0) == (len(r.branches) > 0), r.force != nil:
		return false
	case r.zeroEmpty, r.target.Get == nil, r.target.Equal != nil:
		return false
	case r.policy.kind == policyNever, r.policy.kind == policyUpdateOnly:
		return false
	default:
		return r.checks.allowed == nil && r.checks.pattern == nil
	}
}

// newLane is nil when a path or a transform is of another type.
func newLane[S, T, P, V any](r *fieldRule[S, T, P], to *access[T, P, V], read func(*directSource[S]) *reading[S, V], step func(*Transform) func(V) V) *lane[S, T, P, V] {
	l := &lane[S, T, P, V]{to: to}
	for i := range r.from {
		from := read(&r.from[i].direct)
		switch {
		case from == nil:
			return nil
		case i == 0:
			l.reading = *from
		case r.skipEmpty: // else plan tells whether the first path has a value
			l.later = append(l.later, from.always)
		}
	}
	for i := range r.transforms {
		l.steps = append(l.steps, step(&r.transforms[i]))
	}
	if slices.ContainsFunc(l.steps, func(f func(V) V) bool { return f == nil }) {
		return nil
	}
	return l
}

// constantLane is nil when a branch has something else than a constant.
func constantLane[S, T, P any](r *fieldRule[S, T, P], to *access[T, P, string]) *lane[S, T, P, string] {
	if r.join != nil {
		return nil
	}
	l := &lane[S, T, P, string]{to: to}
	for i := range r.branches {
		b := &r.branches[i]
		if b.value.constant == nil {
			return nil
		}
		l.cases = append(l.cases, laneCase[S, string]{&b.cond, b.value.constant.text})
	}
	return l
}

func numberLane[S, T, P any](r *fieldRule[S, T, P], to *access[T, P, decimal.Decimal]) (l *lane[S, T, P, decimal.Decimal], reuse func(d, spare decimal.Decimal) decimal.Decimal) {
	l = newLane(r, to, func(d *directSource[S]) *reading[S, decimal.Decimal] { return d.number }, func(t *Transform) func(decimal.Decimal) decimal.Decimal { return t.number })
	last := len(r.transforms) - 1
	if l == nil || last < 0 || r.transforms[last].reuse == nil {
		return l, nil
	}
	l.steps = l.steps[:last]
	return l, r.transforms[last].reuse
}
