package catalog

import (
	"slices"
	"strings"
)

// SplitName splits a full name into first and last name. Dutch, German, French,
// Italian and Spanish particles belong to the last name (Anna van der Berg), so
// do a Turkish oğlu and an addition such as jr. "Berg, Anna van der" is read as
// well. A single word is a last name.
func SplitName(full string) (first, last string) {
	if last, first, ok := strings.Cut(full, ","); ok && !strings.Contains(first, ",") {
		if first, last, ok := listedName(strings.Fields(first), strings.Fields(last)); ok {
			return first, last
		}
	}
	words := strings.Fields(full)
	at := lastNameStart(words)
	return strings.Join(words[:at], " "), strings.Join(words[at:], " ")
}

// JoinName writes first and last name as one, the way back of SplitName.
func JoinName(first, last string) string {
	return strings.Join(slices.Concat(strings.Fields(first), strings.Fields(last)), " ")
}

// listedName reads a name as lists have it: last name, first name, particles.
func listedName(after, before []string) (first, last string, ok bool) {
	at := len(after)
	for at > 0 && isParticle(after[at-1]) {
		at--
	}
	if at == 0 || len(before) == 0 || isGeneration(after[0]) {
		return "", "", false
	}
	return strings.Join(after[:at], " "), strings.Join(slices.Concat(after[at:], before), " "), true
}

// lastNameStart is the index of the word at which the last name starts.
func lastNameStart(words []string) int {
	end := len(words) - 1
	for end > 1 && isGeneration(words[end]) {
		end--
	}
	if end <= 0 || !slices.ContainsFunc(words[:end], isGivenName) {
		return 0
	}
	for i := 1; i < end; i++ {
		if isParticle(words[i]) {
			return i
		}
	}
	if isSon(words[end]) && end > 1 {
		end--
	}
	return end
}

func isGivenName(word string) bool { return !isParticle(word) }

func isParticle(word string) bool {
	particles := []string{
		"van", "von", "vom", "de", "den", "der", "des", "het", "'t", "’t", "'s", "’s", "te", "ten", "ter",
		"tot", "in", "op", "onder", "aan", "bij", "uit", "uijt", "voor", "over",
		"zu", "zum", "zur", "am", "auf",
		"du", "d'", "la", "le", "del", "della", "di", "da", "dos",
	}
	return slices.Contains(particles, strings.ToLower(word))
}

func isGeneration(word string) bool {
	additions := []string{"jr", "jr.", "sr", "sr.", "ii", "iii"}
	return slices.Contains(additions, strings.ToLower(word))
}

func isSon(word string) bool {
	return slices.Contains([]string{"oğlu", "oglu"}, strings.ToLower(word))
}
