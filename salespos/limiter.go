package salespos

import (
	"context"
	"errors"
	"time"

	"github.com/tillsync/tillsync/internal/limit"
	"github.com/tillsync/tillsync/internal/rest"
)

// Limiter says when a request may be sent. The default keeps the rates of the
// API in every window of a minute, for all users of one client. Give several
// clients, perhaps in several processes, one over a common store when they
// share a key pair. It has to be safe for concurrent use.
//
// ecwid.Limiter has the same methods. One with a method Slow(key string) is
// also told when the API refused a request although Acquire allowed it. One that
// knows priorities has this method too, and is asked by it instead of Acquire:
//
//	AcquireAt(ctx context.Context, key string, cost int, p Priority) (release func(), err error)
type Limiter interface {
	// Acquire waits until a request that counts cost times under key may be
	// sent. key is verb and resource, such as "GET products". release is called once,
	// when the answer arrived or the attempt failed: the API counted the
	// request somewhere in between.
	//
	// An error ends the call, which nobody has sent then: that of ctx, or one
	// with a method RetryAfter() time.Duration that says how long to stay away
	// (the call is ErrRateLimited), or any other (it is ErrUnavailable).
	Acquire(ctx context.Context, key string, cost int) (release func(), err error)
	// CoolDown is told that the API wants to be left alone until then: by all
	// requests under key, by all for the key "". Nothing may be sent before.
	CoolDown(key string, until time.Time)
}

// WithLimiter asks limiter before each request. WithRates and WithPace count no more.
func WithLimiter(limiter Limiter) Option {
	return func(c *config) error {
		if limiter == nil {
			return errors.New("WithLimiter: the limiter is nil")
		}
		c.limiter = limiter
		return nil
	}
}

// Priority says whose request goes first when the rate does not suffice for all.
type Priority = limit.Priority

// The priorities. A request goes before all that wait with a lower one, and does
// not wait for a full minute because of them: Normal leaves 2 % of the rate to what
// is above it, Bulk 4 %. Between requests of one priority the first comes first.
const (
	PriorityUrgent = limit.Urgent // that of a new client: the whole rate
	PriorityNormal = limit.Normal
	PriorityBulk   = limit.Bulk
)

// WithPriority is the same client for less, or more, urgent requests. Both share
// one rate: with bulk work at PriorityBulk, a new order of another caller need not
// wait for it. A limiter of [WithLimiter] may know no priorities.
func (c *Client) WithPriority(p Priority) *Client {
	other := *c
	other.rest = c.rest.WithPriority(p)
	other.addServices()
	return &other
}

// Priority is that of the client's requests.
func (c *Client) Priority() Priority { return c.rest.Priority() }

// limits is the limiter to use.
func (c *config) limits() Limiter {
	if c.limiter != nil {
		return c.limiter
	}
	return limit.New(c.rate, rest.DefaultMaxWait)
}
