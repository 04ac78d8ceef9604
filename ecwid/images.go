package ecwid

import (
	"context"
	"errors"
)

// ImagesService writes the images of products. They are read with the product,
// in Product.Media; their order and texts are changed with ProductUpdate.Media.
//
// A product has one main image, whose id is "0", and a gallery. The first image
// added to a product without any becomes the main image.
type ImagesService service

// MediaReplace is all that a product shall show: the addresses of its images
// and videos.
type MediaReplace struct {
	// Main replaces the main image or video; nil leaves it.
	Main *MediaSource `json:"mainMedia,omitempty"`
	// Gallery replaces the whole gallery. nil empties it.
	Gallery []MediaSource `json:"galleryMedia"`
}

// MediaSource is the public https address of either an image or a video.
type MediaSource struct {
	ImageURL string `json:"imageUrl,omitempty"`
	VideoURL string `json:"videoUrl,omitempty"`
}

func (r MediaReplace) check() error {
	sources := r.Gallery
	if r.Main != nil {
		sources = append(sources[:len(sources):len(sources)], *r.Main)
	}
	for _, source := range sources {
		if (source.ImageURL == "") == (source.VideoURL == "") {
			return errors.New("a medium needs the address of either an image or a video")
		}
	}
	return nil
}

// SetMain sets or replaces the main image.
//
// Endpoint: POST /products/{productId}/image
// Scope: update_catalog
func (s *ImagesService) SetMain(ctx context.Context, product ProductID, image Upload) (ImageID, error) {
	o, err := productCall("POST /products/{productId}/image", product, "image")
	if err != nil {
		return "", err
	}
	return s.client.image(ctx, o, image)
}

// SetMainAsync sets or replaces the main image, which the store fetches later.
//
// Endpoint: POST /products/{productId}/image/async
// Scope: update_catalog
func (s *ImagesService) SetMainAsync(ctx context.Context, product ProductID, image AsyncImage) error {
	o, err := productCall("POST /products/{productId}/image/async", product, "image", "async")
	if err != nil {
		return err
	}
	return s.client.asyncImage(ctx, o, image)
}

// DeleteMain removes the main image. That there is none is no error.
//
// Endpoint: DELETE /products/{productId}/image
// Scope: update_catalog
func (s *ImagesService) DeleteMain(ctx context.Context, product ProductID) error {
	o, err := productCall("DELETE /products/{productId}/image", product, "image")
	if err != nil {
		return err
	}
	_, err = s.client.remove(ctx, o)
	return err
}

// Add adds an image to the gallery.
//
// Endpoint: POST /products/{productId}/gallery
// Scope: update_catalog
func (s *ImagesService) Add(ctx context.Context, product ProductID, image Upload) (ImageID, error) {
	o, err := productCall("POST /products/{productId}/gallery", product, "gallery")
	if err != nil {
		return "", err
	}
	return s.client.image(ctx, o, image)
}

// AddAsync adds an image to the gallery, which the store fetches later.
//
// Endpoint: POST /products/{productId}/gallery/async
// Scope: update_catalog
func (s *ImagesService) AddAsync(ctx context.Context, product ProductID, image AsyncImage) error {
	o, err := productCall("POST /products/{productId}/gallery/async", product, "gallery", "async")
	if err != nil {
		return err
	}
	return s.client.asyncImage(ctx, o, image)
}

// Delete removes an image from the gallery. One that does not exist is no error.
//
// Endpoint: DELETE /products/{productId}/gallery/{imageId}
// Scope: update_catalog
func (s *ImagesService) Delete(ctx context.Context, product ProductID, id ImageID) error {
	o, err := productCall("DELETE /products/{productId}/gallery/{imageId}", product, "gallery", string(id))
	if err != nil {
		return err
	}
	_, err = s.client.remove(ctx, o)
	return err
}

// DeleteAll removes all images of the gallery and returns their number. The
// main image stays.
//
// Endpoint: DELETE /products/{productId}/gallery
// Scope: update_catalog, update_catalog_batch_delete
func (s *ImagesService) DeleteAll(ctx context.Context, product ProductID) (int, error) {
	o, err := productCall("DELETE /products/{productId}/gallery", product, "gallery")
	if err != nil {
		return 0, err
	}
	return s.client.remove(ctx, o)
}

// Replace replaces the images and videos of a product by those at the given
// addresses.
//
// Endpoint: PUT /products/{productId}/media
// Scope: update_catalog
func (s *ImagesService) Replace(ctx context.Context, product ProductID, media MediaReplace) error {
	o, err := productCall("PUT /products/{productId}/media", product, "media")
	if err != nil {
		return err
	}
	if err := media.check(); err != nil {
		return invalid(o.op, err)
	}
	if media.Gallery == nil {
		media.Gallery = []MediaSource{}
	}
	o.body = media
	return s.client.finish(ctx, o)
}
