package ecwid

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"time"

	"github.com/tillsync/tillsync/internal/rest"
)

// The pauses between two looks at a batch grow by the first up to the last.
const (
	firstBatchPause = 500 * time.Millisecond
	maxBatchPause   = 10 * time.Second
)

// Run sends any number of requests, waits for their outcomes and returns them.
// It splits them into batches of MaxBatchSize, or less when the rate of the
// client is lower, one after the other; opts may be nil. Below 17 requests a minute
// it is ErrInvalid, unless batches are free: see WithFreeBatches.
//
// The error is about the batches; how a request ended is told by
// BatchCall.Result. Results come with an error too, unless it says that nothing
// was sent (ErrInvalid, before the first batch): requests that were never sent
// are ErrNotExecuted in them, and Wait can be asked for the last of Tickets again.
//
// Endpoint: POST /batch
// Scope: those of the requests inside
func (s *BatchesService) Run(ctx context.Context, requests []BatchRequest, opts *BatchOptions) (*BatchResults, error) {
	if opts == nil {
		opts = &BatchOptions{}
	}
	items, err := s.record(requests)
	if err == nil {
		err = s.client.checkBatchRate(1)
	}
	if err != nil {
		return nil, invalid(opSubmit, err)
	}
	parts := slices.Collect(slices.Chunk(items, s.client.batchSize))
	if err := opts.check(len(items), len(parts)); err != nil {
		return nil, invalid(opSubmit, err)
	}
	results := newBatchResults(s.client)
	for n, part := range parts {
		err := s.runPart(ctx, part, opts, n, results)
		if err != nil || opts.StopOnFirstFailure && results.failed() {
			results.skip(slices.Concat(parts[n+1:]...))
			return results, err
		}
	}
	return results, nil
}

// runPart carries out the n-th batch and adds what came of it to results.
func (s *BatchesService) runPart(ctx context.Context, part []batchItem, opts *BatchOptions, n int, results *BatchResults) error {
	ticket, err := s.submit(ctx, part, opts, n)
	if err != nil {
		if !errors.Is(err, ErrUnknownOutcome) {
			results.skip(part)
		}
		return err
	}
	return s.wait(ctx, ticket, results)
}

// Wait looks at batches with growing pauses until all of them are finished, or
// ctx ends; then it can be called again. With an error it returns the outcomes
// of the batches before. A ticket that the store does not know is ErrNotFound.
//
// Endpoint: GET /batch
// Scope: none
func (s *BatchesService) Wait(ctx context.Context, tickets ...BatchTicket) (*BatchResults, error) {
	results := newBatchResults(s.client)
	for _, ticket := range tickets {
		if err := s.wait(ctx, ticket, results); err != nil {
			return results, err
		}
	}
	return results, nil
}

// wait adds the outcomes of a batch to results, and ends its share of the rate.
func (s *BatchesService) wait(ctx context.Context, ticket BatchTicket, results *BatchResults) error {
	const op = "GET /batch"
	if ticket == "" {
		return invalid(op, errors.New("the ticket is empty"))
	}
	results.Tickets = append(results.Tickets, ticket)
	var query rest.Query
	query.Add("ticket", string(ticket))
	query.Add("escapedJson", "true")
	look := operation{op: op, path: []string{"batch"}, query: query, safe: true}
	share := s.client.shares.take(ticket)
	defer s.client.shares.giveBack(ticket, share)
	for n := 1; ; n++ {
		if err := pause(ctx, min(time.Duration(n)*firstBatchPause, maxBatchPause)); err != nil {
			return &APIError{Op: op, Err: err}
		}
		look.cost = share.lookCost()
		answer, err := fetch[batchAnswer](ctx, s.client, look)
		if err != nil {
			return err
		}
		if answer.finished() {
			share.end()
			results.add(answer.outcomes()...)
			return nil
		}
	}
}

// pause waits for d or the end of ctx.
func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// claimID is the request of a batch that only asks for the ticket of its key.
const claimID = "tillsync-claim"

// Resume finds the batch that was submitted under key, waits for it and returns
// its outcomes. It sends a batch of one harmless read under the key: when the
// store knows the key it answers with the ticket of the first batch.
//
// Otherwise the error is ErrNotFound: that batch never arrived, and will not be
// carried out within the hour even if it still does, because the key is taken
// now. Submit its requests under a new key. An hour after the first submit the
// store has forgotten the key; then look for the effects of the requests.
//
// Endpoint: POST /batch
// Scope: read_store_profile
func (s *BatchesService) Resume(ctx context.Context, key string) (*BatchResults, error) {
	opts := &BatchOptions{Keys: []string{key}}
	if err := errors.Join(opts.check(1, 1), s.client.checkBatchRate(1)); err != nil {
		return nil, invalid(opSubmit, err)
	}
	claim := []batchItem{{ID: claimID, Path: "/profile?responseFields=generalInfo(storeId)", Method: "GET"}}
	ticket, err := s.submit(ctx, claim, opts, 0)
	if err != nil {
		return nil, err
	}
	results, err := s.Wait(ctx, ticket)
	if err != nil {
		return nil, err
	}
	if len(results.Outcomes) == 1 && results.Outcomes[0].ID == claimID {
		return nil, &APIError{Op: opSubmit, StatusCode: http.StatusOK, Attempts: 1, Err: fmt.Errorf(
			"%w: no batch was submitted under the key", ErrNotFound)}
	}
	return results, nil
}
