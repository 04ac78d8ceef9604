package ecwid

import "context"

// CombinationsService reads and writes the variations of products. They also
// come with every product, so reading a product is usually enough.
type CombinationsService service

// List returns all variations of a product.
//
// Endpoint: GET /products/{productId}/combinations
// Scope: read_catalog
func (s *CombinationsService) List(ctx context.Context, product ProductID, opts ...ReadOptions) ([]Combination, error) {
	o, err := productCall("GET /products/{productId}/combinations", product, "combinations")
	if err != nil {
		return nil, err
	}
	answer, err := fetch[arrayAnswer[Combination]](ctx, s.client, o.read(opts))
	if err != nil {
		return nil, err
	}
	return *answer, nil
}

// Get returns one variation.
//
// Endpoint: GET /products/{productId}/combinations/{combinationId}
// Scope: read_catalog
func (s *CombinationsService) Get(ctx context.Context, product ProductID, id CombinationID, opts ...ReadOptions) (*Combination, error) {
	o, err := combinationCall("GET /products/{productId}/combinations/{combinationId}", product, id)
	if err != nil {
		return nil, err
	}
	return fetch[Combination](ctx, s.client, o.read(opts))
}

// Create adds a variation. An option set or SKU that exists is ErrConflict.
//
// Endpoint: POST /products/{productId}/combinations
// Scope: create_catalog
func (s *CombinationsService) Create(ctx context.Context, product ProductID, combination CombinationCreate) (CombinationID, error) {
	o, err := productCall("POST /products/{productId}/combinations", product, "combinations")
	if err != nil {
		return 0, err
	}
	o.body = combination
	answer, err := fetch[createAnswer[CombinationID]](ctx, s.client, o)
	if err != nil {
		return 0, err
	}
	return answer.ID, nil
}

// Update changes the fields of a variation that are present in update.
//
// Endpoint: PUT /products/{productId}/combinations/{combinationId}
// Scope: read_catalog, update_catalog
func (s *CombinationsService) Update(ctx context.Context, product ProductID, id CombinationID, update CombinationUpdate, opts ...StockOptions) (*UpdateResult, error) {
	o, err := combinationCall("PUT /products/{productId}/combinations/{combinationId}", product, id)
	if err != nil {
		return nil, err
	}
	o.body = update
	return s.client.update(ctx, o.stock(opts))
}

// Delete removes a variation. One that does not exist is no error.
//
// Endpoint: DELETE /products/{productId}/combinations/{combinationId}
// Scope: read_catalog, update_catalog
func (s *CombinationsService) Delete(ctx context.Context, product ProductID, id CombinationID) error {
	o, err := combinationCall("DELETE /products/{productId}/combinations/{combinationId}", product, id)
	if err != nil {
		return err
	}
	_, err = s.client.remove(ctx, o)
	return err
}

// DeleteAll removes all variations of a product and returns their number.
//
// Endpoint: DELETE /products/{productId}/combinations
// Scope: read_catalog, update_catalog
func (s *CombinationsService) DeleteAll(ctx context.Context, product ProductID) (int, error) {
	o, err := productCall("DELETE /products/{productId}/combinations", product, "combinations")
	if err != nil {
		return 0, err
	}
	return s.client.remove(ctx, o)
}

// SetImage sets or replaces the image of a variation.
//
// Endpoint: POST /products/{productId}/combinations/{combinationId}/image
// Scope: read_catalog, update_catalog
func (s *CombinationsService) SetImage(ctx context.Context, product ProductID, id CombinationID, image Upload) (ImageID, error) {
	o, err := combinationCall("POST /products/{productId}/combinations/{combinationId}/image", product, id, "image")
	if err != nil {
		return "", err
	}
	return s.client.image(ctx, o, image)
}

// SetImageAsync sets or replaces the image of a variation, which the store
// fetches later.
//
// Endpoint: POST /products/{productId}/combinations/{combinationId}/image/async
// Scope: read_catalog, update_catalog
func (s *CombinationsService) SetImageAsync(ctx context.Context, product ProductID, id CombinationID, image AsyncImage) error {
	o, err := combinationCall("POST /products/{productId}/combinations/{combinationId}/image/async", product, id, "image", "async")
	if err != nil {
		return err
	}
	return s.client.asyncImage(ctx, o, image)
}

// DeleteImage removes the image of a variation. That there is none is no error.
//
// Endpoint: DELETE /products/{productId}/combinations/{combinationId}/image
// Scope: read_catalog, update_catalog
func (s *CombinationsService) DeleteImage(ctx context.Context, product ProductID, id CombinationID) error {
	o, err := combinationCall("DELETE /products/{productId}/combinations/{combinationId}/image", product, id, "image")
	if err != nil {
		return err
	}
	_, err = s.client.remove(ctx, o)
	return err
}

// combinationCall is a call for one variation, or for what is below it, without
// a body. It can be repeated unless it is a POST.
func combinationCall(op string, product ProductID, id CombinationID, below ...string) (operation, error) {
	if err := positive("combination", id); err != nil {
		return operation{}, invalid(op, err)
	}
	return productCall(op, product, append([]string{"combinations", segment(id)}, below...)...)
}
