package salespos

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"reflect"
	"strconv"
	"strings"

	"github.com/tillsync/tillsync/internal/paging"
	"github.com/tillsync/tillsync/internal/rest"
)

// DefaultPageSize is how many items are asked for when options name no size.
// The server may answer fewer.
const DefaultPageSize = 250

// ErrNoProgress: the server handed out a link to the next page for the second
// time, so that a list would never end.
var ErrNoProgress = paging.ErrNoProgress

// Page is one page of a list. Only an empty Next ends a list: a page may be
// short or empty and still have a follower.
type Page[T any] struct {
	Items []T `json:"items"`
	// Start is the offset of the first item and Size the page size, as the
	// server counts them.
	Start int    `json:"start"`
	Size  int    `json:"size"`
	Href  string `json:"href"`
	// First, Previous and Next are complete URLs, "" when there is none.
	First    string `json:"first"`
	Previous string `json:"previous"`
	Next     string `json:"next"`
}

// listing is a collection of the API and how to read it.
type listing[T any] struct {
	client *Client
	route  route
	query  *rest.Query // nil: none
	// finish completes an item after decoding; nil: nothing to do.
	finish func(*T)
}

// page reads the first page.
func (l listing[T]) page(ctx context.Context) (*Page[T], error) {
	call, err := l.client.call(http.MethodGet, l.route, l.query)
	if err != nil {
		return nil, err
	}
	return l.read(ctx, call)
}

// all yields the items of all pages. It follows the server's links as they are.
func (l listing[T]) all(ctx context.Context) iter.Seq2[T, error] {
	call, err := l.client.call(http.MethodGet, l.route, l.query)
	if err != nil {
		return func(yield func(T, error) bool) { yield(*new(T), err) }
	}
	items := paging.Items(ctx, call.Target, func(ctx context.Context, target string) ([]T, string, bool, error) {
		call := call
		call.Target = target
		page, err := l.read(ctx, call)
		if err != nil || page.Next == "" {
			return page.items(), "", false, err
		}
		next, err := l.client.follow(page.Next)
		if err != nil {
			return nil, "", false, &APIError{Op: call.Op, StatusCode: http.StatusOK, Attempts: 1, Err: err}
		}
		return page.Items, next, true, nil
	})
	return func(yield func(T, error) bool) {
		for item, err := range items {
			if !yield(item, wrapped(call.Op, err)) {
				return
			}
		}
	}
}

// slice reads a list that the API does not page. Should it page one day, a
// list cut short would look like records that are gone: the links are followed.
func (l listing[T]) slice(ctx context.Context) ([]T, error) {
	var items []T
	for item, err := range l.all(ctx) {
		if err != nil {
			return nil, err
		}
		items = append(items, item)
	}
	return items, nil
}

// read reads the page of a call.
func (l listing[T]) read(ctx context.Context, call rest.Call) (*Page[T], error) {
	answer, err := l.client.do(ctx, call)
	if err != nil {
		return nil, err
	}
	return l.decode(call, answer)
}

// decode decodes the page in an answer.
func (l listing[T]) decode(call rest.Call, answer rest.Answer) (*Page[T], error) {
	var page Page[T]
	if len(answer.Body) == 0 {
		return &page, nil
	}
	if err := l.client.document(answer.Body, &page, reflect.TypeFor[T](), "items."); err != nil {
		return nil, badAnswer(call, answer, undecodable(err))
	}
	if page.Href == "" && page.Items == nil {
		return nil, badAnswer(call, answer, fmt.Errorf("%w: it is no list", ErrBadAnswer))
	}
	if l.finish != nil {
		for i := range page.Items {
			l.finish(&page.Items[i])
		}
	}
	return &page, nil
}

// items are the items of a page that may be missing.
func (p *Page[T]) items() []T {
	if p == nil {
		return nil
	}
	return p.Items
}

// wrapped gives an error of the paging itself the form of all others.
func wrapped(op string, err error) error {
	if _, ok := errors.AsType[*APIError](err); ok || err == nil {
		return err
	}
	return &APIError{Op: op, Err: err}
}

// follow turns a link of the server into a target, byte for byte. Only its path
// counts, as the API wants it, but a link to another host is refused.
func (c *Client) follow(link string) (string, error) {
	target := link
	if !strings.HasPrefix(link, "/") {
		scheme, after, _ := strings.Cut(link, "://")
		host, path, _ := strings.Cut(after, "/")
		isWeb := strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https")
		if !isWeb || !strings.EqualFold(withoutPort(scheme, host), withoutPort(c.base.Scheme, c.base.Host)) {
			return "", fmt.Errorf("%w: its link to the next page leaves the shop's own host", ErrBadAnswer)
		}
		target = "/" + path
	}
	target, ok := strings.CutPrefix(target, c.base.EscapedPath())
	if !ok || !strings.HasPrefix(target, "/") {
		return "", fmt.Errorf("%w: its link to the next page leaves the API", ErrBadAnswer)
	}
	return target, nil
}

// withoutPort is a host without the port that its scheme stands for.
func withoutPort(scheme, host string) string {
	if strings.EqualFold(scheme, "http") {
		return strings.TrimSuffix(host, ":80")
	}
	return strings.TrimSuffix(host, ":443")
}

// pageQuery starts a query with the window of a page.
func pageQuery(start, size int) *rest.Query {
	if size == 0 {
		size = DefaultPageSize
	}
	query := new(rest.Query)
	query.Add("start", strconv.Itoa(start))
	query.Add("size", strconv.Itoa(size))
	return query
}

// expandQuery adds the names of sub-resources that the answer carries along.
func expandQuery[E ~string](query *rest.Query, names []E) {
	if len(names) == 0 {
		return
	}
	texts := make([]string, len(names))
	for i, name := range names {
		texts[i] = string(name)
	}
	query.Add("expand", strings.Join(texts, ","))
}

// addText adds a parameter unless it is empty.
func addText[S ~string](query *rest.Query, name string, value S) {
	if value != "" {
		query.Add(name, string(value))
	}
}

// addInt adds a parameter unless it is zero.
func addInt[N ~int | ~int64](query *rest.Query, name string, value N) {
	if value != 0 {
		query.Add(name, strconv.FormatInt(int64(value), 10))
	}
}

// addFlag adds a parameter unless it is nil.
func addFlag(query *rest.Query, name string, value *bool) {
	if value != nil {
		query.Add(name, strconv.FormatBool(*value))
	}
}

// addAmount adds a parameter unless it is nil.
func addAmount(query *rest.Query, name string, value *Amount) {
	if value != nil {
		query.Add(name, value.String())
	}
}
