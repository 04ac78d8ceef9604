package mapping

import (
	"fmt"
	"strings"
)

// CheckBothWays reports the fields over which two mappings in opposite directions
// would quarrel: one overwrites what the other one writes. Each field needs one owner,
// with CreateOnly, FillEmpty or Never in the other direction, or UnlessEdited in both.
// Fields are the same when each mapping reads under its source's name what the other
// one writes under its target's. New checks each definition for itself.
func CheckBothWays(there, back Definition) []*RuleError {
	var problems []*RuleError
	for _, r := range there.Rules {
		for _, counter := range back.Rules {
			if !r.reads(counter.field) || !counter.reads(r.field) {
				continue
			}
			a, errA := parsePolicy(there.policyOf(r))
			b, errB := parsePolicy(back.policyOf(counter))
			if errA != nil || errB != nil { // each definition's own check reports it
				continue
			}
			if a.overwrites() && b.updates() || a.updates() && b.overwrites() {
				problems = append(problems, &RuleError{
					Field: r.field, Rule: "Policy(" + a.text + ")",
					Problem: fmt.Sprintf("%q writes %s back with the policy %s: the later one would win", back.Name, counter.field, b.text),
					Remedy:  "give the field one owner, and CreateOnly or Never in the other direction, or UnlessEdited in both",
				})
			}
		}
	}
	return problems
}

// reads reports whether a rule reads a field or a part of it.
func (r Rule) reads(field string) bool {
	for _, path := range r.from {
		rest, ok := strings.CutPrefix(path, field)
		if ok && (rest == "" || rest[0] == '.' || rest[0] == '[') {
			return true
		}
	}
	return false
}

// overwrites reports whether the policy writes whatever was changed at the target.
func (p policy) overwrites() bool {
	return p.kind == policyAlways || p.kind == policyUpdateOnly || p.kind == policyListReplace
}

// updates reports whether the policy changes a value that the target has.
func (p policy) updates() bool {
	switch p.kind {
	case policyNone, policyCreateOnly, policyFillEmpty, policyNever, policyKeyReport:
		return false
	default:
		return true
	}
}
