package mapping_test

import (
	"encoding/json"
	"maps"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/mapping"
)

// edgeCase is a case as the description of the library's behaviour words it.
type edgeCase struct {
	name string
	test func(*testing.T)
}

func runAll(t *testing.T, cases []edgeCase) {
	t.Parallel()
	for _, c := range cases {
		t.Run(c.name, c.test)
	}
}

func TestMappingEngine(t *testing.T) {
	runAll(t, []edgeCase{
		{"source path missing, null, empty, white space, empty list, HTML without text", absentAndEmptyInputs},
		{"0, 0.00 and false are values", zeroAndFalseAreValues},
		{"price 0.1+0.2, 19.99, 1e-7, 17 digits", numbersStayExact},
		{"number as text with comma, thousands dot, currency sign", numbersInTexts},
		{"coalesce, first path present but empty", coalesce},
		{"list selector with no and several matches", paths},
		{"value map keys: type, space, case", tableKeys},
		{"unmapped: each of the four", unmapped},
		{"Default and Force, Omit and Clear", defaultAndForce},
		{"transform returns an error, panics, returns another type", transformFaults},
		{"two rules for one target, unknown target field", startUpFaults},
		{"NFC and NFD, CRLF and LF, trailing newline", equalTextsAreNotWritten},
		{"mapping fingerprint changed", changedMappingWritesOnlyWhatDiffers},
		{"same rule 1000 times concurrently", safeForConcurrentUse},
	})
}

func TestFieldPolicies(t *testing.T) {
	runAll(t, []edgeCase{
		{"long description: shop edits it, POS changes it, CreateOnly", createOnlyStaysOutOfUpdates},
		{"the same with UnlessEdited, U1 to U7", unlessEdited},
		{"FillEmpty: written once, then edited, then the source changes", fillEmptyWritesOnce},
		{"both sides changed to the same value", bothToTheSameValue},
		{"target sanitises HTML and rounds a price", targetThatRewrites},
		{"create answered with already exists", createThatExists},
		{"product created, its fields not yet", interruptedCreate},
		{"only skipped fields differ", onlySkippedFieldsDiffer},
		{"PUT-only endpoint: unknown fields of the fresh read are sent back unchanged", unknownFieldsAreSentBack},
		{"ListOwn: we A B, shop C, source A D", listPolicies},
		{"Forward: later at the shop, unknown", forwardStates},
	})
}

func startUpFaults(t *testing.T) {
	t.Parallel()
	rule := mapping.To("f").From("f").Policy(mapping.Always)
	for want, rules := range map[string][]mapping.Rule{
		"there are two rules for the field": {rule, rule},
		"the target has no such field":      {mapping.To("g").From("f").Policy(mapping.Always)},
	} {
		def := mapping.Definition{Name: "test", Rules: rules}
		if _, err := mapping.New(def, fields(mapping.KindText, "f"), key()); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("New: %v, want %q", err, want)
		}
	}
}

func bothToTheSameValue(t *testing.T) {
	t.Parallel()
	m := newMapper(t, fields(mapping.KindText, "f"), mapping.To("f").From("f").Policy(mapping.UnlessEdited(mapping.OnConflictPark)))
	s := shop{}
	s.pass(t, m, *src("f", text("a")))
	s.holds["f"] = text("b")
	if f := field(t, s.pass(t, m, *src("f", text("b"))), "f"); f.Case != "U1" || f.Remark != "" {
		t.Errorf("case %s, remark %q, want U1 without remark", f.Case, f.Remark)
	}
	if f := field(t, s.pass(t, m, *src("f", text("c"))), "f"); f.Case != "U3" {
		t.Errorf("afterwards the case is %s, want U3: the baseline is that of the agreement", f.Case)
	}
}

func createThatExists(t *testing.T) {
	t.Parallel()
	m := newMapper(t, fields(mapping.KindText, "long", "name"),
		mapping.To("long").From("long").Policy(mapping.CreateOnly), mapping.To("name").From("name").Policy(mapping.Always))
	in := input{Source: src("long", text("l"), "name", text("n"))}
	if diff := gocmp.Diff([]string{"long", "name"}, plan(t, m, in).Written()); diff != "" {
		t.Errorf("create (-want +got):\n%s", diff)
	}
	in.Current = src("long", text("of the shop"))
	if diff := gocmp.Diff([]string{"name"}, plan(t, m, in).Written()); diff != "" {
		t.Errorf("the same as an update (-want +got):\n%s", diff)
	}
}

