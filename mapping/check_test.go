package mapping_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

// catalogue has fields of several kinds with limits.
func catalogue() schema {
	s := fields(mapping.KindText, "name", "sku", "status")
	for name, kind := range map[string]mapping.Kind{"price": mapping.KindNumber, "tags": mapping.KindList} {
		s.Source = append(s.Source, sourceField(name, kind))
		s.Target = append(s.Target, targetField(name, kind))
	}
	writeOnly := targetField("password", mapping.KindText)
	writeOnly.Get, writeOnly.Empty = nil, mapping.Absent()
	s.Target = append(s.Target, writeOnly)
	s.Target[0].MaxLength, s.Target[1].Required = 10, true
	return s
}

// sku is the rule that makes a definition over the catalogue complete.
func sku() mapping.Rule { return mapping.To("sku").From("sku").Policy(mapping.Always) }

func TestCheck(t *testing.T) {
	t.Parallel()
	to := func(field string) mapping.Rule { return mapping.To(field).From(field).Policy(mapping.Always) }
	rows := []struct {
		name    string
		rule    mapping.Rule
		want    string // part of the problem
		warning bool
	}{
		{"unknown target", to("nmae"), "the target has no such field", false},
		{"unknown source", to("name").From("nam"), `did you mean "name"?`, false},
		{"unknown path in a condition", to("name").If(mapping.Is("x"), text("a")), `the source has no field "x"`, false},
		{"unknown path in a value", to("name").If(mapping.Otherwise(), mapping.Path("x")), `the source has no field "x"`, false},
		{"unknown path in a call", to("name").If(mapping.Otherwise(), mapping.Call{Name: "c", Paths: []string{"x"}, Func: pick}), `the source has no field "x"`, false},
		{"broken path", to("name").From("tags[name="), "the path cannot be read", false},
		{"kind with a vowel", mapping.To("name").Force(mapping.Object()).Policy(mapping.Always), "takes a text, not an object", false},
		{"parts of a text", to("name").From("sku.x"), "has no parts", false},
		{"no policy", mapping.To("name").From("name"), "no policy", false},
		{"unknown policy", to("name").Policy("Sometimes"), `no policy "Sometimes"`, false},
		{"near policy", to("name").Policy("Allways"), `Policy(Allways): there is no policy "Allways": did you mean "Always"?`, false},
		{"no policy given", mapping.To("name").From("name"), "none is taken for granted: use one of Always, CreateOnly, FillEmpty, Forward, ListAdd, ListOwn, ListReplace, MatchKey, Never, UnlessEdited, UpdateOnly", false},
		{"unknown setting", to("name").Policy("UnlessEdited(OnConflict=Prak)"), `no setting "OnConflict=Prak": did you mean "OnConflict=Park"?`, false},
		{"setting twice", to("name").Policy("UnlessEdited(OnConflict=Park,OnConflict=TakeSource)"), "twice", false},
		{"unknown key mode", to("name").Policy(mapping.MatchKey("Folow")), `no mode "Folow": did you mean "Follow"?`, false},
		{"policy with settings", to("name").Policy("Always(x)"), "no settings: write Always", false},
		{"open bracket", to("name").Policy("Forward(a"), "closing bracket", false},
		{"short order", to("name").Policy(mapping.Forward("a")), "at least two", false},
		{"list policy", to("name").Policy(mapping.ListOwn), "for lists", false},
		{"single policy for a list", to("tags").Policy(mapping.MatchKey(mapping.Follow)), "for single values", false},
		{"write-only field", to("password").From("name").Policy(mapping.FillEmpty), "can never decide", false},
		{"clear without a form", to("password").From("name").WhenEmpty(mapping.Clear), "cannot be cleared", false},
		{"unknown handling", to("name").WhenAbsent("Claer"), `"Claer" is unknown: did you mean "Clear"?`, false},
		{"type conflict", to("name").From("price"), "gives a number, the target takes a text", false},
		{"type conflict of a transform", to("price").Transform(mapping.Trim()), "takes a text", false},
		{"default of another kind", to("price").Default(text("1")), "cannot take the value", false},
		{"force that is too long", mapping.To("name").Force(text("more than ten")).Policy(mapping.Always), "cannot take the value", false},
		{"table value of another kind", to("name").Map(mapping.Table{"a": mapping.Int(1)}, mapping.UnmappedOmit()), "cannot take the value", false},
		{"unmapped value of another kind", to("name").Map(mapping.Table{}, mapping.UnmappedDefault(mapping.Int(1))), "cannot take the value", false},
		{"if of another kind", to("name").If(mapping.Otherwise(), mapping.Int(1)), "cannot take the value", false},
		{"no unmapped", to("status").Map(mapping.Table{"a": text("b")}, mapping.Unmapped{}), "does not say", false},
		{"same key twice", to("status").Map(mapping.Table{"21": text("a"), "21.0": text("b")}, mapping.UnmappedFail()), "twice", false},
		{"no value", mapping.To("name").Policy(mapping.Always), "no value", false},
		{"length beyond the target", to("name").MaxLength(20, mapping.Reject), "more than the 10", false},
		{"no length", to("name").MaxLength(0, mapping.Reject), "no length", false},
		{"unknown overflow", to("name").MaxLength(5, "Trunc"), `not a way to handle long texts: did you mean "Truncate"?`, false},
		{"pattern", to("name").Pattern("("), "missing closing", false},
		{"pattern of a number", to("price").Pattern("1"), "takes a number", false},
		{"range of a text", to("name").Range(decimal.Zero, decimal.Zero), "takes a text", false},
		{"empty range", to("price").Range(decimal.NewFromInt(1), decimal.Zero), "no number", false},
		{"nameless transform", to("name").Transform(mapping.Transform{}), "no name", false},
		{"empty condition", to("name").If(mapping.Cond{}, text("a")), "condition is empty", false},
		{"no operand", to("name").If(mapping.Otherwise(), nil), "has no value", false},
		{"truncation risk", to("name"), "more than 10 characters", true},
		{"never with a value", to("status").Policy(mapping.Never), "never written", true},
		{"force with a source", to("status").Force(text("a")), "replaces everything", true},
		{"transform without From", mapping.To("status").Transform(mapping.Trim()).Default(text("a")).Policy(mapping.Always), "without a source path", true},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			def := mapping.Definition{Name: "test", Rules: []mapping.Rule{sku(), row.rule}}
			problems := mapping.Check(def, catalogue())
			at := slices.IndexFunc(problems, func(p *mapping.RuleError) bool { return strings.Contains(p.Error(), row.want) })
			if at < 0 || problems[at].Warning != row.warning || problems[at].Remedy == "" {
				t.Errorf("Check = %v, want %q, as a warning: %t", problems, row.want, row.warning)
			}
			if _, err := mapping.New(def, catalogue(), key()); (err == nil) != row.warning {
				t.Errorf("New: %v", err)
			}
		})
	}
}

