package ecwidtest_test

import (
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

// submit sends a batch and returns its ticket.
func submit(t *testing.T, s *ecwidtest.Server, query, body string) string {
	t.Helper()
	ticket, _ := ok(t, s, "POST", "/batch"+query, body).at("ticket").(string)
	if ticket == "" {
		t.Fatal("no ticket")
	}
	return ticket
}

// statuses lists the outcomes of a batch.
func statuses(a answer) (batch string, entries []string) {
	batch, _ = a.at("status").(string)
	for i := 0; a.at("responses", i) != nil; i++ {
		status, _ := a.at("responses", i, "status").(string)
		entries = append(entries, status)
	}
	return batch, entries
}

func wantBatch(t *testing.T, s *ecwidtest.Server, ticket, batch string, entries ...string) {
	t.Helper()
	a := get(t, s, "/batch?ticket="+ticket)
	gotBatch, got := statuses(a)
	if diff := cmp.Diff(entries, got); gotBatch != batch || diff != "" {
		t.Errorf("got %s, want %s, entries (-want +got):\n%s", gotBatch, batch, diff)
	}
}

const two = `[{"id":"a","path":"/products","method":"POST","body":{"name":"Tea","sku":"T"}},
	{"id":"b","path":"products?sku=T","method":"GET","body":""}]`

func TestBatchRuns(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	ticket := submit(t, s, "", two)
	a := get(t, s, "/batch?ticket="+ticket+"&responseFields=status")
	a.is(`"COMPLETED"`, "status")
	a.is(`2`, "totalRequests")
	a.is(`2`, "completedRequests")
	a.is(`"a"`, "responses", 0, "id")
	a.is(`200`, "responses", 0, "httpStatusCode")
	a.is(`"OK"`, "responses", 0, "httpStatusLine")
	a.is(`1`, "responses", 1, "httpBody", "total")
	a = get(t, s, "/batch?escapedJson=true&ticketId="+ticket)
	a.is("", "responses", 0, "httpBody")
	a.is(`"{\"id\":10000001}"`, "responses", 0, "escapedHttpBody")
	if got := s.Writes(); got != 2 { // the batch and the product
		t.Errorf("got %d writes, want 2", got)
	}
	if r := s.Requests()[1]; r.Batch != ticket || r.Path != "/products" {
		t.Errorf("the inner request was recorded as %+v", r)
	}
}

func TestBatchRefusals(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New(ecwidtest.WithScopes("read_catalog"))
	for _, body := range []string{`{}`, `[1]`, `[{"path":"/x"}]`, `[{"method":"GET","path":"/batch?ticket=1"}]`,
		`[{"method":"GET","path":"/x","body":[]}]`, `[{"method":"GET","path":"/x","more":1}]`} {
		refused(t, s, "POST", "/batch", body, 400, "WRONG_PARAMETER")
	}
	if a := send(t, s, "GET", "/batch?ticket=unknown", ""); a.status != 404 || a.raw != "" {
		t.Errorf("unknown ticket: got %d %q", a.status, a.raw)
	}
	refused(t, s, "POST", "/batch/cancel-group", "", 400, "WRONG_PARAMETER")
	many := "[" + strings.Repeat(`{"method":"GET","path":"/profile"},`, 500) + `{"method":"GET","path":"/profile"}]`
	refused(t, s, "POST", "/batch", many, 400, "WRONG_PARAMETER")
	refused(t, s, "POST", "/batch", two, 403, "INSUFFICIENT_APP_SCOPE")
}

func TestBatchFailures(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	const body = `[{"path":"/products/1","method":"GET"},{"path":"/profile","method":"GET"},{"path":"/x","method":"GET"}]`
	stopped := submit(t, s, "", body)
	wantBatch(t, s, stopped, "COMPLETED", "FAILED", "NOT_EXECUTED", "NOT_EXECUTED")
	a := get(t, s, "/batch?ticket="+stopped)
	a.is(`{"status":"NOT_EXECUTED"}`, "responses", 1)
	a.is(`1`, "completedRequests")
	a.is(`"PRODUCT_NOT_FOUND"`, "responses", 0, "httpBody", "errorCode")
	wantBatch(t, s, submit(t, s, "?stopOnFirstFailure=false", body), "COMPLETED", "FAILED", "COMPLETED", "FAILED")
}

func TestBatchQueue(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := ecwidtest.New(ecwidtest.WithBatchStep(time.Second))
		first := submit(t, s, "?groupId=g", two)
		second := submit(t, s, "?groupId=g", two)
		wantBatch(t, s, first, "QUEUED")
		sleep(t, time.Second)
		wantBatch(t, s, first, "IN_PROGRESS", "COMPLETED")
		wantBatch(t, s, second, "QUEUED")
		get(t, s, "/batch?status=QUEUED").is(`"`+second+`"`, "items", 0, "ticket")
		sleep(t, 2*time.Second)
		wantBatch(t, s, first, "COMPLETED", "COMPLETED", "COMPLETED")
		wantBatch(t, s, second, "COMPLETED", "FAILED", "NOT_EXECUTED") // the SKU is taken by now
		third := submit(t, s, "?groupId=g", two)
		ok(t, s, "POST", "/batch/cancel-group?groupId=g", "").is(`{"updateCount":1}`)
		wantBatch(t, s, third, "COMPLETED", "NOT_EXECUTED", "NOT_EXECUTED")
		sleep(t, 24*time.Hour)
		if a := send(t, s, "GET", "/batch?ticket="+first, ""); a.status != 404 {
			t.Errorf("an old ticket: got %d", a.status)
		}
	})
}

