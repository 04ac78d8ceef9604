package mapping

import (
	"slices"

	"github.com/shopspring/decimal"
)

// lane leads a value of one type straight from a source field to a target field,
// through transforms that keep the type.
type lane[S, T, P, V any] struct {
	// reads has a function for each path.
	reads []func(*S) V
	steps []func(V) V
	*access[T, P, V]
}

// lanes has one lane at most.
type lanes[S, T, P any] struct {
	text   *lane[S, T, P, string]
	number *lane[S, T, P, decimal.Decimal]
	truth  *lane[S, T, P, bool]
	texts  *lane[S, T, P, []string]
	// entries is the table of a text's rule as far as it makes texts of texts.
	entries map[string]string
}

// findLane finds the lane of a rule. Rules with much to decide have none.
func (r *fieldRule[S, T, P]) findLane() (l lanes[S, T, P]) {
	if !r.leadsOn() {
		return l
	}
	to := r.target.direct
	switch {
	case to.text != nil:
		l.text = newLane(r, to.text, func(d *directSource[S]) func(*S) string { return d.text }, func(t *Transform) func(string) string { return t.text })
		l.entries = r.table.texts()
	case r.table != nil:
	case to.number != nil:
		l.number = newLane(r, to.number, func(d *directSource[S]) func(*S) decimal.Decimal { return d.number }, func(t *Transform) func(decimal.Decimal) decimal.Decimal { return t.number })
	case to.truth != nil:
		l.truth = newLane(r, to.truth, func(d *directSource[S]) func(*S) bool { return d.truth }, func(*Transform) func(bool) bool { return nil })
	case to.texts != nil:
		l.texts = newLane(r, to.texts, func(d *directSource[S]) func(*S) []string { return d.texts }, func(*Transform) func([]string) []string { return nil })
	}
	return l
}

// leadsOn reports whether a rule has paths to whole fields, and transforms and a
// table at most.
func (r *fieldRule[S, T, P]) leadsOn() bool {
	switch {
	case len(r.from) == 0, r.force != nil, len(r.branches) > 0:
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
func newLane[S, T, P, V any](r *fieldRule[S, T, P], to *access[T, P, V], read func(*directSource[S]) func(*S) V, step func(*Transform) func(V) V) *lane[S, T, P, V] {
	l := &lane[S, T, P, V]{access: to}
	for i := range r.from {
		l.reads = append(l.reads, read(&r.from[i].direct))
	}
	for i := range r.transforms {
		l.steps = append(l.steps, step(&r.transforms[i]))
	}
	if slices.ContainsFunc(l.reads, func(f func(*S) V) bool { return f == nil }) || slices.ContainsFunc(l.steps, func(f func(V) V) bool { return f == nil }) {
		return nil
	}
	if !r.skipEmpty {
		l.reads = l.reads[:1] // it always has a value
	}
	return l
}
