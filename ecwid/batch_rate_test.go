package ecwid_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid"
)

// slowStore carries out one batch after the other, each in its time, and counts
// what the API may count: requests when they arrive, those inside of a batch when
// it is finished.
type slowStore struct {
	takes   time.Duration
	idle    time.Time // when all batches are finished
	ends    map[string]time.Time
	sizes   map[string]int
	counted []time.Time
	submits []time.Duration
	start   time.Time
}

func newSlowStore(takes time.Duration) *slowStore {
	return &slowStore{
		takes: takes, start: time.Now(),
		ends: make(map[string]time.Time), sizes: make(map[string]int),
	}
}

func (s *slowStore) reply(_ int, r request) (*http.Response, error) {
	s.count(time.Now(), 1)
	if r.method == http.MethodGet {
		_, text, _ := strings.Cut(r.target, "?")
		query, err := url.ParseQuery(text)
		return answer(200, s.look(query.Get("ticket"))), err
	}
	var items []json.RawMessage
	if err := json.Unmarshal([]byte(r.body), &items); err != nil {
		return nil, err
	}
	s.submits = append(s.submits, time.Since(s.start))
	if s.idle.Before(time.Now()) {
		s.idle = time.Now()
	}
	s.idle = s.idle.Add(s.takes)
	ticket := fmt.Sprint("t-", len(s.submits))
	s.ends[ticket], s.sizes[ticket] = s.idle, len(items)
	s.count(s.idle, len(items))
	return answer(200, fmt.Sprintf(`{"ticket":%q}`, ticket)), nil
}

func (s *slowStore) look(ticket string) string {
	if time.Now().Before(s.ends[ticket]) {
		return `{"status":"IN_PROGRESS"}`
	}
	return `{"status":"COMPLETED","responses":[]}`
}

func (s *slowStore) count(at time.Time, n int) {
	s.counted = append(s.counted, slices.Repeat([]time.Time{at}, n)...)
}

// most is the largest number that was counted in any minute.
func (s *slowStore) most() int {
	slices.SortFunc(s.counted, time.Time.Compare)
	most, first := 0, 0
	for i, at := range s.counted {
		for at.Sub(s.counted[first]) > time.Minute {
			first++
		}
		most = max(most, i-first+1)
	}
	return most
}

// TestBatchesKeepToTheRate: whenever the store gets to a batch, and however often
// we look at it.
func TestBatchesKeepToTheRate(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		rate  int
		sizes []int
		takes time.Duration
		wait  bool
		want  []time.Duration // of the submits
	}{
		// Looks after 0.5, 1.5, 3, 5, 7.5, 10.5, ... seconds: the last one at 52.5.
		"waited for": {600, []int{500, 500}, 50 * time.Second, true, []time.Duration{0, 112*time.Second + 500*time.Millisecond + 1}},
		"both fit":   {600, []int{200, 300}, 50 * time.Second, false, []time.Duration{0, 0}},
		"never seen": {600, []int{500, 500}, 5 * time.Minute, false, []time.Duration{0, 11*time.Minute + 1}},
		"lowest":     {17, []int{1}, 5 * time.Minute, true, []time.Duration{0}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				store := newSlowStore(test.takes)
				shop, _ := newShop(t, store.reply, ecwid.WithRate(test.rate))
				for _, size := range test.sizes {
					ticket, err := shop.Batches.Submit(t.Context(), removals(t, size), nil)
					if err != nil {
						t.Fatal(err)
					}
					if !test.wait {
						continue
					}
					if _, err := shop.Batches.Wait(t.Context(), ticket); err != nil {
						t.Fatal(err)
					}
				}
				if diff := cmp.Diff(test.want, store.submits); diff != "" {
					t.Errorf("submits (-want +got):\n%s", diff)
				}
				if got := store.most(); got > test.rate {
					t.Errorf("%d in a minute, the rate is %d", got, test.rate)
				}
			})
		})
	}
}

