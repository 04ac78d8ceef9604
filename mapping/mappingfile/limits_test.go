package mappingfile_test

import (
	"strings"
	"testing"

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

// blocks nests objects by indentation.
func blocks(depth int) string {
	var b strings.Builder
	for i := range depth {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}
