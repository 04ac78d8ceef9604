package ecwid

import (
	"context"
	"errors"
)

// sortedIDs is the order of products or categories, as read and as written.
type sortedIDs[T ~int64] struct {
	IDs []T `json:"sortedIds"`
}

func (s *sortedIDs[T]) check() error {
	if s.IDs == nil {
		return errors.New("it has no sortedIds")
	}
	return nil
}

// sortCall is a call for the order below a category, without a body.
func sortCall(op, resource string, parent CategoryID) (operation, error) {
	if parent < 0 {
		return operation{}, invalid(op, errors.New("the id of the parent category is negative"))
	}
	var f filters
	f.text("parentCategory", segment(parent))
	return operation{op: op, path: []string{resource, "sort"}, query: f.query, safe: true}, nil
}

// SortedIDs returns the products of a category in the merchant's order; 0 is
// the front page.
//
// Endpoint: GET /products/sort
// Scope: read_catalog
func (s *ProductsService) SortedIDs(ctx context.Context, parent CategoryID, opts ...ReadOptions) ([]ProductID, error) {
	return getSorted[ProductID](ctx, s.client, "GET /products/sort", "products", parent, opts)
}

// Sort puts the products of a category into the order of ids; 0 is the front
// page.
//
// Endpoint: PUT /products/sort
// Scope: update_catalog
func (s *ProductsService) Sort(ctx context.Context, parent CategoryID, ids []ProductID) (*UpdateResult, error) {
	return putSorted(ctx, s.client, "PUT /products/sort", "products", parent, ids)
}

// SortedIDs returns the children of a category in the merchant's order; 0 is
// the root.
//
// Endpoint: GET /categories/sort
// Scope: read_catalog
func (s *CategoriesService) SortedIDs(ctx context.Context, parent CategoryID, opts ...ReadOptions) ([]CategoryID, error) {
	return getSorted[CategoryID](ctx, s.client, "GET /categories/sort", "categories", parent, opts)
}

// Sort puts the children of a category into the order of ids; 0 is the root.
//
// Endpoint: PUT /categories/sort
// Scope: read_catalog, update_catalog
func (s *CategoriesService) Sort(ctx context.Context, parent CategoryID, ids []CategoryID) (*UpdateResult, error) {
	return putSorted(ctx, s.client, "PUT /categories/sort", "categories", parent, ids)
}

func getSorted[T ~int64](ctx context.Context, c *Client, op, resource string, parent CategoryID, opts []ReadOptions) ([]T, error) {
	o, err := sortCall(op, resource, parent)
	if err != nil {
		return nil, err
	}
	answer, err := fetch[sortedIDs[T]](ctx, c, o.read(opts))
	if err != nil {
		return nil, err
	}
	return answer.IDs, nil
}

func putSorted[T ~int64](ctx context.Context, c *Client, op, resource string, parent CategoryID, ids []T) (*UpdateResult, error) {
	o, err := sortCall(op, resource, parent)
	if err != nil {
		return nil, err
	}
	if len(ids) == 0 {
		return nil, invalid(op, errors.New("there are no ids to sort"))
	}
	o.body = sortedIDs[T]{IDs: ids}
	return c.update(ctx, o)
}
