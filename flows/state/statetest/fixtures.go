package statetest

import (
	"fmt"
	"time"

	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/mapping"
)

// noon is the instant around which the cases are built, with nanoseconds.
func noon() time.Time { return time.Date(2026, 3, 14, 12, 0, 0, 123456789, time.UTC) }

// far is a zone that no server runs in.
func far() *time.Location { return time.FixedZone("far", 13*3600+45*60) }

func hash(n byte) (h mapping.Hash) {
	for i := range h {
		h[i] = n * byte(i)
	}
	return h
}

// linked is a row with a target.
func linked(sourceID, targetID string) state.Record {
	return state.Record{SourceID: sourceID, TargetID: targetID}
}

// due is a row with a retry time.
func due(sourceID string, at time.Time) state.Record {
	return state.Record{SourceID: sourceID, RetryAt: at, Reason: "UnknownSKU"}
}

// holding is a row that holds one piece of an article.
func holding(sourceID string) state.Record {
	return state.Record{SourceID: sourceID, Holds: []state.Hold{{Article: "art-" + sourceID, Quantity: "1"}}}
}

// at is a row as it has to be saved when the store has it at a revision.
func at(revision int64, row state.Record) state.Record {
	row.Revision = revision
	return row
}

// full is a row with every field set.
func full(sourceID string) state.Record {
	return state.Record{
		SourceID:    sourceID,
		TargetID:    "target-" + sourceID,
		Origin:      "salespos",
		Version:     "v-0017",
		Fingerprint: "5e884898da28",
		Baselines: mapping.Baselines{
			"name":       {Sent: hash(1), Held: hash(1)},
			"longText":   {Sent: hash(2), Held: hash(3)},
			"categories": {Sent: hash(4), Held: hash(5), Elements: []mapping.Hash{hash(6), hash(7)}},
		},
		Announced: &state.Announcement{
			Reference: "ref-" + sourceID, Batch: "batch-1",
			First: noon().Add(-time.Hour), SendBy: noon().Add(30 * time.Second),
		},
		RetryAt:  noon(),
		Reason:   "UnknownSKU",
		Attempts: 3,
		Holds:    []state.Hold{{Article: "a-1", Quantity: "2"}, {Article: "a-2", Quantity: "0.750"}},
		Stock:    &state.Stock{Pushed: "12", Seen: "unlimited", At: noon().Add(-time.Minute)},
	}
}

// many makes rows with ids of a fixed width, so that they sort by number.
func many(n int, row func(sourceID string) state.Record) []state.Record {
	out := make([]state.Record, n)
	for i := range out {
		out[i] = row(fmt.Sprintf("id-%05d", i))
	}
	return out
}

// large is the number of rows that no single statement of a store should take
// for granted.
const large = 1200

// oddIDs are ids that stores like to mix up.
func oddIDs() []string {
	return []string{
		" ", " x", "%", "'; DROP TABLE x; --", "*", "-1", "0", "00", "A", "_", "a", "a ", "a\tb", "a\nb",
		"a%", "a/b?c=d&e", `a\b`, "ab", "null", "\u00e9", "e\u0301", "ß", "ss", "ÄÖÜ", "漢字", "😀", "👩‍👩‍👧",
	}
}
