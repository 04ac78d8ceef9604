package ecwid

import (
	"context"
	"errors"
)

// Swatch is a colour that was used for a choice of a product option.
type Swatch struct {
	Extra
	Name         string  `json:"name"`
	HexCode      string  `json:"hexCode"`
	Translations TextMap `json:"translations"`
}

// swatchesAnswer is what comes for the colours.
type swatchesAnswer struct {
	Colors []Swatch `json:"colors"`
}

func (a *swatchesAnswer) check() error {
	if a.Colors == nil {
		return errors.New("it has no colors")
	}
	return nil
}

// Swatches returns the colours that were used last for product options.
//
// Endpoint: GET /swatches
// Scope: read_catalog
func (s *ProductsService) Swatches(ctx context.Context, opts ...ReadOptions) ([]Swatch, error) {
	o := operation{op: "GET /swatches", path: []string{"swatches"}, safe: true}
	answer, err := fetch[swatchesAnswer](ctx, s.client, o.read(opts))
	if err != nil {
		return nil, err
	}
	return answer.Colors, nil
}
