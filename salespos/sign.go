package salespos

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha512"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"time"

	"github.com/tillsync/tillsync/internal/rest"
)

// Headers of the signature, in both directions.
const (
	headerPublic = "X-Public"
	headerDate   = "X-Date"
	headerHash   = "X-Hash"
)

// clockTolerance is how far our clock may be off before a refusal is blamed on
// it. The API allows five minutes.
const clockTolerance = time.Minute

// signer signs requests and verifies answers. It is the RoundTripper directly
// above the network, so that it signs exactly what is sent, with a fresh date
// for each attempt.
type signer struct {
	public string
	key    secret
	shop   *url.URL
	next   http.RoundTripper
	// offset is how far the server's clock is ahead of ours, in nanoseconds.
	offset atomic.Int64
}

// RoundTrip signs a copy of req and sends it. A request to another host is
// refused: the signature would be no use there, the customer data would.
func (s *signer) RoundTrip(req *http.Request) (*http.Response, error) {
	if req.URL.Scheme != s.shop.Scheme || !strings.EqualFold(req.URL.Host, s.shop.Host) {
		closeBody(req)
		return nil, &rest.Refused{Err: errors.New("the request leaves the shop's own host")}
	}
	body, err := readBody(req)
	if err != nil {
		return nil, err
	}
	signed := req.Clone(req.Context())
	if len(body) > 0 {
		signed.Body = io.NopCloser(bytes.NewReader(body))
		signed.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(body)), nil }
	}
	date := s.now().Format(wireTime)
	signed.Header.Set(headerPublic, s.public)
	signed.Header.Set(headerDate, date)
	signed.Header.Set(headerHash, hex.EncodeToString(s.sum(req.Method, req.URL.RequestURI(), body, date)))
	return s.next.RoundTrip(signed)
}

// sum is the keyed hash of a request, or of the answer to it.
func (s *signer) sum(method, uri string, body []byte, date string) []byte {
	mac := hmac.New(sha512.New, []byte(s.key.reveal()))
	_, _ = fmt.Fprintf(mac, "%s|%s|%s|%s|%s", s.public, method, uri, body, date)
	return mac.Sum(nil)
}

// verify checks the signature of an answer to method and uri, in constant time.
func (s *signer) verify(method, uri string, answer rest.Answer) error {
	date, text := answer.Header.Get(headerDate), answer.Header.Get(headerHash)
	if date == "" || text == "" {
		return fmt.Errorf("%w: it is not signed", ErrBadAnswer)
	}
	got, err := hex.DecodeString(text)
	if err != nil || !hmac.Equal(got, s.sum(method, uri, answer.Body, date)) {
		return fmt.Errorf("%w: its signature does not match", ErrBadAnswer)
	}
	return nil
}

// now is the server's time as far as we know it, in UTC.
func (s *signer) now() time.Time { return time.Now().Add(time.Duration(s.offset.Load())).UTC() }

// learnClock takes over the server's clock from a refusal when it differs from
// ours, and reports whether the request is worth another try.
func (s *signer) learnClock(header http.Header) bool {
	server, ok := serverTime(header)
	if !ok {
		return false
	}
	off := server.Sub(s.now())
	if off.Abs() <= clockTolerance {
		return false
	}
	s.offset.Store(int64(time.Until(server)))
	return true
}

// serverTime reads the clock of the server from an answer.
func serverTime(header http.Header) (time.Time, bool) {
	if t, err := ParseTime(header.Get(headerDate)); err == nil {
		return t.Time, true
	}
	t, err := http.ParseTime(header.Get("Date"))
	return t, err == nil
}

// readBody reads the body of a request and closes it; nil when it has none.
func readBody(req *http.Request) ([]byte, error) {
	if req.Body == nil || req.Body == http.NoBody {
		return nil, nil
	}
	defer closeBody(req)
	return io.ReadAll(req.Body)
}

func closeBody(req *http.Request) {
	if req.Body != nil {
		_ = req.Body.Close()
	}
}
