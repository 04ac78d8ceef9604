package mapping_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/tillsync/tillsync/mapping"
)

func TestSuggest(t *testing.T) {
	t.Parallel()
	known := []string{"price", "name", "sku", "description", "billing.city"}
	const all = "use one of billing.city, description, name, price, sku"
	for _, row := range []struct{ name, want string }{
		{"pric", `did you mean "price"?`},
		{"PRICE", `did you mean "price"?`},
		{"prcie", `did you mean "price"?`},
		{"nmae", `did you mean "name"?`},
		{"sjku", `did you mean "sku"?`},
		{"description_long", `did you mean "description"?`},
		{"desc", `did you mean "description"?`},
		{"billing.town", all},
		{"weight", all},
		{"x", all},
		{"", all},
	} {
		if got := mapping.Suggest(row.name, known); got != row.want {
			t.Errorf("Suggest(%q) = %s, want %s", row.name, got, row.want)
		}
	}
	if got, want := mapping.Suggest("x", nil), "there is none at all"; got != want {
		t.Errorf("Suggest without names = %s, want %s", got, want)
	}
}

// TestSuggestOfALongName: letters are only compared with names of about the same length.
func TestSuggestOfALongName(t *testing.T) {
	known := slices.Repeat([]string{"description"}, 100)
	long := strings.Repeat("y", 1<<20)
	if got := testing.AllocsPerRun(1, func() { mapping.Suggest(long, known) }); got > 50 {
		t.Errorf("Suggest takes %v allocations", got)
	}
}

func TestKindWithArticle(t *testing.T) {
	t.Parallel()
	for kind, want := range map[mapping.Kind]string{
		mapping.KindAbsent: "no value", mapping.KindNull: "null", mapping.KindText: "a text", mapping.KindNumber: "a number",
		mapping.KindBool: "a bool", mapping.KindInstant: "an instant", mapping.KindList: "a list", mapping.KindObject: "an object",
	} {
		if got := kind.WithArticle(); got != want {
			t.Errorf("%s: %q, want %q", kind, got, want)
		}
	}
}
