package ecwid_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/ecwid"
)

// TestRepetition: what is harmless is sent again, what is not is unknown.
func TestRepetition(t *testing.T) {
	t.Parallel()
	broken := func(int, request) (*http.Response, error) { return nil, io.ErrUnexpectedEOF }
	tests := []struct {
		name     string
		call     func(context.Context, *ecwid.Client) error
		reply    func(int, request) (*http.Response, error)
		requests int
		want     error
	}{
		{"get, broken connection", get, broken, 4, ecwid.ErrUnavailable},
		{"get, 503", get, always(503, ``), 4, ecwid.ErrUnavailable},
		{"get, 408", get, always(408, ``), 4, ecwid.ErrUnavailable},
		{"update, 500", update, always(500, ``), 4, ecwid.ErrUnavailable},
		{"create, locked catalogue", create, always(449, ``), 4, ecwid.ErrUnavailable},
		{"create, 429", create, always(429, ``), 4, ecwid.ErrRateLimited},
		{"create, broken connection", create, broken, 1, ecwid.ErrUnknownOutcome},
		{"create, 500", create, always(500, ``), 1, ecwid.ErrUnknownOutcome},
		{"create, 408", create, always(408, ``), 1, ecwid.ErrUnknownOutcome},
		{"stock, broken connection", adjust, broken, 1, ecwid.ErrUnknownOutcome},
		{"stock, 503", adjust, always(503, ``), 1, ecwid.ErrUnknownOutcome},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				shop, store := newShop(t, tt.reply)
				err := tt.call(t.Context(), shop)
				wantClasses(t, err, tt.want)
				e := apiError(t, err)
				unknown := errors.Is(tt.want, ecwid.ErrUnknownOutcome)
				if len(store.seen()) != tt.requests || e.Attempts != tt.requests || e.Unknown != unknown || e.Retryable() == unknown {
					t.Errorf("%d requests, attempts %d, unknown %t, retryable %t", len(store.seen()), e.Attempts, e.Unknown, e.Retryable())
				}
			})
		})
	}
}

func TestRetryAfter(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		header func() string
		want   time.Duration
	}{
		{"seconds", func() string { return "7" }, 7 * time.Second},
		{"date", func() string { return time.Now().Add(20 * time.Second).UTC().Format(http.TimeFormat) }, 20 * time.Second},
		{"absent", func() string { return "" }, 10 * time.Second},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				start := time.Now()
				shop, store := newShop(t, func(n int, _ request) (*http.Response, error) {
					if n > 1 {
						return answer(200, `{"id":5001}`), nil
					}
					limited := answer(429, `{"errorCode":"RATE_LIMITED"}`)
					if value := tt.header(); value != "" {
						limited.Header.Set("Retry-After", value)
					}
					return limited, nil
				})
				if err := create(t.Context(), shop); err != nil {
					t.Fatal(err)
				}
				if got := time.Since(start).Truncate(time.Second); got != tt.want || len(store.seen()) != 2 {
					t.Errorf("waited %v for %d requests, want %v for 2", got, len(store.seen()), tt.want)
				}
			})
		})
	}
}

// TestLongRetryAfter: a wait beyond all patience is the caller's.
func TestLongRetryAfter(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		shop, store := newShop(t, func(int, request) (*http.Response, error) {
			limited := answer(429, ``)
			limited.Header.Set("Retry-After", "600")
			return limited, nil
		})
		err := get(t.Context(), shop)
		wantClasses(t, err, ecwid.ErrRateLimited)
		if e := apiError(t, err); e.RetryAfter() != 10*time.Minute || !e.Retryable() || time.Since(start) != 0 {
			t.Errorf("got %v after %v", e.RetryAfter(), time.Since(start))
		}
		// The pause holds for the next call too: nothing is sent in it.
		err = get(t.Context(), shop)
		wantClasses(t, err, ecwid.ErrRateLimited)
		if e := apiError(t, err); e.RetryAfter() != 10*time.Minute || len(store.seen()) != 1 {
			t.Errorf("second call: got %v, %d requests", e.RetryAfter(), len(store.seen()))
		}
	})
}

func TestEndOfContext(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	shop, _ := newShop(t, func(int, request) (*http.Response, error) {
		cancel()
		return nil, io.ErrUnexpectedEOF
	})
	err := get(ctx, shop)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	wantClasses(t, err)
	if apiError(t, err).Retryable() {
		t.Error("a cancelled call counts as retryable")
	}
}

func TestCancelledCreateIsUnknown(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	shop, _ := newShop(t, func(int, request) (*http.Response, error) {
		cancel()
		return nil, io.ErrUnexpectedEOF
	})
	err := create(ctx, shop)
	wantClasses(t, err, ecwid.ErrUnknownOutcome)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
