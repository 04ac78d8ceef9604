package sides

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/tillsync/tillsync/flows/pass"
)

// shifting is a list of ids that changes behind the n-th page.
type shifting struct {
	ids    []int64
	size   int
	reads  int
	change func(reads int, ids []int64) []int64
}

func (s *shifting) page(_ context.Context, offset int) ([]int64, bool, error) {
	if s.reads++; s.change != nil {
		s.ids = s.change(s.reads, s.ids)
	}
	start := min(offset, len(s.ids))
	end := min(start+s.size, len(s.ids))
	return slices.Clone(s.ids[start:end]), end < len(s.ids), nil
}

func upTo(n int64) []int64 {
	var ids []int64
	for id := range n {
		ids = append(ids, id+1)
	}
	return ids
}

func TestScanMissesNoRowThatExistedThroughout(t *testing.T) {
	t.Parallel()
	gone := func(at int, ids ...int64) func(int, []int64) []int64 {
		return func(reads int, now []int64) []int64 {
			if reads != at {
				return now
			}
			return slices.DeleteFunc(slices.Clone(now), func(id int64) bool { return slices.Contains(ids, id) })
		}
	}
	front := func(at int, ids ...int64) func(int, []int64) []int64 {
		return func(reads int, now []int64) []int64 {
			if reads != at {
				return now
			}
			now = slices.DeleteFunc(slices.Clone(now), func(id int64) bool { return slices.Contains(ids, id) })
			return append(ids, now...)
		}
	}
	tests := []struct {
		name   string
		change func(int, []int64) []int64
		gone   []int64
	}{
		{name: "still"},
		{name: "one removed above", change: gone(3, 2), gone: []int64{2}},
		{name: "many removed above", change: gone(3, 1, 2, 3, 4, 5, 6, 7), gone: []int64{1, 2, 3, 4, 5, 6, 7}},
		{name: "removed before the last page", change: gone(8, 1, 2, 3, 4, 5), gone: []int64{1, 2, 3, 4, 5}},
		{name: "added at the front", change: front(3, 101, 102, 103)},
		{name: "a read row moved to the front", change: front(3, 2)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			list := &shifting{ids: upTo(25), size: 4, change: tt.change}
			var got []int64
			for page, err := range scan(t.Context(), 0, func(id *int64) int64 { return *id }, list.page) {
				if err != nil {
					t.Fatal(err)
				}
				got = append(got, page.rows...)
			}
			for _, id := range upTo(25) {
				if !slices.Contains(got, id) && !slices.Contains(tt.gone, id) {
					t.Errorf("row %d was missed", id)
				}
			}
			slices.Sort(got)
			if compact := slices.Compact(slices.Clone(got)); len(compact) != len(got) {
				t.Errorf("rows came twice: %v", got)
			}
		})
	}
}

func TestScanReadsOneRowOfOverlap(t *testing.T) {
	t.Parallel()
	list := &shifting{ids: upTo(1000), size: 250}
	for _, err := range scan(t.Context(), 0, func(id *int64) int64 { return *id }, list.page) {
		if err != nil {
			t.Fatal(err)
		}
	}
	if list.reads != 5 {
		t.Errorf("%d reads, want 1000 rows / 249 = 5", list.reads)
	}
}

func TestScanEndsWhenTheServerIgnoresTheOffset(t *testing.T) {
	t.Parallel()
	reads := 0
	repeat := func(context.Context, int) ([]int64, bool, error) {
		reads++
		return upTo(3), true, nil
	}
	var last error
	for _, err := range scan(t.Context(), 0, func(id *int64) int64 { return *id }, repeat) {
		last = err
	}
	if fault, ok := errors.AsType[*pass.Error](last); !ok || fault.Class != pass.ClassNoProgress || reads > 6 {
		t.Errorf("error %v after %d reads, want no progress at once", last, reads)
	}
}
