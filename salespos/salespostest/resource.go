package salespostest

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"
)

// resource describes one kind of record: its keys, what it belongs to, how it
// can be listed and what is computed when it is read. Most have no more rules
// than this; create, patch, drop and touched are for those that have.
type resource struct {
	name    string
	fields  string // its field table, see schema
	sub     map[string]*schema
	firstID int64 // resources start at different ids, so that a mix-up shows
	paged   bool
	posOnly bool     // exists only when the shop is a SalesPOS
	parents []parent // it goes when one of them goes
	refers  []parent // its key becomes null when that one goes
	shown   []string // keys that a reference to it shows
	unique  string   // index that must not hold the same text twice
	put     string   // key of the list that a PUT replaces all children with
	putItem string   // key of a child when that list holds plain numbers

	indexes  map[string]func(*record) sortKey
	orderby  map[string]string // value of orderby to index
	exact    map[string]string // filter to index
	filters  map[string]filter
	calc     map[string]func(*view, *record) any
	children map[string]func(*view, []byte, *record) []byte

	create  creator
	patch   patcher
	drop    func(*world, *record) *apiError
	touched func(*world, *record) // after a record was made, changed or removed

	schema  *schema // of fields
	putBody *schema // of the body of a PUT
}

// parent is another resource and the key that holds the id of its record;
// `a.b` is a key inside an object. The key is an index too.
type parent struct{ resource, key string }

// compile parses the field table and fills in the plain rules.
func (r *resource) compile() {
	r.schema = parseSchema(r.fields, r.sub)
	if r.create == nil {
		r.create = createPlain(r)
	}
	if r.patch == nil {
		r.patch = patchPlain(r)
	}
	if r.drop == nil {
		r.drop = dropPlain(r)
	}
	switch {
	case r.put == "":
	case r.putItem != "":
		r.putBody = parseSchema(r.put+" arr - R -", nil)
	default:
		r.putBody = parseSchema(r.put+" arr:item - R -", map[string]*schema{"item": r.schema})
	}
}

// keyOf is the key that holds the id of a record of another resource.
func (r *resource) keyOf(other string) string {
	for _, p := range slices.Concat(r.parents, r.refers) {
		if p.resource == other {
			return p.key
		}
	}
	panic("salespostest: " + r.name + " does not belong to " + other)
}

// indexKey is what the index of that name orders by, nil when there is none.
func (r *resource) indexKey(name string) func(*record) sortKey {
	if key := r.indexes[name]; key != nil {
		return key
	}
	if name == "id" {
		return func(*record) sortKey { return sortKey{} }
	}
	for _, p := range slices.Concat(r.parents, r.refers) {
		if p.key == name {
			return numKey(strings.Split(name, ".")...)
		}
	}
	return nil
}

// filter turns the value of a query parameter into a test of a record.
type filter func(w *world, arg string) (func(*record) bool, error)

func numKey(path ...string) func(*record) sortKey {
	return func(rec *record) sortKey { return sortKey{num: integer(dig(rec.doc, path...))} }
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
	return func(_ *world, arg string) (func(*record) bool, error) {
		if arg != "true" && arg != "false" {
			return nil, fmt.Errorf("%q is neither true nor false", arg)
		}
		return func(rec *record) bool { return flag(rec.doc, key, missing) == (arg == "true") }, nil
	}
}

// numberFilter keeps records whose number compares to the argument as want
// says: -1 at most, 0 equal, 1 at least.
func numberFilter(value func(doc map[string]any) any, want int) filter {
	return func(_ *world, arg string) (func(*record) bool, error) {
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
	return func(_ *world, arg string) (func(*record) bool, error) {
		return func(rec *record) bool { return text(rec.doc[key]) == arg }, nil
	}
}

// dateFilter keeps records from a day on (min) or up to it.
func dateFilter(key string, min bool) filter {
	return func(w *world, arg string) (func(*record) bool, error) {
		from, to, err := w.parseDay(arg)
		if err != nil {
			return nil, err
		}
		if w.reads(ExclusiveMaxDates) {
			to = from
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

// onDay keeps records whose date, at a path of keys, is on a day.
func onDay(path ...string) filter {
	return func(w *world, arg string) (func(*record) bool, error) {
		from, to, err := w.parseDay(arg)
		return func(rec *record) bool {
			at, bad := parseDate(text(dig(rec.doc, path...)))
			return bad == nil && !at.Before(from) && at.Before(to)
		}, err
	}
}

// parseDay reads a date filter: a day in the zone of the filters, or a date
// with a time. to is the first instant behind it.
func (w *world) parseDay(s string) (from, to time.Time, err error) {
	if w.reads(DaysOnly) && len(s) > len(time.DateOnly) {
		s = s[:len(time.DateOnly)]
	}
	if t, err := time.ParseInLocation(time.DateOnly, s, w.cfg.dateZone); err == nil {
		return t, t.AddDate(0, 0, 1), nil
	}
	if t, err := time.ParseInLocation(time.DateTime, s, w.cfg.dateZone); err == nil {
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
