package salespos_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/salespos"
)

const (
	hookBase   = "https://connector.example/hooks/shop-1"
	hookSecret = "canary-secret-of-the-addresses"
	hookKey    = "webhookkey0123456789"
	orderEvent = `{"triggered_at":"2025-01-15T10:20:30Z","href":"x","id":1001,"status":5,"previous_status":2,"customer_email":"ada@example.com"}`
)

// inbox remembers the events that a handler hands over.
type inbox struct {
	events []salespos.Event
	err    error
}

func (i *inbox) take(_ context.Context, e salespos.Event) error {
	i.events = append(i.events, e)
	return i.err
}

func newHandler(t *testing.T, box *inbox, opts ...salespos.WebhookOption) *salespos.WebhookHandler {
	t.Helper()
	h, err := salespos.NewWebhookHandler(hookBase, []salespos.Secret{hookSecret}, box.take, opts...)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// delivery is a request of the platform with headers as name, value pairs.
func delivery(t *testing.T, address, body string, header ...string) *http.Request {
	t.Helper()
	req := httptest.NewRequestWithContext(t.Context(), http.MethodPost, address, strings.NewReader(body))
	for i := 0; i < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
	}
	return req
}

// answer is the status that a handler answers.
func answer(h http.Handler, req *http.Request) int {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, req)
	return w.Code
}

func TestWebhookIsHandedOver(t *testing.T) {
	t.Parallel()
	var box inbox
	h := newHandler(t, &box)
	for _, body := range []string{orderEvent, `{"id":"42"}`} {
		diff(t, http.StatusOK, answer(h, delivery(t, h.Address(salespos.EventOrdersStatus), body)))
	}
	triggered, err := salespos.ParseTime("2025-01-15T10:20:30Z")
	if err != nil {
		t.Fatal(err)
	}
	diff(t, []salespos.Event{
		{ID: box.events[0].ID, Type: salespos.EventOrdersStatus, EntityID: 1001, Triggered: triggered, Hash: salespos.HashMissing},
		{Type: salespos.EventOrdersStatus, EntityID: 42, Hash: salespos.HashMissing},
	}, box.events)
}

// TestWebhookAnswerComesLast: whoever stores the event has done so when the
// platform gets its answer, and a failure is no 2xx.
func TestWebhookAnswerComesLast(t *testing.T) {
	t.Parallel()
	for want, failure := range map[int]error{http.StatusOK: nil, http.StatusServiceUnavailable: errors.New("disk full")} {
		w := &headerWriter{ResponseRecorder: httptest.NewRecorder()}
		h, err := salespos.NewWebhookHandler(hookBase, []salespos.Secret{hookSecret}, func(context.Context, salespos.Event) error {
			if w.written {
				t.Error("answered before the event was handled")
			}
			return failure
		})
		if err != nil {
			t.Fatal(err)
		}
		h.ServeHTTP(w, delivery(t, h.Address(salespos.EventOrdersCreated), orderEvent))
		diff(t, want, w.Code)
	}
}

// headerWriter notes that an answer was begun.
type headerWriter struct {
	*httptest.ResponseRecorder
	written bool
}

func (w *headerWriter) WriteHeader(status int) {
	w.written = true
	w.ResponseRecorder.WriteHeader(status)
}

func TestWebhookRefusals(t *testing.T) {
	t.Parallel()
	var box inbox
	h := newHandler(t, &box)
	address := h.Address(salespos.EventOrdersStatus)
	post := func(address, body string) *http.Request { return delivery(t, address, body) }
	event, token, _ := strings.Cut(strings.TrimPrefix(address, hookBase+"/"), "/")
	for name, tc := range map[string]struct {
		req  *http.Request
		want int
	}{
		"no token":       {post(hookBase+"/"+event, orderEvent), http.StatusNotFound},
		"empty token":    {post(hookBase+"/"+event+"/", orderEvent), http.StatusNotFound},
		"guessed token":  {post(address[:len(address)-1]+"_", orderEvent), http.StatusNotFound},
		"longer token":   {post(address+"A", orderEvent), http.StatusNotFound},
		"another event":  {post(hookBase+"/orders.created/"+token, orderEvent), http.StatusNotFound},
		"root":           {post("https://connector.example/", orderEvent), http.StatusNotFound},
		"no body":        {post(address, ""), http.StatusBadRequest},
		"no JSON":        {post(address, "id=1001"), http.StatusBadRequest},
		"no object":      {post(address, `[1001]`), http.StatusBadRequest},
		"no id":          {post(address, `{"order_number":1}`), http.StatusBadRequest},
		"negative id":    {post(address, `{"id":-1}`), http.StatusBadRequest},
		"too large":      {post(address, strings.Repeat(" ", salespos.MaxCallbackBody)+orderEvent), http.StatusRequestEntityTooLarge},
		"another method": {httptest.NewRequestWithContext(t.Context(), http.MethodGet, address, nil), http.StatusMethodNotAllowed},
	} {
		if got := answer(h, tc.req); got != tc.want {
			t.Errorf("%s: got %d, want %d", name, got, tc.want)
		}
	}
	if len(box.events) > 0 {
		t.Errorf("handed over %v", box.events)
	}
}

