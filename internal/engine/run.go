package engine

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
)

// run is a pass being carried out.
type run[S, T, P any] struct {
	*Pass[S, T, P]
	applier *applier
	report  *pass.Report
	cursor  string
	brakes  *brakes
	held    []*Job
	// moved says that the cursor is another than the pass began with.
	moved bool
	// begun says that the journal knows the run; worked counts the records with
	// something to do.
	begun  bool
	worked int
	// mapping is the stored token of the mapping.
	mapping string
}

// Run carries out the pass. The report is never nil; the error is why a stopped
// pass stopped.
func (p *Pass[S, T, P]) Run(ctx context.Context) (*pass.Report, error) {
	concurrency := p.Concurrency
	if concurrency == 0 {
		concurrency = defaultConcurrency
	}
	retry := p.Retry
	if retry == (Retry{}) {
		retry = defaultRetry
	}
	r := &run[S, T, P]{
		Pass:    p,
		applier: &applier{store: p.Store, concurrency: concurrency, retry: retry},
		report:  &pass.Report{Flow: p.Pair.Flow, RunID: newRunID(), Started: time.Now().UTC(), State: pass.Complete},
		brakes:  newBrakes(p.Brakes),
	}
	err := r.all(ctx)
	return r.report, r.end(ctx, err)
}

func (r *run[S, T, P]) all(ctx context.Context) error {
	if err := r.begin(ctx); err != nil {
		return err
	}
	for batch, err := range r.batches(ctx, r.cursor) {
		if err != nil {
			return err
		}
		if err := r.lease(ctx); err != nil {
			return err
		}
		if err := r.carryOut(ctx, batch); err != nil {
			return err
		}
		if r.report.State == pass.Partial || r.overBudget() {
			return nil
		}
	}
	if err := r.release(ctx); err != nil {
		return err
	}
	return r.rollOut(ctx)
}

func (r *run[S, T, P]) begin(ctx context.Context) error {
	r.observe(pass.Event{Kind: pass.EventStarted})
	if err := r.lease(ctx); err != nil {
		return err
	}
	err := r.Store.Journal.Begin(ctx, state.Run{ID: r.report.RunID, Flow: r.report.Flow, Started: r.report.Started, Mapping: r.Pair.Mapping})
	if err != nil {
		return storeFault(fmt.Errorf("begin run: %w", err))
	}
	r.begun = true
	if r.cursor, err = r.Pass.cursor(ctx); err != nil {
		return err
	}
	return r.noteMapping(ctx)
}

// lease takes or renews the flow's lease where the store has leases.
func (r *run[S, T, P]) lease(ctx context.Context) error {
	if r.Store.Leases == nil {
		return nil
	}
	_, ok, err := r.Store.Leases.Acquire(ctx, r.report.Flow, r.report.RunID, leaseTime)
	if err != nil {
		return storeFault(fmt.Errorf("take lease of %s: %w", r.report.Flow, err))
	}
	if !ok {
		return leaseLost(r.report.Flow)
	}
	return nil
}

func leaseLost(flow string) error {
	return &pass.Error{Class: pass.ClassVersionConflict, Reason: "LeaseHeld",
		Err:    fmt.Errorf("another worker runs %s", flow),
		Remedy: "run one pass of a flow at a time, or wait until its lease has run out"}
}

// carryOut applies one planned batch and stores the cursor behind it.
func (r *run[S, T, P]) carryOut(ctx context.Context, batch *planned[S, T, P]) error {
	jobs, capped := r.brakes.cap(batch.jobs())
	now, held := r.brakes.split(jobs)
	r.applier.readBack = func(ctx context.Context) error { return readBack(ctx, batch.works) }
	err := r.applier.apply(ctx, now)
	if bookErr := r.book(ctx, now, batch.total); err == nil {
		err = bookErr
	}
	if err != nil {
		return err
	}
	if err := r.hold(ctx, held); err != nil {
		return err
	}
	if capped != nil {
		r.report.State, r.report.Cause = pass.Partial, pass.CauseCap
		r.report.Brakes = append(r.report.Brakes, *capped)
		return nil
	}
	return r.move(ctx, batch)
}

