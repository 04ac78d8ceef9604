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

// TestChangedMappingIsNamed: the report tells from which mapping to which; an entry
// of an older version has no name, and gets one as soon as a pass meets it.
func TestChangedMappingIsNamed(t *testing.T) {
	t.Parallel()
	w, store := newWorld(some(2)...), memstate.New()
	run := func(fingerprint, name string) *pass.Report {
		p := w.pass(store)
		p.Pair.Fingerprint, p.Pair.Mapping, p.Full = fingerprint, name, true
		return mustRun(t, p)
	}
	run("f1f1f1f1f1", "") // as older versions did
	for _, c := range []struct{ fingerprint, name, before string }{
		{"f2f2f2f2f2", "articles 2 (f2f2f2f2)", "(f1f1f1f1)"},
		{"f2f2f2f2f2", "articles 2 (f2f2f2f2)", ""},
		{"f3f3f3f3f3", "", "articles 2 (f2f2f2f2)"},
		{"f3f3f3f3f3", "articles 3 (f3f3f3f3)", ""},
		{"f4f4f4f4f4", "articles 4 (f4f4f4f4)", "articles 3 (f3f3f3f3)"},
	} {
		if r := run(c.fingerprint, c.name); r.Mapping != c.name || r.MappingBefore != c.before || r.MappingChanged != (c.before != "") {
			t.Errorf("%s: mapping %q, before %q, changed %t; want before %q", c.fingerprint, r.Mapping, r.MappingBefore, r.MappingChanged, c.before)
		}
	}
}
