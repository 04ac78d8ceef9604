package ecwid

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"time"
)

// Classes of failures, for errors.Is on any error of this package.
var (
	// ErrNotFound: 404, the record does not exist (any more).
	ErrNotFound = errors.New("not found")
	// ErrConflict: 409, taken already (SKU, external id, e-mail, option set) or
	// changed at the same time. Look the record up.
	ErrConflict = errors.New("conflict")
	// ErrUnauthorized: the token is wrong, revoked or of another store.
	ErrUnauthorized = errors.New("token refused")
	// ErrForbidden: the app lacks the scope, or the store is suspended or its
	// plan has no such feature. Code tells which.
	ErrForbidden = errors.New("forbidden")
	// ErrRateLimited: 429 after all attempts; see APIError.After.
	ErrRateLimited = errors.New("rate limited")
	// ErrUnavailable: no answer, a time-out or a passing server error, after
	// all attempts. The request may be sent again later.
	ErrUnavailable = errors.New("unavailable")
	// ErrUnknownOutcome: the request may have been carried out although no
	// success was reported. Look for its effect before you send it again.
	ErrUnknownOutcome = errors.New("unknown outcome")
	// ErrNotExecuted: the request was part of a batch that ended before its
	// turn. It may be sent again.
	ErrNotExecuted = errors.New("not executed")
	// ErrInvalid: the request is refused as it is, by the store or before it
	// was sent; the same request cannot succeed.
	ErrInvalid = errors.New("invalid request")
	// ErrProductLimit: 402 on a create, the plan allows no more products,
	// categories or variations.
	ErrProductLimit = errors.New("plan limit reached")
	// ErrBadAnswer: success was reported with a body that cannot be read or
	// lacks what it has to hold. After a create the outcome is unknown too.
	ErrBadAnswer = errors.New("unreadable answer")
)

// Codes of APIError that decide about its class.
const (
	codeInvalidToken     = "INVALID_API_TOKEN"
	codeStoreSuspended   = "STORE_IS_SUSPENDED"
	codeTooManyPerCall   = "_FOR_API_REQUEST_LIMIT_EXCEEDED"
	statusRetryWith      = 449 // the catalogue is locked by an import
	maxErrorBody         = 64 << 10
	maxErrorMessageRunes = 300
)

// APIError is the error of every call of this package. Ask for its class with
// errors.Is and for its details with errors.AsType[*APIError].
type APIError struct {
	// Op is the endpoint, as "PUT /products/{productId}".
	Op string
	// StatusCode is the HTTP status of the last answer; 0 when none arrived.
	StatusCode int
	// Code and Message are the vendor's; both may be empty. Decide by class
	// and Code, never by Message. Message may name a record, such as an e-mail
	// address that is taken.
	Code, Message string
	// After is how long to leave the store alone; 0 when it did not say.
	After time.Duration
	// Attempts is the number of requests made.
	Attempts int
	// Unknown: the request may have been carried out.
	Unknown bool
	// Body is the start of the answer, at most 64 KiB. It may hold personal
	// data and is never part of a text, a log line or JSON.
	Body []byte `json:"-"`
	// Err is the reason when the answer does not tell it, such as a time-out.
	Err error `json:"-"`
}

// Error names endpoint, status, code and message: no body, no token, no URL.
func (e *APIError) Error() string {
	var b strings.Builder
	b.WriteString("ecwid: " + e.Op)
	if e.StatusCode != 0 {
		fmt.Fprintf(&b, ": %d", e.StatusCode)
		if e.Code != "" {
			b.WriteString(" " + e.Code)
		}
	}
	if e.Message != "" {
		b.WriteString(": " + e.Message)
	}
	if e.Err != nil {
		b.WriteString(": " + e.Err.Error())
	}
	if e.Message == "" && e.Err == nil && e.Code == "" {
		b.WriteString(": " + e.fallbackText())
	}
	if e.Attempts > 1 {
		fmt.Fprintf(&b, " (%d attempts)", e.Attempts)
	}
	if e.Unknown {
		b.WriteString(" (it may have been carried out)")
	}
	return b.String()
}

// fallbackText is for answers that say nothing themselves.
func (e *APIError) fallbackText() string {
	if class := e.class(); class != nil {
		return class.Error()
	}
	return http.StatusText(e.StatusCode)
}

// GoString keeps the body out of %#v.
func (e *APIError) GoString() string { return e.Error() }

// LogValue gives what may be logged: no message, since it can hold personal
// data.
func (e *APIError) LogValue() slog.Value {
	return slog.GroupValue(
		slog.String("op", e.Op),
		slog.Int("status", e.StatusCode),
		slog.String("code", e.Code),
		slog.Int("attempts", e.Attempts),
		slog.Bool("unknown_outcome", e.Unknown),
		slog.Duration("retry_after", e.After),
	)
}

// Unwrap returns the class of the error and Err.
func (e *APIError) Unwrap() []error {
	var errs []error
	if class := e.class(); class != nil {
		errs = append(errs, class)
	}
	if e.Err != nil {
		errs = append(errs, e.Err)
	}
	return errs
}

// Retryable reports that the same request may succeed later. An unknown outcome
// is not: look first.
func (e *APIError) Retryable() bool {
	if e.Unknown {
		return false
	}
	class := e.class()
	return errors.Is(class, ErrRateLimited) || errors.Is(class, ErrUnavailable) ||
		errors.Is(e.Err, ErrBadAnswer) || errors.Is(e.Err, ErrNotExecuted)
}

// RetryAfter is how long to leave the store alone; 0 when it did not say.
func (e *APIError) RetryAfter() time.Duration { return e.After }

// class is the sentinel of the error; nil when Err carries it.
func (e *APIError) class() error {
	switch {
	case e.Unknown:
		return ErrUnknownOutcome
	case e.StatusCode == 0:
		return e.unansweredClass()
	case e.StatusCode < 300:
		return nil
	case e.StatusCode >= 500:
		return ErrUnavailable
	}
	switch e.StatusCode {
	case http.StatusUnauthorized:
		return ErrUnauthorized
	case http.StatusPaymentRequired:
		return e.planClass()
	case http.StatusForbidden:
		if e.Code == codeInvalidToken {
			return ErrUnauthorized
		}
		return ErrForbidden
	case http.StatusNotFound:
		return ErrNotFound
	case http.StatusConflict:
		return ErrConflict
	case http.StatusTooManyRequests:
		return ErrRateLimited
	case http.StatusRequestTimeout, statusRetryWith:
		return ErrUnavailable
	}
	return ErrInvalid
}

// unansweredClass leaves alone what the caller caused: the end of a context and
// a request that was refused before it was sent.
func (e *APIError) unansweredClass() error {
	if e.After > 0 { // in a cool-down, nothing was sent
		return ErrRateLimited
	}
	for _, own := range []error{context.Canceled, context.DeadlineExceeded, ErrInvalid, ErrNotExecuted} {
		if errors.Is(e.Err, own) {
			return nil
		}
	}
	return ErrUnavailable
}

// planClass tells a full plan from a plan that forbids the call. The 402 of a
// full plan has no documented code of its own, so the endpoint decides: products,
// categories and variations are what a plan counts.
func (e *APIError) planClass() error {
	if strings.HasSuffix(e.Code, codeTooManyPerCall) {
		return ErrInvalid
	}
	if e.Code == codeStoreSuspended {
		return ErrForbidden
	}
	switch e.Op {
	case "POST /products", "POST /categories", "POST /products/{productId}/combinations":
		return ErrProductLimit
	}
	return ErrForbidden
}
