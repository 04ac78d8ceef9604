package ecwid

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/tillsync/tillsync/internal/rest"
)

// BatchRequest is a request of a batch, a *[BatchCall].
type BatchRequest interface {
	record(shop *Client) (batchItem, error)
}

// BatchCall is a call that is made in a batch. T is what the call returns.
type BatchCall[T any] struct {
	id   string
	call func(shop *Client) (T, error)
}

// InBatch makes a call for a batch. id names its outcome and has to be unique in
// the batch. call is any method of the client with exactly one request whose body
// is a JSON object or empty; it has to be made on the shop that is handed to it:
//
//	sale := ecwid.InBatch("sale-17", func(shop *ecwid.Client) (*ecwid.OrderResult, error) {
//		return shop.Orders.Create(ctx, order)
//	})
//
// call is not the moment of sending. It runs to write down its request, and
// again in Result to read the answer; both times it returns at once.
func InBatch[T any](id string, call func(shop *Client) (T, error)) *BatchCall[T] {
	return &BatchCall[T]{id: id, call: call}
}

// Result is what the call returns for its outcome in a batch: the same values
// and the same errors as without a batch. In addition there is ErrNotExecuted.
// A call without an outcome, for example since the ticket was lost, is
// ErrUnknownOutcome when repeating it could do harm.
//
// results may be those of a Resume, after the program started anew: what call
// would send does not matter here.
func (c *BatchCall[T]) Result(results *BatchResults) (T, error) {
	return c.call(results.client.through(&replay{outcome: results.outcome(c.id)}))
}

// batchItem is a request as it stands in a batch.
type batchItem struct {
	ID     string          `json:"id"`
	Path   string          `json:"path"`
	Method string          `json:"method"`
	Body   json.RawMessage `json:"body,omitempty"`
}

// record runs the call to see what it sends.
func (c *BatchCall[T]) record(shop *Client) (batchItem, error) {
	if c.id == "" {
		return batchItem{}, errors.New("a request has no id")
	}
	var notes recorder
	_, err := c.call(shop.through(&notes))
	switch {
	case len(notes) == 1:
		item, err := newBatchItem(c.id, notes[0])
		if err != nil {
			return batchItem{}, fmt.Errorf("request %q: %w", c.id, err)
		}
		return item, nil
	case len(notes) == 0 && err != nil:
		return batchItem{}, fmt.Errorf("request %q: %w", c.id, err)
	default:
		return batchItem{}, fmt.Errorf("request %q makes %d requests on the shop it is handed, not one", c.id, len(notes))
	}
}

func newBatchItem(id string, call rest.Call) (batchItem, error) {
	if err := call.Check(); err != nil {
		return batchItem{}, err
	}
	media, _, _ := strings.Cut(call.Header.Get("Content-Type"), ";")
	isObject := media == "application/json" && json.Valid(call.Body) && bytes.HasPrefix(bytes.TrimSpace(call.Body), []byte("{"))
	if call.Body != nil && !isObject {
		return batchItem{}, errors.New("only JSON objects can be sent in a batch")
	}
	return batchItem{ID: id, Path: call.Target, Method: call.Method, Body: call.Body}, nil
}

// recorder is a funnel that notes calls and sends nothing.
type recorder []rest.Call

var errRecorded = errors.New("noted for a batch")

func (r *recorder) Do(_ context.Context, call rest.Call) (rest.Answer, error) {
	*r = append(*r, call)
	return rest.Answer{}, errRecorded
}

// replay is a funnel that gives the outcome of a request in a batch, once.
type replay struct {
	outcome BatchOutcome
	used    bool
}

// Reasons for a call that has no answer.
var (
	errNoOutcome = fmt.Errorf("%w: the batch has no outcome for it", ErrBadAnswer)
	errTooMuch   = fmt.Errorf("%w: %w", ErrBadAnswer, rest.ErrBodyTooComplex)
	errSecondUse = fmt.Errorf("%w: it makes a second request", ErrInvalid)
)

func (r *replay) Do(_ context.Context, call rest.Call) (rest.Answer, error) {
	failure := &rest.Failure{Op: call.Op, Attempts: 1}
	code := r.outcome.StatusCode
	switch {
	case r.used:
		failure.Attempts, failure.Err = 0, errSecondUse
		return rest.Answer{}, failure
	case r.outcome.Status == BatchNotExecuted:
		failure.Attempts, failure.Err = 0, ErrNotExecuted
		return rest.Answer{}, failure
	case code == 0:
		failure.Unknown, failure.Err = !call.Safe, errNoOutcome
		return rest.Answer{}, failure
	}
	r.used = true
	answer := rest.Answer{Status: code, Body: r.outcome.body(), Attempts: 1}
	if rest.TooComplex(answer.Body) {
		failure.Unknown, failure.Err = !call.Safe, errTooMuch
		return rest.Answer{}, failure
	}
	if code >= http.StatusOK && code < http.StatusMultipleChoices {
		return answer, nil
	}
	verdict := judge(answer)
	failure.Answer, failure.Unknown = &answer, verdict.Retry && !verdict.Untouched && !call.Safe
	return rest.Answer{}, failure
}

// record writes down what the requests send.
func (s *BatchesService) record(requests []BatchRequest) ([]batchItem, error) {
	items := make([]batchItem, 0, len(requests))
	seen := make(map[string]bool, len(requests))
	for _, request := range requests {
		if request == nil {
			return nil, errors.New("a request is nil")
		}
		item, err := request.record(s.client)
		if err != nil {
			return nil, err
		}
		if seen[item.ID] {
			return nil, fmt.Errorf("the id %q is there twice", item.ID)
		}
		seen[item.ID] = true
		items = append(items, item)
	}
	return items, nil
}
