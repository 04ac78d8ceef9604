package mapping

// verdict is the outcome of step 8 for one field: a decision with its reason. The
// verdicts of one decision stand together, so that the decision is told by the
// verdict's place.
type verdict uint8

const (
	// skip
	skipNever verdict = iota
	skipAbsent
	skipLink
	skipCreate
	// same
	sameEdited
	sameEqual
	sameKept
	sameRewritten
	sameList
	// keep
	keepUnmappable
	keepLink
	keepEcho
	keepCreated
	keepFilled
	keepUnknown
	keepEdited
	keepConflict
	keepEmptied
	keepEmptiedConflict
	keepKey
	keepKeyEdited
	keepOrder
	keepFurther
	// park
	parkConflict
	parkEmptied
	parkKey
	parkKeyConflict
	// write
	writeCreate
	writeFinish
	writeAlways
	writeUpdate
	writeEmpty
	writeUnknown
	writeUnknownEmpty
	writeChanged
	writeConflict
	writeEmptied
	writeEmptiedConflict
	writeKey
	writeFurther
	writeList
	writeOwn
)

// equal reports whether both sides hold the same, in the same form.
func (v verdict) equal() bool { return v == sameEqual || v == sameEdited }

func (v verdict) writes() bool { return v >= writeCreate }

func (v verdict) decision() Decision {
	switch {
	case v >= writeCreate:
		return DecisionWrite
	case v >= parkConflict:
		return DecisionPark
	case v >= keepUnmappable:
		return DecisionKeep
	case v >= sameEdited:
		return DecisionSame
	default:
		return DecisionSkip
	}
}

// explanation is what a verdict says to people.
type explanation struct {
	kase, reason string
	remark       Remark
}

func (v verdict) explain() explanation {
	switch v.decision() {
	case DecisionWrite:
		return v.explainWrite()
	case DecisionPark:
		return v.explainPark()
	case DecisionKeep:
		return v.explainKeep()
	case DecisionSame:
		return v.explainSame()
	default:
		return v.explainSkip()
	}
}

func (v verdict) explainSkip() explanation {
	switch v {
	case skipAbsent:
		return explanation{"absent", "the source has no value", ""}
	case skipLink:
		return explanation{"link", "records are only linked in this run", ""}
	case skipCreate:
		return explanation{"update only", "written on updates only", ""}
	default:
		return explanation{"never", "the mapping never writes this field", ""}
	}
}

func (v verdict) explainSame() explanation {
	const rewritten = "neither side changed; the target keeps our value in its own form"
	switch v {
	case sameEdited:
		return explanation{"U1", "both sides agree", ""}
	case sameKept:
		return explanation{"U7", rewritten, ""}
	case sameRewritten:
		return explanation{"rewritten", rewritten, ""}
	case sameList:
		return explanation{"list", "the target's list has everything", ""}
	default:
		return explanation{"equal", "both sides agree", ""}
	}
}

func (v verdict) explainKeep() explanation {
	switch v {
	case keepUnmappable:
		return explanation{"create only", "written on create only; the source's value cannot be mapped now", ""}
	case keepLink:
		return explanation{"link", "records are only linked in this run", ""}
	case keepEcho:
		return explanation{"echo", "the source holds what we wrote there", ""}
	case keepCreated:
		return explanation{"create only", "written on create only", ""}
	case keepFilled:
		return explanation{"filled", "the target has a value", ""}
	case keepUnknown:
		return explanation{"U2", "the record existed before us; its value stays until both sides agree", ""}
	case keepEdited:
		return explanation{"U4", "it was edited at the target, the source did not change it", Edited}
	case keepConflict:
		return explanation{"U5", "both sides changed it; the rule keeps the target's value", Conflict}
	case keepEmptied:
		return explanation{"U6", "it was emptied at the target, the source did not change it", Edited}
	case keepEmptiedConflict:
		return explanation{"U6", "both sides changed it; the rule keeps the target's value", Conflict}
	case keepKey:
		return explanation{"key", "the key differs from the source's; it is only reported", KeyDrift}
	case keepKeyEdited:
		return explanation{"key", "the key was changed at the target", KeyDrift}
	case keepOrder:
		return explanation{"forward", "a state is not in the order of the rule", Conflict}
	default:
		return explanation{"forward", "the target is further on", ""}
	}
}

func (v verdict) explainPark() explanation {
	switch v {
	case parkConflict:
		return explanation{"U5", "both sides changed it; somebody has to decide", Conflict}
	case parkEmptied:
		return explanation{"U6", "both sides changed it; somebody has to decide", Conflict}
	case parkKey:
		return explanation{"key", "the keys differ and nothing is known about the last write; somebody has to decide", KeyDrift}
	default:
		return explanation{"key", "both sides changed the key; somebody has to decide", Conflict}
	}
}

func (v verdict) explainWrite() explanation {
	const taken = "both sides changed it; the rule takes the source's value"
	switch v {
	case writeCreate:
		return explanation{"create", "the record is new", ""}
	case writeFinish:
		return explanation{"finish", "completes a create that was interrupted", ""}
	case writeAlways:
		return explanation{"always", "the source decides", ""}
	case writeUpdate:
		return explanation{"update only", "written on every update", ""}
	case writeEmpty:
		return explanation{"fill", "the target is empty", ""}
	case writeUnknown:
		return explanation{"U2", "the record existed before us; the rule takes the source's value", ""}
	case writeUnknownEmpty:
		return explanation{"U2", "the record existed before us; the rule fills what is empty", ""}
	case writeChanged:
		return explanation{"U3", "only the source changed it", ""}
	case writeConflict:
		return explanation{"U5", taken, Conflict}
	case writeEmptied:
		return explanation{"U6", "it was emptied at the target, which the rule does not count as an edit", ""}
	case writeEmptiedConflict:
		return explanation{"U6", taken, Conflict}
	case writeKey:
		return explanation{"key", "the source changed the key", Renamed}
	case writeFurther:
		return explanation{"forward", "the source is further on", ""}
	case writeList:
		return explanation{"list", "adds what the target's list lacks", ""}
	default:
		return explanation{"list", "adds what the target's list lacks and removes what we added before", ""}
	}
}
