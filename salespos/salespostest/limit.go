package salespostest

import "time"

// counters count the requests of the last minute for each resource and verb.
// The windows slide, which is stricter than counting by the clock's minutes.
type counters struct {
	cfg  *config
	seen map[string][]time.Time
}

// admit counts a request, or refuses it when a window is full. Refused
// requests are not counted.
func (l *counters) admit(method, resource string) *apiError {
	if l.cfg.unlimited {
		return nil
	}
	limit := map[string]int{
		"GET": l.cfg.limits.Get, "POST": l.cfg.limits.Post, "PUT": l.cfg.limits.Put,
		"PATCH": l.cfg.limits.Patch, "DELETE": l.cfg.limits.Delete,
	}[method]
	now := time.Now()
	own := l.recent(method+" "+resource, now)
	total := l.recent("total", now)
	if l.cfg.limits.Total > 0 && total >= l.cfg.limits.Total {
		return &apiError{429, "429.11", "total rate limit of the API exceeded"}
	}
	if own >= limit {
		return &apiError{429, "429.10", "rate limit of " + method + " on " + resource + " exceeded"}
	}
	for _, key := range []string{method + " " + resource, "total"} {
		l.seen[key] = append(l.seen[key], now)
	}
	return nil
}

// recent forgets what has left the window and counts the rest.
func (l *counters) recent(key string, now time.Time) int {
	window := time.Duration(float64(time.Minute) / l.cfg.pace)
	seen := l.seen[key]
	old := 0
	for old < len(seen) && now.Sub(seen[old]) >= window {
		old++
	}
	l.seen[key] = seen[old:]
	return len(seen) - old
}
