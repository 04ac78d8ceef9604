package convert_test

import (
	"strings"
	"testing"

	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/convert"
)

// refused stands for an error.
const refused = "\x00refused"

func apply(t testing.TB, form, in string) string {
	t.Helper()
	transform, err := mapping.ParseTransform(form, convert.Constructors()...)
	if err != nil {
		t.Fatal(err)
	}
	return run(t, transform, in)
}

func run(t testing.TB, transform mapping.Transform, in string) string {
	t.Helper()
	out, err := transform.Func(mapping.Text(in))
	if err != nil {
		if len(in) > 8 && strings.Contains(err.Error(), in) {
			t.Errorf("%s: the error %q shows the text", transform.Name, err)
		}
		return refused
	}
	return out.Reveal()
}

func TestTransforms(t *testing.T) {
	t.Parallel()
	rows := []struct{ form, in, want string }{
		{"ToISO2", "nld", "NL"},
		{"ToISO2", " Türkiye ", "TR"},
		{"ToISO2", "Holandia", refused},
		{"ToISO2(pl,es)", "holandia", "NL"},
		{"ToISO2(pl,es)", "Países  Bajos", "NL"},
		{"ToISO2(ar)", "ألمانيا", "DE"},
		{"ToISO2(pl)", "Atlantyda", refused},
		{"ToISO2(pl)", "", refused},
		{"ToISO2(pl)", "528", refused},
		{"ToISO3", "NL", "NLD"},
		{"ToISO3", "UK", "GBR"},
		{"ToISO3", "XK", "XKX"},
		{"ToISO3(pl)", "Turcja", "TUR"},
		{"CountryName(nl)", "TR", "Turkije"},
		{"CountryName(tr)", "deu", "Almanya"},
		{"CountryName(nl)", "XX", refused},
		{"Phone(NL)", "06 12345678", "+31612345678"},
		{"Phone(NL)", "020-123 45 67", "+31201234567"},
		{"Phone(NL)", "0031612345678", "+31612345678"},
		{"Phone(NL)", "+49 (30) 901820", "+4930901820"},
		{"Phone(TR)", "0532 123 45 67", "+905321234567"},
		{"Phone(DE)", "030 901820", "+4930901820"},
		{"Phone(NL)", "06 twaalf", refused},
		{"Phone(NL)", "0612345678 (work)", refused},
		{"Phone(NL)", "0612345678 ext 3", refused},
		{"Phone(NL)", "0612345678 / 0612345679", refused},
		{"Phone(NL)", "12", refused},
		{"Phone(NL)", "", refused},
		{"Phone(NL)", strings.Repeat("9", 300), refused},
		{"SanitizeHTML", `<p onclick="x()">Hi <b>you</b></p><script>x()</script>`, "<p>Hi <b>you</b></p>"},
		{"SanitizeHTML", `<a href="javascript:x()">a</a>`, "a"},
		{"SanitizeHTML", `<a href="https://example.org">a</a>`, `<a href="https://example.org" rel="nofollow">a</a>`},
		{"SanitizeHTML", `<img src="https://example.org/a.png" onerror="x()">`, `<img src="https://example.org/a.png">`},
		{"SanitizeHTML", `<iframe src="x"></iframe><style>p{}</style><form><input></form>`, ""},
		{"SanitizeHTML", `<table><tr><td>1</td></tr></table>`, `<table><tr><td>1</td></tr></table>`},
		{"SanitizeHTML", "1 < 2 & 3", "1 &lt; 2 &amp; 3"},
		{"VATNumber(NL)", "004495445 b01", "NL004495445B01"},
		{"VATNumber(NL)", "NL 0044.95.445.B01", "NL004495445B01"},
		{"VATNumber(NL)", "DE 136 695 976", "DE136695976"},
		{"VATNumber('')", "GR094259216", "EL094259216"},
		{"VATNumber('')", "004495445B01", refused},
		{"VATNumber(NL)", "NL004495446B01", refused},
		{"VATNumber(NL)", "FRANS", refused},
		{"VATNumber(NL)", "", refused},
		{"VATNumber(NL)", "NL", refused},
	}
	for _, row := range rows {
		if got := apply(t, row.form, row.in); got != row.want {
			t.Errorf("%s of %q = %q, want %q", row.form, row.in, got, row.want)
		}
	}
}

