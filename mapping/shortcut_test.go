package mapping_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

// TestShortcutsAllocateOnce where the target holds everything: the room for the
// decisions. A rule that misses its shortcut is mapped alike; most show it here only.
func TestShortcutsAllocateOnce(t *testing.T) {
	tens := decimal.New(99, 0) // a limit of as many digits as the number takes room to compare
	m := waresMapperOf(t, mapping.Definition{Name: "wares", Rules: []mapping.Rule{
		mapping.To("text").From("other", "text").SkipEmpty().Transform(mapping.Trim()).Policy(mapping.Always),
		mapping.To("number").From("number").Transform(mapping.Round(1)).Policy(mapping.CreateOnly),
		mapping.To("truth").From("flag").Policy(mapping.FillEmpty),
		mapping.To("list").From("list").Policy(mapping.ListReplace),
		mapping.To("maybe").From("maybe").Transform(mapping.Round(1)).Range(decimal.Zero, tens).Policy(mapping.Always),
		mapping.To("flag").From("truth").Policy(mapping.Always),
		mapping.To("label").If(mapping.Above("maybe", tens), mapping.Text("high")).If(mapping.Otherwise(), mapping.Text("low")).
			Map(mapping.Table{"high": mapping.Text("H"), "low": mapping.Text("L")}, mapping.UnmappedFail()).Policy(mapping.Always),
	}}, directSchema())
	exact, rounded := decimal.New(5149, -3), decimal.New(51, -1)
	in := waresInput{
		Source:  &ware{Text: "a", Number: exact, Truth: true, List: []string{"a"}, Maybe: &exact, Flag: new(true)},
		Current: &ware{Text: "a", Number: rounded, Truth: true, List: []string{"a"}, Maybe: &rounded, Flag: new(true), Other: "L"},
	}
	if got := testing.AllocsPerRun(100, func() {
		if c, err := m.Plan(in); err != nil || c.Writes() {
			t.Errorf("error %v, written %v", err, c.Written())
		}
	}); got > 1 {
		t.Errorf("a plan takes %v allocations, want 1", got)
	}
}

// TestPanicsOfFieldsMadeByHandAreNotRepeated: only a shortcut is tried again.
func TestPanicsOfFieldsMadeByHandAreNotRepeated(t *testing.T) {
	t.Parallel()
	s, calls := directSchema(), 0
	s.Source[1] = mapping.SourceField[ware]{Name: "other", Kind: mapping.KindText, Get: func(*ware) mapping.Value {
		calls++
		panic("boom")
	}}
	m := waresMapperOf(t, mapping.Definition{Name: "wares", Rules: []mapping.Rule{
		mapping.To("truth").From("truth").Policy(mapping.Always), mapping.To("text").From("other").Policy(mapping.Always),
		mapping.To("number").From("number").Policy(mapping.Always),
	}}, s)
	if _, err := m.Plan(waresInput{Source: &ware{}}); err == nil || calls != 1 {
		t.Errorf("%d calls, error %v", calls, err)
	}
}
