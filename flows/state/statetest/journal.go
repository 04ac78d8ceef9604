package statetest

import (
	"fmt"
	"slices"
	"time"

	"github.com/tillsync/tillsync/flows/state"
)

func journalCases() []testCase {
	return []testCase{
		{"Journal/an unknown flow has no runs and no lines", journalUnknown},
		{"Journal/Begin stores a run without an end", journalBegin},
		{"Journal/Begin of a known id is an error and changes nothing", journalBeginTwice},
		{"Journal/End stores end, state and counts", journalEnd},
		{"Journal/End keeps flow and start", journalEndKeeps},
		{"Journal/End of an unknown run is an error and stores nothing", journalEndUnknown},
		{"Journal/Append to an unknown run is an error and stores nothing", journalAppendUnknown},
		{"Journal/Append without lines does nothing", journalAppendNothing},
		{"Journal/Runs come newest first", runsNewest},
		{"Journal/Runs of one instant come in the reverse of their order", runsEqual},
		{"Journal/Runs keep to the limit", runsLimit},
		{"Journal/Runs of flows are kept apart", runsApart},
		{"Journal/Lines come back whole", linesWhole},
		{"Journal/Lines come newest first", linesNewest},
		{"Journal/Lines of one instant come in the reverse of their order", linesEqual},
		{"Journal/Lines keep to the limit", linesLimit},
		{"Journal/Lines are those of one record of one flow", linesApart},
		{"Journal/Lines take 1,200 of them", linesMany},
		{"Journal/instants come back in UTC", journalZones},
		{"Journal/what is handed in and out is copied", journalCopied},
		{"Journal/Prune removes runs that ended before, with their lines", pruneRemoves},
		{"Journal/Prune keeps a run that ended at the instant", pruneBoundary},
		{"Journal/Prune keeps runs without an end", pruneKeepsRunning},
		{"Journal/Prune goes by the end, not by the start", pruneByEnd},
		{"Journal/Prune of an empty journal does nothing", pruneEmpty},
		{"Journal/race: lines of several workers are all kept", journalRace},
		{"Journal/a cancelled context is an error and nothing is written", journalCancelled},
	}
}

// begun is a run that started some minutes after noon.
func begun(id string, minutes int) state.Run {
	return state.Run{ID: id, Flow: flow, Started: noon().Add(time.Duration(minutes) * time.Minute), Mapping: "products 2 (3f9a01c2)"}
}

// over is a run that ended some minutes after noon.
func over(run state.Run, minutes int) state.Run {
	run.Ended = noon().Add(time.Duration(minutes) * time.Minute)
	run.State = "complete"
	return run
}

func line(sourceID, outcome string, minutes int) state.Line {
	return state.Line{Flow: flow, SourceID: sourceID, Outcome: outcome, At: noon().Add(time.Duration(minutes) * time.Minute)}
}

func (k *check) begin(runs ...state.Run) {
	k.Helper()
	for _, run := range runs {
		k.ok(k.Journal.Begin(k.ctx, run), "Begin")
	}
}

func (k *check) appendLines(runID string, lines ...state.Line) {
	k.Helper()
	k.ok(k.Journal.Append(k.ctx, runID, lines), "Append")
}

func (k *check) end(run state.Run) {
	k.Helper()
	k.ok(k.Journal.End(k.ctx, run), "End")
}

func (k *check) runs(flow string, limit int) []state.Run {
	k.Helper()
	runs, err := k.Journal.Runs(k.ctx, flow, limit)
	k.ok(err, "Runs")
	return runs
}

// run returns the only run of the flow.
func (k *check) run() state.Run {
	k.Helper()
	runs := k.runs(flow, 10)
	if len(runs) != 1 {
		k.Fatalf("Runs: got %d, want 1", len(runs))
	}
	return runs[0]
}

// runIDs wants the ids of the runs of a flow in their order.
func (k *check) runIDs(flow string, limit int, want ...string) {
	k.Helper()
	var got []string
	for _, run := range k.runs(flow, limit) {
		got = append(got, run.ID)
	}
	k.sameTexts("Runs", got, want)
}

func (k *check) lines(flow, sourceID string, limit int) []state.Line {
	k.Helper()
	lines, err := k.Journal.Lines(k.ctx, flow, sourceID, limit)
	k.ok(err, "Lines")
	return lines
}

// outcomes wants the outcomes of the lines about a record in their order.
func (k *check) outcomes(sourceID string, limit int, want ...string) {
	k.Helper()
	var got []string
	for _, l := range k.lines(flow, sourceID, limit) {
		got = append(got, l.Outcome)
	}
	k.sameTexts("Lines", got, want)
}

func (k *check) sameRun(got, want state.Run) {
	k.Helper()
	want.Started, want.Ended = utc(want.Started), utc(want.Ended)
	if len(got.Counts) == 0 && len(want.Counts) == 0 {
		got.Counts, want.Counts = nil, nil
	}
	k.sameFields("run "+want.ID, got, want)
}

func (k *check) sameLine(got, want state.Line) {
	k.Helper()
	want.At = utc(want.At)
	if len(got.Fields) == 0 && len(want.Fields) == 0 {
		got.Fields, want.Fields = nil, nil
	}
	k.sameFields("line about "+want.SourceID, got, want)
}

func journalUnknown(k *check) {
	k.runIDs("never seen", 10)
	k.outcomes("1", 10)
}

func journalBegin(k *check) {
	k.begin(begun("r", 0))
	k.sameRun(k.run(), begun("r", 0))
}

func journalBeginTwice(k *check) {
	k.begin(begun("r", 0))
	k.fails(k.Journal.Begin(k.ctx, begun("r", 5)), "Begin")
	k.sameRun(k.run(), begun("r", 0))
}

