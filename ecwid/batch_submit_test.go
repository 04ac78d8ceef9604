package ecwid_test

import (
	"io"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/tillsync/tillsync/ecwid"
)

func TestBatchSubmit(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		opts *ecwid.BatchOptions
		want string // query
	}{
		"defaults": {nil, `^stopOnFirstFailure=false&allowParallelMode=false&deduplicationKey=` +
			`[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`},
		"all options": {
			&ecwid.BatchOptions{Keys: []string{"my key"}, StopOnFirstFailure: true, Parallel: true, Group: "a&b"},
			`^stopOnFirstFailure=true&allowParallelMode=true&deduplicationKey=my%20key&groupId=a%26b$`,
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			shop, store := newShop(t, always(200, `{"ticket":"t-1"}`))
			ticket, err := shop.Batches.Submit(t.Context(), removals(t, 2), test.opts)
			if err != nil || ticket != "t-1" {
				t.Fatalf("got %q, %v", ticket, err)
			}
			got := store.seen()[0]
			path, query, _ := strings.Cut(got.target, "?")
			if got.method != "POST" || path != prefix+"/batch" || !regexp.MustCompile(test.want).MatchString(query) {
				t.Errorf("got %s %s, want a query like %s", got.method, got.target, test.want)
			}
			want := `[{"id":"product-1","path":"/products/1","method":"DELETE"},{"id":"product-2","path":"/products/2","method":"DELETE"}]`
			if got.body != want || strings.Contains(got.target+got.body, token) {
				t.Errorf("body\n got %s\nwant %s", got.body, want)
			}
		})
	}
}

func TestBatchKeysAreRandom(t *testing.T) {
	t.Parallel()
	shop, store := newShop(t, always(200, `{"ticket":"t-1"}`))
	for range 2 {
		if _, err := shop.Batches.Submit(t.Context(), removals(t, 1), nil); err != nil {
			t.Fatal(err)
		}
	}
	if seen := store.seen(); seen[0].target == seen[1].target {
		t.Errorf("two batches of the same requests have the same key: %s", seen[0].target)
	}
}

func TestBatchSubmitIsRepeatedUnderItsKey(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		reply    func(int, request) (*http.Response, error)
		requests int
		want     []error
	}{
		"lost answers": {func(int, request) (*http.Response, error) { return nil, io.ErrUnexpectedEOF }, 4, []error{ecwid.ErrUnknownOutcome}},
		"503":          {always(503, ``), 4, []error{ecwid.ErrUnknownOutcome}},
		"429":          {always(429, ``), 4, []error{ecwid.ErrRateLimited}},
		"refused":      {always(403, `{"errorCode":"INSUFFICIENT_APP_SCOPE"}`), 1, []error{ecwid.ErrForbidden}},
		"no ticket":    {always(200, `{}`), 1, []error{ecwid.ErrUnknownOutcome, ecwid.ErrBadAnswer}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				shop, store := newShop(t, test.reply)
				_, err := shop.Batches.Submit(t.Context(), removals(t, 1), nil)
				wantClasses(t, err, test.want...)
				seen := store.seen()
				if len(seen) != test.requests {
					t.Fatalf("%d requests, want %d", len(seen), test.requests)
				}
				for _, got := range seen[1:] {
					if got.target != seen[0].target || got.body != seen[0].body {
						t.Errorf("the repetition differs: %s", got.target)
					}
				}
			})
		})
	}
}
