package mapping

import (
	"fmt"
	"log/slog"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// String is the kind and the size of the value, never its content: text(12).
func (v Value) String() string {
	switch v.kind {
	case KindText:
		return "text(" + strconv.Itoa(utf8.RuneCountInString(v.text)) + ")"
	case KindList:
		return "list(" + strconv.Itoa(len(v.more.list)) + ")"
	case KindObject:
		return "object(" + strconv.Itoa(len(v.more.pairs)) + ")"
	default:
		return v.kind.String()
	}
}

// Format prints what String says for every verb, so that no verb shows the
// content.
func (v Value) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(v.String())) }

// LogValue logs what String says.
func (v Value) LogValue() slog.Value { return slog.StringValue(v.String()) }

// MarshalText encodes what String says; JSON made of a value shows no content.
func (v Value) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// Reveal is the content for people who may see it: a text as it is, a number in
// plain notation without trailing zeros, an instant in RFC 3339, a list as [a, b],
// an object as {name: a}, nothing for absent and null.
func (v Value) Reveal() string {
	switch v.kind {
	case KindText:
		return v.text
	case KindNumber:
		if hugeExponent(v.num) {
			return v.num.Coefficient().String() + "e" + strconv.Itoa(int(v.num.Exponent()))
		}
		return v.num.String()
	case KindBool:
		return strconv.FormatBool(v.flag)
	case KindInstant:
		return v.more.at.Format(time.RFC3339Nano)
	case KindList:
		parts := make([]string, len(v.more.list))
		for i, item := range v.more.list {
			parts[i] = item.Reveal()
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case KindObject:
		parts := make([]string, len(v.more.pairs))
		for i, p := range v.more.pairs {
			parts[i] = p.Name + ": " + p.Value.Reveal()
		}
		return "{" + strings.Join(parts, ", ") + "}"
	default:
		return ""
	}
}

// describe is the value in the text of a rule, where it is a constant.
func (v Value) describe() string {
	switch v.kind {
	case KindList:
		parts := make([]string, len(v.more.list))
		for i, item := range v.more.list {
			parts[i] = item.describe()
		}
		return "list[" + strings.Join(parts, ",") + "]"
	case KindObject:
		parts := make([]string, len(v.more.pairs))
		for i, p := range v.more.pairs {
			parts[i] = strconv.Quote(p.Name) + ":" + p.Value.describe()
		}
		return "object{" + strings.Join(parts, ",") + "}"
	default:
		return v.kind.String() + ":" + strconv.Quote(v.Reveal())
	}
}

// redact replaces the content of a value, and of its parts, in a text by what String
// says.
func redact(text string, sample Value) string {
	switch sample.kind {
	case KindList:
		for _, item := range sample.more.list {
			text = redact(text, item)
		}
	case KindObject:
		for _, p := range sample.more.pairs {
			text = redact(text, p.Value)
		}
	default:
	}
	content := sample.Reveal()
	if len(content) < 2 {
		return text
	}
	quoted := strconv.Quote(content)
	text = strings.ReplaceAll(text, quoted[1:len(quoted)-1], sample.String())
	return strings.ReplaceAll(text, content, sample.String())
}

// firstRunes is the text up to n characters.
func firstRunes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for i := range s {
		if n <= 0 {
			return s[:i]
		}
		n--
	}
	return s
}
