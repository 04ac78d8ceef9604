package mapping

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// Operand is what an If gives: a Value, a Path or a Call.
type Operand interface{ operand() }

func (Value) operand() {}

// Path is a source path used as a value.
type Path string

func (Path) operand() {}

// Call computes a value from several source paths.
type Call struct {
	// Name stands in errors and in the mapping's fingerprint; change it when the
	// function changes.
	Name string
	// Paths are read and handed to Func in this order, absent where there is no
	// value.
	Paths []string
	// Func must depend on its arguments only.
	Func func(args []Value) (Value, error)
	// Err says what is wrong with the parameters; New and Check report it.
	Err error
}

func (Call) operand() {}

// Cond is a condition on source fields.
type Cond struct {
	kind   condKind
	path   string
	values []Value
	limit  decimal.Decimal
	parts  []Cond
	call   Call
}

type condKind string

const (
	condTrue    condKind = "Otherwise"
	condPresent condKind = "Present"
	condFilled  condKind = "Filled"
	condIs      condKind = "Is"
	condAbove   condKind = "Above"
	condBelow   condKind = "Below"
	condNot     condKind = "Not"
	condAll     condKind = "All"
	condAny     condKind = "Any"
	condTest    condKind = "Test"
)

// Otherwise is always true.
func Otherwise() Cond { return Cond{kind: condTrue} }

// Present is true when the path has a value, empty or not.
func Present(path string) Cond { return Cond{kind: condPresent, path: path} }

// Filled is true when the path has a value that is not empty.
func Filled(path string) Cond { return Cond{kind: condFilled, path: path} }

// Is is true when the path's value equals one of the values.
func Is(path string, values ...Value) Cond {
	return Cond{kind: condIs, path: path, values: slices.Clone(values)}
}

// Above is true when the path has a number greater than limit.
func Above(path string, limit decimal.Decimal) Cond {
	return Cond{kind: condAbove, path: path, limit: limit}
}

// Below is true when the path has a number less than limit.
func Below(path string, limit decimal.Decimal) Cond {
	return Cond{kind: condBelow, path: path, limit: limit}
}

// Not is true when the condition is not.
func Not(c Cond) Cond { return Cond{kind: condNot, parts: []Cond{c}} }

// All is true when every condition is.
func All(cs ...Cond) Cond { return Cond{kind: condAll, parts: slices.Clone(cs)} }

// Any is true when one of the conditions is.
func Any(cs ...Cond) Cond { return Cond{kind: condAny, parts: slices.Clone(cs)} }

// Test is true when the call gives true; a call without a value is false.
func Test(c Call) Cond { return Cond{kind: condTest, call: c} }

// describe is the condition in one line, with the values that it compares with.
func (c Cond) describe() string {
	var args []string
	if c.path != "" {
		args = append(args, c.path)
	}
	for _, v := range c.values {
		args = append(args, v.describe())
	}
	if c.kind == condAbove || c.kind == condBelow {
		args = append(args, c.limit.String())
	}
	for _, p := range c.parts {
		args = append(args, p.describe())
	}
	if c.kind == condTest {
		args = append(args, describeOperand(c.call))
	}
	return string(c.kind) + "(" + strings.Join(args, ",") + ")"
}
