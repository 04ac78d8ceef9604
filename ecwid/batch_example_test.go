package ecwid_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/jarcoal/httpmock"

	"github.com/tillsync/tillsync/ecwid"
)

// batchMock is a store that answers batches in place of a real one: the first
// order succeeds, the second is refused.
func batchMock() *httpmock.MockTransport {
	store := httpmock.NewMockTransport()
	const batch = "https://app.ecwid.com/api/v3/1003/batch"
	store.RegisterResponder(http.MethodPost, batch, func(r *http.Request) (*http.Response, error) {
		body, err := io.ReadAll(r.Body)
		if first, _, more := strings.Cut(string(body), `"body"`); more {
			fmt.Println("sent:", first, "...")
		}
		return httpmock.NewStringResponse(200, `{"ticket":"t-1"}`), err
	})
	store.RegisterResponder(http.MethodGet, batch, httpmock.NewStringResponder(200, `{"status":"COMPLETED","responses":[
		{"id":"sale-1","status":"COMPLETED","httpStatusCode":200,"httpBody":{"id":17,"orderId":"XJ12H"}},
		{"id":"sale-2","status":"FAILED","httpStatusCode":400,"httpBody":{"errorCode":"WRONG_PARAMETER"}}]}`))
	return store
}

// Orders go into the shop in one batch. Each call returns what it would have
// returned without the batch.
func ExampleBatchesService_Run() {
	shop, err := ecwid.New(1003, "secret_example", ecwid.WithTransport(batchMock()))
	if err != nil {
		fmt.Println(err)
		return
	}
	ctx := context.Background()
	var requests []ecwid.BatchRequest
	var sales []*ecwid.BatchCall[*ecwid.OrderResult]
	for _, number := range []string{"sale-1", "sale-2"} {
		order := ecwid.OrderCreate{}
		order.RefererID = ecwid.Set(number)
		sale := ecwid.InBatch(number, func(shop *ecwid.Client) (*ecwid.OrderResult, error) {
			return shop.Orders.Create(ctx, order)
		})
		requests, sales = append(requests, sale), append(sales, sale)
	}

	results, err := shop.Batches.Run(ctx, requests, &ecwid.BatchOptions{Parallel: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, sale := range sales {
		if order, err := sale.Result(results); err != nil {
			fmt.Println(err)
		} else {
			fmt.Println("order", order.ID)
		}
	}
	// Output:
	// sent: [{"id":"sale-1","path":"/orders","method":"POST", ...
	// order XJ12H
	// ecwid: POST /orders: 400 WRONG_PARAMETER
}

// A program stores the key before it submits a batch. After a crash it finds the
// outcomes by the key, and nothing is done twice.
func ExampleBatchesService_Resume() {
	shop, err := ecwid.New(1003, "secret_example", ecwid.WithTransport(batchMock()))
	if err != nil {
		fmt.Println(err)
		return
	}
	ctx := context.Background()
	key := ecwid.NewBatchKey() // read from where it was stored

	results, err := shop.Batches.Resume(ctx, key)
	switch {
	case errors.Is(err, ecwid.ErrNotFound):
		fmt.Println("it never arrived: submit it under a new key")
		return
	case err != nil:
		fmt.Println(err)
		return
	}
	for _, outcome := range results.Outcomes {
		fmt.Println(outcome.ID, outcome.Status)
	}
	// The typed result needs the call, but not what it would send.
	order, err := ecwid.InBatch("sale-1", func(shop *ecwid.Client) (*ecwid.OrderResult, error) {
		return shop.Orders.Create(ctx, ecwid.OrderCreate{})
	}).Result(results)
	fmt.Println(order.ID, err)
	// Output:
	// sale-1 COMPLETED
	// sale-2 FAILED
	// XJ12H <nil>
}
