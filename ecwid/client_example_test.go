package ecwid_test

import (
	"context"
	"errors"
	"fmt"
	"net/url"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

// Do reaches what has no method: here promotions.
func ExampleClient_Do() {
	shop := answers{"GET /promotions": `{"items":[{"id":12,"name":"Spring"}]}`, "PUT /promotions/12": `{"updateCount":1}`}.client()
	ctx := context.Background()
	answer, err := shop.Do(ctx, ecwid.Request{Method: "GET", Path: "/promotions", Query: url.Values{"limit": {"10"}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	var promotions struct {
		Items []struct {
			ID   int64
			Name string
		}
	}
	if err := answer.Decode(&promotions); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(promotions.Items[0].Name)

	// A PUT of absolute values has the same effect when it is sent twice.
	_, err = shop.Do(ctx, ecwid.Request{
		Method: "PUT", Path: fmt.Sprintf("/promotions/%d", promotions.Items[0].ID),
		Body: map[string]any{"enabled": true}, Safe: true,
	})
	fmt.Println(err)
	// Output:
	// Spring
	// PUT /promotions/12 {"enabled":true}
	// <nil>
}

// Decode also reads into a type that adds fields to a record.
func ExampleResponse_Decode() {
	shop := answers{"GET /products/5001": `{"id":5001,"name":"Green tea","brandNew":{"level":3}}`}.client()
	answer, err := shop.Do(context.Background(), ecwid.Request{Method: "GET", Path: "/products/5001"})
	if err != nil {
		fmt.Println(err)
		return
	}
	var product struct {
		ecwid.Product
		BrandNew struct {
			Level int `json:"level"`
		} `json:"brandNew"`
	}
	err = answer.Decode(&product)
	fmt.Println(product.Name, product.BrandNew.Level, err)
	// Output:
	// Green tea 3 <nil>
}

// What to do about an error is decided by its class, never by its text.
func ExampleAPIError() {
	store := ecwidtest.New()
	store.Inject(ecwidtest.Fault{Method: "POST", Path: "/products", Do: ecwidtest.TimeoutAfter})
	shop, ctx := store.Client(), context.Background()

	_, err := shop.Products.Get(ctx, 7)
	fmt.Println("gone:", errors.Is(err, ecwid.ErrNotFound))
	if e, ok := errors.AsType[*ecwid.APIError](err); ok {
		fmt.Println(e.Op, e.StatusCode, e.Code)
	}

	product := ecwid.ProductCreate{}
	product.Name, product.SKU = ecwid.Set("Green tea"), ecwid.Set("TEA")
	_, err = shop.Products.Create(ctx, product, nil)
	if errors.Is(err, ecwid.ErrUnknownOutcome) {
		// Look before it is sent again, and allow for the lag of the index.
		page, err := shop.Products.List(ctx, &ecwid.ProductListOptions{SKU: "TEA"})
		fmt.Println("created in spite of it:", err == nil && page.Total == 1)
	}
	// Output:
	// gone: true
	// GET /products/{productId} 404 PRODUCT_NOT_FOUND
	// created in spite of it: true
}

// One client has one limit, which all its users share. Each of several
// processes with one token gets its part of the 600 requests a minute.
func ExampleWithRate() {
	const processes = 3
	shop, err := ecwid.New(1003, "secret_example", ecwid.WithRate(ecwid.DefaultRate/processes))
	fmt.Println(shop.StoreID(), err)
	// Output:
	// 1003 <nil>
}

// The store says when to come back. A wait that the client does not do itself
// is in the error.
func ExampleAPIError_RetryAfter() {
	store := ecwidtest.New()
	store.Inject(ecwidtest.Fault{Method: "GET", Path: "/products", Do: ecwidtest.RateLimit, RetryAfter: "600"})
	_, err := store.Client().Products.List(context.Background(), nil)
	if e, ok := errors.AsType[*ecwid.APIError](err); ok && errors.Is(err, ecwid.ErrRateLimited) {
		fmt.Println("again in", e.RetryAfter())
	}
	// Output:
	// again in 10m0s
}

// New fields of the API are reported by name; their values are in the record.
func ExampleWithUnknownField() {
	store := answers{"GET /products/5001": `{"id":5001,"brandNew":{"level":3},"options":[{"name":"Size","shape":"round"}]}`}
	shop, err := ecwid.New(1003, "secret_example", ecwid.WithTransport(store),
		ecwid.WithUnknownField(func(document, field string) { fmt.Println(document, field) }))
	if err != nil {
		fmt.Println(err)
		return
	}
	product, err := shop.Products.Get(context.Background(), 5001)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s\n", product.Unknown["brandNew"])
	// Output:
	// Product brandNew
	// Product options.shape
	// {"level":3}
}

// lowStock is code of an application that is tested below.
func lowStock(ctx context.Context, shop *ecwid.Client, limit int) ([]string, error) {
	var skus []string
	for product, err := range shop.Products.All(ctx, nil) {
		if err != nil {
			return nil, err
		}
		if product.Quantity != nil && *product.Quantity < limit {
			skus = append(skus, product.SKU)
		}
	}
	return skus, nil
}

// Code that uses a client is tested against package ecwidtest: seed the store,
// run the code, look at what it did.
func Example_testing() {
	store := ecwidtest.New()
	store.Add("products", `{"sku":"TEA","name":"Green tea","quantity":2,"unlimited":false}`)
	store.Add("products", `{"sku":"MUG","name":"Mug","quantity":20,"unlimited":false}`)
	store.Add("products", `{"sku":"CARD","name":"Gift card"}`)

	skus, err := lowStock(context.Background(), store.Client(), 5)
	fmt.Println(skus, err, store.Writes())
	// Output:
	// [TEA] <nil> 0
}
