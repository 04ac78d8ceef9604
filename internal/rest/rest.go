// Package rest is the one way to the wire for both clients: it waits for the
// limiter, sends, reads with a size cap, judges, and perhaps tries again.
//
// It knows no API. What a vendor's error code means is told by Config.Judge;
// authentication and signatures are RoundTrippers below it.
package rest

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/go-resty/resty/v2"

	"github.com/tillsync/tillsync/internal/limit"
)

// Defaults of Config.
const (
	DefaultMaxBody     = 24 << 20 // reading one takes up to 54 MiB
	DefaultMaxAttempts = 4
	DefaultMaxWait     = 90 * time.Second
	defaultTimeout     = 60 * time.Second
	defaultUserAgent   = "tillsync"
)

// Free is the Cost of a call that is paid for by the Cost of another.
const Free = -1

// Call is one operation of an API.
type Call struct {
	// Op names the operation in errors and logs, as "GET /products/{id}": no
	// ids, no query.
	Op     string
	Method string
	// Target is the escaped path below Config.Base, starting with "/", and
	// perhaps "?" and a query; see Path and Query. It is sent as it is.
	Target string
	// Body is sent as JSON; nil sends none. GET carries none.
	Body []byte
	// Header has headers beside those of the funnel and may be nil.
	Header http.Header
	// Key is the counter of the limiter.
	Key string
	// Cost is how many calls the API counts for it; 0 means 1, Free none.
	Cost int
	// Hold, unless nil, gets the release of the limiter after a success: the
	// server counts calls of this one until then.
	Hold func(release func())
	// Safe calls may be repeated when it is unknown whether the server carried
	// them out.
	Safe bool
	// Keyed: what makes the call Safe is a key in it that the caller does not
	// use again, so that its outcome can be unknown all the same.
	Keyed bool
}

// Answer is what the server sent, with the number of attempts it took.
type Answer struct {
	Status   int
	Header   http.Header
	Body     []byte
	Attempts int
}

// Verdict is what an API says about an answer outside 2xx.
type Verdict struct {
	// Retry: another try can succeed.
	Retry bool
	// Untouched: the server surely did nothing, so even a call that is not
	// Safe may be repeated.
	Untouched bool
	// CoolDown stops the counter of the call for this long, 0 not at all. A
	// Retry-After of the answer takes its place.
	CoolDown time.Duration
	// CoolAll makes it stop every counter.
	CoolAll bool
}

// Limiter says when a call may be sent. The clients publish this interface, so
// it never grows. One with a method Slow(key string) is also told of a 429 for a
// counter of its own, and one with AcquireAt, as limit.Limiter has it, is asked by
// that.
type Limiter interface {
	// Acquire waits until a call that takes cost slots of the counter key may be
	// sent; for cost 0 only a cool-down counts. release is called once, when the
	// answer arrived or the attempt failed. An error with a method RetryAfter says
	// how long to stay away.
	Acquire(ctx context.Context, key string, cost int) (release func(), err error)
	// CoolDown stops the counter key, or every counter for "", until then.
	CoolDown(key string, until time.Time)
}

// Config is what New needs. Base, Limiter and Judge are required.
type Config struct {
	// Base is the common beginning of all targets; see BaseURL.
	Base *url.URL
	// HTTP is copied. Its Timeout bounds one attempt, its own redirect rule is
	// not used. nil means a plain client with 60 seconds.
	HTTP    *http.Client
	Limiter Limiter
	// Logger gets a Debug line for each request and a Warn line for each
	// repetition: never bodies, tokens, queries or URLs. nil discards them.
	Logger *slog.Logger
	// Judge tells what an answer outside 2xx means. It must not keep or change
	// the answer. 429 is repeated whatever it says.
	Judge func(Answer) Verdict
	// MaxBody caps an answer in bytes, also after decompression.
	// 0 means DefaultMaxBody.
	MaxBody int64
	// MaxAttempts counts the first attempt too. 0 means DefaultMaxAttempts.
	MaxAttempts int
	// MaxWait is the longest single wait that the server may ask for; beyond
	// it the call ends with Failure.After. 0 means DefaultMaxWait.
	MaxWait time.Duration
	// UserAgent is sent with each request. "" means "tillsync".
	UserAgent string
}

// Client sends calls. It is immutable, but for what limiter and budget count, and
// safe for concurrent use.
type Client struct {
	cfg      Config
	base     string
	resty    *resty.Client
	budget   *budget
	priority limit.Priority // of all calls at a limiter with AcquireAt
}

