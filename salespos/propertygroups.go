package salespos

import "context"

// PropertyGroup is a group of properties, the specifications of one kind of
// product. A product gets it with a ProductPropertyGroup.
type PropertyGroup struct {
	Extra
	Href string          `json:"href"`
	ID   PropertyGroupID `json:"id"`
	Name string          `json:"name"`
	// Properties is the URL of the properties in the group.
	Properties string `json:"productproperties"`
	Parent     Link   `json:"parent"`
}

// PropertyGroupCreate is the body of a new group.
type PropertyGroupCreate struct {
	Name string `json:"name"`
}

// PropertyGroupUpdate renames a group; the name is required.
type PropertyGroupUpdate struct {
	Name string `json:"name"`
}

// IsZero reports that nothing is set: such an update is not worth a request.
func (u PropertyGroupUpdate) IsZero() bool { return u == PropertyGroupUpdate{} }

// PropertyGroupService reads and writes groups of properties.
type PropertyGroupService service

// List reads all groups; the API does not page them.
//
// Endpoint: GET /productpropertygroups
func (s *PropertyGroupService) List(ctx context.Context) ([]PropertyGroup, error) {
	return listing[PropertyGroup]{client: s.client, route: at("/productpropertygroups")}.slice(ctx)
}

// Get reads one group.
//
// Endpoint: GET /productpropertygroups/{id}
func (s *PropertyGroupService) Get(ctx context.Context, id PropertyGroupID) (*PropertyGroup, error) {
	return getRecord[PropertyGroup](ctx, s.client, atID("/productpropertygroups/{id}", id), nil)
}

// Create makes a group. Names are not unique: look for one in List first, also
// after ErrUnknownOutcome.
//
// Endpoint: POST /productpropertygroups
func (s *PropertyGroupService) Create(ctx context.Context, group PropertyGroupCreate) (*PropertyGroup, error) {
	return create[PropertyGroup](ctx, s.client, at("/productpropertygroups"), group)
}

// Update renames a group.
//
// Endpoint: PATCH /productpropertygroups/{id}
func (s *PropertyGroupService) Update(ctx context.Context, id PropertyGroupID, change PropertyGroupUpdate) error {
	return s.client.update(ctx, atID("/productpropertygroups/{id}", id), change, true)
}

// Delete removes a group.
//
// Endpoint: DELETE /productpropertygroups/{id}
func (s *PropertyGroupService) Delete(ctx context.Context, id PropertyGroupID) error {
	return s.client.remove(ctx, atID("/productpropertygroups/{id}", id))
}
