package paging_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/internal/paging"
)

// book is a list in pages; it notes the cursors it is asked for.
type book struct {
	pages [][]string
	next  []int // cursor after each page; -1 ends the list
	asked []int
}

func (b *book) fetch(_ context.Context, cursor int) (items []string, next int, more bool, err error) {
	b.asked = append(b.asked, cursor)
	next = b.next[cursor]
	return b.pages[cursor], next, next >= 0, nil
}

// read collects a whole sequence: its items and the errors it yields.
func read(t *testing.T, seq func(yield func(string, error) bool)) (items []string, errs []error) {
	t.Helper()
	for item, err := range seq {
		if len(errs) > 0 {
			t.Errorf("yielded (%q, %v) after an error", item, err)
		}
		if err != nil {
			errs = append(errs, err)
			if item != "" {
				t.Errorf("item beside an error = %q, want none", item)
			}
			continue
		}
		items = append(items, item)
	}
	return items, errs
}

func TestItemsReadsAllPagesInOrder(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		pages [][]string
		next  []int
		want  []string
	}{
		"one page":             {[][]string{{"a", "b"}}, []int{-1}, []string{"a", "b"}},
		"no item":              {[][]string{nil}, []int{-1}, nil},
		"short page goes on":   {[][]string{{"a"}, {"b", "c"}, {"d"}}, []int{1, 2, -1}, []string{"a", "b", "c", "d"}},
		"empty page goes on":   {[][]string{{"a"}, nil, {"b"}}, []int{1, 2, -1}, []string{"a", "b"}},
		"cursors in any order": {[][]string{{"a"}, {"c"}, {"b"}}, []int{2, -1, 1}, []string{"a", "b", "c"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := &book{pages: test.pages, next: test.next}
			got, errs := read(t, paging.Items(t.Context(), 0, b.fetch))
			if diff := cmp.Diff(test.want, got); diff != "" || len(errs) > 0 {
				t.Errorf("items (-want +got):\n%s errors: %v", diff, errs)
			}
		})
	}
}

func TestItemsIsLazy(t *testing.T) {
	t.Parallel()
	b := &book{pages: [][]string{{"a", "b"}, {"c"}, {"d"}}, next: []int{1, 2, -1}}
	seq := paging.Items(t.Context(), 0, b.fetch)
	if len(b.asked) != 0 {
		t.Errorf("fetched %v before the first pull", b.asked)
	}
	for item, err := range seq {
		if err != nil {
			t.Fatal(err)
		}
		if item == "b" && len(b.asked) != 1 {
			t.Errorf("fetched %v while the first page is read, want [0]", b.asked)
		}
		if item == "c" {
			break
		}
	}
	if want := []int{0, 1}; !slices.Equal(b.asked, want) {
		t.Errorf("fetched %v, want %v: nothing behind the break", b.asked, want)
	}
}

func TestItemsCanBeRangedAgain(t *testing.T) {
	t.Parallel()
	b := &book{pages: [][]string{{"a"}, {"b"}, {"c"}}, next: []int{1, 2, -1}}
	seq := paging.Items(t.Context(), 0, b.fetch)
	for _, err := range seq {
		if err != nil {
			t.Fatal(err)
		}
		break
	}
	want := []string{"a", "b", "c"}
	for range 2 {
		if got, errs := read(t, seq); !slices.Equal(got, want) || len(errs) > 0 {
			t.Errorf("items = %v, errors = %v, want %v", got, errs, want)
		}
	}
}

func TestItemsYieldsTheErrorOnceAndLast(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	b := &book{pages: [][]string{{"a", "b"}, nil}, next: []int{1, -1}}
	seq := paging.Items(t.Context(), 0, func(ctx context.Context, cursor int) ([]string, int, bool, error) {
		items, next, more, _ := b.fetch(ctx, cursor)
		if cursor == 1 {
			return []string{"half"}, next, more, broken
		}
		return items, next, more, nil
	})
	got, errs := read(t, seq)
	if want := []string{"a", "b"}; !slices.Equal(got, want) {
		t.Errorf("items = %v, want %v", got, want)
	}
	if len(errs) != 1 || errs[0] != broken { //nolint:errorlint // as it is, not wrapped
		t.Errorf("errors = %v, want exactly the one of fetch", errs)
	}
}

func TestItemsStopsWhenTheServerTurnsInCircles(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		next []int
		want []string
	}{
		"the same page again": {[]int{0, -1, -1}, []string{"a"}},
		"the page before":     {[]int{1, 0, -1}, []string{"a", "b"}},
		"not the first one":   {[]int{1, 2, 1}, []string{"a", "b", "c"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := &book{pages: [][]string{{"a"}, {"b"}, {"c"}}, next: test.next}
			got, errs := read(t, paging.Items(t.Context(), 0, b.fetch))
			if !slices.Equal(got, test.want) {
				t.Errorf("items = %v, want %v", got, test.want)
			}
			if len(errs) != 1 || !errors.Is(errs[0], paging.ErrNoProgress) {
				t.Errorf("errors = %v, want ErrNoProgress", errs)
			}
		})
	}
}

func TestItemsFetchesNothingAfterTheEndOfTheContext(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	b := &book{pages: [][]string{{"a", "b"}, {"c"}}, next: []int{1, -1}}
	seq := paging.Items(ctx, 0, b.fetch)
	var got []string
	var last error
	for item, err := range seq {
		cancel()
		if last = err; err == nil {
			got = append(got, item)
		}
	}
	if want := []string{"a", "b"}; !slices.Equal(got, want) || !errors.Is(last, context.Canceled) {
		t.Errorf("items = %v, error = %v, want the page at hand, then the cancellation", got, last)
	}
	if want := []int{0}; !slices.Equal(b.asked, want) {
		t.Errorf("fetched %v, want %v", b.asked, want)
	}
}

func ExampleItems() {
	pages := map[string][]int{"start": {1, 2}, "rest": {3}}
	fetch := func(_ context.Context, cursor string) (items []int, next string, more bool, err error) {
		return pages[cursor], "rest", cursor == "start", nil
	}
	for item, err := range paging.Items(context.Background(), "start", fetch) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(item)
	}
	// Output:
	// 1
	// 2
	// 3
}
