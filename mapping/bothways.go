package mapping

import (
	"fmt"
	"slices"
	"strings"
)

// CheckBothWays reports the fields over which two mappings in opposite directions
// would quarrel: one overwrites what the other one writes. Each field needs one owner,
// with CreateOnly, FillEmpty or Never in the other direction, or UnlessEdited in both.
// Fields are the same when each mapping reads what the other one writes, by name or
// because its schema says that a field is computed of it (SourceField.Of). New checks
// each definition for itself.
func CheckBothWays[S1, T1, P1, S2, T2, P2 any](there Definition, thereSchema Schema[S1, T1, P1], back Definition, backSchema Schema[S2, T2, P2]) []*RuleError {
	var problems []*RuleError
	for _, r := range there.Rules {
		for _, counter := range back.Rules {
			if !thereSchema.feeds(r, counter.field) || !backSchema.feeds(counter, r.field) {
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

// feeds reports whether a rule computes its value of a field of the source record, or
// of a part of it.
func (s Schema[S, T, P]) feeds(r Rule, field string) bool {
	return slices.ContainsFunc(r.paths(), func(path string) bool {
		of := []string{path}
		if f, _, ok := s.source(path); ok && f.Of != nil {
			of = f.Of
		}
		return slices.ContainsFunc(of, func(path string) bool { return startsAt(path, field) })
	})
}

// startsAt reports whether a path reads a field or a part of it.
func startsAt(path, field string) bool {
	rest, ok := strings.CutPrefix(path, field)
	return ok && (rest == "" || rest[0] == '.' || rest[0] == '[')
}

// paths are all source paths that can give the value of a rule.
func (r Rule) paths() []string {
	paths := slices.Clone(r.from)
	for _, b := range r.branches {
		switch value := b.value.(type) {
		case Path:
			paths = append(paths, string(value))
		case Call:
			paths = append(paths, value.Paths...)
		}
	}
	return paths
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
