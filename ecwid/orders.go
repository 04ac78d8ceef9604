package ecwid

import (
	"context"
	"errors"
	"iter"
	"strconv"
)

// OrdersService reads and writes orders.
type OrdersService service

// OrderResult is the answer to a create.
type OrderResult struct {
	// ID is the public id. Where the store sends only its internal number it
	// is that number, which the API accepts too.
	ID         OrderID
	InternalID int64
}

// orderAnswer is what comes for a create: here "id" is the internal number.
type orderAnswer struct {
	InternalID int64   `json:"id"`
	OrderID    OrderID `json:"orderId"`
}

func (a *orderAnswer) check() error {
	if a.OrderID == "" && a.InternalID <= 0 {
		return errors.New("it has no order id")
	}
	return nil
}

// List returns one page of orders.
//
// Endpoint: GET /orders
// Scope: read_orders
func (s *OrdersService) List(ctx context.Context, opts *OrderListOptions) (*Page[Order], error) {
	l := opts.listing()
	return page[Order](ctx, s.client, l, l.offset)
}

// All yields the orders of all pages from opts.Offset on. Nothing is sent
// before the first pull, each range starts anew, and an error comes once and
// last. Pages shift while orders come in: freeze the window with UpdatedTo, and
// do not rely on the order of what comes.
//
// Endpoint: GET /orders
// Scope: read_orders
func (s *OrdersService) All(ctx context.Context, opts *OrderListOptions) iter.Seq2[Order, error] {
	return all[Order](ctx, s.client, opts.listing())
}

// Get returns one order by its public id or its internal number.
//
// Endpoint: GET /orders/{orderId}
// Scope: read_orders
func (s *OrdersService) Get(ctx context.Context, id OrderID, opts ...ReadOptions) (*Order, error) {
	o, err := orderCall("GET /orders/{orderId}", id)
	if err != nil {
		return nil, err
	}
	return fetch[Order](ctx, s.client, o.read(opts))
}

// LastOrderOptions chooses and restricts the newest order.
type LastOrderOptions struct {
	// CustomerEmail restricts to the orders of one customer.
	CustomerEmail string
	// WithAddress is sent by the vendor's own client; its effect is not
	// documented.
	WithAddress bool
	// ResponseFields restricts the answer, for example "id,createDate".
	ResponseFields string
}

// Last returns the newest order.
//
// Endpoint: GET /orders/last
// Scope: read_orders
func (s *OrdersService) Last(ctx context.Context, opts *LastOrderOptions) (*Order, error) {
	if opts == nil {
		opts = &LastOrderOptions{}
	}
	var f filters
	f.text("customerEmail", opts.CustomerEmail)
	f.on("withAddress", opts.WithAddress)
	o := operation{op: "GET /orders/last", path: []string{"orders", "last"}, query: f.query, safe: true}
	return fetch[Order](ctx, s.client, o.read([]ReadOptions{{ResponseFields: opts.ResponseFields}}))
}

// Create adds an order; see OrderCreate for what it sets off. After
// ErrUnknownOutcome look for its RefererID, once the index has caught up,
// before sending it again: orders are not unique in any field.
//
// Endpoint: POST /orders
// Scope: create_orders
func (s *OrdersService) Create(ctx context.Context, order OrderCreate) (*OrderResult, error) {
	answer, err := fetch[orderAnswer](ctx, s.client, operation{op: "POST /orders", path: []string{"orders"}, body: order})
	if err != nil {
		return nil, err
	}
	result := &OrderResult{ID: answer.OrderID, InternalID: answer.InternalID}
	if result.ID == "" {
		result.ID = OrderID(strconv.FormatInt(answer.InternalID, 10))
	}
	return result, nil
}

// Update changes the fields of an order that are present in update. Sums are
// not computed again and no money is moved.
//
// Endpoint: PUT /orders/{orderId}
// Scope: update_orders
func (s *OrdersService) Update(ctx context.Context, id OrderID, update OrderUpdate) (*UpdateResult, error) {
	o, err := orderCall("PUT /orders/{orderId}", id)
	if err != nil {
		return nil, err
	}
	o.body = update
	return s.client.update(ctx, o)
}

// Delete removes an order. What happens to the stock is not documented: cancel
// the order first. One that does not exist is no error.
//
// Endpoint: DELETE /orders/{orderId}
// Scope: update_orders
func (s *OrdersService) Delete(ctx context.Context, id OrderID) error {
	o, err := orderCall("DELETE /orders/{orderId}", id)
	if err != nil {
		return err
	}
	_, err = s.client.remove(ctx, o)
	return err
}

// RepeatURL returns the address at which the buyer can order the same again.
//
// Endpoint: GET /orders/{orderId}/repeatURL
// Scope: read_orders
func (s *OrdersService) RepeatURL(ctx context.Context, id OrderID, opts ...ReadOptions) (string, error) {
	o, err := orderCall("GET /orders/{orderId}/repeatURL", id, "repeatURL")
	if err != nil {
		return "", err
	}
	answer, err := fetch[repeatAnswer](ctx, s.client, o.read(opts))
	if err != nil {
		return "", err
	}
	return answer.URL, nil
}

type repeatAnswer struct {
	URL string `json:"repeatOrderUrl"`
}

func (a *repeatAnswer) check() error {
	if a.URL == "" {
		return errors.New("it has no address")
	}
	return nil
}

// orderCall is a repeatable call for one order, or for what is below it, without
// a body.
func orderCall(op string, id OrderID, below ...string) (operation, error) {
	if id == "" {
		return operation{}, invalid(op, errors.New("the order id is empty"))
	}
	return operation{op: op, path: append([]string{"orders", string(id)}, below...), safe: true}, nil
}
