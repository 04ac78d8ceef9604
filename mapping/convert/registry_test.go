package convert_test

import (
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"os"
	"strings"
	"testing"

	"github.com/tillsync/tillsync/mapping/convert"
)

// TestEveryTransformIsDocumented: each registered transform has a doc comment of its
// own, an Example whose output is checked, and stands in FuzzTransforms.
func TestEveryTransformIsDocumented(t *testing.T) {
	t.Parallel()
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	comments, examples, fuzzed := map[string]string{}, map[string]string{}, map[string]bool{}
	var tests []*ast.File
	set := token.NewFileSet()
	for _, entry := range entries {
		if !strings.HasSuffix(entry.Name(), ".go") {
			continue
		}
		file, err := parser.ParseFile(set, entry.Name(), nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(entry.Name(), "_test.go") {
			tests = append(tests, file)
		}
		for _, decl := range file.Decls {
			if f, ok := decl.(*ast.FuncDecl); ok {
				comments[f.Name.Name] = f.Doc.Text()
				if f.Name.Name == "FuzzTransforms" {
					ast.Inspect(f, func(n ast.Node) bool {
						if s, ok := n.(*ast.SelectorExpr); ok {
							fuzzed[s.Sel.Name] = true
						}
						return true
					})
				}
			}
		}
	}
	for _, e := range doc.Examples(tests...) {
		examples[e.Name] = e.Output
	}
	for _, c := range convert.Constructors() {
		if !strings.HasPrefix(comments[c.Name], c.Name+" ") || examples[c.Name] == "" || !fuzzed[c.Name] {
			t.Errorf("%s: doc comment %q, output of the Example %q, fuzzed %t", c.Name, comments[c.Name], examples[c.Name], fuzzed[c.Name])
		}
	}
}
