package salespostest_test

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/salespos/salespostest"
)

// seen is what the sender of a faulty POST gets to see.
type seen struct {
	Status                 int
	Code, Body, RetryAfter string // Body only when it is no JSON object
	Timeout, Cut, Signed   bool
}

func (w wire) sendFaulty(req *http.Request) (s seen) {
	w.t.Helper()
	resp, err := w.s.Transport().RoundTrip(req)
	if err != nil {
		netErr, ok := errors.AsType[net.Error](err)
		s.Timeout = ok && netErr.Timeout()
		return s
	}
	defer func() { _ = resp.Body.Close() }()
	body, err := io.ReadAll(resp.Body)
	s = seen{Status: resp.StatusCode, RetryAfter: resp.Header.Get("Retry-After"), Cut: errors.Is(err, io.ErrUnexpectedEOF)}
	s.Signed = resp.Header.Get("x-hash") != ""
	if s.Cut {
		if int64(len(body)) >= resp.ContentLength {
			w.t.Errorf("a cut body has all of its %d bytes", resp.ContentLength)
		}
		return s
	}
	if doc := decode(w.t, body); doc != nil {
		s.Code, _ = doc["code"].(string)
	} else {
		s.Body = string(body)
	}
	return s
}

func TestFaultKinds(t *testing.T) {
	t.Parallel()
	type F = salespostest.Fault
	for _, c := range []struct {
		name      string
		fault     F
		want      seen
		committed bool
		status    int // in the request log
	}{
		{"TimeoutBefore", F{Do: salespostest.TimeoutBefore}, seen{Timeout: true}, false, 0},
		{"TimeoutAfter", F{Do: salespostest.TimeoutAfter}, seen{Timeout: true}, true, 0},
		{"Status", F{Do: salespostest.Status}, seen{Status: 500}, false, 500},
		{"Status", F{Do: salespostest.Status, Status: 500, Code: "500.90"}, seen{Status: 500, Code: "500.90"}, false, 500},
		{"Status", F{Do: salespostest.Status, Status: 502, Body: "<html>bad gateway</html>", RetryAfter: "7"},
			seen{Status: 502, Body: "<html>bad gateway</html>", RetryAfter: "7"}, false, 502},
		{"StatusAfter", F{Do: salespostest.StatusAfter, Code: "500.20"}, seen{Status: 500, Code: "500.20"}, true, 500},
		{"StatusAfter", F{Do: salespostest.StatusAfter, Status: 204}, seen{Status: 204, Signed: true}, true, 204},
		{"Truncate", F{Do: salespostest.Truncate}, seen{Status: 201, Cut: true, Signed: true}, true, 201},
		{"RateLimit", F{Do: salespostest.RateLimit}, seen{Status: 429, Code: "429.10"}, false, 429},
		{"RateLimit", F{Do: salespostest.RateLimit, Code: "429.11", RetryAfter: "30"},
			seen{Status: 429, Code: "429.11", RetryAfter: "30"}, false, 429},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			w := newWire(t)
			w.s.Inject(c.fault)
			got := w.sendFaulty(w.request("POST", "/packages", `{"name":"Box"}`))
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("-want +got\n%s", d)
			}
			if committed := len(w.s.Docs("packages")) == 2; committed != c.committed {
				t.Errorf("committed: got %v, want %v", committed, c.committed)
			}
			r := w.s.Requests()[0]
			if r.Fault != c.name || r.Status != c.status || string(r.Body) != `{"name":"Box"}` {
				t.Errorf("recorded %+v", r)
			}
			if got := w.s.Writes(); (got == 1) != c.committed {
				t.Errorf("writes: got %d, committed %v", got, c.committed)
			}
			w.post("/packages", `{"name":"Box"}`) // only once
		})
	}
}

func TestFaultMatching(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	w.s.Inject(salespostest.Fault{Method: "GET", Path: "/products/", Skip: 1, Times: 2, Do: salespostest.Status, Status: 503})
	w.s.Inject(salespostest.Fault{Path: "/orders*", Do: salespostest.RateLimit})
	var got []int
	for _, r := range []struct{ method, path, body string }{
		{"GET", "/products/1", ""},           // another path
		{"POST", "/packages", `{"name":""}`}, // another verb
		{"GET", "/products", ""},             // skipped
		{"GET", "/products?size=5", ""},      // hit, the query does not matter
		{"GET", "/orders/1/orderrows", ""},   // hit by prefix
		{"GET", "/products/", ""},            // hit, nor does the slash
		{"GET", "/products", ""},             // used up
		{"GET", "/orders", ""},               // used up
	} {
		got = append(got, w.call(r.method, r.path, r.body).status)
	}
	if d := cmp.Diff([]int{500, 201, 200, 503, 429, 503, 200, 200}, got); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
}

