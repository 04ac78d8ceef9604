package salespostest

import (
	"cmp"
	"iter"
	"slices"
	"sort"
)

// chunkSize is the number of entries at which a chunk of an index is split.
const chunkSize = 512

// record is one document. Its map holds only what was set; defaults, links and
// computed keys are added when it is written out.
type record struct {
	id     int64
	doc    map[string]any
	values []int64 // attribute values of a combination
}

// sortKey is what an index orders by: the number first, then the text.
type sortKey struct {
	num  int64
	text string
}

// entry is the place of a record in an index. The id decides between equals.
type entry struct {
	sortKey
	rec *record
}

func (e entry) compare(o entry) int {
	return cmp.Or(cmp.Compare(e.num, o.num), cmp.Compare(e.text, o.text), cmp.Compare(e.rec.id, o.rec.id))
}

// index keeps records in the order of a key. It is a list of short sorted
// chunks: a page at any offset is found without sorting or copying the rest.
type index struct {
	key    func(*record) sortKey
	chunks [][]entry
}

// newIndex orders all records at once.
func newIndex(key func(*record) sortKey, records iter.Seq[*record]) *index {
	x := &index{key: key}
	var all []entry
	for rec := range records {
		all = append(all, x.entry(rec))
	}
	slices.SortFunc(all, entry.compare)
	for part := range slices.Chunk(all, chunkSize/2) {
		x.chunks = append(x.chunks, slices.Clone(part))
	}
	return x
}

func (x *index) entry(rec *record) entry { return entry{x.key(rec), rec} }

// seek returns the chunk and the position of the first entry that is not below e.
func (x *index) seek(e entry) (chunk, pos int) {
	chunk = sort.Search(len(x.chunks), func(i int) bool { return x.chunks[i][0].compare(e) > 0 }) - 1
	if chunk < 0 {
		return 0, 0
	}
	pos, _ = slices.BinarySearchFunc(x.chunks[chunk], e, entry.compare)
	return chunk, pos
}

func (x *index) insert(e entry) {
	if len(x.chunks) == 0 {
		x.chunks = [][]entry{{e}}
		return
	}
	i, pos := x.seek(e)
	c := slices.Insert(x.chunks[i], pos, e)
	x.chunks[i] = c
	if len(c) > chunkSize {
		half := len(c) / 2
		x.chunks[i] = c[:half:half]
		x.chunks = slices.Insert(x.chunks, i+1, slices.Clone(c[half:]))
	}
}

func (x *index) remove(e entry) {
	i, pos := x.seek(e)
	x.chunks[i] = slices.Delete(x.chunks[i], pos, pos+1)
	if len(x.chunks[i]) == 0 {
		x.chunks = slices.Delete(x.chunks, i, i+1)
	}
}

// walk yields the records in order, without the first skip ones.
func (x *index) walk(desc bool, skip int) iter.Seq[*record] {
	return func(yield func(*record) bool) {
		for i := range x.chunks {
			c := x.chunks[i]
			if desc {
				c = x.chunks[len(x.chunks)-1-i]
			}
			if skip >= len(c) {
				skip -= len(c)
				continue
			}
			for j := skip; j < len(c); j++ {
				at := j
				if desc {
					at = len(c) - 1 - j
				}
				if !yield(c[at].rec) {
					return
				}
			}
			skip = 0
		}
	}
}

// equal returns the records whose key is k, lowest id first.
func (x *index) equal(k sortKey) []*record {
	var out []*record
	chunk, pos := x.seek(entry{k, &record{id: -1 << 63}})
	for ; chunk < len(x.chunks); chunk, pos = chunk+1, 0 {
		for _, e := range x.chunks[chunk][pos:] {
			if e.sortKey != k {
				return out
			}
			out = append(out, e.rec)
		}
	}
	return out
}
