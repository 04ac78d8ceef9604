package ecwidtest

import (
	"maps"
	"net/http"
	"slices"
)

func classKeys(d object) []string { return []string{"name:" + textOf(d, "name")} }

func noClass(id int64) error {
	return fail(http.StatusNotFound, "", "Product class #%d not found", id)
}

func (s *Server) class(c *call) (*version, error) {
	id, err := c.id(0)
	if err != nil {
		return nil, err
	}
	v := s.classes.get(id)
	if v == nil {
		return nil, c.miss(noClass(id))
	}
	return v, nil
}

func (s *Server) listClasses(*call) (any, error) {
	list := []any{}
	for _, r := range s.classes.live.byID() {
		list = append(list, r.doc)
	}
	return list, nil
}

func (s *Server) getClass(c *call) (any, error) {
	v, err := s.class(c)
	if err != nil {
		return nil, err
	}
	return s.single(v.doc), nil
}

func (s *Server) createClass(c *call) (any, error) {
	dropNulls(c.body)
	if textOf(c.body, "name") == "" {
		return nil, wrong("Field name is absent")
	}
	d := object{"attributes": []any{}}
	if err := s.changeClass(d, c.body); err != nil {
		return nil, err
	}
	id := s.classes.nextID()
	s.saveClass(id, d)
	return object{"id": number(id)}, nil
}

func (s *Server) updateClass(c *call) (any, error) {
	v, err := s.class(c)
	if err != nil {
		return nil, err
	}
	dropNulls(c.body)
	if v.id == 0 && has(c.body, "name") {
		return nil, wrong("The general class cannot be renamed")
	}
	d := cloneObject(v.doc)
	if err := s.changeClass(d, c.body); err != nil {
		return nil, err
	}
	s.saveClass(v.id, d)
	s.dropValues(v, d)
	return object{"updateCount": number(1)}, nil
}

// deleteClass moves the class's products to the general class.
func (s *Server) deleteClass(c *call) (any, error) {
	v, err := s.class(c)
	if err != nil {
		return nil, err
	}
	if v.id == 0 {
		return nil, wrong("The general class cannot be deleted")
	}
	s.dropClass(v)
	return object{"deleteCount": number(1)}, nil
}

func (s *Server) dropClass(v *version) {
	s.dropValues(v, object{})
	for _, p := range s.ofClass(v.id) {
		d := cloneObject(p.doc)
		d["productClassId"] = number(0)
		s.saveProduct(p.id, d, p.created, s.updatedFromOutside(p))
	}
	s.classes.delete(v.id, "")
}

func (s *Server) saveClass(id int64, d object) {
	d["id"] = number(id)
	s.classes.put(&version{id: id, doc: d})
}

// changeClass sets name and the full list of attributes.
func (s *Server) changeClass(d, patch object) error {
	if name, sent := patch["name"].(string); sent {
		for _, id := range s.classes.live.withKey("name:" + name) {
			if !has(d, "id") || id != intOf(d, "id") {
				return fail(http.StatusConflict, "", "A product class %s exists already", name)
			}
		}
		d["name"] = name
	}
	if !has(patch, "attributes") {
		return nil
	}
	next := []any{}
	for _, a := range objectsOf(patch, "attributes") {
		attribute := object{"type": "CUSTOM", "show": "DESCR"}
		if has(a, "id") {
			old := findByID(objectsOf(d, "attributes"), intOf(a, "id"))
			if old == nil {
				return wrong("Attribute #%d is not part of the class", intOf(a, "id"))
			}
			maps.Copy(attribute, old)
		}
		maps.Copy(attribute, a)
		if !has(attribute, "id") {
			attribute["id"] = s.attributeIDs.next()
		}
		next = append(next, attribute)
	}
	d["attributes"] = next
	return nil
}

// dropValues takes the values of attributes that a class lost from its
// products, whose time of update stays.
func (s *Server) dropValues(before *version, after object) {
	var lost []int64
	for _, a := range objectsOf(before.doc, "attributes") {
		if findByID(objectsOf(after, "attributes"), intOf(a, "id")) == nil {
			lost = append(lost, intOf(a, "id"))
		}
	}
	if len(lost) == 0 {
		return
	}
	isLost := func(v object) bool { return slices.Contains(lost, intOf(v, "id")) }
	for _, p := range s.ofClass(before.id) {
		d := cloneObject(p.doc)
		for _, holder := range append(objectsOf(d, "combinations"), d) {
			holder["attributes"] = asList(slices.DeleteFunc(objectsOf(holder, "attributes"), isLost))
		}
		s.saveProduct(p.id, d, p.created, s.updatedFromOutside(p))
	}
}

// ofClass returns the products of a class; the general one's attributes may be
// on any product.
func (s *Server) ofClass(id int64) []*version {
	var out []*version
	for _, r := range s.products.live.byID() {
		if id == 0 || intOf(r.doc, "productClassId") == id {
			out = append(out, r.version)
		}
	}
	return out
}
