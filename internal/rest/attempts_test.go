package rest_test

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/internal/rest"
)

// errDial is what a transport says when nobody listens.
var errDial = &net.OpError{Op: "dial", Net: "tcp", Err: errors.New("connection refused")}

func TestWhatIsRepeated(t *testing.T) {
	t.Parallel()
	const all = 4 // attempts
	tests := map[string]struct {
		reply        reply
		safe, unsafe int  // requests for either kind of call
		unknown      bool // for the unsafe one
		is           error
	}{
		"429":                       {status(429, ""), all, all, false, nil},
		"429 with a cut-off body":   {cutOff(429), all, all, false, nil},
		"no connection":             {broken(errDial), all, all, false, errDial},
		"broken connection":         {broken(io.ErrUnexpectedEOF), all, 1, true, io.ErrUnexpectedEOF},
		"connection reset":          {broken(&net.OpError{Op: "read", Err: errors.New("reset")}), all, 1, true, nil},
		"time-out":                  {silent, all, 1, true, rest.ErrTimeout},
		"cut-off answer":            {cutOff(200), all, 1, true, io.ErrUnexpectedEOF},
		"5xx that may pass":         {status(503, ""), all, 1, true, nil},
		"5xx of our own making":     {status(500, "coded"), 1, 1, false, nil},
		"4xx":                       {status(404, ""), 1, 1, false, nil},
		"other status":              {status(304, ""), 1, 1, false, nil},
		"server we do not trust":    {broken(&tls.CertificateVerificationError{Err: errors.New("expired")}), 1, 1, true, nil},
		"refused before it left":    {broken(&rest.Refused{Err: io.ErrNoProgress}), 1, 1, false, io.ErrNoProgress},
		"refused answer":            {broken(&rest.Refused{Err: io.ErrNoProgress, Sent: true}), 1, 1, true, io.ErrNoProgress},
		"answer larger than agreed": {status(200, strings.Repeat("x", maxBody+1)), 1, 1, true, rest.ErrBodyTooLarge},
	}
	for name, test := range tests {
		for _, call := range []rest.Call{get(), post()} {
			t.Run(name+" "+call.Method, func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					w := &wire{replies: []reply{test.reply}}
					client := newClient(t, w, func(cfg *rest.Config) { cfg.MaxBody = maxBody })
					_, err := client.Do(t.Context(), call)
					f := fail(t, err)
					want, unknown := test.safe, false
					if !call.Safe {
						want, unknown = test.unsafe, test.unknown
					}
					if len(w.requests) != want || f.Attempts != want {
						t.Errorf("%d requests and Attempts = %d, want %d", len(w.requests), f.Attempts, want)
					}
					if f.Unknown != unknown {
						t.Errorf("Unknown = %t, want %t", f.Unknown, unknown)
					}
					if test.is != nil && !errors.Is(err, test.is) {
						t.Errorf("error = %v, want %v", err, test.is)
					}
				})
			})
		}
	}
}

func TestARepeatedCallSendsTheSameAgain(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := &wire{replies: []reply{status(429, ""), broken(errDial), status(201, `{"id":1}`)}}
		call := post()
		call.Header = http.Header{"X-Key": {"v"}}
		answer, err := newClient(t, w, nil).Do(t.Context(), call)
		if err != nil || answer.Attempts != 3 {
			t.Fatalf("answer = %+v, %v, want success at the third attempt", answer, err)
		}
		for i, got := range w.requests {
			if got.body != `{"a":1}` || got.target != "/api/v3/orders" || got.header.Get("X-Key") != "v" {
				t.Errorf("request %d = %+v", i+1, got)
			}
		}
	})
}

func TestUnknownComesFromTheLastAttempt(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := &wire{replies: []reply{status(429, ""), broken(io.EOF)}}
		_, err := newClient(t, w, nil).Do(t.Context(), post())
		if f := fail(t, err); !f.Unknown || f.Attempts != 2 || f.Answer != nil {
			t.Errorf("failure = %+v, want Unknown after 2 attempts", f)
		}
	})
}

