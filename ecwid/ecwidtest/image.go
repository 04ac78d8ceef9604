package ecwidtest

import (
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

const (
	maxImage = 20 << 20
	imageURL = "https://images.example.com/"
)

func asyncImageSchema() check {
	return schema{
		"url": text, "width": anything, "height": anything, "externalId": text,
		"alt": schema{"main": text, "translated": langText},
	}
}

// webURL refuses what is no address of the web.
func webURL(s string) error {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return fail(http.StatusUnprocessableEntity, "WRONG_URL", "The URL cannot be used")
	}
	return nil
}

// upload is the address of the image that a request brings, in its body or by
// externalUrl.
func (s *Server) upload(c *call) (string, error) {
	if external := c.query.Get("externalUrl"); c.query.Has("externalUrl") {
		return s.newImageURL(), webURL(external)
	}
	switch {
	case len(c.raw) == 0:
		return "", wrong("The request brings no image")
	case len(c.raw) > maxImage:
		return "", fail(http.StatusBadRequest, "INCORRECT_IMAGE_SIZE", "The image is above 20 MB")
	case !strings.HasPrefix(http.DetectContentType(c.raw), "image/"):
		return "", fail(http.StatusUnprocessableEntity, "", "The upload is not an image")
	}
	return s.newImageURL(), nil
}

func (s *Server) newImageURL() string { return fmt.Sprintf("%s%s.jpg", imageURL, s.partIDs.next()) }

// asyncImage checks the body of an asynchronous upload. The image appears at
// once with the given address.
func asyncImage(body object) (address string, alt object, externalID string, err error) {
	for _, key := range []string{"url", "width", "height"} {
		if !has(body, key) {
			return "", nil, "", wrong("Field %s is absent", key)
		}
	}
	address = textOf(body, "url")
	return address, objectOf(body, "alt"), textOf(body, "externalId"), webURL(address)
}

// newImage is an entry of a product's media.
func newImage(id, address string) object {
	o := object{"id": id, "isMain": id == mainImage}
	for _, size := range []string{"image160pxUrl", "image400pxUrl", "image800pxUrl", "image1500pxUrl", "imageOriginalUrl"} {
		o[size] = address
	}
	return o
}

const mainImage = "0"

// imagesOf returns the images of the copy d; what is changed in them has to be
// put back with setImages.
func imagesOf(d object) []object { return objectsOf(objectOf(d, "media"), "images") }

// setImages numbers the images and derives the keys of a product that show
// them. The first image is the main one if there is one.
func setImages(d object, images []object) {
	media := maps.Clone(objectOf(d, "media"))
	if media == nil {
		media = object{"videos": []any{}}
	}
	gallery := []any{}
	for i, m := range images {
		m["orderBy"] = number(int64(i))
		if m["isMain"] = textOf(m, "id") == mainImage; m["isMain"] == false {
			gallery = append(gallery, galleryImage(m))
		}
	}
	media["images"] = asList(images)
	d["media"], d["galleryImages"] = media, gallery
	urls := imageKeys()
	for key := range urls {
		delete(d, key)
	}
	delete(d, "originalImage")
	if len(images) > 0 && images[0]["isMain"] == true {
		for key, size := range urls {
			d[key] = images[0][size]
		}
		d["originalImage"] = object{"url": images[0]["imageOriginalUrl"], "width": number(0), "height": number(0)}
	}
}

// imageKeys are the keys of a product with the size that each shows.
func imageKeys() map[string]string {
	return map[string]string{
		"imageUrl": "image1500pxUrl", "hdThumbnailUrl": "image800pxUrl", "thumbnailUrl": "image400pxUrl",
		"smallThumbnailUrl": "image160pxUrl", "originalImageUrl": "imageOriginalUrl",
	}
}

func galleryImage(m object) object {
	o := object{"id": numberOf(textOf(m, "id")), "orderBy": m["orderBy"], "url": m["imageOriginalUrl"]}
	for key, size := range imageKeys() {
		o[key] = m[size]
	}
	o["thumbnail"] = m["image400pxUrl"]
	if has(m, "alt") {
		o["alt"] = m["alt"]
	}
	return o
}

