package ecwid_test

import (
	"fmt"
	"go/ast"
	"go/doc"
	"go/parser"
	gotoken "go/token"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/tillsync/tillsync/ecwid"
)

// endpoint is a line of testdata/endpoints.txt.
type endpoint struct {
	typed  bool
	scopes string
}

// method is an exported method of a service with its doc lines, such as
// "GET /products/{productId}" and "read_catalog".
type method struct{ name, op, scopes string }

// TestCoverage: each endpoint that has to be typed has a method whose doc
// comment names it and its scopes.
func TestCoverage(t *testing.T) {
	t.Parallel()
	endpoints := listedEndpoints(t)
	documented := make(map[string]bool)
	for _, m := range methods(t) {
		documented[m.op] = true
		listed, ok := endpoints[m.op]
		switch {
		case !ok || !listed.typed:
			t.Errorf("%s: the list has no typed endpoint %q", m.name, m.op)
		case listed.scopes != "*" && m.scopes != listed.scopes:
			t.Errorf("%s: scopes %q, want %q", m.name, m.scopes, listed.scopes)
		}
	}
	typed, covered := 0, 0
	for op, e := range endpoints {
		if !e.typed {
			continue
		}
		typed++
		if documented[op] {
			covered++
		} else {
			t.Errorf("%s has no method", op)
		}
	}
	if _, err := fmt.Fprintf(os.Stdout, "coverage: ecwid %d/%d\n", covered, typed); err != nil {
		t.Error(err)
	}
}

// TestWireCoverage: what a doc comment names is also sent by a wire test.
func TestWireCoverage(t *testing.T) {
	t.Parallel()
	var sent []string
	for _, tt := range slices.Concat(wireCases(t), batchCalls()) {
		path, _, _ := strings.Cut(tt.target, "?")
		sent = append(sent, tt.method+" "+path)
	}
	requests := strings.Join(sent, "\n")
	for _, m := range methods(t) {
		if !opPattern(m.op).MatchString(requests) {
			t.Errorf("%s: no wire test sends %s", m.name, m.op)
		}
	}
}

// TestEveryMethodIsTested: each method of each service is called by a wire test
// and by a contract test.
func TestEveryMethodIsTested(t *testing.T) {
	t.Parallel()
	tests := testFiles(t)
	wired := clientCalls(tests, func(fn *ast.FuncDecl) bool { return strings.HasSuffix(fn.Name.Name, "Calls") })
	contracted := clientCalls(tests, func(fn *ast.FuncDecl) bool { return strings.HasPrefix(fn.Name.Name, "contract") })
	client := reflect.TypeFor[ecwid.Client]()
	for i := range client.NumField() {
		field := client.Field(i)
		if !field.IsExported() {
			continue
		}
		for j := range field.Type.NumMethod() {
			name := field.Name + "." + field.Type.Method(j).Name
			if !wired[name] {
				t.Errorf("%s has no wire test", name)
			}
			if !contracted[name] {
				t.Errorf("%s has no contract test", name)
			}
		}
	}
}

// TestEveryServiceHasAnExample: one of its type, or of one of its methods. All
// examples have an output, without which they would not run.
func TestEveryServiceHasAnExample(t *testing.T) {
	t.Parallel()
	shown := make(map[string]bool)
	for _, example := range doc.Examples(testFiles(t)...) {
		service, _, _ := strings.Cut(example.Name, "_")
		shown[service] = true
		if example.Output == "" {
			t.Errorf("the example %s has no output", example.Name)
		}
	}
	for _, m := range methods(t) {
		if service, _, _ := strings.Cut(m.name, "."); !shown[service] {
			t.Errorf("%s has no example", service)
		}
	}
}

// clientCalls are the methods, such as "Products.List", that functions call.
func clientCalls(files []*ast.File, of func(*ast.FuncDecl) bool) map[string]bool {
	calls := make(map[string]bool)
	for _, file := range files {
		for _, decl := range file.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok || !of(fn) {
				continue
			}
			ast.Inspect(fn, func(n ast.Node) bool {
				if method, ok := n.(*ast.SelectorExpr); ok {
					if service, ok := method.X.(*ast.SelectorExpr); ok {
						calls[service.Sel.Name+"."+method.Sel.Name] = true
					}
				}
				return true
			})
		}
	}
	return calls
}

// opPattern matches the request lines of an endpoint.
func opPattern(op string) *regexp.Regexp {
	segments := regexp.MustCompile(`\\\{\w+\\\}`).ReplaceAllString(regexp.QuoteMeta(op), `[^/\n]+`)
	return regexp.MustCompile(`(?m)^` + segments + `$`)
}

func listedEndpoints(t *testing.T) map[string]endpoint {
	t.Helper()
	data, err := os.ReadFile("testdata/endpoints.txt")
	if err != nil {
		t.Fatal(err)
	}
	line := regexp.MustCompile(`^([A-Z]+|\*) (/\S+) (typed|hatch)(?: (.+))?$`)
	endpoints := make(map[string]endpoint)
	for text := range strings.Lines(string(data)) {
		text = strings.TrimSpace(text)
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		parts := line.FindStringSubmatch(text)
		if parts == nil {
			t.Fatalf("testdata/endpoints.txt: %q", text)
		}
		op := parts[1] + " " + parts[2]
		if _, twice := endpoints[op]; twice {
			t.Errorf("testdata/endpoints.txt has %s twice", op)
		}
		endpoints[op] = endpoint{parts[3] == "typed", parts[4]}
	}
	return endpoints
}

// methods are the exported methods of all services. One without the two lines
// at the end of its comment is an error.
func methods(t *testing.T) []method {
	t.Helper()
	lines := regexp.MustCompile(`(?s)\n\nEndpoint: ([^\n]+)\nScope: ([^\n]+)\n$`)
	var all []method
	for _, file := range sources(t) {
		for _, decl := range file.Decls {
			name := serviceMethod(decl)
			if name == "" {
				continue
			}
			parts := lines.FindStringSubmatch(decl.(*ast.FuncDecl).Doc.Text())
			if parts == nil {
				t.Errorf("%s: its comment does not end with endpoint and scope", name)
				continue
			}
			all = append(all, method{name, parts[1], parts[2]})
		}
	}
	return all
}

// sources are the parsed files of the package, without its tests.
func sources(t *testing.T) []*ast.File {
	t.Helper()
	return parsed(t, func(name string) bool { return !strings.HasSuffix(name, "_test.go") })
}

func testFiles(t *testing.T) []*ast.File {
	t.Helper()
	return parsed(t, func(name string) bool { return strings.HasSuffix(name, "_test.go") })
}

func parsed(t *testing.T, wanted func(name string) bool) []*ast.File {
	t.Helper()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var files []*ast.File
	for _, name := range names {
		if !wanted(name) {
			continue
		}
		file, err := parser.ParseFile(gotoken.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	return files
}

// serviceMethod is "ProductsService.List" for an exported method of a service
// and "" for everything else.
func serviceMethod(decl ast.Decl) string {
	fn, ok := decl.(*ast.FuncDecl)
	if !ok || fn.Recv == nil || !fn.Name.IsExported() {
		return ""
	}
	star, ok := fn.Recv.List[0].Type.(*ast.StarExpr)
	if !ok {
		return ""
	}
	receiver, ok := star.X.(*ast.Ident)
	if !ok || !strings.HasSuffix(receiver.Name, "Service") {
		return ""
	}
	return receiver.Name + "." + fn.Name.Name
}
