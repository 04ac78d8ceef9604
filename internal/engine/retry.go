package engine

import (
	"time"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
)

// Retry is when parked records are tried again: after First, doubling up to
// Max. Failed records come back in the next pass.
type Retry struct {
	First, Max time.Duration
}

// DefaultRetry is one hour, doubling to a day.
var defaultRetry = Retry{First: time.Hour, Max: 24 * time.Hour}

func (r Retry) after(attempts int) time.Duration {
	delay := r.First
	for range attempts {
		if delay *= 2; delay >= r.Max {
			return r.Max
		}
	}
	return delay
}

// rows returns the rows to save for a job that came to its end; none when the
// stored ones still stand.
func (j *Job) rows(now time.Time, retry Retry) []state.Record {
	if j.keep || j.lost {
		return nil
	}
	row := &j.Row
	switch j.step.Outcome {
	case pass.Created, pass.Updated, pass.Unchanged:
		return j.settledRows(now)
	case pass.Skipped, pass.Waiting:
		if j.step.Outcome == pass.Skipped && row.Revision == 0 && row.TargetID == "" {
			return nil // a record that is none of our business needs no row
		}
		row.Version, row.Fingerprint = j.version, j.fingerprint
		row.Reason, row.RetryAt, row.Attempts, row.Announced = j.step.Reason, time.Time{}, 0, nil
		if row.Holds = nil; j.step.Outcome == pass.Waiting {
			row.Holds = j.holds
		}
	case pass.Parked:
		row.Version, row.Fingerprint = j.parkedVersion(), j.fingerprint
		row.RetryAt, row.Announced = now.Add(retry.after(row.Attempts)), nil
		j.unsettled(row)
	case pass.Failed:
		row.RetryAt, row.Announced = now.Add(faultOf(j.err).After), nil
		if j.finish || j.fresh {
			row.Version = ""
		}
		j.unsettled(row)
	case pass.Unknown:
		if row.RetryAt = now; row.Announced != nil {
			row.RetryAt = later(now, settledBy(row.Announced, j.timeout))
		}
		j.unsettled(row)
	}
	return []state.Record{*row}
}

func (j *Job) unsettled(row *state.Record) {
	row.Reason, row.Holds = j.step.Reason, nil
	if row.TargetID == "" {
		row.Holds = j.holds // what exists at the target is counted there
	}
	row.Attempts++
}

// parkedVersion keeps a record whose create was cut off recognisable as such, and
// no other: a record may be parked before its version is known.
func (j *Job) parkedVersion() string {
	switch {
	case j.finish || j.fresh:
		return ""
	case j.version == "":
		return noVersion
	default:
		return j.version
	}
}

func (j *Job) settledRows(now time.Time) []state.Record {
	row := &j.Row
	row.Reason, row.RetryAt, row.Attempts, row.Announced, row.Holds = "", time.Time{}, 0, nil, nil
	if j.unread {
		// The write is confirmed, but not what the target made of it: the record
		// keeps its old version, none after a create, and is due at once.
		row.RetryAt = now
		return []state.Record{*row}
	}
	row.Version, row.Fingerprint = j.version, j.fingerprint
	var parts []state.Record
	if j.settle != nil {
		parts = j.settle(row)
	}
	return append(parts, *row)
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}
