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

	open  int         // calls that are under way
	ended []time.Time // ends of the calls whose slots are still taken, oldest first

	queue []*waiter // first come, first served
	timer *time.Timer
}

// waiter is one caller inside Acquire. done has room for the one message it
// gets: nil for the right to send.
type waiter struct {
	patience time.Duration
	done     chan error
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
	if cool.After(now) {
		c.dismiss(cool.Sub(now))
	} else {
		for len(c.queue) > 0 && c.free() {
			c.queue[0].done <- nil
			c.queue = c.queue[1:]
			c.open++
		}
	}
	l.wake(c, c.next(cool).Sub(now))
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

// release marks the end of a call: from now on its slot is taken for one window.
func (l *Limiter) release(c *counter) {
	l.mu.Lock()
	defer l.mu.Unlock()
	c.open--
	if c.rate.Calls > 0 {
		c.ended = append(c.ended, time.Now())
	}
	l.serve(c)
}

// leave takes back what a caller whose context ended stood for: its place in the
// queue or, when it was let go at the same moment, the slot it did not use.
func (l *Limiter) leave(c *counter, w *waiter) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if i := slices.Index(c.queue, w); i >= 0 {
		c.queue = slices.Delete(c.queue, i, i+1)
	} else if err := <-w.done; err == nil {
		c.open--
	}
	l.serve(c)
}

// tooLate reports a deadline that ends before anything can be sent on c.
func (l *Limiter) tooLate(ctx context.Context, c *counter) error {
	deadline, ok := ctx.Deadline()
	if !ok {
		return nil
	}
	now := time.Now()
	c.expire(now)
	earliest := c.next(later(c.cool, l.coolAll))
	if !earliest.After(deadline) {
		return nil
	}
	wait := earliest.Sub(now).Round(time.Millisecond)
	return fmt.Errorf("limit: the next call may be sent in %v: %w", wait, context.DeadlineExceeded)
}

// dismiss sends away those who do not want to wait for d.
func (c *counter) dismiss(d time.Duration) {
	c.queue = slices.DeleteFunc(c.queue, func(w *waiter) bool {
		if w.patience == 0 || d <= w.patience {
			return false
		}
		w.done <- &CoolingError{For: d}
		return true
	})
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

// free reports whether a slot is free.
func (c *counter) free() bool {
	return c.rate.Calls <= 0 || c.open+len(c.ended) < c.calls()
}

// calls is the number of slots.
func (c *counter) calls() int {
	if c.slow {
		return max(1, c.rate.Calls*8/10)
	}
	return c.rate.Calls
}

// next is the earliest time at which a slot can be free and no cool-down holds:
// the zero time when that is now or depends on a call under way.
func (c *counter) next(cool time.Time) time.Time {
	if c.free() {
		return cool
	}
	// A lowered rate can leave more slots taken than there are.
	if i := c.open + len(c.ended) - c.calls(); i < len(c.ended) {
		return later(cool, c.ended[i].Add(c.rate.Window+1))
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
