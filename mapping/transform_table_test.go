package mapping_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

// refused stands for an error, nothing for an absent value.
const refused, nothing = "\x00refused", "\x00nothing"

func object(pairs ...string) mapping.Value {
	var all []mapping.Pair
	for i := 0; i < len(pairs); i += 2 {
		all = append(all, mapping.Pair{Name: pairs[i], Value: text(pairs[i+1])})
	}
	return mapping.Object(all...)
}

// apply runs a text form over a value.
func apply(t testing.TB, form string, v mapping.Value) string {
	t.Helper()
	transform, err := mapping.ParseTransform(form)
	if err != nil {
		t.Fatal(err)
	}
	out, err := transform.Func(v)
	switch {
	case err != nil:
		return refused
	case out.IsAbsent():
		return nothing
	default:
		return out.Reveal()
	}
}

func TestTextTransforms(t *testing.T) {
	t.Parallel()
	rows := []struct{ form, in, want string }{
		{"Trim", " a ", "a"},
		{"Collapse", " a \n b ", "a b"},
		{"Upper", "aäi", "AÄI"},
		{"Upper(Turkish)", "ışık diş", "IŞIK DİŞ"},
		{"Lower", "AÄI", "aäi"},
		{"Lower(Turkish)", "IŞIK DİŞ", "ışık diş"},
		{"Title", "JEAN-PAUL van DER berg", "Jean-Paul Van Der Berg"},
		{"Title", "ǆ x", "ǅ X"},
		{"Title(Turkish)", "İSTANBUL ılgın izmir", "İstanbul Ilgın İzmir"},
		{"Replace('/','-')", "a/b/c", "a-b-c"},
		{"Prefix(NL)", "1", "NL1"},
		{"Suffix(' kg')", "1", "1 kg"},
		{"Shorten(2)", "äöü", "äö"},
		{"Shorten(0)", "ä", ""},
		{"Slug", "  Crème Brûlée & Co. ", "creme-brulee-co"},
		{"Slug", "Şükrü's IŞIĞI — ñandú/ß/Æ/Øl/Łódź", "sukrus-isigi-nandu-ss-ae-ol-lodz"},
		{"Slug", "cafe\u0301", "cafe"},
		{"Slug", "Чай 100", "чаи-100"},
		{"Slug", "--", ""},
		{"TextToHTML", "a < b\r\nc", "a &lt; b<br>c"},
		{"HTMLToText", "<p>Hello&nbsp;<b>you</b></p><p>a &lt; b<br/>2 < 3</p>", "Hello you\n\na < b\n2 < 3"},
		{"HTMLToText", "<ul><li>one</li><li>two</li></ul>", "one\n\ntwo"},
		{"HTMLToText", "a<script>if (1<2) {}</script>b<style>p{}</style>c<!-- d -->e", "abce"},
		{"HTMLToText", "a<script>never closed", "a"},
		{"HTMLToText", "a<!-- never closed", "a"},
		{"HTMLToText", `<a title="x > y">z</a> &amp;lt;`, "z &lt;"},
		{"MatchPattern('^[0-9]+$')", "123", "true"},
		{"MatchPattern('^[0-9]+$')", "12a", "false"},
		{"ReplacePattern('[^0-9]','')", "06-12 34", "061234"},
		{"ReplacePattern('(a)(b)','$2$1')", "xabx", "xbax"},
		{"ExtractPattern('[0-9]+')", "size 42 wide 7", "42"},
		{`ExtractPattern('size (\d+)')`, "size 42", "42"},
		{"ExtractPattern('x(a)?')", "x", nothing},
		{"ExtractPattern('[0-9]+')", "none", nothing},
		{"ToEmail", " Ada@Example.org", "ada@example.org"},
		{"ToEmail", "ada", refused},
		{"ToCountryCode", "Türkiye", "TR"},
		{"ToCountryCode", "Atlantis", refused},
		{"GTIN", "4006381333931", "4006381333931"},
		{"GTIN", " 4006381-333931 ", "4006381333931"},
		{"GTIN", "96385074", "96385074"},
		{"GTIN", "036000291452", "036000291452"},
		{"GTIN", "10012345678902", "10012345678902"},
		{"GTIN", "4006381333932", refused},
		{"GTIN", "40063813339", refused},
		{"GTIN", "400638133393X", refused},
		{"GTIN", "", refused},
		{"GTIN(13)", "036000291452", "0036000291452"},
		{"GTIN(13)", "96385074", "0000096385074"},
		{"GTIN(13)", "04006381333931", "4006381333931"},
		{"GTIN(13)", "10012345678902", refused},
		{"GTIN(12)", "0036000291452", "036000291452"},
		{"GTIN(8)", "4006381333931", refused},
	}
	for _, row := range rows {
		if got := apply(t, row.form, text(row.in)); got != row.want {
			t.Errorf("%s of %q = %q, want %q", row.form, row.in, got, row.want)
		}
	}
}

