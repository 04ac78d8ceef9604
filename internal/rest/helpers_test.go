package rest_test

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"net/url"
	"sync"
	"testing"
	"time"

	"github.com/tillsync/tillsync/internal/limit"
	"github.com/tillsync/tillsync/internal/rest"
)

// maxBody is the cap of clients whose test is about the size of an answer.
const maxBody = 1 << 16

// request is one request as it arrived.
type request struct {
	at     time.Time
	method string
	target string
	header http.Header
	body   string
}

// reply answers one request.
type reply func(*http.Request) (*http.Response, error)

// wire is a RoundTripper that gives its replies in order and the last one for
// ever. It notes what arrives.
type wire struct {
	mu       sync.Mutex
	replies  []reply
	requests []request
}

func (w *wire) RoundTrip(req *http.Request) (*http.Response, error) {
	var body []byte
	if req.Body != nil {
		body, _ = io.ReadAll(req.Body)
	}
	w.mu.Lock()
	w.requests = append(w.requests, request{
		at: time.Now(), method: req.Method, target: req.URL.RequestURI(), header: req.Header, body: string(body),
	})
	answer := w.replies[min(len(w.requests), len(w.replies))-1]
	w.mu.Unlock()
	return answer(req)
}

// status replies with a status, a body and headers given as name, value pairs.
func status(code int, body string, header ...string) reply {
	return func(req *http.Request) (*http.Response, error) {
		h := make(http.Header)
		for i := 0; i < len(header); i += 2 {
			h.Set(header[i], header[i+1])
		}
		return &http.Response{
			StatusCode: code, Header: h, Request: req, ContentLength: int64(len(body)),
			Body: io.NopCloser(bytes.NewBufferString(body)),
		}, nil
	}
}

// broken replies with an error instead of an answer.
func broken(err error) reply {
	return func(*http.Request) (*http.Response, error) { return nil, err }
}

// silent never replies; the time-out of the attempt or the caller ends it.
func silent(req *http.Request) (*http.Response, error) {
	<-req.Context().Done()
	return nil, req.Context().Err()
}

// cutOff replies with a body that breaks off.
func cutOff(code int) reply {
	return func(req *http.Request) (*http.Response, error) {
		body := io.MultiReader(bytes.NewBufferString(`{"id":`), brokenReader{})
		return &http.Response{StatusCode: code, Header: http.Header{}, Request: req, ContentLength: -1, Body: io.NopCloser(body)}, nil
	}
}

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// judge is a vendor whose uncoded 5xx may pass and whose 429 cools for a minute.
func judge(a rest.Answer) rest.Verdict {
	switch {
	case a.Status == http.StatusTooManyRequests:
		return rest.Verdict{Retry: true, CoolDown: time.Minute}
	case a.Status >= 500:
		return rest.Verdict{Retry: len(a.Body) == 0}
	}
	return rest.Verdict{}
}

// newClient makes a client on w; change may adapt its settings.
func newClient(t *testing.T, w http.RoundTripper, change func(*rest.Config)) *rest.Client {
	t.Helper()
	cfg := rest.Config{
		Base:    &url.URL{Scheme: "https", Host: "shop.example.com", Path: "/api/v3"},
		HTTP:    &http.Client{Transport: w, Timeout: 10 * time.Second},
		Limiter: limit.New(func(string) limit.Rate { return limit.Rate{} }, rest.DefaultMaxWait),
		Judge:   judge,
	}
	if change != nil {
		change(&cfg)
	}
	c, err := rest.New(cfg)
	if err != nil {
		t.Fatalf("New: %v", err)
	}
	return c
}

// get and post are a call that may be repeated and one that may not.
func get() rest.Call {
	return rest.Call{Op: "GET /products/{id}", Method: "GET", Target: "/products/7", Key: "k", Safe: true}
}

func post() rest.Call {
	return rest.Call{Op: "POST /orders", Method: "POST", Target: "/orders", Key: "k", Body: []byte(`{"a":1}`)}
}

// fail expects err to be a Failure.
func fail(t *testing.T, err error) *rest.Failure {
	t.Helper()
	f, ok := errors.AsType[*rest.Failure](err)
	if !ok {
		t.Fatalf("error = %v (%T), want a *Failure", err, err)
	}
	return f
}
