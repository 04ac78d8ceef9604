package ecwidtest_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

// A test seeds the store, lets the code under test talk to it, and looks at
// what the store has and was asked.
func Example() {
	shop := ecwidtest.New()
	tea := shop.Add("products", `{"sku":"TEA-100","name":"Green tea","price":4.5,"quantity":12}`)

	ctx := context.Background()
	client := shop.Client()
	update := ecwid.ProductUpdate{}
	update.Price = ecwid.Set(must(ecwid.ParseAmount("4.75")))
	if _, err := client.Products.Update(ctx, ecwid.ProductID(tea), update, nil); err != nil {
		fmt.Println(err)
	}
	shop.PlaceOrder(fmt.Sprintf(`{"email":"ada@example.org","items":[{"productId":%d,"quantity":2}]}`, tea))

	product := must(client.Products.Get(ctx, ecwid.ProductID(tea)))
	fmt.Println(product.Name, product.Price, *product.Quantity)
	fmt.Println(shop.Writes(), "write:", string(shop.Requests()[0].Body))
	// Output:
	// Green tea 4.75 10
	// 1 write: {"price":4.75}
}

// A fault shows what the code under test does when an answer gets lost.
func ExampleServer_Inject() {
	shop := ecwidtest.New()
	shop.Inject(ecwidtest.Fault{Method: "POST", Path: "/products", Do: ecwidtest.TimeoutAfter})

	product := ecwid.ProductCreate{}
	product.Name = ecwid.Set("Green tea")
	_, err := shop.Client().Products.Create(context.Background(), product, nil)

	fmt.Println("outcome unknown:", errors.Is(err, ecwid.ErrUnknownOutcome))
	fmt.Println("products in the store:", len(shop.Docs("products")))
	// Output:
	// outcome unknown: true
	// products in the store: 1
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