func TestNumberTransforms(t *testing.T) {
	t.Parallel()
	rows := []struct{ form, in, want string }{
		{"Round(2)", "1.005", "1.01"},
		{"Round(0)", "-2.5", "-3"},
		{"Round(-1)", "15", "20"},
		{"Round(0,HalfEven)", "2.5", "2"},
		{"Round(0,AwayFromZero)", "-1.1", "-2"},
		{"Round(0,TowardsZero)", "-1.9", "-1"},
		{"Round(0,Ceiling)", "-1.9", "-1"},
		{"Round(0,Floor)", "-1.1", "-2"},
		{"Multiply(1.21)", "10.05", "12.1605"},
		{"Percent(110)", "9.99", "10.989"},
		{"Percent(-12.5)", "8", "-1"},
		{"AddVAT(21)", "10.05", "12.1605"},
		{"AddVAT(0)", "10.05", "10.05"},
		{"RemoveVAT(21,4)", "12.10", "10"},
		{"RemoveVAT(21,2)", "9.99", "8.26"},
		{"RemoveVAT(21,2)", "-9.99", "-8.26"},
		{"ConvertUnit(kg,g)", "1.5", "1500"},
		{"ConvertUnit(g,kg)", "1", "0.001"},
		{"ConvertUnit(lb,g)", "1", "453.59237"},
		{"ConvertUnit(lb,oz)", "1", "16"},
		{"ConvertUnit(in,cm)", "10", "25.4"},
		{"ConvertUnit(m,mm)", "0.1", "100"},
		{"ConvertUnit(ml,l)", "330", "0.33"},
		{"ConvertUnit(G,KG)", "500", "0.5"},
		{"ConvertUnit(mm,in)", "1", "0.03937007874"},
	}
	for _, row := range rows {
		if got := apply(t, row.form, number(row.in)); got != row.want {
			t.Errorf("%s of %s = %s, want %s", row.form, row.in, got, row.want)
		}
	}
	huge := mapping.Number(decimal.New(1, 1<<20))
	for _, form := range []string{"Round(2)", "ToText", "AddVAT(21)", "ConvertUnit(g,kg)"} {
		if got := apply(t, form, huge); got != refused {
			t.Errorf("%s takes a number of a million digits", form)
		}
	}
}

