package salespostest

import (
	"cmp"
	"encoding/json"
	"slices"
)

// variations are the sideways links of a product. A link serves both products;
// seen from the other end it shows this one.
func (w *world) variations(productID int64) []*record {
	t := w.table("productvariations")
	recs := slices.Clone(t.where("product_id", productID))
	for _, link := range t.where("product_variation_id", productID) {
		doc := map[string]any{}
		merge(doc, link.doc)
		doc["product_id"], doc["product_variation_id"] = link.doc["product_variation_id"], link.doc["product_id"]
		recs = append(recs, &record{id: link.id, doc: doc})
	}
	slices.SortFunc(recs, func(a, b *record) int { return cmp.Compare(a.id, b.id) })
	return recs
}

func (c *call) listVariations() (*reply, *apiError) {
	if err := c.need("products"); err != nil {
		return nil, err
	}
	return c.list(c.w.table("productvariations"), append([]*record{}, c.w.variations(c.ids[0])...))
}

func (w *world) createVariation(c *call, body map[string]any) (*record, *apiError) {
	other := integer(body["product_variation_id"])
	if other == c.ids[0] {
		return nil, badBody("product_variation_id: a product is no variation of itself")
	}
	for _, link := range w.variations(c.ids[0]) {
		if integer(link.doc["product_variation_id"]) == other {
			return nil, taken("the link of these products")
		}
	}
	return createPlain(w.table("productvariations").res)(w, c, body)
}

// addKeyword answers with what was sent.
func (c *call) addKeyword() (*reply, *apiError) {
	r, err := createIn("products", "productkeywords")(c)
	if err == nil {
		body, _ := decodeObject(c.body) // was read before
		r.body = appendValue(nil, body)
	}
	return r, err
}

func (c *call) clearKeywords() (*reply, *apiError) {
	if err := c.need("products"); err != nil {
		return nil, err
	}
	for _, keyword := range c.w.table("productkeywords").where("product_id", c.ids[0]) {
		c.w.remove("productkeywords", keyword)
	}
	return &reply{status: 204}, nil
}

// shippingCost is what the fake charges for any product: nothing.
func shippingCost(quantity string) []any {
	n, _ := (&field{key: "quantity", kind: "num"}).clean(json.Number(quantity))
	if n == nil {
		n = number(1)
	}
	return []any{map[string]any{"costs": number(0), "quantity": n, "country": "NL"}}
}

func (c *call) shippingCosts() (*reply, *apiError) {
	if err := c.need("products"); err != nil {
		return nil, err
	}
	costs := shippingCost(c.params.Get("quantity"))
	doc := map[string]any{"href": c.root + c.path + "/", "items": costs, "quantity": costs[0].(map[string]any)["quantity"]}
	return &reply{200, appendValue(nil, doc)}, nil
}

// productQueries finds products by their own numbers or by those of their
// combinations, of which the answer then shows only the ones that match.
func (c *call) productQueries() (*reply, *apiError) {
	products, combos := c.w.table("products"), c.w.table("attributecombinations")
	hits, only, asked := []*record{}, map[int64][]*record{}, false
	for param, own := range map[string][2]string{
		"productnumber": {"productnumber", "product_number"}, "eannumber": {"eannumber", "ean_number"},
		"mpnnumber": {"mpnnumber", ""}, "skunumber": {"", "sku_number"},
	} {
		if !c.params.Has(param) {
			continue
		}
		asked = true
		want := sortKey{text: c.params.Get(param)}
		if own[0] != "" {
			hits = append(hits, products.index(own[0]).equal(want)...)
		}
		if own[1] == "" {
			continue
		}
		for _, combo := range combos.index(own[1]).equal(want) {
			id := integer(combo.doc["product_id"])
			only[id] = append(only[id], combo)
			hits = append(hits, products.rows[id])
		}
	}
	if !asked {
		return nil, badBody("one of productnumber, eannumber, mpnnumber and skunumber is required")
	}
	v := c.view()
	v.only = only
	slices.SortFunc(hits, func(a, b *record) int { return cmp.Compare(a.id, b.id) })
	return c.answerPage(v, products, slices.Compact(hits), nil)
}

// productShops lists the shops of a product of several shops.
func (c *call) productShops() (*reply, *apiError) {
	if err := c.need("products"); err != nil {
		return nil, err
	}
	product := c.w.table("products").rows[c.ids[0]]
	shops := []*record{}
	ids, _ := product.doc["webshop_ids"].([]any)
	for _, id := range ids {
		if shop := c.w.table("webshops").rows[integer(id)]; shop != nil && flag(product.doc, "is_multishop_product", false) {
			shops = append(shops, shop)
		}
	}
	return c.list(c.w.table("webshops"), shops)
}

// setProductShops stores the shops of a product.
func (c *call) setProductShops(ids func(old []any) ([]any, *apiError)) *apiError {
	if err := c.need("products"); err != nil {
		return err
	}
	product := c.w.table("products").rows[c.ids[0]]
	if !flag(product.doc, "is_multishop_product", false) {
		return notOnThis("product %d is of one shop only", product.id)
	}
	old, _ := product.doc["webshop_ids"].([]any)
	next, err := ids(old)
	if err != nil {
		return err
	}
	for _, id := range next {
		if err := c.w.refer(map[string]any{"webshop_id": id}, "webshop_id", "webshops"); err != nil {
			return err
		}
	}
	c.w.editProduct(product, map[string]any{"webshop_ids": next})
	return nil
}

func (c *call) addProductShop() (*reply, *apiError) {
	var shop *record
	err := c.setProductShops(func(old []any) ([]any, *apiError) {
		body, err := c.cleanBody(parseSchema("webshop_id int - R -", nil), rolePost)
		if err != nil {
			return nil, err
		}
		shop = c.w.table("webshops").rows[integer(body["webshop_id"])]
		return append(slices.Clone(old), body["webshop_id"]), nil
	})
	if err != nil {
		return nil, err
	}
	return &reply{201, c.view().record(nil, c.w.table("webshops").res, shop)}, nil
}

func (c *call) putProductShops() (*reply, *apiError) {
	err := c.setProductShops(func([]any) ([]any, *apiError) {
		body, err := c.cleanBody(parseSchema("webshops arr - R -", nil), rolePost)
		if err != nil {
			return nil, err
		}
		return body["webshops"].([]any), nil
	})
	if err != nil {
		return nil, err
	}
	return &reply{status: 204}, nil
}

// shopProducts lists the products of a shop: those of the account's own shop
// are all that name no other.
func (c *call) shopProducts() (*reply, *apiError) {
	if err := c.need("webshops"); err != nil {
		return nil, err
	}
	products := []*record{}
	for _, p := range c.w.table("products").all() {
		ids, _ := p.doc["webshop_ids"].([]any)
		if slices.Contains(ids, any(number(c.ids[0]))) || c.ids[0] == webshopID && len(ids) == 0 {
			products = append(products, p)
		}
	}
	return c.list(c.w.table("products"), products)
}
