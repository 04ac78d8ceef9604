package salespos_test

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha512"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/jarcoal/httpmock"

	"github.com/tillsync/tillsync/salespos"
)

// The account of the published signature vectors.
const (
	shopURL   = "https://shop.example.com"
	apiRoot   = shopURL + "/api/rest/v1"
	publicKey = "pubkey0123456789"
	secretKey = "secret0123456789secret0123456789"
	signDate  = "2025-01-15T10:20:30Z"
)

// request is what arrived at the shop.
type request struct {
	Method string
	Target string
	Body   string
	Header http.Header
}

// reply is what the shop answers.
type reply struct {
	Status int
	Body   string
	Header http.Header
	// Unsigned leaves the signature out.
	Unsigned bool
	// Err is a failure of the network.
	Err error
}

// shop is the wire end of a client: it records requests and answers with the
// replies in turn, the last one for ever.
type shop struct {
	mu       sync.Mutex
	requests []request
	replies  []reply
}

func (s *shop) seen() []request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]request(nil), s.requests...)
}

// transport is the shop as a RoundTripper.
func (s *shop) transport() *httpmock.MockTransport {
	mock := httpmock.NewMockTransport()
	mock.RegisterNoResponder(s.respond)
	return mock
}

func (s *shop) respond(req *http.Request) (*http.Response, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	got := request{Method: req.Method, Target: req.URL.RequestURI(), Header: req.Header.Clone()}
	if req.Body != nil {
		body, err := io.ReadAll(req.Body)
		if err != nil {
			return nil, err
		}
		got.Body = string(body)
	}
	s.requests = append(s.requests, got)
	answer := s.replies[min(len(s.requests), len(s.replies))-1]
	if answer.Err != nil {
		return nil, answer.Err
	}
	resp := httpmock.NewStringResponse(answer.Status, answer.Body)
	resp.Request = req
	if !answer.Unsigned {
		resp.Header.Set("x-date", signDate)
		resp.Header.Set("x-hash", sign(publicKey, req.Method, got.Target, answer.Body, signDate))
	}
	for name, values := range answer.Header {
		resp.Header[name] = values
	}
	return resp, nil
}

// sign is the signature as the vendor describes it, written a second time.
func sign(public, method, uri, body, date string) string {
	mac := hmac.New(sha512.New, []byte(secretKey))
	mac.Write([]byte(strings.Join([]string{public, method, uri, body, date}, "|")))
	return hex.EncodeToString(mac.Sum(nil))
}

// serve makes a client of a shop that answers with the replies.
func serve(t *testing.T, replies ...reply) (*salespos.Client, *shop) {
	t.Helper()
	s := &shop{replies: replies}
	return newClient(t, s), s
}

func newClient(t *testing.T, s *shop, opts ...salespos.Option) *salespos.Client {
	t.Helper()
	opts = append([]salespos.Option{salespos.WithTransport(s.transport())}, opts...)
	client, err := salespos.New(shopURL, publicKey, secretKey, opts...)
	if err != nil {
		t.Fatal(err)
	}
	return client
}

func ok(body string) reply { return reply{Status: http.StatusOK, Body: body} }

// golden reads a document of testdata.
func golden(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// diff fails the test when got differs from want.
func diff(t *testing.T, want, got any) {
	t.Helper()
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("difference (-want +got):\n%s", d)
	}
}

// canonical is a JSON text with sorted keys and no spaces.
func canonical(t *testing.T, text string) string {
	t.Helper()
	if text == "" {
		return ""
	}
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	var tree any
	if err := decoder.Decode(&tree); err != nil {
		t.Fatalf("not JSON: %v", err)
	}
	out := new(bytes.Buffer)
	if err := json.NewEncoder(out).Encode(tree); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(out.String())
}

// amount is a decimal of a test.
func amount(t *testing.T, text string) salespos.Amount {
	t.Helper()
	a, err := salespos.ParseAmount(text)
	if err != nil {
		t.Fatal(err)
	}
	return a
}
