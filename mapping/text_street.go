package mapping

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Street is a line of an address in its parts.
type Street struct {
	// Name is the name of the street, or the words before a box number.
	Name   string
	Number int
	// Suffix follows the number: a, bis, bus 4, D:4. One of digits keeps its mark:
	// -14 in 12-14.
	Suffix string
	// NumberFirst says that the number stands before the name, as in 12 rue Victor
	// Hugo.
	NumberFirst bool
	// POBox says that it is a post office box, to which no parcel service delivers.
	POBox bool
}

// ParseStreet splits a Dutch, Belgian, German, French or Turkish address line:
// "Kerkstraat 12-a" is Kerkstraat, 12 and a; "Gül Sk. No:12 D:4" is Gül Sk., 12 and
// D:4. The number may stand on a line of its own.
//
// ok is false, and nothing is split, when there is no number, when two could be
// meant (Kerkstraat 12 3), or when there is more than a street. Such an address is
// written as it is.
func ParseStreet(text string) (street Street, ok bool) {
	line, ok := streetLine(text)
	words := streetWords(line)
	if !ok || len(words) < 2 {
		return Street{}, false
	}
	if at := slices.IndexFunc(words[:len(words)-1], isNumberWord); at >= 0 {
		return streetAt(words[:at], words[at+1:])
	}
	if numberInFront(words[0]) && !isMonth(words[1]) {
		return numberFirst(words)
	}
	return numberBehind(words)
}

// String writes the street as one line, the way back of ParseStreet. Number 0
// stands for none.
func (s Street) String() string {
	name, suffix := strings.TrimSpace(s.Name), strings.TrimSpace(s.Suffix)
	house := suffix
	if s.Number > 0 {
		house = strconv.Itoa(s.Number)
		if suffix != "" && !attached(suffix) {
			house += " "
		}
		house += suffix
	}
	if s.NumberFirst {
		return strings.TrimSpace(house + " " + name)
	}
	return strings.TrimSpace(name + " " + house)
}

// streetLine is the one line of the text. More lines say more than street and
// number, but some forms have a line for the number or the letter box alone.
func streetLine(text string) (line string, ok bool) {
	var lines []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, " "), len(lines) == 1 || len(lines) == 2 && (isHouseNumber(lines[1]) || areUnits(strings.Fields(lines[1])))
}

// isHouseNumber tells whether a line can be a house number and nothing else.
func isHouseNumber(line string) bool {
	const longest = 10
	words := strings.Fields(line)
	_, rest, ok := leadingNumber(words[0])
	return ok && isSuffix(rest, words[1:]) && utf8.RuneCountInString(line) <= longest
}

// numberBehind splits a line whose number follows the name.
func numberBehind(words []string) (Street, bool) {
	for i := 1; i < len(words); i++ {
		number, _, ok := leadingNumber(words[i])
		if !ok || isYear(number) && isMonth(words[i-1]) {
			continue
		}
		if street, ok := streetAt(words[:i], words[i:]); ok {
			if hasOtherNumber(words[:i]) {
				return Street{}, false
			}
			return street, true
		}
	}
	return Street{}, false
}

// streetAt is the street of that name, when the other words are its number.
func streetAt(name, house []string) (Street, bool) {
	number, rest, ok := leadingNumber(house[0])
	street := strings.TrimRight(strings.Join(name, " "), ",; ")
	box := isPOBox(name)
	if !ok || street == "" || !isSuffix(rest, house[1:]) || isUnit(name[len(name)-1]) && !box {
		return Street{}, false
	}
	return Street{Name: street, Number: number, Suffix: suffixText(rest, house[1:]), POBox: box}, true
}

// numberFirst splits a line whose number stands before the name.
func numberFirst(words []string) (Street, bool) {
	number, rest, _ := leadingNumber(words[0])
	suffix, name := strings.TrimSuffix(rest, ","), words[1:]
	if suffix == "" && !strings.HasSuffix(words[0], ",") && len(name) > 1 && followsNumber(name[0], name[1]) {
		suffix, name = strings.TrimSuffix(name[0], ","), name[1:]
	}
	if suffix != "" && !isAddition(suffix) || isDigit(rune(name[0][0])) ||
		slices.ContainsFunc(name, endsPart) || hasOtherNumber(name) {
		return Street{}, false
	}
	if _, two := numberBehind(name); two {
		return Street{}, false
	}
	return Street{Name: strings.Join(name, " "), Number: number, Suffix: suffixText(suffix, nil), NumberFirst: true}, true
}

func endsPart(word string) bool { return strings.HasSuffix(word, ",") }

