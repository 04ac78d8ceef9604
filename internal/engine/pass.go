package engine

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"iter"
	"slices"
	"time"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
)

// Pass is one pass of a pair: what is due, then what changed.
type Pass[S, T, P any] struct {
	Pair  *Pair[S, T, P]
	Store state.Store
	// Full plans every record of the source, settled or not.
	Full bool
	// Only limits the pass to these source ids; the cursor stays.
	Only []string
	// MaxRecords and MaxTime end the pass after a batch; 0 is no limit. Records that
	// need nothing do not count, and time only behind a record or a cursor that came
	// forward, or a pass could end at the same records for ever.
	MaxRecords int
	MaxTime    time.Duration
	// Concurrency is the number of records sent side by side.
	Concurrency int
	Retry       Retry
	Brakes      pass.Brakes
	// Observe is told what happens; it may be nil.
	Observe func(pass.Event)
}

var errEmptySource = errors.New("the source answers that it has no records, and had some before")

// EmptySource is the error of a source which had records and has none now:
// never a reason to change a target.
func EmptySource() error {
	return &pass.Error{Class: pass.ClassBrake, Reason: "EmptySource", Err: errEmptySource,
		Remedy: "check the account and its filters; nothing was changed"}
}

// defaultConcurrency keeps a rate of 600 calls a minute busy at the usual
// latencies.
const defaultConcurrency = 4

// leaseTime is how long a lease lasts; each batch takes it again.
const leaseTime = 10 * time.Minute

// planned is a batch of works with the token that is stored when it is done.
type planned[S, T, P any] struct {
	works []*Work[S, T, P]
	// cursor is the token behind the batch; moves says that it is to be stored.
	cursor string
	moves  bool
	total  int
}

func (p *planned[S, T, P]) jobs() []*Job {
	jobs := make([]*Job, len(p.works))
	for i, w := range p.works {
		jobs[i] = w.Job
	}
	return jobs
}

// Plan yields what the pass would do with each record, and explains it. It writes
// nothing, neither to a system nor to the state.
func (p *Pass[S, T, P]) Plan(ctx context.Context) iter.Seq2[pass.Step, error] {
	return func(yield func(pass.Step, error) bool) {
		for w, err := range p.works(ctx) {
			if err != nil {
				yield(pass.Step{}, err)
				return
			}
			if !yield(w.planned(), nil) {
				return
			}
		}
	}
}

// works plans each record of the pass. An error comes last.
func (p *Pass[S, T, P]) works(ctx context.Context) iter.Seq2[*Work[S, T, P], error] {
	return func(yield func(*Work[S, T, P], error) bool) {
		cursor, err := p.cursor(ctx)
		if err != nil {
			yield(nil, err)
			return
		}
		for batch, err := range p.batches(ctx, cursor) {
			if err != nil {
				yield(nil, err)
				return
			}
			for _, w := range batch.works {
				if !yield(w, nil) {
					return
				}
			}
		}
	}
}

func (p *Pass[S, T, P]) cursor(ctx context.Context) (string, error) {
	token, _, err := p.Store.Cursors.Cursor(ctx, p.Pair.Flow)
	if err != nil {
		return "", storeFault(fmt.Errorf("load cursor of %s: %w", p.Pair.Flow, err))
	}
	return token, nil
}

// batches plans what is due and then what changed since the cursor. It is the
// same for a plan and for a pass.
func (p *Pass[S, T, P]) batches(ctx context.Context, cursor string) iter.Seq2[*planned[S, T, P], error] {
	return func(yield func(*planned[S, T, P], error) bool) {
		planner := &Planner[S, T, P]{pair: p.Pair, records: p.Store.Records, full: p.Full, first: p.Pair.First != nil && p.Pair.First(cursor)}
		taken := map[string]bool{}
		if len(p.Only) > 0 {
			p.only(ctx, planner, yield)
			return
		}
		if !p.due(ctx, planner, taken, yield) {
			return
		}
		p.changed(ctx, planner, cursor, taken, yield)
	}
}

func (p *Pass[S, T, P]) only(ctx context.Context, planner *Planner[S, T, P], yield func(*planned[S, T, P], error) bool) {
	for ids := range slices.Chunk(p.Only, BatchSize) {
		rows, err := p.rowsOf(ctx, ids)
		if err != nil {
			yield(nil, err)
			return
		}
		works, err := p.planRows(ctx, planner, rows)
		if !yield(&planned[S, T, P]{works: works}, err) || err != nil {
			return
		}
	}
}

