package salespos

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"path"
	"strings"
	"time"

	"github.com/tillsync/tillsync/internal/rest"
	"github.com/tillsync/tillsync/internal/turn"
)

// minWebhookSecret is the length from which a secret cannot be guessed.
const minWebhookSecret = 16

// Seen knows which events were handled.
type Seen interface {
	// Seen reports whether the event with this ID was handled. It does not
	// remember the ID: the function that handles events does, together with what
	// it stores, or an event whose handling failed would be taken for handled.
	Seen(ctx context.Context, id string) (bool, error)
}

// WebhookHandler takes the deliveries of webhooks. Deliveries name neither the
// event nor the shop, so each type of event has an address of its own, with a
// part that nobody can guess. It is safe for concurrent use.
type WebhookHandler struct {
	base        string
	secrets     []secret
	handle      func(context.Context, Event) error
	keys        map[EventType][]secret
	requireHash bool
	window      time.Duration
	seen        Seen
	turns       *turn.Turns // of the events, by ID
}

// WebhookOption is an optional setting of NewWebhookHandler.
type WebhookOption func(*WebhookHandler) error

// NewWebhookHandler makes a handler. base is the public address below which it is
// reached, such as "https://connector.example/hooks/shop-1": one for each shop.
//
// Addresses are made with the first secret and accepted with each of them. To
// rotate, put the new secret in front, update the webhooks, then drop the old
// one. A secret has 16 characters at least.
//
// handle is called before the delivery is answered, and must store the event or
// hand it over. The answer is 200 when it returns nil and 503 when it does not.
// Deliveries may come more than once, late and in any order, and concurrently.
func NewWebhookHandler(base string, secrets []Secret, handle func(context.Context, Event) error, opts ...WebhookOption) (*WebhookHandler, error) {
	h := &WebhookHandler{base: strings.TrimSuffix(base, "/"), handle: handle, turns: turn.New()}
	var errs []error
	if _, err := rest.BaseURL(base, true); err != nil {
		errs = append(errs, fmt.Errorf("base %w", err))
	}
	if handle == nil {
		errs = append(errs, errors.New("the function that handles events is nil"))
	}
	errs = append(errs, h.addSecrets(secrets))
	for _, opt := range opts {
		errs = append(errs, opt(h))
	}
	if err := errors.Join(errs...); err != nil {
		return nil, fmt.Errorf("salespos: webhook handler: %w", err)
	}
	return h, nil
}

func (h *WebhookHandler) addSecrets(values []Secret) (err error) {
	for i, value := range values {
		if len(value) < minWebhookSecret {
			return fmt.Errorf("secret %d is shorter than %d characters", i+1, minWebhookSecret)
		}
	}
	h.secrets, err = newSecrets(values)
	return err
}

// WithWebhookKeys checks the signature of deliveries with Webhook.Key, several
// for each event while webhooks are made anew. A wrong signature is reported in
// Event.Hash and nothing more, see RequireHash.
func WithWebhookKeys(keys map[EventType][]Secret) WebhookOption {
	return func(h *WebhookHandler) error {
		h.keys = make(map[EventType][]secret, len(keys))
		for event, values := range keys {
			secrets, err := newSecrets(values)
			if err != nil {
				return fmt.Errorf("WithWebhookKeys: %q: %w", string(event), err)
			}
			h.keys[event] = secrets
		}
		return nil
	}
}

// RequireHash refuses deliveries unless their Event.Hash is HashValid, with
// status 401. Use it once your shop's deliveries are seen to be valid: how the
// platform signs them is not documented.
func RequireHash() WebhookOption {
	return func(h *WebhookHandler) error {
		h.requireHash = true
		return nil
	}
}

// WithTimeWindow refuses events that were triggered longer than d ago or more
// than d ahead of our clock, with status 403. How long the platform repeats a
// delivery is not documented; the default accepts any time, as it does for
// events that tell none.
func WithTimeWindow(d time.Duration) WebhookOption {
	return func(h *WebhookHandler) error {
		if d <= 0 {
			return fmt.Errorf("WithTimeWindow: %v is not above 0", d)
		}
		h.window = d
		return nil
	}
}

// WithSeen marks events that were handled already in Event.Duplicate. They are
// handed over all the same. When seen fails, the delivery is answered with 503.
// One event that comes twice at once is handed over twice in turn; whether that
// happens in two processes only your store can tell.
func WithSeen(seen Seen) WebhookOption {
	return func(h *WebhookHandler) error {
		if seen == nil {
			return errors.New("WithSeen: it is nil")
		}
		h.seen = seen
		return nil
	}
}

// Address is where to send an event: the value of WebhookCreate.Address.
func (h *WebhookHandler) Address(event EventType) string {
	return h.base + "/" + url.PathEscape(string(event)) + "/" + h.token(h.secrets[0], event)
}

// token is the part of an address that nobody can guess. It is bound to the
// base, so that one shop does not tell the addresses of another.
func (h *WebhookHandler) token(key secret, event EventType) string {
	mac := hmac.New(sha256.New, []byte(key.reveal()))
	_, _ = fmt.Fprintf(mac, "%s|%s", h.base, event)
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}

// ServeHTTP takes a delivery. The path may have any prefix; its last two
// segments are those of Address.
func (h *WebhookHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	event, ok := h.locate(r.URL)
	if !ok {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	body, status := readCallback(w, r)
	if status == 0 {
		status = h.deliver(r, event, body)
	}
	w.WriteHeader(status)
}

// locate finds the event in the path and checks the secret part in constant
// time.
func (h *WebhookHandler) locate(u *url.URL) (EventType, bool) {
	before, token := path.Split(u.Path)
	event := EventType(path.Base(before))
	known := false
	for _, key := range h.secrets {
		known = hmac.Equal([]byte(token), []byte(h.token(key, event))) || known
	}
	return event, known
}

// deliver hands a delivery over and returns the status to answer.
func (h *WebhookHandler) deliver(r *http.Request, event EventType, body []byte) int {
	e, err := ParseWebhook(event, body)
	if err != nil {
		return http.StatusBadRequest
	}
	e.Hash = h.check(r, event, body)
	switch {
	case h.requireHash && e.Hash != HashValid:
		return http.StatusUnauthorized
	case h.window > 0 && !e.Triggered.IsZero() && time.Since(e.Triggered.Time).Abs() > h.window:
		return http.StatusForbidden
	}
	if h.handOver(r.Context(), e) != nil {
		return http.StatusServiceUnavailable
	}
	return http.StatusOK
}

// handOver gives an event to the function that handles it, one delivery of an
// event at a time: only then Seen knows of all before it.
func (h *WebhookHandler) handOver(ctx context.Context, e Event) error {
	if h.seen == nil || e.ID == "" {
		return h.handle(ctx, e)
	}
	return h.turns.Do(ctx, e.ID, func() (err error) {
		if e.Duplicate, err = h.seen.Seen(ctx, e.ID); err != nil {
			return err
		}
		return h.handle(ctx, e)
	})
}

// check checks the signature of a delivery, which covers the registered address
// with its query.
func (h *WebhookHandler) check(r *http.Request, event EventType, body []byte) HashCheck {
	hash := r.Header.Get(headerHash)
	if hash == "" {
		return HashMissing
	}
	keys := h.keys[event]
	if len(keys) == 0 {
		return HashUnchecked
	}
	address := h.base + "/" + url.PathEscape(string(event)) + "/" + path.Base(r.URL.Path)
	if r.URL.RawQuery != "" {
		address += "?" + r.URL.RawQuery
	}
	if hashedBy(keys, hash, address, body) {
		return HashValid
	}
	return HashWrong
}
