package salespos

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"reflect"
	"slices"
	"strings"

	"github.com/tillsync/tillsync/internal/rest"
)

// Request is a call of a resource that has no methods of its own.
type Request struct {
	// Method is GET, POST, PUT, PATCH or DELETE.
	Method string
	// Path is the path below the API's prefix with the ids in it:
	// "/productreviews/12".
	Path string
	// Query is sent in the order of its names; nil sends none.
	Query url.Values
	// Body is encoded as JSON; a json.RawMessage is JSON already. nil sends
	// none, and GET and DELETE have none.
	Body any
	// Safe lets a write be repeated when it is unknown whether it was carried
	// out. A GET is repeated anyway.
	Safe bool
}

// Response is the answer to a Request.
type Response struct {
	StatusCode int
	// Body is the JSON of the answer; it is empty for most writes.
	Body json.RawMessage

	op string
}

// Decode decodes the body with the leniency of the read types of this package:
// numbers may come as text and the other way round. v may point to a struct
// that embeds a read type and adds fields to it; see Extra for all other keys.
func (r *Response) Decode(v any) error {
	err := fmt.Errorf("%w: it is empty", ErrBadAnswer)
	if !isEmpty(r.Body) {
		err = decode(r.Body, v)
	}
	switch {
	case err == nil:
		findUnknown(r.Body, reflect.ValueOf(v))
		return nil
	case !errors.Is(err, ErrBadAnswer):
		err = undecodable(err)
	}
	return &APIError{Op: r.op, StatusCode: r.StatusCode, Attempts: 1, Err: err}
}

// Do calls any resource of the API. The call is signed, kept within the rates,
// repeated and verified like those of the typed methods, and its error is an
// [*APIError] of the same kinds. Do reads one page of a list: ask for the next
// one with start in Query.
//
// A path that is a complete URL, has a query, or climbs with ".." is refused.
func (c *Client) Do(ctx context.Context, req Request) (*Response, error) {
	call, err := c.anyCall(req)
	if err != nil {
		return nil, &APIError{Op: "Do", Err: fmt.Errorf("%w: %w", ErrInvalid, err)}
	}
	answer, err := c.do(ctx, call)
	if err != nil {
		return nil, err
	}
	return &Response{StatusCode: answer.Status, Body: answer.Body, op: call.Op}, nil
}

// anyCall prepares the call of a request.
func (c *Client) anyCall(req Request) (rest.Call, error) {
	if err := req.check(); err != nil {
		return rest.Call{}, err
	}
	pattern, resource, err := readPath(req.Path)
	if err != nil {
		return rest.Call{}, err
	}
	call := rest.Call{
		Op:     req.Method + " " + pattern,
		Method: req.Method,
		Target: req.query().Target(req.Path),
		Header: c.header(req.Method),
		Key:    req.Method + " " + resource,
		Safe:   req.Safe || req.Method == http.MethodGet,
	}
	if req.Body != nil {
		call.Body, err = json.Marshal(req.Body)
	}
	return call, err
}

// check refuses what the API has for no resource.
func (r Request) check() error {
	switch r.Method {
	case http.MethodPost, http.MethodPut, http.MethodPatch:
		return nil
	case http.MethodGet, http.MethodDelete:
		if r.Body != nil {
			return fmt.Errorf("a %s has no body", r.Method)
		}
		return nil
	default:
		return errors.New("the method is none of GET, POST, PUT, PATCH and DELETE")
	}
}

func (r Request) query() rest.Query {
	var query rest.Query
	for _, name := range slices.Sorted(maps.Keys(r.Query)) {
		for _, value := range r.Query[name] {
			query.Add(name, value)
		}
	}
	return query
}

// readPath splits a path into what errors show of it, "/orders/{id}/returns",
// and the resource that the API counts by. Names of resources and ids take
// turns in the API's paths.
func readPath(path string) (pattern, resource string, err error) {
	if path == "/" {
		return path, "", nil
	}
	below, ok := strings.CutPrefix(path, "/")
	if !ok || strings.ContainsAny(path, "?#") {
		return "", "", errors.New(`the path has to start with "/" and to end before the query`)
	}
	if u, err := url.Parse(path); err == nil && u.Host == "" && u.EscapedPath() != path {
		return "", "", errors.New("the path has characters that have to be escaped")
	}
	for i, segment := range strings.Split(strings.TrimSuffix(below, "/"), "/") {
		plain, err := url.PathUnescape(segment)
		switch {
		case err != nil || slices.Contains([]string{"", ".", ".."}, plain) || strings.ContainsAny(plain, `/\`):
			return "", "", fmt.Errorf("segment %d of the path is no name of a resource and no id", i+1)
		case i%2 == 0:
			resource, pattern = segment, pattern+"/"+segment
		default:
			pattern += "/{id}"
		}
	}
	return pattern, resource, nil
}
