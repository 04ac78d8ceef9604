package mapping

import (
	"errors"
	"fmt"
	"strings"
)

// Template puts the members of an object into a text: "{name} ({sku})". {{ and }}
// stand for the brackets themselves. A member without a value leaves nothing; the
// result is absent when none has one. Text form: Template("{name} ({sku})").
func Template(text string) Transform {
	name := fmt.Sprintf("Template(%q)", text)
	t, err := parseTemplate(text)
	if err != nil {
		return invalid(name, "%w", err)
	}
	return from(name, KindObject, KindText, func(v Value) (Value, error) {
		values := make([]Value, len(t.names))
		for i, member := range t.names {
			values[i] = v.Member(member)
		}
		return t.fill(values)
	})
}

// FromTemplate is Template over source paths, for Rule.If:
//
//	mapping.To("title").If(mapping.Otherwise(), mapping.FromTemplate("{name} ({sku})"))
func FromTemplate(text string) Call {
	call := Call{Name: fmt.Sprintf("Template(%q)", text)}
	t, err := parseTemplate(text)
	if err != nil {
		call.Err = err
		return call
	}
	call.Paths, call.Func = t.names, t.fill
	return call
}

// template is a text with gaps: texts[i] stands before the value of names[i], the
// last text behind all of them.
type template struct{ texts, names []string }

var errTemplate = errors.New("the template has a bracket without its partner: write {name}, or {{ and }} for brackets")

func parseTemplate(s string) (template, error) {
	var t template
	var text strings.Builder
	for s != "" {
		at := strings.IndexAny(s, "{}")
		if at < 0 {
			at = len(s)
		}
		text.WriteString(s[:at])
		s = s[at:]
		switch {
		case s == "":
		case strings.HasPrefix(s, "{{"), strings.HasPrefix(s, "}}"):
			text.WriteByte(s[0])
			s = s[2:]
		default:
			name, rest, closed := strings.Cut(s[1:], "}")
			name = strings.TrimSpace(name)
			if s[0] == '}' || !closed || name == "" || strings.Contains(name, "{") {
				return template{}, errTemplate
			}
			t.texts, t.names = append(t.texts, text.String()), append(t.names, name)
			text.Reset()
			s = rest
		}
	}
	t.texts = append(t.texts, text.String())
	if len(t.names) == 0 {
		return template{}, errors.New("the template names no value, such as {name}")
	}
	return t, nil
}

// fill puts values into the gaps.
func (t template) fill(values []Value) (Value, error) {
	var out strings.Builder
	filled := false
	for i, v := range values {
		out.WriteString(t.texts[i])
		if v.IsEmpty() {
			continue
		}
		text, err := plainForm(v)
		if err != nil {
			return Value{}, fmt.Errorf("{%s}: %w", t.names[i], err)
		}
		out.WriteString(text)
		filled = true
	}
	if !filled {
		return Absent(), nil
	}
	out.WriteString(t.texts[len(values)])
	return Text(out.String()), nil
}
