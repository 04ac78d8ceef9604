package ecwid

import (
	"context"
	"fmt"
)

// ProductTypesService reads and writes product types, in the API "classes".
type ProductTypesService service

// List returns all product types, General (id 0) included.
//
// Endpoint: GET /classes
// Scope: read_catalog
func (s *ProductTypesService) List(ctx context.Context, opts ...ReadOptions) ([]ProductType, error) {
	o := operation{op: "GET /classes", path: []string{"classes"}, safe: true}
	answer, err := fetch[arrayAnswer[ProductType]](ctx, s.client, o.read(opts))
	if err != nil {
		return nil, err
	}
	return *answer, nil
}

// Get returns one product type; 0 is General.
//
// Endpoint: GET /classes/{classId}
// Scope: read_catalog
func (s *ProductTypesService) Get(ctx context.Context, id ProductTypeID, opts ...ReadOptions) (*ProductType, error) {
	o, err := productTypeCall("GET /classes/{classId}", id)
	if err != nil {
		return nil, err
	}
	return fetchOne[ProductType](ctx, s.client, o.read(opts))
}

// Create adds a product type. A name that exists is ErrConflict.
//
// Endpoint: POST /classes
// Scope: create_catalog
func (s *ProductTypesService) Create(ctx context.Context, productType ProductTypeCreate) (ProductTypeID, error) {
	o := operation{op: "POST /classes", path: []string{"classes"}, body: productType}
	answer, err := fetch[createAnswer[ProductTypeID]](ctx, s.client, o)
	if err != nil {
		return 0, err
	}
	return answer.ID, nil
}

// Update changes the fields of a product type that are present in update. An
// attribute that is missing in a present list is deleted together with its
// values on all products.
//
// Endpoint: PUT /classes/{classId}
// Scope: update_catalog
func (s *ProductTypesService) Update(ctx context.Context, id ProductTypeID, update ProductTypeUpdate) (*UpdateResult, error) {
	o, err := productTypeCall("PUT /classes/{classId}", id)
	if err != nil {
		return nil, err
	}
	o.body = update
	return s.client.update(ctx, o)
}

// Delete removes a product type with its attributes; its products become
// General. One that does not exist is no error. General stays.
//
// Endpoint: DELETE /classes/{classId}
// Scope: update_catalog
func (s *ProductTypesService) Delete(ctx context.Context, id ProductTypeID) error {
	const op = "DELETE /classes/{classId}"
	if err := positive("product type", id); err != nil {
		return invalid(op, err)
	}
	_, err := s.client.remove(ctx, operation{op: op, path: []string{"classes", segment(id)}, safe: true})
	return err
}

// productTypeCall is a repeatable call for one product type, without a body.
func productTypeCall(op string, id ProductTypeID) (operation, error) {
	if id < 0 {
		return operation{}, invalid(op, fmt.Errorf("product type id %d is negative", id))
	}
	return operation{op: op, path: []string{"classes", segment(id)}, safe: true}, nil
}
