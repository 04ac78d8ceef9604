package salespostest_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/salespos/salespostest"
)

// receiver takes what the platform sends and answers with a status.
type receiver struct {
	status int
	got    []*http.Request
	bodies []string
}

func (r *receiver) RoundTrip(req *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(req.Body)
	if err != nil {
		return nil, err
	}
	r.got, r.bodies = append(r.got, req), append(r.bodies, string(body))
	if r.status == 0 {
		return nil, errors.New("no route to host")
	}
	return &http.Response{StatusCode: r.status, Body: io.NopCloser(strings.NewReader("OK"))}, nil
}

// subscribe registers a webhook for each event, on an address of its own.
func (w wire) subscribe(events ...string) {
	for _, event := range events {
		w.post("/webhooks", fmt.Sprintf(`{"event":%q,"address":"https://connector.example/hooks/%s"}`, event, event))
	}
}

// delivered are the last parts of the addresses that got a webhook.
func delivered(sent []salespostest.Delivery, _ error) (names []string) {
	for _, d := range sent {
		names = append(names, strings.TrimPrefix(d.Address, "https://connector.example/hooks/"))
	}
	return names
}

func TestWebhookEvents(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	w.subscribe("orders.created", "orders.updated.ispaid", "orders.updated.status", "orders.updated.trackandtrace", "orders.deleted",
		"products.created", "products.updated", "products.deleted", "categories.created", "categories.updated", "categories.deleted",
		"returns.created", "returns.updated", "returns.deleted", "invoices.updated.status")
	p := w.s.Add("products", `{"name":"Seed","price":1,"stock":5}`) // no event
	category, product := int64(0), int64(0)
	order := func() int64 { return 81001 }
	for _, step := range []struct {
		name string
		do   func()
		want []string
	}{
		{"order", func() {
			w.post("/orders", fmt.Sprintf(`{"customer":{},"orderrows":[{"product_id":%d,"count":1}]}`, p))
		}, []string{"orders.created"}},
		{"nothing", func() { w.patch(fmt.Sprintf("/orders/%d", order()), `{"paid":false}`) }, nil},
		{"paid and status", func() { w.patch(fmt.Sprintf("/orders/%d", order()), `{"paid":true,"status":5}`) },
			[]string{"orders.updated.ispaid", "orders.updated.status"}},
		{"tracking", func() { w.patch(fmt.Sprintf("/orders/%d", order()), `{"track_and_trace_code":"3S1"}`) }, []string{"orders.updated.trackandtrace"}},
		{"back office", func() { w.s.Edit("orders", order(), `{"status":7}`) }, []string{"orders.updated.status"}},
		{"open order", func() { w.post("/orders", `{"customer":{},"is_completed":false,"orderrows":[]}`) }, nil},
		{"completed later", func() { w.s.Edit("orders", order()+1, `{"is_completed":true}`) }, []string{"orders.created"}},
		{"refused", func() { w.want(400, "", "POST", "/products", `{}`) }, nil},
		{"product", func() { product = w.post("/products", mug).id() }, []string{"products.created"}},
		{"price", func() { w.patch(fmt.Sprintf("/products/%d", product), `{"price":2}`) }, []string{"products.updated"}},
		{"stock", func() { w.patch(fmt.Sprintf("/products/%d", product), `{"stock":2}`) }, nil},
		{"product gone", func() { w.want(204, "", "DELETE", fmt.Sprintf("/products/%d", product), "") }, []string{"products.deleted"}},
		{"category", func() { category = w.post("/categories", `{"name":"A"}`).id() }, []string{"categories.created"}},
		{"category changed", func() { w.patch(fmt.Sprintf("/categories/%d", category), `{"name":"B"}`) }, []string{"categories.updated"}},
		{"category gone", func() { w.s.Delete("categories", category) }, []string{"categories.deleted"}},
		{"invoice", func() { w.post(fmt.Sprintf("/orders/%d/invoices", order()), "") }, nil},
		{"invoice status", func() { w.patch("/invoices/111001", `{"status":"reimbursed"}`) }, []string{"invoices.updated.status"}},
		{"order gone", func() { w.s.Delete("orders", order()) }, []string{"orders.deleted"}},
	} {
		step.do()
		if d := cmp.Diff(step.want, delivered(w.s.Deliver(t.Context(), &receiver{status: 204}))); d != "" {
			t.Errorf("%s: -want +got\n%s", step.name, d)
		}
	}
}

