package salespos

import (
	"context"
	"iter"
	"slices"

	"github.com/tillsync/tillsync/internal/rest"
)

// ProductService reads and writes products.
type ProductService service

// ProductOrder is a sort order of products.
type ProductOrder string

// The sort orders of products.
const (
	ProductsByCreated      ProductOrder = "createdate"
	ProductsByCreatedDesc  ProductOrder = "createdate_desc"
	ProductsByID           ProductOrder = "id"
	ProductsByIDDesc       ProductOrder = "id_desc"
	ProductsByModified     ProductOrder = "modifydate"
	ProductsByModifiedDesc ProductOrder = "modifydate_desc"
	ProductsByName         ProductOrder = "name"
	ProductsByNameDesc     ProductOrder = "name_desc"
)

// ProductListOptions select and sort products. nil and the zero value list all
// of them, active or not.
type ProductListOptions struct {
	// Start is the offset of the first product, Size the page size; 0 asks for
	// DefaultPageSize.
	Start, Size int
	// ProductNumber, EANNumber and MPNNumber match exactly.
	ProductNumber string
	EANNumber     string
	MPNNumber     string
	// Active nil lists both.
	Active *bool
	// OrderBy "" leaves the order to the server, and pages may overlap.
	OrderBy ProductOrder
	Expand  []ProductExpand
}

func (o *ProductListOptions) query() *rest.Query {
	if o == nil {
		o = &ProductListOptions{}
	}
	query := pageQuery(o.Start, o.Size)
	addText(query, "productnumber", o.ProductNumber)
	addText(query, "eannumber", o.EANNumber)
	addText(query, "mpnnumber", o.MPNNumber)
	addFlag(query, "active", o.Active)
	expandQuery(query, o.Expand)
	addText(query, "orderby", o.OrderBy)
	return query
}

func (s *ProductService) listing(opts *ProductListOptions) listing[Product] {
	var asked []ProductExpand
	if opts != nil {
		asked = slices.Clone(opts.Expand)
	}
	return listing[Product]{
		client: s.client,
		route:  at("/products"),
		query:  opts.query(),
		finish: func(p *Product) { p.markExpanded(asked) },
	}
}

// List reads one page of products.
//
// Endpoint: GET /products
func (s *ProductService) List(ctx context.Context, opts *ProductListOptions) (*Page[Product], error) {
	return s.listing(opts).page(ctx)
}

// All yields the products of all pages from opts.Start on. It is lazy and may be
// ranged over again; an error is yielded last. Without a stable OrderBy, or
// while products change, a product may come twice or not at all.
//
// Endpoint: GET /products
func (s *ProductService) All(ctx context.Context, opts *ProductListOptions) iter.Seq2[Product, error] {
	return s.listing(opts).all(ctx)
}

// Get reads one product with the named sub-resources.
//
// Endpoint: GET /products/{id}
func (s *ProductService) Get(ctx context.Context, id ProductID, expand ...ProductExpand) (*Product, error) {
	query := new(rest.Query)
	expandQuery(query, expand)
	product, err := getRecord[Product](ctx, s.client, atID("/products/{id}", id), query)
	if err != nil {
		return nil, err
	}
	product.markExpanded(expand)
	return product, nil
}

// Create makes a product. ErrProductLimit says that the subscription is full;
// after ErrUnknownOutcome look for the product before creating it again.
//
// Endpoint: POST /products
func (s *ProductService) Create(ctx context.Context, product ProductCreate) (*Product, error) {
	return create[Product](ctx, s.client, at("/products"), product)
}

// Update changes the fields that are set. Texts are written in the language of
// WithLanguage.
//
// Endpoint: PATCH /products/{id}
func (s *ProductService) Update(ctx context.Context, id ProductID, change ProductUpdate) error {
	return s.client.update(ctx, atID("/products/{id}", id), change, true)
}

// Delete removes a product; whether it can be restored is unknown. Setting
// ProductFields.Active to false keeps it.
//
// Endpoint: DELETE /products/{id}
func (s *ProductService) Delete(ctx context.Context, id ProductID) error {
	return s.client.remove(ctx, atID("/products/{id}", id))
}
