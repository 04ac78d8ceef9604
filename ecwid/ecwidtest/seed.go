package ecwidtest

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Add puts a record into the store as if it had always been there and returns
// its id: "products" (with "combinations", if any), "categories", "classes",
// "groups", "customers", "orders" or "subscriptions". The keys of doc are those
// that a GET shows; missing ones get the defaults of a new record, ids and dates
// included. An order's id is its internalId, "id" its public one; it takes no
// stock. Categories and classes have to be there before their products.
func (s *Server) Add(resource, doc string) int64 {
	s.enter()
	defer s.leave()
	defer func() { s.changes = nil }() // it was there before anybody listened
	patch := mustParse("Add "+resource, doc)
	if resource == "orders" {
		return s.seedOrder(patch)
	}
	t := s.table(resource)
	id := max(intOf(patch, "id"), intOf(patch, "subscriptionId"))
	if id == 0 {
		id = t.nextID()
	}
	if t.get(id) != nil {
		panic(fmt.Sprintf("ecwidtest: Add %s: #%d exists already", resource, id))
	}
	t.reserve(id)
	d := map[string]func() object{
		"products": s.blankProduct, "categories": blankCategory, "customers": blankCustomer,
		"classes": func() object { return object{"attributes": []any{}} }, "groups": func() object { return object{} },
		"subscriptions": func() object { return object{} },
	}[resource]()
	created := timeOf(patch, "createTimestamp", "created", timeOf(patch, "", "registered", s.now()))
	s.write(resource, id, d, patch, created, timeOf(patch, "updateTimestamp", "updated", max(created, s.now())))
	return id
}

// Edit merges doc into a record as a person in the admin would: objects key by
// key, lists as a whole, null takes a key away. Entries of a product's
// "combinations" are merged by id, others are added. The time of update moves,
// unless doc sets it. A change of an order's status returns stock like one
// through the API. The resource "profile", with any id, is the store profile.
func (s *Server) Edit(resource string, id int64, doc string) {
	s.enter()
	defer s.leave()
	patch := mustParse("Edit "+resource, doc)
	if resource == "profile" {
		s.editProfile(patch)
		return
	}
	v := s.table(resource).get(id)
	if v == nil {
		panic(fmt.Sprintf("ecwidtest: Edit %s: #%d does not exist", resource, id))
	}
	updated := timeOf(patch, "updateTimestamp", "updated", timeOf(patch, "", "updateDate", s.now()))
	s.write(resource, id, cloneObject(v.doc), patch, v.created, updated)
	if resource == "orders" {
		s.settleStock(v.doc, id)
	}
}

// Delete takes a record out as a person in the admin would.
func (s *Server) Delete(resource string, id int64) {
	s.enter()
	defer s.leave()
	t := s.table(resource)
	v := t.get(id)
	if v == nil {
		panic(fmt.Sprintf("ecwidtest: Delete %s: #%d does not exist", resource, id))
	}
	switch resource {
	case "products":
		s.dropProduct(v)
	case "categories":
		s.dropCategory(v)
	case "classes":
		s.dropClass(v)
	case "customers":
		s.dropCustomer(v)
	case "groups":
		s.dropGroup(v)
	default:
		t.delete(id, textOf(v.doc, "publicUid"))
	}
}

// Doc returns a record as a GET by id shows it, "" when there is none. The
// resource "profile", with any id, is the store profile.
func (s *Server) Doc(resource string, id int64) string {
	s.enter()
	defer s.leave()
	if resource == "profile" {
		return string(appendJSON(nil, s.profile))
	}
	v := s.table(resource).get(id)
	if v == nil {
		return ""
	}
	return string(appendJSON(nil, s.show(resource, v)))
}

// Docs returns all records of a resource, by id.
func (s *Server) Docs(resource string) []string {
	s.enter()
	defer s.leave()
	out := []string{}
	for _, o := range s.all(resource) {
		out = append(out, string(appendJSON(nil, o)))
	}
	return out
}

func (s *Server) all(resource string) []any {
	list := []any{}
	for _, r := range s.table(resource).live.byID() {
		list = append(list, s.show(resource, r.version))
	}
	return list
}

