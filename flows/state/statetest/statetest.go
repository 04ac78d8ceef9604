// Package statetest is the conformance suite of the state interfaces. A store
// that passes it can carry every flow:
//
//	func TestStore(t *testing.T) {
//		statetest.Run(t, func(t *testing.T) state.Store { return mystore.Open(t) })
//	}
package statetest

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/tillsync/tillsync/flows/state"
)

// Run tests a store in one subtest for each promise of the interfaces. newStore
// returns an empty store; the subtests run one after the other, so it may clear
// one database again and again. Parts of the store that are nil are skipped by
// name.
func Run(t *testing.T, newStore func(t *testing.T) state.Store) {
	for _, c := range cases() {
		t.Run(c.name, func(t *testing.T) {
			store := newStore(t)
			if !c.served(store) {
				t.Skipf("the store has no part for %q", c.name)
			}
			c.run(&check{probe: t, Store: store, ctx: t.Context()})
		})
	}
}

// testCase is one promise. The word before the slash of its name is the part of
// the store that it needs.
type testCase struct {
	name string
	run  func(*check)
}

func cases() []testCase {
	return slices.Concat(loadCases(), dueCases(), holdingCases(), saveCases(), targetCases(),
		contentCases(), recordRaceCases(), cursorCases(), indexCases(), journalCases(), leaseCases())
}

func (c testCase) served(store state.Store) bool {
	part, _, _ := strings.Cut(c.name, "/")
	switch part {
	case "Records":
		return store.Records != nil
	case "Cursors":
		return store.Cursors != nil
	case "Index":
		return store.Index != nil
	case "Journal":
		return store.Journal != nil
	default:
		return store.Leases != nil
	}
}

// probe is the part of *testing.T that the checks use. The suite's own test puts
// a recorder there, to see that a broken store is rejected.
type probe interface {
	Helper()
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
}

// check is what a case works with.
type check struct {
	probe
	state.Store
	ctx context.Context
}

// flow is the flow of all cases that need only one.
const flow = "products"

// cancelled returns a context that is already at its end.
func (k *check) cancelled() context.Context {
	ctx, cancel := context.WithCancel(k.ctx)
	cancel()
	return ctx
}

// ok ends the case when a call failed.
func (k *check) ok(err error, call string) {
	k.Helper()
	if err != nil {
		k.Fatalf("%s: %v", call, err)
	}
}

// fails wants an error from a call.
func (k *check) fails(err error, call string) {
	k.Helper()
	if err == nil {
		k.Errorf("%s: no error", call)
	}
}

// save writes rows that the store has no reason to refuse.
func (k *check) save(flow string, rows ...state.Record) {
	k.Helper()
	k.refuses(flow, rows)
}

// refuses writes rows and wants exactly the named ones refused.
func (k *check) refuses(flow string, rows []state.Record, want ...string) {
	k.Helper()
	got, err := k.Records.Save(k.ctx, flow, rows)
	k.ok(err, "Save")
	k.sameTexts("refused rows", slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(want)))
}

// load returns the rows of some source ids, sorted by id.
func (k *check) load(flow string, sourceIDs ...string) []state.Record {
	k.Helper()
	rows, err := k.Records.Load(k.ctx, flow, sourceIDs)
	k.ok(err, "Load")
	return sorted(rows)
}

// row returns the one row of a source id.
func (k *check) row(flow, sourceID string) state.Record {
	k.Helper()
	rows := k.load(flow, sourceID)
	if len(rows) != 1 {
		k.Fatalf("Load(%q): got %d rows, want 1", sourceID, len(rows))
	}
	return rows[0]
}

// byTarget returns the source ids linked to some target ids, sorted.
func (k *check) byTarget(flow string, targetIDs ...string) []string {
	k.Helper()
	rows, err := k.Records.ByTarget(k.ctx, flow, targetIDs)
	k.ok(err, "ByTarget")
	return ids(sorted(rows))
}

// sameTexts compares two lists; nil and empty are the same.
func (k *check) sameTexts(what string, got, want []string) {
	k.Helper()
	if !slices.Equal(got, want) {
		k.Errorf("%s: got %d %.200q, want %d %.200q", what, len(got), got, len(want), want)
	}
}

// sameRow compares a row as it came back with the row as it was saved, at the
// given revision.
func (k *check) sameRow(got, saved state.Record, revision int64) {
	k.Helper()
	want := stored(saved)
	want.Revision = revision
	k.sameFields("row "+want.SourceID, emptyAsNil(got), emptyAsNil(want))
}

// sameFields compares two structs of one type field by field.
func (k *check) sameFields(what string, got, want any) {
	k.Helper()
	g, w := reflect.ValueOf(got), reflect.ValueOf(want)
	for i := range w.NumField() {
		a, b := g.Field(i), w.Field(i)
		if reflect.DeepEqual(a.Interface(), b.Interface()) {
			continue
		}
		if a.Kind() == reflect.Pointer && !a.IsNil() && !b.IsNil() {
			a, b = a.Elem(), b.Elem()
		}
		k.Errorf("%s: %s: got %+v, want %+v", what, w.Type().Field(i).Name, a.Interface(), b.Interface())
	}
}

// stored is the form in which a record comes back: instants in UTC.
func stored(r state.Record) state.Record {
	r.RetryAt = utc(r.RetryAt)
	if r.Announced != nil {
		a := *r.Announced
		a.First, a.SendBy = utc(a.First), utc(a.SendBy)
		r.Announced = &a
	}
	if r.Stock != nil {
		s := *r.Stock
		s.At = utc(s.At)
		r.Stock = &s
	}
	return r
}

func utc(t time.Time) time.Time { return t.Round(0).UTC() }

// emptyAsNil makes empty and nil lists the same.
func emptyAsNil(r state.Record) state.Record {
	if len(r.Holds) == 0 {
		r.Holds = nil
	}
	if len(r.Baselines) == 0 {
		r.Baselines = nil
	}
	for field, b := range r.Baselines {
		if len(b.Elements) == 0 {
			b.Elements = nil
			r.Baselines[field] = b
		}
	}
	return r
}

func ids(rows []state.Record) []string {
	var out []string
	for _, row := range rows {
		out = append(out, row.SourceID)
	}
	return out
}

func sorted(rows []state.Record) []state.Record {
	return slices.SortedFunc(slices.Values(rows), func(a, b state.Record) int {
		return strings.Compare(a.SourceID, b.SourceID)
	})
}
