package ecwidtest

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
)

const (
	deliveryTimeout = 10 * time.Second
	maxAttempts     = 28 // the first and 27 retries
)

// Delivery is one attempt to send a webhook.
type Delivery struct {
	EventID, EventType string
	// Attempt is 1 for the first; a copy has the number of its original.
	Attempt int
	// Status is what the receiver answered, 0 when no answer came.
	Status int
	// Taken tells whether the status is one that ends the retries.
	Taken bool
	// Err is the error of the RoundTripper.
	Err error
}

// Deliver sends the webhooks that are due through rt, one after another, and
// returns the attempts. Redirects are not followed. An event that is not taken
// comes back at its time; see [Server.NextDelivery]. The error is that of ctx.
func (s *Server) Deliver(ctx context.Context, rt http.RoundTripper) ([]Delivery, error) {
	var out []Delivery
	for _, p := range s.outgoing() {
		if err := ctx.Err(); err != nil {
			return out, err
		}
		d := p.send(ctx, rt)
		s.settle(p, d)
		out = append(out, d)
	}
	return out, ctx.Err()
}

// NextDelivery returns when the next webhook is due; false when none waits.
func (s *Server) NextDelivery() (at time.Time, waiting bool) {
	s.enter()
	defer s.leave()
	for i, e := range s.events {
		if i == 0 || e.due.Before(at) {
			at = e.due
		}
	}
	return at.Add(-s.clock.skew), len(s.events) > 0
}

// parcel is an event made ready to be sent.
type parcel struct {
	url             string
	id, kind        string
	attempt         int
	body, signature string
}

// outgoing makes parcels of the events that are due, copies included.
func (s *Server) outgoing() []parcel {
	s.enter()
	defer s.leave()
	var out []parcel
	for _, e := range s.events {
		if e.due.After(s.clock.time()) {
			continue
		}
		e.attempts++
		if e.attempts > 1 && s.cfg.reads(RetriesRestamped) {
			e.created = s.now()
		}
		for range 1 + s.cfg.webhooks.Repeat {
			out = append(out, s.pack(e))
		}
	}
	if seed := s.cfg.webhooks.Shuffle; seed != 0 {
		s.rounds++
		rng := rand.New(rand.NewPCG(seed, s.rounds))
		rng.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	}
	return out
}

func (s *Server) pack(e *event) parcel {
	body := object{
		"eventId": e.id, "eventCreated": number(e.created), "storeId": number(storeID), "entityId": number(e.entity),
		"eventType": e.kind,
	}
	if strings.HasPrefix(e.kind, "application.") {
		body["entityId"] = strconv.FormatInt(e.entity, 10)
	}
	if e.data != nil {
		body["data"] = e.data
	}
	target, separator := s.cfg.webhooks.URL, "?"
	if strings.Contains(target, "?") {
		separator = "&"
	}
	return parcel{
		url: target + separator + "eventtype=" + url.QueryEscape(e.kind), id: e.id, kind: e.kind,
		attempt: e.attempts, body: string(appendJSON(nil, body)), signature: sign(e.created, e.id),
	}
}

// sign covers time and id of an event only.
func sign(created int64, id string) string {
	mac := hmac.New(sha256.New, []byte(clientSecret))
	_, _ = fmt.Fprintf(mac, "%d.%s", created, id) // hashes take everything
	return base64.StdEncoding.EncodeToString(mac.Sum(nil))
}

func (p parcel) send(ctx context.Context, rt http.RoundTripper) Delivery {
	d := Delivery{EventID: p.id, EventType: p.kind, Attempt: p.attempt}
	ctx, cancel := context.WithTimeout(ctx, deliveryTimeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, p.url, bytes.NewReader([]byte(p.body)))
	if err != nil {
		d.Err = err
		return d
	}
	req.Header.Set("Content-Type", "application/json;charset=utf-8")
	req.Header.Set("X-Ecwid-Webhook-Signature", p.signature)
	resp, err := rt.RoundTrip(req)
	if err != nil {
		d.Err = err
		return d
	}
	_ = resp.Body.Close()
	d.Status = resp.StatusCode
	d.Taken = slices.Contains([]int{200, 201, 202, 204, 209}, d.Status)
	return d
}

// settle ends an event that was taken, and sets the time of the next attempt
// of one that was not.
func (s *Server) settle(p parcel, d Delivery) {
	s.enter()
	defer s.leave()
	i := slices.IndexFunc(s.events, func(e *event) bool { return e.id == p.id })
	switch {
	case i < 0: // a copy was taken before
	case d.Taken || s.events[i].attempts >= maxAttempts:
		s.events = slices.Delete(s.events, i, i+1)
	default:
		s.postpone(s.events[i])
	}
}

func (s *Server) postpone(e *event) {
	if e.failed.IsZero() {
		e.failed = s.clock.time()
	}
	after := time.Duration(e.attempts) * 15 * time.Minute
	if e.attempts > 4 {
		after = time.Duration(e.attempts-3) * time.Hour
	}
	if pace := s.cfg.webhooks.Pace; pace > 0 {
		after = time.Duration(float64(after) / pace)
	}
	e.due = e.failed.Add(after)
}
