package mapping_test

import (
	"strings"
	"testing"

	"github.com/tillsync/tillsync/mapping"
)

func TestParsePersonName(t *testing.T) {
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
		{"Jan v.d. Berg", "Jan", "v.d. Berg"},
		{"Jan v/d Berg", "Jan", "v/d Berg"},
		{"Jan vd Berg", "Jan", "vd Berg"},
		{"Jan v. d. Berg", "Jan", "v. d. Berg"},
		{"J. v. 't Hof", "J.", "v. 't Hof"},
		{"P. V. Example", "P. V.", "Example"},
		{"Pieter ’t Hart", "Pieter", "’t Hart"},
		{"Els aan de Stegge", "Els", "aan de Stegge"},
		{"Marie d'Hondt", "Marie", "d'Hondt"},
		{"Fatma el Haddad", "Fatma", "el Haddad"},
		{"Mehmet Ali Yılmaz", "Mehmet Ali", "Yılmaz"},
		{"Ahmet Kara Oğlu", "Ahmet", "Kara Oğlu"},
		{"HASAN KARA OĞLU", "HASAN", "KARA OĞLU"},
		{"HASAN KARA OĞULLARI", "HASAN", "KARA OĞULLARI"},
		{"Hasan Hacıoğlu", "Hasan", "Hacıoğlu"},
		{"Ayşe Öztürk-Demir", "Ayşe", "Öztürk-Demir"},
		{"Ali Köse Oğulları", "Ali", "Köse Oğulları"},
		{"Şükrü Öz", "Şükrü", "Öz"},
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
			want := mapping.PersonName{First: tt.first, Last: tt.last}
			name := mapping.ParsePersonName(tt.full)
			if name != want {
				t.Fatalf("got %+v; want %+v", name, want)
			}
			if again := mapping.ParsePersonName(name.String()); again != want {
				t.Errorf("joined and split again: got %+v", again)
			}
		})
	}
}

func TestEmailAddress(t *testing.T) {
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
			if got, ok := mapping.EmailAddress(tt.text); got != tt.want || ok != tt.ok {
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
		{"HIRVATİSTAN", "HR", true},
		{"ISVICRE", "CH", true},
		{"isviçre", "CH", true},
		{"Belcika", "BE", true},
		{"belgique", "BE", true},
		{"Osterreich", "AT", true},
		{"Großbritannien", "GB", true},
		{"GROSSBRITANNIEN", "GB", true},
		{"Groot Brittannië", "GB", true},
		{"États-Unis", "US", true},
		{"Etats Unis", "US", true},
		{"U.S.A.", "", false},
		{"usa", "US", true},
		{"IJsland", "IS", true},
		{"Mexique", "MX", true},
		{"Oostenrijk", "AT", true},
		{"autriche", "AT", true},
		{"Avusturya", "AT", true},
		{"Austria", "AT", true},
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
			if got, ok := mapping.CountryCode(tt.text); got != tt.want || ok != tt.ok {
				t.Errorf("got %q, %t; want %q, %t", got, ok, tt.want, tt.ok)
			}
		})
	}
}

// FuzzParsePersonName: no word of a name is lost.
func FuzzParsePersonName(f *testing.F) {
	for _, full := range []string{"Anna van der Berg", "Berg, Anna van der", "Ahmet Kara Oğlu", ",", "a,b,c", "van"} {
		f.Add(full)
	}
	f.Fuzz(func(t *testing.T, full string) {
		name := mapping.ParsePersonName(full)
		count := func(s string) int { return len(strings.Fields(strings.ReplaceAll(s, ",", " "))) }
		if got, want := count(name.First)+count(name.Last), count(full); got != want {
			t.Errorf("%q has %d words, %+v has %d", full, want, name, got)
		}
	})
}

func FuzzEmailAddress(f *testing.F) {
	for _, text := range []string{"ada@example.org", " A@B.C ", "@", "a@b", "a@-b.c", "ß@ß.ß", "a@b.\xff"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		address, ok := mapping.EmailAddress(text)
		if again, fine := mapping.EmailAddress(address); ok && (!fine || again != address) {
			t.Errorf("%q gives %q, and that gives %q, %t", text, address, again, fine)
		}
	})
}

func FuzzCountryCode(f *testing.F) {
	for _, text := range []string{"NL", "nld", "Türkiye", ";", "=", "AT;", "İngiltere"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		code, ok := mapping.CountryCode(text)
		if again, fine := mapping.CountryCode(code); ok && (!fine || again != code) {
			t.Errorf("%q gives %q, and that gives %q, %t", text, code, again, fine)
		}
	})
}
