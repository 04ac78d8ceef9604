package mappingfile_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/mappingfile"
)

// computed is what an expression makes of source, put into a field of a kind.
func computed(t *testing.T, field, expression string) (mapping.Value, error) {
	t.Helper()
	quoted, err := json.Marshal(expression)
	if err != nil {
		t.Fatal(err)
	}
	src := source()
	src["changed"] = mapping.Instant(time.Date(2026, 1, 31, 12, 0, 0, 0, time.UTC))
	delete(src, "tags")
	src["tags"] = mapping.List(text("new"), number("1.50"))
	patch, err := planned(t, rule(field, "if: [{expr: "+string(quoted)+"}]"), mappingfile.Own{}, src)
	return patch[field], err
}

func TestExpressions(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		field, expression string
		want              mapping.Value
	}{
		{"price", "price * (1 + tax / 100)", number("15.125")},
		{"price", "0.1 + 0.2", number("0.3")},
		{"price", "1.00000000000000000001 + 0", number("1.00000000000000000001")},
		{"price", "12345678901234567890123.5 - 1e3", number("12345678901234567889123.5")},
		{"price", "1_000 % 7", number("6")},
		{"price", "2 / 3", number("0.6666666666666667")},
		{"price", "-price + +tax", number("8.5")},
		{"price", "round(price * 1.005, 2)", number("12.56")},
		{"price", "floor(price) + ceil(price) + abs(-1)", number("26")},
		{"price", "max(1, price, tax) - min(3, 2)", number("19")},
		{"price", "number(\" 12.50 \") + number(1)", number("13.5")},
		{"price", "len(name) + (tags | len())", number("5")},
		{"price", "address.floor", number("3")},
		{"price", "tags[1]", number("1.5")},
		{"price", "price > 12 ? 1 : 2", number("1")},
		{"price", "price == 12.500 ? 1 : 2", number("1")},
		{"price", "missing.x ?? 7", number("7")},
		{"name", "name + \" (\" + sku + \")\"", text("Mug (0012)")},
		{"name", "upper(name) + lower(name) + trim(\"  x \")", text("MUGmugx")},
		{"name", "replace(name, \"u\", \"oo\") + text(price) + text(active)", text("Moog12.5true")},
		{"name", "billing.city + text(changed)", text("Gent2026-01-31T12:00:00Z")},
		{"name", "address[\"city\"]", text("Gent")},
		{"name", "address[\"x y\"] ?? \"none\"", text("none")},
		{"name", "tags[2] ?? tags[-1] ?? tags[0.5] ?? \"none\"", text("none")},
		{"active", "not (active and price < 12 or name == \"x\")", mapping.Bool(true)},
		{"active", "name in [\"Jug\", \"Mug \"] && tax in [21.0] and not (1 in tags)", mapping.Bool(true)},
		{"active", "1.5 in tags and \"new\" in tags", mapping.Bool(true)},
		{"active", "name contains \"u\" and name startsWith \"M\" and name endsWith \"g\"", mapping.Bool(true)},
		{"active", "sku matches \"^0+12$\" and sku not matches \"x\"", mapping.Bool(true)},
		{"active", "1 <= 1 and 2 >= 2 and \"a\" < \"b\" and changed > changed or 1 < 2 < 3", mapping.Bool(true)},
		{"active", "filled(name) and !filled(nil) and name != \"x\"", mapping.Bool(true)},
		{"changed", "changed", mapping.Instant(time.Date(2026, 1, 31, 12, 0, 0, 0, time.UTC))},
		{"tags", "[name, price]", mapping.List(text("Mug"), number("12.5"))},
		{"address", "address", source()["address"]},
	} {
		t.Run(row.expression, func(t *testing.T) {
			t.Parallel()
			expression := strings.Replace(row.expression, "missing.x", "address.street", 1)
			got, err := computed(t, row.field, expression)
			if err != nil {
				t.Fatal(err)
			}
			if got.Kind() != row.want.Kind() || !got.Equal(row.want) {
				t.Errorf("got %s %q, want %q", got.Kind(), got.Reveal(), row.want.Reveal())
			}
		})
	}
}

// TestExpressionsWithoutValue proves that a missing value gives none, is never
// counted as zero, and makes a comparison false.
func TestExpressionsWithoutValue(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		expression string
		want       bool
	}{
		{"filled(x + 1) or filled(1 - x) or filled(x * x) or filled(-x) or filled(1 / x)", false},
		{"filled(round(x, 2)) or filled(round(1, x)) or filled(max(1, x)) or filled(min(x, 1)) or filled(number(x))", false},
		{"filled(x + \"a\") or filled(upper(x)) or filled(replace(\"a\", x, \"b\")) or filled(text(x)) or filled(len(x))", false},
		{"filled(x.y) or filled(x[\"y z\"]) or filled(x[0])", false},
		{"x < 1 or x > 1 or x <= 1 or x >= 1 or 1 < x", false},
		{"x contains \"a\" or \"a\" startsWith x or x endsWith x or x matches \"a\" or 1 in x", false},
		{"x", false},
		{"x == nil and x == \"\" and x != 0", true},
		{"not x", true},
		{"x ?? true", true},
		{"x ? false : true", true},
	} {
		t.Run(row.expression, func(t *testing.T) {
			t.Parallel()
			file := rule("active", "vars: {x: address.missing}, if: [{value: true, when: '"+row.expression+"'}, {value: false}]")
			patch, err := planned(t, file, mappingfile.Own{}, source())
			if err != nil {
				t.Fatal(err)
			}
			if got, _ := patch["active"].AsBool(); got != row.want {
				t.Errorf("got %t, want %t", got, row.want)
			}
		})
	}
}

