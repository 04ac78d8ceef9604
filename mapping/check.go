package mapping

import (
	"fmt"
	"maps"
	"slices"
)

func (c *compiler[S, T, P]) checkNames() {
	if c.def.Name == "" {
		c.report("", "", "the definition has no name", "give it one")
	}
}

func (c *compiler[S, T, P]) checkSchema() {
	seen := map[string]bool{}
	for i := range c.schema.Source {
		f := &c.schema.Source[i]
		if f.Name == "" || seen[f.Name] {
			c.report("", fmt.Sprintf("source field %q", f.Name), "it has no name, or is declared twice", "correct the schema")
		}
		c.checkSource(f)
		seen[f.Name] = true
	}
	clear(seen)
	for i := range c.schema.Target {
		f := &c.schema.Target[i]
		if f.Name == "" || seen[f.Name] {
			c.report("", fmt.Sprintf("target field %q", f.Name), "it has no name, or is declared twice", "correct the schema")
		}
		c.checkTarget(f)
		seen[f.Name] = true
	}
}

// checkSource is for a field of the schema, and for each use of an open one.
func (c *compiler[S, T, P]) checkSource(f *SourceField[S]) {
	name := fmt.Sprintf("source field %q", f.Name)
	if f.Get == nil {
		c.report("", name, "it has no Get", "correct the schema")
	}
	if k := f.direct.kind(); k != KindAbsent && f.Kind != k {
		c.report("", name, fmt.Sprintf("its Kind is another than %s, which its Get returns", k.WithArticle()), "make the field by hand")
	}
}

// checkTarget is for a field of the schema, and for each use of an open one.
func (c *compiler[S, T, P]) checkTarget(f *TargetField[T, P]) {
	name := fmt.Sprintf("target field %q", f.Name)
	if f.Set == nil {
		c.report("", name, "it has no Set", "correct the schema")
	}
	if f.Kind == KindAbsent || f.Kind == KindNull {
		c.report("", name, "it has no kind", "correct the schema")
	}
	if k := f.direct.kind(); k != KindAbsent && (f.Kind != k || f.Empty.kind != KindAbsent && f.Empty.kind != k) {
		c.report("", name, fmt.Sprintf("its Kind or its Empty is another than %s, which its Set takes", k.WithArticle()), "make the field by hand")
	}
}

func (c *compiler[S, T, P]) checkDuplicates() {
	seen := map[string]bool{}
	for _, r := range c.def.Rules {
		if seen[r.field] {
			c.report(r.field, "", "there are two rules for the field", "remove one of them")
		}
		seen[r.field] = true
	}
}

// checkGroups reports groups that say nothing, or something about nothing.
func (c *compiler[S, T, P]) checkGroups() {
	names := map[string]bool{}
	for _, g := range c.def.Groups {
		rule := fmt.Sprintf("Group(%q)", g.Name)
		if names[g.Name] {
			c.report("", rule, "there are two groups of this name", "remove one of them")
		}
		names[g.Name] = true
		if len(g.Fields) == 0 {
			c.report("", rule, "the group has no fields, or there is no such group", "define it with its fields")
		}
		if _, err := parsePolicy(g.Policy); err != nil {
			c.report("", rule, err.problem, err.remedy)
		}
		c.checkMembers(rule, g)
	}
}

func (c *compiler[S, T, P]) checkMembers(rule string, g FieldGroup) {
	decides := false
	for _, field := range g.Fields {
		at := slices.IndexFunc(c.def.Rules, func(r Rule) bool { return r.field == field })
		if at < 0 {
			c.report(field, rule, "the group names a field without a rule", "add a rule or leave the field out")
			continue
		}
		decides = decides || c.def.Rules[at].policy == ""
	}
	if !decides && len(g.Fields) > 0 {
		c.warn("", rule, "all its fields have a policy of their own, the group's never applies", "remove the group or the fields' policies")
	}
}

// policy resolves and checks the policy of a rule for a field of a kind that can
// be read or not.
func (c *compiler[S, T, P]) policy(r Rule, kind Kind, readable bool) policy {
	text := c.def.policyOf(r)
	rule := "Policy(" + string(text) + ")"
	if text == "" {
		c.report(r.field, "", "the rule has no policy, and none is taken for granted", Suggest("", policyNames()))
		return policy{}
	}
	p, err := parsePolicy(text)
	if err != nil {
		if r.policy != "" { // a group's was reported with the group
			c.report(r.field, rule, err.problem, err.remedy)
		}
		return p
	}
	groups := slices.DeleteFunc(slices.Clone(c.def.Groups), func(g FieldGroup) bool { return !slices.Contains(g.Fields, r.field) })
	if r.policy == "" && len(groups) > 1 {
		c.report(r.field, rule, "the field is in several groups", "leave it in one, or give it a policy of its own")
	}
	switch {
	case p.forLists() && kind != KindList:
		c.report(r.field, rule, fmt.Sprintf("it is for lists, the field is %s", kind.WithArticle()), "choose another policy")
	case !p.forLists() && p.kind >= policyKeyFollow && (kind == KindList || kind == KindObject):
		c.report(r.field, rule, fmt.Sprintf("it is for single values, the field is %s", kind.WithArticle()), "choose another policy")
	case p.reads() && !readable:
		c.report(r.field, rule, "the target's value cannot be read, the policy can never decide", "use Always, CreateOnly or UpdateOnly")
	}
	return p
}

