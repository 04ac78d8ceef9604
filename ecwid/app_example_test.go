package ecwid_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"

	"github.com/jarcoal/httpmock"

	"github.com/tillsync/tillsync/ecwid"
)

// queue stands for a table with a unique key: it remembers events.
type queue map[string]ecwid.Event

func (q queue) Seen(_ context.Context, id string) (bool, error) {
	_, ok := q[id]
	return ok, nil
}

func (q queue) put(_ context.Context, e ecwid.Event) error {
	if e.StoreID != 1003 {
		return nil // none of our stores
	}
	if e.Duplicate {
		fmt.Println("again:", e.ID)
		return nil
	}
	q[e.ID] = e
	fmt.Println("stored:", e.Type, e.EntityID)
	return nil
}

// A webhook is stored before it is answered. Whoever takes it from there reads
// the record again: a webhook is a hint.
func ExampleNewWebhookHandler() {
	events := queue{}
	handler, err := ecwid.NewWebhookHandler(
		[]ecwid.Secret{"test_client_secret_1234567890abcd"}, events.put, ecwid.WithSeen(events))
	if err != nil {
		fmt.Println(err)
		return
	}
	mux := http.NewServeMux()
	mux.Handle("/hooks/ecwid", handler)

	for _, signature := range []string{orderSignature, orderSignature, "forged"} {
		// What Ecwid sends.
		r := httptest.NewRequestWithContext(context.Background(), http.MethodPost,
			"/hooks/ecwid?eventtype=order.updated", strings.NewReader(orderEvent))
		r.Header.Set(ecwid.SignatureHeader, signature)
		w := httptest.NewRecorder()
		mux.ServeHTTP(w, r)
		fmt.Println(w.Code)
	}
	// Output:
	// stored: order.updated 516483487
	// 200
	// again: 78d4f2c8-9d5e-4a51-8f4e-0b1c2d3e4f50
	// 200
	// 401
}

// The owner of a store installs the app: send them to AuthorizeURL, take the
// code that comes back, and exchange it for the token of the store.
func ExampleApp_Exchange() {
	ecwidMock := httpmock.NewMockTransport()
	ecwidMock.RegisterResponder(http.MethodPost, "https://my.ecwid.com/api/oauth/token", httpmock.NewStringResponder(200,
		`{"access_token":"secret_granted","token_type":"bearer","scope":"read_catalog","store_id":1003}`))

	app, err := ecwid.NewApp("my-app", "test_client_secret_1234567890abcd", "https://app.example.com/installed",
		ecwid.WithTransport(ecwidMock))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(app.AuthorizeURL("read_store_profile", "read_catalog"))

	installed, err := app.Exchange(context.Background(), "the code")
	switch {
	case errors.Is(err, ecwid.ErrUnknownOutcome):
		fmt.Println("the code may be used up: send the owner to AuthorizeURL again")
		return
	case err != nil:
		fmt.Println(err)
		return
	}
	shop, err := ecwid.New(installed.StoreID, string(installed.AccessToken))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("store", shop.StoreID(), installed.Scopes, installed.AccessToken)
	// Output:
	// https://my.ecwid.com/api/oauth/authorize?client_id=my-app&redirect_uri=https%3A%2F%2Fapp.example.com%2Finstalled&response_type=code&scope=read_store_profile%20read_catalog
	// store 1003 [read_catalog] [redacted]
}

// Ecwid opens a page of the app inside the control panel. Only the token proves
// that the page was opened by it: read something with it first.
func ExampleApp_OpenPage() {
	app, err := ecwid.NewApp("my-app", "test_client_secret_1234567890abcd", "https://app.example.com/installed")
	if err != nil {
		fmt.Println(err)
		return
	}
	page, err := app.OpenPage(payload) // of the query
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(page.StoreID, page.Lang, page.ViewMode, page.AccessToken)
	// Output: 1003 en PAGE [redacted]
}
