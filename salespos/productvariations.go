package salespos

import "context"

// ProductVariation links two separate products, such as one article in two
// colours. Variants within a product are AttributeCombinations.
type ProductVariation struct {
	Extra
	Href        string             `json:"href"`
	ID          ProductVariationID `json:"id"`
	VariationID ProductID          `json:"product_variation_id"`
	// VariationHref is the URL of the linked product.
	VariationHref string `json:"product_variation_href"`
	// AutoCreated links come from equal product numbers; they cannot be deleted.
	AutoCreated bool `json:"auto_created"`
	Active      bool `json:"active"`
	Parent      Link `json:"parent"`
}

// ProductVariationCreate links a product to another one; both fields are
// required. The link counts in both directions.
type ProductVariationCreate struct {
	VariationID ProductID `json:"product_variation_id"`
	Active      bool      `json:"active"`
}

// ProductVariationUpdate shows or hides a link; Active is required.
type ProductVariationUpdate struct {
	Active bool `json:"active"`
}

// ProductVariationService reads and writes links between separate products.
type ProductVariationService service

// List reads all links of a product; the API does not page them.
//
// Endpoint: GET /products/{id}/productvariations
func (s *ProductVariationService) List(ctx context.Context, id ProductID) ([]ProductVariation, error) {
	return listing[ProductVariation]{client: s.client, route: atID("/products/{id}/productvariations", id)}.slice(ctx)
}

// Get reads one link.
//
// Endpoint: GET /productvariations/{id}
func (s *ProductVariationService) Get(ctx context.Context, id ProductVariationID) (*ProductVariation, error) {
	return getRecord[ProductVariation](ctx, s.client, atID("/productvariations/{id}", id), nil)
}

// Create links a product to another one. After ErrUnknownOutcome look for the
// link in List.
//
// Endpoint: POST /products/{id}/productvariations
func (s *ProductVariationService) Create(ctx context.Context, id ProductID, link ProductVariationCreate) (*ProductVariation, error) {
	return create[ProductVariation](ctx, s.client, atID("/products/{id}/productvariations", id), link)
}

// Update shows or hides a link.
//
// Endpoint: PATCH /productvariations/{id}
func (s *ProductVariationService) Update(ctx context.Context, id ProductVariationID, change ProductVariationUpdate) error {
	return s.client.update(ctx, atID("/productvariations/{id}", id), change, true)
}

// Delete removes a link. The API refuses it for those that are AutoCreated:
// hide them with Update.
//
// Endpoint: DELETE /productvariations/{id}
func (s *ProductVariationService) Delete(ctx context.Context, id ProductVariationID) error {
	return s.client.remove(ctx, atID("/productvariations/{id}", id))
}
