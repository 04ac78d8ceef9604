package salespos

import (
	"context"
	"iter"
	"time"

	"github.com/tillsync/tillsync/internal/rest"
)

// InvoiceOrder is a sort order of invoices.
type InvoiceOrder string

// The sort orders of invoices.
const (
	InvoicesByCreated             InvoiceOrder = "create_date"
	InvoicesByCreatedDesc         InvoiceOrder = "create_date_desc"
	InvoicesByID                  InvoiceOrder = "id"
	InvoicesByIDDesc              InvoiceOrder = "id_desc"
	InvoicesByNumber              InvoiceOrder = "invoicenumber"
	InvoicesByNumberDesc          InvoiceOrder = "invoicenumber_desc"
	InvoicesByNumberFull          InvoiceOrder = "invoicenumber_full"
	InvoicesByNumberFullDesc      InvoiceOrder = "invoicenumber_full_desc"
	InvoicesByOrderNumber         InvoiceOrder = "ordernumber"
	InvoicesByOrderNumberDesc     InvoiceOrder = "ordernumber_desc"
	InvoicesByOrderNumberFull     InvoiceOrder = "ordernumber_full"
	InvoicesByOrderNumberFullDesc InvoiceOrder = "ordernumber_full_desc"
	InvoicesByStatus              InvoiceOrder = "status"
	InvoicesByStatusDesc          InvoiceOrder = "status_desc"
	InvoicesByTotalPrice          InvoiceOrder = "total_price"
	InvoicesByTotalPriceDesc      InvoiceOrder = "total_price_desc"
)

// InvoiceListOptions select and sort invoices. nil and the zero value list all
// of them. Numbers match exactly.
type InvoiceListOptions struct {
	// Start is the offset of the first invoice, Size the page size; 0 asks for
	// DefaultPageSize.
	Start, Size     int
	Number          int64
	NumberFull      string
	OrderNumber     int64
	OrderNumberFull string
	Status          InvoiceStatus
	// CreatedFrom and CreatedTo are sent as dates in UTC; see OrderListOptions.
	CreatedFrom, CreatedTo time.Time
	OrderBy                InvoiceOrder
}

func (o *InvoiceListOptions) query() *rest.Query {
	if o == nil {
		o = &InvoiceListOptions{}
	}
	query := pageQuery(o.Start, o.Size)
	addInt(query, "invoicenumber", o.Number)
	addText(query, "invoicenumber_full", o.NumberFull)
	addInt(query, "ordernumber", o.OrderNumber)
	addText(query, "ordernumber_full", o.OrderNumberFull)
	addText(query, "status", o.Status)
	addDate(query, "min_create_date", o.CreatedFrom)
	addDate(query, "max_create_date", o.CreatedTo)
	addText(query, "orderby", o.OrderBy)
	return query
}

// InvoiceService reads and writes invoices. The API deletes none.
type InvoiceService service

func (s *InvoiceService) listing(opts *InvoiceListOptions) listing[Invoice] {
	return listing[Invoice]{client: s.client, route: at("/invoices"), query: opts.query()}
}

// List reads one page of invoices.
//
// Endpoint: GET /invoices
func (s *InvoiceService) List(ctx context.Context, opts *InvoiceListOptions) (*Page[Invoice], error) {
	return s.listing(opts).page(ctx)
}

// All yields the invoices of all pages from opts.Start on. It is lazy and may be
// ranged over again; an error is yielded last.
//
// Endpoint: GET /invoices
func (s *InvoiceService) All(ctx context.Context, opts *InvoiceListOptions) iter.Seq2[Invoice, error] {
	return s.listing(opts).all(ctx)
}

// Get reads one invoice. Its rows are a call of their own, see InvoiceRows.
//
// Endpoint: GET /invoices/{id}
func (s *InvoiceService) Get(ctx context.Context, id InvoiceID) (*Invoice, error) {
	return getRecord[Invoice](ctx, s.client, atID("/invoices/{id}", id), nil)
}

// Create invoices what changed in an order since its last invoice. After
// ErrUnknownOutcome look for it in List with the order's number.
//
// Endpoint: POST /orders/{id}/invoices
func (s *InvoiceService) Create(ctx context.Context, id OrderID, invoice InvoiceCreate) (*Invoice, error) {
	return create[Invoice](ctx, s.client, atID("/orders/{id}/invoices", id), invoice)
}

// Update changes the fields that are set.
//
// Endpoint: PATCH /invoices/{id}
func (s *InvoiceService) Update(ctx context.Context, id InvoiceID, change InvoiceUpdate) error {
	return s.client.update(ctx, atID("/invoices/{id}", id), change, true)
}
