package mapping

import (
	"fmt"
	"regexp"
	"slices"
)

// compiler turns a definition into rules and collects what is wrong with it.
type compiler[S, T, P any] struct {
	def      Definition
	schema   Schema[S, T, P]
	problems []*RuleError
	rules    []fieldRule[S, T, P]
}

func compile[S, T, P any](def Definition, schema Schema[S, T, P]) *compiler[S, T, P] {
	schema.Source, schema.Target = slices.Clone(schema.Source), slices.Clone(schema.Target)
	c := &compiler[S, T, P]{def: def, schema: schema}
	c.checkNames()
	c.checkSchema()
	c.checkGroups()
	c.checkDuplicates()
	for _, r := range def.Rules {
		c.rule(r)
	}
	c.checkRequired()
	return c
}

func (c *compiler[S, T, P]) report(field, rule, problem, remedy string) {
	c.problems = append(c.problems, &RuleError{Field: field, Rule: rule, Problem: problem, Remedy: remedy})
}

// reportAs reports what callers can tell from other problems.
func (c *compiler[S, T, P]) reportAs(err error, field, remedy string) {
	c.problems = append(c.problems, &RuleError{Field: field, Problem: err.Error(), Remedy: remedy, Err: err})
}

func (c *compiler[S, T, P]) warn(field, rule, problem, remedy string) {
	c.problems = append(c.problems, &RuleError{Field: field, Rule: rule, Problem: problem, Remedy: remedy, Warning: true})
}

// rule compiles one rule. A rule with problems is compiled as far as it goes; New
// does not hand it out.
func (c *compiler[S, T, P]) rule(r Rule) {
	target := c.schema.target(r.field)
	if target == nil {
		names := make([]string, len(c.schema.Target))
		for i := range c.schema.Target {
			names[i] = c.schema.Target[i].Name
		}
		c.reportAs(ErrUnknownField, r.field, Suggest(r.field, names))
		return
	}
	if !slices.ContainsFunc(c.schema.Target, func(f TargetField[T, P]) bool { return f.Name == r.field }) {
		c.checkTarget(target) // an open field is made for its rule
	}
	out := fieldRule[S, T, P]{
		name: r.field, target: target, purpose: fieldPurpose(r.field), itemPurpose: fieldPurpose(r.field + "[]"),
		policy: c.policy(r, target.Kind, target.Get != nil),
		force:  r.force, def: r.def, join: r.join,
		whenAbsent: c.handling(r, "WhenAbsent", r.whenAbsent, target.Empty),
		whenEmpty:  c.handling(r, "WhenEmpty", r.whenEmpty, target.Empty),
		zeroEmpty:  r.zeroEmpty, skipEmpty: r.skipEmpty,
	}
	out.unordered = target.Unordered || out.policy.merges()
	out.remembers, out.same = out.policy.remembers(), out.policy.same()
	for _, path := range r.from {
		out.from = append(out.from, c.path(r.field, fmt.Sprintf("From(%q)", path), path))
	}
	if len(out.from) == 1 && len(out.from[0].steps) == 0 {
		out.plain = out.from[0].get
	}
	out.transforms = c.transforms(r)
	for _, b := range r.branches {
		out.branches = append(out.branches, c.branch(r.field, b))
	}
	out.table = c.table(r)
	out.simple = len(r.from) > 0 && r.force == nil && len(r.branches) == 0 && r.table == nil
	out.checks = c.checks(r, target.Kind, target.MaxLength, target.OneOf)
	c.checkKinds(r, &out)
	c.checkConstants(r, &out)
	c.checkUseless(r, &out)
	out.lanes = out.findLane()
	c.rules = append(c.rules, out)
}

// path resolves a source path.
func (c *compiler[S, T, P]) path(field, rule, path string) reader[S] {
	source, rest, ok := c.schema.source(path)
	if !ok {
		names := make([]string, len(c.schema.Source))
		for i := range c.schema.Source {
			names[i] = c.schema.Source[i].Name
		}
		c.report(field, rule, fmt.Sprintf("the source has no field %q", path), Suggest(path, names))
		return reader[S]{text: path}
	}
	steps, err := parseSteps(rest)
	if err != nil {
		c.report(field, rule, "the path cannot be read: "+err.Error(), "write name, name.member, name[member=value] or name[0]")
	}
	if !slices.ContainsFunc(c.schema.Source, func(f SourceField[S]) bool { return f.Name == source.Name }) {
		c.checkSource(&source) // an open field is made for its path
	}
	r := reader[S]{text: path, kind: source.Kind, get: source.Get, steps: steps}
	if len(steps) == 0 {
		r.direct = source.direct
	} else {
		if k := source.Kind; k != KindAbsent && k != KindList && k != KindObject {
			c.report(field, rule, fmt.Sprintf("%s is %s and has no parts", source.Name, k.WithArticle()), "name the field alone")
		}
		r.kind = KindAbsent
	}
	return r
}

func (c *compiler[S, T, P]) transforms(r Rule) []Transform {
	for i, t := range r.transforms {
		switch {
		case t.Err != nil:
			c.report(r.field, t.Name, t.Err.Error(), "correct its parameters")
		case t.Func == nil || t.Name == "":
			c.report(r.field, fmt.Sprintf("Transform %d", i+1), "it has no name or no function", "set Name and Func")
		}
	}
	return r.transforms
}