// TestWebhookAddresses: each shop, event and secret has an address of its own.
func TestWebhookAddresses(t *testing.T) {
	t.Parallel()
	seen := make(map[string]bool)
	for _, base := range []string{hookBase, "https://connector.example/hooks/shop-2"} {
		for _, secret := range []salespos.Secret{hookSecret, "another-secret-of-addresses"} {
			h, err := salespos.NewWebhookHandler(base, []salespos.Secret{secret}, new(inbox).take)
			if err != nil {
				t.Fatal(err)
			}
			for _, event := range []salespos.EventType{salespos.EventOrdersCreated, salespos.EventOrdersDeleted} {
				address := h.Address(event)
				token := address[strings.LastIndex(address, "/")+1:]
				if seen[token] || len(token) < 43 || !strings.HasPrefix(address, base+"/") {
					t.Errorf("address %s", address)
				}
				seen[token] = true
			}
		}
	}
}

func TestWebhookSecretsRotate(t *testing.T) {
	t.Parallel()
	handler := func(secrets ...salespos.Secret) *salespos.WebhookHandler {
		h, err := salespos.NewWebhookHandler(hookBase+"/", secrets, new(inbox).take)
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	before, during, after := handler(hookSecret), handler("the-new-secret-of-addresses", hookSecret), handler("the-new-secret-of-addresses")
	old, fresh := before.Address(salespos.EventOrdersPaid), during.Address(salespos.EventOrdersPaid)
	diff(t, after.Address(salespos.EventOrdersPaid), fresh)
	diff(t, http.StatusOK, answer(during, delivery(t, old, orderEvent)))
	diff(t, http.StatusOK, answer(during, delivery(t, fresh, orderEvent)))
	diff(t, http.StatusNotFound, answer(after, delivery(t, old, orderEvent)))
}

func TestWebhookHash(t *testing.T) {
	t.Parallel()
	keys := salespos.WithWebhookKeys(map[salespos.EventType][]salespos.Secret{
		salespos.EventOrdersStatus: {"the-key-of-the-former-webhook", hookKey},
	})
	var box inbox
	lax, strict := newHandler(t, &box, keys), newHandler(t, &box, keys, salespos.RequireHash())
	status, created := lax.Address(salespos.EventOrdersStatus), lax.Address(salespos.EventOrdersCreated)
	for name, tc := range map[string]struct {
		address string
		hash    string
		want    salespos.HashCheck
	}{
		"none":          {status, "", salespos.HashMissing},
		"valid":         {status, callbackSum(hookKey, status, orderEvent), salespos.HashValid},
		"with a query":  {status + "?a=b%20c", callbackSum(hookKey, status+"?a=b%20c", orderEvent), salespos.HashValid},
		"other key":     {status, callbackSum("x", status, orderEvent), salespos.HashWrong},
		"other body":    {status, callbackSum(hookKey, status, `{"id":1}`), salespos.HashWrong},
		"other address": {status, callbackSum(hookKey, created, orderEvent), salespos.HashWrong},
		"no hex":        {status, "hash", salespos.HashWrong},
		"no key":        {created, callbackSum(hookKey, created, orderEvent), salespos.HashUnchecked},
	} {
		box.events = nil
		diff(t, http.StatusOK, answer(lax, delivery(t, tc.address, orderEvent, "x-hash", tc.hash)))
		if got := box.events[0].Hash; got != tc.want {
			t.Errorf("%s: got %s, want %s", name, got, tc.want)
		}
		want := http.StatusUnauthorized
		if tc.want == salespos.HashValid {
			want = http.StatusOK
		}
		if got := answer(strict, delivery(t, tc.address, orderEvent, "x-hash", tc.hash)); got != want {
			t.Errorf("%s: strict: got %d, want %d", name, got, want)
		}
	}
}

func TestWebhookTimeWindow(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var box inbox
		h := newHandler(t, &box, salespos.WithTimeWindow(time.Hour))
		address := h.Address(salespos.EventOrdersDeleted)
		for age, want := range map[time.Duration]int{
			0:                 http.StatusOK,
			time.Hour:         http.StatusOK,
			-time.Hour:        http.StatusOK,
			61 * time.Minute:  http.StatusForbidden,
			-61 * time.Minute: http.StatusForbidden,
		} {
			triggered := time.Now().Add(-age).UTC().Format(time.RFC3339)
			body := fmt.Sprintf(`{"id":1001,"triggered_at":%q}`, triggered)
			if got := answer(h, delivery(t, address, body)); got != want {
				t.Errorf("%v: got %d, want %d", age, got, want)
			}
		}
		for _, body := range []string{`{"id":1001}`, `{"id":1001,"triggered_at":"soon"}`} {
			diff(t, http.StatusOK, answer(h, delivery(t, address, body)))
		}
	})
}

