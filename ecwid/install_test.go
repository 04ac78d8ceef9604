package ecwid_test

import (
	"crypto/aes"
	"crypto/cipher"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"
	"github.com/jarcoal/httpmock"

	"github.com/tillsync/tillsync/ecwid"
)

const redirect = "https://app.example.com/installed?shop=a&b"

// newApp makes an app whose requests are answered by reply.
func newApp(t *testing.T, reply func(n int, r request) (*http.Response, error)) (*ecwid.App, *store) {
	t.Helper()
	s := &store{reply: reply}
	transport := httpmock.NewMockTransport()
	transport.RegisterNoResponder(s.respond)
	app, err := ecwid.NewApp("my-app", clientSecret, redirect, ecwid.WithTransport(transport))
	if err != nil {
		t.Fatal(err)
	}
	return app, s
}

func TestAuthorizeURL(t *testing.T) {
	t.Parallel()
	app, _ := newApp(t, always(200, ``))
	got, err := url.Parse(app.AuthorizeURL("read_store_profile", "read_catalog"))
	if err != nil {
		t.Fatal(err)
	}
	want := url.Values{
		"client_id": {"my-app"}, "redirect_uri": {redirect}, "response_type": {"code"},
		"scope": {"read_store_profile read_catalog"},
	}
	if diff := cmp.Diff(want, got.Query()); diff != "" || got.Host != "my.ecwid.com" || got.Path != "/api/oauth/authorize" {
		t.Errorf("%s (-want +got):\n%s", got, diff)
	}
}

const grant = `{"access_token":"secret_granted","token_type":"bearer","scope":"read_catalog read_orders","store_id":1003,` +
	`"email":"ada@example.org","public_token":"public_granted"}`

func TestExchange(t *testing.T) {
	t.Parallel()
	want := &ecwid.Installation{
		StoreID: 1003, AccessToken: "secret_granted", PublicToken: "public_granted",
		Scopes: []string{"read_catalog", "read_orders"}, Email: "ada@example.org",
	}
	form := url.Values{
		"client_id": {"my-app"}, "client_secret": {clientSecret}, "code": {"c+d/e"}, "redirect_uri": {redirect},
		"grant_type": {"authorization_code"},
	}
	for _, refuse := range []bool{false, true} { // POST
		app, store := newApp(t, func(_ int, r request) (*http.Response, error) {
			if refuse && r.method == http.MethodPost {
				return answer(405, ``), nil
			}
			return answer(200, grant), nil
		})
		got, err := app.Exchange(t.Context(), "c+d/e")
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("installation (-want +got):\n%s", diff)
		}
		seen := store.seen()
		post := seen[0]
		values, err := url.ParseQuery(post.body)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(form, values); diff != "" {
			t.Errorf("form (-want +got):\n%s", diff)
		}
		if post.method != "POST" || post.target != "/api/oauth/token" ||
			post.header.Get("Content-Type") != "application/x-www-form-urlencoded" || post.header.Get("Authorization") != "" {
			t.Errorf("got %+v", post)
		}
		if !refuse {
			continue
		}
		path, query, _ := strings.Cut(seen[1].target, "?")
		values, err = url.ParseQuery(query)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(form, values); diff != "" || path != "/api/oauth/token" || seen[1].method != "GET" || seen[1].body != "" {
			t.Errorf("%+v (-want +got):\n%s", seen[1], diff)
		}
	}
}

// TestExchangeThatFails: a code is never sent twice, and no text shows a secret.
func TestExchangeThatFails(t *testing.T) {
	t.Parallel()
	broken := func(int, request) (*http.Response, error) { return nil, io.ErrUnexpectedEOF }
	tests := map[string]struct {
		reply func(int, request) (*http.Response, error)
		want  []error
	}{
		"refused":     {always(400, `{"error":"invalid_grant"}`), []error{ecwid.ErrInvalid}},
		"echo":        {always(400, `{"errorMessage":"not `+clientSecret+`"}`), []error{ecwid.ErrInvalid}},
		"lost answer": {broken, []error{ecwid.ErrUnknownOutcome}},
		"503":         {always(503, ``), []error{ecwid.ErrUnknownOutcome}},
		"no token":    {always(200, `{"store_id":1003}`), []error{ecwid.ErrUnknownOutcome, ecwid.ErrBadAnswer}},
		"no store":    {always(200, `{"access_token":"secret_granted"}`), []error{ecwid.ErrUnknownOutcome, ecwid.ErrBadAnswer}},
		"odd type":    {always(200, `{"access_token":"secret_granted","store_id":"secret_granted"}`), []error{ecwid.ErrUnknownOutcome, ecwid.ErrBadAnswer}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				app, store := newApp(t, test.reply)
				_, err := app.Exchange(t.Context(), "code")
				wantClasses(t, err, test.want...)
				e := apiError(t, err)
				for _, text := range []string{fmt.Sprintf("%v %+v %#v", err, e, e), string(e.Body)} {
					if strings.Contains(text, clientSecret) || strings.Contains(text, "secret_granted") {
						t.Errorf("a secret is shown: %s", text)
					}
				}
				if len(store.seen()) != 1 {
					t.Errorf("%d requests, want 1", len(store.seen()))
				}
			})
		})
	}
	app, store := newApp(t, always(200, grant))
	_, err := app.Exchange(t.Context(), "")
	wantClasses(t, err, ecwid.ErrInvalid)
	if len(store.seen()) != 0 {
		t.Error("an empty code was sent")
	}
}

