package salespos_test

import (
	"context"
	"encoding/base64"
	"errors"
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

	"github.com/tillsync/tillsync/salespos"
)

// slowInbox needs a second to store an event. The first one cannot be stored.
type slowInbox struct {
	mu       sync.Mutex
	ids      map[string]bool
	reported map[bool]int // by Event.Duplicate
}

func (s *slowInbox) take(_ context.Context, e salespos.Event) error {
	s.mu.Lock()
	s.reported[e.Duplicate]++
	first := s.reported[false] == 1 && !e.Duplicate
	s.mu.Unlock()
	time.Sleep(time.Second)
	if first {
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

func (s *slowInbox) handler(t *testing.T) *salespos.WebhookHandler {
	t.Helper()
	h, err := salespos.NewWebhookHandler(hookBase, []salespos.Secret{hookSecret}, s.take, salespos.WithSeen(s))
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// TestWebhookDuplicatesAtTheSameTime: of many deliveries of one event at once the
// first that can be stored is new, all others are duplicates, also after a restart.
func TestWebhookDuplicatesAtTheSameTime(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		box := &slowInbox{ids: make(map[string]bool), reported: make(map[bool]int)}
		h := box.handler(t)
		address := h.Address(salespos.EventOrdersStatus)
		var all sync.WaitGroup
		for range 10 {
			all.Go(func() { answer(h, delivery(t, address, orderEvent)) })
		}
		all.Wait()
		diff(t, map[bool]int{false: 2, true: 8}, box.reported)
		answer(box.handler(t), delivery(t, address, orderEvent)) // a restart
		diff(t, map[bool]int{false: 2, true: 9}, box.reported)

		start := time.Now()
		for range 5 { // events that cannot be told apart do not wait for each other
			all.Go(func() { answer(h, delivery(t, address, `{"id":42}`)) })
		}
		all.Wait()
		diff(t, time.Second, time.Since(start))
	})
}

// TestWebhookStorePanics: that is no 2xx, and the event is new when it comes again.
func TestWebhookStorePanics(t *testing.T) {
	t.Parallel()
	var box inbox
	h, err := salespos.NewWebhookHandler(hookBase, []salespos.Secret{hookSecret}, func(ctx context.Context, e salespos.Event) error {
		if len(box.events) == 0 {
			box.events = append(box.events, salespos.Event{})
			panic("the store is broken")
		}
		return box.take(ctx, e)
	}, salespos.WithSeen(&handled{}))
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewUnstartedServer(h)
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.Start()
	defer server.Close()
	path := strings.TrimPrefix(h.Address(salespos.EventOrdersStatus), hookBase)
	send := func() int {
		req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, server.URL+path, strings.NewReader(orderEvent))
		if err != nil {
			t.Fatal(err)
		}
		resp, err := server.Client().Do(req)
		if err != nil {
			return 0
		}
		_ = resp.Body.Close()
		return resp.StatusCode
	}
	diff(t, 0, send())
	diff(t, http.StatusOK, send())
	diff(t, 2, len(box.events))
}

// TestForgedAddresses: none of many guesses at an address gets in.
func TestForgedAddresses(t *testing.T) {
	t.Parallel()
	var box inbox
	h := newHandler(t, &box)
	elsewhere, err := salespos.NewWebhookHandler(hookBase+"x", []salespos.Secret{hookSecret}, box.take)
	if err != nil {
		t.Fatal(err)
	}
	prefix := hookBase + "/" + string(salespos.EventOrdersPaid) + "/"
	tokenOf := func(h *salespos.WebhookHandler, event salespos.EventType) string {
		parts := strings.Split(h.Address(event), "/")
		return parts[len(parts)-1]
	}
	good := tokenOf(h, salespos.EventOrdersPaid)
	raw, err := base64.RawURLEncoding.DecodeString(good)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	forgeries := []func() string{
		func() string { // one bit of it
			bent := append([]byte(nil), raw...)
			bent[random.IntN(len(bent))] ^= 1 << random.IntN(8)
			return base64.RawURLEncoding.EncodeToString(bent)
		},
		func() string { return good[:random.IntN(len(good))] },
		func() string { return good + "A" },
		func() string { return tokenOf(h, salespos.EventOrdersStatus) },
		func() string { return tokenOf(elsewhere, salespos.EventOrdersPaid) },
	}
	for i := range 10_000 {
		token := forgeries[i%len(forgeries)]()
		if status := answer(h, delivery(t, prefix+token, orderEvent)); status != http.StatusNotFound {
			t.Fatalf("%s: status %d, want 404", token, status)
		}
	}
	diff(t, 0, len(box.events))
	diff(t, http.StatusOK, answer(h, delivery(t, prefix+good, orderEvent)))
}
