package mapping

import (
	"fmt"
	"html"
	"strings"
	"unicode"
)

// Trim removes white space around a text. Text form: Trim.
func Trim() Transform { return onText("Trim", strings.TrimSpace) }

// Collapse replaces each run of white space in a text by one blank. Text form:
// Collapse.
func Collapse() Transform {
	return onText("Collapse", func(s string) string { return strings.Join(strings.Fields(s), " ") })
}

// Casing says by which rules letters change case.
type Casing string

// Turkish keeps the dotted and the dotless i apart: i and İ, ı and I.
const Turkish Casing = "Turkish"

// Upper makes a text upper case. Text form: Upper or Upper(Turkish).
func Upper(casing ...Casing) Transform {
	return onCase("Upper", casing, func(c unicode.SpecialCase, s string) string { return strings.Map(c.ToUpper, s) })
}

// Lower makes a text lower case. Text form: Lower or Lower(Turkish).
func Lower(casing ...Casing) Transform {
	return onCase("Lower", casing, func(c unicode.SpecialCase, s string) string { return strings.Map(c.ToLower, s) })
}

// Title makes the first letter of each word upper case and the rest lower case. A
// word starts after white space and after a hyphen. Text form: Title or
// Title(Turkish).
func Title(casing ...Casing) Transform {
	return onCase("Title", casing, titleCase)
}

// onCase picks the rules of the casing; an empty SpecialCase has no special ones.
func onCase(name string, casing []Casing, change func(unicode.SpecialCase, string) string) Transform {
	switch {
	case len(casing) == 0:
		return onText(name, func(s string) string { return change(nil, s) })
	case len(casing) == 1 && casing[0] == Turkish:
		return onText(name+"(Turkish)", func(s string) string { return change(unicode.TurkishCase, s) })
	default:
		return invalid(name, "there is no casing %q: %s", casing, Suggest(string(casing[0]), []string{string(Turkish)}))
	}
}

func titleCase(rules unicode.SpecialCase, s string) string {
	start := true
	return strings.Map(func(r rune) rune {
		first := start
		start = unicode.IsSpace(r) || r == '-'
		if first {
			return rules.ToTitle(r)
		}
		return rules.ToLower(r)
	}, s)
}

// Replace replaces all occurrences of old in a text. Text form:
// Replace("old","with").
func Replace(old, with string) Transform {
	name := fmt.Sprintf("Replace(%q,%q)", old, with)
	if old == "" {
		return invalid(name, "it names no text to replace")
	}
	return onText(name, func(s string) string { return strings.ReplaceAll(s, old, with) })
}

// Prefix puts a fixed text before the text. Text form: Prefix("NL").
func Prefix(prefix string) Transform {
	return onText(fmt.Sprintf("Prefix(%q)", prefix), func(s string) string { return prefix + s })
}

// Suffix puts a fixed text after the text. Text form: Suffix(" kg").
func Suffix(suffix string) Transform {
	return onText(fmt.Sprintf("Suffix(%q)", suffix), func(s string) string { return s + suffix })
}

// Shorten cuts a text to n characters, without a remark; Rule.MaxLength cuts with
// one. It never cuts within a character. Text form: Shorten(40).
func Shorten(n int) Transform {
	name := fmt.Sprintf("Shorten(%d)", n)
	if n < 0 {
		return invalid(name, "%d is no length", n)
	}
	return onText(name, func(s string) string { return firstRunes(s, n) })
}

// HTMLToText makes plain text of HTML: tags, comments, scripts and styles go,
// paragraphs and line breaks become line ends, entities become characters. Text
// form: HTMLToText.
func HTMLToText() Transform { return onText("HTMLToText", plainText) }

// TextToHTML makes HTML of plain text: special characters become entities, line
// ends become line breaks. Text form: TextToHTML.
func TextToHTML() Transform {
	return onText("TextToHTML", func(s string) string {
		return strings.ReplaceAll(html.EscapeString(unixLines(s)), "\n", "<br>")
	})
}

// ToText writes a number, a truth value or an instant as text: 12.5, true,
// 2026-01-31T12:00:00Z. Text form: ToText.
func ToText() Transform {
	return Transform{Name: "ToText", Result: KindText, Func: func(v Value) (Value, error) {
		text, err := plainForm(v)
		return Text(text), err
	}}
}

// plainForm is the text of a single value.
func plainForm(v Value) (string, error) {
	switch v.kind {
	case KindNumber:
		if hugeExponent(v.num) {
			return "", errNumberSize
		}
		return v.Reveal(), nil
	case KindText, KindBool, KindInstant:
		return v.Reveal(), nil
	default:
		return "", fmt.Errorf("%s cannot be written as text", v.kind.WithArticle())
	}
}
