package mapping_test

import (
	"cmp"
	"errors"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/mapping"
)

// written is the baseline of a text field after a write of sent that the target
// holds as held.
func written(t testing.TB, m *mapper, sent, held string) mapping.Baselines {
	t.Helper()
	c := plan(t, m, input{Source: src("f", text(sent))})
	return m.Baselines(c, src("f", text(held)), nil)
}

func unlessEdited(t *testing.T) {
	t.Parallel()
	type row struct {
		name     string
		opts     []mapping.EditOption
		sent     string // last written; "" is no baseline
		held     string // what the target then held; "" is sent
		s, t     string
		decision mapping.Decision
		kase     string
		remark   mapping.Remark
		after    string // baseline afterwards: "none", "old" or "new"
	}
	keep, write, same := mapping.DecisionKeep, mapping.DecisionWrite, mapping.DecisionSame
	rows := []row{
		{"U1 agreement", nil, "a", "", "b", "b", same, "U1", "", "new"},
		{"U1 adopts without baseline", nil, "", "", "b", "b", same, "U1", "", "new"},
		{"U2 keep", nil, "", "", "s", "t", keep, "U2", "", "none"},
		{"U2 take", []mapping.EditOption{mapping.OnNoBaselineTake}, "", "", "s", "t", write, "U2", "", "new"},
		{"U2 fill", []mapping.EditOption{mapping.OnNoBaselineFill}, "", "", "s", " ", write, "U2", "", "new"},
		{"fill leaves what is there", []mapping.EditOption{mapping.OnNoBaselineFill}, "", "", "s", "t", keep, "U2", "", "old"},
		{"fill is for records without baseline", []mapping.EditOption{mapping.OnNoBaselineFill}, "a", "", "a", "", keep, "U6", mapping.Edited, "old"},
		{"take is for records without baseline", []mapping.EditOption{mapping.OnNoBaselineTake}, "a", "", "a", "edited", keep, "U4", mapping.Edited, "old"},
		{"U3 only the source", nil, "a", "", "b", "a", write, "U3", "", "new"},
		{"U3 target rewrites", nil, "a", "A!", "b", "A!", write, "U3", "", "new"},
		{"U4 only the shop", nil, "a", "", "a", "edited", keep, "U4", mapping.Edited, "old"},
		{"U5 keep target", nil, "a", "", "b", "edited", keep, "U5", mapping.Conflict, "old"},
		{"U5 take source", []mapping.EditOption{mapping.OnConflictTakeSource}, "a", "", "b", "edited", write, "U5", mapping.Conflict, "new"},
		{"U5 park", []mapping.EditOption{mapping.OnConflictPark}, "a", "", "b", "edited", mapping.DecisionPark, "U5", mapping.Conflict, "old"},
		{"both to the same value", nil, "a", "", "c", "c", same, "U1", "", "new"},
		{"U6 emptied", nil, "a", "", "a", " ", keep, "U6", mapping.Edited, "old"},
		{"U6 emptied, source changed", nil, "a", "", "b", "", keep, "U6", mapping.Conflict, "old"},
		{"U6 empty is no edit", []mapping.EditOption{mapping.EmptyIsNotAnEdit}, "a", "", "a", "", write, "U6", "", "new"},
		{"U7 target rewrites", nil, "a", "A!", "a", "A!", same, "U7", "", "old"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			m := newMapper(t, fields(mapping.KindText, "f"), mapping.To("f").From("f").Policy(mapping.UnlessEdited(row.opts...)))
			var old mapping.Baselines
			if row.sent != "" {
				old = written(t, m, row.sent, cmp.Or(row.held, row.sent))
			}
			c := plan(t, m, input{Source: src("f", text(row.s)), Current: src("f", text(row.t)), Baselines: old})
			f := field(t, c, "f")
			got := [...]any{f.Decision, f.Case, f.Remark, c.Writes(), c.Parked()}
			want := [...]any{row.decision, row.kase, row.remark, row.decision == write, row.decision == mapping.DecisionPark}
			if got != want {
				t.Errorf("decision, case, remark, writes, parked = %v, want %v", got, want)
			}
			checkBaseline(t, m, row.after, row.s, old, m.Baselines(c, nil, old))
		})
	}
}

