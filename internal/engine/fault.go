package engine

import (
	"context"
	"errors"

	"github.com/tillsync/tillsync/flows/pass"
)

// faultOf returns the classified error in err. Sides classify what the systems
// answer; everything else is a mapping that could not handle the record.
func faultOf(err error) *pass.Error {
	if fault, ok := errors.AsType[*pass.Error](err); ok {
		return fault
	}
	if errors.Is(err, context.Canceled) {
		return &pass.Error{Class: pass.ClassUnavailable, Reason: "Cancelled", Err: err}
	}
	return &pass.Error{Class: pass.ClassMapping, Reason: "MappingFailed", Err: err}
}

// storeFault marks a failure of the caller's state, which stops the pass.
func storeFault(err error) error {
	if err == nil || errors.Is(err, context.Canceled) {
		return err
	}
	return &pass.Error{Class: pass.ClassStore, Err: err,
		Remedy: "the state must be readable and writable before the next pass; nothing was lost"}
}

// stops reports whether an error ends the pass at once.
func stops(err error) bool {
	if err == nil {
		return false
	}
	return errors.Is(err, context.Canceled) || faultOf(err).Class.Stops()
}

// causeOf says why a pass that ended with err was stopped.
func causeOf(err error) pass.Cause {
	if errors.Is(err, context.Canceled) {
		return pass.CauseCancelled
	}
	switch faultOf(err).Class {
	case pass.ClassAuth, pass.ClassForbidden:
		return pass.CauseAuth
	case pass.ClassStore:
		return pass.CauseStore
	case pass.ClassBrake:
		return pass.CauseBrake
	case pass.ClassUnavailable, pass.ClassRateLimited, pass.ClassAmbiguous:
		return pass.CauseUnavailable
	case pass.ClassVersionConflict:
		return pass.CauseLease
	default:
		if errors.Is(err, context.DeadlineExceeded) {
			return pass.CauseCancelled
		}
		return pass.CauseConfig
	}
}
