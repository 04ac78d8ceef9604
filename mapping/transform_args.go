package mapping

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// Args are the arguments of a text form: "a" and 2 in Replace("a",2). Each method
// reads the next one; after a mistake they give zero values.
type Args struct {
	list []argument
	err  error
}

// argument is one argument; a word or number stands without quotes.
type argument struct {
	text   string
	quoted bool
}

// Text reads a text, in quotes or as a word without them.
func (a *Args) Text() string { return a.next("a text").text }

// Number reads a number, written as 12.5.
func (a *Args) Number() decimal.Decimal {
	arg := a.next("a number")
	d, err := decimal.NewFromString(arg.text)
	if arg.quoted || err != nil || len(arg.text) > longestNumber || hugeExponent(d) {
		a.fail("%q is no number", arg.text)
		return decimal.Decimal{}
	}
	return d
}

// Int reads a whole number that fits into 32 bits.
func (a *Args) Int() int {
	arg := a.next("a whole number")
	n, err := strconv.ParseInt(arg.text, 10, 32)
	if arg.quoted || err != nil {
		a.fail("%q is no whole number of usual size", arg.text)
		return 0
	}
	return int(n)
}

// Char reads one character in quotes.
func (a *Args) Char() rune {
	arg := a.next("a character")
	r, size := utf8.DecodeRuneInString(arg.text)
	if size == 0 || size != len(arg.text) {
		a.fail("%q is not one character", arg.text)
		return 0
	}
	return r
}

// Value reads a text in quotes, a number, true or false, or a word as a text.
func (a *Args) Value() Value {
	arg := a.next("a value")
	if arg.quoted {
		return Text(arg.text)
	}
	switch arg.text {
	case "true", "false":
		return Bool(arg.text == "true")
	}
	if len(arg.text) <= longestNumber && looksNumeric(arg.text) {
		if d, err := decimal.NewFromString(arg.text); err == nil {
			return Number(d)
		}
	}
	return Text(arg.text)
}

// More tells whether there is another argument.
func (a *Args) More() bool { return len(a.list) > 0 && a.err == nil }

func (a *Args) optionalChar() rune {
	if !a.More() {
		return 0
	}
	return a.Char()
}

func (a *Args) optionalInts() []int {
	if !a.More() {
		return nil
	}
	return []int{a.Int()}
}

// options reads what is left as words of one kind.
func options[T ~string](a *Args) []T {
	var words []T
	for a.More() {
		words = append(words, T(a.Text()))
	}
	return words
}

func (a *Args) next(want string) argument {
	if !a.More() {
		a.fail("%s is missing", want)
		return argument{}
	}
	arg := a.list[0]
	a.list = a.list[1:]
	return arg
}

// fail keeps the first mistake.
func (a *Args) fail(format string, args ...any) {
	if a.err == nil {
		a.err = fmt.Errorf(format, args...)
	}
}

// done is the first mistake; arguments that nobody read are one.
func (a *Args) done() error {
	if a.More() {
		a.fail("%q is too much", a.list[0].text)
	}
	return a.err
}

// cutArgument splits the first argument off the text behind a bracket or comma.
func cutArgument(s string) (arg argument, rest string, err error) {
	if s != "" && strings.ContainsRune("\"'`", rune(s[0])) {
		return cutQuoted(s)
	}
	end := strings.IndexAny(s, ",)")
	if end < 0 {
		return argument{}, "", errBrackets
	}
	word := strings.TrimSpace(s[:end])
	if word == "" || strings.ContainsAny(word, "(\"'`") {
		return argument{}, "", errBrackets
	}
	return argument{text: word}, s[end:], nil
}

// cutQuoted reads quotes as Go does; single quotes may also hold a longer text, in
// which a backslash means itself.
func cutQuoted(s string) (arg argument, rest string, err error) {
	quoted, err := strconv.QuotedPrefix(s)
	if err == nil {
		text, err := strconv.Unquote(quoted)
		return argument{text, true}, s[len(quoted):], err
	}
	if text, rest, closed := strings.Cut(s[1:], "'"); s[0] == '\'' && closed {
		return argument{text, true}, rest, nil
	}
	return argument{}, "", errors.New("a text has no closing quote, or a backslash stands before the wrong letter")
}
