package mappingfile_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/mappingfile"
)

// registered are functions and tables of a program.
func registered() mappingfile.Own {
	return mappingfile.Own{
		Functions: mapping.Functions{
			"shout": {Takes: mapping.KindText, Func: func(args ...mapping.Value) (mapping.Value, error) {
				mark := "!"
				if len(args) > 1 {
					mark = args[1].Reveal()
				}
				return text(args[0].Reveal() + mark), nil
			}},
			"total": {Func: func(args ...mapping.Value) (mapping.Value, error) {
				a, _ := args[0].AsNumber()
				b, _ := args[1].AsNumber()
				return mapping.Number(a.Add(b)), nil
			}},
			"isNew": {Func: func(args ...mapping.Value) (mapping.Value, error) {
				items, _ := args[0].AsList()
				return mapping.Bool(len(items) > 0), nil
			}},
		},
		Transforms: []mapping.Constructor{brands().Constructor()},
	}
}

func brands() mapping.Tables {
	return mapping.Tables{"brands": {"1": text("Acme")}}
}

// called is a registered function over paths.
func called(t testing.TB, name string, paths ...string) mapping.Call {
	t.Helper()
	call, err := registered().Functions.Call(name, paths...)
	if err != nil {
		t.Fatal(err)
	}
	return call
}

func changed(t testing.TB, name string, params ...mapping.Value) mapping.Transform {
	t.Helper()
	tr, err := registered().Functions.Transform(name, params...)
	if err != nil {
		t.Fatal(err)
	}
	return tr
}

// everything is a definition that uses every part of a rule.
func everything(t testing.TB) mapping.Definition {
	t.Helper()
	at := time.Date(2026, 1, 31, 12, 0, 0, 5, time.UTC)
	return mapping.Definition{
		Name: "every: part, \"quoted\" 'twice' \\ #1\n\x00ü", Version: "007",
		Groups: []mapping.FieldGroup{
			mapping.Group("texts", mapping.UnlessEdited(mapping.OnConflictPark, mapping.EmptyIsNotAnEdit), "name", "sku"),
			mapping.Group("true", mapping.Always, "address"),
		},
		Rules: []mapping.Rule{
			mapping.To("name").From("name", "address.street", "tags[0]").SkipEmpty().WhenAbsent(mapping.Fail).WhenEmpty(mapping.Clear).
				Transform(mapping.Trim(), mapping.Replace("\x00\"", ", "), mapping.ParseNumber(',', '.'), mapping.ToText(),
					changed(t, "shout"), changed(t, "shout", text("?"))).
				Default(text(" x")).Required().MaxLength(20, mapping.Reject).OneOf("1", "true", "null", "", " x", "- no: #").Pattern(`x|^\d+\s"'#: $`),
			mapping.To("sku").
				If(mapping.All(mapping.Present("sku"), mapping.Filled("name"), mapping.Not(mapping.Any(mapping.Otherwise()))), mapping.Path("sku")).
				If(mapping.Is("name", text("yes"), mapping.Null(), number("1.5"), mapping.Bool(false)), text("no")).
				If(mapping.Is("tags", mapping.Texts("a")), text("1.0")).
				If(mapping.Is("tags", mapping.Texts("a"), mapping.List()), mapping.Absent()).
				If(mapping.Above("price", decimal.RequireFromString("-1.50")), text("")).
				If(mapping.Below("price", decimal.New(1, 12)), mapping.Null()).
				If(mapping.Test(called(t, "isNew", "tags")), text("new")).
				If(mapping.Is("name"), text("~")).
				If(mapping.Filled("name"), mapping.FromTemplate("{name}: {billing.city}")).
				Join(" | "),
			mapping.To("price").From("price").ZeroIsEmpty().If(mapping.Otherwise(), called(t, "total", "price", "tax")).
				Map(mapping.Table{"1": number("2"), "a b": mapping.Null(), "true": mapping.Absent(), "": number("0.10"), "{": number("3")},
					mapping.UnmappedDefault(number("0"))).ExactKeys().
				Range(decimal.Zero, decimal.New(1, 3)).Policy(mapping.Always),
			mapping.To("tax").From("tax").Map(mapping.Table{}, mapping.UnmappedOmit()).Policy(mapping.FillEmpty),
			mapping.To("active").From("active").Map(mapping.Table{"x": mapping.Bool(true)}, mapping.UnmappedPass()).Policy(mapping.CreateOnly),
			mapping.To("changed").Force(mapping.Instant(at)).Policy(mapping.UpdateOnly),
			mapping.To("tags").Force(mapping.List(text("a"), mapping.List(mapping.Null()))).Policy(mapping.ListAdd),
			mapping.To("address").Force(mapping.Object(mapping.Pair{Name: "instant", Value: text("x")}, mapping.Pair{Name: "b: c", Value: mapping.Object()})),
			mapping.To("billing.city").From("billing.city").
				Transform(mapping.Upper(mapping.Turkish), brands().Lookup("brands", mapping.UnmappedPass()), mapping.ToText()).Map(mapping.Table{"GENT": text("Ghent")}, mapping.UnmappedFail()).
				Policy(mapping.Forward("a", "b")),
		},
	}
}

