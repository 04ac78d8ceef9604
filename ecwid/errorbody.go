package ecwid

import (
	"encoding/json"
	"errors"
	"regexp"
	"strings"
	"unicode"

	"github.com/tillsync/tillsync/internal/rest"
)

// apiError translates a failure of the funnel.
func (c *Client) apiError(op string, err error) *APIError {
	failure, ok := errors.AsType[*rest.Failure](err)
	if !ok {
		return &APIError{Op: op, Err: err}
	}
	e := &APIError{
		Op:       op,
		After:    failure.After,
		Attempts: failure.Attempts,
		Unknown:  failure.Unknown,
		Err:      failure.Err,
	}
	if answer := failure.Answer; answer != nil {
		c.keepAnswer(e, *answer)
		e.Code, e.Message = c.errorText(answer.Body)
	}
	return e
}

// badAnswer is the error for a 2xx that is not what it should be. When the call
// cannot be repeated its outcome is unknown: success was reported, but of what?
func (c *Client) badAnswer(o operation, answer rest.Answer, reason error) *APIError {
	e := &APIError{Op: o.op, Attempts: answer.Attempts, Unknown: !o.safe || o.keyed, Err: reason}
	c.keepAnswer(e, answer)
	e.Code, e.Message = c.errorText(answer.Body)
	return e
}

func (c *Client) keepAnswer(e *APIError, answer rest.Answer) {
	e.StatusCode = answer.Status
	e.Body = []byte(c.redact(string(answer.Body[:min(len(answer.Body), maxErrorBody)])))
}

// redact guards against a server that repeats the token.
func (c *Client) redact(text string) string {
	return strings.ReplaceAll(text, c.token(), "[redacted]")
}

// plainCode is the form of the vendor's codes.
var plainCode = regexp.MustCompile(`^[A-Za-z0-9_.]{1,100}$`)

// errorText reads the known shapes of an error body:
//
//	{"errorMessage": "...", "errorCode": "..."}
//	{"error": "OTHER", "errorMessage": "..."}
//	{"error_message": "..."}
//
// Anything else, such as the HTML page of a proxy, gives two empty texts.
func (c *Client) errorText(body []byte) (code, message string) {
	var doc struct {
		Code       json.RawMessage `json:"errorCode"`
		OldCode    json.RawMessage `json:"error"`
		Message    json.RawMessage `json:"errorMessage"`
		OldMessage json.RawMessage `json:"error_message"`
	}
	if json.Unmarshal(body, &doc) != nil {
		return "", ""
	}
	text := func(raw ...json.RawMessage) string {
		for _, value := range raw {
			var s string
			if json.Unmarshal(value, &s) == nil && s != "" {
				return c.tidy(s)
			}
		}
		return ""
	}
	code, message = text(doc.Code, doc.OldCode), text(doc.Message, doc.OldMessage)
	if !plainCode.MatchString(code) {
		if message == "" {
			message = code
		}
		code = ""
	}
	return code, message
}

// tidy makes a vendor text fit for one line of a log.
func (c *Client) tidy(text string) string {
	runes := []rune(strings.TrimSpace(c.redact(text)))
	if len(runes) > maxErrorMessageRunes {
		runes = append(runes[:maxErrorMessageRunes:maxErrorMessageRunes], '…')
	}
	for i, r := range runes {
		if !unicode.IsPrint(r) {
			runes[i] = ' '
		}
	}
	return string(runes)
}
