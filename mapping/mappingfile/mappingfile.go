package mappingfile

import (
	"errors"
	"fmt"
	"strings"

	"github.com/tillsync/tillsync/mapping"
)

// Parse reads a definition from YAML or JSON. name stands in problems. The error
// joins one Problem for each thing that cannot be read. Whether the rules fit a
// schema is left to New and Check.
func Parse(name string, data []byte, own Functions) (mapping.Definition, error) {
	r := newReader(name, own)
	def := r.definition(data)
	if err := join(r.sorted()); err != nil {
		return mapping.Definition{}, err
	}
	return def, nil
}

// New reads a definition and compiles it, as mapping.New does. The error joins one
// Problem for each thing that is wrong, in the file or with its rules.
func New[S, T, P any](name string, data []byte, own Functions, fields mapping.Schema[S, T, P], key []byte) (*mapping.Mapper[S, T, P], error) {
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
func Check[S, T, P any](name string, data []byte, own Functions, fields mapping.Schema[S, T, P]) []*Problem {
	_, found := check(name, data, own, fields)
	return found
}

func check[S, T, P any](name string, data []byte, own Functions, fields mapping.Schema[S, T, P]) (mapping.Definition, []*Problem) {
	r := newReader(name, own)
	def := r.definition(data)
	broken := map[string]bool{}
	for _, p := range r.list {
		broken[p.Path] = true
	}
	for _, e := range mapping.Check(def, fields) {
		r.locate(e, broken)
	}
	return def, r.sorted()
}

func newReader(name string, own Functions) *reader {
	return &reader{problems: problems{file: name}, functions: own, places: map[part]place{}}
}

func (r *reader) definition(data []byte) mapping.Definition {
	var def mapping.Definition
	if root := tree(data, &r.problems); root != nil {
		object(r, place{position: root.position}, root, definitionKeys(), &def)
	}
	return def
}

// locate reports a problem of a rule where the rule stands in the file. What follows
// from a part that could not be read is left out.
func (r *reader) locate(e *mapping.RuleError, broken map[string]bool) {
	at, ok := r.place(e)
	if !ok && len(r.list) > 0 {
		return
	}
	for path := range broken {
		if path == at.path || strings.HasPrefix(path, "fields."+e.Field+".") && e.Field != "" {
			return
		}
	}
	problem := e.Problem
	if e.Rule != "" && !strings.HasSuffix(at.path, e.Rule) {
		problem = e.Rule + ": " + problem
	}
	r.list = append(r.list, &Problem{
		File: r.file, Line: at.line, Column: at.column, Path: at.path,
		Problem: problem, Remedy: e.Remedy, Warning: e.Warning,
	})
}

// place is where a rule or a part of one stands; ok is false when the file has
// nothing about it.
func (r *reader) place(e *mapping.RuleError) (at place, ok bool) {
	for _, p := range []part{{e.Field, e.Rule}, {e.Field, ""}, {"", e.Rule}} {
		if at, ok := r.places[p]; ok {
			return at, true
		}
	}
	return top, false
}

// errNotWritten is for definitions that have no text form.
var errNotWritten = errors.New("it has no text form")
