package mapping_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/mapping"
)

// openSchema maps free texts by name, such as tags[Colour].
func openSchema() mapping.Schema[map[string]string, map[string]string, map[string]string] {
	type tags = map[string]string
	get := func(key string) func(*tags) mapping.Value {
		return func(t *tags) mapping.Value {
			text, ok := (*t)[key]
			if !ok {
				return mapping.Absent()
			}
			return mapping.Text(text)
		}
	}
	return mapping.Schema[tags, tags, tags]{
		Name: "tags",
		Source: []mapping.SourceField[tags]{{
			Name: "tags", Kind: mapping.KindList,
			Get: func(*tags) mapping.Value { return mapping.Texts("first", "second") },
		}},
		OpenSource: []mapping.OpenSource[tags]{{Name: "tags", Field: func(key string) mapping.SourceField[tags] {
			return mapping.SourceField[tags]{Kind: mapping.KindText, Get: get(key)}
		}}},
		OpenTarget: []mapping.OpenTarget[tags, tags]{{Name: "tags", Field: func(key string) mapping.TargetField[tags, tags] {
			return mapping.TargetField[tags, tags]{Kind: mapping.KindText, Get: get(key), Set: func(p *tags, v mapping.Value) error {
				if *p == nil {
					*p = tags{}
				}
				(*p)[key], _ = v.AsText()
				return nil
			}}
		}}},
	}
}

func TestOpenFields(t *testing.T) {
	t.Parallel()
	def := mapping.Definition{Name: "tags", Rules: []mapping.Rule{
		mapping.To("tags[Farbe]").From("tags[Colour]").Policy(mapping.Always),
		mapping.To("tags[Delivery. time, days]").From("tags[Size (EU)]").Policy(mapping.Always),
		mapping.To("tags[first]").From("tags[0]").Policy(mapping.Always),
		mapping.To("tags[none]").From("tags[None]").Policy(mapping.Always),
	}}
	m, err := mapping.New(def, openSchema(), key())
	if err != nil {
		t.Fatal(err)
	}
	source := map[string]string{"Colour": "Red", "Size (EU)": "42"}
	current := map[string]string{"Farbe": "Red"}
	c, err := m.Plan(mapping.Input[map[string]string, map[string]string]{Source: &source, Current: &current})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"Delivery. time, days": "42", "first": "first"}
	if diff := cmp.Diff(want, c.Patch); diff != "" {
		t.Errorf("patch differs (-want +got):\n%s", diff)
	}
}

func TestOpenFieldsRefused(t *testing.T) {
	t.Parallel()
	for _, rule := range []mapping.Rule{
		mapping.To("tags").From("tags[Colour]"),
		mapping.To("tags[0]").From("tags[Colour]"),
		mapping.To("tags[]").From("tags[Colour]"),
		mapping.To("tags[a=b]").From("tags[Colour]"),
		mapping.To("tags[a].b").From("tags[Colour]"),
		mapping.To("labels[a]").From("tags[Colour]"),
		mapping.To("tags[a]").From("labels[Colour]"),
		mapping.To("tags[a]").From("tags[Colour"),
	} {
		def := mapping.Definition{Name: "tags", Rules: []mapping.Rule{rule.Policy(mapping.Always)}}
		if _, err := mapping.New(def, openSchema(), key()); err == nil {
			t.Errorf("%s is taken", rule.Field())
		}
	}
}

// TestOpenFieldsAreChecked when a rule uses them.
func TestOpenFieldsAreChecked(t *testing.T) {
	t.Parallel()
	type tags = map[string]string
	def := mapping.Definition{Name: "tags", Rules: []mapping.Rule{mapping.To("tags[a]").From("tags[b]").Policy(mapping.Always)}}
	sourceTexts := mapping.SourceText("", func(*tags) string { return "" })
	targetTexts := mapping.TargetText("", func(*tags) string { return "" }, func(*tags, string) {})
	for want, change := range map[string]func(source *mapping.SourceField[tags], target *mapping.TargetField[tags, tags]){
		`target field "tags[a]": it has no Set`:  func(_ *mapping.SourceField[tags], f *mapping.TargetField[tags, tags]) { f.Set = nil },
		`target field "tags[a]": it has no kind`: func(_ *mapping.SourceField[tags], f *mapping.TargetField[tags, tags]) { f.Kind = mapping.KindAbsent },
		`target field "tags[a]": its Kind or its Empty is another than a text`: func(_ *mapping.SourceField[tags], f *mapping.TargetField[tags, tags]) {
			*f = targetTexts
			f.Empty = mapping.Null()
		},
		`source field "tags[b]": it has no Get`: func(f *mapping.SourceField[tags], _ *mapping.TargetField[tags, tags]) { f.Get = nil },
		`source field "tags[b]": its Kind is another than a text`: func(f *mapping.SourceField[tags], _ *mapping.TargetField[tags, tags]) {
			*f = sourceTexts
			f.Kind = mapping.KindNumber
		},
	} {
		s := openSchema()
		source, target := s.OpenSource[0].Field, s.OpenTarget[0].Field
		s.OpenSource[0].Field = func(key string) mapping.SourceField[tags] {
			f, other := source(key), target(key)
			change(&f, &other)
			return f
		}
		s.OpenTarget[0].Field = func(key string) mapping.TargetField[tags, tags] {
			other, f := source(key), target(key)
			change(&other, &f)
			return f
		}
		if _, err := mapping.New(def, s, key()); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %s", err, want)
		}
	}
}
