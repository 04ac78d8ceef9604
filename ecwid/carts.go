package ecwid

import (
	"context"
	"errors"
	"iter"
	"time"
)

// CartsService reads and writes abandoned carts.
type CartsService service

// CartListOptions filters a list of carts.
type CartListOptions struct {
	// ShowHidden false leaves out carts that were removed in the control panel.
	ShowHidden         *bool
	TotalFrom, TotalTo *Amount
	// CreatedFrom and the three after it have a resolution of one second;
	// whether they include their second is not documented.
	CreatedFrom, CreatedTo, UpdatedFrom, UpdatedTo time.Time
	Email                                          string
	CustomerID                                     CustomerID
	Offset                                         int
	// Limit is the page size, 1 to MaxPageSize; 0 means MaxPageSize.
	Limit int
	// ResponseFields restricts the answer, for example
	// "total,items(cartId,total)".
	ResponseFields string
}

func (o *CartListOptions) listing() listing {
	l := newListing("GET /carts", "carts")
	if o == nil {
		return l
	}
	var f filters
	f.flag("showHidden", o.ShowHidden)
	f.amount("totalFrom", o.TotalFrom)
	f.amount("totalTo", o.TotalTo)
	f.instant("createdFrom", o.CreatedFrom)
	f.instant("createdTo", o.CreatedTo)
	f.instant("updatedFrom", o.UpdatedFrom)
	f.instant("updatedTo", o.UpdatedTo)
	f.text("email", o.Email)
	if o.CustomerID != 0 {
		f.text("customerId", segment(o.CustomerID))
	}
	l.paged(f, o.Offset, o.Limit, o.ResponseFields)
	return l
}

// List returns one page of carts.
//
// Endpoint: GET /carts
// Scope: read_orders
func (s *CartsService) List(ctx context.Context, opts *CartListOptions) (*Page[Cart], error) {
	l := opts.listing()
	return page[Cart](ctx, s.client, l, l.offset)
}

// All yields the carts of all pages from opts.Offset on. Nothing is sent before
// the first pull, each range starts anew, and an error comes once and last.
//
// Endpoint: GET /carts
// Scope: read_orders
func (s *CartsService) All(ctx context.Context, opts *CartListOptions) iter.Seq2[Cart, error] {
	return all[Cart](ctx, s.client, opts.listing())
}

// Get returns one cart.
//
// Endpoint: GET /carts/{cartId}
// Scope: read_orders
func (s *CartsService) Get(ctx context.Context, id CartID, opts ...ReadOptions) (*Cart, error) {
	o, err := cartCall("GET /carts/{cartId}", id)
	if err != nil {
		return nil, err
	}
	return fetch[Cart](ctx, s.client, o.read(opts))
}

// Update changes the fields of a cart that are present in update.
//
// Endpoint: PUT /carts/{cartId}
// Scope: update_orders
func (s *CartsService) Update(ctx context.Context, id CartID, update CartUpdate) (*UpdateResult, error) {
	o, err := cartCall("PUT /carts/{cartId}", id)
	if err != nil {
		return nil, err
	}
	o.body = update
	return s.client.update(ctx, o)
}

// Place makes an order of a cart.
//
// Endpoint: POST /carts/{cartId}/place
// Scope: create_orders
func (s *CartsService) Place(ctx context.Context, id CartID) (*OrderResult, error) {
	o, err := cartCall("POST /carts/{cartId}/place", id, "place")
	if err != nil {
		return nil, err
	}
	o.safe = false
	answer, err := fetch[placeAnswer](ctx, s.client, o)
	if err != nil {
		return nil, err
	}
	result := &OrderResult{ID: answer.PublicID, InternalID: answer.Number}
	if result.ID == "" {
		result.ID = answer.ID
	}
	return result, nil
}

// cartCall is a repeatable call for one cart, or for what is below it, without a
// body.
func cartCall(op string, id CartID, below ...string) (operation, error) {
	if id == "" {
		return operation{}, invalid(op, errors.New("the cart id is empty"))
	}
	return operation{op: op, path: append([]string{"carts", string(id)}, below...), safe: true}, nil
}
