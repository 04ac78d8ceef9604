package mapping

// history compares both sides with what was last written.
type history struct {
	// known is false when nothing was written, or it was not kept.
	known bool
	// source and target tell which side changed since.
	source, target bool
}

// asksForTarget reports whether the policy decides by what changed at the target even
// when the source changed.
func (p policy) asksForTarget() bool {
	return p.kind == policyUnlessEdited || p.kind == policyKeyFollow
}

func (h history) unchanged() bool { return h.known && !h.source && !h.target }

// onCreate is step 8 for a record that the target does not have.
func (p policy) onCreate() verdict {
	if p.kind == policyUpdateOnly {
		return skipCreate
	}
	return writeCreate
}

// same is the verdict on equal values: UnlessEdited numbers its cases.
func (p policy) same() verdict {
	if p.kind == policyUnlessEdited {
		return sameEdited
	}
	return sameEqual
}

// updateFlags are the parts of an Input that decide beside the values.
type updateFlags struct{ finish, linkOnly bool }

// onUpdate is step 8 for a mapped value that differs from the target's: one of them
// is not empty. The first lines hold whatever the policy.
func (p policy) onUpdate(flags updateFlags, s, t *Value, h history) verdict {
	switch {
	case h.unchanged() && p.kind == policyUnlessEdited:
		return sameKept
	case h.unchanged():
		return sameRewritten
	case flags.linkOnly:
		return keepLink
	case flags.finish && t.empty():
		return writeFinish
	}
	switch p.kind {
	case policyAlways, policyListReplace:
		return writeAlways
	case policyUpdateOnly:
		return writeUpdate
	case policyCreateOnly:
		return keepCreated
	case policyFillEmpty:
		return fillEmpty(t)
	case policyUnlessEdited:
		return p.unlessEdited(t, h)
	case policyKeyFollow:
		return followKey(h)
	case policyKeyReport:
		return keepKey
	case policyForward:
		return forward(p.order, s, t)
	case policyListAdd:
		return writeList
	case policyListOwn:
		return writeOwn
	default:
		return skipNever
	}
}

func fillEmpty(t *Value) verdict {
	if t.empty() {
		return writeEmpty
	}
	return keepFilled
}

// unlessEdited is the table of semantics: U1 and U7 were decided before.
func (p policy) unlessEdited(t *Value, h history) verdict {
	switch {
	case !h.known:
		return p.unknown(t)
	case h.target && t.empty():
		return p.emptied(h)
	case !h.target:
		return writeChanged
	case !h.source:
		return keepEdited
	default:
		return p.conflict(writeConflict, parkConflict, keepConflict)
	}
}

// unknown is for a record that existed before us, or before the rule.
func (p policy) unknown(t *Value) verdict {
	switch {
	case p.onNoBaseline == OnNoBaselineTake:
		return writeUnknown
	case p.onNoBaseline == OnNoBaselineFill && t.empty():
		return writeUnknownEmpty
	default:
		return keepUnknown
	}
}

// emptied is for a value that somebody removed at the target.
func (p policy) emptied(h history) verdict {
	switch {
	case p.emptyIsNoEdit:
		return writeEmptied
	case !h.source:
		return keepEmptied
	default:
		return p.conflict(writeEmptiedConflict, parkEmptied, keepEmptiedConflict)
	}
}

func (p policy) conflict(take, park, keep verdict) verdict {
	switch p.onConflict {
	case OnConflictTakeSource:
		return take
	case OnConflictPark:
		return park
	default:
		return keep
	}
}

func followKey(h history) verdict {
	switch {
	case !h.known:
		return parkKey
	case h.source && h.target:
		return parkKeyConflict
	case h.target:
		return keepKeyEdited
	default:
		return writeKey
	}
}

func forward(order []string, s, t *Value) verdict {
	next, now := position(order, s), position(order, t)
	switch {
	case next < 0, now < 0 && !t.empty():
		return keepOrder
	case next > now:
		return writeFurther
	default:
		return keepFurther
	}
}

// position is the position of a state in the order, -1 when it is not there.
func position(order []string, v *Value) int {
	text, _ := keyText(*v)
	for i, state := range order {
		if state == text {
			return i
		}
	}
	return -1
}
