package engine

import (
	"context"
	"sync"
	"time"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
)

// Job is the part of a work that does not depend on the types of its records:
// its row, its step and what has to be sent for it.
type Job struct {
	// Row is the record's row as loaded; its Revision is 0 when there is none yet.
	Row state.Record

	flow    string
	origin  string
	timeout time.Duration
	step    pass.Step
	err     error
	needs   []*Job

	version     string // what the row's Version becomes when the record settles
	fingerprint string
	reference   string
	holds       []state.Hold
	guard       pass.BrakeName
	base        []pass.BrakeName

	settled bool // the outcome is final and nothing is sent
	keep    bool // the row is left as it is
	finish  bool // an interrupted create is being finished

	once  sync.Once
	lost  bool // another worker has the record
	sent  bool // apply came to an end for it
	fresh bool // created in this pass
	wrote bool // a write succeeded
	// unread says that the target was not read back after the create.
	unread bool
	saved  bool // the rows are stored

	// send carries out the step; it may set Row.TargetID.
	send func(ctx context.Context) error
	// bind puts the ids of the needed records into the patch.
	bind func(ids []string)
	// settle fills the row and returns the rows of the record's parts.
	settle func(row *state.Record) []state.Record
	// trace explains a record that was mapped, or could not be.
	trace func() *pass.Trace
}

// end makes the outcome final.
func (j *Job) end(outcome pass.Outcome, reason, message string) {
	j.settled = true
	j.step.Outcome, j.step.Reason, j.step.Message = outcome, reason, message
}

// Fail makes an error the record's outcome; other records go on. A write whose
// answer is missing is unknown, what may succeed by itself or stopped the pass has
// failed, everything else is parked.
func (j *Job) Fail(err error) {
	fault := faultOf(err)
	outcome := pass.Parked
	switch {
	case fault.Unknown:
		outcome = pass.Unknown
	case fault.Retryable(), stops(err):
		outcome = pass.Failed
	}
	j.err = err
	j.end(outcome, fault.Reason, err.Error())
	j.step.Err = err
}

// Skip ends the record as none of this flow's business.
func (j *Job) Skip(reason, message string) { j.end(pass.Skipped, reason, message) }

// Need says that another record has to exist first. Its id is handed to Bind.
func (j *Job) Need(other *Job) { j.needs = append(j.needs, other) }

// Needs are the records that have to exist first.
func (j *Job) Needs() []*Job { return j.needs }

// Remark notes something beside the outcome.
func (j *Job) Remark(remark string) { j.step.Remarks = append(j.step.Remarks, remark) }

// Settled reports whether the outcome is final already.
func (j *Job) Settled() bool { return j.settled }

// TargetID is the id of the linked target, "" while there is none.
func (j *Job) TargetID() string { return j.Row.TargetID }

// creates says that the record has to be announced and created.
func (j *Job) creates() bool { return !j.settled && j.send != nil && j.Row.TargetID == "" }

// result is the step with the steps of the needed records in it.
func (j *Job) result() pass.Step {
	step := j.step
	step.TargetID = j.Row.TargetID
	for _, need := range j.needs {
		step.Children = append(step.Children, need.result())
	}
	return step
}

// planned is result with traces.
func (j *Job) planned() pass.Step {
	step := j.result()
	j.explain(&step)
	return step
}

func (j *Job) explain(step *pass.Step) {
	if j.trace != nil {
		step.Trace = j.trace()
	}
	for i, need := range j.needs {
		need.explain(&step.Children[i])
	}
}

// withNeeds lists jobs and everything they need, needed ones first, each once.
func withNeeds(jobs []*Job) []*Job {
	seen := make(map[*Job]bool, len(jobs))
	var all []*Job
	var visit func(j *Job)
	visit = func(j *Job) {
		if seen[j] {
			return
		}
		seen[j] = true
		for _, need := range j.needs {
			visit(need)
		}
		all = append(all, j)
	}
	for _, j := range jobs {
		visit(j)
	}
	return all
}
