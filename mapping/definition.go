package mapping

import "slices"

// Definition is a mapping as people write it: rules, and policies for groups of
// fields. It is a value; its methods return changed copies.
type Definition struct {
	// Name and Version identify the mapping in reports. Version is the caller's
	// own text.
	Name, Version string
	Rules         []Rule
	Groups        []FieldGroup
}

// FieldGroup gives several fields one policy. A field's own policy wins.
type FieldGroup struct {
	Name   string
	Policy Policy
	Fields []string
}

// Group sets the policy of several fields, such as Group("texts", CreateOnly,
// "name", "description").
func Group(name string, policy Policy, fields ...string) FieldGroup {
	return FieldGroup{Name: name, Policy: policy, Fields: slices.Clone(fields)}
}

// Rule is the rule of a field, to be changed a little and put back by With:
//
//	price, _ := def.Rule("price")
//	def = def.With(price.Policy(mapping.CreateOnly))
//
// ok is false when there is none; New refuses the empty rule.
func (d Definition) Rule(field string) (r Rule, ok bool) {
	at := slices.IndexFunc(d.Rules, func(r Rule) bool { return r.field == field })
	if at < 0 {
		return Rule{}, false
	}
	return d.Rules[at], true
}

// With returns the definition with rules added; a rule for a field that already
// has one replaces it.
func (d Definition) With(rules ...Rule) Definition {
	d.Rules = slices.Clone(d.Rules)
	for _, r := range rules {
		at := slices.IndexFunc(d.Rules, func(old Rule) bool { return old.field == r.field })
		if at < 0 {
			d.Rules = append(d.Rules, r)
		} else {
			d.Rules[at] = r
		}
	}
	return d
}

// Without returns the definition without the rules of these fields, also in the
// groups.
func (d Definition) Without(fields ...string) Definition {
	gone := func(name string) bool { return slices.Contains(fields, name) }
	d.Rules = slices.DeleteFunc(slices.Clone(d.Rules), func(r Rule) bool { return gone(r.field) })
	d.Groups = slices.Clone(d.Groups)
	for i := range d.Groups {
		d.Groups[i].Fields = slices.DeleteFunc(slices.Clone(d.Groups[i].Fields), gone)
	}
	return d
}

// WithGroups returns the definition with groups added; a group of a name that is
// already there replaces it.
func (d Definition) WithGroups(groups ...FieldGroup) Definition {
	d.Groups = slices.Clone(d.Groups)
	for _, g := range groups {
		at := slices.IndexFunc(d.Groups, func(old FieldGroup) bool { return old.Name == g.Name })
		if at < 0 {
			d.Groups = append(d.Groups, g)
		} else {
			d.Groups[at] = g
		}
	}
	return d
}

// UpdateCheckbox is the tick box "update product information": off makes a group
// CreateOnly, on leaves it as defined. Fields with a policy of their own keep it.
// New refuses a group that does not exist.
func (d Definition) UpdateCheckbox(group string, on bool) Definition {
	at := slices.IndexFunc(d.Groups, func(g FieldGroup) bool { return g.Name == group })
	if at < 0 {
		return d.WithGroups(FieldGroup{Name: group, Policy: CreateOnly})
	}
	if on {
		return d
	}
	changed := d.Groups[at]
	changed.Policy = CreateOnly
	return d.WithGroups(changed)
}

// policyOf is the rule's own policy or its group's; "" when there is none.
func (d Definition) policyOf(r Rule) Policy {
	if r.policy != "" {
		return r.policy
	}
	for _, g := range d.Groups {
		if slices.Contains(g.Fields, r.field) {
			return g.Policy
		}
	}
	return ""
}
