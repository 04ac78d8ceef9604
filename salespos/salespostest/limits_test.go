package salespostest_test

import (
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/salespos/salespostest"
)

// burst sends n requests and returns how many were admitted.
func (w wire) burst(n int, method, path, body string) (ok int) {
	w.t.Helper()
	for range n {
		switch a := w.call(method, path, body); {
		case a.status != 429:
			ok++
		case a.code() != "429.10" || a.header.Get("Retry-After") != "":
			w.t.Fatalf("got %s, want code 429.10 and no Retry-After", a.body)
		}
	}
	return ok
}

func TestDocumentedLimits(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := newWire(t)
		w.s.Add("products", `{"id":1,"name":"Mug"}`)
		w.s.Add("orders", `{"id":1}`)
		for _, c := range []struct {
			method, path, body string
			want               int
		}{
			{"GET", "/products", "", 150},
			{"POST", "/products", mug, 100},
			{"PATCH", "/products/1", `{"price":2}`, 100},
			{"DELETE", "/products/99", "", 100}, // errors count too
			{"PUT", "/orders/1/orderrows", `{"orderrows":[]}`, 100},
			{"GET", "/orders/1/orderrows", "", 150},
			{"GET", "/products/1/attributecombinations", "", 150},
			{"GET", "/", "", 150},
		} {
			if got := w.burst(160, c.method, c.path, c.body); got != c.want {
				t.Errorf("%s %s: got %d a minute, want %d", c.method, c.path, got, c.want)
			}
		}
		// The last part of the path that is no id counts: these share a counter.
		if got := w.burst(10, "GET", "/attributecombinations/1", ""); got != 0 {
			t.Errorf("another path of the same resource: got %d, want 0", got)
		}
		if got := w.burst(1, "GET", "/products/1/productphotos", ""); got != 1 {
			t.Error("another resource is limited as well")
		}
	})
}

// In a sliding window a burst at the end of one minute counts in the next.
func TestWindowsSlide(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := newWire(t)
		time.Sleep(50 * time.Second)
		for _, step := range []struct {
			wait time.Duration
			want int
		}{{0, 150}, {10 * time.Second, 0}, {49 * time.Second, 0}, {time.Second, 150}, {time.Minute, 150}} {
			time.Sleep(step.wait)
			if got := w.burst(151, "GET", "/products", ""); got != step.want {
				t.Errorf("%s later: got %d, want %d", step.wait, got, step.want)
			}
		}
		// Spread over the minute, each request frees its own place.
		time.Sleep(time.Minute)
		for i := range 300 {
			time.Sleep(400 * time.Millisecond)
			if got := w.burst(1, "GET", "/products", ""); got != 1 {
				t.Fatalf("request %d at 150 a minute was refused", i)
			}
		}
	})
}

func TestLimitOptions(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		opt    salespostest.Option
		want   int
		window time.Duration
	}{
		{"other number", salespostest.WithLimits(salespostest.Limits{Get: 7}), 7, time.Minute},
		{"zero keeps", salespostest.WithLimits(salespostest.Limits{Post: 7}), 150, time.Minute},
		{"off", salespostest.WithoutLimits(), 1000, 0},
		{"pace", salespostest.WithPace(100), 150, 600 * time.Millisecond},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWire(t, c.opt)
				for range 2 {
					if got := w.burst(1000, "GET", "/packages", ""); got != c.want {
						t.Errorf("got %d, want %d", got, c.want)
					}
					time.Sleep(c.window)
				}
			})
		})
	}
}

func TestTotalLimit(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := newWire(t, salespostest.WithLimits(salespostest.Limits{Total: 5}))
		for i := range 5 {
			w.want(200, "", "GET", []string{"/products", "/orders"}[i%2], "")
		}
		w.want(429, "429.11", "GET", "/users", "")
		w.want(429, "429.11", "POST", "/packages", `{"name":"Box"}`)
		if got := len(w.s.Docs("packages")); got != 1 {
			t.Errorf("a refused POST was carried out: %d packages", got)
		}
		time.Sleep(time.Minute)
		w.want(200, "", "GET", "/users", "")
	})
}

// Requests without credentials and faults that strike before do not count.
func TestWhatDoesNotCount(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := newWire(t, salespostest.WithLimits(salespostest.Limits{Get: 2}))
		req := w.request("GET", "/products", "")
		req.Header.Del("x-hash")
		for range 5 {
			if a, err := w.send(req); err != nil || a.status != 401 {
				t.Fatalf("got %d %v", a.status, err)
			}
		}
		w.s.Inject(salespostest.Fault{Do: salespostest.TimeoutBefore, Times: 5})
		for range 5 {
			if _, err := w.send(w.request("GET", "/products", "")); err == nil {
				t.Fatal("no time-out")
			}
		}
		if got := w.burst(5, "GET", "/products", ""); got != 2 {
			t.Errorf("got %d, want 2", got)
		}
		if got := fmt.Sprint(w.s.Count("GET", "/products"), w.s.Count("POST", ""), w.s.Count("", "/orders")); got != "15 0 0" {
			t.Errorf("counts: got %s", got)
		}
	})
}
