package mapping

import (
	"fmt"
	"strings"
)

// Explanation says how one field of a record came to its decision. It prints kinds
// and sizes of values only; Reveal shows what they hold.
type Explanation struct {
	// Change is the decision about the field; it has none when Err is set.
	Change FieldChange
	// Steps are the steps of the rule that took part, in their order.
	Steps []Step
	// Mapped is the value that the rule gives, Held the target's current one; both are
	// absent when the field cannot be mapped or is never written.
	Mapped, Held Value
	// Baseline says what is known of our last write.
	Baseline BaselineState
	// Err is the FieldError when the field cannot be mapped.
	Err error
}

// Step is one step of a rule with the value before and after it.
type Step struct {
	// Name is the step, as in FieldError.Op; force and default are steps as well.
	Name string
	// Part is the part of the rule: a source path, a transform, a condition, …
	Part string
	// Before and After are the value at the step; After is absent when it failed.
	Before, After Value
	// Note says in a few words what happened, where the values do not tell.
	Note string
}

// BaselineState says what changed since our last write.
type BaselineState string

// The states of a baseline.
const (
	// BaselineNone: nothing is stored for the field.
	BaselineNone          BaselineState = "nothing known about an earlier write"
	BaselineUnchanged     BaselineState = "neither side changed since the last write"
	BaselineSourceChanged BaselineState = "the source changed since the last write"
	BaselineTargetChanged BaselineState = "the target changed since the last write"
	BaselineBothChanged   BaselineState = "both sides changed since the last write"
)

func (h history) state() BaselineState {
	switch {
	case !h.known:
		return BaselineNone
	case h.source && h.target:
		return BaselineBothChanged
	case h.source:
		return BaselineSourceChanged
	case h.target:
		return BaselineTargetChanged
	default:
		return BaselineUnchanged
	}
}

// Why explains what Plan decides about one field of a record. It runs the field's
// rule again, step by step; Plan itself notes nothing on its way. The error is
// ErrNoSource, or that no rule is for the field; a field that cannot be mapped is an
// explanation like others.
func (m *Mapper[S, T, P]) Why(in Input[S, T], field string) (Explanation, error) {
	if in.Source == nil {
		return Explanation{}, ErrNoSource
	}
	one, err := m.only(field)
	if err != nil {
		return Explanation{}, err
	}
	r := &one.rules[0]
	out := Explanation{Change: FieldChange{Field: field, Policy: r.policy.text}, Baseline: BaselineNone}
	change, err := one.Plan(in)
	if err != nil {
		out.Err = err
	} else {
		out.Change = change.Fields()[0]
	}
	if r.policy.kind == policyNever {
		return out, nil
	}
	out.Steps = r.trace(in.Source)
	if out.Err == nil {
		one.compareSides(in, &out)
	}
	return out, nil
}

// compareSides fills in both sides of the only field, and what changed of them.
func (m *Mapper[S, T, P]) compareSides(in Input[S, T], out *Explanation) {
	p := planner[S, T, P]{m: m, in: in}
	r := p.rule()
	if in.Current != nil && r.target.Get != nil {
		p.old = r.target.Get(in.Current)
	}
	out.Held = p.old
	mapped, err := r.evaluateSafely(in.Source)
	if err == nil {
		p.mapped = mapped
		out.Mapped, out.Baseline = mapped.value, p.history(r, true).state()
	}
}

// only is a mapper of one field.
func (m *Mapper[S, T, P]) only(field string) (*Mapper[S, T, P], error) {
	for i := range m.rules {
		if m.rules[i].name == field {
			return &Mapper[S, T, P]{
				identity: m.identity, hasher: m.hasher, rules: m.rules[i : i+1], outline: m.outline[i : i+1],
			}, nil
		}
	}
	return nil, fmt.Errorf("mapping: no rule is for the field %q: %s", field, Suggest(field, m.Fields()))
}

// String is the explanation in lines for people, without the content of values.
func (e Explanation) String() string { return e.print(Value.String) }

// Reveal is String with the content of the values, for people who may see it.
func (e Explanation) Reveal() string {
	return e.print(func(v Value) string {
		if v.kind == KindText {
			return fmt.Sprintf("%q", v.text)
		}
		if v.kind == KindAbsent || v.kind == KindNull {
			return v.String()
		}
		return v.Reveal()
	})
}

func (e Explanation) print(show func(Value) string) string {
	var b strings.Builder
	if e.Err != nil {
		fmt.Fprintf(&b, "%s: cannot be mapped: %s\n", e.Change.Field, e.Err)
	} else {
		fmt.Fprintf(&b, "%s: %s, %s: %s\n", e.Change.Field, e.Change.Decision, e.Change.Case, e.Change.Reason)
	}
	line := func(name, part, values, note string) {
		if part != "" {
			values = part + ": " + values
		}
		if note != "" {
			values += " (" + note + ")"
		}
		fmt.Fprintf(&b, "  %-9s %s\n", name, values)
	}
	for _, s := range e.Steps {
		values := show(s.After)
		if !s.Before.IsAbsent() {
			values = show(s.Before) + " → " + values
		}
		line(s.Name, s.Part, values, s.Note)
	}
	if e.Err == nil && len(e.Steps) > 0 {
		line("policy", e.Change.Policy, "mapped "+show(e.Mapped)+", target "+show(e.Held), string(e.Change.Remark))
		line("baseline", "", string(e.Baseline), "")
	}
	return b.String()
}
