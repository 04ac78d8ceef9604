package salespostest

import (
	"strconv"
	"strings"
	"unicode"
)

// catalogResources are the products and what belongs to them.
func catalogResources() []*resource {
	return []*resource{productResource(), photoResource(), valueLinkResource(), combinationResource(), {
		name: "attributes", title: "Attributes", schema: parseSchema(attributeFields, nil), firstID: 401,
		calc: map[string]func(*view, *record) any{"attribute_type": func(_ *view, r *record) any {
			return attributeNumber(text(r.doc["type"]))
		}},
	}, {
		name: "attributevalues", title: "Attribute values", schema: parseSchema(attributeValueFields, nil), firstID: 5001,
		indexes: map[string]func(*record) sortKey{"attribute_id": numKey("attribute_id")},
		calc: map[string]func(*view, *record) any{"type": func(v *view, r *record) any {
			return v.w.table("attributes").rows[integer(r.doc["attribute_id"])].doc["type"]
		}},
	}, {
		name: "categories", title: "Categories", schema: parseSchema(categoryFields, nil), firstID: 601, paged: true,
		indexes: map[string]func(*record) sortKey{"parent": func(r *record) sortKey {
			return sortKey{num: integer(dig(r.doc, "parentcategory", "id"))}
		}},
		calc: map[string]func(*view, *record) any{"deeplink": deeplink("c")},
	}, {
		name: "producttocategories", title: "Category links", schema: parseSchema(categoryLinkFields, nil), firstID: 71001,
		indexes: map[string]func(*record) sortKey{"product_id": numKey("product_id"), "category_id": numKey("category_id")},
		calc: map[string]func(*view, *record) any{
			"product_href":  hrefOf("products/", "product_id"),
			"category_href": hrefOf("categories/", "category_id"),
		},
	}, {
		name: "packages", title: "Packages", schema: parseSchema(packageFields, nil), firstID: 1,
	}}
}

func photoResource() *resource {
	return &resource{
		name: "productphotos", title: "Product photos", schema: parseSchema(photoFields, nil), firstID: 11001,
		indexes: map[string]func(*record) sortKey{"product_id": numKey("product_id"), "is_mainphoto": flagKey("is_mainphoto")},
		orderby: map[string]string{"id": "id", "ismainphoto": "is_mainphoto"},
	}
}

func valueLinkResource() *resource {
	return &resource{
		name: "productattributevalues", title: "Attribute values of products",
		schema: parseSchema(valueLinkFields, nil), firstID: 21001, paged: true,
		indexes: map[string]func(*record) sortKey{
			"product_id": numKey("product_id"), "optionvalue_id": numKey("optionvalue_id"),
			"position": numKey("position"), "optionposition": numKey("optionposition"),
		},
		orderby: map[string]string{"position": "position", "optionposition": "optionposition"},
		calc: map[string]func(*view, *record) any{
			"optionid":         func(v *view, r *record) any { return v.w.linkedAttribute(r).id },
			"optionname":       func(v *view, r *record) any { return v.w.linkedAttribute(r).doc["name"] },
			"optionvalue_name": func(v *view, r *record) any { return v.w.linkedValue(r).doc["name"] },
		},
	}
}

func combinationResource() *resource {
	return &resource{
		name: "attributecombinations", title: "Attribute combinations",
		schema: parseSchema(combinationFields, nil), firstID: 31001,
		indexes: map[string]func(*record) sortKey{"product_id": numKey("product_id")},
		calc: map[string]func(*view, *record) any{
			"netto_extra_price": func(v *view, r *record) any { return v.w.extraPrice(r) },
			"combination":       (*view).combination,
		},
	}
}

