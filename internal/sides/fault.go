package sides

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/salespos"
)

// fault gives an error of either client the class by which the engine acts.
// Cancellation stays what it is, unless a write was on its way.
func fault(err error) error {
	if err == nil {
		return nil
	}
	if _, ok := errors.AsType[*pass.Error](err); ok {
		return err
	}
	unknown := errors.Is(err, salespos.ErrUnknownOutcome) || errors.Is(err, ecwid.ErrUnknownOutcome)
	if errors.Is(err, context.Canceled) && !unknown {
		return err
	}
	if noStore(err) {
		return &pass.Error{Class: pass.ClassConfig, Reason: "StoreNotFound", Err: err,
			Remedy: "check the store id: Ecwid does not know it"}
	}
	if noList(err) {
		return &pass.Error{Class: pass.ClassConfig, Reason: "AddressWrong", Err: err,
			Remedy: "check the address of the system: a list that every account has is not there"}
	}
	class, reason := classOf(err), "NoAnswer"
	if !unknown {
		reason = reasonOf(class)
	}
	f := refusal(class, reason, err)
	f.Unknown = unknown
	var wait interface{ RetryAfter() time.Duration }
	if errors.As(err, &wait) {
		f.After = wait.RetryAfter()
	}
	return f
}

// noStore reports whether the shop does not exist, which is not the same as a
// record that does not.
func noStore(err error) bool {
	api, ok := errors.AsType[*ecwid.APIError](err)
	return ok && (api.Code == "STORE_NOT_FOUND" || api.Code == "PROFILE_NOT_FOUND")
}

// noList reports whether a list was not found: lists exist even when they are
// empty, so the address leads to something else.
func noList(err error) bool {
	var op string
	if api, ok := errors.AsType[*ecwid.APIError](err); ok && errors.Is(err, ecwid.ErrNotFound) {
		op = api.Op
	}
	if api, ok := errors.AsType[*salespos.APIError](err); ok && errors.Is(err, salespos.ErrNotFound) {
		op = api.Op
	}
	return strings.HasPrefix(op, http.MethodGet) && !strings.Contains(op, "{")
}

// classes lists what each sentinel of the clients means; the first match counts.
var classes = []struct {
	is    []error
	class pass.Class
}{
	{[]error{salespos.ErrUnauthorized, ecwid.ErrUnauthorized}, pass.ClassAuth},
	{[]error{salespos.ErrForbidden, ecwid.ErrForbidden}, pass.ClassForbidden},
	{[]error{salespos.ErrRateLimited, ecwid.ErrRateLimited}, pass.ClassRateLimited},
	{[]error{salespos.ErrProductLimit, ecwid.ErrProductLimit}, pass.ClassCapability},
	{[]error{salespos.ErrNotFound, ecwid.ErrNotFound}, pass.ClassNotFound},
	{[]error{salespos.ErrConflict}, pass.ClassDuplicate},
	{[]error{salespos.ErrNoProgress}, pass.ClassNoProgress},
	{[]error{salespos.ErrUnknownOutcome, ecwid.ErrUnknownOutcome}, pass.ClassUnavailable},
	{[]error{salespos.ErrUnavailable, ecwid.ErrUnavailable, salespos.ErrBadAnswer, ecwid.ErrBadAnswer}, pass.ClassUnavailable},
	{[]error{context.DeadlineExceeded}, pass.ClassUnavailable},
}

func classOf(err error) pass.Class {
	if errors.Is(err, ecwid.ErrConflict) {
		return ecwidConflict(err)
	}
	for _, c := range classes {
		for _, sentinel := range c.is {
			if errors.Is(err, sentinel) {
				return c.class
			}
		}
	}
	return pass.ClassValidation
}

// ecwidConflict tells a key that is taken from a record that changed at the
// same time: only the first has a code, and a create cannot have the second.
func ecwidConflict(err error) pass.Class {
	api, ok := errors.AsType[*ecwid.APIError](err)
	switch {
	case !ok:
		return pass.ClassVersionConflict
	case api.Code == "SKU_ALREADY_EXISTS", api.Code == "EXTERNAL_ID_ALREADY_USED", strings.HasPrefix(api.Op, http.MethodPost):
		return pass.ClassDuplicate
	case api.Code != "":
		return pass.ClassValidation
	default:
		return pass.ClassVersionConflict
	}
}

func reasonOf(class pass.Class) string {
	switch class {
	case pass.ClassAuth:
		return "AccessRefused"
	case pass.ClassForbidden:
		return "PermissionMissing"
	case pass.ClassRateLimited:
		return "RateLimited"
	case pass.ClassCapability:
		return "PlanLimit"
	case pass.ClassNotFound:
		return "NotFound"
	case pass.ClassDuplicate:
		return "Taken"
	case pass.ClassVersionConflict:
		return "ChangedMeanwhile"
	case pass.ClassUnavailable:
		return "Unavailable"
	case pass.ClassNoProgress:
		return "NoProgress"
	default:
		return "Refused"
	}
}
