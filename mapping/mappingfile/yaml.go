package mappingfile

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// Limits of a file. They are far above what people write, and keep a hostile file
// cheap.
const (
	maxBytes = 256 << 10
	// maxTokens are words and signs; the parser takes more than twice the time for twice
	// as many.
	maxTokens = 32_000
	// maxColumn bounds how deep blocks nest, maxBrackets how deep brackets do.
	maxColumn   = 200
	maxBrackets = 20
)

var top = place{position: position{1, 1}}

// tree reads YAML, and JSON as a part of it, into nodes; nil after a problem that
// leaves nothing to read.
func tree(data []byte, p *problems) (root *node) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	switch {
	case len(data) > maxBytes:
		p.report(top, fmt.Sprintf("a mapping has at most %d", maxBytes), "the file has %d bytes", len(data))
		return nil
	case !utf8.Valid(data):
		p.report(top, "save it as UTF-8", "the file is not UTF-8")
		return nil
	}
	defer func() {
		if r := recover(); r != nil { // the parser is foreign code and meets anything here
			p.report(top, "compare it with the examples", "the file is no YAML or JSON")
			root = nil
		}
	}()
	tokens := lexer.Tokenize(string(data))
	if !shallow(tokens, p) || !small(tokens, p) {
		return nil
	}
	columns := realColumns(string(data), tokens)
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		reportSyntax(err, columns, p)
		return nil
	}
	b := builder{problems: p, columns: columns}
	return b.document(file)
}

// small reports whether there is not too much to parse.
func small(tokens token.Tokens, p *problems) bool {
	if len(tokens) <= maxTokens {
		return true
	}
	at := tokens[maxTokens].Position
	p.report(place{position: position{at.Line, at.Column}}, fmt.Sprintf("a mapping has at most %d words and signs", maxTokens), "the file has too many parts")
	return false
}

// shallow reports whether nesting stays within its limits.
func shallow(tokens token.Tokens, p *problems) bool {
	depth := 0
	for _, t := range tokens {
		opensBlock := t.Prev == nil || t.Prev.Position.Line < t.Position.Line
		switch t.Type {
		case token.MappingStartType, token.SequenceStartType:
			depth++
		case token.MappingEndType, token.SequenceEndType:
			depth--
		case token.SequenceEntryType, token.MappingKeyType:
			opensBlock = true
		default:
		}
		if depth > maxBrackets || opensBlock && t.Position.Column > maxColumn {
			p.report(place{position: position{t.Position.Line, t.Position.Column}}, "a mapping needs less", "the file nests too deep")
			return false
		}
	}
	return true
}

func reportSyntax(err error, columns map[position]int, p *problems) {
	var syntax yaml.Error
	if !errors.As(err, &syntax) || syntax.GetToken() == nil {
		p.report(top, "compare it with the examples", "the file is no YAML or JSON")
		return
	}
	at := syntax.GetToken().Position
	remedy := ""
	if strings.Contains(syntax.GetMessage(), "'\t'") {
		remedy = "indent by blanks, not by tabs"
	}
	p.report(place{position: correct(position{at.Line, at.Column}, columns)}, remedy, "the file is no YAML or JSON: %s", syntax.GetMessage())
}

// builder makes nodes of the parser's tree. Features of YAML that a mapping does
// not need are refused: what stands in a file is what is read.
type builder struct {
	*problems
	columns map[position]int
}

func (b *builder) document(file *ast.File) *node {
	var root *node
	for _, doc := range file.Docs {
		if doc.Body == nil || doc.Body.Type() == ast.DirectiveType {
			continue
		}
		if root != nil {
			b.report(place{position: b.node(doc.Body).position}, "put each mapping into a file of its own", "a second document is not read here")
			return root
		}
		root = b.node(doc.Body)
	}
	if root == nil {
		b.report(top, "give it name and fields", "the file is empty")
	}
	return root
}

func (b *builder) at(n ast.Node) position {
	t := n.GetToken()
	if t == nil {
		return top.position
	}
	return correct(position{t.Position.Line, t.Position.Column}, b.columns)
}

func (b *builder) refuse(n ast.Node, what, remedy string) *node {
	at := b.at(n)
	b.report(place{position: at}, remedy, "%s is not read here", what)
	return &node{position: at}
}

func (b *builder) node(n ast.Node) *node {
	switch n := n.(type) {
	case *ast.MappingNode:
		return b.object(n.GetToken(), n.Values)
	case *ast.MappingValueNode:
		return b.object(nil, []*ast.MappingValueNode{n})
	case *ast.SequenceNode:
		out := &node{position: b.at(n), kind: isList}
		for _, v := range n.Values {
			out.items = append(out.items, b.node(v))
		}
		return out
	case *ast.LiteralNode:
		return &node{position: b.at(n), kind: isText, text: n.Value.Value, offset: -1}
	case *ast.AnchorNode, *ast.AliasNode:
		return b.refuse(n, "an anchor or alias (& or *)", "write the value out, or put the text in quotes")
	case *ast.TagNode:
		return b.refuse(n, "a tag (!)", "leave it out, or put the text in quotes")
	case *ast.CommentGroupNode:
		return &node{position: b.at(n), kind: isNull}
	default:
		return b.scalar(n)
	}
}

// object reads the members of an object. Blocks begin at their first key, objects
// in brackets at the bracket.
func (b *builder) object(start *token.Token, values []*ast.MappingValueNode) *node {
	out := &node{kind: isObject}
	seen := map[string]bool{}
	for _, v := range values {
		key, at, ok := b.key(v.Key)
		if !ok {
			continue
		}
		if out.line == 0 {
			out.position = at
		}
		if seen[key] {
			b.report(place{position: at}, "remove one of them", "the key %q is there twice", key)
			continue
		}
		seen[key] = true
		out.members = append(out.members, member{key: key, at: at, value: b.node(v.Value)})
	}
	if start != nil && (start.Type == token.MappingStartType || out.line == 0) {
		out.position = correct(position{start.Position.Line, start.Position.Column}, b.columns)
	}
	return out
}

func (b *builder) key(n ast.MapKeyNode) (key string, at position, ok bool) {
	switch n := n.(type) {
	case *ast.MappingKeyNode, *ast.MergeKeyNode, *ast.AnchorNode, *ast.AliasNode, *ast.TagNode, *ast.NullNode:
		b.refuse(n, "a key of this form", "write a plain text before the colon")
		return "", position{}, false
	case *ast.StringNode:
		return n.Value, b.at(n), true
	default:
		return n.GetToken().Value, b.at(n), true
	}
}

// numberText are the numbers of JSON and a sign before them; 0123 is none.
var numberText = regexp.MustCompile(`^[-+]?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$`)

func (b *builder) scalar(n ast.Node) *node {
	t := n.GetToken()
	out := &node{position: b.at(n), kind: isText, text: t.Value}
	quoted := t.Type == token.DoubleQuoteType || t.Type == token.SingleQuoteType
	switch {
	case quoted:
		out.offset = 1
		if !strings.Contains(t.Origin, t.Value) || strings.Contains(t.Origin, `\`) {
			out.offset = -1
		}
	case n.Type() == ast.NullType:
		out.kind = isNull
	case n.Type() == ast.BoolType:
		out.kind, out.text = isBool, strings.ToLower(t.Value)
	case numberText.MatchString(t.Value):
		out.kind = isNumber
	case n.Type() != ast.StringType: // 0x1F, 1_000, .inf
		b.report(place{position: out.position}, "write 1000 or 12.50, or put a text in quotes", "%s is not read as a number", t.Value)
	}
	return out
}