// handled is a store of events that were handled.
type handled struct {
	ids map[string]bool
	err error
}

func (h *handled) Seen(_ context.Context, id string) (bool, error) {
	if id == "" {
		return false, errors.New("asked for an event without an ID")
	}
	return h.ids[id], h.err
}

func TestWebhookDuplicates(t *testing.T) {
	t.Parallel()
	var box inbox
	store := &handled{ids: make(map[string]bool)}
	h := newHandler(t, &box, salespos.WithSeen(store))
	status, paid := h.Address(salespos.EventOrdersStatus), h.Address(salespos.EventOrdersPaid)
	send := func(address, body string) bool {
		diff(t, http.StatusOK, answer(h, delivery(t, address, body)))
		e := box.events[len(box.events)-1]
		if e.ID != "" {
			store.ids[e.ID] = true
		}
		return e.Duplicate
	}
	later := strings.Replace(orderEvent, ":30Z", ":31Z", 1)
	for i, tc := range []struct {
		address, body string
		want          bool
	}{
		{status, orderEvent, false},
		{status, orderEvent, true},
		{paid, orderEvent, false},
		{status, later, false},
		{status, later, true},
		{status, `{"id":7}`, false},
		{status, `{"id":7}`, false}, // without a time it may have happened again
	} {
		if got := send(tc.address, tc.body); got != tc.want {
			t.Errorf("delivery %d: duplicate = %t, want %t", i+1, got, tc.want)
		}
	}
	store.err, box.events = errors.New("disk full"), nil
	diff(t, http.StatusServiceUnavailable, answer(h, delivery(t, status, orderEvent)))
	diff(t, 0, len(box.events))
}

func TestWebhookHandlerSettings(t *testing.T) {
	t.Parallel()
	take := new(inbox).take
	good := []salespos.Secret{hookSecret}
	for name, make := range map[string]func() (*salespos.WebhookHandler, error){
		"http": func() (*salespos.WebhookHandler, error) {
			return salespos.NewWebhookHandler("http://connector.example", good, take)
		},
		"query": func() (*salespos.WebhookHandler, error) {
			return salespos.NewWebhookHandler(hookBase+"?shop=1", good, take)
		},
		"no secret": func() (*salespos.WebhookHandler, error) { return salespos.NewWebhookHandler(hookBase, nil, take) },
		"short secret": func() (*salespos.WebhookHandler, error) {
			return salespos.NewWebhookHandler(hookBase, []salespos.Secret{hookSecret, "canary"}, take)
		},
		"no function": func() (*salespos.WebhookHandler, error) { return salespos.NewWebhookHandler(hookBase, good, nil) },
		"empty key": func() (*salespos.WebhookHandler, error) {
			return salespos.NewWebhookHandler(hookBase, good, take, salespos.WithWebhookKeys(map[salespos.EventType][]salespos.Secret{"x": {""}}))
		},
		"window": func() (*salespos.WebhookHandler, error) {
			return salespos.NewWebhookHandler(hookBase, good, take, salespos.WithTimeWindow(0))
		},
		"seen": func() (*salespos.WebhookHandler, error) {
			return salespos.NewWebhookHandler(hookBase, good, take, salespos.WithSeen(nil))
		},
	} {
		if _, err := make(); err == nil || strings.Contains(err.Error(), "canary") {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// TestWebhookSecretsAreNotPrinted: neither those of the handler nor what comes in.
func TestWebhookSecretsAreNotPrinted(t *testing.T) {
	t.Parallel()
	h := newHandler(t, new(inbox))
	_, err := salespos.ParseWebhook(salespos.EventOrdersCreated, []byte(`{"id":"canary"}`))
	if err == nil {
		t.Fatal("an id that is no number was read")
	}
	for _, thing := range []any{h, *h, err, salespos.Webhook{Key: "canary"}, salespos.Handshake{Secret: "canary"}} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s"} {
			if text := fmt.Sprintf(verb, thing); strings.Contains(text, "canary") {
				t.Errorf("%s of %T: %s", verb, thing, text)
			}
		}
	}
}

func FuzzParseWebhook(f *testing.F) {
	for _, body := range []string{orderEvent, `{"id":"42"}`, `{"id":1e2}`, `{"id":1,"triggered_at":[]}`, `[]`, `null`, `{"id":1}{}`} {
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body string) {
		e, err := salespos.ParseWebhook(salespos.EventOrdersCreated, []byte(body))
		if err != nil {
			diff(t, salespos.Event{}, e)
			return
		}
		if e.EntityID <= 0 || (e.ID == "") != e.Triggered.IsZero() {
			t.Errorf("got %+v", e)
		}
	})
}
