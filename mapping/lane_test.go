package mapping_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

// ware is a record with fields of the four direct kinds; slot is such a field in a
// patch.
type (
	ware struct {
		Text, Other string
		Number      decimal.Decimal
		Truth       bool
		List        []string
		// Maybe and Flag are nil where the record has none.
		Maybe *decimal.Decimal
		Flag  *bool
		// Part has the same fields, for those that are read within it.
		Part *ware
	}
	slot[V any] struct {
		V   V
		Set bool
	}
	waresPatch struct {
		Text   slot[string]
		Number slot[decimal.Decimal]
		Truth  slot[bool]
		List   slot[[]string]
		Maybe  slot[decimal.Decimal]
		Flag   slot[bool]
		Label  slot[string]
	}
	waresSchema = mapping.Schema[ware, ware, waresPatch]
	waresMapper = mapping.Mapper[ware, ware, waresPatch]
	waresInput  = mapping.Input[ware, ware]
	waresChange = mapping.Change[waresPatch]
)

func directSchema() waresSchema {
	text := mapping.TargetText("text", func(w *ware) string { return w.Text }, func(p *waresPatch, s string) { p.Text = slot[string]{s, true} })
	text.Empty = mapping.Text("")
	number := mapping.TargetNumber("number", func(w *ware) decimal.Decimal { return w.Number }, func(p *waresPatch, d decimal.Decimal) { p.Number = slot[decimal.Decimal]{d, true} })
	number.Empty = mapping.Int(0)
	list := mapping.TargetTexts("list", func(w *ware) []string { return w.List }, func(p *waresPatch, l []string) { p.List = slot[[]string]{l, true} })
	list.Empty = mapping.List()
	maybe := mapping.TargetOptionalNumber("maybe", maybeOf, func(p *waresPatch, d decimal.Decimal) { p.Maybe = slot[decimal.Decimal]{d, true} })
	maybe.Empty = mapping.Int(0)
	return waresSchema{
		Name: "wares",
		Source: []mapping.SourceField[ware]{
			mapping.SourceText("text", func(w *ware) string { return w.Text }),
			mapping.SourceText("other", func(w *ware) string { return w.Other }),
			mapping.SourceNumber("number", func(w *ware) decimal.Decimal { return w.Number }),
			mapping.SourceBool("truth", func(w *ware) bool { return w.Truth }),
			mapping.SourceTexts("list", func(w *ware) []string { return w.List }),
			mapping.SourceOptionalNumber("maybe", maybeOf),
			mapping.SourceOptionalBool("flag", flagOf),
		},
		Target: []mapping.TargetField[ware, waresPatch]{
			text, number,
			mapping.TargetBool("truth", func(w *ware) bool { return w.Truth }, func(p *waresPatch, b bool) { p.Truth = slot[bool]{b, true} }),
			list, maybe,
			mapping.TargetOptionalBool("flag", flagOf, func(p *waresPatch, b bool) { p.Flag = slot[bool]{b, true} }),
			mapping.TargetText("label", func(w *ware) string { return w.Other }, func(p *waresPatch, s string) { p.Label = slot[string]{s, true} }),
		},
	}
}

func maybeOf(w *ware) (d decimal.Decimal, ok bool) {
	if w.Maybe == nil {
		return d, false
	}
	return *w.Maybe, true
}

func flagOf(w *ware) (b, ok bool) {
	if w.Flag == nil {
		return false, false
	}
	return *w.Flag, true
}

// derived are the schema's target fields as source fields, within a part of the record.
func derived(s waresSchema) []mapping.SourceField[ware] {
	fields := make([]mapping.SourceField[ware], len(s.Target))
	for i, f := range s.Target {
		fields[i] = mapping.Within(func(w *ware) *ware { return w.Part }, f.AsSource())
		if f.Name == "label" {
			fields[i].Name = "other"
		}
	}
	return fields
}

