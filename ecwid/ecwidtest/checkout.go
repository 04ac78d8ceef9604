package ecwidtest

import (
	"fmt"
	"math/big"
)

// PlaceOrder is a checkout by a shopper; it returns the public id. The keys of
// doc are those that a GET shows. The checkout fills in what is missing: ids
// (a given "id" is kept), paymentStatus PAID, quantity 1, SKU, name and price
// of lines with a productId, subtotal and total. A line without one is a free
// text, whatever its SKU: it takes no stock and costs 0 unless it has a price.
// Every order but an INCOMPLETE one takes its items from stock and is linked to
// the customer of its e-mail, who becomes a bare account if he is new; without an
// e-mail he stays a guest.
func (s *Server) PlaceOrder(doc string) (id string) {
	s.enter()
	defer s.leave()
	patch := mustParse("PlaceOrder", doc)
	if !has(patch, "paymentStatus") {
		patch["paymentStatus"] = "PAID"
	}
	for _, item := range objectsOf(patch, "items") {
		s.fillLine(item)
	}
	internal := s.seedOrder(patch)
	if textOf(patch, "paymentStatus") != "INCOMPLETE" {
		s.takeStock(internal)
	}
	return textOf(s.orders.get(internal).doc, "id")
}

// seedOrder adds an order without stock effect.
func (s *Server) seedOrder(patch object) int64 {
	if s.orders.get(intOf(patch, "internalId")) != nil || len(s.orders.live.byKey["id:"+textOf(patch, "id")]) > 0 {
		panic(fmt.Sprintf("ecwidtest: order %q exists already", textOf(patch, "id")))
	}
	d := s.blankOrder()
	edit(d, patch)
	for _, item := range objectsOf(d, "items") {
		fill(item, blankItem())
		s.identify(item, &s.lineIDs)
	}
	addUp(d, patch)
	return s.addOrder(d)
}

// fillLine completes a line from its product and variation.
func (s *Server) fillLine(item object) {
	if !has(item, "quantity") {
		item["quantity"] = number(1)
	}
	p := s.products.get(intOf(item, "productId"))
	if p == nil {
		return
	}
	fill(item, object{"productPrice": p.doc["price"], "isShippingRequired": p.doc["isShippingRequired"]})
	if v := findVariation(p.doc, intOf(item, "combinationId")); v != nil {
		fill(item, object{"price": amount(variationPrice(p.doc, v), 12), "selectedOptions": selections(v)})
		if has(v, "sku") {
			fill(item, object{"sku": v["sku"]})
		}
	}
	fill(item, object{"sku": p.doc["sku"], "price": p.doc["price"]})
	if has(p.doc, "name") {
		fill(item, object{"name": p.doc["name"]})
	}
}

func selections(variation object) []any {
	out := []any{}
	for _, o := range objectsOf(variation, "options") {
		out = append(out, object{
			"name": o["name"], "type": "CHOICE", "value": o["value"], "valuesArray": []any{o["value"]},
			"selections": []any{object{
				"selectionTitle": o["value"], "selectionModifier": number(0), "selectionModifierType": "ABSOLUTE",
			}},
		})
	}
	return out
}

// addUp computes subtotal and total where patch has none (reference 4.8).
func addUp(d, patch object) {
	subtotal := new(big.Rat)
	for _, item := range objectsOf(d, "items") {
		subtotal.Add(subtotal, new(big.Rat).Mul(ratOf(item, "price"), big.NewRat(intOf(item, "quantity"), 1)))
	}
	if !has(patch, "subtotal") {
		d["subtotal"] = amount(subtotal, 12)
	}
	if has(patch, "total") {
		return
	}
	total := ratOf(d, "subtotal")
	total.Sub(total, ratOf(d, "discount"))
	total.Sub(total, ratOf(d, "couponDiscount"))
	total.Add(total, ratOf(objectOf(d, "shippingOption"), "shippingRate"))
	total.Add(total, ratOf(objectOf(d, "handlingFee"), "value"))
	if !boolOf(d, "pricesIncludeTax") {
		total.Add(total, ratOf(d, "tax"))
	}
	d["total"] = amount(total, 12)
}
