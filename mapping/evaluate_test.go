package mapping_test

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

// absentAndEmptyInputs has every input with every pair of handlings: WhenAbsent counts
// for what is not there, WhenEmpty for what is and says nothing.
func absentAndEmptyInputs(t *testing.T) {
	t.Parallel()
	inputs := []struct {
		name   string
		value  mapping.Value
		absent bool
		kind   mapping.Kind
	}{
		{"missing", mapping.Absent(), true, mapping.KindText},
		{"null", mapping.Null(), true, mapping.KindText},
		{"empty text", text(""), false, mapping.KindText},
		{"white space", text(" \t\n\u00a0"), false, mapping.KindText},
		{"empty list", mapping.List(), false, mapping.KindList},
		{"empty object", mapping.Object(), false, mapping.KindObject},
		{"html without text", text("<p>&nbsp;</p>"), false, mapping.KindText},
		{"missing number", mapping.Absent(), true, mapping.KindNumber},
		{"missing instant", mapping.Absent(), true, mapping.KindInstant},
		{"null list", mapping.Null(), true, mapping.KindList},
	}
	held := map[mapping.Kind]mapping.Value{
		mapping.KindText: text("old"), mapping.KindList: mapping.Texts("old"), mapping.KindNumber: number("1"),
		mapping.KindObject: object("a", "old"), mapping.KindInstant: mapping.Instant(time.Unix(1, 0)),
	}
	handlings := []mapping.Handling{"", mapping.Omit, mapping.Clear, mapping.Fail}
	for _, in := range inputs {
		for _, absent := range handlings {
			for _, empty := range handlings {
				t.Run(fmt.Sprintf("%s, WhenAbsent %s, WhenEmpty %s", in.name, absent, empty), func(t *testing.T) {
					t.Parallel()
					m := newMapper(t, fields(in.kind, "f"), mapping.To("f").From("f").WhenAbsent(absent).WhenEmpty(empty).Policy(mapping.Always))
					c, err := m.Plan(input{Source: src("f", in.value), Current: src("f", held[in.kind])})
					handling := empty
					if in.absent {
						handling = absent
					}
					checkHandling(t, handling, in.kind, c, err)
				})
			}
		}
	}
}

func checkHandling(t *testing.T, handling mapping.Handling, kind mapping.Kind, c change, err error) {
	t.Helper()
	if handling == mapping.Fail {
		if e, ok := errors.AsType[*mapping.FieldError](err); !ok || e.Field != "f" {
			t.Errorf("error = %v, want a FieldError of f", err)
		}
		return
	}
	if err != nil {
		t.Fatalf("Plan: %v", err)
	}
	want := record(nil)
	if handling == mapping.Clear {
		want = record{"f": emptyForm(kind)}
	}
	if diff := cmp.Diff(want, c.Patch); diff != "" {
		t.Errorf("patch (-want +got):\n%s", diff)
	}
	wantDecision := mapping.DecisionSkip
	if handling == mapping.Clear {
		wantDecision = mapping.DecisionClear
	}
	if got := field(t, c, "f").Decision; got != wantDecision {
		t.Errorf("decision = %q, want %q", got, wantDecision)
	}
}

func zeroAndFalseAreValues(t *testing.T) {
	t.Parallel()
	rows := []struct {
		name string
		kind mapping.Kind
		v    mapping.Value
	}{
		{"0", mapping.KindNumber, number("0")},
		{"0.00", mapping.KindNumber, number("0.00")},
		{"false", mapping.KindBool, mapping.Bool(false)},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			rule := mapping.To("f").From("f").Policy(mapping.Always)
			c := plan(t, newMapper(t, fields(row.kind, "f"), rule), input{Source: src("f", row.v)})
			if got := c.Patch["f"]; !got.Equal(row.v) || got.Kind() != row.kind {
				t.Errorf("patch = %s, want %s", got.Reveal(), row.v.Reveal())
			}
			c = plan(t, newMapper(t, fields(row.kind, "f"), rule.ZeroIsEmpty()), input{Source: src("f", row.v)})
			if c.Writes() {
				t.Errorf("with ZeroIsEmpty the patch is %v, want nothing", c.Patch)
			}
		})
	}
}

