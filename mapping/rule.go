package mapping

import (
	"slices"

	"github.com/shopspring/decimal"
)

// Rule says how one target field gets its value. It is a value: every method
// returns a changed copy, so a rule can be shared and refined.
//
// Whatever the order of the calls, a rule runs in this order: 0 Force, 1 From,
// 2 WhenAbsent and WhenEmpty, 3 Transform, 4 If, 5 Map, 6 Default, 7 the checks
// (Required, MaxLength, OneOf, Range, Pattern), 8 the policy.
type Rule struct {
	field      string
	from       []string
	force      *Value
	whenAbsent Handling
	whenEmpty  Handling
	zeroEmpty  bool
	skipEmpty  bool
	transforms []Transform
	branches   []branch
	join       *string
	table      Table
	unmapped   Unmapped
	exactKeys  bool
	def        *Value
	required   bool
	maxLength  int
	overflow   Overflow
	oneOf      []string
	low, high  *decimal.Decimal
	pattern    string
	policy     Policy
}

// branch is one If of a rule.
type branch struct {
	cond  Cond
	value Operand
}

// Handling says what becomes of an absent or empty value.
type Handling string

// The ways to handle an absent or empty value.
const (
	// Omit is the default: no value, unless Default gives one. An omitted field
	// stands in no request.
	Omit Handling = "Omit"
	// Clear writes the target's empty form; Default does not apply.
	Clear Handling = "Clear"
	// Fail refuses the record.
	Fail Handling = "Fail"
)

// Overflow says what becomes of a text that is too long.
type Overflow string

// The ways to handle a text that is too long.
const (
	// Reject refuses the record.
	Reject Overflow = "Reject"
	// Truncate cuts the text between two characters (remark Truncated).
	Truncate Overflow = "Truncate"
)

// To starts the rule for a target field.
func To(field string) Rule { return Rule{field: field} }

// Field is the name of the target field.
func (r Rule) Field() string { return r.field }

// From names the source paths; the first one that is present and not null wins.
// A path is a field name, or goes on into lists and objects:
// attributes[name=Colour].value, images[0].url.
func (r Rule) From(paths ...string) Rule {
	r.from = slices.Clone(paths)
	return r
}

// Force sets the value whatever the source says. The policy still decides when
// it is written.
func (r Rule) Force(v Value) Rule {
	r.force = &v
	return r
}

// WhenAbsent says what happens when no path has a value; default Omit.
func (r Rule) WhenAbsent(h Handling) Rule {
	r.whenAbsent = h
	return r
}

// WhenEmpty says what happens when the value is empty (see Value.IsEmpty), in
// the source or after the transforms; default Omit.
func (r Rule) WhenEmpty(h Handling) Rule {
	r.whenEmpty = h
	return r
}

// ZeroIsEmpty makes 0 and false empty.
func (r Rule) ZeroIsEmpty() Rule {
	r.zeroEmpty = true
	return r
}

// SkipEmpty makes From pass over empty values, not only over absent ones.
func (r Rule) SkipEmpty() Rule {
	r.skipEmpty = true
	return r
}

// Transform changes the value, left to right.
func (r Rule) Transform(fns ...Transform) Rule {
	r.transforms = append(slices.Clip(r.transforms), fns...)
	return r
}

// If replaces the value when the condition is true; of several the first true
// one counts. The operand is a Value, a Path or a Call. A rule without From takes
// its value from here.
func (r Rule) If(cond Cond, value Operand) Rule {
	r.branches = append(slices.Clip(r.branches), branch{cond, value})
	return r
}

// Join makes all true conditions count: their values are joined as texts with sep
// between them. Empty ones are left out.
func (r Rule) Join(sep string) Rule {
	r.join = &sep
	return r
}

// Map looks the value up in a table. Keys match without regard to surrounding
// space and letter case, numbers by value (21 is 21.00).
func (r Rule) Map(table Table, unmapped Unmapped) Rule {
	r.table, r.unmapped = table.clone(), unmapped
	return r
}

// ExactKeys makes the letter case of a table's keys count.
func (r Rule) ExactKeys() Rule {
	r.exactKeys = true
	return r
}

// Default is the value when there is none, whichever step made it so.
func (r Rule) Default(v Value) Rule {
	r.def = &v
	return r
}

// Required refuses a record without a value for this field.
func (r Rule) Required() Rule {
	r.required = true
	return r
}

// MaxLength bounds a text to n characters. Without it the target's own limit
// holds, and longer texts are refused.
func (r Rule) MaxLength(n int, overflow Overflow) Rule {
	r.maxLength, r.overflow = n, overflow
	return r
}

// OneOf lists the allowed values, beside those that the target allows. Numbers are
// written plainly, such as 21.
func (r Rule) OneOf(values ...string) Rule {
	r.oneOf = append([]string(nil), values...)
	return r
}

// Range bounds a number, both ends included.
func (r Rule) Range(low, high decimal.Decimal) Rule {
	r.low, r.high = &low, &high
	return r
}

// Pattern is a regular expression (package regexp) that a text must contain;
// anchor it with ^ and $ to match all of it.
func (r Rule) Pattern(expr string) Rule {
	r.pattern = expr
	return r
}

// Policy says when the value is written. It wins over a group's policy.
func (r Rule) Policy(p Policy) Rule {
	r.policy = p
	return r
}
