package statetest

import (
	"fmt"

	"github.com/tillsync/tillsync/flows/state"
)

func saveCases() []testCase {
	return []testCase{
		{"Records/Save stores a new row at revision 1", saveNew},
		{"Records/Save adds one to the revision each time", saveCounts},
		{"Records/Save refuses revision 0 of a row that exists", saveRefusesExisting},
		{"Records/Save refuses an old revision", saveRefusesOld},
		{"Records/Save refuses a revision that is ahead", saveRefusesAhead},
		{"Records/Save refuses a revision of a row that does not exist", saveRefusesMissing},
		{"Records/Save leaves a refused row as it was", saveRefusedKept},
		{"Records/Save names a refused row and writes the others", saveNamesOne},
		{"Records/Save names all refused rows", saveNamesAll},
		{"Records/Save refuses some of 1,200 rows", saveRefusesInMany},
		{"Records/Save updates 1,200 rows", saveUpdatesMany},
		{"Records/Save replaces the whole row", saveReplaces},
		{"Records/Save keeps flows apart", saveFlowsApart},
		{"Records/Save without rows does nothing", saveNothing},
		{"Records/Save of an empty source id is an error and writes nothing", saveEmptyID},
		{"Records/Save of a source id twice is an error and writes nothing", saveTwice},
		{"Records/Save with a cancelled context is an error and writes nothing", saveCancelled},
	}
}

func saveNew(k *check) {
	k.save(flow, linked("1", "t1"))
	k.sameRow(k.row(flow, "1"), linked("1", "t1"), 1)
}

func saveCounts(k *check) {
	for revision := range int64(5) {
		k.save(flow, at(revision, linked("1", "t1")))
		if got := k.row(flow, "1").Revision; got != revision+1 {
			k.Fatalf("revision after save %d: got %d", revision+1, got)
		}
	}
}

func saveRefusesExisting(k *check) {
	k.save(flow, linked("1", "t1"))
	k.refuses(flow, []state.Record{linked("1", "t2")}, "1")
	k.sameRow(k.row(flow, "1"), linked("1", "t1"), 1)
}

func saveRefusesOld(k *check) {
	k.save(flow, linked("1", "a"))
	k.save(flow, at(1, linked("1", "b")))
	k.refuses(flow, []state.Record{at(1, linked("1", "c"))}, "1")
	k.sameRow(k.row(flow, "1"), linked("1", "b"), 2)
}

func saveRefusesAhead(k *check) {
	k.save(flow, linked("1", "a"))
	k.refuses(flow, []state.Record{at(2, linked("1", "b"))}, "1")
	k.sameRow(k.row(flow, "1"), linked("1", "a"), 1)
}

func saveRefusesMissing(k *check) {
	k.refuses(flow, []state.Record{at(1, linked("1", "a"))}, "1")
	k.sameTexts("Load", ids(k.load(flow, "1")), nil)
	k.sameTexts("ByTarget", k.byTarget(flow, "a"), nil)
}

func saveRefusedKept(k *check) {
	k.save(flow, full("1"))
	other := state.Record{SourceID: "1", TargetID: "elsewhere", Reason: "other"}
	k.refuses(flow, []state.Record{other}, "1")
	k.sameRow(k.row(flow, "1"), full("1"), 1)
	k.sameTexts("Due", k.dueIDs(flow, noon(), "", 10), []string{"1"})
	k.sameTexts("Holding", k.holdingIDs(flow, "", 10), []string{"1"})
	k.sameTexts("ByTarget of the refused link", k.byTarget(flow, "elsewhere"), nil)
}

func saveNamesOne(k *check) {
	k.save(flow, linked("2", "t2"))
	k.refuses(flow, []state.Record{linked("1", "t1"), linked("2", "x2"), linked("3", "t3")}, "2")
	k.sameRow(k.row(flow, "1"), linked("1", "t1"), 1)
	k.sameRow(k.row(flow, "2"), linked("2", "t2"), 1)
	k.sameRow(k.row(flow, "3"), linked("3", "t3"), 1)
}

