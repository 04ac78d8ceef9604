package mappingfile_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/mapping/mappingfile"
)

func TestSchemaFile(t *testing.T) {
	t.Parallel()
	golden(t, "mapping.schema.json", mappingfile.Schema())
}

// TestSchemaAccepts proves that editors do not complain about files that are read.
func TestSchemaAccepts(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("defaults/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("defaults: %v, %v", files, err)
	}
	v := newValidator(t)
	for _, file := range append(files, "testdata/everything.yaml") {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, problem := range v.check(document(t, text)) {
			t.Errorf("%s: %s", file, problem)
		}
	}
}

// TestSchemaRefuses proves that editors mark what is not read.
func TestSchemaRefuses(t *testing.T) {
	t.Parallel()
	v := newValidator(t)
	for _, file := range []string{
		"name: 1\nfields: {}\n",
		"name: test\n",
		"name: test\nfields: {}\nfeilds: {}\n",
		rule("name", "form: name"),
		rule("name", "from: 1"),
		rule("name", "from: name, required: 1"),
		rule("name", "from: name, when_empty: Claer"),
		rule("name", "from: name, max_length: 0"),
		rule("name", "from: name, range: {min: 1}"),
		rule("name", "from: name, map: {table: {}}"),
		rule("name", "from: name, map: {table: {}, unmapped: Fial}"),
		rule("name", "force: {instnt: x}"),
		rule("name", "if: [{when: {filled: a}}]"),
		rule("name", "if: [{value: a, path: b}]"),
		rule("name", "if: [{value: a, when: {filled: a, present: b}}]"),
		rule("name", "if: [{value: a, when: {is: {a: 1, b: 2}}}]"),
		rule("name", "if: [{value: a, when: {above: {a: b}}}]"),
		rule("name", "if: [{call: {paths: a}}]"),
		"name: test\ngroups: {texts: {policy: Always}}\nfields: {}\n",
		"name: test\nfields: {name: {from: name, policy: Allways}}\n",
	} {
		if problems := v.check(document(t, []byte(file))); len(problems) == 0 {
			t.Errorf("the schema accepts\n%s", file)
		}
	}
}

// TestSchemaRefusesBadFiles proves that editors mark the files that are not read, as far
// as a schema can say why.
func TestSchemaRefusesBadFiles(t *testing.T) {
	t.Parallel()
	v := newValidator(t)
	beyond := map[string]bool{}
	for _, row := range badFiles() {
		if _, err := mappingfile.Parse("f", []byte(row.file), mappingfile.Own{}); err == nil {
			continue // only the rules do not fit their fields
		}
		if doc, err := parsed([]byte(row.file)); err == nil && len(v.check(doc)) == 0 {
			beyond[row.name] = true
		}
	}
	want := []string{
		"anchor", "call", "expression in a block", "expression in quotes", "expression syntax", "huge number", "odd number", "rounding", "tag",
		"template", "transform", "transform arguments", "two documents", "unused variable",
	}
	if diff := cmp.Diff(want, slices.Sorted(maps.Keys(beyond))); diff != "" {
		t.Errorf("a schema cannot see (-want +got):\n%s", diff)
	}
}

