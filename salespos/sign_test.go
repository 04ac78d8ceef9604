package salespos_test

import (
	"errors"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/salespos"
)

// TestAnswersAreVerifiedBeforeDecoding: the body is no JSON at all, and the
// error is about the signature.
func TestAnswersAreVerifiedBeforeDecoding(t *testing.T) {
	t.Parallel()
	forged := http.Header{"X-Hash": {strings.Repeat("ab", 64)}}
	cases := map[string]reply{
		"unsigned": {Status: 200, Body: "no JSON", Unsigned: true},
		"tampered": {Status: 200, Body: "no JSON", Header: forged},
		"202":      {Status: 202, Body: "no JSON", Header: forged},
	}
	for name, answer := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			client, shop := serve(t, answer)
			_, err := client.Products.Get(t.Context(), 5)
			checkBadAnswer(t, err, "sign", false)
			if n := len(shop.seen()); n != 1 {
				t.Errorf("got %d requests, want 1: a forged answer is not asked for again", n)
			}
		})
	}
}

// TestForgedSuccessOfWrites: a forged 204 is no proof of success; of a POST it
// is none of failure either.
func TestForgedSuccessOfWrites(t *testing.T) {
	t.Parallel()
	forged := reply{Status: 204, Unsigned: true}
	t.Run("PATCH", func(t *testing.T) {
		t.Parallel()
		client, _ := serve(t, forged)
		checkBadAnswer(t, client.Products.Update(t.Context(), 5, salespos.ProductUpdate{}), "sign", false)
	})
	t.Run("DELETE", func(t *testing.T) {
		t.Parallel()
		client, _ := serve(t, forged)
		checkBadAnswer(t, client.Products.Delete(t.Context(), 5), "sign", false)
	})
	t.Run("POST", func(t *testing.T) {
		t.Parallel()
		client, _ := serve(t, reply{Status: 201, Body: `{"id":5}`, Unsigned: true})
		_, err := client.Orders.Create(t.Context(), salespos.OrderCreate{})
		checkBadAnswer(t, err, "sign", true)
	})
}

func checkBadAnswer(t *testing.T, err error, text string, unknown bool) {
	t.Helper()
	if !errors.Is(err, salespos.ErrBadAnswer) || !strings.Contains(err.Error(), text) {
		t.Errorf("got %v, want ErrBadAnswer that says %q", err, text)
	}
	if got := errors.Is(err, salespos.ErrUnknownOutcome); got != unknown {
		t.Errorf("unknown outcome: got %v, want %v", got, unknown)
	}
}

// TestFreshDate: each attempt has a date and signature of its own.
func TestFreshDate(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		client, shop := serve(t, reply{Status: 429, Body: `{"code":"429.10"}`}, ok(`{"id":5}`))
		if _, err := client.Products.Get(t.Context(), 5); err != nil {
			t.Fatal(err)
		}
		seen := shop.seen()
		if len(seen) != 2 {
			t.Fatalf("got %d requests, want 2", len(seen))
		}
		for _, got := range seen {
			checkHeaders(t, got)
		}
		first, _ := time.Parse(time.RFC3339, seen[0].Header.Get("x-date"))
		second, _ := time.Parse(time.RFC3339, seen[1].Header.Get("x-date"))
		if got := second.Sub(first); got < time.Minute {
			t.Errorf("the second attempt is dated %v after the first, want at least a minute", got)
		}
	})
}

// TestWrongClock: a refusal that shows another time is tried once more at that
// time, which then stays learned.
func TestWrongClock(t *testing.T) {
	t.Parallel()
	for name, status := range map[string]int{"Date": http.StatusUnauthorized, "X-Date": http.StatusForbidden} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				server := time.Now().UTC().Add(-10 * time.Minute)
				value := map[string]string{
					"Date": server.Format(http.TimeFormat), "X-Date": server.Format(time.RFC3339),
				}[name]
				client, shop := serve(t,
					reply{Status: status, Body: "{}", Unsigned: true, Header: http.Header{name: {value}}},
					reply{Status: 204})
				for range 2 {
					if err := client.Products.Delete(t.Context(), 5); err != nil {
						t.Fatal(err)
					}
				}
				seen := shop.seen()
				if len(seen) != 3 {
					t.Fatalf("got %d requests, want 3", len(seen))
				}
				for _, got := range seen[1:] {
					diff(t, server.Format("2006-01-02T15:04:05Z"), got.Header.Get("x-date"))
				}
			})
		})
	}
}

// TestWrongClockCounts: the refusal is one of the requests that were made, and
// a second one is final.
func TestWrongClockCounts(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		early := http.Header{"Date": {time.Now().UTC().Add(-10 * time.Minute).Format(http.TimeFormat)}}
		client, shop := serve(t, reply{Status: 401, Body: "{}", Unsigned: true, Header: early})
		e, ok := errors.AsType[*salespos.APIError](client.Products.Delete(t.Context(), 5))
		if !ok || e.Attempts != 2 || len(shop.seen()) != 2 {
			t.Errorf("got %+v after %d requests, want 2", e, len(shop.seen()))
		}
	})
}

// TestRightClock: a refusal at our own time, or at none, is final.
func TestRightClock(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		for _, header := range []http.Header{nil, {"Date": {time.Now().UTC().Format(http.TimeFormat)}}} {
			client, shop := serve(t, reply{Status: 401, Body: "{}", Unsigned: true, Header: header})
			err := client.Products.Delete(t.Context(), 5)
			if !errors.Is(err, salespos.ErrUnauthorized) {
				t.Errorf("got %v, want ErrUnauthorized", err)
			}
			if n := len(shop.seen()); n != 1 {
				t.Errorf("got %d requests, want 1", n)
			}
		}
	})
}

// TestLanguage: reads and updates name the language, also the PUT of
// translations; creates do not.
func TestLanguage(t *testing.T) {
	t.Parallel()
	s := &shop{replies: []reply{ok(`{"id":5}`), {Status: 204}, {Status: 201, Body: `{"id":5}`}}}
	client := newClient(t, s, salespos.WithLanguage("nl"), salespos.WithProductLine(salespos.WebshopLine))
	_, err := client.Products.Get(t.Context(), 5)
	if err == nil {
		err = client.Products.Update(t.Context(), 5, salespos.ProductUpdate{})
	}
	if err == nil {
		_, err = client.Products.Create(t.Context(), salespos.ProductCreate{})
	}
	if err == nil {
		_, err = client.Do(t.Context(), salespos.Request{Method: "PUT", Path: "/translations", Body: struct{}{}})
	}
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"nl", "nl", "", "nl"} {
		diff(t, want, s.seen()[i].Header.Get("accept-language"))
		diff(t, string(salespos.WebshopLine), s.seen()[i].Header.Get("accept"))
	}
}
