package statetest

import (
	"fmt"
	"strings"
	"time"

	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/mapping"
)

func contentCases() []testCase {
	return []testCase{
		{"Records/content: every field comes back", contentFull},
		{"Records/content: a row of an id alone comes back", contentMinimal},
		{"Records/content: an empty announcement and an empty stock are there", contentEmptyParts},
		{"Records/content: odd source ids stay apart", contentOddSources},
		{"Records/content: odd target ids stay apart", contentOddTargets},
		{"Records/content: odd flow names stay apart", contentOddFlows},
		{"Records/content: long texts come back", contentLong},
		{"Records/content: many baselines come back", contentBaselines},
		{"Records/content: holds keep their order, repeats and digits", contentHolds},
		{"Records/content: instants come back in UTC", contentZones},
		{"Records/content: instants lose their monotonic reading", contentMonotonic},
		{"Records/content: zero instants stay zero in any zone", contentZeroInstants},
		{"Records/content: Save leaves the caller's rows alone", contentInputKept},
		{"Records/content: later changes of saved rows are not seen", contentInputCopied},
		{"Records/content: changes of loaded rows are not seen", contentOutputCopied},
	}
}

func contentFull(k *check) {
	k.save(flow, full("1"))
	k.sameRow(k.row(flow, "1"), full("1"), 1)
}

func contentMinimal(k *check) {
	k.save(flow, state.Record{SourceID: "1"})
	k.sameRow(k.row(flow, "1"), state.Record{SourceID: "1"}, 1)
}

func contentEmptyParts(k *check) {
	row := state.Record{SourceID: "1", Announced: &state.Announcement{}, Stock: &state.Stock{}}
	k.save(flow, row)
	k.sameRow(k.row(flow, "1"), row, 1)
}

func contentOddSources(k *check) {
	var rows []state.Record
	for i, id := range oddIDs() {
		rows = append(rows, linked(id, fmt.Sprint("t", i)))
	}
	k.save(flow, rows...)
	for _, row := range rows {
		k.sameRow(k.row(flow, row.SourceID), row, 1)
	}
}

func contentOddTargets(k *check) {
	var rows []state.Record
	for i, id := range oddIDs() {
		rows = append(rows, linked(fmt.Sprint(i), id))
	}
	k.save(flow, rows...)
	for _, row := range rows {
		k.sameTexts("ByTarget", k.byTarget(flow, row.TargetID), []string{row.SourceID})
	}
}

func contentOddFlows(k *check) {
	for i, name := range append(oddIDs(), "") {
		k.save(name, linked("1", fmt.Sprint("t", i)))
	}
	for i, name := range append(oddIDs(), "") {
		k.sameRow(k.row(name, "1"), linked("1", fmt.Sprint("t", i)), 1)
	}
}

func contentLong(k *check) {
	row := full(strings.Repeat("é", 100))
	row.Version, row.Fingerprint = strings.Repeat("v", 5000), strings.Repeat("f", 5000)
	row.Reason, row.Attempts = strings.Repeat("r", 300), 1<<30
	k.save(flow, row)
	k.sameRow(k.row(flow, row.SourceID), row, 1)
}

func contentBaselines(k *check) {
	row := state.Record{SourceID: "1", Baselines: mapping.Baselines{"": {}, "zero": {Sent: hash(0), Held: hash(1)}}}
	for i := range 300 {
		n := byte(i)
		row.Baselines[fmt.Sprintf("attributes[name=Größe %d].value", i)] = mapping.Baseline{
			Sent: hash(n), Held: hash(n ^ 1), Elements: make([]mapping.Hash, i%4),
		}
	}
	k.save(flow, row)
	k.sameRow(k.row(flow, "1"), row, 1)
}

func contentHolds(k *check) {
	row := state.Record{SourceID: "1", Holds: []state.Hold{
		{Article: "b", Quantity: "1.50"}, {Article: "a", Quantity: "-0.001"}, {Article: "b", Quantity: "1.5"}, {},
	}}
	k.save(flow, row)
	k.sameRow(k.row(flow, "1"), row, 1)
}

func contentZones(k *check) {
	row := full("1")
	row.RetryAt = row.RetryAt.In(far())
	row.Announced.First, row.Announced.SendBy = row.Announced.First.In(far()), row.Announced.SendBy.In(far())
	row.Stock.At = row.Stock.At.In(far())
	k.save(flow, row)
	k.sameRow(k.row(flow, "1"), row, 1)
}

func contentMonotonic(k *check) {
	now := time.Now()
	row := state.Record{
		SourceID: "1", RetryAt: now, Stock: &state.Stock{At: now},
		Announced: &state.Announcement{First: now, SendBy: now},
	}
	k.save(flow, row)
	k.sameRow(k.row(flow, "1"), row, 1)
}

func contentZeroInstants(k *check) {
	zero := time.Time{}.In(far())
	row := state.Record{
		SourceID: "1", RetryAt: zero, Stock: &state.Stock{At: zero},
		Announced: &state.Announcement{First: zero, SendBy: zero},
	}
	k.save(flow, row)
	k.sameRow(k.row(flow, "1"), row, 1)
	k.sameTexts("Due", k.dueIDs(flow, noon(), "", 10), nil)
}

func contentInputKept(k *check) {
	rows := []state.Record{full("2"), full("1"), at(3, full("9"))}
	k.refuses(flow, rows, "9")
	for i, want := range []state.Record{full("2"), full("1"), at(3, full("9"))} {
		k.sameFields("row after Save", emptyAsNil(rows[i]), emptyAsNil(want))
	}
}

func contentInputCopied(k *check) {
	row := full("1")
	rows := []state.Record{row}
	k.save(flow, rows...)
	spoil(row)
	rows[0] = linked("1", "other")
	k.sameRow(k.row(flow, "1"), full("1"), 1)
}

func contentOutputCopied(k *check) {
	k.save(flow, full("1"))
	spoil(k.row(flow, "1"))
	k.sameRow(k.row(flow, "1"), full("1"), 1)
	for _, read := range []func() ([]state.Record, error){
		func() ([]state.Record, error) { return k.Records.ByTarget(k.ctx, flow, []string{"target-1"}) },
		func() ([]state.Record, error) { return k.Records.Due(k.ctx, flow, noon(), "", 1) },
		func() ([]state.Record, error) { return k.Records.Holding(k.ctx, flow, "", 1) },
	} {
		rows, err := read()
		k.ok(err, "read")
		for _, row := range rows {
			spoil(row)
		}
	}
	k.sameRow(k.row(flow, "1"), full("1"), 1)
}

// spoil changes everything that a copy of a row still shares with it.
func spoil(row state.Record) {
	for i := range row.Holds {
		row.Holds[i] = state.Hold{Article: "spoilt"}
	}
	for field, b := range row.Baselines {
		for i := range b.Elements {
			b.Elements[i] = hash(99)
		}
		row.Baselines[field] = mapping.Baseline{Sent: hash(99)}
	}
	if row.Announced != nil {
		*row.Announced = state.Announcement{Reference: "spoilt"}
	}
	if row.Stock != nil {
		*row.Stock = state.Stock{Pushed: "spoilt"}
	}
}