// placeImage adds an image to the copy d, or replaces the main one. The first
// image of a product is its main image whatever was asked for.
func (s *Server) placeImage(d object, main bool, address string) object {
	images := imagesOf(d)
	at := slices.IndexFunc(images, func(m object) bool { return textOf(m, "id") == mainImage })
	var next object
	switch {
	case main && at >= 0:
		next = newImage(mainImage, address)
		images[at] = next
	case main || at < 0:
		next = newImage(mainImage, address)
		images = append([]object{next}, images...)
	default:
		next = newImage(s.partIDs.next().String(), address)
		images = append(images, next)
	}
	setImages(d, images)
	return next
}

// uploadImage makes the handler of the main image or of the gallery.
func uploadImage(main bool) func(*Server, *call) (any, error) {
	return func(s *Server, c *call) (any, error) {
		v, err := s.product(c)
		if err != nil {
			return nil, err
		}
		address, err := s.upload(c)
		if err != nil {
			return nil, err
		}
		d := cloneObject(v.doc)
		image := s.placeImage(d, main, address)
		s.saveProduct(v.id, d, v.created, s.now())
		return object{"id": numberOf(textOf(image, "id"))}, nil
	}
}

// uploadImageAsync makes the handler of the main image or of the gallery.
func uploadImageAsync(main bool) func(*Server, *call) (any, error) {
	return func(s *Server, c *call) (any, error) {
		v, err := s.product(c)
		if err != nil {
			return nil, err
		}
		dropNulls(c.body)
		address, alt, externalID, err := asyncImage(c.body)
		if err != nil {
			return nil, err
		}
		d := cloneObject(v.doc)
		image := s.placeImage(d, main, address)
		if alt != nil {
			image["alt"] = alt
		}
		if externalID != "" {
			image["externalId"] = externalID
		}
		setImages(d, imagesOf(d))
		s.saveProduct(v.id, d, v.created, s.now())
		return s.asyncResult(numberOf(textOf(image, "id"))), nil
	}
}

func (s *Server) asyncResult(id any) object {
	if s.cfg.reads(AsyncWithoutID) {
		return object{}
	}
	return object{"id": id}
}

func (s *Server) deleteMainImage(c *call) (any, error) { return s.removeMedia(c, mainImage) }

// deleteGalleryEntry takes images and videos.
func (s *Server) deleteGalleryEntry(c *call) (any, error) { return s.removeMedia(c, c.args[1]) }

// deleteGallery keeps the main image.
func (s *Server) deleteGallery(c *call) (any, error) {
	v, err := s.product(c)
	if err != nil {
		return nil, err
	}
	d := cloneObject(v.doc)
	images := imagesOf(d)
	kept := slices.DeleteFunc(slices.Clone(images), func(m object) bool { return textOf(m, "id") != mainImage })
	setImages(d, kept)
	s.saveProduct(v.id, d, v.created, s.now())
	return object{"deleteCount": number(int64(len(images) - len(kept)))}, nil
}

func (s *Server) removeMedia(c *call, id string) (any, error) {
	v, err := s.product(c)
	if err != nil {
		return nil, err
	}
	d := cloneObject(v.doc)
	isNamed := func(m object) bool { return textOf(m, "id") == id }
	images, videos := imagesOf(d), objectsOf(objectOf(d, "media"), "videos")
	switch {
	case slices.ContainsFunc(images, isNamed):
		setImages(d, slices.DeleteFunc(images, isNamed))
	case slices.ContainsFunc(videos, isNamed):
		setVideos(d, slices.DeleteFunc(videos, isNamed))
	default:
		return nil, c.miss(fail(http.StatusNotFound, "", "Image #%s not found", id))
	}
	s.saveProduct(v.id, d, v.created, s.now())
	return object{"deleteCount": number(1)}, nil
}