func onlySkippedFieldsDiffer(t *testing.T) {
	t.Parallel()
	m := newMapper(t, fields(mapping.KindText, "long", "memo", "name"),
		mapping.To("long").From("long").Policy(mapping.CreateOnly), mapping.To("memo").Policy(mapping.Never),
		mapping.To("name").From("name").Policy(mapping.Always))
	c := plan(t, m, input{
		Source:  src("long", text("a"), "memo", text("b"), "name", text("c")),
		Current: src("long", text("x"), "memo", text("y"), "name", text("c")),
	})
	if c.Writes() || c.Patch != nil {
		t.Errorf("written: %v", c.Written())
	}
}

func forwardStates(t *testing.T) {
	t.Parallel()
	m := newMapper(t, fields(mapping.KindText, "f"), mapping.To("f").From("f").Policy(mapping.Forward("new", "paid", "shipped")))
	for _, row := range []struct {
		s, t   string
		writes bool
		remark mapping.Remark
	}{
		{"paid", "shipped", false, ""},
		{"shipped", "paid", true, ""},
		{"new", "", true, ""},
		{"paid", "returned", false, mapping.Conflict},
		{"returned", "paid", false, mapping.Conflict},
	} {
		c := plan(t, m, input{Source: src("f", text(row.s)), Current: src("f", text(row.t))})
		if f := field(t, c, "f"); c.Writes() != row.writes || f.Remark != row.remark {
			t.Errorf("%s over %s: written %t, remark %q", row.s, row.t, c.Writes(), f.Remark)
		}
	}
}

// document is a JSON document as an endpoint takes it that only knows PUT.
type document map[string]json.RawMessage

func unknownFieldsAreSentBack(t *testing.T) {
	t.Parallel()
	get := func(d *document) mapping.Value {
		var s *string
		if err := json.Unmarshal((*d)["name"], &s); err != nil || s == nil {
			return mapping.Absent()
		}
		return text(*s)
	}
	set := func(p *document, v mapping.Value) error {
		name, err := json.Marshal(v.Reveal())
		*p = document{"name": name}
		return err
	}
	m, err := mapping.New(
		mapping.Definition{Name: "put", Rules: []mapping.Rule{mapping.To("name").From("name").WhenEmpty(mapping.Clear).Policy(mapping.UnlessEdited())}},
		mapping.Schema[record, document, document]{
			Source: []mapping.SourceField[record]{sourceField("name", mapping.KindText)},
			Target: []mapping.TargetField[document, document]{{Name: "name", Kind: mapping.KindText, Empty: text(""), Get: get, Set: set}},
		}, key())
	if err != nil {
		t.Fatal(err)
	}
	held := document{"name": json.RawMessage(`"old"`), "rate": json.RawMessage(`1.10`), "loyalty": json.RawMessage(`{"tier": 3, "note":null}`)}
	base := m.Baselines(planned(t, m, src("name", text("old")), &held, nil), nil, nil)
	for _, row := range []struct {
		name, puts string
	}{
		{"new", `{"loyalty":{"tier":3,"note":null},"name":"new","rate":1.10}`},
		{"", `{"loyalty":{"tier":3,"note":null},"name":"","rate":1.10}`},
		{"", ""},
	} {
		c := planned(t, m, src("name", text(row.name)), &held, base)
		if !c.Writes() {
			if row.puts != "" {
				t.Errorf("%q is not sent", row.name)
			}
			continue
		}
		maps.Copy(held, c.Patch) // what is sent is the fresh read with the patch on it
		body, err := json.Marshal(held)
		if err != nil || string(body) != row.puts {
			t.Errorf("sent %s, %v, want %s", body, err, row.puts)
		}
		base = m.Baselines(c, &held, base)
	}
}

func planned(t *testing.T, m *mapping.Mapper[record, document, document], s *record, held *document, base mapping.Baselines) mapping.Change[document] {
	t.Helper()
	c, err := m.Plan(mapping.Input[record, document]{Source: s, Current: held, Baselines: base})
	if err != nil {
		t.Fatal(err)
	}
	return c
}
