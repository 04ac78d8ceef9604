package mappingfile

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/tillsync/tillsync/mapping"
)

// Format writes a definition as YAML. Parse makes the same definition of it, with
// the same fingerprint. Go functions are written by their names: own has to have
// those that package mapping does not, then and when the file is read. The error
// joins one error for each part that has no text form.
func Format(def mapping.Definition, own Own) ([]byte, error) {
	root, err := definitionNode(def)
	if err != nil {
		return nil, err
	}
	text := render(root)
	read, err := Parse(def.Name, text, own)
	switch {
	case err != nil:
		return nil, fmt.Errorf("the written mapping cannot be read: %w", err)
	case read.Identity() != def.Identity():
		return nil, errors.New("the written mapping is another one: one of its functions is not what its name says")
	}
	return text, nil
}

func definitionNode(def mapping.Definition) (*node, error) {
	root, groups, fields := objectNode(), objectNode(), objectNode()
	root.put("name", textNode(def.Name))
	if def.Version != "" {
		root.put("version", textNode(def.Version))
	}
	for _, g := range def.Groups {
		group := objectNode()
		group.put("policy", textNode(string(g.Policy)))
		group.put("fields", textsNode(g.Fields))
		groups.put(g.Name, group)
	}
	if len(groups.members) > 0 {
		root.put("groups", groups)
	}
	var errs []error
	for _, rule := range def.Rules {
		n, err := ruleNode(rule.Spec())
		if err != nil {
			errs = append(errs, fmt.Errorf("field %q: %w", rule.Field(), err))
		}
		fields.put(rule.Field(), n)
	}
	root.put("fields", fields)
	return root, errors.Join(errs...)
}

// ruleNode writes the parts of a rule in the order of ruleKeys.
func ruleNode(spec mapping.RuleSpec) (*node, error) {
	w := ruleWriter{out: objectNode(), vars: map[string]string{}}
	w.source(spec)
	w.change(spec)
	w.checks(spec)
	return w.out, errors.Join(w.errs...)
}

type ruleWriter struct {
	out  *node
	vars map[string]string
	errs []error
}

func (w *ruleWriter) flag(key string, on bool) {
	if on {
		w.out.put(key, boolNode())
	}
}

func (w *ruleWriter) text(key, text string) {
	if text != "" {
		w.out.put(key, textNode(text))
	}
}

// texts writes one text as it is, several as a list.
func (w *ruleWriter) texts(key string, texts []string) {
	if n := oneOrList(textsNode(texts).items); n != nil {
		w.out.put(key, n)
	}
}

func oneOrList(items []*node) *node {
	switch len(items) {
	case 0:
		return nil
	case 1:
		return items[0]
	default:
		return &node{kind: isList, items: items}
	}
}

func (w *ruleWriter) source(spec mapping.RuleSpec) {
	if spec.Force != nil {
		w.out.put("force", valueNode(*spec.Force))
	}
	w.texts("from", spec.From)
	w.flag("skip_empty", spec.SkipEmpty)
	w.text("when_absent", string(spec.WhenAbsent))
	w.text("when_empty", string(spec.WhenEmpty))
	w.flag("zero_is_empty", spec.ZeroIsEmpty)
}

func (w *ruleWriter) change(spec mapping.RuleSpec) {
	var names []string
	for _, t := range spec.Transforms {
		names = append(names, t.Name)
	}
	w.texts("transform", names)
	branches := &node{kind: isList}
	for _, b := range spec.Branches {
		branches.items = append(branches.items, w.branch(b))
	}
	w.putVars()
	if len(branches.items) > 0 {
		w.out.put("if", branches)
	}
	if spec.Join != nil {
		w.out.put("join", textNode(*spec.Join))
	}
	if spec.Table != nil {
		w.out.put("map", mapNode(spec))
	}
	if spec.Default != nil {
		w.out.put("default", valueNode(*spec.Default))
	}
}

func (w *ruleWriter) putVars() {
	vars := objectNode()
	for _, name := range slices.Sorted(maps.Keys(w.vars)) {
		if path := w.vars[name]; path != name {
			vars.put(name, textNode(path))
		}
	}
	if len(vars.members) > 0 {
		w.out.put("vars", vars)
	}
}

