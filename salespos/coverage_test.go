package salespos_test

import (
	"bufio"
	"fmt"
	"go/doc"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// endpoint is a line of the reference's list.
type endpoint struct {
	verb, path string
	typed      bool
}

func (e endpoint) String() string { return e.verb + " " + e.path }

// TestCoverage compares the endpoints that the doc comments name with the list
// of the reference, and prints how much of it is typed.
func TestCoverage(t *testing.T) {
	t.Parallel()
	documented := make(map[string]bool)
	for method, line := range documentedEndpoints(t) {
		if line == "" {
			t.Errorf("%s names no endpoint", method)
		}
		documented[line] = true
	}
	var typed, wanted int
	for _, e := range endpoints(t) {
		switch has := documented[e.String()]; {
		case e.typed && has:
			typed++
			wanted++
		case e.typed:
			wanted++
			t.Errorf("%s is not typed", e)
		case has:
			t.Errorf("%s is typed, the list says it is not", e)
		}
		delete(documented, e.String())
	}
	for line := range documented {
		t.Errorf("%s is not in the list", line)
	}
	line := fmt.Sprintf("coverage: salespos %d/%d", typed, wanted)
	t.Log(line)
	_, _ = fmt.Fprintln(os.Stdout, line)
}

// endpoints reads the list.
func endpoints(t *testing.T) []endpoint {
	t.Helper()
	file, err := os.Open(filepath.Join("testdata", "endpoints.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	var list []endpoint
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		switch {
		case len(fields) == 0 || fields[0] == "#":
		case len(fields) == 3 && (fields[2] == "typed" || fields[2] == "hatch"):
			list = append(list, endpoint{verb: fields[0], path: fields[1], typed: fields[2] == "typed"})
		default:
			t.Fatalf("odd line %q", lines.Text())
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return list
}

// TestEveryServiceHasAnExample: one of its type, or of one of its methods. All
// examples have an output, without which they would not run.
func TestEveryServiceHasAnExample(t *testing.T) {
	t.Parallel()
	shown := make(map[string]bool)
	for _, name := range must(filepath.Glob("*_test.go"))(t) {
		file := must(parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments))(t)
		for _, example := range doc.Examples(file) {
			service, _, _ := strings.Cut(example.Name, "_")
			shown[service] = true
			if example.Output == "" {
				t.Errorf("the example %s of %s has no output", example.Name, name)
			}
		}
	}
	for _, method := range serviceMethods() {
		if service := method.Type.In(0).Elem().Name(); !shown[service] {
			t.Errorf("%s has no example", service)
		}
	}
}