func saveNamesAll(k *check) {
	k.save(flow, linked("2", "t2"), linked("4", "t4"))
	rows := []state.Record{linked("1", "t1"), linked("2", "t2"), at(7, linked("3", "t3")), linked("4", "t4"), linked("5", "t1")}
	k.refuses(flow, rows, "2", "3", "4", "5")
	k.sameTexts("Load", ids(k.load(flow, "1", "2", "3", "4", "5")), []string{"1", "2", "4"})
}

func saveRefusesInMany(k *check) {
	rows := many(large, full)
	var existing []state.Record
	var want []string
	for i := range rows {
		if i%100 == 42 {
			existing = append(existing, linked(rows[i].SourceID, "old-"+rows[i].SourceID))
			want = append(want, rows[i].SourceID)
		}
	}
	k.save(flow, existing...)
	k.refuses(flow, rows, want...)
	for i, got := range k.load(flow, ids(rows)...) {
		if i%100 == 42 {
			k.sameRow(got, linked(rows[i].SourceID, "old-"+rows[i].SourceID), 1)
		} else {
			k.sameRow(got, rows[i], 1)
		}
	}
}

func saveUpdatesMany(k *check) {
	rows := many(large, full)
	k.save(flow, rows...)
	for i := range rows {
		rows[i].Revision, rows[i].Attempts = 1, i
		rows[i].TargetID = "new-" + rows[i].TargetID
	}
	k.save(flow, rows...)
	for i, got := range k.load(flow, ids(rows)...) {
		k.sameRow(got, rows[i], 2)
	}
}

func saveReplaces(k *check) {
	k.save(flow, full("1"))
	k.save(flow, at(1, state.Record{SourceID: "1"}))
	k.sameRow(k.row(flow, "1"), state.Record{SourceID: "1"}, 2)
	k.save(flow, at(2, full("1")))
	k.sameRow(k.row(flow, "1"), full("1"), 3)
}

func saveFlowsApart(k *check) {
	k.save("orders", linked("1", "t1"))
	k.save("stock", linked("1", "t1"))
	k.save("orders", at(1, linked("1", "t2")))
	k.sameRow(k.row("stock", "1"), linked("1", "t1"), 1)
	k.sameRow(k.row("orders", "1"), linked("1", "t2"), 2)
}

func saveNothing(k *check) {
	k.save(flow)
	k.save(flow, []state.Record{}...)
}

func saveEmptyID(k *check) {
	_, err := k.Records.Save(k.ctx, flow, []state.Record{linked("1", "t1"), linked("", "t2")})
	k.fails(err, "Save")
	k.sameTexts("Load", ids(k.load(flow, "1", "")), nil)
}

func saveTwice(k *check) {
	_, err := k.Records.Save(k.ctx, flow, []state.Record{linked("1", "t1"), linked("2", "t2"), at(1, linked("1", "t3"))})
	k.fails(err, "Save")
	k.sameTexts("Load", ids(k.load(flow, "1", "2")), nil)
}

func saveCancelled(k *check) {
	k.save(flow, linked("1", "t1"))
	_, err := k.Records.Save(k.cancelled(), flow, []state.Record{at(1, linked("1", "t2")), linked("2", "t3")})
	k.fails(err, "Save")
	k.sameTexts("Load", ids(k.load(flow, "1", "2")), []string{"1"})
	k.sameRow(k.row(flow, "1"), linked("1", "t1"), 1)
}

func targetCases() []testCase {
	return []testCase{
		{"Records/Save refuses a target that another row has", targetTaken},
		{"Records/Save refuses the later of two rows with one target", targetTakenInCall},
		{"Records/Save allows a target in two flows", targetTwoFlows},
		{"Records/Save allows any number of rows without a target", targetNone},
		{"Records/Save allows a row to keep its target", targetKept},
		{"Records/Save allows a target that was freed before", targetFreed},
		{"Records/Save allows a target that was freed by a changed link", targetMovedOn},
		{"Records/Save allows a target that is freed earlier in the call", targetFreedInCall},
		{"Records/Save refuses a target that is freed later in the call", targetFreedTooLate},
		{"Records/Save refuses both rows that want each other's target", targetSwapped},
		{"Records/Save does not reserve the target of a refused row", targetOfRefused},
		{"Records/Save does not free the target of a refused row", targetKeptByRefused},
		{"Records/Save moves 1,200 links by one in one call", targetsShifted},
	}
}

