package ecwidtest

import (
	"cmp"
	"maps"
	"net/http"
	"slices"
)

// mainVideo marks the video that stands in for the main image.
const mainVideo = "0"

func videosOf(d object) []object { return objectsOf(objectOf(d, "media"), "videos") }

func setVideos(d object, videos []object) {
	media := maps.Clone(objectOf(d, "media"))
	if media == nil {
		media = object{"images": []any{}}
	}
	media["videos"] = asList(videos)
	d["media"] = media
}

func newVideo(id, address string) object {
	return object{"id": id, "videoCoverId": "0", "url": address, "embedHtml": "", "providerName": "Example", "title": ""}
}

// videoURL is the address of a video: a parameter, or in the body.
func videoURL(c *call) (string, error) {
	address := cmp.Or(c.query.Get("externalUrl"), c.query.Get("url"))
	if len(c.raw) > 0 {
		body, err := parseObject(c.raw)
		if err != nil {
			return "", wrong("The body cannot be read: %v", err)
		}
		address = cmp.Or(textOf(body, "url"), textOf(body, "videoUrl"))
	}
	if webURL(address) != nil {
		return "", fail(http.StatusUnprocessableEntity, "NOT_VIDEO_URL", "The URL is not that of a video")
	}
	return address, nil
}

// uploadVideo makes the handler of the main video or of the gallery.
func uploadVideo(main bool) func(*Server, *call) (any, error) {
	return func(s *Server, c *call) (any, error) {
		v, err := s.product(c)
		if err != nil {
			return nil, err
		}
		address, err := videoURL(c)
		if err != nil {
			return nil, err
		}
		id := mainVideo
		if !main {
			id = s.partIDs.next().String()
		}
		d := cloneObject(v.doc)
		isSame := func(m object) bool { return textOf(m, "id") == id }
		setVideos(d, append(slices.DeleteFunc(videosOf(d), isSame), newVideo(id, address)))
		s.saveProduct(v.id, d, v.created, s.now())
		return object{"id": numberOf(id)}, nil
	}
}

func (s *Server) deleteMainVideo(c *call) (any, error) {
	v, err := s.product(c)
	if err != nil {
		return nil, err
	}
	d := cloneObject(v.doc)
	if findVideo(d, mainVideo) == nil {
		return nil, fail(http.StatusNotFound, "", "Video not found")
	}
	setVideos(d, slices.DeleteFunc(videosOf(d), func(m object) bool { return textOf(m, "id") == mainVideo }))
	s.saveProduct(v.id, d, v.created, s.now())
	return object{"deleteCount": number(1)}, nil
}

func findVideo(d object, id string) object {
	for _, m := range videosOf(d) {
		if textOf(m, "id") == id {
			return m
		}
	}
	return nil
}

func (s *Server) getVideo(c *call) (any, error) {
	v, err := s.product(c)
	if err != nil {
		return nil, err
	}
	video := findVideo(v.doc, c.args[1])
	if video == nil {
		return nil, fail(http.StatusNotFound, "", "Video #%s not found", c.args[1])
	}
	return video, nil
}

// setVideoCover takes the picture that the video shows before it plays.
func (s *Server) setVideoCover(c *call) (any, error) {
	v, err := s.product(c)
	if err != nil {
		return nil, err
	}
	d := cloneObject(v.doc)
	video := findVideo(d, c.args[1])
	if video == nil {
		return nil, fail(http.StatusNotFound, "", "Video #%s not found", c.args[1])
	}
	address, err := s.upload(c)
	if err != nil {
		return nil, err
	}
	cover := s.partIDs.next()
	maps.Copy(video, newImage(textOf(video, "id"), address))
	delete(video, "isMain")
	video["videoCoverId"] = cover.String()
	setVideos(d, videosOf(d))
	s.saveProduct(v.id, d, v.created, s.now())
	return object{"updateCount": number(1)}, nil
}

func mediaSchema() check {
	entry := schema{"imageUrl": text, "videoUrl": text}
	return schema{"mainMedia": entry, "galleryMedia": array{entry}}
}

// replaceMedia sets the whole gallery, and the main image or video if one is
// named.
func (s *Server) replaceMedia(c *call) (any, error) {
	v, err := s.product(c)
	if err != nil {
		return nil, err
	}
	dropNulls(c.body)
	d := cloneObject(v.doc)
	main := func(m object) bool { return textOf(m, "id") != mainImage }
	setImages(d, slices.DeleteFunc(imagesOf(d), main))
	setVideos(d, slices.DeleteFunc(videosOf(d), main))
	if err := s.placeMedia(d, objectOf(c.body, "mainMedia"), true); err != nil {
		return nil, err
	}
	for _, entry := range objectsOf(c.body, "galleryMedia") {
		if err := s.placeMedia(d, entry, false); err != nil {
			return nil, err
		}
	}
	s.saveProduct(v.id, d, v.created, s.now())
	return object{"updateCount": number(1)}, nil
}

func (s *Server) placeMedia(d, entry object, main bool) error {
	if image := textOf(entry, "imageUrl"); image != "" {
		s.placeImage(d, main, image)
		return webURL(image)
	}
	if video := textOf(entry, "videoUrl"); video != "" {
		id := mainVideo
		if !main {
			id = s.partIDs.next().String()
		}
		setVideos(d, append(videosOf(d), newVideo(id, video)))
		return webURL(video)
	}
	return nil
}
