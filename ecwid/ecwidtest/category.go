package ecwidtest

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
)

func categoryKeys(d object) []string {
	keys := []string{parentKey(intOf(d, "parentId"))}
	if ref := textOf(d, "externalReferenceId"); ref != "" {
		keys = append(keys, "ref:"+ref)
	}
	return keys
}

func parentKey(id int64) string { return fmt.Sprintf("parent:%d", id) }

func noCategory(id int64) error {
	return fail(http.StatusNotFound, "CATEGORIES_NOT_FOUND", "Category #%d not found", id)
}

func (s *Server) category(c *call) (*version, error) {
	id, err := c.id(0)
	if err != nil {
		return nil, err
	}
	v := s.seen(c, s.categories).get(id)
	if v == nil {
		return nil, c.miss(noCategory(id))
	}
	return v, nil
}

func (s *Server) getCategory(c *call) (any, error) {
	v, err := s.category(c)
	if err != nil {
		return nil, err
	}
	if err := c.checkURLs(); err != nil {
		return nil, err
	}
	return s.showCategoryTo(c, v, true), nil
}

func blankCategory() object {
	return object{"enabled": true, "description": "", "customSlug": "", "seoTitle": "", "seoDescription": ""}
}

func (s *Server) createCategory(c *call) (any, error) {
	if strings.TrimSpace(textOf(c.body, "name")) == "" && len(objectOf(c.body, "nameTranslated")) == 0 {
		return nil, wrong("Field name is absent")
	}
	d := blankCategory()
	products, err := s.changeCategory(d, c.body)
	if err != nil {
		return nil, err
	}
	id := s.categories.nextID()
	s.saveCategory(id, d)
	if products != nil {
		s.setMembers(id, *products)
	}
	return object{"id": number(id)}, nil
}

func (s *Server) updateCategory(c *call) (any, error) {
	v, err := s.category(c)
	if err != nil {
		return nil, err
	}
	d := cloneObject(v.doc)
	products, err := s.changeCategory(d, c.body)
	if err != nil {
		return nil, err
	}
	s.saveCategory(v.id, d)
	if products != nil {
		s.setMembers(v.id, *products)
	}
	return object{"updateCount": number(1)}, nil
}

// changeCategory carries a body out on the copy d, and returns the products
// if it lists them.
func (s *Server) changeCategory(d, patch object) (products *[]int64, err error) {
	s.dropNulls(d, patch, blankCategory())
	if s.cfg.reads(CategoryReferencesIgnored) {
		delete(patch, "externalReferenceId")
	}
	if name, sent := patch["name"].(string); sent && strings.TrimSpace(name) == "" {
		return nil, wrong("Field name is empty")
	}
	if err := s.checkLanguages(patch, categoryTexts()); err != nil {
		return nil, err
	}
	if err := s.checkParent(intOf(d, "id"), intOf(patch, "parentId")); err != nil {
		return nil, err
	}
	for _, id := range s.categories.live.byKey["ref:"+textOf(patch, "externalReferenceId")] {
		if id != intOf(d, "id") {
			return nil, fail(http.StatusConflict, "EXTERNAL_ID_ALREADY_USED", "The external id is already used")
		}
	}
	if has(patch, "productIds") {
		ids := intsOf(patch, "productIds")
		if err := s.checkProducts(d, ids); err != nil {
			return nil, err
		}
		products = &ids
		delete(patch, "productIds")
	}
	s.cleanTexts(patch)
	s.merge(d, patch)
	s.syncTexts(d, patch, categoryTexts())
	return products, nil
}

// checkParent refuses parents that do not exist or lie below the category.
func (s *Server) checkParent(id, parent int64) error {
	for up := parent; up != 0; {
		v := s.categories.get(up)
		if v == nil {
			return noCategory(up)
		}
		if up == id {
			return wrong("A category cannot lie below itself")
		}
		up = intOf(v.doc, "parentId")
	}
	return nil
}

