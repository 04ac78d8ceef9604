package turn_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/internal/turn"
)

// TestTurnsComeOneAfterAnother on a key, and at the same time on different ones.
func TestTurnsComeOneAfterAnother(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		turns := turn.New()
		var all sync.WaitGroup
		start := time.Now()
		for i := range 10 {
			all.Go(func() {
				err := turns.Do(t.Context(), fmt.Sprint(i%2), func() error {
					time.Sleep(time.Second)
					return nil
				})
				if err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		if got := time.Since(start); got != 5*time.Second {
			t.Errorf("ten turns of a second on two keys took %v, want 5s", got)
		}
	})
}

// TestWhoGivesUpTakesNoTurn: the turn of another goes on, and the next one comes.
func TestWhoGivesUpTakesNoTurn(t *testing.T) {
	t.Parallel()
	turns := turn.New()
	never := func() error {
		t.Error("two work on one key")
		return nil
	}
	err := turns.Do(t.Context(), "a", func() error {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		return turns.Do(ctx, "a", never)
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the cancellation", err)
	}
	wantFree(t, turns, "a")
}

// TestTurnEndsWithItsWork, whether that returns an error or panics.
func TestTurnEndsWithItsWork(t *testing.T) {
	t.Parallel()
	turns, broken := turn.New(), errors.New("disk full")
	if err := turns.Do(t.Context(), "a", func() error { return broken }); !errors.Is(err, broken) {
		t.Errorf("got %v, want the error of the work", err)
	}
	wantFree(t, turns, "a")
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic is lost")
			}
		}()
		_ = turns.Do(t.Context(), "a", func() error { panic("broken") })
	}()
	wantFree(t, turns, "a")
}

// wantFree takes a turn, which must not wait.
func wantFree(t *testing.T, turns *turn.Turns, key string) {
	t.Helper()
	done := false
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	if err := turns.Do(ctx, key, func() error { done = true; return nil }); err != nil || !done {
		t.Errorf("done %t, %v; want a turn", done, err)
	}
}

func ExampleTurns_Do() {
	turns := turn.New()
	err := turns.Do(context.Background(), "event 7", func() error {
		fmt.Println("nobody else works on event 7")
		return nil
	})
	fmt.Println(err)
	// Output:
	// nobody else works on event 7
	// <nil>
}
