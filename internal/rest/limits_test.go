package rest_test

import (
	"context"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/internal/limit"
	"github.com/tillsync/tillsync/internal/rest"
)

func TestRetryAfterIsKept(t *testing.T) {
	t.Parallel()
	later := func(d time.Duration) string { return time.Now().Add(d).UTC().Format(http.TimeFormat) }
	tests := map[string]struct {
		reply func() reply
		want  time.Duration // between the first and the second request
	}{
		"seconds": {func() reply { return status(429, "", "Retry-After", "17") }, 17 * time.Second},
		"date":    {func() reply { return status(429, "", "Retry-After", later(40*time.Second)) }, 40 * time.Second},
		"date of another clock": {func() reply {
			return status(429, "", "Retry-After", later(time.Hour+30*time.Second), "Date", later(time.Hour))
		}, 30 * time.Second},
		"none: of the vendor":    {func() reply { return status(429, "") }, time.Minute},
		"unreadable: the vendor": {func() reply { return status(429, "", "Retry-After", "soon") }, time.Minute},
		"negative: the vendor":   {func() reply { return status(429, "", "Retry-After", "-5") }, time.Minute},
		"long past: the vendor":  {func() reply { return status(429, "", "Retry-After", later(-time.Hour)) }, time.Minute},
		"503":                    {func() reply { return status(503, "", "Retry-After", "33") }, 33 * time.Second},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := &wire{replies: []reply{test.reply(), status(200, "{}")}}
				if _, err := newClient(t, w, nil).Do(t.Context(), get()); err != nil {
					t.Fatal(err)
				}
				if got := w.requests[1].at.Sub(w.requests[0].at); got != test.want {
					t.Errorf("the second request went after %v, want %v", got, test.want)
				}
			})
		})
	}
}

func TestAWaitThatIsTooLongIsTheCallers(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		retryAfter string
		maxWait    time.Duration
		timeout    time.Duration
		want       time.Duration
	}{
		"beyond the budget":   {"91", 0, time.Hour, 91 * time.Second},
		"beyond a set budget": {"11", 10 * time.Second, time.Hour, 11 * time.Second},
		"beyond the deadline": {"60", 0, 59 * time.Second, time.Minute},
		"beyond all measure":  {"99999999999999", 0, time.Hour, 24 * time.Hour},
	}
	for name, test := range tests {
		for _, code := range []int{429, 503} {
			t.Run(name+" "+http.StatusText(code), func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					ctx, cancel := context.WithTimeout(t.Context(), test.timeout)
					defer cancel()
					start := time.Now()
					w := &wire{replies: []reply{status(code, "", "Retry-After", test.retryAfter)}}
					client := newClient(t, w, func(cfg *rest.Config) { cfg.MaxWait = test.maxWait })
					_, err := client.Do(ctx, get())
					f := fail(t, err)
					if f.After != test.want || f.Answer.Status != code || f.Attempts != 1 {
						t.Errorf("failure = %+v, want status %d and After = %v", f, code, test.want)
					}
					if got := time.Since(start); got != 0 || len(w.requests) != 1 {
						t.Errorf("%d requests in %v, want one and the answer at once", len(w.requests), got)
					}
				})
			})
		}
	}
}

// The server counts what arrives while it wants to be left alone.
func TestNothingIsSentWhileTheServerCools(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		all   bool
		other time.Duration // when a call on another key goes
	}{
		"one counter":   {false, time.Second},
		"every counter": {true, time.Minute},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := &wire{replies: []reply{status(429, ""), status(200, "{}")}}
				client := newClient(t, w, func(cfg *rest.Config) {
					cfg.Judge = func(rest.Answer) rest.Verdict {
						return rest.Verdict{CoolDown: time.Minute, CoolAll: test.all}
					}
				})
				start := time.Now()
				done := make(chan error)
				do := func(call rest.Call) {
					_, err := client.Do(t.Context(), call)
					done <- err
				}
				go do(post())
				synctest.Wait()
				<-time.After(time.Second)
				for range 5 {
					go do(get())
				}
				other := get()
				other.Key, other.Target = "other", "/other"
				go do(other)
				for range 7 {
					if err := <-done; err != nil {
						t.Error(err)
					}
				}
				for _, r := range w.requests[1:] {
					want := time.Minute
					if r.target == "/api/v3/other" {
						want = test.other
					}
					if got := r.at.Sub(start); got != want {
						t.Errorf("%s %s went after %v, want %v", r.method, r.target, got, want)
					}
				}
			})
		})
	}
}

func TestALongCoolDownSendsOthersAway(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := &wire{replies: []reply{status(429, "", "Retry-After", "3600")}}
		client := newClient(t, w, nil)
		_, err := client.Do(t.Context(), get())
		_ = fail(t, err)
		<-time.After(time.Minute)
		start := time.Now()
		_, err = client.Do(t.Context(), post())
		f := fail(t, err)
		if f.After != 59*time.Minute || f.Attempts != 0 || f.Unknown || len(w.requests) != 1 || time.Since(start) != 0 {
			t.Errorf("failure = %+v with %d requests, want After = 59 minutes at once and no request", f, len(w.requests))
		}
	})
}

func TestA429SlowsItsCounter(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		all  bool
		want int // requests in the minute after the cool-down
	}{
		"its own limit":        {false, 8},
		"limit of the account": {true, 10},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := &wire{replies: []reply{status(429, ""), status(200, "{}")}}
				client := newClient(t, w, func(cfg *rest.Config) {
					cfg.Limiter = limit.New(func(string) limit.Rate { return limit.Rate{Calls: 10, Window: time.Minute} }, rest.DefaultMaxWait)
					cfg.Judge = func(rest.Answer) rest.Verdict {
						return rest.Verdict{CoolDown: 61 * time.Second, CoolAll: test.all}
					}
				})
				for range 12 {
					if _, err := client.Do(t.Context(), get()); err != nil {
						t.Fatal(err)
					}
				}
				got := 0
				for _, r := range w.requests[1:] {
					if r.at.Sub(w.requests[1].at) < time.Minute {
						got++
					}
				}
				if got != test.want {
					t.Errorf("%d requests in the first minute after the refusal, want %d", got, test.want)
				}
			})
		})
	}
}
