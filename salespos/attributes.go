package salespos

import (
	"context"
	"reflect"
	"strings"
)

// AttributeType is the kind of an attribute. Values beyond the constants exist.
type AttributeType string

// The kinds of attributes that are known to the letter.
const (
	OptionMenu         AttributeType = "option_menu"
	OptionMenuRequired AttributeType = "option_menu_required"
	TextField          AttributeType = "text"
	TextFieldRequired  AttributeType = "text_required"
)

// Combines reports whether values of this kind make attribute combinations.
func (t AttributeType) Combines() bool { return strings.HasPrefix(string(t), string(OptionMenu)) }

// Attribute is an attribute of the shop, such as "Colour".
type Attribute struct {
	Extra
	Href string      `json:"href"`
	ID   AttributeID `json:"id"`
	Name string      `json:"name"`
	// TypeNumber is the deprecated form of Type.
	TypeNumber *int          `json:"attribute_type"`
	Type       AttributeType `json:"type"`
	// Values is empty for kinds that are text.
	Values Link `json:"attribute_values"`
	Parent Link `json:"parent"`
}

// AttributeCreate is the body of a new attribute; both fields are required.
type AttributeCreate struct {
	Name string        `json:"name"`
	Type AttributeType `json:"type"`
}

// AttributeUpdate is what an attribute becomes; the API wants both fields in
// each update. Type may only change between a kind and its required twin.
type AttributeUpdate struct {
	Name string        `json:"name"`
	Type AttributeType `json:"type"`
}

// IsZero reports that nothing is set: such an update is not worth a request.
func (u AttributeUpdate) IsZero() bool { return u == AttributeUpdate{} }

// AttributeValue is a value of an attribute, such as "Red".
type AttributeValue struct {
	Extra
	Href string           `json:"href"`
	ID   AttributeValueID `json:"id"`
	Name string           `json:"name"`
	// DefaultPrice is the extra price that products get for the value.
	DefaultPrice *Amount       `json:"default_price"`
	AttributeID  AttributeID   `json:"attribute_id"`
	Type         AttributeType `json:"type"`
	Parent       Link          `json:"parent"`
}

// AttributeValueCreate is the body of a new value; both fields are required.
type AttributeValueCreate struct {
	Name         string `json:"name"`
	DefaultPrice Amount `json:"default_price"`
}

// AttributeValueUpdate changes the fields that are set and leaves the other
// alone.
type AttributeValueUpdate struct {
	Name         Opt[string] `json:"name,omitzero"`
	DefaultPrice Opt[Amount] `json:"default_price,omitzero"`
}

// IsZero reports that nothing is set: such an update is not worth a request.
func (u AttributeValueUpdate) IsZero() bool { return reflect.ValueOf(u).IsZero() }

// AttributeService reads and writes the attributes of the shop.
type AttributeService service

// List reads all attributes; the API does not page them.
//
// Endpoint: GET /attributes
func (s *AttributeService) List(ctx context.Context) ([]Attribute, error) {
	return listing[Attribute]{client: s.client, route: at("/attributes")}.slice(ctx)
}

// ListByCombination reads the attributes of a variant; the API does not page
// them.
//
// Endpoint: GET /attributecombinations/{id}/attributes
func (s *AttributeService) ListByCombination(ctx context.Context, id CombinationID) ([]Attribute, error) {
	return listing[Attribute]{client: s.client, route: atID("/attributecombinations/{id}/attributes", id)}.slice(ctx)
}

// Get reads one attribute.
//
// Endpoint: GET /attributes/{id}
func (s *AttributeService) Get(ctx context.Context, id AttributeID) (*Attribute, error) {
	return getRecord[Attribute](ctx, s.client, atID("/attributes/{id}", id), nil)
}

// Create makes an attribute. Names are not unique: look for one in List first,
// also after ErrUnknownOutcome.
//
// Endpoint: POST /attributes
func (s *AttributeService) Create(ctx context.Context, attribute AttributeCreate) (*Attribute, error) {
	return create[Attribute](ctx, s.client, at("/attributes"), attribute)
}

// Update changes an attribute.
//
// Endpoint: PATCH /attributes/{id}
func (s *AttributeService) Update(ctx context.Context, id AttributeID, change AttributeUpdate) error {
	return s.client.update(ctx, atID("/attributes/{id}", id), change, true)
}

// Delete removes an attribute.
//
// Endpoint: DELETE /attributes/{id}
func (s *AttributeService) Delete(ctx context.Context, id AttributeID) error {
	return s.client.remove(ctx, atID("/attributes/{id}", id))
}

// AttributeValueService reads and writes the values of attributes.
type AttributeValueService service

// List reads all values of an attribute; the API does not page them.
//
// Endpoint: GET /attributes/{id}/attributevalues
func (s *AttributeValueService) List(ctx context.Context, id AttributeID) ([]AttributeValue, error) {
	return listing[AttributeValue]{client: s.client, route: atID("/attributes/{id}/attributevalues", id)}.slice(ctx)
}

// ListByCombination reads the values of a variant; the API does not page them.
//
// Endpoint: GET /attributecombinations/{id}/attributevalues
func (s *AttributeValueService) ListByCombination(ctx context.Context, id CombinationID) ([]AttributeValue, error) {
	return listing[AttributeValue]{client: s.client, route: atID("/attributecombinations/{id}/attributevalues", id)}.slice(ctx)
}

// Get reads one value.
//
// Endpoint: GET /attributevalues/{id}
func (s *AttributeValueService) Get(ctx context.Context, id AttributeValueID) (*AttributeValue, error) {
	return getRecord[AttributeValue](ctx, s.client, atID("/attributevalues/{id}", id), nil)
}

// Create adds a value to an attribute. Names are not unique: look for one in
// List first, also after ErrUnknownOutcome.
//
// Endpoint: POST /attributes/{id}/attributevalues
func (s *AttributeValueService) Create(ctx context.Context, id AttributeID, value AttributeValueCreate) (*AttributeValue, error) {
	return create[AttributeValue](ctx, s.client, atID("/attributes/{id}/attributevalues", id), value)
}

// Update changes the fields that are set.
//
// Endpoint: PATCH /attributevalues/{id}
func (s *AttributeValueService) Update(ctx context.Context, id AttributeValueID, change AttributeValueUpdate) error {
	return s.client.update(ctx, atID("/attributevalues/{id}", id), change, true)
}

// Delete removes a value.
//
// Endpoint: DELETE /attributevalues/{id}
func (s *AttributeValueService) Delete(ctx context.Context, id AttributeValueID) error {
	return s.client.remove(ctx, atID("/attributevalues/{id}", id))
}
