package salespos_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"

	"github.com/tillsync/tillsync/salespos"
)

// A price is changed and a product is read with its variants. The shop of this
// example is a transport that answers without a network.
func Example() {
	offline := &shop{replies: []reply{
		{Status: http.StatusNoContent},
		{Status: http.StatusOK, Body: `{
			"id": 501, "name": "Café mug", "price": 12.5, "discount": 2.55, "is_active": true,
			"attributecombinations": {"href": "…", "collection": [
				{"id": 901, "sku_number": "MUG-BLUE", "stock": 4},
				{"id": 902, "sku_number": "MUG-RED", "stock": 2.5}
			]}
		}`},
		{Status: http.StatusNotFound, Unsigned: true},
	}}
	pos, err := salespos.New("https://shop.example.com", publicKey, secretKey,
		salespos.WithTransport(offline.transport()))
	if err != nil {
		log.Fatal(err)
	}
	ctx := context.Background()

	price, err := salespos.ParseAmount("12.50")
	if err != nil {
		log.Fatal(err)
	}
	if err := pos.Products.Update(ctx, 501, salespos.ProductUpdate{Price: salespos.Set(price)}); err != nil {
		log.Fatal(err)
	}

	product, err := pos.Products.Get(ctx, 501, salespos.ExpandAttributeCombinations)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(product.Name, product.Price.Sub(product.Discount.Decimal).StringFixed(2))
	if product.AttributeCombinations.Expanded {
		for _, variant := range product.AttributeCombinations.Collection {
			fmt.Println(variant.SKUNumber, variant.Stock)
		}
	}

	_, err = pos.Products.Get(ctx, 502)
	fmt.Println(errors.Is(err, salespos.ErrNotFound), err)

	// Output:
	// Café mug 9.95
	// MUG-BLUE 4
	// MUG-RED 2.5
	// true salespos: GET /products/{id}: 404
}