func TestNewAppRefuses(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		id       string
		secret   ecwid.Secret
		redirect string
		opt      ecwid.Option
		want     string
	}{
		"no id":       {"", clientSecret, redirect, ecwid.WithUserAgent("till"), "client id"},
		"no secret":   {"my-app", "", redirect, ecwid.WithUserAgent("till"), "client secret"},
		"no redirect": {"my-app", clientSecret, "", ecwid.WithUserAgent("till"), "redirect"},
		"http":        {"my-app", clientSecret, redirect, ecwid.WithBaseURL("http://my.ecwid.com"), "https"},
		"option":      {"my-app", clientSecret, redirect, ecwid.WithTransport(nil), "WithTransport"},
	}
	for name, test := range tests {
		app, err := ecwid.NewApp(test.id, test.secret, test.redirect, test.opt)
		if app != nil || err == nil || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), clientSecret) {
			t.Errorf("%s: got %v, want %q", name, err, test.want)
		}
	}
}

func TestAppIsNeverShown(t *testing.T) {
	t.Parallel()
	app, _ := newApp(t, always(200, grant))
	installation, err := app.Exchange(t.Context(), "code")
	if err != nil {
		t.Fatal(err)
	}
	page, err := app.OpenPage(payload)
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"%v", "%+v", "%#v", "%s"} {
		text := fmt.Sprintf(format+format+format+format, app, *app, installation, page)
		for _, secret := range []string{clientSecret, "secret_granted", "public_granted", "secret_test"} {
			if strings.Contains(text, secret) {
				t.Errorf("%s shows %s: %s", format, secret, text)
			}
		}
	}
}

// The published vector of the payload.
const payload = "AAECAwQFBgcICQoLDA0ODyk2WQ-zigPUbAFWkDL503qywmFA5dKxLPuXnse6iSiNmdWmrlbjm6Esr6hhUSIofmzBhN8wqUagQbxsfhXn7psYlcnJ0NFd7n8B9tNdsp_x"

func TestOpenPage(t *testing.T) {
	t.Parallel()
	app, _ := newApp(t, always(200, ``))
	want := &ecwid.AppPage{StoreID: 1003, Lang: "en", AccessToken: "secret_test", ViewMode: ecwid.ViewPage}
	for _, text := range []string{payload, payload + "==", payload + "="} {
		got, err := app.OpenPage(text)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("page (-want +got):\n%s", diff)
		}
	}
}

func TestOpenPageRefuses(t *testing.T) {
	t.Parallel()
	app, _ := newApp(t, always(200, ``))
	other, err := ecwid.NewApp("my-app", "another_client_secret_0123456789", redirect)
	if err != nil {
		t.Fatal(err)
	}
	short, err := ecwid.NewApp("my-app", "short", redirect)
	if err != nil {
		t.Fatal(err)
	}
	tests := map[string]struct {
		app     *ecwid.App
		payload string
	}{
		"empty":           {app, ""},
		"no base64":       {app, strings.Replace(payload, "k", "!", 1)},
		"IV alone":        {app, "AAECAwQFBgcICQoLDA0ODw"},
		"half a block":    {app, payload[:len(payload)-8]},
		"a block less":    {app, payload[:64]},
		"last byte":       {app, payload[:len(payload)-1] + "y"},
		"first byte":      {app, "B" + payload[1:]},
		"another secret":  {other, payload},
		"a short secret":  {short, payload},
		"longer than all": {app, strings.Repeat("A", 1<<20)},
	}
	for name, test := range tests {
		page, err := test.app.OpenPage(test.payload)
		if page != nil || !errors.Is(err, ecwid.ErrPayload) || err.Error() != ecwid.ErrPayload.Error() {
			t.Errorf("%s: got %v, %v, want ErrPayload and no more", name, page, err)
		}
	}
}