func TestTransformsOfOtherKinds(t *testing.T) {
	t.Parallel()
	named := func(name string) mapping.Value {
		return mapping.Object(mapping.Pair{Name: "name", Value: text(name)})
	}
	rows := []struct {
		form string
		in   mapping.Value
		want string
	}{
		{"ToText", number("12.50"), "12.5"},
		{"ToText", mapping.Bool(true), "true"},
		{"Split(',')", text("red, ,blue ,"), "[red, blue]"},
		{"Split(',')", text(""), "[]"},
		{"JoinList(' / ')", mapping.Texts("red", "", "blue"), "red / blue"},
		{"JoinList(',')", mapping.List(mapping.Int(1), mapping.Bool(true)), "1,true"},
		{"JoinList(',')", mapping.List(), nothing},
		{"JoinList(',')", mapping.List(mapping.Texts("a")), refused},
		{"Coalesce", mapping.List(text(" "), mapping.Null(), mapping.Int(0), text("b")), "0"},
		{"Coalesce", mapping.Texts("", " "), nothing},
		{"OnlyNamed(' Colour ',Size)", mapping.List(named("SIZE"), named("Origin"), named("colour")), "[{name: SIZE}, {name: colour}]"},
		{"OnlyNamed('Kle\u0301ur')", mapping.List(named("kl\u00e9ur"), named("")), "[{name: kl\u00e9ur}]"},
		{"OnlyNamed()", mapping.List(named("Colour"), named("")), "[]"},
		{"OnlyNamed('')", mapping.List(named(" "), text("a"), mapping.Object(), object("name", "")), "[{name:  }, {name: }]"},
		{"OnlyNamed(a)", mapping.Texts("a"), "[]"},
		{"OnlyNamed(a)", text("a"), refused},
		{"Member(a)", object("a", "1"), "1"},
		{"Member(b)", object("a", "1"), nothing},
		{"Template('{name} ({ sku })')", object("name", "Tea", "sku", "T1"), "Tea (T1)"},
		{"Template('{name} ({sku})')", object("name", "Tea"), "Tea ()"},
		{"Template('{name} ({sku})')", object("name", " "), nothing},
		{"Template('{{{name}}}')", object("name", "Tea"), "{Tea}"},
		{"Template('{a}')", mapping.Object(mapping.Pair{Name: "a", Value: mapping.Texts("x")}), refused},
		{"SplitName", text("Anna van der Berg"), "{first: Anna, last: van der Berg}"},
		{"SplitName", text("Berg"), "{last: Berg}"},
		{"JoinName", object("first", "Anna", "last", " van der  Berg"), "Anna van der Berg"},
		{"JoinName", object("last", "Berg"), "Berg"},
		{"JoinName", mapping.Object(mapping.Pair{Name: "last", Value: mapping.Texts("x")}), refused},
		{"SplitStreet", text("Kerkstraat 12a"), "{street: Kerkstraat, number: 12, suffix: a}"},
		{"SplitStreet", text("12 rue Hugo"), "{street: rue Hugo, number: 12, number_first: true}"},
		{"SplitStreet", text("Postbus 12"), "{street: Postbus, number: 12, po_box: true}"},
		{"SplitStreet", text("Kerkstraat 12 3"), "{line: Kerkstraat 12 3}"},
		{"JoinStreet", object("line", "Kerkstraat 12 3"), "Kerkstraat 12 3"},
		{"JoinStreet", object("street", "Kerkstraat", "number", "12"), refused},
		{"JoinStreet", object("street", "Kerkstraat"), "Kerkstraat"},
	}
	for _, row := range rows {
		if got := apply(t, row.form, row.in); got != row.want {
			t.Errorf("%s of %s = %q, want %q", row.form, row.in.Reveal(), got, row.want)
		}
	}
	for _, form := range forms() {
		if got := apply(t, form, mapping.Absent()); got != refused {
			t.Errorf("%s of no value = %q", form, got)
		}
	}
}

func TestTimes(t *testing.T) {
	t.Parallel()
	const local = "ParseTime('2006-01-02 15:04','Europe/Amsterdam')"
	rows := []struct{ form, in, want string }{
		{local, "2026-01-31 12:00", "2026-01-31T11:00:00Z"},
		{local, "2026-07-31 12:00", "2026-07-31T10:00:00Z"},
		{local, "31-01-2026", refused},
		{local, "2026-02-30 12:00", refused},
		{local, "", refused},
		{"ParseTime('2006-01-02T15:04:05Z07:00','UTC')", "2026-01-31T12:00:00+02:00", "2026-01-31T10:00:00Z"},
	}
	for _, row := range rows {
		if got := apply(t, row.form, text(row.in)); got != row.want {
			t.Errorf("%s of %q = %q, want %q", row.form, row.in, got, row.want)
		}
	}
	at := mapping.Instant(time.Date(2026, 12, 31, 23, 30, 0, 0, time.UTC))
	if got := apply(t, "FormatTime('02.01.2006 15:04','Europe/Istanbul')", at); got != "01.01.2027 02:30" {
		t.Errorf("got %q", got)
	}
}

