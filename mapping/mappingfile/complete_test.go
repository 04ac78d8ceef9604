package mappingfile_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/mappingfile"
)

// TestEverythingHasAFileForm walks over what package mapping offers to make
// definitions of: each function and each word of it is used by a rule here, and each
// rule comes back from its file the same. Something new fails until it has both.
func TestEverythingHasAFileForm(t *testing.T) {
	t.Parallel()
	offered := offers(t)
	used := usedRules(t)
	maps.Copy(used, usedWords(offered))
	if diff := cmp.Diff(slices.Sorted(maps.Keys(offered)), slices.Sorted(maps.Keys(used))); diff != "" {
		t.Errorf("package mapping offers (-), rules of this test use (+):\n%s", diff)
	}
	for name, rule := range used {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			roundTrip(t, mapping.Definition{Name: name, Rules: []mapping.Rule{rule}})
		})
	}
}

// roundTrip writes a definition, reads it, and writes it again.
func roundTrip(t *testing.T, def mapping.Definition) {
	t.Helper()
	file, err := mappingfile.Format(def, registered())
	if err != nil {
		t.Fatal(err)
	}
	read, err := mappingfile.Parse("f", file, registered())
	if err != nil {
		t.Fatalf("Parse: %v\n%s", err, file)
	}
	if read.Identity() != def.Identity() {
		t.Errorf("it is another mapping:\n%s", file)
	}
	again, err := mappingfile.Format(read, registered())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(file), string(again)); diff != "" {
		t.Errorf("written again (-first +second):\n%s", diff)
	}
	for _, problem := range newValidator(t).check(document(t, file)) {
		t.Errorf("the schema refuses it: %s\n%s", problem, file)
	}
}

// offers are the functions and methods of package mapping that make a part of a
// definition, such as Rule.From, and its words, such as Handling.Clear, with their
// texts.
func offers(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, file := range sources(t) {
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if name := maker(d); name != "" {
					all[name] = ""
				}
			case *ast.GenDecl:
				maps.Copy(all, words(t, d))
			}
		}
	}
	return all
}

func sources(t *testing.T) []*ast.File {
	t.Helper()
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	var files []*ast.File
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), "../"+e.Name(), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	return files
}

// maker is the name of a function that makes a part of a definition, "" for others.
func maker(d *ast.FuncDecl) string {
	if !d.Name.IsExported() || d.Type.Results == nil {
		return ""
	}
	receiver := ""
	if d.Recv != nil {
		receiver = typeName(d.Recv.List[0].Type)
	}
	switch result := typeName(d.Type.Results.List[0].Type); {
	case receiver == "Rule" && result == "Rule":
	case receiver == "" && slices.Contains([]string{"Rule", "Value", "Unmapped", "Policy"}, result):
	case receiver != "Args" && slices.Contains([]string{"Cond", "Call", "Transform"}, result) && d.Name.Name != "ParseTransform":
	default:
		return ""
	}
	return strings.TrimPrefix(receiver+"."+d.Name.Name, ".")
}

func typeName(e ast.Expr) string {
	if star, ok := e.(*ast.StarExpr); ok {
		e = star.X
	}
	if name, ok := e.(*ast.Ident); ok {
		return name.Name
	}
	return ""
}

// words are the constants of the types whose texts stand in files.
func words(t *testing.T, d *ast.GenDecl) map[string]string {
	t.Helper()
	found := map[string]string{}
	for _, s := range d.Specs {
		spec, ok := s.(*ast.ValueSpec)
		if !ok || spec.Type == nil || ruleOfWord(typeName(spec.Type), "") == nil {
			continue
		}
		text, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
		if err != nil {
			t.Fatal(err)
		}
		found[typeName(spec.Type)+"."+spec.Names[0].Name] = text
	}
	return found
}

// ruleOfWord is a rule that uses a word of a type, nil for other types.
func ruleOfWord(typ, text string) *mapping.Rule {
	f := mapping.To("f").From("f")
	switch typ {
	case "Policy":
		f = f.Policy(mapping.Policy(text))
	case "EditOption":
		f = f.Policy(mapping.UnlessEdited(mapping.EditOption(text)))
	case "KeyMode":
		f = f.Policy(mapping.MatchKey(mapping.KeyMode(text)))
	case "Handling":
		f = f.WhenEmpty(mapping.Handling(text))
	case "Overflow":
		f = f.MaxLength(5, mapping.Overflow(text))
	case "Casing":
		f = f.Transform(mapping.Upper(mapping.Casing(text)))
	case "Rounding":
		f = f.Transform(mapping.Round(2, mapping.Rounding(text)))
	default:
		return nil
	}
	return &f
}