func checkBaseline(t *testing.T, m *mapper, want, s string, old, got mapping.Baselines) {
	t.Helper()
	expected := mapping.Baselines{}
	switch want {
	case "old":
		expected = old
	case "new":
		expected = written(t, m, s, s)
	}
	if diff := gocmp.Diff(expected, got); diff != "" {
		t.Errorf("stored afterwards is not %q (-want +got):\n%s", want, diff)
	}
}

func TestKeepLastsUntilTheValuesAgree(t *testing.T) {
	t.Parallel()
	m := newMapper(t, fields(mapping.KindText, "f"), mapping.To("f").From("f").Policy(mapping.UnlessEdited()))
	s := shop{holds: *src("f", text("shop"))}
	for range 2 {
		if f := field(t, s.pass(t, m, *src("f", text("pos"))), "f"); f.Case != "U2" {
			t.Fatalf("case = %s, want U2", f.Case)
		}
	}
	s.pass(t, m, *src("f", text("shop")))
	if f := field(t, s.pass(t, m, *src("f", text("pos 2"))), "f"); f.Case != "U3" {
		t.Errorf("after agreement the case is %s, want U3", f.Case)
	}
}

func TestPoliciesOnUpdate(t *testing.T) {
	t.Parallel()
	follow, report := mapping.MatchKey(mapping.Follow), mapping.MatchKey(mapping.Report)
	rows := []struct {
		name     string
		policy   mapping.Policy
		sent     string // last written, "" is no baseline
		s, t     string
		decision mapping.Decision
		remark   mapping.Remark
	}{
		{"Always differs", mapping.Always, "", "s", "t", mapping.DecisionWrite, ""},
		{"Always equal", mapping.Always, "", "s", "s", mapping.DecisionSame, ""},
		{"CreateOnly", mapping.CreateOnly, "a", "b", "a", mapping.DecisionKeep, ""},
		{"CreateOnly, empty at the target", mapping.CreateOnly, "a", "b", "", mapping.DecisionKeep, ""},
		{"UpdateOnly", mapping.UpdateOnly, "", "s", "t", mapping.DecisionWrite, ""},
		{"FillEmpty of empty", mapping.FillEmpty, "", "s", "<p></p>", mapping.DecisionWrite, ""},
		{"FillEmpty of filled", mapping.FillEmpty, "a", "b", "a", mapping.DecisionKeep, ""},
		{"Never", mapping.Never, "", "s", "t", mapping.DecisionSkip, ""},
		{"Follow a rename", follow, "a", "b", "a", mapping.DecisionWrite, mapping.Renamed},
		{"Follow, target renamed", follow, "a", "a", "t", mapping.DecisionKeep, mapping.KeyDrift},
		{"Follow, both renamed", follow, "a", "b", "t", mapping.DecisionPark, mapping.Conflict},
		{"Follow, nothing known", follow, "", "s", "t", mapping.DecisionPark, mapping.KeyDrift},
		{"Report", report, "a", "b", "a", mapping.DecisionKeep, mapping.KeyDrift},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			rule := mapping.To("f").Policy(row.policy)
			if row.policy != mapping.Never {
				rule = rule.From("f")
			}
			m := newMapper(t, fields(mapping.KindText, "f"), rule)
			var old mapping.Baselines
			if row.sent != "" {
				old = written(t, m, row.sent, row.sent)
			}
			c := plan(t, m, input{Source: src("f", text(row.s)), Current: src("f", text(row.t)), Baselines: old})
			f := field(t, c, "f")
			if f.Decision != row.decision || f.Remark != row.remark || f.Reason == "" || f.Case == "" {
				t.Errorf("got %s %q (%s: %s), want %s %q", f.Decision, f.Remark, f.Case, f.Reason, row.decision, row.remark)
			}
			_, inPatch := c.Patch["f"]
			if inPatch != (row.decision == mapping.DecisionWrite) {
				t.Errorf("in the patch: %t", inPatch)
			}
		})
	}
}

func TestPoliciesOnCreate(t *testing.T) {
	t.Parallel()
	for policy, want := range map[mapping.Policy]bool{
		mapping.Always: true, mapping.CreateOnly: true, mapping.UpdateOnly: false, mapping.FillEmpty: true,
		mapping.Never: false, mapping.UnlessEdited(): true, mapping.MatchKey(mapping.Follow): true,
		mapping.MatchKey(mapping.Report): true, mapping.Forward("s", "t"): true,
	} {
		rule := mapping.To("f").From("f").Policy(policy)
		c := plan(t, newMapper(t, fields(mapping.KindText, "f"), rule), input{Source: src("f", text("s"))})
		if c.Writes() != want {
			t.Errorf("%s writes on create: %t, want %t", policy, c.Writes(), want)
		}
	}
}