// wrapped is the schema with fields made by hand of the same functions.
func wrapped(s waresSchema) waresSchema {
	out := waresSchema{Name: s.Name}
	for _, f := range s.Source {
		out.Source = append(out.Source, mapping.SourceField[ware]{Name: f.Name, Kind: f.Kind, Get: f.Get})
	}
	for _, f := range s.Target {
		out.Target = append(out.Target, mapping.TargetField[ware, waresPatch]{
			Name: f.Name, Kind: f.Kind, Get: f.Get, Set: f.Set, Empty: f.Empty,
			Required: f.Required, MaxLength: f.MaxLength, OneOf: f.OneOf, Equal: f.Equal, Unordered: f.Unordered,
		})
	}
	return out
}

// TestDirectFieldsAreMappedAlike plans random records with fields that the engine
// reads directly and with the same ones wrapped.
func TestDirectFieldsAreMappedAlike(t *testing.T) {
	t.Parallel()
	const rounds = 6000
	planned := 0
	for seed := range uint64(rounds) {
		w := wareWorld{rand.New(rand.NewPCG(seed, 7))}
		def, schema := w.definition(), directSchema()
		if w.one(2) {
			schema.Source = derived(schema)
		}
		schema = w.limited(schema)
		direct, err := mapping.New(def, schema, key())
		byHand, errByHand := mapping.New(def, wrapped(schema), key())
		if fmt.Sprint(err) != fmt.Sprint(errByHand) {
			t.Fatalf("seed %d: New: by hand %v, direct %v", seed, errByHand, err)
		}
		if err != nil {
			continue
		}
		planned++
		var base mapping.Baselines
		for range 4 {
			in := w.input(base)
			got, err := direct.Plan(in)
			want, wantErr := byHand.Plan(in)
			if diff := cmp.Diff(fmt.Sprint(wantErr), fmt.Sprint(err)); diff != "" {
				t.Fatalf("seed %d: error (-by hand +direct):\n%s", seed, diff)
			}
			if diff := cmp.Diff(want.Patch, got.Patch); diff != "" {
				t.Fatalf("seed %d: patch (-by hand +direct):\n%s", seed, diff)
			}
			if diff := cmp.Diff(want.Fields(), got.Fields()); diff != "" {
				t.Fatalf("seed %d: decisions (-by hand +direct):\n%s", seed, diff)
			}
			if err != nil {
				continue
			}
			after := w.ware()
			next := direct.Baselines(got, after, base)
			if diff := cmp.Diff(byHand.Baselines(want, after, base), next); diff != "" {
				t.Fatalf("seed %d: baselines (-by hand +direct):\n%s", seed, diff)
			}
			base = next
		}
	}
	if planned < rounds/2 {
		t.Errorf("New takes %d of %d definitions: too few to tell much", planned, rounds)
	}
}

// TestDirectFieldsAreRefused whose kind is not that of their functions.
func TestDirectFieldsAreRefused(t *testing.T) {
	t.Parallel()
	def := mapping.Definition{Name: "wares", Rules: []mapping.Rule{mapping.To("truth").From("truth").Policy(mapping.Always)}}
	for want, change := range map[string]func(*waresSchema){
		`source field "number": its Kind is another than a number`:              func(s *waresSchema) { s.Source[2].Kind = mapping.KindText },
		`target field "text": its Kind or its Empty is another than a text`:     func(s *waresSchema) { s.Target[0].Empty = mapping.Null() },
		`target field "number": its Kind or its Empty is another than a number`: func(s *waresSchema) { s.Target[1].Kind = mapping.KindText },
		`target field "truth": its Kind or its Empty is another than a bool`:    func(s *waresSchema) { s.Target[2].Empty = mapping.Int(0) },
		`target field "list": its Kind or its Empty is another than a list`:     func(s *waresSchema) { s.Target[3].Empty = mapping.Text("") },
		`source field "list": its Kind is another than a list`:                  func(s *waresSchema) { s.Source[4].Kind = mapping.KindText },
	} {
		s := directSchema()
		change(&s)
		if _, err := mapping.New(def, s, key()); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("New: %v, want %s", err, want)
		}
	}
}

