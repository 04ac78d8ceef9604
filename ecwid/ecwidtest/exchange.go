package ecwidtest

import (
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

const basePath = "/api/v3/"

// incoming is a request, whichever way it came.
type incoming struct {
	method string
	url    *url.URL
	header http.Header
	body   []byte
}

// reply is what goes back; lost means that it never arrives, cut that half of
// the body does.
type reply struct {
	status     int
	retryAfter string
	body       []byte
	lost, cut  bool
}

func (r reply) header() http.Header {
	h := http.Header{"Content-Type": {"application/json;charset=utf-8"}}
	if r.retryAfter != "" {
		h.Set("Retry-After", r.retryAfter)
	}
	return h
}

var errClosed = errors.New("ecwidtest: the server is closed")

// exchange is the whole way of one request, faults and record included.
func (s *Server) exchange(in incoming) (reply, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return reply{}, errClosed
	}
	store, path := splitPath(in.url.EscapedPath())
	rec := Request{At: time.Now(), Method: in.method, Path: path, Query: in.url.RawQuery, Body: in.body}
	out := s.withFault(store, in, &rec)
	if !out.lost {
		rec.Status = out.status
	}
	s.log = append(s.log, rec)
	return out, nil
}

func (s *Server) withFault(store string, in incoming, rec *Request) reply {
	f := s.nextFault(in.method, rec.Path)
	if f == nil {
		return s.answer(store, in, rec)
	}
	rec.Fault = f.Do.String()
	switch f.Do {
	case TimeoutBefore:
		return reply{lost: true}
	case Status:
		return f.answer()
	case RateLimit:
		return rateLimited(f.RetryAfter)
	default:
	}
	out := s.answer(store, in, rec)
	switch f.Do {
	case TimeoutAfter:
		out.lost = true
	case StatusAfter:
		out = f.answer()
	case Truncate:
		out.cut = true
	default:
	}
	return out
}

func rateLimited(retryAfter string) reply {
	if retryAfter == "" {
		retryAfter = "1"
	}
	body := errorBody("RATE_LIMITED", "Too many requests")
	return reply{status: http.StatusTooManyRequests, retryAfter: retryAfter, body: body}
}

// splitPath cuts /api/v3/{store} off an escaped path.
func splitPath(escaped string) (store, path string) {
	rest, found := strings.CutPrefix(escaped, basePath)
	if !found {
		return "", escaped
	}
	store, path, _ = strings.Cut(rest, "/")
	return store, "/" + path
}

// ServeHTTP answers one request of the API. An injected time-out or a cut body
// ends with a panic of http.ErrAbortHandler, which cuts the connection.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	out, err := s.exchange(incoming{method: r.Method, url: r.URL, header: r.Header, body: body})
	if err != nil || out.lost {
		panic(http.ErrAbortHandler)
	}
	for k, v := range out.header() {
		w.Header()[k] = v
	}
	w.WriteHeader(out.status)
	if !out.cut {
		_, _ = w.Write(out.body) // the caller has gone
		return
	}
	_, _ = w.Write(out.body[:len(out.body)/2])
	_ = http.NewResponseController(w).Flush()
	panic(http.ErrAbortHandler)
}
