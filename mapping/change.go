package mapping

// Decision is what a plan does with one field.
type Decision string

// The decisions.
const (
	// DecisionWrite puts the mapped value into the patch.
	DecisionWrite Decision = "write"
	// DecisionClear puts the target's empty form into the patch.
	DecisionClear Decision = "clear"
	// DecisionSame means that there is nothing to write.
	DecisionSame Decision = "same"
	// DecisionKeep leaves the target's different value alone.
	DecisionKeep Decision = "keep"
	// DecisionSkip means that the mapping has no value for the field, or must not have one.
	DecisionSkip Decision = "skip"
	// DecisionPark means that somebody has to decide: the record must not be written.
	DecisionPark Decision = "park"
)

// Remark stands beside a decision and is counted in reports.
type Remark string

// The remarks.
const (
	// Edited: the value was changed at the target and stays.
	Edited Remark = "Edited"
	// Conflict: both sides changed it.
	Conflict Remark = "Conflict"
	// KeyDrift: the key differs from the source's and stays.
	KeyDrift Remark = "KeyDrift"
	// Renamed: the source changed the key and it is written.
	Renamed Remark = "Renamed"
	// Truncated: the text was cut to the length that the target takes.
	Truncated Remark = "Truncated"
)

// FieldChange is the decision about one field and the reason for it.
type FieldChange struct {
	Field    string
	Decision Decision
	// Policy is the text of the policy that decided.
	Policy string
	// Case names the line of the policy: "create", "U1" to "U7", "always", …
	Case string
	// Reason says why in one sentence.
	Reason string
	// Remark is "" when there is nothing to remark.
	Remark Remark
	// Old is the target's value and New the one that is or would be written; New
	// is absent when the source has none. Both print without their content.
	Old, New Value
	// From is the source path that the value came from, "force", "default", "if",
	// or "" when there is none.
	From string
}

// Writes reports whether the decision is in the patch.
func (f FieldChange) Writes() bool { return f.Decision == DecisionWrite || f.Decision == DecisionClear }

// Change is what one record needs.
type Change[P any] struct {
	// Patch holds the fields that are written and nothing else.
	Patch P
	// Fields are the decisions about all fields of the mapping, in its order.
	Fields []FieldChange

	lists []listMemo
}

// listMemo is what the baseline of a list policy needs beyond its FieldChange.
type listMemo struct {
	field int
	// mapped is the source's list; FieldChange.New is the merged one.
	mapped Value
	// own are the hashes of the elements that are ours after the write.
	own []Hash
}

// Writes reports whether there is anything to send.
func (c Change[P]) Writes() bool {
	for i := range c.Fields {
		if c.Fields[i].Writes() {
			return true
		}
	}
	return false
}

// Parked reports whether a field needs somebody's decision. Such a record must
// not be written.
func (c Change[P]) Parked() bool {
	for i := range c.Fields {
		if c.Fields[i].Decision == DecisionPark {
			return true
		}
	}
	return false
}

// Written lists the names of the fields in the patch.
func (c Change[P]) Written() []string {
	var names []string
	for i := range c.Fields {
		if c.Fields[i].Writes() {
			names = append(names, c.Fields[i].Field)
		}
	}
	return names
}

// Input is one record to plan.
type Input[S, T any] struct {
	// Source is the source record; it is not changed.
	Source *S
	// Current is the target's record, freshly read; nil plans a create.
	Current *T
	// Baselines are what was stored after the last write; nil when nothing was.
	Baselines Baselines
	// Finish completes an interrupted create: fields still empty at the target are
	// written whatever their update policy says.
	Finish bool
	// LinkOnly writes nothing; the decisions say what agrees and what does not.
	LinkOnly bool
}
