package catalog

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// SplitStreet splits a Dutch, Belgian or German address line into street, house
// number and suffix: "Kerkstraat 12-a" is Kerkstraat, 12 and a. Suffixes of
// digits keep their mark: "Hauptstr. 12-14" has the suffix -14.
//
// ok is false, and nothing is split, when there is no number, when it stands in
// front (12 Rue de la Paix), or when two numbers could be meant (Kerkstraat 12
// 3). Such an address is written as lines instead.
func SplitStreet(line string) (street string, number int, suffix string, ok bool) {
	words := streetWords(line)
	if len(words) < 2 || numberInFront(words[0]) {
		return "", 0, "", false
	}
	for i := 1; i < len(words); i++ {
		number, rest, isNumber := leadingNumber(words[i])
		if !isNumber || !isSuffix(rest, words[i+1:]) || isYear(number) && isMonth(words[i-1]) {
			continue
		}
		name := trimNumberWord(words[:i])
		street = strings.TrimRight(strings.Join(name, " "), ",; ")
		if street == "" || hasOtherNumber(name) {
			return "", 0, "", false
		}
		return street, number, suffixText(rest, words[i+1:]), true
	}
	return "", 0, "", false
}

// JoinStreet writes street, house number and suffix as one line, the way back of
// SplitStreet. Number 0 stands for none.
func JoinStreet(street string, number int, suffix string) string {
	street, suffix = strings.TrimSpace(street), strings.TrimSpace(suffix)
	house := suffix
	if number > 0 {
		house = strconv.Itoa(number)
		if suffix != "" && !attached(suffix) {
			house += " "
		}
		house += suffix
	}
	return strings.TrimSpace(street + " " + house)
}

// attached suffixes follow the number without a blank: 12a, 12-14, 12/3.
func attached(suffix string) bool {
	first, _, _ := strings.Cut(suffix, " ")
	return suffix[0] == '-' || suffix[0] == '/' || utf8.RuneCountInString(first) == 1
}

// streetWords splits a line at white space and where a number touches the street
// before it (Hauptstr.12).
func streetWords(line string) []string {
	var words []string
	for _, w := range strings.Fields(strings.TrimRight(strings.TrimSpace(line), ",.;")) {
		at := strings.IndexFunc(w, isDigit)
		const shortestStreet = 4
		if at >= shortestStreet && strings.IndexFunc(w[:at], notStreet) < 0 {
			words = append(words, w[:at])
			w = w[at:]
		}
		words = append(words, w)
	}
	return words
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
	case len(words) == 0:
		return true
	case len(words) == 1 && isDigits(words[0]):
		return isLetter(rest)
	case len(words) == 1:
		return isAddition(words[0]) && !isDigit(rune(words[0][0])) || words[0] == "1/2"
	case len(words) > 2 || rest != "" && !isUnit(words[0]):
		return false
	case words[0] == "-" || words[0] == "/" || isUnit(words[0]):
		return isPart(words[1])
	default:
		return isLetter(words[0]) && isDigits(words[1])
	}
}

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
		"bus", "bte", "boîte", "boite", "box", "app", "apt", "appt", "whg", "wohnung",
		"kamer", "unit", "etage", "verd",
	}
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

// trimNumberWord drops the "nr." before a house number.
func trimNumberWord(words []string) []string {
	last := strings.ToLower(strings.TrimRight(words[len(words)-1], "."))
	if slices.Contains([]string{"nr", "no", "n°", "nº", "num", "#", ","}, last) {
		return words[:len(words)-1]
	}
	return words
}

// hasOtherNumber tells whether the words before the house number hold a number
// that could be the house number itself. Years, dates (8 Mai) and the squares of
// Mannheim (C 4) are names.
func hasOtherNumber(name []string) bool {
	for i, w := range name {
		number, rest, ok := leadingNumber(w)
		if i == 0 || !ok || rest != "" && rest != "," || isYear(number) {
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
// French and English.
func isMonth(word string) bool {
	months := []string{
		"januari", "januar", "janvier", "january", "februari", "februar", "février", "february",
		"maart", "märz", "mars", "march", "april", "avril", "mei", "mai", "may", "juni", "juin", "june",
		"juli", "juillet", "july", "augustus", "august", "août", "september", "septembre",
		"oktober", "octobre", "october", "november", "novembre", "december", "dezember", "décembre",
	}
	return slices.Contains(months, strings.ToLower(word))
}
