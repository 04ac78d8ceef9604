package salespos

import (
	"context"
	"iter"
	"reflect"

	"github.com/tillsync/tillsync/internal/rest"
)

// Webhook is a subscription to an event. What it delivers is read by a
// WebhookHandler.
type Webhook struct {
	Extra
	Href    string    `json:"href"`
	ID      WebhookID `json:"id"`
	Created Time      `json:"createdate"`
	Event   EventType `json:"event"`
	// Address is where the events go. It holds the part that nobody may guess:
	// keep it out of logs.
	Address string `json:"address"`
	// Key signs the deliveries; the server makes it. It is printed and encoded
	// as "[redacted]".
	Key Secret `json:"key"`
	// IsActive false: nothing is delivered.
	IsActive bool `json:"is_active"`
	Parent   Link `json:"parent"`
}

// WebhookCreate is the body of a new subscription; Event and Address are
// required. WebhookHandler.Address makes an address.
type WebhookCreate struct {
	Event    EventType `json:"event"`
	Address  string    `json:"address"`
	IsActive Opt[bool] `json:"is_active,omitzero"`
}

// WebhookUpdate changes the fields that are set and leaves the others alone. The
// event of a subscription never changes.
type WebhookUpdate struct {
	Address  Opt[string] `json:"address,omitzero"`
	IsActive Opt[bool]   `json:"is_active,omitzero"`
}

// IsZero reports that nothing is set: such an update is not worth a request.
func (u WebhookUpdate) IsZero() bool { return reflect.ValueOf(u).IsZero() }

// WebhookListOptions select a page of subscriptions. nil and the zero value list
// all of them.
type WebhookListOptions struct {
	// Start is the offset of the first subscription, Size the page size; 0 asks
	// for DefaultPageSize.
	Start, Size int
}

func (o *WebhookListOptions) query() *rest.Query {
	if o == nil {
		o = &WebhookListOptions{}
	}
	return pageQuery(o.Start, o.Size)
}

// WebhookService reads and writes subscriptions to events.
type WebhookService service

func (s *WebhookService) listing(opts *WebhookListOptions) listing[Webhook] {
	return listing[Webhook]{client: s.client, route: at("/webhooks"), query: opts.query()}
}

// List reads one page of subscriptions.
//
// Endpoint: GET /webhooks
func (s *WebhookService) List(ctx context.Context, opts *WebhookListOptions) (*Page[Webhook], error) {
	return s.listing(opts).page(ctx)
}

// All yields the subscriptions of all pages from opts.Start on. It is lazy and
// may be ranged over again; an error is yielded last.
//
// Endpoint: GET /webhooks
func (s *WebhookService) All(ctx context.Context, opts *WebhookListOptions) iter.Seq2[Webhook, error] {
	return s.listing(opts).all(ctx)
}

// Get reads one subscription.
//
// Endpoint: GET /webhooks/{id}
func (s *WebhookService) Get(ctx context.Context, id WebhookID) (*Webhook, error) {
	return getRecord[Webhook](ctx, s.client, atID("/webhooks/{id}", id), nil)
}

// Create subscribes to an event. After ErrUnknownOutcome look for the address in
// List.
//
// Endpoint: POST /webhooks
func (s *WebhookService) Create(ctx context.Context, webhook WebhookCreate) (*Webhook, error) {
	return create[Webhook](ctx, s.client, at("/webhooks"), webhook)
}

// Update changes the fields that are set.
//
// Endpoint: PATCH /webhooks/{id}
func (s *WebhookService) Update(ctx context.Context, id WebhookID, change WebhookUpdate) error {
	return s.client.update(ctx, atID("/webhooks/{id}", id), change, true)
}

// Delete ends a subscription.
//
// Endpoint: DELETE /webhooks/{id}
func (s *WebhookService) Delete(ctx context.Context, id WebhookID) error {
	return s.client.remove(ctx, atID("/webhooks/{id}", id))
}