func pick(args []mapping.Value) (mapping.Value, error) { return args[0], nil }

func TestCheckDefinition(t *testing.T) {
	t.Parallel()
	good := mapping.Definition{Name: "test", Rules: []mapping.Rule{sku()}}
	twice := good
	twice.Rules = append(slices.Clone(good.Rules), sku())
	nameless := good
	nameless.Name = ""
	rows := []struct {
		name   string
		def    mapping.Definition
		schema schema
		want   string
	}{
		{"two rules for one field", twice, catalogue(), "two rules"},
		{"no name", nameless, catalogue(), "no name"},
		{"required field without rule", good.Without("sku"), catalogue(), "requires the field"},
		{"required field that is never written", good.With(mapping.To("sku").Policy(mapping.Never)), catalogue(), "leaves it out"},
		{"group of nothing", good.WithGroups(mapping.Group("g", mapping.Always)), catalogue(), "no fields"},
		{"group of an unknown field", good.WithGroups(mapping.Group("g", mapping.Always, "x")), catalogue(), "without a rule"},
		{"group of an unknown policy", good.WithGroups(mapping.Group("g", "x", "sku")), catalogue(), `no policy "x"`},
		{"group without effect", good.WithGroups(mapping.Group("g", mapping.Always, "sku")), catalogue(), "never applies"},
		{
			"two groups", good.With(mapping.To("name").From("name")).
				WithGroups(mapping.Group("g", mapping.Always, "name"), mapping.Group("h", mapping.Never, "name")), catalogue(), "several groups",
		},
		{"source field twice", good, withSource(catalogue(), sourceField("sku", mapping.KindText)), "declared twice"},
		{"source field without Get", good, withSource(catalogue(), mapping.SourceField[record]{Name: "x"}), "no Get"},
		{"target field without Set", good, withTarget(catalogue(), mapping.TargetField[record, record]{Name: "x", Kind: mapping.KindText}), "no Set"},
		{"target field without kind", good, withTarget(catalogue(), targetField("x", mapping.KindAbsent)), "no kind"},
	}
	for _, row := range rows {
		problems := mapping.Check(row.def, row.schema)
		if !slices.ContainsFunc(problems, func(p *mapping.RuleError) bool { return strings.Contains(p.Error(), row.want) }) {
			t.Errorf("%s: Check = %v, want %q", row.name, problems, row.want)
		}
	}
	if problems := mapping.Check(good, catalogue()); len(problems) > 0 {
		t.Errorf("a good definition has problems: %v", problems)
	}
}

