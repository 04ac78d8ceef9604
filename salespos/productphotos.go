package salespos

import (
	"context"
	"reflect"

	"github.com/tillsync/tillsync/internal/rest"
)

// ProductPhoto is a photo of a product.
type ProductPhoto struct {
	Extra
	Href     string         `json:"href"`
	ID       ProductPhotoID `json:"id"`
	Filename string         `json:"filename"`
	AltText  string         `json:"alttext"`
	IsMain   bool           `json:"is_mainphoto"`
	// Deeplink is the public URL of the picture.
	Deeplink string `json:"deeplink"`
	Parent   Link   `json:"parent"`
}

// ProductPhotoCreate is a new photo of a product.
type ProductPhotoCreate struct {
	// FileType is the extension without a dot, such as "jpg".
	FileType string `json:"file_type"`
	// Source is the picture itself; stay below 5 MB.
	Source  []byte      `json:"source"`
	AltText Opt[string] `json:"alttext,omitzero"`
	// IsMain: a product without a main photo shows none in lists.
	IsMain Opt[bool] `json:"is_mainphoto,omitzero"`
}

// ProductPhotoUpdate changes the fields that are set. The picture itself cannot
// be changed: delete the photo and make another one.
type ProductPhotoUpdate struct {
	AltText Opt[string] `json:"alttext,omitzero"`
	IsMain  Opt[bool]   `json:"is_mainphoto,omitzero"`
}

// IsZero reports that nothing is set: such an update is not worth a request.
func (u ProductPhotoUpdate) IsZero() bool { return reflect.ValueOf(u).IsZero() }

// ProductPhotoOrder is a sort order of photos.
type ProductPhotoOrder string

// The sort orders of photos.
const (
	PhotosByID         ProductPhotoOrder = "id"
	PhotosByIDDesc     ProductPhotoOrder = "id_desc"
	PhotosByIsMain     ProductPhotoOrder = "ismainphoto"
	PhotosByIsMainDesc ProductPhotoOrder = "ismainphoto_desc"
)

// ProductPhotoListOptions sort photos; nil leaves the order to the server.
type ProductPhotoListOptions struct {
	OrderBy ProductPhotoOrder
}

func (o *ProductPhotoListOptions) query() *rest.Query {
	query := new(rest.Query)
	if o != nil {
		addText(query, "orderby", o.OrderBy)
	}
	return query
}

// ProductPhotoService reads and writes the photos of products.
type ProductPhotoService service

// List reads all photos of a product; the API does not page them.
//
// Endpoint: GET /products/{id}/productphotos
func (s *ProductPhotoService) List(ctx context.Context, id ProductID, opts *ProductPhotoListOptions) ([]ProductPhoto, error) {
	return listing[ProductPhoto]{
		client: s.client,
		route:  atID("/products/{id}/productphotos", id),
		query:  opts.query(),
	}.slice(ctx)
}

// Get reads one photo, without the picture: that is at Deeplink.
//
// Endpoint: GET /productphotos/{id}
func (s *ProductPhotoService) Get(ctx context.Context, id ProductPhotoID) (*ProductPhoto, error) {
	return getRecord[ProductPhoto](ctx, s.client, atID("/productphotos/{id}", id), nil)
}

// Create adds a photo to a product. After ErrUnknownOutcome compare List with
// what was there before.
//
// Endpoint: POST /products/{id}/productphotos
func (s *ProductPhotoService) Create(ctx context.Context, id ProductID, photo ProductPhotoCreate) (*ProductPhoto, error) {
	return create[ProductPhoto](ctx, s.client, atID("/products/{id}/productphotos", id), photo)
}

// Replace deletes all photos of a product and adds these; none deletes all.
//
// Endpoint: PUT /products/{id}/productphotos
func (s *ProductPhotoService) Replace(ctx context.Context, id ProductID, photos []ProductPhotoCreate) error {
	body := struct {
		Photos []ProductPhotoCreate `json:"productphotos"`
	}{orEmpty(photos)}
	return s.client.replace(ctx, atID("/products/{id}/productphotos", id), body)
}

// Update changes the fields that are set.
//
// Endpoint: PATCH /productphotos/{id}
func (s *ProductPhotoService) Update(ctx context.Context, id ProductPhotoID, change ProductPhotoUpdate) error {
	return s.client.update(ctx, atID("/productphotos/{id}", id), change, true)
}

// Delete removes a photo.
//
// Endpoint: DELETE /productphotos/{id}
func (s *ProductPhotoService) Delete(ctx context.Context, id ProductPhotoID) error {
	return s.client.remove(ctx, atID("/productphotos/{id}", id))
}