func numbersStayExact(t *testing.T) {
	t.Parallel()
	m := newMapper(t, fields(mapping.KindNumber, "price"), mapping.To("price").From("price").Policy(mapping.Always))
	for _, s := range []string{"0.3", "19.99", "0.0000001", "12345678901234567", "0.12345678901234567", "-7"} {
		c := plan(t, m, input{Source: src("price", number(s))})
		if got := c.Patch["price"].Reveal(); got != s {
			t.Errorf("%s arrived as %s", s, got)
		}
	}
	sum := decimal.RequireFromString("0.1").Add(decimal.RequireFromString("0.2"))
	c := plan(t, m, input{Source: src("price", mapping.Number(sum)), Current: src("price", number("0.30"))})
	if c.Writes() {
		t.Error("0.1+0.2 differs from 0.30")
	}
}

func coalesce(t *testing.T) {
	t.Parallel()
	rows := []struct {
		name         string
		first, other mapping.Value
		skipEmpty    bool
		want         mapping.Value
		from         string
	}{
		{"first wins", text("a"), text("b"), false, text("a"), "first"},
		{"null is passed over", mapping.Null(), text("b"), false, text("b"), "other"},
		{"empty is taken and omitted", text(""), text("b"), false, mapping.Absent(), ""},
		{"SkipEmpty passes over it", text(" "), text("b"), true, text("b"), "other"},
		{"SkipEmpty with nothing else", text(" "), mapping.Absent(), true, mapping.Absent(), ""},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			s := fields(mapping.KindText, "first", "other", "f")
			rule := mapping.To("f").From("first", "other").Policy(mapping.Always)
			if row.skipEmpty {
				rule = rule.SkipEmpty()
			}
			c := plan(t, newMapper(t, s, rule), input{Source: src("first", row.first, "other", row.other)})
			f := field(t, c, "f")
			if !f.New.Equal(row.want) || f.From != row.from {
				t.Errorf("got %q from %q, want %q from %q", f.New.Reveal(), f.From, row.want.Reveal(), row.from)
			}
		})
	}
}

func attribute(name, value string) mapping.Value {
	return mapping.Object(mapping.Pair{Name: "name", Value: text(name)}, mapping.Pair{Name: "value", Value: text(value)})
}

func paths(t *testing.T) {
	t.Parallel()
	two := mapping.List(attribute("Size", "L"), attribute("Colour", "Red"))
	rows := []struct {
		path      string
		list      mapping.Value
		want      string
		ambiguous bool
	}{
		{"attributes[name=Colour].value", two, "Red", false},
		{"attributes[name=Weight].value", two, "", false},
		{"attributes[1].value", two, "Red", false},
		{"attributes[7].value", two, "", false},
		{"attributes.value", two, "", true},
		{"attributes.value", mapping.List(attribute("Size", "L")), "L", false},
		{"attributes[name=Colour].value", mapping.List(attribute("Colour", "Red"), attribute("Colour", "Blue")), "", true},
		{"attributes[name=Colour].value", mapping.Null(), "", false},
		{"attributes[name=Colour].unknown.deep", two, "", false},
	}
	for _, row := range rows {
		s := fields(mapping.KindList, "attributes")
		s.Target = append(s.Target, targetField("f", mapping.KindText))
		m := newMapper(t, s, mapping.To("f").From(row.path).Policy(mapping.Always))
		c, err := m.Plan(input{Source: src("attributes", row.list)})
		if row.ambiguous {
			if !errors.Is(err, mapping.ErrAmbiguousPath) {
				t.Errorf("%s: error = %v, want ErrAmbiguousPath", row.path, err)
			}
			continue
		}
		if err != nil || c.Patch["f"].Reveal() != row.want {
			t.Errorf("%s = %q, %v, want %q", row.path, c.Patch["f"].Reveal(), err, row.want)
		}
	}
}

func TestFieldNamesWithDots(t *testing.T) {
	t.Parallel()
	s := fields(mapping.KindText, "address", "address.city")
	m := newMapper(t, s, mapping.To("address").From("address.city").Policy(mapping.Always))
	c := plan(t, m, input{Source: src("address.city", text("Utrecht"))})
	if got := c.Patch["address"].Reveal(); got != "Utrecht" {
		t.Errorf("got %q, want the field of the longer name", got)
	}
}

