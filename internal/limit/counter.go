package limit

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// counter is the window of one key. The mutex of the limiter guards it.
type counter struct {
	rate Rate
	slow bool
	cool time.Time // nothing is sent before it

	open  int         // slots of the calls that are under way
	ended []time.Time // for each slot that is still taken the end of its call, oldest first

	queue []*waiter // by priority, then first come first served
	timer *time.Timer
}

// waiter is one caller inside AcquireAt. done has room for the one message it
// gets: nil for the right to send.
type waiter struct {
	cost     int
	priority Priority
	done     chan error
}

// enqueue puts w behind all whose priority is not lower.
func (c *counter) enqueue(w *waiter) {
	behind := slices.IndexFunc(c.queue, func(other *waiter) bool { return other.priority > w.priority })
	if behind < 0 {
		behind = len(c.queue)
	}
	c.queue = slices.Insert(c.queue, behind, w)
}

// counter returns the counter of key and makes it at its first use.
func (l *Limiter) counter(key string) *counter {
	c := l.counters[key]
	if c == nil {
		c = &counter{rate: l.rate(key)}
		l.counters[key] = c
	}
	return c
}

// serve lets go whoever may send now and sets the timer for the next one.
func (l *Limiter) serve(c *counter) {
	now := time.Now()
	c.expire(now)
	cool := later(c.cool, l.coolAll)
	if rest := cool.Sub(now); rest > 0 {
		if l.patience > 0 && rest > l.patience {
			c.dismiss(rest)
		}
	} else {
		c.admit()
	}
	if len(c.queue) > 0 {
		cool = c.next(cool, c.queue[0])
	}
	l.wake(c, cool.Sub(now))
}

// admit lets go those who find their slots, in their order. Calls of no cost
// pass by: somebody who holds slots may need them to come to an end.
func (c *counter) admit() {
	full := false
	c.queue = slices.DeleteFunc(c.queue, func(w *waiter) bool {
		full = full || !c.free(w)
		if full && w.cost > 0 {
			return false
		}
		c.open += w.cost
		w.done <- nil
		return true
	})
}

// wake runs serve again after d. With nobody waiting, or with every slot taken
// by a call under way, no time is to be waited for: the next event serves.
func (l *Limiter) wake(c *counter, d time.Duration) {
	if c.timer != nil {
		c.timer.Stop()
		c.timer = nil
	}
	if len(c.queue) == 0 || d <= 0 {
		return
	}
	c.timer = time.AfterFunc(d, func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.serve(c)
	})
}

// release marks the end of a call: from now on its slots are taken for one window.
func (l *Limiter) release(c *counter, cost int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	c.open -= cost
	if c.rate.Calls > 0 {
		c.ended = append(c.ended, slices.Repeat([]time.Time{time.Now()}, cost)...)
	}
	l.serve(c)
}

// leave takes back what a caller whose context ended stood for: its place in the
// queue or, when it was let go at the same moment, the slots it did not use.
func (l *Limiter) leave(c *counter, w *waiter) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if i := slices.Index(c.queue, w); i >= 0 {
		c.queue = slices.Delete(c.queue, i, i+1)
	} else if err := <-w.done; err == nil {
		c.open -= w.cost
	}
	l.serve(c)
}

// hopeless reports a call that cannot be sent on c before the deadline of ctx, or
// ever.
func (l *Limiter) hopeless(ctx context.Context, c *counter, w *waiter) error {
	if c.rate.Calls > 0 && w.cost > c.rate.Calls {
		return &TooDearError{Cost: w.cost, Calls: c.rate.Calls}
	}
	deadline, ok := ctx.Deadline()
	if !ok {
		return nil
	}
	now := time.Now()
	c.expire(now)
	earliest := c.next(later(c.cool, l.coolAll), w)
	if !earliest.After(deadline) {
		return nil
	}
	wait := earliest.Sub(now).Round(time.Millisecond)
	return fmt.Errorf("limit: the next call may be sent in %v: %w", wait, context.DeadlineExceeded)
}

// dismiss sends away everybody who waits.
func (c *counter) dismiss(cooling time.Duration) {
	for _, w := range c.queue {
		w.done <- &CoolingError{For: cooling}
	}
	c.queue = nil
}

// expire forgets calls that left the window. A call that ended exactly one
// window ago still counts, because a server may count both ends of its window.
func (c *counter) expire(now time.Time) {
	gone := 0
	for gone < len(c.ended) && now.Sub(c.ended[gone]) > c.rate.Window {
		gone++
	}
	c.ended = c.ended[gone:]
}

// free reports whether w finds its slots.
func (c *counter) free(w *waiter) bool {
	return w.cost == 0 || c.rate.Calls <= 0 || c.missing(w) <= 0
}

// missing is how many slots have to become free before w can go. It never needs
// more slots than there are.
func (c *counter) missing(w *waiter) int {
	slots := c.slots(w.priority)
	return c.open + len(c.ended) + min(w.cost, slots) - slots
}

// slots is the number of calls in a window for a priority: all but 2 % for each
// priority above it, and at least one.
func (c *counter) slots(p Priority) int {
	percent := 100 - 2*int(p)
	if c.slow {
		percent = percent * 8 / 10
	}
	return max(1, c.rate.Calls*percent/100)
}

// next is the earliest time at which w can find its slots and no cool-down holds:
// the end of the cool-down when that is now or depends on a call under way.
func (c *counter) next(cool time.Time, w *waiter) time.Time {
	if c.free(w) {
		return cool
	}
	if last := c.missing(w) - 1; last < len(c.ended) {
		return later(cool, c.ended[last].Add(c.rate.Window+1))
	}
	return cool
}

// later returns the later of two times.
func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