func fillEmptyWritesOnce(t *testing.T) {
	t.Parallel()
	m := newMapper(t, fields(mapping.KindText, "f"), mapping.To("f").From("f").Policy(mapping.FillEmpty))
	s := shop{holds: record{}}
	s.pass(t, m, *src("f", text("a")))
	s.holds["f"] = text("edited")
	s.pass(t, m, *src("f", text("b")))
	if got := s.holds["f"].Reveal(); s.writes != 1 || got != "edited" {
		t.Errorf("%d writes, the shop has %q", s.writes, got)
	}
}

func createOnlyStaysOutOfUpdates(t *testing.T) {
	t.Parallel()
	m := newMapper(t, fields(mapping.KindText, "long", "name"),
		mapping.To("long").From("long").Policy(mapping.CreateOnly).MaxLength(20, mapping.Reject),
		mapping.To("name").From("name").Policy(mapping.Always))
	s := shop{}
	s.pass(t, m, *src("long", text("from the POS"), "name", text("a")))
	s.holds["long"] = text("enriched in the shop")
	c := s.pass(t, m, *src("long", text("changed at the POS"), "name", text("b")))
	if diff := gocmp.Diff(record{"name": text("b")}, c.Patch); diff != "" {
		t.Errorf("patch (-want +got):\n%s", diff)
	}
	c = s.pass(t, m, *src("long", text("too long for the shop, but it is not written"), "name", text("b")))
	if c.Writes() || field(t, c, "long").Decision != mapping.DecisionKeep {
		t.Errorf("a value that is not written anyway gives %v", c.Fields())
	}
}

func TestFaultOfAFieldThatIsNotWritten(t *testing.T) {
	t.Parallel()
	broken := mapping.Transform{Name: "Broken", Func: func(mapping.Value) (mapping.Value, error) { panic("boom") }}
	m := newMapper(t, fields(mapping.KindText, "f"), mapping.To("f").From("f").Transform(broken).Policy(mapping.CreateOnly))
	if _, err := m.Plan(input{Source: src("f", text("s"))}); err == nil {
		t.Error("a create with a panic is planned")
	}
	c := plan(t, m, input{Source: src("f", text("s")), Current: src("f", text("t"))})
	if got := field(t, c, "f").Decision; got != mapping.DecisionKeep {
		t.Errorf("decision = %q, want keep", got)
	}
}

func TestFaultsOfTheSchema(t *testing.T) {
	t.Parallel()
	set := fields(mapping.KindText, "f")
	set.Target[0].Set = func(*record, mapping.Value) error { panic("boom") }
	equal := fields(mapping.KindText, "f")
	equal.Target[0].Equal = func(mapping.Value, mapping.Value) bool { panic("boom") }
	for op, s := range map[string]schema{"set": set, "policy": equal} {
		m := newMapper(t, s, mapping.To("f").From("f").Policy(mapping.Always))
		_, err := m.Plan(input{Source: src("f", text("s")), Current: src("f", text("t"))})
		if e, ok := errors.AsType[*mapping.FieldError](err); !ok || e.Op != op {
			t.Errorf("error = %v, want a FieldError at %s", err, op)
		}
	}
}

// sanitise is a shop that strips attributes and rounds prices.
func sanitise(_ string, v mapping.Value) mapping.Value {
	if d, ok := v.AsNumber(); ok {
		return mapping.Number(d.Round(2))
	}
	return text(strings.ReplaceAll(v.Reveal(), ` style="x"`, ""))
}

