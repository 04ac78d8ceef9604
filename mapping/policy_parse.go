package mapping

import (
	"fmt"
	"slices"
	"strings"
)

// policy is a parsed Policy.
type policy struct {
	text string
	kind policyKind

	onNoBaseline  EditOption
	onConflict    EditOption
	emptyIsNoEdit bool
	order         []string
}

type policyKind uint8

const (
	policyNone policyKind = iota
	policyAlways
	policyCreateOnly
	policyUpdateOnly
	policyFillEmpty
	policyNever
	policyUnlessEdited
	policyKeyFollow
	policyKeyReport
	policyForward
	policyListAdd
	policyListOwn
	policyListReplace
)

// remembers reports whether the policy decides by what was last written.
func (p policy) remembers() bool {
	switch p.kind {
	case policyUnlessEdited, policyKeyFollow, policyListOwn:
		return true
	default:
		return false
	}
}

// reads reports whether the policy depends on the target's current value.
func (p policy) reads() bool {
	switch p.kind {
	case policyFillEmpty, policyUnlessEdited, policyKeyFollow, policyKeyReport, policyForward, policyListAdd, policyListOwn:
		return true
	default:
		return false
	}
}

func (p policy) forLists() bool {
	return p.kind == policyListAdd || p.kind == policyListOwn || p.kind == policyListReplace
}

// merges reports whether the policy keeps elements that others added.
func (p policy) merges() bool { return p.kind == policyListAdd || p.kind == policyListOwn }

// policyError is what is wrong with the text of a policy, and what to do about it.
type policyError struct{ problem, remedy string }

func parsePolicy(p Policy) (policy, *policyError) {
	name, args, err := splitArgs(string(p))
	if err != nil {
		return policy{}, err
	}
	out := policy{text: string(p)}
	switch name {
	case "UnlessEdited":
		out.kind = policyUnlessEdited
		return out, out.setEditOptions(args)
	case "MatchKey":
		return out, out.setKeyMode(args)
	case "Forward":
		out.kind, out.order = policyForward, args
		return out, checkOrder(args)
	}
	out.kind = plainPolicy(Policy(name))
	switch {
	case out.kind == policyNone:
		return out, &policyError{fmt.Sprintf("there is no policy %q", name), Suggest(name, policyNames())}
	case len(args) > 0:
		return out, &policyError{fmt.Sprintf("the policy %s has no settings", name), "write " + name}
	}
	return out, nil
}

func policyNames() []string {
	names := []string{"UnlessEdited", "MatchKey", "Forward"}
	for _, p := range []Policy{Always, CreateOnly, UpdateOnly, FillEmpty, Never, ListAdd, ListOwn, ListReplace} {
		names = append(names, string(p))
	}
	return names
}

func plainPolicy(p Policy) policyKind {
	switch p {
	case Always:
		return policyAlways
	case CreateOnly:
		return policyCreateOnly
	case UpdateOnly:
		return policyUpdateOnly
	case FillEmpty:
		return policyFillEmpty
	case Never:
		return policyNever
	case ListAdd:
		return policyListAdd
	case ListOwn:
		return policyListOwn
	case ListReplace:
		return policyListReplace
	default:
		return policyNone
	}
}

// splitArgs splits Name(a,b).
func splitArgs(text string) (name string, args []string, err *policyError) {
	name, rest, hasArgs := strings.Cut(text, "(")
	if !hasArgs {
		return name, nil, nil
	}
	inside, closed := strings.CutSuffix(rest, ")")
	if !closed {
		return "", nil, &policyError{fmt.Sprintf("the policy %q has no closing bracket", text), "write " + text + ")"}
	}
	args = strings.Split(inside, ",")
	for i := range args {
		args[i] = strings.TrimSpace(args[i])
	}
	return name, args, nil
}

func (p *policy) setEditOptions(args []string) *policyError {
	p.onConflict = OnConflictKeepTarget
	seen := map[string]bool{}
	for _, arg := range args {
		setting, _, _ := strings.Cut(arg, "=")
		if seen[setting] {
			return &policyError{fmt.Sprintf("UnlessEdited sets %s twice", setting), "remove one of them"}
		}
		seen[setting] = true
		switch o := EditOption(arg); o {
		case OnNoBaselineKeep, OnNoBaselineTake, OnNoBaselineFill:
			p.onNoBaseline = o
		case OnConflictKeepTarget, OnConflictTakeSource, OnConflictPark:
			p.onConflict = o
		case EmptyIsNotAnEdit:
			p.emptyIsNoEdit = true
		default:
			return &policyError{fmt.Sprintf("UnlessEdited has no setting %q", arg), Suggest(arg, editOptions())}
		}
	}
	return nil
}

func editOptions() []string {
	var texts []string
	for _, o := range []EditOption{OnNoBaselineKeep, OnNoBaselineTake, OnNoBaselineFill, OnConflictKeepTarget, OnConflictTakeSource, OnConflictPark, EmptyIsNotAnEdit} {
		texts = append(texts, string(o))
	}
	return texts
}

func (p *policy) setKeyMode(args []string) *policyError {
	modes := []string{string(Follow), string(Report)}
	if len(args) != 1 {
		return &policyError{"MatchKey takes one mode", Suggest("", modes)}
	}
	switch KeyMode(args[0]) {
	case Follow:
		p.kind = policyKeyFollow
	case Report:
		p.kind = policyKeyReport
	default:
		return &policyError{fmt.Sprintf("MatchKey has no mode %q", args[0]), Suggest(args[0], modes)}
	}
	return nil
}

func checkOrder(states []string) *policyError {
	for i, s := range states {
		if s == "" || slices.Contains(states[:i], s) {
			return &policyError{fmt.Sprintf("the order of Forward names %q twice or is empty there", s), "name each state once"}
		}
	}
	if len(states) < 2 {
		return &policyError{"Forward needs at least two states, or it can never write", "write Forward(earlier, later)"}
	}
	return nil
}
