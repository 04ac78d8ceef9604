package salespos

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"
)

// Time is an instant of the API, in UTC. It decodes every ISO 8601 form that
// the vendor's documents and working clients show; null and "" are the zero
// Time, which encodes as null. It encodes as "2006-01-02T15:04:05Z".
type Time struct{ time.Time }

// NewTime is t in UTC, cut to the second that the API keeps.
func NewTime(t time.Time) Time { return Time{t.UTC().Truncate(time.Second)} }

// wireTime is the form that the vendor's documentation uses.
const wireTime = "2006-01-02T15:04:05Z"

// timeLayouts are the forms accepted from the API; Go accepts fractions of a
// second after any of them. A form without a zone means UTC.
func timeLayouts() []string {
	return []string{
		time.RFC3339,
		"2006-01-02T15:04:05Z0700",
		"2006-01-02T15:04:05",
		"2006-01-02 15:04:05Z07:00",
		time.DateTime,
		"2006-01-02T15:04Z07:00",
		time.DateOnly,
	}
}

// ParseTime reads an instant in any of the API's forms.
func ParseTime(text string) (Time, error) {
	for _, layout := range timeLayouts() {
		t, err := time.Parse(layout, text)
		if year := t.UTC().Year(); err == nil && year >= 1 && year <= 9999 {
			return Time{t.UTC()}, nil
		}
	}
	return Time{}, fmt.Errorf("salespos: not an ISO 8601 time of %d characters", len(text))
}

// MarshalJSON encodes the instant in UTC, the zero Time as null.
func (t Time) MarshalJSON() ([]byte, error) {
	if t.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(t.UTC().Format(wireTime))
}

// UnmarshalJSON decodes an instant; null, "" and the database's zero date are
// the zero Time.
func (t *Time) UnmarshalJSON(data []byte) error {
	if bytes.Equal(bytes.TrimSpace(data), []byte("null")) {
		*t = Time{}
		return nil
	}
	var text string
	if err := json.Unmarshal(data, &text); err != nil {
		return err
	}
	if text == "" || text == "0000-00-00" || text == "0000-00-00 00:00:00" {
		*t = Time{}
		return nil
	}
	parsed, err := ParseTime(text)
	if err != nil {
		return err
	}
	*t = parsed
	return nil
}
