// Package limit keeps calls within the rates of an API: an exact sliding window
// for each counter, and cool-downs in which nothing is sent.
//
// A token bucket would let its burst through on top of the rate; here at most
// Rate.Calls calls arrive at the server in any window of Rate.Window, whatever
// the latency does in between.
package limit

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// Priority says whose call goes first when the rate does not suffice for all.
// The zero value is the highest.
type Priority int

// The priorities. Each one leaves a share of the rate to those above it, so that
// these need not wait until a window is empty of what came before them.
const (
	Urgent Priority = iota // the whole rate
	Normal                 // 98 %
	Bulk                   // 96 %
)

// Rate is how many calls a counter allows within a window that slides.
// Calls 0 means unlimited; then only cool-downs hold calls back.
type Rate struct {
	Calls  int
	Window time.Duration
}

// Limiter hands out the right to send. It is safe for concurrent use, starts no
// goroutine and holds no lock while a caller waits.
type Limiter struct {
	rate     func(key string) Rate
	patience time.Duration

	mu       sync.Mutex
	counters map[string]*counter
	coolAll  time.Time
}

// CoolingError is returned instead of waiting out a cool-down that is longer
// than the patience of the limiter.
type CoolingError struct {
	// For is how long the cool-down still lasts.
	For time.Duration
}

// Error says how long nothing may be sent.
func (e *CoolingError) Error() string {
	return fmt.Sprintf("limit: nothing may be sent for %v", e.For.Round(time.Second))
}

// RetryAfter is For.
func (e *CoolingError) RetryAfter() time.Duration { return e.For }

// New makes a limiter. rate is asked once for each key, at its first use. Nobody
// waits out a cool-down longer than patience, be it set before the call or
// during it; patience 0 waits for any.
func New(rate func(key string) Rate, patience time.Duration) *Limiter {
	return &Limiter{rate: rate, patience: patience, counters: make(map[string]*counter)}
}

// TooDearError is returned for a call that costs more than a window ever holds.
type TooDearError struct {
	// Cost is that of the call, Calls the whole rate.
	Cost, Calls int
}

// Error tells both numbers.
func (e *TooDearError) Error() string {
	return fmt.Sprintf("limit: a call that costs %d never fits into a rate of %d", e.Cost, e.Calls)
}

// Acquire is AcquireAt with the priority Urgent.
func (l *Limiter) Acquire(ctx context.Context, key string, cost int) (release func(), err error) {
	return l.AcquireAt(ctx, key, cost, Urgent)
}

// AcquireAt waits until a call on key may be sent: after all of a higher priority
// that wait, and first come first served among equals. cost is the number of slots
// it takes: 1, more for a call that stands for many, 0 for one that was paid for
// by another and waits for cool-downs alone. One that costs more than what its
// priority or Slow leave of the rate waits for an empty window; one that costs
// more than the whole rate is a *TooDearError.
//
// The caller sends one call and then calls release, once, when the answer
// arrived or the attempt failed. The server saw the call somewhere between the
// two, so its slots stay taken from the end of AcquireAt until one window after
// release.
//
// When ctx ends, AcquireAt returns its error at once and gives the place back.
// When the deadline of ctx lies before the earliest possible send, it does not
// wait for it; the error wraps context.DeadlineExceeded. A cool-down beyond the
// patience of the limiter is a *CoolingError; waiting for a free slot is not
// bounded by it.
func (l *Limiter) AcquireAt(ctx context.Context, key string, cost int, p Priority) (release func(), err error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	w := &waiter{cost: cost, priority: min(max(p, Urgent), Bulk), done: make(chan error, 1)}

	l.mu.Lock()
	c := l.counter(key)
	if err := l.hopeless(ctx, c, w); err != nil {
		l.mu.Unlock()
		return nil, err
	}
	c.enqueue(w)
	l.serve(c)
	l.mu.Unlock()

	select {
	case err := <-w.done:
		if err != nil {
			return nil, err
		}
		return sync.OnceFunc(func() { l.release(c, cost) }), nil
	case <-ctx.Done():
		l.leave(c, w)
		return nil, ctx.Err()
	}
}

// CoolDown stops everything on key until the given time; the key "" stops every
// key. Waiting callers wait on, and a shorter cool-down does not end a longer one.
func (l *Limiter) CoolDown(key string, until time.Time) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if key != "" {
		c := l.counter(key)
		c.cool = later(c.cool, until)
		l.serve(c)
		return
	}
	l.coolAll = later(l.coolAll, until)
	for _, c := range l.counters {
		l.serve(c)
	}
}

// Slow lowers the rate of key to 80 % from now on, at least one call a window.
// It is for a refusal of our own making: our picture of the limit was too rosy.
// A second Slow changes nothing.
func (l *Limiter) Slow(key string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.counter(key).slow = true
}
