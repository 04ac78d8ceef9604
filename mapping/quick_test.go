package mapping_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

// randomNumber has up to 25 digits, before and behind the decimal point.
func randomNumber(r *rand.Rand) decimal.Decimal {
	d := decimal.New(r.Int64N(2000)-1000, int32(r.IntN(8)-5))
	if r.IntN(3) == 0 {
		d = d.Mul(decimal.New(r.Int64(), int32(-r.IntN(20))))
	}
	if r.IntN(4) == 0 { // a tie
		d = d.Truncate(2).Add(decimal.New(5, -3))
	}
	return d
}

// TestRoundIsExact holds Round against decimal.Round, which takes longer.
func TestRoundIsExact(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 1))
	for range 50_000 {
		d, scale := randomNumber(r), int32(r.IntN(9)-4)
		if r.IntN(4) == 0 {
			d = d.Shift(-int32(r.IntN(100)))
		}
		got, err := mapping.Round(scale).Func(mapping.Number(d))
		if want := mapping.Number(d.Round(scale)); err != nil || !got.Equal(want) {
			t.Fatalf("%s to %d decimals is %s, want %s, error %v", d, scale, got.Reveal(), want.Reveal(), err)
		}
	}
}

// TestNumbersAreComparedExactly holds Above and Below against decimal.Cmp.
func TestNumbersAreComparedExactly(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(2, 1))
	for range 5_000 {
		limit := randomNumber(r)
		m := newMapper(t, fields(mapping.KindNumber, "f"), mapping.To("f").
			If(mapping.Above("f", limit), mapping.Int(1)).If(mapping.Below("f", limit), mapping.Int(-1)).
			If(mapping.Otherwise(), mapping.Int(0)).Policy(mapping.Always))
		for _, d := range []decimal.Decimal{randomNumber(r), limit, limit.Neg(), limit.Mul(decimal.New(1, 1)), limit.Add(decimal.New(1, -6))} {
			got := plan(t, m, input{Source: src("f", mapping.Number(d))}).Patch["f"]
			if want := mapping.Int(int64(d.Cmp(limit))); !got.Equal(want) {
				t.Fatalf("%s compared with %s is %s, want %s", d, limit, got.Reveal(), want.Reveal())
			}
		}
	}
}

// TestEqualTextsHashAlike and others do not: both go by the same normal form, and a
// comparison may only be quicker.
func TestEqualTextsHashAlike(t *testing.T) {
	t.Parallel()
	pieces := []string{
		"a", "b", "A", "1", " ", "\t", "\n", "\r\n", "\r", "é", "e", "\u0301", "\u0323", "\u00a0", "\u200b", "<p>", "</p>", "<", "&nbsp;", "&", "\x00", "\xff", "ß", "日",
	}
	r := rand.New(rand.NewPCG(3, 1))
	random := func() (s string) {
		for range r.IntN(5) {
			s += pieces[r.IntN(len(pieces))]
		}
		return s
	}
	m := newMapper(t, fields(mapping.KindText, "f"), mapping.To("f").From("f").WhenEmpty(mapping.Clear).Policy(mapping.Always))
	hash := func(s string) mapping.Hash {
		h, err := m.Version(src("f", text(s)))
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	for range 100_000 {
		a, b := random(), random()
		if r.IntN(2) == 0 {
			common := random()
			a, b = common+a, common+b
		}
		if equal := text(a).Equal(text(b)); equal != (hash(a) == hash(b)) {
			t.Fatalf("%q and %q: equal %t, but their hashes say something else", a, b, equal)
		}
	}
}

// TestLargeMapping keeps the values of more fields than a plan has room for.
func TestLargeMapping(t *testing.T) {
	t.Parallel()
	const n = 50
	var s schema
	var rules []mapping.Rule
	source, current := record{}, record{}
	for i := range n {
		kind, v := mapping.KindText, text(fmt.Sprint("text ", i))
		if i%2 == 0 {
			kind, v = mapping.KindNumber, mapping.Int(int64(i))
		}
		name := fmt.Sprint("f", i)
		f := fields(kind, name)
		s.Source, s.Target = append(s.Source, f.Source...), append(s.Target, f.Target...)
		rules = append(rules, mapping.To(name).From(name).Policy(mapping.Always))
		source[name] = v
		current[name] = map[mapping.Kind]mapping.Value{mapping.KindText: text("old " + name), mapping.KindNumber: mapping.Int(int64(-i - 1))}[kind]
	}
	m := newMapper(t, s, rules...)
	for _, in := range []input{{Source: &source}, {Source: &source, Current: &current}} {
		for _, f := range plan(t, m, in).Fields() {
			var old mapping.Value
			if in.Current != nil {
				old = current[f.Field]
			}
			if !f.New.Equal(source[f.Field]) || !f.Old.Equal(old) || f.Decision != mapping.DecisionWrite {
				t.Errorf("%s: %s from %s to %s, want from %s to %s", f.Field, f.Decision, f.Old.Reveal(), f.New.Reveal(), old.Reveal(), source[f.Field].Reveal())
			}
		}
	}
}

// TestEqualOfTheTargetCounts for numbers and texts alike.
func TestEqualOfTheTargetCounts(t *testing.T) {
	t.Parallel()
	for kind, sides := range map[mapping.Kind][2]mapping.Value{
		mapping.KindNumber: {number("9.994"), number("9.99")}, mapping.KindText: {text("Mug"), text("MUG")},
	} {
		s := fields(kind, "f")
		s.Target[0].Equal = func(source, current mapping.Value) bool { return source.Equal(sides[0]) && current.Equal(sides[1]) }
		m := newMapper(t, s, mapping.To("f").From("f").Policy(mapping.Always))
		if c := plan(t, m, input{Source: src("f", sides[0]), Current: src("f", sides[1])}); c.Writes() {
			t.Errorf("%s: %s is written over %s, which the target calls equal", kind, sides[0].Reveal(), sides[1].Reveal())
		}
		if c := plan(t, m, input{Source: src("f", sides[1]), Current: src("f", sides[0])}); !c.Writes() {
			t.Errorf("%s: %s is not written over %s, which the target calls different", kind, sides[1].Reveal(), sides[0].Reveal())
		}
	}
}

// TestConstantNullIsNoValue: the default stands in for it.
func TestConstantNullIsNoValue(t *testing.T) {
	t.Parallel()
	m := newMapper(t, fields(mapping.KindText, "f"), mapping.To("f").From("f").
		If(mapping.Is("f", text("a")), mapping.Null()).Default(text("default")).Policy(mapping.Always))
	if got := plan(t, m, input{Source: src("f", text("a"))}).Patch["f"]; !got.Equal(text("default")) {
		t.Errorf("got %s, want the default", got.Reveal())
	}
}
