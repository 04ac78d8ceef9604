package salespostest

// variantResources are attributes, their values and what products make of
// them.
func variantResources() []*resource {
	return []*resource{valueLinkResource(), combinationResource(), {
		name: "attributecombinationphotos", fields: combinationPhotoFields, firstID: 41001,
		parents: []parent{{"attributecombinations", "combination_id"}},
		calc:    fileLink("ci"),
		create:  createFile("attributecombinationphotos"),
		touched: oneMainPhoto("attributecombinationphotos", "combination_id"),
	}, {
		name: "attributes", fields: attributeFields, firstID: 401,
		patch: (*world).patchAttribute,
		drop:  (*world).dropAttribute,
		calc: map[string]func(*view, *record) any{"attribute_type": func(_ *view, r *record) any {
			return attributeNumber(text(r.doc["type"]))
		}},
	}, {
		name: "attributevalues", fields: attributeValueFields, firstID: 5001,
		parents: []parent{{"attributes", "attribute_id"}},
		drop:    (*world).dropAttributeValue,
		calc: map[string]func(*view, *record) any{"type": func(v *view, r *record) any {
			return v.w.table("attributes").rows[integer(r.doc["attribute_id"])].doc["type"]
		}},
	}}
}

func valueLinkResource() *resource {
	return &resource{
		name: "productattributevalues", fields: valueLinkFields, firstID: 21001, paged: true,
		parents: append(ofProduct("product_id"), parent{"attributevalues", "optionvalue_id"}),
		indexes: map[string]func(*record) sortKey{
			"position": numKey("position"), "optionposition": numKey("optionposition"),
		},
		orderby: map[string]string{"position": "position", "optionposition": "optionposition"},
		create:  (*world).createValueLink,
		patch:   (*world).patchValueLink,
		drop:    (*world).dropValueLink,
		calc: map[string]func(*view, *record) any{
			"optionid":         func(v *view, r *record) any { return v.w.linkedAttribute(r).id },
			"optionname":       func(v *view, r *record) any { return v.text(v.w.linkedAttribute(r), "name") },
			"optionvalue_name": func(v *view, r *record) any { return v.text(v.w.linkedValue(r), "name") },
		},
	}
}

func combinationResource() *resource {
	return &resource{
		name: "attributecombinations", fields: combinationFields, firstID: 31001,
		parents: ofProduct("product_id"),
		indexes: map[string]func(*record) sortKey{
			"product_number": textKey("product_number"), "sku_number": textKey("sku_number"), "ean_number": textKey("ean_number"),
		},
		patch: (*world).patchCombination,
		calc: map[string]func(*view, *record) any{
			"netto_extra_price": func(v *view, r *record) any { return v.w.extraPrice(r) },
			"combination":       (*view).combination,
		},
	}
}

// propertyResources are the specifications: groups of properties with options,
// and the values that products have.
func propertyResources() []*resource {
	return []*resource{
		{name: "productpropertygroups", fields: propertyGroupFields, firstID: 501},
		{name: "productproperties", fields: propertyFields, firstID: 521, parents: []parent{{"productpropertygroups", "group_id"}},
			refers: []parent{{"productproperties", "parent"}},
			patch:  (*world).patchProperty,
			calc:   map[string]func(*view, *record) any{"children": (*view).propertyChildren},
			children: map[string]func(*view, []byte, *record) []byte{
				"options": childrenOf("productpropertyoptions", "property_id"),
			}},
		{name: "productpropertyoptions", fields: propertyOptionFields, firstID: 561,
			parents: []parent{{"productproperties", "property_id"}}},
		{name: "productpropertyvalues", fields: propertyValueFields, firstID: 51001, create: (*world).createPropertyValue,
			parents: append(ofProduct("product_id"), parent{"productproperties", "product_property_id"})},
		{name: "producttopropertygroups", fields: groupLinkFields, firstID: 52001, create: (*world).createGroupLink,
			parents: append(ofProduct("product_id"), parent{"productpropertygroups", "product_property_group_id"}),
			calc: map[string]func(*view, *record) any{
				"product_href":                hrefOf("products/", "product_id"),
				"product_property_group_href": hrefOf("productpropertygroups/", "product_property_group_id"),
				"values":                      (*view).groupValues,
			}},
	}
}

func categoryResources() []*resource {
	return []*resource{{
		name: "categories", fields: categoryFields, firstID: 601, paged: true,
		parents: []parent{{"categories", "parentcategory.id"}},
		create:  (*world).createCategory,
		patch:   (*world).patchCategory,
		calc:    map[string]func(*view, *record) any{"deeplink": deeplink("c")},
	}, {
		name: "producttocategories", fields: categoryLinkFields, firstID: 71001,
		parents: append(ofProduct("product_id"), parent{"categories", "category_id"}),
		create:  (*world).createCategoryLink,
		calc: map[string]func(*view, *record) any{
			"product_href":  hrefOf("products/", "product_id"),
			"category_href": hrefOf("categories/", "category_id"),
		},
	}}
}
