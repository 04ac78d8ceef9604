package salespostest

import (
	"fmt"
	"time"
)

// Option changes one behaviour of a [Server].
type Option func(*config)

// Limits are requests per minute, counted for each resource on its own in a
// sliding window. A field that is 0 keeps the documented number: 150 for GET,
// 100 for the other verbs, no total.
type Limits struct {
	Get, Post, Put, Patch, Delete int
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
	limits          Limits
	unlimited       bool
	pace            float64
	skew            time.Duration
	pageCap         int
	refuseOverCap   bool
	emptyLastPage   bool
	postAnswer      PostAnswer
	answers         AnswerMode
	notFound404     bool
	stockModifies   bool
	ordersKeepStock bool
	remakeCombos    bool
	sameValueErrors bool
	hrefOnlyLinks   bool
	host            string
}

func defaultConfig() config {
	return config{
		limits:  Limits{Get: 150, Post: 100, Put: 100, Patch: 100, Delete: 100},
		pace:    1,
		pageCap: 250,
		host:    "https://salespos.example.com",
	}
}

// WithLimits sets other limits than the documented ones. Negative numbers
// panic; [WithoutLimits] switches the limits off.
func WithLimits(l Limits) Option {
	return func(c *config) {
		for _, f := range []struct{ to, from *int }{
			{&c.limits.Get, &l.Get}, {&c.limits.Post, &l.Post}, {&c.limits.Put, &l.Put},
			{&c.limits.Patch, &l.Patch}, {&c.limits.Delete, &l.Delete}, {&c.limits.Total, &l.Total},
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
	if n <= 0 {
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

// WithPageRefusal answers 400 to a size above the cap instead of cutting it.
func WithPageRefusal() Option { return func(c *config) { c.refuseOverCap = true } }

// WithEmptyLastPage gives a last page that is exactly full a `next` link,
// which leads to an empty page.
func WithEmptyLastPage() Option { return func(c *config) { c.emptyLastPage = true } }

// WithPostAnswer changes the answer to each POST that succeeded. The object is
// stored in every case.
func WithPostAnswer(a PostAnswer) Option { return func(c *config) { c.postAnswer = a } }

// WithAnswers changes how 2xx answers are signed.
func WithAnswers(m AnswerMode) Option { return func(c *config) { c.answers = m } }

// WithNotFound404 answers an unknown id with 404 without a code, instead of
// 500 with code 500.24.
func WithNotFound404() Option { return func(c *config) { c.notFound404 = true } }

// WithStockModifyDate lets changes of stock, of combinations and of linked
// attribute values move products.modifydate. By default they do not.
func WithStockModifyDate() Option { return func(c *config) { c.stockModifies = true } }

// WithoutOrderStock keeps stock as it is when an order is completed. By
// default a completed order lowers it, also one that the API posted.
func WithoutOrderStock() Option { return func(c *config) { c.ordersKeepStock = true } }

// WithRemadeCombinations makes all combinations of a product anew when a value
// is linked or unlinked: new ids, no numbers, no stock. By default those that
// keep their set of values survive.
func WithRemadeCombinations() Option { return func(c *config) { c.remakeCombos = true } }

// WithSameValueErrors answers 500 with code 500.50 to a PATCH or PUT that
// changes nothing, instead of 204.
func WithSameValueErrors() Option { return func(c *config) { c.sameValueErrors = true } }

// WithHrefOnlyLinks leaves `collection` out of links that were not expanded.
// By default it is there and empty, which a client must not read as "none".
func WithHrefOnlyLinks() Option { return func(c *config) { c.hrefOnlyLinks = true } }
