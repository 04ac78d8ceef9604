package salespos

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/tillsync/tillsync/internal/rest"
)

// limitPause is how long clients of this API pause after a 429, which names no
// time of its own.
const limitPause = time.Minute

// fault is the body of an error.
type fault struct {
	code    string
	message string
}

// parseFault reads the body of an error; a body that is none has no code. Each
// key is read for itself: an odd text must not hide the code.
func parseFault(body []byte) fault {
	var doc struct {
		Code    json.RawMessage `json:"code"`
		Message json.RawMessage `json:"developermessage"`
	}
	if err := json.Unmarshal(body, &doc); err != nil {
		return fault{}
	}
	var message string
	if err := decode(doc.Message, &message); err != nil {
		message = ""
	}
	return fault{code: faultCode(doc.Code), message: message}
}

// faultCode reads a code that is text, or a number that lost its last zero.
func faultCode(raw json.RawMessage) string {
	var code string
	if err := decode(raw, &code); err != nil {
		return ""
	}
	whole, part, ok := strings.Cut(code, ".")
	if ok && raw[0] != '"' && len(part) == 1 {
		return whole + "." + part + "0"
	}
	return code
}

// judge tells the funnel what an answer outside of 2xx means: what is worth
// another try is decided by the vendor's code, since mistakes come as 500.
func (cfg config) judge(answer rest.Answer) rest.Verdict {
	code := parseFault(answer.Body).code
	switch {
	case answer.Status == http.StatusTooManyRequests:
		return rest.Verdict{
			Retry: true, Untouched: true,
			CoolDown: cfg.paced(limitPause), CoolAll: code == codeTotalLimit,
		}
	case answer.Status >= 500 && code == "":
		return rest.Verdict{Retry: true}
	default:
		return rest.Verdict{}
	}
}

// apiError makes the error of a call that the funnel gave up.
func apiError(call rest.Call, err error) *APIError {
	failure, ok := errors.AsType[*rest.Failure](err)
	if !ok {
		return &APIError{Op: call.Op, Err: err}
	}
	e := &APIError{
		Op:       call.Op,
		After:    failure.After,
		Attempts: failure.Attempts,
		Unknown:  failure.Unknown,
		Err:      failure.Err,
	}
	if failure.Answer == nil {
		return e
	}
	e.read(*failure.Answer)
	if e.Code == codeSchema && call.Method != http.MethodGet {
		// The server stumbled over its own answer: the write itself took place.
		e.Unknown = true
	}
	return e
}

// badAnswer is the error of a success that cannot be believed.
func badAnswer(call rest.Call, answer rest.Answer, err error) *APIError {
	e := &APIError{Op: call.Op, Attempts: answer.Attempts, Unknown: !call.Safe, Err: err}
	e.StatusCode = answer.Status
	e.Body = capped(answer.Body)
	return e
}

// read takes over what an answer outside of 2xx says.
func (e *APIError) read(answer rest.Answer) {
	said := parseFault(answer.Body)
	e.StatusCode, e.Code, e.Message = answer.Status, said.code, said.message
	e.Body = capped(answer.Body)
}

func capped(body []byte) []byte { return body[:min(len(body), maxErrorBody)] }