// TestDerivedFieldsStayDirect: their kind is checked as that of direct fields is.
func TestDerivedFieldsStayDirect(t *testing.T) {
	t.Parallel()
	def := mapping.Definition{Name: "wares", Rules: []mapping.Rule{mapping.To("truth").Force(mapping.Bool(true)).Policy(mapping.Always)}}
	for i, f := range derived(directSchema()) {
		s := directSchema()
		f.Kind = mapping.KindObject
		s.Source = []mapping.SourceField[ware]{f}
		if _, err := mapping.New(def, s, key()); err == nil || !strings.Contains(err.Error(), "its Kind is another than") {
			t.Errorf("New with %q: %v", s.Target[i].Name, err)
		}
	}
}

// TestFieldsWithoutGet have none when they are derived, and nothing else to read them by.
func TestFieldsWithoutGet(t *testing.T) {
	t.Parallel()
	def := mapping.Definition{Name: "wares", Rules: []mapping.Rule{mapping.To("truth").Force(mapping.Bool(true)).Policy(mapping.Always)}}
	s := directSchema()
	f := s.Target[0]
	f.Get = nil
	for _, source := range []mapping.SourceField[ware]{f.AsSource(), mapping.Within(func(w *ware) *ware { return w.Part }, f.AsSource())} {
		source.Kind = mapping.KindObject // another than a direct field could have
		s.Source = []mapping.SourceField[ware]{source}
		_, err := mapping.New(def, s, key())
		if want := `source field "text": it has no Get`; err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "Kind") {
			t.Errorf("New: %v, want %s alone", err, want)
		}
	}
}

