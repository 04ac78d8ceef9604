package mappingfile

import (
	"time"

	"github.com/tillsync/tillsync/mapping"
)

// Texts, numbers, truth values, null and lists stand in a file as they are. What
// JSON has no form for is an object of one member.
const (
	keyInstant = "instant"
	keyObject  = "object"
	keyAbsent  = "absent"
)

func valueKeys() keys[mapping.Value] {
	return keys[mapping.Value]{all: []key[mapping.Value]{
		{keyInstant, "A point in time, such as 2026-01-31T12:00:00Z.", schema{"type": "string", "format": "date-time"}, readInstant},
		{keyObject, "A record of named values.", schema{"type": "object", "additionalProperties": ref(defValue)}, readRecord},
		{keyAbsent, "No value at all: the field is left alone.", schema{"const": true},
			func(r *reader, at place, n *node, _ *mapping.Value) { r.flag(at, n, func() {}) }},
	}}
}

// value reads a constant.
func (r *reader) value(at place, n *node) mapping.Value {
	var v mapping.Value
	switch n.kind {
	case isNull:
		return mapping.Null()
	case isText:
		return mapping.Text(n.text)
	case isBool:
		return mapping.Bool(n.text == "true")
	case isNumber:
		d, _ := r.number(at, n)
		return mapping.Number(d)
	case isList:
		items := make([]mapping.Value, len(n.items))
		for i, item := range n.items {
			items[i] = r.value(at.item(i, item), item)
		}
		return mapping.List(items...)
	case isObject:
		if object(r, at, n, valueKeys(), &v) && len(n.members) != 1 {
			r.report(at, "write {object: {...}} for a record", "a value has one of the keys instant, object and absent")
		}
	}
	return v
}

func readInstant(r *reader, at place, n *node, out *mapping.Value) {
	text, ok := r.text(at, n)
	if !ok {
		return
	}
	t, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		r.report(at, "write 2026-01-31T12:00:00Z", "this is no instant")
		return
	}
	*out = mapping.Instant(t)
}

func readRecord(r *reader, at place, n *node, out *mapping.Value) {
	if !r.is(at, n, isObject) {
		return
	}
	pairs := make([]mapping.Pair, len(n.members))
	for i, m := range n.members {
		pairs[i] = mapping.Pair{Name: m.key, Value: r.value(at.member(m.key, m.value), m.value)}
	}
	*out = mapping.Object(pairs...)
}

// valueNode is the node of a constant.
func valueNode(v mapping.Value) *node {
	switch v.Kind() {
	case mapping.KindNull:
		return &node{kind: isNull}
	case mapping.KindText:
		return textNode(v.Reveal())
	case mapping.KindNumber:
		return &node{kind: isNumber, text: v.Reveal()}
	case mapping.KindBool:
		return &node{kind: isBool, text: v.Reveal()}
	case mapping.KindList:
		list := &node{kind: isList}
		items, _ := v.AsList()
		for _, item := range items {
			list.items = append(list.items, valueNode(item))
		}
		return list
	case mapping.KindInstant:
		return taggedNode(keyInstant, textNode(v.Reveal()))
	case mapping.KindObject:
		record := flowNode()
		pairs, _ := v.AsObject()
		for _, p := range pairs {
			record.put(p.Name, valueNode(p.Value))
		}
		return taggedNode(keyObject, record)
	default:
		return taggedNode(keyAbsent, boolNode())
	}
}

func taggedNode(key string, value *node) *node {
	out := flowNode()
	out.put(key, value)
	return out
}
