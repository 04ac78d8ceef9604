package mapping

import (
	"fmt"
	"slices"
	"strings"
)

// suggest names what was probably meant, or what there is.
func suggest(name string, known []string) string {
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
		if n := edits(strings.ToLower(name), strings.ToLower(k)); n < fewest {
			best, fewest = k, n
		}
	}
	return best
}

// edits is the number of letters to insert, remove or replace to make b of a.
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
