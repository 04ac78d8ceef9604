package ecwid_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/ecwid"
)

// inbox remembers the events that a handler hands over; it is a Seen too.
type inbox struct {
	events  []ecwid.Event
	err     error
	seenErr error
}

func (i *inbox) take(_ context.Context, e ecwid.Event) error {
	i.events = append(i.events, e)
	return i.err
}

func (i *inbox) Seen(_ context.Context, id string) (bool, error) {
	for _, e := range i.events {
		if e.ID == id {
			return true, i.seenErr
		}
	}
	return false, i.seenErr
}

func newHandler(t *testing.T, box *inbox, opts ...ecwid.WebhookOption) *ecwid.WebhookHandler {
	t.Helper()
	h, err := ecwid.NewWebhookHandler(secrets(clientSecret), box.take, opts...)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// deliver sends a webhook to a handler and returns the status it answers.
func deliver(t *testing.T, h http.Handler, method string, header http.Header, body io.Reader) int {
	t.Helper()
	req := httptest.NewRequestWithContext(t.Context(), method, "/hooks?eventtype=order.updated", body)
	req.Header = header
	w := httptest.NewRecorder()
	h.ServeHTTP(w, req)
	if w.Body.Len() != 0 {
		t.Errorf("the answer has a body: %s", w.Body)
	}
	return w.Code
}

// eventAt is an event with its header.
func eventAt(created time.Time, id string) (http.Header, io.Reader) {
	body := fmt.Sprintf(`{"eventId":%q,"eventCreated":%d,"storeId":1003,"entityId":5,"eventType":"product.updated"}`, id, created.Unix())
	return signed(created.Unix(), id), strings.NewReader(body)
}

func TestWebhookHandlerAnswers(t *testing.T) {
	t.Parallel()
	good := http.Header{ecwid.SignatureHeader: {orderSignature}}
	tests := map[string]struct {
		box     inbox
		method  string
		header  http.Header
		body    io.Reader
		want    int
		handled int
	}{
		"event":         {inbox{}, "POST", good, strings.NewReader(orderEvent), 200, 1},
		"not stored":    {inbox{err: errors.New("disk full")}, "POST", good, strings.NewReader(orderEvent), 503, 1},
		"not looked up": {inbox{seenErr: errors.New("disk full")}, "POST", good, strings.NewReader(orderEvent), 503, 0},
		"wrong verb":    {inbox{}, "GET", good, strings.NewReader(orderEvent), 405, 0},
		"not signed":    {inbox{}, "POST", http.Header{}, strings.NewReader(orderEvent), 401, 0},
		"no JSON":       {inbox{}, "POST", good, strings.NewReader("hello"), 400, 0},
		"broken off":    {inbox{}, "POST", good, io.MultiReader(strings.NewReader(orderEvent), brokenReader{}), 400, 0},
		"at the cap":    {inbox{}, "POST", good, strings.NewReader(padded(ecwid.MaxWebhookBody)), 200, 1},
		"over the cap":  {inbox{}, "POST", good, strings.NewReader(padded(ecwid.MaxWebhookBody + 1)), 413, 0},
	}
	for name, test := range tests {
		got := deliver(t, newHandler(t, &test.box, ecwid.WithSeen(&test.box)), test.method, test.header, test.body)
		if got != test.want || len(test.box.events) != test.handled {
			t.Errorf("%s: status %d with %d events handed over, want %d with %d", name, got, len(test.box.events), test.want, test.handled)
		}
	}
}

// padded is the event with blanks up to a size.
func padded(size int) string { return orderEvent + strings.Repeat(" ", size-len(orderEvent)) }

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

func TestWebhookHandlerReportsDuplicates(t *testing.T) {
	t.Parallel()
	now := time.Now()
	box := &inbox{}
	h := newHandler(t, box, ecwid.WithSeen(box))
	for _, id := range []string{"a", "b", "a"} {
		header, body := eventAt(now, id)
		if got := deliver(t, h, http.MethodPost, header, body); got != 200 {
			t.Errorf("status %d", got)
		}
	}
	// A replay: another body under the signature of an event that came before.
	header, _ := eventAt(now, "b")
	forged := fmt.Sprintf(`{"eventId":"b","eventCreated":%d,"storeId":1,"entityId":66,"eventType":"order.deleted"}`, now.Unix())
	if got := deliver(t, h, http.MethodPost, header, strings.NewReader(forged)); got != 200 {
		t.Errorf("status %d", got)
	}
	for i, want := range []bool{false, false, true, true} {
		if box.events[i].Duplicate != want {
			t.Errorf("event %d: Duplicate = %t, want %t", i, box.events[i].Duplicate, want)
		}
	}
}

func TestWebhookTimeWindow(t *testing.T) {
	t.Parallel()
	const window = 30 * time.Hour
	tests := map[string]struct {
		age  time.Duration
		opts []ecwid.WebhookOption
		want int
	}{
		"off, old":    {1000 * time.Hour, nil, 200},
		"off, ahead":  {-1000 * time.Hour, nil, 200},
		"now":         {0, windowOf(window), 200},
		"last second": {window, windowOf(window), 200},
		"too old":     {window + time.Second, windowOf(window), 403},
		"just ahead":  {-window, windowOf(window), 200},
		"too early":   {-window - time.Second, windowOf(window), 403},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				box := &inbox{}
				header, body := eventAt(time.Now().Add(-test.age), "e")
				got := deliver(t, newHandler(t, box, test.opts...), http.MethodPost, header, body)
				if got != test.want || (got == 200) != (len(box.events) == 1) {
					t.Errorf("status %d with %d events, want %d", got, len(box.events), test.want)
				}
			})
		})
	}
}

func windowOf(d time.Duration) []ecwid.WebhookOption {
	return []ecwid.WebhookOption{ecwid.WithTimeWindow(d)}
}

func TestNewWebhookHandlerRefuses(t *testing.T) {
	t.Parallel()
	take := (&inbox{}).take
	tests := map[string]struct {
		secrets []ecwid.Secret
		handle  func(context.Context, ecwid.Event) error
		opt     ecwid.WebhookOption
	}{
		"no secret":     {nil, take, ecwid.WithSeen(&inbox{})},
		"empty secret":  {secrets("a", ""), take, ecwid.WithSeen(&inbox{})},
		"no function":   {secrets("a"), nil, ecwid.WithSeen(&inbox{})},
		"nil Seen":      {secrets("a"), take, ecwid.WithSeen(nil)},
		"narrow window": {secrets("a"), take, ecwid.WithTimeWindow(24 * time.Hour)},
	}
	for name, test := range tests {
		if h, err := ecwid.NewWebhookHandler(test.secrets, test.handle, test.opt); err == nil || h != nil {
			t.Errorf("%s: got %v, %v", name, h, err)
		}
	}
}
