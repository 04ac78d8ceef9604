package ecwidtest

import (
	"net/http"
	"slices"
)

// shelf is a short list of documents that are known by a text.
type shelf struct {
	key  string // of a document, that names it
	docs []object
}

func (f *shelf) find(name string) int {
	return slices.IndexFunc(f.docs, func(o object) bool { return textOf(o, f.key) == name })
}

// put adds a document or replaces the one of the same name. Documents are
// never changed in place.
func (f *shelf) put(o object) {
	next := slices.Clone(f.docs)
	if i := f.find(textOf(o, f.key)); i >= 0 {
		next[i] = o
	} else {
		next = append(next, o)
	}
	f.docs = next
}

func (f *shelf) drop(i int) { f.docs = slices.Delete(slices.Clone(f.docs), i, i+1) }

// newShelves are the lists that a store has, by the last segment of their path.
func newShelves() map[string]*shelf {
	shelves := map[string]*shelf{"statuses": {key: "statusId", docs: orderStatuses()}}
	for _, name := range []string{"shippingOptions", "paymentOptions"} {
		shelves[name] = &shelf{key: "id"}
	}
	for _, name := range []string{"checkoutFields", "customerFields", "storage"} {
		shelves[name] = &shelf{key: "key"}
	}
	return shelves
}

// shelved finds what the last segment of the path names.
func (s *Server) shelved(c *call, name, code string) (f *shelf, i int, err error) {
	f = s.shelves[name]
	id := c.args[len(c.args)-1]
	if i = f.find(id); i < 0 {
		return nil, 0, c.miss(fail(http.StatusNotFound, code, "%s not found", id))
	}
	return f, i, nil
}

// shelfRules are the resources that need no more than to be kept.
type shelfRules struct {
	name, path string
	// code is that of the error for unknown ids.
	code                         string
	read, create, update, remove []string
	body                         schema
	wrapped                      bool // lists are {"items":[...]}
	listOnly                     bool // single ones cannot be read
	check                        func(object) error
	// created makes the answer to a create.
	created func(id string) object
}

func (r shelfRules) routes() []route {
	routes := []route{
		{"GET", r.path, r.read, nil, r.list},
		{"POST", r.path, r.create, r.body, r.add},
		{"PUT", r.path + "/*", r.update, r.body, r.change},
		{"DELETE", r.path + "/*", r.remove, nil, r.drop},
	}
	if r.listOnly {
		return routes
	}
	return append(routes, route{"GET", r.path + "/*", r.read, nil, r.get})
}

func (r shelfRules) list(s *Server, _ *call) (any, error) {
	list := asList(s.shelves[r.name].docs)
	if r.wrapped {
		return object{"items": list}, nil
	}
	return list, nil
}

func (r shelfRules) get(s *Server, c *call) (any, error) {
	f, i, err := s.shelved(c, r.name, r.code)
	if err != nil {
		return nil, err
	}
	return f.docs[i], nil
}

func (r shelfRules) add(s *Server, c *call) (any, error) {
	dropNulls(c.body)
	if err := r.check(c.body); err != nil {
		return nil, err
	}
	f := s.shelves[r.name]
	id := textOf(c.body, f.key)
	if id == "" {
		id = s.partIDs.next().String()
		if f.key == "id" {
			id += "-" + number(s.now()).String()
		}
	}
	if f.find(id) >= 0 {
		return nil, fail(http.StatusConflict, "", "%s exists already", id)
	}
	o := cloneObject(c.body)
	o[f.key] = id
	f.put(o)
	s.touched = true
	return r.created(id), nil
}

func (r shelfRules) change(s *Server, c *call) (any, error) {
	f, i, err := s.shelved(c, r.name, r.code)
	if err != nil {
		return nil, err
	}
	dropNulls(c.body)
	o := cloneObject(f.docs[i])
	merge(o, c.body)
	o[f.key] = f.docs[i][f.key]
	if err := r.check(o); err != nil {
		return nil, err
	}
	f.put(o)
	s.touched = true
	return object{"updateCount": number(1)}, nil
}

func (r shelfRules) drop(s *Server, c *call) (any, error) {
	f, i, err := s.shelved(c, r.name, r.code)
	if err != nil {
		return nil, err
	}
	f.drop(i)
	s.touched = true
	return object{"deleteCount": number(1)}, nil
}
