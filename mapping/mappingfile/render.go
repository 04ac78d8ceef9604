package mappingfile

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// render writes nodes as YAML: objects as blocks, short lists in brackets.
func render(n *node) []byte {
	var b strings.Builder
	renderMembers(&b, n, "")
	return []byte(b.String())
}

func renderMembers(b *strings.Builder, n *node, indent string) {
	for i, m := range n.members {
		if i > 0 {
			b.WriteString(indent)
		}
		b.WriteString(quoted(m.key) + ":")
		renderValue(b, m.value, indent)
	}
}

// renderValue writes what stands behind a colon, with the line end.
func renderValue(b *strings.Builder, n *node, indent string) {
	switch {
	case n.kind == isObject && len(n.members) > 0 && !compact(n):
		b.WriteString("\n" + indent + "  ")
		renderMembers(b, n, indent+"  ")
	case n.kind == isList && len(n.items) > 0 && !compact(n):
		b.WriteByte('\n')
		renderItems(b, n, indent+"  ")
	default:
		b.WriteString(" " + inline(n) + "\n")
	}
}

func renderItems(b *strings.Builder, n *node, indent string) {
	for _, item := range n.items {
		b.WriteString(indent + "-")
		if item.kind == isObject && len(item.members) > 0 && !compact(item) {
			b.WriteByte(' ')
			renderMembers(b, item, indent+"  ")
			continue
		}
		renderValue(b, item, indent)
	}
}

// compact reports whether a list or object is written in one line: a short one that
// holds nothing that is not.
func compact(n *node) bool {
	const longest = 80
	if n.kind == isObject && !n.flow {
		return false
	}
	inner := slices.Clone(n.items)
	for _, m := range n.members {
		inner = append(inner, m.value)
	}
	deep := func(n *node) bool { return (n.kind == isList || n.kind == isObject) && !compact(n) }
	return !slices.ContainsFunc(inner, deep) && len(inline(n)) <= longest
}

// inline writes a node in one line.
func inline(n *node) string {
	switch n.kind {
	case isText:
		return quoted(n.text)
	case isList:
		parts := make([]string, len(n.items))
		for i, item := range n.items {
			parts[i] = inline(item)
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case isObject:
		parts := make([]string, len(n.members))
		for i, m := range n.members {
			parts[i] = quoted(m.key) + ": " + inline(m.value)
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case isNumber, isBool:
		return n.text
	default:
		return "null"
	}
}

// plain are texts that need no quotes anywhere in a file.
var plain = regexp.MustCompile(`^[\pL_$][\pL\pN_$.()=/→-]*( [\pL\pN_$.()=/→-]+)*$`)

// quoted writes a text, in quotes where YAML would read something else. One that is
// not UTF-8 stays so, and the file is refused.
func quoted(s string) string {
	switch strings.ToLower(s) {
	case "true", "false", "null", "yes", "no", "on", "off", "y", "n":
		return `"` + s + `"`
	}
	if plain.MatchString(s) {
		return s
	}
	if printable(s) && !strings.ContainsAny(s, `"\`) {
		return `"` + s + `"`
	}
	if printable(s) || !utf8.ValidString(s) {
		return "'" + strings.ReplaceAll(s, "'", "''") + "'"
	}
	text, err := json.Marshal(s)
	if err != nil {
		panic(err) // a text always has a JSON form
	}
	return string(text)
}

func printable(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsPrint(r) }) < 0
}
