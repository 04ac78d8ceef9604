package salespos_test

import (
	"context"
	"crypto/hmac"
	"crypto/sha512"
	"encoding/hex"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/tillsync/tillsync/salespos"
)

const (
	handshakeURI = "https://connector.example/install/handshake"
	appSecret    = "canary-secret-of-the-app"
	handshakeDoc = `{"api_public":"pub","api_secret":"canary","api_root":"https:\/\/shop.example.com\/api\/rest\/v1","return_url":"https:\/\/shop.example.com\/apps","language":"nl"}`
)

// callbackSum is the hash as the reference describes it, written a second time.
func callbackSum(key, address, content string) string {
	mac := hmac.New(sha512.New, []byte(key))
	mac.Write([]byte(address + "|" + content))
	return hex.EncodeToString(mac.Sum(nil))
}

func appSecrets() []salespos.Secret { return []salespos.Secret{"the-next-secret", appSecret} }

func hashHeader(hash string) http.Header { return http.Header{"X-Hash": {hash}} }

func TestHandshake(t *testing.T) {
	t.Parallel()
	header := hashHeader(callbackSum(appSecret, handshakeURI, handshakeDoc))
	got, err := salespos.ParseHandshake(handshakeURI, appSecrets(), header, []byte(handshakeDoc))
	if err != nil {
		t.Fatal(err)
	}
	diff(t, salespos.Handshake{
		APIRoot: "https://shop.example.com/api/rest/v1", PublicKey: "pub", Secret: "canary",
		ReturnURL: "https://shop.example.com/apps", Language: "nl",
	}, got)
	if _, err := salespos.New(got.APIRoot, got.PublicKey, string(got.Secret)); err != nil {
		t.Error(err)
	}
}

func TestHandshakeHandler(t *testing.T) {
	t.Parallel()
	signed := func(doc string) *http.Request {
		return delivery(t, handshakeURI, doc, "x-hash", callbackSum(appSecret, handshakeURI, doc))
	}
	for name, tc := range map[string]struct {
		req      *http.Request
		err      error
		want     int
		accepted bool
	}{
		"accepted":       {signed(handshakeDoc), nil, http.StatusOK, true},
		"not stored":     {signed(handshakeDoc), errors.New("disk full"), http.StatusServiceUnavailable, true},
		"unsigned":       {delivery(t, handshakeURI, handshakeDoc), nil, http.StatusForbidden, false},
		"other secret":   {delivery(t, handshakeURI, handshakeDoc, "x-hash", callbackSum("x", handshakeURI, handshakeDoc)), nil, http.StatusForbidden, false},
		"other address":  {delivery(t, handshakeURI, handshakeDoc, "x-hash", callbackSum(appSecret, hookBase, handshakeDoc)), nil, http.StatusForbidden, false},
		"no JSON":        {signed("canary"), nil, http.StatusBadRequest, false},
		"no address":     {signed(`{"api_public":"pub","api_secret":"canary"}`), nil, http.StatusBadRequest, false},
		"no public key":  {signed(`{"api_root":"https://shop.example.com","api_secret":"canary"}`), nil, http.StatusBadRequest, false},
		"no secret":      {signed(`{"api_root":"https://shop.example.com","api_public":"pub"}`), nil, http.StatusBadRequest, false},
		"too large":      {signed(strings.Repeat(" ", salespos.MaxCallbackBody) + handshakeDoc), nil, http.StatusRequestEntityTooLarge, false},
		"another method": {httptest.NewRequestWithContext(t.Context(), http.MethodGet, handshakeURI, nil), nil, http.StatusMethodNotAllowed, false},
	} {
		accepted := false
		h, err := salespos.NewHandshakeHandler(handshakeURI, appSecrets(), func(context.Context, salespos.Handshake) error {
			accepted = true
			return tc.err
		})
		if err != nil {
			t.Fatal(err)
		}
		if got := answer(h, tc.req); got != tc.want || accepted != tc.accepted {
			t.Errorf("%s: answered %d, accepted = %t", name, got, accepted)
		}
	}
}

