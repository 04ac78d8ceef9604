package sides

import (
	"context"
	"fmt"
	"iter"

	"github.com/tillsync/tillsync/flows/pass"
)

// offsetPage asks a list for the rows from an offset on. more says that the
// list goes on behind them.
type offsetPage[T any] func(ctx context.Context, offset int) (rows []T, more bool, err error)

// freshRows are the rows of one page that no earlier page had.
type freshRows[T any] struct {
	rows []T
	// end is the offset behind the page.
	end int
}

// maxStalePages is how many pages in a row may bring nothing new before the
// list is taken to repeat itself for ever.
const maxStalePages = 3

// scan reads a list that is paged by offset and may change meanwhile. Pages
// overlap by one row. A page that does not begin with a row seen before shows
// that rows moved up; reading steps back until it meets one, so that a row which
// existed throughout is not missed. No row is yielded twice.
func scan[T any](ctx context.Context, start int, id func(*T) int64, page offsetPage[T]) iter.Seq2[freshRows[T], error] {
	return func(yield func(freshRows[T], error) bool) {
		s := &scanner[T]{id: id, seen: map[int64]struct{}{}, start: start, offset: start}
		for {
			rows, more, err := page(ctx, s.offset)
			if err != nil {
				yield(freshRows[T]{}, err)
				return
			}
			if s.movedUp(rows) {
				s.stepBack()
				continue
			}
			fresh := s.take(rows)
			if s.stale > maxStalePages {
				yield(freshRows[T]{}, noProgress(s.offset))
				return
			}
			if !yield(freshRows[T]{rows: fresh, end: s.offset + len(rows)}, nil) || !more {
				return
			}
			if !s.advance(len(rows)) {
				yield(freshRows[T]{}, noProgress(s.offset))
				return
			}
		}
	}
}

type scanner[T any] struct {
	id     func(*T) int64
	seen   map[int64]struct{}
	start  int
	offset int
	back   int
	stale  int
}

// movedUp reports whether the row that the last page ended with is no longer
// where this page begins, nor is any other known row.
func (s *scanner[T]) movedUp(rows []T) bool {
	if len(s.seen) == 0 || s.offset <= s.start {
		return false
	}
	if len(rows) == 0 {
		return true
	}
	_, known := s.seen[s.id(&rows[0])]
	return !known
}

func (s *scanner[T]) stepBack() {
	s.back = max(1, 2*s.back)
	s.offset = max(s.start, s.offset-s.back)
}

func (s *scanner[T]) take(rows []T) []T {
	s.back = 0
	fresh := rows[:0:0]
	for i := range rows {
		id := s.id(&rows[i])
		if _, known := s.seen[id]; !known {
			s.seen[id] = struct{}{}
			fresh = append(fresh, rows[i])
		}
	}
	if s.stale++; len(fresh) > 0 {
		s.stale = 0
	}
	return fresh
}

// advance moves to the last row of the page. It reports false when that is no
// move.
func (s *scanner[T]) advance(rows int) bool {
	next := s.offset + rows - 1
	if rows == 1 {
		next = s.offset + 1
	}
	if next <= s.offset {
		return false
	}
	s.offset = next
	return true
}

func noProgress(offset int) error {
	return &pass.Error{Class: pass.ClassNoProgress, Reason: "NoProgress",
		Err:    fmt.Errorf("the list repeats its rows at offset %d", offset),
		Remedy: "the server ignores the offset; nothing was skipped, report it to the vendor"}
}
