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

	takeNoBaseline bool
	onConflict     EditOption
	emptyIsNoEdit  bool
	order          []string
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

func parsePolicy(p Policy) (policy, error) {
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
		return out, fmt.Errorf("there is no policy %q", name)
	case len(args) > 0:
		return out, fmt.Errorf("the policy %s has no settings", name)
	}
	return out, nil
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
func splitArgs(text string) (name string, args []string, err error) {
	name, rest, hasArgs := strings.Cut(text, "(")
	if !hasArgs {
		return name, nil, nil
	}
	inside, closed := strings.CutSuffix(rest, ")")
	if !closed {
		return "", nil, fmt.Errorf("the policy %q has no closing bracket", text)
	}
	args = strings.Split(inside, ",")
	for i := range args {
		args[i] = strings.TrimSpace(args[i])
	}
	return name, args, nil
}

func (p *policy) setEditOptions(args []string) error {
	p.onConflict = OnConflictKeepTarget
	seen := map[string]bool{}
	for _, arg := range args {
		setting, _, _ := strings.Cut(arg, "=")
		if seen[setting] {
			return fmt.Errorf("UnlessEdited sets %s twice", setting)
		}
		seen[setting] = true
		switch o := EditOption(arg); o {
		case OnNoBaselineKeep:
		case OnNoBaselineTake:
			p.takeNoBaseline = true
		case OnConflictKeepTarget, OnConflictTakeSource, OnConflictPark:
			p.onConflict = o
		case EmptyIsNotAnEdit:
			p.emptyIsNoEdit = true
		default:
			return fmt.Errorf("UnlessEdited has no setting %q", arg)
		}
	}
	return nil
}

func (p *policy) setKeyMode(args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("MatchKey takes one mode, %s or %s", Follow, Report)
	}
	switch KeyMode(args[0]) {
	case Follow:
		p.kind = policyKeyFollow
	case Report:
		p.kind = policyKeyReport
	default:
		return fmt.Errorf("MatchKey has no mode %q, only %s and %s", args[0], Follow, Report)
	}
	return nil
}

func checkOrder(states []string) error {
	for i, s := range states {
		if s == "" || slices.Contains(states[:i], s) {
			return fmt.Errorf("the order of Forward names %q twice or is empty there", s)
		}
	}
	if len(states) < 2 {
		return fmt.Errorf("Forward needs at least two states, or it can never write")
	}
	return nil
}
