package mapping

import (
	"strings"
	"unicode"
)

// Slug makes a part of a web address of a text: lower case, without accents, with
// one hyphen between words. Letters of other scripts than Latin stay. Text form:
// Slug.
func Slug() Transform { return onText("Slug", slug) }

func slug(s string) string {
	var out strings.Builder
	gap := false
	for _, r := range s {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r):
			if gap && out.Len() > 0 {
				out.WriteByte('-')
			}
			gap = false
			out.WriteString(plainLetter(r))
		case unicode.Is(unicode.Mn, r), r == '\'', r == '’':
		default:
			gap = true
		}
	}
	return out.String()
}

// plainLetter is a letter in lower case without its marks.
func plainLetter(r rune) string {
	r, _ = decompose(r)
	r = unicode.ToLower(r)
	switch r {
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ø':
		return "o"
	case 'đ', 'ð':
		return "d"
	case 'ł':
		return "l"
	case 'þ':
		return "th"
	case 'ı':
		return "i"
	default:
		return string(r)
	}
}