// TestBatchesThatNeverFit are refused before anything is sent.
func TestBatchesThatNeverFit(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		rate int
		call func(*ecwid.Client) error
	}{
		"run": {16, func(shop *ecwid.Client) error {
			_, err := shop.Batches.Run(t.Context(), removals(t, 1), nil)
			return err
		}},
		"submit": {17, func(shop *ecwid.Client) error {
			_, err := shop.Batches.Submit(t.Context(), removals(t, 2), nil)
			return err
		}},
		"resume": {16, func(shop *ecwid.Client) error {
			_, err := shop.Batches.Resume(t.Context(), "key")
			return err
		}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			shop, store := newShop(t, always(200, `{"ticket":"t-1"}`), ecwid.WithRate(test.rate))
			err := test.call(shop)
			wantClasses(t, err, ecwid.ErrInvalid)
			if !strings.Contains(fmt.Sprint(err), fmt.Sprintf("rate of %d", test.rate)) {
				t.Errorf("got %v, want the rate in it", err)
			}
			if len(store.seen()) != 0 {
				t.Errorf("%d requests were sent", len(store.seen()))
			}
		})
	}
}

// TestBatchSharesOfTheRate: what a batch holds is that of its ticket, wherever
// somebody waits.
func TestBatchSharesOfTheRate(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		book, other := &ledger{}, &ledger{}
		store := newBatchStore(deleted())
		shop, _ := newShop(t, store.reply, ecwid.WithLimiter(book))
		elsewhere, _ := newShop(t, store.reply, ecwid.WithLimiter(other))
		opts := &ecwid.BatchOptions{Keys: []string{"k"}}
		var ticket ecwid.BatchTicket
		for range 2 { // the second one is not carried out
			var err error
			if ticket, err = shop.Batches.Submit(t.Context(), removals(t, 7), opts); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := elsewhere.Batches.Wait(t.Context(), ticket); err != nil {
			t.Fatal(err)
		}
		store.looks[string(ticket)] = 1
		for range 2 { // at the second time nothing is held
			if _, err := shop.Batches.Wait(t.Context(), ticket); err != nil {
				t.Fatal(err)
			}
		}
		<-time.After(time.Hour) // nothing is released twice
		synctest.Wait()
		want := []string{
			"acquire token 23", "acquire token 23", "release",
			"acquire token 0", "release", "acquire token 0", "release", "release",
			"acquire token 1", "release",
		}
		if diff := cmp.Diff(want, book.noted()); diff != "" {
			t.Errorf("the client that sent it (-want +got):\n%s", diff)
		}
		want = []string{"acquire token 1", "release", "acquire token 1", "release", "acquire token 1", "release"}
		if diff := cmp.Diff(want, other.noted()); diff != "" {
			t.Errorf("another client (-want +got):\n%s", diff)
		}
	})
}

// TestBatchSharesWithoutATicket: batches that the store may have taken on without
// telling a ticket hold their shares side by side, until nobody can see them
// finish.
func TestBatchSharesWithoutATicket(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		book := &ledger{}
		shop, _ := newShop(t, always(200, `{}`), ecwid.WithLimiter(book))
		for range 2 {
			_, err := shop.Batches.Submit(t.Context(), removals(t, 7), nil)
			wantClasses(t, err, ecwid.ErrUnknownOutcome, ecwid.ErrBadAnswer)
		}
		want := []string{"acquire token 23", "acquire token 23"}
		if diff := cmp.Diff(want, book.noted()); diff != "" {
			t.Errorf("after the submits (-want +got):\n%s", diff)
		}
		<-time.After(10 * time.Minute)
		synctest.Wait()
		if diff := cmp.Diff(append(want, "release", "release"), book.noted()); diff != "" {
			t.Errorf("ten minutes later (-want +got):\n%s", diff)
		}
	})
}
