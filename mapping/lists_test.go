package mapping_test

import (
	"strings"
	"testing"

	"github.com/tillsync/tillsync/mapping"
)

func list(items string) mapping.Value { return mapping.Texts(strings.Fields(items)...) }

func listMapper(t testing.TB, p mapping.Policy) *mapper {
	t.Helper()
	return newMapper(t, fields(mapping.KindList, "f"),
		mapping.To("f").From("f").WhenEmpty(mapping.Clear).Policy(p))
}

func listPolicies(t *testing.T) {
	t.Parallel()
	rows := []struct {
		name   string
		policy mapping.Policy
		first  string // what we wrote when the record was created
		shop   string // what the shop has now
		source string // what the source has now
		want   string // what the shop has after the pass
		writes bool
	}{
		{"own adds and removes", mapping.ListOwn, "A B", "A B C", "A D", "A C D", true},
		{"own keeps the shop's", mapping.ListOwn, "A", "A C", "C", "C", true},
		{"own adds again", mapping.ListOwn, "A B", "B", "A B C", "B A C", true},
		{"own of nothing", mapping.ListOwn, "A", "A C", "", "C", true},
		{"own empties what is all ours", mapping.ListOwn, "A", "A", "", "", true},
		{"own has everything", mapping.ListOwn, "A", "A C D", "A C", "A C D", false},
		{"own in another order", mapping.ListOwn, "A B", "B A", "A B", "B A", false},
		{"own of untouched lists", mapping.ListOwn, "A", "A", "A", "A", false},
		{"add removes nothing", mapping.ListAdd, "A B", "A B C", "A D", "A B C D", true},
		{"add has everything", mapping.ListAdd, "A B", "A B C", "B", "A B C", false},
		{"replace", mapping.ListReplace, "A B", "A B C", "A D", "A D", true},
		{"replace in order", mapping.ListReplace, "A B", "B A", "A B", "A B", true},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			m := listMapper(t, row.policy)
			s := shop{}
			s.pass(t, m, *src("f", list(row.first)))
			s.holds["f"] = list(row.shop)
			c := s.pass(t, m, *src("f", list(row.source)))
			if got := s.holds["f"].Reveal(); got != list(row.want).Reveal() || c.Writes() != row.writes {
				t.Errorf("the shop has %s (written: %t), want %s (%t)", got, c.Writes(), list(row.want).Reveal(), row.writes)
			}
			if c := s.pass(t, m, *src("f", list(row.source))); c.Writes() {
				t.Errorf("a second pass writes %v", c.Written())
			}
		})
	}
}

func TestListOwnForgetsWhatItRemoved(t *testing.T) {
	t.Parallel()
	m := listMapper(t, mapping.ListOwn)
	s := shop{}
	s.pass(t, m, *src("f", list("A B")))
	s.pass(t, m, *src("f", list("B")))
	s.holds["f"] = list("B A") // now the shop adds A
	s.pass(t, m, *src("f", list("B C")))
	s.pass(t, m, *src("f", list("C")))
	if got, want := s.holds["f"].Reveal(), "[A, C]"; got != want {
		t.Errorf("the shop has %s, want %s: A is the shop's own by now", got, want)
	}
}

func TestListOwnOfAnAdoptedRecord(t *testing.T) {
	t.Parallel()
	m := listMapper(t, mapping.ListOwn)
	s := shop{holds: *src("f", list("A X"))}
	for range 2 {
		s.pass(t, m, *src("f", list("A B")))
	}
	s.pass(t, m, *src("f", list("")))
	if got, want := s.holds["f"].Reveal(), "[A, X]"; got != want {
		t.Errorf("the shop has %s, want %s: only B was ours", got, want)
	}
}

func TestListBaselinesDoNotDependOnOrder(t *testing.T) {
	t.Parallel()
	m := listMapper(t, mapping.ListOwn)
	stored := func(items string) mapping.Baselines {
		return m.Baselines(plan(t, m, input{Source: src("f", list(items))}), nil, nil)
	}
	if !stored("A B C").Equal(stored("C A B")) {
		t.Error("the same set has two baselines")
	}
}

func TestListWithoutElementsIsNoOrder(t *testing.T) {
	t.Parallel()
	m := newMapper(t, fields(mapping.KindList, "f"), mapping.To("f").From("f").Policy(mapping.ListOwn))
	c := plan(t, m, input{Source: src("f", mapping.List()), Current: src("f", list("A"))})
	if c.Writes() {
		t.Error("an empty list clears the target though nobody said Clear")
	}
}

// TestEmptiedListIsCleared in the form that the target declares.
func TestEmptiedListIsCleared(t *testing.T) {
	t.Parallel()
	s := fields(mapping.KindList, "f")
	s.Target[0].Empty = mapping.Null()
	m := newMapper(t, s, mapping.To("f").From("f").WhenEmpty(mapping.Clear).Policy(mapping.ListOwn))
	shop := shop{}
	shop.pass(t, m, *src("f", list("A")))
	c := shop.pass(t, m, *src("f", mapping.List()))
	if got := field(t, c, "f"); got.Decision != mapping.DecisionClear || got.New.Kind() != mapping.KindNull || c.Patch["f"].Kind() != mapping.KindNull {
		t.Errorf("%+v, patch %s: want it cleared with null", got, c.Patch["f"].Kind())
	}
}

// TestListClearedWithAText that stands for it, on a create and on an update.
func TestListClearedWithAText(t *testing.T) {
	t.Parallel()
	s := fields(mapping.KindList, "f")
	s.Target[0].Empty = text("")
	for _, policy := range []mapping.Policy{mapping.ListAdd, mapping.ListOwn, mapping.ListReplace} {
		m := newMapper(t, s, mapping.To("f").From("f").WhenEmpty(mapping.Clear).Policy(policy))
		create := plan(t, m, input{Source: src("f", mapping.List())})
		if got := field(t, create, "f"); got.Decision != mapping.DecisionClear || got.New.Kind() != mapping.KindText || create.Patch["f"].Kind() != mapping.KindText {
			t.Errorf("%s, new: %+v, patch %s: want it cleared with a text", policy, got, create.Patch["f"].Kind())
		}
		shop := shop{}
		shop.pass(t, m, *src("f", list("A")))
		update := shop.pass(t, m, *src("f", mapping.List()))
		if policy == mapping.ListAdd {
			continue // removes nothing
		}
		if got := field(t, update, "f"); got.Decision != mapping.DecisionClear || got.Old.Reveal() != "[A]" || update.Patch["f"].Kind() != mapping.KindText {
			t.Errorf("%s: %+v, patch %s: want it cleared with a text", policy, got, update.Patch["f"].Kind())
		}
	}
}
