package ecwid

import (
	"bytes"
	"encoding/json"
	"errors"
)

// BatchStatus is the state of a batch or of a request in it.
type BatchStatus string

// Values of BatchStatus.
const (
	BatchQueued     BatchStatus = "QUEUED"      // of a batch: nothing is finished yet
	BatchInProgress BatchStatus = "IN_PROGRESS" // of a batch
	BatchCompleted  BatchStatus = "COMPLETED"   // of a request: it succeeded
	BatchFailed     BatchStatus = "FAILED"      // of a request
	// BatchNotExecuted: the batch ended before it was this request's turn.
	BatchNotExecuted BatchStatus = "NOT_EXECUTED"
)

// BatchResults are the outcomes of one or several batches. BatchCall.Result
// reads them.
type BatchResults struct {
	// Tickets are those of the batches that were taken on, in their order.
	Tickets []BatchTicket
	// Outcomes are in the order of the store's answer.
	Outcomes []BatchOutcome

	client *Client
	byID   map[string]BatchOutcome
}

// BatchOutcome is what came of one request.
type BatchOutcome struct {
	ID     string
	Status BatchStatus
	// StatusCode is the HTTP status; 0 when it was not executed.
	StatusCode int

	body sealed // it may hold personal data
}

func newBatchResults(client *Client) *BatchResults {
	return &BatchResults{client: client, byID: make(map[string]BatchOutcome)}
}

// add takes over outcomes. The first one of an id counts.
func (r *BatchResults) add(outcomes ...BatchOutcome) {
	r.Outcomes = append(r.Outcomes, outcomes...)
	for _, outcome := range outcomes {
		if _, ok := r.byID[outcome.ID]; !ok {
			r.byID[outcome.ID] = outcome
		}
	}
}

// skip says of requests that they were never sent.
func (r *BatchResults) skip(items []batchItem) {
	for _, item := range items {
		r.add(BatchOutcome{ID: item.ID, Status: BatchNotExecuted})
	}
}

// outcome is that of a request; an empty one when there is none.
func (r *BatchResults) outcome(id string) BatchOutcome { return r.byID[id] }

// failed reports whether any request did not succeed.
func (r *BatchResults) failed() bool {
	for _, outcome := range r.Outcomes {
		if outcome.Status != BatchCompleted {
			return true
		}
	}
	return false
}

// batchAnswer is a batch as it comes.
type batchAnswer struct {
	Status    BatchStatus     `json:"status"`
	Responses []batchResponse `json:"responses"`
	// The counters tell nothing that the responses do not.
	Total     undecoded `json:"totalRequests"`
	Completed undecoded `json:"completedRequests"`
}

func (a *batchAnswer) check() error {
	if a.Status == "" {
		return errors.New("it has no status")
	}
	return nil
}

// finished reports that nothing more will come. A status we do not know ends the
// waiting too: for ever is no option.
func (a *batchAnswer) finished() bool {
	return a.Status != BatchQueued && a.Status != BatchInProgress
}

func (a *batchAnswer) outcomes() []BatchOutcome {
	outcomes := make([]BatchOutcome, 0, len(a.Responses))
	for _, response := range a.Responses {
		outcomes = append(outcomes, response.outcome())
	}
	return outcomes
}

// batchResponse is the answer to one request of a batch.
type batchResponse struct {
	ID             Text            `json:"id"`
	Status         BatchStatus     `json:"status"`
	HTTPStatusCode int             `json:"httpStatusCode"`
	HTTPCode       int             `json:"httpCode"` // an older name
	HTTPStatusLine undecoded       `json:"httpStatusLine"`
	HTTPBody       json.RawMessage `json:"httpBody"`
	EscapedBody    json.RawMessage `json:"escapedHttpBody"`
}

func (r batchResponse) outcome() BatchOutcome {
	outcome := BatchOutcome{ID: string(r.ID), Status: r.Status}
	if r.Status == BatchNotExecuted {
		return outcome
	}
	outcome.StatusCode = r.HTTPStatusCode
	if outcome.StatusCode == 0 {
		outcome.StatusCode = r.HTTPCode
	}
	body := unescaped(r.EscapedBody)
	if len(body) == 0 {
		body = unescaped(r.HTTPBody)
	}
	outcome.body = func() []byte { return body }
	return outcome
}

// unescaped is a body that comes as it is, or as text that holds it.
func unescaped(raw json.RawMessage) []byte {
	if len(raw) == 0 || bytes.Equal(raw, []byte("null")) {
		return nil
	}
	var text string
	if raw[0] == '"' && json.Unmarshal(raw, &text) == nil {
		return []byte(text)
	}
	return raw
}
