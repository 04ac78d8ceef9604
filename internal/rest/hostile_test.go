package rest_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/tillsync/tillsync/internal/rest"
)

// on makes a client of a server on loopback, with one attempt and a small cap.
func on(t *testing.T, handler http.HandlerFunc) *rest.Client {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	base, err := url.Parse(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	transport := &http.Transport{}
	t.Cleanup(transport.CloseIdleConnections)
	return newClient(t, transport, func(cfg *rest.Config) {
		cfg.Base, cfg.MaxAttempts, cfg.MaxBody = base, 1, maxBody
	})
}

// zipped compresses n zero bytes.
func zipped(t *testing.T, n int64) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := io.CopyN(z, zeros{}, n); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

func TestACompressedBombIsNotUnpacked(t *testing.T) {
	t.Parallel()
	bomb := zipped(t, 4<<20)
	if len(bomb) > maxBody {
		t.Fatalf("the bomb has %d bytes: the cap would stop it packed", len(bomb))
	}
	headers := []string{"Content-Encoding", "gzip"}
	t.Run("over a socket", func(t *testing.T) {
		t.Parallel()
		client := on(t, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set(headers[0], headers[1])
			_, _ = w.Write(bomb)
		})
		_, err := client.Do(t.Context(), get())
		if !errors.Is(err, rest.ErrBodyTooLarge) {
			t.Errorf("error = %v, want ErrBodyTooLarge", err)
		}
	})
	t.Run("through a RoundTripper that does not unpack", func(t *testing.T) {
		t.Parallel()
		w := &wire{replies: []reply{status(200, string(bomb), headers...)}}
		_, err := newClient(t, w, func(cfg *rest.Config) { cfg.MaxBody = maxBody }).Do(t.Context(), get())
		if !errors.Is(err, rest.ErrBodyTooLarge) {
			t.Errorf("error = %v, want ErrBodyTooLarge", err)
		}
	})
}

func TestAnEndlessBodyIsCutOff(t *testing.T) {
	t.Parallel()
	client := on(t, func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			if _, err := w.Write(make([]byte, 1<<16)); err != nil {
				return
			}
		}
	})
	_, err := client.Do(t.Context(), post())
	if f := fail(t, err); !errors.Is(err, rest.ErrBodyTooLarge) || !f.Unknown {
		t.Errorf("failure = %+v, want ErrBodyTooLarge and Unknown", f)
	}
}

func TestABodyOfJustTheCapIsFine(t *testing.T) {
	t.Parallel()
	client := on(t, func(w http.ResponseWriter, _ *http.Request) { _, _ = io.CopyN(w, zeros{}, maxBody) })
	answer, err := client.Do(t.Context(), get())
	if err != nil || len(answer.Body) != maxBody {
		t.Errorf("%d bytes, %v, want %d", len(answer.Body), err, maxBody)
	}
}

func TestCompressedAnswersAreUnpacked(t *testing.T) {
	t.Parallel()
	packed := zipped(t, 1000)
	client := on(t, func(w http.ResponseWriter, r *http.Request) {
		if !strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
			t.Error("the request does not accept gzip")
		}
		w.Header().Set("Content-Encoding", "gzip")
		_, _ = w.Write(packed)
	})
	answer, err := client.Do(t.Context(), get())
	if err != nil || len(answer.Body) != 1000 {
		t.Errorf("%d bytes, %v, want 1000", len(answer.Body), err)
	}
}

func TestATruncatedAnswerIsNoAnswer(t *testing.T) {
	t.Parallel()
	packed := zipped(t, 1<<16)
	tests := map[string]http.HandlerFunc{
		"less than its length": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "100")
			_, _ = io.WriteString(w, `{"id":1}`)
		},
		"chunks without an end": func(w http.ResponseWriter, _ *http.Request) {
			_, _ = io.WriteString(w, `{"id":1}`)
			_ = http.NewResponseController(w).Flush()
			panic(http.ErrAbortHandler)
		},
		"gzip without an end": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			_, _ = w.Write(packed[:len(packed)-9])
		},
		"no answer at all": func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
	}
	for name, handler := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := on(t, handler).Do(t.Context(), post())
			if f := fail(t, err); f.Answer != nil || !f.Unknown {
				t.Errorf("failure = %+v, want no answer and Unknown", f)
			}
		})
	}
}

func TestAPortWhereNobodyListens(t *testing.T) {
	t.Parallel()
	listener, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := listener.Addr().String()
	if err := listener.Close(); err != nil {
		t.Fatal(err)
	}
	client := newClient(t, &http.Transport{}, func(cfg *rest.Config) {
		cfg.Base, cfg.MaxAttempts = &url.URL{Scheme: "http", Host: address}, 1
	})
	_, err = client.Do(t.Context(), post())
	if f := fail(t, err); f.Unknown || f.Err == nil {
		t.Errorf("failure = %+v, want an error and nothing unknown", f)
	}
}

func TestAServerWithAForeignCertificate(t *testing.T) {
	t.Parallel()
	server := httptest.NewUnstartedServer(http.NotFoundHandler())
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	t.Cleanup(server.Close)
	base, err := url.Parse(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	client := newClient(t, &http.Transport{}, func(cfg *rest.Config) { cfg.Base = base })
	_, err = client.Do(t.Context(), post())
	if f := fail(t, err); f.Unknown || f.Attempts != 1 {
		t.Errorf("failure = %+v, want one attempt and nothing unknown", f)
	}
}

// A request that got a connection may have arrived, whatever came of it.
func TestASilentServerLeavesItUnknown(t *testing.T) {
	t.Parallel()
	arrived := make(chan struct{})
	client := on(t, func(_ http.ResponseWriter, r *http.Request) {
		_, _ = io.ReadAll(r.Body) // only then the server sees the client leave
		close(arrived)
		<-r.Context().Done()
	})
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		<-arrived
		cancel()
	}()
	_, err := client.Do(ctx, post())
	if f := fail(t, err); !f.Unknown || !errors.Is(err, context.Canceled) {
		t.Errorf("failure = %+v, want Unknown and the cancellation", f)
	}
}

func ExampleClient_Do_failure() {
	fmt.Println((&rest.Failure{
		Op: "POST /orders", Attempts: 1, Unknown: true, Err: rest.ErrTimeout, After: time.Minute,
	}).Error())
	// Output: POST /orders: no answer in time, it may have been carried out
}
