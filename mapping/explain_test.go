package mapping_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/mapping"
)

func why(t testing.TB, m *mapper, in input, field string) mapping.Explanation {
	t.Helper()
	e, err := m.Why(in, field)
	if err != nil {
		t.Fatalf("Why: %v", err)
	}
	return e
}

func TestWhy(t *testing.T) {
	t.Parallel()
	table := mapping.Table{"a": text("mapped")}
	broken := mapping.Transform{Name: "Broken", Func: func(mapping.Value) (mapping.Value, error) { panic("boom") }}
	base := mapping.To("f").From("a", "b").Policy(mapping.Always)
	rows := []struct {
		name string
		rule mapping.Rule
		a, b string
		want []string
	}{
		{"path", base, "x", "", []string{`from a: "x"`}},
		{"second path", base.SkipEmpty(), " ", "y", []string{`from b: "y"`}},
		{"no path", mapping.To("f").From("none").Default(text("d")).Policy(mapping.Always), "", "", []string{
			"from absent (no path has a value)", "absent Omit: absent", `default "d"`,
		}},
		{"empty", base, " ", "y", []string{`from a: " "`, `empty Omit: " " → absent`}},
		{"clear", base.WhenEmpty(mapping.Clear).Default(text("d")), " ", "y", []string{`from a: " "`, `empty Clear: " " → ""`}},
		{"transforms", base.Transform(mapping.Trim(), mapping.Upper()), " x", "", []string{
			`from a: " x"`, `transform Trim: " x" → "x"`, `transform Upper: "x" → "X"`,
		}},
		{"transform that leaves nothing", base.Transform(mapping.Replace("x", ""), mapping.Upper()).Default(text("d")), "x", "", []string{
			`from a: "x"`, `transform Replace("x",""): "x" → absent`, `default "d"`,
		}},
		{"broken transform", base.Transform(broken), "x", "", []string{
			`from a: "x"`, `transform Broken: "x" → absent (field "f": transform Broken: panic of type string (value: text(1)))`,
		}},
		{"condition", base.If(mapping.Is("b", text("n")), text("no")).If(mapping.Filled("b"), mapping.Path("b")), "x", "y", []string{
			`from a: "x"`, `if If(Filled(b),Path("b")): "x" → "y"`,
		}},
		{"no condition", base.If(mapping.Filled("none"), text("no")), "x", "y", []string{`from a: "x"`, `if "x" → "x" (no condition is true)`}},
		{"join", mapping.To("f").If(mapping.Filled("a"), mapping.Path("a")).If(mapping.Filled("b"), mapping.Path("b")).Join("+").Policy(mapping.Always), "x", "y", []string{
			`if If(Filled(a),Path("a")), If(Filled(b),Path("b")): "x+y"`,
		}},
		{"table hit", base.Map(table, mapping.UnmappedFail()), "A ", "", []string{`from a: "A "`, `map "A " → "mapped" (found in the table)`}},
		{"table miss", base.Map(table, mapping.UnmappedPass()), "x", "", []string{`from a: "x"`, `map "x" → "x" (not in the table: Pass)`}},
		{"force", mapping.To("f").Force(text("x")).Policy(mapping.Always), "y", "", []string{`force "x"`}},
		{"cut", base.MaxLength(2, mapping.Truncate), "xyz", "", []string{`from a: "xyz"`, `validate "xyz" → "xy"`}},
		{"never", mapping.To("f").Policy(mapping.Never), "x", "", nil},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			m := newMapper(t, fields(mapping.KindText, "a", "b", "none", "f"), row.rule)
			e := why(t, m, input{Source: src("a", text(row.a), "b", text(row.b))}, "f")
			if diff := cmp.Diff(row.want, stepLines(e.Reveal())); diff != "" {
				t.Errorf("steps (-want +got):\n%s", diff)
			}
		})
	}
}

// stepLines are the lines about steps, without alignment.
func stepLines(s string) []string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	var out []string
	for _, line := range lines[1:] {
		name, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		if name != "policy" && name != "baseline" {
			out = append(out, name+" "+strings.TrimSpace(rest))
		}
	}
	return out
}

