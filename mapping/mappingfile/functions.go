package mappingfile

import (
	"fmt"
	"math"

	"github.com/tillsync/tillsync/mapping"
)

// Functions are the Go functions that a file uses by their names, beside what
// package mapping has. The zero value has none.
type Functions struct {
	// Transforms stand under transform by their Name.
	Transforms []mapping.Transform
	// Calls stand under call by their Name; the paths come from the file.
	Calls []mapping.Call
}

func (f Functions) call(name string) (mapping.Call, error) {
	names := make([]string, len(f.Calls))
	for i, c := range f.Calls {
		if c.Name == name && c.Func != nil {
			return c, nil
		}
		names[i] = c.Name
	}
	if len(names) == 0 {
		return mapping.Call{}, fmt.Errorf("there is no function %q: the program registers none", name)
	}
	return mapping.Call{}, fmt.Errorf("there is no function %q: %s", name, suggest(name, names))
}

// function is what stands behind an operator or a name in an expression.
type function struct {
	// form is how people write it; "" for operators.
	form        string
	least, most int
	call        func(args ...any) (any, error)
}

// functions are all functions of expressions by name.
func functions() map[string]function {
	all := map[string]function{
		"truth": {call: one(truth)}, "member": {call: two(memberOf)},
		"plus": {call: onNumber(plus)}, "negate": {call: onNumber(negate)},
		"+": {call: two(add)}, "-": {call: calculate(subtract)}, "*": {call: calculate(multiply)},
		"/": {call: calculate(divide)}, "%": {call: calculate(modulo)},
		"==": {call: two(equal)}, "!=": {call: two(differ)}, "in": {call: two(within)},
		"<": {call: compare(func(order int) bool { return order < 0 })}, "<=": {call: compare(func(order int) bool { return order <= 0 })},
		">": {call: compare(func(order int) bool { return order > 0 })}, ">=": {call: compare(func(order int) bool { return order >= 0 })},
		"contains": {call: search(contains)}, "startsWith": {call: search(startsWith)}, "endsWith": {call: search(endsWith)},
		"matches": {call: two(matches)},
	}
	for _, f := range []struct {
		name        string
		form        string
		least, most int
		call        func(args ...any) (any, error)
	}{
		{"abs", "abs(number)", 1, 1, onNumber(abs)},
		{"ceil", "ceil(number)", 1, 1, onNumber(ceil)},
		{"filled", "filled(value)", 1, 1, one(filled)},
		{"floor", "floor(number)", 1, 1, onNumber(floor)},
		{"len", "len(text or list)", 1, 1, one(length)},
		{"lower", "lower(text)", 1, 1, onText(lower)},
		{"max", "max(number, number, ...)", 2, math.MaxInt, greatest},
		{"min", "min(number, number, ...)", 2, math.MaxInt, least},
		{"number", "number(text)", 1, 1, one(number)},
		{"replace", "replace(text, old, new)", 3, 3, replace},
		{"round", "round(number, decimals)", 2, 2, calculate(round)},
		{"text", "text(value)", 1, 1, one(text)},
		{"trim", "trim(text)", 1, 1, onText(trim)},
		{"upper", "upper(text)", 1, 1, onText(upper)},
	} {
		all[f.name] = function{f.form, f.least, f.most, f.call}
	}
	return all
}