// saleResources are orders and the people who place them.
func saleResources(rowInput *schema) []*resource {
	person := map[string]*schema{"billing": parseSchema(billingFields, nil), "delivery": parseSchema(deliveryFields, nil)}
	user := parseSchema(userFields, map[string]*schema{"person": parseSchema(personFields, person)})
	order := parseSchema(orderFields, map[string]*schema{"buyer": parseSchema(buyerFields, person), "rowinput": rowInput})
	return []*resource{orderResource(order), {
		name: "orderrows", title: "Order rows", schema: parseSchema(rowFields, nil), firstID: 91001, paged: true,
		indexes: map[string]func(*record) sortKey{"order_id": numKey("order_id"), "product_id": numKey("product_id")},
		calc: map[string]func(*view, *record) any{
			"product_href":        hrefOf("products/", "product_id"),
			"product_name_google": func(_ *view, r *record) any { return slug(text(r.doc["product_name"])) },
			"attributes":          (*view).rowAttributes,
		},
	}, {
		name: "ordernotes", title: "Order notes", schema: parseSchema(noteFields, nil), firstID: 101001,
		indexes: map[string]func(*record) sortKey{"order_id": numKey("order_id")},
	}, {
		name: "users", title: "Users", schema: user, firstID: 12001, paged: true, unique: "username",
		indexes: map[string]func(*record) sortKey{
			"username": foldKey("username"), "group_id": numKey("group_id"),
			"first_name": foldKey("userinfo", "billingaddress", "first_name"),
			"last_name":  foldKey("userinfo", "billingaddress", "last_name"),
		},
		orderby: map[string]string{"id": "id", "first_name": "first_name", "last_name": "last_name"},
		filters: map[string]filter{"approval_status": func(arg string) (func(*record) bool, error) {
			return func(r *record) bool { return (r.doc["approval_status"] == "pending") == (arg == "pending") }, nil
		}},
	}, {
		name: "usergroups", title: "User groups", schema: parseSchema(userGroupFields, nil), firstID: 1, paged: true,
		indexes: map[string]func(*record) sortKey{"groupname": foldKey("groupname")},
		orderby: map[string]string{"id": "id", "groupname": "groupname"},
	}}
}

// shopResources describe the shop itself.
func shopResources() []*resource {
	return []*resource{
		{name: "paymethods", title: "Payment methods", schema: parseSchema(payMethodFields, nil), firstID: 1},
		{name: "webshops", title: "Webshops", schema: parseSchema(webshopFields, nil), firstID: webshopID,
			calc: map[string]func(*view, *record) any{
				"product_limit_left": func(v *view, r *record) any { return v.w.productsLeft(r) },
				"api_root":           func(v *view, _ *record) any { return v.root },
			}},
		{name: "settings", title: "Settings", schema: parseSchema(settingsFields, nil), firstID: webshopID},
		{name: "geozonecountries", title: "Geozone countries", schema: parseSchema(geozoneFields, nil), firstID: 1},
	}
}

func productResource() *resource {
	return &resource{
		name: "products", title: "Products", schema: parseSchema(productFields, nil), firstID: 1001, paged: true,
		indexes: map[string]func(*record) sortKey{
			"createdate": textKey("createdate"), "modifydate": textKey("modifydate"), "name": foldKey("name"),
			"productnumber": textKey("productnumber"), "eannumber": textKey("eannumber"), "mpnnumber": textKey("mpnnumber"),
		},
		orderby:  map[string]string{"id": "id", "createdate": "createdate", "modifydate": "modifydate", "name": "name"},
		exact:    map[string]string{"productnumber": "productnumber", "eannumber": "eannumber", "mpnnumber": "mpnnumber"},
		filters:  productFilters(),
		calc:     productCalc(),
		children: productChildren(),
	}
}

func orderResource(s *schema) *resource {
	return &resource{
		name: "orders", title: "Orders", schema: s, firstID: 81001, paged: true,
		indexes: map[string]func(*record) sortKey{
			"create_date": textKey("create_date"), "deliver_date": textKey("deliver_date"),
			"ordernumber": numKey("ordernumber"), "user_id": numKey("user_id"),
		},
		orderby: map[string]string{
			"id": "id", "create_date": "create_date", "deliver_date": "deliver_date", "ordernumber": "ordernumber",
		},
		filters: orderFilters(),
		calc:    orderCalc(),
	}
}

// flagKey puts false before true.
func flagKey(key string) func(*record) sortKey {
	return func(r *record) sortKey {
		if flag(r.doc, key, false) {
			return sortKey{num: 1}
		}
		return sortKey{}
	}
}

// hrefOf makes an URL without a slash at the end, null when the id is null.
func hrefOf(path, key string) func(*view, *record) any {
	return func(v *view, r *record) any {
		if id := integer(r.doc[key]); id != 0 {
			return v.url(path, id, "")
		}
		return nil
	}
}

// deeplink makes the URL of a public page.
func deeplink(kind string) func(*view, *record) any {
	return func(v *view, r *record) any {
		return strings.TrimSuffix(v.root, apiPath+"/") + "/" + kind + "/" + strconv.FormatInt(r.id, 10)
	}
}

// slug makes a text safe for an URL.
func slug(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), "-")
}
