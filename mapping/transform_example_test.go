package mapping_test

import (
	"fmt"
	"time"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

// showTransform prints what a transform makes of a value.
func showTransform(t mapping.Transform, v mapping.Value) {
	out, err := t.Func(v)
	if err != nil {
		fmt.Printf("%s: %v\n", t.Name, err)
		return
	}
	fmt.Printf("%s: %s\n", t.Name, out.Reveal())
}

func ExampleTrim() {
	showTransform(mapping.Trim(), mapping.Text("  Green tea "))
	// Output:
	// Trim: Green tea
}

func ExampleCollapse() {
	showTransform(mapping.Collapse(), mapping.Text("Green \n tea"))
	// Output:
	// Collapse: Green tea
}

func ExampleUpper() {
	showTransform(mapping.Upper(), mapping.Text("diş"))
	showTransform(mapping.Upper(mapping.Turkish), mapping.Text("diş"))
	// Output:
	// Upper: DIŞ
	// Upper(Turkish): DİŞ
}

func ExampleLower() {
	showTransform(mapping.Lower(), mapping.Text("TEA"))
	showTransform(mapping.Lower(mapping.Turkish), mapping.Text("IŞIK"))
	// Output:
	// Lower: tea
	// Lower(Turkish): ışık
}

func ExampleTitle() {
	showTransform(mapping.Title(), mapping.Text("GREEN TEA"))
	showTransform(mapping.Title(mapping.Turkish), mapping.Text("izmir"))
	// Output:
	// Title: Green Tea
	// Title(Turkish): İzmir
}

func ExampleReplace() {
	showTransform(mapping.Replace("/", "-"), mapping.Text("2026/01/31"))
	// Output:
	// Replace("/","-"): 2026-01-31
}

func ExamplePrefix() {
	showTransform(mapping.Prefix("NL-"), mapping.Text("1000"))
	// Output:
	// Prefix("NL-"): NL-1000
}

func ExampleSuffix() {
	showTransform(mapping.Suffix(" kg"), mapping.Text("5"))
	// Output:
	// Suffix(" kg"): 5 kg
}

func ExampleShorten() {
	showTransform(mapping.Shorten(5), mapping.Text("Crème brûlée"))
	// Output:
	// Shorten(5): Crème
}

func ExampleSlug() {
	showTransform(mapping.Slug(), mapping.Text("Crème Brûlée & Thé"))
	// Output:
	// Slug: creme-brulee-the
}

func ExampleHTMLToText() {
	showTransform(mapping.HTMLToText(), mapping.Text("<p>Salt &amp; pepper</p><script>x()</script>"))
	// Output:
	// HTMLToText: Salt & pepper
}

func ExampleTextToHTML() {
	showTransform(mapping.TextToHTML(), mapping.Text("Salt & pepper\n500 g"))
	// Output:
	// TextToHTML: Salt &amp; pepper<br>500 g
}

func ExampleToText() {
	showTransform(mapping.ToText(), mapping.Number(decimal.RequireFromString("12.50")))
	// Output:
	// ToText: 12.5
}

func ExampleMatchPattern() {
	showTransform(mapping.MatchPattern("(?i)organic"), mapping.Text("Tea, Organic"))
	// Output:
	// MatchPattern("(?i)organic"): true
}

func ExampleReplacePattern() {
	showTransform(mapping.ReplacePattern("[^0-9]", ""), mapping.Text("06-12 34 56 78"))
	// Output:
	// ReplacePattern("[^0-9]",""): 0612345678
}

func ExampleExtractPattern() {
	showTransform(mapping.ExtractPattern("([0-9]+) g"), mapping.Text("Tea, 250 g"))
	// Output:
	// ExtractPattern("([0-9]+) g"): 250
}

func ExampleSplit() {
	showTransform(mapping.Split(","), mapping.Text("red, green, ,blue"))
	// Output:
	// Split(","): [red, green, blue]
}

func ExampleJoinList() {
	showTransform(mapping.JoinList(" / "), mapping.Texts("red", "green"))
	// Output:
	// JoinList(" / "): red / green
}

func ExampleOnlyNamed() {
	option := func(name, value string) mapping.Value {
		return mapping.Object(mapping.Pair{Name: "name", Value: mapping.Text(name)}, mapping.Pair{Name: "value", Value: mapping.Text(value)})
	}
	showTransform(mapping.OnlyNamed("colour", "Size"), mapping.List(option("Colour", "red"), option("Origin", "NL")))
	// Output:
	// OnlyNamed("colour","Size"): [{name: Colour, value: red}]
}

func ExampleCoalesce() {
	showTransform(mapping.Coalesce(), mapping.Texts("", "green", "blue"))
	// Output:
	// Coalesce: green
}

func ExampleMember() {
	showTransform(mapping.Member("city"), mapping.Object(mapping.Pair{Name: "city", Value: mapping.Text("Delft")}))
	// Output:
	// Member("city"): Delft
}

func ExampleTemplate() {
	article := mapping.Object(
		mapping.Pair{Name: "name", Value: mapping.Text("Green tea")},
		mapping.Pair{Name: "sku", Value: mapping.Text("T1")},
	)
	showTransform(mapping.Template("{name} ({sku})"), article)
	// Output:
	// Template("{name} ({sku})"): Green tea (T1)
}

// A template over the fields of the record.
func ExampleFromTemplate() {
	rule := mapping.To("title").
		If(mapping.Filled("sku"), mapping.FromTemplate("{name} ({sku})")).
		If(mapping.Otherwise(), mapping.Path("name")).
		Policy(mapping.UnlessEdited())
	fmt.Println(rule.Field())
	// Output:
	// title
}

// Prices without VAT become prices with VAT by the tax class of the article.
func ExampleRates() {
	rates := mapping.Rates{"high": decimal.NewFromInt(21), "low": decimal.NewFromInt(9)}
	rule := mapping.To("price").
		If(mapping.Otherwise(), rates.AddVAT("price_net", "tax_class")).
		Policy(mapping.Always)
	fmt.Println(rule.Field(), rates)
	// Output:
	// price {"high":21,"low":9}
}

// A table that is read before the pass.
func ExampleTables() {
	tables := mapping.Tables{"brands": {"7": mapping.Text("Acme"), "9": mapping.Text("Apex")}}
	showTransform(tables.Lookup("brands", mapping.UnmappedFail()), mapping.Int(7))

	fromFile, err := mapping.ParseTransform(`Lookup("brands",Omit)`, tables.Constructor())
	if err != nil {
		fmt.Println(err)
		return
	}
	showTransform(fromFile, mapping.Int(9))
	// Output:
	// Lookup("brands",Fail): Acme
	// Lookup("brands",Omit): Apex
}

// The text form of a transform is its name.
func ExampleParseTransform() {
	t, err := mapping.ParseTransform("Replace('/', '-')")
	fmt.Println(t.Name, err)

	_, err = mapping.ParseTransform("Round(x)")
	fmt.Println(err)
	_, err = mapping.ParseTransform("round(2)")
	fmt.Println(err)
	// Output:
	// Replace("/","-") <nil>
	// the transform Round(x) cannot be read: "x" is no whole number of usual size: write Round(scale, rounding?)
	// there is no transform "round": did you mean "Round"?
}

func ExampleParseNumber() {
	showTransform(mapping.ParseNumber(',', '.'), mapping.Text("1.234,50"))
	showTransform(mapping.ParseNumber(',', '.'), mapping.Text("1.23"))
	// Output:
	// ParseNumber(',','.'): 1234.5
	// ParseNumber(',','.'): the text is no number in the declared format
}

func ExampleRound() {
	showTransform(mapping.Round(2), mapping.Number(decimal.RequireFromString("2.345")))
	showTransform(mapping.Round(2, mapping.HalfEven), mapping.Number(decimal.RequireFromString("2.345")))
	// Output:
	// Round(2): 2.35
	// Round(2,HalfEven): 2.34
}

func ExampleMultiply() {
	showTransform(mapping.Multiply(decimal.NewFromInt(100)), mapping.Number(decimal.RequireFromString("12.5")))
	// Output:
	// Multiply(100): 1250
}

func ExamplePercent() {
	showTransform(mapping.Percent(decimal.NewFromInt(110)), mapping.Number(decimal.RequireFromString("9.99")))
	// Output:
	// Percent(110): 10.989
}

func ExampleAddVAT() {
	showTransform(mapping.AddVAT(decimal.NewFromInt(21)), mapping.Int(10))
	// Output:
	// AddVAT(21): 12.1
}

func ExampleRemoveVAT() {
	showTransform(mapping.RemoveVAT(decimal.NewFromInt(21), 4), mapping.Number(decimal.RequireFromString("9.99")))
	// Output:
	// RemoveVAT(21,4): 8.2562
}

func ExampleConvertUnit() {
	showTransform(mapping.ConvertUnit("g", "kg"), mapping.Int(250))
	showTransform(mapping.ConvertUnit("in", "cm"), mapping.Int(10))
	// Output:
	// ConvertUnit("g","kg"): 0.25
	// ConvertUnit("in","cm"): 25.4
}

func ExampleParseTime() {
	showTransform(mapping.ParseTime("02-01-2006 15:04", "Europe/Amsterdam"), mapping.Text("31-07-2026 12:00"))
	// Output:
	// ParseTime("02-01-2006 15:04","Europe/Amsterdam"): 2026-07-31T10:00:00Z
}

func ExampleFormatTime() {
	showTransform(mapping.FormatTime("02.01.2006", "Europe/Istanbul"), mapping.Instant(time.Date(2026, 12, 31, 22, 0, 0, 0, time.UTC)))
	// Output:
	// FormatTime("02.01.2006","Europe/Istanbul"): 01.01.2027
}

func ExampleGTIN() {
	showTransform(mapping.GTIN(13), mapping.Text("0 36000 29145 2"))
	showTransform(mapping.GTIN(), mapping.Text("4006381333932"))
	// Output:
	// GTIN(13): 0036000291452
	// GTIN: the check digit of the GTIN is wrong
}

func ExampleSplitName() {
	showTransform(mapping.SplitName(), mapping.Text("Anna van der Berg"))
	showTransform(mapping.SplitName(), mapping.Text("Şükrü Öz"))
	// Output:
	// SplitName: {first: Anna, last: van der Berg}
	// SplitName: {first: Şükrü, last: Öz}
}

func ExampleJoinName() {
	showTransform(mapping.JoinName(), mapping.Object(
		mapping.Pair{Name: "first", Value: mapping.Text("Anna")},
		mapping.Pair{Name: "last", Value: mapping.Text("van der Berg")},
	))
	// Output:
	// JoinName: Anna van der Berg
}

func ExampleSplitStreet() {
	showTransform(mapping.SplitStreet(), mapping.Text("Dorpsstraat 12a-3"))
	showTransform(mapping.SplitStreet(), mapping.Text("12 rue Victor Hugo"))
	showTransform(mapping.SplitStreet(), mapping.Text("Atatürk Cad. No:12 D:4"))
	showTransform(mapping.SplitStreet(), mapping.Text("Gebouw De Haven"))
	// Output:
	// SplitStreet: {street: Dorpsstraat, number: 12, suffix: a-3}
	// SplitStreet: {street: rue Victor Hugo, number: 12, number_first: true}
	// SplitStreet: {street: Atatürk Cad., number: 12, suffix: D:4}
	// SplitStreet: {line: Gebouw De Haven}
}

func ExampleJoinStreet() {
	showTransform(mapping.JoinStreet(), mapping.Object(
		mapping.Pair{Name: "street", Value: mapping.Text("Hauptstr.")},
		mapping.Pair{Name: "number", Value: mapping.Int(7)},
		mapping.Pair{Name: "suffix", Value: mapping.Text("-9")},
	))
	// Output:
	// JoinStreet: Hauptstr. 7-9
}

func ExampleToEmail() {
	showTransform(mapping.ToEmail(), mapping.Text(" Ada@Example.org "))
	// Output:
	// ToEmail: ada@example.org
}

func ExampleToCountryCode() {
	showTransform(mapping.ToCountryCode(), mapping.Text("Türkiye"))
	showTransform(mapping.ToCountryCode(), mapping.Text("nld"))
	// Output:
	// ToCountryCode: TR
	// ToCountryCode: NL
}
