package salespos

import "context"

// PropertyOption is a choice of a property, such as "Stoneware".
type PropertyOption struct {
	Extra
	Href     string           `json:"href"`
	ID       PropertyOptionID `json:"id"`
	Name     string           `json:"name"`
	Position *int             `json:"position"`
}

// PropertyOptionCreate is the body of a new choice.
type PropertyOptionCreate struct {
	Name     string   `json:"name"`
	Position Opt[int] `json:"position,omitzero"`
}

// PropertyOptionUpdate changes a choice. The API wants the name in each update,
// also when only the position changes.
type PropertyOptionUpdate struct {
	Name     string   `json:"name"`
	Position Opt[int] `json:"position,omitzero"`
}

// IsZero reports that nothing is set: such an update is not worth a request.
func (u PropertyOptionUpdate) IsZero() bool { return u == PropertyOptionUpdate{} }

// PropertyOptionService reads and writes the choices of properties.
type PropertyOptionService service

// List reads all choices of a property; the API does not page them.
//
// Endpoint: GET /productproperties/{id}/productpropertyoptions
func (s *PropertyOptionService) List(ctx context.Context, id PropertyID) ([]PropertyOption, error) {
	return listing[PropertyOption]{
		client: s.client,
		route:  atID("/productproperties/{id}/productpropertyoptions", id),
	}.slice(ctx)
}

// Get reads one choice.
//
// Endpoint: GET /productpropertyoptions/{id}
func (s *PropertyOptionService) Get(ctx context.Context, id PropertyOptionID) (*PropertyOption, error) {
	return getRecord[PropertyOption](ctx, s.client, atID("/productpropertyoptions/{id}", id), nil)
}

// Create adds a choice to a property. Names are not unique: look for one in
// List first, also after ErrUnknownOutcome.
//
// Endpoint: POST /productproperties/{id}/productpropertyoptions
func (s *PropertyOptionService) Create(ctx context.Context, id PropertyID, option PropertyOptionCreate) (*PropertyOption, error) {
	return create[PropertyOption](ctx, s.client, atID("/productproperties/{id}/productpropertyoptions", id), option)
}

// Update changes a choice.
//
// Endpoint: PATCH /productpropertyoptions/{id}
func (s *PropertyOptionService) Update(ctx context.Context, id PropertyOptionID, change PropertyOptionUpdate) error {
	return s.client.update(ctx, atID("/productpropertyoptions/{id}", id), change, true)
}

// Delete removes a choice.
//
// Endpoint: DELETE /productpropertyoptions/{id}
func (s *PropertyOptionService) Delete(ctx context.Context, id PropertyOptionID) error {
	return s.client.remove(ctx, atID("/productpropertyoptions/{id}", id))
}
