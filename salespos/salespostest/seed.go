package salespostest

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Add stores a document as if it had been there before the test and returns
// its id. resource is the last word of the path that lists it, such as
// "products", "attributevalues" or "ordernotes". doc is JSON with the keys that
// a GET shows; keys that are missing get the server's defaults, and "id" may be
// given. It is no request.
//
// Children name their parent by its key, such as "product_id", "order_id" or
// "attribute_id". Values that are linked to a product ("productattributevalues"
// with "optionvalue", "price" and "stock") generate combinations, which cannot
// be added themselves: Edit them. An order may carry "orderrows"; a row is
// completed from its product and may name an "attribute_combination_id". Orders
// that are added lower no stock, and nothing that is added sends a webhook. Add
// panics when the document is no valid one, and says why.
func (s *Server) Add(resource, doc string) int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	body := must(decodeObject([]byte(doc)))
	id := integer(body["id"])
	delete(body, "id")
	if s.world.table(resource).rows[id] != nil {
		panic(fmt.Sprintf("salespostest: Add(%q): id %d is taken", resource, id))
	}
	rec, err := s.world.seed(resource, id, body)
	if err != nil {
		panic(fmt.Sprintf("salespostest: Add(%q): %s in %s", resource, err.msg, doc))
	}
	s.world.changes = nil
	return rec.id
}

func must(body map[string]any, err error) map[string]any {
	if err != nil {
		panic("salespostest: " + err.Error())
	}
	return body
}

func (w *world) seed(resource string, id int64, body map[string]any) (*record, *apiError) {
	switch resource {
	case "attributecombinations":
		return nil, badBody("combinations are generated: add productattributevalues, then Edit them")
	case "orderrows":
		return nil, badBody("rows are added with their order")
	case "productattributevalues":
		return w.seedValueLink(id, body)
	case "orders":
		return w.seedOrder(id, body)
	}
	t := w.table(resource)
	doc, bad := t.res.schema.cleanDoc(body, roleSeed)
	if bad != nil {
		return nil, badBody("%v", bad)
	}
	if err := w.checkUnique(t, doc, nil); err != nil {
		return nil, err
	}
	if err := w.checkParents(t.res, doc); err != nil {
		return nil, err
	}
	w.seedDefaults(resource, doc)
	rec := w.insert(resource, id, doc)
	w.touched(t.res, rec)
	return rec, nil
}

// seedDefaults fills in what a POST would have.
func (w *world) seedDefaults(resource string, doc map[string]any) {
	switch resource {
	case "products":
		if _, ok := doc["package"]; !ok {
			doc["package"] = map[string]any{"id": number(1)}
		}
	case "attributes":
		if doc["type"] == nil {
			doc["type"] = "option_menu"
		}
	case "categories":
		w.placeCategory(doc)
	case "producttocategories":
		if doc["position"] == nil {
			doc["position"] = nextPosition(w.table(resource).where("category_id", integer(doc["category_id"])))
		}
	}
}

// checkParents refuses documents whose parents do not exist. A record may only
// lack a parent of its own kind.
func (w *world) checkParents(res *resource, doc map[string]any) *apiError {
	for _, p := range res.parents {
		path := strings.Split(p.key, ".")
		parentID := dig(doc, path...)
		if parentID == nil {
			if p.resource == res.name {
				continue
			}
			return badBody("%s is missing", p.key)
		}
		if err := w.refer(map[string]any{p.key: parentID}, p.key, p.resource); err != nil {
			return err
		}
	}
	return nil
}

func (w *world) seedValueLink(id int64, body map[string]any) (*record, *apiError) {
	stock := body["stock"]
	delete(body, "stock")
	if v, ok := body["optionvalue"]; ok {
		body["optionvalue_id"] = v
		delete(body, "optionvalue")
	}
	doc, bad := w.table("productattributevalues").res.schema.cleanDoc(body, roleSeed)
	if bad != nil {
		return nil, badBody("%v", bad)
	}
	productID := integer(doc["product_id"])
	if w.table("products").rows[productID] == nil {
		return nil, badBody("no product with id %d", productID)
	}
	return w.linkValue(id, productID, integer(doc["optionvalue_id"]), doc, stock)
}