// followsNumber tells whether a word is an addition to the number before it: bis, or
// a letter before a comma or a kind of street, for streets may begin with a letter.
func followsNumber(word, next string) bool {
	plain, comma := strings.CutSuffix(word, ",")
	return isRepetition(word) || isLetter(plain) && (comma || isFrenchStreet(next))
}

func isFrenchStreet(word string) bool {
	kinds := []string{
		"rue", "r", "avenue", "av", "ave", "boulevard", "bd", "bld", "chemin", "ch", "impasse", "imp", "place", "pl",
		"quai", "route", "rte", "allée", "allées", "all", "cours", "square", "passage", "ruelle", "sentier", "voie",
	}
	return slices.Contains(kinds, strings.ToLower(strings.TrimSuffix(word, ".")))
}

// isRepetition knows the additions to a French number.
func isRepetition(word string) bool {
	return slices.Contains([]string{"bis", "ter", "quater"}, strings.ToLower(strings.TrimSuffix(word, ",")))
}

func isPOBox(words []string) bool {
	boxes := []string{
		"postbus", "antwoordnummer", "postfach", "bp", "cs", "boite postale", "boîte postale", "po box", "pk", "posta kutusu",
	}
	text := strings.NewReplacer(".", "", ":", "").Replace(strings.ToLower(strings.Join(words, " ")))
	return slices.Contains(boxes, strings.TrimSpace(text))
}

// attached suffixes follow the number without a blank: 12a, 12-14, 12/3.
func attached(suffix string) bool {
	first, _, _ := strings.Cut(suffix, " ")
	return suffix[0] == '-' || suffix[0] == '/' || utf8.RuneCountInString(first) == 1
}

// streetWords splits a line at white space, and where a number touches the word
// before it (Hauptstr.12, No:12).
func streetWords(line string) []string {
	var words []string
	line = strings.TrimRight(line, ",; ")
	if line != "" && !isDigit(rune(line[0])) { // else the dot is that of a name: 12 Baker St.
		line = strings.TrimRight(line, ",.; ")
	}
	for _, w := range strings.Fields(line) {
		at := strings.IndexFunc(w, isDigit)
		const shortestStreet = 4
		if at >= shortestStreet && strings.IndexFunc(w[:at], notStreet) < 0 || at > 0 && isNumberWord(w[:at]) {
			words = append(words, w[:at])
			w = w[at:]
		}
		words = append(words, w)
	}
	return slices.DeleteFunc(words, func(w string) bool { return w == "," })
}

func notStreet(r rune) bool { return !unicode.IsLetter(r) && r != '.' }

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// leadingNumber reads the house number that a word starts with. Numbers of more
// than five digits and with a leading zero are no house numbers.
func leadingNumber(word string) (number int, rest string, ok bool) {
	end := strings.IndexFunc(word, func(r rune) bool { return !isDigit(r) })
	if end < 0 {
		end = len(word)
	}
	const mostDigits = 5
	if end == 0 || end > mostDigits || word[0] == '0' {
		return 0, "", false
	}
	number, err := strconv.Atoi(word[:end])
	return number, word[end:], err == nil
}

// numberInFront tells "12 Rue", "12, rue" and "221B Baker Street" from ordinals
// such as "2e Kerkstraat", "1. Straße" and "5th Avenue".
func numberInFront(word string) bool {
	_, rest, ok := leadingNumber(word)
	ordinals := []string{"e", "de", "ste", "te", "er", "ère", "ème", "st", "nd", "rd", "th", "."}
	return ok && !slices.Contains(ordinals, strings.ToLower(rest))
}

// isSuffix tells whether the rest of the number's word and the words after it
// can be an addition to a house number.
func isSuffix(rest string, words []string) bool {
	rest = strings.TrimSuffix(rest, ",")
	switch {
	case rest != "" && !isAddition(rest):
		return false
	case areUnits(words):
		return true
	case len(words) == 1 && isDigits(words[0]):
		return isLetter(rest)
	case len(words) == 1:
		return isAddition(words[0]) && !isDigit(rune(words[0][0])) || words[0] == "1/2" || isPlace(words[0])
	case len(words) > 2 || rest != "":
		return false
	case words[0] == "-" || words[0] == "/":
		return isPart(words[1])
	case isRepetition(words[0]):
		return isPart(words[1])
	default:
		return isLetter(words[0]) && isDigits(words[1])
	}
}

// isPlace knows the words for a part of a house that stand behind its number.
func isPlace(word string) bool {
	places := []string{"rood", "zwart", "hoog", "huis", "boven", "beneden", "achter", "voor", "links", "rechts"}
	return slices.Contains(places, strings.ToLower(word))
}

