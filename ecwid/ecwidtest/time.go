package ecwidtest

import (
	"encoding/json"
	"strconv"
	"time"
)

const timeLayout = "2006-01-02 15:04:05 -0700"

func stamp(unix int64) string { return time.Unix(unix, 0).UTC().Format(timeLayout) }

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

// now is the time of the store, in whole seconds as the API counts.
func now() int64 { return time.Now().Unix() }
