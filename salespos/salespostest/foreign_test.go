package salespostest_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/tillsync/tillsync/salespos/salespostest"
)

// foreignClient has the habits of a client that others wrote. All of them are
// known to work with the vendor's API.
type foreignClient struct {
	date          string            // form of x-date
	header        map[string]string // beside those of the signature
	slash         string
	body          string // of a POST to /webhooks
	query         string
	headerInLower bool
}

func foreignClients() map[string]foreignClient {
	return map[string]foreignClient{
		"vendor SDK": {
			date: "2006-01-02T15:04:05+00:00", header: map[string]string{"accept": "application/vnd.verto.webshop+json", "content-type": "application/json"},
			body: `{"event":"orders.created","address":"https:\/\/connector.example\/hooks\/ccv\/caf\u00e9","is_active":true}`,
		},
		"Python": {
			date: "2006-01-02T15:04:05Z", header: map[string]string{"accept": "*/*", "content-type": "application/json", "accept-language": "nl"}, slash: "/",
			body: `{"event": "orders.created", "address": "https://connector.example/hooks/ccv/café"}`, query: "?start=0&size=100&orderby=id_desc",
		},
		"Node": {
			date: "2006-01-02T15:04:05.000Z", header: map[string]string{"content-type": "application/x-www-form-urlencoded"}, headerInLower: true,
			body: `{"event":"orders.created","address":"https://connector.example/hooks/ccv/café"}`, query: "?start=0&size=150&productname=a+b%20c",
		},
		"PHP without accept": {
			date: "2006-1-2T15:4:5+0000", header: map[string]string{"content-type": "text/plain"},
			body: "{\n\"event\":\"orders.created\",\n\"address\":\"https:\\/\\/connector.example\\/hooks\\/ccv\\/caf\\u00e9\"}\n",
		},
	}
}

// send signs and sends a request to a socket with nothing but net/http.
func (c foreignClient) send(t *testing.T, s *salespostest.Server, base, method, path, body string) (int, string) {
	t.Helper()
	public, secret := s.Keys()
	target := "/api/rest/v1" + path + c.slash + c.query
	date := time.Now().UTC().Format(c.date)
	req, err := http.NewRequestWithContext(t.Context(), method, base+target, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for key, value := range c.header {
		req.Header.Set(key, value)
	}
	for key, value := range map[string]string{"x-public": public, "x-date": date, "x-hash": xHash(public, secret, method, target, body, date)} {
		if c.headerInLower {
			req.Header[key] = []string{value}
		} else {
			req.Header.Set(key, value)
		}
	}
	resp, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	got, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	if want := xHash(public, secret, method, target, string(got), resp.Header.Get("x-date")); resp.Header.Get("x-hash") != want {
		t.Errorf("%s %s: the answer is signed wrongly", method, target)
	}
	return resp.StatusCode, string(got)
}

// Clients written by others work unchanged over a socket: base path, headers,
// forms of the date, slashes, escapes and envelopes.
func TestForeignClients(t *testing.T) {
	t.Parallel()
	for name, c := range foreignClients() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := salespostest.New()
			front := httptest.NewServer(s) // any server will do: the fake is a handler
			defer front.Close()
			status, body := c.send(t, s, front.URL, "POST", "/webhooks", c.body)
			if status != 201 || !strings.Contains(body, `"address":"https:\/\/connector.example\/hooks\/ccv\/café"`) {
				t.Errorf("POST: got %d %s", status, body)
			}
			status, body = c.send(t, s, front.URL, "GET", "/webhooks", "")
			if status != 200 || !strings.Contains(body, `"items":[{"href":"`+strings.ReplaceAll(front.URL, "/", `\/`)+`\/api\/rest\/v1\/webhooks\/701\/","id":701,`) {
				t.Errorf("GET: got %d %s", status, body)
			}
			if status, body = c.send(t, s, front.URL, "PATCH", "/webhooks/701", `{"is_active":false}`); status != 204 || body != "" {
				t.Errorf("PATCH: got %d %s", status, body)
			}
			if status, body = c.send(t, s, front.URL, "DELETE", "/webhooks/701", ""); status != 204 || body != "" {
				t.Errorf("DELETE: got %d %s", status, body)
			}
		})
	}
}