// TestCountriesInManyLanguages: one country in each way that people write it.
func TestCountriesInManyLanguages(t *testing.T) {
	t.Parallel()
	rows := map[string][]string{
		"EG": {"EG", "eg", "EGY", " egy ", "Egypte", "EGYPTE", "Mısır", "MISIR", "Ägypten", "ägypten", "Égypte", "Egypt"},
		"HR": {"HR", "HRV", "Kroatië", "Hırvatistan", "HIRVATİSTAN", "Kroatien", "Croatie", "Croatia"},
		"DE": {"de", "DEU", "Duitsland", "Almanya", "Deutschland", "Allemagne", "Germany"},
		"CI": {"CI", "CIV", "Ivoorkust", "Fildişi Sahili", "Côte d’Ivoire"},
	}
	for want, names := range rows {
		for _, name := range names {
			if got := apply(t, "ToISO2(nl,tr,de,fr,en)", name); got != want {
				t.Errorf("%q is %q, want %s", name, got, want)
			}
		}
	}
	for _, name := range []string{"", " ", "E", "EGX", "818", "Atlantis", "EG;", "Égyptes"} {
		if got := apply(t, "ToISO2(nl,tr,de,fr,en)", name); got != refused {
			t.Errorf("%q is %q, want it refused", name, got)
		}
	}
}

func TestTransformsTakeTexts(t *testing.T) {
	t.Parallel()
	for _, transform := range []mapping.Transform{
		convert.ToISO2(), convert.ToISO3(), convert.CountryName("nl"), convert.Phone("NL"), convert.SanitizeHTML(), convert.VATNumber(""),
	} {
		if _, err := transform.Func(mapping.Int(1)); err == nil {
			t.Errorf("%s takes a number", transform.Name)
		}
	}
}

func TestTextForms(t *testing.T) {
	t.Parallel()
	for _, form := range []string{
		"ToISO2", `ToISO2("pl","es")`, `ToISO3("pl")`, `CountryName("nl")`, `Phone("NL")`, "SanitizeHTML", `VATNumber("")`, `VATNumber("NL")`,
	} {
		got, err := mapping.ParseTransform(form, convert.Constructors()...)
		if err != nil || got.Name != form {
			t.Errorf("%s is read as %q, %v", form, got.Name, err)
		}
	}
	for form, want := range map[string]string{
		"ToISO2(dutch)":     "no tag of a language",
		"CountryName(12)":   "no tag of a language",
		"CountryName(kmr)":  "no names of countries",
		"Phone(XX)":         "no country",
		"Phone(nl)":         "no country",
		"Phone":             "is missing: write Phone(country)",
		"VATNumber(US)":     "no prefix",
		"SanitizeHTML(all)": "too much",
	} {
		_, err := mapping.ParseTransform(form, convert.Constructors()...)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v does not say %q", form, err, want)
		}
	}
}

// FuzzTransforms: what was made is made again, and nobody panics.
func FuzzTransforms(f *testing.F) {
	for _, s := range []string{
		"", "NL", "Holandia", "06 12345678", "+49 30 901820", "<p onclick=x>y</p>", "<svg><a href=javascript:x>", "NL004495445B01",
		"ESX2482300W", "IE8D79739I", "\xff\x00", "&lt;script&gt;", "<<p>", "１２３", "<table><td><style>",
	} {
		f.Add(s)
	}
	name := convert.CountryName("nl")
	stable := []mapping.Transform{convert.ToISO2("pl"), convert.ToISO3("pl"), convert.Phone("NL"), convert.VATNumber("NL")}
	sanitize := convert.SanitizeHTML()
	f.Fuzz(func(t *testing.T, s string) {
		for _, transform := range stable {
			if made := run(t, transform, s); made != refused && run(t, transform, made) != made {
				t.Errorf("%s of %q is %q, and of that %q", transform.Name, s, made, run(t, transform, made))
			}
		}
		if made := run(t, name, s); made != refused && run(t, convert.ToISO2("nl"), made) != run(t, convert.ToISO2(), s) {
			t.Errorf("%q is %q, which is another country", s, made)
		}
		clean := strings.ToLower(run(t, sanitize, s))
		for _, bad := range []string{"<script", "<iframe", "<style", "<form", "<svg"} {
			if strings.Contains(clean, bad) {
				t.Errorf("%q is left of %q", clean, s)
			}
		}
	})
}
