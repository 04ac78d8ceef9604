package salespos

import (
	"context"
	"reflect"
)

// PropertyType is the kind of a property. Values beyond the constants may
// exist.
type PropertyType string

// The kinds of properties.
const (
	PropertyText           PropertyType = "Text"
	PropertyTextArea       PropertyType = "TextArea"
	PropertyPrice          PropertyType = "Price"
	PropertyCheckbox       PropertyType = "Checkbox"
	PropertyOfOptions      PropertyType = "Option"
	PropertyOptionCheckbox PropertyType = "OptionCheckbox"
	PropertyOfGroup        PropertyType = "Group"
	PropertyCollapsedGroup PropertyType = "CollapsedGroup"
)

// Property is one specification of products, such as "Material", or a group of
// them.
type Property struct {
	Extra
	Href string     `json:"href"`
	ID   PropertyID `json:"id"`
	// ParentID names the property that this one belongs to, 0 at the top of the
	// PropertyGroup.
	ParentID    PropertyID `json:"parent"`
	Name        string     `json:"name"`
	Description string     `json:"description"`
	Position    *int       `json:"position"`
	// Icon is a picture in base64.
	Icon string       `json:"icon"`
	Type PropertyType `json:"type"`
	// Options are the choices of a property that has some. The API has no
	// expansion for them; PropertyOptions.List is sure to read all.
	Options  Linked[PropertyOption] `json:"options"`
	Children []Property             `json:"children"`
}

// PropertyCreate is the body of a new property.
type PropertyCreate struct {
	Name string `json:"name"`
	PropertyFields
}

// PropertyUpdate changes the fields that are set and leaves the others alone.
type PropertyUpdate struct {
	Name Opt[string] `json:"name,omitzero"`
	PropertyFields
}

// PropertyFields are the optional fields that creates and updates share.
type PropertyFields struct {
	ParentID    Opt[PropertyID] `json:"parent,omitzero"`
	Description Opt[string]     `json:"description,omitzero"`
	Position    Opt[int]        `json:"position,omitzero"`
	// Icon is the picture itself.
	Icon Opt[[]byte]       `json:"icon,omitzero"`
	Type Opt[PropertyType] `json:"type,omitzero"`
}

// IsZero reports that nothing is set: such an update is not worth a request.
func (u PropertyUpdate) IsZero() bool { return reflect.ValueOf(u).IsZero() }

// PropertyService reads and writes properties.
type PropertyService service

// List reads all properties of a group; the API does not page them.
//
// Endpoint: GET /productpropertygroups/{id}/productproperties
func (s *PropertyService) List(ctx context.Context, id PropertyGroupID) ([]Property, error) {
	return listing[Property]{client: s.client, route: atID("/productpropertygroups/{id}/productproperties", id)}.slice(ctx)
}

// Get reads one property.
//
// Endpoint: GET /productproperties/{id}
func (s *PropertyService) Get(ctx context.Context, id PropertyID) (*Property, error) {
	return getRecord[Property](ctx, s.client, atID("/productproperties/{id}", id), nil)
}

// Create adds a property to a group. Names are not unique: look for one in List
// first, also after ErrUnknownOutcome.
//
// Endpoint: POST /productpropertygroups/{id}/productproperties
func (s *PropertyService) Create(ctx context.Context, id PropertyGroupID, property PropertyCreate) (*Property, error) {
	return create[Property](ctx, s.client, atID("/productpropertygroups/{id}/productproperties", id), property)
}

// Update changes the fields that are set.
//
// Endpoint: PATCH /productproperties/{id}
func (s *PropertyService) Update(ctx context.Context, id PropertyID, change PropertyUpdate) error {
	return s.client.update(ctx, atID("/productproperties/{id}", id), change, true)
}

// Delete removes a property.
//
// Endpoint: DELETE /productproperties/{id}
func (s *PropertyService) Delete(ctx context.Context, id PropertyID) error {
	return s.client.remove(ctx, atID("/productproperties/{id}", id))
}
