package ecwidtest

import (
	"encoding/json"
	"strconv"
	"time"
)

const timeLayout = "2006-01-02 15:04:05 -0700"

// stamp writes a time in UTC, or under DatesElsewhere with another offset.
func (s *Server) stamp(unix int64) string {
	t := time.Unix(unix, 0).UTC()
	if s.cfg.reads(DatesElsewhere) {
		t = t.In(time.FixedZone("", 4*60*60))
	}
	return t.Format(timeLayout)
}

// parseTime reads the forms that the API takes in queries and bodies, to Unix
// seconds.
func parseTime(s string) (int64, bool) {
	if s == "" {
		return 0, false
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		return n, true
	}
	layouts := []string{timeLayout, "2006-01-02 15:04:05 MST", time.DateTime, time.DateOnly}
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Unix(), true
		}
	}
	return 0, false
}

// timeOf reads a time of a document: Unix seconds under one key, or text
// under the other.
func timeOf(o object, unixKey, textKey string, otherwise int64) int64 {
	if n, ok := o[unixKey].(json.Number); ok {
		return toInt(n)
	}
	if t, ok := parseTime(textOf(o, textKey)); ok {
		return t
	}
	return otherwise
}

// clock is the time of the store, which may differ from that of its callers.
type clock struct {
	skew time.Duration
	// frozen, unless zero, is the moment that is being made up for.
	frozen time.Time
}

func (c *clock) time() time.Time {
	if !c.frozen.IsZero() {
		return c.frozen
	}
	return time.Now().Add(c.skew)
}

// now is the time of the store, in whole seconds as the API counts.
func (c *clock) now() int64 { return c.time().Unix() }

func (s *Server) now() int64 { return s.clock.now() }
