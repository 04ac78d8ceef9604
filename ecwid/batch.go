package ecwid

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"strconv"

	"github.com/tillsync/tillsync/internal/rest"
)

// MaxBatchSize is the largest number of requests in one batch.
const MaxBatchSize = 500

// BatchesService sends many requests at once. The store carries them out on its
// own, batch after batch in the order of their arrival, and keeps the answers
// under a ticket.
//
// A batch is a list of calls made with [InBatch]. Run does everything; Submit
// and Wait are its halves for those who keep tickets, and Resume finds a ticket
// again whose batch was sent although the answer was lost.
type BatchesService service

// BatchTicket is the name that the store gives to a batch. How long it knows it
// is not documented: ask within the hour.
type BatchTicket string

// BatchOptions changes how a batch is carried out.
type BatchOptions struct {
	// Keys are deduplication keys, one for each batch that is submitted; see
	// NewBatchKey. Within an hour the store carries out one batch under a key
	// and answers any further one with the first ticket, whatever is in it: never
	// use a key twice. nil makes random keys, with which Resume is impossible.
	Keys []string
	// StopOnFirstFailure ends a batch with the first request that fails; those
	// after it are ErrNotExecuted. The store's own default, to stop, is not used.
	StopOnFirstFailure bool
	// Parallel carries out up to 100 requests at the same time, in any order.
	Parallel bool
	// Group is a name under which CancelGroup finds the batch.
	Group string
}

// NewBatchKey makes a random deduplication key. Store it before the batch is
// submitted, to be able to Resume it.
func NewBatchKey() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // it never fails
	b[6], b[8] = b[6]&0x0f|0x40, b[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}

// WithFreeBatches counts a batch as one request. Whether the store counts the
// requests inside is not documented. By default they are taken to count, each
// when the store gets to it: a batch takes its share of the rate, with that of the
// looks at it, until Wait or Run has seen it finished. Of a batch that this client
// never sees finished, the share is free again 10 minutes after Submit.
func WithFreeBatches() Option {
	return func(c *config) error {
		c.freeBatches = true
		return nil
	}
}

// batchSize is the largest batch that Run makes. Of a lower rate it takes the
// same share as of the default, and leaves enough to submit the batch and to look
// at it. It is not above 0 for a rate too low for that.
func (c *config) batchSize() int {
	if c.batchRate() == 0 {
		return MaxBatchSize
	}
	return min(MaxBatchSize, max(1, c.perMinute*MaxBatchSize/DefaultRate), c.perMinute-batchCost(0))
}

// batchRate is the rate that a batch has to fit into, 0 for any: what a limiter of
// the caller does with a cost is its own decision.
func (c *config) batchRate() int {
	if c.freeBatches || c.limiter != nil {
		return 0
	}
	return c.perMinute
}

// batchCost is what a batch of n requests costs: its submit, the requests, and the
// looks at it.
func batchCost(n int) int { return 1 + n + looksPerMinute }

// Submit sends one batch of up to MaxBatchSize requests; opts may be nil. It is
// repeated under its key until the store has taken it on. After
// ErrUnknownOutcome call Resume with the key. Where requests in a batch count, one
// of n counts n+16 until it is finished; a batch that the rate of the client can
// never hold is ErrInvalid.
//
// Endpoint: POST /batch
// Scope: those of the requests inside
func (s *BatchesService) Submit(ctx context.Context, requests []BatchRequest, opts *BatchOptions) (BatchTicket, error) {
	if opts == nil {
		opts = &BatchOptions{}
	}
	items, err := s.record(requests)
	if err == nil {
		err = opts.check(len(items), 1)
	}
	if err == nil {
		err = s.client.checkBatchRate(len(items))
	}
	if err != nil {
		return "", invalid(opSubmit, err)
	}
	return s.submit(ctx, items, opts, 0)
}

const (
	opSubmit = "POST /batch"
	// looksPerMinute is how often wait looks at a batch in its first minute.
	looksPerMinute = 15
)

// checkBatchRate refuses a batch of n requests that no minute has room for.
func (c *Client) checkBatchRate(n int) error {
	if c.batchRate > 0 && batchCost(n) > c.batchRate {
		return fmt.Errorf("a batch of %d counts %d requests, more than the rate of %d a minute; see WithFreeBatches", n, batchCost(n), c.batchRate)
	}
	return nil
}

// check looks at the options for requests in a number of batches.
func (o *BatchOptions) check(requests, batches int) error {
	if requests == 0 {
		return errors.New("there are no requests")
	}
	if requests > batches*MaxBatchSize {
		return fmt.Errorf("%d requests are more than the %d of one batch; Run splits them", requests, MaxBatchSize)
	}
	if o.Keys == nil {
		return nil
	}
	if len(o.Keys) != batches {
		return fmt.Errorf("there are %d keys for %d batches", len(o.Keys), batches)
	}
	seen := map[string]bool{"": true}
	for _, key := range o.Keys {
		if seen[key] {
			return errors.New("a key is empty or there twice")
		}
		seen[key] = true
	}
	return nil
}

// submit sends the n-th batch and keeps its share of the rate.
func (s *BatchesService) submit(ctx context.Context, items []batchItem, opts *BatchOptions, n int) (BatchTicket, error) {
	key := NewBatchKey()
	if opts.Keys != nil {
		key = opts.Keys[n]
	}
	var query rest.Query
	query.Add("stopOnFirstFailure", strconv.FormatBool(opts.StopOnFirstFailure))
	query.Add("allowParallelMode", strconv.FormatBool(opts.Parallel))
	query.Add("deduplicationKey", key)
	if opts.Group != "" {
		query.Add("groupId", opts.Group)
	}
	o := operation{op: opSubmit, path: []string{"batch"}, query: query, body: items, safe: true, keyed: true}
	var release func()
	if !s.client.freeBatches {
		o.cost, o.hold = batchCost(len(items)), func(r func()) { release = r }
	}
	var answer ticketAnswer
	err := s.client.call(ctx, o, &answer)
	if release != nil { // the store answered: even without a ticket, it may have taken the batch on
		s.client.shares.keep(answer.Ticket, release)
	}
	if err != nil {
		return "", err
	}
	return answer.Ticket, nil
}

// ticketAnswer is what comes for a batch.
type ticketAnswer struct {
	Ticket BatchTicket `json:"ticket"`
}

func (a *ticketAnswer) check() error {
	if a.Ticket == "" {
		return errors.New("it has no ticket")
	}
	return nil
}
