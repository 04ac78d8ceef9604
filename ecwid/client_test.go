package ecwid_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"math"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/jarcoal/httpmock"

	"github.com/tillsync/tillsync/ecwid"
)

func TestNewRefuses(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		storeID int64
		token   string
		opts    []ecwid.Option
		want    string
	}{
		{"store id", 0, token, nil, "store id 0"},
		{"no token", storeID, "", nil, "token is empty"},
		{"token with a line break", storeID, token + "\n", nil, "copied completely"},
		{"http to a foreign host", storeID, token, options(ecwid.WithBaseURL("http://app.ecwid.com")), "use https"},
		{"http to a foreign host in spite of the option", storeID, token, options(ecwid.AllowLoopbackHTTP(), ecwid.WithBaseURL("http://198.51.100.7")), "use https"},
		{"http to this machine without the option", storeID, token, options(ecwid.WithBaseURL("http://127.0.0.1:8080")), "AllowLoopbackHTTP"},
		{"user info", storeID, token, options(ecwid.WithBaseURL("https://a:b@app.ecwid.com")), "user name"},
		{"no host", storeID, token, options(ecwid.WithBaseURL("app")), "host is missing"},
		{"the path of the API", storeID, token, options(ecwid.WithBaseURL("https://app.ecwid.com/api/v3/1003/")), "leave /api/v3 out"},
		{"nil transport", storeID, token, options(ecwid.WithTransport(nil)), "WithTransport"},
		{"nil client", storeID, token, options(ecwid.WithHTTPClient(nil)), "WithHTTPClient"},
		{"nil logger", storeID, token, options(ecwid.WithLogger(nil)), "WithLogger"},
		{"user agent", storeID, token, options(ecwid.WithUserAgent("")), "WithUserAgent"},
		{"nil report", storeID, token, options(ecwid.WithUnknownField(nil)), "WithUnknownField"},
		{"rate", storeID, token, options(ecwid.WithRate(0)), "WithRate"},
		{"pace", storeID, token, options(ecwid.WithPace(-1)), "WithPace"},
		{"pace that is no number", storeID, token, options(ecwid.WithPace(math.NaN())), "WithPace"},
		{"endless pace", storeID, token, options(ecwid.WithPace(math.Inf(1))), "WithPace"},
		{"negative time-out", storeID, token, options(ecwid.WithHTTPClient(&http.Client{Timeout: -1})), "WithHTTPClient"},
		{"header in the user agent", storeID, token, options(ecwid.WithUserAgent("till\r\nX-Admin: 1")), "header"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := ecwid.New(tt.storeID, tt.token, tt.opts...)
			if err == nil || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), token) {
				t.Errorf("got %v, want %q and no token", err, tt.want)
			}
		})
	}
}

func options(opts ...ecwid.Option) []ecwid.Option { return opts }

func TestNewReportsAllMistakes(t *testing.T) {
	t.Parallel()
	_, err := ecwid.New(-1, "", ecwid.WithRate(-5), ecwid.WithBaseURL("ftp://app.ecwid.com"))
	for _, want := range []string{"store id -1", "token is empty", "WithRate: -5", "https://"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v does not mention %q", err, want)
		}
	}
}

func TestOptions(t *testing.T) {
	t.Parallel()
	s := &store{reply: always(200, `{"id":5001}`)}
	transport := httpmock.NewMockTransport()
	transport.RegisterNoResponder(s.respond)
	own := &http.Client{Timeout: 5 * time.Second}
	shop, err := ecwid.New(storeID, token, ecwid.WithHTTPClient(own), ecwid.WithTransport(transport),
		ecwid.AllowLoopbackHTTP(), ecwid.WithBaseURL("http://127.0.0.1:9/mock/"), ecwid.WithUserAgent("till/1"))
	if err != nil {
		t.Fatal(err)
	}
	if err := get(t.Context(), shop); err != nil {
		t.Fatal(err)
	}
	got := s.seen()[0]
	if want := "/mock/api/v3/1003/products/5001"; got.target != want {
		t.Errorf("target %s, want %s", got.target, want)
	}
	if agent := got.header.Get("User-Agent"); agent != "till/1" {
		t.Errorf("User-Agent %q", agent)
	}
	if shop.Timeout() != 5*time.Second || shop.StoreID() != storeID {
		t.Errorf("time-out %v, store %d", shop.Timeout(), shop.StoreID())
	}
	if own.Transport != nil || own.CheckRedirect != nil || own.Jar != nil {
		t.Error("the caller's http.Client was changed")
	}
}

func TestDefaultTimeout(t *testing.T) {
	t.Parallel()
	shop, _ := newShop(t, always(200, ``))
	if shop.Timeout() != ecwid.DefaultTimeout {
		t.Errorf("got %v, want %v", shop.Timeout(), ecwid.DefaultTimeout)
	}
}

// TestTokenIsNeverShown prints and logs everything a caller gets hold of.
func TestTokenIsNeverShown(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var logged bytes.Buffer
		logger := slog.New(slog.NewJSONHandler(&logged, &slog.HandlerOptions{Level: slog.LevelDebug}))
		echo := `{"errorMessage":"` + token + `","errorCode":"` + token + `"}`
		shop, _ := newShop(t, always(503, echo), ecwid.WithLogger(logger))
		err := get(t.Context(), shop)
		encodedShop, _ := json.Marshal(shop)
		encodedErr, _ := json.Marshal(err)
		logger.Info("shown", "client", shop, "value", *shop, "service", shop.Products, "err", err)
		shown := map[string]string{
			"JSON of the client": string(encodedShop), "JSON of the error": string(encodedErr),
			"log": logged.String(), "body": string(apiError(t, err).Body),
		}
		for _, format := range []string{"%v", "%+v", "%#v", "%s"} {
			for name, v := range map[string]any{"client": shop, "client value": *shop, "service": shop.Products, "service value": *shop.Products, "error": err} {
				shown[name+" "+format] = fmt.Sprintf(format, v)
			}
		}
		for what, text := range shown {
			if strings.Contains(text, token) {
				t.Errorf("%s shows the token: %s", what, text)
			}
		}
		if !strings.Contains(logged.String(), `"op":"GET /products/{productId}"`) {
			t.Errorf("the request was not logged: %s", logged.String())
		}
	})
}

func TestRedirectIsRefused(t *testing.T) {
	t.Parallel()
	shop, store := newShop(t, func(int, request) (*http.Response, error) {
		moved := answer(302, ``)
		moved.Header.Set("Location", "https://elsewhere.example.com/")
		return moved, nil
	})
	err := get(t.Context(), shop)
	wantClasses(t, err, ecwid.ErrInvalid)
	if len(store.seen()) != 1 || !strings.Contains(err.Error(), "elsewhere.example.com") {
		t.Errorf("%d requests, %v", len(store.seen()), err)
	}
}

// TestRate: the pace holds over all users of a client.
func TestRate(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		shop, _ := newShop(t, always(200, `{"id":5001,"updateCount":1}`), ecwid.WithRate(2))
		for _, call := range []func() error{
			func() error { return get(t.Context(), shop) },
			func() error { return update(t.Context(), shop) },
			func() error { return get(t.Context(), shop) },
		} {
			if err := call(); err != nil {
				t.Fatal(err)
			}
		}
		if got := time.Since(start).Truncate(time.Second); got != time.Minute {
			t.Errorf("three calls at two a minute took %v, want one minute", got)
		}
	})
}
