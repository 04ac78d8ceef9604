package catalog_test

import (
	"testing"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

func fullCategory(t *testing.T) *catalog.POSCategory {
	t.Helper()
	return &catalog.POSCategory{
		Category: decoded[salespos.CategoryNode](t, `{"id":3,"name":" Green ","description":"<p>Tea</p>","position":2,"show_on_website":true}`),
		Path:     []string{"Tea", "Green"}, ParentID: 900, ParentKnown: true,
	}
}

func TestCategoryCreate(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		source *catalog.POSCategory
		want   string
	}{
		{"full", fullCategory(t), `{"name":"Green","description":"<p>Tea</p>","enabled":true,"parentId":900,"orderBy":2}`},
		{"root", &catalog.POSCategory{Category: &salespos.CategoryNode{Name: "Tea"}, ParentKnown: true}, `{"name":"Tea","parentId":0}`},
		{"minimal", &catalog.POSCategory{Category: &salespos.CategoryNode{Name: "Tea"}}, `{"name":"Tea"}`},
	}
	m := newMapper(t, catalog.Categories(), catalog.CategorySchema())
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			c := plan(t, m, mapping.Input[catalog.POSCategory, ecwid.Category]{Source: tt.source})
			wantJSON(t, ecwid.CategoryCreate{CategoryFields: c.Patch}, tt.want)
		})
	}
}

func TestCategoryUpdate(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		pos  func(*catalog.POSCategory)
		shop func(*ecwid.Category)
		want string
	}{
		{"nothing changed", func(*catalog.POSCategory) {}, func(*ecwid.Category) {}, `{}`},
		{"numbered anew", func(*catalog.POSCategory) {}, func(c *ecwid.Category) { c.OrderBy = 20 }, `{}`},
		{"moved", func(c *catalog.POSCategory) { c.ParentID = 901 }, func(*ecwid.Category) {}, `{"parentId":901}`},
		{"moved in the shop", func(*catalog.POSCategory) {}, func(c *ecwid.Category) { c.ParentID = 0 }, `{}`},
		{"parent not known", func(c *catalog.POSCategory) { c.ParentKnown = false }, func(*ecwid.Category) {}, `{}`},
		{"renamed", func(c *catalog.POSCategory) { c.Category.Name = "Oolong" }, func(*ecwid.Category) {}, `{"name":"Oolong"}`},
		{"renamed in the shop", func(*catalog.POSCategory) {}, func(c *ecwid.Category) { c.Name = "Fine" }, `{}`},
		{"hidden", func(c *catalog.POSCategory) { c.Category.ShowOnWebsite = new(false) }, func(*ecwid.Category) {}, `{"enabled":false}`},
	}
	m := newMapper(t, catalog.Categories(), catalog.CategorySchema())
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			source := fullCategory(t)
			first := plan(t, m, mapping.Input[catalog.POSCategory, ecwid.Category]{Source: source})
			current := decoded[ecwid.Category](t, string(encoded(t, first.Patch)))
			baselines := m.Baselines(first, current, nil)
			tt.pos(source)
			tt.shop(current)
			c := plan(t, m, mapping.Input[catalog.POSCategory, ecwid.Category]{Source: source, Current: current, Baselines: baselines})
			wantJSON(t, c.Patch, tt.want)
		})
	}
}
