package ecwid

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/tillsync/tillsync/internal/turn"
)

// MaxWebhookBody is how many bytes of a webhook are read; a larger one is
// refused.
const MaxWebhookBody = 64 << 10

// retriedFor is how long Ecwid repeats a webhook.
const retriedFor = 24 * time.Hour

// Seen knows which events were handled.
type Seen interface {
	// Seen reports whether the event with this ID was handled. It does not
	// remember the ID: the function that handles events does, together with what
	// it stores, or an event whose handling failed would be taken for handled.
	Seen(ctx context.Context, id string) (bool, error)
}

// WebhookHandler takes the webhooks of an app, for all its stores. It is safe for
// concurrent use.
type WebhookHandler struct {
	keys   []sealed
	handle func(context.Context, Event) error
	window time.Duration
	seen   Seen
	turns  *turn.Turns // of the events, by ID
}

// WebhookOption is an optional setting of NewWebhookHandler.
type WebhookOption func(*WebhookHandler) error

// NewWebhookHandler makes a handler. secrets are the client secret of the app,
// several while it is changed.
//
// handle is called before the webhook is answered, and must store the event or
// hand it over within some seconds: Ecwid waits for 10. The answer is 200 when it
// returns nil and 503 when it does not; then Ecwid sends the event again, for 24
// hours. Check Event.StoreID, and answer nil for stores that are none of yours.
func NewWebhookHandler(secrets []Secret, handle func(context.Context, Event) error, opts ...WebhookOption) (*WebhookHandler, error) {
	keys, err := sealAll(secrets)
	errs := []error{err}
	if handle == nil {
		errs = append(errs, errors.New("the function that handles events is nil"))
	}
	h := &WebhookHandler{keys: keys, handle: handle, turns: turn.New()}
	for _, opt := range opts {
		errs = append(errs, opt(h))
	}
	if err := errors.Join(errs...); err != nil {
		return nil, fmt.Errorf("ecwid: webhook handler: %w", err)
	}
	return h, nil
}

// WithTimeWindow refuses events that are older than d, or more than d ahead of
// our clock, with status 403: an old event that is sent again is a replay. d has
// to be above 24 hours, for so long Ecwid itself sends an event again. The
// default accepts any time, since it is not documented whether an event that is
// sent again keeps its time.
func WithTimeWindow(d time.Duration) WebhookOption {
	return func(h *WebhookHandler) error {
		if d <= retriedFor {
			return fmt.Errorf("WithTimeWindow: %v is not above the %v for which events are sent again", d, retriedFor)
		}
		h.window = d
		return nil
	}
}

// WithSeen marks events that were handled already in Event.Duplicate. They are
// handed over all the same. When seen fails, the webhook is answered with 503.
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

// ServeHTTP takes a webhook: a POST of JSON, signed in its header.
func (h *WebhookHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		w.WriteHeader(http.StatusMethodNotAllowed)
		return
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, MaxWebhookBody))
	if _, tooLarge := errors.AsType[*http.MaxBytesError](err); tooLarge {
		w.WriteHeader(http.StatusRequestEntityTooLarge)
		return
	}
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	w.WriteHeader(h.deliver(r.Context(), r.Header, body))
}

// deliver hands a webhook over and returns the status to answer.
func (h *WebhookHandler) deliver(ctx context.Context, header http.Header, body []byte) int {
	e, err := parseWebhook(h.keys, header, body)
	switch {
	case errors.Is(err, ErrUnverified):
		return http.StatusUnauthorized
	case err != nil:
		return http.StatusBadRequest
	case h.window > 0 && time.Since(e.Created.Time).Abs() > h.window:
		return http.StatusForbidden
	}
	if h.handOver(ctx, e) != nil {
		return http.StatusServiceUnavailable
	}
	return http.StatusOK
}

// handOver gives an event to the function that handles it, one delivery of an
// event at a time: only then Seen knows of all before it.
func (h *WebhookHandler) handOver(ctx context.Context, e Event) error {
	if h.seen == nil {
		return h.handle(ctx, e)
	}
	return h.turns.Do(ctx, e.ID, func() (err error) {
		if e.Duplicate, err = h.seen.Seen(ctx, e.ID); err != nil {
			return err
		}
		return h.handle(ctx, e)
	})
}
