package statetest_test

import (
	"testing"

	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/flows/state/memstate"
	"github.com/tillsync/tillsync/flows/state/statetest"
)

// In the test of your own store, its constructor stands in place of
// memstate.New. Clean up with t.Cleanup.
func ExampleRun() {
	_ = func(t *testing.T) {
		statetest.Run(t, func(t *testing.T) state.Store { return memstate.New() })
	}
	// Output:
}
