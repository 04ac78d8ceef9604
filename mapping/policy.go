package mapping

import "strings"

// Policy says when a mapped value is written. The text is the policy: what a
// file says and what code says are the same. There is no default; a rule without
// a policy is refused, because forgetting one must not overwrite an edit.
type Policy string

// The policies without settings.
const (
	// Always writes on create, and on update whenever the value differs.
	Always Policy = "Always"
	// CreateOnly writes on create and never afterwards.
	CreateOnly Policy = "CreateOnly"
	// UpdateOnly writes on update whenever the value differs, not on create.
	UpdateOnly Policy = "UpdateOnly"
	// FillEmpty writes on create, and on update where the target is empty.
	FillEmpty Policy = "FillEmpty"
	// Never documents a field that is left alone on purpose.
	Never Policy = "Never"
	// ListAdd adds what the target's list lacks and removes nothing.
	ListAdd Policy = "ListAdd"
	// ListOwn adds what the target's list lacks and removes what we added
	// earlier, never what others added.
	ListOwn Policy = "ListOwn"
	// ListReplace makes the target's list equal to the mapped one.
	ListReplace Policy = "ListReplace"
)

// EditOption is a setting of UnlessEdited. Its text is part of the policy's text.
type EditOption string

// The settings of UnlessEdited. OnNoBaseline is about records that existed
// before us, OnConflict about fields that both sides changed.
const (
	// OnNoBaselineKeep keeps the target's value until both agree: the default.
	OnNoBaselineKeep EditOption = "OnNoBaseline=Keep"
	// OnNoBaselineTake writes the source's value.
	OnNoBaselineTake EditOption = "OnNoBaseline=Take"
	// OnNoBaselineFill writes the source's value where the target is empty: for a rule
	// that is new to records which are linked already.
	OnNoBaselineFill EditOption = "OnNoBaseline=Fill"
	// OnConflictKeepTarget keeps the target's value: the default.
	OnConflictKeepTarget EditOption = "OnConflict=KeepTarget"
	// OnConflictTakeSource writes the source's value.
	OnConflictTakeSource EditOption = "OnConflict=TakeSource"
	// OnConflictPark parks the record until somebody decides.
	OnConflictPark EditOption = "OnConflict=Park"
	// EmptyIsNotAnEdit writes again what was emptied at the target; without it
	// emptying a field is an edit like any other.
	EmptyIsNotAnEdit EditOption = "EmptyIsNotAnEdit"
)

// UnlessEdited writes what the source changed and keeps what was changed at the
// target. It compares both with what was last written.
func UnlessEdited(opts ...EditOption) Policy {
	args := make([]string, len(opts))
	for i, o := range opts {
		args[i] = string(o)
	}
	return withArgs("UnlessEdited", args)
}

// KeyMode says what MatchKey does on an update.
type KeyMode string

// The modes of MatchKey.
const (
	// Follow writes a key that only the source changed (remark Renamed); whether
	// another record of the target has that key is for the caller to find out.
	// A key that only the target changed stays (KeyDrift); both changed, or
	// nothing known about the last write, parks the record.
	Follow KeyMode = "Follow"
	// Report writes nothing and reports the difference (KeyDrift).
	Report KeyMode = "Report"
)

// MatchKey is for the field by which records are matched: SKU, e-mail address.
func MatchKey(mode KeyMode) Policy { return withArgs("MatchKey", []string{string(mode)}) }

// Forward is for states: a later one in the order replaces an earlier one, never
// the other way round. States outside the order are a conflict and stay.
func Forward(order ...string) Policy { return withArgs("Forward", order) }

func withArgs(name string, args []string) Policy {
	if len(args) == 0 {
		return Policy(name)
	}
	return Policy(name + "(" + strings.Join(args, ",") + ")")
}
