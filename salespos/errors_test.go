package salespos_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/salespos"
)

// kinds are all kinds of errors, to see that an error has no other ones.
func kinds() map[string]error {
	return map[string]error{
		"NotFound": salespos.ErrNotFound, "Conflict": salespos.ErrConflict,
		"Unauthorized": salespos.ErrUnauthorized, "Forbidden": salespos.ErrForbidden,
		"RateLimited": salespos.ErrRateLimited, "Unavailable": salespos.ErrUnavailable,
		"UnknownOutcome": salespos.ErrUnknownOutcome, "Invalid": salespos.ErrInvalid,
		"ProductLimit": salespos.ErrProductLimit, "BadAnswer": salespos.ErrBadAnswer,
	}
}

// checkKinds compares the kinds of err with a list of names.
func checkKinds(t *testing.T, err error, want string) {
	t.Helper()
	wanted := make(map[string]bool)
	for _, name := range strings.Fields(want) {
		wanted[name] = true
	}
	for name, kind := range kinds() {
		if got := errors.Is(err, kind); got != wanted[name] {
			t.Errorf("%v: is %s: got %v, want %v", err, name, got, wanted[name])
		}
	}
}

// fault is the error body of a code.
func fault(status int, code string) reply {
	body := fmt.Sprintf(`{"status":%d,"code":%q,"developermessage":"because"}`, status, code)
	return reply{Status: status, Body: body, Unsigned: true}
}

func TestClassification(t *testing.T) {
	t.Parallel()
	plain := func(status int, body string) reply { return reply{Status: status, Body: body, Unsigned: true} }
	cases := []struct {
		name   string
		answer reply
		// read, create and update are the kinds for GET, POST and PATCH, tries
		// the requests made for each.
		read, create, update string
		tries                [3]int
	}{
		{"404", plain(404, "<html>"), "NotFound", "NotFound", "NotFound", [3]int{1, 1, 1}},
		{"404.20", fault(404, "404.20"), "NotFound", "NotFound", "NotFound", [3]int{1, 1, 1}},
		{"500.24", fault(500, "500.24"), "NotFound", "NotFound", "NotFound", [3]int{1, 1, 1}},
		{"401", plain(401, "{}"), "Unauthorized", "Unauthorized", "Unauthorized", [3]int{1, 1, 1}},
		{"403", plain(403, ""), "Unauthorized Forbidden", "Unauthorized Forbidden", "Unauthorized Forbidden", [3]int{1, 1, 1}},
		{"405.10", fault(405, "405.10"), "Unauthorized", "Unauthorized", "Unauthorized", [3]int{1, 1, 1}},
		{"409", plain(409, "{}"), "Conflict", "Conflict", "Conflict", [3]int{1, 1, 1}},
		{"500.40", fault(500, "500.40"), "Conflict", "Conflict", "Conflict", [3]int{1, 1, 1}},
		{"500.50", fault(500, "500.50"), "Invalid", "Invalid", "", [3]int{1, 1, 1}},
		{"500.60", fault(500, "500.60"), "ProductLimit", "ProductLimit", "ProductLimit", [3]int{1, 1, 1}},
		{"500.20", fault(500, "500.20"), "Invalid", "Invalid UnknownOutcome", "Invalid UnknownOutcome", [3]int{1, 1, 1}},
		{"500.70", fault(500, "500.70"), "Invalid", "Invalid", "Invalid", [3]int{1, 1, 1}},
		{"501.10", fault(501, "501.10"), "Invalid", "Invalid", "Invalid", [3]int{1, 1, 1}},
		{"400", plain(400, `{"developermessage":"because"}`), "Invalid", "Invalid", "Invalid", [3]int{1, 1, 1}},
		{"302", plain(302, ""), "Invalid", "Invalid UnknownOutcome", "Invalid", [3]int{1, 1, 1}},
		{"429", plain(429, "slow down"), "RateLimited", "RateLimited", "RateLimited", [3]int{3, 3, 3}},
		{"429.11", fault(429, "429.11"), "RateLimited", "RateLimited", "RateLimited", [3]int{3, 3, 3}},
		{"500", plain(500, "oops"), "Unavailable", "Unavailable UnknownOutcome", "Unavailable", [3]int{3, 1, 3}},
		{"502", plain(502, "<html>bad gateway"), "Unavailable", "Unavailable UnknownOutcome", "Unavailable", [3]int{3, 1, 3}},
		{"503 null code", plain(503, `{"code":null}`), "Unavailable", "Unavailable UnknownOutcome", "Unavailable", [3]int{3, 1, 3}},
		{"broken connection", reply{Err: io.ErrUnexpectedEOF}, "Unavailable", "Unavailable UnknownOutcome", "Unavailable", [3]int{3, 1, 3}},
		{
			"refused connection", reply{Err: &net.OpError{Op: "dial", Err: errors.New("connection refused")}},
			"Unavailable", "Unavailable", "Unavailable", [3]int{3, 3, 3},
		},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				for i, do := range []func(*salespos.Client) error{readOne, createOne, updateOne} {
					s := &shop{replies: []reply{tc.answer}}
					err := do(newClient(t, s, salespos.WithAttempts(3)))
					checkKinds(t, err, []string{tc.read, tc.create, tc.update}[i])
					if got := len(s.seen()); got != tc.tries[i] {
						t.Errorf("%v: got %d requests, want %d", err, got, tc.tries[i])
					}
				}
			})
		})
	}
}

