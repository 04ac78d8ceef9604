package ecwidtest

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
)

// Transport returns a RoundTripper that hands requests to the server without
// sockets and goroutines. Scheme and host of the URL do not matter.
func (s *Server) Transport() http.RoundTripper { return transport{s} }

type transport struct{ s *Server }

// RoundTrip implements http.RoundTripper.
func (t transport) RoundTrip(req *http.Request) (*http.Response, error) {
	if err := req.Context().Err(); err != nil {
		closeBody(req)
		return nil, err
	}
	body, err := readBody(req)
	if err != nil {
		return nil, err
	}
	out, err := t.s.exchange(incoming{method: req.Method, url: req.URL, header: req.Header, body: body})
	if err != nil {
		return nil, err
	}
	if err := out.pause(req.Context()); err != nil {
		return nil, err
	}
	if out.lost {
		return nil, timeoutError{}
	}
	var answer io.Reader = bytes.NewReader(out.body)
	if out.cut {
		answer = io.MultiReader(bytes.NewReader(out.body[:len(out.body)/2]), brokenReader{})
	}
	return &http.Response{
		Status:     fmt.Sprintf("%d %s", out.status, http.StatusText(out.status)),
		StatusCode: out.status, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: out.header(), Body: io.NopCloser(answer), ContentLength: int64(len(out.body)), Request: req,
	}, nil
}

func closeBody(req *http.Request) {
	if req.Body != nil {
		_ = req.Body.Close()
	}
}

func readBody(req *http.Request) ([]byte, error) {
	if req.Body == nil {
		return nil, nil
	}
	defer closeBody(req)
	return io.ReadAll(req.Body)
}

type timeoutError struct{}

func (timeoutError) Error() string   { return "ecwidtest: the answer never arrived" }
func (timeoutError) Timeout() bool   { return true }
func (timeoutError) Temporary() bool { return true }

// brokenReader is the end of a body that was cut.
type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }
