package imports_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const (
	module = "github.com/tillsync/tillsync"
	root   = "../.."
)

// allowed names, for each package, the packages of ours that it may import.
// Tests of a package may import more.
var allowed = map[string][]string{
	"internal/opt":    {},
	"internal/paging": {},
	"internal/limit":  {},
	"internal/turn":   {},
	"internal/rest":   {"internal/limit"},

	"salespos": {"internal/rest", "internal/limit", "internal/paging", "internal/opt", "internal/turn"},
	"ecwid":    {"internal/rest", "internal/limit", "internal/paging", "internal/opt", "internal/turn"},

	"salespos/salespostest": {"salespos"},
	"ecwid/ecwidtest":       {"ecwid"},

	"mapping":             {},
	"mapping/catalog":     {"mapping", "salespos", "ecwid"},
	"mapping/mappingfile": {"mapping"},

	"flows/pass":            {"mapping"},
	"flows/state":           {"mapping"},
	"flows/state/memstate":  {"flows/state", "mapping"},
	"flows/state/sqlstate":  {"flows/state", "mapping"},
	"flows/state/statetest": {"flows/state", "mapping"},

	"internal/engine": {"mapping", "flows/pass", "flows/state"},
	"internal/sides": {
		"internal/engine", "mapping", "mapping/catalog", "salespos", "ecwid", "flows/pass", "flows/state",
	},
	"flows": {
		"internal/sides", "internal/engine", "mapping", "mapping/catalog", "salespos", "ecwid",
		"flows/pass", "flows/state",
	},

	"internal/clienttest": {},
	"internal/imports":    {},
}

// linked is everything outside of the standard library that a program links
// when it imports the library. Each further line is a decision for all users.
var linked = []string{
	"github.com/go-resty/resty/v2",
	"github.com/go-resty/resty/v2/shellescape",
	"github.com/shopspring/decimal",
	"golang.org/x/net/publicsuffix",
	"golang.org/x/sync/errgroup",
	"golang.org/x/sync/semaphore",
	"golang.org/x/sync/singleflight",
}

// linkedBy names the modules that a program links beside these when it imports a
// package.
var linkedBy = map[string][]string{
	"mapping/mappingfile": {"github.com/expr-lang/expr", "github.com/goccy/go-yaml"},
}

func TestPackagesImportOneWay(t *testing.T) {
	t.Parallel()
	for pkg, imports := range packages(t) {
		may, ok := allowed[pkg]
		if !ok {
			t.Errorf("package %s is not in the table of imports; add a line and think about its place", pkg)
			continue
		}
		for _, name := range imports {
			ours, isOurs := strings.CutPrefix(name, module+"/")
			switch {
			case isOurs && !slices.Contains(may, ours):
				t.Errorf("package %s imports %s, which the table does not allow", pkg, ours)
			case !isOurs && isThirdParty(name) && isForTests(pkg):
				t.Errorf("package %s imports %s; packages for tests need the standard library only", pkg, name)
			}
		}
	}
}

func TestTheLibraryLinksOnlyTheseModules(t *testing.T) {
	t.Parallel()
	var plain []string
	for pkg := range packages(t) {
		if linkedBy[pkg] == nil {
			plain = append(plain, pkg)
		}
	}
	checkLinked(t, nil, plain...)
	for pkg, modules := range linkedBy {
		checkLinked(t, modules, pkg)
	}
}

// checkLinked reports what the packages link that is neither in the list nor in one
// of the modules.
func checkLinked(t *testing.T, modules []string, packages ...string) {
	t.Helper()
	args := []string{"list", "-deps", "-f", "{{if not .Standard}}{{.ImportPath}}{{end}}"}
	for _, pkg := range packages {
		args = append(args, module+"/"+pkg)
	}
	cmd := exec.CommandContext(t.Context(), "go", args...)
	cmd.Dir = root
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list -deps: %v", err)
	}
	for dep := range strings.FieldsSeq(string(out)) {
		ours := strings.HasPrefix(dep, module+"/")
		granted := slices.ContainsFunc(modules, func(m string) bool { return dep == m || strings.HasPrefix(dep, m+"/") })
		if !ours && !granted && !slices.Contains(linked, dep) {
			t.Errorf("users would link %s, which is not in the list", dep)
		}
	}
}

// packages returns the packages of the main module, without their tests, and
// what each imports. It reads the files itself, so that the test cache of the
// go command notices every change.
func packages(t *testing.T) map[string][]string {
	t.Helper()
	all := make(map[string][]string)
	err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			return enter(file, d.Name())
		}
		if !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		rel, err := filepath.Rel(root, filepath.Dir(file))
		if err != nil {
			return err
		}
		pkg := filepath.ToSlash(rel)
		imports, err := importsOf(file)
		all[pkg] = append(all[pkg], imports...)
		return err
	})
	if err != nil {
		t.Fatalf("read the packages: %v", err)
	}
	if len(all) == 0 {
		t.Fatal("found no package")
	}
	return all
}

// enter skips what is no part of the main module.
func enter(dir, name string) error {
	if dir == root {
		return nil
	}
	if name == "testdata" || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") {
		return fs.SkipDir
	}
	if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
		return fs.SkipDir
	}
	return nil
}

// importsOf reads the imports of one file.
func importsOf(file string) ([]string, error) {
	src, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	parsed, err := parser.ParseFile(token.NewFileSet(), file, src, parser.ImportsOnly)
	if err != nil {
		return nil, err
	}
	var imports []string
	for _, spec := range parsed.Imports {
		name, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return nil, err
		}
		imports = append(imports, name)
	}
	return imports, nil
}

// isThirdParty reports a path outside of the standard library.
func isThirdParty(name string) bool {
	host, _, _ := strings.Cut(name, "/")
	return strings.Contains(host, ".")
}

// isForTests reports a package that is made for the tests of our users.
func isForTests(pkg string) bool {
	return strings.HasSuffix(path.Base(pkg), "test")
}
