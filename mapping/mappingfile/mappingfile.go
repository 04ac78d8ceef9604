package mappingfile

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/tillsync/tillsync/mapping"
)

// Parse reads a definition from YAML or JSON. name stands in problems. The error
// joins one Problem for each thing that cannot be read. Whether the rules fit a
// schema is left to New and Check.
func Parse(name string, data []byte, own Own) (mapping.Definition, error) {
	r := newReader(name, own)
	def := r.definition(data)
	if err := join(r.sorted()); err != nil {
		return mapping.Definition{}, err
	}
	return def, nil
}

// New reads a definition and compiles it, as mapping.New does. The error joins one
// Problem for each thing that is wrong, in the file or with its rules.
func New[S, T, P any](name string, data []byte, own Own, fields mapping.Schema[S, T, P], key []byte) (*mapping.Mapper[S, T, P], error) {
	def, found := check(name, data, own, fields)
	if err := join(found); err != nil {
		return nil, err
	}
	m, err := mapping.New(def, fields, key)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return m, nil
}

// Check reads a definition and reports everything that is wrong with it or may be,
// as mapping.Check does, in the order of the file.
func Check[S, T, P any](name string, data []byte, own Own, fields mapping.Schema[S, T, P]) []*Problem {
	_, found := check(name, data, own, fields)
	return found
}

func check[S, T, P any](name string, data []byte, own Own, fields mapping.Schema[S, T, P]) (mapping.Definition, []*Problem) {
	r := newReader(name, own)
	def := r.definition(data)
	broken := slices.Clone(r.list)
	for _, e := range mapping.Check(def, fields) {
		r.locate(e, broken)
	}
	return def, r.sorted()
}

func newReader(name string, own Own) *reader {
	return &reader{problems: problems{file: name}, own: own, places: map[string]map[string]place{}}
}

func (r *reader) definition(data []byte) mapping.Definition {
	var def mapping.Definition
	if root := tree(data, &r.problems); root != nil {
		object(r, place{position: root.position}, root, definitionKeys(), &def)
	}
	return def
}

// locate reports a problem of a rule where the rule stands in the file. What follows
// from something broken in the file is left out; an unknown name of a rule does not.
func (r *reader) locate(e *mapping.RuleError, broken []*Problem) {
	at, ok := r.place(e)
	follows := func(p *Problem) bool {
		rest, inside := strings.CutPrefix(p.Path, at.path)
		inside = inside && at.path != "" && (rest == "" || rest[0] == '.' || rest[0] == '[')
		return inside || !ok || position{p.Line, p.Column} == at.position
	}
	if !errors.Is(e, mapping.ErrUnknownField) && slices.ContainsFunc(broken, follows) {
		return
	}
	r.add(&Problem{
		File: r.file, Line: at.line, Column: at.column, Path: at.path,
		Problem: partOf(at.path, e.Rule) + e.Problem, Remedy: e.Remedy, Warning: e.Warning, Err: e.Err,
	})
}

// partOf says in the words of a file which part of a rule is meant: max_length for
// MaxLength. It is empty when the path says so already.
func partOf(path, rule string) string {
	name, args, _ := strings.Cut(rule, "(")
	for _, key := range append(ruleKeys().names(), "group") {
		if !strings.EqualFold(name, strings.ReplaceAll(key, "_", "")) {
			continue
		}
		if strings.Contains(path, key) {
			return ""
		}
		return strings.TrimSpace(key+" "+strings.TrimSuffix(args, ")")) + ": "
	}
	if rule == "" {
		return ""
	}
	return rule + ": "
}

// place is where the part of a rule stands, or what it is a part of; ok is false when
// the file has nothing about it.
func (r *reader) place(e *mapping.RuleError) (at place, ok bool) {
	for _, field := range []string{e.Field, ""} {
		best := -1
		for rule, place := range r.places[field] {
			if strings.HasPrefix(e.Rule, rule) && len(rule) > best {
				best, at = len(rule), place
			}
		}
		if best >= 0 {
			return at, true
		}
		if field != "" && e.Rule == "" { // no rule is for the field
			at := r.rules
			at.path += "." + field
			return at, at.line > 0
		}
	}
	return top, false
}

// errNotWritten is for definitions that have no text form.
var errNotWritten = errors.New("it has no text form")
