package ecwidtest

import (
	"cmp"
	"slices"
	"time"
)

// version is one committed state of one record; it never changes.
type version struct {
	id               int64
	doc              object
	created, updated int64
}

// row is a version in one view; dead once a newer one took its place.
type row struct {
	*version
	dead bool
}

// compare orders versions.
type compare func(a, b *version) int

// view is a set of records as somebody sees it: the current ones, or the ones
// that the search index knows.
type view struct {
	rows   map[int64]*row
	keysOf func(object) []string
	byKey  map[string][]int64
	sorts  map[string]*sorting
	gen    int
	memo   memo
}

// memo remembers the last filtered search, so that its pages cost one scan.
type memo struct {
	key  string
	gen  int
	rows []*row
}

func newView(keysOf func(object) []string) *view {
	return &view{rows: map[int64]*row{}, keysOf: keysOf, byKey: map[string][]int64{}, sorts: map[string]*sorting{}}
}

func (v *view) get(id int64) *version {
	if r := v.rows[id]; r != nil {
		return r.version
	}
	return nil
}

func (v *view) put(next *version) {
	v.drop(next.id)
	r := &row{version: next}
	v.rows[next.id] = r
	for _, key := range v.keysOf(next.doc) {
		v.byKey[key] = append(v.byKey[key], next.id)
	}
	for name, s := range v.sorts {
		s.fresh = append(s.fresh, r)
		if len(s.fresh)+len(s.gone) > len(v.rows)+1024 {
			delete(v.sorts, name) // nobody asks for it; rebuilt when somebody does
		}
	}
}

func (v *view) drop(id int64) {
	v.gen++
	old := v.rows[id]
	if old == nil {
		return
	}
	old.dead = true
	delete(v.rows, id)
	for _, s := range v.sorts {
		s.gone = append(s.gone, old)
	}
	for _, key := range v.keysOf(old.doc) {
		ids := slices.DeleteFunc(v.byKey[key], func(e int64) bool { return e == id })
		if len(ids) == 0 {
			delete(v.byKey, key)
			continue
		}
		v.byKey[key] = ids
	}
}

// withKey returns the ids that carry a key, ascending.
func (v *view) withKey(key string) []int64 {
	ids := slices.Clone(v.byKey[key])
	slices.Sort(ids)
	return slices.Compact(ids)
}

// sorted returns the rows in an order; ties are broken by id. The order is
// kept up to date from then on, so asking again costs nothing.
func (v *view) sorted(name string, by compare) []*row {
	s := v.sorts[name]
	if s == nil {
		s = &sorting{by: by}
		for _, r := range v.rows {
			s.fresh = append(s.fresh, r)
		}
		v.sorts[name] = s
	}
	return s.settle()
}

func (v *view) byID() []*row {
	return v.sorted("ID", func(a, b *version) int { return 0 })
}

// unsorted returns the rows in an order that is of no use to anybody, but the
// same each time.
func (v *view) unsorted() []*row {
	scatter := func(id int64) uint64 { return uint64(id) * 0x9E3779B97F4A7C15 }
	return v.sorted("UNSORTED", func(a, b *version) int { return cmp.Compare(scatter(a.id), scatter(b.id)) })
}

// filtered returns the rows that keep accepts; key names the question.
func (v *view) filtered(key string, rows []*row, keep func(*version) bool) []*row {
	if v.memo.key == key && v.memo.gen == v.gen && v.memo.rows != nil {
		return v.memo.rows
	}
	out := []*row{}
	for _, r := range rows {
		if keep(r.version) {
			out = append(out, r)
		}
	}
	v.memo = memo{key: key, gen: v.gen, rows: out}
	return out
}

// sorting is one order over a view: what is in place, what came since and what
// went. Settling moves whole runs, so it costs next to nothing per row.
type sorting struct {
	by    compare
	done  []*row
	fresh []*row
	gone  []*row
}

func (s *sorting) order(a, b *row) int {
	if c := s.by(a.version, b.version); c != 0 {
		return c
	}
	return cmp.Compare(a.id, b.id)
}

