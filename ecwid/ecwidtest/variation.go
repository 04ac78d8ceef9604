package ecwidtest

import (
	"net/http"
	"strings"
)

const maxVariations = 200

func noVariation(id int64) error {
	return fail(http.StatusNotFound, "COMBINATION_NOT_FOUND", "Combination #%d not found", id)
}

func noVariationsInPlan() error {
	return fail(http.StatusPaymentRequired, "NOT_AVAILABLE_ON_CURRENT_PLAN", "The plan has no variations")
}

func blankVariation() object {
	return mustParse("variation", `{"unlimited": true, "attributes": [],
		"dimensions": {"length": 0, "width": 0, "height": 0}, "volume": 0}`)
}

func findVariation(d object, id int64) object {
	if id == 0 {
		return nil
	}
	return findByID(objectsOf(d, "combinations"), id)
}

// variation finds the product and the variation that the path names.
func (s *Server) variation(c *call) (*version, object, error) {
	v, err := s.product(c)
	if err != nil {
		return nil, nil, err
	}
	id, err := c.id(1)
	if err != nil {
		return nil, nil, err
	}
	variation := findVariation(v.doc, id)
	if variation == nil {
		return nil, nil, c.miss(noVariation(id))
	}
	return v, variation, nil
}

func (s *Server) listVariations(c *call) (any, error) {
	v, err := s.product(c)
	if err != nil {
		return nil, err
	}
	return listOf(v.doc, "combinations"), nil
}

func (s *Server) getVariation(c *call) (any, error) {
	_, variation, err := s.variation(c)
	if err != nil {
		return nil, err
	}
	return variation, nil
}

func (s *Server) createVariation(c *call) (any, error) {
	v, err := s.product(c)
	if err != nil {
		return nil, err
	}
	if !s.hasFeature("COMBINATIONS") {
		return nil, noVariationsInPlan()
	}
	d := cloneObject(v.doc)
	next := blankVariation()
	if err := s.changeVariation(d, next, c.body); err != nil {
		return nil, err
	}
	next["id"] = s.variationIDs.next()
	d["combinations"] = append(listOf(d, "combinations"), next)
	if err := s.checkVariations(d); err != nil {
		return nil, err
	}
	s.saveProduct(v.id, d, v.created, s.now())
	return object{"id": next["id"]}, nil
}

func (s *Server) updateVariation(c *call) (any, error) {
	v, variation, err := s.variation(c)
	if err != nil {
		return nil, err
	}
	d := cloneObject(v.doc)
	if err := s.changeVariation(d, findVariation(d, intOf(variation, "id")), c.body); err != nil {
		return nil, err
	}
	if err := s.checkVariations(d); err != nil {
		return nil, err
	}
	s.saveProduct(v.id, d, v.created, s.now())
	return object{"updateCount": number(1)}, nil
}

func (s *Server) deleteVariation(c *call) (any, error) {
	v, variation, err := s.variation(c)
	if err != nil {
		return nil, err
	}
	d := cloneObject(v.doc)
	d["combinations"] = asList(without(objectsOf(d, "combinations"), intOf(variation, "id")))
	s.saveProduct(v.id, d, v.created, s.now())
	return object{"deleteCount": number(1)}, nil
}

func (s *Server) deleteVariations(c *call) (any, error) {
	v, err := s.product(c)
	if err != nil {
		return nil, err
	}
	d := cloneObject(v.doc)
	count := len(listOf(d, "combinations"))
	d["combinations"] = []any{}
	s.saveProduct(v.id, d, v.created, s.now())
	return object{"deleteCount": number(int64(count))}, nil
}

// replaceVariations makes list the whole set of d's variations: entries with
// an id are changed, entries without are new, missing ones go.
func (s *Server) replaceVariations(d object, list []any) error {
	if len(list) > maxVariations {
		return fail(http.StatusBadRequest, "COMBINATION_LIMIT_PER_REQUEST_EXCEEDED",
			"More than %d variations in a request", maxVariations)
	}
	seen := map[int64]bool{}
	next := make([]any, 0, len(list))
	for _, e := range list {
		patch := e.(object)
		v := blankVariation()
		if id := intOf(patch, "id"); has(patch, "id") {
			if v = findVariation(d, id); v == nil {
				return noVariation(id)
			}
			if seen[id] {
				return fail(http.StatusConflict, "COMBINATION_DUPLICATED", "Combination #%d is repeated", id)
			}
			seen[id] = true
		}
		if err := s.changeVariation(d, v, patch); err != nil {
			return err
		}
		if !has(v, "id") {
			v["id"] = s.variationIDs.next()
		}
		next = append(next, v)
	}
	for _, old := range objectsOf(d, "combinations") {
		if s.cfg.reads(CombinationsUpsert) && !seen[intOf(old, "id")] {
			next = append(next, old)
		}
	}
	d["combinations"] = next
	return checkOptionSets(d)
}

