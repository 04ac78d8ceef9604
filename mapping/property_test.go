package mapping_test

import (
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

// TestPlanOfAnAppliedPlanIsEmpty also for a target that rewrites what it is sent, for
// a record that was there before us, one whose create was cut, and one that was only
// linked at first.
func TestPlanOfAnAppliedPlanIsEmpty(t *testing.T) {
	t.Parallel()
	eachWorld(t, func(t *testing.T, seed int, w world) {
		m, fields := w.mapping(t, false)
		target := shop{}
		if seed%2 == 0 {
			target.rewrite = rewrites
		}
		pos := w.record(fields)
		switch seed % 4 {
		case 1:
			target.holds = w.record(fields)
		case 2:
			target.holds = w.half(plan(t, m, input{Source: &pos}).Patch)
			target.finish(t, m, pos)
		case 3:
			target.holds = w.record(fields)
			target.link(t, m, pos)
		default:
		}
		for range 4 {
			target.pass(t, m, pos)
			target.pass(t, m, pos) // a create is followed by an update
			if c := target.pass(t, m, pos); c.Writes() {
				t.Fatalf("seed %d: a pass without changes writes %v", seed, c.Written())
			}
			w.edit(fields, &target)
			pos = w.record(fields)
		}
	})
}

// finish is the pass over a record whose create was cut.
func (s *shop) finish(t testing.TB, m *mapper, src record) {
	t.Helper()
	s.apply(m, plan(t, m, input{Source: &src, Current: &s.holds, Baselines: s.base, Finish: true}))
}

// link is the first pass over a record that is only linked.
func (s *shop) link(t testing.TB, m *mapper, src record) {
	t.Helper()
	c := plan(t, m, input{Source: &src, Current: &s.holds, LinkOnly: true})
	if c.Writes() {
		t.Fatalf("linking writes %v", c.Written())
	}
	s.apply(m, c)
}

func TestPatchNeverHasAForbiddenField(t *testing.T) {
	t.Parallel()
	eachWorld(t, func(t *testing.T, seed int, w world) {
		m, fields := w.mapping(t, false)
		target, memory := shop{}, newMemory()
		if seed%2 == 0 {
			target.rewrite = rewrites
		}
		for range 6 {
			in := input{Source: new(w.record(fields)), Baselines: target.base}
			if target.holds != nil {
				in.Current, in.Finish, in.LinkOnly = &target.holds, w.IntN(4) == 0, w.IntN(8) == 0
			}
			c := plan(t, m, in)
			for _, f := range fields {
				v, written := c.Patch[f.name]
				if !written {
					continue
				}
				if reason := memory.forbidden(f, in, field(t, c, f.name), v); reason != "" {
					t.Fatalf("seed %d: %s writes %q over %q: %s", seed, f.policy, v.Reveal(), current(in, f.name).Reveal(), reason)
				}
			}
			if len(c.Patch) != len(c.Written()) {
				t.Fatalf("seed %d: patch %v, trace %v", seed, c.Patch, c.Written())
			}
			target.apply(m, c)
			memory.remember(c, target.holds)
			w.edit(fields, &target)
		}
	})
}

// passMemory is what a person who watched all passes knows: an account of the
// baselines that is kept in values.
type passMemory struct {
	// sent and held are those of the last write or agreement.
	sent, held record
	// ours are the elements of lists that we ever sent.
	ours map[string][]mapping.Value
}

func newMemory() *passMemory {
	return &passMemory{sent: record{}, held: record{}, ours: map[string][]mapping.Value{}}
}

func (p *passMemory) remember(c change, after record) {
	for _, f := range c.Fields() {
		if _, written := c.Patch[f.Field]; written || f.Decision == mapping.DecisionSame && f.Case != "U7" {
			p.sent[f.Field], p.held[f.Field] = f.New, after[f.Field]
		}
		if items, _ := c.Patch[f.Field].AsList(); len(items) > 0 {
			p.ours[f.Field] = append(p.ours[f.Field], items...)
		}
	}
}

func current(in input, name string) mapping.Value {
	if in.Current == nil {
		return mapping.Absent()
	}
	return (*in.Current)[name]
}

// forbidden says why a write is not allowed; "" when it is.
func (p *passMemory) forbidden(f randomField, in input, c mapping.FieldChange, v mapping.Value) string {
	held := current(in, f.name)
	switch {
	case f.policy == mapping.Never:
		return "never"
	case c.Decision == mapping.DecisionClear && !f.clears:
		return "no rule says Clear"
	case in.Current == nil && f.policy == mapping.UpdateOnly:
		return "not on create"
	case in.Current == nil:
		return ""
	case in.LinkOnly:
		return "it is only linked"
	case in.Finish && held.IsEmpty():
		return ""
	case f.kind != mapping.KindList && v.Equal(held):
		return "the target has it"
	default:
		return p.forbiddenUpdate(f, held, c.New, v)
	}
}

func (p *passMemory) forbiddenUpdate(f randomField, held, mapped, v mapping.Value) string {
	switch f.policy {
	case mapping.CreateOnly, mapping.MatchKey(mapping.Report):
		return "not on update"
	case mapping.FillEmpty:
		if !held.IsEmpty() {
			return "the target has a value"
		}
	case mapping.ListAdd, mapping.ListOwn:
		return p.removes(f, held, v)
	case forwardPolicy():
		if slices.Index(states, v.Reveal()) <= slices.Index(states, held.Reveal()) || !held.IsEmpty() && !slices.Contains(states, held.Reveal()) {
			return "it is not later"
		}
	case mapping.MatchKey(mapping.Follow):
		if sent, known := p.sent[f.name]; !known || !held.Equal(p.held[f.name]) || mapped.Equal(sent) {
			return "not only the source changed it"
		}
	default:
		return p.forbiddenEdit(f, held, mapped)
	}
	return ""
}

// removes is about elements that are not ours to remove.
func (p *passMemory) removes(f randomField, held, v mapping.Value) string {
	kept, _ := v.AsList()
	had, _ := held.AsList()
	for _, item := range had {
		if slices.ContainsFunc(kept, item.Equal) {
			continue
		}
		if f.policy == mapping.ListAdd || !slices.ContainsFunc(p.ours[f.name], item.Equal) {
			return "it removes " + item.Reveal()
		}
	}
	return ""
}

// forbiddenEdit is the table of UnlessEdited, from the side of what it protects.
func (p *passMemory) forbiddenEdit(f randomField, held, mapped mapping.Value) string {
	fill := mapping.UnlessEdited(mapping.OnNoBaselineFill)
	take := mapping.UnlessEdited(mapping.OnNoBaselineTake, mapping.OnConflictTakeSource)
	parks := mapping.UnlessEdited(mapping.OnConflictPark, mapping.EmptyIsNotAnEdit)
	refills := mapping.UnlessEdited(mapping.OnConflictTakeSource, mapping.EmptyIsNotAnEdit)
	sent, known := p.sent[f.name]
	switch {
	case !slices.Contains([]mapping.Policy{mapping.UnlessEdited(), fill, take, parks, refills}, f.policy):
		return "" // Always, UpdateOnly, ListReplace
	case !known && f.policy == fill && held.IsEmpty():
		return ""
	case !known && f.policy != take:
		return "it was there before us"
	case !known, held.Equal(p.held[f.name]):
		return ""
	case held.IsEmpty() && (f.policy == parks || f.policy == refills):
		return ""
	case mapped.Equal(sent):
		return "only the target changed"
	case f.policy != take && f.policy != refills:
		return "both changed"
	default:
		return ""
	}
}

// TestNothingIsLostOrClearedByAccident holds what the target has after each pass
// against what it had and what the source has, when no rule says Clear.
func TestNothingIsLostOrClearedByAccident(t *testing.T) {
	t.Parallel()
	eachWorld(t, func(t *testing.T, seed int, w world) {
		m, fields := w.mapping(t, true)
		target := shop{}
		for range 4 {
			pos, before := w.record(fields), target.holds
			c := target.pass(t, m, pos)
			for _, f := range fields {
				had, now, v := before[f.name], target.holds[f.name], pos[f.name]
				if !had.IsEmpty() && now.IsEmpty() {
					t.Fatalf("seed %d: %s cleared %s, source %q", seed, f.policy, f.name, v.Reveal())
				}
				_, written := c.Patch[f.name]
				created := before == nil && f.policy != mapping.Never && f.policy != mapping.UpdateOnly && !v.IsEmpty()
				merged := f.policy == mapping.ListAdd || f.policy == mapping.ListOwn
				if (created || written) && !merged && now.Reveal() != v.Reveal() {
					t.Fatalf("seed %d: %q arrived as %q", seed, v.Reveal(), now.Reveal())
				}
				if items, _ := v.AsList(); merged && written && !containsAll(now, items) {
					t.Fatalf("seed %d: of %q arrived %q", seed, v.Reveal(), now.Reveal())
				}
			}
			w.edit(fields, &target)
		}
	})
}

func containsAll(list mapping.Value, part []mapping.Value) bool {
	items, _ := list.AsList()
	return !slices.ContainsFunc(part, func(v mapping.Value) bool { return !slices.ContainsFunc(items, v.Equal) })
}

// TestTwoDirectionsComeToRest: what one direction wrote is no change for the other,
// also when a side keeps it in a form of its own.
func TestTwoDirectionsComeToRest(t *testing.T) {
	t.Parallel()
	eachWorld(t, func(t *testing.T, seed int, w world) {
		there, back, fields := w.bothWays(t)
		pos, web := shop{holds: w.record(fields)}, shop{holds: w.record(fields)}
		if seed%2 == 0 {
			web.rewrite = rewrites
		}
		for range 3 {
			for round := range 4 {
				wrote := web.writes + pos.writes
				sent := web.exchange(t, there, &pos).Written()
				for _, name := range pos.exchange(t, back, &web).Written() {
					if slices.Contains(sent, name) && !fields.isList(name) {
						t.Fatalf("seed %d: what was just written to field %s comes back", seed, name)
					}
				}
				if round == 3 && web.writes+pos.writes > wrote {
					t.Fatalf("seed %d: both directions still write after three rounds", seed)
				}
			}
			w.edit(fields, &pos)
			w.edit(fields, &web)
		}
	})
}

type randomFields []randomField

// isList tells a field that is a list: what others added to it may well come back.
func (all randomFields) isList(name string) bool {
	return slices.ContainsFunc(all, func(f randomField) bool { return f.name == name && f.kind == mapping.KindList })
}

// exchange is a pass from the other side to this one.
func (s *shop) exchange(t testing.TB, m *mapper, from *shop) change {
	t.Helper()
	c := plan(t, m, input{Source: &from.holds, Current: &s.holds, Baselines: s.base, Written: from.base})
	s.apply(m, c)
	return c
}

func quarrel(one, other mapping.Rule) bool {
	there, back := mapping.Definition{Rules: []mapping.Rule{one}}, mapping.Definition{Rules: []mapping.Rule{other}}
	return len(mapping.CheckBothWays(there, schema{}, back, schema{})) > 0
}

// bothWays are two mappings between systems with the same fields, whose policies go
// together.
func (w world) bothWays(t *testing.T) (there, back *mapper, all randomFields) {
	t.Helper()
	s := schema{Name: "both ways"}
	var forth, home mapping.Definition
	forth.Name, home.Name = "there", "back"
	for i, kind := range kinds {
		f := randomField{name: string(rune('a' + i)), kind: kind, policy: mapping.Always}
		s.Source, s.Target = append(s.Source, sourceField(f.name, kind)), append(s.Target, targetField(f.name, kind))
		rule := func() mapping.Rule { return mapping.To(f.name).From(f.name).Policy(w.policy(kind)) }
		one, other := rule(), rule()
		for quarrel(one, other) {
			one, other = rule(), rule()
		}
		forth.Rules, home.Rules, all = append(forth.Rules, one), append(home.Rules, other), append(all, f)
	}
	return newMapper(t, s, forth.Rules...), newMapper(t, s, home.Rules...), all
}

func TestDecimalsSurvive(t *testing.T) {
	t.Parallel()
	s := fields(mapping.KindNumber, "f", "again")
	s.Target = append(s.Target, targetField("text", mapping.KindText))
	m := newMapper(t, s, mapping.To("f").From("f").Policy(mapping.Always), mapping.To("text").From("f").Transform(mapping.ToText()).Policy(mapping.Always))
	back := newMapper(t, schema{Source: []mapping.SourceField[record]{sourceField("text", mapping.KindText)}, Target: s.Target},
		mapping.To("again").From("text").Transform(mapping.ParseNumber('.', 0)).Policy(mapping.Always))
	eachWorld(t, func(t *testing.T, seed int, w world) {
		want := decimal.New(w.Int64()-w.Int64(), -w.Int32N(20))
		c := plan(t, m, input{Source: src("f", mapping.Number(want))})
		got, ok := c.Patch["f"].AsNumber()
		if !ok || !got.Equal(want) || c.Patch["f"].Reveal() != want.String() {
			t.Fatalf("seed %d: %s arrived as %s", seed, want, c.Patch["f"].Reveal())
		}
		if again, _ := plan(t, back, input{Source: &c.Patch}).Patch["again"].AsNumber(); !again.Equal(want) {
			t.Fatalf("seed %d: %s as a text came back as %s", seed, want, again)
		}
	})
}

// TestConcurrentPlans: 1000 plans of different records at once are those made one by
// one.
func TestConcurrentPlans(t *testing.T) {
	t.Parallel()
	w := newWorld(7)
	m, fields := w.mapping(t, false)
	const plans = 1000
	inputs, want := make([]input, plans), make([]change, plans)
	for i := range inputs {
		inputs[i] = input{Source: new(w.record(fields)), Current: new(w.record(fields))}
		want[i] = plan(t, m, inputs[i])
	}
	var wg sync.WaitGroup
	for i := range inputs {
		wg.Go(func() {
			if got, err := m.Plan(inputs[i]); err != nil || !cmp.Equal(got.Fields(), want[i].Fields()) || !cmp.Equal(got.Patch, want[i].Patch) {
				t.Errorf("plan %d differs: %v", i, err)
			}
		})
	}
	wg.Wait()
}