func (s *sorting) settle() []*row {
	if len(s.gone) > 0 {
		s.fresh = slices.DeleteFunc(s.fresh, func(r *row) bool { return r.dead })
		s.removeGone()
	}
	if len(s.fresh) > 0 {
		slices.SortFunc(s.fresh, s.order)
		s.insertFresh()
	}
	s.fresh, s.gone = nil, nil
	return s.done
}

func (s *sorting) removeGone() {
	var holes []int
	for _, r := range s.gone {
		// A row that came and went between two questions is not in place.
		if i, found := slices.BinarySearchFunc(s.done, r, s.order); found && s.done[i] == r {
			holes = append(holes, i)
		}
	}
	if len(holes) == 0 {
		return
	}
	slices.Sort(holes)
	end := holes[0]
	for n, hole := range holes {
		next := len(s.done)
		if n+1 < len(holes) {
			next = holes[n+1]
		}
		end += copy(s.done[end:], s.done[hole+1:next])
	}
	clear(s.done[end:])
	s.done = s.done[:end]
}

func (s *sorting) insertFresh() {
	if len(s.done) == 0 || s.order(s.done[len(s.done)-1], s.fresh[0]) < 0 {
		s.done = append(s.done, s.fresh...)
		return
	}
	out := make([]*row, 0, len(s.done)+len(s.fresh)+len(s.done)/8)
	rest := s.done
	for _, r := range s.fresh {
		i, _ := slices.BinarySearchFunc(rest, r, s.order)
		out = append(append(out, rest[:i]...), r)
		rest = rest[i:]
	}
	s.done = append(out, rest...)
}

// gone is one entry of a deleted feed.
type gone struct {
	id, at  int64
	orderID string
}

// table is one kind of record: the current state, the search index behind it
// and what was deleted.
type table struct {
	live, index *view
	clock       *clock
	lag         time.Duration
	queue       []pending
	next        int64
	gone        []gone
	changed     int64
	// note hears of every write; before or after is nil for a new record and
	// for one that is gone.
	note func(before, after *version)
}

// pending is a write that the search index does not know yet; a nil version is
// a deletion.
type pending struct {
	at time.Time
	id int64
	v  *version
}

func newTable(c *clock, firstID int64, lag time.Duration, keysOf func(object) []string) *table {
	t := &table{live: newView(keysOf), clock: c, lag: lag, next: firstID, changed: c.now()}
	t.note = func(_, _ *version) {}
	t.index = t.live
	if lag > 0 {
		t.index = newView(keysOf)
	}
	return t
}

// nextID hands out a new id.
func (t *table) nextID() int64 {
	id := t.next
	t.next++
	return id
}

// reserve keeps a given id from being handed out.
func (t *table) reserve(id int64) { t.next = max(t.next, id+1) }

func (t *table) get(id int64) *version { return t.live.get(id) }

func (t *table) put(v *version) {
	t.changed = t.clock.now()
	before := t.get(v.id)
	t.live.put(v)
	t.enqueue(v.id, v)
	t.note(before, v)
}

func (t *table) delete(id int64, publicID string) {
	t.changed = t.clock.now()
	before := t.get(id)
	t.live.drop(id)
	t.gone = append(t.gone, gone{id: id, at: t.changed, orderID: publicID})
	t.enqueue(id, nil)
	t.note(before, nil)
}

func (t *table) enqueue(id int64, v *version) {
	if t.lag > 0 {
		t.queue = append(t.queue, pending{at: t.clock.time(), id: id, v: v})
	}
}

// searchable is what a search sees: writes older than the lag.
func (t *table) searchable() *view {
	due := t.clock.time().Add(-t.lag)
	n := 0
	for ; n < len(t.queue) && !t.queue[n].at.After(due); n++ {
		if p := t.queue[n]; p.v == nil {
			t.index.drop(p.id)
		} else {
			t.index.put(p.v)
		}
	}
	t.queue = slices.Delete(t.queue, 0, n)
	return t.index
}

func byCreated(a, b *version) int { return cmp.Compare(a.created, b.created) }

func byUpdated(a, b *version) int { return cmp.Compare(a.updated, b.updated) }

// descending turns an order round; ties stay by id ascending.
func descending(by compare) compare {
	return func(a, b *version) int { return by(b, a) }
}
