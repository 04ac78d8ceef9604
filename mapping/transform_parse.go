package mapping

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Constructor makes a transform of its text form.
type Constructor struct {
	// Name stands before the brackets: Round.
	Name string
	// Args says for people what stands between them: "scale, rounding?". "" is
	// nothing; the form has no brackets then.
	Args string
	// Make reads the arguments in turn and makes the transform. What is missing, of
	// another kind or left over is reported for it.
	Make func(*Args) Transform
}

// Form is the text form as people write it: Round(scale, rounding?).
func (c Constructor) Form() string {
	if c.Args == "" {
		return c.Name
	}
	return c.Name + "(" + c.Args + ")"
}

// Constructor makes a transform readable whose Name is a plain word, such as one of
// your own.
func (t Transform) Constructor() Constructor {
	return Constructor{Name: t.Name, Make: func(*Args) Transform { return t }}
}

// ParseTransform reads the text form of a transform, such as Trim or Round(2): the
// way back of Transform.Name. own are transforms beside those of this package; of
// two with one name the own one is made.
func ParseTransform(text string, own ...Constructor) (Transform, error) {
	name, list, err := splitForm(text)
	if err != nil {
		return Transform{}, fmt.Errorf("the transform %s cannot be read: %w", text, err)
	}
	known := slices.Concat(own, Constructors())
	at := slices.IndexFunc(known, func(c Constructor) bool { return c.Name == name })
	if at < 0 {
		names := make([]string, len(known))
		for i, c := range known {
			names[i] = c.Name
		}
		return Transform{}, fmt.Errorf("there is no transform %q: %s", name, Suggest(name, names))
	}
	args := &Args{list: list}
	t := known[at].Make(args)
	if err := args.done(); err != nil {
		return Transform{}, fmt.Errorf("the transform %s cannot be read: %w: write %s", text, err, known[at].Form())
	}
	if t.Err != nil {
		return Transform{}, fmt.Errorf("the transform %s: %w", text, t.Err)
	}
	return t, nil
}

var errBrackets = errors.New("it is not of the form Name or Name(argument, argument)")

// splitForm splits Name("a",2) into the name and the arguments.
func splitForm(text string) (name string, args []argument, err error) {
	name, rest, hasArgs := strings.Cut(strings.TrimSpace(text), "(")
	name = strings.TrimSpace(name)
	if name == "" || strings.ContainsAny(name, ")\"'` ,") {
		return "", nil, errBrackets
	}
	if !hasArgs {
		return name, nil, nil
	}
	for {
		var arg argument
		rest = strings.TrimSpace(rest)
		if rest == ")" && len(args) == 0 {
			return name, nil, nil
		}
		arg, rest, err = cutArgument(rest)
		if err != nil {
			return "", nil, err
		}
		args = append(args, arg)
		rest = strings.TrimSpace(rest)
		if rest == ")" {
			return name, args, nil
		}
		if !strings.HasPrefix(rest, ",") {
			return "", nil, errBrackets
		}
		rest = rest[1:]
	}
}

// Constructors lists the transforms of this package by the names in their text
// forms. Tables and names of own have constructors of their own.
func Constructors() []Constructor {
	return []Constructor{
		Trim().Constructor(), Collapse().Constructor(), Slug().Constructor(),
		{"Upper", "Turkish?", func(a *Args) Transform { return Upper(options[Casing](a)...) }},
		{"Lower", "Turkish?", func(a *Args) Transform { return Lower(options[Casing](a)...) }},
		{"Title", "Turkish?", func(a *Args) Transform { return Title(options[Casing](a)...) }},
		{"Replace", "old, with", func(a *Args) Transform { return Replace(a.Text(), a.Text()) }},
		{"Prefix", "text", func(a *Args) Transform { return Prefix(a.Text()) }},
		{"Suffix", "text", func(a *Args) Transform { return Suffix(a.Text()) }},
		{"Shorten", "characters", func(a *Args) Transform { return Shorten(a.Int()) }},
		HTMLToText().Constructor(), TextToHTML().Constructor(), ToText().Constructor(),
		{"MatchPattern", "pattern", func(a *Args) Transform { return MatchPattern(a.Text()) }},
		{"ReplacePattern", "pattern, with", func(a *Args) Transform { return ReplacePattern(a.Text(), a.Text()) }},
		{"ExtractPattern", "pattern", func(a *Args) Transform { return ExtractPattern(a.Text()) }},
		{"Split", "separator", func(a *Args) Transform { return Split(a.Text()) }},
		{"JoinList", "separator", func(a *Args) Transform { return JoinList(a.Text()) }},
		Coalesce().Constructor(),
		{"OnlyNamed", "name, ...", func(a *Args) Transform { return OnlyNamed(options[string](a)...) }},
		{"Member", "name", func(a *Args) Transform { return Member(a.Text()) }},
		{"Template", "text", func(a *Args) Transform { return Template(a.Text()) }},
		{"ParseNumber", "decimal mark, group mark?", func(a *Args) Transform { return ParseNumber(a.Char(), a.optionalChar()) }},
		{"Round", "scale, rounding?", func(a *Args) Transform { return Round(int32(a.Int()), options[Rounding](a)...) }},
		{"Multiply", "number", func(a *Args) Transform { return Multiply(a.Number()) }},
		{"Percent", "number", func(a *Args) Transform { return Percent(a.Number()) }},
		{"AddVAT", "rate", func(a *Args) Transform { return AddVAT(a.Number()) }},
		{"RemoveVAT", "rate, scale", func(a *Args) Transform { return RemoveVAT(a.Number(), int32(a.Int())) }},
		{"ConvertUnit", "from, to", func(a *Args) Transform { return ConvertUnit(a.Text(), a.Text()) }},
		{"ParseTime", "layout, zone", func(a *Args) Transform { return ParseTime(a.Text(), a.Text()) }},
		{"FormatTime", "layout, zone", func(a *Args) Transform { return FormatTime(a.Text(), a.Text()) }},
		{"GTIN", "length?", func(a *Args) Transform { return GTIN(a.optionalInts()...) }},
		SplitName().Constructor(), JoinName().Constructor(), SplitStreet().Constructor(), JoinStreet().Constructor(),
		ToEmail().Constructor(), ToCountryCode().Constructor(),
	}
}
