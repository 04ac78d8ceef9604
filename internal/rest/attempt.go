package rest

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"sync/atomic"
	"time"

	"github.com/go-resty/resty/v2"
)

// attempt is the outcome of one request: an answer or the reason for none.
type attempt struct {
	answer *Answer
	err    error
	sent   bool // the server may have carried it out
	final  bool // another attempt cannot end otherwise
}

// ok reports success.
func (a attempt) ok() bool {
	return a.err == nil && a.answer.Status >= 200 && a.answer.Status < 300
}

// send makes the n-th attempt of call.
func (c *Client) send(ctx context.Context, call Call, n int) attempt {
	start := time.Now()
	var way connection
	resp, err := c.request(way.trace(ctx), call).Execute(call.Method, c.base+call.Target)
	a := c.outcome(ctx, resp, err, &way)
	if a.answer != nil {
		a.answer.Attempts = n
	}
	c.cfg.Logger.LogAttrs(ctx, slog.LevelDebug, "request",
		slog.String("op", call.Op),
		slog.Int("attempt", n),
		a.attr(),
		slog.Duration("duration", time.Since(start)))
	return a
}

// request builds a fresh resty request: nothing is left of an earlier attempt.
func (c *Client) request(ctx context.Context, call Call) *resty.Request {
	req := c.resty.R().SetContext(ctx)
	req.Header.Set("Accept", "application/json")
	req.Header.Set("User-Agent", c.cfg.UserAgent)
	if call.Body != nil {
		req.Header.Set("Content-Type", "application/json")
		req.SetBody(call.Body)
	}
	for name, values := range call.Header {
		req.Header[http.CanonicalHeaderKey(name)] = values
	}
	return req
}

// outcome tells what came of a request.
func (c *Client) outcome(ctx context.Context, resp *resty.Response, err error, way *connection) attempt {
	if err == nil {
		return answered(answerOf(resp.RawResponse, resp.Body()))
	}
	// An answer came, but not all of its body. Of a 429 the status is enough.
	if resp != nil && resp.RawResponse != nil && resp.StatusCode() == http.StatusTooManyRequests {
		return answered(answerOf(resp.RawResponse, nil))
	}
	a := attempt{err: withoutURL(err), sent: !way.never() && !isDial(err)}
	refused, isRefused := errors.AsType[*Refused](err)
	switch {
	case ctx.Err() != nil:
		a.err, a.final = ctx.Err(), true
	case isRefused:
		a.sent, a.final = refused.Sent, true
	case errors.Is(err, resty.ErrResponseBodyTooLarge):
		a.err, a.final = fmt.Errorf("%w: over %d bytes", ErrBodyTooLarge, c.cfg.MaxBody), true
	case isTimeout(err) && a.sent:
		a.err = ErrTimeout
	case isCertificate(err):
		a.final = true
	}
	return a
}

// answered is the outcome with a complete answer. A redirect ends the call; only
// 302 and 303 are used to say "done, look there".
func answered(answer *Answer) attempt {
	a := attempt{answer: answer, sent: true}
	if a.ok() && TooComplex(answer.Body) {
		return attempt{err: ErrBodyTooComplex, sent: true, final: true}
	}
	switch answer.Status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther,
		http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		a.final = true
		a.sent = answer.Status == http.StatusFound || answer.Status == http.StatusSeeOther
		a.err = fmt.Errorf("%w: the server points to %s; check the address", ErrRedirect, place(answer.Header))
	}
	return a
}

// place is scheme and host of a redirect, without its path and query.
func place(header http.Header) string {
	to, err := url.Parse(header.Get("Location"))
	if err != nil || to.Host == "" {
		return "another path"
	}
	return to.Scheme + "://" + to.Host
}

// answerOf makes an Answer; its Attempts come later.
func answerOf(resp *http.Response, body []byte) *Answer {
	return &Answer{Status: resp.StatusCode, Header: resp.Header, Body: body}
}

// attr says in one log attribute how the attempt ended.
func (a attempt) attr() slog.Attr {
	if a.answer != nil {
		return slog.Int("status", a.answer.Status)
	}
	reason := "no answer"
	switch {
	case a.final:
		reason = "stopped"
	case !a.sent:
		reason = "no connection"
	case errors.Is(a.err, ErrTimeout):
		reason = "time-out"
	}
	return slog.String("failure", reason)
}

// connection watches whether a request ever had a connection to go out on.
// Without one the server did nothing, however the attempt ended.
type connection struct{ wanted, got atomic.Bool }

// trace returns a context that reports to c. Only a http.Transport reports;
// with another RoundTripper nothing is known.
func (c *connection) trace(ctx context.Context) context.Context {
	return httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		GetConn: func(string) { c.wanted.Store(true) },
		GotConn: func(httptrace.GotConnInfo) { c.got.Store(true) },
	})
}

// never reports that there surely was no connection.
func (c *connection) never() bool { return c.wanted.Load() && !c.got.Load() }

// isDial reports that no connection came about.
func isDial(err error) bool {
	op, ok := errors.AsType[*net.OpError](err)
	return ok && op.Op == "dial"
}

// isTimeout reports a time-out of the attempt.
func isTimeout(err error) bool {
	timeout, ok := errors.AsType[interface {
		error
		Timeout() bool
	}](err)
	return ok && timeout.Timeout()
}

// isCertificate reports a server we do not trust: that is for people to solve.
func isCertificate(err error) bool {
	_, ok := errors.AsType[*tls.CertificateVerificationError](err)
	return ok
}

// withoutURL takes the URL, and with it the query, out of an error.
func withoutURL(err error) error {
	if wrapped, ok := errors.AsType[*url.Error](err); ok {
		return wrapped.Err
	}
	return err
}
