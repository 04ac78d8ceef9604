package ecwidtest

import (
	"net/http"
	"slices"
)

func contactSchema() schema {
	return schema{
		"contact": text, "type": contactTypes(), "handle": text, "note": text, "default": flag, "orderBy": whole,
	}
}

func noContact(id string) error { return fail(http.StatusNotFound, "", "Contact #%s not found", id) }

func (s *Server) listContacts(c *call) (any, error) {
	v, err := s.customer(c)
	if err != nil {
		return nil, err
	}
	return object{"items": listOf(v.doc, "contacts")}, nil
}

func (s *Server) addContact(c *call) (any, error) {
	v, err := s.customer(c)
	if err != nil {
		return nil, err
	}
	dropNulls(c.body)
	d := cloneObject(v.doc)
	next := object{"id": s.partIDs.next(), "orderBy": number(int64(len(listOf(d, "contacts"))))}
	merge(next, c.body)
	if err := settleContact(d, next); err != nil {
		return nil, err
	}
	d["contacts"] = append(listOf(d, "contacts"), next)
	s.saveCustomer(v.id, d, v.created, s.now())
	return object{"createCount": number(1)}, nil
}

// settleContact checks a contact of the copy d. A type has one default, the
// first of its kind unless another is named.
func settleContact(d, next object) error {
	if textOf(next, "contact") == "" || textOf(next, "type") == "" {
		return wrong("Fields contact and type are needed")
	}
	others := slices.DeleteFunc(objectsOf(d, "contacts"), func(o object) bool {
		return intOf(o, "id") == intOf(next, "id") || textOf(o, "type") != textOf(next, "type")
	})
	if !has(next, "default") {
		next["default"] = len(others) == 0
	}
	for _, o := range others {
		o["default"] = boolOf(o, "default") && !boolOf(next, "default")
	}
	return nil
}

// contact finds the customer and the contact that the path names, in a copy.
func (s *Server) contact(c *call) (v *version, d, contact object, err error) {
	if v, err = s.customer(c); err != nil {
		return nil, nil, nil, err
	}
	id, err := c.id(1)
	if err != nil {
		return nil, nil, nil, err
	}
	d = cloneObject(v.doc)
	if contact = findByID(objectsOf(d, "contacts"), id); contact == nil {
		return nil, nil, nil, c.miss(noContact(c.args[1]))
	}
	return v, d, contact, nil
}

func (s *Server) getContact(c *call) (any, error) {
	_, _, contact, err := s.contact(c)
	if err != nil {
		return nil, err
	}
	return contact, nil
}

func (s *Server) updateContact(c *call) (any, error) {
	v, d, contact, err := s.contact(c)
	if err != nil {
		return nil, err
	}
	dropNulls(c.body)
	merge(contact, c.body)
	if err := settleContact(d, contact); err != nil {
		return nil, err
	}
	s.saveCustomer(v.id, d, v.created, s.now())
	return object{"updateCount": number(1)}, nil
}

func (s *Server) deleteContact(c *call) (any, error) {
	v, d, contact, err := s.contact(c)
	if err != nil {
		return nil, err
	}
	d["contacts"] = asList(without(objectsOf(d, "contacts"), intOf(contact, "id")))
	s.saveCustomer(v.id, d, v.created, s.now())
	return object{"deleteCount": number(1)}, nil
}
