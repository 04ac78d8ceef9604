package mapping_test

import (
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/tillsync/tillsync/mapping"
)

// TestEveryTransformIsDocumented: each registered transform has a doc comment of its
// own and an Example whose output is checked. That each is fuzzed follows from
// FuzzTransforms, which puts every text through forms, and TestParseTransform, by
// which forms has each of them.
func TestEveryTransformIsDocumented(t *testing.T) {
	t.Parallel()
	comments, examples := map[string]string{}, map[string]*doc.Example{}
	var tests []*ast.File
	for _, file := range parseDir(t) {
		if strings.HasSuffix(file.Name.Name, "_test") {
			tests = append(tests, file)
			continue
		}
		for _, decl := range file.Decls {
			if f, ok := decl.(*ast.FuncDecl); ok && f.Recv == nil {
				comments[f.Name.Name] = f.Doc.Text()
			}
		}
	}
	for _, e := range doc.Examples(tests...) {
		examples[e.Name] = e
	}
	constructors := mapping.Constructors()
	if len(constructors) < 30 {
		t.Fatalf("%d transforms are registered", len(constructors))
	}
	for _, c := range constructors {
		if text := comments[c.Name]; !strings.HasPrefix(text, c.Name+" ") {
			t.Errorf("%s has the doc comment %q, want one that begins with its name", c.Name, text)
		}
		if e := examples[c.Name]; e == nil || e.Output == "" {
			t.Errorf("%s has no Example with an output", c.Name)
		}
	}
}

// parseDir parses the Go files of this package.
func parseDir(t *testing.T) []*ast.File {
	t.Helper()
	dir := os.DirFS(".")
	names, err := fs.Glob(dir, "*.go")
	if err != nil {
		t.Fatal(err)
	}
	set := token.NewFileSet()
	files := make([]*ast.File, len(names))
	for i, name := range names {
		if files[i], err = parser.ParseFile(set, name, nil, parser.ParseComments); err != nil {
			t.Fatal(err)
		}
	}
	return files
}
