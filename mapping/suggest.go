package mapping

import (
	"fmt"
	"slices"
	"strings"
)

// Suggest is what a problem says about a name that is not known: the known one that
// was probably meant, or all of them.
func Suggest(name string, known []string) string {
	if len(known) == 0 {
		return "there is none at all"
	}
	known = slices.Sorted(slices.Values(known))
	if meant := closest(name, known); meant != "" {
		return fmt.Sprintf("did you mean %q?", meant)
	}
	return "use one of " + strings.Join(known, ", ")
}

// closest is the known name that was probably meant: one of which name is the
// beginning or that differs in a letter or two. "" when there is none.
func closest(name string, known []string) string {
	best, fewest := "", 1+min(2, (len(name)+1)/3)
	for _, k := range known {
		if strings.EqualFold(k, name) || len(name) > 2 && (strings.HasPrefix(k, name) || strings.HasPrefix(name, k)) {
			return k
		}
		if max(len(name)-len(k), len(k)-len(name)) >= fewest {
			continue
		}
		if n := edits(strings.ToLower(name), strings.ToLower(k)); n < fewest {
			best, fewest = k, n
		}
	}
	return best
}

// edits is the number of letters to insert, remove, replace or swap with their
// neighbour to make b of a.
func edits(a, b string) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before, last, row = last, row, before
		row[0] = i + 1
		for j := range len(b) {
			change := last[j]
			if a[i] != b[j] {
				change++
			}
			row[j+1] = min(change, row[j]+1, last[j+1]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return row[len(b)]
}
