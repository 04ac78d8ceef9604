// Package paging turns an API that answers in pages into one lazy sequence.
package paging

import (
	"context"
	"errors"
	"iter"
)

// ErrNoProgress says that the server handed out a cursor for the second time:
// going on would read the same pages for ever.
var ErrNoProgress = errors.New("paging: the server repeats a page cursor")

// Items yields the items of all pages in order. fetch reads the page at cursor
// and returns its items, the cursor of the following page and whether there is
// one.
//
// Nothing is fetched before the first pull, and a page only when its first item
// is asked for. Ranging again starts again at first. An error is yielded once,
// last, with a zero item: the error of fetch as it is, the end of ctx, or
// ErrNoProgress after the items of the page that named a known cursor.
func Items[T any, C comparable](
	ctx context.Context,
	first C,
	fetch func(ctx context.Context, cursor C) (items []T, next C, more bool, err error),
) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		cursor := first
		seen := make(map[C]bool)
		for !seen[cursor] {
			if err := ctx.Err(); err != nil {
				yield(none, err)
				return
			}
			seen[cursor] = true
			items, next, more, err := fetch(ctx, cursor)
			if err != nil {
				yield(none, err)
				return
			}
			for _, item := range items {
				if !yield(item, nil) {
					return
				}
			}
			if !more {
				return
			}
			cursor = next
		}
		yield(none, ErrNoProgress)
	}
}
