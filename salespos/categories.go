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

func (s *CategoryService) listing(opts *CategoryListOptions) listing[Category] {
	return listing[Category]{client: s.client, route: at("/categories"), query: opts.query()}
}

// List reads one page of categories.
//
// Endpoint: GET /categories
func (s *CategoryService) List(ctx context.Context, opts *CategoryListOptions) (*Page[Category], error) {
	return s.listing(opts).page(ctx)
}

// All yields the categories of all pages. It is lazy and may be ranged over
// again; an error is yielded last.
//
// Endpoint: GET /categories
func (s *CategoryService) All(ctx context.Context, opts *CategoryListOptions) iter.Seq2[Category, error] {
	return s.listing(opts).all(ctx)
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

// ProductCategory links a product to a category.
type ProductCategory struct {
	Href string            `json:"href"`
	ID   ProductCategoryID `json:"id"`
	// Position orders the product within the category.
	Position     *int       `json:"position"`
	ProductID    ProductID  `json:"product_id"`
	CategoryID   CategoryID `json:"category_id"`
	ProductHref  string     `json:"product_href"`
	CategoryHref string     `json:"category_href"`
}

// ProductCategoryCreate puts a product into a category. A link cannot be moved:
// delete it and make another one.
type ProductCategoryCreate struct {
	ProductID  ProductID  `json:"product_id"`
	CategoryID CategoryID `json:"category_id"`
	// Position absent puts the product last.
	Position Opt[int] `json:"position,omitzero"`
}

// ProductCategoryService links products and categories.
type ProductCategoryService service

// ListByProduct reads all links of a product; the API does not page them.
//
// Endpoint: GET /products/{id}/producttocategories
func (s *ProductCategoryService) ListByProduct(ctx context.Context, id ProductID) ([]ProductCategory, error) {
	return listing[ProductCategory]{client: s.client, route: atID("/products/{id}/producttocategories", id)}.slice(ctx)
}

// Create puts a product into a category. After ErrUnknownOutcome look for the
// link with ListByProduct.
//
// Endpoint: POST /producttocategories
func (s *ProductCategoryService) Create(ctx context.Context, link ProductCategoryCreate) (*ProductCategory, error) {
	return create[ProductCategory](ctx, s.client, at("/producttocategories"), link)
}

// Delete takes a product out of a category.
//
// Endpoint: DELETE /producttocategories/{id}
func (s *ProductCategoryService) Delete(ctx context.Context, id ProductCategoryID) error {
	return s.client.remove(ctx, atID("/producttocategories/{id}", id))
}