func document(t *testing.T, text []byte) any {
	t.Helper()
	doc, err := parsed(text)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// parsed reads a file as an editor does.
func parsed(text []byte) (doc any, err error) {
	if err := yaml.Unmarshal(text, &doc); err != nil {
		return nil, err
	}
	asJSON, err := json.Marshal(doc)
	if err != nil {
		return nil, err
	}
	doc = nil
	err = json.Unmarshal(asJSON, &doc)
	return doc, err
}

// validator checks what our schema uses of JSON Schema.
type validator struct{ root map[string]any }

func newValidator(t *testing.T) validator {
	t.Helper()
	var v validator
	if err := json.Unmarshal(mappingfile.Schema(), &v.root); err != nil {
		t.Fatal(err)
	}
	return v
}

func (v validator) check(doc any) []string { return v.value("", v.root, doc) }

func (v validator) value(path string, s map[string]any, doc any) (problems []string) {
	fail := func(format string, args ...any) {
		problems = append(problems, path+": "+fmt.Sprintf(format, args...))
	}
	if ref, ok := s["$ref"].(string); ok {
		def := v.root["$defs"].(map[string]any)[strings.TrimPrefix(ref, "#/$defs/")]
		problems = v.value(path, def.(map[string]any), doc)
	}
	if want, ok := s["type"]; ok && !hasType(want, doc) {
		fail("is no %v", want)
	}
	if words, ok := s["enum"].([]any); ok && !slices.Contains(words, doc) {
		fail("is none of %v", words)
	}
	if constant, ok := s["const"]; ok && constant != doc {
		fail("is not %v", constant)
	}
	if n, ok := doc.(float64); ok && s["minimum"] != nil && n < s["minimum"].(float64) {
		fail("is too small")
	}
	if text, ok := doc.(string); ok && s["pattern"] != nil && !regexp.MustCompile(s["pattern"].(string)).MatchString(text) {
		fail("does not match")
	}
	if _, err := time.Parse(time.RFC3339, fmt.Sprint(doc)); err != nil && s["format"] == "date-time" {
		fail("is no instant")
	}
	for _, kind := range []string{"anyOf", "oneOf"} {
		if choices, ok := s[kind].([]any); ok {
			fits := len(slices.DeleteFunc(slices.Clone(choices), func(c any) bool { return len(v.value(path, c.(map[string]any), doc)) > 0 }))
			if fits == 0 || kind == "oneOf" && fits > 1 {
				fail("fits %d of %s", fits, kind)
			}
		}
	}
	switch doc := doc.(type) {
	case []any:
		if s["minItems"] != nil && float64(len(doc)) < s["minItems"].(float64) {
			fail("has too few elements")
		}
		if items, ok := s["items"].(map[string]any); ok {
			for i, item := range doc {
				problems = append(problems, v.value(fmt.Sprintf("%s[%d]", path, i), items, item)...)
			}
		}
	case map[string]any:
		problems = append(problems, v.object(path, s, doc)...)
	}
	return problems
}

func (v validator) object(path string, s map[string]any, doc map[string]any) (problems []string) {
	required, _ := s["required"].([]any)
	for _, name := range required {
		if _, ok := doc[name.(string)]; !ok {
			problems = append(problems, fmt.Sprintf("%s: %s is missing", path, name))
		}
	}
	if s["minProperties"] != nil && float64(len(doc)) < s["minProperties"].(float64) ||
		s["maxProperties"] != nil && float64(len(doc)) > s["maxProperties"].(float64) {
		problems = append(problems, path+": has another number of members")
	}
	needs, _ := s["dependentRequired"].(map[string]any)
	for _, name := range slices.Sorted(maps.Keys(needs)) {
		_, given := doc[name]
		if _, ok := doc[needs[name].([]any)[0].(string)]; given && !ok {
			problems = append(problems, path+": "+name+" stands alone")
		}
	}
	properties, _ := s["properties"].(map[string]any)
	for _, name := range slices.Sorted(maps.Keys(doc)) {
		switch more := s["additionalProperties"].(type) {
		case map[string]any:
			problems = append(problems, v.value(path+"."+name, more, doc[name])...)
		default:
			if sub, ok := properties[name].(map[string]any); ok {
				problems = append(problems, v.value(path+"."+name, sub, doc[name])...)
			} else if more == false {
				problems = append(problems, fmt.Sprintf("%s: there is no %s", path, name))
			}
		}
	}
	return problems
}

func hasType(want, doc any) bool {
	if choices, ok := want.([]any); ok {
		return slices.ContainsFunc(choices, func(one any) bool { return hasType(one, doc) })
	}
	switch doc := doc.(type) {
	case string:
		return want == "string"
	case float64:
		return want == "number" || want == "integer" && doc == float64(int64(doc))
	case bool:
		return want == "boolean"
	case nil:
		return want == "null"
	case []any:
		return want == "array"
	default:
		return want == "object"
	}
}