func withSource(s schema, f mapping.SourceField[record]) schema {
	s.Source = append(s.Source, f)
	return s
}

func withTarget(s schema, f mapping.TargetField[record, record]) schema {
	s.Target = append(s.Target, f)
	return s
}

func TestNewReportsAllProblemsAtOnce(t *testing.T) {
	t.Parallel()
	def := mapping.Definition{Name: "test", Rules: []mapping.Rule{
		mapping.To("name").From("nam").Policy("Sometimes"),
		mapping.To("price").From("name").Policy(mapping.Always),
		mapping.To("nmae").From("name").Policy(mapping.Always),
	}}
	_, err := mapping.New(def, catalogue(), []byte("short"))
	if _, ok := errors.AsType[*mapping.RuleError](err); !ok {
		t.Fatalf("error = %v, want RuleErrors", err)
	}
	if !errors.Is(err, mapping.ErrUnknownField) || !errors.Is(err, mapping.ErrNoRule) {
		t.Errorf("error = %v, want ErrUnknownField and ErrNoRule in it", err)
	}
	for _, want := range []string{"no field", "Sometimes", "takes a number", "requires the field", "5 bytes"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("error does not mention %q:\n%v", want, err)
		}
	}
}

// TestProblemsHaveAnOrder however the table keeps its keys.
func TestProblemsHaveAnOrder(t *testing.T) {
	t.Parallel()
	table := mapping.Table{}
	for i := range int64(20) {
		table[string(rune('a'+i))] = mapping.Int(i)
	}
	def := mapping.Definition{Name: "test", Rules: []mapping.Rule{sku(), mapping.To("status").From("status").Map(table, mapping.UnmappedFail()).Policy(mapping.Always)}}
	problems := mapping.Check(def, catalogue())
	if len(problems) != len(table) || !slices.IsSortedFunc(problems, func(a, b *mapping.RuleError) int { return strings.Compare(a.Rule, b.Rule) }) {
		t.Errorf("the problems are %v, want one for each key in order", problems)
	}
}

func TestSchemaIsCopied(t *testing.T) {
	t.Parallel()
	s := fields(mapping.KindText, "f")
	m := newMapper(t, s, mapping.To("f").From("f").Policy(mapping.Always))
	s.Target[0].Set, s.Source[0].Get = nil, nil
	plan(t, m, input{Source: src("f", text("a"))})
}
