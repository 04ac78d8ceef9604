package salespos

import (
	"context"
	"iter"
	"time"

	"github.com/tillsync/tillsync/internal/rest"
)

// OrderOrder is a sort order of orders.
type OrderOrder string

// The sort orders of orders.
const (
	OrdersByCreated         OrderOrder = "create_date"
	OrdersByCreatedDesc     OrderOrder = "create_date_desc"
	OrdersByDeliverDate     OrderOrder = "deliver_date"
	OrdersByDeliverDateDesc OrderOrder = "deliver_date_desc"
	OrdersByID              OrderOrder = "id"
	OrdersByIDDesc          OrderOrder = "id_desc"
	OrdersByNumber          OrderOrder = "ordernumber"
	OrdersByNumberDesc      OrderOrder = "ordernumber_desc"
)

// OrderListOptions select and sort orders. nil and the zero value list all
// completed ones.
type OrderListOptions struct {
	// Start is the offset of the first order, Size the page size; 0 asks for
	// DefaultPageSize.
	Start, Size int
	// Number is the number without its prefix; several orders may have it.
	Number int64
	Status OrderStatus
	Paid   *bool
	// Completed nil means true to the server; false lists open baskets.
	Completed *bool
	// CreatedFrom and CreatedTo are sent as dates in UTC, the only form that is
	// proven; whether the shop counts in UTC and includes the bounds is unknown.
	// Ask for a day more on both ends and compare Order.Created.
	CreatedFrom, CreatedTo time.Time
	// DeliverDate and TakeOutDate are sent as dates in UTC too.
	DeliverDate, TakeOutDate time.Time
	PayMethodID              PayMethodID
	// TransactionID is a number here, whatever the text in Order looks like.
	TransactionID int64
	OrderBy       OrderOrder
}

func (o *OrderListOptions) query() *rest.Query {
	if o == nil {
		o = &OrderListOptions{}
	}
	query := pageQuery(o.Start, o.Size)
	addInt(query, "ordernumber", o.Number)
	addInt(query, "status", o.Status)
	addFlag(query, "is_paid", o.Paid)
	addFlag(query, "is_completed", o.Completed)
	addDate(query, "deliver_date", o.DeliverDate)
	addDate(query, "take_out_date", o.TakeOutDate)
	addDate(query, "min_create_date", o.CreatedFrom)
	addDate(query, "max_create_date", o.CreatedTo)
	addInt(query, "paymethod_id", o.PayMethodID)
	addInt(query, "transaction_id", o.TransactionID)
	addText(query, "orderby", o.OrderBy)
	return query
}

// addDate adds a parameter unless it is zero.
func addDate(query *rest.Query, name string, t time.Time) {
	if !t.IsZero() {
		query.Add(name, t.UTC().Format(time.DateOnly))
	}
}

// OrderService reads and writes orders. The API deletes none.
type OrderService service

func (s *OrderService) listing(opts *OrderListOptions) listing[Order] {
	return listing[Order]{client: s.client, route: at("/orders"), query: opts.query()}
}

// List reads one page of orders.
//
// Endpoint: GET /orders
func (s *OrderService) List(ctx context.Context, opts *OrderListOptions) (*Page[Order], error) {
	return s.listing(opts).page(ctx)
}

// All yields the orders of all pages from opts.Start on. It is lazy and may be
// ranged over again; an error is yielded last.
//
// Endpoint: GET /orders
func (s *OrderService) All(ctx context.Context, opts *OrderListOptions) iter.Seq2[Order, error] {
	return s.listing(opts).all(ctx)
}

// Get reads one order. Its rows are a call of their own, see OrderRows.
//
// Endpoint: GET /orders/{id}
func (s *OrderService) Get(ctx context.Context, id OrderID) (*Order, error) {
	return getRecord[Order](ctx, s.client, atID("/orders/{id}", id), nil)
}

// Create makes an order. After ErrUnknownOutcome look for the reference that it
// carries before creating it again.
//
// Endpoint: POST /orders
func (s *OrderService) Create(ctx context.Context, order OrderCreate) (*Order, error) {
	order.Rows = orEmpty(order.Rows)
	return create[Order](ctx, s.client, at("/orders"), order)
}

// Update changes the fields that are set. With OrderUpdate.Mail the outcome can
// be unknown; read the order before updating it again.
//
// Endpoint: PATCH /orders/{id}
func (s *OrderService) Update(ctx context.Context, id OrderID, change OrderUpdate) error {
	safe := !change.Mail.Or(false)
	return s.client.update(ctx, atID("/orders/{id}", id), change, safe)
}
