package mapping_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

func TestRuleSpec(t *testing.T) {
	t.Parallel()
	low, high := decimal.Zero, decimal.NewFromInt(9)
	rule := mapping.To("a").From("x", "y").SkipEmpty().WhenAbsent(mapping.Clear).WhenEmpty(mapping.Fail).ZeroIsEmpty().
		Transform(mapping.Trim(), mapping.Round(2)).If(mapping.Filled("x"), mapping.Path("y")).Join("|").
		Map(mapping.Table{"1": text("one")}, mapping.UnmappedDefault(text("?"))).ExactKeys().
		Default(text("d")).Required().MaxLength(3, mapping.Truncate).OneOf("p", "q").Range(low, high).
		Pattern("^p").Policy(mapping.Always)
	sep := "|"
	def := text("d")
	want := mapping.RuleSpec{
		Field: "a", From: []string{"x", "y"}, SkipEmpty: true, WhenAbsent: mapping.Clear, WhenEmpty: mapping.Fail,
		ZeroIsEmpty: true, Transforms: []mapping.Transform{mapping.Trim(), mapping.Round(2)},
		Branches: []mapping.Branch{{Cond: mapping.Filled("x"), Value: mapping.Path("y")}}, Join: &sep,
		Table: mapping.Table{"1": text("one")}, Unmapped: mapping.UnmappedDefault(text("?")), ExactKeys: true,
		Default: &def, Required: true, MaxLength: 3, Overflow: mapping.Truncate, OneOf: []string{"p", "q"},
		Low: &low, High: &high, Pattern: "^p", Policy: mapping.Always,
	}
	opts := []cmp.Option{
		cmp.Comparer(func(a, b mapping.Transform) bool { return a.Name == b.Name }),
		cmp.Comparer(func(a, b mapping.Cond) bool { return a.String() == b.String() }),
		cmp.Comparer(func(a, b mapping.Unmapped) bool { return a.Kind() == b.Kind() && a.Value().Equal(b.Value()) }),
	}
	spec := rule.Spec()
	if diff := cmp.Diff(want, spec, opts...); diff != "" {
		t.Errorf("Spec (-want +got):\n%s", diff)
	}
	spec.From[0], spec.Table["1"] = "changed", text("changed")
	if diff := cmp.Diff(want, rule.Spec(), opts...); diff != "" {
		t.Errorf("the rule changed with its spec (-want +got):\n%s", diff)
	}
}

func TestCondSpec(t *testing.T) {
	t.Parallel()
	c := mapping.All(mapping.Not(mapping.Is("a", text("x"), number("2"))), mapping.Above("b", decimal.NewFromInt(3)), mapping.Otherwise())
	if got, want := c.String(), `All(Not(Is(a,text:"x",number:"2")),Above(b,3),Otherwise())`; got != want {
		t.Errorf("String: %s, want %s", got, want)
	}
	parts := c.Spec().Parts
	if len(parts) != 3 || c.Spec().Kind != "All" {
		t.Fatalf("%d parts of %s, want 3 of All", len(parts), c.Spec().Kind)
	}
	if got := parts[0].Spec().Parts[0].Spec(); got.Kind != "Is" || got.Path != "a" || len(got.Values) != 2 {
		t.Errorf("Is: kind %s, path %s, %d values", got.Kind, got.Path, len(got.Values))
	}
	if got := parts[1].Spec(); got.Kind != "Above" || got.Path != "b" || !got.Limit.Equal(decimal.NewFromInt(3)) {
		t.Errorf("Above: kind %s, path %s, limit %s", got.Kind, got.Path, got.Limit)
	}
	if kind := (mapping.Cond{}).Spec().Kind; kind != "" {
		t.Errorf("kind of the zero Cond %q, want none", kind)
	}
}

func TestTest(t *testing.T) {
	t.Parallel()
	isLong := func(answer func(mapping.Value) mapping.Value) mapping.Cond {
		return mapping.Test(mapping.Call{Name: "IsLong", Paths: []string{"a"}, Func: func(args []mapping.Value) (mapping.Value, error) {
			return answer(args[0]), nil
		}})
	}
	for _, row := range []struct {
		name   string
		answer mapping.Value
		want   string
		fails  bool
	}{
		{name: "true", answer: mapping.Bool(true), want: "long"},
		{name: "false", answer: mapping.Bool(false), want: "short"},
		{name: "absent", answer: mapping.Absent(), want: "short"},
		{name: "text", answer: text("true"), fails: true},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			cond := isLong(func(mapping.Value) mapping.Value { return row.answer })
			m := newMapper(t, fields(mapping.KindText, "a"),
				mapping.To("a").If(cond, text("long")).If(mapping.Otherwise(), text("short")).Policy(mapping.Always))
			c, err := m.Plan(input{Source: src("a", text("x"))})
			if (err != nil) != row.fails {
				t.Fatalf("Plan: %v", err)
			}
			if got, _ := c.Patch["a"].AsText(); got != row.want {
				t.Errorf("got %q, want %q", got, row.want)
			}
		})
	}
	_, err := mapping.New(mapping.Definition{Name: "test", Rules: []mapping.Rule{
		mapping.To("a").If(mapping.Test(mapping.Call{Name: "X", Paths: []string{"b"}}), text("x")).Policy(mapping.Always),
	}}, fields(mapping.KindText, "a"), key())
	if err == nil {
		t.Error("New accepts a test without a function on an unknown path")
	}
}
