package pass

import (
	"fmt"
	"time"
)

// Class sorts errors by what a flow does about them.
type Class string

// The classes.
const (
	ClassAuth            Class = "auth"
	ClassForbidden       Class = "forbidden"
	ClassRateLimited     Class = "rate limited"
	ClassUnavailable     Class = "unavailable"
	ClassAmbiguous       Class = "ambiguous"
	ClassNotFound        Class = "not found"
	ClassVersionConflict Class = "version conflict"
	ClassDuplicate       Class = "duplicate"
	ClassValidation      Class = "validation"
	ClassMapping         Class = "mapping"
	ClassMoney           Class = "money"
	ClassConfig          Class = "config"
	ClassCapability      Class = "capability"
	ClassNoProgress      Class = "no progress"
	// ClassBrake is a brake that held steps back.
	ClassBrake Class = "brake"
	// ClassStore is a failure of the caller's own state.
	ClassStore Class = "store"
)

// Error is an error of a flow with its class and a remedy.
type Error struct {
	Class Class
	// Reason is the fixed word that a step carries, such as "UnknownSKU".
	Reason string
	// Remedy says what to do; "" when the error text says it.
	Remedy string
	// After is how long to wait before the next try; 0 when unknown.
	After time.Duration
	// Unknown says that a write may have been carried out all the same.
	Unknown bool
	Err     error
}

// Error is the text of the error and its remedy.
func (e *Error) Error() string {
	text := string(e.Class)
	if e.Err != nil {
		text = e.Err.Error()
	}
	if e.Remedy != "" {
		return fmt.Sprintf("%s: %s", text, e.Remedy)
	}
	return text
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Retryable reports whether the same request may succeed later by itself.
func (e *Error) Retryable() bool {
	switch e.Class {
	case ClassRateLimited, ClassUnavailable, ClassVersionConflict, ClassAmbiguous:
		return true
	default:
		return false
	}
}

// Stops reports whether the class ends the pass at once.
func (c Class) Stops() bool {
	switch c {
	case ClassAuth, ClassForbidden, ClassConfig, ClassNoProgress, ClassBrake, ClassStore:
		return true
	default:
		return false
	}
}
