package salespostest

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// An index stays equal to a sorted list while it grows over many chunks and
// shrinks to nothing.
func TestIndexAgainstSortedList(t *testing.T) {
	t.Parallel()
	rnd := rand.New(rand.NewPCG(1, 2))
	x := newIndex(numKey("n"), slices.Values([]*record(nil)))
	var want []entry
	check := func() {
		t.Helper()
		slices.SortFunc(want, entry.compare)
		skip := rnd.IntN(len(want) + 1)
		var ids, desc []int64
		for rec := range x.walk(false, skip) {
			ids = append(ids, rec.id)
		}
		for rec := range x.walk(true, skip) {
			desc = append(desc, rec.id)
		}
		var wantIDs, wantDesc []int64
		for i := skip; i < len(want); i++ {
			wantIDs = append(wantIDs, want[i].rec.id)
			wantDesc = append(wantDesc, want[len(want)-1-i].rec.id)
		}
		if d := cmp.Diff(wantIDs, ids) + cmp.Diff(wantDesc, desc); d != "" {
			t.Fatalf("%d entries from %d: %s", len(want), skip, d)
		}
	}
	for i := range 3000 {
		e := x.entry(&record{id: int64(i), doc: map[string]any{"n": number(rnd.Int64N(50))}})
		x.insert(e)
		want = append(want, e)
	}
	check()
	for n := range int64(51) {
		var ids []int64
		for _, e := range want {
			if e.num == n {
				ids = append(ids, e.rec.id)
			}
		}
		var got []int64
		for _, rec := range x.equal(sortKey{num: n}) {
			got = append(got, rec.id)
		}
		if d := cmp.Diff(ids, got); d != "" {
			t.Fatalf("equal %d: %s", n, d)
		}
	}
	for len(want) > 0 {
		i := rnd.IntN(len(want))
		x.remove(want[i])
		want = slices.Delete(want, i, i+1)
		if len(want)%500 == 0 {
			check()
		}
	}
	x.insert(x.entry(&record{id: 7}))
	want = []entry{x.entry(&record{id: 7})}
	check()
}