func (s *Server) checkVariations(d object) error {
	if err := checkOptionSets(d); err != nil {
		return err
	}
	return s.checkUnique(d)
}

func checkOptionSets(d object) error {
	seen := map[string]bool{}
	for _, v := range objectsOf(d, "combinations") {
		set := optionSet(v)
		if seen[set] {
			return fail(http.StatusConflict, "", "A variation with these options exists already")
		}
		seen[set] = true
	}
	return nil
}

// changeVariation carries a body out on v, a variation of the copy d.
func (s *Server) changeVariation(d, v, patch object) error {
	if sku, sent := patch["sku"]; sent && sku == nil {
		patch["sku"] = "" // both fall back to the product's SKU
	}
	s.dropNulls(v, patch, nil)
	if err := s.checkFixed(patch); err != nil {
		return err
	}
	base := d
	if has(v, "price") {
		base = v
	}
	if err := s.checkPrices(patch, base); err != nil {
		return err
	}
	if err := s.mergeOptionsOf(d, v, patch); err != nil {
		return err
	}
	s.roundPrices(patch)
	rest := object{}
	for k, e := range patch {
		if k != "attributes" && k != "options" && k != "quantity" && k != "unlimited" && k != "sku" {
			rest[k] = e
		}
	}
	setSKU(v, patch)
	if err := s.checkShared(d, v, patch); err != nil {
		return err
	}
	s.merge(v, rest)
	setStock(v, patch)
	class := s.classes.get(intOf(d, "productClassId")).doc
	values, err := s.setAttributes(class, objectsOf(v, "attributes"), objectsOf(patch, "attributes"))
	v["attributes"] = asList(values)
	return err
}

// setSKU takes an empty SKU as none.
func setSKU(v, patch object) {
	if sku, sent := patch["sku"].(string); sent {
		v["sku"] = strings.TrimSpace(sku)
		if v["sku"] == "" {
			delete(v, "sku")
		}
	}
}

// checkShared refuses stock for a variation that shares its product's.
func (s *Server) checkShared(d, v, patch object) error {
	sendsStock := has(patch, "quantity") || has(patch, "unlimited")
	if textOf(v, "sku") == "" && sendsStock {
		return wrong("A variation without a SKU of its own has no stock of its own")
	}
	if textOf(v, "sku") == "" || !s.sharesStock(d, v) {
		return nil
	}
	differs := func(key string) bool { return has(patch, key) && patch[key] != d[key] }
	if sendsStock && (differs("quantity") || differs("unlimited")) {
		return fail(http.StatusBadRequest, "DIFFERENT_COMBINATION_STOCK", "The variation shares its product's stock")
	}
	for side, size := range objectOf(patch, "dimensions") {
		if ratOf(object{"": size}, "").Cmp(ratOf(objectOf(d, "dimensions"), side)) != 0 {
			return fail(http.StatusBadRequest, "DIFFERENT_COMBINATION_DIMENSIONS",
				"The variation shares its product's dimensions")
		}
	}
	return nil
}

// mergeOptionsOf sets the options that identify v; a new variation needs some.
func (s *Server) mergeOptionsOf(d, v, patch object) error {
	wanted := objectsOf(patch, "options")
	if len(wanted) == 0 {
		if !has(v, "options") || has(patch, "options") {
			return wrong("Field options is absent")
		}
		return nil
	}
	_, main := s.languages()
	seen := map[string]bool{}
	options := make([]any, 0, len(wanted))
	for _, w := range wanted {
		name, value := textOf(w, "name"), textOf(w, "value")
		if name == "" || value == "" || seen[name] {
			return wrong("An option has no name or value, or stands twice")
		}
		seen[name] = true
		options = append(options, object{
			"name": name, "nameTranslated": object{main: name},
			"value": value, "valueTranslated": object{main: value},
		})
	}
	v["options"] = options
	if err := ensureChoices(d, wanted); err != nil || !s.cfg.reads(WholeOptionSets) {
		return err
	}
	for _, o := range objectsOf(d, "options") {
		if drives(textOf(o, "type")) && !seen[textOf(o, "name")] {
			return wrong("Option %s is missing", textOf(o, "name"))
		}
	}
	return nil
}
