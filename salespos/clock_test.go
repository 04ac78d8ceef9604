package salespos_test

import (
	"net/http"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/jarcoal/httpmock"

	"github.com/tillsync/tillsync/salespos"
)

// roundTrip is a transport of one function.
type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }

// TestWrongClockOfManyCalls: calls that were signed before the clock was learned
// are repeated too, each of them once.
func TestWrongClockOfManyCalls(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		const calls = 5
		var mu sync.Mutex
		requests := 0
		ahead := func() time.Time { return time.Now().UTC().Add(10 * time.Minute) }
		client, err := salespos.New(shopURL, publicKey, secretKey, salespos.WithTransport(roundTrip(
			func(req *http.Request) (*http.Response, error) {
				mu.Lock()
				requests++
				latency := time.Duration(requests) * time.Second
				mu.Unlock()
				<-time.After(latency)
				resp := httpmock.NewStringResponse(204, "")
				if date, _ := time.Parse(time.RFC3339, req.Header.Get("x-date")); ahead().Sub(date) > 5*time.Minute {
					resp = httpmock.NewStringResponse(401, "{}")
				}
				resp.Header.Set("Date", ahead().Format(http.TimeFormat))
				resp.Header.Set("x-date", signDate)
				resp.Header.Set("x-hash", sign(publicKey, req.Method, req.URL.RequestURI(), "", signDate))
				if resp.StatusCode == 401 {
					resp.Header.Del("x-date")
				}
				return resp, nil
			})))
		if err != nil {
			t.Fatal(err)
		}
		var wg sync.WaitGroup
		for range calls {
			wg.Go(func() {
				if err := client.Products.Delete(t.Context(), 5); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		if requests != 2*calls {
			t.Errorf("%d requests for %d calls, want one more for each", requests, calls)
		}
	})
}
