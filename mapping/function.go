package mapping

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Functions are the caller's own Go functions, by the names under which mappings
// use them. There is no registry: whoever needs them is handed this value.
//
// A name is letters, digits and _, and begins with a small letter, so that it never
// meets a transform of this package, such as Trim. Change the name when the function
// changes: a mapping's fingerprint knows no more of it.
type Functions map[string]Function

// Function is one of the caller's own functions. Errors and panics in it become
// FieldErrors that name it; the record is refused, the others go on.
type Function struct {
	// Takes and Result are the kinds of the first argument and of the result as a
	// Transform declares them.
	Takes, Result Kind
	// Func must depend on its arguments only and must be safe for concurrent use. As
	// a transform it gets the value and then the parameters that the rule gives, as a
	// call the values of the paths, absent where there is none.
	Func func(args ...Value) (Value, error)
}

// Transform is the function as a step of a rule. The parameters are texts, numbers
// or truth values; with them its Name is such as margin(1.2,"EUR").
func (f Functions) Transform(name string, params ...Value) (Transform, error) {
	fn, err := f.find(name)
	if err != nil {
		return Transform{}, err
	}
	text, err := functionText(name, params)
	if err != nil {
		return Transform{}, err
	}
	params = slices.Clone(params)
	return Transform{Name: text, Takes: fn.Takes, Result: fn.Result, Func: func(v Value) (Value, error) {
		return fn.Func(append([]Value{v}, params...)...)
	}}, nil
}

// Call is the function over the values of source paths, for Rule.If.
func (f Functions) Call(name string, paths ...string) (Call, error) {
	fn, err := f.find(name)
	if err != nil {
		return Call{}, err
	}
	return Call{Name: name, Paths: slices.Clone(paths), Func: func(args []Value) (Value, error) { return fn.Func(args...) }}, nil
}

func (f Functions) find(name string) (Function, error) {
	fn, ok := f[name]
	switch {
	case !ok:
		return Function{}, fmt.Errorf("there is no function %q: %s", name, Suggest(name, slices.Collect(maps.Keys(f))))
	case fn.Func == nil:
		return Function{}, fmt.Errorf("the function %q has no Func", name)
	case !isFunctionName(name):
		return Function{}, fmt.Errorf("%q is no name of a function: use letters, digits and _, a small letter first", name)
	}
	return fn, nil
}

func isFunctionName(name string) bool {
	for i := range len(name) {
		c := name[i]
		letter := c >= 'a' && c <= 'z'
		if !letter && (i == 0 || c != '_' && (c < 'A' || c > 'Z') && (c < '0' || c > '9')) {
			return false
		}
	}
	return name != ""
}

// functionText is the name with the parameters.
func functionText(name string, params []Value) (string, error) {
	if len(params) == 0 {
		return name, nil
	}
	args := make([]string, len(params))
	for i, p := range params {
		switch p.kind {
		case KindText:
			args[i] = strconv.Quote(p.text)
		case KindNumber, KindBool:
			args[i] = p.Reveal()
		default:
			return "", fmt.Errorf("%s is no parameter of %s: give texts, numbers or truth values", p.kind.WithArticle(), name)
		}
	}
	return name + "(" + strings.Join(args, ",") + ")", nil
}
