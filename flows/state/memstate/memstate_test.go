package memstate_test

import (
	"testing"

	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/flows/state/memstate"
	"github.com/tillsync/tillsync/flows/state/statetest"
)

func TestStore(t *testing.T) {
	t.Parallel()
	statetest.Run(t, func(*testing.T) state.Store { return memstate.New() })
}
