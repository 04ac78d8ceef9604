package mapping

import (
	"cmp"
	"slices"
	"strings"
)

// compose writes letters with combining marks as single characters (Unicode NFC)
// for Latin, Greek and Cyrillic; marks of other scripts stay as they are. macOS and
// some exports write é as two characters, and that is no change of a text.
func compose(s string) string {
	if !hasCombiningMark(s) {
		return s
	}
	var out strings.Builder
	out.Grow(len(s))
	runes := []rune(s)
	for i := 0; i < len(runes); {
		end := i + 1
		for end < len(runes) && markClass(runes[end]) > 0 {
			end++
		}
		for _, r := range composeCluster(runes[i], runes[i+1:end]) {
			out.WriteRune(r)
		}
		i = end
	}
	return out.String()
}

// hasCombiningMark reports whether s has a character from U+0300 to U+037F; in
// UTF-8 these, and no others, begin with CC or CD.
func hasCombiningMark(s string) bool {
	return strings.IndexByte(s, 0xCC) >= 0 || strings.IndexByte(s, 0xCD) >= 0
}

func markClass(r rune) int {
	if r < 0x300 || r > 0x36F {
		return 0
	}
	class, _ := compositions(r)
	return class
}

// composeCluster composes one letter with the marks that follow it.
func composeCluster(letter rune, marks []rune) []rune {
	if len(marks) == 0 {
		return []rune{letter}
	}
	base, all := decompose(letter)
	all = append(all, marks...)
	slices.SortStableFunc(all, func(a, b rune) int { return cmp.Compare(markClass(a), markClass(b)) })
	out := []rune{base}
	blocked := 0 // class of the last mark that stayed
	for _, m := range all {
		class, pairs := compositions(m)
		if composed, ok := pairedWith(pairs, out[0]); ok && blocked != class {
			out[0] = composed
			continue
		}
		out = append(out, m)
		blocked = class
	}
	return out
}

// decompose splits a composed letter into its base and its marks.
func decompose(letter rune) (base rune, marks []rune) {
	for {
		mark, plain, ok := splitMark(letter)
		if !ok {
			slices.Reverse(marks)
			return letter, marks
		}
		letter, marks = plain, append(marks, mark)
	}
}

func splitMark(letter rune) (mark, plain rune, ok bool) {
	if letter < 0xC0 {
		return 0, 0, false
	}
	for _, m := range combiningMarks {
		_, pairs := compositions(m)
		if plain, ok := pairOf(pairs, letter); ok {
			return m, plain, true
		}
	}
	return 0, 0, false
}

// pairOf finds the letter of a composition in pairs of letter and composition.
func pairOf(pairs string, composed rune) (letter rune, ok bool) {
	isLetter := true
	for _, r := range pairs {
		if isLetter {
			letter = r
		} else if r == composed {
			return letter, true
		}
		isLetter = !isLetter
	}
	return 0, false
}

// pairedWith finds the composition of a letter in pairs of letter and composition.
func pairedWith(pairs string, letter rune) (composed rune, ok bool) {
	found, isLetter := false, true
	for _, r := range pairs {
		if found {
			return r, true
		}
		found = isLetter && r == letter
		isLetter = !isLetter
	}
	return 0, false
}
