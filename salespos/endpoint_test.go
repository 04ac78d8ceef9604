package salespos_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/tillsync/tillsync/salespos"
)

// TestEndpointLines: the doc comment of each method of a service names its
// endpoint on a line of its own, and the method calls just that.
func TestEndpointLines(t *testing.T) {
	t.Parallel()
	documented, tested := documentedEndpoints(t), make(map[string]bool)
	ids := regexp.MustCompile(`/\d+`)
	for _, tc := range wireCases(t) {
		path, _, _ := strings.Cut(tc.target, "?")
		want := tc.method + " " + ids.ReplaceAllString(path, "/{id}")
		service, method, _ := strings.Cut(tc.name, ".")
		key := serviceType(t, service) + "." + method
		if got := documented[key]; got != want {
			t.Errorf("%s: documented as %q, calls %q", tc.name, got, want)
		}
		tested[key] = true
	}
	for key := range documented {
		if !tested[key] {
			t.Errorf("%s is documented and not in the wire tests", key)
		}
	}
}

// serviceType is the type of a field of the client, without its package.
func serviceType(t *testing.T, field string) string {
	t.Helper()
	f, ok := reflect.TypeFor[salespos.Client]().FieldByName(field)
	if !ok {
		t.Fatalf("the client has no field %s", field)
	}
	return f.Type.Elem().Name()
}

// documentedEndpoints finds the endpoint of each exported method of a service.
func documentedEndpoints(t *testing.T) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	endpoints := make(map[string]string)
	for _, entry := range entries {
		if name := entry.Name(); !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), entry.Name(), nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			if key := serviceMethod(decl); key != "" {
				endpoints[key] = endpointLine(decl.(*ast.FuncDecl).Doc.Text())
			}
		}
	}
	return endpoints
}

// serviceMethod is "ProductService.List" for an exported method of a service
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

// endpointLine is the endpoint in a doc comment, "" when it names none.
func endpointLine(doc string) string {
	for line := range strings.Lines(doc) {
		if endpoint, ok := strings.CutPrefix(strings.TrimSpace(line), "Endpoint: "); ok {
			return endpoint
		}
	}
	return ""
}
