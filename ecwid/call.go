package ecwid

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"github.com/tillsync/tillsync/internal/rest"
)

// operation is one call of an endpoint.
type operation struct {
	op    string   // "PUT /products/{productId}"
	path  []string // unescaped segments below the store
	query rest.Query
	body  any // sent as JSON; nil sends none
	// raw is sent as it is instead of body; its type is contentType.
	raw         []byte
	contentType string
	accept      string // type of the answer; "" is JSON
	// partial answers lack what responseFields left out, perhaps also what
	// their check asks for.
	partial bool
	// safe calls have the same effect when they are sent twice.
	safe bool
	// keyed calls are safe because of a key in them; see rest.Call.
	keyed bool
	// cost is how many requests the store counts, and hold until when; see
	// rest.Call.
	cost int
	hold func(release func())
}

// funnel carries out calls: the way to the wire, or what stands for it while a
// batch is made and read.
type funnel interface {
	Do(ctx context.Context, call rest.Call) (rest.Answer, error)
}

// checked are answers that know whether they hold what they must. A 200 with
// an error object or a foreign document decodes without an error otherwise.
type checked interface{ check() error }

// call carries out o and decodes the answer into out.
func (c *Client) call(ctx context.Context, o operation, out checked) error {
	answer, err := c.send(ctx, o)
	if err != nil {
		return err
	}
	return c.decode(o, answer, out)
}

// check asks a complete answer for what it must hold; a partial one must at
// least be no error object.
func (c *Client) check(o operation, answer rest.Answer, out checked) error {
	if !o.partial {
		return out.check()
	}
	code, message := c.errorText(answer.Body)
	if code != "" || message != "" || isNull(answer.Body) {
		return errors.New("it is no document")
	}
	return nil
}

// send carries out o and returns the answer as it came.
func (c *Client) send(ctx context.Context, o operation) (rest.Answer, error) {
	request, err := c.request(o)
	if err != nil {
		return rest.Answer{}, invalid(o.op, err)
	}
	answer, err := c.rest.Do(ctx, request)
	if err != nil {
		return rest.Answer{}, c.apiError(o.op, err)
	}
	return answer, nil
}

// request encodes o, once for all attempts.
func (c *Client) request(o operation) (rest.Call, error) {
	path, err := rest.Path(o.path...)
	if err != nil {
		return rest.Call{}, err
	}
	method, _, _ := strings.Cut(o.op, " ")
	request := rest.Call{
		Op:     o.op,
		Method: method,
		Target: o.query.Target(path),
		Header: http.Header{"Authorization": {"Bearer " + c.token()}},
		Key:    "token",
		Cost:   o.cost,
		Hold:   o.hold,
		Safe:   o.safe,
		Keyed:  o.keyed,
	}
	if o.accept != "" {
		request.Header.Set("Accept", o.accept)
	}
	switch {
	case o.raw != nil:
		request.Header.Set("Content-Type", o.contentType)
		request.Body = o.raw
	case o.body != nil:
		request.Header.Set("Content-Type", "application/json;charset=utf-8")
		request.Body, err = json.Marshal(o.body)
	}
	return request, errors.Join(err, request.Check())
}

// invalid is the error for a request that is not sent.
func invalid(op string, reason error) *APIError {
	return &APIError{Op: op, Err: fmt.Errorf("%w: %w", ErrInvalid, reason)}
}

// positive checks ids that start at 1, before they become part of a path.
func positive[T ~int64](name string, id T) error {
	if id <= 0 {
		return fmt.Errorf("%s id %d is not above 0", name, id)
	}
	return nil
}

// productCall is a call for one product, or for what is below it, without a
// body. It can be repeated unless it is a POST.
func productCall(op string, product ProductID, below ...string) (operation, error) {
	if err := positive("product", product); err != nil {
		return operation{}, invalid(op, err)
	}
	path := append([]string{"products", segment(product)}, below...)
	return operation{op: op, path: path, safe: !strings.HasPrefix(op, http.MethodPost+" ")}, nil
}

func segment[T ~int64](id T) string { return strconv.FormatInt(int64(id), 10) }

// fetch carries out o and returns its answer. T is the answer, PT its pointer,
// which has the check.
func fetch[T any, PT interface {
	*T
	checked
}](ctx context.Context, c *Client, o operation) (*T, error) {
	var out T
	if err := c.call(ctx, o, PT(&out)); err != nil {
		return nil, err
	}
	return &out, nil
}
