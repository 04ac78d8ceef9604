package mapping_test

import (
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

// seeds is how many random worlds each property is held against.
var seeds = flag.Int("seeds", 1000, "random worlds for each property")

// world makes random mappings and records from a seed.
type world struct{ *rand.Rand }

func newWorld(seed int) world { return world{rand.New(rand.NewPCG(uint64(seed), 1))} }

// eachWorld runs a property over random worlds.
func eachWorld(t *testing.T, property func(t *testing.T, seed int, w world)) {
	t.Helper()
	for seed := range *seeds {
		property(t, seed, newWorld(seed))
	}
}

func choose[V any](w world, from ...V) V { return from[w.IntN(len(from))] }

// kinds are the kinds of the fields of a random mapping, two of each.
var kinds = []mapping.Kind{
	mapping.KindText, mapping.KindNumber, mapping.KindList, mapping.KindBool, mapping.KindInstant, mapping.KindObject,
}

// randomField is a field of a random mapping: what the properties know of its rule.
type randomField struct {
	name   string
	kind   mapping.Kind
	policy mapping.Policy
	// clears says that a rule may clear the field.
	clears bool
	// plain says that the mapped value is the source's.
	plain bool
}

var states = []string{"new", "paid", "sent"}

func forwardPolicy() mapping.Policy { return mapping.Forward(states...) }

func (w world) policy(kind mapping.Kind) mapping.Policy {
	policies := []mapping.Policy{
		mapping.Always, mapping.CreateOnly, mapping.UpdateOnly, mapping.FillEmpty, mapping.Never,
		mapping.UnlessEdited(), mapping.UnlessEdited(mapping.OnNoBaselineTake, mapping.OnConflictTakeSource),
		mapping.UnlessEdited(mapping.OnNoBaselineFill),
		mapping.UnlessEdited(mapping.OnConflictPark, mapping.EmptyIsNotAnEdit),
		mapping.UnlessEdited(mapping.OnConflictTakeSource, mapping.EmptyIsNotAnEdit),
	}
	switch kind {
	case mapping.KindList:
		policies = append(policies, mapping.ListAdd, mapping.ListOwn, mapping.ListReplace)
	case mapping.KindText:
		policies = append(policies, mapping.MatchKey(mapping.Follow), mapping.MatchKey(mapping.Report), forwardPolicy())
	case mapping.KindNumber:
		policies = append(policies, mapping.MatchKey(mapping.Follow), mapping.MatchKey(mapping.Report))
	default:
	}
	return choose(w, policies...)
}

// value is what a system may hold in a field.
func (w world) value(f randomField) mapping.Value {
	if w.IntN(6) == 0 {
		return choose(w, mapping.Absent(), mapping.Null(), emptyForm(f.kind))
	}
	if f.policy == forwardPolicy() {
		return text(choose(w, append(states, "unknown")...))
	}
	return w.full(f.kind)
}

// full is a value that is not empty.
func (w world) full(kind mapping.Kind) mapping.Value {
	switch kind {
	case mapping.KindNumber:
		return mapping.Number(decimal.New(w.Int64N(2000)-1000, -w.Int32N(5)))
	case mapping.KindBool:
		return mapping.Bool(w.IntN(2) == 0)
	case mapping.KindInstant:
		return mapping.Instant(time.Unix(w.Int64N(5), w.Int64N(2)*5e8).In(choose(w, time.UTC, time.FixedZone("", 7200))))
	case mapping.KindObject:
		return mapping.Object(mapping.Pair{Name: "a", Value: w.full(mapping.KindText)}, mapping.Pair{Name: "b", Value: w.full(mapping.KindNumber)})
	case mapping.KindList:
		return w.list()
	default:
		return text(choose(w, "a", "A ", "b\r\nc", "<p>é</p>", "<p>e\u0301</p>", "<i>x</i>", "0", "long text", "12,50", "ışık"))
	}
}

func (w world) list() mapping.Value {
	items := make([]mapping.Value, w.IntN(4))
	for i := range items {
		if name := string(rune('A' + w.IntN(5))); w.IntN(4) == 0 {
			items[i] = object("name", name)
		} else {
			items[i] = text(name)
		}
	}
	return mapping.List(items...)
}

// mapping is a mapper of two fields of each kind, whose rules have random parts. With
// plain rules a field's value is the source's.
func (w world) mapping(t *testing.T, plain bool) (*mapper, []randomField) {
	t.Helper()
	s := schema{Name: "random"}
	var rules []mapping.Rule
	var all []randomField
	for i := range 2 * len(kinds) {
		f := randomField{name: fmt.Sprintf("f%d", i), kind: kinds[i%len(kinds)], plain: plain}
		f.policy = w.policy(f.kind)
		s.Source, s.Target = append(s.Source, sourceField(f.name, f.kind)), append(s.Target, targetField(f.name, f.kind))
		rule := mapping.To(f.name).From(f.name).Policy(f.policy)
		if !plain {
			rule = w.refine(w.handle(rule, &f), f)
		}
		rules, all = append(rules, rule), append(all, f)
	}
	return newMapper(t, s, rules...), all
}

// handle says what becomes of absent and empty values.
func (w world) handle(r mapping.Rule, f *randomField) mapping.Rule {
	absent, empty := choose(w, mapping.Omit, mapping.Clear), choose(w, mapping.Omit, mapping.Clear)
	f.clears = absent == mapping.Clear || empty == mapping.Clear
	r = r.WhenAbsent(absent).WhenEmpty(empty)
	if w.IntN(4) == 0 {
		r = r.ZeroIsEmpty()
	}
	if w.IntN(4) == 0 {
		r = r.From(f.name, f.twin())
	}
	if w.IntN(4) == 0 {
		r = r.SkipEmpty()
	}
	return r
}

// twin is the other field of the same kind.
func (f randomField) twin() string {
	var i int
	_, _ = fmt.Sscanf(f.name, "f%d", &i)
	return fmt.Sprintf("f%d", (i+len(kinds))%(2*len(kinds)))
}

// refine adds steps of a rule: none, or a random one of those that its kind has.
func (w world) refine(r mapping.Rule, f randomField) mapping.Rule {
	steps := []func() mapping.Rule{
		func() mapping.Rule { return r },
		func() mapping.Rule { return r.Default(w.full(f.kind)) },
		func() mapping.Rule { return r.Force(w.full(f.kind)) },
		func() mapping.Rule { return r.If(mapping.Filled("f0"), mapping.Path(f.twin())) },
		func() mapping.Rule { return r.If(mapping.Is("f3", mapping.Bool(true)), w.full(f.kind)) },
	}
	switch f.kind {
	case mapping.KindText:
		steps = append(steps, w.textSteps(r)...)
	case mapping.KindNumber:
		d := decimal.RequireFromString("1.5")
		for _, transform := range []mapping.Transform{
			mapping.Round(1), mapping.Multiply(d), mapping.Percent(d), mapping.AddVAT(d), mapping.RemoveVAT(d, 2), mapping.ConvertUnit("g", "kg"),
		} {
			steps = append(steps, func() mapping.Rule { return r.Transform(transform) })
		}
	case mapping.KindList:
		steps = append(steps, func() mapping.Rule { return r.From("f0").Transform(mapping.Split("e")) })
	default:
	}
	return choose(w, steps...)()
}

func (w world) textSteps(r mapping.Rule) []func() mapping.Rule {
	var steps []func() mapping.Rule
	for _, transforms := range [][]mapping.Transform{
		{mapping.Trim(), mapping.Collapse()}, {mapping.Upper()}, {mapping.Lower(mapping.Turkish)}, {mapping.Title()}, {mapping.Slug()},
		{mapping.HTMLToText()}, {mapping.TextToHTML()}, {mapping.Shorten(2)}, {mapping.Replace("a", "")}, {mapping.Prefix("x"), mapping.Suffix("y")},
		{mapping.ExtractPattern("[a-z]+")},
	} {
		steps = append(steps, func() mapping.Rule { return r.Transform(transforms...) })
	}
	return append(steps,
		func() mapping.Rule { return r.MaxLength(2, mapping.Truncate) },
		func() mapping.Rule { return r.From("f1").Transform(mapping.ToText()) },
		func() mapping.Rule {
			return r.If(mapping.Filled("f0"), mapping.Path("f0")).If(mapping.Otherwise(), mapping.Path("f6")).Join("|")
		},
		func() mapping.Rule {
			return r.Map(mapping.Table{"a": text("table")}, choose(w, mapping.UnmappedPass(), mapping.UnmappedOmit(), mapping.UnmappedDefault(text("d"))))
		})
}

func (w world) record(fields []randomField) record {
	r := record{}
	for _, f := range fields {
		r[f.name] = w.value(f)
	}
	return r
}

// edit changes some fields as people at the target do.
func (w world) edit(fields []randomField, s *shop) {
	edited := w.record(fields)
	for name := range edited {
		if w.IntN(3) > 0 {
			edited[name] = s.holds[name]
		}
	}
	s.holds = edited
}

// half is a record of which only some fields arrived.
func (w world) half(whole record) record {
	part := maps.Clone(whole)
	maps.DeleteFunc(part, func(string, mapping.Value) bool { return w.IntN(2) == 0 })
	return part
}

// rewrites is a target that changes what it is given, always in the same way, and
// does not keep some of it at all.
func rewrites(field string, v mapping.Value) mapping.Value {
	switch v.Kind() {
	case mapping.KindText:
		s, _ := v.AsText()
		return text(strings.ToUpper(strings.Trim(s, "<>/pi")))
	case mapping.KindNumber:
		d, _ := v.AsNumber()
		return mapping.Number(d.Round(1))
	case mapping.KindInstant:
		at, _ := v.AsInstant()
		return mapping.Instant(at.Truncate(time.Second))
	case mapping.KindList:
		items, _ := v.AsList()
		return mapping.List(items[:min(len(items), 3)]...)
	case mapping.KindObject:
		pairs, _ := v.AsObject()
		return mapping.Object(pairs[:min(len(pairs), 1)]...)
	default:
		return v
	}
}
