package statetest

import (
	"fmt"
	"maps"
	"slices"

	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/mapping"
)

func indexCases() []testCase {
	return []testCase{
		{"Index/Lookup in an unknown index finds nothing", indexUnknown},
		{"Index/Lookup without hashes finds nothing", indexNoHashes},
		{"Index/Lookup finds the id of a hash", indexFinds},
		{"Index/Lookup returns the ids of a hash sorted", indexSorted},
		{"Index/Lookup leaves out hashes without an id", indexLeavesOut},
		{"Index/Lookup of a repeated hash returns its ids once", indexRepeatedHash},
		{"Index/Lookup returns a copy", indexCopied},
		{"Index/Add of a known pair is no error and no second entry", indexKnownPair},
		{"Index/Add keeps what was there", indexGrows},
		{"Index/Add keeps an id under several hashes", indexSeveralHashes},
		{"Index/Add takes odd ids", indexOddIDs},
		{"Index/Add takes 1,200 entries", indexMany},
		{"Index/Add leaves the caller's entries alone", indexInputKept},
		{"Index/indexes are kept apart", indexApart},
		{"Index/Mark is absent at first", markAbsent},
		{"Index/Mark is absent after entries without one", markNotGiven},
		{"Index/Mark is stored with the entries", markStored},
		{"Index/Mark is stored without entries", markAlone},
		{"Index/Mark is replaced", markReplaced},
		{"Index/Mark is kept by an empty one", markKept},
		{"Index/race: entries of several workers are all kept", indexRace},
		{"Index/a cancelled context is an error and nothing is written", indexCancelled},
	}
}

// index is the name of the index of all cases that need only one.
const index = "users by e-mail"

func entry(n byte, id string) state.Entry { return state.Entry{Hash: hash(n), ID: id} }

func (k *check) add(name, mark string, entries ...state.Entry) {
	k.Helper()
	k.ok(k.Index.Add(k.ctx, name, entries, mark), "Add")
}

// finds wants the ids of one hash.
func (k *check) finds(name string, h mapping.Hash, want ...string) {
	k.Helper()
	got, err := k.Index.Lookup(k.ctx, name, []mapping.Hash{h})
	k.ok(err, "Lookup")
	k.sameTexts("Lookup", got[h], want)
	if len(got) != min(len(want), 1) {
		k.Errorf("Lookup: got %d hashes", len(got))
	}
}

// mark wants a stored mark; "" for none.
func (k *check) mark(name, want string) {
	k.Helper()
	got, ok, err := k.Index.Mark(k.ctx, name)
	k.ok(err, "Mark")
	if got != want || ok != (want != "") {
		k.Errorf("Mark: got %q, %v, want %q, %v", got, ok, want, want != "")
	}
}

func indexUnknown(k *check) {
	k.finds("never seen", hash(1))
}

func indexNoHashes(k *check) {
	k.add(index, "", entry(1, "7"))
	got, err := k.Index.Lookup(k.ctx, index, nil)
	k.ok(err, "Lookup")
	if len(got) != 0 {
		k.Errorf("Lookup: got %v", got)
	}
}

func indexFinds(k *check) {
	k.add(index, "", entry(1, "7"), entry(2, "8"))
	k.finds(index, hash(1), "7")
	k.finds(index, hash(2), "8")
}

func indexSorted(k *check) {
	k.add(index, "", entry(1, "9"), entry(1, "10"), entry(1, "b"))
	k.add(index, "", entry(1, "B"), entry(1, "a"))
	k.finds(index, hash(1), "10", "9", "B", "a", "b")
}

func indexLeavesOut(k *check) {
	k.add(index, "", entry(1, "7"), entry(3, "9"))
	got, err := k.Index.Lookup(k.ctx, index, []mapping.Hash{hash(1), hash(2), hash(3), hash(0)})
	k.ok(err, "Lookup")
	want := map[mapping.Hash][]string{hash(1): {"7"}, hash(3): {"9"}}
	if !maps.EqualFunc(got, want, slices.Equal) {
		k.Errorf("Lookup: got %v, want %v", got, want)
	}
}

func indexRepeatedHash(k *check) {
	k.add(index, "", entry(1, "7"))
	got, err := k.Index.Lookup(k.ctx, index, []mapping.Hash{hash(1), hash(1)})
	k.ok(err, "Lookup")
	k.sameTexts("Lookup", got[hash(1)], []string{"7"})
}

func indexCopied(k *check) {
	k.add(index, "", entry(1, "7"), entry(1, "8"))
	got, err := k.Index.Lookup(k.ctx, index, []mapping.Hash{hash(1)})
	k.ok(err, "Lookup")
	for i := range got[hash(1)] {
		got[hash(1)][i] = "spoilt"
	}
	k.finds(index, hash(1), "7", "8")
}

