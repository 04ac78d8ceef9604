package mapping

import (
	"fmt"
	"strconv"
	"strings"
)

// reader reads one source path.
type reader[S any] struct {
	text  string
	kind  Kind // KindAbsent: not known before the first record
	get   func(*S) Value
	steps []pathStep
	// direct is that of a field without steps.
	direct directSource[S]
}

// pathStep goes one level into a list or object: to a member, to the elements
// whose member has a value, or to the element at a position.
type pathStep struct {
	member   string
	selector bool
	equals   string
	index    int
}

// read reads the value at the path, absent when there is none. Several matches are
// ErrAmbiguousPath.
func (r *reader[S]) read(src *S, v *Value) error {
	*v = r.get(src)
	if len(r.steps) == 0 {
		return nil
	}
	found := []Value{*v}
	*v = Value{}
	for _, step := range r.steps {
		var next []Value
		for _, v := range found {
			next = step.appendMatches(next, v)
		}
		found = next
	}
	switch len(found) {
	case 0:
	case 1:
		*v = found[0]
	default:
		return fmt.Errorf("%w: %d at %s", ErrAmbiguousPath, len(found), r.text)
	}
	return nil
}

// appendMatches appends what the step finds in v. A member of a list is that
// member of all its elements.
func (p pathStep) appendMatches(found []Value, v Value) []Value {
	switch {
	case v.kind == KindObject && !p.selector:
		if m := v.Member(p.member); !m.IsAbsent() {
			found = append(found, m)
		}
	case v.kind == KindList && p.selector && p.member == "":
		if p.index < len(v.more.list) {
			found = append(found, v.more.list[p.index])
		}
	case v.kind == KindList:
		for _, item := range v.more.list {
			if !p.selector {
				found = p.appendMatches(found, item)
			} else if text, ok := keyText(item.Member(p.member)); ok && normalText(text) == p.equals {
				found = append(found, item)
			}
		}
	}
	return found
}

// parseSteps reads what follows the field name in a path: .name, [name=value] and
// [0] in any order.
func parseSteps(s string) ([]pathStep, error) {
	var steps []pathStep
	for s != "" {
		var step pathStep
		var err error
		switch s[0] {
		case '.':
			step, s, err = parseMember(s[1:])
		case '[':
			step, s, err = parseSelector(s[1:])
		default:
			err = fmt.Errorf("unexpected %q", s)
		}
		if err != nil {
			return nil, err
		}
		steps = append(steps, step)
	}
	return steps, nil
}

func parseMember(s string) (step pathStep, rest string, err error) {
	end := strings.IndexAny(s, ".[")
	if end < 0 {
		end = len(s)
	}
	if end == 0 {
		return pathStep{}, "", fmt.Errorf("a name is missing before %q", s)
	}
	return pathStep{member: s[:end]}, s[end:], nil
}

func parseSelector(s string) (step pathStep, rest string, err error) {
	inside, rest, ok := strings.Cut(s, "]")
	if !ok {
		return pathStep{}, "", fmt.Errorf("a ] is missing after %q", s)
	}
	name, value, ok := strings.Cut(inside, "=")
	if ok && name != "" {
		return pathStep{member: name, selector: true, equals: normalText(value)}, rest, nil
	}
	index, err := strconv.Atoi(inside)
	if err != nil || index < 0 {
		return pathStep{}, "", fmt.Errorf("[%s] is neither [name=value] nor a position", inside)
	}
	return pathStep{selector: true, index: index}, rest, nil
}
