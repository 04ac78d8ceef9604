package ecwid_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/internal/rest"
)

func packed(t *testing.T, text io.Reader) []byte {
	t.Helper()
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(z, text); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// million is text a million times, without taking the memory for it.
func million(text string) io.Reader {
	chunk := strings.Repeat(text, 1000)
	parts := make([]io.Reader, 1000)
	for i := range parts {
		parts[i] = strings.NewReader(chunk)
	}
	return io.MultiReader(parts...)
}

// TestHostileAnswers: bodies that are small on the wire and huge when they are
// unpacked or decoded end in an error and take little memory, over a real
// connection. Not parallel, so that the memory is that of the call.
func TestHostileAnswers(t *testing.T) {
	const most = 256 << 20 // to read 24 MiB step by step; to decode the millions takes gigabytes
	within := func(before, text, after string) io.Reader {
		return io.MultiReader(strings.NewReader(before), million(text), strings.NewReader(after))
	}
	blanks := packed(t, million(strings.Repeat(" ", 30)))
	for name, hostile := range map[string]struct {
		body   []byte
		packed bool
		want   error
	}{
		"30 MB of blanks":         {blanks, true, rest.ErrBodyTooLarge},
		"packed twice":            {packed(t, bytes.NewReader(blanks)), true, ecwid.ErrBadAnswer},
		"millions of products":    {packed(t, within(`{"total":1,"items":[`, "{},", "{}]}")), true, rest.ErrBodyTooComplex},
		"millions of variations":  {packed(t, within(`{"items":[{"combinations":[`, "{},", "{}]}]}")), true, rest.ErrBodyTooComplex},
		"deep":                    {[]byte(strings.Repeat(`{"items":[`, 1_000_000)), false, rest.ErrBodyTooComplex},
		"a number without an end": {[]byte(`{"total":1,"items":[{"id":1,"price":` + strings.Repeat("9", 4<<20) + `}]}`), false, ecwid.ErrBadAnswer},
		"a large exponent":        {[]byte(`{"total":1,"items":[{"id":1,"price":1e999999999}]}`), false, ecwid.ErrBadAnswer},
	} {
		t.Run(name, func(t *testing.T) {
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				if hostile.packed {
					w.Header().Set("Content-Encoding", "gzip")
				}
				_, _ = w.Write(hostile.body)
			}))
			defer server.Close()
			shop, err := ecwid.New(storeID, token, ecwid.AllowLoopbackHTTP(), ecwid.WithBaseURL(server.URL))
			if err != nil {
				t.Fatal(err)
			}
			before := allocated()
			_, err = shop.Products.List(t.Context(), nil)
			if !errors.Is(err, hostile.want) {
				t.Errorf("got %.300v, want %v", err, hostile.want)
			}
			if taken := allocated() - before; taken > most {
				t.Errorf("it took %d MiB in all, want at most %d", taken>>20, most>>20)
			}
		})
	}
}

// allocated is how many bytes were allocated so far.
func allocated() uint64 {
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.TotalAlloc
}

// TestTrickle: a body that comes byte by byte ends with the time-out of the
// attempt, and a create is not sent again.
func TestTrickle(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		var requests int
		shop, err := ecwid.New(storeID, token, ecwid.WithTransport(roundTrip(func(r *http.Request) (*http.Response, error) {
			requests++
			slow := answer(200, "")
			slow.Body, slow.ContentLength = io.NopCloser(trickle{r.Context()}), -1
			return slow, nil
		})))
		if err != nil {
			t.Fatal(err)
		}
		err = create(t.Context(), shop)
		wantClasses(t, err, ecwid.ErrUnknownOutcome)
		if took := time.Since(start); requests != 1 || took != ecwid.DefaultTimeout {
			t.Errorf("a create made %d requests in %v, want one in %v", requests, took, ecwid.DefaultTimeout)
		}
	})
}

// trickle gives a byte a second without an end, as a connection does until its
// request is over.
type trickle struct{ ctx context.Context }

func (t trickle) Read(p []byte) (int, error) {
	select {
	case <-time.After(time.Second):
		p[0] = ' '
		return 1, nil
	case <-t.ctx.Done():
		return 0, t.ctx.Err()
	}
}

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }
