package mappingfile

import (
	"math"
	"slices"

	"github.com/tillsync/tillsync/mapping"
)

// Own is what a program adds to the words of its files. The zero value adds nothing.
type Own struct {
	// Functions stand under transform, with their parameters, and under call.
	Functions mapping.Functions
	// Transforms stand under transform in their text form. They are needed for tables
	// that are handed in (mapping.Tables) and for transforms of other packages.
	Transforms []mapping.Constructor
}

func (o Own) transform(text string) (mapping.Transform, error) {
	return mapping.ParseTransform(text, slices.Concat(o.Transforms, o.Functions.Constructors())...)
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
