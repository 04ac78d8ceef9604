package catalog_test

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

// The default mapping of products, with the brand added and the short text left
// to the shop after the first write.
func Example() {
	def := catalog.Products().With(
		mapping.To("brand").From("brand").Policy(mapping.FillEmpty),
		mapping.To("subtitle").From("shortdescription").Policy(mapping.CreateOnly),
	)
	secret := bytes.Repeat([]byte{1}, 32) // your own 32 random bytes
	m, err := mapping.New(def, catalog.ProductSchema(), secret)
	if err != nil {
		fmt.Println(err)
		return
	}

	product := salespos.Product{Active: new(true), ProductNumber: "TEA-100", Name: "Green tea"}
	product.Price = new(salespos.NewAmount(decimal.RequireFromString("12.50")))
	product.Discount = new(salespos.NewAmount(decimal.RequireFromString("2.50")))
	product.Brand.Name = "Example"

	change, err := m.Plan(mapping.Input[catalog.POSProduct, shopProduct]{Source: &catalog.POSProduct{Product: &product}})
	if err != nil {
		fmt.Println(err)
		return
	}
	body, err := json.Marshal(change.Patch)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(string(body))
	// Output:
	// {"sku":"TEA-100","name":"Green tea","enabled":true,"price":10,"compareToPrice":12.5,"attributes":[{"alias":"BRAND","value":"Example"}]}
}

// Attributes of the point of sale become options, attributes or fields of the shop.
func ExampleAttributeMap() {
	uses := catalog.AttributeMap{
		"Size":   catalog.AsOption,
		"Origin": catalog.AsAttribute("Country of origin"),
		"Care":   catalog.AsField("subtitle"),
	}
	def, err := uses.Products(catalog.Products().Without("subtitle"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, rule := range def.Rules[len(def.Rules)-2:] {
		fmt.Println(rule.Field())
	}
	// Output:
	// subtitle
	// attributes[Country of origin]
}
