package statetest

import (
	"slices"
	"time"

	"github.com/tillsync/tillsync/flows/state"
)

func dueCases() []testCase {
	return []testCase{
		{"Records/Due finds a row at its instant", dueAtInstant},
		{"Records/Due leaves out a row a nanosecond before", dueJustBefore},
		{"Records/Due leaves out rows without a retry time", dueUnset},
		{"Records/Due leaves out a row whose retry time was cleared", dueCleared},
		{"Records/Due follows a moved retry time", dueMoved},
		{"Records/Due takes instants far away", dueFarAway},
		{"Records/Due compares instants, not clock faces", dueZones},
		{"Records/Due orders by the bytes of the source id", dueOrder},
		{"Records/Due starts behind a source id", dueAfter},
		{"Records/Due starts behind a source id that has no row", dueAfterGap},
		{"Records/Due keeps to the limit", dueLimit},
		{"Records/Due with a limit below one finds nothing", dueNoLimit},
		{"Records/Due pages over 1,200 rows", duePages},
		{"Records/Due keeps flows apart", dueFlowsApart},
		{"Records/Due returns whole rows", dueWhole},
	}
}

// dueIDs are the ids that are due at an instant.
func (k *check) dueIDs(flow string, now time.Time, after string, limit int) []string {
	k.Helper()
	rows, err := k.Records.Due(k.ctx, flow, now, after, limit)
	k.ok(err, "Due")
	return ids(rows)
}

func dueAtInstant(k *check) {
	k.save(flow, due("1", noon()))
	k.sameTexts("Due at the instant", k.dueIDs(flow, noon(), "", 10), []string{"1"})
	k.sameTexts("Due later", k.dueIDs(flow, noon().Add(time.Hour), "", 10), []string{"1"})
}

func dueJustBefore(k *check) {
	k.save(flow, due("1", noon()))
	k.sameTexts("Due", k.dueIDs(flow, noon().Add(-time.Nanosecond), "", 10), nil)
}

func dueUnset(k *check) {
	k.save(flow, linked("1", "t1"), due("2", noon()))
	k.sameTexts("Due", k.dueIDs(flow, noon(), "", 10), []string{"2"})
}

func dueCleared(k *check) {
	k.save(flow, due("1", noon()))
	k.save(flow, at(1, linked("1", "t1")))
	k.sameTexts("Due", k.dueIDs(flow, noon(), "", 10), nil)
}

func dueMoved(k *check) {
	k.save(flow, due("1", noon()))
	k.save(flow, at(1, due("1", noon().Add(time.Hour))))
	k.sameTexts("Due before the new time", k.dueIDs(flow, noon(), "", 10), nil)
	k.sameTexts("Due at the new time", k.dueIDs(flow, noon().Add(time.Hour), "", 10), []string{"1"})
}

func dueFarAway(k *check) {
	never := time.Date(9999, 12, 31, 23, 59, 59, 999999999, time.UTC)
	k.save(flow, due("long ago", time.Unix(0, 1)), due("never", never))
	k.sameTexts("Due", k.dueIDs(flow, noon(), "", 10), []string{"long ago"})
	k.sameRow(k.row(flow, "never"), due("never", never), 1)
}

func dueZones(k *check) {
	k.save(flow, due("1", noon().In(far())))
	k.sameTexts("Due in UTC", k.dueIDs(flow, noon(), "", 10), []string{"1"})
	k.sameTexts("Due before, in another zone", k.dueIDs(flow, noon().Add(-1).In(far()), "", 10), nil)
	west := time.FixedZone("west", -11*3600)
	k.sameTexts("Due in a third zone", k.dueIDs(flow, noon().In(west), "", 10), []string{"1"})
}

func dueOrder(k *check) {
	want := slices.Sorted(slices.Values(oddIDs()))
	var rows []state.Record
	for _, id := range oddIDs() {
		rows = append(rows, due(id, noon()))
	}
	k.save(flow, rows...)
	k.sameTexts("Due", k.dueIDs(flow, noon(), "", 100), want)
	next := func(after string, limit int) ([]state.Record, error) {
		return k.Records.Due(k.ctx, flow, noon(), after, limit)
	}
	k.sameTexts("Due in pages", k.walk(next, 2), want)
}

func dueAfter(k *check) {
	k.save(flow, due("1", noon()), due("2", noon()), due("3", noon()))
	k.sameTexts("Due", k.dueIDs(flow, noon(), "1", 10), []string{"2", "3"})
	k.sameTexts("Due behind the last", k.dueIDs(flow, noon(), "3", 10), nil)
}

func dueAfterGap(k *check) {
	k.save(flow, due("1", noon()), due("3", noon()))
	k.sameTexts("Due", k.dueIDs(flow, noon(), "2", 10), []string{"3"})
}