// 6.9: the payload of orders.created has these keys in this order, and the
// hash is over address and body.
func TestWebhookPayloadAndSignature(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := newWire(t)
		w.s.Add("webhooks", `{"event":"orders.updated.status","address":"https://connector.example/hooks/ccv/orders-status","key":"webhookkey0123456789"}`)
		w.subscribe("orders.created", "products.created")
		order := w.post("/orders", `{"customer":{"email":"ann@example.com"},"orderrows":[]}`)
		w.patch(fmt.Sprintf("/orders/%d", order.id()), `{"status":5}`)
		w.post("/products", mug)
		to := &receiver{status: 200}
		if _, err := w.s.Deliver(t.Context(), to); err != nil {
			t.Fatal(err)
		}
		want := []string{
			`{"triggered_at":"2000-01-01T00:00:00Z","href":"https:\/\/salespos.example.com\/api\/rest\/v1\/orders\/81001","id":81001,` +
				`"order_number":1,"ordernumber_prefix":"2000-","ordernumber_full":"2000-1","total_price":0,"status":1,"paid":false,` +
				`"track_and_trace_code":"","track_and_trace_carrier":null,"customer_email":"ann@example.com","customer_mobile":""}`,
			`{"triggered_at":"2000-01-01T00:00:00Z","href":"https:\/\/salespos.example.com\/api\/rest\/v1\/orders\/81001","id":81001,` +
				`"order_number":1,"ordernumber_prefix":"2000-","ordernumber_full":"2000-1","total_price":0,"status":5,"previous_status":1,` +
				`"customer_email":"ann@example.com","customer_mobile":""}`,
			`{"id":1001}`,
		}
		if d := cmp.Diff(want, to.bodies); d != "" {
			t.Errorf("-want +got\n%s", d)
		}
		status := to.got[1]
		address := "https://connector.example/hooks/ccv/orders-status"
		if got, want := status.Header.Get("x-hash"), pushHash("webhookkey0123456789", address+"|"+to.bodies[1]); got != want || status.URL.String() != address {
			t.Errorf("hash to %s: got %s, want %s", status.URL, got, want)
		}
		key := w.get("/webhooks?orderby=id").items()[1]["key"].(string)
		if got, want := to.got[0].Header.Get("x-hash"), pushHash(key, to.got[0].URL.String()+"|"+to.bodies[0]); got != want || key == "" {
			t.Errorf("hash with the key that the webhook shows: got %s, want %s", got, want)
		}
	})
}

// The vector that the reference assumes.
func TestWebhookVector(t *testing.T) {
	t.Parallel()
	got := pushHash("webhookkey0123456789", `https://connector.example/hooks/ccv/orders-status|{"id":1001,"status":5}`)
	want := "8d5e0ae5934be078252964858b478daee84f60fc226c17a9cfa3308294d5383ae5cabc45f4cfd25afd444f5097bc87b75271b9311cb7f00facac4ef7cae955ed"
	if got != want {
		t.Errorf("got %s", got)
	}
}

func TestWebhookRetries(t *testing.T) {
	t.Parallel()
	for _, status := range []int{0, 500, 302} {
		w := newWire(t, salespostest.WithWebhookAttempts(2))
		w.subscribe("products.created")
		w.post("/products", mug)
		for attempt := 1; attempt <= 2; attempt++ {
			sent, err := w.s.Deliver(t.Context(), &receiver{status: status})
			if err != nil || len(sent) != 1 || sent[0].Attempt != attempt || sent[0].Status != status || (sent[0].Err != nil) != (status == 0) {
				t.Errorf("answer %d, attempt %d: got %+v", status, attempt, sent)
			}
		}
		if sent, _ := w.s.Deliver(t.Context(), &receiver{status: 200}); len(sent) != 0 {
			t.Errorf("answer %d: sent a third time: %+v", status, sent)
		}
	}
}

