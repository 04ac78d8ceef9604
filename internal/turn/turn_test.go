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
				end, err := turns.Take(t.Context(), fmt.Sprint(i%2))
				if err != nil {
					t.Error(err)
					return
				}
				defer end()
				time.Sleep(time.Second)
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
	end, err := turns.Take(t.Context(), "a")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := turns.Take(ctx, "a"); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the cancellation", err)
	}
	end()
	end, err = turns.Take(t.Context(), "a")
	if err != nil {
		t.Fatal(err)
	}
	end()
}

func ExampleTurns_Take() {
	turns := turn.New()
	end, err := turns.Take(context.Background(), "event 7")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer end()
	fmt.Println("nobody else works on event 7")
	// Output: nobody else works on event 7
}
