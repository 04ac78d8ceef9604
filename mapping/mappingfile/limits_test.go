package mappingfile_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/tillsync/tillsync/mapping/mappingfile"
)

func TestLimits(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ name, file, want string }{
		{"size", "name: test\n#" + strings.Repeat("x", 300_000), "f:1:1: the file has 300012 bytes: a mapping has at most 262144"},
		{"brackets", "name: " + strings.Repeat("[", 30_000), "f:1:27: the file nests too deep"},
		{"braces", "name: " + strings.Repeat("{a: ", 30_000), "the file nests too deep"},
		{"items", strings.Repeat("- ", 30_000), "f:1:201: the file nests too deep"},
		{"keys", strings.Repeat("? ", 30_000), "the file nests too deep"},
		{"blocks", blocks(700), "the file nests too deep"},
		{"10 MB", strings.Repeat("x", 10<<20), "f:1:1: the file has 10485760 bytes: a mapping has at most 262144"},
		{"one line of JSON", `{"name": [` + strings.Repeat("1,", 50_000) + "1]}", "f:1:32007: the file has too many parts: a mapping has at most 32000 words and signs"},
		{"keys without end", strings.Repeat("a:\n", 50_000), "f:16001:1: the file has too many parts"},
		{"aliases", strings.Repeat("- &a [*a, *a, *a]\n", 10_000), "the file has too many parts"},
		{"an expression", rule("price", "if: [{expr: '"+strings.Repeat("(", 100_000)+"'}]"), "f:3:13: fields.price.if[0].expr: the expression has more than 2000 characters"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			_, err := mappingfile.Parse("f", []byte(row.file), mappingfile.Own{})
			if err == nil || !strings.Contains(err.Error(), row.want) {
				t.Errorf("error %v, want %q", err, row.want)
			}
		})
	}
}

// TestProblemsAreFew: a file in which all is wrong says so in a page or two.
func TestProblemsAreFew(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("ü", 10_000)
	problems := mappingfile.Check("f", []byte("name: test\nfields:\n"+strings.Repeat("  "+long+": {x: 1}\n", 5)+fieldsWithoutPolicy(1000)), mappingfile.Own{}, fields())
	if len(problems) != 101 {
		t.Fatalf("%d problems", len(problems))
	}
	for _, p := range problems {
		if text := p.Error(); len(text) > 10_000 || !utf8.ValidString(text) {
			t.Errorf("a problem of %d bytes", len(text))
		}
	}
	if got, want := problems[100].Error(), "f:102:3: 906 more problems follow: correct the first ones"; got != want {
		t.Errorf("the last one is %q, want %q", got, want)
	}
}

// TestManyWarnings are no reason to refuse a file.
func TestManyWarnings(t *testing.T) {
	t.Parallel()
	schema := fields()
	var file strings.Builder
	file.WriteString("name: test\nfields:\n")
	for i := range 150 {
		f := schema.Target[0]
		f.Name, f.MaxLength = fmt.Sprintf("f%d", i), 10
		schema.Target = append(schema.Target, f)
		fmt.Fprintf(&file, "  %s: {from: name, policy: Always}\n", f.Name)
	}
	if n := len(mappingfile.Check("f", []byte(file.String()), mappingfile.Own{}, schema)); n != 101 {
		t.Errorf("%d problems, want 100 and how many follow", n)
	}
	if _, err := mappingfile.New("f", []byte(file.String()), mappingfile.Own{}, schema, key()); err != nil {
		t.Error(err)
	}
}

func fieldsWithoutPolicy(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "  f%d: {from: name}\n", i)
	}
	return b.String()
}

// blocks nests objects by indentation.
func blocks(depth int) string {
	var b strings.Builder
	for i := range depth {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}
