package salespostest

import (
	"encoding/base64"
	"slices"
	"strings"
)

// pictureTypes are the extensions that a picture may have.
var pictureTypes = []string{"png", "jpg", "jpeg", "gif", "webp"}

// checkFiles checks each file of a body. Files are not kept: the API never
// gives them back.
func (w *world) checkFiles(body map[string]any) *apiError {
	for _, f := range []struct{ source, kind string }{
		{"source", "file_type"}, {"photo_source", "photo_file_type"}, {"description_photo_source", "description_photo_file_type"},
	} {
		content, ok := body[f.source].(string)
		if !ok || content == "" && f.source != "source" {
			continue
		}
		if kind, ok := body[f.kind]; ok && !slices.Contains(pictureTypes, strings.ToLower(text(kind))) {
			return &apiError{status: 500, code: "500.22", msg: f.kind + ": file type not valid"}
		}
		data, err := base64.StdEncoding.DecodeString(content)
		if err != nil {
			return badBody("%s is no raw base64", f.source)
		}
		if w.cfg.fileLimit > 0 && len(data) > w.cfg.fileLimit {
			return &apiError{status: 500, code: "500.21", msg: f.source + ": file too large"}
		}
	}
	return nil
}

// createFile stores a picture of a product or a combination under a name.
func createFile(name string) creator {
	return func(w *world, c *call, body map[string]any) (*record, *apiError) {
		rec, err := createPlain(w.table(name).res)(w, c, body)
		if err == nil {
			w.update(name, rec, map[string]any{"filename": "photo-" + string(number(rec.id)) + "." + strings.ToLower(text(body["file_type"]))})
		}
		return rec, err
	}
}

// oneMainPhoto lets a new main photo take the place of the old one.
func oneMainPhoto(name, key string) func(*world, *record) {
	return func(w *world, rec *record) {
		t := w.table(name)
		if !flag(rec.doc, "is_mainphoto", false) || t.rows[rec.id] != rec {
			return
		}
		for _, other := range t.where(key, integer(rec.doc[key])) {
			if other != rec {
				w.update(name, other, map[string]any{"is_mainphoto": false})
			}
		}
	}
}

// categoryPictures turns the written pictures of a category into the URLs that
// it shows; an empty source takes one away.
func (w *world) categoryPictures(rec *record, body map[string]any) *apiError {
	patch := map[string]any{}
	for _, key := range []string{"photo", "description_photo"} {
		source, ok := body[key+"_source"].(string)
		switch {
		case !ok:
			continue
		case source == "":
			patch[key] = ""
			continue
		case key == "description_photo" && (body[key+"_size"] == nil || body[key+"_position"] == nil):
			return badBody("%s_source needs a size and a position", key)
		case body[key+"_file_type"] == nil:
			return badBody("%s_source needs a file type", key)
		}
		patch[key] = w.cfg.host + "/" + key + "/" + string(number(rec.id)) + "." + text(body[key+"_file_type"])
	}
	w.update("categories", rec, patch)
	return nil
}