func TestWebhookDisorder(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	w.subscribe("products.created", "categories.created")
	twoEvents := func() { w.post("/products", mug); w.post("/categories", `{"name":"A"}`) }
	for _, c := range []struct {
		how  []salespostest.Disorder
		want []string
	}{
		{nil, []string{"products.created", "categories.created"}},
		{[]salespostest.Disorder{salespostest.Reversed}, []string{"categories.created", "products.created"}},
		{[]salespostest.Disorder{salespostest.Twice}, []string{"products.created", "products.created", "categories.created", "categories.created"}},
	} {
		twoEvents()
		if d := cmp.Diff(c.want, delivered(w.s.Deliver(t.Context(), &receiver{status: 200}, c.how...))); d != "" {
			t.Errorf("%v: -want +got\n%s", c.how, d)
		}
	}
	twoEvents()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if sent, err := w.s.Deliver(ctx, &receiver{status: 200}); len(sent) != 0 || !errors.Is(err, context.Canceled) {
		t.Errorf("sent after the end of the context: %+v %v", sent, err)
	}
	hook := w.get("/webhooks").ids()[0]
	w.patch(fmt.Sprintf("/webhooks/%d", hook), `{"is_active":false}`)
	if d := cmp.Diff([]string{"categories.created"}, delivered(w.s.Deliver(t.Context(), &receiver{status: 200}))); d != "" {
		t.Errorf("what waited: -want +got\n%s", d)
	}
}

func TestWebhookReadings(t *testing.T) {
	t.Parallel()
	w := newWire(t, salespostest.With(salespostest.UnsignedWebhooks, salespostest.FullWebhooks, salespostest.StockModifies, salespostest.Trash))
	w.subscribe("products.updated", "products.deleted")
	p := w.s.Add("products", `{"name":"Mug","stock":1}`)
	w.patch(fmt.Sprintf("/products/%d", p), `{"stock":2}`)
	w.want(204, "", "DELETE", fmt.Sprintf("/products/%d", p), "")
	to := &receiver{status: 200}
	if d := cmp.Diff([]string{"products.updated", "products.deleted"}, delivered(w.s.Deliver(t.Context(), to))); d != "" {
		t.Fatalf("-want +got\n%s", d)
	}
	if got := to.got[0].Header.Get("x-hash"); got != "" {
		t.Errorf("signed: %s", got)
	}
	check(t, decode(t, []byte(to.bodies[0])), map[string]string{"name": `"Mug"`, "stock": "2"})
}

func TestAppInstall(t *testing.T) {
	t.Parallel()
	s := salespostest.New()
	app := salespostest.App{
		HandshakeURL: "https://connector.example/ccv/handshake", InstallURL: "https://connector.example/ccv/install",
		UninstallURL: "https://connector.example/ccv/uninstall", ReturnURL: "https://salespos.example.com/apps", Secret: "appsecret", Language: "nl",
	}
	to := &receiver{status: 200}
	page, err := s.Install(t.Context(), to, app)
	if err != nil {
		t.Fatal(err)
	}
	var doc map[string]string
	if err := json.Unmarshal([]byte(to.bodies[0]), &doc); err != nil {
		t.Fatal(err)
	}
	public, secret := s.Keys()
	want := map[string]string{"api_public": public, "api_secret": secret, "api_root": "https://salespos.example.com", "return_url": app.ReturnURL, "language": "nl"}
	if d := cmp.Diff(want, doc); d != "" {
		t.Errorf("handshake: -want +got\n%s", d)
	}
	if got := to.got[0].Header.Get("x-hash"); got != pushHash("appsecret", app.HandshakeURL+"|"+to.bodies[0]) {
		t.Errorf("handshake: x-hash is %s", got)
	}
	if want := app.InstallURL + "?api_public=" + public + "&language=nl&x-hash=" + pushHash("appsecret", app.InstallURL+"|"+public); page != want {
		t.Errorf("install page: got %s, want %s", page, want)
	}
	if _, err := s.Install(t.Context(), &receiver{status: 201}, app); err == nil {
		t.Error("a handshake that was answered 201 succeeded")
	}
	w := wire{t, s}
	id := w.get("/apps").ids()[0]
	w.patch(fmt.Sprintf("/apps/%d", id), `{"is_installed":true}`)
	if err := s.Uninstall(t.Context(), to, app); err != nil || to.bodies[1] != `{"api_public":"`+public+`"}` {
		t.Errorf("uninstall: %v, sent %s", err, to.bodies[1])
	}
	check(t, w.get(fmt.Sprintf("/apps/%d", id)).doc, map[string]string{"is_installed": "false"})
	if err := s.Uninstall(t.Context(), &receiver{}, app); err == nil {
		t.Error("an uninstall that nobody received succeeded")
	}
}