// checkRequired reports fields without which the target refuses a new record.
func (c *compiler[S, T, P]) checkRequired() {
	for i := range c.schema.Target {
		f := &c.schema.Target[i]
		if !f.Required {
			continue
		}
		at := slices.IndexFunc(c.rules, func(r fieldRule[S, T, P]) bool { return r.name == f.Name })
		if at < 0 {
			c.reportAs(ErrNoRule, f.Name, "add a rule")
			continue
		}
		if k := c.rules[at].policy.kind; k == policyNever || k == policyUpdateOnly {
			c.report(f.Name, "Policy", "the target requires the field of a new record, and the policy leaves it out", "choose another policy")
		}
	}
}

// checkKinds follows the kind of the value through the rule as far as it is known
// before the first record.
func (c *compiler[S, T, P]) checkKinds(r Rule, out *fieldRule[S, T, P]) {
	kind := KindAbsent
	for i, path := range out.from {
		if i > 0 && path.kind != kind {
			kind = KindAbsent
			break
		}
		kind = path.kind
	}
	for _, t := range r.transforms {
		if t.Takes != KindAbsent && kind != KindAbsent && kind != t.Takes {
			c.report(r.field, t.Name, fmt.Sprintf("it takes %s, and here comes %s", t.Takes.WithArticle(), kind.WithArticle()), "put ToText or ParseNumber before it")
			return
		}
		switch t.Result {
		case KindAbsent:
		case KindAny:
			kind = KindAbsent
		default:
			kind = t.Result
		}
	}
	want := out.target.Kind
	if kind != KindAbsent && out.table == nil && r.force == nil && kind != want {
		c.report(r.field, "", fmt.Sprintf("the source gives %s, the target takes %s", kind.WithArticle(), want.WithArticle()), "add a transform such as ToText or ParseNumber")
	}
}

// checkConstants reports values in the rule that the target would refuse.
func (c *compiler[S, T, P]) checkConstants(r Rule, out *fieldRule[S, T, P]) {
	check := func(rule string, v Value) {
		if err := out.checks.apply(&mapped{value: v}); err != nil {
			c.report(r.field, rule, "the target cannot take the value: "+err.Error(), "give another one")
		}
	}
	checkUnlessNone := func(rule string, v Value) {
		if v.kind != KindAbsent && v.kind != KindNull { // a constant way to say: no value
			check(rule, v)
		}
	}
	if r.force != nil {
		check("Force", *r.force)
	}
	if r.def != nil {
		check("Default", *r.def)
	}
	if out.table == nil && r.join == nil {
		for i := range out.branches {
			if v := out.branches[i].value.constant; v != nil {
				checkUnlessNone(out.branches[i].text, *v)
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(r.table)) {
		checkUnlessNone(fmt.Sprintf("Map(%q)", key), r.table[key])
	}
	if r.unmapped.kind == unmappedDefault {
		check("Map", r.unmapped.value)
	}
}

// checkUseless warns of parts that can never have an effect and of texts that may
// be too long.
func (c *compiler[S, T, P]) checkUseless(r Rule, out *fieldRule[S, T, P]) {
	derives := len(r.from) > 0 || len(r.branches) > 0
	if out.policy.kind == policyNever {
		if derives || r.force != nil || r.def != nil {
			c.warn(r.field, "Policy(Never)", "the field is never written, the rest of the rule has no effect", "remove the rest")
		}
		return
	}
	if r.force != nil && (derives || r.def != nil || r.table != nil || len(r.transforms) > 0) {
		c.warn(r.field, "Force", "a forced value replaces everything before the checks", "remove it or the rest")
	}
	if r.force == nil && !derives && r.def == nil {
		c.report(r.field, "", "the rule has no value", "add from, if, default or force, or the policy Never")
	}
	if len(r.from) == 0 && (len(r.transforms) > 0 || r.whenAbsent != "") {
		c.warn(r.field, "", "without a source path there is nothing to transform or to miss", "add one")
	}
	if out.target.Kind == KindText && out.target.MaxLength > 0 && r.maxLength == 0 && derives {
		c.warn(r.field, "MaxLength", fmt.Sprintf("texts of more than %d characters are refused", out.target.MaxLength),
			fmt.Sprintf("set the length to %d, and Truncate or Reject longer ones", out.target.MaxLength))
	}
}
