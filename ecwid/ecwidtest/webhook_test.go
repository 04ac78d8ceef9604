package ecwidtest_test

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

// receiver answers webhooks with the statuses in turn, the last one for ever,
// and keeps what came.
type receiver struct {
	t        *testing.T
	statuses []int
	got      []*http.Request
	bodies   []string
}

func (r *receiver) RoundTrip(req *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(req.Body)
	if err != nil {
		return nil, err
	}
	r.got, r.bodies = append(r.got, req), append(r.bodies, string(body))
	status := r.statuses[0]
	if len(r.statuses) > 1 {
		r.statuses = r.statuses[1:]
	}
	if status == 0 {
		return nil, errors.New("no answer")
	}
	return &http.Response{StatusCode: status, Body: http.NoBody}, nil
}

// types delivers once and returns the event types that came, in order.
func (r *receiver) types(s *ecwidtest.Server) []string {
	r.t.Helper()
	r.got, r.bodies = nil, nil
	if _, err := s.Deliver(r.t.Context(), r); err != nil {
		r.t.Fatal(err)
	}
	types := []string{}
	for _, req := range r.got {
		types = append(types, req.URL.Query().Get("eventtype"))
	}
	return types
}

func receive(t *testing.T, statuses ...int) *receiver { return &receiver{t: t, statuses: statuses} }

func hooked(opts ...ecwidtest.Option) *ecwidtest.Server {
	return ecwidtest.New(append(opts, ecwidtest.WithWebhooks(ecwidtest.Webhooks{URL: "https://app.example/hook"}))...)
}

func TestWebhookOfEachChange(t *testing.T) {
	t.Parallel()
	s := hooked()
	s.Add("products", `{"id":5,"sku":"T","quantity":9}`)
	s.Add("orders", `{"id":"CART","internalId":7,"paymentStatus":"INCOMPLETE","email":"a@example.org"}`)
	steps := []struct {
		do   func()
		want []string
	}{
		{func() {}, []string{}}, // seeds are no news
		{func() { ok(t, s, "PUT", "/products/5", `{"price":3}`) }, []string{"product.updated"}},
		{func() { ok(t, s, "POST", "/categories", `{"name":"c"}`) }, []string{"category.created"}},
		{func() { ok(t, s, "POST", "/classes", `{"name":"c"}`) }, []string{"product_class.created"}},
		{func() { ok(t, s, "POST", "/customers", `{"email":"b@example.org"}`) }, []string{"customer.created"}},
		{
			func() { s.PlaceOrder(`{"email":"b@example.org","items":[{"productId":5}]}`) },
			[]string{"order.created", "product.updated"},
		},
		{
			func() { ok(t, s, "PUT", "/orders/CART", `{"paymentStatus":"PAID"}`) },
			[]string{"customer.created", "unfinished_order.deleted", "order.created"},
		},
		{func() { ok(t, s, "PUT", "/orders/CART", `{"trackingNumber":"1"}`) }, []string{"order.updated"}},
		{func() { s.Delete("products", 5) }, []string{"product.deleted"}},
		{func() { s.Edit("profile", 0, `{"settings":{"closed":true}}`) }, []string{"profile.updated"}},
		{
			func() { s.Announce("customer.personalDataRemovalRequest", 9, "") },
			[]string{"customer.personalDataRemovalRequest"},
		},
	}
	r := receive(t, 200)
	for i, step := range steps {
		step.do()
		if diff := cmp.Diff(step.want, r.types(s)); diff != "" {
			t.Errorf("step %d (-want +got):\n%s", i, diff)
		}
	}
}

func TestWebhookData(t *testing.T) {
	t.Parallel()
	s := hooked()
	s.Add("orders", `{"id":"XJ12H","internalId":7,"paymentStatus":"AWAITING_PAYMENT"}`)
	ok(t, s, "PUT", "/orders/7", `{"paymentStatus":"PAID"}`)
	s.Add("orders", `{"id":"OLD","internalId":8}`)
	ok(t, s, "DELETE", "/orders/8", "")
	r := receive(t, 204)
	_ = r.types(s)
	a := answer{t: t, raw: r.bodies[0]}
	a.is(`{"orderId":"XJ12H","oldPaymentStatus":"AWAITING_PAYMENT","newPaymentStatus":"PAID",
		"oldFulfillmentStatus":"AWAITING_PROCESSING","newFulfillmentStatus":"AWAITING_PROCESSING"}`, "data")
	a.is(`7`, "entityId")
	a.is(`1003`, "storeId")
	a.raw = r.bodies[1]
	a.is(`{"orderId":"OLD"}`, "data")
}

