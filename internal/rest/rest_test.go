package rest_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/jarcoal/httpmock"

	"github.com/tillsync/tillsync/internal/limit"
	"github.com/tillsync/tillsync/internal/rest"
)

func TestDoSendsWhatTheCallSays(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		call        rest.Call
		target      string
		contentType string
	}{
		"get": {
			rest.Call{Method: "GET", Target: "/products?b=2&a=x%20y&a=%2B"},
			"/api/v3/products?b=2&a=x%20y&a=%2B", "",
		},
		"escaped path": {
			rest.Call{Method: "GET", Target: "/products/a%2Fb%2Bc%20%C3%A9"},
			"/api/v3/products/a%2Fb%2Bc%20%C3%A9", "",
		},
		"post":             {rest.Call{Method: "POST", Target: "/orders", Body: []byte(`{"n":1.10}`)}, "/api/v3/orders", "application/json"},
		"delete with body": {rest.Call{Method: "DELETE", Target: "/x", Body: []byte(`[1]`)}, "/api/v3/x", "application/json"},
		"put":              {rest.Call{Method: "PUT", Target: "/x", Body: []byte(`{}`)}, "/api/v3/x", "application/json"},
		"patch":            {rest.Call{Method: "PATCH", Target: "/x", Body: []byte(`{}`)}, "/api/v3/x", "application/json"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := &wire{replies: []reply{status(200, `{"id":7}`, "X-Hash", "h")}}
			test.call.Header = http.Header{"accept-language": {"nl"}}
			answer, err := newClient(t, w, nil).Do(t.Context(), test.call)
			if err != nil {
				t.Fatal(err)
			}
			if string(answer.Body) != `{"id":7}` || answer.Status != 200 || answer.Attempts != 1 || answer.Header.Get("X-Hash") != "h" {
				t.Errorf("answer = %+v", answer)
			}
			got := w.requests[0]
			if got.method != test.call.Method || got.target != test.target || got.body != string(test.call.Body) {
				t.Errorf("sent %s %s %s, want %s %s %s", got.method, got.target, got.body, test.call.Method, test.target, test.call.Body)
			}
			want := map[string]string{
				"Accept": "application/json", "Accept-Language": "nl", "User-Agent": "tillsync", "Content-Type": test.contentType,
			}
			for header, value := range want {
				if got.header.Get(header) != value {
					t.Errorf("%s = %q, want %q", header, got.header.Get(header), value)
				}
			}
		})
	}
}

func TestDoWorksWithAnyRoundTripper(t *testing.T) {
	t.Parallel()
	mock := httpmock.NewMockTransport()
	mock.RegisterResponder("POST", "https://shop.example.com/api/v3/orders",
		httpmock.NewStringResponder(http.StatusNoContent, ""))
	answer, err := newClient(t, mock, nil).Do(t.Context(), post())
	if err != nil || answer.Status != http.StatusNoContent || len(answer.Body) != 0 {
		t.Errorf("answer = %+v, %v, want an empty 204", answer, err)
	}
}

func TestNewChangesNothingOfTheCallers(t *testing.T) {
	t.Parallel()
	hc := &http.Client{Timeout: time.Second}
	base := &url.URL{Scheme: "https", Host: "shop.example.com"}
	newClient(t, nil, func(cfg *rest.Config) { cfg.HTTP, cfg.Base = hc, base })
	if hc.Transport != nil || hc.CheckRedirect != nil || hc.Jar != nil || hc.Timeout != time.Second {
		t.Errorf("the caller's http.Client became %+v", hc)
	}
}

func TestNewNamesEverythingThatIsMissing(t *testing.T) {
	t.Parallel()
	_, err := rest.New(rest.Config{MaxAttempts: -1})
	if err == nil {
		t.Fatal("no error, want one")
	}
	for _, want := range []string{"Base", "Limiter", "Judge", "negative"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("error %q does not name %s", err, want)
		}
	}
}

func TestDoRefusesATargetThatLeadsElsewhere(t *testing.T) {
	t.Parallel()
	for _, target := range []string{
		"", "products", "https://evil.example.org/x", "@evil.example.org/", ".evil.example.org/", "/a/../b", "/a/.", "/%2e%2E/b",
		"/a%2F..%2Fb", "/..%5Cb", "/a\x7f",
		"/a b", "/a?b=c d", "/a#b", "/a?b=ü", "/a\r\nX: y", "/%zz",
	} {
		w := &wire{replies: []reply{status(200, "")}}
		call := get()
		call.Target = target
		_, err := newClient(t, w, nil).Do(t.Context(), call)
		if f := fail(t, err); f.Attempts != 0 || f.Unknown || len(w.requests) != 0 {
			t.Errorf("target %q: %+v with %d requests, want a failure without one", target, f, len(w.requests))
		}
	}
}

func TestDoRefusesAHeaderInAHeader(t *testing.T) {
	t.Parallel()
	for _, value := range []string{"image/png\r\nX-Admin: 1", "image/png\n", "a\x00b", "a\x7f"} {
		w := &wire{replies: []reply{status(200, "")}}
		call := post()
		call.Header = http.Header{"Content-Type": {"image/png", value}}
		_, err := newClient(t, w, nil).Do(t.Context(), call)
		if f := fail(t, err); f.Attempts != 0 || f.Unknown || len(w.requests) != 0 || strings.Contains(err.Error(), "Admin") {
			t.Errorf("%q: %+v with %d requests, want a failure without one", value, f, len(w.requests))
		}
	}
}

