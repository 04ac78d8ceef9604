package rest_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/tillsync/tillsync/internal/rest"
)

// parts is a record with n lists at the fourth level and one above it each.
func parts(n int) string {
	return `{"a":[{"b":[` + strings.Repeat(`[],`, n-1) + `[]]}]}`
}

func TestNestingAndNumberAreCapped(t *testing.T) {
	t.Parallel()
	nested := func(n int) string { return strings.Repeat(`[`, n) + strings.Repeat(`]`, n) }
	tests := map[string]struct {
		body string
		code int
		bad  bool
	}{
		"at the cap":             {nested(200), 200, false},
		"over the cap":           {nested(201), 200, true},
		"objects":                {strings.Repeat(`{"a":`, 201) + "1" + strings.Repeat(`}`, 201), 200, true},
		"after blanks":           {" \r\n\t" + nested(201), 201, true},
		"wide, not deep":         {"[" + strings.Repeat(`[],`, 1000) + "[]]", 200, false},
		"in a string":            {`{"a":"` + nested(300) + `"}`, 200, false},
		"behind a quoted quote":  {`{"a":"\"` + nested(300) + `"}`, 200, false},
		"behind a quoted escape": {`["\\",` + nested(200) + `]`, 200, true},
		"records at the cap":     {"[" + strings.Repeat(`{},`, 19_998) + "{}]", 200, false},
		"too many records":       {"[" + strings.Repeat(`{},`, 19_999) + "{}]", 200, true},
		"too many in a page":     {`{"items":[` + strings.Repeat(`{},`, 20_000) + "{}]}", 200, true},
		"parts at the cap":       {parts(1<<19 - 4), 200, false},
		"too many parts":         {parts(1<<19 - 3), 200, true},
		"many numbers":           {"[" + strings.Repeat(`1,`, 1_000_000) + "1]", 200, false},
		"no JSON":                {"%PDF " + nested(300), 200, false},
		"empty":                  {"", 204, false},
	}
	for name, test := range tests {
		for _, call := range []rest.Call{get(), post()} {
			t.Run(name+" "+call.Method, func(t *testing.T) {
				t.Parallel()
				w := &wire{replies: []reply{status(test.code, test.body)}}
				_, err := newClient(t, w, nil).Do(t.Context(), call)
				if !test.bad {
					if err != nil {
						t.Errorf("error = %v, want none", err)
					}
					return
				}
				f := fail(t, err)
				if !errors.Is(err, rest.ErrBodyTooComplex) || f.Unknown == call.Safe || len(w.requests) != 1 {
					t.Errorf("failure = %+v after %d requests, want ErrBodyTooComplex, unknown for a write", f, len(w.requests))
				}
			})
		}
	}
}
