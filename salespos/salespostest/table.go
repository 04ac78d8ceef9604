package salespostest

import (
	"maps"
	"slices"
)

// table holds the records of one resource.
type table struct {
	res     *resource
	rows    map[int64]*record
	indexes map[string]*index
	last    int64 // highest id ever given
	size    int   // bytes of a document when it was last listed, to reserve memory
}

func newTable(res *resource) *table {
	return &table{res: res, rows: map[int64]*record{}, indexes: map[string]*index{}, last: res.firstID - 1}
}

// index returns the index of that name. It is made when it is first asked for
// and kept in order from then on.
func (t *table) index(name string) *index {
	x, ok := t.indexes[name]
	if !ok {
		key := t.res.indexKey(name)
		if key == nil {
			panic("salespostest: " + t.res.name + " has no index " + name)
		}
		x = newIndex(key, maps.Values(t.rows))
		t.indexes[name] = x
	}
	return x
}

// where returns the records whose indexed number equals n, lowest id first.
func (t *table) where(name string, n int64) []*record {
	return t.index(name).equal(sortKey{num: n})
}

// all returns every record, lowest id first.
func (t *table) all() []*record {
	return slices.Collect(t.index("id").walk(false, 0))
}

func (t *table) insert(rec *record) {
	t.rows[rec.id] = rec
	t.last = max(t.last, rec.id)
	for _, x := range t.indexes {
		x.insert(x.entry(rec))
	}
}

func (t *table) remove(rec *record) {
	for _, x := range t.indexes {
		x.remove(x.entry(rec))
	}
	delete(t.rows, rec.id)
}

// change runs fn, which may alter the record, and moves it in the indexes.
func (t *table) change(rec *record, fn func()) {
	old := make(map[*index]entry, len(t.indexes))
	for _, x := range t.indexes {
		old[x] = x.entry(rec)
	}
	fn()
	for x, was := range old {
		if is := x.entry(rec); is != was {
			x.remove(was)
			x.insert(is)
		}
	}
}