func TestRedirectsAreRefused(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		status   int
		location string
		unknown  bool
		names    string
	}{
		"another host":       {301, "https://evil.example.org/steal?token=x", false, "https://evil.example.org"},
		"the same host":      {308, "/api/v4/orders", false, "another path"},
		"without encryption": {307, "http://shop.example.com/api/v3/orders", false, "http://shop.example.com"},
		"done, look there":   {303, "https://shop.example.com/api/v3/orders/1", true, "https://shop.example.com"},
		"perhaps done":       {302, "https://shop.example.com/login", true, "https://shop.example.com"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := &wire{replies: []reply{status(test.status, "", "Location", test.location), status(200, "")}}
			_, err := newClient(t, w, nil).Do(t.Context(), post())
			f := fail(t, err)
			if len(w.requests) != 1 {
				t.Errorf("%d requests, want 1: nothing is followed or repeated", len(w.requests))
			}
			if !errors.Is(err, rest.ErrRedirect) || f.Answer.Status != test.status || f.Unknown != test.unknown {
				t.Errorf("failure = %+v, want ErrRedirect and Unknown = %t", f, test.unknown)
			}
			if !strings.Contains(err.Error(), test.names) || strings.Contains(err.Error(), "token") {
				t.Errorf("error = %q, want it to name %q and no query", err, test.names)
			}
		})
	}
}

func TestLogsNameTheOperationAndNothingPrivate(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var log bytes.Buffer
		w := &wire{replies: []reply{
			status(503, ""), broken(errors.New("canary-error")), status(200, `{"canary-body":1}`, "X-Canary", "canary-header"),
		}}
		client := newClient(t, w, func(cfg *rest.Config) {
			cfg.Logger = slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
		})
		call := get()
		call.Target = "/products/canary-id?email=canary-query"
		call.Header = http.Header{"Authorization": {"canary-token"}}
		if _, err := client.Do(t.Context(), call); err != nil {
			t.Fatal(err)
		}
		got := log.String()
		if strings.Contains(got, "canary") || strings.Contains(got, "shop.example.com") {
			t.Errorf("the log has what it must not have:\n%s", got)
		}
		count := map[string]int{
			"level=DEBUG msg=request":             3,
			`level=WARN msg="request is repeated`: 2,
			`op="GET /products/{id}"`:             5,
			"status=503":                          2,
			`failure="no answer"`:                 2,
			"attempt=2":                           2,
			"duration=":                           3,
		}
		for text, want := range count {
			if n := strings.Count(got, text); n != want {
				t.Errorf("%q is %d times in the log, want %d:\n%s", text, n, want, got)
			}
		}
	})
}

func TestErrorsHaveNoURL(t *testing.T) {
	t.Parallel()
	w := &wire{replies: []reply{broken(errors.New("connection reset"))}}
	call := post()
	call.Target = "/orders?email=canary"
	_, err := newClient(t, w, nil).Do(t.Context(), call)
	want := "POST /orders: connection reset, it may have been carried out"
	if err == nil || err.Error() != want {
		t.Errorf("error = %q, want %q", err, want)
	}
}

func TestDoRunsManyCallsAtOnce(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := &wire{replies: []reply{status(200, "{}")}}
		client := newClient(t, w, func(cfg *rest.Config) {
			cfg.Limiter = limit.New(func(string) limit.Rate { return limit.Rate{Calls: 10, Window: time.Minute} }, rest.DefaultMaxWait)
		})
		done := make(chan error)
		for range 35 {
			go func() {
				_, err := client.Do(t.Context(), get())
				done <- err
			}()
		}
		for range 35 {
			if err := <-done; err != nil {
				t.Error(err)
			}
		}
		var got []int
		for i := 0; i < len(w.requests); i += 10 {
			got = append(got, int(w.requests[i].at.Sub(w.requests[0].at)/time.Minute))
		}
		if diff := cmp.Diff([]int{0, 1, 2, 3}, got); diff != "" {
			t.Errorf("minutes of every tenth request (-want +got):\n%s", diff)
		}
	})
}

func TestTheLimiterIsReleasedWhenTheAnswerCame(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		slow := func(req *http.Request) (*http.Response, error) {
			<-time.After(5 * time.Second)
			return status(200, "{}")(req)
		}
		w := &wire{replies: []reply{slow}}
		client := newClient(t, w, func(cfg *rest.Config) {
			cfg.Limiter = limit.New(func(string) limit.Rate { return limit.Rate{Calls: 1, Window: time.Minute} }, rest.DefaultMaxWait)
		})
		for range 2 {
			if _, err := client.Do(t.Context(), get()); err != nil {
				t.Fatal(err)
			}
		}
		if got, want := w.requests[1].at.Sub(w.requests[0].at), 65*time.Second+1; got != want {
			t.Errorf("the second request went after %v, want %v", got, want)
		}
	})
}

func TestAnEndedContextSendsNothing(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	w := &wire{replies: []reply{status(200, "")}}
	_, err := newClient(t, w, nil).Do(ctx, post())
	if f := fail(t, err); !errors.Is(err, context.Canceled) || f.Unknown || f.Attempts != 0 || len(w.requests) != 0 {
		t.Errorf("failure = %+v with %d requests, want the cancellation and none", f, len(w.requests))
	}
}
