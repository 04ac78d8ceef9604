package ecwid

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
)

// Request is a request that no method of a service makes, such as one for
// promotions, reviews or staff.
type Request struct {
	// Method is GET, POST, PUT or DELETE.
	Method string
	// Path is below the store and starts with "/", as "/promotions/12". What
	// comes from elsewhere has to be escaped with url.PathEscape.
	Path string
	// Query is sent in the order of its names.
	Query url.Values
	// Body is sent as JSON; nil sends none. A GET has none.
	Body any
	// Safe requests have the same effect when they are sent twice, and so are
	// repeated after an unknown outcome. A GET always is.
	Safe bool
}

// Response is the answer to a Request.
type Response struct {
	StatusCode int
	// Body is what came, at most 24 MiB.
	Body json.RawMessage

	op string
}

// Do sends a request to any resource of the store, with the token, rate limit,
// repetitions and errors of all other calls. The scopes it needs are those of
// the resource. Paths that lead out of the store are ErrInvalid.
func (c *Client) Do(ctx context.Context, request Request) (*Response, error) {
	o, err := request.operation()
	if err != nil {
		return nil, invalid("Do", err)
	}
	answer, err := c.send(ctx, o)
	if err != nil {
		return nil, err
	}
	return &Response{StatusCode: answer.Status, Body: answer.Body, op: o.op}, nil
}

// operation checks r. Its path goes through the builder of all paths, segment
// by segment.
func (r Request) operation() (operation, error) {
	o := operation{op: r.op(), body: r.Body, safe: r.Safe || r.Method == http.MethodGet}
	switch r.Method {
	case http.MethodPost, http.MethodPut, http.MethodDelete:
	case http.MethodGet:
		if r.Body != nil {
			return o, errors.New("a GET has no body")
		}
	default:
		return o, errors.New("the method is not GET, POST, PUT or DELETE")
	}
	path, ok := strings.CutPrefix(r.Path, "/")
	if !ok || strings.ContainsAny(path, "?#") {
		return o, errors.New(`the path has to start with "/" and to end before the query`)
	}
	for segment := range strings.SplitSeq(path, "/") {
		plain, err := url.PathUnescape(segment)
		if err != nil {
			return o, errors.New("the path is not escaped")
		}
		o.path = append(o.path, plain)
	}
	for _, name := range slices.Sorted(maps.Keys(r.Query)) {
		for _, value := range r.Query[name] {
			o.query.Add(name, value)
		}
	}
	return o, nil
}

// op names the request in errors and logs by its first segment: the others can
// be ids.
func (r Request) op() string {
	path := strings.TrimPrefix(r.Path, "/")
	first, _, more := strings.Cut(path, "/")
	if more {
		return fmt.Sprintf("%s /%s/...", r.Method, first)
	}
	return fmt.Sprintf("%s /%s", r.Method, first)
}

// Decode reads the body as JSON into what v points to, for example a struct that
// embeds a read type and adds fields to it; see Extra for all other keys.
func (r *Response) Decode(v any) error {
	if err := json.Unmarshal(r.Body, v); err != nil {
		return &APIError{Op: r.op, StatusCode: r.StatusCode, Attempts: 1, Err: fmt.Errorf("%w: %w", ErrBadAnswer, err)}
	}
	keepUnknown(r.Body, reflect.ValueOf(v).Elem())
	return nil
}
