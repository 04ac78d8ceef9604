package ecwid

import (
	"context"
	"iter"
	"time"
)

// DeletedService reads what was deleted. There is no such feed of categories,
// variations, product types and groups. How long the store remembers is not
// documented: compare everything from time to time.
type DeletedService service

// DeletedItem is a record that does not exist any more.
type DeletedItem struct {
	Extra
	// ID is the numeric id, of an order the internal number.
	ID   int64 `json:"id"`
	Date Time  `json:"date"`
	// OrderID is the public id, of orders only.
	OrderID OrderID `json:"orderId"`
}

// DeletedListOptions filters a list of deletions.
type DeletedListOptions struct {
	// From and To have a resolution of one second; whether they include their
	// second is not documented.
	From, To time.Time
	Offset   int
	// Limit is the page size, 1 to MaxPageSize; 0 means MaxPageSize.
	Limit int
	// ResponseFields restricts the answer, for example "total,items(id)".
	ResponseFields string
}

func (o *DeletedListOptions) listing(op, kind string) listing {
	l := newListing(op, kind+"/deleted")
	if o == nil {
		return l
	}
	var f filters
	f.instant("from_date", o.From)
	f.instant("to_date", o.To)
	l.paged(f, o.Offset, o.Limit, o.ResponseFields)
	return l
}

// Products returns one page of deleted products.
//
// Endpoint: GET /products/deleted
// Scope: read_store_profile, read_catalog
func (s *DeletedService) Products(ctx context.Context, opts *DeletedListOptions) (*Page[DeletedItem], error) {
	l := opts.listing("GET /products/deleted", "products")
	return page[DeletedItem](ctx, s.client, l, l.offset)
}

// AllProducts yields the deleted products of all pages from opts.Offset on.
// Nothing is sent before the first pull, each range starts anew, and an error
// comes once and last.
//
// Endpoint: GET /products/deleted
// Scope: read_store_profile, read_catalog
func (s *DeletedService) AllProducts(ctx context.Context, opts *DeletedListOptions) iter.Seq2[DeletedItem, error] {
	return all[DeletedItem](ctx, s.client, opts.listing("GET /products/deleted", "products"))
}

// Orders returns one page of deleted orders.
//
// Endpoint: GET /orders/deleted
// Scope: read_store_profile, read_orders
func (s *DeletedService) Orders(ctx context.Context, opts *DeletedListOptions) (*Page[DeletedItem], error) {
	l := opts.listing("GET /orders/deleted", "orders")
	return page[DeletedItem](ctx, s.client, l, l.offset)
}

// AllOrders yields the deleted orders of all pages as AllProducts does.
//
// Endpoint: GET /orders/deleted
// Scope: read_store_profile, read_orders
func (s *DeletedService) AllOrders(ctx context.Context, opts *DeletedListOptions) iter.Seq2[DeletedItem, error] {
	return all[DeletedItem](ctx, s.client, opts.listing("GET /orders/deleted", "orders"))
}

// Customers returns one page of deleted customers.
//
// Endpoint: GET /customers/deleted
// Scope: read_store_profile, read_customers
func (s *DeletedService) Customers(ctx context.Context, opts *DeletedListOptions) (*Page[DeletedItem], error) {
	l := opts.listing("GET /customers/deleted", "customers")
	return page[DeletedItem](ctx, s.client, l, l.offset)
}

// AllCustomers yields the deleted customers of all pages as AllProducts does.
//
// Endpoint: GET /customers/deleted
// Scope: read_store_profile, read_customers
func (s *DeletedService) AllCustomers(ctx context.Context, opts *DeletedListOptions) iter.Seq2[DeletedItem, error] {
	return all[DeletedItem](ctx, s.client, opts.listing("GET /customers/deleted", "customers"))
}

// Coupons returns one page of deleted discount coupons.
//
// Endpoint: GET /coupons/deleted
// Scope: read_store_profile, read_discount_coupons
func (s *DeletedService) Coupons(ctx context.Context, opts *DeletedListOptions) (*Page[DeletedItem], error) {
	l := opts.listing("GET /coupons/deleted", "coupons")
	return page[DeletedItem](ctx, s.client, l, l.offset)
}

// AllCoupons yields the deleted discount coupons of all pages as AllProducts
// does.
//
// Endpoint: GET /coupons/deleted
// Scope: read_store_profile, read_discount_coupons
func (s *DeletedService) AllCoupons(ctx context.Context, opts *DeletedListOptions) iter.Seq2[DeletedItem, error] {
	return all[DeletedItem](ctx, s.client, opts.listing("GET /coupons/deleted", "coupons"))
}

// Reviews returns one page of deleted product reviews.
//
// Endpoint: GET /reviews/deleted
// Scope: read_store_profile, read_reviews
func (s *DeletedService) Reviews(ctx context.Context, opts *DeletedListOptions) (*Page[DeletedItem], error) {
	l := opts.listing("GET /reviews/deleted", "reviews")
	return page[DeletedItem](ctx, s.client, l, l.offset)
}

// AllReviews yields the deleted product reviews of all pages as AllProducts
// does.
//
// Endpoint: GET /reviews/deleted
// Scope: read_store_profile, read_reviews
func (s *DeletedService) AllReviews(ctx context.Context, opts *DeletedListOptions) iter.Seq2[DeletedItem, error] {
	return all[DeletedItem](ctx, s.client, opts.listing("GET /reviews/deleted", "reviews"))
}
