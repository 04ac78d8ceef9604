package ecwidtest_test

import (
	"errors"
	"io"
	"net"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

// faultCase is what a caller sees of a fault, and whether the write happened.
type faultCase struct {
	fault     ecwidtest.Fault
	committed bool
	timeout   bool
	cut       bool
	status    int
	body      string
	after     string
}

func TestFaults(t *testing.T) {
	t.Parallel()
	tests := map[string]faultCase{
		"TimeoutBefore": {fault: ecwidtest.Fault{Do: ecwidtest.TimeoutBefore}, timeout: true},
		"TimeoutAfter":  {fault: ecwidtest.Fault{Do: ecwidtest.TimeoutAfter}, timeout: true, committed: true},
		"Status":        {fault: ecwidtest.Fault{Do: ecwidtest.Status}, status: 500},
		"Foreign": {
			fault:  ecwidtest.Fault{Do: ecwidtest.Foreign},
			status: 200, body: "<!DOCTYPE html><title>Maintenance</title>",
		},
		"Status with code": {
			fault:  ecwidtest.Fault{Do: ecwidtest.Status, Status: 408, Code: "TIMEOUT"},
			status: 408, body: `{"errorCode":"TIMEOUT","errorMessage":"injected fault"}`,
		},
		"Status with a foreign body": {
			fault:  ecwidtest.Fault{Do: ecwidtest.Status, Status: 503, Body: "<html>", RetryAfter: "7"},
			status: 503, body: "<html>", after: "7",
		},
		"StatusAfter": {
			fault:  ecwidtest.Fault{Do: ecwidtest.StatusAfter, Status: 502},
			status: 502, committed: true,
		},
		"Truncate": {fault: ecwidtest.Fault{Do: ecwidtest.Truncate}, status: 200, cut: true, committed: true},
		"RateLimit": {
			fault:  ecwidtest.Fault{Do: ecwidtest.RateLimit, RetryAfter: "12"},
			status: 429, after: "12", body: `{"errorCode":"RATE_LIMITED","errorMessage":"Too many requests"}`,
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			tt.check(t)
		})
	}
}

func (tt faultCase) check(t *testing.T) {
	s := ecwidtest.New()
	s.Inject(tt.fault)
	a, err := try(t.Context(), s, "POST", "/products", `{"name":"Tea"}`)
	var timeout net.Error
	if got := errors.As(err, &timeout) && timeout.Timeout(); got != tt.timeout {
		t.Errorf("error %v: got timeout %v, want %v", err, got, tt.timeout)
	}
	if got := errors.Is(err, io.ErrUnexpectedEOF); got != tt.cut {
		t.Errorf("error %v: got cut %v, want %v", err, got, tt.cut)
	}
	if a.status != tt.status || !tt.cut && a.raw != tt.body || a.header.Get("Retry-After") != tt.after {
		t.Errorf("got %d %q after %q", a.status, a.raw, a.header.Get("Retry-After"))
	}
	if got := len(s.Docs("products")) == 1; got != tt.committed {
		t.Errorf("got committed %v, want %v", got, tt.committed)
	}
	if got := s.Writes() == 1; got != tt.committed {
		t.Errorf("got counted as a write %v, want %v", got, tt.committed)
	}
	if r := s.Requests()[0]; r.Fault != tt.fault.Do.String() || r.Status != tt.status {
		t.Errorf("recorded %d %q", r.Status, r.Fault)
	}
	ok(t, s, "POST", "/products", `{"name":"Tea"}`) // it happens once
}

func TestFaultChoice(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Inject(ecwidtest.Fault{Method: "GET", Path: "/products*", Skip: 1, Times: 2, Do: ecwidtest.Status})
	s.Inject(ecwidtest.Fault{Path: "/classes", Do: ecwidtest.Status, Status: 449})
	s.Inject(ecwidtest.Fault{Path: "/products", Do: ecwidtest.Status, Status: 503, Skip: 1})
	var got []int
	for _, p := range []string{
		"/products", "/profile", "/products/deleted", "/products", "/classes/0", "/products", "/classes",
	} {
		got = append(got, send(t, s, "GET", p, "").status)
	}
	if diff := cmp.Diff([]int{200, 200, 500, 500, 200, 503, 449}, got); diff != "" {
		t.Errorf("statuses (-want +got):\n%s", diff)
	}
	defer func() {
		if recover() == nil {
			t.Error("a fault without kind is taken")
		}
	}()
	s.Inject(ecwidtest.Fault{})
}

