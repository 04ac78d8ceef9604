package ecwid

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"github.com/tillsync/tillsync/internal/rest"
)

// ProductsService reads and writes products.
type ProductsService service

// WriteOptions changes how a product is written.
type WriteOptions struct {
	// SaveCombinations makes Create store the variations of its body, which
	// are ignored otherwise.
	SaveCombinations bool
	// ReturnItem asks for the product as it is stored. An update returns it; a
	// create may do so or not.
	ReturnItem bool
	// ItemFields restricts the product of ReturnItem, for example "id,sku".
	ItemFields string
	// NotifyLowStock sends the mail to the merchant when the stock falls to
	// the warning limit.
	NotifyLowStock bool
}

// query has the parameters of a write; answer is what it returns beside the item.
func (o *WriteOptions) query(answer string) rest.Query {
	var f filters
	f.on("saveCombinations", o.SaveCombinations)
	f.on("returnItem", o.ReturnItem)
	f.on("checkLowStockNotification", o.NotifyLowStock)
	if o.ItemFields != "" {
		f.text("responseFields", fmt.Sprintf("%s,item(%s)", answer, o.ItemFields))
	}
	return f.query
}

// ProductResult is the answer to a create or an update.
type ProductResult struct {
	ID ProductID
	// Count is 1, for an update also 0 when nothing changed or the product is
	// gone; which of the two is not documented.
	Count int
	// Item is the stored product; nil when it was not asked for or not sent.
	Item *Product
}

// List returns one page of products.
//
// Endpoint: GET /products
// Scope: read_catalog
func (s *ProductsService) List(ctx context.Context, opts *ProductListOptions) (*Page[Product], error) {
	l := opts.listing()
	return page[Product](ctx, s.client, l, l.offset)
}

// All yields the products of all pages from opts.Offset on. Nothing is sent
// before the first pull, each range starts anew, and an error comes once and
// last. Pages shift while products change: freeze the window with UpdatedTo and
// sort by time.
//
// Endpoint: GET /products
// Scope: read_catalog
func (s *ProductsService) All(ctx context.Context, opts *ProductListOptions) iter.Seq2[Product, error] {
	return all[Product](ctx, s.client, opts.listing())
}

// Get returns one product. It sees writes at once, unlike a list.
//
// Endpoint: GET /products/{productId}
// Scope: read_catalog
func (s *ProductsService) Get(ctx context.Context, id ProductID, opts ...ReadOptions) (*Product, error) {
	o, err := productCall("GET /products/{productId}", id)
	if err != nil {
		return nil, err
	}
	return fetch[Product](ctx, s.client, o.read(opts))
}

// Create adds a product. A SKU or external id that is taken is ErrConflict, a
// full plan ErrProductLimit. After ErrUnknownOutcome look for the SKU, or for
// the external id, before sending it again, and allow for the lag of the index.
//
// Endpoint: POST /products
// Scope: create_catalog
func (s *ProductsService) Create(ctx context.Context, product ProductCreate, opts *WriteOptions) (*ProductResult, error) {
	const op = "POST /products"
	if opts == nil {
		opts = &WriteOptions{}
	}
	if len(product.Combinations) > 0 && !opts.SaveCombinations {
		return nil, invalid(op, errors.New("combinations are ignored by the store without WriteOptions.SaveCombinations"))
	}
	o := operation{op: op, path: []string{"products"}, query: opts.query("id"), body: product}
	answer, err := fetch[createAnswer[ProductID]](ctx, s.client, o)
	if err != nil {
		return nil, err
	}
	return &ProductResult{ID: answer.ID, Count: 1, Item: answer.Item}, nil
}

// Update changes the fields of a product that are present in update.
// SaveCombinations is refused: it would replace all variations by none.
//
// Endpoint: PUT /products/{productId}
// Scope: update_catalog
func (s *ProductsService) Update(ctx context.Context, id ProductID, update ProductUpdate, opts *WriteOptions) (*ProductResult, error) {
	o, err := productCall("PUT /products/{productId}", id)
	if err != nil {
		return nil, err
	}
	if opts == nil {
		opts = &WriteOptions{}
	}
	if opts.SaveCombinations {
		return nil, invalid(o.op, errors.New("SaveCombinations belongs to Create; update variations with Combinations.Update"))
	}
	o.query, o.body = opts.query("updateCount"), update
	answer, err := fetch[updateAnswer](ctx, s.client, o)
	if err != nil {
		return nil, err
	}
	return &ProductResult{ID: id, Count: *answer.UpdateCount, Item: answer.Item}, nil
}

// Delete removes a product. One that does not exist is no error, so that a
// delete can be repeated.
//
// Endpoint: DELETE /products/{productId}
// Scope: update_catalog
func (s *ProductsService) Delete(ctx context.Context, id ProductID) error {
	o, err := productCall("DELETE /products/{productId}", id)
	if err != nil {
		return err
	}
	_, err = s.client.remove(ctx, o)
	return err
}
