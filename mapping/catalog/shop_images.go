package catalog

import (
	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
)

func shopProductImages() []mapping.SourceField[shopProduct] {
	return []mapping.SourceField[shopProduct]{
		sourceText("imageUrl", "main image, 1500 pixels", func(p *shopProduct) string { return p.ImageURL }),
		sourceText("hdThumbnailUrl", "main image, 800 pixels", func(p *shopProduct) string { return p.HDThumbnailURL }),
		sourceText("thumbnailUrl", "main image, 400 pixels", func(p *shopProduct) string { return p.ThumbnailURL }),
		sourceText("smallThumbnailUrl", "main image, 160 pixels", func(p *shopProduct) string { return p.SmallThumbnailURL }),
		sourceText("originalImageUrl", "main image as it was uploaded", func(p *shopProduct) string { return p.OriginalImageURL }),
		sourceObject("originalImage", "main image as it was uploaded, as {url, width, height}",
			func(p *shopProduct) *ecwid.ImageFile { return p.OriginalImage }, imageFile),
		sourceObject("borderInfo", "help to draw a frame around the main image, as {dominatingColor, homogeneity}",
			func(p *shopProduct) *ecwid.BorderInfo { return p.BorderInfo }, borderInfo),
		sourceList("media.images", "images, as {id, isMain, orderBy, image160pxUrl, image400pxUrl, image800pxUrl, image1500pxUrl, imageOriginalUrl, alt, externalId}",
			func(p *shopProduct) []ecwid.MediaImage { return p.Media.Images }, mediaImage),
		sourceList("media.videos", "videos, as {id, videoCoverId, url, embedHtml, providerName, title}",
			func(p *shopProduct) []ecwid.MediaVideo { return p.Media.Videos }, mediaVideo),
		sourceList("galleryImages", "older form of media.images, without the main image",
			func(p *shopProduct) []ecwid.GalleryImage { return p.GalleryImages }, galleryImage),
		sourceList("files", "files for download, as {id, name, description, size, adminUrl}", func(p *shopProduct) []ecwid.ProductFile { return p.Files },
			func(f *ecwid.ProductFile) mapping.Value {
				return object(pair("id", id(f.ID)), textPair("name", f.Name), textPair("description", f.Description), pair("size", integer(f.Size)),
					textPair("adminUrl", f.AdminURL))
			}),
	}
}

func imageFile(f *ecwid.ImageFile) mapping.Value {
	return object(textPair("url", f.URL), pair("width", integer(f.Width)), pair("height", integer(f.Height)))
}

func borderInfo(b *ecwid.BorderInfo) mapping.Value {
	c := b.DominatingColor
	return object(pair("homogeneity", mapping.Bool(b.Homogeneity)), pair("dominatingColor", object(pair("red", integer(c.Red)),
		pair("green", integer(c.Green)), pair("blue", integer(c.Blue)), pair("alpha", integer(c.Alpha)))))
}

func altText(a *ecwid.AltText) mapping.Pair {
	return pair("alt", object(textPair("main", a.Main), pair("translated", namedTexts(a.Translated))))
}

func mediaImage(i *ecwid.MediaImage) mapping.Value {
	return object(textPair("id", i.ID), pair("isMain", mapping.Bool(i.IsMain)), pair("orderBy", integer(i.OrderBy)),
		textPair("image160pxUrl", i.URL160), textPair("image400pxUrl", i.URL400), textPair("image800pxUrl", i.URL800),
		textPair("image1500pxUrl", i.URL1500), textPair("imageOriginalUrl", i.URL), textPair("externalId", i.ExternalID), altText(&i.Alt))
}

func mediaVideo(v *ecwid.MediaVideo) mapping.Value {
	return object(pair("id", id(v.ID)), textPair("videoCoverId", v.CoverID), textPair("url", v.URL), textPair("embedHtml", v.EmbedHTML),
		textPair("providerName", v.ProviderName), textPair("title", v.Title))
}

func galleryImage(i *ecwid.GalleryImage) mapping.Value {
	members := object(textPair("id", i.ID), textPair("url", i.URL), textPair("thumbnail", i.Thumbnail), textPair("imageUrl", i.ImageURL),
		textPair("hdThumbnailUrl", i.HDThumbnailURL), textPair("thumbnailUrl", i.ThumbnailURL), textPair("smallThumbnailUrl", i.SmallThumbnailURL),
		textPair("originalImageUrl", i.OriginalImageURL), pair("width", integer(i.Width)), pair("height", integer(i.Height)),
		pair("orderBy", integer(i.OrderBy)), altText(&i.Alt))
	if i.BorderInfo == nil {
		return members
	}
	return extended(members, pair("borderInfo", borderInfo(i.BorderInfo)))
}
