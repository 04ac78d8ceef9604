package ecwidtest

import (
	"regexp"
	"slices"
	"strings"
	"time"
)

// Option changes how a [Server] behaves.
type Option func(*config)

type config struct {
	perMinute  int
	pace       float64
	lag        time.Duration
	scopes     []string
	allScopes  bool
	profile    []string
	repeatSKUs bool
	sanitize   func(html string) string
	skew       time.Duration
	batchStep  time.Duration
	webhooks   Webhooks
	readings   []Reading
	observe    func(Request)
}

// WithLimits sets how many requests a token has in any 60 seconds; the default
// is the documented 600.
func WithLimits(perMinute int) Option {
	if perMinute <= 0 {
		panic("ecwidtest: WithLimits needs a positive number")
	}
	return func(c *config) { c.perMinute = perMinute }
}

// WithoutLimits turns the rate limit off, and so the block of addresses that call
// with bad tokens.
func WithoutLimits() Option { return func(c *config) { c.perMinute = 0 } }

// WithPace lets the minute of the rate limit pass n times faster.
func WithPace(n float64) Option {
	if n <= 0 {
		panic("ecwidtest: WithPace needs a positive number")
	}
	return func(c *config) { c.pace = n }
}

// WithIndexLag delays what the searches of products, categories and orders
// see. Reads by id, products by productId, customers and classes are never
// late. The default is 0.
func WithIndexLag(d time.Duration) Option {
	if d < 0 {
		panic("ecwidtest: WithIndexLag needs a duration of 0 or more")
	}
	return func(c *config) { c.lag = d }
}

// WithClockSkew sets the store's clock ahead of its callers' by d, or behind
// when d is negative. Time stamps and the Date header show it.
func WithClockSkew(d time.Duration) Option { return func(c *config) { c.skew = d } }

// WithBatchStep sets how long each request of a batch takes, or up to 100 of
// them in parallel mode. With the default of 0 a batch is completed at the
// first poll.
func WithBatchStep(d time.Duration) Option {
	if d < 0 {
		panic("ecwidtest: WithBatchStep needs a duration of 0 or more")
	}
	return func(c *config) { c.batchStep = d }
}

// WithScopes limits the token to these access scopes; by default it has all.
// read_store_profile is always granted.
func WithScopes(scopes ...string) Option {
	return func(c *config) { c.allScopes, c.scopes = false, slices.Clone(scopes) }
}

// WithProfile merges a JSON object into the store profile, as
// Edit("profile", 0, doc) does.
func WithProfile(doc string) Option {
	return func(c *config) { c.profile = append(c.profile, doc) }
}

// WithDuplicateSKUs enables the store's toggle ALLOW_EMPTY_AND_NON_UNIQUE_SKU:
// SKUs may be empty and repeat.
func WithDuplicateSKUs() Option { return func(c *config) { c.repeatSKUs = true } }

// WithSanitizer sets how descriptions are rewritten when they are saved; the
// default is [StripScripts]. nil keeps them as sent.
func WithSanitizer(clean func(html string) string) Option {
	if clean == nil {
		clean = func(html string) string { return html }
	}
	return func(c *config) { c.sanitize = clean }
}

// WithObserver calls fn with each request once its outcome is known, one after
// another. fn must not call the server.
func WithObserver(fn func(Request)) Option { return func(c *config) { c.observe = fn } }

// StripScripts removes script elements and event handler attributes.
func StripScripts(html string) string {
	if !strings.Contains(html, "<") {
		return html
	}
	script := regexp.MustCompile(`(?is)<script\b.*?(</script\s*>|$)`)
	handler := regexp.MustCompile(`(?is)(<[^>]*?)\s+on[a-z]+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)`)
	html = script.ReplaceAllString(html, "")
	for handler.MatchString(html) {
		html = handler.ReplaceAllString(html, "$1")
	}
	return html
}