func dueLimit(k *check) {
	// The oldest retry time stands last: the order is by id, not by time.
	k.save(flow, due("1", noon()), due("2", noon().Add(-1)), due("3", noon().Add(-2)))
	k.sameTexts("Due", k.dueIDs(flow, noon(), "", 2), []string{"1", "2"})
}

func dueNoLimit(k *check) {
	k.save(flow, due("1", noon()))
	k.sameTexts("Due with limit 0", k.dueIDs(flow, noon(), "", 0), nil)
	k.sameTexts("Due with limit -1", k.dueIDs(flow, noon(), "", -1), nil)
}

func duePages(k *check) {
	rows := many(large, func(id string) state.Record { return due(id, noon()) })
	var want []string
	for i := range rows {
		if i%3 == 0 {
			rows[i].RetryAt = noon().Add(time.Second)
			continue
		}
		want = append(want, rows[i].SourceID)
	}
	k.save(flow, rows...)
	next := func(after string, limit int) ([]state.Record, error) {
		return k.Records.Due(k.ctx, flow, noon(), after, limit)
	}
	k.sameTexts("Due", k.walk(next, 70), want)
}

func dueFlowsApart(k *check) {
	k.save("orders", due("1", noon()))
	k.save("stock", due("2", noon()))
	k.sameTexts("Due", k.dueIDs("stock", noon(), "", 10), []string{"2"})
}

func dueWhole(k *check) {
	k.save(flow, full("1"))
	rows, err := k.Records.Due(k.ctx, flow, noon(), "", 10)
	k.ok(err, "Due")
	if len(rows) != 1 {
		k.Fatalf("Due: got %d rows, want 1", len(rows))
	}
	k.sameRow(rows[0], full("1"), 1)
}

func holdingCases() []testCase {
	return []testCase{
		{"Records/Holding finds rows with holds alone", holdingFinds},
		{"Records/Holding loses a row that was released", holdingReleased},
		{"Records/Holding orders by the bytes of the source id", holdingOrder},
		{"Records/Holding starts behind a source id", holdingAfter},
		{"Records/Holding keeps to the limit", holdingLimit},
		{"Records/Holding pages over 1,200 rows", holdingPages},
		{"Records/Holding keeps flows apart", holdingFlowsApart},
		{"Records/Holding returns whole rows", holdingWhole},
	}
}

func (k *check) holdingIDs(flow, after string, limit int) []string {
	k.Helper()
	rows, err := k.Records.Holding(k.ctx, flow, after, limit)
	k.ok(err, "Holding")
	return ids(rows)
}

func holdingFinds(k *check) {
	empty := state.Record{SourceID: "3", Holds: []state.Hold{}}
	k.save(flow, linked("1", "t1"), holding("2"), empty)
	k.sameTexts("Holding", k.holdingIDs(flow, "", 10), []string{"2"})
}

func holdingReleased(k *check) {
	k.save(flow, holding("1"), holding("2"))
	k.save(flow, at(1, linked("1", "t1")))
	k.sameTexts("Holding", k.holdingIDs(flow, "", 10), []string{"2"})
}

func holdingOrder(k *check) {
	var rows []state.Record
	for _, id := range oddIDs() {
		rows = append(rows, holding(id))
	}
	k.save(flow, rows...)
	k.sameTexts("Holding", k.holdingIDs(flow, "", 100), slices.Sorted(slices.Values(oddIDs())))
}

func holdingAfter(k *check) {
	k.save(flow, holding("1"), holding("2"), holding("3"))
	k.sameTexts("Holding", k.holdingIDs(flow, "1", 10), []string{"2", "3"})
	k.sameTexts("Holding behind the last", k.holdingIDs(flow, "3", 10), nil)
}

func holdingLimit(k *check) {
	k.save(flow, holding("1"), holding("2"), holding("3"))
	k.sameTexts("Holding", k.holdingIDs(flow, "", 2), []string{"1", "2"})
	k.sameTexts("Holding with limit 0", k.holdingIDs(flow, "", 0), nil)
	k.sameTexts("Holding with limit -1", k.holdingIDs(flow, "", -1), nil)
}

func holdingPages(k *check) {
	rows := many(large, holding)
	k.save(flow, rows...)
	next := func(after string, limit int) ([]state.Record, error) {
		return k.Records.Holding(k.ctx, flow, after, limit)
	}
	k.sameTexts("Holding", k.walk(next, 70), ids(rows))
}

func holdingFlowsApart(k *check) {
	k.save("orders", holding("1"))
	k.save("stock", holding("2"))
	k.sameTexts("Holding", k.holdingIDs("orders", "", 10), []string{"1"})
}

func holdingWhole(k *check) {
	k.save(flow, full("1"))
	rows, err := k.Records.Holding(k.ctx, flow, "", 10)
	k.ok(err, "Holding")
	if len(rows) != 1 {
		k.Fatalf("Holding: got %d rows, want 1", len(rows))
	}
	k.sameRow(rows[0], full("1"), 1)
}
