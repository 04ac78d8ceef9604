package rest

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
)

// Reasons in Failure.Err, for errors.Is.
var (
	// ErrTimeout: no answer within the time-out of one attempt. It is not
	// context.DeadlineExceeded, which means that the caller's time is up.
	ErrTimeout = errors.New("no answer in time")
	// ErrBodyTooLarge: the answer is larger than Config.MaxBody.
	ErrBodyTooLarge = errors.New("the answer is too large")
	// ErrBodyTooComplex: the JSON of a success is nested deeper, or has more
	// parts, than any document of an API; see TooComplex.
	ErrBodyTooComplex = errors.New("the answer is nested too deeply or has too many parts")
	// ErrLimiter: the limiter failed, and without it nothing is sent.
	ErrLimiter = errors.New("the limiter failed")
	// ErrRedirect: the server sent us elsewhere, and we do not follow.
	ErrRedirect = errors.New("redirect refused")
)

// Failure is a call that did not end in 2xx.
type Failure struct {
	// Op is that of the call.
	Op string
	// Attempts is how many requests were sent or tried.
	Attempts int
	// Answer is the last one; nil when the last attempt got none.
	Answer *Answer
	// Unknown: the call may have been carried out and is not Safe, or Keyed.
	Unknown bool
	// After is how long no further call should be sent; 0 when nobody said.
	After time.Duration
	// Err says why there is no answer or no further attempt. It wraps the
	// error of the context when that ended the call. nil when the answer says
	// it all.
	Err error
}

// Error names the operation, the status and the reason: no body, no URL.
func (f *Failure) Error() string {
	var parts []string
	if f.Answer != nil {
		parts = append(parts, fmt.Sprintf("status %d", f.Answer.Status))
	}
	if f.Err != nil {
		parts = append(parts, f.Err.Error())
	}
	if f.Attempts > 1 {
		parts = append(parts, fmt.Sprintf("%d attempts", f.Attempts))
	}
	if f.Unknown {
		parts = append(parts, "it may have been carried out")
	}
	return f.Op + ": " + strings.Join(parts, ", ")
}

// Unwrap returns Err.
func (f *Failure) Unwrap() error { return f.Err }

// Refused is the error with which a RoundTripper ends a call for good, such as
// a request it does not sign or an answer whose signature is wrong. The call is
// not repeated.
type Refused struct {
	// Sent: the request had left already.
	Sent bool
	Err  error
}

// Error is the text of Err.
func (r *Refused) Error() string { return r.Err.Error() }

// Unwrap returns Err.
func (r *Refused) Unwrap() error { return r.Err }

// failure ends a call after its n-th attempt.
func failure(call Call, n int, last attempt, next step) *Failure {
	return &Failure{
		Op:       call.Op,
		Attempts: n,
		Answer:   last.answer,
		Unknown:  next.unsure && (!call.Safe || call.Keyed),
		After:    next.wait(),
		Err:      last.err,
	}
}

// notSent ends a call between two attempts.
func notSent(call Call, n int, last attempt, next step, err error) *Failure {
	f := failure(call, n, last, next)
	f.After, f.Err = 0, err
	cooling, ok := errors.AsType[interface {
		error
		RetryAfter() time.Duration
	}](err)
	switch {
	case ok:
		f.After = cooling.RetryAfter()
	case !errors.Is(err, context.Canceled) && !errors.Is(err, context.DeadlineExceeded):
		f.Err = fmt.Errorf("%w: %w", ErrLimiter, err)
	}
	return f
}
