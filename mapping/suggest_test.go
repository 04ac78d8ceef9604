package mapping_test

import (
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
