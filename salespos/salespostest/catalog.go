package salespostest

import (
	"encoding/json"
	"strings"
)

func (w *world) createValueLink(c *call, body map[string]any) (*record, *apiError) {
	doc := w.table("productattributevalues").res.schema.storedDoc(body)
	return w.linkValue(0, c.ids[0], integer(body["optionvalue"]), doc, body["stock"])
}

func (w *world) patchValueLink(_ *call, rec *record, body map[string]any) (bool, *apiError) {
	changed := w.update("productattributevalues", rec, w.table("productattributevalues").res.schema.storedDoc(body))
	if changed {
		w.touchStock(integer(rec.doc["product_id"]))
	}
	return changed, nil
}

func (w *world) dropValueLink(link *record) *apiError {
	w.unlinkValue(link)
	return nil
}

func (w *world) patchCombination(_ *call, rec *record, body map[string]any) (bool, *apiError) {
	changed := w.update("attributecombinations", rec, body)
	if changed {
		w.touchStock(integer(rec.doc["product_id"]))
	}
	return changed, nil
}

// patchAttribute switches a type only between a kind and its required twin.
func (w *world) patchAttribute(_ *call, rec *record, body map[string]any) (bool, *apiError) {
	kind := func(v any) string { return strings.TrimSuffix(text(v), "_required") }
	if kind(body["type"]) != kind(rec.doc["type"]) {
		return false, badBody("type: cannot change from %v to %v", rec.doc["type"], body["type"])
	}
	return w.update("attributes", rec, body), nil
}

func (w *world) dropAttribute(rec *record) *apiError {
	for _, value := range w.table("attributevalues").where("attribute_id", rec.id) {
		if err := w.dropAttributeValue(value); err != nil {
			return err
		}
	}
	w.remove("attributes", rec)
	return nil
}

// dropAttributeValue unlinks the value from all products first.
func (w *world) dropAttributeValue(rec *record) *apiError {
	for _, link := range w.table("productattributevalues").where("optionvalue_id", rec.id) {
		w.unlinkValue(link)
	}
	w.remove("attributevalues", rec)
	return nil
}

func (c *call) productAttributeSets() (*reply, *apiError) {
	if err := c.need("products"); err != nil {
		return nil, err
	}
	orderby, desc := strings.CutSuffix(c.params.Get("orderby"), "_desc")
	return c.plainCollection(c.view().attributeSets(c.ids[0], orderby, desc))
}

// ofCombination lists the attributes or the values of one combination.
func ofCombination(name string) handler {
	return func(c *call) (*reply, *apiError) {
		if err := c.need("attributecombinations"); err != nil {
			return nil, err
		}
		recs := []*record{}
		for _, id := range c.w.table("attributecombinations").rows[c.ids[0]].values {
			rec := c.w.table("attributevalues").rows[id]
			if name == "attributes" {
				rec = c.w.attributeOf(rec)
			}
			recs = append(recs, rec)
		}
		return c.list(c.w.table(name), recs)
	}
}

// checkCircle refuses a parent that is the record itself or below it. key
// names the parent in a body, path in a document.
func (w *world) checkCircle(resource string, body map[string]any, key string, own *record, path ...string) *apiError {
	for id := integer(body[key]); id != 0; {
		if id == own.id {
			return badBody("%s: the record would be its own parent", key)
		}
		id = integer(dig(w.table(resource).rows[id].doc, path...))
	}
	return nil
}

func (w *world) createCategory(_ *call, body map[string]any) (*record, *apiError) {
	doc := w.table("categories").res.schema.storedDoc(body)
	w.placeCategory(doc)
	rec := w.insert("categories", 0, doc)
	if err := w.categoryPictures(rec, body); err != nil {
		w.remove("categories", rec)
		return nil, err
	}
	return rec, nil
}

func (w *world) patchCategory(_ *call, rec *record, body map[string]any) (bool, *apiError) {
	if err := w.checkCircle("categories", body, "parentcategory_id", rec, "parentcategory", "id"); err != nil {
		return false, err
	}
	if err := w.categoryPictures(rec, body); err != nil {
		return false, err
	}
	return w.update("categories", rec, w.table("categories").res.schema.storedDoc(body)), nil
}

// placeCategory puts a category without a position behind its siblings.
func (w *world) placeCategory(doc map[string]any) {
	if doc["position"] == nil {
		siblings := w.table("categories").where("parentcategory.id", integer(dig(doc, "parentcategory", "id")))
		doc["position"] = nextPosition(siblings)
	}
}

// nextPosition is one more than the highest position of the records.
func nextPosition(recs []*record) json.Number {
	last := int64(0)
	for _, rec := range recs {
		last = max(last, integer(rec.doc["position"]))
	}
	return number(last + 1)
}

// categoryTree nests all categories by parent, siblings by position.
func (c *call) categoryTree() (*reply, *apiError) {
	v := c.view()
	var nodes func(parent int64) []any
	nodes = func(parent int64) []any {
		out := []any{}
		for _, rec := range sortedBy(c.w.table("categories").where("parentcategory.id", parent), numKey("position"), false) {
			out = append(out, map[string]any{
				"href": v.url("categories/", rec.id, "/"), "id": rec.id, "name": v.text(rec, "name"),
				"description": v.text(rec, "description"), "position": number(integer(rec.doc["position"])),
				"show_on_website": flag(rec.doc, "show_on_website", true), "deeplink": deeplink("c")(v, rec),
				"children": nodes(rec.id),
			})
		}
		return out
	}
	return &reply{200, appendValue(nil, map[string]any{"href": c.root + "categorytree/", "root_categories": nodes(0)})}, nil
}

// categoryProducts lists the products that are linked to a category.
func (c *call) categoryProducts() (*reply, *apiError) {
	if err := c.need("categories"); err != nil {
		return nil, err
	}
	products := []*record{}
	for _, link := range c.w.table("producttocategories").where("category_id", c.ids[0]) {
		products = append(products, c.w.table("products").rows[integer(link.doc["product_id"])])
	}
	return c.list(c.w.table("products"), products)
}

func (w *world) createCategoryLink(_ *call, body map[string]any) (*record, *apiError) {
	t := w.table("producttocategories")
	siblings := t.where("category_id", integer(body["category_id"]))
	for _, link := range siblings {
		if integer(link.doc["product_id"]) == integer(body["product_id"]) {
			return nil, taken("the link of this product and category")
		}
	}
	doc := t.res.schema.storedDoc(body)
	if doc["position"] == nil {
		doc["position"] = nextPosition(siblings)
	}
	return w.insert(t.res.name, 0, doc), nil
}
