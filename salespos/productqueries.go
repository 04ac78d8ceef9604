package salespos

import (
	"context"
	"iter"

	"github.com/tillsync/tillsync/internal/rest"
)

// ProductQueryOptions say what to look for; at least one number has to be
// given. All match exactly.
type ProductQueryOptions struct {
	// Start is the offset of the first product, Size the page size; 0 asks for
	// DefaultPageSize.
	Start, Size int
	// ProductNumber and EANNumber are looked for in products and combinations.
	ProductNumber string
	EANNumber     string
	// MPNNumber is looked for in products only, SKUNumber in combinations only.
	MPNNumber string
	SKUNumber string
}

func (o ProductQueryOptions) query() *rest.Query {
	query := pageQuery(o.Start, o.Size)
	addText(query, "productnumber", o.ProductNumber)
	addText(query, "eannumber", o.EANNumber)
	addText(query, "mpnnumber", o.MPNNumber)
	addText(query, "skunumber", o.SKUNumber)
	return query
}

// ProductQueryService finds products by a number that was scanned. The API
// allows 30 such calls a minute: too few to read a catalogue with.
type ProductQueryService service

func (s *ProductQueryService) listing(opts ProductQueryOptions) listing[Product] {
	return listing[Product]{client: s.client, route: at("/productqueries"), query: opts.query()}
}

// List reads one page of the products with the numbers. When a combination has
// the number, Product.AttributeCombinations.Collection has it and no other one;
// Expanded stays false, since the list is not complete.
//
// Endpoint: GET /productqueries
func (s *ProductQueryService) List(ctx context.Context, opts ProductQueryOptions) (*Page[Product], error) {
	return s.listing(opts).page(ctx)
}

// All yields the products of all pages; see List. It is lazy and may be ranged
// over again; an error is yielded last.
//
// Endpoint: GET /productqueries
func (s *ProductQueryService) All(ctx context.Context, opts ProductQueryOptions) iter.Seq2[Product, error] {
	return s.listing(opts).all(ctx)
}