func targetThatRewrites(t *testing.T) {
	t.Parallel()
	for _, policy := range []mapping.Policy{mapping.Always, mapping.UnlessEdited(), mapping.UpdateOnly, mapping.MatchKey(mapping.Follow)} {
		t.Run(string(policy), func(t *testing.T) {
			t.Parallel()
			s := fields(mapping.KindText, "html")
			s.Source = append(s.Source, sourceField("price", mapping.KindNumber))
			s.Target = append(s.Target, targetField("price", mapping.KindNumber))
			m := newMapper(t, s, mapping.To("html").From("html").Policy(policy), mapping.To("price").From("price").Policy(policy))
			pos := *src("html", text(`<p style="x">Hi</p>`), "price", number("9.999"))
			target := shop{rewrite: sanitise}
			if policy == mapping.UpdateOnly {
				target.holds = record{}
			}
			for range 4 {
				target.pass(t, m, pos)
			}
			if target.writes != 1 {
				t.Fatalf("%d writes in four passes, want 1", target.writes)
			}
			pos["price"] = number("8.888")
			c := target.pass(t, m, pos)
			if diff := gocmp.Diff([]string{"price"}, c.Written()); diff != "" {
				t.Errorf("after a change at the source (-want +got):\n%s", diff)
			}
			target.pass(t, m, pos)
			if target.writes != 2 {
				t.Errorf("%d writes in all, want 2", target.writes)
			}
		})
	}
}

func TestEditOfARewrittenValueIsSeen(t *testing.T) {
	t.Parallel()
	m := newMapper(t, fields(mapping.KindText, "f"), mapping.To("f").From("f").Policy(mapping.UnlessEdited()))
	s := shop{rewrite: sanitise}
	pos := *src("f", text(`<p style="x">Hi</p>`))
	s.pass(t, m, pos)
	s.holds["f"] = text("<p>Enriched</p>")
	if f := field(t, s.pass(t, m, pos), "f"); f.Case != "U4" {
		t.Errorf("case = %s, want U4", f.Case)
	}
}

func TestBaselinesOnlyWhereNeeded(t *testing.T) {
	t.Parallel()
	rows := []struct {
		policy mapping.Policy
		held   string
		want   bool
	}{
		{mapping.Always, "s", false},
		{mapping.Always, "rewritten", true},
		{mapping.CreateOnly, "s", false},
		{mapping.FillEmpty, "s", false},
		{mapping.UnlessEdited(), "s", true},
		{mapping.MatchKey(mapping.Follow), "s", true},
		{mapping.MatchKey(mapping.Report), "s", false},
	}
	for _, row := range rows {
		m := newMapper(t, fields(mapping.KindText, "f"), mapping.To("f").From("f").Policy(row.policy))
		if got := len(written(t, m, "s", row.held)) > 0; got != row.want {
			t.Errorf("%s, held as %q: stored %t, want %t", row.policy, row.held, got, row.want)
		}
	}
}

func TestBaselineGoesWhenTheTargetKeepsOurValue(t *testing.T) {
	t.Parallel()
	m := newMapper(t, fields(mapping.KindText, "f"), mapping.To("f").From("f").Policy(mapping.Always))
	old := written(t, m, "a", "rewritten")
	c := plan(t, m, input{Source: src("f", text("b")), Current: src("f", text("rewritten")), Baselines: old})
	if got := m.Baselines(c, src("f", text("b")), old); len(got) > 0 {
		t.Errorf("stored %v, want nothing", got)
	}
	if len(old) != 1 {
		t.Error("the old baselines were changed")
	}
}

func interruptedCreate(t *testing.T) {
	t.Parallel()
	m := newMapper(t, fields(mapping.KindText, "name", "long", "edited", "never"),
		mapping.To("name").From("name").Policy(mapping.Always),
		mapping.To("long").From("long").Policy(mapping.CreateOnly),
		mapping.To("edited").From("edited").Policy(mapping.CreateOnly),
		mapping.To("never").From("never").Policy(mapping.Never))
	in := input{
		Source:  src("name", text("a"), "long", text("l"), "edited", text("e"), "never", text("n")),
		Current: src("name", text("a"), "edited", text("by the shop")),
		Finish:  true,
	}
	c := plan(t, m, in)
	if diff := gocmp.Diff(record{"long": text("l")}, c.Patch); diff != "" {
		t.Errorf("patch (-want +got):\n%s", diff)
	}
	in.Finish = false
	if c := plan(t, m, in); c.Writes() {
		t.Errorf("without Finish the patch is %v", c.Patch)
	}
}

