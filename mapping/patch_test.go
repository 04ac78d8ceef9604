package mapping_test

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

// note is a record whose texts all name it; notePatch collects them in a slice and in a
// map.
type (
	note      struct{ Title, Body, Tag string }
	notePatch struct {
		Title string
		Lines []string
		Tags  map[string]string
	}
	noteMapper = mapping.Mapper[note, note, notePatch]
	noteInput  = mapping.Input[note, note]
)

// notesMapper has a direct field, one whose setter appends and then panics at "boom …",
// and one made by hand whose setter refuses "bad …" when it is in the patch already.
func notesMapper(t *testing.T) *noteMapper {
	t.Helper()
	title := func(n *note) string { return n.Title }
	body := func(n *note) string { return n.Body }
	tag := func(n *note) mapping.Value { return mapping.Text(n.Tag) }
	s := mapping.Schema[note, note, notePatch]{
		Name: "notes",
		Source: []mapping.SourceField[note]{
			mapping.SourceText("title", title), mapping.SourceText("body", body), {Name: "tag", Kind: mapping.KindText, Get: tag},
		},
		Target: []mapping.TargetField[note, notePatch]{
			mapping.TargetText("title", title, func(p *notePatch, s string) { p.Title = s }),
			mapping.TargetText("body", body, func(p *notePatch, s string) {
				p.Lines = append(p.Lines, s)
				if strings.HasPrefix(s, "boom") {
					panic("half way")
				}
			}),
			{Name: "tag", Kind: mapping.KindText, Get: tag, Set: setTag},
		},
	}
	def := mapping.Definition{Name: "notes"}
	for _, name := range []string{"title", "body", "tag"} {
		def.Rules = append(def.Rules, mapping.To(name).From(name).Policy(mapping.Always))
	}
	m, err := mapping.New(def, s, key())
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func setTag(p *notePatch, v mapping.Value) error {
	if p.Tags == nil {
		p.Tags = map[string]string{}
	}
	p.Tags[v.Reveal()] = v.Reveal()
	p.Lines = append(p.Lines, v.Reveal())
	if strings.HasPrefix(v.Reveal(), "bad") {
		return errors.New("refused")
	}
	return nil
}

// TestPatchesOfRecordsStayApart: whatever became of the records before, in any
// goroutine, a patch holds what its own record says, and goes on to.
func TestPatchesOfRecordsStayApart(t *testing.T) {
	t.Parallel()
	m := notesMapper(t)
	var wg sync.WaitGroup
	for worker := range 8 {
		wg.Go(func() {
			var kept []mapping.Change[notePatch]
			var want []notePatch
			for i := range 400 {
				id := fmt.Sprintf("%d of %d", i, worker)
				n := note{Title: "title " + id, Body: "body " + id, Tag: "tag " + id}
				switch i % 7 {
				case 1:
					n.Body = "boom " + id
				case 3:
					n.Tag = "bad " + id
				case 5:
					n.Title, n.Tag = "", ""
				}
				in := noteInput{Source: &n}
				if i%3 == 0 {
					in.Current = &note{Title: n.Title, Body: "old", Tag: n.Tag}
				}
				c, err := m.Plan(in)
				if failed := i%7 == 1 || i%7 == 3 && in.Current == nil; failed != (err != nil) {
					t.Errorf("record %s: error %v", id, err)
				}
				kept, want = append(kept, c), append(want, expectedPatch(in, err))
			}
			for i := range kept {
				if diff := cmp.Diff(want[i], kept[i].Patch); diff != "" {
					t.Errorf("record %d of %d (-want +got):\n%s", i, worker, diff)
				}
			}
		})
	}
	wg.Wait()
}

// expectedPatch is the patch of a record by hand.
func expectedPatch(in noteInput, err error) (p notePatch) {
	if err != nil {
		return p
	}
	n := in.Source
	p.Lines = []string{n.Body}
	if in.Current == nil {
		if p.Title = n.Title; n.Tag != "" {
			p.Lines, p.Tags = append(p.Lines, n.Tag), map[string]string{n.Tag: n.Tag}
		}
	}
	return p
}

// TestRoundedNumbersKeepTheirForm: where the target's number is taken instead of a new
// one nobody can tell.
func TestRoundedNumbersKeepTheirForm(t *testing.T) {
	t.Parallel()
	form := func(v mapping.Value) string {
		d, _ := v.AsNumber()
		return fmt.Sprintf("%se%d", d.Coefficient(), d.Exponent())
	}
	for _, held := range []string{"5.1", "5.10", "5.100", "51e-1", "510", "5.11", "0", "-5.1", "184467440737095521.26"} {
		for scale, want := range map[int32]string{1: "51e-1", 2: "510e-2", 0: "5e0", -1: "1e1"} {
			m := waresMapperOf(t, mapping.Definition{Name: "wares", Rules: []mapping.Rule{
				mapping.To("number").From("number").Transform(mapping.Round(scale)).Policy(mapping.UnlessEdited(mapping.OnNoBaselineTake)),
			}}, directSchema())
			source, now := decimal.New(5100, -3), decimal.RequireFromString(held)
			c, err := m.Plan(waresInput{Source: &ware{Number: source}, Current: &ware{Number: now}})
			if err != nil {
				t.Fatal(err)
			}
			if got := form(c.Fields()[0].New); got != want {
				t.Errorf("5.100 to %d decimals, the target holds %s: %s, want %s", scale, held, got, want)
			}
			if written := c.Patch.Number.Set; written == now.Equal(source.Round(scale)) {
				t.Errorf("5.100 to %d decimals, the target holds %s: written %t", scale, held, written)
			}
		}
	}
}
