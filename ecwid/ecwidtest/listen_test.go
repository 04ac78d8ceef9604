package ecwidtest_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

// Everything works over a socket too.
func TestListenServesEverything(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	base, err := s.Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	a := over(t, base, "POST", "/api/v3/1003/batch", "Bearer "+s.Token(), "application/json", two)
	ticket, _ := a.at("ticket").(string)
	over(t, base, "GET", "/api/v3/1003/batch?ticket="+ticket, "Bearer "+s.Token(), "", "").is(`"COMPLETED"`, "status")
	code := s.AuthorizeApp("https://app.example/done", "read_catalog")
	over(t, base, "POST", "/api/oauth/token", "", "application/x-www-form-urlencoded", form(s, code).Encode()).
		is(`1003`, "store_id")
	image := over(t, base, "POST", "/api/v3/1003/products/10000001/image", "Bearer "+s.Token(), "image/gif", gif)
	image.is(`{"id":0}`)
}

func over(t *testing.T, base, method, path, authorization, contentType, body string) answer {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, base+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Authorization", authorization)
	req.Header.Set("Content-Type", contentType)
	a, err := do(&http.Transport{DisableKeepAlives: true}, req)
	if err != nil {
		t.Fatal(err)
	}
	a.t = t
	return a
}
