package ecwid

import (
	"context"
	"errors"
	"iter"
	"time"
)

// CustomersService reads and writes customers. Its lists see writes at once.
type CustomersService service

// CustomerSort is an order of customers.
type CustomerSort string

// Values of CustomerSort; the store's default is by name.
const (
	CustomersByUpdatedAsc    CustomerSort = "UPDATED_DATE_ASC"
	CustomersByUpdatedDesc   CustomerSort = "UPDATED_DATE_DESC"
	CustomersByRegisteredAsc CustomerSort = "REGISTERED_DATE_ASC"
	CustomersByNameAsc       CustomerSort = "NAME_ASC"
	CustomersByEmailAsc      CustomerSort = "EMAIL_ASC"
)

// CustomerListOptions filters a list of customers.
type CustomerListOptions struct {
	// Keyword is searched in names and e-mail addresses.
	Keyword string
	// Email is a search term, with UseExactEmailMatch the whole address. Its
	// letter case is not documented: compare what comes without it.
	Email              string
	UseExactEmailMatch bool
	// CreatedFrom and CreatedTo restrict the registration, or the first order
	// of a guest. All four have a resolution of one second.
	CreatedFrom, CreatedTo, UpdatedFrom, UpdatedTo time.Time
	SortBy                                         CustomerSort
	Offset                                         int
	// Limit is the page size, 1 to MaxPageSize; 0 means MaxPageSize.
	Limit int
	// ResponseFields restricts the answer, for example
	// "total,items(id,email)".
	ResponseFields string
}

func (o *CustomerListOptions) listing() listing {
	l := newListing("GET /customers", "customers")
	if o == nil {
		return l
	}
	var f filters
	if o.UseExactEmailMatch && o.Email == "" {
		f.err = errors.New("UseExactEmailMatch needs Email")
	}
	f.text("keyword", o.Keyword)
	f.text("email", o.Email)
	f.on("useExactEmailMatch", o.UseExactEmailMatch)
	f.instant("createdFrom", o.CreatedFrom)
	f.instant("createdTo", o.CreatedTo)
	f.instant("updatedFrom", o.UpdatedFrom)
	f.instant("updatedTo", o.UpdatedTo)
	f.text("sortBy", string(o.SortBy))
	l.paged(f, o.Offset, o.Limit, o.ResponseFields)
	return l
}

// List returns one page of customers.
//
// Endpoint: GET /customers
// Scope: read_customers
func (s *CustomersService) List(ctx context.Context, opts *CustomerListOptions) (*Page[Customer], error) {
	l := opts.listing()
	return page[Customer](ctx, s.client, l, l.offset)
}

// All yields the customers of all pages from opts.Offset on. Nothing is sent
// before the first pull, each range starts anew, and an error comes once and
// last.
//
// Endpoint: GET /customers
// Scope: read_customers
func (s *CustomersService) All(ctx context.Context, opts *CustomerListOptions) iter.Seq2[Customer, error] {
	return all[Customer](ctx, s.client, opts.listing())
}

// Get returns one customer.
//
// Endpoint: GET /customers/{customerId}
// Scope: read_customers
func (s *CustomersService) Get(ctx context.Context, id CustomerID) (*Customer, error) {
	const op = "GET /customers/{customerId}"
	if err := positive("customer", id); err != nil {
		return nil, invalid(op, err)
	}
	return fetch[Customer](ctx, s.client, operation{op: op, path: []string{"customers", segment(id)}, safe: true})
}

// Create adds a customer. An e-mail address that is taken is ErrConflict.
//
// Endpoint: POST /customers
// Scope: create_customers
func (s *CustomersService) Create(ctx context.Context, customer CustomerCreate) (CustomerID, error) {
	o := operation{op: "POST /customers", path: []string{"customers"}, body: customer}
	answer, err := fetch[createAnswer[CustomerID]](ctx, s.client, o)
	if err != nil {
		return 0, err
	}
	return answer.ID, nil
}

// Update changes the fields of a customer that are present in update.
//
// Endpoint: PUT /customers/{customerId}
// Scope: read_customers, update_customers
func (s *CustomersService) Update(ctx context.Context, id CustomerID, update CustomerUpdate) (*UpdateResult, error) {
	const op = "PUT /customers/{customerId}"
	if err := positive("customer", id); err != nil {
		return nil, invalid(op, err)
	}
	o := operation{op: op, path: []string{"customers", segment(id)}, body: update, safe: true}
	answer, err := fetch[updateAnswer](ctx, s.client, o)
	if err != nil {
		return nil, err
	}
	return answer.result(), nil
}
