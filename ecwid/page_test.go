package ecwid_test

import (
	"errors"
	"fmt"
	"iter"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid"
)

// listOf answers list requests from count products with ids from 1 on.
func listOf(t *testing.T, count int, withTotal bool) func(int, request) (*http.Response, error) {
	return func(_ int, r request) (*http.Response, error) {
		target, err := url.Parse(r.target)
		if err != nil {
			return nil, err
		}
		offset, _ := strconv.Atoi(target.Query().Get("offset"))
		limit, _ := strconv.Atoi(target.Query().Get("limit"))
		var items []string
		for id := offset + 1; id <= min(count, offset+limit); id++ {
			items = append(items, fmt.Sprintf(`{"id":%d}`, id))
		}
		total := ""
		if withTotal {
			total = fmt.Sprintf(`"total":%d,`, count)
		}
		return answer(200, fmt.Sprintf(`{%s"items":[%s]}`, total, strings.Join(items, ","))), nil
	}
}

func TestAll(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name      string
		count     int
		withTotal bool
		opts      ecwid.ProductListOptions
		requests  int
		want      []int
	}{
		{"nothing", 0, true, ecwid.ProductListOptions{}, 1, nil},
		{"one page", 3, true, ecwid.ProductListOptions{}, 1, []int{1, 2, 3}},
		{"three pages", 5, true, ecwid.ProductListOptions{Limit: 2}, 3, []int{1, 2, 3, 4, 5}},
		{"full last page", 4, true, ecwid.ProductListOptions{Limit: 2}, 2, []int{1, 2, 3, 4}},
		{"from an offset", 5, true, ecwid.ProductListOptions{Limit: 2, Offset: 3}, 1, []int{4, 5}},
		{"no total, short last page", 5, false, ecwid.ProductListOptions{Limit: 2, ResponseFields: "items(id)"}, 3, []int{1, 2, 3, 4, 5}},
		{"no total, full last page", 4, false, ecwid.ProductListOptions{Limit: 2, ResponseFields: "items(id)"}, 3, []int{1, 2, 3, 4}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			shop, store := newShop(t, listOf(t, tt.count, tt.withTotal))
			opts := tt.opts
			products := shop.Products.All(t.Context(), &opts)
			if len(store.seen()) != 0 {
				t.Fatal("a request was sent before the first pull")
			}
			opts.Offset = 99 // the caller may go on using its options
			for range 2 {
				var got []int
				for product, err := range products {
					if err != nil {
						t.Fatal(err)
					}
					got = append(got, int(product.ID))
				}
				if diff := cmp.Diff(tt.want, got); diff != "" {
					t.Errorf("(-want +got):\n%s", diff)
				}
			}
			if got := len(store.seen()); got != 2*tt.requests {
				t.Errorf("got %d requests, want %d", got, 2*tt.requests)
			}
		})
	}
}

func TestAllStopsWithItsReader(t *testing.T) {
	t.Parallel()
	shop, store := newShop(t, listOf(t, 10, true))
	for _, err := range shop.Products.All(t.Context(), &ecwid.ProductListOptions{Limit: 2}) {
		if err != nil {
			t.Fatal(err)
		}
		break
	}
	if got := len(store.seen()); got != 1 {
		t.Errorf("got %d requests, want 1", got)
	}
}

func TestAllYieldsAnErrorOnceAndLast(t *testing.T) {
	t.Parallel()
	pages := listOf(t, 5, true)
	tests := []struct {
		name   string
		second string
		status int
		want   error
	}{
		{"refused", `{}`, 403, ecwid.ErrForbidden},
		{"empty page before the end", `{"total":5,"items":[]}`, 200, ecwid.ErrBadAnswer},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			shop, _ := newShop(t, func(n int, r request) (*http.Response, error) {
				if n == 2 {
					return answer(tt.status, tt.second), nil
				}
				return pages(n, r)
			})
			var items, failures int
			for _, err := range shop.Products.All(t.Context(), &ecwid.ProductListOptions{Limit: 2}) {
				switch {
				case errors.Is(err, tt.want):
					failures++
				case err != nil || failures > 0:
					t.Fatalf("after %d errors: %v", failures, err)
				default:
					items++
				}
			}
			if items != 2 || failures != 1 {
				t.Errorf("got %d items and %d errors, want 2 and 1", items, failures)
			}
		})
	}
}

// drain reads a listing to its end.
func drain[T any](t *testing.T, items iter.Seq2[T, error]) {
	t.Helper()
	for _, err := range items {
		if err != nil {
			t.Fatal(err)
		}
	}
}

// TestAllCategories: all are all, unless the caller wants the visible ones.
func TestAllCategories(t *testing.T) {
	t.Parallel()
	shop, store := newShop(t, always(200, emptyPage))
	opts := &ecwid.CategoryListOptions{}
	drain(t, shop.Categories.All(t.Context(), opts))
	drain(t, shop.Categories.All(t.Context(), &ecwid.CategoryListOptions{HiddenCategories: new(false)}))
	want := []string{"/categories?hidden_categories=true&offset=0&limit=100", "/categories?hidden_categories=false&offset=0&limit=100"}
	for i, r := range store.seen() {
		if r.target != prefix+want[i] {
			t.Errorf("got %s, want %s", r.target, want[i])
		}
	}
	if opts.HiddenCategories != nil {
		t.Error("the caller's options were changed")
	}
}
