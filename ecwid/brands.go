package ecwid

import (
	"context"
	"iter"
)

// BrandsService reads the brands: the values of the attribute of type BRAND.
// They have no ids and cannot be written; change the products.
type BrandsService service

// Brand is one brand.
type Brand struct {
	Extra
	Name           string  `json:"name"`
	NameTranslated TextMap `json:"nameTranslated"`
	// ProductsURL leads to the products of the brand in the shop.
	ProductsURL string `json:"productsFilteredByBrandUrl"`
}

// BrandSort is an order of brands.
type BrandSort string

// Values of BrandSort; the store's default is the first.
const (
	BrandsByCountDesc BrandSort = "PRODUCT_COUNT_DESC"
	BrandsByCountAsc  BrandSort = "PRODUCT_COUNT_ASC"
	BrandsByNameAsc   BrandSort = "NAME_ASC"
	BrandsByNameDesc  BrandSort = "NAME_DESC"
)

// BrandListOptions filters a list of brands.
type BrandListOptions struct {
	// Hidden includes brands that the shop does not show.
	Hidden bool
	SortBy BrandSort
	// Lang, BaseURL and CleanURLs are explained at ReadOptions.
	Lang      string
	BaseURL   string
	CleanURLs *bool
	Offset    int
	// Limit is the page size, 1 to MaxPageSize; 0 means MaxPageSize.
	Limit int
	// ResponseFields restricts the answer, for example "total,items(name)".
	ResponseFields string
}

func (o *BrandListOptions) listing() listing {
	l := newListing("GET /brands", "brands")
	if o == nil {
		return l
	}
	var f filters
	// The documents and the vendor's client spell it differently.
	f.on("hidden_brands", o.Hidden)
	f.on("hiddenBrands", o.Hidden)
	f.text("sortBy", string(o.SortBy))
	f.text("lang", o.Lang)
	f.text("baseUrl", o.BaseURL)
	f.flag("cleanURLs", o.CleanURLs)
	l.paged(f, o.Offset, o.Limit, o.ResponseFields)
	return l
}

// List returns one page of brands.
//
// Endpoint: GET /brands
// Scope: read_brands
func (s *BrandsService) List(ctx context.Context, opts *BrandListOptions) (*Page[Brand], error) {
	l := opts.listing()
	return page[Brand](ctx, s.client, l, l.offset)
}

// All yields the brands of all pages from opts.Offset on. Nothing is sent
// before the first pull, each range starts anew, and an error comes once and
// last.
//
// Endpoint: GET /brands
// Scope: read_brands
func (s *BrandsService) All(ctx context.Context, opts *BrandListOptions) iter.Seq2[Brand, error] {
	return all[Brand](ctx, s.client, opts.listing())
}
