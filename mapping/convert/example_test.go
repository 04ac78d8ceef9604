package convert_test

import (
	"fmt"

	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/convert"
)

// show prints what a transform makes of a text.
func show(t mapping.Transform, text string) {
	out, err := t.Func(mapping.Text(text))
	if err != nil {
		fmt.Printf("%s: %v\n", t.Name, err)
		return
	}
	fmt.Printf("%s: %s\n", t.Name, out.Reveal())
}

func ExampleToISO2() {
	show(convert.ToISO2("pl", "es"), "Holandia")
	show(convert.ToISO2("pl", "es"), "Países Bajos")
	// Output:
	// ToISO2("pl","es"): NL
	// ToISO2("pl","es"): NL
}

func ExampleToISO3() {
	show(convert.ToISO3(), "Türkiye")
	// Output:
	// ToISO3: TUR
}

func ExampleCountryName() {
	show(convert.CountryName("tr"), "DE")
	// Output:
	// CountryName("tr"): Almanya
}

func ExamplePhone() {
	show(convert.Phone("NL"), "06 - 12 34 56 78")
	show(convert.Phone("NL"), "call after six")
	// Output:
	// Phone("NL"): +31612345678
	// Phone("NL"): the text is no telephone number
}

func ExampleSanitizeHTML() {
	show(convert.SanitizeHTML(), `<p onclick="run()">Green <b>tea</b></p><script>run()</script>`)
	// Output:
	// SanitizeHTML: <p>Green <b>tea</b></p>
}

func ExampleVATNumber() {
	show(convert.VATNumber("NL"), "0044.95.445.B01")
	show(convert.VATNumber("NL"), "DE 136 695 976")
	show(convert.VATNumber("NL"), "0044.95.446.B01")
	// Output:
	// VATNumber("NL"): NL004495445B01
	// VATNumber("NL"): DE136695976
	// VATNumber("NL"): the text is no VAT number of the EU: form or check digits are wrong
}

func ExampleConstructors() {
	t, err := mapping.ParseTransform("Phone(NL)", convert.Constructors()...)
	fmt.Println(t.Name, err)
	// Output:
	// Phone("NL") <nil>
}
