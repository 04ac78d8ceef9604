package mappingfile

import (
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/token"
)

// realColumns corrects the columns of tokens. The lexer counts a tab as nothing and
// an escape in a quoted text as one character, so what follows on the line seems to
// stand too far left. The map has an entry for each position that is wrong.
func realColumns(text string, tokens token.Tokens) map[position]int {
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	wrong := map[position]int{}
	line, end := 0, 0 // where the last token ended, in bytes of its line
	column := 1       // the same in characters, from 1
	for _, t := range tokens {
		at := position{t.Position.Line, t.Position.Column}
		if at.line < 1 || at.line > len(lines) || t.Type == token.StringType && t.Prev != nil && isBlock(t.Prev.Type) {
			continue
		}
		if at.line != line {
			line, end, column = at.line, 0, 1
		}
		rest := lines[line-1][end:]
		blanks := len(rest) - len(strings.TrimLeft(rest, " \t"))
		length, ok := written(rest[blanks:], t)
		if !ok {
			continue
		}
		if column+blanks != at.column {
			wrong[at] = column + blanks
		}
		end += blanks + length
		column += blanks + utf8.RuneCountInString(rest[blanks:blanks+length])
	}
	return wrong
}

func isBlock(t token.Type) bool { return t == token.LiteralType || t == token.FoldedType }

// written is how many bytes of the line the token takes; ok is false when the line
// does not begin with it.
func written(line string, t *token.Token) (length int, ok bool) {
	if line == "" {
		return 0, false
	}
	switch t.Type {
	case token.DoubleQuoteType, token.SingleQuoteType:
		return quotedLength(line), line[0] == '"' || line[0] == '\''
	default:
		return len(t.Value), strings.HasPrefix(line, t.Value)
	}
}

// quotedLength is the length of the quoted text at the start of a line, all of the
// line when it goes on in the next one.
func quotedLength(line string) int {
	quote := line[0]
	for i := 1; i < len(line); i++ {
		switch {
		case line[i] == '\\' && quote == '"':
			i++
		case line[i] == quote && quote == '\'' && strings.HasPrefix(line[i+1:], "'"):
			i++
		case line[i] == quote:
			return i + 1
		}
	}
	return len(line)
}

func correct(at position, columns map[position]int) position {
	if column, ok := columns[at]; ok {
		at.column = column
	}
	return at
}
