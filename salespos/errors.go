package salespos

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"time"
	"unicode"

	"github.com/tillsync/tillsync/internal/rest"
)

// Kinds of errors, for errors.Is. An error can be of several kinds: ask for
// ErrUnknownOutcome first, since what it says about a write outweighs the cause.
var (
	// ErrNotFound: no such record. Errors are not signed by the API, so it is no
	// proof that the record does not exist.
	ErrNotFound = errors.New("salespos: not found")
	// ErrConflict: a unique value is taken; look the record up by that value.
	ErrConflict = errors.New("salespos: the value is taken already")
	// ErrUnauthorized: the key pair is refused, or has no access to the resource.
	ErrUnauthorized = errors.New("salespos: access refused")
	// ErrForbidden: the key pair is known but has no permission.
	ErrForbidden = errors.New("salespos: permission missing")
	// ErrRateLimited: too many calls, also after waiting; see RetryAfter.
	ErrRateLimited = errors.New("salespos: rate limited")
	// ErrUnavailable: no answer, or a failure of the server, after all attempts.
	ErrUnavailable = errors.New("salespos: unavailable")
	// ErrUnknownOutcome: the write may have been carried out. Look for its
	// effect before sending it again.
	ErrUnknownOutcome = errors.New("salespos: unknown whether it was carried out")
	// ErrInvalid: the request is wrong and stays wrong.
	ErrInvalid = errors.New("salespos: request refused")
	// ErrProductLimit: the subscription allows no further active product.
	ErrProductLimit = errors.New("salespos: product limit of the subscription reached")
	// ErrBadAnswer: a success whose signature or content is not credible.
	ErrBadAnswer = errors.New("salespos: answer not credible")
)

// The vendor's error codes that decide something.
const (
	codeNoResource    = "404.20"
	codeVerbRefused   = "405.10"
	codeTotalLimit    = "429.11"
	codeSchema        = "500.20"
	codeFileNotFound  = "500.24"
	codeTaken         = "500.40"
	codeSameValue     = "500.50"
	codeProductLimit  = "500.60"
	maxErrorBody      = 64 << 10
	maxMessageInError = 300
)

// APIError is the error of every method of this package. Print it freely: its
// text has neither body nor URL nor credentials, though Message is the server's.
type APIError struct {
	// Op is the verb and path of the operation, without ids: "GET /orders/{id}".
	Op string
	// StatusCode is the HTTP status; 0 when no answer arrived.
	StatusCode int
	// Code is the vendor's code, such as "500.40", and Message its explanation;
	// "" when the answer has none.
	Code, Message string
	// After is how long to wait before the next call; 0 when unknown.
	After time.Duration
	// Attempts is how many requests were made.
	Attempts int
	// Unknown: a write may have been carried out all the same.
	Unknown bool
	// Body is the beginning of the answer, at most 64 KiB. It can hold personal
	// data and is never part of a text, a log line or JSON.
	Body []byte `json:"-"`
	// Err is the cause when the answer does not say it all; it can be nil.
	Err error `json:"-"`
}

// Error names the operation, what the server said and what is uncertain.
func (e *APIError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "salespos: %s:", e.Op)
	if e.StatusCode != 0 {
		fmt.Fprintf(&b, " %d", e.StatusCode)
	}
	if e.Code != "" {
		fmt.Fprintf(&b, " %s", printable(e.Code))
	}
	if e.Message != "" {
		fmt.Fprintf(&b, ": %s", printable(e.Message))
	}
	if e.Err != nil {
		fmt.Fprintf(&b, " %s", strings.TrimPrefix(e.Err.Error(), "salespos: "))
	}
	if e.Unknown {
		b.WriteString(" (it may have been carried out)")
	}
	return b.String()
}

// GoString keeps the body out of %#v.
func (e *APIError) GoString() string { return e.Error() }

// Unwrap returns the kinds of the error and its cause, so that errors.Is and
// errors.As find both.
func (e *APIError) Unwrap() []error {
	errs := e.kinds()
	if e.Err != nil {
		errs = append(errs, e.Err)
	}
	return errs
}

// Retryable reports that the same request may succeed later and does no harm.
// After an unknown outcome it does not say so.
func (e *APIError) Retryable() bool {
	return !e.Unknown && (errors.Is(e, ErrRateLimited) || errors.Is(e, ErrUnavailable))
}

// RetryAfter is how long the server wants no further call; 0 when unknown.
func (e *APIError) RetryAfter() time.Duration { return e.After }

// LogValue logs the facts of the error without the server's words, which can
// repeat what was sent.
func (e *APIError) LogValue() slog.Value {
	return slog.GroupValue(
		slog.String("op", e.Op),
		slog.Int("status", e.StatusCode),
		slog.String("code", printable(e.Code)),
		slog.Int("attempts", e.Attempts),
		slog.Bool("unknown", e.Unknown),
	)
}

// kinds sorts the error by the vendor's code first and by status second: some
// mistakes of the client come as 500.
func (e *APIError) kinds() []error {
	var kinds []error
	if e.Unknown {
		kinds = append(kinds, ErrUnknownOutcome)
	}
	switch {
	case errors.Is(e.Err, ErrBadAnswer), errors.Is(e.Err, ErrInvalid), errors.Is(e.Err, ErrNoProgress):
		return kinds
	case e.StatusCode == 0:
		return append(kinds, e.silence()...)
	case e.StatusCode < 300:
		return kinds
	}
	return append(kinds, e.refusal()...)
}

// silence sorts an error without an answer. The caller's own time being up says
// nothing about the server.
func (e *APIError) silence() []error {
	switch {
	case errors.Is(e.Err, context.Canceled) || errors.Is(e.Err, context.DeadlineExceeded):
		return nil
	case e.Attempts == 0 && e.After > 0:
		return []error{ErrRateLimited}
	case e.Attempts == 0 && !errors.Is(e.Err, rest.ErrLimiter):
		return []error{ErrInvalid}
	default:
		return []error{ErrUnavailable}
	}
}

// refusal sorts an answer outside of 2xx.
func (e *APIError) refusal() []error {
	switch e.Code {
	case codeNoResource, codeFileNotFound:
		return []error{ErrNotFound}
	case codeVerbRefused:
		return []error{ErrUnauthorized}
	case codeTaken:
		return []error{ErrConflict}
	case codeProductLimit:
		return []error{ErrProductLimit}
	}
	switch {
	case e.StatusCode == http.StatusUnauthorized:
		return []error{ErrUnauthorized}
	case e.StatusCode == http.StatusForbidden:
		return []error{ErrUnauthorized, ErrForbidden}
	case e.StatusCode == http.StatusNotFound:
		return []error{ErrNotFound}
	case e.StatusCode == http.StatusConflict:
		return []error{ErrConflict}
	case e.StatusCode == http.StatusTooManyRequests:
		return []error{ErrRateLimited}
	case e.StatusCode >= 500 && e.Code == "":
		return []error{ErrUnavailable}
	default:
		return []error{ErrInvalid}
	}
}

// printable makes what the server says fit for one line of a log.
func printable(text string) string {
	text = strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text)), " ")
	if runes := []rune(text); len(runes) > maxMessageInError {
		return string(runes[:maxMessageInError]) + "…"
	}
	return text
}
