package ecwid_test

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"log"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/ecwid"
)

// slowInbox needs a second to store an event. It fails as often as failures says.
type slowInbox struct {
	mu       sync.Mutex
	failures int
	ids      map[string]bool
	reported []bool // Event.Duplicate, in the order of the calls
}

func (s *slowInbox) take(ctx context.Context, e ecwid.Event) error {
	s.mu.Lock()
	s.reported = append(s.reported, e.Duplicate)
	fails := len(s.reported) <= s.failures
	s.mu.Unlock()
	select {
	case <-time.After(time.Second):
	case <-ctx.Done():
		return ctx.Err()
	}
	if fails {
		return errors.New("disk full")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ids[e.ID] = true
	return nil
}

func (s *slowInbox) Seen(_ context.Context, id string) (bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.ids[id], nil
}

func (s *slowInbox) handler(t *testing.T) http.Handler {
	t.Helper()
	h, err := ecwid.NewWebhookHandler(secrets(clientSecret), s.take, ecwid.WithSeen(s))
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// TestWebhookDuplicatesAtTheSameTime: of many deliveries of one event at once the
// first that can be stored is new, all others are duplicates, also after a restart.
// Other events do not wait for it.
func TestWebhookDuplicatesAtTheSameTime(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		box := &slowInbox{failures: 1, ids: make(map[string]bool)}
		h, start := box.handler(t), time.Now()
		var all sync.WaitGroup
		statuses := make(chan int, 20)
		send := func(id string) {
			header, body := eventAt(start, id)
			statuses <- deliver(t, h, http.MethodPost, header, body)
		}
		for range 10 {
			all.Go(func() { send("a") })
		}
		all.Wait()
		count := make(map[bool]int)
		for _, duplicate := range box.reported {
			count[duplicate]++
		}
		if count[false] != 2 || count[true] != 8 {
			t.Errorf("%d events reported as new, %d as duplicates, want 2 and 8: the first could not be stored", count[false], count[true])
		}
		h = box.handler(t) // a restart
		if send("a"); !box.reported[10] {
			t.Error("a duplicate after a restart is reported as new")
		}
		before := time.Now()
		for i := range 5 {
			all.Go(func() { send(fmt.Sprint("b", i)) })
		}
		all.Wait()
		if took := time.Since(before); took != time.Second {
			t.Errorf("five events took %v, want a second: they do not wait for each other", took)
		}
		close(statuses)
		failed := 0
		for status := range statuses {
			if status != http.StatusOK {
				failed++
			}
		}
		if failed != 1 {
			t.Errorf("%d deliveries were refused, want the one that could not be stored", failed)
		}
	})
}

// TestWebhookSenderLeaves: who goes while the event is stored, or waits for that
// of another delivery, is not told that it is.
func TestWebhookSenderLeaves(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		box := &slowInbox{ids: make(map[string]bool)}
		h := box.handler(t)
		ctx, leave := context.WithTimeout(t.Context(), time.Second/2)
		defer leave()
		var both sync.WaitGroup
		for range 2 {
			both.Go(func() {
				header, body := eventAt(time.Now(), "a")
				req := httptest.NewRequestWithContext(ctx, http.MethodPost, "/", body)
				req.Header = header
				w := httptest.NewRecorder()
				if h.ServeHTTP(w, req); w.Code != http.StatusServiceUnavailable {
					t.Errorf("status %d, want 503", w.Code)
				}
			})
		}
		both.Wait()
		if len(box.reported) != 1 || len(box.ids) != 0 {
			t.Errorf("%d events handed over, %d stored, want 1 and 0", len(box.reported), len(box.ids))
		}
	})
}

// TestWebhookStorePanics: that is no 2xx, and the event is new when it comes again.
func TestWebhookStorePanics(t *testing.T) {
	t.Parallel()
	box := &inbox{}
	calls := 0
	h, err := ecwid.NewWebhookHandler(secrets(clientSecret), func(ctx context.Context, e ecwid.Event) error {
		if calls++; calls == 1 {
			panic("the store is broken")
		}
		return box.take(ctx, e)
	}, ecwid.WithSeen(box))
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewUnstartedServer(h)
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.Start()
	defer server.Close()
	send := func() (int, error) {
		header, body := eventAt(time.Now(), "a")
		req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, server.URL, body)
		if err != nil {
			t.Fatal(err)
		}
		req.Header = header
		resp, err := server.Client().Do(req)
		if err != nil {
			return 0, err
		}
		return resp.StatusCode, resp.Body.Close()
	}
	if status, err := send(); err == nil && status < 300 {
		t.Errorf("a broken store answered %d", status)
	}
	if status, err := send(); err != nil || status != http.StatusOK || len(box.events) != 1 || box.events[0].Duplicate {
		t.Errorf("%d and %v, handed over %v, want one new event", status, err, box.events)
	}
}

// TestForgedWebhooks: none of many forgeries gets in.
func TestForgedWebhooks(t *testing.T) {
	t.Parallel()
	box := &inbox{}
	h := newHandler(t, box)
	random := rand.New(rand.NewPCG(1, 2))
	good, err := base64.StdEncoding.DecodeString(orderSignature)
	if err != nil {
		t.Fatal(err)
	}
	forgeries := []func() (signature, body string){
		func() (string, string) { // one bit of the signature
			bent := append([]byte(nil), good...)
			bent[random.IntN(len(bent))] ^= 1 << random.IntN(8)
			return base64.StdEncoding.EncodeToString(bent), orderEvent
		},
		func() (string, string) { // a part of it, or more
			n := random.IntN(len(orderSignature))
			return orderSignature[:n] + strings.Repeat("A", random.IntN(3)), orderEvent
		},
		func() (string, string) { // another event under it
			return orderSignature, fmt.Sprintf(`{"eventId":"%x","eventCreated":%d,"storeId":1003,"eventType":"order.deleted"}`, random.Uint64(), random.IntN(1<<31))
		},
		func() (string, string) { // another secret
			created, id := random.Int64N(1<<31), fmt.Sprint(random.Uint32())
			return signedWith(fmt.Sprint(random.Uint64()), created, id), fmt.Sprintf(`{"eventId":%q,"eventCreated":%d,"storeId":1003,"eventType":"order.deleted"}`, id, created)
		},
	}
	for i := range 10_000 {
		signature, body := forgeries[i%len(forgeries)]()
		if status := deliver(t, h, http.MethodPost, http.Header{ecwid.SignatureHeader: {signature}}, strings.NewReader(body)); status != http.StatusUnauthorized {
			t.Fatalf("%s under %s: status %d, want 401", body, signature, status)
		}
	}
	if len(box.events) != 0 {
		t.Errorf("%d forged events were handed over", len(box.events))
	}
}
