package ecwid

import (
	"context"
	"errors"
)

// productIDs is the body of an assignment.
type productIDs struct {
	ProductIDs []ProductID `json:"productIds"`
}

// AssignProducts adds products at the end of a category and leaves the others
// in it.
//
// Endpoint: POST /categories/{categoryId}/assignProducts
// Scope: update_catalog
func (s *CategoriesService) AssignProducts(ctx context.Context, id CategoryID, products []ProductID) (*UpdateResult, error) {
	o, err := assignmentCall("POST /categories/{categoryId}/assignProducts", id, "assignProducts", products)
	if err != nil {
		return nil, err
	}
	return s.client.update(ctx, o)
}

// UnassignProducts takes products out of a category. One that is in no other
// category goes to the front page of the store.
//
// Endpoint: POST /categories/{categoryId}/unassignProducts
// Scope: update_catalog
func (s *CategoriesService) UnassignProducts(ctx context.Context, id CategoryID, products []ProductID) error {
	o, err := assignmentCall("POST /categories/{categoryId}/unassignProducts", id, "unassignProducts", products)
	if err != nil {
		return err
	}
	_, err = fetch[deleteAnswer](ctx, s.client, o)
	return err
}

func assignmentCall(op string, id CategoryID, action string, products []ProductID) (operation, error) {
	if len(products) == 0 {
		return operation{}, invalid(op, errors.New("there are no products"))
	}
	o, err := categoryCall(op, id, action)
	o.body = productIDs{products}
	return o, err
}

// SetImage sets or replaces the image of a category.
//
// Endpoint: POST /categories/{categoryId}/image
// Scope: update_catalog
func (s *CategoriesService) SetImage(ctx context.Context, id CategoryID, image Upload) (ImageID, error) {
	o, err := categoryCall("POST /categories/{categoryId}/image", id, "image")
	if err != nil {
		return "", err
	}
	return s.client.image(ctx, o, image)
}

// SetImageAsync sets or replaces the image of a category, which the store
// fetches later.
//
// Endpoint: POST /categories/{categoryId}/image/async
// Scope: update_catalog
func (s *CategoriesService) SetImageAsync(ctx context.Context, id CategoryID, image AsyncImage) error {
	o, err := categoryCall("POST /categories/{categoryId}/image/async", id, "image", "async")
	if err != nil {
		return err
	}
	return s.client.asyncImage(ctx, o, image)
}

// DeleteImage removes the image of a category. That there is none is no error.
//
// Endpoint: DELETE /categories/{categoryId}/image
// Scope: update_catalog
func (s *CategoriesService) DeleteImage(ctx context.Context, id CategoryID) error {
	o, err := categoryCall("DELETE /categories/{categoryId}/image", id, "image")
	if err != nil {
		return err
	}
	_, err = s.client.remove(ctx, o)
	return err
}
