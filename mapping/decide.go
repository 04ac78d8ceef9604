package mapping

// verdict is the outcome of step 8 for one field.
type verdict struct {
	decision Decision
	kase     string
	reason   string
	remark   Remark
}

// The cases beside U1 to U7.
const (
	caseCreate     = "create"
	caseNever      = "never"
	caseAbsent     = "absent"
	caseEqual      = "equal"
	caseRewritten  = "rewritten"
	caseFinish     = "finish"
	caseLink       = "link"
	caseAlways     = "always"
	caseCreateOnly = "create only"
	caseUpdateOnly = "update only"
	caseFill       = "fill"
	caseFilled     = "filled"
	caseKey        = "key"
	caseForward    = "forward"
	caseList       = "list"
)

// history compares both sides with what was last written.
type history struct {
	// known is false when nothing was written, or it was not kept.
	known bool
	// source and target tell which side changed since.
	source, target bool
}

func (h history) unchanged() bool { return h.known && !h.source && !h.target }

// onCreate is step 8 for a record that the target does not have.
func (r *fieldRule[S, T, P]) onCreate() verdict {
	if r.policy.kind == policyUpdateOnly {
		return verdict{DecisionSkip, caseUpdateOnly, "written on updates only", ""}
	}
	return verdict{DecisionWrite, caseCreate, "the record is new", ""}
}

// onUpdate is step 8 for a mapped value that differs from the target's: one of them
// is not empty. The first lines hold whatever the policy.
func (r *fieldRule[S, T, P]) onUpdate(flags updateFlags, s, t Value, h history) verdict {
	switch {
	case h.unchanged():
		return verdict{DecisionSame, r.caseOr("U7", caseRewritten), "neither side changed; the target keeps our value in its own form", ""}
	case flags.linkOnly:
		return verdict{DecisionKeep, caseLink, "records are only linked in this run", ""}
	case flags.finish && t.IsEmpty():
		return verdict{DecisionWrite, caseFinish, "completes a create that was interrupted", ""}
	}
	switch r.policy.kind {
	case policyAlways, policyListReplace:
		return verdict{DecisionWrite, caseAlways, "the source decides", ""}
	case policyUpdateOnly:
		return verdict{DecisionWrite, caseUpdateOnly, "written on every update", ""}
	case policyCreateOnly:
		return verdict{DecisionKeep, caseCreateOnly, "written on create only", ""}
	case policyFillEmpty:
		return fillEmpty(t)
	case policyUnlessEdited:
		return r.policy.unlessEdited(t, h)
	case policyKeyFollow:
		return followKey(h)
	case policyKeyReport:
		return verdict{DecisionKeep, caseKey, "the key differs from the source's; it is only reported", KeyDrift}
	case policyForward:
		return forward(r.policy.order, s, t)
	case policyListAdd:
		return verdict{DecisionWrite, caseList, "adds what the target's list lacks", ""}
	case policyListOwn:
		return verdict{DecisionWrite, caseList, "adds what the target's list lacks and removes what we added before", ""}
	default:
		return verdict{DecisionSkip, caseNever, "the mapping never writes this field", ""}
	}
}

// updateFlags are the parts of an Input that decide beside the values.
type updateFlags struct{ finish, linkOnly bool }

// caseOr is the case's name: UnlessEdited numbers its cases.
func (r *fieldRule[S, T, P]) caseOr(edited, other string) string {
	if r.policy.kind == policyUnlessEdited {
		return edited
	}
	return other
}

func fillEmpty(t Value) verdict {
	if t.IsEmpty() {
		return verdict{DecisionWrite, caseFill, "the target is empty", ""}
	}
	return verdict{DecisionKeep, caseFilled, "the target has a value", ""}
}

// unlessEdited is the table of semantics: U1 and U7 were decided before.
func (p policy) unlessEdited(t Value, h history) verdict {
	switch {
	case !h.known && p.takeNoBaseline:
		return verdict{DecisionWrite, "U2", "the record existed before us; the rule takes the source's value", ""}
	case !h.known:
		return verdict{DecisionKeep, "U2", "the record existed before us; its value stays until both sides agree", ""}
	case h.target && t.IsEmpty():
		return p.emptied(h)
	case !h.target:
		return verdict{DecisionWrite, "U3", "only the source changed it", ""}
	case !h.source:
		return verdict{DecisionKeep, "U4", "it was edited at the target, the source did not change it", Edited}
	default:
		return p.conflict("U5")
	}
}

// emptied is for a value that somebody removed at the target.
func (p policy) emptied(h history) verdict {
	switch {
	case p.emptyIsNoEdit:
		return verdict{DecisionWrite, "U6", "it was emptied at the target, which the rule does not count as an edit", ""}
	case !h.source:
		return verdict{DecisionKeep, "U6", "it was emptied at the target, the source did not change it", Edited}
	default:
		return p.conflict("U6")
	}
}

func (p policy) conflict(kase string) verdict {
	switch p.onConflict {
	case OnConflictTakeSource:
		return verdict{DecisionWrite, kase, "both sides changed it; the rule takes the source's value", Conflict}
	case OnConflictPark:
		return verdict{DecisionPark, kase, "both sides changed it; somebody has to decide", Conflict}
	default:
		return verdict{DecisionKeep, kase, "both sides changed it; the rule keeps the target's value", Conflict}
	}
}

func followKey(h history) verdict {
	switch {
	case !h.known:
		return verdict{DecisionPark, caseKey, "the keys differ and nothing is known about the last write; somebody has to decide", KeyDrift}
	case h.source && h.target:
		return verdict{DecisionPark, caseKey, "both sides changed the key; somebody has to decide", Conflict}
	case h.target:
		return verdict{DecisionKeep, caseKey, "the key was changed at the target", KeyDrift}
	default:
		return verdict{DecisionWrite, caseKey, "the source changed the key", Renamed}
	}
}

func forward(order []string, s, t Value) verdict {
	next, now := position(order, s), position(order, t)
	switch {
	case next < 0, now < 0 && !t.IsEmpty():
		return verdict{DecisionKeep, caseForward, "a state is not in the order of the rule", Conflict}
	case next > now:
		return verdict{DecisionWrite, caseForward, "the source is further on", ""}
	default:
		return verdict{DecisionKeep, caseForward, "the target is further on", ""}
	}
}

// position is the position of a state in the order, -1 when it is not there.
func position(order []string, v Value) int {
	text, _ := keyText(v)
	for i, state := range order {
		if state == text {
			return i
		}
	}
	return -1
}
