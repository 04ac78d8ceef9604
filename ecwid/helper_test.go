package ecwid_test

import (
	"io"
	"net/http"
	"sync"
	"testing"

	"github.com/jarcoal/httpmock"

	"github.com/tillsync/tillsync/ecwid"
)

const (
	storeID = 1003
	token   = "secret_tOkEnThatNobodyMaySee"
	prefix  = "/api/v3/1003"
)

// request is what arrived at the store.
type request struct {
	method, target, body string
	header               http.Header
}

// store is a mock of the API that answers every request with reply and
// remembers what it was asked.
type store struct {
	reply func(n int, r request) (*http.Response, error)

	mu       sync.Mutex
	requests []request
}

func (s *store) respond(r *http.Request) (*http.Response, error) {
	var body []byte
	if r.Body != nil {
		var err error
		if body, err = io.ReadAll(r.Body); err != nil {
			return nil, err
		}
	}
	s.mu.Lock()
	got := request{r.Method, r.URL.RequestURI(), string(body), r.Header.Clone()}
	s.requests = append(s.requests, got)
	n := len(s.requests)
	s.mu.Unlock()
	return s.reply(n, got)
}

func (s *store) seen() []request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]request(nil), s.requests...)
}

// newShop makes a client whose requests are answered by reply.
func newShop(t *testing.T, reply func(n int, r request) (*http.Response, error), opts ...ecwid.Option) (*ecwid.Client, *store) {
	t.Helper()
	s := &store{reply: reply}
	transport := httpmock.NewMockTransport()
	transport.RegisterNoResponder(s.respond)
	shop, err := ecwid.New(storeID, token, append([]ecwid.Option{ecwid.WithTransport(transport)}, opts...)...)
	if err != nil {
		t.Fatal(err)
	}
	return shop, s
}

// always answers every request alike.
func always(status int, body string) func(int, request) (*http.Response, error) {
	return func(int, request) (*http.Response, error) { return answer(status, body), nil }
}

func answer(status int, body string) *http.Response {
	response := httpmock.NewStringResponse(status, body)
	response.Header.Set("Content-Type", "application/json;charset=utf-8")
	return response
}

func amount(t *testing.T, text string) ecwid.Amount {
	t.Helper()
	a, err := ecwid.ParseAmount(text)
	if err != nil {
		t.Fatal(err)
	}
	return a
}
