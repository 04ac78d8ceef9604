package ecwidtest

import (
	"bytes"
	"net/http"
	"slices"
	"strings"
	"time"
)

// Request is one request as the server saw it. Tokens, and the query and body
// of an exchange of OAuth codes, are not kept.
type Request struct {
	At     time.Time
	Method string
	// Path is the escaped path below the store, such as "/products/17"; a
	// request to somewhere else has its whole path here.
	Path string
	// Query is the raw query.
	Query string
	// Status is what the caller got; 0 when no answer reached him.
	Status int
	Body   []byte
	// Code and Message are those of an error answer.
	Code, Message string
	// Batch is the ticket of the batch that carried the request, "" for
	// requests of their own.
	Batch string
	// Fault names the injected fault, "" without one.
	Fault string

	routed bool
}

// Requests returns a copy of what was received since the start or
// ResetRequests, oldest first.
func (s *Server) Requests() []Request {
	s.enter()
	defer s.leave()
	out := slices.Clone(s.log)
	for i := range out {
		out[i].Body = bytes.Clone(out[i].Body)
	}
	return out
}

// Count returns how many recorded requests have this method and a path that
// starts with pathPrefix; "" means any.
func (s *Server) Count(method, pathPrefix string) int {
	s.enter()
	defer s.leave()
	n := 0
	for _, r := range s.log {
		if (method == "" || r.Method == method) && strings.HasPrefix(r.Path, pathPrefix) {
			n++
		}
	}
	return n
}

// Writes returns how many recorded requests other than GET reached a route,
// whether they were accepted or not. Refused tokens, 429 and faults that act
// before the request do not count.
func (s *Server) Writes() int {
	s.enter()
	defer s.leave()
	n := 0
	for _, r := range s.log {
		if r.routed && r.Method != http.MethodGet {
			n++
		}
	}
	return n
}

// ResetRequests forgets the recorded requests.
func (s *Server) ResetRequests() {
	s.enter()
	defer s.leave()
	s.log = nil
}
