package ecwidtest_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

// answer is one reply of the fake.
type answer struct {
	t      testing.TB
	status int
	header http.Header
	raw    string
}

// send makes one hand-written request as the store's app.
func send(t testing.TB, s *ecwidtest.Server, method, path, body string) answer {
	t.Helper()
	a, err := try(t.Context(), s, method, path, body)
	if err != nil {
		t.Fatalf("%s %s: %v", method, path, err)
	}
	a.t = t
	return a
}

func try(ctx context.Context, s *ecwidtest.Server, method, path, body string) (answer, error) {
	url := fmt.Sprintf("https://app.ecwid.com/api/v3/%d%s", s.StoreID(), path)
	req, err := http.NewRequestWithContext(ctx, method, url, strings.NewReader(body))
	if err != nil {
		return answer{}, err
	}
	req.Header.Set("Authorization", "Bearer "+s.Token())
	if body != "" {
		req.Header.Set("Content-Type", "application/json;charset=utf-8")
	}
	return do(s.Transport(), req)
}

func do(rt http.RoundTripper, req *http.Request) (answer, error) {
	resp, err := rt.RoundTrip(req)
	if err != nil {
		return answer{}, err
	}
	defer func() { _ = resp.Body.Close() }()
	raw, err := io.ReadAll(resp.Body)
	return answer{status: resp.StatusCode, header: resp.Header, raw: string(raw)}, err
}

// ok sends and expects 200.
func ok(t testing.TB, s *ecwidtest.Server, method, path, body string) answer {
	t.Helper()
	a := send(t, s, method, path, body)
	if a.status != http.StatusOK {
		t.Fatalf("%s %s %s: got %d %s", method, path, body, a.status, a.raw)
	}
	return a
}

func get(t testing.TB, s *ecwidtest.Server, path string) answer {
	t.Helper()
	return ok(t, s, http.MethodGet, path, "")
}

// refused sends and expects an error reply with a status and code.
func refused(t testing.TB, s *ecwidtest.Server, method, path, body string, status int, code string) {
	t.Helper()
	a := send(t, s, method, path, body)
	got, _ := a.at("errorCode").(string)
	if a.status != status || got != code {
		t.Errorf("%s %s %s: got %d %s, want %d %q", method, path, body, a.status, a.raw, status, code)
	}
	if a.at("errorMessage") == nil {
		t.Errorf("%s %s: the error has no message: %s", method, path, a.raw)
	}
}

// at walks into the body: names for objects, numbers for lists. A missing key
// gives nil.
func (a answer) at(path ...any) any {
	var v any
	dec := json.NewDecoder(strings.NewReader(a.raw))
	dec.UseNumber()
	if err := dec.Decode(&v); err != nil {
		if a.t != nil {
			a.t.Helper()
			a.t.Fatalf("body %q: %v", a.raw, err)
		}
		return nil
	}
	for _, p := range path {
		switch p := p.(type) {
		case string:
			o, _ := v.(map[string]any)
			v = o[p]
		case int:
			list, _ := v.([]any)
			if p >= len(list) {
				return nil
			}
			v = list[p]
		}
	}
	return v
}

// is compares a value of the body, written as JSON; "" means that the key is
// absent.
func (a answer) is(want string, path ...any) {
	a.t.Helper()
	got := a.at(path...)
	if want == "" {
		if got != nil {
			a.t.Errorf("%v: got %v, want it absent", path, got)
		}
		return
	}
	var w any
	dec := json.NewDecoder(strings.NewReader(want))
	dec.UseNumber()
	if err := dec.Decode(&w); err != nil {
		a.t.Fatalf("want %q: %v", want, err)
	}
	if diff := cmp.Diff(w, got); diff != "" {
		a.t.Errorf("%v of %s (-want +got):\n%s", path, a.raw, diff)
	}
}

func (a answer) id() int64 {
	a.t.Helper()
	n, _ := a.at("id").(json.Number)
	id, err := n.Int64()
	if err != nil {
		a.t.Fatalf("no id in %s", a.raw)
	}
	return id
}

// ids lists the ids of an envelope.
func (a answer) ids() []int64 {
	var out struct{ Items []struct{ ID int64 } }
	if err := json.Unmarshal([]byte(a.raw), &out); err != nil {
		a.t.Fatalf("body %q: %v", a.raw, err)
	}
	ids := []int64{}
	for _, item := range out.Items {
		ids = append(ids, item.ID)
	}
	return ids
}

func wantIDs(t *testing.T, a answer, want ...int64) {
	t.Helper()
	if want == nil {
		want = []int64{}
	}
	if diff := cmp.Diff(want, a.ids()); diff != "" {
		t.Errorf("ids (-want +got):\n%s", diff)
	}
}

func path(format string, args ...any) string { return fmt.Sprintf(format, args...) }
