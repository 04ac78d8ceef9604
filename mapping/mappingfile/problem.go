package mappingfile

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Problem is one thing that is wrong with a file, or may be.
type Problem struct {
	// File is the name that the caller gave.
	File string
	// Line and Column count from 1, Column in characters.
	Line, Column int
	// Path is the place within the file, such as fields.price.from; "" is all of it.
	Path string
	// Problem says what is wrong, Remedy what to do about it.
	Problem, Remedy string
	// Warning marks what may be wanted: Check reports it, New allows it.
	Warning bool
	// Err is that of the mapping.RuleError which says so, if there is one.
	Err error
}

// Unwrap is Err.
func (p *Problem) Unwrap() error { return p.Err }

// Error is file:line:column: path: problem: remedy, in one line.
func (p *Problem) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s:%d:%d: ", p.File, p.Line, p.Column)
	if p.Path != "" {
		b.WriteString(p.Path + ": ")
	}
	b.WriteString(p.Problem)
	if p.Remedy != "" {
		b.WriteString(": " + p.Remedy)
	}
	return b.String()
}

// position is a place in the text of a file.
type position struct{ line, column int }

// place is a position and what stands there.
type place struct {
	position
	path string
}

// problems collects what is wrong with one file.
type problems struct {
	file string
	list []*Problem
}

func (p *problems) report(at place, remedy, format string, args ...any) {
	p.add(&Problem{
		File: p.file, Line: at.line, Column: at.column, Path: at.path,
		Problem: fmt.Sprintf(format, args...), Remedy: remedy,
	})
}

// add keeps a problem. What quotes a whole page of the file is cut.
func (p *problems) add(problem *Problem) {
	for _, text := range []*string{&problem.Path, &problem.Problem, &problem.Remedy} {
		*text = shortened(*text)
	}
	p.list = append(p.list, problem)
}

func shortened(s string) string {
	const most = 4000
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}

// sorted are the problems in the order of the file, as many as people read.
func (p *problems) sorted() []*Problem {
	slices.SortStableFunc(p.list, func(a, b *Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	const most = 100
	if len(p.list) > most {
		rest := p.list[most:]
		p.list = append(p.list[:most:most], &Problem{
			File: p.file, Line: rest[0].Line, Column: rest[0].Column,
			Problem: fmt.Sprintf("%d more problems follow", len(rest)), Remedy: "correct the first ones",
			Warning: !slices.ContainsFunc(rest, func(p *Problem) bool { return !p.Warning }),
		})
	}
	return p.list
}

// join is one error of all problems that are no warnings, nil when there is none.
func join(list []*Problem) error {
	var errs []error
	for _, p := range list {
		if !p.Warning {
			errs = append(errs, p)
		}
	}
	return errors.Join(errs...)
}
