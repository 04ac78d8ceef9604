package salespos

import (
	"context"

	"github.com/tillsync/tillsync/internal/rest"
)

// OrderMessage is a message about an order that was mailed to the customer.
type OrderMessage struct {
	Extra
	Href    string         `json:"href"`
	ID      OrderMessageID `json:"id"`
	Message string         `json:"message"`
	Created Time           `json:"create_date"`
	Parent  Link           `json:"parent"`
}

// OrderMessageCreate is the body of a new message.
type OrderMessageCreate struct {
	Message string `json:"message"`
}

// OrderMessageOrder is a sort order of messages.
type OrderMessageOrder string

// The sort orders of messages.
const (
	OrderMessagesByCreated     OrderMessageOrder = "create_date"
	OrderMessagesByCreatedDesc OrderMessageOrder = "create_date_desc"
	OrderMessagesByID          OrderMessageOrder = "id"
	OrderMessagesByIDDesc      OrderMessageOrder = "id_desc"
)

// OrderMessageListOptions sort messages. nil and the zero value leave the order
// to the server.
type OrderMessageListOptions struct {
	OrderBy OrderMessageOrder
}

func (o *OrderMessageListOptions) query() *rest.Query {
	query := new(rest.Query)
	if o != nil {
		addText(query, "orderby", o.OrderBy)
	}
	return query
}

// OrderMessageService reads and writes the messages of orders.
type OrderMessageService service

// List reads all messages of an order; the API does not page them.
//
// Endpoint: GET /orders/{id}/ordermessages
func (s *OrderMessageService) List(ctx context.Context, id OrderID, opts *OrderMessageListOptions) ([]OrderMessage, error) {
	return listing[OrderMessage]{
		client: s.client, route: atID("/orders/{id}/ordermessages", id), query: opts.query(),
	}.slice(ctx)
}

// Get reads one message.
//
// Endpoint: GET /ordermessages/{id}
func (s *OrderMessageService) Get(ctx context.Context, id OrderMessageID) (*OrderMessage, error) {
	return getRecord[OrderMessage](ctx, s.client, atID("/ordermessages/{id}", id), nil)
}

// Create adds a message to an order and mails it to the customer. After
// ErrUnknownOutcome look for the text in List: a second message is a second
// e-mail.
//
// Endpoint: POST /orders/{id}/ordermessages
func (s *OrderMessageService) Create(ctx context.Context, id OrderID, message OrderMessageCreate) (*OrderMessage, error) {
	return create[OrderMessage](ctx, s.client, atID("/orders/{id}/ordermessages", id), message)
}

// Delete removes a message from the order; the e-mail stays sent.
//
// Endpoint: DELETE /ordermessages/{id}
func (s *OrderMessageService) Delete(ctx context.Context, id OrderMessageID) error {
	return s.client.remove(ctx, atID("/ordermessages/{id}", id))
}
