package mapping_test

import (
	"bytes"
	"errors"
	"maps"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

// record is a source, a target or a patch in these tests: values by field name.
type record map[string]mapping.Value

type (
	schema = mapping.Schema[record, record, record]
	mapper = mapping.Mapper[record, record, record]
	input  = mapping.Input[record, record]
	change = mapping.Change[record]
)

func key() []byte { return bytes.Repeat([]byte("k"), 32) }

// fields is a schema in which source and target have the same fields.
func fields(kind mapping.Kind, names ...string) schema {
	s := schema{Name: "test"}
	for _, name := range names {
		s.Source = append(s.Source, sourceField(name, kind))
		s.Target = append(s.Target, targetField(name, kind))
	}
	return s
}

func sourceField(name string, kind mapping.Kind) mapping.SourceField[record] {
	return mapping.SourceField[record]{
		Name: name, Kind: kind, Get: func(r *record) mapping.Value { return (*r)[name] },
	}
}

func targetField(name string, kind mapping.Kind) mapping.TargetField[record, record] {
	return mapping.TargetField[record, record]{
		Name: name, Kind: kind, Empty: emptyForm(kind),
		Get: func(r *record) mapping.Value { return (*r)[name] },
		Set: func(p *record, v mapping.Value) error {
			if v.Kind() != kind && !v.IsEmpty() {
				return errors.New("wrong kind")
			}
			if *p == nil {
				*p = record{}
			}
			(*p)[name] = v
			return nil
		},
	}
}

func emptyForm(kind mapping.Kind) mapping.Value {
	switch kind {
	case mapping.KindText:
		return mapping.Text("")
	case mapping.KindList:
		return mapping.List()
	default:
		return mapping.Null()
	}
}

func newMapper(t testing.TB, s schema, rules ...mapping.Rule) *mapper {
	t.Helper()
	m, err := mapping.New(mapping.Definition{Name: "test", Rules: rules}, s, key())
	if err != nil {
		t.Fatalf("New: %v", err)
	}
	return m
}

func plan(t testing.TB, m *mapper, in input) change {
	t.Helper()
	c, err := m.Plan(in)
	if err != nil {
		t.Fatalf("Plan: %v", err)
	}
	return c
}

// field is the decision about one field.
func field(t testing.TB, c change, name string) mapping.FieldChange {
	t.Helper()
	for _, f := range c.Fields() {
		if f.Field == name {
			return f
		}
	}
	t.Fatalf("no decision about field %q", name)
	return mapping.FieldChange{}
}

// shop is a target that keeps records and may rewrite what it gets.
type shop struct {
	holds   record
	rewrite func(field string, v mapping.Value) mapping.Value
	base    mapping.Baselines
	writes  int
}

// pass plans and applies one record as a flow does.
func (s *shop) pass(t testing.TB, m *mapper, src record) change {
	t.Helper()
	in := input{Source: &src, Baselines: s.base}
	if s.holds != nil {
		in.Current = &s.holds
	}
	c := plan(t, m, in)
	s.apply(m, c)
	return c
}

func (s *shop) apply(m *mapper, c change) {
	if !c.Writes() {
		s.base = m.Baselines(c, nil, s.base)
		return
	}
	s.writes++
	after := maps.Clone(s.holds)
	if after == nil {
		after = record{}
	}
	for name, v := range c.Patch {
		if s.rewrite != nil {
			v = s.rewrite(name, v)
		}
		after[name] = v
	}
	s.holds = after
	s.base = m.Baselines(c, &after, s.base)
}

func text(s string) mapping.Value { return mapping.Text(s) }

func number(s string) mapping.Value { return mapping.Number(decimal.RequireFromString(s)) }

func src(pairs ...any) *record {
	r := record{}
	for i := 0; i < len(pairs); i += 2 {
		r[pairs[i].(string)] = pairs[i+1].(mapping.Value)
	}
	return &r
}
