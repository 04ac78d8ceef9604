package ecwidtest

import (
	"fmt"
	"math/big"
	"slices"
)

// saveProduct commits d, which nobody changes afterwards, as the product's
// next state.
func (s *Server) saveProduct(id int64, d object, created, updated int64) {
	var before []int64
	if old := s.products.get(id); old != nil {
		before = intsOf(old.doc, "categoryIds")
	}
	d["id"] = number(id)
	d["url"] = fmt.Sprintf("%s/products/p%d", storeURL, id)
	d["created"], d["createTimestamp"] = s.stamp(created), number(created)
	d["updated"], d["updateTimestamp"] = s.stamp(updated), number(updated)
	s.finishProduct(d)
	s.relink(id, before, intsOf(d, "categoryIds"))
	s.products.put(&version{id: id, doc: d, created: created, updated: updated})
}

// finishProduct computes what the store computes, and leaves out what does not
// apply.
func (s *Server) finishProduct(d object) {
	finishStock(d)
	if !boolOf(d, "isShippingRequired") {
		delete(d, "weight")
	}
	if ratOf(d, "compareToPrice").Sign() == 0 && !s.cfg.reads(ZeroComparePrice) {
		delete(d, "compareToPrice")
	}
	if len(listOf(d, "categoryIds")) == 0 && !has(d, "showOnFrontpage") {
		d["showOnFrontpage"] = number(1)
	}
	if intOf(d, "showOnFrontpage") < 0 {
		delete(d, "showOnFrontpage")
	}
	factor := s.taxFactor(objectOf(d, "tax"))
	d["priceInProductList"] = d["price"]
	d["defaultDisplayedPrice"] = s.withTax(ratOf(d, "price"), factor)
	inStock := boolOf(d, "inStock")
	for i, v := range objectsOf(d, "combinations") {
		v["combinationNumber"] = number(int64(i + 1))
		if s.sharesStock(d, v) {
			mirrorStock(v, d)
		} else {
			finishStock(v)
		}
		if has(v, "compareToPrice") && ratOf(v, "compareToPrice").Sign() == 0 && !s.cfg.reads(ZeroComparePrice) {
			delete(v, "compareToPrice")
		}
		v["defaultDisplayedPrice"] = s.withTax(variationPrice(d, v), factor)
		inStock = inStock || boolOf(v, "inStock")
	}
	d["inStock"] = inStock
	d["defaultCombinationId"] = defaultVariation(d)
}

// withTax rounds only where tax was added: prices themselves stay as sent.
func (s *Server) withTax(price, factor *big.Rat) any {
	if factor.Cmp(big.NewRat(1, 1)) == 0 {
		return amount(price, 12)
	}
	return amount(price.Mul(price, factor), s.precision())
}

// showProduct is the product as a GET shows it.
func (s *Server) showProduct(v *version) object {
	out := make(object, len(v.doc)+1)
	for k, e := range v.doc {
		out[k] = e
	}
	categories := []any{}
	for _, id := range intsOf(v.doc, "categoryIds") {
		if c := s.categories.get(id); c != nil {
			categories = append(categories, object{
				"id": number(id), "name": c.doc["name"], "enabled": c.doc["enabled"],
			})
		}
	}
	out["categories"] = categories
	return out
}

// showProductTo is the product as the caller wants to see it. Storefront
// tokens do not see hidden attributes.
func (s *Server) showProductTo(c *call, v *version) object {
	out := s.showProduct(v)
	c.setURL(out, "p", v.id)
	inLanguage(out, c.query.Get("lang"), productTexts())
	if c.access.public {
		isHidden := func(a object) bool { return textOf(a, "show") == "NOTSHOW" }
		out["attributes"] = asList(slices.DeleteFunc(objectsOf(out, "attributes"), isHidden))
	}
	return out
}

// relink keeps the products of the categories in step with the categories of
// a product.
func (s *Server) relink(product int64, before, after []int64) {
	for _, id := range before {
		if !slices.Contains(after, id) {
			s.members[id] = slices.DeleteFunc(s.members[id], func(p int64) bool { return p == product })
		}
	}
	for i, id := range after {
		if !slices.Contains(before, id) && !slices.Contains(after[:i], id) {
			s.members[id] = append(s.members[id], product)
		}
	}
}
