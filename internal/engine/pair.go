// Package engine has the one pass that every flow is an instance of: read,
// gate, match, map, plan, apply, settle. It knows neither system; a Pair
// supplies what differs between kinds of records and directions.
package engine

import (
	"context"
	"iter"
	"time"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/mapping"
)

// BatchSize is the number of records that are planned, applied and settled
// together: a page of the target.
const BatchSize = 100

// Item is one record of a source.
type Item[S any] struct {
	ID string
	// Label is what people call the record.
	Label  string
	Record S
	// Err says that the record could not be read completely.
	Err error
}

// Batch is a run of items, at most BatchSize, and the token that stands for
// "read up to here". The last batch of a reading may have no items.
type Batch[S any] struct {
	Items  []Item[S]
	Cursor string
	// Total is the number of records of the whole reading, 0 when unknown.
	Total int
}

// Source reads records of one kind from one system.
type Source[S any] interface {
	// Read yields the records changed since the cursor; "" is the first reading.
	// No record comes twice in one reading.
	Read(ctx context.Context, cursor string) iter.Seq2[Batch[S], error]
	// Get reads records again by id; records that are gone are left out.
	Get(ctx context.Context, ids []string) ([]Item[S], error)
}

// Target reads and writes records of one kind in one system.
type Target[T, P any] interface {
	// Load reads records by id in as few calls as possible; records that are gone
	// are left out.
	Load(ctx context.Context, ids []string) (map[string]*T, error)
	// Create sends the one request that makes the record exist. It returns the
	// record as the target now holds it, or nil where the answer does not say.
	Create(ctx context.Context, patch *P) (id string, after *T, err error)
	// Update sends a patch and returns the record as the target now holds it, or
	// nil where the answer does not say.
	Update(ctx context.Context, id string, patch *P) (after *T, err error)
}

// Completer is a Target whose records have parts that hang on them (notes) and
// are sent behind the create.
type Completer[P any] interface {
	// Complete sends the parts that are missing. A fresh record has none yet; of
	// others they are read first.
	Complete(ctx context.Context, id string, patch *P, fresh bool) error
}

// Verdict is what a gate says of a record.
type Verdict struct {
	// Outcome is "" to let the record pass, else Skipped or Waiting.
	Outcome pass.Outcome
	Reason  string
	Message string
	// Version is the version for which the verdict stands.
	Version string
}

// Decision is what the mapping wants of one record.
type Decision[T, P any] struct {
	Patch P
	// Writes says that an existing target has to be updated.
	Writes bool
	Fields []mapping.FieldChange
	// Remarks stand beside the outcome.
	Remarks []string
	// Guard names the brake that has to agree to the step; "" is none.
	Guard pass.BrakeName
	// Base says that the record counts in the base of these brakes: its target
	// was enabled or above zero.
	Base []pass.BrakeName
	// Bind puts the ids of the children into the patch, in the order in which
	// the work named them; nil when it needs none.
	Bind func(patch *P, childIDs []string)
	// Keep says that the row already says all when there is nothing to write.
	Keep bool
	// Settle fills the record's row and returns the rows of its parts, once the
	// write is confirmed. after is nil where nobody said what the target holds.
	Settle func(row *state.Record, after *T) []state.Record
}

// Pair is one kind of record in one direction. Nil functions do nothing.
type Pair[S, T, P any] struct {
	// Flow is the name under which the state keeps the rows.
	Flow string
	// Fingerprint identifies the mapping, Mapping names it to people; "" is none.
	Fingerprint, Mapping string
	// Origin is written to the rows of records that we create.
	Origin string
	Source Source[S]
	Target Target[T, P]
	// Timeout bounds one write request at the target.
	Timeout time.Duration

	// Once says that a target is created once and never updated.
	Once bool
	// ReadBack says that created and updated targets are read again, in pages,
	// where the answer did not say what they now hold.
	ReadBack bool
	// Recreate says that a linked target that is gone is created again.
	Recreate bool

	// Standing says that the source's records do not come and go like orders: if it
	// had some and answers that it has none, something is wrong with the answer.
	Standing bool
	// ReadsAll says that every reading yields every record.
	ReadsAll bool

	// Parts names the rows of the record's parts, which are loaded with it.
	Parts func(*S) []string
	// Gate sorts out records before anything is looked up for them.
	Gate func(*Work[S, T, P]) Verdict
	// Holds are the quantities that the record holds back while it is not settled.
	Holds func(*S) []state.Hold
	// Enrich looks up what the mapping needs in the state, for a batch.
	Enrich func(ctx context.Context, works []*Work[S, T, P]) error
	// Version is the version of the record; equal versions need no work.
	Version func(*S) (string, error)
	// Match finds the target of records without a link; nil: links only, records
	// without one are created.
	Match *Matcher[S, T]
	// Probe looks for announced creates without an answer and returns the target
	// ids of those it found, by source id. A create whose fate cannot be known yet
	// is named in undecided.
	Probe func(ctx context.Context, works []*Work[S, T, P]) (found map[string]string, undecided map[string]bool, err error)
	// First reports whether a cursor stands inside the first reading: until it is
	// complete, records without a row are probed for, since the state may be lost.
	// nil: never.
	First func(cursor string) bool
	// Prepare looks up what the mapping needs in the two systems, for a batch.
	Prepare func(ctx context.Context, works []*Work[S, T, P]) error
	// Map decides about one record; w.Current is nil for a create.
	Map func(w *Work[S, T, P]) (Decision[T, P], error)
	// Trace explains what Map decides, in plans. nil: there is nothing to explain.
	Trace func(w *Work[S, T, P]) *pass.Trace
	// Impact compares what Map decides with what another mapping would. Only an
	// Impact asks for it.
	Impact func(w *Work[S, T, P]) []mapping.Difference
	// Reference is the text that a create leaves in the target, without personal
	// data; it is saved with the announcement.
	Reference func(*S) string
	// Remedy says what to do about a reason for which a record was parked.
	Remedy func(reason string) string
}

func (p *Pair[S, T, P]) reads(records state.Records) reads[S, T] {
	return reads[S, T]{flow: p.Flow, records: records, load: p.Target.Load, get: p.get}
}

// get reads source records again; pairs without a source only plan what others
// need and never compare their records with each other.
func (p *Pair[S, T, P]) get(ctx context.Context, ids []string) ([]Item[S], error) {
	if p.Source == nil || len(ids) == 0 {
		return nil, nil
	}
	return p.Source.Get(ctx, ids)
}