// checkProducts refuses products of a category that a linked system manages,
// more than 100, and unknown ones.
func (s *Server) checkProducts(category object, ids []int64) error {
	if origin := textOf(category, "origin"); origin != "" && origin != "ECWID" {
		return fail(http.StatusConflict, "NOT_ALLOWED_TO_UPDATE_EXTERNAL_CATEGORIES", "The category is managed elsewhere")
	}
	if len(ids) > maxPage {
		return fail(http.StatusPaymentRequired, "MAX_PRODUCTS_FOR_API_REQUEST_LIMIT_EXCEEDED",
			"More than %d products in a request", maxPage)
	}
	for _, id := range ids {
		if s.products.get(id) == nil {
			return noProduct(id)
		}
	}
	return nil
}

func (s *Server) saveCategory(id int64, d object) {
	d["id"] = number(id)
	if intOf(d, "parentId") == 0 {
		delete(d, "parentId")
	}
	if !has(d, "orderBy") {
		last := int64(0)
		for _, child := range s.children(intOf(d, "parentId")) {
			last = max(last, intOf(child.doc, "orderBy"))
		}
		d["orderBy"] = number(last + 10)
	}
	s.categories.put(&version{id: id, doc: d})
}

func (s *Server) children(parent int64) []*version {
	var out []*version
	for _, id := range s.categories.live.withKey(parentKey(parent)) {
		out = append(out, s.categories.get(id))
	}
	return out
}

func (s *Server) deleteCategory(c *call) (any, error) {
	v, err := s.category(c)
	if err != nil {
		return nil, err
	}
	s.dropCategory(v)
	return object{"deleteCount": number(1)}, nil
}

// dropCategory takes the categories below it along; the products stay.
func (s *Server) dropCategory(v *version) {
	for _, child := range s.children(v.id) {
		if !s.cfg.reads(ChildrenStay) {
			s.dropCategory(child)
			continue
		}
		d := cloneObject(child.doc)
		delete(d, "parentId")
		s.saveCategory(child.id, d)
	}
	s.setMembers(v.id, nil)
	s.categories.delete(v.id, "")
}

// setMembers makes ids the products of a category, in this order. The products
// do not count as updated (reference section 7 #31).
func (s *Server) setMembers(category int64, ids []int64) {
	before := slices.Clone(s.members[category])
	for _, id := range before {
		if !slices.Contains(ids, id) {
			s.relinkFromCategory(id, category, false)
		}
	}
	for _, id := range ids {
		if !slices.Contains(before, id) {
			s.relinkFromCategory(id, category, true)
		}
	}
	s.members[category] = slices.Clone(ids)
}

func (s *Server) relinkFromCategory(product, category int64, add bool) {
	v := s.products.get(product)
	d := cloneObject(v.doc)
	ids := slices.DeleteFunc(intsOf(d, "categoryIds"), func(id int64) bool { return id == category })
	if add {
		ids = append(ids, category)
	} else if intOf(d, "defaultCategoryId") == category {
		d["defaultCategoryId"] = number(0)
	}
	d["categoryIds"] = numbers(ids)
	s.saveProduct(product, d, v.created, s.updatedFromOutside(v))
}

// updatedFromOutside is the time of update of a product that changed from the
// side of its categories or class.
func (s *Server) updatedFromOutside(v *version) int64 {
	if s.cfg.reads(MembersUpdated) {
		return s.now()
	}
	return v.updated
}

func (s *Server) assignProducts(c *call) (any, error) {
	v, ids, err := s.assignment(c)
	if err != nil {
		return nil, err
	}
	next := slices.Clone(s.members[v.id])
	for _, id := range ids {
		if !slices.Contains(next, id) {
			next = append(next, id)
		}
	}
	s.setMembers(v.id, next)
	s.categories.changed = s.now()
	return object{"updateCount": number(1)}, nil
}

func (s *Server) unassignProducts(c *call) (any, error) {
	v, ids, err := s.assignment(c)
	if err != nil {
		return nil, err
	}
	isNamed := func(id int64) bool { return slices.Contains(ids, id) }
	s.setMembers(v.id, slices.DeleteFunc(slices.Clone(s.members[v.id]), isNamed))
	s.categories.changed = s.now()
	return object{"deleteCount": number(1)}, nil
}

func (s *Server) assignment(c *call) (*version, []int64, error) {
	v, err := s.category(c)
	if err != nil {
		return nil, nil, err
	}
	ids := intsOf(c.body, "productIds")
	return v, ids, s.checkProducts(v.doc, ids)
}