func indexKnownPair(k *check) {
	k.add(index, "", entry(1, "7"), entry(1, "7"))
	k.add(index, "", entry(1, "7"), entry(1, "8"))
	k.finds(index, hash(1), "7", "8")
}

func indexGrows(k *check) {
	k.add(index, "", entry(1, "7"))
	k.add(index, "", entry(1, "8"))
	k.add(index, "")
	k.finds(index, hash(1), "7", "8")
}

func indexSeveralHashes(k *check) {
	k.add(index, "", entry(1, "7"), entry(2, "7"))
	k.finds(index, hash(1), "7")
	k.finds(index, hash(2), "7")
}

func indexOddIDs(k *check) {
	var entries []state.Entry
	for _, id := range oddIDs() {
		entries = append(entries, entry(0, id))
	}
	k.add(index, "", entries...)
	k.finds(index, hash(0), slices.Sorted(slices.Values(oddIDs()))...)
}

// manyEntries makes entries of 1,200 different hashes.
func manyEntries() (entries []state.Entry, hashes []mapping.Hash) {
	for i := range large {
		h := mapping.Hash{byte(i), byte(i >> 8)}
		entries = append(entries, state.Entry{Hash: h, ID: fmt.Sprint("id ", i)})
		hashes = append(hashes, h)
	}
	return entries, hashes
}

func indexMany(k *check) {
	entries, hashes := manyEntries()
	k.add(index, "done", entries...)
	got, err := k.Index.Lookup(k.ctx, index, hashes)
	k.ok(err, "Lookup")
	if len(got) != large {
		k.Errorf("Lookup: got %d hashes, want %d", len(got), large)
	}
	for _, e := range entries {
		k.sameTexts("Lookup", got[e.Hash], []string{e.ID})
	}
	k.mark(index, "done")
}

func indexInputKept(k *check) {
	entries := []state.Entry{entry(2, "8"), entry(1, "7"), entry(1, "7")}
	hashes := []mapping.Hash{hash(2), hash(1), hash(1)}
	k.add(index, "", entries...)
	_, err := k.Index.Lookup(k.ctx, index, hashes)
	k.ok(err, "Lookup")
	if !slices.Equal(entries, []state.Entry{entry(2, "8"), entry(1, "7"), entry(1, "7")}) {
		k.Errorf("entries after Add: %v", entries)
	}
	if !slices.Equal(hashes, []mapping.Hash{hash(2), hash(1), hash(1)}) {
		k.Errorf("hashes after Lookup: %v", hashes)
	}
}

func indexApart(k *check) {
	k.add("users", "u", entry(1, "7"))
	k.add("articles", "", entry(1, "8"))
	k.finds("users", hash(1), "7")
	k.finds("articles", hash(1), "8")
	k.mark("articles", "")
}

func markAbsent(k *check) {
	k.mark(index, "")
}

func markNotGiven(k *check) {
	k.add(index, "", entry(1, "7"))
	k.mark(index, "")
}

func markStored(k *check) {
	k.add(index, "id 812", entry(1, "7"))
	k.mark(index, "id 812")
	k.finds(index, hash(1), "7")
}

func markAlone(k *check) {
	k.add(index, "id 812")
	k.mark(index, "id 812")
}

func markReplaced(k *check) {
	k.add(index, "id 812")
	k.add(index, "id 9", entry(1, "7"))
	k.mark(index, "id 9")
}

func markKept(k *check) {
	k.add(index, "id 812")
	k.add(index, "", entry(1, "7"))
	k.mark(index, "id 812")
}

func indexRace(k *check) {
	want := []string{"shared"}
	for i := range workers {
		want = append(want, fmt.Sprint("worker ", i))
	}
	k.race(func(i int) error {
		return k.Index.Add(k.ctx, index, []state.Entry{entry(1, "shared"), entry(1, fmt.Sprint("worker ", i))}, "m")
	})
	k.finds(index, hash(1), want...)
	k.mark(index, "m")
}

func indexCancelled(k *check) {
	k.add(index, "old", entry(1, "7"))
	ctx := k.cancelled()
	k.fails(k.Index.Add(ctx, index, []state.Entry{entry(2, "8")}, "new"), "Add")
	_, err := k.Index.Lookup(ctx, index, []mapping.Hash{hash(1)})
	k.fails(err, "Lookup")
	_, _, err = k.Index.Mark(ctx, index)
	k.fails(err, "Mark")
	k.finds(index, hash(2))
	k.mark(index, "old")
}
