package salespostest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"time"
)

// maxBody is the largest body that is read from a socket.
const maxBody = 64 << 20

var _ net.Error = (*timeoutError)(nil)

// timeoutError is what a caller sees in process when no answer arrives.
type timeoutError struct{ method, path string }

func (e *timeoutError) Error() string {
	return "salespostest: " + e.method + " " + e.path + ": timeout"
}
func (e *timeoutError) Timeout() bool   { return true }
func (e *timeoutError) Temporary() bool { return true }

// Transport answers requests in process, whatever their host: no sockets, no
// goroutines, no waiting but for the Wait of a fault. A lost answer is an
// error whose Timeout method reports true. A request whose context has ended fails with
// the context's error and does not reach the server.
func (s *Server) Transport() http.RoundTripper { return transport{s} }

type transport struct{ s *Server }

func (t transport) RoundTrip(req *http.Request) (*http.Response, error) {
	var body []byte
	if req.Body != nil {
		var err error
		body, err = io.ReadAll(req.Body)
		if err = errors.Join(err, req.Body.Close()); err != nil {
			return nil, err
		}
	}
	if err := req.Context().Err(); err != nil {
		return nil, err
	}
	host := req.Host
	if host == "" {
		host = req.URL.Host
	}
	out := t.s.serve(&incoming{
		method: req.Method, target: req.URL.RequestURI(), origin: req.URL.Scheme + "://" + host,
		header: req.Header, body: body,
	})
	if err := out.delay(req.Context()); err != nil {
		return nil, err
	}
	if out.lost {
		return nil, &timeoutError{req.Method, req.URL.Path}
	}
	content := io.Reader(bytes.NewReader(out.body))
	if out.cut {
		content = io.MultiReader(bytes.NewReader(out.body[:len(out.body)/2]), brokenReader{})
	}
	return &http.Response{
		Status: strconv.Itoa(out.status) + " " + http.StatusText(out.status), StatusCode: out.status,
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: out.header, Body: io.NopCloser(content), ContentLength: int64(len(out.body)), Request: req,
	}, nil
}

// delay waits as long as the fault says, or until the caller gives up.
func (out *outgoing) delay(ctx context.Context) error {
	if out.wait == 0 {
		return nil
	}
	timer := time.NewTimer(out.wait)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// brokenReader is the rest of a body whose connection broke.
type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// ServeHTTP answers over a real connection. A lost answer closes it without a
// reply, a truncated one in the middle of the body. Note that net/http's own
// client sends a GET again by itself when a kept-alive connection closes
// without a reply.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	if err != nil {
		http.Error(w, "cannot read the body", http.StatusBadRequest)
		return
	}
	scheme := "http"
	if r.TLS != nil {
		scheme = "https"
	}
	out := s.serve(&incoming{
		method: r.Method, target: r.RequestURI, origin: scheme + "://" + r.Host, header: r.Header, body: body,
	})
	if out.delay(r.Context()) != nil || out.lost {
		panic(http.ErrAbortHandler)
	}
	for key, values := range out.header {
		w.Header()[key] = values
	}
	if out.status != http.StatusNoContent {
		w.Header().Set("Content-Length", strconv.Itoa(len(out.body)))
	}
	w.WriteHeader(out.status)
	if out.cut {
		out.body = out.body[:len(out.body)/2]
	}
	_, err = w.Write(out.body)
	if out.cut {
		err = errors.Join(err, http.NewResponseController(w).Flush(), io.ErrUnexpectedEOF)
	}
	if err != nil {
		panic(http.ErrAbortHandler) // the caller went away, or is to think that we did
	}
}

// Listen serves on a loopback address such as "127.0.0.1:0" until [Server.Close]
// and returns the base URL of the shop. Other hosts are refused: the keys of
// the account are public.
func (s *Server) Listen(addr string) (baseURL string, err error) {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return "", fmt.Errorf("salespostest: listen: %w", err)
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return "", fmt.Errorf("salespostest: listen: %q is not a loopback address", addr)
	}
	l, err := net.Listen("tcp", addr) //nolint:noctx // binding a loopback port does not wait
	if err != nil {
		return "", fmt.Errorf("salespostest: listen: %w", err)
	}
	srv := &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second}
	s.mu.Lock()
	s.servers = append(s.servers, srv)
	s.world.base = "http://" + l.Addr().String()
	s.mu.Unlock()
	s.serving.Go(func() { _ = srv.Serve(l) }) // ends with ErrServerClosed in Close
	return "http://" + l.Addr().String(), nil
}

// Close stops all listeners and their connections. The in-process transport
// goes on working.
func (s *Server) Close() error {
	s.mu.Lock()
	servers := s.servers
	s.servers = nil
	s.mu.Unlock()
	var errs []error
	for _, srv := range servers {
		errs = append(errs, srv.Close())
	}
	s.serving.Wait()
	return errors.Join(errs...)
}
