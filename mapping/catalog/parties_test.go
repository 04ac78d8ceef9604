package catalog_test

import (
	"testing"

	"github.com/tillsync/tillsync/mapping/catalog"
)

func TestCompanyName(t *testing.T) {
	t.Parallel()
	tests := []struct {
		text, want string
		ok         bool
	}{
		{"", "", false},
		{"  ", "", false},
		{"-", "", false},
		{" -- . ", "", false},
		{"Example  B.V. ", "Example B.V.", true},
		{"3", "3", true},
		{"例", "例", true},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			t.Parallel()
			if got, ok := catalog.CompanyName(tt.text); got != tt.want || ok != tt.ok {
				t.Errorf("got %q, %t; want %q, %t", got, ok, tt.want, tt.ok)
			}
		})
	}
}
