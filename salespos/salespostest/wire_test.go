package salespostest_test

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha512"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/tillsync/tillsync/salespos/salespostest"
)

const origin = "https://shop.example.com"

// xHash is the signature of the API reference, written apart from the fake and
// from the client.
func xHash(public, secret, method, target, body, date string) string {
	mac := hmac.New(sha512.New, []byte(secret))
	mac.Write([]byte(strings.Join([]string{public, method, target, body, date}, "|")))
	return hex.EncodeToString(mac.Sum(nil))
}

// pushHash is the signature of what the platform sends by itself.
func pushHash(key, message string) string {
	mac := hmac.New(sha512.New, []byte(key))
	mac.Write([]byte(message))
	return hex.EncodeToString(mac.Sum(nil))
}

// wire talks to a fake with requests that are made and signed by hand.
type wire struct {
	t testing.TB
	s *salespostest.Server
}

func newWire(t testing.TB, opts ...salespostest.Option) wire {
	t.Helper()
	return wire{t, salespostest.New(opts...)}
}

// answer is a response whose body has been read.
type answer struct {
	status int
	header http.Header
	body   string
	doc    map[string]any
}

// code is the code of an error answer.
func (a answer) code() string {
	s, _ := a.doc["code"].(string)
	if a.status < 400 {
		return ""
	}
	return s
}

func (a answer) items() []map[string]any {
	var out []map[string]any
	items, _ := a.doc["items"].([]any)
	for _, it := range items {
		out = append(out, it.(map[string]any))
	}
	return out
}

func (a answer) ids() []int64 {
	var out []int64
	for _, it := range a.items() {
		out = append(out, num(it["id"]))
	}
	return out
}

func (a answer) id() int64 { return num(a.doc["id"]) }

func num(v any) int64 {
	n, _ := v.(json.Number)
	i, _ := n.Int64()
	return i
}

// request makes a signed request for a path below the API.
func (w wire) request(method, path, body string) *http.Request {
	w.t.Helper()
	req, err := http.NewRequestWithContext(w.t.Context(), method, origin+"/api/rest/v1"+path, strings.NewReader(body))
	if err != nil {
		w.t.Fatal(err)
	}
	w.sign(req, body, time.Now().UTC().Format("2006-01-02T15:04:05Z"))
	return req
}

func (w wire) sign(req *http.Request, body, date string) {
	public, secret := w.s.Keys()
	req.Header.Set("x-public", public)
	req.Header.Set("x-date", date)
	req.Header.Set("x-hash", xHash(public, secret, req.Method, req.URL.RequestURI(), body, date))
}

// send sends a request as it is and reads the answer.
func (w wire) send(req *http.Request) (answer, error) {
	w.t.Helper()
	resp, err := w.s.Transport().RoundTrip(req)
	if err != nil {
		return answer{}, err
	}
	defer func() { _ = resp.Body.Close() }()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return answer{}, err
	}
	a := answer{status: resp.StatusCode, header: resp.Header, body: string(body)}
	a.doc = decode(w.t, body)
	return a, nil
}

// decode reads a JSON object, nil when the body is none.
func decode(t testing.TB, body []byte) map[string]any {
	t.Helper()
	dec := json.NewDecoder(bytes.NewReader(body))
	dec.UseNumber()
	var doc map[string]any
	if len(body) > 0 && body[0] == '{' {
		if err := dec.Decode(&doc); err != nil {
			t.Fatalf("bad JSON: %v in %s", err, body)
		}
	}
	return doc
}

func (w wire) call(method, path, body string) answer {
	w.t.Helper()
	a, err := w.send(w.request(method, path, body))
	if err != nil {
		w.t.Fatalf("%s %s: %v", method, path, err)
	}
	return a
}

// want calls and fails unless the answer has that status and code.
func (w wire) want(status int, code, method, path, body string) answer {
	w.t.Helper()
	a := w.call(method, path, body)
	if a.status != status || a.code() != code {
		w.t.Fatalf("%s %s %s: got %d %q %s, want %d %q", method, path, body, a.status, a.code(), a.body, status, code)
	}
	return a
}

func (w wire) get(path string) answer {
	w.t.Helper()
	return w.want(200, "", "GET", path, "")
}

func (w wire) post(path, body string) answer {
	w.t.Helper()
	return w.want(201, "", "POST", path, body)
}

func (w wire) patch(path, body string) { w.t.Helper(); w.want(204, "", "PATCH", path, body) }

// verify reports whether the answer to a request has the right signature.
func (w wire) verify(req *http.Request, a answer) bool {
	public, secret := w.s.Keys()
	want := xHash(public, secret, req.Method, req.URL.RequestURI(), a.body, a.header.Get("x-date"))
	return a.header.Get("x-hash") == want
}

// at returns the value at a path of keys of a document.
func at(doc map[string]any, path ...string) any {
	for _, key := range path[:len(path)-1] {
		doc, _ = doc[key].(map[string]any)
	}
	return doc[path[len(path)-1]]
}

// text writes a value of a document for comparisons.
func text(v any) string {
	b, _ := json.Marshal(v)
	return string(b)
}

// check compares keys of a document with JSON values.
func check(t testing.TB, doc map[string]any, want map[string]string) {
	t.Helper()
	for path, value := range want {
		if got := text(at(doc, strings.Split(path, ".")...)); got != value {
			t.Errorf("%s: got %s, want %s", path, got, value)
		}
	}
}
