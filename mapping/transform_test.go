package mapping_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

func numbersInTexts(t *testing.T) {
	t.Parallel()
	dutch, english := mapping.ParseNumber(',', '.'), mapping.ParseNumber('.', ',')
	rows := []struct {
		transform mapping.Transform
		in, want  string // want "" is an error
	}{
		{dutch, "12,50", "12.5"},
		{dutch, "1.234,50", "1234.5"},
		{dutch, " 1.234.567 ", "1234567"},
		{dutch, "-3,10", "-3.1"},
		{dutch, "1.23", ""},
		{dutch, "€ 12,50", ""},
		{dutch, "12,50 €", ""},
		{dutch, "1,2,3", ""},
		{dutch, "12,", ""},
		{dutch, ",5", ""},
		{dutch, "1..234", ""},
		{dutch, "1e5", ""},
		{dutch, "--1", ""},
		{dutch, "", ""},
		{dutch, strings.Repeat("9", 101), ""},
		{english, "12.50", "12.5"},
		{english, "12,50", ""},
		{english, "1,234.50", "1234.5"},
		{mapping.ParseNumber('.', 0), "1,234.50", ""},
		{mapping.ParseNumber('.', 0), "1234.50", "1234.5"},
	}
	for _, row := range rows {
		got, err := row.transform.Func(text(row.in))
		if (err != nil) != (row.want == "") || err == nil && got.Reveal() != row.want {
			t.Errorf("%s of %q = %s, %v, want %q", row.transform.Name, row.in, got.Reveal(), err, row.want)
		}
	}
}

func transformFaults(t *testing.T) {
	t.Parallel()
	secret := text(`"Jan" <jan@example.com>`)
	rows := []struct {
		name string
		f    func(mapping.Value) (mapping.Value, error)
		want string
	}{
		{"error", func(v mapping.Value) (mapping.Value, error) { return v, errors.New("bad value " + v.Reveal()) }, "bad value text(23)"},
		{"quoting error", func(v mapping.Value) (mapping.Value, error) { return v, fmt.Errorf("bad value %q", v.Reveal()) }, "text(23)"},
		{"panic", func(v mapping.Value) (mapping.Value, error) { panic("boom " + v.Reveal()) }, "panic"},
		{"runtime panic", func(mapping.Value) (mapping.Value, error) { return []mapping.Value{}[key()[0]], nil }, "out of range"},
		{"other type", func(mapping.Value) (mapping.Value, error) { return mapping.Int(1), nil }, "number"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			broken := mapping.Transform{Name: "Broken", Func: row.f}
			m := newMapper(t, fields(mapping.KindText, "f", "g", "h"),
				mapping.To("h").From("f").Policy(mapping.Always),
				mapping.To("f").From("f").Transform(mapping.Trim(), broken).Policy(mapping.Always),
				mapping.To("g").From("g").WhenAbsent(mapping.Fail).Policy(mapping.Always))
			c, err := m.Plan(input{Source: src("f", secret)})
			e, ok := errors.AsType[*mapping.FieldError](err)
			if !ok || e.Field != "f" || e.Op != "transform" || e.Rule != "Broken" {
				t.Fatalf("error = %v, want a FieldError of f at Broken", err)
			}
			for _, want := range []string{row.want, `field "g"`} {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("error %q does not contain %q", err, want)
				}
			}
			if strings.Contains(err.Error(), "jan@") {
				t.Errorf("error %q shows the value", err)
			}
			if c.Writes() || c.Patch != nil {
				t.Errorf("a record with an error has the patch %v", c.Patch)
			}
			plan(t, newMapper(t, fields(mapping.KindText, "g"), mapping.To("g").From("g").Policy(mapping.Always)), input{Source: src("g", secret)})
		})
	}
}

