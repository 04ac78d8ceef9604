package salespos

import (
	"context"
	"iter"
)

// ListByBrand reads one page of the products of a brand.
//
// Endpoint: GET /brands/{id}/products
func (s *ProductService) ListByBrand(ctx context.Context, id BrandID, opts *ProductListOptions) (*Page[Product], error) {
	return s.listing(atID("/brands/{id}/products", id), opts).page(ctx)
}

// AllByBrand yields the products of a brand; see All.
//
// Endpoint: GET /brands/{id}/products
func (s *ProductService) AllByBrand(ctx context.Context, id BrandID, opts *ProductListOptions) iter.Seq2[Product, error] {
	return s.listing(atID("/brands/{id}/products", id), opts).all(ctx)
}

// ListByCategory reads one page of the products in a category.
//
// Endpoint: GET /categories/{id}/products
func (s *ProductService) ListByCategory(ctx context.Context, id CategoryID, opts *ProductListOptions) (*Page[Product], error) {
	return s.listing(atID("/categories/{id}/products", id), opts).page(ctx)
}

// AllByCategory yields the products in a category; see All.
//
// Endpoint: GET /categories/{id}/products
func (s *ProductService) AllByCategory(ctx context.Context, id CategoryID, opts *ProductListOptions) iter.Seq2[Product, error] {
	return s.listing(atID("/categories/{id}/products", id), opts).all(ctx)
}

// ListByCondition reads one page of the products with a condition.
//
// Endpoint: GET /conditions/{id}/products
func (s *ProductService) ListByCondition(ctx context.Context, id ConditionID, opts *ProductListOptions) (*Page[Product], error) {
	return s.listing(atID("/conditions/{id}/products", id), opts).page(ctx)
}

// AllByCondition yields the products with a condition; see All.
//
// Endpoint: GET /conditions/{id}/products
func (s *ProductService) AllByCondition(ctx context.Context, id ConditionID, opts *ProductListOptions) iter.Seq2[Product, error] {
	return s.listing(atID("/conditions/{id}/products", id), opts).all(ctx)
}

// ListBySupplier reads one page of the products of a supplier.
//
// Endpoint: GET /suppliers/{id}/products
func (s *ProductService) ListBySupplier(ctx context.Context, id SupplierID, opts *ProductListOptions) (*Page[Product], error) {
	return s.listing(atID("/suppliers/{id}/products", id), opts).page(ctx)
}

// AllBySupplier yields the products of a supplier; see All.
//
// Endpoint: GET /suppliers/{id}/products
func (s *ProductService) AllBySupplier(ctx context.Context, id SupplierID, opts *ProductListOptions) iter.Seq2[Product, error] {
	return s.listing(atID("/suppliers/{id}/products", id), opts).all(ctx)
}

// ListByWebshop reads one page of the products of a shop, which can be a child of a multishop.
//
// Endpoint: GET /webshops/{id}/products
func (s *ProductService) ListByWebshop(ctx context.Context, id WebshopID, opts *ProductListOptions) (*Page[Product], error) {
	return s.listing(atID("/webshops/{id}/products", id), opts).page(ctx)
}

// AllByWebshop yields the products of a shop, which can be a child of a multishop; see All.
//
// Endpoint: GET /webshops/{id}/products
func (s *ProductService) AllByWebshop(ctx context.Context, id WebshopID, opts *ProductListOptions) iter.Seq2[Product, error] {
	return s.listing(atID("/webshops/{id}/products", id), opts).all(ctx)
}
