package ecwidtest

import (
	"cmp"
	"slices"
)

func sortSchema() check { return schema{"sortedIds": array{whole}} }

// parentCategory reads the category whose content is to be sorted, 0 for the
// front page or the root.
func (s *Server) parentCategory(c *call) (int64, error) {
	ids, err := c.idsParam("parentCategory")
	if err != nil {
		return 0, err
	}
	if len(ids) != 1 {
		return 0, wrong("Parameter parentCategory is absent")
	}
	if ids[0] != 0 && s.categories.get(ids[0]) == nil {
		return 0, noCategory(ids[0])
	}
	return ids[0], nil
}

// sortedProducts returns the products of one category in its order; the front
// page has the number 0.
func (s *Server) sortedProducts(category []int64) []int64 {
	if len(category) != 1 {
		return nil
	}
	if category[0] != 0 {
		return s.members[category[0]]
	}
	var shown []*version
	for _, r := range s.products.live.byID() {
		if has(r.doc, "showOnFrontpage") {
			shown = append(shown, r.version)
		}
	}
	slices.SortStableFunc(shown, func(a, b *version) int {
		return cmp.Compare(intOf(a.doc, "showOnFrontpage"), intOf(b.doc, "showOnFrontpage"))
	})
	return idsOf(shown)
}

func idsOf(list []*version) []int64 {
	ids := make([]int64, len(list))
	for i, v := range list {
		ids[i] = v.id
	}
	return ids
}

func (s *Server) getProductOrder(c *call) (any, error) {
	category, err := s.parentCategory(c)
	if err != nil {
		return nil, err
	}
	return object{"sortedIds": numbers(s.sortedProducts([]int64{category}))}, nil
}

// arranged puts the wanted ids first; the others stay behind them. Ids that
// are not part of the list are refused.
func arranged(ids, wanted []int64) ([]int64, error) {
	next := slices.Clone(wanted)
	for _, id := range wanted {
		if !slices.Contains(ids, id) {
			return nil, wrong("#%d is not part of this category", id)
		}
	}
	for _, id := range ids {
		if !slices.Contains(wanted, id) {
			next = append(next, id)
		}
	}
	return next, nil
}

func (s *Server) setProductOrder(c *call) (any, error) {
	category, err := s.parentCategory(c)
	if err != nil {
		return nil, err
	}
	next, err := arranged(s.sortedProducts([]int64{category}), intsOf(c.body, "sortedIds"))
	if err != nil {
		return nil, err
	}
	s.touched = true
	s.products.live.gen++ // what searches remember is out of order
	s.products.index.gen++
	if category != 0 {
		s.members[category] = next
		return object{"updateCount": number(1)}, nil
	}
	for i, id := range next {
		v := s.products.get(id)
		d := cloneObject(v.doc)
		d["showOnFrontpage"] = number(int64(i + 1))
		s.saveProduct(id, d, v.created, v.updated)
	}
	return object{"updateCount": number(1)}, nil
}

func (s *Server) sortedChildren(parent int64) []*version {
	list := s.children(parent)
	slices.SortStableFunc(list, byPlace)
	return list
}

func (s *Server) getCategoryOrder(c *call) (any, error) {
	parent, err := s.parentCategory(c)
	if err != nil {
		return nil, err
	}
	return object{"sortedIds": numbers(idsOf(s.sortedChildren(parent)))}, nil
}

func (s *Server) setCategoryOrder(c *call) (any, error) {
	parent, err := s.parentCategory(c)
	if err != nil {
		return nil, err
	}
	next, err := arranged(idsOf(s.sortedChildren(parent)), intsOf(c.body, "sortedIds"))
	if err != nil {
		return nil, err
	}
	for i, id := range next {
		d := cloneObject(s.categories.get(id).doc)
		d["orderBy"] = number(int64(10 * (i + 1)))
		s.saveCategory(id, d)
	}
	return object{"updateCount": number(1)}, nil
}
