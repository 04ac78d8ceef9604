package mappingfile_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/mappingfile"
)

// FuzzParse feeds the loader anything: it never panics, each problem has a place
// within the file, and what is read is the same when it is written and read again.
func FuzzParse(f *testing.F) {
	files, err := filepath.Glob("defaults/*.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range append(files, "testdata/everything.yaml") {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Add([]byte(rule("name", "vars: {n: 'tags[0]'}, if: [{expr: n + \"x\", when: price > 1e3 and n in [\"a\"]}]")))
	f.Add([]byte("{\"name\": \"a\\u00e9b\",\t\"fields\": {\"x\": {\"force\": -1.5e3}}}"))
	f.Fuzz(func(t *testing.T, text []byte) {
		problems := mappingfile.Check("f", text, registered(), fields())
		lines := bytes.Count(text, []byte("\n")) + bytes.Count(text, []byte("\r")) + 1
		for _, p := range problems {
			if p.Line < 1 || p.Line > lines || p.Column < 1 {
				t.Errorf("the file has %d lines, the problem is at %d:%d", lines, p.Line, p.Column)
			}
		}
		def, err := mappingfile.Parse("f", text, registered())
		if err != nil {
			return
		}
		written, err := mappingfile.Format(def, registered())
		if err != nil {
			if strings.Contains(err.Error(), "it has no text form") { // an if without value
				return
			}
			t.Fatalf("Format: %v", err)
		}
		again, err := mappingfile.Parse("f", written, registered())
		if err != nil {
			t.Fatalf("Parse of\n%s: %v", written, err)
		}
		if got, want := print(again), print(def); got != want {
			t.Errorf("written as\n%s\nread as\n%s\nwant\n%s", written, got, want)
		}
	})
}

// print is what a definition says, as the fingerprint sees it, also when its rules do
// not fit a schema.
func print(def mapping.Definition) string {
	var b strings.Builder
	b.WriteString(def.Name + def.Version)
	for _, g := range def.Groups {
		b.WriteString(g.Name + string(g.Policy) + strings.Join(g.Fields, ","))
	}
	for _, r := range def.Rules {
		written, err := mappingfile.Format(mapping.Definition{Rules: []mapping.Rule{r}}, registered())
		if err != nil {
			b.WriteString(err.Error())
		}
		b.Write(written)
	}
	return b.String()
}

// FuzzExpression computes anything: it never panics.
func FuzzExpression(f *testing.F) {
	for _, seed := range []string{
		"price * (1 + tax / 100)", "name + \" \" + sku", "not (active and price < 12)", "name in [\"a\"] ? 1 : 2", "tags[0] ?? name",
		"round(number(sku), 2)", "name matches \"^a\"", "replace(name, \"a\", \"b\") contains \"b\"", "1e300 * 1e300 * price", "address.city",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, expression string) {
		var def mapping.Definition
		if strings.ContainsAny(expression, "\r\n") || strings.Contains(expression, "'") {
			return
		}
		def, err := mappingfile.Parse("f", []byte(rule("price", "if: [{expr: '"+expression+"'}]")), mappingfile.Own{})
		if err != nil {
			return
		}
		m, err := mapping.New(def, fields(), key())
		if err != nil {
			return
		}
		src := source()
		if _, err := m.Plan(mapping.Input[record, record]{Source: &src}); err != nil && strings.Contains(err.Error(), "panic") {
			t.Error(err)
		}
	})
}
