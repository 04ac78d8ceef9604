package mappingfile_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

// TestGeneratedRoundTrip writes and reads definitions of all parts in any mixture, with
// texts that mean something in YAML, JSON or text forms.
func TestGeneratedRoundTrip(t *testing.T) {
	t.Parallel()
	for seed := range uint64(400) {
		g := generator{T: t, Rand: rand.New(rand.NewPCG(seed, 1))}
		def := g.definition()
		if !t.Run(fmt.Sprint(seed), func(t *testing.T) { roundTrip(t, def) }) {
			return
		}
	}
}

// generator makes parts of definitions.
type generator struct {
	*testing.T
	*rand.Rand
}

// text is one that a careless writer would spoil.
func (g generator) text() string {
	texts := []string{
		"", " ", "a", "yes", "No", "null", "~", "true", "0012", "1.50", "1e5", "0x1F", "1_000", ".inf", "12:30", "2026-01-31", "=", "<<", "-", "- a", "? b", "# c", "a #b", "a: b", "a:", ":a",
		"'", "''", "\"", "\\", "a'b\"c", "[x]", "{y}", "{name} {{x}}", "&a", "*a", "!t", "|", ">", "%d", "@x", "`b`", "a, b", "a,b", "(a)", "x(\"y\",2)", ")", "a\nb", "\n", "a\r\nb", "\t", "\ttab", "end ",
		"\x00", "\x7f", "\u0085", "\u2028", "\ufeff", "ü€", "👍", "日本", "é", "<b>&amp;", "---", "...", "$schema", "a.b[c=d].e", "\u00a0", "\u200b", "ünïcode key", "a\\nb", "\\u0041",
	}
	s := texts[g.IntN(len(texts))]
	if g.IntN(4) == 0 {
		s += texts[g.IntN(len(texts))]
	}
	return s
}

func (g generator) texts() []string { return g.some(g.text) }

func (g generator) some(one func() string) []string {
	all := make([]string, 1+g.IntN(3))
	for i := range all {
		all[i] = one()
	}
	return all
}

// name is a text that a rule can name something by.
func (g generator) name() string { return "n" + g.text() }

func (g generator) number() decimal.Decimal {
	return decimal.New(g.Int64N(2_000_000)-1_000_000, int32(g.IntN(30)-20))
}

func (g generator) value(depth int) mapping.Value {
	switch g.IntN(9 - depth) {
	default:
		return mapping.Text(g.text())
	case 1:
		return mapping.Number(g.number())
	case 2:
		return mapping.Bool(g.IntN(2) == 0)
	case 3:
		return mapping.Null()
	case 4:
		return mapping.Absent()
	case 5:
		return mapping.Instant(time.Unix(g.Int64N(4e9), g.Int64N(1e9)))
	case 6:
		return mapping.List(g.values(depth)...)
	case 7:
		var pairs []mapping.Pair
		for i, v := range g.values(depth) {
			pairs = append(pairs, mapping.Pair{Name: fmt.Sprint(i) + g.text(), Value: v})
		}
		return mapping.Object(pairs...)
	}
}

func (g generator) values(depth int) []mapping.Value {
	all := make([]mapping.Value, g.IntN(4))
	for i := range all {
		all[i] = g.value(min(depth+3, 5))
	}
	return all
}

func (g generator) table() mapping.Table {
	table := mapping.Table{}
	for range g.IntN(4) {
		table[g.text()] = g.value(0)
	}
	return table
}

func (g generator) cond(depth int) mapping.Cond {
	switch g.IntN(10 - depth) {
	default:
		return mapping.Filled(g.name())
	case 1:
		return mapping.Present(g.name())
	case 2:
		return mapping.Is(g.name(), g.values(0)...)
	case 3:
		return mapping.Above(g.name(), g.number())
	case 4:
		return mapping.Below(g.name(), g.number())
	case 5:
		return mapping.Test(called(g.T, "isNew", g.texts()...))
	case 6:
		return mapping.Otherwise()
	case 7:
		return mapping.Not(g.cond(depth + 2))
	case 8:
		return mapping.All(g.cond(depth+1), g.cond(depth+1))
	case 9:
		return mapping.Any(g.cond(depth + 2))
	}
}

func (g generator) operand() mapping.Operand {
	rates := mapping.Rates{"a" + g.text(): g.number().Abs(), "b" + g.text(): g.number().Abs()}
	switch g.IntN(6) {
	default:
		return g.value(0)
	case 1:
		return mapping.Path(g.name())
	case 2:
		return mapping.FromTemplate("{a}" + g.text() + "x")
	case 3:
		return called(g.T, "total", g.texts()...)
	case 4:
		return rates.AddVAT(g.name(), g.name())
	case 5:
		return rates.RemoveVAT(g.name(), g.name(), int32(g.IntN(30)))
	}
}

func (g generator) transforms() []mapping.Transform {
	all := []mapping.Transform{
		mapping.Trim(), mapping.Replace(g.name(), g.text()), mapping.Prefix(g.text()), mapping.Suffix(g.text()), mapping.Split(g.name()), mapping.JoinList(g.text()), mapping.OnlyNamed(g.name(), g.text()),
		mapping.Member(g.name()), mapping.Template("{a}" + "x y"), mapping.ReplacePattern("a+", "b"), mapping.Multiply(g.number()),
		mapping.Round(int32(g.IntN(20)-10), mapping.Floor), changed(g.T, "shout", mapping.Text(g.text()), mapping.Number(g.number()), mapping.Bool(true)),
	}
	return slices.DeleteFunc(all, func(tr mapping.Transform) bool { return tr.Err != nil || g.IntN(4) > 0 })
}

func (g generator) rule(field string) mapping.Rule {
	words := []mapping.Handling{mapping.Omit, mapping.Clear, mapping.Fail}
	r := mapping.To(field)
	for _, change := range []func(){
		func() { r = r.From(g.some(g.name)...) },
		func() { r = r.SkipEmpty() },
		func() { r = r.Force(g.value(0)) },
		func() { r = r.WhenAbsent(words[g.IntN(3)]) },
		func() { r = r.WhenEmpty(words[g.IntN(3)]) },
		func() { r = r.ZeroIsEmpty() },
		func() { r = r.Transform(g.transforms()...) },
		func() { r = r.If(g.cond(0), g.operand()).If(g.cond(0), g.operand()) },
		func() { r = r.Join(g.text()) },
		func() { r = r.Map(g.table(), mapping.UnmappedDefault(g.value(0))).ExactKeys() },
		func() { r = r.Default(g.value(0)) },
		func() { r = r.Required() },
		func() { r = r.MaxLength(1+g.IntN(300), mapping.Truncate) },
		func() { r = r.OneOf(g.texts()...) },
		func() { r = r.Range(g.number(), g.number()) },
		func() { r = r.Pattern(g.text()) },
		func() { r = r.Policy(mapping.Forward("new", "n\"1: #", "ü x")) },
	} {
		if g.IntN(3) == 0 {
			change()
		}
	}
	return r
}

func (g generator) definition() mapping.Definition {
	def := mapping.Definition{Name: g.text(), Version: g.text()}
	for i := range 1 + g.IntN(4) {
		field := fmt.Sprint(i) + g.text()
		def.Rules = append(def.Rules, g.rule(field))
		def.Groups = append(def.Groups, mapping.Group(fmt.Sprint(i)+g.text(), mapping.UnlessEdited(), field))
	}
	return def
}
