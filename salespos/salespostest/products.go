package salespostest

import (
	"fmt"
	"math/big"
	"strings"
)

func productFilters() map[string]filter {
	sell := func(doc map[string]any) any {
		return quantity(new(big.Rat).Sub(rat(doc["price"]), rat(doc["discount"])))
	}
	return map[string]filter{
		"active":       boolFilter("is_active", true),
		"productname":  nameFilter,
		"minprice":     numberFilter(key("price"), 1),
		"maxprice":     numberFilter(key("price"), -1),
		"mindiscount":  numberFilter(key("discount"), 1),
		"maxdiscount":  numberFilter(key("discount"), -1),
		"minsellprice": numberFilter(sell, 1),
		"maxsellprice": numberFilter(sell, -1),
		"stock":        numberFilter(key("stock"), 0),
		"minstock":     numberFilter(key("stock"), 1),
		"maxstock":     numberFilter(key("stock"), -1),
		"color":        colorFilter,
	}
}

func nameFilter(_ *world, arg string) (func(*record) bool, error) {
	if len([]rune(arg)) < 3 {
		return nil, fmt.Errorf("productname needs 3 characters")
	}
	arg = strings.ToLower(arg)
	return func(rec *record) bool { return strings.Contains(strings.ToLower(text(rec.doc["name"])), arg) }, nil
}

// colorFilter finds a colour by its hex or its type; null is no colour.
func colorFilter(w *world, arg string) (func(*record) bool, error) {
	return func(rec *record) bool {
		color, _ := rec.doc["color"].(map[string]any)
		if known := w.table("colors").rows[integer(color["id"])]; known != nil {
			color = known.doc
		}
		if arg == "null" {
			return color == nil
		}
		return strings.EqualFold(text(color["hex"]), arg) || text(color["type"]) == arg
	}, nil
}

func productCalc() map[string]func(*view, *record) any {
	return map[string]func(*view, *record) any{
		"stocktype": func(v *view, r *record) any {
			if v.w.reads(LowerStockType) {
				return strings.ToLower(v.w.stockType(r))
			}
			return v.w.stockType(r)
		},
		"productmainphoto": (*view).mainPhoto,
		"deeplink":         deeplink("p"),
		"is_visible":       func(_ *view, r *record) any { return flag(r.doc, "is_active", true) },
		"can_be_ordered": func(_ *view, r *record) any {
			return flag(r.doc, "is_active", true) && r.doc["show_order_button"] != "N"
		},
		"productshippingcosts": func(v *view, r *record) any {
			costs := []any{}
			if v.wants("productshippingcosts") {
				costs = shippingCost("1")
			}
			return map[string]any{
				"costs": number(0), "default_country": "NL", "quantity": number(1),
				"href": v.url("products/", r.id, "/productshippingcosts/"), "collection": costs,
			}
		},
	}
}

// mainPhoto is the URL of the main photo, null without one.
func (v *view) mainPhoto(product *record) any {
	t := v.w.table("productphotos")
	for _, photo := range t.where("product_id", product.id) {
		if flag(photo.doc, "is_mainphoto", false) {
			return t.res.calc["deeplink"](v, photo)
		}
	}
	return nil
}

// productChildren are the sub-collections that are more than the records that
// belong to a product.
func productChildren() map[string]func(*view, []byte, *record) []byte {
	return map[string]func(*view, []byte, *record) []byte{
		"productvariations": func(v *view, b []byte, r *record) []byte {
			return v.records(b, v.w.table("productvariations").res, v.w.variations(r.id))
		},
		"attributecombinations": func(v *view, b []byte, r *record) []byte {
			combos, ok := v.only[r.id]
			if !ok {
				combos = v.w.table("attributecombinations").where("product_id", r.id)
			}
			return v.records(b, v.w.table("attributecombinations").res, combos)
		},
		"productattributesets": func(v *view, b []byte, r *record) []byte {
			for i, set := range v.attributeSets(r.id, "attributeposition", false) {
				if i > 0 {
					b = append(b, ',')
				}
				b = appendValue(b, set)
			}
			return b
		},
	}
}

