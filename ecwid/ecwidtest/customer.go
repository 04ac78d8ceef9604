package ecwidtest

import (
	"math/big"
	"net/http"
	"slices"
	"strings"
)

func (s *Server) customerKeys(d object) []string {
	if email := textOf(d, "email"); email != "" {
		return []string{s.mailKey(email)}
	}
	return nil
}

// mailKey compares addresses in lower case (reference section 7 #19).
func (s *Server) mailKey(email string) string {
	if s.cfg.reads(EmailsExact) {
		return "mail:" + strings.TrimSpace(email)
	}
	return "mail:" + strings.ToLower(strings.TrimSpace(email))
}

func noCustomer(id int64) error { return fail(http.StatusNotFound, "", "Customer #%d not found", id) }

func (s *Server) customer(c *call) (*version, error) {
	id, err := c.id(0)
	if err != nil {
		return nil, err
	}
	v := s.customers.get(id)
	if v == nil {
		return nil, c.miss(noCustomer(id))
	}
	return v, nil
}

func (s *Server) getCustomer(c *call) (any, error) {
	v, err := s.customer(c)
	if err != nil {
		return nil, err
	}
	return s.showCustomer(v), nil
}

func blankCustomer() object {
	return mustParse("customer", `{"customerGroupId": 0, "customerGroupName": "General", "shippingAddresses": [],
		"contacts": [], "taxId": "", "taxIdValid": true, "taxExempt": false, "b2b_b2c": "b2c", "privateAdminNotes": "",
		"extrafields": [], "favorites": []}`)
}

func (s *Server) createCustomer(c *call) (any, error) {
	if strings.TrimSpace(textOf(c.body, "email")) == "" {
		return nil, wrong("Field email is absent")
	}
	d := blankCustomer()
	if err := s.changeCustomer(d, c.body); err != nil {
		return nil, err
	}
	id := s.customers.nextID()
	s.saveCustomer(id, d, s.now(), s.now())
	return object{"id": number(id)}, nil
}

func (s *Server) updateCustomer(c *call) (any, error) {
	v, err := s.customer(c)
	if err != nil {
		return nil, err
	}
	d := cloneObject(v.doc)
	if err := s.changeCustomer(d, c.body); err != nil {
		return nil, err
	}
	s.saveCustomer(v.id, d, v.created, s.now())
	return object{"updateCount": number(1)}, nil
}

// deleteCustomer leaves the orders with their e-mail and a dangling id.
func (s *Server) deleteCustomer(c *call) (any, error) {
	v, err := s.customer(c)
	if err != nil {
		return nil, err
	}
	s.dropCustomer(v)
	return object{"deleteCount": number(1)}, nil
}

func (s *Server) dropCustomer(v *version) {
	for _, id := range s.buyers[v.id] {
		if o := s.orders.get(id); o != nil && s.cfg.reads(OrdersUnlinked) {
			d := cloneObject(o.doc)
			delete(d, "customerId")
			s.orders.put(&version{id: id, doc: d, created: o.created, updated: o.updated})
		}
	}
	s.customers.delete(v.id, "")
}

// changeCustomer carries a body out on the copy d.
func (s *Server) changeCustomer(d, patch object) error {
	s.dropNulls(d, patch, blankCustomer())
	if email, sent := patch["email"].(string); sent {
		if strings.TrimSpace(email) == "" {
			return wrong("Field email is empty")
		}
		for _, id := range s.customers.live.byKey[s.mailKey(email)] {
			if id != intOf(d, "id") {
				return fail(http.StatusConflict, "", "A customer with this e-mail exists already")
			}
		}
	}
	if group := intOf(patch, "customerGroupId"); s.groups.get(group) == nil && group != intOf(d, "customerGroupId") {
		return noGroup(group)
	}
	for _, key := range []string{"shippingAddresses", "contacts"} {
		if has(patch, key) {
			parts, err := s.mergeParts(objectsOf(d, key), objectsOf(patch, key))
			if err != nil {
				return err
			}
			d[key] = parts
			delete(patch, key)
		}
	}
	if phone := textOf(patch, "primaryPhone"); phone != "" {
		d["contacts"] = append(listOf(d, "contacts"), s.newContact("PHONE", phone))
	}
	delete(patch, "primaryPhone")
	delete(patch, "password")
	s.merge(d, patch)
	return nil
}

