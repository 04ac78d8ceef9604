package salespostest

import (
	"net/http"
	"strconv"
	"time"
)

// counters count the requests of a minute for each resource and verb.
type counters struct {
	cfg  *config
	seen map[string][]time.Time
}

// admit counts a request, or refuses it when a window is full. Refused
// requests are not counted.
func (l *counters) admit(method, resource string, now time.Time, header http.Header) *apiError {
	if l.cfg.unlimited {
		return nil
	}
	own := method + " " + resource
	if n := l.cfg.limits.Total; n > 0 && l.recent("total", now) >= n {
		l.announce("total", now, header)
		return &apiError{status: 429, code: "429.11", msg: "total rate limit of the API exceeded"}
	}
	if l.recent(own, now) >= l.cfg.limits.of(method, resource) {
		l.announce(own, now, header)
		return &apiError{status: 429, code: "429.10", msg: "rate limit of " + method + " on " + resource + " exceeded"}
	}
	for _, key := range []string{own, "total"} {
		l.seen[key] = append(l.seen[key], now)
	}
	return nil
}

// of is the limit of a verb on a resource.
func (l Limits) of(method, resource string) int {
	if method == http.MethodGet && resource == "productqueries" {
		return l.Queries
	}
	return map[string]int{
		http.MethodGet: l.Get, http.MethodPost: l.Post, http.MethodPut: l.Put,
		http.MethodPatch: l.Patch, http.MethodDelete: l.Delete,
	}[method]
}

func (l *counters) window() time.Duration { return time.Duration(float64(time.Minute) / l.cfg.pace) }

// ends is when a request that was counted at that time counts no more.
func (l *counters) ends(at time.Time) time.Time {
	if l.cfg.readings[FixedWindows] {
		at = at.Truncate(l.window())
	}
	return at.Add(l.window())
}

// recent forgets what has left the window and counts the rest.
func (l *counters) recent(key string, now time.Time) int {
	seen := l.seen[key]
	old := 0
	for old < len(seen) && !now.Before(l.ends(seen[old])) {
		old++
	}
	l.seen[key] = seen[old:]
	return len(seen) - old
}

// announce says when the next request gets through.
func (l *counters) announce(key string, now time.Time, header http.Header) {
	if l.cfg.readings[RetryAfterHeader] {
		wait := l.ends(l.seen[key][0]).Sub(now)
		header.Set("Retry-After", strconv.Itoa(int((wait+time.Second-1)/time.Second)))
	}
}
