package main

import (
	"encoding/json"
	"fmt"
)

// Ids of the demo articles that the demo changes.
const (
	greenTea = 1001
	blackTea = 1002
)

// seedPOS fills the POS with the demo shop: categories, simple products and
// products with variants.
func (h *house) seedPOS() {
	for _, c := range []string{
		`{"id":100,"name":"Tea","show_on_website":true}`,
		`{"id":101,"name":"Green tea","show_on_website":true,"parentcategory":{"id":100}}`,
		`{"id":102,"name":"Black tea","show_on_website":true,"parentcategory":{"id":100}}`,
		`{"id":103,"name":"Crockery","show_on_website":true}`,
		`{"id":104,"name":"Clothing","show_on_website":true}`,
	} {
		h.pos.Add("categories", c)
	}
	h.simple(greenTea, "TEA-GREEN", "Sencha", 4.95, 25, 101)
	h.simple(blackTea, "TEA-BLACK", "Assam", 4.50, 40, 102)
	h.simple(1003, "TEA-EARL", "Earl Grey", 5.25, 12, 102)
	h.simple(1004, "POT-1", "Tea pot", 24.95, 6, 103)
	h.simple(1005, "STRAINER", "Strainer", 7.5, 30, 103)
	h.simple(1006, "TIMER", "Sand timer", 9.95, 8, 103)
	h.attribute(1, "Size", "S", "M", "L")
	h.attribute(2, "Colour", "White", "Blue")
	h.variants(2001, "SHIRT", "T-shirt", 19.95, 104, 11, 12, 13)
	h.variants(2002, "MUG", "Mug", 8.95, 103, 21, 22)
}

func (h *house) simple(id int64, number, name string, price float64, stock, category int) {
	h.pos.Add("products", fmt.Sprintf(`{"id":%d,"productnumber":%q,"name":%q,"description":"<p>%s from our shop.</p>","price":%v,
		"stockenabled":true,"stocktype":"Product","stock":%d,"is_active":true}`, id, number, name, name, price, stock))
	h.pos.Add("producttocategories", fmt.Sprintf(`{"product_id":%d,"category_id":%d}`, id, category))
}

// attribute adds an option menu; its n-th value has the id 10·id + n.
func (h *house) attribute(id int, name string, values ...string) {
	h.pos.Add("attributes", fmt.Sprintf(`{"id":%d,"name":%q,"type":"option_menu"}`, id, name))
	for i, value := range values {
		h.pos.Add("attributevalues", fmt.Sprintf(`{"id":%d,"attribute_id":%d,"name":%q}`, 10*id+i+1, id, value))
	}
}

// variants adds a product with one combination for each value, five pieces of
// each.
func (h *house) variants(id int64, number, name string, price float64, category int, values ...int) {
	h.pos.Add("products", fmt.Sprintf(`{"id":%d,"productnumber":%q,"name":%q,"price":%v,"stockenabled":true,"stocktype":"Attribute","is_active":true}`,
		id, number, name, price))
	h.pos.Add("producttocategories", fmt.Sprintf(`{"product_id":%d,"category_id":%d}`, id, category))
	for _, value := range values {
		h.pos.Add("productattributevalues", fmt.Sprintf(`{"product_id":%d,"optionvalue":%d,"price":0}`, id, value))
	}
	n := 0
	for _, doc := range h.pos.Docs("attributecombinations") {
		var c struct {
			ID      int64 `json:"id"`
			Product int64 `json:"product_id"`
		}
		if json.Unmarshal([]byte(doc), &c) == nil && c.Product == id {
			n++
			h.pos.Edit("attributecombinations", c.ID, fmt.Sprintf(`{"sku_number":"%s-%d","stock":5}`, number, n))
		}
	}
}

// shopDoc is a product of the shop as its API shows it.
type shopDoc struct {
	ID       int64  `json:"id"`
	SKU      string `json:"sku"`
	Quantity int    `json:"quantity"`
}

func (h *house) shopDocs() map[string]shopDoc {
	found := map[string]shopDoc{}
	for _, text := range h.shop.Docs("products") {
		var p shopDoc
		if json.Unmarshal([]byte(text), &p) == nil {
			found[p.SKU] = p
		}
	}
	return found
}

func (h *house) shopProduct(sku string) int64 { return h.shopDocs()[sku].ID }
func (h *house) shopQuantity(sku string) int  { return h.shopDocs()[sku].Quantity }

// placeOrders lets shoppers order: a person, a company, a guest, one who has not
// paid, and one who buys what only the shop knows.
func (h *house) placeOrders() {
	h.shop.Add("products", `{"sku":"SHOP-ONLY","name":"Gift box that only the shop has","price":12.5}`)
	person := `{"name":"Anna van der Test","street":"Dorpsstraat 12 b","city":"Utrecht","postalCode":"3511 AB","countryCode":"NL","phone":"+31 30 000 00 00"}`
	company := `{"name":"Bo Example","companyName":"Example Trading BV","street":"Kade 7","city":"Rotterdam","postalCode":"3011 AA","countryCode":"NL"}`
	h.place("anna@example.com", "TEA-GREEN", 2, person, `,"paymentMethod":"iDEAL","shippingOption":{"shippingMethodName":"Parcel","shippingRate":4.95}`)
	h.place("office@example.org", "POT-1", 1, company, `,"paymentMethod":"Credit card","customerTaxId":"NL000000000B00"`)
	h.place("", "TIMER", 1, person, `,"paymentMethod":"iDEAL"`)
	h.place("carl@example.com", "STRAINER", 3, person, `,"paymentMethod":"Bank transfer","paymentStatus":"AWAITING_PAYMENT"`)
	h.place("dora@example.com", "SHOP-ONLY", 1, person, `,"paymentMethod":"iDEAL"`)
}

func (h *house) place(email, sku string, quantity int, person, more string) {
	h.shop.PlaceOrder(fmt.Sprintf(`{"email":%q,"pricesIncludeTax":true,"billingPerson":%s,"shippingPerson":%s,
		"items":[{"productId":%d,"quantity":%d}]%s}`, email, person, person, h.shopProduct(sku), quantity, more))
}