// A fault does not hide what the server has against the credentials.
func TestFaultNeedsCredentials(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	w.s.Inject(salespostest.Fault{Do: salespostest.Status, Status: 503})
	req := w.request("GET", "/products", "")
	req.Header.Set("x-hash", "0")
	if a, err := w.send(req); err != nil || a.status != 401 {
		t.Errorf("got %d %v, want 401", a.status, err)
	}
	w.want(503, "", "GET", "/products", "")
}

func TestTruncateKeepsEmptyAnswers(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	w.s.Inject(salespostest.Fault{Do: salespostest.Truncate})
	w.want(204, "", "PATCH", "/packages/1", `{"name":"Box"}`)
}

func TestTransportHonoursContext(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	ctx, cancel := context.WithCancel(t.Context())
	req := w.request("POST", "/packages", `{"name":"Box"}`).WithContext(ctx)
	cancel()
	if _, err := w.send(req); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the context's error", err)
	}
	if n := len(w.s.Requests()); n != 0 {
		t.Errorf("%d requests reached the server", n)
	}
}

func TestListenOverSockets(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	base, err := w.s.Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	send := func(method, path, body string) (*http.Response, string, error) {
		req, err := http.NewRequestWithContext(t.Context(), method, base+"/api/rest/v1"+path, strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		signed := w.request(method, path, body)
		req.Header = signed.Header
		resp, err := client.Do(req)
		if err != nil {
			return nil, "", err
		}
		defer func() { _ = resp.Body.Close() }()
		got, err := io.ReadAll(resp.Body)
		return resp, string(got), err
	}
	resp, body, err := send("GET", "/packages/?size=10&x=a%2Fb", "")
	if err != nil || resp.StatusCode != 200 || !strings.Contains(body, `"`+strings.ReplaceAll(base, "/", `\/`)+`\/api\/rest\/v1\/packages\/1\/"`) {
		t.Errorf("got %s %v, want hrefs on %s", body, err, base)
	}
	public, secret := w.s.Keys()
	if want := xHash(public, secret, "GET", "/api/rest/v1/packages/?size=10&x=a%2Fb", body, resp.Header.Get("x-date")); resp.Header.Get("x-hash") != want {
		t.Error("the answer is signed wrongly")
	}
	w.s.Inject(salespostest.Fault{Do: salespostest.Truncate})
	if _, body, err := send("POST", "/packages", `{"name":"Box"}`); !errors.Is(err, io.ErrUnexpectedEOF) || body == "" {
		t.Errorf("truncated: got %q %v", body, err)
	}
	w.s.Inject(salespostest.Fault{Do: salespostest.TimeoutAfter})
	if _, _, err := send("POST", "/packages", `{"name":"Box"}`); err == nil {
		t.Error("a lost answer arrived")
	}
	if n := len(w.s.Docs("packages")); n != 3 {
		t.Errorf("got %d packages, want both committed", n)
	}
	if resp, _, err := send("PATCH", "/packages/1", `{"name":"Other"}`); err != nil || resp.StatusCode != 204 {
		t.Errorf("PATCH: %v", err)
	}
	if err := w.s.Close(); err != nil {
		t.Error(err)
	}
	if _, _, err := send("GET", "/packages", ""); err == nil {
		t.Error("the listener is still open")
	}
}

func TestListenRefusesOtherHosts(t *testing.T) {
	t.Parallel()
	s := salespostest.New()
	for _, addr := range []string{":0", "0.0.0.0:0", "192.0.2.1:0", "example.com:0", "127.0.0.1"} {
		if base, err := s.Listen(addr); err == nil {
			t.Errorf("%s: listens at %s", addr, base)
		}
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

func TestForeignAnswers(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	w.s.Inject(salespostest.Fault{Do: salespostest.Foreign})
	w.s.Inject(salespostest.Fault{Do: salespostest.Foreign, Body: `{"items":[]}`})
	for _, want := range []string{"<!DOCTYPE html>", `{"items":[]}`} {
		a := w.call("GET", "/packages", "")
		if a.status != 200 || !strings.HasPrefix(a.body, want) || a.header.Get("x-hash") != "" || !strings.HasPrefix(a.header.Get("Content-Type"), "text/html") {
			t.Errorf("got %d %q %v", a.status, a.body, a.header)
		}
	}
	if got := w.s.Requests()[0]; got.Resource != "" || got.Fault != "Foreign" {
		t.Errorf("carried out: %+v", got)
	}
}

func TestFaultMatch(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	w.s.Inject(salespostest.Fault{Do: salespostest.Status, Status: 503, Times: -1, Match: func(r salespostest.Request) bool {
		return strings.Contains(r.Query, "start=50") || strings.Contains(string(r.Body), "Crate")
	}})
	for range 3 {
		w.want(503, "", "GET", "/products?start=50", "")
		w.want(503, "", "POST", "/packages", `{"name":"Crate"}`)
		w.get("/products?start=0")
	}
}

// Chance strikes the same requests each time, at about the given rate.
func TestRandomFaults(t *testing.T) {
	t.Parallel()
	run := func(seed uint64) (statuses string, failed int) {
		w := newWire(t, salespostest.WithoutLimits())
		w.s.Inject(salespostest.Fault{Do: salespostest.Status, Status: 503, Times: -1, OneIn: 4, Seed: seed})
		for range 400 {
			a := w.call("GET", "/packages", "")
			statuses += string(rune('0' + a.status/100))
			if a.status == 503 {
				failed++
			}
		}
		return statuses, failed
	}
	first, failed := run(7)
	if again, _ := run(7); again != first {
		t.Error("the same seed gave other faults")
	}
	if other, _ := run(8); other == first {
		t.Error("another seed gave the same faults")
	}
	if failed < 60 || failed > 140 {
		t.Errorf("%d of 400 failed, want about 100", failed)
	}
}

// A slow answer comes in its time; who does not wait for it gets the context's
// error although the request was carried out.
func TestSlowAnswers(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := newWire(t)
		w.s.Inject(salespostest.Fault{Do: salespostest.Slow, Wait: 20 * time.Second})
		start := time.Now()
		w.get("/packages")
		if took := time.Since(start); took != 20*time.Second {
			t.Errorf("took %s", took)
		}
		w.s.Inject(salespostest.Fault{Do: salespostest.Slow, Wait: 20 * time.Second})
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
		defer cancel()
		if _, err := w.send(w.request("POST", "/packages", `{"name":"Box"}`).WithContext(ctx)); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v", err)
		}
		if got := len(w.s.Docs("packages")); got != 2 {
			t.Errorf("got %d packages, want the slow POST carried out", got)
		}
		w.s.Inject(salespostest.Fault{Do: salespostest.TimeoutBefore, Wait: time.Minute})
		start = time.Now()
		if got := w.sendFaulty(w.request("GET", "/packages", "")); !got.Timeout || time.Since(start) != time.Minute {
			t.Errorf("got %+v after %s", got, time.Since(start))
		}
	})
}

