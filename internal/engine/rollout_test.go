package engine_test

import (
	"testing"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state/memstate"
)

// TestMappingIsRolledOutOnlyByReadingEverything: a full pass of some records, or one
// that its budget ended, leaves the others as the old mapping made them.
func TestMappingIsRolledOutOnlyByReadingEverything(t *testing.T) {
	t.Parallel()
	w, store := newWorld(some(9)...), memstate.New()
	mustRun(t, w.pass(store))
	steps := []struct {
		name       string
		only       []string
		maxRecords int
		state      pass.State
	}{
		{"some", []string{"1"}, 0, pass.Partial},
		{"cut", nil, 1, pass.Partial},
		{"all", nil, 0, pass.Complete},
	}
	for _, step := range steps {
		p := w.pass(store)
		p.Pair.Fingerprint, p.Full, p.Only, p.MaxRecords = "f2", true, step.only, step.maxRecords
		if report := mustRun(t, p); report.State != step.state || !report.MappingChanged {
			t.Errorf("%s: %v, mapping changed %t; want %v and changed", step.name, report.State, report.MappingChanged, step.state)
		}
	}
	p := w.pass(store)
	p.Pair.Fingerprint = "f2"
	if report := mustRun(t, p); report.MappingChanged {
		t.Error("the mapping is still called changed after it was rolled out")
	}
}