func (w *ruleWriter) checks(spec mapping.RuleSpec) {
	w.flag("required", spec.Required)
	if spec.MaxLength != 0 {
		w.out.put("max_length", &node{kind: isNumber, text: fmt.Sprint(spec.MaxLength)})
	}
	w.text("too_long", string(spec.Overflow))
	w.texts("one_of", spec.OneOf)
	if spec.Low != nil {
		bounds := flowNode()
		bounds.put("min", &node{kind: isNumber, text: spec.Low.String()})
		bounds.put("max", &node{kind: isNumber, text: spec.High.String()})
		w.out.put("range", bounds)
	}
	w.text("pattern", spec.Pattern)
	w.text("policy", string(spec.Policy))
}

func (w *ruleWriter) branch(b mapping.Branch) *node {
	out := objectNode()
	if b.Cond.Spec().Kind != "Otherwise" {
		out.put("when", w.condition(b.Cond.Spec()))
	}
	switch v := b.Value.(type) {
	case mapping.Value:
		out.put("value", valueNode(v))
	case mapping.Path:
		out.put("path", textNode(string(v)))
	case mapping.Call:
		out.put(w.call(v))
	default:
		w.errs = append(w.errs, fmt.Errorf("a branch has no value: %w", errNotWritten))
	}
	return out
}

// call is the key and the node of a call: an expression, a template or a registered
// function.
func (w *ruleWriter) call(c mapping.Call) (key string, n *node) {
	form, texts, _ := parseForm(c.Name)
	switch {
	case form == "Expr" && len(texts) == len(c.Paths)+1:
		w.declare(texts[1:], c.Paths)
		return "expr", textNode(texts[0])
	case form == "Template" && len(texts) == 1:
		return "template", textNode(texts[0])
	}
	if key, n = vatNode(c); n != nil {
		return key, n
	}
	out := flowNode()
	out.put("name", textNode(c.Name))
	if paths := oneOrList(textsNode(c.Paths).items); paths != nil {
		out.put("paths", paths)
	}
	return "call", out
}

// declare keeps the paths of an expression's variables. Those of billing.city and
// billing.name are the path of billing with the rest behind it.
func (w *ruleWriter) declare(names, paths []string) {
	for i, name := range names {
		first, _, _ := strings.Cut(name, ".")
		path, ok := strings.CutSuffix(paths[i], name[len(first):])
		if old, known := w.vars[first]; !ok || known && old != path {
			w.errs = append(w.errs, fmt.Errorf("two expressions mean different paths by %q: %w", first, errNotWritten))
		}
		w.vars[first] = path
	}
}

func (w *ruleWriter) condition(c mapping.CondSpec) *node {
	if c.Kind == "Test" {
		key, n := w.call(c.Call)
		switch key {
		case "expr":
			return n
		case "call":
		default:
			w.errs = append(w.errs, fmt.Errorf("%s is neither true nor false: %w", c.Call.Name, errNotWritten))
		}
		out := flowNode()
		out.put(key, n)
		return out
	}
	out := flowNode()
	switch c.Kind {
	case "Present", "Filled":
		out.put(strings.ToLower(c.Kind), textNode(c.Path))
	case "Is":
		out.put("is", taggedNode(c.Path, valuesNode(c.Values)))
	case "Above", "Below":
		out.put(strings.ToLower(c.Kind), taggedNode(c.Path, &node{kind: isNumber, text: c.Limit.String()}))
	case "Not":
		out.put("not", w.condition(c.Parts[0].Spec()))
	case "All", "Any":
		out.put(strings.ToLower(c.Kind), w.conditions(c.Parts))
	case "Otherwise":
		out.put("otherwise", boolNode())
	default:
		w.errs = append(w.errs, fmt.Errorf("a condition is empty: %w", errNotWritten))
	}
	return out
}

func (w *ruleWriter) conditions(parts []mapping.Cond) *node {
	list := &node{kind: isList}
	for _, p := range parts {
		list.items = append(list.items, w.condition(p.Spec()))
	}
	return list
}

// valuesNode writes one value as it is. A list stands in a list, or it would be read
// as several values.
func valuesNode(values []mapping.Value) *node {
	list := &node{kind: isList}
	for _, v := range values {
		list.items = append(list.items, valueNode(v))
	}
	if len(list.items) == 1 && list.items[0].kind != isList {
		return list.items[0]
	}
	return list
}
