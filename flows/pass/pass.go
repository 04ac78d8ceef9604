// Package pass has the words of a pass: what happened to a record, why, and how
// the pass as a whole ended. Every flow speaks them, plans use the same ones.
package pass

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/tillsync/tillsync/mapping"
)

// Outcome is what happened to one record; each record has exactly one.
type Outcome string

// The outcomes.
const (
	Created   Outcome = "created"
	Updated   Outcome = "updated"
	Unchanged Outcome = "unchanged"
	// Skipped records are none of this flow's business; the reason says why.
	Skipped Outcome = "skipped"
	// Waiting records come back when they change, or at their retry time.
	Waiting Outcome = "waiting"
	// Parked records need a change or time; they come back by themselves.
	Parked Outcome = "parked"
	// Failed records come back in the next pass.
	Failed Outcome = "failed"
	// Unknown records have an announced create without an answer.
	Unknown Outcome = "unknown"
)

// Outcomes lists all outcomes in the order in which reports print them.
func Outcomes() []Outcome {
	return []Outcome{Created, Updated, Unchanged, Skipped, Waiting, Parked, Failed, Unknown}
}

// Step is one record of a pass or of a plan: what is done and why.
type Step struct {
	// Flow is the flow that the record belongs to; children have another one
	// than their parent.
	Flow string
	// SourceID and TargetID name the record on both sides; TargetID is "" until
	// it exists.
	SourceID, TargetID string
	// Label is what people call the record: SKU, order number, category path.
	Label string
	// Outcome is what happened, in a plan what would happen.
	Outcome Outcome
	// Reason is a fixed word, such as "SKUAmbiguous"; "" when there is nothing to
	// explain.
	Reason string
	// Message says what is wrong and what to do about it.
	Message string
	// Fields are the decisions of the mapping, written or not.
	Fields []mapping.FieldChange
	// Remarks stand beside the outcome. Those on a field, such as Edited, Conflict,
	// KeyDrift or Renamed, are in Fields.
	Remarks []string
	// Children are records that have to exist first or hang on this one.
	Children []Step
	// Err is the error of a failed, parked or unknown record.
	Err error
	// Trace explains Fields in a plan; nil in a pass, and for what was not mapped.
	Trace *Trace `json:"-"`
}

// String is the step in one line, without its fields and children.
func (s Step) String() string {
	text := cmp.Or(s.Label, s.SourceID) + " " + string(s.Outcome)
	if s.Reason != "" {
		text += " " + s.Reason
	}
	if remarks := s.remarks(); len(remarks) > 0 {
		text += " (" + strings.Join(remarks, ", ") + ")"
	}
	if s.Message != "" {
		text += ": " + s.Message
	}
	return text
}

// remarks are those on the record and its fields, each once.
func (s Step) remarks() []string {
	remarks := slices.Clone(s.Remarks)
	for _, f := range s.Fields {
		if f.Remark != "" && !slices.Contains(remarks, string(f.Remark)) {
			remarks = append(remarks, string(f.Remark))
		}
	}
	return remarks
}

// State says how a pass as a whole ended.
type State string

// The states. Partial and stopped passes carry a cause in the report.
const (
	Complete State = "complete"
	Partial  State = "partial"
	Stopped  State = "stopped"
)

// Cause says why a pass is partial or stopped.
type Cause string

// Causes of partial passes.
const (
	CauseBudget   Cause = "budget"
	CauseFailures Cause = "failures"
	CauseCap      Cause = "cap"
	// CauseMapping: the mapping is another than the one under which all records were
	// last read, and this pass read only some. A full pass rolls it out.
	CauseMapping Cause = "mapping"
)

// Causes of stopped passes.
const (
	CauseAuth        Cause = "auth"
	CauseConfig      Cause = "config"
	CauseUnavailable Cause = "unavailable"
	CauseLease       Cause = "lease"
	CauseStore       Cause = "store"
	CauseBrake       Cause = "brake"
	CauseCancelled   Cause = "cancelled"
)