func TestExpressionsThatFail(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ expression, want string }{
		{"price / 0", "division by zero, at character 7"},
		{"price % (tax - 21)", "division by zero"},
		{"name + price", "a text and a number are no numbers to calculate with, at character 6"},
		{"name < price", "a text cannot be compared with a number"},
		{"name and true", "a text is neither true nor false"},
		{"price ? 1 : 2", "a number is neither true nor false"},
		{"upper(price)", "a number is no text"},
		{"replace(name, price, name)", "a number is no text"},
		{"abs(name)", "a text is no number"},
		{"number(name)", "the text is no number"},
		{"number(\"1e999999999\")", "the number has too many digits"},
		{"1e300 * 1e300 * 1e300 * 1e300 + 1", "the number has too many digits"},
		{"round(price, 0.5)", "round takes a whole number of decimals"},
		{"len(price)", "a number has no length"},
		{"name contains price", "a number cannot be looked for in a text"},
		{"price matches \"x\"", "a pattern is for texts, here is a number"},
		{"price in name", "in needs a list, here is a text"},
		{"address[0]", "an object has no such part"},
		{"tags[true]", "a list has no such part"},
		{"text(tags)", "a list cannot be written as text"},
		{"replace(replace(replace(replace(replace(name, \"\", \"xxxxxxxxxxxxxxx\"), \"\", sku + sku + sku), \"\", \"xxxxxxxxxxxxxxxxxxxxx\"), \"\", \"xxxxxxxxxxxxxxxxxxxx\"), \"\", \"xxxxxxxxxxx\")", "the text gets too long"},
	} {
		t.Run(row.expression, func(t *testing.T) {
			t.Parallel()
			_, err := computed(t, "price", row.expression)
			if err == nil || !strings.Contains(err.Error(), row.want) {
				t.Fatalf("error %v, want %q", err, row.want)
			}
			if strings.Contains(err.Error(), "Mug") || strings.Contains(err.Error(), "0012") {
				t.Errorf("the error shows the record: %v", err)
			}
		})
	}
}

// TestHugeNumbersInExpressions are refused before anything would write them out.
func TestHugeNumbersInExpressions(t *testing.T) {
	t.Parallel()
	src := source()
	for _, exponent := range []int32{1 << 30, -1 << 30} {
		src["price"] = mapping.Number(decimal.New(1, exponent))
		for _, expression := range []string{"price > 9", "9 <= price", "price + 1 > 0", "max(price, 1) > 0"} {
			if _, err := planned(t, rule("active", `if: [{expr: "`+expression+`"}]`), mappingfile.Own{}, src); err == nil || !strings.Contains(err.Error(), "too many digits") {
				t.Errorf("%s of 1e%d: error %v", expression, exponent, err)
			}
		}
		if patch, err := planned(t, rule("name", `if: [{expr: "tags[price]"}]`), mappingfile.Own{}, src); err != nil || !patch["name"].IsAbsent() {
			t.Errorf("element 1e%d is %v, %v; want none", exponent, patch["name"], err)
		}
	}
}

// TestExpressionsThatAreRefused proves that an expression reaches nothing beside its
// variables and cannot run for long.
func TestExpressionsThatAreRefused(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ expression, want string }{
		{"now()", `f:3:14: fields.name.if[0].expr: there is no function "now"`},
		{"1 + date(\"2026-01-01\")", `there is no function "date", at character 5 of the expression`},
		{"repeat(\"x\", 1000000000)", `there is no function "repeat"`},
		{"truth(1)", `there is no function "truth"`},
		{"1..1000000000", "there is no operator .."},
		{"2 ** 64", "there is no operator **"},
		{"name = 'x'", "the expression cannot be read: unexpected token Operator(\"=\"): write == to compare"},
		{"all(tags, # == 1)", `there is no function "all"`},
		{"map(tags, 1)", `there is no function "map": did you mean "max"?`},
		{"{\"a\": 1}", "this has no place in an expression here"},
		{"tags[1:2]", "this has no place in an expression here"},
		{"let x = 1; x", "this has no place in an expression here"},
		{"name; sku", "this has no place in an expression here"},
		{"name?.x", "this has no place in an expression here"},
		{"$env", `there is no variable "$env"`},
		{"tags[0].x()", "a value cannot be called"},
		{"round(1)", "round has 1 arguments: write round(number, decimals)"},
		{"name matches sku", "the pattern has to be constant: write the pattern in quotes"},
		{"name matches \"[\"", "the pattern cannot be read"},
		{"0x1F", "this number is not read"},
		{"0b1 + 1", "this number is not read"},
		{"1e99999", "the expression cannot be read: invalid float literal"},
		{strings.Repeat("1+", 1200) + "1", "the expression has more than 2000 characters"},
		{strings.Repeat("1+", 500) + "1", "exceeds maximum allowed nodes"},
		{strings.Repeat("(", 1500), "the expression cannot be read"},
	} {
		t.Run(row.expression[:min(len(row.expression), 30)], func(t *testing.T) {
			t.Parallel()
			quoted, err := json.Marshal(row.expression)
			if err != nil {
				t.Fatal(err)
			}
			_, err = mappingfile.Parse("f", []byte(rule("name", "if: [{expr: "+string(quoted)+"}]")), mappingfile.Own{})
			if err == nil || !strings.Contains(err.Error(), row.want) {
				t.Errorf("error %v, want %q", err, row.want)
			}
		})
	}
}
