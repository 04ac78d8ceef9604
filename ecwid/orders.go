package ecwid

import (
	"context"
	"errors"
	"iter"
	"strconv"
	"time"
)

// OrdersService reads and writes orders.
type OrdersService service

// OrderListOptions filters a list of orders. Orders cannot be sorted, and lists
// are served from an index that lags behind writes by up to minutes.
type OrderListOptions struct {
	// IDs are public ids or internal numbers.
	IDs []OrderID
	// CreatedFrom and the three after it have a resolution of one second;
	// whether they include their second is not documented.
	CreatedFrom, CreatedTo, UpdatedFrom, UpdatedTo time.Time
	// PaymentStatus and FulfillmentStatus match any of their values. Abandoned
	// carts come only when PaymentIncomplete is one of them.
	PaymentStatus     []PaymentStatus
	FulfillmentStatus []FulfillmentStatus
	// RefererID is the marker that was written to the order.
	RefererID  string
	Email      string
	CustomerID CustomerID
	Offset     int
	// Limit is the page size, 1 to MaxPageSize; 0 means MaxPageSize.
	Limit int
	// ResponseFields restricts the answer, for example
	// "total,items(id,updateTimestamp)".
	ResponseFields string
}

func (o *OrderListOptions) listing() listing {
	l := newListing("GET /orders", "orders")
	if o == nil {
		return l
	}
	var f filters
	list(&f, "ids", o.IDs)
	f.instant("createdFrom", o.CreatedFrom)
	f.instant("createdTo", o.CreatedTo)
	f.instant("updatedFrom", o.UpdatedFrom)
	f.instant("updatedTo", o.UpdatedTo)
	list(&f, "paymentStatus", o.PaymentStatus)
	list(&f, "fulfillmentStatus", o.FulfillmentStatus)
	f.text("refererId", o.RefererID)
	f.text("email", o.Email)
	if o.CustomerID != 0 {
		f.text("customerId", segment(o.CustomerID))
	}
	l.paged(f, o.Offset, o.Limit, o.ResponseFields)
	return l
}

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
func (s *OrdersService) Get(ctx context.Context, id OrderID) (*Order, error) {
	o, err := orderCall("GET /orders/{orderId}", id)
	if err != nil {
		return nil, err
	}
	return fetch[Order](ctx, s.client, o)
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
	answer, err := fetch[updateAnswer](ctx, s.client, o)
	if err != nil {
		return nil, err
	}
	return answer.result(), nil
}

// orderCall is a repeatable call for one order, without a body.
func orderCall(op string, id OrderID) (operation, error) {
	if id == "" {
		return operation{}, invalid(op, errors.New("the order id is empty"))
	}
	return operation{op: op, path: []string{"orders", string(id)}, safe: true}, nil
}