// Report tells what a pass did.
type Report struct {
	Flow    string
	RunID   string
	Started time.Time
	Ended   time.Time
	// State and Cause say how the pass ended; Cause is "" when complete.
	State State
	Cause Cause
	// Read is the number of records handled: the sum of Counts.
	Read int
	// Counts has the number of records of each outcome.
	Counts map[Outcome]int
	// Reasons counts records by outcome and reason, such as "parked:UnknownSKU".
	Reasons map[string]int
	// Remarks counts the remarks on records and fields.
	Remarks map[string]int
	// Problems are the steps that were parked, failed or left unknown, at most
	// MaxProblems of them.
	Problems []Step
	// Brakes lists the brakes that tripped.
	Brakes []Brake
	// Mapping names the mapping: name, version and the beginning of its fingerprint,
	// such as "products 2 (3f9a01c2)". A flow with several names them all.
	Mapping string
	// MappingChanged says that the mapping is another than the one under which all
	// records were last read, which MappingBefore names. It stays until a full pass
	// has gone through.
	MappingChanged bool
	MappingBefore  string
}

// MaxProblems bounds the steps that a report keeps; the counts are complete.
const MaxProblems = 1000

// Writes is the number of records that were created or updated.
func (r *Report) Writes() int { return r.Counts[Created] + r.Counts[Updated] }

// Count books one step.
func (r *Report) Count(s Step) {
	r.Read++
	if r.Counts == nil {
		r.Counts, r.Reasons, r.Remarks = map[Outcome]int{}, map[string]int{}, map[string]int{}
	}
	r.Counts[s.Outcome]++
	if s.Reason != "" {
		r.Reasons[string(s.Outcome)+":"+s.Reason]++
	}
	r.countRemarks(s)
	switch s.Outcome {
	case Parked, Failed, Unknown:
		if len(r.Problems) < MaxProblems {
			r.Problems = append(r.Problems, s)
		}
	case Created, Updated, Unchanged, Skipped, Waiting:
	}
}

func (r *Report) countRemarks(s Step) {
	for _, remark := range s.Remarks {
		r.Remarks[remark]++
	}
	for _, f := range s.Fields {
		if f.Remark != "" {
			r.Remarks[string(f.Remark)]++
		}
	}
	for _, child := range s.Children {
		r.countRemarks(child)
	}
}

// Brakes bound what one pass may do. The zero value is the default.
type Brakes struct {
	// MaxDisables and MaxZeroed bound, in percent of the records read whose
	// target was enabled or above zero, how many are disabled or set to zero; at
	// least ten are always allowed. 0 is the default of 20, -1 is off. Beyond the
	// limit none of them is written.
	MaxDisables, MaxZeroed int
	// MaxCreates and MaxUpdates stop the pass before the step that would exceed
	// them; 0 is off.
	MaxCreates, MaxUpdates int
	// Override lets the next run pass these brakes.
	Override []BrakeName
}

// BrakeName names a brake.
type BrakeName string

// The brakes.
const (
	BrakeDisables    BrakeName = "MaxDisables"
	BrakeZeroed      BrakeName = "MaxZeroed"
	BrakeCreates     BrakeName = "MaxCreates"
	BrakeUpdates     BrakeName = "MaxUpdates"
	BrakeEmptySource BrakeName = "EmptySource"
)

// Brake is a brake that tripped: held steps of allowed, out of base records.
type Brake struct {
	Name    BrakeName
	Held    int
	Allowed int
	Base    int
	// Labels name the first held records.
	Labels []string
}

// Event tells an observer what happens during a pass.
type Event struct {
	At    time.Time
	Flow  string
	RunID string
	// Kind is one of the event kinds below.
	Kind EventKind
	// Step is set for EventStep.
	Step *Step
	// Read and Total describe progress; Total is 0 while it is not known.
	Read, Total int
}

// EventKind is what an event tells.
type EventKind string

// The kinds of events.
const (
	EventStarted  EventKind = "started"
	EventStep     EventKind = "step"
	EventProgress EventKind = "progress"
	EventEnded    EventKind = "ended"
)
