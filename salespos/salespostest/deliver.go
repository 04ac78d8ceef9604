package salespostest

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha512"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"slices"
)

// Delivery is one webhook that was sent, and how it was received.
type Delivery struct {
	Event   string
	Address string
	Body    []byte
	Attempt int   // 1 is the first
	Status  int   // 0 when no answer arrived
	Err     error // why none arrived
}

// Disorder is what may happen to webhooks on their way.
type Disorder int

// The kinds of disorder.
const (
	Twice    Disorder = iota + 1 // each webhook arrives two times
	Reversed                     // the newest comes first
)

// Deliver sends all webhooks that are waiting through rt, one after another
// and oldest first, and reports what became of each. Webhooks arise from
// requests and from [Server.Edit] and [Server.Delete]; they wait until this
// call. One that is not answered with 2xx waits for the next call, up to the
// number of [WithWebhookAttempts]. Webhooks that were switched off or deleted
// meanwhile are dropped. When ctx ends, the rest waits and the error is that of
// ctx.
func (s *Server) Deliver(ctx context.Context, rt http.RoundTripper, how ...Disorder) ([]Delivery, error) {
	s.mu.Lock()
	waiting := s.world.mail
	s.world.mail = nil
	s.mu.Unlock()
	if slices.Contains(how, Reversed) {
		slices.Reverse(waiting)
	}
	var sent []Delivery
	var again []*mail
	for i, m := range waiting {
		if ctx.Err() != nil {
			again = append(again, waiting[i:]...)
			break
		}
		d, ok := s.post(ctx, rt, m)
		if !ok {
			continue
		}
		sent = append(sent, d)
		if slices.Contains(how, Twice) {
			d, _ = s.post(ctx, rt, m)
			sent = append(sent, d)
		}
		m.Attempts++
		if d.Status/100 != 2 && m.Attempts < s.cfg.attempts {
			again = append(again, m)
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.world.mail = append(again, s.world.mail...)
	return sent, ctx.Err()
}

// post sends one webhook. ok is false when nobody wants it any more.
func (s *Server) post(ctx context.Context, rt http.RoundTripper, m *mail) (d Delivery, ok bool) {
	s.mu.Lock()
	hook := s.world.table("webhooks").rows[m.Hook]
	if hook == nil || !flag(hook.doc, "is_active", true) {
		s.mu.Unlock()
		return Delivery{}, false
	}
	d = Delivery{Event: m.Event, Address: text(hook.doc["address"]), Body: m.Body, Attempt: m.Attempts + 1}
	key := hookKey(hook)
	if s.world.reads(UnsignedWebhooks) {
		key = ""
	}
	s.mu.Unlock()
	d.Status, d.Err = push(ctx, rt, key, d.Address, m.Body)
	return d, true
}

// push posts a document with the hash that the platform's own calls carry:
// HMAC-SHA512 over `address|body`. Without a key there is none.
func push(ctx context.Context, rt http.RoundTripper, key, address string, body []byte) (status int, err error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		return 0, err
	}
	req.Header.Set("Content-Type", "application/json")
	if key != "" {
		req.Header.Set("x-hash", pushHash(key, address, body))
	}
	resp, err := rt.RoundTrip(req)
	if err != nil {
		return 0, err
	}
	_, err = io.Copy(io.Discard, io.LimitReader(resp.Body, 1<<20))
	if cerr := resp.Body.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return 0, fmt.Errorf("read the answer of %s: %w", req.URL.Host, err)
	}
	return resp.StatusCode, nil
}

// pushHash signs what the platform sends by itself.
func pushHash(key, address string, content []byte) string {
	mac := hmac.New(sha512.New, []byte(key))
	mac.Write([]byte(address + "|"))
	mac.Write(content)
	return hex.EncodeToString(mac.Sum(nil))
}