// stockType is where the stock of a product lives: what was written, else on
// the combinations as soon as there are any.
func (w *world) stockType(product *record) string {
	if s := text(product.doc["stocktype"]); s != "" {
		return s
	}
	if len(w.table("attributecombinations").where("product_id", product.id)) > 0 {
		return "Attribute"
	}
	return "Product"
}

// productsLeft is the limit of the subscription minus the active products.
func (w *world) productsLeft(shop *record) int64 {
	limit := integer(shop.doc["product_limit"])
	if shop.doc["product_limit"] == nil || limit < 0 {
		return -1
	}
	for _, p := range w.table("products").rows {
		if flag(p.doc, "is_active", true) {
			limit--
		}
	}
	return max(limit, 0)
}

// checkProduct checks what a field table cannot: the VAT class, the number and
// the limit of the subscription. old is nil for a new product.
func (w *world) checkProduct(body map[string]any, old *record) *apiError {
	_, class := body["taxtariff"]
	_, rate := body["vatrate"]
	if old == nil && !class && !rate {
		return badBody(`property "taxtariff" is required`)
	}
	if no := text(body["productnumber"]); no != "" && w.reads(UniqueNumbers) {
		for _, other := range w.table("products").index("productnumber").equal(sortKey{text: no}) {
			if other != old {
				return taken("productnumber")
			}
		}
	}
	if w.productsLeft(w.table("webshops").rows[webshopID]) != 0 {
		return nil
	}
	wasActive := old != nil && flag(old.doc, "is_active", true)
	if flag(body, "active", old == nil || wasActive) && !wasActive {
		return &apiError{status: 500, code: "500.60", msg: "product limit exceeded"}
	}
	return nil
}

func (w *world) createProduct(_ *call, body map[string]any) (*record, *apiError) {
	if err := w.checkProduct(body, nil); err != nil {
		return nil, err
	}
	doc := w.table("products").res.schema.storedDoc(body)
	w.resolveNames(doc)
	if _, ok := doc["taxtariff"]; !ok {
		doc["taxtariff"] = w.tariffOf(rat(doc["vatrate"]))
	}
	return w.insert("products", 0, doc), nil
}

func (w *world) patchProduct(_ *call, rec *record, body map[string]any) (bool, *apiError) {
	if err := w.checkProduct(body, rec); err != nil {
		return false, err
	}
	doc := w.table("products").res.schema.storedDoc(body)
	w.resolveNames(doc)
	return w.editProduct(rec, doc), nil
}

// resolveNames finds the brand and the condition that a body names.
func (w *world) resolveNames(doc map[string]any) {
	for key, resource := range map[string]string{"brand": "brands", "condition": "conditions"} {
		ref, _ := doc[key].(map[string]any)
		name := text(ref["name"])
		if name == "" || ref["id"] != nil {
			continue
		}
		t := w.table(resource)
		known := t.index("name").equal(t.res.indexes["name"](&record{doc: ref}))
		switch {
		case len(known) > 0:
			doc[key] = map[string]any{"id": number(known[0].id)}
		case w.reads(NamesCreate):
			doc[key] = map[string]any{"id": number(w.insert(resource, 0, map[string]any{"name": name}).id)}
		default:
			ref["id"] = nil // no longer the one that was named before
		}
	}
}

// editProduct merges a patch and moves modifydate, unless nothing but stock is
// different and the server does not count that.
func (w *world) editProduct(rec *record, patch map[string]any) bool {
	stock, hasStock := patch["stock"]
	delete(patch, "stock")
	_, dated := patch["modifydate"]
	changed := w.update("products", rec, patch)
	stockChanged := hasStock && w.update("products", rec, map[string]any{"stock": stock})
	if !dated && (changed || stockChanged && w.reads(StockModifies)) {
		w.touch(rec)
	}
	return changed || stockChanged
}

// dropProduct deletes a product, or hides it from all lists when there is a
// trash. Order rows stay and lose their reference.
func (w *world) dropProduct(rec *record) *apiError {
	if w.reads(Trash) {
		w.update("products", rec, map[string]any{"trashed": true})
		return nil
	}
	w.remove("products", rec)
	return nil
}
