package mapping

import (
	"maps"
	"slices"

	"github.com/shopspring/decimal"
)

// RuleSpec is what a rule says, part by part, for code that writes rules down or
// shows them. Parts that the rule does not have are zero. It is a copy: changing it
// does not change the rule.
type RuleSpec struct {
	Field                 string
	From                  []string
	SkipEmpty             bool
	Force                 *Value
	WhenAbsent, WhenEmpty Handling
	ZeroIsEmpty           bool
	Transforms            []Transform
	Branches              []Branch
	// Join is the separator between the values of all true branches; nil: the first
	// true branch counts.
	Join *string
	// Table is nil when the rule has no Map.
	Table     Table
	Unmapped  Unmapped
	ExactKeys bool
	Default   *Value
	Required  bool
	MaxLength int
	Overflow  Overflow
	OneOf     []string
	Low, High *decimal.Decimal
	Pattern   string
	Policy    Policy
}

// Branch is one If of a rule.
type Branch struct {
	Cond  Cond
	Value Operand
}

// Spec is what the rule says, part by part.
func (r Rule) Spec() RuleSpec {
	branches := make([]Branch, len(r.branches))
	for i, b := range r.branches {
		branches[i] = Branch{b.cond, b.value}
	}
	return RuleSpec{
		Field: r.field, From: slices.Clone(r.from), SkipEmpty: r.skipEmpty, Force: r.force,
		WhenAbsent: r.whenAbsent, WhenEmpty: r.whenEmpty, ZeroIsEmpty: r.zeroEmpty,
		Transforms: slices.Clone(r.transforms), Branches: branches, Join: r.join,
		Table: maps.Clone(r.table), Unmapped: r.unmapped, ExactKeys: r.exactKeys, Default: r.def,
		Required: r.required, MaxLength: r.maxLength, Overflow: r.overflow, OneOf: slices.Clone(r.oneOf),
		Low: r.low, High: r.high, Pattern: r.pattern, Policy: r.policy,
	}
}

// CondSpec is what a condition says. Kind is the name of the function that makes
// it, such as Filled; "" is the zero Cond.
type CondSpec struct {
	Kind string
	// Path is set for Present, Filled, Is, Above and Below.
	Path string
	// Values are those of Is.
	Values []Value
	// Limit is that of Above and Below.
	Limit decimal.Decimal
	// Parts are those of Not, All and Any.
	Parts []Cond
	// Call is that of Test.
	Call Call
}

// Spec is what the condition says.
func (c Cond) Spec() CondSpec {
	return CondSpec{
		Kind: string(c.kind), Path: c.path, Values: slices.Clone(c.values), Limit: c.limit,
		Parts: slices.Clone(c.parts), Call: c.call,
	}
}

// String is the condition in one line, such as Not(Filled(company)), with the values
// that it compares with. Problems name a condition so.
func (c Cond) String() string { return c.describe() }

// Kind is what happens: Fail, Pass, Omit or Default; "" for the zero value.
func (u Unmapped) Kind() string { return string(u.kind) }

// Value is the value of UnmappedDefault.
func (u Unmapped) Value() Value { return u.value }
