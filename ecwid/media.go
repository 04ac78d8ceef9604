package ecwid

import (
	"encoding/json"
	"errors"
)

// AltText is the text of an image for those who cannot see it.
type AltText struct {
	Extra
	Main       string  `json:"main"`
	Translated TextMap `json:"translated,omitempty"`
}

// UnmarshalJSON also reads a plain text, and the translations under their other
// documented name.
func (a *AltText) UnmarshalJSON(data []byte) error {
	if isNull(data) {
		return nil
	}
	if data[0] == '"' {
		return json.Unmarshal(data, &a.Main)
	}
	var both struct {
		Extra
		Main         string  `json:"main"`
		Translated   TextMap `json:"translated"`
		Translations TextMap `json:"translations"`
	}
	if err := decodeKeeping(data, &both, nil); err != nil {
		return err
	}
	*a = AltText{Extra: both.Extra, Main: both.Main, Translated: both.Translated}
	if a.Translated == nil {
		a.Translated = both.Translations
	}
	return nil
}

// ImageFile is an image with its size in pixels.
type ImageFile struct {
	Extra
	URL    string `json:"url"`
	Width  int    `json:"width"`
	Height int    `json:"height"`
}

// Media are the images and videos of a product.
type Media struct {
	Extra
	Images []MediaImage `json:"images"`
	Videos []MediaVideo `json:"videos"`
}

// MediaImage is one image; the main image has the id "0". A new main image
// takes over that id, so it is no durable key.
type MediaImage struct {
	Extra
	ID         ImageID `json:"id"`
	IsMain     bool    `json:"isMain"`
	OrderBy    int     `json:"orderBy"`
	URL160     string  `json:"image160pxUrl"`
	URL400     string  `json:"image400pxUrl"`
	URL800     string  `json:"image800pxUrl"`
	URL1500    string  `json:"image1500pxUrl"`
	URL        string  `json:"imageOriginalUrl"`
	Alt        AltText `json:"alt"`
	ExternalID string  `json:"externalId"`
}

// MediaVideo is one video with its cover images.
type MediaVideo struct {
	Extra
	ID           VideoID `json:"id"`
	CoverID      ImageID `json:"videoCoverId"`
	URL          string  `json:"url"`
	EmbedHTML    string  `json:"embedHtml"`
	ProviderName string  `json:"providerName"`
	Title        string  `json:"title"`
	URL160       string  `json:"image160pxUrl"`
	URL400       string  `json:"image400pxUrl"`
	URL800       string  `json:"image800pxUrl"`
	URL1500      string  `json:"image1500pxUrl"`
	OriginalURL  string  `json:"imageOriginalUrl"`
}

func (v *MediaVideo) check() error {
	if v.ID <= 0 {
		return errors.New("it has no video id")
	}
	return nil
}

// GalleryImage is the older form of MediaImage.
type GalleryImage struct {
	Extra
	ID        ImageID `json:"id"`
	URL       string  `json:"url"`
	Thumbnail string  `json:"thumbnail"`
	ImageURLs
	Width      int         `json:"width"`
	Height     int         `json:"height"`
	OrderBy    int         `json:"orderBy"`
	Alt        AltText     `json:"alt"`
	BorderInfo *BorderInfo `json:"borderInfo"`
}

// BorderInfo helps to draw a frame around an image.
type BorderInfo struct {
	Extra
	DominatingColor Color `json:"dominatingColor"`
	Homogeneity     bool  `json:"homogeneity"`
}

// Color is a colour, each part from 0 to 255.
type Color struct {
	Extra
	Red   int `json:"red"`
	Green int `json:"green"`
	Blue  int `json:"blue"`
	Alpha int `json:"alpha"`
}
