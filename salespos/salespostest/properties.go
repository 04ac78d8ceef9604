package salespostest

// propertyChildren nests the properties below one.
func (v *view) propertyChildren(rec *record) any {
	t := v.w.table("productproperties")
	return v.raw(t.res, t.where("parent", rec.id))
}

func (w *world) patchProperty(c *call, rec *record, body map[string]any) (bool, *apiError) {
	if err := w.checkCircle("productproperties", body, "parent", rec, "parent"); err != nil {
		return false, err
	}
	return patchPlain(w.table("productproperties").res)(w, c, rec, body)
}

// createPropertyValue keeps one value for a product and a property.
func (w *world) createPropertyValue(c *call, body map[string]any) (*record, *apiError) {
	t := w.table("productpropertyvalues")
	for _, value := range t.where("product_id", integer(body["product_id"])) {
		if sameValue(value.doc["product_property_id"], body["product_property_id"]) {
			return nil, taken("the value of this product for the property")
		}
	}
	return createPlain(t.res)(w, c, body)
}

// createGroupLink links a product to a group once.
func (w *world) createGroupLink(c *call, body map[string]any) (*record, *apiError) {
	t := w.table("producttopropertygroups")
	for _, link := range t.where("product_id", integer(body["product_id"])) {
		if sameValue(link.doc["product_property_group_id"], body["product_property_group_id"]) {
			return nil, taken("the link of this product and group")
		}
	}
	return createPlain(t.res)(w, c, body)
}

// groupValues are the values that a product has in a group.
func (v *view) groupValues(link *record) any {
	t := v.w.table("productpropertyvalues")
	var recs []*record
	for _, value := range t.where("product_id", integer(link.doc["product_id"])) {
		property := v.w.table("productproperties").rows[integer(value.doc["product_property_id"])]
		if sameValue(property.doc["group_id"], link.doc["product_property_group_id"]) {
			recs = append(recs, value)
		}
	}
	return map[string]any{"collection": v.raw(t.res, recs)}
}
