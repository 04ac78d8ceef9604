package ecwid

import (
	"context"
	"errors"
	"iter"
	"time"
)

// ProductsService reads and writes products.
type ProductsService service

// ProductSort is an order of products.
type ProductSort string

// Values of ProductSort. A pass over changes needs one of the first two.
const (
	ByUpdatedTimeAsc  ProductSort = "UPDATED_TIME_ASC"
	ByAddedTimeAsc    ProductSort = "ADDED_TIME_ASC"
	ByUpdatedTimeDesc ProductSort = "UPDATED_TIME_DESC"
	ByAddedTimeDesc   ProductSort = "ADDED_TIME_DESC"
	ByNameAsc         ProductSort = "NAME_ASC"
	ByNameDesc        ProductSort = "NAME_DESC"
	ByPriceAsc        ProductSort = "PRICE_ASC"
	ByPriceDesc       ProductSort = "PRICE_DESC"
	ByRelevance       ProductSort = "RELEVANCE" // with Keyword
	ByStoreOwner      ProductSort = "DEFINED_BY_STORE_OWNER"
)

// ProductListOptions filters a list of products; the filters combine with AND.
// Lists are served from an index that lags behind writes by up to minutes, but
// not when they are asked for ProductIDs.
type ProductListOptions struct {
	// ProductIDs are exact; every other filter is ignored then.
	ProductIDs []ProductID
	// SKU is an exact SKU of a product or of one of its variations; the other
	// filters are ignored then.
	SKU string
	// ExternalReferenceID is that of a product or of one of its variations.
	ExternalReferenceID string
	// Keyword is searched in names, descriptions, SKUs, options and attributes.
	Keyword string
	// CreatedFrom and the three after it have a resolution of one second;
	// whether they include their second is not documented.
	CreatedFrom, CreatedTo, UpdatedFrom, UpdatedTo time.Time
	// Enabled nil gives enabled and disabled products.
	Enabled *bool
	SortBy  ProductSort
	Offset  int
	// Limit is the page size, 1 to MaxPageSize; 0 means MaxPageSize.
	Limit int
	// ResponseFields restricts the answer, for example
	// "total,items(id,sku,quantity)".
	ResponseFields string
}

func (o *ProductListOptions) listing() listing {
	l := newListing("GET /products", "products")
	if o == nil {
		return l
	}
	var f filters
	list(&f, "productId", o.ProductIDs)
	f.text("sku", o.SKU)
	f.text("externalReferenceId", o.ExternalReferenceID)
	f.text("keyword", o.Keyword)
	f.instant("createdFrom", o.CreatedFrom)
	f.instant("createdTo", o.CreatedTo)
	f.instant("updatedFrom", o.UpdatedFrom)
	f.instant("updatedTo", o.UpdatedTo)
	f.flag("enabled", o.Enabled)
	f.text("sortBy", string(o.SortBy))
	l.paged(f, o.Offset, o.Limit, o.ResponseFields)
	return l
}

// WriteOptions changes how a product is written.
type WriteOptions struct {
	// SaveCombinations makes Create store the variations of its body, which
	// are ignored otherwise.
	SaveCombinations bool
	// ReturnItem asks for the product as it is stored. An update returns it; a
	// create may do so or not.
	ReturnItem bool
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
	const op = "GET /products/{productId}"
	if err := positive("product", id); err != nil {
		return nil, invalid(op, err)
	}
	o := operation{op: op, path: []string{"products", segment(id)}, safe: true}
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
	o := operation{op: op, path: []string{"products"}, query: opts.query(), body: product}
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
	const op = "PUT /products/{productId}"
	if err := positive("product", id); err != nil {
		return nil, invalid(op, err)
	}
	if opts == nil {
		opts = &WriteOptions{}
	}
	if opts.SaveCombinations {
		return nil, invalid(op, errors.New("SaveCombinations belongs to Create; update variations with Combinations.Update"))
	}
	o := operation{op: op, path: []string{"products", segment(id)}, query: opts.query(), body: update, safe: true}
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
	const op = "DELETE /products/{productId}"
	if err := positive("product", id); err != nil {
		return invalid(op, err)
	}
	o := operation{op: op, path: []string{"products", segment(id)}, safe: true}
	_, err := fetch[deleteAnswer](ctx, s.client, o)
	if errors.Is(err, ErrNotFound) {
		return nil
	}
	return err
}
