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

// settle saves the rows of all jobs, needed records first.
func (a *applier) settle(ctx context.Context, jobs []*Job) error {
	now := time.Now()
	byFlow, flows := map[string][]state.Record{}, []string{}
	for _, j := range jobs {
		if j.saved {
			continue
		}
		rows := j.rowsToSave(now, a.retry)
		if len(rows) > 0 && byFlow[j.flow] == nil {
			flows = append(flows, j.flow)
		}
		byFlow[j.flow] = append(byFlow[j.flow], rows...)
	}
	for _, flow := range flows {
		if err := a.save(ctx, flow, byFlow[flow]); err != nil {
			return err
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

// save stores rows. A refused row was changed by another worker: it is loaded
// and saved again on top, unless it names another target, which nothing may
// overwrite.
func (a *applier) save(ctx context.Context, flow string, rows []state.Record) error {
	for range maxSaves {
		refused, err := a.store.Records.Save(ctx, flow, rows)
		if err != nil {
			return storeFault(fmt.Errorf("save rows of %s: %w", flow, err))
		}
		if len(refused) == 0 {
			return nil
		}
		if rows, err = a.rebase(ctx, flow, rows, refused); err != nil {
			return err
		}
	}
	return &pass.Error{Class: pass.ClassVersionConflict, Reason: "RowsContended",
		Err: fmt.Errorf("rows of %s were changed by another worker %d times in a row", flow, maxSaves)}
}

func (a *applier) rebase(ctx context.Context, flow string, rows []state.Record, refused []string) ([]state.Record, error) {
	stored, err := a.store.Records.Load(ctx, flow, refused)
	if err != nil {
		return nil, storeFault(fmt.Errorf("load refused rows of %s: %w", flow, err))
	}
	current := make(map[string]state.Record, len(stored))
	for _, row := range stored {
		current[row.SourceID] = row
	}
	retry := map[string]bool{}
	for _, id := range refused {
		retry[id] = true
	}
	var again []state.Record
	for _, row := range rows {
		if !retry[row.SourceID] {
			continue
		}
		now := current[row.SourceID]
		if row.TargetID == "" || (now.TargetID != "" && now.TargetID != row.TargetID) {
			continue
		}
		row.Revision = now.Revision
		again = append(again, row)
	}
	return again, nil
}
