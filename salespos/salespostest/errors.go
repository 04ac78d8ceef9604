package salespostest

import (
	"encoding/json"
	"fmt"
)

// apiError is an error answer.
type apiError struct {
	status  int
	code    string // "" for answers without a code
	msg     string
	refusal Refusal // when it is not 0, the account decides on status and code
}

// body is the JSON of the answer.
func (e *apiError) body(furtherKeys bool) []byte {
	doc := map[string]any{"status": int64(e.status), "developermessage": e.msg}
	if e.code != "" {
		doc["code"] = e.code
	}
	if furtherKeys {
		doc["usermessage"], doc["link"] = "", nil
	}
	return appendValue(nil, doc)
}

// badBody is a body or a parameter that breaks the documented schema.
func badBody(format string, args ...any) *apiError {
	return &apiError{refusal: BadBody, msg: fmt.Sprintf(format, args...)}
}

func taken(what string) *apiError {
	return &apiError{status: 500, code: "500.40", msg: what + " already exists"}
}

func sameValue500() *apiError {
	return &apiError{status: 500, code: "500.50", msg: "the values are the same"}
}

// notOnThis is a verb that this one record does not allow.
func notOnThis(format string, args ...any) *apiError {
	return &apiError{status: 500, code: "500.70", msg: fmt.Sprintf(format, args...)}
}

// noSuchID is the answer to an id in a path that does not exist.
func noSuchID(res string, id int64) *apiError {
	return &apiError{refusal: UnknownID, msg: fmt.Sprintf("%s %d not found", res, id)}
}

// refer checks an id in a body: null and a missing key are fine.
func (w *world) refer(body map[string]any, key, res string) *apiError {
	n, ok := body[key].(json.Number)
	if !ok {
		return nil
	}
	if w.table(res).rows[integer(n)] == nil {
		return badBody("%s: no %s with id %s", key, res, n)
	}
	return nil
}
