package salespos

import (
	"context"
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

// AttributeValue is a value of an attribute, such as "Red".
type AttributeValue struct {
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

// AttributeService reads and makes the attributes of the shop.
type AttributeService service

// List reads all attributes; the API does not page them.
//
// Endpoint: GET /attributes
func (s *AttributeService) List(ctx context.Context) ([]Attribute, error) {
	return listing[Attribute]{client: s.client, route: at("/attributes")}.slice(ctx)
}

// Create makes an attribute. Names are not unique: look for one in List first,
// also after ErrUnknownOutcome.
//
// Endpoint: POST /attributes
func (s *AttributeService) Create(ctx context.Context, attribute AttributeCreate) (*Attribute, error) {
	return create[Attribute](ctx, s.client, at("/attributes"), attribute)
}

// AttributeValueService reads and makes the values of attributes.
type AttributeValueService service

// List reads all values of an attribute; the API does not page them.
//
// Endpoint: GET /attributes/{id}/attributevalues
func (s *AttributeValueService) List(ctx context.Context, id AttributeID) ([]AttributeValue, error) {
	return listing[AttributeValue]{client: s.client, route: atID("/attributes/{id}/attributevalues", id)}.slice(ctx)
}

// Create adds a value to an attribute. Names are not unique: look for one in
// List first, also after ErrUnknownOutcome.
//
// Endpoint: POST /attributes/{id}/attributevalues
func (s *AttributeValueService) Create(ctx context.Context, id AttributeID, value AttributeValueCreate) (*AttributeValue, error) {
	return create[AttributeValue](ctx, s.client, atID("/attributes/{id}/attributevalues", id), value)
}
