package salespos

import "context"

// ProductCategory links a product to a category.
type ProductCategory struct {
	Extra
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

// ProductCategoryUpdate moves a product within its category.
type ProductCategoryUpdate struct {
	Position Opt[int] `json:"position,omitzero"`
}

// IsZero reports that nothing is set: such an update is not worth a request.
func (u ProductCategoryUpdate) IsZero() bool { return u == ProductCategoryUpdate{} }

// ProductCategoryService links products and categories.
type ProductCategoryService service

// ListByProduct reads all links of a product; the API does not page them.
//
// Endpoint: GET /products/{id}/producttocategories
func (s *ProductCategoryService) ListByProduct(ctx context.Context, id ProductID) ([]ProductCategory, error) {
	return listing[ProductCategory]{client: s.client, route: atID("/products/{id}/producttocategories", id)}.slice(ctx)
}

// ListByCategory reads all links of a category; the API does not page them.
//
// Endpoint: GET /categories/{id}/producttocategories
func (s *ProductCategoryService) ListByCategory(ctx context.Context, id CategoryID) ([]ProductCategory, error) {
	return listing[ProductCategory]{client: s.client, route: atID("/categories/{id}/producttocategories", id)}.slice(ctx)
}

// Get reads one link.
//
// Endpoint: GET /producttocategories/{id}
func (s *ProductCategoryService) Get(ctx context.Context, id ProductCategoryID) (*ProductCategory, error) {
	return getRecord[ProductCategory](ctx, s.client, atID("/producttocategories/{id}", id), nil)
}

// Create puts a product into a category. After ErrUnknownOutcome look for the
// link with ListByProduct.
//
// Endpoint: POST /producttocategories
func (s *ProductCategoryService) Create(ctx context.Context, link ProductCategoryCreate) (*ProductCategory, error) {
	return create[ProductCategory](ctx, s.client, at("/producttocategories"), link)
}

// Update moves a product within its category.
//
// Endpoint: PATCH /producttocategories/{id}
func (s *ProductCategoryService) Update(ctx context.Context, id ProductCategoryID, change ProductCategoryUpdate) error {
	return s.client.update(ctx, atID("/producttocategories/{id}", id), change, true)
}

// Delete takes a product out of a category.
//
// Endpoint: DELETE /producttocategories/{id}
func (s *ProductCategoryService) Delete(ctx context.Context, id ProductCategoryID) error {
	return s.client.remove(ctx, atID("/producttocategories/{id}", id))
}
