package salespostest

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// resource describes one kind of record: its keys, how it can be listed and
// what is computed when it is read.
type resource struct {
	name, title string
	schema      *schema
	firstID     int64 // resources start at different ids, so that a mix-up shows
	paged       bool
	unique      string // index that must not hold the same text twice
	indexes     map[string]func(*record) sortKey
	orderby     map[string]string // value of orderby to index
	exact       map[string]string // filter to index
	filters     map[string]filter
	calc        map[string]func(*view, *record) any
	children    map[string]func(*view, []byte, *record) []byte
}

// filter turns the value of a query parameter into a test of a record.
type filter func(arg string) (func(*record) bool, error)

func numKey(key string) func(*record) sortKey {
	return func(rec *record) sortKey { return sortKey{num: integer(rec.doc[key])} }
}

func textKey(key string) func(*record) sortKey {
	return func(rec *record) sortKey { return sortKey{text: text(rec.doc[key])} }
}

// foldKey orders by a text inside objects, without regard to letter case.
func foldKey(path ...string) func(*record) sortKey {
	return func(rec *record) sortKey { return sortKey{text: strings.ToLower(text(dig(rec.doc, path...)))} }
}

// dig returns the value at a path of keys, nil when there is none.
func dig(doc map[string]any, path ...string) any {
	for _, key := range path[:len(path)-1] {
		doc, _ = doc[key].(map[string]any)
	}
	return doc[path[len(path)-1]]
}

// flag reads a boolean of a document.
func flag(doc map[string]any, key string, missing bool) bool {
	if b, ok := doc[key].(bool); ok {
		return b
	}
	return missing
}

func boolFilter(key string, missing bool) filter {
	return func(arg string) (func(*record) bool, error) {
		if arg != "true" && arg != "false" {
			return nil, fmt.Errorf("%q is neither true nor false", arg)
		}
		return func(rec *record) bool { return flag(rec.doc, key, missing) == (arg == "true") }, nil
	}
}

// numberFilter keeps records whose number compares to the argument as want
// says: -1 at most, 0 equal, 1 at least.
func numberFilter(value func(doc map[string]any) any, want int) filter {
	return func(arg string) (func(*record) bool, error) {
		clean, err := (&field{key: "filter", kind: "num"}).clean(json.Number(arg))
		if err != nil {
			return nil, err
		}
		limit := rat(clean)
		return func(rec *record) bool {
			c := rat(value(rec.doc)).Cmp(limit)
			return c == 0 || c == want
		}, nil
	}
}

func key(name string) func(map[string]any) any {
	return func(doc map[string]any) any { return doc[name] }
}

func textFilter(key string) filter {
	return func(arg string) (func(*record) bool, error) {
		return func(rec *record) bool { return text(rec.doc[key]) == arg }, nil
	}
}

// dateFilter keeps records from a day on (min) or up to it; bounds inclusive.
func dateFilter(key string, min bool) filter {
	return func(arg string) (func(*record) bool, error) {
		from, to, err := parseDay(arg)
		if err != nil {
			return nil, err
		}
		return func(rec *record) bool {
			at, err := parseDate(text(rec.doc[key]))
			if err != nil {
				return false
			}
			if min {
				return !at.Before(from)
			}
			return at.Before(to)
		}, nil
	}
}

// onDay keeps records whose date is on a day.
func onDay(key string) filter {
	return func(arg string) (func(*record) bool, error) {
		after, err := dateFilter(key, true)(arg)
		if err != nil {
			return nil, err
		}
		before, err := dateFilter(key, false)(arg)
		return func(rec *record) bool { return after(rec) && before(rec) }, err
	}
}

// parseDay reads a date filter: a day, or a date with a time. to is the first
// instant behind it.
func parseDay(s string) (from, to time.Time, err error) {
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return t, t.AddDate(0, 0, 1), nil
	}
	if t, err := time.Parse(time.DateTime, s); err == nil {
		return t, t.Add(time.Second), nil
	}
	t, err := parseDate(s)
	return t, t.Add(time.Second), err
}

// parseDate reads the ISO forms that working clients send: Z, ±hh:mm or ±hhmm,
// milliseconds or none, fields with or without a leading zero.
func parseDate(s string) (time.Time, error) {
	for _, form := range []string{"2006-1-2T15:4:5Z07:00", "2006-1-2T15:4:5Z0700"} {
		if t, err := time.Parse(form, s); err == nil {
			return t.UTC(), nil
		}
	}
	return time.Time{}, fmt.Errorf("%q is no ISO 8601 date", s)
}
