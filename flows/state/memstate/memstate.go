// Package memstate keeps the state of flows in memory: for tests, trials and
// passes whose memory may end with the process.
//
// It holds every row, so a real shop wants a store on disk, such as sqlstate.
package memstate

import (
	"time"

	"github.com/tillsync/tillsync/flows/state"
)

// New returns an empty store. Two stores share nothing.
func New() state.Store {
	return state.Store{
		Records: &records{flows: map[string]*table{}},
		Cursors: &cursors{tokens: map[string]string{}},
		Index:   &index{tables: map[string]*hashes{}},
		Journal: &journal{runs: map[string]*run{}},
		Leases:  &leases{held: map[string]lease{}},
	}
}

// instant drops what a stored instant does not keep: the zone and the monotonic
// reading.
func instant(t time.Time) time.Time {
	if t.IsZero() {
		return time.Time{}
	}
	return t.Round(0).UTC()
}
