package salespostest

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// A field table lists the keys of a resource, one a line, in the columns of
// the API reference:
//
//	key type get post patch [=stored]
//
// type is int, num, amount (a num that is not negative), digits (an int that is
// shown as text), str, date, bool, arr, obj, obj:NAME and arr:NAME (a field table of that name), enum:a|b (`~` for a
// space), url, link, linkx, ref or rootref; `str:50` has a greatest length, a final
// `@` has translations, a final `?` allows null in a body.
//
// get is `-` (never in an answer), `hidden` (kept, but not shown), `calc`
// (computed, see resource.calc), `now` (the time of creation), a path template
// for url, link, linkx, ref and rootref, or the JSON default. post and patch
// are R (required), o (accepted) or `-` (refused). stored names the read key that a
// write key is kept under; `a.b` is a key inside an object.
type schema struct {
	fields []*field
	byKey  map[string]*field
	dated  []*field // those whose default is the time of creation
}

type field struct {
	key, kind   string
	maxLen      int
	enum        []string
	nullable    bool
	translated  bool // has a text for each language
	sub         *schema
	get         string
	path        template
	post, patch bool
	needPost    bool
	needPatch   bool
	stored      []string
}

// template is a path relative to the API with at most one key in braces, its
// slashes escaped for JSON.
type template struct{ before, key, after string }

func parseTemplate(s string) template {
	s = strings.ReplaceAll(s, "/", `\/`)
	before, rest, ok := strings.Cut(s, "{")
	if !ok {
		return template{before: s}
	}
	key, after, _ := strings.Cut(rest, "}")
	return template{before, key, after}
}

// parseSchema reads a field table; sub are the tables it may refer to.
func parseSchema(text string, sub map[string]*schema) *schema {
	s := &schema{byKey: map[string]*field{}}
	for line := range strings.Lines(text) {
		cols := strings.Fields(line)
		if len(cols) == 0 {
			continue
		}
		if len(cols) < 5 {
			panic("salespostest: field table: " + line)
		}
		f := &field{key: cols[0], get: cols[2],
			post: cols[3] != "-", patch: cols[4] != "-", needPost: cols[3] == "R", needPatch: cols[4] == "R"}
		f.parseKind(cols[1], sub)
		f.stored = []string{f.key}
		if len(cols) == 6 {
			f.stored = strings.Split(strings.TrimPrefix(cols[5], "="), ".")
		}
		switch f.kind {
		case "url", "link", "linkx", "ref", "rootref":
			f.path = parseTemplate(f.get)
		}
		s.fields = append(s.fields, f)
		s.byKey[f.key] = f
		if f.get == "now" {
			s.dated = append(s.dated, f)
		}
	}
	return s
}

func (f *field) parseKind(text string, sub map[string]*schema) {
	text, f.nullable = strings.CutSuffix(text, "?")
	text, f.translated = strings.CutSuffix(text, "@")
	kind, arg, _ := strings.Cut(text, ":")
	f.kind = kind
	switch kind {
	case "str":
		f.maxLen, _ = strconv.Atoi(arg)
	case "enum":
		f.enum = strings.Split(strings.ReplaceAll(arg, "~", " "), "|")
	case "obj", "arr":
		if f.sub = sub[arg]; arg != "" && f.sub == nil {
			panic("salespostest: field table: no schema " + arg)
		}
	}
}

// keeps reports whether documents hold a value under the field's own key.
func (f *field) keeps() bool {
	switch f.kind {
	case "url", "link", "linkx":
		return false
	}
	return f.get != "-" && f.get != "calc"
}

func (f *field) isNumber() bool {
	return f.kind == "int" || f.kind == "num" || f.kind == "amount" || f.kind == "digits"
}

// clean checks a value against the field and returns the form that is stored.
func (f *field) clean(v any) (any, error) {
	if v == nil {
		if !f.nullable {
			return nil, fmt.Errorf("%s must not be null", f.key)
		}
		return nil, nil
	}
	switch f.kind {
	case "int", "num", "amount", "digits":
		return f.cleanNumber(v)
	case "str", "date", "enum":
		return f.cleanText(v)
	case "bool":
		if _, ok := v.(bool); !ok {
			return nil, fmt.Errorf("%s must be a boolean", f.key)
		}
	case "obj":
		if _, ok := v.(map[string]any); !ok {
			return nil, fmt.Errorf("%s must be an object", f.key)
		}
	case "ref", "rootref": // a name in a body, an object in a seed
		if name, ok := v.(string); ok {
			return map[string]any{"name": name}, nil
		}
		if _, ok := v.(map[string]any); !ok {
			return nil, fmt.Errorf("%s must be a string", f.key)
		}
	case "arr":
		if _, ok := v.([]any); !ok {
			return nil, fmt.Errorf("%s must be an array", f.key)
		}
	}
	return v, nil
}

func (f *field) cleanNumber(v any) (any, error) {
	n, ok := v.(json.Number)
	if !ok {
		return nil, fmt.Errorf("%s must be a number", f.key)
	}
	r, err := ratOf(n)
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: %w", f.key, err)
	case (f.kind == "int" || f.kind == "digits") && (!r.IsInt() || !r.Num().IsInt64()):
		return nil, fmt.Errorf("%s must be an integer", f.key)
	case f.kind == "amount" && r.Sign() < 0:
		return nil, fmt.Errorf("%s must not be negative", f.key)
	}
	return plainNumber(n, r), nil
}

func (f *field) cleanText(v any) (any, error) {
	s, ok := v.(string)
	switch {
	case !ok:
		return nil, fmt.Errorf("%s must be a string", f.key)
	case f.maxLen > 0 && len([]rune(s)) > f.maxLen:
		return nil, fmt.Errorf("%s is longer than %d characters", f.key, f.maxLen)
	case f.kind == "date" && s != "":
		if _, err := parseDate(s); err != nil {
			return nil, fmt.Errorf("%s: %w", f.key, err)
		}
	case f.kind == "enum":
		for _, e := range f.enum {
			if strings.EqualFold(e, s) {
				return e, nil
			}
		}
		return nil, fmt.Errorf("%s must be one of %s", f.key, strings.Join(f.enum, ", "))
	}
	return s, nil
}

// defaultValue decodes the default of a stored key.
func (f *field) defaultValue() any {
	doc, err := decodeObject([]byte(`{"v":` + f.get + `}`))
	if err != nil {
		panic("salespostest: field table: default of " + f.key)
	}
	return doc["v"]
}

// isDefault reports whether a key that is missing in a document reads as v.
func (s *schema) isDefault(key string, v any) bool {
	f := s.byKey[key]
	if f == nil || !f.keeps() {
		return false
	}
	switch f.kind {
	case "ref", "rootref":
		return v == nil
	case "int", "num", "amount", "digits", "str", "date", "bool", "enum", "arr":
		return f.get != "hidden" && f.get != "now" && sameValue(f.defaultValue(), v)
	}
	return false
}
