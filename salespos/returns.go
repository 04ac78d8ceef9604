package salespos

import (
	"context"
	"iter"
	"time"

	"github.com/tillsync/tillsync/internal/rest"
)

// Return is what a shopper sent back of an order.
type Return struct {
	Extra
	Href string   `json:"href"`
	ID   ReturnID `json:"id"`
	// NumberFull and OrderNumberFull are what people see; do not compose them.
	NumberPrefix      string `json:"returnnumber_prefix"`
	Number            int64  `json:"returnnumber"`
	NumberFull        string `json:"returnnumber_full"`
	OrderNumberPrefix string `json:"ordernumber_prefix"`
	OrderNumber       int64  `json:"ordernumber"`
	OrderNumberFull   string `json:"ordernumber_full"`
	Created           Time   `json:"create_date"`
	// Status is in the vendor's spelling, which is not documented.
	Status string `json:"status"`
	// StatusName is Status in the language of WithLanguage.
	StatusName string `json:"status_name"`
	// ActionName and ReasonName are as the shop set them up.
	ActionName string `json:"action_name"`
	ReasonName string `json:"reason_name"`

	TotalPriceIncTax Amount `json:"total_price_inc_tax"`
	TotalPriceExcTax Amount `json:"total_price_exc_tax"`
	TotalPrice       Amount `json:"total_price"`
	TotalTax         Amount `json:"total_tax"`
	Currency         string `json:"currency"`

	User     OrderUser    `json:"user"`
	Customer PersonalInfo `json:"customer"`
	// OrderHref is the URL of the order.
	OrderHref string `json:"order"`
	Rows      Link   `json:"returnrows"`
	Parent    Link   `json:"parent"`
}

// ReturnOrder is a sort order of returns.
type ReturnOrder string

// The sort orders of returns.
const (
	ReturnsByCreated             ReturnOrder = "create_date"
	ReturnsByCreatedDesc         ReturnOrder = "create_date_desc"
	ReturnsByID                  ReturnOrder = "id"
	ReturnsByIDDesc              ReturnOrder = "id_desc"
	ReturnsByNumber              ReturnOrder = "returnnumber"
	ReturnsByNumberDesc          ReturnOrder = "returnnumber_desc"
	ReturnsByNumberFull          ReturnOrder = "returnnumber_full"
	ReturnsByNumberFullDesc      ReturnOrder = "returnnumber_full_desc"
	ReturnsByOrderNumber         ReturnOrder = "ordernumber"
	ReturnsByOrderNumberDesc     ReturnOrder = "ordernumber_desc"
	ReturnsByOrderNumberFull     ReturnOrder = "ordernumber_full"
	ReturnsByOrderNumberFullDesc ReturnOrder = "ordernumber_full_desc"
	ReturnsByStatus              ReturnOrder = "status"
	ReturnsByStatusDesc          ReturnOrder = "status_desc"
	ReturnsByTotalPrice          ReturnOrder = "total_price"
	ReturnsByTotalPriceDesc      ReturnOrder = "total_price_desc"
)

// ReturnListOptions select and sort returns. nil and the zero value list all of
// them. Numbers match exactly.
type ReturnListOptions struct {
	// Start is the offset of the first return, Size the page size; 0 asks for
	// DefaultPageSize.
	Start, Size     int
	Number          int64
	NumberFull      string
	OrderNumber     int64
	OrderNumberFull string
	// Status is in the vendor's spelling: take it from a return that was read.
	Status string
	// CreatedFrom and CreatedTo are sent as dates in UTC; see OrderListOptions.
	CreatedFrom, CreatedTo time.Time
	OrderBy                ReturnOrder
}

func (o *ReturnListOptions) query() *rest.Query {
	if o == nil {
		o = &ReturnListOptions{}
	}
	query := pageQuery(o.Start, o.Size)
	addInt(query, "returnnumber", o.Number)
	addText(query, "returnnumber_full", o.NumberFull)
	addInt(query, "ordernumber", o.OrderNumber)
	addText(query, "ordernumber_full", o.OrderNumberFull)
	addText(query, "status", o.Status)
	addDate(query, "min_create_date", o.CreatedFrom)
	addDate(query, "max_create_date", o.CreatedTo)
	addText(query, "orderby", o.OrderBy)
	return query
}

// ReturnService reads returns. The API writes none.
type ReturnService service

func (s *ReturnService) listing(opts *ReturnListOptions) listing[Return] {
	return listing[Return]{client: s.client, route: at("/returns"), query: opts.query()}
}

// List reads one page of returns.
//
// Endpoint: GET /returns
func (s *ReturnService) List(ctx context.Context, opts *ReturnListOptions) (*Page[Return], error) {
	return s.listing(opts).page(ctx)
}

// All yields the returns of all pages from opts.Start on. It is lazy and may be
// ranged over again; an error is yielded last.
//
// Endpoint: GET /returns
func (s *ReturnService) All(ctx context.Context, opts *ReturnListOptions) iter.Seq2[Return, error] {
	return s.listing(opts).all(ctx)
}

// Get reads one return.
//
// Endpoint: GET /returns/{id}
func (s *ReturnService) Get(ctx context.Context, id ReturnID) (*Return, error) {
	return getRecord[Return](ctx, s.client, atID("/returns/{id}", id), nil)
}
