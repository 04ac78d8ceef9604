package catalog_test

import (
	"slices"
	"testing"

	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

func TestCategoryNeedsDetails(t *testing.T) {
	t.Parallel()
	title := mapping.To("seoTitle").From("page_title").Policy(mapping.Always)
	for _, tt := range []struct {
		name string
		def  mapping.Definition
		want bool
	}{
		{"default", catalog.Categories(), false},
		{"title", catalog.Categories().With(title), true},
		{"title in a definition with a mistake", catalog.Categories().With(title, mapping.To("name").From("nam").Policy(mapping.Always)), true},
		{"mistake", catalog.Categories().With(mapping.To("name").From("nam").Policy(mapping.Always)), false},
	} {
		if got := catalog.CategoryNeedsDetails(tt.def); got != tt.want {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestProductExpand(t *testing.T) {
	t.Parallel()
	if got := catalog.ProductExpand(catalog.Products()); len(got) != 0 {
		t.Errorf("the default needs %v", got)
	}
	def := catalog.Products().With(
		mapping.To("seoTitle").From("productkeywords[0].keyword").Policy(mapping.Always),
		mapping.To("customSlug").If(mapping.Present("productvariations[0].id"), mapping.Text("x")).Policy(mapping.Always))
	material := mapping.To("attributes[Material]").From("property[Material]").Policy(mapping.Always)
	if got := catalog.ProductExpand(catalog.Products().With(material)); !slices.Equal(got, []salespos.ProductExpand{salespos.ExpandPropertyGroups}) {
		t.Errorf("a specification needs %v", got)
	}
	want := []salespos.ProductExpand{salespos.ExpandVariations, salespos.ExpandKeywords}
	if got := catalog.ProductExpand(def); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