func usedWords(offered map[string]string) map[string]mapping.Rule {
	used := map[string]mapping.Rule{}
	for name, text := range offered {
		typ, _, _ := strings.Cut(name, ".")
		if rule := ruleOfWord(typ, text); text != "" && rule != nil {
			used[name] = *rule
		}
	}
	return used
}

// usedRules has a rule for each function that makes a part of a definition.
func usedRules(t *testing.T) map[string]mapping.Rule {
	t.Helper()
	used := map[string]mapping.Rule{}
	for _, more := range []map[string]mapping.Rule{usedMethods(t), usedConditions(t), usedValues(), usedCalls(t), usedTransforms(t)} {
		maps.Copy(used, more)
	}
	return used
}

func usedMethods(t *testing.T) map[string]mapping.Rule {
	t.Helper()
	f := mapping.To("f").From("f")
	table := mapping.Table{"1": text("a"), " B ": mapping.Null()}
	return map[string]mapping.Rule{
		"To":               f,
		"Rule.From":        f.From("a", "b[name=c d].e", "g[0]"),
		"Rule.Force":       f.Force(text("a")),
		"Rule.WhenAbsent":  f.WhenAbsent(mapping.Fail),
		"Rule.WhenEmpty":   f.WhenEmpty(mapping.Clear),
		"Rule.ZeroIsEmpty": f.ZeroIsEmpty(),
		"Rule.SkipEmpty":   f.SkipEmpty(),
		"Rule.Transform":   f.Transform(mapping.Trim(), mapping.Slug()),
		"Rule.If":          f.If(mapping.Filled("a"), mapping.Path("b")).If(mapping.Otherwise(), text("c")),
		"Rule.Join":        f.If(mapping.Otherwise(), mapping.Path("a")).Join(" | "),
		"Rule.Map":         f.Map(table, mapping.UnmappedFail()),
		"Rule.ExactKeys":   f.Map(table, mapping.UnmappedFail()).ExactKeys(),
		"Rule.Default":     f.Default(mapping.Bool(false)),
		"Rule.Required":    f.Required(),
		"Rule.MaxLength":   f.MaxLength(5, mapping.Truncate),
		"Rule.OneOf":       f.OneOf("a", "1"),
		"Rule.Range":       f.Range(dec("-0.50"), dec("1e9")),
		"Rule.Pattern":     f.Pattern(`^\d+$`),
		"Rule.Policy":      f.Policy(mapping.Always),
		"UnlessEdited":     f.Policy(mapping.UnlessEdited(mapping.OnNoBaselineTake, mapping.OnConflictPark)),
		"MatchKey":         f.Policy(mapping.MatchKey(mapping.Follow)),
		"Forward":          f.Policy(mapping.Forward("new", "paid, sent")),
		"UnmappedFail":     f.Map(table, mapping.UnmappedFail()),
		"UnmappedPass":     f.Map(table, mapping.UnmappedPass()),
		"UnmappedOmit":     f.Map(table, mapping.UnmappedOmit()),
		"UnmappedDefault":  f.Map(table, mapping.UnmappedDefault(mapping.List())),
	}
}

func usedConditions(t *testing.T) map[string]mapping.Rule {
	t.Helper()
	used := map[string]mapping.Rule{}
	a := mapping.Filled("a")
	for name, cond := range map[string]mapping.Cond{
		"Otherwise": mapping.Otherwise(), "Present": mapping.Present("a"), "Filled": a,
		"Is": mapping.Is("a[n=x].b", text("1"), number("1")), "Above": mapping.Above("a", dec("1.50")), "Below": mapping.Below("a", dec("0")),
		"Not": mapping.Not(a), "All": mapping.All(a, mapping.Not(a)), "Any": mapping.Any(), "Test": mapping.Test(called(t, "isNew", "a", "b")),
	} {
		used[name] = mapping.To("f").If(cond, text("x")).If(mapping.Not(cond), text("y"))
	}
	return used
}