// TestOpenPageSize: a payload is read up to its limit, whatever is in it.
func TestOpenPageSize(t *testing.T) {
	t.Parallel()
	app, _ := newApp(t, always(200, ``))
	for size, readable := range map[int]bool{12000: true, 13000: false} { // 16,000 and 17,333 characters
		plain := `{"store_id":1003,"access_token":"secret_test","app_state":"` + strings.Repeat("x", size) + `"}`
		padding := 16 - len(plain)%16
		page, err := app.OpenPage(locked(t, plain+strings.Repeat(string(rune(padding)), padding)))
		if (err == nil) != readable || (page != nil) != readable {
			t.Errorf("%d characters: got %v", size, err)
		}
	}
}

// locked encrypts whole blocks as Ecwid does, with an IV of zeros.
func locked(t *testing.T, plain string) string {
	t.Helper()
	block, err := aes.NewCipher([]byte(clientSecret)[:16])
	if err != nil {
		t.Fatal(err)
	}
	sealed := append(make([]byte, 16), plain...)
	cipher.NewCBCEncrypter(block, make([]byte, 16)).CryptBlocks(sealed[16:], sealed[16:])
	return base64.RawURLEncoding.EncodeToString(sealed)
}

func TestOpenPagePadding(t *testing.T) {
	t.Parallel()
	app, _ := newApp(t, always(200, ``))
	const doc = `{"store_id":1003,"access_token":"secret_test","x":1}` // 52 characters
	tests := map[string]struct {
		plain string
		ok    bool
	}{
		"12 of 12":        {doc + strings.Repeat("\x0c", 12), true},
		"a whole block":   {doc + strings.Repeat(" ", 12) + strings.Repeat("\x10", 16), true},
		"one byte":        {doc + strings.Repeat(" ", 11) + "\x01", true},
		"one is odd":      {doc + "\x0b" + strings.Repeat("\x0c", 11), false},
		"none":            {doc + strings.Repeat(" ", 12), false},
		"zeros":           {doc + strings.Repeat("\x00", 12), false},
		"more than block": {doc + strings.Repeat("\x11", 12), false},
	}
	for name, test := range tests {
		page, err := app.OpenPage(locked(t, test.plain))
		if test.ok != (err == nil) || test.ok && page.StoreID != 1003 || !test.ok && !errors.Is(err, ecwid.ErrPayload) {
			t.Errorf("%s: got %+v, %v, want success %t", name, page, err, test.ok)
		}
	}
}

func TestReadPage(t *testing.T) {
	t.Parallel()
	const doc = `{"store_id":1003,"lang":"nl","access_token":"secret_test","public_token":"public_test",` +
		`"view_mode":"POPUP","app_state":"orders","domain":"shop.example.com","more":1}`
	want := &ecwid.AppPage{
		StoreID: 1003, Lang: "nl", AccessToken: "secret_test", PublicToken: "public_test",
		ViewMode: ecwid.ViewPopup, AppState: "orders", Domain: "shop.example.com",
	}
	for _, fragment := range []string{fmt.Sprintf("%x", doc), fmt.Sprintf("#%X", doc)} {
		got, err := ecwid.ReadPage(fragment)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("page (-want +got):\n%s", diff)
		}
	}
	for _, fragment := range []string{
		"", "#", "7b7", "zz", fmt.Sprintf("%x", `{"store_id":1003}`), fmt.Sprintf("%x", `{"access_token":"secret_test"}`),
		fmt.Sprintf("%x", `[]`), strings.Repeat("20", 1<<20),
	} {
		if page, err := ecwid.ReadPage(fragment); page != nil || !errors.Is(err, ecwid.ErrPayload) {
			t.Errorf("%.20q: got %v, %v", fragment, page, err)
		}
	}
}

func FuzzPage(f *testing.F) {
	f.Add(payload)
	f.Add("#7b7d")
	f.Add(`{"store_id":1003,"access_token":"secret_test","view_mode":"INLINE"}`)
	f.Add("")
	app, err := ecwid.NewApp("my-app", clientSecret, redirect)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		hexed := func(text string) (*ecwid.AppPage, error) { return ecwid.ReadPage(fmt.Sprintf("%x", text)) }
		for _, read := range []func(string) (*ecwid.AppPage, error){app.OpenPage, ecwid.ReadPage, hexed} {
			page, err := read(text)
			if (page == nil) == (err == nil) || page != nil && (page.StoreID <= 0 || page.AccessToken == "") {
				t.Errorf("%q: got %+v, %v", text, page, err)
			}
		}
	})
}

// FuzzExchange answers any body to the exchange of a code: an error, or a store
// with a token.
func FuzzExchange(f *testing.F) {
	for _, seed := range []string{grant, `{"access_token":"secret_x","store_id":"1003"}`, `{"error":"invalid_grant"}`, `[]`, `null`, ``} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		app, _ := newApp(t, always(200, body))
		got, err := app.Exchange(t.Context(), "c-1")
		if (got == nil) == (err == nil) || got != nil && (got.StoreID <= 0 || got.AccessToken == "") {
			t.Errorf("got %+v, %v", got, err)
		}
	})
}