// The key of a call protects this call alone: what came of it is unknown to a
// caller who has no other, also when the last attempt surely did nothing.
func TestAKeyedCallIsRepeatedAndUnknown(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		replies  []reply
		requests int
		unknown  bool
	}{
		"broken, then no connection": {[]reply{broken(io.EOF), broken(errDial)}, 4, true},
		"5xx, then refused":          {[]reply{status(503, ""), status(429, "")}, 4, true},
		"no connection":              {[]reply{broken(errDial)}, 4, false},
		"429":                        {[]reply{status(429, "")}, 4, false},
		"refused":                    {[]reply{status(400, "")}, 1, false},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := &wire{replies: test.replies}
				call := post()
				call.Safe, call.Keyed = true, true
				_, err := newClient(t, w, nil).Do(t.Context(), call)
				if f := fail(t, err); f.Unknown != test.unknown || len(w.requests) != test.requests {
					t.Errorf("failure = %+v after %d requests, want %d and Unknown = %t", f, len(w.requests), test.requests, test.unknown)
				}
			})
		})
	}
}

func TestTheVerdictDecides(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var seen []int
		w := &wire{replies: []reply{status(401, "clock"), status(200, "{}")}}
		client := newClient(t, w, func(cfg *rest.Config) {
			cfg.Judge = func(a rest.Answer) rest.Verdict {
				seen = append(seen, a.Attempts)
				return rest.Verdict{Retry: string(a.Body) == "clock", Untouched: true}
			}
		})
		answer, err := client.Do(t.Context(), post())
		if err != nil || answer.Attempts != 2 {
			t.Errorf("answer = %+v, %v, want success at the second attempt", answer, err)
		}
		if len(seen) != 1 || seen[0] != 1 {
			t.Errorf("judged attempts %v, want [1]: a success is not judged", seen)
		}
	})
}

func TestBackOffGrowsWithJitterAndACap(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := &wire{replies: []reply{status(503, "")}}
		client := newClient(t, w, func(cfg *rest.Config) { cfg.MaxAttempts = 14 })
		_, err := client.Do(t.Context(), get())
		_ = fail(t, err)
		full := 500 * time.Millisecond
		whole := 0
		for i := 1; i < len(w.requests); i++ {
			got := w.requests[i].at.Sub(w.requests[i-1].at)
			if got < full/2 || got > full {
				t.Errorf("pause %d = %v, want %v to %v", i, got, full/2, full)
			}
			if got == full/2 {
				whole++
			}
			full = min(2*full, 30*time.Second)
		}
		if whole > 1 {
			t.Errorf("%d of 13 pauses have no jitter", whole)
		}
	})
}

func TestTheCallersTimeEndsEveryWait(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		reply reply
		call  rest.Call
		// after is when the caller gives up.
		after    time.Duration
		attempts int
		unknown  bool
	}{
		"safe request under way":   {silent, get(), 3 * time.Second, 1, false},
		"unsafe request under way": {silent, post(), 3 * time.Second, 1, true},
		"between two attempts":     {broken(errDial), post(), 100 * time.Millisecond, 1, false},
		"in a cool-down":           {status(429, ""), post(), 30 * time.Second, 1, false},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				time.AfterFunc(test.after, cancel)
				start := time.Now()
				w := &wire{replies: []reply{test.reply}}
				_, err := newClient(t, w, nil).Do(ctx, test.call)
				f := fail(t, err)
				if !errors.Is(err, context.Canceled) || time.Since(start) != test.after {
					t.Errorf("error = %v after %v, want the cancellation after %v", err, time.Since(start), test.after)
				}
				if f.Attempts != test.attempts || f.Unknown != test.unknown {
					t.Errorf("failure = %+v, want %d attempts, Unknown = %t", f, test.attempts, test.unknown)
				}
			})
		})
	}
}

func TestATimeoutOfAnAttemptIsNotTheCallersDeadline(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		_, err := newClient(t, &wire{replies: []reply{silent}}, nil).Do(t.Context(), post())
		if errors.Is(err, context.DeadlineExceeded) || !errors.Is(err, rest.ErrTimeout) {
			t.Errorf("error = %v, want ErrTimeout and not the deadline of the caller", err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		_, err = newClient(t, &wire{replies: []reply{silent}}, nil).Do(ctx, post())
		if !errors.Is(err, context.DeadlineExceeded) || errors.Is(err, rest.ErrTimeout) {
			t.Errorf("error = %v, want the deadline of the caller", err)
		}
	})
}

// A time-out before there was a connection is no unknown outcome: nothing left.
func TestATimeoutWithoutAConnectionIsRepeated(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var dials atomic.Int32
		transport := &http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
			dials.Add(1)
			<-ctx.Done()
			return nil, ctx.Err()
		}}
		defer transport.CloseIdleConnections()
		_, err := newClient(t, transport, nil).Do(t.Context(), post())
		if f := fail(t, err); f.Unknown || f.Attempts != 4 || dials.Load() != 4 {
			t.Errorf("failure = %+v after %d dials, want 4 attempts and nothing unknown", f, dials.Load())
		}
	})
}
