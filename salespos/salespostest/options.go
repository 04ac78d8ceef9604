package salespostest

import (
	"fmt"
	"math"
	"time"
)

// Option changes one behaviour of a [Server].
type Option func(*config)

// Limits are requests per minute, counted for each resource on its own. A
// field that is 0 keeps the documented number: 150 for GET, 100 for the other
// verbs, 30 for GET /productqueries, no total.
type Limits struct {
	Get, Post, Put, Patch, Delete int
	// Queries is the limit of GET /productqueries.
	Queries int
	// Total counts all requests of the account (code 429.11). Its number is
	// not published; 0 means there is none.
	Total int
}

// PostAnswer is how a successful POST is answered.
type PostAnswer int

// The answers a POST that stored its object can get.
const (
	PostCreated      PostAnswer = iota // 201 and the object (default)
	PostOK                             // 200 and the object
	PostNoContent                      // 204 without a body
	PostStoredBut500                   // stored, but 500 with code 500.20
)

// AnswerMode is how 2xx answers are signed.
type AnswerMode int

// The ways to sign, or not to sign, an answer.
const (
	AnswersSigned        AnswerMode = iota // right signature (default)
	AnswersSignedWrongly                   // well-formed x-hash made with another secret
	AnswersUnsigned                        // neither x-date nor x-hash
	AnswersTampered                        // right signature, then a body that was changed on the way
)

type config struct {
	limits       Limits
	unlimited    bool
	pace         float64
	skew         time.Duration
	pageSize     int
	pageCap      int
	dateZone     *time.Location
	fileLimit    int
	payloadLimit int
	attempts     int
	postAnswer   PostAnswer
	answers      AnswerMode
	refusals     map[Refusal]apiError
	denied       map[string]bool
	readings     map[Reading]bool
	observe      func(Request)
	host         string
}

func defaultConfig() config {
	return config{
		limits:    Limits{Get: 150, Post: 100, Put: 100, Patch: 100, Delete: 100, Queries: 30},
		pace:      1,
		pageSize:  25,
		pageCap:   250,
		dateZone:  time.UTC,
		fileLimit: 5 << 20,
		attempts:  3,
		refusals: map[Refusal]apiError{
			BadCredentials: {status: 401}, BadBody: {status: 400}, UnknownID: {status: 500, code: "500.24"}, NoPermission: {status: 403},
		},
		denied:   map[string]bool{},
		readings: map[Reading]bool{},
		host:     "https://salespos.example.com",
	}
}

// WithLimits sets other limits than the documented ones. Negative numbers
// panic; [WithoutLimits] switches the limits off.
func WithLimits(l Limits) Option {
	return func(c *config) {
		for _, f := range []struct{ to, from *int }{
			{&c.limits.Get, &l.Get}, {&c.limits.Post, &l.Post}, {&c.limits.Put, &l.Put},
			{&c.limits.Patch, &l.Patch}, {&c.limits.Delete, &l.Delete}, {&c.limits.Queries, &l.Queries},
			{&c.limits.Total, &l.Total},
		} {
			if *f.from < 0 {
				panic(fmt.Sprintf("salespostest: negative limit in %+v", l))
			}
			if *f.from > 0 {
				*f.to = *f.from
			}
		}
	}
}

// WithoutLimits lets any number of requests through.
func WithoutLimits() Option { return func(c *config) { c.unlimited = true } }

// WithPace runs the windows of all limits n times faster, which is the same as
// n times the requests per minute. n must be positive.
func WithPace(n float64) Option {
	if !(n > 0) || math.IsInf(n, 1) {
		panic(fmt.Sprintf("salespostest: pace %v is not positive", n))
	}
	return func(c *config) { c.pace = n }
}

// WithClockSkew lets the server's clock run d ahead of the machine's (behind,
// when negative). It moves the 5-minute window of x-date, the Date and x-date
// headers and the dates in documents.
func WithClockSkew(d time.Duration) Option { return func(c *config) { c.skew = d } }

// WithPageCap sets the largest page; larger sizes are cut to it. Default 250.
func WithPageCap(n int) Option {
	if n < 1 {
		panic(fmt.Sprintf("salespostest: page cap %d", n))
	}
	return func(c *config) { c.pageCap = n }
}

// WithPageSize sets the size of a page when a request names none. Default 25.
func WithPageSize(n int) Option {
	if n < 1 {
		panic(fmt.Sprintf("salespostest: page size %d", n))
	}
	return func(c *config) { c.pageSize = n }
}

// WithDateZone sets the zone in which the days of date filters are meant.
// Default UTC.
func WithDateZone(zone *time.Location) Option { return func(c *config) { c.dateZone = zone } }

// WithFileLimits sets the largest picture (answer 500.21) and the largest body
// (500.80), both in bytes; 0 is no limit. Default 5 MiB and none.
func WithFileLimits(file, payload int) Option {
	return func(c *config) { c.fileLimit, c.payloadLimit = file, payload }
}

// WithPostAnswer changes the answer to each POST that succeeded. The object is
// stored in every case.
func WithPostAnswer(a PostAnswer) Option { return func(c *config) { c.postAnswer = a } }

// WithAnswers changes how 2xx answers are signed.
func WithAnswers(m AnswerMode) Option { return func(c *config) { c.answers = m } }

// Refusal is a reason to refuse a request whose answer is not documented.
type Refusal int

// The refusals and their default answers.
const (
	BadCredentials Refusal = iota + 1 // key, date or hash are wrong: 401 without a code
	BadBody                           // a body or parameter breaks the schema: 400 without a code
	UnknownID                         // no record has the id of the path: 500 with code 500.24
	NoPermission                      // the key may not use the resource: 403 without a code
)

// WithRefusal sets the status and code ("" is none) of a refusal.
func WithRefusal(r Refusal, status int, code string) Option {
	if r < BadCredentials || r > NoPermission || status < 400 {
		panic(fmt.Sprintf("salespostest: refusal %d with status %d", r, status))
	}
	return func(c *config) { c.refusals[r] = apiError{status: status, code: code} }
}

// WithoutAccess takes resources out of what the key may use: they are not in
// the root list and are answered with [NoPermission].
func WithoutAccess(resources ...string) Option {
	return func(c *config) {
		for _, name := range resources {
			c.denied[name] = true
		}
	}
}

// WithWebhookAttempts sets how often [Server.Deliver] sends a webhook that is
// not answered with 2xx before it drops it. Default 3.
func WithWebhookAttempts(n int) Option {
	if n < 1 {
		panic(fmt.Sprintf("salespostest: %d webhook attempts", n))
	}
	return func(c *config) { c.attempts = n }
}

// WithObserver calls fn with each request once its outcome is known, one after
// another. fn must not call the server.
func WithObserver(fn func(Request)) Option { return func(c *config) { c.observe = fn } }