// readBack reads the written records whose answer did not say what the target
// made of them: one call for a page of them instead of one each.
func readBack[S, T, P any](ctx context.Context, works []*Work[S, T, P]) error {
	var unread []*Work[S, T, P]
	var ids []string
	for _, w := range works {
		if w.pair.ReadBack && w.wrote && w.after == nil && w.err == nil {
			w.unread = true
			unread, ids = append(unread, w), append(ids, w.Row.TargetID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	targets, err := unread[0].pair.Target.Load(ctx, ids)
	if err != nil && stops(err) {
		return err
	}
	for _, w := range unread {
		if w.after = targets[w.Row.TargetID]; w.after != nil {
			w.unread = false
		}
	}
	return nil
}

// book counts the jobs that came to an end, tells the observer and writes the
// journal.
func (r *run[S, T, P]) book(ctx context.Context, jobs []*Job, total int) error {
	var lines []state.Line
	now := time.Now().UTC()
	for _, j := range jobs {
		if !j.sent && !j.settled && j.send != nil {
			continue
		}
		step := j.result()
		r.report.Count(step)
		if !j.keep {
			r.worked++
		}
		r.observe(pass.Event{Kind: pass.EventStep, Step: &step, Read: r.report.Read, Total: total})
		if step.Outcome != pass.Unchanged && !j.keep {
			lines = append(lines, lineOf(now, step))
		}
	}
	r.observe(pass.Event{Kind: pass.EventProgress, Read: r.report.Read, Total: total})
	if len(lines) == 0 {
		return nil
	}
	keepCtx, cancel := context.WithTimeout(context.WithoutCancel(ctx), saveTimeout)
	defer cancel()
	if err := r.Store.Journal.Append(keepCtx, r.report.RunID, lines); err != nil {
		return storeFault(fmt.Errorf("append to journal: %w", err))
	}
	return nil
}

func lineOf(now time.Time, step pass.Step) state.Line {
	line := state.Line{At: now, Flow: step.Flow, SourceID: step.SourceID, TargetID: step.TargetID,
		Outcome: string(step.Outcome), Reason: step.Reason}
	for _, f := range step.Fields {
		if f.Writes() {
			line.Fields = append(line.Fields, f.Field)
		}
	}
	return line
}

// move stores the cursor behind a batch whose records are all settled or due.
func (r *run[S, T, P]) move(ctx context.Context, batch *planned[S, T, P]) error {
	if !batch.moves || batch.cursor == r.cursor {
		return nil
	}
	swapped, err := r.Store.Cursors.Swap(ctx, r.report.Flow, r.cursor, batch.cursor)
	if err != nil {
		return storeFault(fmt.Errorf("store cursor of %s: %w", r.report.Flow, err))
	}
	if !swapped {
		return leaseLost(r.report.Flow)
	}
	r.cursor, r.moved = batch.cursor, true
	return nil
}

func (r *run[S, T, P]) overBudget() bool {
	over := r.MaxRecords > 0 && r.worked >= r.MaxRecords ||
		r.MaxTime > 0 && (r.worked > 0 || r.moved) && time.Since(r.report.Started) >= r.MaxTime
	if over {
		r.report.State, r.report.Cause = pass.Partial, pass.CauseBudget
	}
	return over
}

// end closes the report and the run's row in the journal.
func (r *run[S, T, P]) end(ctx context.Context, err error) error {
	r.conclude(err)
	r.report.Ended = time.Now().UTC()
	r.observe(pass.Event{Kind: pass.EventEnded, Read: r.report.Read})
	keepCtx, cancel := context.WithTimeout(context.WithoutCancel(ctx), saveTimeout)
	defer cancel()
	if r.Store.Leases != nil {
		err = errors.Join(err, storeFault(r.Store.Leases.Release(keepCtx, r.report.Flow, r.report.RunID)))
	}
	if !r.begun || causeOf(err) == pass.CauseStore && err != nil {
		return err
	}
	endErr := r.Store.Journal.End(keepCtx, r.runRow())
	return errors.Join(err, storeFault(endErr))
}

func (r *run[S, T, P]) conclude(err error) {
	left := r.report.Counts[pass.Failed] + r.report.Counts[pass.Unknown]
	switch {
	case err != nil:
		r.report.State, r.report.Cause = pass.Stopped, causeOf(err)
		if errors.Is(err, errEmptySource) {
			r.report.Brakes = append(r.report.Brakes, pass.Brake{Name: pass.BrakeEmptySource})
		}
	case r.report.State == pass.Complete && left > 0:
		r.report.State, r.report.Cause = pass.Partial, pass.CauseFailures
	}
}

func (r *run[S, T, P]) runRow() state.Run {
	row := state.Run{ID: r.report.RunID, Flow: r.report.Flow, Started: r.report.Started, Ended: r.report.Ended,
		State: string(r.report.State), Counts: map[string]int{"read": r.report.Read}}
	if r.report.Cause != "" {
		row.State += "(" + string(r.report.Cause) + ")"
	}
	for outcome, n := range r.report.Counts {
		row.Counts[string(outcome)] = n
	}
	return row
}

func (r *run[S, T, P]) observe(e pass.Event) {
	if r.Observe == nil {
		return
	}
	e.At, e.Flow, e.RunID = time.Now().UTC(), r.report.Flow, r.report.RunID
	r.Observe(e)
}
