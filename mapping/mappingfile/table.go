package mappingfile

import (
	"fmt"
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

// table is a map while it is read.
type table struct {
	entries  mapping.Table
	unmapped mapping.Unmapped
	exact    bool
	field    string
}

func readMap(r *reader, at place, n *node, d *draft) {
	d.mark(r, at, "Map")
	t := table{field: d.Field()}
	if !object(r, at, n, mapKeys(), &t) {
		return
	}
	d.Rule = d.Map(t.entries, t.unmapped)
	if t.exact {
		d.Rule = d.ExactKeys()
	}
}

func mapKeys() keys[table] {
	return keys[table]{required: []string{"table", "unmapped"}, all: []key[table]{
		{"table", "The target's value for each value of the source. Numbers match by value, texts without regard to letter case.",
			objectOf(ref(defValue)), readTable},
		{"unmapped", "What happens to a value that is not in the table: Fail, Pass, Omit or a default.",
			anyOf(wordSchema("Fail", "Pass", "Omit"), schemaOf(unmappedKeys())), readUnmapped},
		{"exact_keys", "Letter case counts.", boolSchema(),
			func(r *reader, at place, n *node, t *table) { r.flag(at, n, func() { t.exact = true }) }},
	}}
}

func readTable(r *reader, at place, n *node, t *table) {
	if !r.is(at, n, isObject) {
		return
	}
	t.entries = mapping.Table{}
	for _, m := range n.members {
		entry := at.member(m.key, m.value)
		r.mark(t.field, fmt.Sprintf("Map(%q)", m.key), entry)
		t.entries[m.key] = r.value(entry, m.value)
	}
}

func unmappedKeys() keys[mapping.Unmapped] {
	return keys[mapping.Unmapped]{required: []string{"default"}, all: []key[mapping.Unmapped]{
		{"default", "The value for all values that are not in the table.", ref(defValue),
			func(r *reader, at place, n *node, u *mapping.Unmapped) { *u = mapping.UnmappedDefault(r.value(at, n)) }},
	}}
}

func readUnmapped(r *reader, at place, n *node, t *table) {
	if n.kind == isObject {
		object(r, at, n, unmappedKeys(), &t.unmapped)
		return
	}
	switch word(r, at, n, "Fail", "Pass", "Omit") {
	case "Fail":
		t.unmapped = mapping.UnmappedFail()
	case "Pass":
		t.unmapped = mapping.UnmappedPass()
	case "Omit":
		t.unmapped = mapping.UnmappedOmit()
	}
}

func mapNode(spec mapping.RuleSpec) *node {
	out := objectNode()
	out.put("table", tableNode(spec.Table))
	switch kind := spec.Unmapped.Kind(); kind {
	case "":
	case "Default":
		def := flowNode()
		def.put("default", valueNode(spec.Unmapped.Value()))
		out.put("unmapped", def)
	default:
		out.put("unmapped", textNode(kind))
	}
	if spec.ExactKeys {
		out.put("exact_keys", boolNode())
	}
	return out
}

func tableNode(t mapping.Table) *node {
	out := objectNode()
	for _, key := range slices.Sorted(maps.Keys(t)) {
		out.put(key, valueNode(t[key]))
	}
	return out
}

// bounds is a range while it is read.
type bounds struct{ low, high *decimal.Decimal }

func readRange(r *reader, at place, n *node, d *draft) {
	d.mark(r, at, "Range")
	var b bounds
	if !object(r, at, n, rangeKeys(), &b) {
		return
	}
	if b.low != nil && b.high != nil {
		d.Rule = d.Range(*b.low, *b.high)
	}
}

func rangeKeys() keys[bounds] {
	bound := func(name, doc string, end func(*bounds) **decimal.Decimal) key[bounds] {
		return key[bounds]{name, doc, schema{"type": "number"}, func(r *reader, at place, n *node, b *bounds) {
			if number, ok := r.number(at, n); ok {
				*end(b) = &number
			}
		}}
	}
	return keys[bounds]{required: []string{"min", "max"}, all: []key[bounds]{
		bound("min", "The least number.", func(b *bounds) **decimal.Decimal { return &b.low }),
		bound("max", "The greatest number.", func(b *bounds) **decimal.Decimal { return &b.high }),
	}}
}