func waresMapperOf(t *testing.T, def mapping.Definition, s waresSchema) *waresMapper {
	t.Helper()
	m, err := mapping.New(def, s, key())
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// wareWorld makes random mappings and records of wares.
type wareWorld struct{ *rand.Rand }

func (w wareWorld) one(n int) bool { return w.IntN(n) == 0 }

// limited gives target fields what they may have beside their accessors. Much of it does
// not go with all rules: more of it would leave few definitions that New takes.
func (w wareWorld) limited(s waresSchema) waresSchema {
	for i := range s.Target {
		f := &s.Target[i]
		f.Required = w.one(20)
		if w.one(30) {
			f.Get = nil
		}
		if w.one(6) {
			f.Equal = func(a, b mapping.Value) bool { return len(a.Reveal()) == len(b.Reveal()) }
		}
	}
	s.Target[3].Unordered = w.one(2)
	if w.one(4) {
		s.Target[0].MaxLength = 4
	}
	if w.one(12) {
		s.Target[0].OneOf, s.Target[1].OneOf = []string{"a", "A", "def", "z"}, []string{"0", "5"}
	}
	return s
}

func (w wareWorld) text() string {
	return []string{"", " ", "a", " a", "é", "<p> </p>", "<p>b</p>", "0", "boom", "a long text"}[w.IntN(10)]
}

func (w wareWorld) list() []string {
	list := []string{" a", "a", "b", "é", "c", ""}
	w.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list[:w.IntN(4)]
}

func (w wareWorld) ware() *ware {
	out := w.part()
	if !w.one(4) {
		out.Part = w.part()
	}
	return out
}

func (w wareWorld) part() *ware {
	out := &ware{Text: w.text(), Other: w.text(), Truth: w.one(2), List: w.list(), Number: w.number()}
	if !w.one(3) {
		out.Maybe = new(w.number())
	}
	if !w.one(3) {
		out.Flag = new(w.one(2))
	}
	return out
}

func (w wareWorld) number() decimal.Decimal {
	return []decimal.Decimal{
		decimal.Zero, decimal.New(5, 0), decimal.New(50, -1), decimal.New(51, -1), decimal.New(512, -2), decimal.New(5149, -3),
		decimal.New(-1, 0), decimal.New(1, 2000), decimal.New(1, -2000), decimal.New(0, 2000), decimal.New(0, -5), decimal.New(51, 0),
		decimal.RequireFromString("1844674407370955166.7"), // its coefficient is 51 more than 64 bits hold
	}[w.IntN(13)]
}

func (w wareWorld) input(base mapping.Baselines) waresInput {
	in := waresInput{Source: w.ware(), Baselines: base, LinkOnly: w.one(9)}
	if !w.one(3) {
		in.Current, in.Finish = w.ware(), w.one(9)
	}
	if w.one(3) {
		in.Written = base
	}
	return in
}

func (w wareWorld) policy() mapping.Policy {
	all := []mapping.Policy{
		mapping.Always, mapping.CreateOnly, mapping.UpdateOnly, mapping.FillEmpty, mapping.Never, mapping.UnlessEdited(),
		mapping.UnlessEdited(mapping.OnNoBaselineTake, mapping.OnConflictTakeSource), mapping.MatchKey(mapping.Follow),
		mapping.MatchKey(mapping.Report),
	}
	return all[w.IntN(len(all))]
}

// definition has a rule for each field, with parts at random.
func (w wareWorld) definition() mapping.Definition {
	flag := mapping.To("flag").From("flag").Policy(w.policy())
	if w.one(3) {
		flag = flag.Default(mapping.Bool(true))
	}
	return mapping.Definition{Name: "wares", Rules: []mapping.Rule{
		w.textRule(), w.numberRule("number"), mapping.To("truth").From([]string{"truth", "flag"}[w.IntN(2)]).Policy(w.policy()), w.listRule(),
		w.numberRule("maybe"), flag, w.labelRule(),
	}}
}

func (w wareWorld) numberRule(field string) mapping.Rule {
	number := mapping.To(field).From(field).Policy(w.policy())
	if w.one(4) {
		number = mapping.To(field).From("maybe", "number").Policy(w.policy())
	}
	if w.one(2) {
		number = number.Transform(mapping.Round(1, []mapping.Rounding{mapping.HalfUp, mapping.HalfEven}[w.IntN(2)]))
	}
	if w.one(4) {
		number = number.Transform(mapping.Multiply(decimal.New(5, -1)), mapping.Round(1))
	}
	if w.one(3) {
		number = number.Range(decimal.Zero, decimal.New(9, 0))
	}
	if w.one(4) {
		number = number.ZeroIsEmpty()
	}
	if field == "maybe" && w.one(3) {
		number = number.WhenAbsent([]mapping.Handling{mapping.Clear, mapping.Fail}[w.IntN(2)])
	}
	if w.one(5) {
		number = number.Map(mapping.Table{"5": mapping.Int(1)}, mapping.UnmappedPass())
	}
	return number
}

// labelRule has conditions instead of paths.
func (w wareWorld) labelRule() mapping.Rule {
	limit := []decimal.Decimal{decimal.Zero, decimal.New(5, 0), decimal.New(1, 2000)}[w.IntN(3)]
	conditions := []mapping.Cond{
		mapping.Above("maybe", limit), mapping.Below("maybe", limit), mapping.Above("number", limit), mapping.Below("number", limit),
		mapping.Above("text", limit), mapping.Filled("other"), mapping.Not(mapping.Present("flag")), mapping.Present("maybe"), mapping.Is("number", mapping.Int(5)),
		mapping.Test(mapping.Call{Name: "own", Paths: []string{"text"}, Func: func(args []mapping.Value) (mapping.Value, error) {
			switch s, _ := args[0].AsText(); s {
			case "boom":
				panic("boom")
			case "0":
				return mapping.Value{}, errors.New("no answer")
			default:
				return mapping.Bool(s == "a"), nil
			}
		}}),
	}
	r := mapping.To("label").Policy(w.policy())
	for range 1 + w.IntN(2) {
		r = r.If(conditions[w.IntN(len(conditions))], []mapping.Operand{
			mapping.Text("a"), mapping.Text(""), mapping.Text(" "), mapping.Text("z"), mapping.Text("é"), mapping.Path("other"),
		}[w.IntN(6)])
	}
	if w.one(4) {
		r = r.Map(mapping.Table{"a": mapping.Text("A"), "z": mapping.Text("")}, mapping.UnmappedPass())
	}
	if w.one(4) {
		r = r.Default(mapping.Text("def"))
	}
	if w.one(6) {
		r = r.From("text")
	}
	if w.one(4) {
		r = r.Transform(mapping.Replace("a", "b"))
	}
	if w.one(6) {
		r = r.Join(",")
	}
	if w.one(4) {
		r = r.MaxLength(2, mapping.Truncate)
	}
	return r
}

func (w wareWorld) listRule() mapping.Rule {
	policy := w.policy()
	if w.one(2) {
		policy = []mapping.Policy{mapping.ListAdd, mapping.ListOwn, mapping.ListReplace}[w.IntN(3)]
	}
	r := mapping.To("list").From("list").Policy(policy)
	if w.one(4) {
		r = r.Transform(mapping.Transform{Name: "asItIs", Takes: mapping.KindList, Func: func(v mapping.Value) (mapping.Value, error) { return v, nil }})
	}
	if w.one(4) {
		r = r.WhenEmpty(mapping.Clear)
	}
	return r
}

func (w wareWorld) textRule() mapping.Rule {
	policy := w.policy()
	if w.one(9) {
		policy = mapping.Forward("a", "0", "z")
	}
	r := mapping.To("text").From("text").Policy(policy)
	if w.one(2) {
		r = mapping.To("text").From("text", "other").Policy(policy)
	}
	if w.one(2) {
		r = r.SkipEmpty()
	}
	if w.one(3) {
		r = r.WhenEmpty([]mapping.Handling{mapping.Omit, mapping.Clear, mapping.Fail}[w.IntN(3)])
	}
	if w.one(2) {
		r = r.Transform(mapping.Trim(), mapping.Replace("boom", ""))
	}
	if w.one(3) {
		r = r.Transform(panicking())
	}
	if w.one(3) {
		unmapped := []mapping.Unmapped{mapping.UnmappedFail(), mapping.UnmappedPass(), mapping.UnmappedOmit(), mapping.UnmappedDefault(mapping.Text("z"))}
		r = r.Map(mapping.Table{"a": mapping.Text("A"), "0": mapping.Text(""), "É": mapping.Text("e")}, unmapped[w.IntN(4)])
	}
	if w.one(3) {
		r = r.Default(mapping.Text("def"))
	}
	if w.one(6) {
		r = r.Pattern("^[a-zA]")
	}
	if w.one(8) {
		r = r.If(mapping.Is("truth", mapping.Bool(true)), mapping.Path("other"))
	}
	if w.one(3) {
		r = r.MaxLength(3, []mapping.Overflow{mapping.Reject, mapping.Truncate}[w.IntN(2)])
	}
	return r
}

// panicking is somebody's own function.
func panicking() mapping.Transform {
	return mapping.Transform{Name: "panicking", Takes: mapping.KindText, Func: func(v mapping.Value) (mapping.Value, error) {
		if s, _ := v.AsText(); s == "boom" {
			panic("boom")
		}
		return v, nil
	}}
}

// TestDirectAccessorPanics tells where an accessor panicked, as for other fields.
func TestDirectAccessorPanics(t *testing.T) {
	t.Parallel()
	s := directSchema()
	s.Source[0] = mapping.SourceText("text", func(w *ware) string { panic(w) })
	m := waresMapperOf(t, mapping.Definition{Name: "wares", Rules: []mapping.Rule{
		mapping.To("text").From("text").Policy(mapping.Always), mapping.To("truth").From("truth").Policy(mapping.Always),
	}}, s)
	_, err := m.Plan(waresInput{Source: &ware{}})
	const want = `field "text": from text: panic of type *mapping_test.ware`
	if err == nil || err.Error() != want {
		t.Errorf("error %q, want %q", err, want)
	}
}

// TestTextsTakeTextsOnly names the element that is none.
func TestTextsTakeTextsOnly(t *testing.T) {
	t.Parallel()
	s := directSchema()
	s.Source[4] = mapping.SourceField[ware]{Name: "list", Kind: mapping.KindList, Get: func(*ware) mapping.Value {
		return mapping.List(mapping.Text("a"), mapping.Int(1))
	}}
	m := waresMapperOf(t, mapping.Definition{Name: "wares", Rules: []mapping.Rule{mapping.To("list").From("list").Policy(mapping.ListReplace)}}, s)
	_, err := m.Plan(waresInput{Source: &ware{}})
	const want = `field "list": set: element 2 is a number instead of a text (value: list(2))`
	if err == nil || err.Error() != want {
		t.Errorf("error %v, want %q", err, want)
	}
}

// TestALongListLeavesOtherValuesAlone however many elements it has: values of other
// fields are neither reported nor remembered as parts of it.
func TestALongListLeavesOtherValuesAlone(t *testing.T) {
	t.Parallel()
	m := waresMapperOf(t, mapping.Definition{Name: "wares", Rules: []mapping.Rule{
		mapping.To("list").From("list").Policy(mapping.ListOwn),
		mapping.To("text").From("text").Policy(mapping.UnlessEdited()),
	}}, directSchema())
	pos := ware{Text: "a", List: make([]string, 1<<16)}
	for i := range pos.List {
		pos.List[i] = fmt.Sprint("tag ", i)
	}
	newText := func(in waresInput) (waresChange, mapping.Value) {
		t.Helper()
		c, err := m.Plan(in)
		if err != nil {
			t.Fatal(err)
		}
		return c, c.Fields()[1].New
	}
	create, mapped := newText(waresInput{Source: &pos})
	if !mapped.Equal(text("a")) {
		t.Errorf("the text a is reported as %q", mapped.Reveal())
	}
	shop, base := pos, m.Baselines(create, nil, nil)
	_, mapped = newText(waresInput{Source: &pos, Current: &shop, Baselines: base})
	if !mapped.Equal(text("a")) {
		t.Errorf("the text a on both sides is reported as %q", mapped.Reveal())
	}
	pos.Text = "b"
	if update, _ := newText(waresInput{Source: &pos, Current: &shop, Baselines: base}); update.Patch.Text.V != "b" {
		t.Errorf("a change of the source is not written: %+v", update.Fields()[1])
	}
}

// TestOneRecordPlannedAtOnce gives the same change each time; its list is shared by all
// patches.
func TestOneRecordPlannedAtOnce(t *testing.T) {
	t.Parallel()
	m := waresMapperOf(t, mapping.Definition{Name: "wares", Rules: []mapping.Rule{
		mapping.To("text").From("text", "other").SkipEmpty().Policy(mapping.UnlessEdited()),
		mapping.To("number").From("number").Transform(mapping.Round(1)).Policy(mapping.Always),
		mapping.To("truth").From("truth").Policy(mapping.CreateOnly),
		mapping.To("list").From("list").Policy(mapping.ListOwn),
	}}, directSchema())
	pos := ware{Other: "a", Number: decimal.New(512, -2), Truth: true, List: []string{"a", "b"}}
	for _, shop := range []*ware{nil, {}, {Text: "a", List: []string{"b", "c"}}} {
		in := waresInput{Source: &pos, Current: shop}
		want, err := m.Plan(in)
		if err != nil {
			t.Fatal(err)
		}
		base := m.Baselines(want, nil, nil)
		var wg sync.WaitGroup
		for range 100 {
			wg.Go(func() {
				got, err := m.Plan(in)
				if err != nil || !cmp.Equal(got.Patch, want.Patch) || !cmp.Equal(got.Fields(), want.Fields()) || !m.Baselines(want, nil, nil).Equal(base) {
					t.Errorf("another plan, error %v: %v", err, got.Fields())
				}
			})
		}
		wg.Wait()
	}
}

// TestPatchGrowsOnItsOwn: what is appended to a list of a patch does not get into the
// source record, also where that has room for it.
func TestPatchGrowsOnItsOwn(t *testing.T) {
	t.Parallel()
	m := waresMapperOf(t, mapping.Definition{Name: "wares", Rules: []mapping.Rule{mapping.To("list").From("list").Policy(mapping.ListReplace)}}, directSchema())
	all := []string{"a", "b", "c"}
	c, err := m.Plan(waresInput{Source: &ware{List: all[:2]}})
	if err != nil {
		t.Fatal(err)
	}
	if _ = append(c.Patch.List.V, "x"); all[2] != "c" {
		t.Errorf("the source's list became %q", all)
	}
}
