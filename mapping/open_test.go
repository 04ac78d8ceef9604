package mapping_test

import (
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
