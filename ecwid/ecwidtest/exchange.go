package ecwidtest

import (
	"cmp"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
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
	from   string // the address of the caller; "" in-process
	batch  string // the ticket, when the request came inside a batch
}

// reply is what goes back; lost means that it never arrives, cut that half of
// the body does. It leaves after wait.
type reply struct {
	status      int
	retryAfter  string
	contentType string // "" is JSON
	body        []byte
	lost, cut   bool
	wait        time.Duration
	date        time.Time
}

func (r reply) header() http.Header {
	h := http.Header{"Content-Type": {cmp.Or(r.contentType, "application/json;charset=utf-8")}}
	h.Set("Date", r.date.UTC().Format(http.TimeFormat))
	if r.retryAfter != "" {
		h.Set("Retry-After", r.retryAfter)
	}
	return h
}

// pause waits for as long as the reply is late.
func (r reply) pause(ctx context.Context) error {
	if r.wait == 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(r.wait)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

var errClosed = errors.New("ecwidtest: the server is closed")

// exchange is the whole way of one request, faults and record included.
func (s *Server) exchange(in incoming) (reply, error) {
	_, path := splitPath(in.url.EscapedPath())
	f := s.takeFault(in.method, path)
	s.enter()
	defer s.leave()
	if s.closed {
		return reply{}, errClosed
	}
	return s.recorded(in, f), nil
}

// recorded answers a request under a fault, nil for none, and keeps a record.
func (s *Server) recorded(in incoming, f *Fault) reply {
	store, path := splitPath(in.url.EscapedPath())
	rec := Request{
		At: s.clock.time().Add(-s.clock.skew), Method: in.method, Path: path, Query: in.url.RawQuery, Body: in.body,
		Batch: in.batch,
	}
	if in.url.Query().Has("token") {
		rec.Query = withoutToken(in.url.Query())
	}
	if path == oauthPath { // they carry the client secret
		rec.Query, rec.Body = "", nil
	}
	out := s.withFault(f, store, in, &rec)
	out.date = s.clock.time()
	if !out.lost {
		rec.Status = out.status
	}
	if rec.Status >= http.StatusBadRequest {
		e, _ := parseObject(out.body) // nil when the body is none of ours
		rec.Code, rec.Message = textOf(e, "errorCode"), textOf(e, "errorMessage")
	}
	s.log = append(s.log, rec)
	if s.cfg.observe != nil {
		s.cfg.observe(rec)
	}
	return out
}

// withoutToken is a query that may be kept.
func withoutToken(query url.Values) string {
	query.Del("token")
	return query.Encode()
}

func (s *Server) withFault(f *Fault, store string, in incoming, rec *Request) reply {
	if f == nil {
		return s.answer(store, in, rec)
	}
	rec.Fault = f.Do.String()
	var out reply
	switch f.Do {
	case TimeoutBefore:
		out.lost = true
	case Status:
		out = f.answer()
	case RateLimit:
		out = rateLimited(f.RetryAfter)
	case Foreign:
		out = f.foreign()
	case TimeoutAfter:
		out = s.answer(store, in, rec)
		out.lost = true
	case StatusAfter:
		_ = s.answer(store, in, rec)
		out = f.answer()
	case Truncate:
		out = s.answer(store, in, rec)
		out.cut = true
	default:
		out = s.answer(store, in, rec)
	}
	out.wait = f.Wait
	return out
}

// seconds is a wait as Retry-After tells it, rounded up.
func seconds(wait time.Duration) string {
	return strconv.Itoa(int((wait + time.Second - 1) / time.Second))
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
	from, _, _ := net.SplitHostPort(r.RemoteAddr) // "" on errors
	out, err := s.exchange(incoming{method: r.Method, url: r.URL, header: r.Header, body: body, from: from})
	if err != nil || out.pause(r.Context()) != nil || out.lost {
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