func readOne(c *salespos.Client) error {
	_, err := c.Products.Get(context.Background(), 5)
	return err
}

func createOne(c *salespos.Client) error {
	_, err := c.Products.Create(context.Background(), salespos.ProductCreate{Name: "x"})
	return err
}

func updateOne(c *salespos.Client) error {
	return c.Products.Update(context.Background(), 5, salespos.ProductUpdate{Name: salespos.Set("x")})
}

func TestErrorText(t *testing.T) {
	t.Parallel()
	client, _ := serve(t, reply{
		Status: 500, Unsigned: true,
		Body: `{"status":500,"code":500.4,"developermessage":"property\n already exists","more":[1]}`,
	})
	_, err := client.Orders.Create(t.Context(), salespos.OrderCreate{})
	if want := "salespos: POST /orders: 500 500.40: property already exists"; err.Error() != want {
		t.Errorf("got %q, want %q", err, want)
	}
	e, ok := errors.AsType[*salespos.APIError](err)
	if !ok {
		t.Fatalf("got %T, want *APIError", err)
	}
	diff(t, "500.40", e.Code)
	diff(t, "POST /orders", e.Op)
	diff(t, 1, e.Attempts)
	if e.Retryable() {
		t.Error("a conflict is said to be retryable")
	}
}

// TestLoggedCode: what stands where a code should is cut and without line
// breaks in logs too.
func TestLoggedCode(t *testing.T) {
	t.Parallel()
	e := &salespos.APIError{Code: strings.Repeat("a\n", 1000)}
	for _, attr := range e.LogValue().Group() {
		if text := attr.Value.String(); attr.Key == "code" && (len(text) > 310 || strings.Contains(text, "\n")) {
			t.Errorf("got %d characters: %q", len(text), text[:20])
		}
	}
}

// TestErrorBodyIsCapped keeps a huge error page out of memory.
func TestErrorBodyIsCapped(t *testing.T) {
	t.Parallel()
	client, _ := serve(t, reply{Status: 400, Body: strings.Repeat("x", 1<<20), Unsigned: true})
	e, ok := errors.AsType[*salespos.APIError](readOne(client))
	if !ok || len(e.Body) != 64<<10 {
		t.Errorf("got %v with a body of %d bytes, want 65536", ok, len(e.Body))
	}
}

// TestOddErrorBodies: what is wrong with one key hides no other.
func TestOddErrorBodies(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]string{
		`{"code":"500.24","developermessage":{"nl":"weg"}}`: "500.24",
		`{"code":429.1}`:   "429.10",
		`{"code":"429.1"}`: "429.1",
		`{"code":500.24}`:  "500.24",
		`{"code":{"a":1}}`: "",
		`{"code":[]}`:      "",
		`[{"code":"1"}]`:   "",
		`"500.24"`:         "",
		`{"code":"500.24"`: "",
	} {
		t.Run(body, func(t *testing.T) {
			t.Parallel()
			client, _ := serve(t, reply{Status: 400, Body: body, Unsigned: true})
			e, ok := errors.AsType[*salespos.APIError](readOne(client))
			if !ok || e.Code != want {
				t.Errorf("got code %q, want %q", e.Code, want)
			}
		})
	}
}

// TestUnknownOutcome: a create that got no usable answer is sent once.
func TestUnknownOutcome(t *testing.T) {
	t.Parallel()
	for name, answer := range map[string]reply{
		"no body":     {Status: 204},
		"200 no body": {Status: 200},
		"null":        {Status: 201, Body: "null"},
		"no id":       {Status: 201, Body: `{"href":"x"}`},
		"no JSON":     {Status: 201, Body: `<html>`},
		"cut off":     {Status: 201, Body: `{"id":5,"name":"x`},
		"wrong type":  {Status: 201, Body: `{"id":5,"name":{"a":1}}`},
		"time-out":    {Err: context.DeadlineExceeded},
		"broken":      {Err: io.ErrUnexpectedEOF},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			client, shop := serve(t, answer)
			err := createOne(client)
			if !errors.Is(err, salespos.ErrUnknownOutcome) {
				t.Errorf("got %v, want ErrUnknownOutcome", err)
			}
			if e, ok := errors.AsType[*salespos.APIError](err); !ok || !e.Unknown || e.Retryable() {
				t.Errorf("got %+v, want unknown and not retryable", e)
			}
			if n := len(shop.seen()); n != 1 {
				t.Errorf("got %d requests, want 1", n)
			}
		})
	}
}

