package mappingfile

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/vm"

	"github.com/tillsync/tillsync/mapping"
)

// Limits of an expression.
const (
	maxExpression = 2000 // characters
	maxNodes      = 300
	maxText       = 1 << 20 // bytes of a text that an expression makes
)

// variables are the names that the expressions of a rule use for source paths.
type variables struct {
	paths map[string]string
	at    map[string]place
	used  map[string]bool
}

func (v *variables) read(r *reader, at place, n *node) {
	v.paths, v.at, v.used = map[string]string{}, map[string]place{}, map[string]bool{}
	if !r.is(at, n, isObject) {
		return
	}
	for _, m := range n.members {
		item := at.member(m.key, m.value)
		if path, ok := r.text(item, m.value); ok {
			v.paths[m.key], v.at[m.key] = path, place{m.at, item.path}
		}
	}
}

// path is the source path of a name in an expression: what is declared for its
// first part, or the name itself.
func (v *variables) path(name string) string {
	first, _, _ := strings.Cut(name, ".")
	path, ok := v.paths[first]
	if !ok {
		return name
	}
	v.used[first] = true
	return path + name[len(first):]
}

func (v *variables) reportUnused(r *reader) {
	for name, at := range v.at {
		if !v.used[name] {
			r.report(at, "remove it, or use it", "no expression uses %q", name)
		}
	}
}

// expression reads an expression as a call that computes it.
func (r *reader) expression(at place, n *node, vars *variables) (call mapping.Call, ok bool) {
	text, ok := r.text(at, n)
	if !ok {
		return call, false
	}
	program, err := compile(text)
	if err != nil {
		r.reportExpression(at, n, err)
		return call, false
	}
	call = mapping.Call{Name: formulaName(text, program.names), Func: program.run}
	for _, name := range program.names {
		call.Paths = append(call.Paths, vars.path(name))
	}
	return call, true
}

// reportExpression points at the place within the expression where that can be
// told from the file's text.
func (r *reader) reportExpression(at place, n *node, err error) {
	var bad *formulaError
	if !errors.As(err, &bad) {
		r.report(at, "", "%s", err)
		return
	}
	if n.offset < 0 || strings.Contains(n.text, "\n") {
		r.report(at, bad.remedy, "%s, at character %d of the expression", bad.problem, bad.offset+1)
		return
	}
	at.column += n.offset + bad.offset
	r.report(at, bad.remedy, "%s", bad.problem)
}

// formula is a compiled expression. It is safe for concurrent use.
type formula struct {
	program *vm.Program
	// names are the variables in the order in which run takes their values.
	names []string
}

// formulaError is what is wrong with an expression, and at which character from 0.
type formulaError struct {
	offset          int
	problem, remedy string
}

func (e *formulaError) Error() string { return e.problem }

func compile(text string) (*formula, error) {
	if utf8.RuneCountInString(text) > maxExpression {
		return nil, fmt.Errorf("the expression has more than %d characters", maxExpression)
	}
	r := &rewriter{text: []rune(text), names: map[string]int{}}
	options := []expr.Option{
		expr.Env(map[string]any{}), expr.AllowUndefinedVariables(), expr.DisableAllBuiltins(),
		expr.MaxNodes(maxNodes), expr.Optimize(false), expr.Patch(r),
	}
	for name, f := range functions() {
		options = append(options, expr.Function(name, f.call))
	}
	program, err := expr.Compile(text, options...)
	if r.err != nil {
		return nil, r.err
	}
	if err != nil {
		return nil, syntaxError(err)
	}
	return &formula{program: program, names: slices.Sorted(maps.Keys(r.names))}, nil
}

func syntaxError(err error) error {
	var bad *file.Error
	if !errors.As(err, &bad) {
		return errors.New("this is no expression")
	}
	remedy := ""
	if strings.HasSuffix(bad.Message, `Operator("=")`) {
		remedy = "write == to compare"
	}
	return &formulaError{offset: bad.From, problem: "the expression cannot be read: " + bad.Message, remedy: remedy}
}

// run computes the expression.
func (f *formula) run(args []mapping.Value) (mapping.Value, error) {
	env := make(map[string]any, len(f.names))
	for i, name := range f.names {
		env[name] = operand(args[i])
	}
	out, err := expr.Run(f.program, env)
	if err != nil {
		return mapping.Value{}, runError(err)
	}
	return result(out)
}

// runError says what went wrong without the text of the expression, which the
// rule's name has already.
func runError(err error) error {
	var bad *file.Error
	if !errors.As(err, &bad) {
		return errors.New("the expression failed")
	}
	if own := errors.Unwrap(bad); own != nil {
		return fmt.Errorf("%w, at character %d", own, bad.From+1)
	}
	return fmt.Errorf("the expression failed at character %d", bad.From+1)
}

// formulaName is the text form of an expression: Expr("a + b","a","b").
func formulaName(text string, names []string) string {
	parts := []string{strconv.Quote(text)}
	for _, name := range names {
		parts = append(parts, strconv.Quote(name))
	}
	return "Expr(" + strings.Join(parts, ",") + ")"
}

// parseForm splits a text form whose arguments are all texts, such as that of an
// expression.
func parseForm(form string) (name string, texts []string, ok bool) {
	name, rest, _ := strings.Cut(form, "(")
	for {
		quoted, err := strconv.QuotedPrefix(rest)
		if err != nil {
			return "", nil, false
		}
		text, err := strconv.Unquote(quoted)
		if err != nil {
			return "", nil, false
		}
		texts = append(texts, text)
		rest = rest[len(quoted):]
		if rest == ")" {
			return name, texts, true
		}
		if rest, ok = strings.CutPrefix(rest, ","); !ok {
			return "", nil, false
		}
	}
}
