package salespos

import "context"

// Supplier is a supplier of products.
type Supplier struct {
	Extra
	Href string     `json:"href"`
	ID   SupplierID `json:"id"`
	// Name is unique in the shop.
	Name     string `json:"name"`
	Products Link   `json:"products"`
	Parent   Link   `json:"parent"`
}

// SupplierCreate is the body of a new supplier.
type SupplierCreate struct {
	Name string `json:"name"`
}

// SupplierUpdate renames a supplier; the name is required.
type SupplierUpdate struct {
	Name string `json:"name"`
}

// IsZero reports that nothing is set: such an update is not worth a request.
func (u SupplierUpdate) IsZero() bool { return u == SupplierUpdate{} }

// SupplierService reads and writes suppliers.
type SupplierService service

// List reads all suppliers; the API does not page them.
//
// Endpoint: GET /suppliers
func (s *SupplierService) List(ctx context.Context) ([]Supplier, error) {
	return listing[Supplier]{client: s.client, route: at("/suppliers")}.slice(ctx)
}

// Get reads one supplier.
//
// Endpoint: GET /suppliers/{id}
func (s *SupplierService) Get(ctx context.Context, id SupplierID) (*Supplier, error) {
	return getRecord[Supplier](ctx, s.client, atID("/suppliers/{id}", id), nil)
}

// Create makes a supplier. ErrConflict says that the name is taken; after
// ErrUnknownOutcome look for the name in List.
//
// Endpoint: POST /suppliers
func (s *SupplierService) Create(ctx context.Context, supplier SupplierCreate) (*Supplier, error) {
	return create[Supplier](ctx, s.client, at("/suppliers"), supplier)
}

// Update renames a supplier. ErrConflict says that the name is taken.
//
// Endpoint: PATCH /suppliers/{id}
func (s *SupplierService) Update(ctx context.Context, id SupplierID, change SupplierUpdate) error {
	return s.client.update(ctx, atID("/suppliers/{id}", id), change, true)
}

// Delete removes a supplier.
//
// Endpoint: DELETE /suppliers/{id}
func (s *SupplierService) Delete(ctx context.Context, id SupplierID) error {
	return s.client.remove(ctx, atID("/suppliers/{id}", id))
}