func usedValues() map[string]mapping.Rule {
	used := map[string]mapping.Rule{}
	for name, v := range map[string]mapping.Value{
		"Absent": mapping.Absent(), "Null": mapping.Null(), "Text": text("yes"), "Number": number("1.50"), "Int": mapping.Int(-3),
		"Bool": mapping.Bool(true), "Instant": mapping.Instant(time.Date(2026, 1, 31, 12, 0, 0, 5, time.FixedZone("", 3600))),
		"List": mapping.List(text("a"), mapping.List()), "Texts": mapping.Texts("a", "2"),
		"Object": mapping.Object(mapping.Pair{Name: "absent", Value: mapping.Bool(true)}, mapping.Pair{Name: "b", Value: mapping.Object()}),
	} {
		used[name] = mapping.To("f").Force(v).Default(v).If(mapping.Is("a", v), v).Map(mapping.Table{"k": v}, mapping.UnmappedDefault(v))
	}
	return used
}

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func usedCalls(t *testing.T) map[string]mapping.Rule {
	t.Helper()
	used := map[string]mapping.Rule{}
	rates := mapping.Rates{"high": dec("21"), "a \"b\", {c}": dec("9.50"), "": decimal.Zero}
	for name, call := range map[string]mapping.Call{
		"FromTemplate": mapping.FromTemplate("{a} {{b}}\n\"{c[name=x].d}\""), "Functions.Call": called(t, "total", "a", "b"),
		"Rates.AddVAT": rates.AddVAT("price", "class[0]"), "Rates.RemoveVAT": rates.RemoveVAT("price", "class", 4),
	} {
		used[name] = mapping.To("f").If(mapping.Otherwise(), call)
	}
	return used
}

func usedTransforms(t *testing.T) map[string]mapping.Rule {
	t.Helper()
	used := map[string]mapping.Rule{}
	for name, transform := range map[string]mapping.Transform{
		"Functions.Transform": changed(t, "shout", text("\"?\""), number("1.50"), mapping.Bool(true)),
		"Tables.Lookup":       brands().Lookup("brands", mapping.UnmappedPass()),
		"Trim":                mapping.Trim(), "Collapse": mapping.Collapse(), "Slug": mapping.Slug(),
		"Upper": mapping.Upper(), "Lower": mapping.Lower(), "Title": mapping.Title(mapping.Turkish),
		"Replace": mapping.Replace("a,\"", "(b)\\"), "Prefix": mapping.Prefix("'"), "Suffix": mapping.Suffix(" \n"), "Shorten": mapping.Shorten(5),
		"HTMLToText": mapping.HTMLToText(), "TextToHTML": mapping.TextToHTML(), "ToText": mapping.ToText(),
		"MatchPattern": mapping.MatchPattern(`^\d"`), "ReplacePattern": mapping.ReplacePattern("(a)", "$1"), "ExtractPattern": mapping.ExtractPattern("`"),
		"Split": mapping.Split(", "), "JoinList": mapping.JoinList(""), "Coalesce": mapping.Coalesce(), "OnlyNamed": mapping.OnlyNamed("a b", "c"), "Member": mapping.Member("a b"),
		"Template":    mapping.Template("{a}, {b}"),
		"ParseNumber": mapping.ParseNumber(',', '\''), "Round": mapping.Round(-1, mapping.HalfEven), "Multiply": mapping.Multiply(dec("-0.50")),
		"Percent": mapping.Percent(dec("50")), "AddVAT": mapping.AddVAT(dec("21")), "RemoveVAT": mapping.RemoveVAT(dec("5.5"), 4),
		"ConvertUnit": mapping.ConvertUnit("kg", "g"), "ParseTime": mapping.ParseTime("2006-01-02", "UTC"),
		"FormatTime": mapping.FormatTime("2 Jan 2006, 15:04", "Europe/Amsterdam"), "GTIN": mapping.GTIN(13),
		"SplitName": mapping.SplitName(), "JoinName": mapping.JoinName(), "SplitStreet": mapping.SplitStreet(), "JoinStreet": mapping.JoinStreet(),
		"ToEmail": mapping.ToEmail(), "ToCountryCode": mapping.ToCountryCode(),
	} {
		if transform.Err != nil {
			t.Errorf("%s: %v", name, transform.Err)
		}
		used[name] = mapping.To("f").From("f").Transform(transform, mapping.ToText())
	}
	return used
}
