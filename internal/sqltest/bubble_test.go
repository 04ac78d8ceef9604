package sqltest_test

import (
	"fmt"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/flows/state"
)

// TestVirtualTime uses stores with several connections inside a bubble, as the
// tests of the flows do: nothing may hang, and leases follow the virtual clock.
func TestVirtualTime(t *testing.T) {
	t.Parallel()
	name := dsn(filepath.Join(t.TempDir(), "state.db"), wal, busy, noSync)
	synctest.Test(t, func(t *testing.T) {
		a, b := newStore(t, openDB(t, name)), newStore(t, openDB(t, name))
		done := make(chan error)
		const workers, rounds = 6, 10
		for worker := range workers {
			go func() { done <- workAt(t, []state.Store{a, b}[worker%2], worker, rounds) }()
		}
		for range workers {
			if err := <-done; err != nil {
				t.Error(err)
			}
		}
		if got := len(stored(t, a, records(0, workers*rounds))); got != workers*rounds {
			t.Errorf("rows: got %d, want %d", got, workers*rounds)
		}
		leaseInVirtualTime(t, a, b)
	})
}

// workAt saves one row each virtual minute.
func workAt(t *testing.T, store state.Store, worker, rounds int) error {
	for round := range rounds {
		time.Sleep(time.Minute)
		refused, err := store.Records.Save(t.Context(), flow, records(worker*rounds+round, 1))
		if err != nil || len(refused) > 0 {
			return fmt.Errorf("worker %d: refused %v, error %w", worker, refused, err)
		}
	}
	return nil
}

func leaseInVirtualTime(t *testing.T, a, b state.Store) {
	t.Helper()
	first, ok, err := a.Leases.Acquire(t.Context(), flow, "a", time.Hour)
	if err != nil || !ok {
		t.Fatalf("acquire: %v, %v", ok, err)
	}
	time.Sleep(time.Hour - time.Nanosecond)
	if _, ok, err := b.Leases.Acquire(t.Context(), flow, "b", time.Hour); err != nil || ok {
		t.Errorf("acquire a nanosecond early: %v, %v", ok, err)
	}
	time.Sleep(time.Nanosecond)
	second, ok, err := b.Leases.Acquire(t.Context(), flow, "b", time.Hour)
	if err != nil || !ok || second <= first {
		t.Errorf("acquire at the end: token %d after %d, %v, %v", second, first, ok, err)
	}
}