// The webhook goes only to apps that may read what it is about, under the name
// that the reading asks for.
func TestWebhookScopesAndNames(t *testing.T) {
	t.Parallel()
	s := hooked(ecwidtest.WithScopes("read_orders"), ecwidtest.With(ecwidtest.SnakeCaseEvents))
	s.Add("products", `{"id":5}`)
	s.Edit("products", 5, `{"price":1}`)
	for _, kind := range []string{"review.created", "promotion.updated", "discount_coupon.deleted", "invoice.created"} {
		s.Announce(kind, 1, "")
	}
	s.Announce("application.storageChanged", 1003, "")
	r := receive(t, 200)
	if diff := cmp.Diff([]string{"application.storage_changed"}, r.types(s)); diff != "" {
		t.Errorf("types (-want +got):\n%s", diff)
	}
	s.SetWebhooks(ecwidtest.Webhooks{URL: "https://app.example/hook?k=1", Types: []string{"order.deleted"}})
	s.PlaceOrder(`{"id":"A"}`)
	s.Add("orders", `{"id":"B","internalId":9}`)
	s.Delete("orders", 9)
	if diff := cmp.Diff([]string{"order.deleted"}, r.types(s)); diff != "" {
		t.Errorf("types (-want +got):\n%s", diff)
	}
	if got := r.got[0].URL.RawQuery; got != "k=1&eventtype=order.deleted" {
		t.Errorf("got query %q", got)
	}
}

func TestWebhookRetries(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := hooked()
		s.Add("products", `{"id":5}`)
		s.Edit("products", 5, `{"price":1}`)
		start := time.Now()
		r := receive(t, 0, 203, 301, 500)
		var waits []time.Duration
		var signatures []string
		for {
			at, waiting := s.NextDelivery()
			if !waiting {
				break
			}
			sleep(t, time.Until(at))
			waits = append(waits, time.Since(start))
			_ = r.types(s)
			signatures = append(signatures, r.got[0].Header.Get("X-Ecwid-Webhook-Signature"))
		}
		want := []time.Duration{0}
		for _, m := range []int{15, 30, 45, 60} {
			want = append(want, time.Duration(m)*time.Minute)
		}
		for h := 2; h <= 24; h++ {
			want = append(want, time.Duration(h)*time.Hour)
		}
		if diff := cmp.Diff(want, waits); diff != "" {
			t.Errorf("attempts (-want +got):\n%s", diff)
		}
		if got := slices.Compact(signatures); len(got) != 1 {
			t.Errorf("a retry was signed anew: %v", got)
		}
	})
}

func TestWebhookTrouble(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := ecwidtest.New(ecwidtest.With(ecwidtest.RetriesRestamped))
		s.SetWebhooks(ecwidtest.Webhooks{
			URL: "https://app.example/hook", Delay: time.Minute, Repeat: 1, Shuffle: 3, Pace: 900,
		})
		for i := range 5 {
			s.Add("products", fmt.Sprintf(`{"id":%d}`, i+1))
			s.Edit("products", int64(i+1), `{"price":1}`)
		}
		r := receive(t, 500)
		if got := r.types(s); len(got) != 0 {
			t.Errorf("sent before the delay: %v", got)
		}
		sleep(t, time.Minute)
		if got := r.types(s); len(got) != 10 {
			t.Errorf("got %d deliveries, want each event twice", len(got))
		}
		first := slices.Clone(r.bodies)
		if slices.IsSorted(first) {
			t.Error("the events came in order")
		}
		sleep(t, time.Second) // a quarter of an hour
		r.statuses = []int{200}
		if got := r.types(s); len(got) != 10 {
			t.Errorf("got %d deliveries, want each event twice again", len(got))
		}
		if strings.Contains(strings.Join(r.bodies, ""), `"eventCreated":946684800`) {
			t.Error("a retry kept its time")
		}
		if at, waiting := s.NextDelivery(); waiting {
			t.Errorf("something still waits for %v", at)
		}
	})
}

func TestWebhookSignature(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := hooked()
		s.Add("products", `{"id":5}`)
		s.Edit("products", 5, `{"price":1}`)
		r := receive(t, 209)
		_ = r.types(s)
		a := answer{t: t, raw: r.bodies[0]}
		id, _ := a.at("eventId").(string)
		if got, want := r.got[0].Header.Get("X-Ecwid-Webhook-Signature"), ecwidtest.Sign(946684800, id); got != want {
			t.Errorf("got signature %q, want %q", got, want)
		}
	})
	// The vector of the reference.
	const want = "/0gFkIvjAPpRzZeHIL5h+1twLvY7QcSnIwCoE+GlBus="
	if got := ecwidtest.Sign(1767225600, "78d4f2c8-9d5e-4a51-8f4e-0b1c2d3e4f50"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestWebhookSuccess: only some of the 2xx end the retries.
func TestWebhookSuccess(t *testing.T) {
	t.Parallel()
	for status, taken := range map[int]bool{
		200: true, 201: true, 202: true, 204: true, 209: true, 203: false, 205: false, 206: false, 208: false, 226: false,
		302: false, 404: false, 503: false,
	} {
		s := hooked()
		s.Announce("profile.updated", 1003, "")
		got, err := s.Deliver(t.Context(), receive(t, status))
		if err != nil || len(got) != 1 || got[0].Status != status || got[0].Taken != taken {
			t.Errorf("status %d: got %+v, %v", status, got, err)
		}
		if _, waiting := s.NextDelivery(); waiting == taken {
			t.Errorf("status %d: waiting is %t", status, waiting)
		}
	}
}