// A list that changes between two of its pages.
func TestListShiftsWhileItIsRead(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		then func(s *salespostest.Server)
		want [2][]int64
	}{
		"insert": {func(s *salespostest.Server) { s.Add("products", `{"name":"New","id":9}`) }, [2][]int64{{4, 3}, {3, 2}}},
		"remove": {func(s *salespostest.Server) { s.Delete("products", 4) }, [2][]int64{{4, 3}, {1}}},
	} {
		w := newWire(t)
		seedProducts(w.s, 4)
		w.s.Inject(salespostest.Fault{Path: "/products", Skip: 1, Do: salespostest.Meanwhile, MeanwhileFunc: func() { c.then(w.s) }})
		got := [2][]int64{w.get("/products?orderby=id_desc&size=2").ids(), w.get("/products?orderby=id_desc&size=2&start=2").ids()}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: -want +got\n%s", name, d)
		}
	}
}

// Every request is recorded with what became of it.
func TestRecorder(t *testing.T) {
	t.Parallel()
	type outcome struct {
		Path, Resource, Code, Fault string
		Status                      int
	}
	var seen []outcome
	observe := salespostest.WithObserver(func(r salespostest.Request) {
		seen = append(seen, outcome{r.Path, r.Resource, r.Code, r.Fault, r.Status})
	})
	w := newWire(t, observe, salespostest.WithLimits(salespostest.Limits{Get: 1}))
	w.get("/brands/")
	w.call("GET", "/brands", "")
	w.call("GET", "/nonsense", "")
	w.call("GET", "/suppliers/99/products", "")
	w.s.Inject(salespostest.Fault{Do: salespostest.StatusAfter, Code: "500.20"})
	w.call("POST", "/brands", `{"name":"Acme"}`)
	want := []outcome{
		{"/brands", "brands", "", "", 200}, {"/brands", "", "429.10", "", 429}, {"/nonsense", "", "404.20", "", 404},
		{"/suppliers/99/products", "products", "500.24", "", 500}, {"/brands", "brands", "500.20", "StatusAfter", 500},
	}
	if d := cmp.Diff(want, seen); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
	if got := w.s.Requests()[3].Message; !strings.Contains(got, "99") {
		t.Errorf("message: %q", got)
	}
}