// rowsOf loads the rows of records; one that has none gets an empty one.
func (p *Pass[S, T, P]) rowsOf(ctx context.Context, ids []string) ([]state.Record, error) {
	stored, err := p.Store.Records.Load(ctx, p.Pair.Flow, ids)
	if err != nil {
		return nil, storeFault(fmt.Errorf("load rows of %s: %w", p.Pair.Flow, err))
	}
	byID := make(map[string]state.Record, len(stored))
	for _, row := range stored {
		byID[row.SourceID] = row
	}
	rows := make([]state.Record, len(ids))
	for i, id := range ids {
		rows[i] = byID[id]
		rows[i].SourceID = id
	}
	return rows, nil
}

// due plans the records whose time has come. It reports whether to go on.
func (p *Pass[S, T, P]) due(ctx context.Context, planner *Planner[S, T, P], taken map[string]bool, yield func(*planned[S, T, P], error) bool) bool {
	now, after := time.Now(), ""
	for {
		rows, err := p.Store.Records.Due(ctx, p.Pair.Flow, now, after, BatchSize)
		if err != nil {
			yield(nil, storeFault(fmt.Errorf("load due records of %s: %w", p.Pair.Flow, err)))
			return false
		}
		if len(rows) == 0 {
			return true
		}
		after = rows[len(rows)-1].SourceID
		for _, row := range rows {
			taken[row.SourceID] = true
		}
		works, err := p.planRows(ctx, planner, rows)
		if !yield(&planned[S, T, P]{works: works}, err) || err != nil {
			return false
		}
	}
}

// planRows reads the records of rows again and plans them.
func (p *Pass[S, T, P]) planRows(ctx context.Context, planner *Planner[S, T, P], rows []state.Record) ([]*Work[S, T, P], error) {
	ids := make([]string, len(rows))
	for i, row := range rows {
		ids[i] = row.SourceID
	}
	items, err := p.Pair.Source.Get(ctx, ids)
	if err != nil {
		return nil, fmt.Errorf("read records again: %w", err)
	}
	works, err := planner.Plan(ctx, items)
	if err != nil {
		return nil, err
	}
	here := map[string]bool{}
	for _, item := range items {
		here[item.ID] = true
	}
	for _, row := range rows {
		if !here[row.SourceID] {
			works = append(works, goneWork(p.Pair, row))
		}
	}
	return works, nil
}

// goneWork ends a record that the source does not have.
func goneWork[S, T, P any](pair *Pair[S, T, P], row state.Record) *Work[S, T, P] {
	w := &Work[S, T, P]{pair: pair, Item: Item[S]{ID: row.SourceID}, Job: &Job{
		Row: row, flow: pair.Flow, version: row.Version, fingerprint: row.Fingerprint,
		step: pass.Step{Flow: pair.Flow, SourceID: row.SourceID},
	}}
	if row.Announced != nil {
		w.Fail(goneUnanswered(row.Announced.Reference))
		return w
	}
	w.end(pass.Skipped, "gone", "the source does not have the record")
	return w
}

// goneUnanswered is for a record that the source lost while it was not known
// whether its create had arrived.
func goneUnanswered(reference string) error {
	return &pass.Error{Class: pass.ClassNotFound, Reason: "GoneUnanswered",
		Err:    errors.New("the source no longer has the record, and whether its create arrived is not known"),
		Remedy: fmt.Sprintf("look for %q in the target and remove it there if it is not wanted", reference)}
}

func (p *Pass[S, T, P]) changed(ctx context.Context, planner *Planner[S, T, P], cursor string, taken map[string]bool, yield func(*planned[S, T, P], error) bool) {
	from := cursor
	if p.Full {
		from = ""
	}
	read := false
	for batch, err := range p.Pair.Source.Read(ctx, from) {
		if err != nil {
			yield(nil, fmt.Errorf("read %s: %w", p.Pair.Flow, err))
			return
		}
		if read = read || len(batch.Items) > 0; !read && p.emptied(cursor) {
			break
		}
		items := batch.Items[:0:0]
		for _, item := range batch.Items {
			if !taken[item.ID] {
				items = append(items, item)
			}
		}
		works, err := planner.Plan(ctx, items)
		if !yield(&planned[S, T, P]{works: works, cursor: batch.Cursor, moves: true, total: batch.Total}, err) || err != nil {
			return
		}
	}
	if !read && p.emptied(cursor) {
		yield(nil, EmptySource())
	}
}

// emptied reports whether a full reading without a single record would mean that
// the source has lost what it had. Other readings compare with their cursor.
func (p *Pass[S, T, P]) emptied(cursor string) bool {
	return p.Full && p.Pair.Standing && cursor != ""
}

// newRunID names a run; 80 random bits in base 32.
func newRunID() string { return rand.Text()[:16] }
