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

func nameFilter(arg string) (func(*record) bool, error) {
	if len([]rune(arg)) < 3 {
		return nil, fmt.Errorf("productname needs 3 characters")
	}
	arg = strings.ToLower(arg)
	return func(rec *record) bool { return strings.Contains(strings.ToLower(text(rec.doc["name"])), arg) }, nil
}

// colorFilter knows products with a colour and without: the fake keeps no hex.
func colorFilter(arg string) (func(*record) bool, error) {
	return func(rec *record) bool {
		hex, _ := dig(rec.doc, "color", "hex").(string)
		if arg == "null" {
			return rec.doc["color"] == nil
		}
		return hex != "" && strings.EqualFold(hex, arg)
	}, nil
}

func productCalc() map[string]func(*view, *record) any {
	return map[string]func(*view, *record) any{
		"stocktype":  func(v *view, r *record) any { return v.w.stockType(r) },
		"deeplink":   deeplink("p"),
		"is_visible": func(_ *view, r *record) any { return flag(r.doc, "is_active", true) },
		"can_be_ordered": func(_ *view, r *record) any {
			return flag(r.doc, "is_active", true) && r.doc["show_order_button"] != "N"
		},
		"productshippingcosts": func(v *view, r *record) any {
			return map[string]any{
				"costs": number(0), "default_country": "NL", "quantity": number(1),
				"href": v.url("products/", r.id, "/productshippingcosts/"), "collection": []any{},
			}
		},
	}
}

func productChildren() map[string]func(*view, []byte, *record) []byte {
	of := func(name string) func(*view, []byte, *record) []byte {
		return func(v *view, b []byte, r *record) []byte {
			t := v.w.table(name)
			return v.records(b, t.res, t.where("product_id", r.id))
		}
	}
	return map[string]func(*view, []byte, *record) []byte{
		"attributecombinations": of("attributecombinations"),
		"producttocategories":   of("producttocategories"),
		"productphotos":         of("productphotos"),
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

// checkProduct checks what a field table cannot: references, the VAT class and
// the limit of the subscription. old is nil for a new product.
func (w *world) checkProduct(body map[string]any, old *record) *apiError {
	if err := w.refer(body, "package_id", "packages"); err != nil {
		return err
	}
	_, class := body["taxtariff"]
	_, rate := body["vatrate"]
	if old == nil && !class && !rate {
		return badBody(`property "taxtariff" is required`)
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

func (w *world) createProduct(c *call, body map[string]any) (*record, *apiError) {
	if err := w.checkProduct(body, nil); err != nil {
		return nil, err
	}
	doc := w.table("products").res.schema.storedDoc(body)
	if _, ok := doc["taxtariff"]; !ok {
		doc["taxtariff"] = w.tariffOf(rat(doc["vatrate"]))
	}
	return w.insert("products", 0, doc), nil
}

func (w *world) patchProduct(c *call, rec *record, body map[string]any) (bool, *apiError) {
	if err := w.checkProduct(body, rec); err != nil {
		return false, err
	}
	return w.editProduct(rec, w.table("products").res.schema.storedDoc(body)), nil
}

// editProduct merges a patch and moves modifydate, unless nothing but stock is
// different and the server does not count that.
func (w *world) editProduct(rec *record, patch map[string]any) bool {
	stock, hasStock := patch["stock"]
	delete(patch, "stock")
	_, dated := patch["modifydate"]
	changed := w.update("products", rec, patch)
	stockChanged := hasStock && w.update("products", rec, map[string]any{"stock": stock})
	if !dated && (changed || stockChanged && w.cfg.stockModifies) {
		w.touch(rec)
	}
	return changed || stockChanged
}

// deleteProduct takes everything that hangs on the product along. Order rows
// stay and lose their reference.
func (w *world) deleteProduct(rec *record) {
	for _, name := range []string{"productattributevalues", "attributecombinations", "producttocategories", "productphotos"} {
		t := w.table(name)
		for _, child := range t.where("product_id", rec.id) {
			t.remove(child)
		}
	}
	for _, row := range w.table("orderrows").where("product_id", rec.id) {
		w.update("orderrows", row, map[string]any{"product_id": nil})
	}
	w.table("products").remove(rec)
}
