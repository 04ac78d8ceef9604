package mapping_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

// world makes random mappings and records from a seed.
type world struct{ *rand.Rand }

func newWorld(seed uint64) world { return world{rand.New(rand.NewPCG(seed, 1))} }

// kindOf is the kind of the field at a position.
func kindOf(i int) mapping.Kind {
	return []mapping.Kind{mapping.KindText, mapping.KindNumber, mapping.KindList}[i%3]
}

func (w world) policy(kind mapping.Kind) mapping.Policy {
	policies := []mapping.Policy{
		mapping.Always, mapping.CreateOnly, mapping.UpdateOnly, mapping.FillEmpty, mapping.Never,
		mapping.UnlessEdited(), mapping.UnlessEdited(mapping.OnNoBaselineTake, mapping.OnConflictTakeSource),
		mapping.UnlessEdited(mapping.OnConflictPark, mapping.EmptyIsNotAnEdit),
	}
	if kind == mapping.KindList {
		policies = append(policies, mapping.ListAdd, mapping.ListOwn, mapping.ListReplace)
	} else {
		policies = append(policies, mapping.MatchKey(mapping.Follow), mapping.MatchKey(mapping.Report))
	}
	return policies[w.IntN(len(policies))]
}

func (w world) value(kind mapping.Kind) mapping.Value {
	if w.IntN(6) == 0 {
		return []mapping.Value{mapping.Absent(), mapping.Null(), emptyForm(kind)}[w.IntN(3)]
	}
	switch kind {
	case mapping.KindNumber:
		return mapping.Number(decimal.New(w.Int64N(2000)-1000, -w.Int32N(5)))
	case mapping.KindList:
		items := make([]string, w.IntN(4))
		for i := range items {
			items[i] = string(rune('A' + w.IntN(5)))
		}
		return mapping.Texts(items...)
	default:
		return text([]string{"a", "A ", "b\r\nc", "<p>é</p>", "<i>x</i>", "0", "long text"}[w.IntN(7)])
	}
}

// mapping is a mapper of nine fields with random policies, some of which are cleared.
func (w world) mapping(t *testing.T) (*mapper, map[string]mapping.Policy) {
	return w.rules(t, func(r mapping.Rule, kind mapping.Kind) mapping.Rule {
		if w.IntN(2) == 0 {
			r = r.WhenEmpty(mapping.Clear)
		}
		return w.refine(r, kind)
	})
}

// refine adds parts to a rule that keep a value what it is, or nearly.
func (w world) refine(r mapping.Rule, kind mapping.Kind) mapping.Rule {
	if kind != mapping.KindText {
		return r
	}
	switch w.IntN(5) {
	case 0:
		return r.Transform(mapping.Trim(), mapping.Collapse())
	case 1:
		return r.Map(mapping.Table{"a": text("table")}, mapping.UnmappedPass())
	case 2:
		return r.If(mapping.Is("f0", text("b")), mapping.Path("f0"))
	case 3:
		return r.Default(text("default"))
	default:
		return r
	}
}

// rules is a mapper of nine fields with random policies, whose rules are changed.
func (w world) rules(t *testing.T, change func(mapping.Rule, mapping.Kind) mapping.Rule) (*mapper, map[string]mapping.Policy) {
	s, policies := schema{Name: "random"}, map[string]mapping.Policy{}
	var rules []mapping.Rule
	for i := range 9 {
		kind := kindOf(i)
		name := fmt.Sprintf("f%d", i)
		s.Source = append(s.Source, sourceField(name, kind))
		s.Target = append(s.Target, targetField(name, kind))
		policies[name] = w.policy(kind)
		rules = append(rules, change(mapping.To(name).From(name).Policy(policies[name]), kind))
	}
	return newMapper(t, s, rules...), policies
}

func (w world) record(m *mapper) record {
	r := record{}
	for i, name := range m.Fields() {
		r[name] = w.value(kindOf(i))
	}
	return r
}

// rewrites is a target that changes what it is given, always in the same way.
func rewrites(field string, v mapping.Value) mapping.Value {
	switch v.Kind() {
	case mapping.KindText:
		s, _ := v.AsText()
		return text(strings.ToUpper(strings.Trim(s, "<>/pi")))
	case mapping.KindNumber:
		d, _ := v.AsNumber()
		return mapping.Number(d.Round(1))
	case mapping.KindList:
		items, _ := v.AsList()
		return mapping.List(items[:min(len(items), 3)]...)
	default:
		return v
	}
}

