package mapping

import (
	"slices"
	"strings"
)

// PersonName is the name of a person in two parts.
type PersonName struct{ First, Last string }

// ParsePersonName splits a full name. Dutch, German, French, Italian, Spanish and
// Arabic particles belong to the last name (Anna van der Berg), so do a Turkish oğlu and an
// addition such as jr. "Berg, Anna van der" is read as well. A single word is a last
// name.
func ParsePersonName(full string) PersonName {
	if last, first, ok := strings.Cut(full, ","); ok && !strings.Contains(first, ",") {
		if name, ok := listedName(strings.Fields(first), strings.Fields(last)); ok {
			return name
		}
	}
	words := strings.Fields(full)
	at := lastNameStart(words)
	return PersonName{strings.Join(words[:at], " "), strings.Join(words[at:], " ")}
}

// String writes first and last name as one, the way back of ParsePersonName.
func (n PersonName) String() string {
	return strings.Join(slices.Concat(strings.Fields(n.First), strings.Fields(n.Last)), " ")
}

// listedName reads a name as lists have it: last name, first name, particles.
func listedName(after, before []string) (name PersonName, ok bool) {
	at := len(after)
	for at > 0 && isParticle(after[at-1]) {
		at--
	}
	if at == 0 || len(before) == 0 || isGeneration(after[0]) {
		return PersonName{}, false
	}
	last := slices.Concat(after[at:], before)
	return PersonName{strings.Join(after[:at], " "), strings.Join(last, " ")}, true
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
	if isDescendant(words[end]) && end > 1 {
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
		"el", "al", "bin", "ibn",
		"vd", "v.d", "v.d.", "v/d",
	}
	return word == "v." || slices.Contains(particles, strings.ToLower(word)) // V. is an initial
}

func isGeneration(word string) bool {
	additions := []string{"jr", "jr.", "sr", "sr.", "ii", "iii"}
	return slices.Contains(additions, strings.ToLower(word))
}

// isDescendant knows the Turkish words that follow a family's name: son, sons and
// descendant of.
func isDescendant(word string) bool {
	words := []string{"oğlu", "oglu", "oğulları", "oğullari", "ogullari", "zade"}
	return slices.Contains(words, strings.ToLower(word))
}
