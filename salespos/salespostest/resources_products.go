package salespostest

import (
	"math/big"
	"strings"
)

// productResources are the products, what hangs on them and what they name.
func productResources() []*resource {
	return append([]*resource{
		productResource(), photoResource(), variationResource(),
		{name: "productkeywords", fields: keywordFields, firstID: 12501, parents: ofProduct("product_id")},
		{name: "productlabels", fields: productLabelFields, firstID: 13001, put: "labels", putItem: "label_id",
			parents: append(ofProduct("product_id"), parent{"labels", "label_id"})},
		{name: "producttaxtariffexceptions", fields: taxExceptionFields, firstID: 14001, parents: ofProduct("product_id")},
		{name: "productattachments", fields: attachmentFields, firstID: 15001, parents: ofProduct("product_id"), calc: fileLink("a")},
		{name: "productrelevant", fields: relevantFields, firstID: 16001, paged: true,
			parents: append(ofProduct("parent_product_id"), parent{"products", "child_product_id"})},
		{name: "productreviews", fields: reviewFields, firstID: 17001, paged: true, parents: ofProduct("productid"),
			indexes: map[string]func(*record) sortKey{"createdate": textKey("createdate"), "points": numKey("points")},
			orderby: map[string]string{"id": "id", "createdate": "createdate", "points": "points"},
			filters: map[string]filter{"approved": boolFilter("approved", false)}},
		{name: "productstaggeredprices", fields: staggeredPriceFields, firstID: 18001, parents: ofProduct("product_id"),
			indexes: map[string]func(*record) sortKey{"price": amountKey("price"), "quantity": amountKey("quantity")},
			orderby: map[string]string{"price": "price", "quantity": "quantity"},
			calc: map[string]func(*view, *record) any{"sellprice": func(_ *view, r *record) any {
				return quantity(new(big.Rat).Sub(rat(r.doc["price"]), rat(r.doc["discount"])))
			}}},
		{name: "productvideos", fields: videoFields, firstID: 19001, parents: ofProduct("productid"),
			indexes: map[string]func(*record) sortKey{"position": numKey("position")},
			orderby: map[string]string{"id": "id", "position": "position"}},
	}, namedByProducts()...)
}

// namedByProducts are the resources that a product refers to, and labels.
func namedByProducts() []*resource {
	var out []*resource
	for i, name := range []string{"brands", "suppliers", "conditions"} {
		out = append(out, &resource{
			name: name, fields: strings.ReplaceAll(nameFields, "NAME", name), firstID: 301 + 20*int64(i),
			unique: "name", shown: []string{"name"},
			indexes: map[string]func(*record) sortKey{"name": foldKey("name")},
		})
	}
	return append(out, &resource{
		name: "colors", fields: colorFields, firstID: 361, unique: "hex", shown: []string{"name", "type", "hex"},
		indexes: map[string]func(*record) sortKey{"hex": foldKey("hex")},
		filters: map[string]filter{"color": func(_ *world, arg string) (func(*record) bool, error) {
			return func(r *record) bool { return strings.EqualFold(text(r.doc["hex"]), arg) }, nil
		}},
	},
		&resource{name: "packages", fields: packageFields, firstID: 1},
		&resource{name: "labels", fields: labelFields, firstID: 381},
		&resource{name: "redirects", fields: redirectFields, firstID: 2001, unique: "source_url",
			indexes: map[string]func(*record) sortKey{"source_url": textKey("source_url")}})
}

func productResource() *resource {
	return &resource{
		name: "products", fields: productFields, firstID: 1001, paged: true,
		refers: []parent{
			{"brands", "brand.id"}, {"suppliers", "supplier.id"}, {"conditions", "condition.id"},
			{"colors", "color.id"}, {"packages", "package.id"},
		},
		indexes: map[string]func(*record) sortKey{
			"createdate": textKey("createdate"), "modifydate": textKey("modifydate"), "name": foldKey("name"),
			"productnumber": textKey("productnumber"), "eannumber": textKey("eannumber"), "mpnnumber": textKey("mpnnumber"),
		},
		orderby:  map[string]string{"id": "id", "createdate": "createdate", "modifydate": "modifydate", "name": "name"},
		exact:    map[string]string{"productnumber": "productnumber", "eannumber": "eannumber", "mpnnumber": "mpnnumber"},
		filters:  productFilters(),
		calc:     productCalc(),
		children: productChildren(),
		create:   (*world).createProduct,
		patch:    (*world).patchProduct,
		drop:     (*world).dropProduct,
	}
}

func photoResource() *resource {
	return &resource{
		name: "productphotos", fields: photoFields, firstID: 11001, put: "productphotos", parents: ofProduct("product_id"),
		indexes: map[string]func(*record) sortKey{"is_mainphoto": flagKey("is_mainphoto")},
		orderby: map[string]string{"id": "id", "ismainphoto": "is_mainphoto"},
		calc:    fileLink("i"),
		create:  createFile("productphotos"),
		touched: oneMainPhoto("productphotos", "product_id"),
	}
}

func variationResource() *resource {
	return &resource{
		name: "productvariations", fields: variationFields, firstID: 20001,
		parents: append(ofProduct("product_id"), parent{"products", "product_variation_id"}),
		calc:    map[string]func(*view, *record) any{"product_variation_href": hrefOf("products/", "product_variation_id")},
		create:  (*world).createVariation,
		drop: func(w *world, rec *record) *apiError {
			if flag(rec.doc, "auto_created", false) {
				return notOnThis("an automatic variation can only be deactivated")
			}
			w.remove("productvariations", rec)
			return nil
		},
	}
}

func ofProduct(key string) []parent { return []parent{{"products", key}} }