func tableKeys(t *testing.T) {
	t.Parallel()
	table := mapping.Table{"21": text("high"), "Paid": text("PAID"), "true": text("yes"), "05": text("five")}
	rows := []struct {
		in    mapping.Value
		exact bool
		want  string
	}{
		{number("21.00"), false, "high"},
		{text("21.00"), false, "high"},
		{text("21 "), false, "high"},
		{text(" paid"), false, "PAID"},
		{text("paid"), true, ""},
		{text("Paid "), true, "PAID"},
		{mapping.Bool(true), false, "yes"},
		{text("5"), false, "five"},
		{text("2.1e1"), false, ""},
		{text("unpaid"), false, ""},
	}
	for _, row := range rows {
		s := fields(mapping.KindAbsent, "in")
		s.Target = []mapping.TargetField[record, record]{targetField("f", mapping.KindText)}
		rule := mapping.To("f").From("in").Map(table, mapping.UnmappedOmit()).Policy(mapping.Always)
		if row.exact {
			rule = rule.ExactKeys()
		}
		c := plan(t, newMapper(t, s, rule), input{Source: src("in", row.in)})
		if got := c.Patch["f"].Reveal(); got != row.want {
			t.Errorf("%s maps to %q, want %q", row.in.Reveal(), got, row.want)
		}
	}
}

func unmapped(t *testing.T) {
	t.Parallel()
	rule := func(u mapping.Unmapped) mapping.Rule {
		return mapping.To("f").From("f").Map(mapping.Table{"A": text("1")}, u).Policy(mapping.Always)
	}
	rows := []struct {
		name string
		rule mapping.Rule
		want string
	}{
		{"Pass", rule(mapping.UnmappedPass()), "NEW_STATUS"},
		{"Omit", rule(mapping.UnmappedOmit()), ""},
		{"Omit with Default", rule(mapping.UnmappedOmit()).Default(text("d")), "d"},
		{"Default", rule(mapping.UnmappedDefault(text("0"))), "0"},
	}
	for _, row := range rows {
		c := plan(t, newMapper(t, fields(mapping.KindText, "f"), row.rule), input{Source: src("f", text("NEW_STATUS"))})
		if got := c.Patch["f"].Reveal(); got != row.want {
			t.Errorf("%s gives %q, want %q", row.name, got, row.want)
		}
	}
	m := newMapper(t, fields(mapping.KindText, "f"), rule(mapping.UnmappedFail()))
	_, err := m.Plan(input{Source: src("f", text("NEW_STATUS"))})
	if _, ok := errors.AsType[*mapping.UnmappedError](err); !ok || !strings.Contains(err.Error(), "NEW_STATUS") {
		t.Errorf("Fail gives %v, want an UnmappedError that names the value", err)
	}
}

func defaultAndForce(t *testing.T) {
	t.Parallel()
	base := mapping.To("f").From("f")
	rows := []struct {
		name    string
		rule    mapping.Rule
		in      mapping.Value
		current *record
		want    record
	}{
		{"default not used", base.Default(text("d")).Policy(mapping.Always), text("s"), nil, record{"f": text("s")}},
		{"default for absent", base.Default(text("d")).Policy(mapping.Always), mapping.Absent(), nil, record{"f": text("d")}},
		{"default for empty", base.Default(text("d")).Policy(mapping.Always), text(" "), nil, record{"f": text("d")}},
		{"clear wins over default", base.WhenEmpty(mapping.Clear).Default(text("d")).Policy(mapping.Always), text(" "), src("f", text("t")), record{"f": text("")}},
		{"clear of absent wins over default", base.WhenAbsent(mapping.Clear).Default(text("d")).Policy(mapping.Always), mapping.Absent(), src("f", text("t")), record{"f": text("")}},
		{"force over source", base.Force(text("x")).Policy(mapping.Always), text("s"), nil, record{"f": text("x")}},
		{"forced CreateOnly on update", base.Force(text("x")).Policy(mapping.CreateOnly), text("s"), src("f", text("t")), nil},
	}
	for _, row := range rows {
		c := plan(t, newMapper(t, fields(mapping.KindText, "f"), row.rule), input{Source: src("f", row.in), Current: row.current})
		if diff := cmp.Diff(row.want, c.Patch); diff != "" {
			t.Errorf("%s: patch (-want +got):\n%s", row.name, diff)
		}
	}
}

