package mapping

import (
	"errors"
	"fmt"
	"html"
	"strings"

	"github.com/shopspring/decimal"
)

// Transform changes a value. Func must depend on its argument only.
type Transform struct {
	// Name stands in errors and in the mapping's fingerprint. It holds the
	// parameters as well, such as Round(2); change it when the function changes.
	Name string
	// Takes is the kind that Func takes; KindAbsent: several.
	Takes Kind
	// Result is the kind that Func returns; KindAbsent: the kind that it got.
	Result Kind
	Func   func(Value) (Value, error)

	// text and number are what Func does with a text or a number, without wrapping.
	text   func(string) string
	number func(decimal.Decimal) decimal.Decimal
}

// Trim removes white space around a text.
func Trim() Transform { return onText("Trim", strings.TrimSpace) }

// Upper makes a text upper case.
func Upper() Transform { return onText("Upper", strings.ToUpper) }

// Lower makes a text lower case.
func Lower() Transform { return onText("Lower", strings.ToLower) }

// Collapse replaces each run of white space in a text by one blank.
func Collapse() Transform {
	return onText("Collapse", func(s string) string { return strings.Join(strings.Fields(s), " ") })
}

// Replace replaces all occurrences of old in a text.
func Replace(old, with string) Transform {
	return onText(fmt.Sprintf("Replace(%q,%q)", old, with),
		func(s string) string { return strings.ReplaceAll(s, old, with) })
}

// Prefix puts a fixed text before the text.
func Prefix(prefix string) Transform {
	return onText(fmt.Sprintf("Prefix(%q)", prefix), func(s string) string { return prefix + s })
}

// Shorten cuts a text to n characters, without a remark. Rule.MaxLength cuts with
// one.
func Shorten(n int) Transform {
	return onText(fmt.Sprintf("Shorten(%d)", n), func(s string) string { return firstRunes(s, n) })
}

// HTMLToText makes plain text of HTML: tags, comments, scripts and styles go,
// paragraphs and line breaks become line ends, entities become characters.
func HTMLToText() Transform { return onText("HTMLToText", plainText) }

// TextToHTML makes HTML of plain text: special characters become entities, line
// ends become line breaks.
func TextToHTML() Transform {
	return onText("TextToHTML", func(s string) string {
		return strings.ReplaceAll(html.EscapeString(unixLines(s)), "\n", "<br>")
	})
}

// Round rounds a number to scale decimals, half away from zero.
func Round(scale int32) Transform {
	return onNumber(fmt.Sprintf("Round(%d)", scale),
		func(d decimal.Decimal) decimal.Decimal {
			if d.Exponent() >= -scale { // it has no more decimals than that
				return d
			}
			return d.Round(scale)
		})
}

// Multiply multiplies a number exactly.
func Multiply(by decimal.Decimal) Transform {
	return onNumber("Multiply("+by.String()+")",
		func(d decimal.Decimal) decimal.Decimal { return d.Mul(by) })
}

// ToText writes a number, a truth value or an instant as text: 12.5, true,
// 2026-01-31T12:00:00Z.
func ToText() Transform {
	return Transform{Name: "ToText", Result: KindText, Func: func(v Value) (Value, error) {
		switch v.kind {
		case KindText, KindNumber, KindBool, KindInstant:
			if v.kind == KindNumber && hugeExponent(v.num) {
				return Value{}, errNumberSize
			}
			return Text(v.Reveal()), nil
		default:
			return Value{}, fmt.Errorf("a %s cannot be written as text", v.kind)
		}
	}}
}

// ParseNumber reads a number from a text written with these marks: ParseNumber(',',
// '.') reads 1.234,50. groupMark 0 means that digits are not grouped. Anything
// else in the text, such as a currency sign or groups that are not of three
// digits, is an error: a wrong price is worse than none. Numbers pass unchanged.
func ParseNumber(decimalMark, groupMark rune) Transform {
	name := fmt.Sprintf("ParseNumber(%q,%q)", decimalMark, groupMark)
	return Transform{Name: name, Result: KindNumber, Func: func(v Value) (Value, error) {
		switch v.kind {
		case KindNumber:
			return v, nil
		case KindText:
			return parseNumber(strings.TrimSpace(v.text), decimalMark, groupMark)
		default:
			return Value{}, fmt.Errorf("a %s is no number", v.kind)
		}
	}}
}

var (
	errNumberSize   = errors.New("the number has too many digits")
	errNumberFormat = errors.New("the text is no number in the declared format")
)

func parseNumber(s string, decimalMark, groupMark rune) (Value, error) {
	sign := ""
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		sign, s = "-", rest
	}
	whole, fraction, hasFraction := strings.Cut(s, string(decimalMark))
	if hasFraction && !digits(fraction) {
		return Value{}, errNumberFormat
	}
	whole, ok := ungroup(whole, groupMark)
	if !ok {
		return Value{}, errNumberFormat
	}
	if len(whole)+len(fraction) > 100 {
		return Value{}, errNumberSize
	}
	plain := sign + whole
	if hasFraction {
		plain += "." + fraction
	}
	d, err := decimal.NewFromString(plain)
	if err != nil {
		return Value{}, errNumberFormat
	}
	return Number(d), nil
}

// ungroup removes the group marks of a whole number if they stand where they
// must.
func ungroup(whole string, mark rune) (plain string, ok bool) {
	if mark == 0 || !strings.ContainsRune(whole, mark) {
		return whole, digits(whole)
	}
	groups := strings.Split(whole, string(mark))
	for i, g := range groups {
		if !digits(g) || len(g) > 3 || i > 0 && len(g) != 3 {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func onText(name string, change func(string) string) Transform {
	return Transform{Name: name, Takes: KindText, text: change, Func: func(v Value) (Value, error) {
		if v.kind != KindText {
			return Value{}, fmt.Errorf("takes a text, got a %s", v.kind)
		}
		return Text(change(v.text)), nil
	}}
}

func onNumber(name string, change func(decimal.Decimal) decimal.Decimal) Transform {
	return Transform{Name: name, Takes: KindNumber, number: change, Func: func(v Value) (Value, error) {
		if v.kind != KindNumber {
			return Value{}, fmt.Errorf("takes a number, got a %s", v.kind)
		}
		if hugeExponent(v.num) {
			return Value{}, errNumberSize
		}
		return Number(change(v.num)), nil
	}}
}