func TestLookup(t *testing.T) {
	t.Parallel()
	tables := mapping.Tables{
		"brands": {"7": text("Acme"), "blue ": mapping.Int(3)},
		"twice":  {"7": text("a"), "7.0": text("b")},
	}
	rows := []struct {
		unmapped mapping.Unmapped
		in       mapping.Value
		want     string
	}{
		{mapping.UnmappedFail(), number("7.00"), "Acme"},
		{mapping.UnmappedFail(), text("Blue"), "3"},
		{mapping.UnmappedFail(), text("x"), refused},
		{mapping.UnmappedPass(), text("x"), "x"},
		{mapping.UnmappedOmit(), text("x"), nothing},
	}
	for _, row := range rows {
		lookup := tables.Lookup("brands", row.unmapped)
		again, err := mapping.ParseTransform(lookup.Name, tables.Constructor())
		if err != nil || again.Version != lookup.Version {
			t.Fatalf("%s is read as %q, %v", lookup.Name, again.Name, err)
		}
		got := nothing
		if v, err := again.Func(row.in); err != nil {
			got = refused
		} else if !v.IsAbsent() {
			got = v.Reveal()
		}
		if got != row.want {
			t.Errorf("%s of %s = %q, want %q", lookup.Name, row.in.Reveal(), got, row.want)
		}
	}
	for want, lookup := range map[string]mapping.Transform{
		"no table":           tables.Lookup("colours", mapping.UnmappedFail()),
		"twice":              tables.Lookup("twice", mapping.UnmappedFail()),
		"Fail, Pass or Omit": tables.Lookup("brands", mapping.UnmappedDefault(text("x"))),
	} {
		if lookup.Err == nil || !strings.Contains(lookup.Err.Error(), want) {
			t.Errorf("%s: %v does not say %q", lookup.Name, lookup.Err, want)
		}
	}
}

// A changed table changes what records map to, so it changes the fingerprint.
func TestLookupCountsInTheFingerprint(t *testing.T) {
	t.Parallel()
	fingerprint := func(brand string) string {
		tables := mapping.Tables{"brands": {"7": text(brand)}}
		return newMapper(t, fields(mapping.KindText, "f"), mapping.To("f").From("f").
			Transform(tables.Lookup("brands", mapping.UnmappedOmit())).Policy(mapping.Always)).Fingerprint()
	}
	acme, again, apex := fingerprint("Acme"), fingerprint("Acme"), fingerprint("Apex")
	if acme != again || acme == apex {
		t.Errorf("the fingerprint does not follow the table: %s, %s, %s", acme, again, apex)
	}
}

func TestRates(t *testing.T) {
	t.Parallel()
	rates := mapping.Rates{"High": decimal.NewFromInt(21), "low": decimal.NewFromInt(9)}
	add, remove := rates.AddVAT("price", "class"), rates.RemoveVAT("price", "class", 2)
	rows := []struct {
		call         mapping.Call
		price, class mapping.Value
		want         string
	}{
		{add, number("10"), text("high "), "12.1"},
		{add, number("10"), text("Low"), "10.9"},
		{remove, number("9.99"), text("high"), "8.26"},
		{add, number("10"), text("zero"), refused},
		{add, number("10"), mapping.Absent(), refused},
		{add, text("10"), text("low"), refused},
		{add, mapping.Absent(), text("low"), nothing},
	}
	for _, row := range rows {
		got := nothing
		if v, err := row.call.Func([]mapping.Value{row.price, row.class}); err != nil {
			got = refused
		} else if !v.IsAbsent() {
			got = v.Reveal()
		}
		if got != row.want {
			t.Errorf("%s of %s, %s = %q, want %q", row.call.Name, row.price.Reveal(), row.class.Reveal(), got, row.want)
		}
	}
	if want := `AddVAT({"High":21,"low":9})`; add.Name != want {
		t.Errorf("got the name %s, want %s", add.Name, want)
	}
	if diff := cmp.Diff([]string{"price", "class"}, add.Paths); diff != "" {
		t.Error(diff)
	}
}

func TestFromTemplate(t *testing.T) {
	t.Parallel()
	m := newMapper(t, fields(mapping.KindText, "name", "sku", "f"), mapping.To("f").
		If(mapping.Filled("name"), mapping.FromTemplate("{name} ({sku})")).Policy(mapping.Always))
	c := plan(t, m, input{Source: src("name", text("Tea"), "sku", text("T1"))})
	if got := c.Patch["f"].Reveal(); got != "Tea (T1)" {
		t.Errorf("got %q", got)
	}
}
