package ecwid

import (
	"context"
	"errors"
)

// VideosService reads and writes the videos of products. They come with the
// product too, in Product.Media.
type VideosService service

// videoSource is the body of a new video.
type videoSource struct {
	URL string `json:"url"`
}

// videoAnswer is what comes for a new video. The id of a main video may be 0.
type videoAnswer struct {
	ID *VideoID `json:"id"`
}

func (a *videoAnswer) check() error {
	if a.ID == nil {
		return errors.New("it has no id of the video")
	}
	return nil
}

// SetMain makes the video at a public https address the main medium. Its id
// may be 0.
//
// Endpoint: POST /products/{productId}/video
// Scope: update_catalog
func (s *VideosService) SetMain(ctx context.Context, product ProductID, url string) (VideoID, error) {
	o, err := productCall("POST /products/{productId}/video", product, "video")
	if err != nil {
		return 0, err
	}
	return s.add(ctx, o, url)
}

// DeleteMain removes the main video. That there is none is no error.
//
// Endpoint: DELETE /products/{productId}/video
// Scope: update_catalog
func (s *VideosService) DeleteMain(ctx context.Context, product ProductID) error {
	o, err := productCall("DELETE /products/{productId}/video", product, "video")
	if err != nil {
		return err
	}
	_, err = s.client.remove(ctx, o)
	return err
}

// Add adds the video at a public https address to the gallery.
//
// Endpoint: POST /products/{productId}/gallery/video
// Scope: update_catalog
func (s *VideosService) Add(ctx context.Context, product ProductID, url string) (VideoID, error) {
	o, err := productCall("POST /products/{productId}/gallery/video", product, "gallery", "video")
	if err != nil {
		return 0, err
	}
	return s.add(ctx, o, url)
}

func (s *VideosService) add(ctx context.Context, o operation, url string) (VideoID, error) {
	if url == "" {
		return 0, invalid(o.op, errors.New("the address of the video is empty"))
	}
	o.body = videoSource{URL: url}
	answer, err := fetch[videoAnswer](ctx, s.client, o)
	if err != nil {
		return 0, err
	}
	return *answer.ID, nil
}

// Get returns one video of the gallery.
//
// Endpoint: GET /products/{productId}/gallery/video/{videoId}
// Scope: update_catalog
func (s *VideosService) Get(ctx context.Context, product ProductID, id VideoID, opts ...ReadOptions) (*MediaVideo, error) {
	o, err := galleryVideoCall("GET /products/{productId}/gallery/video/{videoId}", product, id)
	if err != nil {
		return nil, err
	}
	return fetch[MediaVideo](ctx, s.client, o.read(opts))
}

// SetCover sets the image that stands for a video of the gallery; its id is then
// in MediaVideo.CoverID.
//
// Endpoint: PUT /products/{productId}/gallery/video/{videoId}
// Scope: update_catalog
func (s *VideosService) SetCover(ctx context.Context, product ProductID, id VideoID, image Upload) error {
	o, err := galleryVideoCall("PUT /products/{productId}/gallery/video/{videoId}", product, id)
	if err != nil {
		return err
	}
	o, err = o.upload(image)
	if err != nil {
		return err
	}
	return s.client.finish(ctx, o)
}

// Delete removes a video from the gallery. One that does not exist is no error.
//
// Endpoint: DELETE /products/{productId}/gallery/{videoId}
// Scope: update_catalog
func (s *VideosService) Delete(ctx context.Context, product ProductID, id VideoID) error {
	const op = "DELETE /products/{productId}/gallery/{videoId}"
	if err := positive("video", id); err != nil {
		return invalid(op, err)
	}
	o, err := productCall(op, product, "gallery", segment(id))
	if err != nil {
		return err
	}
	_, err = s.client.remove(ctx, o)
	return err
}

func galleryVideoCall(op string, product ProductID, id VideoID) (operation, error) {
	if err := positive("video", id); err != nil {
		return operation{}, invalid(op, err)
	}
	return productCall(op, product, "gallery", "video", segment(id))
}
