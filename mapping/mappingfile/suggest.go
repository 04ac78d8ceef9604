package mappingfile

import (
	"fmt"
	"slices"
	"strings"
)

// suggest says what to do about a name that is not known: it names the known one
// that was probably meant, or all of them.
func suggest(name string, known []string) string {
	best, least := "", min(1+len(name)/3, 4)
	for _, k := range known {
		distance := typos(strings.ToLower(name), strings.ToLower(k))
		if longEnough := len(name) > 2; longEnough && (strings.HasPrefix(k, name) || strings.HasPrefix(name, k)) {
			distance = min(distance, 1)
		}
		if distance < least {
			best, least = k, distance
		}
	}
	if best != "" {
		return fmt.Sprintf("did you mean %q?", best)
	}
	known = slices.Clone(known)
	slices.Sort(known)
	return "use one of " + strings.Join(known, ", ")
}

// typos counts the letters to change, add, remove or swap with their neighbour to
// make b of a.
func typos(a, b string) int {
	from, to := []rune(a), []rune(b)
	before, last, row := make([]int, len(to)+1), make([]int, len(to)+1), make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i := range from {
		before, last, row = last, row, before
		row[0] = i + 1
		for j := range to {
			cost := 1
			if from[i] == to[j] {
				cost = 0
			}
			row[j+1] = min(last[j]+cost, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && from[i] == to[j-1] && from[i-1] == to[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return row[len(to)]
}