func TestRequestLog(t *testing.T) {
	t.Parallel()
	var observed []ecwidtest.Request
	s := ecwidtest.New(ecwidtest.WithObserver(func(r ecwidtest.Request) { observed = append(observed, r) }))
	id := s.Add("products", `{}`)
	get(t, s, "/products?limit=1")
	ok(t, s, "PUT", path("/products/%d", id), `{"price":3}`)
	refused(t, s, "PUT", path("/products/%d", id), `{"price":"3"}`, 400, "WRONG_PARAMETER")
	refused(t, s, "PUT", "/nowhere", `{}`, 404, "")
	want := []ecwidtest.Request{
		{Method: "GET", Path: "/products", Query: "limit=1", Status: 200},
		{Method: "PUT", Path: path("/products/%d", id), Status: 200, Body: []byte(`{"price":3}`)},
		{Method: "PUT", Path: path("/products/%d", id), Status: 400, Body: []byte(`{"price":"3"}`),
			Code: "WRONG_PARAMETER", Message: "Field body.price has a wrong type"},
		{Method: "PUT", Path: "/nowhere", Status: 404, Body: []byte(`{}`),
			Message: "ecwidtest serves no such path"},
	}
	ignore := cmpopts.IgnoreFields(ecwidtest.Request{}, "At")
	unexported := cmpopts.IgnoreUnexported(ecwidtest.Request{})
	if diff := cmp.Diff(want, s.Requests(), ignore, unexported, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("log (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(s.Requests(), observed, unexported, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("observed (-recorded +observed):\n%s", diff)
	}
	if got := s.Writes(); got != 2 { // refused for its body, but it reached the route
		t.Errorf("got %d writes, want 2", got)
	}
	if a, b, c := s.Count("", ""), s.Count("PUT", "/products/"), s.Count("GET", "/products"); a != 4 || b != 2 || c != 1 {
		t.Errorf("got counts %d %d %d, want 4 2 1", a, b, c)
	}
	s.ResetRequests()
	if got := len(s.Requests()) + s.Writes(); got != 0 {
		t.Errorf("after the reset: got %d", got)
	}
}

// Faults can be slow, change the store meanwhile, and come at random.
func TestMoreFaults(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := ecwidtest.New(ecwidtest.WithClockSkew(-time.Hour))
		start := time.Now()
		s.Inject(ecwidtest.Fault{Do: ecwidtest.Slow, Wait: 5 * time.Second})
		if a := get(t, s, "/profile"); time.Since(start) != 5*time.Second || a.header.Get("Date") != "Fri, 31 Dec 1999 23:00:00 GMT" {
			t.Errorf("after %v at %s", time.Since(start), a.header.Get("Date"))
		}
		for i := range 3 {
			s.Add("products", path(`{"id":%d}`, i+1))
		}
		s.Inject(ecwidtest.Fault{Path: "/products", Skip: 1, Do: ecwidtest.Meanwhile, MeanwhileFunc: func() { s.Delete("products", 1) }})
		wantIDs(t, get(t, s, "/products?limit=1"), 1)
		wantIDs(t, get(t, s, "/products?limit=1&offset=1"), 3) // the list has shifted
	})
}

func TestRandomFaults(t *testing.T) {
	t.Parallel()
	run := func(seed uint64) []int {
		s := ecwidtest.New()
		s.Inject(ecwidtest.Fault{Do: ecwidtest.Status, OneIn: 4, Seed: seed, Times: -1})
		var got []int
		for range 200 {
			got = append(got, send(t, s, "GET", "/profile", "").status)
		}
		return got
	}
	first := run(7)
	if diff := cmp.Diff(first, run(7)); diff != "" {
		t.Errorf("the same seed gave other faults:\n%s", diff)
	}
	if cmp.Equal(first, run(8)) {
		t.Error("another seed gave the same faults")
	}
	failed := 0
	for _, status := range first {
		if status == 500 {
			failed++
		}
	}
	if failed < 30 || failed > 70 {
		t.Errorf("%d of 200 failed, want about 50", failed)
	}
}
