package salespos_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"

	"github.com/tillsync/tillsync/salespos"
)

// queue stores events; a real one does so in a database, with the ID of the
// event in the same transaction.
type queue struct {
	events []salespos.Event
	ids    map[string]bool
}

func (q *queue) add(_ context.Context, e salespos.Event) error {
	if e.Duplicate {
		return nil
	}
	q.events = append(q.events, e)
	if e.ID != "" {
		q.ids[e.ID] = true
	}
	return nil
}

// Seen implements salespos.Seen.
func (q *queue) Seen(_ context.Context, id string) (bool, error) { return q.ids[id], nil }

// A connector subscribes to an event, takes its deliveries and reads the order
// again: what is delivered is a hint and no more.
func ExampleWebhookHandler() {
	pos := printingShop(`{"id":81,"event":"orders.created","is_active":true}`, `{"id":1001,"ordernumber_full":"2025-88","paid":true}`)
	ctx := context.Background()
	inbox := &queue{ids: make(map[string]bool)}
	handler, err := salespos.NewWebhookHandler("https://connector.example/hooks/shop-1",
		[]salespos.Secret{"a secret of at least 16 characters"}, inbox.add, salespos.WithSeen(inbox))
	check(err)
	webhook, err := pos.Webhooks.Create(ctx, salespos.WebhookCreate{
		Event: salespos.EventOrdersCreated, Address: handler.Address(salespos.EventOrdersCreated),
	})
	check(err)
	fmt.Println("subscribed to", webhook.Event)

	mux := http.NewServeMux()
	mux.Handle("/hooks/shop-1/", handler)
	for range 2 { // the platform delivers an event twice
		body := strings.NewReader(`{"triggered_at":"2025-01-15T10:20:30Z","id":1001,"paid":true}`)
		w := httptest.NewRecorder()
		mux.ServeHTTP(w, httptest.NewRequestWithContext(ctx, http.MethodPost, handler.Address(salespos.EventOrdersCreated), body))
		fmt.Println("answered", w.Code)
	}

	for _, event := range inbox.events {
		order, err := pos.Orders.Get(ctx, salespos.OrderID(event.EntityID))
		check(err)
		fmt.Println(event.Type, order.NumberFull, order.Paid)
	}
	// Output:
	// POST /webhooks {"event":"orders.created","address":"https://connector.example/hooks/shop-1/orders.created/4g2SnylX029CTBueNPu9SbfQB46Nv0l9mONZFZVzBws"}
	// subscribed to orders.created
	// answered 200
	// answered 200
	// GET /orders/1001
	// orders.created 2025-88 true
}

// The platform sends the key pair of a shop, the connector stores it. When the
// merchant has done what the install page asks for, FinishInstall ends it.
func ExampleNewHandshakeHandler() {
	const uri = "https://connector.example/install/handshake"
	secrets := []salespos.Secret{"the secret of the app"}
	var stored salespos.Handshake
	handler, err := salespos.NewHandshakeHandler(uri, secrets, func(_ context.Context, h salespos.Handshake) error {
		stored = h
		return nil
	})
	check(err)

	body := `{"api_public":"pub","api_secret":"sec","api_root":"https://shop.example.com","return_url":"https://shop.example.com/apps"}`
	req := httptest.NewRequestWithContext(context.Background(), http.MethodPost, uri, strings.NewReader(body))
	req.Header.Set("x-hash", callbackSum("the secret of the app", uri, body)) // the platform does
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, req)
	fmt.Println("answered", w.Code)

	pos := printingShop(`{"href":"…","items":[{"id":9,"is_installed":false}]}`, "") // salespos.New(stored.APIRoot, …)
	check(salespos.FinishInstall(context.Background(), pos))
	fmt.Println("installed at", stored.APIRoot, "with", stored.Secret)
	// Output:
	// answered 200
	// GET /apps
	// PATCH /apps/9 {"is_installed":true}
	// installed at https://shop.example.com with [redacted]
}
