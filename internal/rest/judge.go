package rest

import (
	"context"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"strconv"
	"time"
)

// Bounds of the back-off, and the longest Retry-After that is taken at its word.
const (
	firstBackOff  = 500 * time.Millisecond
	maxBackOff    = 30 * time.Second
	maxRetryAfter = 24 * time.Hour
)

// step is what to do after a failed attempt.
type step struct {
	again bool
	// unsure: this attempt or one before it may have been carried out.
	unsure bool
	// after is what the server asked this call to wait.
	after time.Duration
	// cool is how long the counter, or with coolAll every counter, stops.
	cool    time.Duration
	coolAll bool
	// limited: the server counted too many calls; slow: of this very counter.
	limited, slow bool
}

// judge decides about the next step after attempt a, which itself was the step
// before.
func (c *Client) judge(call Call, a attempt, before step) step {
	if a.answer == nil || a.final {
		return step{again: (call.Safe || !a.sent) && !a.final, unsure: a.sent || before.unsure}
	}
	verdict := c.cfg.Judge(*a.answer)
	limited := a.answer.Status == http.StatusTooManyRequests
	if limited {
		verdict.Retry, verdict.Untouched = true, true
	}
	next := step{
		again:   verdict.Retry && (call.Safe || verdict.Untouched),
		unsure:  verdict.Retry && !verdict.Untouched || before.unsure,
		after:   retryAfter(a.answer.Header),
		cool:    verdict.CoolDown,
		coolAll: verdict.CoolAll,
		limited: limited,
		slow:    limited && !verdict.CoolAll,
	}
	if next.after > 0 && (limited || next.cool > 0) {
		next.cool = next.after
	}
	return next
}

// wait is how long the server wants to be left alone.
func (s step) wait() time.Duration { return max(s.after, s.cool) }

// backOff is the pause before the attempt after the n-th: what the server asked
// for, otherwise a doubling time of which the upper half is random. In a
// cool-down the limiter does the waiting.
func (s step) backOff(n int) time.Duration {
	if s.cool > 0 {
		return 0
	}
	full := maxBackOff
	if n < 8 {
		full = min(maxBackOff, firstBackOff<<(n-1))
	}
	return max(s.after, full/2+rand.N(full/2))
}

// coolDown tells the limiter what the server thinks of our pace.
func (c *Client) coolDown(key string, next step) {
	if limiter, ok := c.cfg.Limiter.(interface{ Slow(key string) }); ok && next.slow {
		limiter.Slow(key)
	}
	if next.cool <= 0 {
		return
	}
	if next.coolAll {
		key = ""
	}
	c.cfg.Limiter.CoolDown(key, time.Now().Add(next.cool))
}

// affordable reports whether a wait the server asks for fits into MaxWait and
// into the caller's time, and whether the budget allows another repetition.
func (c *Client) affordable(ctx context.Context, next step) bool {
	wait := next.wait()
	if wait > c.cfg.MaxWait {
		return false
	}
	if deadline, ok := ctx.Deadline(); ok && time.Now().Add(wait).After(deadline) {
		return false
	}
	return next.limited || c.budget.spend()
}

// logRepeat says that there will be another attempt.
func (c *Client) logRepeat(ctx context.Context, call Call, n int, last attempt, next step) {
	c.cfg.Logger.LogAttrs(ctx, slog.LevelWarn, "request is repeated",
		slog.String("op", call.Op),
		slog.Int("attempt", n),
		last.attr(),
		slog.Duration("asked_wait", next.wait()))
}

// pause waits for d or the end of ctx.
func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// retryAfter reads the header of that name: seconds, or a date that is compared
// with the server's own clock where it tells it. 0 means that it says nothing.
func retryAfter(header http.Header) time.Duration {
	value := header.Get("Retry-After")
	if seconds, err := strconv.ParseInt(value, 10, 64); err == nil {
		return time.Duration(min(max(seconds, 0), int64(maxRetryAfter/time.Second))) * time.Second
	}
	at, err := http.ParseTime(value)
	if err != nil {
		return 0
	}
	now, err := http.ParseTime(header.Get("Date"))
	if err != nil {
		now = time.Now()
	}
	return min(max(at.Sub(now), 0), maxRetryAfter)
}
