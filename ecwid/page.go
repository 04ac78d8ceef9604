package ecwid

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"strconv"
	"strings"

	"github.com/tillsync/tillsync/internal/paging"
	"github.com/tillsync/tillsync/internal/rest"
)

// MaxPageSize is the largest, and default, number of items in one page.
const MaxPageSize = 100

// Page is one page of a list.
type Page[T any] struct {
	// Items is nil only when ListOptions.ResponseFields left the items out.
	Items []T `json:"items"`
	// Total counts the matches over all pages.
	Total int `json:"total"`
	// Count is the number of items in this page.
	Count int `json:"count"`
	// Offset and Limit repeat the request; Limit may be smaller than asked.
	Offset int `json:"offset"`
	Limit  int `json:"limit"`
	// AllCustomers counts the customers of the store whatever the filters; it
	// comes in lists of customers only.
	AllCustomers int `json:"allCustomerCount"`
}

// listing is a list endpoint with its filters. filter has all parameters but
// offset and limit.
type listing struct {
	op             string
	path           string // its segments separated by "/"
	filter         rest.Query
	offset, limit  int
	responseFields string
	err            error // what is wrong with the options
}

// newListing is a list endpoint with filters that do not count yet.
func newListing(op, path string) listing { return listing{op: op, path: path, limit: MaxPageSize} }

// paged sets what all lists have in common. The limit is always sent: a page of
// unknown size cannot tell whether it is the last one.
func (l *listing) paged(f filters, offset, limit int, responseFields string) {
	l.filter, l.err = f.query, f.err
	l.offset, l.responseFields = offset, responseFields
	if limit != 0 {
		l.limit = limit
	}
}

func (l *listing) check() error {
	if l.err != nil {
		return l.err
	}
	if l.limit < 0 || l.limit > MaxPageSize {
		return fmt.Errorf("limit %d is not between 1 and %d", l.limit, MaxPageSize)
	}
	if l.offset < 0 {
		return fmt.Errorf("offset %d is negative", l.offset)
	}
	return nil
}

// operation is the call for the page at offset.
func (l *listing) operation(offset int) operation {
	query := l.filter
	query.Add("offset", strconv.Itoa(offset))
	query.Add("limit", strconv.Itoa(l.limit))
	if l.responseFields != "" {
		query.Add("responseFields", l.responseFields)
	}
	return operation{
		op: l.op, path: strings.Split(l.path, "/"), query: query, safe: true,
		partial: l.responseFields != "" && !strings.Contains(l.responseFields, "items"),
	}
}

func (p *Page[T]) check() error {
	if p.Items == nil {
		return errors.New("it has no items")
	}
	return nil
}

// page reads the page at offset.
func page[T any](ctx context.Context, c *Client, l listing, offset int) (*Page[T], error) {
	if err := l.check(); err != nil {
		return nil, invalid(l.op, err)
	}
	return fetch[Page[T]](ctx, c, l.operation(offset))
}

// all reads page after page from the offset of l.
func all[T any](ctx context.Context, c *Client, l listing) iter.Seq2[T, error] {
	return paging.Items(ctx, l.offset, func(ctx context.Context, offset int) ([]T, int, bool, error) {
		p, err := page[T](ctx, c, l, offset)
		if err != nil {
			return nil, 0, false, err
		}
		next := offset + len(p.Items)
		more := next < p.Total
		if p.Total == 0 {
			// responseFields without "total": a full page may have a successor.
			more = len(p.Items) >= l.limit
		}
		if more && next == offset {
			return nil, 0, false, &APIError{Op: l.op, StatusCode: http.StatusOK, Attempts: 1, Err: fmt.Errorf(
				"%w: the page at %d of %d is empty", ErrBadAnswer, offset, p.Total)}
		}
		return p.Items, next, more, nil
	})
}
