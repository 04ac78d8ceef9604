package ecwid_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/tillsync/tillsync/ecwid"
)

// batchItem is a request in a batch as it arrives.
type batchItem struct {
	ID, Path, Method string
	Body             json.RawMessage
}

// batchResponse is what a batch answers for it.
type batchResponse struct {
	ID         string `json:"id"`
	Status     string `json:"status"`
	StatusCode int    `json:"httpStatusCode,omitempty"`
	Body       string `json:"escapedHttpBody,omitempty"`
}

// batchStore answers batches: it remembers keys, and a batch is finished at the
// last of three looks.
type batchStore struct {
	// answer gives status and body for one request.
	answer func(batchItem) (int, string)
	// submit may answer the n-th submit in its own way.
	submit func(n int) *http.Response

	submits int
	looks   map[string]int
	tickets map[string]string // by key
	batches map[string][]batchItem
	queries []url.Values // of the submits
}

func newBatchStore(answer func(batchItem) (int, string)) *batchStore {
	return &batchStore{
		answer: answer, looks: map[string]int{}, tickets: map[string]string{}, batches: map[string][]batchItem{},
	}
}

func (b *batchStore) reply(_ int, r request) (*http.Response, error) {
	path, text, _ := strings.Cut(r.target, "?")
	query, err := url.ParseQuery(text)
	if err != nil || path != prefix+"/batch" {
		return answer(404, ``), err
	}
	if r.method == http.MethodPost {
		return b.take(query, r.body), nil
	}
	return answer(200, b.look(query.Get("ticket"))), nil
}

func (b *batchStore) take(query url.Values, body string) *http.Response {
	b.submits++
	b.queries = append(b.queries, query)
	if b.submit != nil {
		if own := b.submit(b.submits); own != nil {
			return own
		}
	}
	return answer(200, fmt.Sprintf(`{"ticket":%q}`, b.accept(query.Get("deduplicationKey"), body)))
}

// accept takes a batch on and returns its ticket.
func (b *batchStore) accept(key, body string) string {
	if b.tickets[key] == "" {
		b.tickets[key] = fmt.Sprint("ticket-", len(b.tickets)+1)
		var items []batchItem
		if err := json.Unmarshal([]byte(body), &items); err != nil {
			panic(err)
		}
		b.batches[b.tickets[key]] = items
	}
	return b.tickets[key]
}

func (b *batchStore) look(ticket string) string {
	b.looks[ticket]++
	switch b.looks[ticket] {
	case 1:
		return `{"status":"QUEUED","totalRequests":1,"completedRequests":0}`
	case 2:
		return `{"status":"IN_PROGRESS","responses":[{"id":"x","status":"COMPLETED","httpStatusCode":200}]}`
	}
	responses := []batchResponse{}
	stop := b.query(ticket).Get("stopOnFirstFailure") == "true"
	for _, item := range b.batches[ticket] {
		response := batchResponse{ID: item.ID, Status: "COMPLETED"}
		if stop && len(responses) > 0 && responses[len(responses)-1].Status != "COMPLETED" {
			response.Status = "NOT_EXECUTED"
		} else if response.StatusCode, response.Body = b.answer(item); response.StatusCode != 200 {
			response.Status = "FAILED"
		}
		responses = append(responses, response)
	}
	text, err := json.Marshal(map[string]any{"status": "COMPLETED", "responses": responses})
	if err != nil {
		panic(err)
	}
	return string(text)
}

// query is that of the submit that got a ticket.
func (b *batchStore) query(ticket string) url.Values {
	for _, query := range slices.Backward(b.queries) {
		if b.tickets[query.Get("deduplicationKey")] == ticket {
			return query
		}
	}
	return nil
}

// remove is the call that deletes a product.
func remove(ctx context.Context, id ecwid.ProductID) *ecwid.BatchCall[struct{}] {
	return ecwid.InBatch(fmt.Sprint("product-", id), func(shop *ecwid.Client) (struct{}, error) {
		return struct{}{}, shop.Products.Delete(ctx, id)
	})
}

// removals are calls that delete products 1 to n.
func removals(t *testing.T, n int) []ecwid.BatchRequest {
	t.Helper()
	requests := make([]ecwid.BatchRequest, 0, n)
	for id := range n {
		requests = append(requests, remove(t.Context(), ecwid.ProductID(id+1)))
	}
	return requests
}

// order is the call that creates an order.
func order(ctx context.Context, id string, order ecwid.OrderCreate) *ecwid.BatchCall[*ecwid.OrderResult] {
	return ecwid.InBatch(id, func(shop *ecwid.Client) (*ecwid.OrderResult, error) {
		return shop.Orders.Create(ctx, order)
	})
}
