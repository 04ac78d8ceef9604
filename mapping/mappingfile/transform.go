package mappingfile

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

// transform reads the text form of a transform.
func (f Functions) transform(text string) (mapping.Transform, error) {
	if at := slices.IndexFunc(f.Transforms, func(t mapping.Transform) bool { return t.Name == text }); at >= 0 {
		return f.Transforms[at], nil
	}
	name, args, err := splitForm(text)
	if err != nil {
		return mapping.Transform{}, fmt.Errorf("%s is no transform: %w", text, err)
	}
	known := transforms()
	make, ok := known[name]
	if !ok {
		return mapping.Transform{}, fmt.Errorf("there is no transform %q: %s", name, suggest(name, f.transformNames()))
	}
	t, ok := make(args)
	if !ok {
		return mapping.Transform{}, fmt.Errorf("the arguments of %s do not fit", text)
	}
	return t, nil
}

func (f Functions) transformNames() []string {
	var names []string
	for _, t := range f.Transforms {
		names = append(names, t.Name)
	}
	for name := range transforms() {
		names = append(names, name)
	}
	return names
}

// transforms are the transforms of package mapping by the name in their text form.
func transforms() map[string]func(args []string) (mapping.Transform, bool) {
	plain := func(t func() mapping.Transform) func([]string) (mapping.Transform, bool) {
		return func(args []string) (mapping.Transform, bool) { return t(), len(args) == 0 }
	}
	return map[string]func([]string) (mapping.Transform, bool){
		"Trim": plain(mapping.Trim), "Upper": plain(mapping.Upper), "Lower": plain(mapping.Lower),
		"Collapse": plain(mapping.Collapse), "HTMLToText": plain(mapping.HTMLToText),
		"TextToHTML": plain(mapping.TextToHTML), "ToText": plain(mapping.ToText),
		"Replace": func(args []string) (t mapping.Transform, ok bool) {
			if len(args) != 2 {
				return t, false
			}
			return mapping.Replace(args[0], args[1]), true
		},
		"Prefix": func(args []string) (t mapping.Transform, ok bool) {
			if len(args) != 1 {
				return t, false
			}
			return mapping.Prefix(args[0]), true
		},
		"Shorten":     onInt(mapping.Shorten),
		"Round":       onInt(func(n int) mapping.Transform { return mapping.Round(int32(n)) }),
		"Multiply":    multiplyBy,
		"ParseNumber": parseMarks,
	}
}

func onInt(make func(int) mapping.Transform) func([]string) (mapping.Transform, bool) {
	return func(args []string) (t mapping.Transform, ok bool) {
		if len(args) != 1 {
			return t, false
		}
		const bits = 32
		n, err := strconv.ParseInt(args[0], 10, bits)
		return make(int(n)), err == nil
	}
}

func multiplyBy(args []string) (t mapping.Transform, ok bool) {
	if len(args) != 1 {
		return t, false
	}
	d, err := decimal.NewFromString(args[0])
	return mapping.Multiply(d), err == nil && checkSize(d) == nil
}

func parseMarks(args []string) (t mapping.Transform, ok bool) {
	if len(args) != 2 {
		return t, false
	}
	var marks [2]rune
	for i, arg := range args {
		r, size := utf8.DecodeRuneInString(arg)
		if size == 0 || size < len(arg) {
			return t, false
		}
		marks[i] = r
	}
	return mapping.ParseNumber(marks[0], marks[1]), true
}

// splitForm splits Name("a",2) into name and arguments.
func splitForm(text string) (name string, args []string, err error) {
	name, rest, hasArgs := strings.Cut(text, "(")
	if !hasArgs {
		return name, nil, nil
	}
	for {
		arg, after, err := cutArgument(strings.TrimSpace(rest))
		if err != nil {
			return "", nil, err
		}
		args = append(args, arg)
		after = strings.TrimSpace(after)
		if after == ")" {
			return name, args, nil
		}
		if !strings.HasPrefix(after, ",") {
			return "", nil, errForm
		}
		rest = after[1:]
	}
}

var errForm = errors.New(`write Name or Name("text", 2)`)

func cutArgument(s string) (arg, rest string, err error) {
	if s != "" && strings.ContainsRune("\"'`", rune(s[0])) {
		quoted, err := strconv.QuotedPrefix(s)
		if err != nil {
			return "", "", errForm
		}
		arg, err = strconv.Unquote(quoted)
		return arg, s[len(quoted):], err
	}
	end := strings.IndexAny(s, ",)")
	if end <= 0 {
		return "", "", errForm
	}
	return strings.TrimSpace(s[:end]), s[end:], nil
}
