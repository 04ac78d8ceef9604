package ecwidtest_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"

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

// Webhooks are sent when the test says so, here twice and to a handler that is
// called directly.
func ExampleServer_Deliver() {
	shop := ecwidtest.New(ecwidtest.WithWebhooks(ecwidtest.Webhooks{URL: "https://app.example/hook", Repeat: 1}))
	shop.PlaceOrder(`{"id":"XJ12H"}`)

	hook := roundTripper(func(req *http.Request) (*http.Response, error) {
		fmt.Println("received", req.URL.RawQuery)
		return &http.Response{StatusCode: http.StatusOK, Body: http.NoBody}, nil
	})
	deliveries, err := shop.Deliver(context.Background(), hook)
	fmt.Println(len(deliveries), deliveries[0].Taken, err)
	// Output:
	// received eventtype=order.created
	// received eventtype=order.created
	// 2 true <nil>
}

type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }

// A client should work whatever the API does where its documents are silent.
func ExampleWith() {
	for _, reading := range []ecwidtest.Reading{ecwidtest.MissesSilent, ecwidtest.EmptyErrors} {
		shop := ecwidtest.New(ecwidtest.With(reading))
		_, err := shop.Client().Products.Get(context.Background(), 77)
		fmt.Println(reading, errors.Is(err, ecwid.ErrNotFound))
	}
	// Output:
	// misses-silent true
	// empty-errors true
}

// A store can be kept between two runs of a program.
func ExampleServer_Import() {
	shop := ecwidtest.New()
	shop.Add("products", `{"id":5,"name":"Green tea"}`)
	export := must(shop.Export())

	later := ecwidtest.New()
	if err := later.Import(export); err != nil {
		fmt.Println(err)
	}
	product := must(later.Client().Products.Get(context.Background(), 5))
	fmt.Println(product.Name)
	// Output:
	// Green tea
}

// A list shifts while it is being read.
func ExampleFault() {
	shop := ecwidtest.New()
	for i := range 150 {
		shop.Add("products", fmt.Sprintf(`{"id":%d}`, i+1))
	}
	shop.Inject(ecwidtest.Fault{
		Path: "/products", Skip: 1, Do: ecwidtest.Meanwhile, MeanwhileFunc: func() { shop.Delete("products", 1) },
	})
	seen := false
	for product, err := range shop.Client().Products.All(context.Background(), nil) {
		if err != nil {
			fmt.Println(err)
		}
		seen = seen || product.ID == 101
	}
	fmt.Println("the first row of the second page was seen:", seen)
	// Output:
	// the first row of the second page was seen: false
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
