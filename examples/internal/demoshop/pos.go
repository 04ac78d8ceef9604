// Package demoshop is the shop that the examples show: a small tea shop.
package demoshop

import (
	"encoding/json"
	"fmt"

	"github.com/tillsync/tillsync/salespos/salespostest"
)

// Ids of two articles at the POS.
const (
	GreenTea = 1001
	BlackTea = 1002
)

// Seed fills a POS with the demo shop: categories, simple products and products
// with variants.
func Seed(s *salespostest.Server) {
	pos := seeder{s}
	for _, c := range []string{
		`{"id":100,"name":"Tea","show_on_website":true}`,
		`{"id":101,"name":"Green tea","show_on_website":true,"parentcategory":{"id":100}}`,
		`{"id":102,"name":"Black tea","show_on_website":true,"parentcategory":{"id":100}}`,
		`{"id":103,"name":"Crockery","show_on_website":true}`,
		`{"id":104,"name":"Clothing","show_on_website":true}`,
	} {
		s.Add("categories", c)
	}
	pos.simple(GreenTea, "TEA-GREEN", "Sencha", 4.95, 25, 101)
	pos.simple(BlackTea, "TEA-BLACK", "Assam", 4.50, 40, 102)
	pos.simple(1003, "TEA-EARL", "Earl Grey", 5.25, 12, 102)
	pos.simple(1004, "POT-1", "Tea pot", 24.95, 6, 103)
	pos.simple(1005, "STRAINER", "Strainer", 7.5, 30, 103)
	pos.simple(1006, "TIMER", "Sand timer", 9.95, 8, 103)
	pos.attribute(1, "Size", "S", "M", "L")
	pos.attribute(2, "Colour", "White", "Blue")
	pos.variants(2001, "SHIRT", "T-shirt", 19.95, 104, 11, 12, 13)
	pos.variants(2002, "MUG", "Mug", 8.95, 103, 21, 22)
}

// seeder adds records of one kind.
type seeder struct{ *salespostest.Server }

func (s seeder) simple(id int64, number, name string, price float64, stock, category int) {
	s.Add("products", fmt.Sprintf(`{"id":%d,"productnumber":%q,"name":%q,"description":"<p>%s from our shop.</p>","price":%v,
		"stockenabled":true,"stocktype":"Product","stock":%d,"is_active":true}`, id, number, name, name, price, stock))
	s.Add("producttocategories", fmt.Sprintf(`{"product_id":%d,"category_id":%d}`, id, category))
}

// attribute adds an option menu; its n-th value has the id 10·id + n.
func (s seeder) attribute(id int, name string, values ...string) {
	s.Add("attributes", fmt.Sprintf(`{"id":%d,"name":%q,"type":"option_menu"}`, id, name))
	for i, value := range values {
		s.Add("attributevalues", fmt.Sprintf(`{"id":%d,"attribute_id":%d,"name":%q}`, 10*id+i+1, id, value))
	}
}

// variants adds a product with one combination for each value, five pieces of
// each.
func (s seeder) variants(id int64, number, name string, price float64, category int, values ...int) {
	s.Add("products", fmt.Sprintf(`{"id":%d,"productnumber":%q,"name":%q,"price":%v,"stockenabled":true,"stocktype":"Attribute","is_active":true}`,
		id, number, name, price))
	s.Add("producttocategories", fmt.Sprintf(`{"product_id":%d,"category_id":%d}`, id, category))
	for _, value := range values {
		s.Add("productattributevalues", fmt.Sprintf(`{"product_id":%d,"optionvalue":%d,"price":0}`, id, value))
	}
	n := 0
	for _, doc := range s.Docs("attributecombinations") {
		var c struct {
			ID      int64 `json:"id"`
			Product int64 `json:"product_id"`
		}
		if json.Unmarshal([]byte(doc), &c) == nil && c.Product == id {
			n++
			s.Edit("attributecombinations", c.ID, fmt.Sprintf(`{"sku_number":"%s-%d","stock":5}`, number, n))
		}
	}
}