func TestTransformsThatLeaveNothing(t *testing.T) {
	t.Parallel()
	m := newMapper(t, fields(mapping.KindText, "f"),
		mapping.To("f").From("f").Transform(mapping.Replace("x", "")).Policy(mapping.Always))
	c := plan(t, m, input{Source: src("f", text("xxx")), Current: src("f", text("kept"))})
	if c.Writes() {
		t.Errorf("an emptied text clears the target: %v", c.Patch)
	}
}

func TestIf(t *testing.T) {
	t.Parallel()
	upper := mapping.Call{Name: "pair", Paths: []string{"a", "b"}, Func: func(args []mapping.Value) (mapping.Value, error) {
		return text(args[0].Reveal() + "/" + args[1].Reveal()), nil
	}}
	base := mapping.To("f").From("a").Policy(mapping.Always)
	rows := []struct {
		name string
		rule mapping.Rule
		want string
	}{
		{"none true", base.If(mapping.Is("b", text("?")), text("no")), "A"},
		{"first true", base.If(mapping.Filled("b"), text("1")).If(mapping.Otherwise(), text("2")), "1"},
		{"path", base.If(mapping.Present("b"), mapping.Path("b")), "B"},
		{"call", base.If(mapping.Not(mapping.Filled("c")), upper), "A/B"},
		{"empty path is no value", base.If(mapping.Otherwise(), mapping.Path("c")), ""},
		{"all", base.If(mapping.All(mapping.Filled("a"), mapping.Filled("c")), text("no")), "A"},
		{"any", base.If(mapping.Any(mapping.Filled("c"), mapping.Is("a", text("A "))), text("yes")), "yes"},
		{"any of none", base.If(mapping.Any(mapping.Filled("c")), text("no")), "A"},
		{"absent is not present", base.If(mapping.Present("c"), text("no")), "A"},
		{"without From", mapping.To("f").If(mapping.Filled("b"), text("b2b")).Default(text("b2c")).Policy(mapping.Always), "b2b"},
		{"without From, none true", mapping.To("f").If(mapping.Filled("c"), text("b2b")).Default(text("b2c")).Policy(mapping.Always), "b2c"},
		{"join", mapping.To("f").If(mapping.Filled("a"), mapping.Path("a")).If(mapping.Otherwise(), mapping.Path("c")).
			If(mapping.Filled("b"), mapping.Path("b")).Join("|").Policy(mapping.Always), "A|B"},
	}
	for _, row := range rows {
		c := plan(t, newMapper(t, fields(mapping.KindText, "a", "b", "c", "f"), row.rule), input{Source: src("a", text("A"), "b", text("B"))})
		if got := c.Patch["f"].Reveal(); got != row.want {
			t.Errorf("%s: got %q, want %q", row.name, got, row.want)
		}
	}
}

func TestNumberConditions(t *testing.T) {
	t.Parallel()
	limit := decimal.NewFromInt(10)
	m := newMapper(t, fields(mapping.KindNumber, "n", "f"), mapping.To("f").
		If(mapping.Above("n", limit), mapping.Int(1)).If(mapping.Below("n", limit), mapping.Int(-1)).
		Default(mapping.Int(0)).Policy(mapping.Always))
	for in, want := range map[string]string{"10.01": "1", "9.99": "-1", "10.00": "0"} {
		c := plan(t, m, input{Source: src("n", number(in))})
		if got := c.Patch["f"].Reveal(); got != want {
			t.Errorf("%s gives %s, want %s", in, got, want)
		}
	}
}

// TestHostileTexts would not end if the work grew with the square of the length.
func TestHostileTexts(t *testing.T) {
	t.Parallel()
	const size = 1 << 18
	for _, piece := range []string{"<", "<!--", `<a "`, "<script>", "<p>", "e\u0302\u0323", "\u1ec7\u0301", "&nbsp;", "<!---->"} {
		s := strings.Repeat(piece, size/len(piece))
		v, err := mapping.HTMLToText().Func(text(s))
		if err != nil {
			t.Fatal(err)
		}
		if v.Equal(text(s+"x")) && v.IsEmpty() != text(s).IsEmpty() {
			t.Errorf("%q: the plain text is %s", piece, v)
		}
	}
}
