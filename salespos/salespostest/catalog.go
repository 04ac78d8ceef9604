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

func (w *world) deleteAttribute(rec *record) {
	for _, value := range w.table("attributevalues").where("attribute_id", rec.id) {
		w.deleteAttributeValue(value)
	}
	w.table("attributes").remove(rec)
}

// deleteAttributeValue unlinks the value from all products first.
func (w *world) deleteAttributeValue(rec *record) {
	for _, link := range w.table("productattributevalues").where("optionvalue_id", rec.id) {
		w.unlinkValue(link)
	}
	w.table("attributevalues").remove(rec)
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

// checkCategory refuses parents that do not exist and circles.
func (w *world) checkCategory(body map[string]any, own *record) *apiError {
	if err := w.refer(body, "parentcategory_id", "categories"); err != nil {
		return err
	}
	for id := integer(body["parentcategory_id"]); id != 0; {
		if own != nil && id == own.id {
			return badBody("parentcategory_id: the category would be its own parent")
		}
		id = integer(dig(w.table("categories").rows[id].doc, "parentcategory", "id"))
	}
	return nil
}

func (w *world) createCategory(_ *call, body map[string]any) (*record, *apiError) {
	if err := w.checkCategory(body, nil); err != nil {
		return nil, err
	}
	doc := w.table("categories").res.schema.storedDoc(body)
	w.placeCategory(doc)
	return w.insert("categories", 0, doc), nil
}

// placeCategory puts a category without a position behind its siblings.
func (w *world) placeCategory(doc map[string]any) {
	if doc["position"] == nil {
		siblings := w.table("categories").where("parent", integer(dig(doc, "parentcategory", "id")))
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

func (w *world) patchCategory(_ *call, rec *record, body map[string]any) (bool, *apiError) {
	if err := w.checkCategory(body, rec); err != nil {
		return false, err
	}
	return w.update("categories", rec, w.table("categories").res.schema.storedDoc(body)), nil
}

// deleteCategory takes the links and the categories below along.
func (w *world) deleteCategory(rec *record) {
	links := w.table("producttocategories")
	for _, link := range links.where("category_id", rec.id) {
		links.remove(link)
	}
	for _, child := range w.table("categories").where("parent", rec.id) {
		w.deleteCategory(child)
	}
	w.table("categories").remove(rec)
}

// categoryTree nests all categories by parent, siblings by position.
func (c *call) categoryTree() (*reply, *apiError) {
	v := c.view()
	var nodes func(parent int64) []any
	nodes = func(parent int64) []any {
		out := []any{}
		for _, rec := range sortedBy(c.w.table("categories").where("parent", parent), numKey("position"), false) {
			out = append(out, map[string]any{
				"href": v.url("categories/", rec.id, "/"), "id": rec.id, "name": text(rec.doc["name"]),
				"description": text(rec.doc["description"]), "position": number(integer(rec.doc["position"])),
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
	if err := w.refer(body, "product_id", "products"); err != nil {
		return nil, err
	}
	if err := w.refer(body, "category_id", "categories"); err != nil {
		return nil, err
	}
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