// TestMailIsNotRepeated: an update that mails the shopper is sent once.
func TestMailIsNotRepeated(t *testing.T) {
	t.Parallel()
	for mail, want := range map[bool]int{true: 1, false: 4} {
		t.Run(fmt.Sprint(mail), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				client, shop := serve(t, reply{Status: 503, Unsigned: true})
				err := client.Orders.Update(t.Context(), 5, salespos.OrderUpdate{Mail: salespos.Set(mail)})
				if got := errors.Is(err, salespos.ErrUnknownOutcome); got != mail {
					t.Errorf("unknown outcome: got %v, want %v", got, mail)
				}
				if n := len(shop.seen()); n != want {
					t.Errorf("got %d requests, want %d", n, want)
				}
			})
		})
	}
}

// TestCoolDown: 429.10 stops one resource and verb, 429.11 everything.
func TestCoolDown(t *testing.T) {
	t.Parallel()
	for code, want := range map[string]time.Duration{"429.10": 0, "429.11": time.Minute} {
		t.Run(code, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				s := &shop{replies: []reply{fault(429, code), ok(`{"id":5}`)}}
				client := newClient(t, s, salespos.WithAttempts(1))
				err := readOne(client)
				checkKinds(t, err, "RateLimited")
				if e, _ := errors.AsType[*salespos.APIError](err); e.RetryAfter() != time.Minute || !e.Retryable() {
					t.Errorf("got %v and %v, want a minute and retryable", e.RetryAfter(), e.Retryable())
				}
				start := time.Now()
				if _, err := client.Orders.Get(t.Context(), 5); err != nil {
					t.Fatal(err)
				}
				diff(t, want, time.Since(start))
				if err := readOne(client); err != nil {
					t.Fatal(err)
				}
				diff(t, time.Minute, time.Since(start))
			})
		})
	}
}

// TestLongCoolDown: a wait of an hour is the caller's business. Until it is over
// calls fail at once and send nothing.
func TestLongCoolDown(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		limited := fault(429, "429.11")
		limited.Header = http.Header{"Retry-After": {"3600"}}
		client, shop := serve(t, limited)
		start := time.Now()
		for range 2 {
			err := readOne(client)
			checkKinds(t, err, "RateLimited")
			if e, _ := errors.AsType[*salespos.APIError](err); e.RetryAfter() != time.Hour {
				t.Errorf("got %v, want an hour", e.RetryAfter())
			}
		}
		diff(t, time.Duration(0), time.Since(start))
		diff(t, 1, len(shop.seen()))
	})
}

// TestRates: each verb of each resource has its own count of calls.
func TestRates(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := &shop{replies: []reply{ok(`{"id":5,"href":"x","items":[]}`)}}
		client := newClient(t, s, salespos.WithRates(salespos.Rates{Get: 2}))
		calls := []func() error{
			func() error { return readOne(client) },
			func() error { _, err := client.Products.List(t.Context(), nil); return err },
			func() error { _, err := client.AttributeCombinations.List(t.Context(), 5); return err },
			func() error { return client.Products.Delete(t.Context(), 5) },
			func() error { return readOne(client) },
		}
		start := time.Now()
		for i, call := range calls {
			if err := call(); err != nil {
				t.Fatal(err)
			}
			want := time.Duration(0)
			if i == len(calls)-1 {
				want = time.Minute // the third GET of products
			}
			diff(t, want, time.Since(start).Truncate(time.Second))
		}
	})
}

// TestCancelled: the caller's own end says nothing about the server.
func TestCancelled(t *testing.T) {
	t.Parallel()
	client, shop := serve(t, ok(`{"id":5}`))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := client.Products.Get(ctx, 5)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
	checkKinds(t, err, "")
	if n := len(shop.seen()); n != 0 {
		t.Errorf("got %d requests, want 0", n)
	}
}

// TestWrongRecord: an answer about something else is none.
func TestWrongRecord(t *testing.T) {
	t.Parallel()
	for name, body := range map[string]string{
		"other id":     `{"id":6}`,
		"error in 200": `{"status":500,"code":"500.24"}`,
		"empty":        ``,
		"list":         `[]`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			client, _ := serve(t, ok(body))
			checkKinds(t, readOne(client), "BadAnswer")
		})
	}
}

// TestNoID: nothing is sent without a proper id.
func TestNoID(t *testing.T) {
	t.Parallel()
	client, shop := serve(t, reply{Status: http.StatusNoContent})
	for _, id := range []salespos.ProductID{0, -1} {
		checkKinds(t, client.Products.Delete(t.Context(), id), "Invalid")
		_, err := collect(client.ProductAttributeValues.All(t.Context(), id, nil))
		checkKinds(t, err, "Invalid")
	}
	if n := len(shop.seen()); n != 0 {
		t.Errorf("got %d requests, want 0", n)
	}
}
