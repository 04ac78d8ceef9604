package ecwid

import "context"

// ProfileService reads the settings of the store.
type ProfileService service

// Get returns the profile of the store.
//
// Endpoint: GET /profile
// Scope: read_store_profile
func (s *ProfileService) Get(ctx context.Context) (*Profile, error) {
	return fetch[Profile](ctx, s.client, operation{op: "GET /profile", path: []string{"profile"}, safe: true})
}
