package catalog_test

import (
	"strings"
	"testing"

	"github.com/tillsync/tillsync/mapping/catalog"
)

func TestSplitName(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("x", 300)
	tests := []struct{ full, first, last string }{
		{"", "", ""},
		{"  ", "", ""},
		{"Example", "", "Example"},
		{"Ada Example", "Ada", "Example"},
		{"  Ada \t Example ", "Ada", "Example"},
		{"Ada Maria Example", "Ada Maria", "Example"},
		{"Anna van der Berg", "Anna", "van der Berg"},
		{"Anna Van Der Berg", "Anna", "Van Der Berg"},
		{"J.P. in 't Veld", "J.P.", "in 't Veld"},
		{"Jan op den Akker", "Jan", "op den Akker"},
		{"Jan de Vries-van Dijk", "Jan", "de Vries-van Dijk"},
		{"van der Berg", "", "van der Berg"},
		{"De Jong", "", "De Jong"},
		{"Karl von und zu Musterberg", "Karl", "von und zu Musterberg"},
		{"Dr. Eva zur Mühlen", "Dr. Eva", "zur Mühlen"},
		{"Mehmet Ali Yılmaz", "Mehmet Ali", "Yılmaz"},
		{"Ahmet Kara Oğlu", "Ahmet", "Kara Oğlu"},
		{"Maria de la Cruz", "Maria", "de la Cruz"},
		{"Anna Le", "Anna", "Le"},
		{"John Example Jr.", "John", "Example Jr."},
		{"John Example, Jr.", "John", "Example, Jr."},
		{"Example, Ada", "Ada", "Example"},
		{"Berg, Anna van der", "Anna", "van der Berg"},
		{"Example,", "", "Example,"},
		{"Ada " + long, "Ada", long},
	}
	for _, tt := range tests {
		t.Run(tt.full, func(t *testing.T) {
			t.Parallel()
			first, last := catalog.SplitName(tt.full)
			if first != tt.first || last != tt.last {
				t.Fatalf("got %q, %q; want %q, %q", first, last, tt.first, tt.last)
			}
			again, last := catalog.SplitName(catalog.JoinName(first, last))
			if again != tt.first || last != tt.last {
				t.Errorf("joined and split again: got %q, %q", again, last)
			}
		})
	}
}

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

func TestEmail(t *testing.T) {
	t.Parallel()
	tests := []struct {
		text, want string
		ok         bool
	}{
		{"ada@example.org", "ada@example.org", true},
		{" Ada@Example.ORG\t", "ada@example.org", true},
		{"ada+till@example.org", "ada+till@example.org", true},
		{"o'ada@example.org", "o'ada@example.org", true},
		{"ada@EXÄMPLE.example", "ada@exämple.example", true},
		{"ada@sub.example.org", "ada@sub.example.org", true},
		{"", "", false},
		{"  ", "", false},
		{"-", "", false},
		{"ada", "", false},
		{"@example.org", "", false},
		{"ada@", "", false},
		{"ada@example", "", false},
		{"ada@example..org", "", false},
		{"ada@-example.org", "", false},
		{"ada@example.org.", "", false},
		{"ada@@example.org", "", false},
		{"a da@example.org", "", false},
		{"Ada <ada@example.org>", "", false},
		{"ada@example.org;bob@example.org", "", false},
		{"ada@example.org\x00", "", false},
		{strings.Repeat("a", 250) + "@example.org", "", false},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			t.Parallel()
			if got, ok := catalog.Email(tt.text); got != tt.want || ok != tt.ok {
				t.Errorf("got %q, %t; want %q, %t", got, ok, tt.want, tt.ok)
			}
		})
	}
}

func TestCountryCode(t *testing.T) {
	t.Parallel()
	tests := []struct {
		text, want string
		ok         bool
	}{
		{"NL", "NL", true},
		{"nl", "NL", true},
		{" Nl ", "NL", true},
		{"NLD", "NL", true},
		{"deu", "DE", true},
		{"AF", "AF", true},
		{"ZWE", "ZW", true},
		{"UK", "GB", true},
		{"EL", "GR", true},
		{"Nederland", "NL", true},
		{"The  Netherlands", "NL", true},
		{"België", "BE", true},
		{"Türkiye", "TR", true},
		{"TURKIJE", "TR", true},
		{"Verenigd Koninkrijk", "GB", true},
		{"İngiltere", "GB", true},
		{"TÜRKİYE", "TR", true},
		{"", "", false},
		{" ", "", false},
		{"N", "", false},
		{"XX", "", false},
		{"LDN", "", false},
		{"XYZ", "", false},
		{"Atlantis", "", false},
		{"NL=", "", false},
		{"N1", "", false},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			t.Parallel()
			if got, ok := catalog.CountryCode(tt.text); got != tt.want || ok != tt.ok {
				t.Errorf("got %q, %t; want %q, %t", got, ok, tt.want, tt.ok)
			}
		})
	}
}