func journalEnd(k *check) {
	run := begun("r", 0)
	k.begin(run)
	run = over(run, 1)
	run.State, run.Counts = "partial(budget)", map[string]int{"read": 3, "created": 2, "parked": 1, "failed": 0}
	k.end(run)
	k.sameRun(k.run(), run)
}

func journalEndKeeps(k *check) {
	k.begin(begun("r", 0))
	k.end(state.Run{ID: "r", Ended: noon(), State: "complete"})
	k.sameRun(k.run(), over(begun("r", 0), 0))
}

func journalEndUnknown(k *check) {
	k.fails(k.Journal.End(k.ctx, over(begun("r", 0), 1)), "End")
	k.runIDs(flow, 10)
}

func journalAppendUnknown(k *check) {
	k.fails(k.Journal.Append(k.ctx, "r", []state.Line{line("1", "created", 0)}), "Append")
	k.outcomes("1", 10)
}

func journalAppendNothing(k *check) {
	k.begin(begun("r", 0))
	k.appendLines("r")
	k.outcomes("1", 10)
}

func runsNewest(k *check) {
	k.begin(begun("b", 2), begun("a", 1), begun("c", 3))
	k.end(over(begun("a", 1), 9))
	k.runIDs(flow, 10, "c", "b", "a")
}

func runsEqual(k *check) {
	k.begin(begun("b", 0), begun("c", 0), begun("a", 0))
	k.runIDs(flow, 10, "a", "c", "b")
}

func runsLimit(k *check) {
	k.begin(begun("a", 1), begun("b", 2), begun("c", 3))
	k.runIDs(flow, 2, "c", "b")
	k.runIDs(flow, 0)
	k.runIDs(flow, -1)
}

func runsApart(k *check) {
	other := begun("b", 2)
	other.Flow = "stock"
	k.begin(begun("a", 1), other)
	k.runIDs(flow, 10, "a")
	k.runIDs("stock", 10, "b")
}

func linesWhole(k *check) {
	k.begin(begun("r", 0))
	l := line("1", "updated", 1)
	l.TargetID, l.Reason, l.Fields = "t1", "Conflict", []string{"name", "a,b", `"`, "Größe", "name"}
	k.appendLines("r", l, line("2", "created", 1))
	for sourceID, want := range map[string]state.Line{"1": l, "2": line("2", "created", 1)} {
		got := k.lines(flow, sourceID, 10)
		if len(got) != 1 {
			k.Fatalf("Lines(%s): got %d, want 1", sourceID, len(got))
		}
		k.sameLine(got[0], want)
	}
}

func linesNewest(k *check) {
	k.begin(begun("r1", 0), begun("r2", 5))
	k.appendLines("r2", line("1", "unchanged", 6))
	k.appendLines("r1", line("1", "updated", 2), line("1", "created", 1))
	k.outcomes("1", 10, "unchanged", "updated", "created")
}

func linesEqual(k *check) {
	k.begin(begun("r1", 0), begun("r2", 0))
	k.appendLines("r2", line("1", "first", 1), line("1", "second", 1))
	k.appendLines("r1", line("1", "third", 1))
	k.outcomes("1", 10, "third", "second", "first")
}

func linesLimit(k *check) {
	k.begin(begun("r", 0))
	k.appendLines("r", line("1", "a", 1), line("1", "b", 2), line("1", "c", 3))
	k.outcomes("1", 2, "c", "b")
	k.outcomes("1", 0)
	k.outcomes("1", -1)
}

func linesApart(k *check) {
	k.begin(begun("r", 0))
	child := line("1", "child", 1)
	child.Flow = "customers"
	k.appendLines("r", line("1", "mine", 1), line("2", "other", 1), child)
	k.outcomes("1", 10, "mine")
	if got := k.lines("customers", "1", 10); len(got) != 1 || got[0].Outcome != "child" {
		k.Errorf("Lines of the child's flow: got %+v", got)
	}
}

func linesMany(k *check) {
	k.begin(begun("r", 0))
	var lines []state.Line
	var want []string
	for i := range large {
		lines = append(lines, line("1", fmt.Sprint(i), i))
		want = append(want, fmt.Sprint(i))
	}
	k.appendLines("r", lines...)
	slices.Reverse(want)
	k.outcomes("1", large, want...)
}

func journalZones(k *check) {
	run := over(begun("r", 0), 1)
	run.Started, run.Ended = run.Started.In(far()), run.Ended.In(far())
	k.begin(run)
	k.end(run)
	k.sameRun(k.run(), run)
	l := line("1", "created", 1)
	l.At = l.At.In(far())
	k.appendLines("r", l)
	for _, got := range k.lines(flow, "1", 10) {
		k.sameLine(got, l)
	}
}

func journalCopied(k *check) {
	counts := map[string]int{"read": 3}
	run := over(begun("r", 0), 1)
	run.Counts = counts
	k.begin(begun("r", 0))
	k.end(run)
	l := line("1", "created", 1)
	l.Fields = []string{"name"}
	k.appendLines("r", l)
	counts["read"], l.Fields[0] = 99, "spoilt"
	for range 2 {
		got := k.run()
		if got.Counts["read"] != 3 {
			k.Errorf("Runs: got counts %v", got.Counts)
		}
		lines := k.lines(flow, "1", 10)
		if len(lines) != 1 || !slices.Equal(lines[0].Fields, []string{"name"}) {
			k.Fatalf("Lines: got %+v", lines)
		}
		got.Counts["read"], lines[0].Fields[0] = 99, "spoilt"
	}
}