func (c *compiler[S, T, P]) branch(field string, b branch) compiledBranch[S] {
	text := "If(" + b.cond.describe() + "," + describeOperand(b.value) + ")"
	return compiledBranch[S]{text: text, cond: c.cond(field, text, b.cond), value: c.operand(field, text, b.value)}
}

func (c *compiler[S, T, P]) cond(field, rule string, cond Cond) compiledCond[S] {
	out := compiledCond[S]{cond: cond, limit: newLimit(cond.limit)}
	switch cond.kind {
	case "":
		c.report(field, rule, "the condition is empty", "use Is, Filled, Present, Above, Below, Not, All, Any, Test or Otherwise")
	case condPresent, condFilled, condIs, condAbove, condBelow:
		out.reader = c.path(field, rule, cond.path)
	case condTest:
		out.call = c.operand(field, rule, cond.call)
	default:
	}
	for _, p := range cond.parts {
		out.parts = append(out.parts, c.cond(field, rule, p))
	}
	return out
}

func (c *compiler[S, T, P]) operand(field, rule string, o Operand) compiledOperand[S] {
	var out compiledOperand[S]
	switch o := o.(type) {
	case Value:
		out.constant = &o
	case Path:
		out.readers = []reader[S]{c.path(field, rule, string(o))}
	case Call:
		out.name, out.call = o.Name, o.Func
		switch {
		case o.Err != nil:
			c.report(field, rule, o.Err.Error(), "correct its parameters")
		case o.Func == nil || o.Name == "":
			c.report(field, rule, "the call has no name or no function", "set Name and Func")
		}
		for _, path := range o.Paths {
			out.readers = append(out.readers, c.path(field, rule, path))
		}
	default:
		c.report(field, rule, "it has no value", "give a Value, a Path or a Call")
	}
	return out
}

// table compiles a value map; nil when the rule has none.
func (c *compiler[S, T, P]) table(r Rule) *lookup {
	if r.table == nil {
		return nil
	}
	if r.unmapped.kind == "" {
		c.report(r.field, "Map", "it does not say what happens to values that are not in the table",
			"add UnmappedFail, UnmappedPass, UnmappedOmit or UnmappedDefault")
	}
	entries, twice := r.table.normal(r.exactKeys)
	for _, key := range twice {
		c.report(r.field, "Map", fmt.Sprintf("the key %q is there twice in different spelling", key), "remove one of them")
	}
	return &lookup{entries: entries, unmapped: r.unmapped, exact: r.exactKeys}
}

func (c *compiler[S, T, P]) checks(r Rule, kind Kind, maxLength int, oneOf []string) checks {
	out := checks{
		kind: kind, required: r.required, maxLength: maxLength, truncate: r.overflow == Truncate,
	}
	if r.maxLength != 0 || r.overflow != "" {
		c.checkMaxLength(r, maxLength)
		out.maxLength = r.maxLength
	}
	for _, list := range [][]string{oneOf, r.oneOf} {
		if list != nil {
			out.allowed = append(out.allowed, list)
		}
	}
	if r.low != nil {
		out.low, out.high = new(newLimit(*r.low)), new(newLimit(*r.high))
		c.checkRange(r, &out, kind)
	}
	if r.pattern == "" {
		out.kindOnly = out.maxLength == 0 && out.allowed == nil && out.low == nil
		return out
	}
	if kind != KindText {
		c.report(r.field, "Pattern", fmt.Sprintf("the field takes %s", kind.WithArticle()), "a pattern is for texts")
	}
	pattern, err := regexp.Compile(r.pattern)
	if err != nil {
		c.report(r.field, "Pattern", err.Error(), "write it in the syntax of RE2, which package regexp documents")
	}
	out.pattern = pattern
	return out
}

func (c *compiler[S, T, P]) checkRange(r Rule, out *checks, kind Kind) {
	if out.high.compare(*r.low) > 0 {
		c.report(r.field, "Range", "no number is in it", "give the lower end first")
	}
	if kind != KindNumber {
		c.report(r.field, "Range", fmt.Sprintf("the field takes %s", kind.WithArticle()), "a range is for numbers")
	}
}

func (c *compiler[S, T, P]) checkMaxLength(r Rule, limit int) {
	switch {
	case r.overflow != Reject && r.overflow != Truncate:
		c.report(r.field, "MaxLength", fmt.Sprintf("%q is not a way to handle long texts", r.overflow), Suggest(string(r.overflow), []string{string(Reject), string(Truncate)}))
	case r.maxLength <= 0:
		c.report(r.field, "MaxLength", fmt.Sprintf("%d is no length", r.maxLength), "give at least 1")
	case limit > 0 && r.maxLength > limit:
		c.report(r.field, "MaxLength", fmt.Sprintf("%d is more than the %d that the target takes", r.maxLength, limit), fmt.Sprintf("give at most %d", limit))
	}
}

func (c *compiler[S, T, P]) handling(r Rule, rule string, h Handling, empty Value) Handling {
	switch h {
	case "", Omit, Fail:
	case Clear:
		if empty.IsAbsent() {
			c.report(r.field, rule, "the target declares no empty form for the field, it cannot be cleared", "use Omit or Fail")
		}
	default:
		c.report(r.field, rule, fmt.Sprintf("%q is unknown", h), Suggest(string(h), []string{string(Omit), string(Clear), string(Fail)}))
	}
	return h
}
