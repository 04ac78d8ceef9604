package salespos

import (
	"context"
	"iter"

	"github.com/tillsync/tillsync/internal/rest"
)

// CategoryListOptions select a page of categories. nil and the zero value list
// all of them. The API offers no order.
type CategoryListOptions struct {
	// Start is the offset of the first category, Size the page size; 0 asks for
	// DefaultPageSize.
	Start, Size int
}

func (o *CategoryListOptions) query() *rest.Query {
	if o == nil {
		o = &CategoryListOptions{}
	}
	return pageQuery(o.Start, o.Size)
}

// CategoryService reads and writes categories.
type CategoryService service

func (s *CategoryService) listing(r route, opts *CategoryListOptions) listing[Category] {
	return listing[Category]{client: s.client, route: r, query: opts.query()}
}

// List reads one page of categories.
//
// Endpoint: GET /categories
func (s *CategoryService) List(ctx context.Context, opts *CategoryListOptions) (*Page[Category], error) {
	return s.listing(at("/categories"), opts).page(ctx)
}

// All yields the categories of all pages. It is lazy and may be ranged over
// again; an error is yielded last.
//
// Endpoint: GET /categories
func (s *CategoryService) All(ctx context.Context, opts *CategoryListOptions) iter.Seq2[Category, error] {
	return s.listing(at("/categories"), opts).all(ctx)
}

// ListByParent reads one page of the categories directly below another one.
//
// Endpoint: GET /categories/{id}/categories
func (s *CategoryService) ListByParent(ctx context.Context, id CategoryID, opts *CategoryListOptions) (*Page[Category], error) {
	return s.listing(atID("/categories/{id}/categories", id), opts).page(ctx)
}

// AllByParent yields the categories directly below another one; see All.
//
// Endpoint: GET /categories/{id}/categories
func (s *CategoryService) AllByParent(ctx context.Context, id CategoryID, opts *CategoryListOptions) iter.Seq2[Category, error] {
	return s.listing(atID("/categories/{id}/categories", id), opts).all(ctx)
}

// Get reads one category.
//
// Endpoint: GET /categories/{id}
func (s *CategoryService) Get(ctx context.Context, id CategoryID) (*Category, error) {
	return getRecord[Category](ctx, s.client, atID("/categories/{id}", id), nil)
}

// Tree reads the tree of all categories in one call.
//
// Endpoint: GET /categorytree
func (s *CategoryService) Tree(ctx context.Context) (*CategoryTree, error) {
	return get[CategoryTree](ctx, s.client, at("/categorytree"), nil)
}

// Create makes a category. Names are not unique: look for one with the same
// parent first, also after ErrUnknownOutcome.
//
// Endpoint: POST /categories
func (s *CategoryService) Create(ctx context.Context, category CategoryCreate) (*Category, error) {
	return create[Category](ctx, s.client, at("/categories"), category)
}

// Update changes the fields that are set.
//
// Endpoint: PATCH /categories/{id}
func (s *CategoryService) Update(ctx context.Context, id CategoryID, change CategoryUpdate) error {
	return s.client.update(ctx, atID("/categories/{id}", id), change, true)
}

// Delete removes a category.
//
// Endpoint: DELETE /categories/{id}
func (s *CategoryService) Delete(ctx context.Context, id CategoryID) error {
	return s.client.remove(ctx, atID("/categories/{id}", id))
}
