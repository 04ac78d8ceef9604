package ecwid

import "context"

// ProfileService reads and writes the settings of the store.
type ProfileService service

// ProfileGetOptions changes what a read of the profile returns. Give at most
// one.
type ProfileGetOptions struct {
	// Lang is the ISO 639-1 code of the language of texts.
	Lang string
	// ExtendedInfo and the three after it ask for more; what they add is not
	// documented.
	ExtendedInfo       bool
	ReportAvailability bool
	Vertical           bool
	FeaturesByPlans    bool
	// ResponseFields restricts the answer, for example
	// "generalInfo,formatsAndUnits(currency)".
	ResponseFields string
}

// Get returns the profile of the store.
//
// Endpoint: GET /profile
// Scope: read_store_profile
func (s *ProfileService) Get(ctx context.Context, opts ...ProfileGetOptions) (*Profile, error) {
	o := operation{op: "GET /profile", path: []string{"profile"}, safe: true}
	if len(opts) == 0 {
		return fetch[Profile](ctx, s.client, o)
	}
	last := opts[len(opts)-1]
	var f filters
	f.on("showExtendedInfo", last.ExtendedInfo)
	f.on("getReportAvailabilityStatus", last.ReportAvailability)
	f.on("getStoreVertical", last.Vertical)
	f.on("getFeaturesByPlans", last.FeaturesByPlans)
	o.query = f.query
	return fetch[Profile](ctx, s.client, o.read([]ReadOptions{{Lang: last.Lang, ResponseFields: last.ResponseFields}}))
}

// Update changes the settings that are present in update.
//
// Endpoint: PUT /profile
// Scope: update_store_profile
func (s *ProfileService) Update(ctx context.Context, update ProfileUpdate) (*UpdateResult, error) {
	return s.client.update(ctx, operation{op: "PUT /profile", path: []string{"profile"}, body: update, safe: true})
}
