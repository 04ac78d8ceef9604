package mapping_test

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

// A schema tells how to read a source record, how to read a target record, and how to
// write a patch. Fields of plain types need two or three functions; those that may be
// absent are made by hand.
func ExampleSchema() {
	type (
		drink struct {
			Name  string
			Price decimal.Decimal
			Hint  *string
		}
		menuLine struct {
			Title string
			Price decimal.Decimal
			Note  string
		}
		menuPatch struct {
			Title, Note *string
			Price       *decimal.Decimal
		}
	)
	note := mapping.TargetText("note", func(l *menuLine) string { return l.Note }, func(p *menuPatch, s string) { p.Note = &s })
	note.Empty = mapping.Text("") // this is how it is cleared
	schema := mapping.Schema[drink, menuLine, menuPatch]{
		Name: "drinks to menu",
		Source: []mapping.SourceField[drink]{
			mapping.SourceText("name", func(d *drink) string { return d.Name }),
			mapping.SourceNumber("price", func(d *drink) decimal.Decimal { return d.Price }),
			{Name: "hint", Kind: mapping.KindText, Get: func(d *drink) mapping.Value {
				if d.Hint == nil {
					return mapping.Absent()
				}
				return mapping.Text(*d.Hint)
			}},
		},
		Target: []mapping.TargetField[menuLine, menuPatch]{
			mapping.TargetText("title", func(l *menuLine) string { return l.Title }, func(p *menuPatch, s string) { p.Title = &s }),
			mapping.TargetNumber("price", func(l *menuLine) decimal.Decimal { return l.Price }, func(p *menuPatch, d decimal.Decimal) { p.Price = &d }),
			note,
		},
	}
	m, err := mapping.New(mapping.Definition{Name: "menu", Rules: []mapping.Rule{
		mapping.To("title").From("name").Transform(mapping.Trim()).Policy(mapping.UnlessEdited()),
		mapping.To("price").From("price").Policy(mapping.Always),
		mapping.To("note").From("hint").WhenAbsent(mapping.Clear).Policy(mapping.Always),
	}}, schema, key())
	if err != nil {
		fmt.Println(err)
		return
	}
	change, err := m.Plan(mapping.Input[drink, menuLine]{
		Source:  &drink{Name: "Tea ", Price: decimal.RequireFromString("2.5")},
		Current: &menuLine{Title: "Tea", Price: decimal.New(2, 0), Note: "new"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(change.Written(), *change.Patch.Price, change.Patch.Title == nil, *change.Patch.Note == "")
	// Output: [price note] 2.5 true true
}

// A field of one direction is one of the other, too, also for records that have it in a
// part of their own.
func ExampleTargetField_AsSource() {
	type (
		menuLine  struct{ Title string }
		menuPatch struct{ Title *string }
		menuEntry struct{ Line *menuLine }
	)
	title := mapping.TargetText("title", func(l *menuLine) string { return l.Title }, func(p *menuPatch, s string) { p.Title = &s })
	inEntry := mapping.Within(func(e *menuEntry) *menuLine { return e.Line }, title.AsSource())

	text, _ := inEntry.Get(&menuEntry{Line: &menuLine{Title: "Tea"}}).AsText()
	fmt.Println(text, inEntry.Get(&menuEntry{}).IsAbsent())
	// Output: Tea true
}
