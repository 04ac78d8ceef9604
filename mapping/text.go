package mapping

import (
	"html"
	"strings"
	"unicode"
)

// normalText is the form in which texts are compared: composed characters, line
// ends as \n, no white space around.
func normalText(s string) string { return compose(strings.TrimSpace(unixLines(s))) }

func unixLines(s string) string {
	if strings.IndexByte(s, '\r') < 0 {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// blank reports whether a text shows nothing: white space, or HTML of layout tags
// and blanks only. A picture shows something, and so does a tag that HTML does not
// know: it is probably no tag.
func blank(s string) bool {
	for s != "" {
		if startsWithText(s) {
			return false
		}
		rest, ok := skipInvisible(s)
		if !ok {
			return false
		}
		s = rest
	}
	return true
}

// skipInvisible removes one invisible thing from the start of s.
func skipInvisible(s string) (rest string, ok bool) {
	switch s[0] {
	case '<':
		if after, ok := cutComment(s); ok {
			return after, true
		}
		name, _, after, ok := cutTag(s)
		return after, ok && layoutTag(name)
	case '&':
		for _, entity := range []string{"&nbsp;", "&#160;", "&#xa0;", "&#xA0;", "&ensp;", "&emsp;", "&thinsp;", "&zwnj;", "&shy;"} {
			if after, ok := strings.CutPrefix(s, entity); ok {
				return after, true
			}
		}
		return s, false
	default:
		rest = strings.TrimLeftFunc(s, invisible)
		return rest, len(rest) < len(s)
	}
}

func invisible(r rune) bool {
	const zeroWidthSpace, byteOrderMark = '\u200b', '\ufeff'
	return unicode.IsSpace(r) || r == zeroWidthSpace || r == byteOrderMark
}

// cutComment splits a comment off the start of s. After one that is not closed
// nothing is left.
func cutComment(s string) (after string, ok bool) {
	body, ok := strings.CutPrefix(s, "<!--")
	if !ok {
		return s, false
	}
	_, after, ok = strings.Cut(body, "-->")
	return after, ok
}

// cutTag splits a tag off the start of s: its name in lower case, whether it
// closes an element, and what follows. Not every < starts a tag.
func cutTag(s string) (name string, closing bool, after string, ok bool) {
	body, ok := strings.CutPrefix(s, "<")
	if !ok {
		return "", false, s, false
	}
	body, closing = strings.CutPrefix(body, "/")
	n := 0
	for n < len(body) && isTagLetter(body[n], n) {
		n++
	}
	if n == 0 {
		return "", false, s, false
	}
	end := tagEnd(body[n:])
	if end < 0 {
		return "", false, s, false
	}
	return strings.ToLower(body[:n]), closing, body[n+end+1:], true
}

func isTagLetter(c byte, at int) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || at > 0 && c >= '0' && c <= '9'
}

// tagEnd finds the > that ends a tag; one inside quotes does not. -1: there is
// none. Looking no further than any real tag reaches keeps hostile texts cheap.
func tagEnd(s string) int {
	const longest = 16 << 10
	var quote byte
	for i := range min(len(s), longest) {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i
		case c == '<':
			return -1
		}
	}
	return -1
}

// layoutTag reports whether an element shows nothing by itself.
func layoutTag(name string) bool {
	switch name {
	case "a", "abbr", "article", "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div",
		"dl", "dt", "em", "font", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "html",
		"i", "ins", "li", "main", "mark", "nav", "o", "ol", "p", "pre", "s", "section", "small", "span",
		"strike", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt",
		"u", "ul", "wbr":
		return true
	default:
		return false
	}
}

// plainText is the text that HTML shows.
func plainText(s string) string {
	var out strings.Builder
	for s != "" {
		at := strings.IndexByte(s, '<')
		if at < 0 {
			at = len(s)
		}
		out.WriteString(s[:at])
		s = cutMarkup(s[at:], &out)
	}
	text := html.UnescapeString(out.String())
	return tidyLines(strings.ReplaceAll(text, "\u00a0", " "))
}

// cutMarkup removes a comment or tag from the start of s and writes the line end
// that it stands for. A < that starts neither is text.
func cutMarkup(s string, out *strings.Builder) (rest string) {
	if s == "" {
		return ""
	}
	if strings.HasPrefix(s, "<!--") {
		after, _ := cutComment(s) // one that is not closed goes on to the end
		return after
	}
	name, closing, after, ok := cutTag(s)
	if !ok {
		out.WriteString("&lt;")
		return s[1:]
	}
	switch name {
	case "br", "p", "div", "li", "tr", "ul", "ol", "table", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6":
		out.WriteByte('\n')
	case "td", "th":
		out.WriteByte(' ')
	case "script", "style":
		if !closing {
			return afterElement(after, name)
		}
	}
	return after
}

// afterElement is what follows the end tag of an element whose content is no text.
func afterElement(s, name string) string {
	for {
		at := strings.IndexByte(s, '<')
		if at < 0 {
			return ""
		}
		s = s[at:]
		if found, closing, after, ok := cutTag(s); ok && closing && found == name {
			return after
		}
		s = s[1:]
	}
}

// tidyLines trims each line and leaves at most one empty line between two.
func tidyLines(s string) string {
	lines := strings.Split(unixLines(s), "\n")
	kept := lines[:0]
	for _, line := range lines {
		line = strings.Join(strings.Fields(line), " ")
		if line == "" && (len(kept) == 0 || kept[len(kept)-1] == "") {
			continue
		}
		kept = append(kept, line)
	}
	return strings.TrimSpace(strings.Join(kept, "\n"))
}
