package salespostest

import (
	"crypto/hmac"
	"crypto/sha512"
	"encoding/hex"
	"net/http"
	"strings"
	"time"
)

// The keys of every fake account.
const (
	publicKey = "pubkey0123456789"
	secretKey = "secret0123456789secret0123456789"
)

// dateWindow is how far x-date may be from the server's clock.
const dateWindow = 5 * time.Minute

// signature is the x-hash of a request or an answer.
func signature(secret, method, target string, body []byte, date string) string {
	mac := hmac.New(sha512.New, []byte(secret))
	mac.Write([]byte(publicKey + "|" + method + "|" + target + "|"))
	mac.Write(body)
	mac.Write([]byte("|" + date))
	return hex.EncodeToString(mac.Sum(nil))
}

func unauthorized(msg string) *apiError { return &apiError{refusal: BadCredentials, msg: msg} }

// authorize checks key, date and hash over the raw target and the raw body.
func (s *Server) authorize(in *incoming) *apiError {
	if got := in.header.Get("x-public"); got != publicKey {
		return unauthorized("unknown x-public")
	}
	if s.world.table("credentials").rows[credentialID] == nil {
		return unauthorized("x-public was deleted")
	}
	date := in.header.Get("x-date")
	at, err := parseDate(date)
	if err != nil {
		return unauthorized("x-date: " + err.Error())
	}
	if d := at.Sub(s.world.now()); d.Abs() > dateWindow {
		return unauthorized("x-date is " + d.Round(time.Second).String() + " off the server's clock")
	}
	want := signature(secretKey, in.method, in.target, in.body, date)
	if !hmac.Equal([]byte(in.header.Get("x-hash")), []byte(want)) {
		return unauthorized("x-hash is wrong for " + in.method + " " + in.target)
	}
	return nil
}

// sign adds x-date and x-hash to an answer, as the account is set to.
func (s *Server) sign(in *incoming, out *outgoing) {
	date := s.world.stamp()
	secret := secretKey
	switch s.cfg.answers {
	case AnswersUnsigned:
		return
	case AnswersSigned, AnswersTampered:
	case AnswersSignedWrongly:
		secret = strings.ToUpper(secretKey)
	}
	out.header.Set("x-date", date)
	out.header.Set("x-hash", signature(secret, in.method, in.target, out.body, date))
	if s.cfg.answers == AnswersTampered && len(out.body) > 1 {
		out.body = append([]byte(`{"tampered":true,`), out.body[1:]...)
	}
}

// header has the headers of every answer. Date follows the server's own
// clock, so that a client can learn how far its own is off.
func (s *Server) header() http.Header {
	h := http.Header{}
	h.Set("Content-Type", "application/json; charset=utf-8")
	h.Set("Date", s.world.now().Format(http.TimeFormat))
	return h
}
