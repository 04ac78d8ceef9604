package mapping_test

import (
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/mapping"
)

// inputs are records named 1, 2, …; pulled counts those that were asked for.
func inputs(pulled *int, records ...input) iter.Seq2[string, input] {
	return func(yield func(string, input) bool) {
		for i, in := range records {
			*pulled++
			if !yield(string(rune('1'+i)), in) {
				return
			}
		}
	}
}

func TestImpact(t *testing.T) {
	t.Parallel()
	to := func(field string) mapping.Rule { return mapping.To(field).From("s").Policy(mapping.Always) }
	rows := []struct {
		name          string
		before, after []mapping.Rule
		s, current    string
		want          string // field and effect
	}{
		{"nothing", []mapping.Rule{to("f")}, []mapping.Rule{to("f")}, "a", "b", ""},
		{"another policy that decides the same", []mapping.Rule{to("f")}, []mapping.Rule{to("f").Policy(mapping.FillEmpty)}, "a", "", ""},
		{"left alone", []mapping.Rule{to("f")}, []mapping.Rule{to("f").Policy(mapping.CreateOnly)}, "a", "b", "f left alone"},
		{"written", []mapping.Rule{to("f").Policy(mapping.CreateOnly)}, []mapping.Rule{to("f")}, "a", "b", "f written"},
		{"another value", []mapping.Rule{to("f")}, []mapping.Rule{to("f").Transform(mapping.Upper())}, "a", "b", "f another value"},
		{"cleared", []mapping.Rule{to("f")}, []mapping.Rule{to("f").Transform(mapping.Replace("a", "")).WhenEmpty(mapping.Clear)}, "a", "b", "f another value"},
		{"rule gone", []mapping.Rule{to("f"), to("g")}, []mapping.Rule{to("f")}, "a", "b", "g left alone"},
		{"rule new", []mapping.Rule{to("f")}, []mapping.Rule{to("g"), to("f")}, "a", "b", "g written"},
		{"fails", []mapping.Rule{to("f"), to("g")}, []mapping.Rule{to("f"), to("g").MaxLength(1, mapping.Reject)}, "aa", "b", "g fails"},
		{"still fails", []mapping.Rule{to("f").MaxLength(1, mapping.Reject)}, []mapping.Rule{to("f").MaxLength(1, mapping.Reject)}, "aa", "b", ""},
		{"no longer fails", []mapping.Rule{to("f").MaxLength(1, mapping.Reject)}, []mapping.Rule{to("f")}, "aa", "b", "f written"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			s := fields(mapping.KindText, "s", "f", "g")
			in := input{Source: src("s", text(row.s)), Current: src("f", text(row.current), "g", text(row.current))}
			got := ""
			for d := range mapping.Impact(newMapper(t, s, row.before...), newMapper(t, s, row.after...), inputs(new(int), in)) {
				got += d.Field + " " + string(d.Effect)
				if (d.Err != nil) != (d.Effect == mapping.EffectFails) {
					t.Errorf("effect %s has the error %v", d.Effect, d.Err)
				}
			}
			if got != row.want {
				t.Errorf("got %q, want %q", got, row.want)
			}
		})
	}
}

func TestImpactIsLazy(t *testing.T) {
	t.Parallel()
	s := fields(mapping.KindText, "f")
	before := newMapper(t, s, mapping.To("f").From("f").Policy(mapping.Always))
	after := newMapper(t, s, mapping.To("f").From("f").Transform(mapping.Upper()).Policy(mapping.Always))
	one := input{Source: src("f", text("a"))}
	pulled := 0
	for d := range mapping.Impact(before, after, inputs(&pulled, input{}, one, one, one)) {
		if d.ID != "2" {
			t.Errorf("first difference in %s", d.ID)
		}
		break
	}
	if pulled != 2 {
		t.Errorf("%d records were read, want 2", pulled)
	}
}

func TestSummarise(t *testing.T) {
	t.Parallel()
	all := []mapping.Difference{
		{ID: "1", Field: "f", Effect: mapping.EffectWritten},
		{ID: "1", Field: "g", Effect: mapping.EffectLeft},
		{ID: "2", Field: "f", Effect: mapping.EffectWritten},
		{ID: "3", Field: "f", Effect: mapping.EffectWritten},
		{ID: "4", Field: "f", Effect: mapping.EffectFails},
	}
	const want = `4 records would change
  f: written in 3, such as 1, 2
  g: left alone in 1, such as 1
  f: fails in 1, such as 4
`
	if diff := cmp.Diff(want, mapping.Summarise(slices.Values(all), 2).String()); diff != "" {
		t.Errorf("summary (-want +got):\n%s", diff)
	}
	if got := mapping.Summarise(slices.Values(all[3:4]), 0).String(); !strings.HasPrefix(got, "1 record would change\n") {
		t.Errorf("summary of one record: %s", got)
	}
	if got := mapping.Summarise(slices.Values[[]mapping.Difference](nil), 2); got.Records != 0 {
		t.Errorf("summary of nothing: %v", got)
	}
}
