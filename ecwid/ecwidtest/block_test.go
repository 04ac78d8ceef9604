package ecwidtest_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

// from asks for the profile as a caller at an address.
func from(t *testing.T, s *ecwidtest.Server, address, token string) *httptest.ResponseRecorder {
	t.Helper()
	req := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/api/v3/1003/profile", nil)
	req.RemoteAddr = address + ":4711"
	req.Header.Set("Authorization", "Bearer "+token)
	w := httptest.NewRecorder()
	s.ServeHTTP(w, req)
	return w
}

// Reference 1.3, bad-token protection: after 20 calls in a minute the address is
// blocked for long, with whatever token; others are not.
func TestBadTokensOfAMinuteBlock(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := ecwidtest.New()
		const bad, here, there = "secret_revoked", "192.0.2.1", "192.0.2.2"
		for n := range 20 {
			if w := from(t, s, here, bad); w.Code != http.StatusForbidden {
				t.Fatalf("call %d: got %d", n+1, w.Code)
			}
		}
		for _, token := range []string{bad, s.Token()} {
			w := from(t, s, here, token)
			a := answer{t: t, raw: w.Body.String()}
			a.is(`"RATE_LIMITED"`, "errorCode")
			if !strings.Contains(a.raw, "bad tokens") {
				t.Errorf("the answer does not say why: %s", a.raw)
			}
			if got := w.Header().Get("Retry-After"); w.Code != http.StatusTooManyRequests || got != "3600" {
				t.Errorf("%s: got %d after %q", token, w.Code, got)
			}
		}
		if w := from(t, s, there, s.Token()); w.Code != http.StatusOK {
			t.Errorf("another address: got %d", w.Code)
		}
		copied := ecwidtest.New()
		if err := copied.Import([]byte(exported(t, s))); err != nil {
			t.Fatal(err)
		}
		sleep(t, time.Hour-time.Second)
		for _, s := range []*ecwidtest.Server{s, copied} {
			if w := from(t, s, here, s.Token()); w.Code != http.StatusTooManyRequests {
				t.Errorf("within the hour: got %d", w.Code)
			}
		}
		sleep(t, time.Second)
		if w := from(t, s, here, s.Token()); w.Code != http.StatusOK {
			t.Errorf("after the hour: got %d", w.Code)
		}
	})
}

// 600 calls in total block too, however slow they come.
func TestBadTokensInAllBlock(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := ecwidtest.New()
		for n := range 600 {
			if a := as(t, s, "secret_revoked", "/profile"); a.status != http.StatusForbidden {
				t.Fatalf("call %d: got %d", n+1, a.status)
			}
			sleep(t, 3*time.Second)
		}
		if a := as(t, s, "", "/profile"); a.status != http.StatusTooManyRequests {
			t.Errorf("call 601: got %d", a.status)
		}
		sleep(t, time.Hour)
		get(t, s, "/profile")
		if a := as(t, s, "", "/profile"); a.status != http.StatusTooManyRequests {
			t.Errorf("call 602: got %d", a.status)
		}
	})
	s := ecwidtest.New(ecwidtest.WithoutLimits())
	for range 30 {
		refusedAs(t, s, "secret_revoked")
	}
}

// A block passes faster with WithPace, and holds back no batch that was taken on.
func TestBlockAndBatches(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := ecwidtest.New(ecwidtest.WithPace(60), ecwidtest.WithBatchStep(10*time.Second))
		ticket := submit(t, s, "", `[{"id":"a","path":"/profile","method":"GET"}]`)
		for range 20 {
			refusedAs(t, s, "secret_revoked")
		}
		if w := from(t, s, "", "secret_revoked"); w.Header().Get("Retry-After") != "60" {
			t.Errorf("got %d after %q, want a block of a minute", w.Code, w.Header().Get("Retry-After"))
		}
		sleep(t, time.Minute)
		wantBatch(t, s, ticket, "COMPLETED", "COMPLETED")
	})
}

func refusedAs(t *testing.T, s *ecwidtest.Server, token string) {
	t.Helper()
	if a := as(t, s, token, "/profile"); a.status != http.StatusForbidden {
		t.Errorf("got %d %s", a.status, a.raw)
	}
}
