package salespos

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/tillsync/tillsync/internal/rest"
)

// apiPath is the common beginning of all paths; the version is part of it.
const apiPath = "/api/rest/v1"

// route is a path of the API with its ids.
type route struct {
	pattern string // as the reference writes it: "/products/{id}"
	id      int64  // fills in {id}
}

// at is the path of a collection, or of a single resource of the shop.
func at(pattern string) route { return route{pattern: pattern} }

// atID is a path with one id in it.
func atID[ID ~int64](pattern string, id ID) route { return route{pattern: pattern, id: int64(id)} }

// path fills in the id. Zero and negative ids name nothing, and a request with
// one would answer something else than what was asked.
func (r route) path() (string, error) {
	if !strings.Contains(r.pattern, "{id}") {
		return r.pattern, nil
	}
	if r.id <= 0 {
		return "", fmt.Errorf("%w: %d is no id", ErrInvalid, r.id)
	}
	return strings.Replace(r.pattern, "{id}", strconv.FormatInt(r.id, 10), 1), nil
}

// resource is the part of the path that the API counts calls by: the last
// segment that is no id.
func (r route) resource() string {
	segments := strings.Split(strings.TrimSuffix(r.pattern, "/{id}"), "/")
	return segments[len(segments)-1]
}

// call prepares a call without a body.
func (c *Client) call(method string, r route, query *rest.Query) (rest.Call, error) {
	op := method + " " + r.pattern
	path, err := r.path()
	if err != nil {
		return rest.Call{}, &APIError{Op: op, Err: err}
	}
	if query != nil {
		path = query.Target(path)
	}
	return rest.Call{
		Op:     op,
		Method: method,
		Target: path,
		Header: c.header(method),
		Key:    method + " " + r.resource(),
		Safe:   method != http.MethodPost,
	}, nil
}

// header has the headers of the API beside those of the signature. Reads, PATCH
// and the PUT of translations know a language.
func (c *Client) header(method string) http.Header {
	header := http.Header{"Accept": {string(c.line)}}
	speaks := []string{http.MethodGet, http.MethodPatch, http.MethodPut}
	if c.language != "" && slices.Contains(speaks, method) {
		header.Set("Accept-Language", c.language)
	}
	return header
}

// withBody prepares a call that sends body as JSON.
func (c *Client) withBody(method string, r route, body any) (rest.Call, error) {
	call, err := c.call(method, r, nil)
	if err != nil {
		return rest.Call{}, err
	}
	if call.Body, err = json.Marshal(body); err != nil {
		return rest.Call{}, &APIError{Op: call.Op, Err: fmt.Errorf("%w: %w", ErrInvalid, err)}
	}
	return call, nil
}

// do carries out a call and returns an answer whose signature is verified.
// A refused key is tried once more when our clock was wrong.
func (c *Client) do(ctx context.Context, call rest.Call) (rest.Answer, error) {
	offset, before := c.signer.offset.Load(), 0
	answer, err := c.rest.Do(ctx, call)
	if refusal := c.wrongClock(offset, err); refusal != nil {
		before = refusal.Attempts
		answer, err = c.rest.Do(ctx, call)
	}
	if err != nil {
		e := apiError(call, err)
		e.Attempts += before
		return rest.Answer{}, e
	}
	answer.Attempts += before
	if err := c.signer.verify(call.Method, c.base.EscapedPath()+call.Target, answer); err != nil {
		return rest.Answer{}, badAnswer(call, answer, err)
	}
	return answer, nil
}

// wrongClock is the refusal of a call that was signed at offset from our clock,
// when this refusal or that of another call in the meantime taught another one;
// nil for all other outcomes. With which status a wrong date is refused is not
// documented.
func (c *Client) wrongClock(offset int64, err error) *rest.Failure {
	failure, ok := errors.AsType[*rest.Failure](err)
	if !ok || failure.Answer == nil {
		return nil
	}
	switch failure.Answer.Status {
	case http.StatusUnauthorized, http.StatusForbidden:
		if c.signer.learnClock(failure.Answer.Header) || c.signer.offset.Load() != offset {
			return failure
		}
	}
	return nil
}

// read carries out a GET.
func (c *Client) read(ctx context.Context, r route, query *rest.Query) (rest.Call, rest.Answer, error) {
	call, err := c.call(http.MethodGet, r, query)
	if err != nil {
		return call, rest.Answer{}, err
	}
	answer, err := c.do(ctx, call)
	return call, answer, err
}