func fingerprint(t *testing.T, def mapping.Definition) string {
	t.Helper()
	m, err := mapping.New(def, fields(), key())
	if err != nil {
		t.Fatal(err)
	}
	return m.Fingerprint()
}

func TestRoundTrip(t *testing.T) {
	t.Parallel()
	def := everything(t)
	file, err := mappingfile.Format(def, registered())
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/everything.yaml", file)
	read, err := mappingfile.Parse("everything.yaml", file, registered())
	if err != nil {
		t.Fatal(err)
	}
	if got, want := fingerprint(t, read), fingerprint(t, def); got != want {
		t.Errorf("fingerprint %s, want %s", got, want)
	}
	if diff := cmp.Diff(def.Groups, read.Groups); diff != "" {
		t.Errorf("groups (-want +got):\n%s", diff)
	}
	again, err := mappingfile.Format(read, registered())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(file), string(again)); diff != "" {
		t.Errorf("written again (-first +second):\n%s", diff)
	}
}

// TestRoundTripOfAFile starts with a file: what only a file can say comes back.
func TestRoundTripOfAFile(t *testing.T) {
	t.Parallel()
	const file = `name: test
fields:
  name:
    vars:
      city: address.city
      first: 'tags[0]'
    if:
      - when: price > 10 and city == "Gent" or filled(first)
        expr: name + " " + city + billing.city
      - when: {all: [active, {not: '"x" in tags'}]}
        value: x
    policy: Always
`
	def, err := mappingfile.Parse("f", []byte(file), mappingfile.Own{})
	if err != nil {
		t.Fatal(err)
	}
	text, err := mappingfile.Format(def, mappingfile.Own{})
	if err != nil {
		t.Fatal(err)
	}
	again, err := mappingfile.Parse("f", text, mappingfile.Own{})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := fingerprint(t, again), fingerprint(t, def); got != want {
		t.Errorf("fingerprint %s, want %s; the file:\n%s", got, want, text)
	}
	for _, part := range []string{"vars:", "city: address.city", "first: ", "active", `"x" in tags`} {
		if !strings.Contains(string(text), part) {
			t.Errorf("the written file lacks %q:\n%s", part, text)
		}
	}
	if strings.Contains(string(text), "price:") {
		t.Errorf("the written file declares names of fields:\n%s", text)
	}
}

// TestFormatsOfOneMapping proves that YAML and JSON mean the same.
func TestFormatsOfOneMapping(t *testing.T) {
	t.Parallel()
	const yaml = "name: test # a comment\nversion: \"2\"\nfields:\n  name: {from: [name, sku], policy: Always}\n  price:\n    default: 1.50\n    from: price\n    policy: CreateOnly\n"
	const json = `{"$schema": "mapping.schema.json", "version": "2", "name": "test", "fields": {
	"price": {"policy": "CreateOnly", "from": ["price"], "default": 1.5},
	"name": {"policy": "Always", "from": ["name", "\u0073ku"]}}}`
	var prints []string
	for _, file := range []string{yaml, json, "\ufeff" + yaml, strings.ReplaceAll(yaml, "\n", "\r\n")} {
		def, err := mappingfile.Parse("f", []byte(file), mappingfile.Own{})
		if err != nil {
			t.Fatal(err)
		}
		prints = append(prints, fingerprint(t, def))
	}
	for i, p := range prints {
		if p != prints[0] {
			t.Errorf("fingerprint of file %d: %s, want %s", i, p, prints[0])
		}
	}
}

