package salespos

import (
	"context"

	"github.com/tillsync/tillsync/internal/rest"
)

// Color is a colour that products of the shop can have.
type Color struct {
	Extra
	Href string  `json:"href"`
	ID   ColorID `json:"id"`
	Name string  `json:"name"`
	// Type is "color", "transparent" or "multicolor".
	Type string `json:"type"`
	// Hex is "#rrggbb", "" for colours without one.
	Hex string `json:"hex"`
	// Position orders the colours.
	Position *int `json:"position"`
	Parent   Link `json:"parent"`
}

// ColorCreate is the body of a new colour; both fields are required.
type ColorCreate struct {
	Name string `json:"name"`
	// Hex is "#rrggbb" and unique in the shop.
	Hex string `json:"hex"`
}

// ColorListOptions select colours. nil and the zero value list all of them.
type ColorListOptions struct {
	// Color is "#rrggbb", ColorMulti or ColorTransparent.
	Color string
}

func (o *ColorListOptions) query() *rest.Query {
	query := new(rest.Query)
	if o != nil {
		addText(query, "color", o.Color)
	}
	return query
}

// ColorService reads and makes colours; the API can neither change nor delete
// them.
type ColorService service

// List reads colours; the API does not page them.
//
// Endpoint: GET /colors
func (s *ColorService) List(ctx context.Context, opts *ColorListOptions) ([]Color, error) {
	return listing[Color]{client: s.client, route: at("/colors"), query: opts.query()}.slice(ctx)
}

// Get reads one colour.
//
// Endpoint: GET /colors/{id}
func (s *ColorService) Get(ctx context.Context, id ColorID) (*Color, error) {
	return getRecord[Color](ctx, s.client, atID("/colors/{id}", id), nil)
}

// Create makes a colour. ErrConflict says that the shop has one with that Hex;
// after ErrUnknownOutcome look for it in List.
//
// Endpoint: POST /colors
func (s *ColorService) Create(ctx context.Context, color ColorCreate) (*Color, error) {
	return create[Color](ctx, s.client, at("/colors"), color)
}
