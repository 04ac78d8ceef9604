package salespos

import "context"

// Package is a shipping package; each product needs one.
type Package struct {
	Href string    `json:"href"`
	ID   PackageID `json:"id"`
	// Name is for the back office.
	Name   string `json:"name"`
	Parent Link   `json:"parent"`
}

// PackageService reads the shipping packages.
type PackageService service

// List reads all shipping packages; the API does not page them.
//
// Endpoint: GET /packages
func (s *PackageService) List(ctx context.Context) ([]Package, error) {
	return listing[Package]{client: s.client, route: at("/packages")}.slice(ctx)
}
