package salespos

import (
	"context"
	"iter"
	"slices"
	"strconv"

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

// The values of ProductListOptions.Color that are no colour.
const (
	ColorMulti       = "multicolor"
	ColorTransparent = "transparent"
	// ColorNone selects products without a colour.
	ColorNone = "null"
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
	// Name matches a part of the name, of at least three characters.
	Name string
	// Prices and discounts are per unit; the sell price is what the shopper
	// pays, price less discount. The bounds of all ranges are in them; nil is
	// no bound.
	MinPrice, MaxPrice         *Amount
	MinDiscount, MaxDiscount   *Amount
	MinSellPrice, MaxSellPrice *Amount
	// Stock matches exactly, nil any stock.
	Stock              *int
	MinStock, MaxStock *Amount
	// Quantity selects nothing: it is what Product.ShippingCosts are
	// calculated for.
	Quantity *Amount
	// Color is "#rrggbb" or one of ColorMulti, ColorTransparent and ColorNone.
	Color string
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
	addText(query, "productname", o.Name)
	o.addRanges(query)
	addText(query, "color", o.Color)
	addFlag(query, "active", o.Active)
	expandQuery(query, o.Expand)
	addText(query, "orderby", o.OrderBy)
	return query
}

// addRanges adds the filters that are numbers.
func (o *ProductListOptions) addRanges(query *rest.Query) {
	addAmount(query, "minprice", o.MinPrice)
	addAmount(query, "maxprice", o.MaxPrice)
	addAmount(query, "mindiscount", o.MinDiscount)
	addAmount(query, "maxdiscount", o.MaxDiscount)
	addAmount(query, "minsellprice", o.MinSellPrice)
	addAmount(query, "maxsellprice", o.MaxSellPrice)
	if o.Stock != nil {
		query.Add("stock", strconv.Itoa(*o.Stock))
	}
	addAmount(query, "minstock", o.MinStock)
	addAmount(query, "maxstock", o.MaxStock)
	addAmount(query, "quantity", o.Quantity)
}

func (s *ProductService) listing(r route, opts *ProductListOptions) listing[Product] {
	var asked []ProductExpand
	if opts != nil {
		asked = slices.Clone(opts.Expand)
	}
	return listing[Product]{
		client: s.client,
		route:  r,
		query:  opts.query(),
		finish: func(p *Product) { p.markExpanded(asked) },
	}
}

// List reads one page of products.
//
// Endpoint: GET /products
func (s *ProductService) List(ctx context.Context, opts *ProductListOptions) (*Page[Product], error) {
	return s.listing(at("/products"), opts).page(ctx)
}

// All yields the products of all pages from opts.Start on. It is lazy and may be
// ranged over again; an error is yielded last. Without a stable OrderBy, or
// while products change, a product may come twice or not at all.
//
// Endpoint: GET /products
func (s *ProductService) All(ctx context.Context, opts *ProductListOptions) iter.Seq2[Product, error] {
	return s.listing(at("/products"), opts).all(ctx)
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