func TestValidate(t *testing.T) {
	t.Parallel()
	base := mapping.To("f").From("f").Policy(mapping.Always)
	rows := []struct {
		name string
		kind mapping.Kind
		rule mapping.Rule
		in   mapping.Value
		want string // "" is an error
	}{
		{"required", mapping.KindText, base.Required(), mapping.Absent(), ""},
		{"reject", mapping.KindText, base.MaxLength(3, mapping.Reject), text("äöüß"), ""},
		{"characters, not bytes", mapping.KindText, base.MaxLength(4, mapping.Reject), text("äöüß"), "äöüß"},
		{"truncate", mapping.KindText, base.MaxLength(3, mapping.Truncate), text("äöüß"), "äöü"},
		{"one of", mapping.KindText, base.OneOf("a", "b"), text("b"), "b"},
		{"not one of", mapping.KindText, base.OneOf("a", "b"), text("c"), ""},
		{"number one of", mapping.KindNumber, base.OneOf("21", "9"), number("21.00"), "21"},
		{"in range", mapping.KindNumber, base.Range(decimal.Zero, decimal.NewFromInt(5)), number("5.0"), "5"},
		{"below range", mapping.KindNumber, base.Range(decimal.Zero, decimal.NewFromInt(5)), number("-0.01"), ""},
		{"above range", mapping.KindNumber, base.Range(decimal.Zero, decimal.NewFromInt(5)), number("5.01"), ""},
		{"pattern", mapping.KindText, base.Pattern(`^\d{4}$`), text("1234"), "1234"},
		{"not the pattern", mapping.KindText, base.Pattern(`^\d{4}$`), text("12345"), ""},
	}
	for _, row := range rows {
		c, err := newMapper(t, fields(row.kind, "f"), row.rule).Plan(input{Source: src("f", row.in)})
		if (err != nil) != (row.want == "") || c.Patch["f"].Reveal() != row.want {
			t.Errorf("%s: got %q, %v, want %q", row.name, c.Patch["f"].Reveal(), err, row.want)
		}
		if row.name == "truncate" && field(t, c, "f").Remark != mapping.Truncated {
			t.Error("a cut text has no remark")
		}
	}
}

func TestTargetRules(t *testing.T) {
	t.Parallel()
	s := fields(mapping.KindText, "f")
	s.Target[0].Required, s.Target[0].MaxLength, s.Target[0].OneOf = true, 3, []string{"a", "b", "long"}
	m := newMapper(t, s, mapping.To("f").From("f").Policy(mapping.Always))
	for name, in := range map[string]input{
		"missing on create": {Source: src()},
		"too long":          {Source: src("f", text("long"))},
		"not allowed":       {Source: src("f", text("c"))},
	} {
		if _, err := m.Plan(in); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if c := plan(t, m, input{Source: src(), Current: src("f", text("a"))}); c.Writes() {
		t.Error("a required field without a source value is written on update")
	}
}

func equalTextsAreNotWritten(t *testing.T) {
	t.Parallel()
	m := newMapper(t, fields(mapping.KindText, "f"), mapping.To("f").From("f").Policy(mapping.Always))
	for name, pair := range map[string][2]string{
		"NFC and NFD":      {"caf\u00e9", "cafe\u0301"},
		"CRLF and LF":      {"a\r\nb", "a\nb"},
		"trailing newline": {"a", "a\n"},
		"two marks":        {"Vi\u1ec7t", "Vie\u0302\u0323t"},
	} {
		c := plan(t, m, input{Source: src("f", text(pair[0])), Current: src("f", text(pair[1]))})
		if c.Writes() {
			t.Errorf("%s: written", name)
		}
	}
}

func safeForConcurrentUse(t *testing.T) {
	t.Parallel()
	m := newMapper(t, fields(mapping.KindText, "f", "g"),
		mapping.To("f").From("f", "g").Transform(mapping.Trim(), mapping.Upper()).
			If(mapping.Is("g", text("x")), mapping.Path("g")).
			Map(mapping.Table{"a": text("mapped")}, mapping.UnmappedPass()).Policy(mapping.UnlessEdited()),
		mapping.To("g").From("g").MaxLength(2, mapping.Truncate).Policy(mapping.CreateOnly))
	in := input{Source: src("f", text(" a ")), Current: src("f", text("b")), Baselines: mapping.Baselines{"f": {}}}
	want := plan(t, m, in)
	var wg sync.WaitGroup
	for range 1000 {
		wg.Go(func() {
			got, err := m.Plan(in)
			if err != nil || !cmp.Equal(got.Fields(), want.Fields()) || !cmp.Equal(got.Patch, want.Patch) {
				t.Errorf("got %v, %v, want %v", got.Fields(), err, want.Fields())
			}
			m.Baselines(got, in.Current, in.Baselines)
			if _, err := m.Version(in.Source); err != nil {
				t.Errorf("Version: %v", err)
			}
			if e, err := m.Why(in, "f"); err != nil || e.Change.Case != field(t, want, "f").Case {
				t.Errorf("Why: %v, %v", e, err)
			}
		})
	}
	wg.Wait()
}
