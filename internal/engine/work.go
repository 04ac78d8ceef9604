package engine

import (
	"context"
	"fmt"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
)

// Work is one record on its way through a pass.
type Work[S, T, P any] struct {
	*Job
	Item Item[S]
	// Parts are the loaded rows of the record's parts, by source id.
	Parts map[string]state.Record
	// Current is the target as it is now; nil when it does not exist or, for
	// records that are never updated, was not read.
	Current *T
	// Decision is what the mapping wants.
	Decision Decision[T, P]

	pair    *Pair[S, T, P]
	records state.Records
	// verdict is what the gate says; what may exist is looked for first.
	verdict Verdict
	after   *T
	// blind says that the record cannot be mapped and its target was not read.
	blind bool
}

// Finish says that an interrupted create is being finished: its parts and the
// fields that are still empty at the target are written whatever their policy.
func (w *Work[S, T, P]) Finish() bool { return w.finish }

func newWork[S, T, P any](pair *Pair[S, T, P], records state.Records, item Item[S]) *Work[S, T, P] {
	w := &Work[S, T, P]{Item: item, pair: pair, records: records, Job: &Job{
		Row:         state.Record{SourceID: item.ID},
		flow:        pair.Flow,
		origin:      pair.Origin,
		timeout:     pair.Timeout,
		fingerprint: pair.Fingerprint,
		step:        pass.Step{Flow: pair.Flow, SourceID: item.ID, Label: item.Label},
	}}
	if item.Err != nil {
		return w
	}
	if pair.Holds != nil {
		w.holds = pair.Holds(&w.Item.Record)
	}
	if pair.Reference != nil {
		w.reference = pair.Reference(&w.Item.Record)
	}
	return w
}

// Each calls prepare for each open work. An error is the outcome of its work alone,
// unless it stops the pass or as many works in a row as a pass endures get no
// answer.
func Each[S, T, P any](works []*Work[S, T, P], prepare func(*Work[S, T, P]) error) error {
	silent := 0
	for _, w := range openWorks(works) {
		err := prepare(w)
		if stops(err) {
			return err
		}
		if err == nil || faultOf(err).Class != pass.ClassUnavailable {
			silent = 0
		} else if silent++; silent == maxUnavailable {
			return err
		}
		if err != nil {
			w.Fail(err)
		}
	}
	return nil
}

// decide maps the record and prepares what has to be sent.
func (w *Work[S, T, P]) decide() {
	w.explainable(false)
	decision, err := w.pair.Map(w)
	if err != nil {
		w.needs = nil // nothing is created for a record that is not written
		w.Fail(err)
		return
	}
	w.Decision = decision
	w.guard, w.base = decision.Guard, decision.Base
	w.step.Fields = decision.Fields
	w.step.Remarks = append(w.step.Remarks, decision.Remarks...)
	w.settle = w.settleRow
	if decision.Bind != nil {
		w.bind = func(ids []string) { decision.Bind(&w.Decision.Patch, ids) }
	}
	switch {
	case w.Row.TargetID == "":
		w.step.Outcome, w.send = pass.Created, w.sendCreate
	case w.finish:
		w.step.Outcome, w.send = pass.Updated, w.sendFinish
	case decision.Writes:
		w.step.Outcome, w.send = pass.Updated, w.sendUpdate
	default:
		w.step.Outcome, w.after, w.keep = pass.Unchanged, w.Current, decision.Keep
	}
}

func (w *Work[S, T, P]) settleRow(row *state.Record) []state.Record {
	if w.Decision.Settle == nil {
		return nil
	}
	return w.Decision.Settle(row, w.after)
}

// sendCreate sends the anchor and what hangs on it. "Already exists" leads to
// the existing record, which is updated under the update policies.
func (w *Work[S, T, P]) sendCreate(ctx context.Context) error {
	id, after, err := w.pair.Target.Create(ctx, &w.Decision.Patch)
	if class := faultOf(err).Class; err != nil && class == pass.ClassDuplicate && w.pair.Match != nil {
		return w.adoptExisting(ctx, err)
	}
	if err != nil {
		return err
	}
	w.Row.TargetID, w.Row.Origin, w.after, w.fresh = id, w.origin, after, true
	w.wrote = true
	return w.complete(ctx, true)
}

func (w *Work[S, T, P]) complete(ctx context.Context, fresh bool) error {
	completer, ok := w.pair.Target.(Completer[P])
	if !ok {
		return nil
	}
	return completer.Complete(ctx, w.Row.TargetID, &w.Decision.Patch, fresh)
}

// sendFinish brings an interrupted create to its end.
func (w *Work[S, T, P]) sendFinish(ctx context.Context) error {
	if w.Decision.Writes && !w.pair.Once {
		if err := w.sendUpdate(ctx); err != nil {
			return err
		}
	} else {
		w.after = w.Current
	}
	return w.complete(ctx, false)
}

// maxConflicts bounds how often an update is evaluated again because the target
// was changed at the same time.
const maxConflicts = 3

func (w *Work[S, T, P]) sendUpdate(ctx context.Context) error {
	for conflicts := 0; ; conflicts++ {
		after, err := w.pair.Target.Update(ctx, w.Row.TargetID, &w.Decision.Patch)
		if err == nil {
			w.after, w.wrote = after, true
			return nil
		}
		if faultOf(err).Class != pass.ClassVersionConflict || conflicts == maxConflicts {
			return err
		}
		if err := w.evaluateAgain(ctx); err != nil || !w.Decision.Writes {
			return err
		}
	}
}

// evaluateAgain reads the target afresh and maps the record against it.
func (w *Work[S, T, P]) evaluateAgain(ctx context.Context) error {
	current, err := w.pair.Target.Load(ctx, []string{w.Row.TargetID})
	if err != nil {
		return err
	}
	if w.Current = current[w.Row.TargetID]; w.Current == nil {
		return targetGone(w.Row.TargetID)
	}
	decision, err := w.pair.Map(w)
	if err != nil {
		return err
	}
	w.Decision, w.step.Fields, w.after = decision, decision.Fields, w.Current
	return nil
}

// adoptExisting handles a create that the target refused because its key is
// taken: the holder of the key is looked up, linked and updated.
func (w *Work[S, T, P]) adoptExisting(ctx context.Context, refusal error) error {
	id, current, err := w.pair.Match.holder(ctx, w.pair.reads(w.records), matchable[S]{Job: w.Job, record: &w.Item.Record}, refusal)
	if err != nil {
		return err
	}
	w.Row.TargetID, w.Current, w.Row.Announced = id, current, nil
	w.step.Outcome = pass.Updated
	decision, err := w.pair.Map(w)
	if err != nil {
		return err
	}
	w.Decision, w.step.Fields, w.after = decision, decision.Fields, current
	if w.pair.Once || !decision.Writes {
		w.step.Outcome = pass.Unchanged
		return nil
	}
	return w.sendUpdate(ctx)
}

func targetGone(id string) error {
	return &pass.Error{Class: pass.ClassNotFound, Reason: "TargetGone",
		Err:    fmt.Errorf("the linked record %s no longer exists in the target", id),
		Remedy: remedies["TargetGone"]}
}
