package ecwidtest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// showCategory is the category as a GET shows it; withProducts adds its
// products and the number of enabled ones.
func (s *Server) showCategory(v *version, withProducts bool) object {
	out := make(object, len(v.doc)+6)
	for k, e := range v.doc {
		out[k] = e
	}
	out["url"] = fmt.Sprintf("%s/products/c%d", storeURL, v.id)
	fill(out, object{"origin": "ECWID"})
	out["productCount"] = number(int64(len(s.productsBelow(v.id, map[int64]bool{}))))
	out["productCountWithoutSubcategories"] = number(int64(len(s.members[v.id])))
	if !withProducts {
		return out
	}
	enabled := int64(0)
	for _, id := range s.members[v.id] {
		if boolOf(s.products.get(id).doc, "enabled") {
			enabled++
		}
	}
	out["enabledProductCount"] = number(enabled)
	if len(s.members[v.id]) > 0 {
		out["productIds"] = numbers(s.members[v.id])
	}
	return out
}

// showCategoryTo is the category as the caller wants to see it.
func (s *Server) showCategoryTo(c *call, v *version, withProducts bool) object {
	out := s.showCategory(v, withProducts)
	c.setURL(out, "c", v.id)
	inLanguage(out, c.query.Get("lang"), categoryTexts())
	return out
}

func (s *Server) productsBelow(category int64, seen map[int64]bool) map[int64]bool {
	for _, id := range s.members[category] {
		seen[id] = true
	}
	for _, child := range s.children(category) {
		s.productsBelow(child.id, seen)
	}
	return seen
}

// byPlace is the order of the category list: parent, place, id.
func byPlace(a, b *version) int {
	return cmp.Or(
		cmp.Compare(intOf(a.doc, "parentId"), intOf(b.doc, "parentId")),
		cmp.Compare(intOf(a.doc, "orderBy"), intOf(b.doc, "orderBy")),
	)
}

func (s *Server) searchCategories(c *call) (any, error) {
	offset, limit, err := s.page(c, maxPage)
	if err != nil {
		return nil, err
	}
	withProducts, err := c.is("productIds")
	if err != nil {
		return nil, err
	}
	if err := c.checkURLs(); err != nil {
		return nil, err
	}
	index := s.categories.searchable()
	keep, err := c.categoryFilter(index)
	if err != nil {
		return nil, err
	}
	all := index.sorted("PLACE", byPlace)
	if s.cfg.reads(ListsUnsorted) {
		all = index.unsorted()
	}
	rows := index.filtered(c.question(), all, keep)
	return pageOf(rows, offset, limit, func(v *version) object { return s.showCategoryTo(c, v, withProducts) }), nil
}

func (c *call) categoryFilter(index *view) (func(*version) bool, error) {
	hidden, err := c.is("hidden_categories")
	if err != nil {
		return nil, err
	}
	deep, err := c.is("withSubcategories")
	if err != nil {
		return nil, err
	}
	var lists [3][]int64
	for i, name := range []string{"parent", "parentIds", "categoryIds"} {
		if lists[i], err = c.idsParam(name); err != nil {
			return nil, err
		}
	}
	parents, ids := append(lists[0], lists[1]...), lists[2]
	keyword := strings.ToLower(c.query.Get("keyword"))
	return func(v *version) bool {
		return (hidden || c.isVisible(index, v)) &&
			(len(parents) == 0 || isBelow(index, v, parents, deep)) &&
			(len(ids) == 0 || slices.Contains(ids, v.id)) &&
			(keyword == "" || c.cfg.matches(v.doc, keyword))
	}, nil
}

// categoriesByPath finds the categories that a whole path of names leads to.
// Blanks around the delimiter and empty names are ignored.
func (s *Server) categoriesByPath(c *call) (any, error) {
	offset, limit, err := s.page(c, maxPage)
	if err != nil {
		return nil, err
	}
	path := c.query.Get("path")
	delimiter := cmp.Or(c.query.Get("delimiter"), c.query.Get("delimeter"))
	if path == "" || delimiter == "" {
		return nil, wrong("Parameters path and delimiter are needed")
	}
	var names []string
	for _, name := range strings.Split(path, delimiter) {
		if name = strings.TrimSpace(name); name != "" {
			names = append(names, name)
		}
	}
	index := s.categories.searchable()
	keep, err := c.categoryFilter(index)
	if err != nil {
		return nil, err
	}
	rows := index.filtered(c.question(), index.sorted("PLACE", byPlace), func(v *version) bool {
		return keep(v) && liesOn(index, v, names)
	})
	return pageOf(rows, offset, limit, func(v *version) object { return s.showCategoryTo(c, v, false) }), nil
}

// liesOn compares the names from the root down to a category with a path.
func liesOn(index *view, v *version, names []string) bool {
	for i := len(names) - 1; i >= 0; i-- {
		if v == nil || !strings.EqualFold(textOf(v.doc, "name"), names[i]) {
			return false
		}
		v = index.get(intOf(v.doc, "parentId"))
	}
	return v == nil && len(names) > 0
}

// isVisible looks at the category alone, or, under HiddenBranches, at what it
// lies below too.
func (c *call) isVisible(index *view, v *version) bool {
	for v != nil && boolOf(v.doc, "enabled") {
		parent := intOf(v.doc, "parentId")
		if parent == 0 || !c.cfg.reads(HiddenBranches) {
			return true
		}
		v = index.get(parent)
	}
	return false
}

// isBelow reports whether a category is a child of one of the parents, or,
// with deep, lies anywhere below.
func isBelow(index *view, v *version, parents []int64, deep bool) bool {
	for {
		parent := intOf(v.doc, "parentId")
		if slices.Contains(parents, parent) {
			return true
		}
		if v = index.get(parent); v == nil || !deep {
			return false
		}
	}
}
