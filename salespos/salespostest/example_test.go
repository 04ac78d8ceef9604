package salespostest_test

import (
	"context"
	"errors"
	"fmt"
	"log"

	"github.com/tillsync/tillsync/salespos"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// A test of one's own code: an account with one product, a server that stores
// an order but loses the answer, and a look at what it stored.
func Example() {
	server := salespostest.New()
	product := server.Add("products", `{"name":"Mug","price":12.50,"stock":10}`)
	pos := server.Client()
	ctx := context.Background()

	server.Inject(salespostest.Fault{Method: "POST", Path: "/orders", Do: salespostest.TimeoutAfter})
	_, err := pos.Orders.Create(ctx, salespos.OrderCreate{
		Rows: []salespos.OrderRowInput{{
			ProductID: salespos.Set(salespos.ProductID(product)),
			Count:     mustAmount("2"),
		}},
	})
	fmt.Println("unknown outcome:", errors.Is(err, salespos.ErrUnknownOutcome))

	orders, err := pos.Orders.List(ctx, nil)
	if err != nil {
		log.Fatal(err)
	}
	for _, order := range orders.Items {
		fmt.Println("order", order.ID, "total", order.TotalPrice)
	}
	mug, err := pos.Products.Get(ctx, salespos.ProductID(product))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("stock", mug.Stock)
	fmt.Println("requests:", server.Count("", "/orders"), "for orders,", server.Writes(), "write")

	// Output:
	// unknown outcome: true
	// order 81001 total 25
	// stock 8
	// requests: 2 for orders, 1 write
}

func mustAmount(text string) salespos.Amount {
	amount, err := salespos.ParseAmount(text)
	if err != nil {
		log.Fatal(err)
	}
	return amount
}
