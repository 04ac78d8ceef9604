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
	const op = "GET /products/{productId}/combinations"
	if err := positive("product", product); err != nil {
		return nil, invalid(op, err)
	}
	o := operation{op: op, path: []string{"products", segment(product), "combinations"}, safe: true}
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
	const op = "POST /products/{productId}/combinations"
	if err := positive("product", product); err != nil {
		return 0, invalid(op, err)
	}
	o := operation{op: op, path: []string{"products", segment(product), "combinations"}, body: combination}
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
func (s *CombinationsService) Update(ctx context.Context, product ProductID, id CombinationID, update CombinationUpdate) (*UpdateResult, error) {
	o, err := combinationCall("PUT /products/{productId}/combinations/{combinationId}", product, id)
	if err != nil {
		return nil, err
	}
	o.body = update
	answer, err := fetch[updateAnswer](ctx, s.client, o)
	if err != nil {
		return nil, err
	}
	return answer.result(), nil
}

// combinationCall is a repeatable call for one variation, without a body.
func combinationCall(op string, product ProductID, id CombinationID) (operation, error) {
	if err := positive("product", product); err != nil {
		return operation{}, invalid(op, err)
	}
	if err := positive("combination", id); err != nil {
		return operation{}, invalid(op, err)
	}
	return operation{op: op, path: []string{"products", segment(product), "combinations", segment(id)}, safe: true}, nil
}
