package engine

import (
	"context"
	"fmt"
	"time"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
)

// maxSaves bounds how often rows are saved again that another worker changed
// in between.
const maxSaves = 3

// rowKey names a row of the state.
type rowKey struct{ flow, sourceID string }

// settle saves the rows of all jobs, needed records first.
func (a *applier) settle(ctx context.Context, jobs []*Job) error {
	now := time.Now()
	byFlow, flows := map[string][]state.Record{}, []string{}
	owners := map[rowKey]*Job{}
	for _, j := range jobs {
		if j.saved {
			continue
		}
		rows := j.rowsToSave(now, a.retry)
		if len(rows) > 0 && byFlow[j.flow] == nil {
			flows = append(flows, j.flow)
		}
		byFlow[j.flow] = append(byFlow[j.flow], rows...)
		owners[rowKey{j.flow, j.Row.SourceID}] = j
	}
	for _, flow := range flows {
		taken, err := a.save(ctx, flow, byFlow[flow])
		if err != nil {
			return err
		}
		for _, row := range taken {
			if owner := owners[rowKey{flow, row.SourceID}]; owner != nil {
				owner.Fail(linkedTwice(row))
			}
		}
	}
	for _, j := range jobs {
		j.saved = true
		j.Row.Revision++
	}
	return nil
}

// rowsToSave are the rows of a job; one that was never sent only takes its
// announcement back.
func (j *Job) rowsToSave(now time.Time, retry Retry) []state.Record {
	if j.sent || j.settled || j.send == nil {
		return j.rows(now, retry)
	}
	if j.Row.Announced == nil {
		return nil
	}
	j.Row.Announced, j.Row.RetryAt = nil, now
	return []state.Record{j.Row}
}

func linkedTwice(row state.Record) error {
	return &pass.Error{Class: pass.ClassDuplicate, Reason: "TargetLinkedTwice",
		Err:    fmt.Errorf("record %s of the target is linked to another record of the source", row.TargetID),
		Remedy: remedies["TargetLinkedTwice"]}
}

// save stores rows. A refused row was changed by another worker: it is loaded
// and saved again on top, unless it names another target, which nothing may
// overwrite. Rows whose target another row has are returned, and stay without it.
func (a *applier) save(ctx context.Context, flow string, rows []state.Record) (taken []state.Record, err error) {
	for range maxSaves {
		refused, err := a.store.Records.Save(ctx, flow, rows)
		if err != nil {
			return nil, storeFault(fmt.Errorf("save rows of %s: %w", flow, err))
		}
		if len(refused) == 0 {
			return taken, nil
		}
		var twice []state.Record
		if rows, twice, err = a.rebase(ctx, flow, rows, refused); err != nil {
			return nil, err
		}
		taken = append(taken, twice...)
	}
	return nil, &pass.Error{Class: pass.ClassVersionConflict, Reason: "RowsContended",
		Err: fmt.Errorf("rows of %s were changed by another worker %d times in a row", flow, maxSaves)}
}

// unlinked is the row of a record whose target another row has. It stays as it is
// stored: the create that was announced is looked for, and not sent again.
func (a *applier) unlinked(stored state.Record, id string) state.Record {
	stored.SourceID, stored.Reason = id, "TargetLinkedTwice"
	stored.RetryAt = time.Now().Add(a.retry.after(stored.Attempts))
	stored.Attempts++
	return stored
}

// rebase returns the refused rows on top of the stored ones, and those that were
// not refused for their revision.
func (a *applier) rebase(ctx context.Context, flow string, rows []state.Record, refused []string) (again, twice []state.Record, err error) {
	stored, err := a.store.Records.Load(ctx, flow, refused)
	if err != nil {
		return nil, nil, storeFault(fmt.Errorf("load refused rows of %s: %w", flow, err))
	}
	current := make(map[string]state.Record, len(stored))
	for _, row := range stored {
		current[row.SourceID] = row
	}
	retry := map[string]bool{}
	for _, id := range refused {
		retry[id] = true
	}
	for _, row := range rows {
		if !retry[row.SourceID] {
			continue
		}
		now := current[row.SourceID]
		if now.Revision == row.Revision && row.TargetID != "" {
			twice, again = append(twice, row), append(again, a.unlinked(now, row.SourceID))
			continue
		}
		if row.TargetID == "" || (now.TargetID != "" && now.TargetID != row.TargetID) {
			continue
		}
		row.Revision = now.Revision
		again = append(again, row)
	}
	return again, twice, nil
}
