package mappingfile

import (
	"slices"
	"strings"

	"github.com/tillsync/tillsync/mapping"
)

// branch is one branch of if while it is read.
type branch struct {
	cond  mapping.Cond
	value mapping.Operand
	vars  *variables
}

func readBranches(r *reader, at place, n *node, d *draft) {
	if !r.is(at, n, isList) {
		return
	}
	for i, item := range n.items {
		itemAt := at.item(i, item)
		b := branch{cond: mapping.Otherwise(), vars: d.vars}
		if !object(r, itemAt, item, branchKeys(), &b) {
			continue
		}
		d.mark(r, itemAt, "If(%s", b.cond)
		d.Rule = d.If(b.cond, b.value)
		if given := countKeys(item, branchValues()); given != 1 {
			r.report(itemAt, "give one of "+strings.Join(branchValues(), ", "), "the branch has %d values", given)
		}
	}
}

// branchValues are the keys of which a branch has one.
func branchValues() []string {
	return []string{"value", "path", "template", "add_vat", "remove_vat", "call", "expr"}
}

func countKeys(n *node, names []string) int {
	given := 0
	for _, m := range n.members {
		if slices.Contains(names, m.key) {
			given++
		}
	}
	return given
}

func branchKeys() keys[branch] {
	return keys[branch]{all: []key[branch]{
		{"when", "The condition. Without it the branch always counts.", ref(defCondition), func(r *reader, at place, n *node, b *branch) {
			b.cond = r.condition(at, n, b.vars)
		}},
		{"value", "A constant.", ref(defValue), func(r *reader, at place, n *node, b *branch) { b.value = r.value(at, n) }},
		{"path", "A source path whose value is taken.", textSchema(), func(r *reader, at place, n *node, b *branch) {
			if path, ok := r.text(at, n); ok {
				b.value = mapping.Path(path)
			}
		}},
		{"template", "A text with source paths in it, such as \"{name} ({sku})\".", textSchema(), func(r *reader, at place, n *node, b *branch) {
			text, ok := r.text(at, n)
			if !ok {
				return
			}
			call := mapping.FromTemplate(text)
			if call.Err != nil {
				r.report(at, "", "%s", call.Err)
			}
			b.value = call
		}},
		vatKey("add_vat", "The price with VAT, by a table of rates.", defAddVAT, addVATKeys(), vat.add),
		vatKey("remove_vat", "The price without VAT, by a table of rates.", defRemoveVAT, removeVATKeys(), vat.remove),
		{"call", "A Go function that the program has registered.", ref(defCall), func(r *reader, at place, n *node, b *branch) {
			if call, ok := r.call(at, n); ok {
				b.value = call
			}
		}},
		{"expr", "An expression that computes the value, such as price * 1.21.", textSchema(), func(r *reader, at place, n *node, b *branch) {
			if call, ok := r.expression(at, n, b.vars); ok {
				b.value = call
			}
		}},
	}}
}

// condition reads a condition: an object, or a text that is an expression.
func (r *reader) condition(at place, n *node, vars *variables) mapping.Cond {
	if n.kind == isText {
		call, _ := r.expression(at, n, vars)
		return mapping.Test(call)
	}
	out := condition{vars: vars}
	if n.kind != "" && n.kind != isObject {
		r.expected(at, n, "a condition such as {filled: company}, or an expression")
		return out.cond
	}
	if object(r, at, n, conditionKeys(), &out) && len(n.members) != 1 {
		r.report(at, "join conditions by all or any", "a condition has one key, here are %d", len(n.members))
	}
	return out.cond
}

// condition is a condition while it is read.
type condition struct {
	cond mapping.Cond
	vars *variables
}