// seedOrder stores an order with its rows. Totals that are not given are
// computed, a completed order without a number gets one.
func (w *world) seedOrder(id int64, body map[string]any) (*record, *apiError) {
	inputs, _ := body["orderrows"].([]any)
	delete(body, "orderrows")
	if user, ok := body["user"].(map[string]any); ok {
		if userID, ok := user["id"].(string); ok {
			body["user_id"] = json.Number(userID)
		}
		delete(body, "user")
	}
	given, bad := w.table("orders").res.schema.cleanDoc(body, roleSeed)
	if bad != nil {
		return nil, badBody("%v", bad)
	}
	doc := w.orderDefaults(given)
	merge(doc, given)
	rows, err := w.seedRows(inputs)
	if err != nil {
		return nil, err
	}
	rec := w.insert("orders", id, doc)
	w.orderNo = max(w.orderNo, integer(doc["ordernumber"]))
	w.storeRows(rec, rows)
	totals := map[string]any{}
	for _, key := range []string{"total_orderrow_price", "total_price", "total_tax", "total_weight"} {
		if v, ok := given[key]; ok {
			totals[key] = v
		}
	}
	w.update("orders", rec, totals)
	if flag(doc, "is_completed", true) {
		w.complete(rec)
	}
	return rec, nil
}

// seedRows completes rows from their products; what is given stands.
func (w *world) seedRows(inputs []any) ([]newRow, *apiError) {
	var rows []newRow
	for _, in := range inputs {
		given, ok := in.(map[string]any)
		if !ok {
			return nil, badBody("orderrows: a row is no object")
		}
		delete(given, "id")
		clean, bad := w.table("orderrows").res.schema.cleanDoc(given, roleSeed)
		if bad != nil {
			return nil, badBody("orderrows: %v", bad)
		}
		doc := map[string]any{"product_type": "product", "count": number(1)}
		if p := w.table("products").rows[integer(clean["product_id"])]; p != nil {
			merge(doc, w.productRow(p))
		}
		merge(doc, clean)
		row := newRow{doc: doc}
		if doc["attribute_combination_id"] != nil {
			if err := w.addCombination(&row, integer(doc["product_id"])); err != nil {
				return nil, err
			}
		}
		priceRow(doc, optionPrice(row.options))
		merge(doc, clean)
		rows = append(rows, row)
	}
	return rows, nil
}

// Edit merges doc (read names, as in [Server.Add]) into a document, as a
// person at the till or in the back office does. It moves modifydate of a
// product unless doc says otherwise; a change of nothing but stock moves it
// only under [StockModifies]. Setting is_completed of an open order to
// true numbers the order and lowers stock. Edit panics for an unknown id and
// for a document that is not valid.
func (s *Server) Edit(resource string, id int64, doc string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	t := s.world.table(resource)
	rec := t.rows[id]
	if rec == nil {
		panic(fmt.Sprintf("salespostest: Edit(%q): no id %d", resource, id))
	}
	body := must(decodeObject([]byte(doc)))
	inputs, hasRows := body["orderrows"].([]any)
	if resource == "orders" {
		delete(body, "orderrows")
	}
	patch := must(t.res.schema.cleanDoc(body, roleSeed))
	if err := s.world.checkUnique(t, patch, rec); err != nil {
		panic("salespostest: Edit: " + err.msg)
	}
	s.world.edit(resource, rec, patch)
	if hasRows {
		rows, err := s.world.seedRows(inputs)
		if err != nil {
			panic("salespostest: Edit: " + err.msg)
		}
		s.world.storeRows(rec, rows)
	}
	s.world.settle()
}

func (w *world) edit(resource string, rec *record, patch map[string]any) {
	switch resource {
	case "products":
		w.editProduct(rec, patch)
	case "orders":
		w.editOrder(rec, patch)
	case "attributecombinations", "productattributevalues":
		if w.update(resource, rec, patch) {
			w.touchStock(integer(rec.doc["product_id"]))
		}
	default:
		if w.update(resource, rec, patch) {
			w.touched(w.table(resource).res, rec)
		}
	}
}

// Delete deletes a document with all that belongs to it, as a person in the
// back office does. It panics for an unknown id.
func (s *Server) Delete(resource string, id int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	rec := s.world.table(resource).rows[id]
	if rec == nil {
		panic(fmt.Sprintf("salespostest: Delete(%q): no id %d", resource, id))
	}
	if err := s.world.table(resource).res.drop(s.world, rec); err != nil {
		panic(fmt.Sprintf("salespostest: Delete(%q): %s", resource, err.msg))
	}
	s.world.settle()
}

// Doc returns a document as a GET shows it, "" when there is none.
func (s *Server) Doc(resource string, id int64) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	t := s.world.table(resource)
	rec := t.rows[id]
	if rec == nil {
		return ""
	}
	return string(s.world.view(s.cfg.host+apiPath+"/", nil).record(nil, t.res, rec))
}

// Docs returns all documents of a resource, lowest id first.
func (s *Server) Docs(resource string) []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	t := s.world.table(resource)
	v := s.world.view(s.cfg.host+apiPath+"/", nil)
	var docs []string
	for _, rec := range t.all() {
		docs = append(docs, string(v.record(nil, t.res, rec)))
	}
	return docs
}
