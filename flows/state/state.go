// Package state is what a flow remembers between passes: which source record
// became which target record, what we last wrote, what is announced, what has
// to be tried again and how far a reading got.
//
// The five interfaces are small, so that each may live in another place; Store
// joins them. Implementations must pass the suite in statetest. They hold ids,
// keyed hashes, instants and stock quantities, never a customer's text or the
// amounts of an order.
//
// All methods are safe for concurrent use by several goroutines and processes.
// An error means that nothing is known: the pass stops and its cursor stays. A
// context that is already cancelled is an error and nothing is written.
//
// Ids and tokens are opaque UTF-8 text, compared and ordered byte by byte: "a1"
// and "A1" are two records. Instants come back in UTC with their nanoseconds.
// What is handed in or out is a copy: neither side sees later changes of the
// other. Nil and empty lists and maps are the same. A limit below one returns
// nothing.
package state

import (
	"context"
	"time"

	"github.com/tillsync/tillsync/mapping"
)

// Store joins the interfaces that a flow needs. Leases may be nil.
type Store struct {
	Records Records
	Cursors Cursors
	Index   Index
	Journal Journal
	Leases  Leases
}

// Records keeps one row for each source record of a flow.
type Records interface {
	// Load returns the rows of the given source ids in any order, each once. Ids
	// without a row are left out.
	Load(ctx context.Context, flow string, sourceIDs []string) ([]Record, error)

	// ByTarget returns the rows linked to the given target ids, in any order, each
	// once. "" names no row.
	ByTarget(ctx context.Context, flow string, targetIDs []string) ([]Record, error)

	// Due returns at most limit rows whose RetryAt is set and not after now,
	// ordered by source id, starting behind the source id after.
	Due(ctx context.Context, flow string, now time.Time, after string, limit int) ([]Record, error)

	// Holding returns at most limit rows with a non-empty Holds, ordered by
	// source id, starting behind the source id after.
	Holding(ctx context.Context, flow string, after string, limit int) ([]Record, error)

	// Save writes rows, each one atomically and only if the stored revision
	// equals the row's Revision (0: the row must not exist). A written row is
	// stored with Revision+1. It returns the source ids of the rows that were
	// refused because the revision differs or because another row of the flow is
	// already linked to the same target id; the other rows are written.
	// Rows are judged in their order, each on top of the ones written before it.
	// A source id is not empty and occurs at most once in rows; otherwise Save
	// returns an error and writes nothing.
	Save(ctx context.Context, flow string, rows []Record) (refused []string, err error)
}

// Record is the row of one source record in one flow.
type Record struct {
	// SourceID names the record in the source, unique within the flow.
	SourceID string
	// TargetID is the linked target record, unique within the flow; "" while
	// there is none.
	TargetID string
	// Origin is the side that created the record first; "" when unknown.
	Origin string
	// Version is the source version that was settled last; "" when none was.
	Version string
	// Fingerprint is the mapping that settled Version.
	Fingerprint string
	// Baselines are the fields' last written values, as keyed hashes.
	Baselines mapping.Baselines
	// Announced is a create that was announced and has no answer yet.
	Announced *Announcement
	// RetryAt is the instant from which the record is due again; zero: not due.
	RetryAt time.Time
	// Reason says in a word why the record is waiting, parked, failed or unknown.
	Reason string
	// Attempts counts the passes in a row that did not settle the record.
	Attempts int
	// Holds are the quantities that a not yet transferred or a reserved order
	// holds back from stock.
	Holds []Hold
	// Stock is the number last pushed to and last seen at the target.
	Stock *Stock
	// Revision is the row's version in the store; Save compares it.
	Revision int64
}

// Announcement is saved before a create is sent, so that a create whose answer
// never arrived is looked for before it is sent again.
type Announcement struct {
	// Reference is what the new record carries in the target.
	Reference string
	// Batch is the key of the batch that carried the create; "" outside batches.
	Batch string
	// First is the instant of the first announcement of this create.
	First time.Time
	// SendBy is the instant until which the request may be sent. After it the
	// sender announces again; nobody else acts before it plus the request's
	// time-out.
	SendBy time.Time
}