// mergeParts makes sent the whole list: entries with an id are changed,
// entries without are new, missing ones go.
func (s *Server) mergeParts(old, sent []object) ([]any, error) {
	next := make([]any, 0, len(sent))
	for i, patch := range sent {
		part := object{"orderBy": number(int64(i))}
		if has(patch, "id") {
			if part = findByID(old, intOf(patch, "id")); part == nil {
				return nil, fail(http.StatusNotFound, "", "Entry #%d not found", intOf(patch, "id"))
			}
		}
		merge(part, patch)
		if !has(part, "id") {
			part["id"] = s.partIDs.next()
		}
		next = append(next, part)
	}
	return next, nil
}

func (s *Server) newContact(kind, contact string) object {
	return object{"id": s.partIDs.next(), "contact": contact, "type": kind, "default": true, "orderBy": number(0)}
}

func (s *Server) saveCustomer(id int64, d object, created, updated int64) {
	d["id"] = number(id)
	d["registered"], d["updated"] = s.stamp(created), s.stamp(updated)
	splitName(objectOf(d, "billingPerson"))
	if name := textOf(objectOf(d, "billingPerson"), "name"); name != "" {
		d["name"] = name
	}
	hasDefault := false
	for _, a := range objectsOf(d, "shippingAddresses") {
		splitName(a)
		hasDefault = hasDefault || boolOf(a, "defaultAddress")
	}
	for i, a := range objectsOf(d, "shippingAddresses") {
		if !has(a, "defaultAddress") {
			a["defaultAddress"] = i == 0 && !hasDefault
		}
	}
	isMail := func(c object) bool { return textOf(c, "type") == "EMAIL" && textOf(c, "contact") == textOf(d, "email") }
	if textOf(d, "email") != "" && !slices.ContainsFunc(objectsOf(d, "contacts"), isMail) {
		d["contacts"] = append([]any{s.newContact("EMAIL", textOf(d, "email"))}, listOf(d, "contacts")...)
	}
	s.customers.put(&version{id: id, doc: d, created: created, updated: updated})
}

// splitName derives first and last name from a full name of several words.
func splitName(person object) {
	if person == nil {
		return
	}
	delete(person, "firstName")
	delete(person, "lastName")
	first, last, several := strings.Cut(strings.TrimSpace(textOf(person, "name")), " ")
	if several {
		person["firstName"], person["lastName"] = first, strings.TrimSpace(last)
	}
}

// showCustomer is the customer as a GET shows it, with the sales of now.
func (s *Server) showCustomer(v *version) object {
	out := make(object, len(v.doc)+2)
	for k, e := range v.doc {
		out[k] = e
	}
	count, first, last, sales := s.salesOf(v.id)
	stats := object{"numberOfOrders": number(count), "salesValue": amount(sales, 6), "averageOrderValue": number(0)}
	if count > 0 {
		average := new(big.Rat).Quo(sales, big.NewRat(count, 1))
		stats["averageOrderValue"] = amount(average, s.precision())
		stats["firstOrderDate"], stats["lastOrderDate"] = s.stamp(first), s.stamp(last)
	}
	out["stats"], out["totalOrderCount"] = stats, number(count)
	out["customerGroupName"] = s.groupName(intOf(v.doc, "customerGroupId"))
	return out
}

// salesOf sums the orders of a customer, INCOMPLETE ones left out.
func (s *Server) salesOf(customer int64) (count, first, last int64, sales *big.Rat) {
	sales = new(big.Rat)
	for _, id := range s.buyers[customer] {
		o := s.orders.get(id)
		if o == nil || textOf(o.doc, "paymentStatus") == "INCOMPLETE" {
			continue
		}
		if count == 0 || o.created < first {
			first = o.created
		}
		count, last = count+1, max(last, o.created)
		sales.Add(sales, ratOf(o.doc, "total"))
	}
	return count, first, last, sales
}