func targetTaken(k *check) {
	k.save(flow, linked("1", "t"))
	k.refuses(flow, []state.Record{linked("2", "t")}, "2")
	k.sameTexts("Load", ids(k.load(flow, "2")), nil)
	k.save(flow, linked("3", "t3"))
	k.refuses(flow, []state.Record{at(1, linked("3", "t"))}, "3")
	k.sameTexts("ByTarget", k.byTarget(flow, "t", "t3"), []string{"1", "3"})
}

func targetTakenInCall(k *check) {
	k.refuses(flow, []state.Record{linked("2", "t"), linked("1", "t")}, "1")
	k.sameTexts("ByTarget", k.byTarget(flow, "t"), []string{"2"})
}

func targetTwoFlows(k *check) {
	k.save("orders", linked("1", "t"))
	k.save("stock", linked("2", "t"))
	k.sameTexts("ByTarget", k.byTarget("orders", "t"), []string{"1"})
}

func targetNone(k *check) {
	k.save(flow, linked("1", ""), linked("2", ""))
	k.save(flow, linked("3", ""))
	k.sameTexts("Load", ids(k.load(flow, "1", "2", "3")), []string{"1", "2", "3"})
}

func targetKept(k *check) {
	k.save(flow, linked("1", "t"))
	k.save(flow, at(1, linked("1", "t")))
	k.sameRow(k.row(flow, "1"), linked("1", "t"), 2)
}

func targetFreed(k *check) {
	k.save(flow, linked("1", "t"))
	k.save(flow, at(1, linked("1", "")))
	k.save(flow, linked("2", "t"))
	k.sameTexts("ByTarget", k.byTarget(flow, "t"), []string{"2"})
}

func targetMovedOn(k *check) {
	k.save(flow, linked("1", "t"))
	k.save(flow, at(1, linked("1", "other")))
	k.save(flow, linked("2", "t"))
	k.sameTexts("ByTarget", k.byTarget(flow, "t", "other"), []string{"1", "2"})
}

// targetFreedInCall takes ids whose order in the table is not the order of the
// call.
func targetFreedInCall(k *check) {
	k.save(flow, linked("9", "t"))
	k.save(flow, at(1, linked("9", "other")), linked("1", "t"))
	k.sameRow(k.row(flow, "1"), linked("1", "t"), 1)
	k.sameRow(k.row(flow, "9"), linked("9", "other"), 2)
}

func targetFreedTooLate(k *check) {
	k.save(flow, linked("1", "t"))
	k.refuses(flow, []state.Record{linked("2", "t"), at(1, linked("1", ""))}, "2")
	k.sameTexts("ByTarget", k.byTarget(flow, "t"), nil)
	k.sameTexts("Load", ids(k.load(flow, "1", "2")), []string{"1"})
}

func targetSwapped(k *check) {
	k.save(flow, linked("1", "a"), linked("2", "b"))
	k.refuses(flow, []state.Record{at(1, linked("1", "b")), at(1, linked("2", "a"))}, "1", "2")
	k.sameRow(k.row(flow, "1"), linked("1", "a"), 1)
	k.sameRow(k.row(flow, "2"), linked("2", "b"), 1)
}

func targetOfRefused(k *check) {
	k.refuses(flow, []state.Record{at(5, linked("1", "t")), linked("2", "t")}, "1")
	k.sameTexts("ByTarget", k.byTarget(flow, "t"), []string{"2"})
}

func targetKeptByRefused(k *check) {
	k.save(flow, linked("1", "t"))
	k.refuses(flow, []state.Record{at(5, linked("1", "")), linked("2", "t")}, "1", "2")
	k.sameTexts("ByTarget", k.byTarget(flow, "t"), []string{"1"})
}

// targetsShifted gives each row the target that the row before it just left.
func targetsShifted(k *check) {
	target := func(i int) string { return fmt.Sprintf("t-%05d", i) }
	rows := many(large, func(id string) state.Record { return state.Record{SourceID: id} })
	for i := range rows {
		rows[i].TargetID = target(i)
	}
	k.save(flow, rows...)
	for i := range rows {
		rows[i].TargetID, rows[i].Revision = target(i-1), 1
	}
	k.save(flow, rows...)
	for i, got := range k.load(flow, ids(rows)...) {
		k.sameRow(got, rows[i], 2)
	}
}
