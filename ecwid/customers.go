package ecwid

import (
	"context"
	"iter"
)

// CustomersService reads and writes customers. Its lists see writes at once.
type CustomersService service

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
func (s *CustomersService) Get(ctx context.Context, id CustomerID, opts ...ReadOptions) (*Customer, error) {
	o, err := customerCall("GET /customers/{customerId}", id)
	if err != nil {
		return nil, err
	}
	return fetch[Customer](ctx, s.client, o.read(opts))
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
	o, err := customerCall("PUT /customers/{customerId}", id)
	if err != nil {
		return nil, err
	}
	o.body = update
	return s.client.update(ctx, o)
}

// Delete removes a customer; the orders stay. One that does not exist is no
// error.
//
// Endpoint: DELETE /customers/{customerId}
// Scope: read_customers, update_customers
func (s *CustomersService) Delete(ctx context.Context, id CustomerID) error {
	o, err := customerCall("DELETE /customers/{customerId}", id)
	if err != nil {
		return err
	}
	_, err = s.client.remove(ctx, o)
	return err
}

// customerCall is a repeatable call for one customer, or for what is below it,
// without a body.
func customerCall(op string, id CustomerID, below ...string) (operation, error) {
	if err := positive("customer", id); err != nil {
		return operation{}, invalid(op, err)
	}
	return operation{op: op, path: append([]string{"customers", segment(id)}, below...), safe: true}, nil
}