// New checks cfg and makes a client. It changes nothing of what it is given.
func New(cfg Config) (*Client, error) {
	if err := cfg.check(); err != nil {
		return nil, err
	}
	cfg = cfg.withDefaults()
	hc := *cfg.HTTP
	hc.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	rc := resty.NewWithClient(&hc).
		SetRetryCount(0).
		SetResponseBodyLimit(int(cfg.MaxBody)).
		SetLogger(silence{})
	return &Client{cfg: cfg, base: strings.TrimSuffix(cfg.Base.String(), "/"), resty: rc, budget: newBudget()}, nil
}

// check reports everything that is wrong or missing.
func (c Config) check() error {
	var errs []error
	if c.Base == nil {
		errs = append(errs, errors.New("rest: Config.Base is missing"))
	}
	if c.Limiter == nil {
		errs = append(errs, errors.New("rest: Config.Limiter is missing"))
	}
	if c.Judge == nil {
		errs = append(errs, errors.New("rest: Config.Judge is missing"))
	}
	if c.MaxBody < 0 || c.MaxAttempts < 0 || c.MaxWait < 0 {
		errs = append(errs, errors.New("rest: MaxBody, MaxAttempts and MaxWait cannot be negative"))
	}
	if breaksHeader(c.UserAgent) {
		errs = append(errs, errors.New("the user agent is no header: it has control characters"))
	}
	return errors.Join(errs...)
}

// withDefaults fills in what was left out.
func (c Config) withDefaults() Config {
	if c.HTTP == nil {
		c.HTTP = &http.Client{Timeout: defaultTimeout}
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	if c.MaxBody == 0 {
		c.MaxBody = DefaultMaxBody
	}
	if c.MaxAttempts == 0 {
		c.MaxAttempts = DefaultMaxAttempts
	}
	if c.MaxWait == 0 {
		c.MaxWait = DefaultMaxWait
	}
	if c.UserAgent == "" {
		c.UserAgent = defaultUserAgent
	}
	return c
}

// Do carries out call. It returns an answer with a nil error for 2xx only;
// every other end is a *Failure.
//
// Repeated are, after a wait: 429 and requests that never left, for every call;
// time-outs, broken connections, cut-off answers and what Config.Judge says,
// for Safe calls or when the server surely did nothing. A call that is not Safe
// otherwise ends at once with Failure.Unknown. Repetitions are at most a share of
// all calls, so that a server that is down gets little more than the calls
// themselves; after a 429 it is the limiter that keeps us away. Redirects are never followed: a
// second request would be outside of limiter and signature, and perhaps on
// another host.
func (c *Client) Do(ctx context.Context, call Call) (Answer, error) {
	if err := call.Check(); err != nil {
		return Answer{}, &Failure{Op: call.Op, Err: err}
	}
	c.budget.earn()
	var last attempt
	var next step
	for n := 1; ; n++ {
		release, err := c.acquire(ctx, call)
		if err != nil {
			return Answer{}, notSent(call, n-1, last, next, err)
		}
		last = c.send(ctx, call, n)
		if last.ok() {
			call.settle(release)
			return *last.answer, nil
		}
		release()
		next = c.judge(call, last, next)
		c.coolDown(call.Key, next)
		if !next.again || n == c.cfg.MaxAttempts || !c.affordable(ctx, next) {
			return Answer{}, failure(call, n, last, next)
		}
		c.logRepeat(ctx, call, n, last, next)
		if err := pause(ctx, next.backOff(n)); err != nil {
			return Answer{}, notSent(call, n, last, next, err)
		}
	}
}

// WithPriority is the client with another priority. Both share limiter and budget.
func (c *Client) WithPriority(p limit.Priority) *Client {
	other := *c
	other.priority = p
	return &other
}

// Priority is that of the client's calls.
func (c *Client) Priority() limit.Priority { return c.priority }

// acquire asks the limiter for the right to send call.
func (c *Client) acquire(ctx context.Context, call Call) (release func(), err error) {
	limiter, ok := c.cfg.Limiter.(interface {
		AcquireAt(ctx context.Context, key string, cost int, p limit.Priority) (release func(), err error)
	})
	if !ok {
		return c.cfg.Limiter.Acquire(ctx, call.Key, call.slots())
	}
	return limiter.AcquireAt(ctx, call.Key, call.slots(), c.priority)
}

// slots is the cost for the limiter.
func (c Call) slots() int {
	switch c.Cost {
	case 0:
		return 1
	case Free:
		return 0
	}
	return c.Cost
}

// settle ends a success at the limiter, now or later.
func (c Call) settle(release func()) {
	if c.Hold == nil {
		release()
		return
	}
	c.Hold(release)
}

// silence keeps resty from writing to stderr.
type silence struct{}

func (silence) Errorf(string, ...any) {}
func (silence) Warnf(string, ...any)  {}
func (silence) Debugf(string, ...any) {}
