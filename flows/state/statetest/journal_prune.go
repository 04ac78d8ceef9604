package statetest

import (
	"fmt"
	"time"

	"github.com/tillsync/tillsync/flows/state"
)

func (k *check) prune(minutes int) {
	k.Helper()
	before := noon().Add(time.Duration(minutes) * time.Minute)
	k.ok(k.Journal.Prune(k.ctx, before.In(far())), "Prune")
}

func pruneRemoves(k *check) {
	k.begin(begun("old", 0), begun("new", 5))
	k.appendLines("old", line("1", "old", 1), line("2", "old", 1))
	k.appendLines("new", line("1", "new", 6))
	k.end(over(begun("old", 0), 2))
	k.end(over(begun("new", 5), 7))
	k.prune(5)
	k.runIDs(flow, 10, "new")
	k.outcomes("1", 10, "new")
	k.outcomes("2", 10)
	k.begin(begun("old", 9))
	k.outcomes("1", 10, "new")
}

func pruneBoundary(k *check) {
	k.begin(begun("r", 0))
	k.appendLines("r", line("1", "created", 1))
	k.end(over(begun("r", 0), 5))
	k.prune(5)
	k.runIDs(flow, 10, "r")
	k.outcomes("1", 10, "created")
}

func pruneKeepsRunning(k *check) {
	k.begin(begun("r", 0))
	k.appendLines("r", line("1", "created", 1))
	k.prune(500)
	k.runIDs(flow, 10, "r")
	k.outcomes("1", 10, "created")
}

func pruneByEnd(k *check) {
	k.begin(begun("long", 0))
	k.end(over(begun("long", 0), 60))
	k.prune(30)
	k.runIDs(flow, 10, "long")
}

func pruneEmpty(k *check) {
	k.prune(5)
	k.runIDs(flow, 10)
}

func journalRace(k *check) {
	const each = 20
	k.begin(begun("r", 0))
	k.race(func(i int) error {
		id := fmt.Sprint("r", i)
		if err := k.Journal.Begin(k.ctx, begun(id, 1)); err != nil {
			return err
		}
		for range each {
			if err := k.Journal.Append(k.ctx, "r", []state.Line{line("1", "shared", 1)}); err != nil {
				return err
			}
		}
		return k.Journal.End(k.ctx, over(begun(id, 1), 2))
	})
	if got := len(k.lines(flow, "1", large)); got != workers*each {
		k.Errorf("Lines: got %d, want %d", got, workers*each)
	}
	if got := len(k.runs(flow, large)); got != workers+1 {
		k.Errorf("Runs: got %d, want %d", got, workers+1)
	}
}

func journalCancelled(k *check) {
	k.begin(begun("r", 0))
	k.appendLines("r", line("1", "created", 1))
	ctx := k.cancelled()
	k.fails(k.Journal.Begin(ctx, begun("r2", 1)), "Begin")
	k.fails(k.Journal.Append(ctx, "r", []state.Line{line("1", "late", 2)}), "Append")
	k.fails(k.Journal.End(ctx, over(begun("r", 0), 3)), "End")
	k.fails(k.Journal.Prune(ctx, noon().Add(time.Hour)), "Prune")
	_, err := k.Journal.Runs(ctx, flow, 10)
	k.fails(err, "Runs")
	_, err = k.Journal.Lines(ctx, flow, "1", 10)
	k.fails(err, "Lines")
	k.sameRun(k.run(), begun("r", 0))
	k.outcomes("1", 10, "created")
}