func TestWhyPrintsNoContent(t *testing.T) {
	t.Parallel()
	m := newMapper(t, fields(mapping.KindText, "f"), mapping.To("f").From("f").Transform(mapping.Trim()).Policy(mapping.UnlessEdited()))
	in := input{Source: src("f", text(" secret")), Current: src("f", text("secret shop")), Baselines: written(t, m, "secret", "secret")}
	e := why(t, m, in, "f")
	const want = `f: keep, U4: it was edited at the target, the source did not change it
  from      f: text(7)
  transform Trim: text(7) → text(6)
  policy    UnlessEdited: mapped text(6), target text(11) (Edited)
  baseline  the target changed since the last write
`
	if diff := cmp.Diff(want, e.String()); diff != "" {
		t.Errorf("String (-want +got):\n%s", diff)
	}
	if got := e.Reveal(); !strings.Contains(got, `mapped "secret", target "secret shop"`) {
		t.Errorf("Reveal shows no values:\n%s", got)
	}
}

func TestWhyOfAFault(t *testing.T) {
	t.Parallel()
	m := newMapper(t, fields(mapping.KindText, "f"), mapping.To("f").From("f").Map(mapping.Table{}, mapping.UnmappedFail()).Policy(mapping.Always))
	e := why(t, m, input{Source: src("f", text("NEW"))}, "f")
	if fault, ok := errors.AsType[*mapping.FieldError](e.Err); !ok || fault.Op != "map" || !strings.HasPrefix(e.String(), "f: cannot be mapped: ") {
		t.Errorf("explanation of a fault:\n%s", e)
	}
	if _, err := m.Why(input{Source: src()}, "g"); err == nil || !strings.Contains(err.Error(), `"g"`) {
		t.Errorf("error of an unknown field: %v", err)
	}
	if _, err := m.Why(input{}, "f"); !errors.Is(err, mapping.ErrNoSource) {
		t.Errorf("error without a source: %v", err)
	}
}

// TestWhyOfAFaultThatDoesNotMatter explains a value that cannot be mapped and would not
// be written anyway.
func TestWhyOfAFaultThatDoesNotMatter(t *testing.T) {
	t.Parallel()
	m := newMapper(t, fields(mapping.KindText, "f"), mapping.To("f").From("f").MaxLength(2, mapping.Reject).Policy(mapping.CreateOnly))
	e := why(t, m, input{Source: src("f", text("long")), Current: src("f", text("shop"))}, "f")
	if e.Err != nil || e.Change.Decision != mapping.DecisionKeep || !e.Held.Equal(text("shop")) || !e.Mapped.IsAbsent() {
		t.Errorf("explanation:\n%s", e.Reveal())
	}
}

func TestBaselineStates(t *testing.T) {
	t.Parallel()
	for _, policy := range []mapping.Policy{mapping.UnlessEdited(), mapping.Always} {
		testBaselineStates(t, newMapper(t, fields(mapping.KindText, "f"), mapping.To("f").From("f").Policy(policy)))
	}
}

func testBaselineStates(t *testing.T, m *mapper) {
	t.Helper()
	remembering := newMapper(t, fields(mapping.KindText, "f"), mapping.To("f").From("f").Policy(mapping.UnlessEdited()))
	base := written(t, remembering, "a", "a")
	for _, row := range []struct {
		s, t string
		base mapping.Baselines
		want mapping.BaselineState
	}{
		{"a", "a", nil, mapping.BaselineNone},
		{"a", "a", base, mapping.BaselineUnchanged},
		{"b", "a", base, mapping.BaselineSourceChanged},
		{"a", "b", base, mapping.BaselineTargetChanged},
		{"b", "c", base, mapping.BaselineBothChanged},
	} {
		e := why(t, m, input{Source: src("f", text(row.s)), Current: src("f", text(row.t)), Baselines: row.base}, "f")
		if e.Baseline != row.want {
			t.Errorf("%s, %s: %s, want %s", row.s, row.t, e.Baseline, row.want)
		}
	}
}

// TestWhyAgreesWithPlan holds explanations against plans of random mappings.
func TestWhyAgreesWithPlan(t *testing.T) {
	t.Parallel()
	for seed := range 300 {
		w := newWorld(seed)
		m, fields := w.mapping(t, false)
		target := shop{}
		for range 3 {
			in := input{Source: new(w.record(fields)), Baselines: target.base}
			if target.holds != nil {
				in.Current = &target.holds
			}
			c := plan(t, m, in)
			for _, f := range c.Fields() {
				e := why(t, m, in, f.Field)
				if diff := cmp.Diff(f, e.Change); diff != "" {
					t.Fatalf("seed %d: the plan and its explanation differ:\n%s", seed, diff)
				}
				if n := len(e.Steps); n > 0 && !e.Steps[n-1].After.Equal(e.Mapped) {
					t.Fatalf("seed %d: the steps lead elsewhere than the plan:\n%s", seed, e.Reveal())
				}
			}
			target.apply(m, c)
			w.edit(fields, &target)
		}
	}
}
