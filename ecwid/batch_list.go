package ecwid

import (
	"context"
	"errors"
	"iter"

	"github.com/tillsync/tillsync/internal/rest"
)

// BatchInfo is a batch in a list.
type BatchInfo struct {
	Extra
	Ticket            BatchTicket `json:"ticket"`
	Status            BatchStatus `json:"status"`
	TotalRequests     int         `json:"totalRequests"`
	CompletedRequests int         `json:"completedRequests"`
}

// BatchListOptions filters a list of batches. The API supports no responseFields
// here; the requests inside of a batch may have them.
type BatchListOptions struct {
	// Status is BatchQueued, BatchInProgress or BatchCompleted.
	Status BatchStatus
	Offset int
	// Limit is the page size, 1 to MaxPageSize; 0 means MaxPageSize.
	Limit int
}

func (o *BatchListOptions) listing() listing {
	l := newListing("GET /batch", "batch")
	if o == nil || o.Status == "" {
		l.err = errors.New("the status is missing; without it the store asks for a ticket")
		return l
	}
	var f filters
	f.text("status", string(o.Status))
	l.paged(f, o.Offset, o.Limit, "")
	return l
}

// List returns one page of the batches of the store with a status. The form of
// the answer is not documented; it is taken to be that of other lists.
//
// Endpoint: GET /batch
// Scope: none
func (s *BatchesService) List(ctx context.Context, opts *BatchListOptions) (*Page[BatchInfo], error) {
	l := opts.listing()
	return page[BatchInfo](ctx, s.client, l, l.offset)
}

// All yields the batches of all pages from opts.Offset on; see List. Nothing is
// sent before the first pull, each range starts anew, and an error comes once
// and last.
//
// Endpoint: GET /batch
// Scope: none
func (s *BatchesService) All(ctx context.Context, opts *BatchListOptions) iter.Seq2[BatchInfo, error] {
	return all[BatchInfo](ctx, s.client, opts.listing())
}

// CancelGroup cancels the batches of a group that have not begun. The result
// counts what was cancelled.
//
// Endpoint: POST /batch/cancel-group
// Scope: none
func (s *BatchesService) CancelGroup(ctx context.Context, group string) (*UpdateResult, error) {
	const op = "POST /batch/cancel-group"
	if group == "" {
		return nil, invalid(op, errors.New("the group is empty"))
	}
	var query rest.Query
	query.Add("groupId", group)
	o := operation{op: op, path: []string{"batch", "cancel-group"}, query: query, safe: true}
	answer, err := fetch[updateAnswer](ctx, s.client, o)
	if err != nil {
		return nil, err
	}
	return answer.result(), nil
}