// get reads one object.
func get[T any](ctx context.Context, c *Client, r route, query *rest.Query) (*T, error) {
	call, answer, err := c.read(ctx, r, query)
	if err != nil {
		return nil, err
	}
	return object[T](c, call, answer)
}

// getRecord reads the record that r names and no other.
func getRecord[T any](ctx context.Context, c *Client, r route, query *rest.Query) (*T, error) {
	call, answer, err := c.read(ctx, r, query)
	if err != nil {
		return nil, err
	}
	if id := idOf(answer.Body); id != r.id {
		return nil, badAnswer(call, answer, fmt.Errorf("%w: it is about id %d", ErrBadAnswer, id))
	}
	return object[T](c, call, answer)
}

// create posts a new record and returns it as the server stored it. A success
// that does not tell the id is an unknown outcome: the record has to be looked
// for.
func create[T any](ctx context.Context, c *Client, r route, body any) (*T, error) {
	call, err := c.withBody(http.MethodPost, r, body)
	if err != nil {
		return nil, err
	}
	answer, err := c.do(ctx, call)
	if err != nil {
		return nil, err
	}
	switch {
	case isEmpty(answer.Body):
		return nil, badAnswer(call, answer, errors.New("accepted without a body: look up the id of the new record"))
	case idOf(answer.Body) <= 0:
		return nil, badAnswer(call, answer, fmt.Errorf("%w: it does not tell the id of the new record", ErrBadAnswer))
	default:
		return object[T](c, call, answer)
	}
}

// post posts what gets no id of its own and returns it as the server stored it.
func post[T any](ctx context.Context, c *Client, r route, body any) (*T, error) {
	call, err := c.withBody(http.MethodPost, r, body)
	if err != nil {
		return nil, err
	}
	answer, err := c.do(ctx, call)
	if err != nil {
		return nil, err
	}
	return object[T](c, call, answer)
}

// update patches a record. "Nothing to change" is success.
func (c *Client) update(ctx context.Context, r route, body any, safe bool) error {
	return c.change(ctx, http.MethodPatch, r, body, safe)
}

// replace puts a list or document in the place of the old one. "Nothing to
// change" is success.
func (c *Client) replace(ctx context.Context, r route, body any) error {
	return c.change(ctx, http.MethodPut, r, body, true)
}

func (c *Client) change(ctx context.Context, method string, r route, body any, safe bool) error {
	call, err := c.withBody(method, r, body)
	if err != nil {
		return err
	}
	call.Safe = safe
	_, err = c.do(ctx, call)
	if e, ok := errors.AsType[*APIError](err); ok && e.Code == codeSameValue {
		return nil
	}
	return err
}

// remove deletes a record.
func (c *Client) remove(ctx context.Context, r route) error {
	call, err := c.call(http.MethodDelete, r, nil)
	if err != nil {
		return err
	}
	_, err = c.do(ctx, call)
	return err
}

// object decodes the body of a success.
func object[T any](c *Client, call rest.Call, answer rest.Answer) (*T, error) {
	if isEmpty(answer.Body) {
		return nil, badAnswer(call, answer, fmt.Errorf("%w: it is empty", ErrBadAnswer))
	}
	var out T
	if err := c.document(answer.Body, &out, reflect.TypeFor[T](), ""); err != nil {
		return nil, badAnswer(call, answer, undecodable(err))
	}
	return &out, nil
}

// undecodable names the place of a decoding error without the value there.
func undecodable(err error) error {
	if mismatch, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return fmt.Errorf("%w: key %q is not of the documented type", ErrBadAnswer, mismatch.Field)
	}
	return fmt.Errorf("%w: it is not the documented JSON", ErrBadAnswer)
}

// idOf reads the id of a document; 0 when there is none.
func idOf(body []byte) int64 {
	var stub struct {
		ID int64 `json:"id"`
	}
	if err := decode(body, &stub); err != nil {
		return 0
	}
	return stub.ID
}

func isEmpty(body []byte) bool {
	return slices.Contains([]string{"", "null"}, strings.TrimSpace(string(body)))
}

// orEmpty is a list that encodes as [] when there is none: null clears nothing.
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
