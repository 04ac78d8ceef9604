package ecwid_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"

	"github.com/jarcoal/httpmock"

	"github.com/tillsync/tillsync/ecwid"
)

// The example talks to a mock instead of a store. Leave WithTransport out to
// talk to a real one.
func Example() {
	store := httpmock.NewMockTransport()
	const products = "https://app.ecwid.com/api/v3/1003/products"
	store.RegisterResponder(http.MethodGet, products, httpmock.NewStringResponder(200,
		`{"total":1,"count":1,"offset":0,"limit":100,"items":[{"id":5001,"sku":"TEA-100","name":"Green tea","price":4.5,"quantity":12}]}`))
	store.RegisterResponder(http.MethodPut, products+"/5001", func(r *http.Request) (*http.Response, error) {
		body, err := io.ReadAll(r.Body)
		fmt.Printf("sent: %s\n", body)
		return httpmock.NewStringResponse(200, `{"updateCount":1}`), err
	})
	store.RegisterResponder(http.MethodGet, products+"/7", httpmock.NewStringResponder(404,
		`{"errorMessage":"Product #7 not found","errorCode":"PRODUCT_NOT_FOUND"}`))

	shop, err := ecwid.New(1003, "secret_example", ecwid.WithTransport(store))
	if err != nil {
		fmt.Println(err)
		return
	}
	ctx := context.Background()
	for product, err := range shop.Products.All(ctx, &ecwid.ProductListOptions{SKU: "TEA-100"}) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%s: %s, %d in stock\n", product.SKU, product.Price, *product.Quantity)
	}

	price, _ := ecwid.ParseAmount("4.75")
	update := ecwid.ProductUpdate{}
	update.Price = ecwid.Set(price)
	update.Subtitle = ecwid.Set("") // cleared; all other fields stay as they are
	if _, err := shop.Products.Update(ctx, 5001, update, nil); err != nil {
		fmt.Println(err)
		return
	}

	_, err = shop.Products.Get(ctx, 7)
	fmt.Println(errors.Is(err, ecwid.ErrNotFound), err)
	// Output:
	// TEA-100: 4.5, 12 in stock
	// sent: {"subtitle":"","price":4.75}
	// true ecwid: GET /products/{productId}: 404 PRODUCT_NOT_FOUND: Product #7 not found
}
