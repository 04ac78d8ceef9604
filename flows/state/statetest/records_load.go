package statetest

import (
	"slices"

	"github.com/tillsync/tillsync/flows/state"
)

func loadCases() []testCase {
	return []testCase{
		{"Records/Load of an unknown id finds nothing", loadUnknown},
		{"Records/Load of an unknown flow finds nothing", loadUnknownFlow},
		{"Records/Load without ids finds nothing", loadNothing},
		{"Records/Load leaves out ids without a row", loadSome},
		{"Records/Load returns a repeated id once", loadRepeated},
		{"Records/Load keeps flows apart", loadFlowsApart},
		{"Records/Load takes 1,200 ids", loadMany},
		{"Records/ByTarget finds the linked rows", byTargetFinds},
		{"Records/ByTarget leaves out unknown targets", byTargetUnknown},
		{"Records/ByTarget without ids finds nothing", byTargetNothing},
		{"Records/ByTarget never finds rows without a target", byTargetEmpty},
		{"Records/ByTarget returns a repeated id once", byTargetRepeated},
		{"Records/ByTarget keeps flows apart", byTargetFlowsApart},
		{"Records/ByTarget takes 1,200 ids", byTargetMany},
		{"Records/ByTarget returns whole rows", byTargetWhole},
		{"Records/ByTarget follows a changed link", byTargetFollows},
		{"Records/reading with a cancelled context is an error", readCancelled},
	}
}

func loadUnknown(k *check) {
	k.save(flow, linked("1", "t1"))
	k.sameTexts("Load", ids(k.load(flow, "2")), nil)
}

func loadUnknownFlow(k *check) {
	k.save(flow, linked("1", "t1"))
	k.sameTexts("Load", ids(k.load("never seen", "1")), nil)
}

func loadNothing(k *check) {
	k.save(flow, linked("1", "t1"))
	k.sameTexts("Load", ids(k.load(flow)), nil)
}

func loadSome(k *check) {
	k.save(flow, linked("1", "t1"), linked("2", "t2"), linked("3", "t3"))
	k.sameTexts("Load", ids(k.load(flow, "3", "none", "1", "nor this")), []string{"1", "3"})
}

func loadRepeated(k *check) {
	k.save(flow, linked("1", "t1"), linked("2", "t2"))
	k.sameTexts("Load", ids(k.load(flow, "1", "2", "1", "1")), []string{"1", "2"})
}

func loadFlowsApart(k *check) {
	k.save("orders", linked("1", "order"))
	k.save("stock", linked("1", "stock"))
	if got := k.row("orders", "1").TargetID; got != "order" {
		k.Errorf("flow orders: got target %q", got)
	}
	if got := k.row("stock", "1").TargetID; got != "stock" {
		k.Errorf("flow stock: got target %q", got)
	}
}

func loadMany(k *check) {
	rows := many(large, full)
	k.save(flow, rows...)
	got := k.load(flow, ids(rows)...)
	k.sameTexts("Load", ids(got), ids(rows))
	for i := range got {
		k.sameRow(got[i], rows[i], 1)
	}
}

func byTargetFinds(k *check) {
	k.save(flow, linked("1", "t1"), linked("2", "t2"), linked("3", "t3"))
	k.sameTexts("ByTarget", k.byTarget(flow, "t3", "t1"), []string{"1", "3"})
}

func byTargetUnknown(k *check) {
	k.save(flow, linked("1", "t1"))
	k.sameTexts("ByTarget", k.byTarget(flow, "t1", "t2", "1"), []string{"1"})
}

func byTargetNothing(k *check) {
	k.save(flow, linked("1", "t1"))
	k.sameTexts("ByTarget", k.byTarget(flow), nil)
}

func byTargetEmpty(k *check) {
	k.save(flow, linked("1", ""), linked("2", ""), linked("3", "t3"))
	k.sameTexts("ByTarget", k.byTarget(flow, "", "t3"), []string{"3"})
}

func byTargetRepeated(k *check) {
	k.save(flow, linked("1", "t1"))
	k.sameTexts("ByTarget", k.byTarget(flow, "t1", "t1"), []string{"1"})
}

func byTargetFlowsApart(k *check) {
	k.save("orders", linked("1", "t"))
	k.save("stock", linked("2", "t"))
	k.sameTexts("ByTarget", k.byTarget("stock", "t"), []string{"2"})
}

func byTargetMany(k *check) {
	rows := many(large, full)
	k.save(flow, rows...)
	var targets []string
	for _, row := range rows {
		targets = append(targets, row.TargetID)
	}
	slices.Reverse(targets)
	k.sameTexts("ByTarget", k.byTarget(flow, targets...), ids(rows))
}

func byTargetWhole(k *check) {
	k.save(flow, full("1"))
	rows, err := k.Records.ByTarget(k.ctx, flow, []string{"target-1"})
	k.ok(err, "ByTarget")
	if len(rows) != 1 {
		k.Fatalf("ByTarget: got %d rows, want 1", len(rows))
	}
	k.sameRow(rows[0], full("1"), 1)
}

func byTargetFollows(k *check) {
	k.save(flow, linked("1", "old"))
	k.save(flow, at(1, linked("1", "new")))
	k.sameTexts("ByTarget of the old target", k.byTarget(flow, "old"), nil)
	k.sameTexts("ByTarget of the new target", k.byTarget(flow, "new"), []string{"1"})
}

func readCancelled(k *check) {
	row := full("1")
	k.save(flow, row)
	ctx := k.cancelled()
	_, err := k.Records.Load(ctx, flow, []string{"1"})
	k.fails(err, "Load")
	_, err = k.Records.ByTarget(ctx, flow, []string{row.TargetID})
	k.fails(err, "ByTarget")
	_, err = k.Records.Due(ctx, flow, noon(), "", 10)
	k.fails(err, "Due")
	_, err = k.Records.Holding(ctx, flow, "", 10)
	k.fails(err, "Holding")
}

// page is Due or Holding with everything but after and limit given.
type page func(after string, limit int) ([]state.Record, error)

// walk pages through all rows and returns their ids in the order of the pages.
func (k *check) walk(next page, limit int) []string {
	k.Helper()
	var out []string
	after := ""
	for range large {
		rows, err := next(after, limit)
		k.ok(err, "page")
		if len(rows) > limit {
			k.Fatalf("page: got %d rows, limit %d", len(rows), limit)
		}
		if len(rows) == 0 {
			return out
		}
		out = append(out, ids(rows)...)
		after = rows[len(rows)-1].SourceID
	}
	k.Fatalf("pages: no end after %d of them", large)
	return nil
}