func TestLinkOnlyWritesNothing(t *testing.T) {
	t.Parallel()
	m := newMapper(t, fields(mapping.KindText, "a", "b"),
		mapping.To("a").From("a").Policy(mapping.Always), mapping.To("b").From("b").Policy(mapping.UnlessEdited()))
	in := input{Source: src("a", text("1"), "b", text("2")), Current: src("a", text("x"), "b", text("2")), LinkOnly: true}
	c := plan(t, m, in)
	if c.Writes() || field(t, c, "a").Decision != mapping.DecisionKeep || field(t, c, "b").Decision != mapping.DecisionSame {
		t.Errorf("decisions: %v", c.Fields())
	}
	if got := m.Baselines(c, nil, nil); len(got) != 1 {
		t.Errorf("%d baselines, want the one of the field that agrees", len(got))
	}
	in.Current = nil
	if c := plan(t, m, in); c.Writes() {
		t.Error("a create is planned")
	}
}

func TestGroupsAndCheckbox(t *testing.T) {
	t.Parallel()
	def := mapping.Definition{
		Name: "test",
		Rules: []mapping.Rule{
			mapping.To("name").From("name"), mapping.To("long").From("long"),
			mapping.To("price").From("price").Policy(mapping.Always),
		},
		Groups: []mapping.FieldGroup{mapping.Group("texts", mapping.Always, "name", "long", "price")},
	}
	in := input{Source: src("name", text("a"), "long", text("b"), "price", text("c")), Current: src()}
	rows := []struct {
		name string
		def  mapping.Definition
		want []string
	}{
		{"group", def, []string{"name", "long", "price"}},
		{"box on", def.UpdateCheckbox("texts", true), []string{"name", "long", "price"}},
		{"box off", def.UpdateCheckbox("texts", false), []string{"price"}},
		{"own policy wins", def.With(mapping.To("long").From("long").Policy(mapping.Never)), []string{"name", "price"}},
		{"without", def.Without("name"), []string{"long", "price"}},
	}
	for _, row := range rows {
		m, err := mapping.New(row.def, fields(mapping.KindText, "name", "long", "price"), key())
		if err != nil {
			t.Fatalf("%s: %v", row.name, err)
		}
		if diff := gocmp.Diff(row.want, plan(t, m, in).Written()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
	}
	if _, err := mapping.New(def.UpdateCheckbox("text", false), fields(mapping.KindText, "name", "long", "price"), key()); err == nil {
		t.Error("a checkbox of an unknown group is accepted")
	}
}

// TestBothSidesKeepTheirKind in a decision about a target that holds something else than
// the rule maps.
func TestBothSidesKeepTheirKind(t *testing.T) {
	t.Parallel()
	s := fields(mapping.KindText, "f")
	m := newMapper(t, s, mapping.To("f").From("f").Policy(mapping.Always))
	for _, old := range []mapping.Value{mapping.Null(), mapping.Int(7), mapping.Text("b"), mapping.Bool(true), list("a b")} {
		got := field(t, plan(t, m, input{Source: src("f", text("a")), Current: src("f", old)}), "f")
		if got.Old.Kind() != old.Kind() || !got.Old.Equal(old) || !got.New.Equal(text("a")) {
			t.Errorf("%s became %s, and a became %s", old.Reveal(), got.Old.Reveal(), got.New.Reveal())
		}
	}
}

// TestRuleOfADefinition can be changed and put back; there is none to change otherwise.
func TestRuleOfADefinition(t *testing.T) {
	t.Parallel()
	def := mapping.Definition{Name: "test", Rules: []mapping.Rule{
		mapping.To("a").From("a").Policy(mapping.Always), mapping.To("b").From("b").Transform(mapping.Upper()).Policy(mapping.Always),
	}}
	r, ok := def.Rule("b")
	m, err := mapping.New(def.With(r.Policy(mapping.CreateOnly)), fields(mapping.KindText, "a", "b"), key())
	if !ok || err != nil {
		t.Fatal(ok, err)
	}
	in := input{Source: src("a", text("x"), "b", text("x"))}
	if got := plan(t, m, in).Patch["b"]; !got.Equal(text("X")) {
		t.Errorf("b is created as %s, want X", got.Reveal())
	}
	in.Current = src("a", text("y"), "b", text("y"))
	if got := plan(t, m, in).Written(); len(got) != 1 || got[0] != "a" {
		t.Errorf("%v is updated, want a alone", got)
	}
	missing, ok := def.Rule("c")
	if _, err := mapping.New(def.With(missing), fields(mapping.KindText, "a", "b"), key()); ok || err == nil {
		t.Errorf("a rule that is not there: ok %t, error %v", ok, err)
	}
}