func TestPlanOfAnAppliedPlanIsEmpty(t *testing.T) {
	t.Parallel()
	for seed := range uint64(2000) {
		w := newWorld(seed)
		m, _ := w.mapping(t)
		target := shop{}
		if seed%2 == 0 {
			target.rewrite = rewrites
		}
		if seed%3 == 0 {
			target.holds = w.record(m)
		}
		for range 4 {
			pos := w.record(m)
			target.pass(t, m, pos)
			target.pass(t, m, pos) // a create is followed by an update
			if c := target.pass(t, m, pos); c.Writes() {
				t.Fatalf("seed %d: a pass without changes writes %v", seed, c.Written())
			}
			w.edit(m, &target)
		}
	}
}

// edit changes some fields as people at the target do.
func (w world) edit(m *mapper, s *shop) {
	edited := w.record(m)
	for name := range edited {
		if w.IntN(3) > 0 {
			edited[name] = s.holds[name]
		}
	}
	s.holds = edited
}

func TestPatchNeverHasAForbiddenField(t *testing.T) {
	t.Parallel()
	for seed := range uint64(2000) {
		w := newWorld(seed)
		m, policies := w.mapping(t)
		target := shop{}
		for range 4 {
			in := input{Source: new(w.record(m)), Baselines: target.base}
			if target.holds != nil {
				in.Current = &target.holds
			}
			c := plan(t, m, in)
			for name, v := range c.Patch {
				if reason := forbidden(policies[name], in, name, v); reason != "" {
					t.Fatalf("seed %d: %s writes %s: %s", seed, policies[name], name, reason)
				}
			}
			if len(c.Patch) != len(c.Written()) {
				t.Fatalf("seed %d: patch %v, trace %v", seed, c.Patch, c.Written())
			}
			target.apply(m, c)
			w.edit(m, &target)
		}
	}
}

// forbidden says why a policy does not allow a write; "" when it does.
func forbidden(p mapping.Policy, in input, name string, v mapping.Value) string {
	if p == mapping.Never {
		return "never"
	}
	if in.Current == nil {
		if p == mapping.UpdateOnly {
			return "not on create"
		}
		return ""
	}
	current := (*in.Current)[name]
	switch p {
	case mapping.CreateOnly, mapping.MatchKey(mapping.Report):
		return "not on update"
	case mapping.FillEmpty:
		if !current.IsEmpty() {
			return "the target has a value"
		}
	case mapping.ListAdd:
		have, _ := current.AsList()
		if written, _ := v.AsList(); !containsAll(written, have) {
			return "it removes elements"
		}
	default:
	}
	return ""
}

func containsAll(list, part []mapping.Value) bool {
	return !slices.ContainsFunc(part, func(v mapping.Value) bool { return !slices.ContainsFunc(list, v.Equal) })
}

// TestNothingIsLostOrClearedByAccident holds what the target has after each pass
// against what it had and what the source has, when no rule says Clear.
func TestNothingIsLostOrClearedByAccident(t *testing.T) {
	t.Parallel()
	for seed := range uint64(1000) {
		w := newWorld(seed)
		m, policies := w.rules(t, func(r mapping.Rule, _ mapping.Kind) mapping.Rule { return r })
		target := shop{}
		for range 4 {
			pos, before := w.record(m), target.holds
			target.pass(t, m, pos)
			for name, had := range before {
				if now := target.holds[name]; !had.IsEmpty() && now.IsEmpty() {
					t.Fatalf("seed %d: %s cleared %s, source %q", seed, policies[name], name, pos[name].Reveal())
				}
			}
			for name, v := range pos {
				created := before == nil && policies[name] != mapping.Never && policies[name] != mapping.UpdateOnly
				if got := target.holds[name]; created && got.Reveal() != v.Reveal() && !v.IsEmpty() {
					t.Fatalf("seed %d: %q arrived as %q", seed, v.Reveal(), got.Reveal())
				}
			}
			w.edit(m, &target)
		}
	}
}

func TestDecimalsSurvive(t *testing.T) {
	t.Parallel()
	m := newMapper(t, fields(mapping.KindNumber, "f"), mapping.To("f").From("f").Policy(mapping.Always))
	for seed := range uint64(5000) {
		w := newWorld(seed)
		want := decimal.New(w.Int64()-w.Int64(), -w.Int32N(20))
		c := plan(t, m, input{Source: src("f", mapping.Number(want))})
		got, ok := c.Patch["f"].AsNumber()
		if !ok || !got.Equal(want) || c.Patch["f"].Reveal() != want.String() {
			t.Fatalf("seed %d: %s arrived as %s", seed, want, c.Patch["f"].Reveal())
		}
	}
}
