package ecwid_test

import (
	"context"
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid"
)

// batchCalls are the calls about batches, which cannot be sent inside of one.
// Of those with two requests it is the first.
func batchCalls() []wireCase {
	const taken, finished = `{"ticket":"t-1"}`, `{"ticket":"t-1","status":"COMPLETED"}`
	const submitted = "/batch?stopOnFirstFailure=false&allowParallelMode=false&deduplicationKey=k%2B1"
	opts := &ecwid.BatchOptions{Keys: []string{"k+1"}}
	tickets := func(results *ecwid.BatchResults, err error) (any, error) {
		if err != nil {
			return nil, err
		}
		return results.Tickets, nil
	}
	return []wireCase{
		{
			name: "batch submit",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Batches.Submit(ctx, []ecwid.BatchRequest{remove(ctx, 5)}, opts)
			},
			method: "POST", target: submitted, body: `[{"id":"product-5","path":"/products/5","method":"DELETE"}]`,
			answer: taken, want: ecwid.BatchTicket("t-1"),
		},
		{
			name: "batch run",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return tickets(shop.Batches.Run(ctx, []ecwid.BatchRequest{remove(ctx, 5)}, opts))
			},
			method: "POST", target: submitted, body: `[{"id":"product-5","path":"/products/5","method":"DELETE"}]`,
			answer: finished, want: []ecwid.BatchTicket{"t-1"},
		},
		{
			name: "batch resume",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return tickets(shop.Batches.Resume(ctx, "k+1"))
			},
			method: "POST", target: submitted,
			body:   `[{"id":"tillsync-claim","path":"/profile?responseFields=generalInfo(storeId)","method":"GET"}]`,
			answer: finished, want: []ecwid.BatchTicket{"t-1"},
		},
		{
			name: "batch wait",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return tickets(shop.Batches.Wait(ctx, "t 1"))
			},
			method: "GET", target: "/batch?ticket=t%201&escapedJson=true",
			answer: finished, want: []ecwid.BatchTicket{"t 1"},
		},
		{
			name: "batches list",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Batches.List(ctx, &ecwid.BatchListOptions{Status: ecwid.BatchQueued, Offset: 5, Limit: 10})
			},
			method: "GET", target: "/batch?status=QUEUED&offset=5&limit=10",
			answer: `{"total":6,"count":1,"offset":5,"limit":10,"items":[{"ticket":"t-1","status":"QUEUED","totalRequests":3}]}`,
			want: &ecwid.Page[ecwid.BatchInfo]{
				Items: []ecwid.BatchInfo{{Ticket: "t-1", Status: ecwid.BatchQueued, TotalRequests: 3}},
				Total: 6, Count: 1, Offset: 5, Limit: 10,
			},
		},
		{
			name: "batches all",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return gather(shop.Batches.All(ctx, &ecwid.BatchListOptions{Status: ecwid.BatchCompleted}))
			},
			method: "GET", target: "/batch?status=COMPLETED&offset=0&limit=100",
			answer: `{"total":1,"items":[{"ticket":"t-1"}]}`, want: []ecwid.BatchInfo{{Ticket: "t-1"}},
		},
		{
			name: "batches, cancel a group",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Batches.CancelGroup(ctx, "night run")
			},
			method: "POST", target: "/batch/cancel-group?groupId=night%20run",
			answer: `{"updateCount":2}`, want: &ecwid.UpdateResult{Count: 2},
		},
	}
}

func TestBatchWire(t *testing.T) {
	t.Parallel()
	for _, tt := range batchCalls() {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				shop, store := newShop(t, always(200, tt.answer))
				got, err := tt.call(t.Context(), shop)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(tt.want, got); diff != "" {
					t.Errorf("result (-want +got):\n%s", diff)
				}
				checkRequest(t, store.seen()[0], tt)
			})
		})
	}
}