func TestHandshakeHandlerSettings(t *testing.T) {
	t.Parallel()
	accept := func(context.Context, salespos.Handshake) error { return nil }
	for _, secrets := range [][]salespos.Secret{nil, {""}, {appSecret, ""}} {
		if _, err := salespos.NewHandshakeHandler(handshakeURI, secrets, accept); err == nil {
			t.Errorf("accepted %d secrets, one of them empty", len(secrets))
		}
		// An empty secret would let everybody sign.
		header := hashHeader(callbackSum("", handshakeURI, handshakeDoc))
		if _, err := salespos.ParseHandshake(handshakeURI, secrets, header, []byte(handshakeDoc)); err == nil {
			t.Error("a handshake was accepted without a secret")
		}
	}
	if _, err := salespos.NewHandshakeHandler(handshakeURI, appSecrets(), nil); err == nil {
		t.Error("accepted no function")
	}
}

func TestUninstall(t *testing.T) {
	t.Parallel()
	const uri, doc = "https://connector.example/uninstall", `{"api_public":"pub"}`
	got, err := salespos.ParseUninstall(uri, appSecrets(), hashHeader(callbackSum(appSecret, uri, doc)), []byte(doc))
	if err != nil || got != "pub" {
		t.Errorf("got %q, %v", got, err)
	}
	_, err = salespos.ParseUninstall(uri, appSecrets(), hashHeader(callbackSum(appSecret, handshakeURI, doc)), []byte(doc))
	if !errors.Is(err, salespos.ErrUnverified) {
		t.Errorf("signed for another address: %v", err)
	}
	if _, err := salespos.ParseUninstall(uri, appSecrets(), hashHeader(callbackSum(appSecret, uri, `{}`)), []byte(`{}`)); err == nil {
		t.Error("accepted a request that names no key pair")
	}
}

func TestInstallPage(t *testing.T) {
	t.Parallel()
	const uri = "https://connector.example/install"
	query := url.Values{"api_public": {"pub"}, "language": {"nl"}, "x-hash": {callbackSum(appSecret, uri, "pub")}}
	got, err := salespos.VerifyInstallPage(uri, appSecrets(), query)
	if err != nil || got != "pub" {
		t.Errorf("got %q, %v", got, err)
	}
	for _, key := range []string{"api_public", "x-hash"} {
		changed := url.Values{"api_public": query["api_public"], "x-hash": query["x-hash"]}
		changed.Set(key, "other")
		if _, err := salespos.VerifyInstallPage(uri, appSecrets(), changed); !errors.Is(err, salespos.ErrUnverified) {
			t.Errorf("another %s: %v", key, err)
		}
	}
}

func TestFinishInstall(t *testing.T) {
	t.Parallel()
	client, shop := serve(t, ok(`{"href":"x","items":[{"id":9,"is_installed":false}]}`), noContent())
	if err := salespos.FinishInstall(t.Context(), client); err != nil {
		t.Fatal(err)
	}
	seen := shop.seen()
	diff(t, "GET /api/rest/v1/apps", seen[0].Method+" "+seen[0].Target)
	diff(t, `PATCH /api/rest/v1/apps/9 {"is_installed":true}`, seen[1].Method+" "+seen[1].Target+" "+seen[1].Body)

	for _, items := range []string{`[]`, `[{"id":9},{"id":10}]`} {
		client, shop := serve(t, ok(`{"href":"x","items":`+items+`}`))
		checkKinds(t, salespos.FinishInstall(t.Context(), client), "BadAnswer")
		diff(t, 1, len(shop.seen()))
	}
}

func FuzzHandshake(f *testing.F) {
	for _, body := range []string{handshakeDoc, `{"api_public":1,"api_secret":true,"api_root":"x"}`, `[]`, `null`, ``} {
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body string) {
		header := hashHeader(callbackSum(appSecret, handshakeURI, body))
		h, err := salespos.ParseHandshake(handshakeURI, appSecrets(), header, []byte(body))
		if complete := h.APIRoot != "" && h.PublicKey != "" && h.Secret != ""; complete == (err != nil) {
			t.Errorf("complete = %t, error %v", complete, err)
		}
		if _, err := salespos.ParseHandshake(handshakeURI, appSecrets(), header, []byte(body+" ")); !errors.Is(err, salespos.ErrUnverified) {
			t.Errorf("a changed handshake: %v", err)
		}
	})
}
