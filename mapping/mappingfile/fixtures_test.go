package mappingfile_test

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/mappingfile"
)

// record is a source, a target or a patch in these tests: values by field name.
type record map[string]mapping.Value

type schema = mapping.Schema[record, record, record]

// fields is a schema whose source and target have the same fields.
func fields() schema {
	var s schema
	for _, f := range []struct {
		name string
		kind mapping.Kind
	}{
		{"name", mapping.KindText},
		{"sku", mapping.KindText},
		{"price", mapping.KindNumber},
		{"tax", mapping.KindNumber},
		{"active", mapping.KindBool},
		{"changed", mapping.KindInstant},
		{"tags", mapping.KindList},
		{"address", mapping.KindObject},
		{"billing.city", mapping.KindText},
	} {
		s.Source = append(s.Source, mapping.SourceField[record]{
			Name: f.name, Kind: f.kind, Get: func(r *record) mapping.Value { return (*r)[f.name] },
		})
		s.Target = append(s.Target, mapping.TargetField[record, record]{
			Name: f.name, Kind: f.kind, Empty: mapping.Null(),
			Get: func(r *record) mapping.Value { return (*r)[f.name] },
			Set: func(p *record, v mapping.Value) error {
				if *p == nil {
					*p = record{}
				}
				(*p)[f.name] = v
				return nil
			},
		})
	}
	return s
}

func text(s string) mapping.Value   { return mapping.Text(s) }
func number(s string) mapping.Value { return mapping.Number(decimal.RequireFromString(s)) }

// source is a record of an article.
func source() record {
	return record{
		"name": text("Mug"), "sku": text("0012"), "price": number("12.50"), "tax": number("21"),
		"active": mapping.Bool(true), "tags": mapping.Texts("new", "sale"), "billing.city": text("Gent"),
		"address": mapping.Object(mapping.Pair{Name: "city", Value: text("Gent")}, mapping.Pair{Name: "floor", Value: mapping.Int(3)}),
	}
}

// planned is what a file makes of a new record.
func planned(t *testing.T, file string, own mappingfile.Own, src record) (record, error) {
	t.Helper()
	m, err := mappingfile.New("test.yaml", []byte(file), own, fields(), key())
	if err != nil {
		t.Fatalf("New:\n%v", err)
	}
	c, err := m.Plan(mapping.Input[record, record]{Source: &src})
	return c.Patch, err
}

// rule is a file with one rule, whose parts stand on lines of their own from line 3.
func rule(field, parts string) string {
	return fmt.Sprintf("name: test\nfields: {%s: {policy: Always,\n%s}}\n", field, parts)
}
