package mapping_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

// forms has each text form once, as Transform.Name writes it.
func forms() []string {
	return []string{
		"Trim", "Collapse", "Slug", "Upper", "Upper(Turkish)", "Lower", "Lower(Turkish)", "Title", "Title(Turkish)",
		`Replace("a, b","\"")`, `Prefix("NL")`, `Suffix(" kg")`, "Shorten(40)", "HTMLToText", "TextToHTML", "ToText",
		`MatchPattern("^[0-9]+$")`, `ReplacePattern("[^0-9]","")`, `ExtractPattern("\\((.*)\\)")`,
		`Split(",")`, `JoinList(", ")`, "Coalesce", `OnlyNamed("Colour","Size")`, "OnlyNamed()", `Member("street")`, `Template("{name} ({sku})")`,
		"ParseNumber(',')", "ParseNumber(',','.')", `ParseNumber('.','\'')`, `ParseNumber(',','\u202f')`,
		"Round(2)", "Round(-1,HalfEven)", "Round(0,AwayFromZero)", "Round(0,TowardsZero)", "Round(0,Ceiling)", "Round(0,Floor)",
		"Multiply(0.01)", "Percent(-12.5)", "AddVAT(21)", "RemoveVAT(5.5,4)", `ConvertUnit("g","kg")`,
		`ParseTime("2006-01-02 15:04","Europe/Amsterdam")`, `FormatTime("02.01.2006","UTC")`, "GTIN", "GTIN(13)",
		"SplitName", "JoinName", "SplitStreet", "JoinStreet", "ToEmail", "ToCountryCode",
	}
}

func TestParseTransform(t *testing.T) {
	t.Parallel()
	for _, form := range forms() {
		got, err := mapping.ParseTransform(form)
		if err != nil || got.Name != form {
			t.Errorf("%s is read as %q, %v", form, got.Name, err)
		}
	}
	for _, c := range mapping.Constructors() {
		if !slices.ContainsFunc(forms(), func(form string) bool { return form == c.Name || strings.HasPrefix(form, c.Name+"(") }) {
			t.Errorf("no text form of %s is tested", c.Form())
		}
	}
}

func TestParseTransformIsTolerant(t *testing.T) {
	t.Parallel()
	for form, want := range map[string]string{
		" Trim ": "Trim", "Trim()": "Trim", "Round( 2 , HalfUp )": "Round(2)", "Round (2)": "Round(2)",
		"ConvertUnit(g, kg)": `ConvertUnit("g","kg")`, `Upper("Turkish")`: "Upper(Turkish)",
		"Replace('and', 'en')": `Replace("and","en")`, "Replace(`\\`, '/')": `Replace("\\","/")`,
		`ParseNumber(",", ".")`: "ParseNumber(',','.')", "Multiply(1.50)": "Multiply(1.5)",
	} {
		if got, err := mapping.ParseTransform(form); err != nil || got.Name != want {
			t.Errorf("%s is read as %q, %v, want %q", form, got.Name, err, want)
		}
	}
}

func TestParseTransformRefuses(t *testing.T) {
	t.Parallel()
	for form, want := range map[string]string{
		"":                             "not of the form",
		"(2)":                          "not of the form",
		"Trim(":                        "not of the form",
		"Trim)":                        "not of the form",
		"Round(2":                      "not of the form",
		"Round(2) x":                   "not of the form",
		"Round(2,)":                    "not of the form",
		"Round(,2)":                    "not of the form",
		"Round((2))":                   "not of the form",
		"Trim, Upper":                  "not of the form",
		`Replace("a)`:                  "closing quote",
		`Replace("\q","a")`:            "closing quote",
		"Trin":                         `there is no transform "Trin"`,
		"trim":                         `did you mean "Trim"?`,
		"Trim(1)":                      `"1" is too much: write Trim`,
		"Round":                        "a whole number is missing: write Round(scale, rounding?)",
		"Round(x)":                     `"x" is no whole number`,
		`Round("2")`:                   `"2" is no whole number`,
		"Round(99999999999)":           "no whole number of usual size",
		"Round(2,HalfUpp)":             `did you mean "HalfUp"?`,
		"Round(2,HalfUp,Floor)":        "one way to round",
		"Round(31)":                    "between -30 and 30",
		"Multiply(1e9999)":             "no number",
		"Multiply(x)":                  "no number",
		"ParseNumber(',.')":            "not one character",
		"ParseNumber(',',',')":         "must differ",
		"ParseNumber('1')":             "neither digits nor signs",
		"Upper(Turkisch)":              `did you mean "Turkish"?`,
		"Replace('','x')":              "no text to replace",
		"Split('')":                    "no separator",
		"Shorten(-1)":                  "no length",
		"MatchPattern('[')":            "cannot be read",
		"Template('{a')":               "bracket",
		"Template('a}')":               "bracket",
		"Template('{}')":               "bracket",
		"Template('{a{b}')":            "bracket",
		"Template('a')":                "names no value",
		"AddVAT(-1)":                   "percentage",
		"RemoveVAT(-100,2)":            "percentage",
		"RemoveVAT(21,-1)":             "between 0 and 30",
		"ConvertUnit(g,m)":             "g is a weight and m a length",
		"ConvertUnit(gr,kg)":           `there is no unit "gr"`,
		"ConvertUnit(g,pound)":         "use one of cm, g, in",
		"GTIN(11)":                     "8, 12, 13 or 14",
		"ParseTime('yyyy','UTC')":      "no part of a time",
		"ParseTime('2006','')":         "zone",
		"FormatTime('2006','Local')":   "zone",
		"FormatTime('2006','Mars/Ab')": "not known",
		`Lookup("brands",Omit)`:        `there is no transform "Lookup"`,
	} {
		_, err := mapping.ParseTransform(form)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v does not say %q", form, err, want)
		}
	}
}