func conditionKeys() keys[condition] {
	limit := schema{"type": "object", "additionalProperties": schema{"type": "number"}, "minProperties": 1, "maxProperties": 1}
	return keys[condition]{all: []key[condition]{
		pathCondition("present", "The path has a value, empty or not.", mapping.Present),
		pathCondition("filled", "The path has a value that says something.", mapping.Filled),
		{"is", "The path's value is one of these: {is: {country: [NL, BE]}}.",
			schema{"type": "object", "additionalProperties": anyOf(ref(defValue), listOf(ref(defValue))), "minProperties": 1, "maxProperties": 1},
			func(r *reader, at place, n *node, out *condition) {
				r.compare(at, n, func(path string, at place, n *node) { out.cond = mapping.Is(path, r.values(at, n)...) })
			}},
		{"above", "The path has a greater number: {above: {price: 100}}.", limit, func(r *reader, at place, n *node, out *condition) {
			r.compare(at, n, func(path string, at place, n *node) {
				d, _ := r.number(at, n)
				out.cond = mapping.Above(path, d)
			})
		}},
		{"below", "The path has a smaller number: {below: {price: 100}}.", limit, func(r *reader, at place, n *node, out *condition) {
			r.compare(at, n, func(path string, at place, n *node) {
				d, _ := r.number(at, n)
				out.cond = mapping.Below(path, d)
			})
		}},
		{"not", "The condition does not hold.", ref(defCondition), func(r *reader, at place, n *node, out *condition) {
			out.cond = mapping.Not(r.condition(at, n, out.vars))
		}},
		joinedCondition("all", "Every condition holds.", mapping.All),
		joinedCondition("any", "One of the conditions holds.", mapping.Any),
		{"otherwise", "Always holds; a branch without when says the same.", schema{"const": true}, func(r *reader, at place, n *node, out *condition) {
			r.flag(at, n, func() { out.cond = mapping.Otherwise() })
		}},
		{"call", "A Go function that the program has registered says true.", ref(defCall), func(r *reader, at place, n *node, out *condition) {
			if call, ok := r.call(at, n); ok {
				out.cond = mapping.Test(call)
			}
		}},
	}}
}

func pathCondition(name, doc string, cond func(string) mapping.Cond) key[condition] {
	return key[condition]{name, doc, textSchema(), func(r *reader, at place, n *node, out *condition) {
		if path, ok := r.text(at, n); ok {
			out.cond = cond(path)
		}
	}}
}

func joinedCondition(name, doc string, cond func(...mapping.Cond) mapping.Cond) key[condition] {
	return key[condition]{name, doc, listOf(ref(defCondition)), func(r *reader, at place, n *node, out *condition) {
		if !r.is(at, n, isList) {
			return
		}
		parts := make([]mapping.Cond, len(n.items))
		for i, item := range n.items {
			parts[i] = r.condition(at.item(i, item), item, out.vars)
		}
		out.cond = cond(parts...)
	}}
}

// compare reads {path: what it is compared with}.
func (r *reader) compare(at place, n *node, read func(path string, at place, n *node)) {
	if !r.is(at, n, isObject) {
		return
	}
	if len(n.members) != 1 {
		r.report(at, "join conditions by all or any", "one path is compared, here are %d", len(n.members))
		return
	}
	m := n.members[0]
	read(m.key, at.member(m.key, m.value), m.value)
}

// values reads one constant or a list of them.
func (r *reader) values(at place, n *node) []mapping.Value {
	if n.kind != isList {
		return []mapping.Value{r.value(at, n)}
	}
	values := make([]mapping.Value, len(n.items))
	for i, item := range n.items {
		values[i] = r.value(at.item(i, item), item)
	}
	return values
}

// call reads the call of a registered function.
func (r *reader) call(at place, n *node) (call mapping.Call, ok bool) {
	if !object(r, at, n, callKeys(), &call) || call.Name == "" {
		return call, false
	}
	call, err := r.own.Functions.Call(call.Name, call.Paths...)
	if err != nil {
		r.report(at.member("name", n.member("name")), "", "%s", err)
	}
	return call, err == nil
}

func callKeys() keys[mapping.Call] {
	return keys[mapping.Call]{required: []string{"name"}, all: []key[mapping.Call]{
		{"name", "The name under which the function is registered.", textSchema(),
			func(r *reader, at place, n *node, call *mapping.Call) { call.Name, _ = r.text(at, n) }},
		{"paths", "Source paths whose values the function gets, in this order.", oneOrMore(textSchema()),
			func(r *reader, at place, n *node, call *mapping.Call) { call.Paths = r.texts(at, n) }},
	}}
}
