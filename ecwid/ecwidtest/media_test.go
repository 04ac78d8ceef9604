package ecwidtest_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

const gif = "GIF89a\x01\x00\x01\x00\x00\x00\x00;"

// raw sends a body that is not JSON.
func raw(t *testing.T, s *ecwidtest.Server, method, path, contentType, body string) answer {
	t.Helper()
	url := "https://app.ecwid.com/api/v3/1003" + path
	req, err := http.NewRequestWithContext(t.Context(), method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer "+s.Token())
	req.Header.Set("Content-Type", contentType)
	a, err := do(s.Transport(), req)
	if err != nil {
		t.Fatal(err)
	}
	a.t = t
	return a
}

func TestImages(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("products", `{"id":5}`)
	raw(t, s, "POST", "/products/5/gallery?fileName=a.gif", "application/octet-stream", gif).is(`{"id":0}`)
	second := ok(t, s, "POST", "/products/5/gallery?externalUrl=https://a.example/b.jpg", "").id()
	raw(t, s, "POST", "/products/5/image", "image/gif", gif).is(`{"id":0}`)
	p := get(t, s, "/products/5")
	p.is(`"0"`, "media", "images", 0, "id")
	p.is(`true`, "media", "images", 0, "isMain")
	p.is(path(`"%d"`, second), "media", "images", 1, "id")
	p.is(path("%d", second), "galleryImages", 0, "id")
	if url, _ := p.at("imageUrl").(string); !strings.HasPrefix(url, "https://images.example.com/") {
		t.Errorf("got image %q", url)
	}
	ok(t, s, "POST", "/products/5/gallery/async",
		`{"url":"https://a.example/c.jpg","width":10,"height":20,"externalId":"x","alt":{"main":"C"}}`)
	p = get(t, s, "/products/5")
	p.is(`"https://a.example/c.jpg"`, "media", "images", 2, "imageOriginalUrl")
	p.is(`"x"`, "media", "images", 2, "externalId")
	p.is(`{"main":"C"}`, "media", "images", 2, "alt")
	ok(t, s, "DELETE", path("/products/5/gallery/%d", second), "").is(`{"deleteCount":1}`)
	ok(t, s, "DELETE", "/products/5/gallery", "").is(`{"deleteCount":1}`)
	ok(t, s, "DELETE", "/products/5/image", "")
	p = get(t, s, "/products/5")
	p.is(`[]`, "media", "images")
	p.is("", "imageUrl")
	refused(t, s, "DELETE", "/products/5/image", "", 404, "")
}

func TestImageRefusals(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("products", `{"id":5,"combinations":[{"id":9,"options":[{"name":"Size","value":"S"}]}]}`)
	s.Add("categories", `{"id":7,"name":"c"}`)
	for _, p := range []string{"/products/5/image", "/products/5/gallery", "/products/5/combinations/9/image", "/categories/7/image"} {
		refused(t, s, "POST", p+"?externalUrl=ftp://a.example", "", 422, "WRONG_URL")
		refused(t, s, "POST", p, "", 400, "WRONG_PARAMETER")
		refused(t, s, "POST", p+"/async", `{"url":"","width":1,"height":1}`, 422, "WRONG_URL")
		refused(t, s, "POST", p+"/async", `{"url":"https://a.example"}`, 400, "WRONG_PARAMETER")
		if a := raw(t, s, "POST", p, "text/plain", gif); a.status != 415 {
			t.Errorf("%s: a text: got %d", p, a.status)
		}
		if a := raw(t, s, "POST", p, "application/octet-stream", "no image"); a.status != 422 {
			t.Errorf("%s: no image: got %d", p, a.status)
		}
	}
	large := gif + strings.Repeat(" ", 20<<20)
	raw(t, s, "POST", "/products/5/image", "image/gif", large).is(`"INCORRECT_IMAGE_SIZE"`, "errorCode")
	s2 := ecwidtest.New(ecwidtest.WithScopes("update_catalog"))
	s2.Add("products", `{"id":5}`)
	refused(t, s2, "DELETE", "/products/5/gallery", "", 403, "INSUFFICIENT_APP_SCOPE")
}

func TestPictures(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("products", `{"id":5,"combinations":[{"id":9,"options":[{"name":"Size","value":"S"}]}]}`)
	s.Add("categories", `{"id":7,"name":"c"}`)
	for p, shown := range map[string]string{"/products/5/combinations/9": "smallThumbnailUrl", "/categories/7": "thumbnailUrl"} {
		ok(t, s, "POST", p+"/image/async", `{"url":"https://a.example/c.jpg","width":1,"height":1,"alt":{"main":"C"}}`)
		get(t, s, p).is(`"https://a.example/c.jpg"`, shown)
		get(t, s, p).is(`"C"`, "alt", "main")
		if raw(t, s, "POST", p+"/image", "image/gif", gif).id() == 0 {
			t.Errorf("%s: no id", p)
		}
		ok(t, s, "DELETE", p+"/image", "").is(`{"deleteCount":1}`)
		get(t, s, p).is("", shown)
	}
}

func TestVideosAndMedia(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("products", `{"id":5}`)
	ok(t, s, "POST", "/products/5/video", `{"url":"https://v.example/1"}`).is(`{"id":0}`)
	video := ok(t, s, "POST", "/products/5/gallery/video?externalUrl=https://v.example/2", "").id()
	at := path("/products/5/gallery/video/%d", video)
	get(t, s, at).is(`"https://v.example/2"`, "url")
	ok(t, s, "PUT", at+"?externalUrl=https://a.example/cover.jpg", "").is(`{"updateCount":1}`)
	if get(t, s, at).at("videoCoverId") == "0" {
		t.Error("the cover was not set")
	}
	refused(t, s, "POST", "/products/5/video", `{"url":"nothing"}`, 422, "NOT_VIDEO_URL")
	ok(t, s, "DELETE", "/products/5/video", "")
	refused(t, s, "DELETE", "/products/5/video", "", 404, "")
	ok(t, s, "PUT", "/products/5/media", `{"mainMedia":{"imageUrl":"https://a.example/main.jpg"},
		"galleryMedia":[{"imageUrl":"https://a.example/2.jpg"},{"videoUrl":"https://v.example/3"}]}`)
	p := get(t, s, "/products/5")
	p.is(`"https://a.example/main.jpg"`, "imageUrl")
	p.is(`"https://a.example/2.jpg"`, "media", "images", 1, "imageOriginalUrl")
	p.is(`"https://v.example/3"`, "media", "videos", 0, "url")
	refused(t, s, "GET", at, "", 404, "")
	ok(t, s, "PUT", "/products/5/media", `{"mainMedia":{}}`) // no gallery empties it
	p = get(t, s, "/products/5")
	p.is(`"0"`, "media", "images", 0, "id")
	p.is("", "media", "images", 1)
	p.is("[]", "media", "videos")
}

func TestFiles(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("products", `{"id":5}`)
	id := raw(t, s, "POST", "/products/5/files?fileName=a.txt&description=d", "application/octet-stream", "content").id()
	ok(t, s, "POST", "/products/5/files?externalUrl=https://a.example/b", "")
	at := path("/products/5/files/%d", id)
	a := get(t, s, at)
	if a.raw != "content" || a.header.Get("Content-Type") != "application/octet-stream" {
		t.Errorf("got %q %q", a.raw, a.header.Get("Content-Type"))
	}
	ok(t, s, "PUT", at, `{"description":"new"}`)
	p := get(t, s, "/products/5")
	p.is(`"new"`, "files", 0, "description")
	p.is(`"a.txt"`, "files", 0, "name")
	p.is(`7`, "files", 0, "size")
	ok(t, s, "DELETE", at, "")
	refused(t, s, "GET", at, "", 404, "")
	ok(t, s, "DELETE", "/products/5/files", "").is(`{"deleteCount":1}`)
	refused(t, s, "POST", "/products/5/files", "", 400, "WRONG_PARAMETER")
}

func TestDeleteAllProducts(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("products", `{}`)
	s.Add("products", `{}`)
	if a := send(t, s, "DELETE", "/products", ""); a.status != 202 || a.raw != "" {
		t.Errorf("got %d %q", a.status, a.raw)
	}
	get(t, s, "/products").is("0", "total")
	get(t, s, "/products/deleted").is("2", "total")
}
