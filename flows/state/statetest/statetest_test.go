package statetest

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/flows/state/memstate"
)

// recorder is a probe that keeps failures instead of failing the test.
type recorder struct{ failures []string }

func (r *recorder) Helper() {}

func (r *recorder) Errorf(format string, args ...any) {
	r.failures = append(r.failures, fmt.Sprintf(format, args...))
}

func (r *recorder) Fatalf(format string, args ...any) {
	r.Errorf(format, args...)
	runtime.Goexit()
}

// try runs one case on a store and returns what it complains about. The case
// gets a goroutine of its own, which Fatalf can end.
func try(t *testing.T, c testCase, store state.Store) []string {
	t.Helper()
	r := &recorder{}
	done := make(chan struct{})
	go func() {
		defer close(done)
		c.run(&check{probe: r, Store: store, ctx: t.Context()})
	}()
	<-done
	return r.failures
}

func TestSuiteIsLarge(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, c := range cases() {
		if seen[c.name] {
			t.Errorf("two cases are called %q", c.name)
		}
		seen[c.name] = true
	}
	if len(seen) < 60 {
		t.Errorf("got %d cases, want at least 60", len(seen))
	}
}

func TestSoundStorePasses(t *testing.T) {
	t.Parallel()
	for _, c := range cases() {
		for _, failure := range try(t, c, memstate.New()) {
			t.Errorf("%s: %s", c.name, failure)
		}
	}
}

// TestBrokenStoresAreRejected breaks a sound store in one way at a time. The case
// that is meant to see it must do so.
func TestBrokenStoresAreRejected(t *testing.T) {
	t.Parallel()
	byName := map[string]testCase{}
	for _, c := range cases() {
		byName[c.name] = c
	}
	for _, b := range broken() {
		t.Run(b.name, func(t *testing.T) {
			t.Parallel()
			c, ok := byName[b.by]
			if !ok {
				t.Fatalf("no case is called %q", b.by)
			}
			if len(try(t, c, b.breaks(memstate.New()))) == 0 {
				t.Errorf("not rejected by %q", b.by)
			}
		})
	}
	if n := len(broken()); n < 12 {
		t.Errorf("got %d broken stores, want at least 12", n)
	}
}

func TestMissingPartsAreSkipped(t *testing.T) {
	t.Parallel()
	for _, c := range cases() {
		if c.served(state.Store{}) {
			t.Errorf("%q would run on a store without parts", c.name)
		}
		if !c.served(memstate.New()) {
			t.Errorf("%q would not run on a whole store", c.name)
		}
		if _, _, ok := strings.Cut(c.name, "/"); !ok {
			t.Errorf("%q does not name its part", c.name)
		}
	}
}
