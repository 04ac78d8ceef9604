package salespos

import "context"

// Brand is a brand of products.
type Brand struct {
	Extra
	Href string  `json:"href"`
	ID   BrandID `json:"id"`
	// Name is unique in the shop.
	Name     string `json:"name"`
	Products Link   `json:"products"`
	Parent   Link   `json:"parent"`
}

// BrandCreate is the body of a new brand.
type BrandCreate struct {
	Name string `json:"name"`
}

// BrandUpdate renames a brand; the name is required.
type BrandUpdate struct {
	Name string `json:"name"`
}

// IsZero reports that nothing is set: such an update is not worth a request.
func (u BrandUpdate) IsZero() bool { return u == BrandUpdate{} }

// BrandService reads and writes brands.
type BrandService service

// List reads all brands; the API does not page them.
//
// Endpoint: GET /brands
func (s *BrandService) List(ctx context.Context) ([]Brand, error) {
	return listing[Brand]{client: s.client, route: at("/brands")}.slice(ctx)
}

// Get reads one brand.
//
// Endpoint: GET /brands/{id}
func (s *BrandService) Get(ctx context.Context, id BrandID) (*Brand, error) {
	return getRecord[Brand](ctx, s.client, atID("/brands/{id}", id), nil)
}

// Create makes a brand. ErrConflict says that the name is taken; after
// ErrUnknownOutcome look for the name in List.
//
// Endpoint: POST /brands
func (s *BrandService) Create(ctx context.Context, brand BrandCreate) (*Brand, error) {
	return create[Brand](ctx, s.client, at("/brands"), brand)
}

// Update renames a brand. ErrConflict says that the name is taken.
//
// Endpoint: PATCH /brands/{id}
func (s *BrandService) Update(ctx context.Context, id BrandID, change BrandUpdate) error {
	return s.client.update(ctx, atID("/brands/{id}", id), change, true)
}

// Delete removes a brand.
//
// Endpoint: DELETE /brands/{id}
func (s *BrandService) Delete(ctx context.Context, id BrandID) error {
	return s.client.remove(ctx, atID("/brands/{id}", id))
}
