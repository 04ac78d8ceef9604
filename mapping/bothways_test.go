package mapping_test

import (
	"testing"

	"github.com/tillsync/tillsync/mapping"
)

func TestCheckBothWays(t *testing.T) {
	t.Parallel()
	edited := mapping.UnlessEdited()
	rows := []struct {
		there, back mapping.Policy
		ok          bool
	}{
		{mapping.Always, mapping.Always, false},
		{mapping.Always, edited, false},
		{edited, mapping.UpdateOnly, false},
		{mapping.ListReplace, mapping.ListAdd, false},
		{edited, edited, true},
		{mapping.Always, mapping.CreateOnly, true},
		{mapping.Never, mapping.Always, true},
		{mapping.Always, mapping.FillEmpty, true},
		{mapping.ListOwn, mapping.ListOwn, true},
		{mapping.MatchKey(mapping.Follow), mapping.MatchKey(mapping.Report), true},
	}
	for _, row := range rows {
		there := mapping.Definition{Name: "there", Rules: []mapping.Rule{mapping.To("title").From("name")}}.
			WithGroups(mapping.Group("texts", row.there, "title"))
		back := mapping.Definition{Name: "back", Rules: []mapping.Rule{mapping.To("name").From("title[0]").Policy(row.back)}}
		if got := len(mapping.CheckBothWays(there, schema{}, back, schema{})) == 0; got != row.ok {
			t.Errorf("%s there and %s back: %t, want %t", row.there, row.back, got, row.ok)
		}
	}
}

// TestCheckBothWaysByWhatIsRead tells the fields by all that a rule reads, and by what
// the schema computes it of.
func TestCheckBothWaysByWhatIsRead(t *testing.T) {
	t.Parallel()
	pos := schema{Source: []mapping.SourceField[record]{{Name: "sell_price", Of: []string{"price", "discount"}}, {Name: "price"}, {Name: "prices"}}}
	always := mapping.Cond(mapping.Otherwise())
	for name, row := range map[string]struct {
		there mapping.Rule
		ok    bool
	}{
		"computed of it":          {mapping.To("cost").From("sell_price"), false},
		"by its own name":         {mapping.To("cost").From("price"), false},
		"a part":                  {mapping.To("cost").From("price.net"), false},
		"second of two":           {mapping.To("cost").From("prices", "price"), false},
		"value of an If":          {mapping.To("cost").If(always, mapping.Path("sell_price")), false},
		"gap of a template":       {mapping.To("cost").If(always, mapping.FromTemplate("{price} EUR")), false},
		"another field":           {mapping.To("cost").From("prices"), true},
		"a field nobody declares": {mapping.To("cost").From("sell_prices"), true},
		"another target":          {mapping.To("costs").From("sell_price"), true},
		"a condition only":        {mapping.To("cost").If(mapping.Present("price"), mapping.Int(1)), true},
	} {
		there := mapping.Definition{Rules: []mapping.Rule{row.there.Policy(mapping.Always)}}
		back := mapping.Definition{Rules: []mapping.Rule{mapping.To("price").From("cost").Policy(mapping.Always)}}
		if got := len(mapping.CheckBothWays(there, pos, back, schema{})) == 0; got != row.ok {
			t.Errorf("%s: %t, want %t", name, got, row.ok)
		}
		if got := len(mapping.CheckBothWays(back, schema{}, there, pos)) == 0; got != row.ok {
			t.Errorf("%s, the other way round: %t, want %t", name, got, row.ok)
		}
	}
}

// TestEcho maps both ways between two systems of which one keeps texts in its own form.
func TestEcho(t *testing.T) {
	t.Parallel()
	to := func(target, source string) *mapper {
		s := schema{
			Source: []mapping.SourceField[record]{sourceField(source, mapping.KindText)},
			Target: []mapping.TargetField[record, record]{targetField(target, mapping.KindText)},
		}
		return newMapper(t, s, mapping.To(target).From(source).Policy(mapping.UnlessEdited(mapping.OnNoBaselineTake)))
	}
	there, back := to("title", "name"), to("name", "title")
	pos, target := *src("name", text(`<b style="x">Mug</b>`)), shop{rewrite: sanitise}
	target.pass(t, there, pos)
	for _, row := range []struct {
		name, title string
		decision    mapping.Decision
		kase        string
	}{
		{`<b style="x">Mug</b>`, "<b>Mug</b>", mapping.DecisionKeep, "echo"},
		{"changed at the POS", "<b>Mug</b>", mapping.DecisionKeep, "echo"},
		{`<b style="x">Mug</b>`, "edited in the shop", mapping.DecisionWrite, "U2"},
	} {
		in := input{Source: src("title", text(row.title)), Current: src("name", text(row.name)), Written: target.base}
		f := field(t, plan(t, back, in), "name")
		if f.Decision != row.decision || f.Case != row.kase {
			t.Errorf("%s back to %s: %s %s, want %s %s", row.title, row.name, f.Decision, f.Case, row.decision, row.kase)
		}
	}
}

// TestEchoOfAList holds what was written as a set against the same list in any order.
func TestEchoOfAList(t *testing.T) {
	t.Parallel()
	there := listMapper(t, mapping.ListOwn)
	written := there.Baselines(plan(t, there, input{Source: src("f", list("A B"))}), nil, nil)
	back := listMapper(t, mapping.ListReplace)
	in := input{Source: src("f", list("B A")), Current: src("f", list("C")), Written: written}
	if f := field(t, plan(t, back, in), "f"); f.Case != "echo" {
		t.Errorf("case = %s, want echo", f.Case)
	}
}
