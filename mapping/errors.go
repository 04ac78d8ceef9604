package mapping

import (
	"errors"
	"fmt"
	"strings"
)

// ErrAmbiguousPath means that a path's selector matched several elements.
var ErrAmbiguousPath = errors.New("path matches several elements")

// What a RuleError can be told by, with errors.Is.
var (
	// ErrUnknownField means that the target has no field of the rule's name.
	ErrUnknownField = errors.New("the target has no such field")
	// ErrNoRule means that no rule gives a field that the target requires.
	ErrNoRule = errors.New("the target requires the field, and no rule gives it")
)

// RuleError is one thing that is wrong with a definition.
type RuleError struct {
	// Field is the target field; "" when the problem is not one rule's.
	Field string
	// Rule is the part of the rule, such as From("pric").
	Rule string
	// Problem says what is wrong, Remedy what to do about it.
	Problem, Remedy string
	// Warning marks what may be wanted: Check reports it, New allows it.
	Warning bool
	// Err is ErrUnknownField or ErrNoRule, nil for everything else.
	Err error
}

// Unwrap is Err.
func (e *RuleError) Unwrap() error { return e.Err }

// Error names field, part, problem and remedy.
func (e *RuleError) Error() string {
	var b strings.Builder
	b.WriteString("mapping")
	if e.Field != "" {
		fmt.Fprintf(&b, ": field %q", e.Field)
	}
	if e.Rule != "" {
		b.WriteString(": " + e.Rule)
	}
	b.WriteString(": " + e.Problem)
	if e.Remedy != "" {
		b.WriteString(": " + e.Remedy)
	}
	return b.String()
}

// WithArticle is the kind in a sentence: "a text", "an object".
func (k Kind) WithArticle() string {
	switch k {
	case KindAbsent:
		return "no value"
	case KindNull:
		return "null"
	case KindInstant, KindObject:
		return "an " + k.String()
	default:
		return "a " + k.String()
	}
}

// FieldError says which field of a record could not be mapped and at which step.
// Its text shows no content of the record, except for a value that a table does
// not know.
type FieldError struct {
	// Field is the target field.
	Field string
	// Op is the step: from, absent, empty, transform, if, map, validate, policy or
	// set.
	Op string
	// Rule is the part of the rule, such as transform 2 (Upper).
	Rule string
	Err  error

	sample Value
}

// Error names field, step, rule and cause. Where the cause quotes the value, its
// kind and size stand instead.
func (e *FieldError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "field %q: %s", e.Field, e.Op)
	if e.Rule != "" {
		b.WriteString(" " + e.Rule)
	}
	b.WriteString(": " + redact(e.Err.Error(), e.sample))
	if e.sample.kind != KindAbsent {
		b.WriteString(" (value: " + e.sample.String() + ")")
	}
	return b.String()
}

// Unwrap returns the cause as it is.
func (e *FieldError) Unwrap() error { return e.Err }

// UnmappedError means that a value map has no entry for a value.
type UnmappedError struct{ value string }

// Error names the value, cut to forty characters: tables hold codes, and the
// missing one has to be added.
func (e *UnmappedError) Error() string {
	return fmt.Sprintf("the table has no entry for %q: add it or choose what to do with unmapped values",
		firstRunes(e.value, 40))
}