// Hold is a quantity that one record holds of one article.
type Hold struct {
	// Article is the id of the article in the flow's stock key space.
	Article string
	// Quantity is a decimal in plain notation, in pieces of the source.
	Quantity string
}

// Stock is the memory of a stock flow for one article. Quantities are decimals
// in plain notation.
type Stock struct {
	// Pushed is the number that we last wrote to the target; "" when none.
	Pushed string
	// Seen is the target's number when it was last read; "" when unknown,
	// "unlimited" when the target does not track the article.
	Seen string
	// At is the instant at which Seen was read.
	At time.Time
}

// Cursors keeps one opaque token for each flow.
type Cursors interface {
	// Cursor returns the token of a flow; ok is false when there is none.
	Cursor(ctx context.Context, flow string) (token string, ok bool, err error)

	// Swap stores next if the stored token equals prev. It reports whether it did.
	// "" stands for no token, so that next "" removes the stored one.
	Swap(ctx context.Context, flow, prev, next string) (swapped bool, err error)
}

// Index finds ids by keyed hash: users by e-mail, articles by SKU. A hit is a
// hint: entries are never removed when a key changes, so it is confirmed by a
// fresh read.
type Index interface {
	// Lookup returns the ids of each hash that has any, sorted.
	Lookup(ctx context.Context, name string, hashes []mapping.Hash) (map[mapping.Hash][]string, error)

	// Add stores entries (a pair already known is no error) and, in the same
	// transaction, the mark up to which the index is complete; "" keeps the
	// stored mark.
	Add(ctx context.Context, name string, entries []Entry, mark string) error

	// Mark returns the mark; ok is false when the index was never completed.
	Mark(ctx context.Context, name string) (mark string, ok bool, err error)
}

// Entry is one pair of an index.
type Entry struct {
	Hash mapping.Hash
	ID   string
}

// Journal records what was done. It is for people and monitoring; no flow reads
// it to decide.
type Journal interface {
	// Begin stores a new run; a known id is an error.
	Begin(ctx context.Context, run Run) error
	// Append stores what a run begun before did, without values.
	Append(ctx context.Context, runID string, lines []Line) error
	// End stores the end, state and counts of a run begun before; an unknown id is
	// an error.
	End(ctx context.Context, run Run) error
	// Runs returns at most limit runs of a flow, newest first.
	Runs(ctx context.Context, flow string, limit int) ([]Run, error)
	// Lines returns at most limit lines about one source record, newest first.
	Lines(ctx context.Context, flow, sourceID string, limit int) ([]Line, error)
	// Prune removes runs that ended before an instant, and their lines. Runs
	// without an end stay.
	Prune(ctx context.Context, before time.Time) error
}

// Run is one pass of a flow.
type Run struct {
	ID      string
	Flow    string
	Started time.Time
	// Ended is zero while the run goes on.
	Ended time.Time
	// State is "complete", "partial(…)" or "stopped(…)"; "" while the run goes on.
	State string
	// Counts are the records read and each outcome, by word.
	Counts map[string]int
	// Mapping names the mapping of the run; "" when it has none. It is known from
	// Begin on.
	Mapping string
}

// Line is one decision of a run.
type Line struct {
	At       time.Time
	Flow     string
	SourceID string
	TargetID string
	Outcome  string
	Reason   string
	// Fields are the names of the fields that were written.
	Fields []string
}

// Leases are optional: they spare double work, correctness does not need them.
type Leases interface {
	// Acquire takes the lease name for owner until now+ttl if it is free, expired
	// or already the owner's. The token grows with every change of owner and stays
	// when the owner renews; ok is false and the token 0 when another one holds it.
	Acquire(ctx context.Context, name, owner string, ttl time.Duration) (token int64, ok bool, err error)
	// Release gives the lease back if owner still holds it.
	Release(ctx context.Context, name, owner string) error
}
