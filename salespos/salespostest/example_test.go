package salespostest_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"
	"net/http/httptest"

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

// Webhooks wait until a test asks for them: here they go straight to a handler,
// each two times, as the platform may do it.
func ExampleServer_Deliver() {
	server := salespostest.New()
	server.Add("webhooks", `{"event":"orders.updated.status","address":"https://connector.example/hooks/a1b2"}`)
	order := server.Add("orders", `{"ordernumber":7,"status":1}`)

	server.Edit("orders", order, `{"status":5}`)
	sent, err := server.Deliver(context.Background(), toHandler(func(w http.ResponseWriter, r *http.Request) {
		fmt.Println(r.URL.Path, "signed:", r.Header.Get("x-hash") != "")
	}), salespostest.Twice)
	fmt.Println(len(sent), "sent,", err)

	// Output:
	// /hooks/a1b2 signed: true
	// /hooks/a1b2 signed: true
	// 2 sent, <nil>
}

// toHandler answers requests with a handler, without a socket.
type toHandler http.HandlerFunc

func (h toHandler) RoundTrip(r *http.Request) (*http.Response, error) {
	answer := httptest.NewRecorder()
	h(answer, r)
	return answer.Result(), nil
}

// A list that shifts while it is read: offset pages lose the row that moved up.
func ExampleFault() {
	server := salespostest.New()
	for id := 1; id <= 4; id++ {
		server.Add("products", fmt.Sprintf(`{"id":%d,"name":"Article %d"}`, id, id))
	}
	server.Inject(salespostest.Fault{
		Path: "/products", Skip: 1, Do: salespostest.Meanwhile, MeanwhileFunc: func() { server.Delete("products", 1) },
	})
	pos, ctx := server.Client(), context.Background()
	for start := 0; start < 4; start += 2 {
		page, err := pos.Products.List(ctx, &salespos.ProductListOptions{Start: start, Size: 2})
		if err != nil {
			log.Fatal(err)
		}
		for _, product := range page.Items {
			fmt.Println(product.Name)
		}
	}

	// Output:
	// Article 1
	// Article 2
	// Article 4
}

// A reading is what the vendor's documentation leaves open. Code is right when
// it works with all of them.
func ExampleWith() {
	for _, readings := range [][]salespostest.Reading{nil, {salespostest.StockModifies}} {
		server := salespostest.New(salespostest.With(readings...))
		server.Add("products", `{"id":1,"name":"Mug","stock":3,"modifydate":"2020-01-01T00:00:00Z"}`)
		server.Edit("products", 1, `{"stock":2}`)
		product, err := server.Client().Products.Get(context.Background(), 1)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(readings, product.Modified.Year() > 2020)
	}

	// Output:
	// [] false
	// [stock-modifies] true
}