func (s *Server) table(resource string) *table {
	t := s.tables()[resource]
	if t == nil {
		panic(fmt.Sprintf("ecwidtest: there is no resource %q: use one of %s", resource, strings.Join(slices.Sorted(maps.Keys(s.tables())), ", ")))
	}
	return t
}

func (s *Server) show(resource string, v *version) object {
	switch resource {
	case "products":
		return s.showProduct(v)
	case "categories":
		return s.showCategory(v, true)
	case "customers":
		return s.showCustomer(v)
	}
	return v.doc
}

// write merges patch into d, a copy, and commits it.
func (s *Server) write(resource string, id int64, d, patch object, created, updated int64) {
	switch resource {
	case "products":
		s.writeProduct(id, d, patch, created, updated)
	case "categories":
		s.writeCategory(id, d, patch)
	case "classes":
		edit(d, patch)
		for _, a := range objectsOf(d, "attributes") {
			s.identify(a, &s.attributeIDs)
		}
		s.saveClass(id, d)
	case "groups":
		edit(d, patch)
		s.saveGroup(id, d)
	case "subscriptions":
		edit(d, patch)
		s.saveSubscription(id, d, created, updated)
	case "customers":
		edit(d, patch)
		for _, part := range append(objectsOf(d, "shippingAddresses"), objectsOf(d, "contacts")...) {
			s.identify(part, &s.partIDs)
		}
		s.saveCustomer(id, d, created, updated)
	case "orders":
		edit(d, patch)
		for _, item := range objectsOf(d, "items") {
			s.identify(item, &s.lineIDs)
		}
		s.saveOrder(id, d, created, updated)
	}
}

// identify gives a part of a record an id, or keeps the given one from being
// handed out.
func (s *Server) identify(part object, ids *counter) {
	if !has(part, "id") {
		part["id"] = ids.next()
	}
	ids.reserve(intOf(part, "id"))
}

func (s *Server) writeCategory(id int64, d, patch object) {
	if err := s.checkParent(id, intOf(patch, "parentId")); err != nil {
		panic("ecwidtest: " + err.Error())
	}
	for _, computed := range []string{"productIds", "productCount", "enabledProductCount", "url"} {
		delete(patch, computed)
	}
	edit(d, patch)
	s.syncTexts(d, patch, categoryTexts())
	s.saveCategory(id, d)
}

func (s *Server) writeProduct(id int64, d, patch object, created, updated int64) {
	combinations := objectsOf(patch, "combinations")
	delete(patch, "combinations")
	delete(patch, "categories")
	edit(d, patch)
	if has(patch, "quantity") && !has(patch, "unlimited") {
		d["unlimited"] = false
	}
	if !has(d, "sku") {
		d["sku"] = s.newSKU()
	}
	d["id"] = number(id)
	err := s.checkReferences(d)
	if err == nil {
		err = checkOptions(d)
	}
	for _, c := range combinations {
		if err == nil {
			err = s.writeVariation(d, c)
		}
	}
	if err == nil {
		err = s.checkVariations(d)
	}
	if err != nil {
		panic(fmt.Sprintf("ecwidtest: product #%d: %v", id, err))
	}
	s.syncTexts(d, patch, productTexts())
	s.saveProduct(id, d, created, updated)
}

func (s *Server) checkReferences(d object) error {
	if class := intOf(d, "productClassId"); s.classes.get(class) == nil {
		return noClass(class)
	}
	for _, id := range intsOf(d, "categoryIds") {
		if s.categories.get(id) == nil {
			return noCategory(id)
		}
	}
	return nil
}

// writeVariation merges one variation into d by its id, or adds it.
func (s *Server) writeVariation(d, patch object) error {
	v := findVariation(d, intOf(patch, "id"))
	if v == nil {
		v = blankVariation()
		delete(v, "unlimited")
		d["combinations"] = append(slices.Clone(listOf(d, "combinations")), v)
	}
	if has(patch, "quantity") && !has(patch, "unlimited") {
		v["unlimited"] = false
	}
	edit(v, patch)
	s.identify(v, &s.variationIDs)
	return ensureChoices(d, objectsOf(v, "options"))
}