// A request of a batch is dated when it was due, not when somebody looked.
func TestBatchIsDatedWhenDue(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := ecwidtest.New(ecwidtest.WithBatchStep(time.Second))
		submit(t, s, "", two)
		sleep(t, time.Hour)
		get(t, s, "/products").is(`"2000-01-01 00:00:01 +0000"`, "items", 0, "created")
	})
}

func TestBatchParallel(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := ecwidtest.New(ecwidtest.WithBatchStep(time.Second), ecwidtest.WithoutLimits())
		body := "[" + strings.Repeat(`{"path":"/products","method":"POST","body":{"name":"Tea"}},`, 149) +
			`{"path":"/products","method":"POST","body":{"name":"Tea"}}]`
		ticket := submit(t, s, "?allowParallelMode=true", body)
		sleep(t, time.Second)
		get(t, s, "/batch?ticket="+ticket).is(`100`, "completedRequests")
		sleep(t, time.Second)
		a := get(t, s, "/batch?ticket="+ticket)
		a.is(`"COMPLETED"`, "status")
		if a.at("responses", 0, "httpBody", "id") == a.at("responses", 1, "httpBody", "id") {
			t.Error("two requests made one product")
		}
		inOrder := true
		for i := range 99 {
			one, _ := a.at("responses", i, "httpBody", "id").(interface{ String() string })
			next, _ := a.at("responses", i+1, "httpBody", "id").(interface{ String() string })
			inOrder = inOrder && one.String() < next.String()
		}
		if inOrder {
			t.Error("parallel mode kept the order")
		}
	})
}

func TestBatchDeduplication(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := ecwidtest.New()
		first := submit(t, s, "?deduplicationKey=k", two)
		sleep(t, time.Hour-1)
		if again := submit(t, s, "?deduplicationKey=k", `[]`); again != first {
			t.Error("the key did not give the first ticket")
		}
		if again := submit(t, s, "?deduplicationKey=other", `[]`); again == first {
			t.Error("another key gave the first ticket")
		}
		if got := len(s.Docs("products")); got != 1 {
			t.Errorf("got %d products, want 1", got)
		}
		sleep(t, 1)
		if again := submit(t, s, "?deduplicationKey=k", `[]`); again == first {
			t.Error("the key is known for more than an hour")
		}
	})
}

func TestBatchRepeatsServerErrors(t *testing.T) {
	t.Parallel()
	const body = `[{"path":"/profile","method":"GET"},{"path":"/classes","method":"GET"}]`
	for name, kind := range map[string]ecwidtest.FaultKind{
		"status": ecwidtest.Status, "time-out": ecwidtest.TimeoutBefore,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				s := ecwidtest.New()
				s.Inject(ecwidtest.Fault{Path: "/profile", Do: kind, Times: 5})
				ticket := submit(t, s, "?stopOnFirstFailure=false", body)
				sleep(t, 15*time.Second-1)
				wantBatch(t, s, ticket, "QUEUED")
				sleep(t, 1)
				wantBatch(t, s, ticket, "COMPLETED", "COMPLETED", "COMPLETED")
				if got := s.Count("GET", "/profile"); got != 6 {
					t.Errorf("got %d attempts, want 6", got)
				}
				s.Inject(ecwidtest.Fault{Path: "/profile", Do: kind, Times: 6})
				ticket = submit(t, s, "?stopOnFirstFailure=false", body)
				sleep(t, 15*time.Second)
				wantBatch(t, s, ticket, "COMPLETED", "FAILED", "COMPLETED")
				s.Inject(ecwidtest.Fault{Path: "/profile", Do: kind})
				ticket = submit(t, s, "", body) // one that stops repeats nothing
				wantBatch(t, s, ticket, "COMPLETED", "FAILED", "NOT_EXECUTED")
			})
		})
	}
}

func TestBatchCallsCount(t *testing.T) {
	t.Parallel()
	calls := "[" + strings.Repeat(`{"path":"/profile","method":"GET"},`, 9) + `{"path":"/profile","method":"GET"}]`
	for _, tt := range []struct {
		options []ecwidtest.Option
		want    int
	}{{nil, 7}, {[]ecwidtest.Option{ecwidtest.With(ecwidtest.BatchCallsFree)}, 10}} {
		s := ecwidtest.New(append(tt.options, ecwidtest.WithLimits(8))...)
		_ = submit(t, s, "?stopOnFirstFailure=false", calls)
		n := 0
		for _, r := range s.Requests() {
			if r.Batch != "" && r.Status == http.StatusOK {
				n++
			}
		}
		if n != tt.want {
			t.Errorf("got %d answered requests, want %d", n, tt.want)
		}
	}
}
