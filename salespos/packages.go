package salespos

import "context"

// Package is a shipping package; each product needs one.
type Package struct {
	Extra
	Href string    `json:"href"`
	ID   PackageID `json:"id"`
	// Name is for the back office.
	Name   string `json:"name"`
	Parent Link   `json:"parent"`
}

// PackageCreate is the body of a new shipping package. What it costs is set in
// the back office.
type PackageCreate struct {
	Name string `json:"name"`
}

// PackageUpdate renames a shipping package; the name is required.
type PackageUpdate struct {
	Name string `json:"name"`
}

// IsZero reports that nothing is set: such an update is not worth a request.
func (u PackageUpdate) IsZero() bool { return u == PackageUpdate{} }

// PackageService reads and writes shipping packages; the API cannot delete
// them.
type PackageService service

// List reads all shipping packages; the API does not page them.
//
// Endpoint: GET /packages
func (s *PackageService) List(ctx context.Context) ([]Package, error) {
	return listing[Package]{client: s.client, route: at("/packages")}.slice(ctx)
}

// Get reads one shipping package.
//
// Endpoint: GET /packages/{id}
func (s *PackageService) Get(ctx context.Context, id PackageID) (*Package, error) {
	return getRecord[Package](ctx, s.client, atID("/packages/{id}", id), nil)
}

// Create makes a shipping package. Names are not unique: look for one in List
// first, also after ErrUnknownOutcome.
//
// Endpoint: POST /packages
func (s *PackageService) Create(ctx context.Context, pack PackageCreate) (*Package, error) {
	return create[Package](ctx, s.client, at("/packages"), pack)
}

// Update renames a shipping package.
//
// Endpoint: PATCH /packages/{id}
func (s *PackageService) Update(ctx context.Context, id PackageID, change PackageUpdate) error {
	return s.client.update(ctx, atID("/packages/{id}", id), change, true)
}
