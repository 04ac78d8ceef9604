package ecwid

import (
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"time"
)

// TimeLayout is how Ecwid writes an instant, for example
// "2026-01-31 07:20:11 +0000".
const TimeLayout = "2006-01-02 15:04:05 -0700"

var errNoTime = errors.New("ecwid: time is neither like " + TimeLayout + " nor Unix seconds")

// Time is an instant with the resolution of one second, always in UTC. It reads
// both forms Ecwid uses, text in [TimeLayout] and Unix seconds, and writes the
// text. The zero value means that the vendor sent no time.
type Time struct{ time.Time }

// NewTime makes a Time of t, cut to seconds.
func NewTime(t time.Time) Time { return Time{t.UTC().Truncate(time.Second)} }

// MarshalJSON writes the text form in UTC.
func (t Time) MarshalJSON() ([]byte, error) {
	return json.Marshal(t.UTC().Format(TimeLayout))
}

// UnmarshalJSON reads the text form, whose offset may also be the name UTC, or
// Unix seconds. null and "" leave the zero Time.
func (t *Time) UnmarshalJSON(data []byte) error {
	if isNull(data) {
		return nil
	}
	if data[0] != '"' {
		seconds, err := strconv.ParseInt(string(data), 10, 64)
		if err != nil {
			return errNoTime
		}
		*t = NewTime(time.Unix(seconds, 0))
		return nil
	}
	var text string
	if err := json.Unmarshal(data, &text); err != nil {
		return err
	}
	parsed, err := parseTime(text)
	if err != nil {
		return err
	}
	*t = parsed
	return nil
}

func parseTime(text string) (Time, error) {
	if text == "" {
		return Time{}, nil
	}
	// A zone name is not parsed as one: package time invents an offset of 0 for
	// every name that it does not know.
	numeric := text
	if rest, ok := strings.CutSuffix(text, " UTC"); ok {
		numeric = rest + " +0000"
	}
	parsed, err := time.Parse(TimeLayout, numeric)
	if err != nil {
		return Time{}, errNoTime
	}
	return NewTime(parsed), nil
}