func TestFormatRefuses(t *testing.T) {
	t.Parallel()
	own := called(t, "isNew", "a")
	rules := func(rules ...mapping.Rule) mapping.Definition {
		return mapping.Definition{Name: "test", Rules: rules}
	}
	for _, row := range []struct {
		name string
		def  mapping.Definition
		want string
	}{
		{"transform", rules(mapping.To("a").From("a").Transform(changed(t, "shout"))), `no transform "shout"`},
		{"call", rules(mapping.To("a").If(mapping.Otherwise(), own)), `no function "isNew"`},
		{"test", rules(mapping.To("a").If(mapping.Test(own), text("x"))), `no function "isNew"`},
		{"condition", rules(mapping.To("a").If(mapping.Cond{}, text("x"))), `field "a": a condition is empty: it has no text form`},
		{"test of a text", rules(mapping.To("a").If(mapping.Test(mapping.FromTemplate("{a}")), text("x"))), `field "a": Template("{a}") is neither true nor false: it has no text form`},
		{"function under another's name", rules(mapping.To("a").From("a").Transform(mapping.Transform{Name: "Trim", Version: "mine", Func: mapping.Upper().Func})), "one of its functions is not what its name says"},
		{"branch", rules(mapping.To("b").If(mapping.Otherwise(), nil)), `field "b": a branch has no value: it has no text form`},
		{"text", rules(mapping.To("a").Default(text("\xff"))), "not UTF-8"},
		{"two rules", rules(mapping.To("a").From("a"), mapping.To("a").From("b")), `the key "a" is there twice`},
		{"unmapped", rules(mapping.To("a").From("a").Map(mapping.Table{}, mapping.Unmapped{})), `the key "unmapped" is missing`},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			if _, err := mappingfile.Format(row.def, mappingfile.Own{}); err == nil || !strings.Contains(err.Error(), row.want) {
				t.Errorf("error %v, want %q", err, row.want)
			}
		})
	}
}

func TestVAT(t *testing.T) {
	t.Parallel()
	for parts, want := range map[string]string{
		"if: [{add_vat: {price: price, class: name, rates: {mug: 21, cup: 9}}}]":                   "15.125",
		"if: [{remove_vat: {price: price, class: name, rates: {\" MUG\": 21}, scale: 4}}]":         "10.3306",
		"if: [{add_vat: {price: address.none, class: name, rates: {mug: 21}}}], default: 3":        "3",
		"if: [{when: 'price > 100', add_vat: {price: price, class: name, rates: {}}}, {value: 1}]": "1",
	} {
		patch, err := planned(t, rule("price", parts), mappingfile.Own{}, source())
		if got := patch["price"].Reveal(); err != nil || got != want {
			t.Errorf("%s: %s, error %v, want %s", parts, got, err, want)
		}
	}
	_, err := planned(t, rule("price", "if: [{add_vat: {price: price, class: name, rates: {cup: 9}}}]"), mappingfile.Own{}, source())
	if err == nil || !strings.Contains(err.Error(), "the table has no entry for") {
		t.Errorf("error %v", err)
	}
}

func TestFunctions(t *testing.T) {
	t.Parallel()
	file := "name: test\nfields:\n" +
		"  name: {from: name, transform: [Trim, shout(\"?\")], policy: Always}\n" +
		"  price:\n    policy: Always\n    if:\n      - when: {call: {name: isNew, paths: tags}}\n        call: {name: total, paths: [price, tax]}\n"
	patch, err := planned(t, file, registered(), source())
	if err != nil {
		t.Fatal(err)
	}
	if got := patch["name"].Reveal(); got != "Mug?" {
		t.Errorf("name %q, want Mug?", got)
	}
	if got := patch["price"].Reveal(); got != "33.5" {
		t.Errorf("price %s, want 33.5", got)
	}
	_, err = mappingfile.Parse("f.yaml", []byte(file), mappingfile.Own{Functions: mapping.Functions{"totals": registered().Functions["total"]}})
	want := []string{
		`f.yaml:3:40: fields.name.transform[1]: there is no transform "shout"`,
		`f.yaml:7:29: fields.price.if[0].when.call.name: there is no function "isNew": use one of totals`,
		`f.yaml:8:22: fields.price.if[0].call.name: there is no function "total": did you mean "totals"?`,
	}
	for i, line := range strings.Split(err.Error(), "\n") {
		if i >= len(want) || !strings.HasPrefix(line, want[i]) {
			t.Errorf("problem %d: %s", i, line)
		}
	}
}
