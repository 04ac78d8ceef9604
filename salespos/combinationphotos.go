package salespos

import (
	"context"
	"reflect"
)

// CombinationPhoto is a photo of a variant.
type CombinationPhoto struct {
	Extra
	Href   string             `json:"href"`
	ID     CombinationPhotoID `json:"id"`
	Alt    string             `json:"alt"`
	IsMain bool               `json:"is_mainphoto"`
	// Deeplink is the URL of the picture.
	Deeplink string `json:"deeplink"`
	Parent   Link   `json:"parent"`
}

// CombinationPhotoCreate is a new photo of a variant.
type CombinationPhotoCreate struct {
	// FileType is the extension without a dot, such as "jpg".
	FileType string `json:"file_type"`
	// Source is the picture itself; stay below 5 MB.
	Source []byte      `json:"source"`
	Alt    Opt[string] `json:"alt,omitzero"`
	IsMain Opt[bool]   `json:"is_mainphoto,omitzero"`
}

// CombinationPhotoUpdate changes the fields that are set. The picture itself
// cannot be changed: delete the photo and make another one.
type CombinationPhotoUpdate struct {
	Alt    Opt[string] `json:"alt,omitzero"`
	IsMain Opt[bool]   `json:"is_mainphoto,omitzero"`
}

// IsZero reports that nothing is set: such an update is not worth a request.
func (u CombinationPhotoUpdate) IsZero() bool { return reflect.ValueOf(u).IsZero() }

// CombinationPhotoService reads and writes the photos of variants.
type CombinationPhotoService service

// List reads all photos of a variant; the API does not page them.
//
// Endpoint: GET /attributecombinations/{id}/attributecombinationphotos
func (s *CombinationPhotoService) List(ctx context.Context, id CombinationID) ([]CombinationPhoto, error) {
	return listing[CombinationPhoto]{
		client: s.client,
		route:  atID("/attributecombinations/{id}/attributecombinationphotos", id),
	}.slice(ctx)
}

// Get reads one photo, without the picture: that is at Deeplink.
//
// Endpoint: GET /attributecombinationphotos/{id}
func (s *CombinationPhotoService) Get(ctx context.Context, id CombinationPhotoID) (*CombinationPhoto, error) {
	return getRecord[CombinationPhoto](ctx, s.client, atID("/attributecombinationphotos/{id}", id), nil)
}

// Create adds a photo to a variant. After ErrUnknownOutcome compare List with
// what was there before.
//
// Endpoint: POST /attributecombinations/{id}/attributecombinationphotos
func (s *CombinationPhotoService) Create(ctx context.Context, id CombinationID, photo CombinationPhotoCreate) (*CombinationPhoto, error) {
	return create[CombinationPhoto](ctx, s.client, atID("/attributecombinations/{id}/attributecombinationphotos", id), photo)
}

// Update changes the fields that are set.
//
// Endpoint: PATCH /attributecombinationphotos/{id}
func (s *CombinationPhotoService) Update(ctx context.Context, id CombinationPhotoID, change CombinationPhotoUpdate) error {
	return s.client.update(ctx, atID("/attributecombinationphotos/{id}", id), change, true)
}

// Delete removes a photo.
//
// Endpoint: DELETE /attributecombinationphotos/{id}
func (s *CombinationPhotoService) Delete(ctx context.Context, id CombinationPhotoID) error {
	return s.client.remove(ctx, atID("/attributecombinationphotos/{id}", id))
}