func TestOwnTransforms(t *testing.T) {
	t.Parallel()
	shout := mapping.Transform{Name: "Shout", Takes: mapping.KindText, Func: func(v mapping.Value) (mapping.Value, error) {
		return text(v.Reveal() + "!"), nil
	}}
	trim := shout
	trim.Name = "Trim"
	for _, own := range []mapping.Transform{shout, trim} {
		got, err := mapping.ParseTransform(own.Name, own.Constructor())
		if err != nil {
			t.Fatal(err)
		}
		if v, err := got.Func(text("a")); err != nil || v.Reveal() != "a!" {
			t.Errorf("%s gives %q, %v", own.Name, v.Reveal(), err)
		}
	}
	never := mapping.Constructor{Name: "Never", Args: "n", Make: func(a *mapping.Args) mapping.Transform {
		return mapping.Transform{Name: "Never", Err: fmt.Errorf("%d is wrong", a.Int())}
	}}
	if _, err := mapping.ParseTransform("Never(7)", never); err == nil || !strings.Contains(err.Error(), "7 is wrong") {
		t.Errorf("got %v", err)
	}
}

func TestArgsValue(t *testing.T) {
	t.Parallel()
	var got []mapping.Value
	collect := mapping.Constructor{Name: "collect", Args: "values", Make: func(a *mapping.Args) mapping.Transform {
		for a.More() {
			got = append(got, a.Value())
		}
		return mapping.Trim()
	}}
	if _, err := mapping.ParseTransform(`collect("1", 1.50, true, red, 12e3, "")`, collect); err != nil {
		t.Fatal(err)
	}
	want := mapping.List(text("1"), number("1.5"), mapping.Bool(true), text("red"), text("12e3"), text(""))
	if all := mapping.List(got...); !all.Equal(want) || got[0].Kind() != mapping.KindText || got[1].Kind() != mapping.KindNumber {
		t.Errorf("got %s, want %s", all.Reveal(), want.Reveal())
	}
}

// A transform with a wrong parameter is found before the first record.
func TestInvalidTransformIsReported(t *testing.T) {
	t.Parallel()
	s := fields(mapping.KindText, "f")
	for _, rule := range []mapping.Rule{
		mapping.To("f").From("f").Transform(mapping.MatchPattern("[")),
		mapping.To("f").If(mapping.Otherwise(), mapping.FromTemplate("{")),
		mapping.To("f").If(mapping.Otherwise(), mapping.Rates{"a": decimal.NewFromInt(-1)}.AddVAT("f", "f")),
		mapping.To("f").If(mapping.Otherwise(), mapping.Rates{"a": decimal.Zero, "A ": decimal.Zero}.AddVAT("f", "f")),
	} {
		_, err := mapping.New(mapping.Definition{Name: "x", Rules: []mapping.Rule{rule.Policy(mapping.Always)}}, s, key())
		if err == nil || !strings.Contains(err.Error(), "correct its parameters") {
			t.Errorf("got %v", err)
		}
	}
}

// FuzzParseTransform: what is read is written in a form that is read the same.
func FuzzParseTransform(f *testing.F) {
	for _, form := range forms() {
		f.Add(form)
	}
	for _, form := range []string{"Round(", "Replace('a','b'", `Prefix("\xff")`, "Multiply(1e900)", "ParseNumber('\"')", "X('')"} {
		f.Add(form)
	}
	f.Fuzz(func(t *testing.T, form string) {
		got, err := mapping.ParseTransform(form)
		if err != nil {
			return
		}
		again, err := mapping.ParseTransform(got.Name)
		if err != nil || again.Name != got.Name {
			t.Errorf("%q is written as %q and read as %q, %v", form, got.Name, again.Name, err)
		}
	})
}

// FuzzTransforms puts any text through every transform: nothing panics, each keeps
// to the kind that it declares, and no error shows the text.
func FuzzTransforms(f *testing.F) {
	for _, s := range []string{
		"", " ", "1.234,50", "4006381333931", "2026-03-29 02:30", "Rue de la Paix 5 bis", "12 bis rue", "van der Berg", "a@b.nl",
		"\xff\xcc", "a\x00b", "İıß", "e\u0301", "<p>&nbsp;</p>", "a,b,,c", strings.Repeat("9", 300),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, form := range forms() {
			transform, err := mapping.ParseTransform(form)
			if err != nil {
				t.Fatal(err)
			}
			for _, in := range valuesOf(s) {
				out, err := transform.Func(in)
				if err != nil {
					if len(s) > 8 && strings.Contains(err.Error(), s) {
						t.Errorf("%s: the error %q shows the text", form, err)
					}
					continue
				}
				want := transform.Result
				if want == mapping.KindAbsent {
					want = in.Kind()
				}
				if k := out.Kind(); k != want && want != mapping.KindAny && !out.IsAbsent() {
					t.Errorf("%s of a %s gives a %s", form, in.Kind(), k)
				}
			}
		}
	})
}

// valuesOf has a value of each kind that a transform takes.
func valuesOf(s string) []mapping.Value {
	object := []mapping.Pair{
		{Name: "first", Value: text(s)}, {Name: "last", Value: text(s)}, {Name: "street", Value: text(s)},
		{Name: "number", Value: mapping.Int(int64(len(s)))}, {Name: "name", Value: text(s)}, {Name: "sku", Value: text(s)},
	}
	all := []mapping.Value{
		text(s), mapping.Texts(strings.Split(s, ",")...), mapping.Object(object...), mapping.Bool(true), mapping.Null(),
		mapping.Int(int64(len(s))),
	}
	if v, err := mapping.ParseNumber('.', 0).Func(text(s)); err == nil {
		all = append(all, v)
	}
	return all
}
