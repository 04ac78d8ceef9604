package mappingfile

import (
	"fmt"

	"github.com/tillsync/tillsync/mapping"
)

func definitionKeys() keys[mapping.Definition] {
	return keys[mapping.Definition]{required: []string{"name", "fields"}, all: []key[mapping.Definition]{
		{"$schema", "Where editors find the schema of this file; it has no other effect.", textSchema(),
			func(r *reader, at place, n *node, _ *mapping.Definition) { r.text(at, n) }},
		{"name", "What reports call the mapping.", textSchema(), func(r *reader, at place, n *node, out *mapping.Definition) {
			r.mark("", "", at)
			out.Name, _ = r.text(at, n)
		}},
		{"version", "Your own text for this state of the mapping, such as \"2026-01\".", textSchema(),
			func(r *reader, at place, n *node, out *mapping.Definition) { out.Version, _ = r.text(at, n) }},
		{"groups", "Fields that share a policy, by the name of the group.", objectOf(ref(defGroup)), readGroups},
		{"fields", "The rules, by the name of the target field.", objectOf(ref(defRule)), readRules},
	}}
}

func readGroups(r *reader, at place, n *node, out *mapping.Definition) {
	if !r.is(at, n, isObject) {
		return
	}
	for _, m := range n.members {
		g := mapping.FieldGroup{Name: m.key}
		r.mark("", fmt.Sprintf("Group(%q)", m.key), place{m.at, at.path + "." + m.key})
		object(r, at.member(m.key, m.value), m.value, groupKeys(), &g)
		out.Groups = append(out.Groups, g)
	}
}

func groupKeys() keys[mapping.FieldGroup] {
	return keys[mapping.FieldGroup]{required: []string{"policy", "fields"}, all: []key[mapping.FieldGroup]{
		{"policy", "When the fields are written; a field's own policy wins.", policySchema(),
			func(r *reader, at place, n *node, out *mapping.FieldGroup) {
				text, _ := r.text(at, n)
				out.Policy = mapping.Policy(text)
			}},
		{"fields", "The fields of the group.", listOf(textSchema()), func(r *reader, at place, n *node, out *mapping.FieldGroup) {
			r.each(at, n, func(at place, n *node) {
				if field, ok := r.text(at, n); ok {
					r.mark(field, fmt.Sprintf("Group(%q)", out.Name), at)
					out.Fields = append(out.Fields, field)
				}
			})
		}},
	}}
}

func readRules(r *reader, at place, n *node, out *mapping.Definition) {
	r.rules = at
	if !r.is(at, n, isObject) {
		return
	}
	for _, m := range n.members {
		out.Rules = append(out.Rules, r.rule(place{m.at, at.path + "." + m.key}, m.key, m.value))
	}
}
