package ecwidtest_test

import (
	"encoding/hex"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

// exchange sends a code to the token endpoint.
func exchange(t *testing.T, s *ecwidtest.Server, method string, form url.Values) answer {
	t.Helper()
	target, body := "https://my.ecwid.com/api/oauth/token", ""
	if method == http.MethodGet {
		target += "?" + form.Encode()
	} else {
		body = form.Encode()
	}
	req, err := http.NewRequestWithContext(t.Context(), method, target, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	a, err := do(s.Transport(), req)
	if err != nil {
		t.Fatal(err)
	}
	a.t = t
	return a
}

func form(s *ecwidtest.Server, code string) url.Values {
	return url.Values{
		"client_id": {s.ClientID()}, "client_secret": {s.ClientSecret()}, "code": {code},
		"redirect_uri": {"https://app.example/done"}, "grant_type": {"authorization_code"},
	}
}

// as sends a GET with a token of its own.
func as(t *testing.T, s *ecwidtest.Server, token, path string) answer {
	t.Helper()
	return sendAs(t, s, token, http.MethodGet, path, "")
}

func sendAs(t *testing.T, s *ecwidtest.Server, token, method, path, body string) answer {
	t.Helper()
	url := "https://app.ecwid.com/api/v3/1003" + path
	req, err := http.NewRequestWithContext(t.Context(), method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("Content-Type", "application/json")
	a, err := do(s.Transport(), req)
	if err != nil {
		t.Fatal(err)
	}
	a.t = t
	return a
}

func TestOAuth(t *testing.T) {
	t.Parallel()
	for _, method := range []string{"GET", "POST"} {
		s := ecwidtest.New()
		code := s.AuthorizeApp("https://app.example/done", "read_catalog")
		a := exchange(t, s, method, form(s, code))
		if r := s.Requests()[0]; strings.Contains(r.Query+string(r.Body), s.ClientSecret()) {
			t.Errorf("%s: the secret was recorded", method)
		}
		a.is(`1003`, "store_id")
		a.is(`"bearer"`, "token_type")
		a.is(`"read_catalog"`, "scope")
		token, _ := a.at("access_token").(string)
		if got := as(t, s, token, "/products"); got.status != 200 {
			t.Errorf("%s: the token is refused: %d %s", method, got.status, got.raw)
		}
		if got := as(t, s, token, "/orders"); got.status != 403 {
			t.Errorf("%s: the token reads orders: %d", method, got.status)
		}
		if again := exchange(t, s, method, form(s, code)); again.status != 400 {
			t.Errorf("%s: a code worked twice: %d", method, again.status)
		}
		if got := as(t, s, token, "/products"); got.status != 403 {
			t.Errorf("%s: the second exchange left the token alive: %d", method, got.status)
		}
	}
}

func TestOAuthRefusals(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	for key, want := range map[string]string{
		"client_id": "invalid_client", "client_secret": "invalid_client", "code": "invalid_grant",
		"redirect_uri": "invalid_grant", "grant_type": "unsupported_grant_type",
	} {
		f := form(s, s.AuthorizeApp("https://app.example/done"))
		f.Set(key, "other")
		a := exchange(t, s, http.MethodPost, f)
		a.is(`"`+want+`"`, "error")
	}
	get := ecwidtest.New(ecwidtest.With(ecwidtest.OAuthByGet))
	code := get.AuthorizeApp("https://app.example/done")
	if a := exchange(t, get, http.MethodPost, form(get, code)); a.status != 405 {
		t.Errorf("POST: got %d, want 405", a.status)
	}
	if a := exchange(t, get, http.MethodGet, form(get, code)); a.status != 200 {
		t.Errorf("GET: got %d, want 200", a.status)
	}
}

func TestIframe(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	if a, b := s.IframePayload(""), s.IframePayload(""); a == b || strings.ContainsAny(a, "+/=") {
		t.Errorf("got %q and %q", a, b)
	}
	plain, err := hex.DecodeString(s.IframeFragment(`{"lang":"de","app_state":"x"}`))
	if err != nil {
		t.Fatal(err)
	}
	a := answer{t: t, raw: string(plain)}
	a.is(`{"store_id":1003,"lang":"de","access_token":"` + s.Token() + `","view_mode":"PAGE","app_state":"x"}`)
	// The vector of the reference.
	const want = "AAECAwQFBgcICQoLDA0ODyk2WQ-zigPUbAFWkDL503qywmFA5dKxLPuXnse6iSiNmdWmrlbjm6Esr6hhUSIofmzBhN8wqUagQbxsfhXn7psYlcnJ0NFd7n8B9tNdsp_x"
	iv := []byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}
	got := ecwidtest.SealPayload(iv, []byte(`{"store_id":1003,"lang":"en","access_token":"secret_test","view_mode":"PAGE"}`))
	if got != want {
		t.Errorf("got %s", got)
	}
}