// areUnits tells whether the words name parts of a building, none at all included:
// bus 4, Kat 2 Daire 5, K:2 D:5, A Blok.
func areUnits(words []string) bool {
	for len(words) > 0 {
		unit, part := cutUnit(strings.TrimSuffix(words[0], ","))
		switch {
		case isTurkishUnit(unit) && isPart(part):
			words = words[1:]
		case len(words) > 1 && isPart(words[0]) && isBlock(words[1]):
			words = words[2:]
		case len(words) > 1 && (isUnit(unit) || isTurkishUnit(unit)) && isPart(strings.TrimSuffix(words[1], ",")):
			words = words[2:]
		default:
			return false
		}
	}
	return true
}

// cutUnit splits D:4 and D.4; other words have no part.
func cutUnit(word string) (unit, part string) {
	if at := strings.IndexAny(word, ":."); at >= 0 {
		return word[:at], word[at+1:]
	}
	return word, ""
}

func isBlock(word string) bool { return strings.EqualFold(strings.TrimRight(word, ".,"), "blok") }

// isAddition accepts a, bis, A2, -14, /3, a-c, -III.
func isAddition(s string) bool {
	first, second, two := strings.Cut(strings.TrimLeft(s, "-/"), "-")
	return isPart(first) && (!two || isPart(second))
}

// isPart accepts up to four letters or digits.
func isPart(s string) bool {
	const most = 4
	return s != "" && utf8.RuneCountInString(s) <= most &&
		strings.IndexFunc(s, func(r rune) bool { return !isDigit(r) && !unicode.IsLetter(r) }) < 0
}

func isDigits(s string) bool {
	return isPart(s) && strings.IndexFunc(s, func(r rune) bool { return !isDigit(r) }) < 0
}

func isLetter(s string) bool { return utf8.RuneCountInString(s) == 1 && isPart(s) && !isDigits(s) }

// isUnit knows the words before the number of a flat or a letter box.
func isUnit(word string) bool {
	units := []string{
		"bus", "b", "bte", "boîte", "boite", "box", "app", "apt", "appt", "whg", "wohnung",
		"kamer", "unit", "etage", "verd",
	}
	return slices.Contains(units, strings.ToLower(strings.TrimRight(word, ".")))
}

// isTurkishUnit knows the words for a block, a floor and a flat.
func isTurkishUnit(word string) bool {
	units := []string{"blok", "kat", "k", "daire", "d"}
	return slices.Contains(units, strings.ToLower(strings.TrimRight(word, ".")))
}

// suffixText is the addition as it is stored: without the mark before letters
// (12-a), with it before digits (12-14).
func suffixText(rest string, words []string) string {
	text := strings.TrimSuffix(rest, ",")
	switch {
	case len(words) > 0 && (words[0] == "-" || words[0] == "/"):
		text += strings.Join(words, "")
	case len(words) > 0:
		text = strings.TrimSpace(text + " " + strings.Join(words, " "))
	}
	if plain := strings.TrimLeft(text, "-/"); plain != "" && !isDigit(rune(plain[0])) {
		return plain
	}
	return text
}

// isNumberWord knows what says that a house number follows.
func isNumberWord(word string) bool {
	marks := []string{"nr", "no", "n°", "nº", "num", "numara", "#", "huisnr", "huisnummer", "hausnr", "hausnummer"}
	return slices.Contains(marks, strings.ToLower(strings.TrimRight(word, ".:")))
}

// hasOtherNumber tells whether the words before the house number hold a number
// that could be the house number itself. Years, dates (8 Mai) and the squares of
// Mannheim (C 4) are names.
func hasOtherNumber(name []string) bool {
	for i, w := range name {
		number, rest, ok := leadingNumber(w)
		if i == 0 || !ok || rest != "" && rest != "," && rest[0] != '/' || isYear(number) {
			continue
		}
		if i+1 < len(name) && isMonth(name[i+1]) || i == 1 && len(name) == 2 && len(name[0]) == 1 {
			continue
		}
		return true
	}
	return false
}

func isYear(number int) bool { return number >= 1800 && number < 2100 }

// isMonth knows the months after which streets are named, in Dutch, German,
// French, English and Turkish.
func isMonth(word string) bool {
	months := []string{
		"januari", "januar", "janvier", "january", "februari", "februar", "février", "february",
		"maart", "märz", "mars", "march", "april", "avril", "mei", "mai", "may", "juni", "juin", "june",
		"juli", "juillet", "july", "augustus", "august", "août", "september", "septembre",
		"oktober", "octobre", "october", "november", "novembre", "december", "dezember", "décembre",
		"ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül", "ekim", "kasım", "aralık",
	}
	return slices.Contains(months, strings.ToLower(word))
}
