package mappingfile

import (
	"fmt"
	"slices"

	"github.com/tillsync/tillsync/mapping"
)

// draft is a rule while it is read.
type draft struct {
	mapping.Rule
	vars      *variables
	maxLength int
	tooLong   mapping.Overflow
}

// mark keeps where a part of the rule stands.
func (d *draft) mark(r *reader, at place, format string, args ...any) {
	r.mark(d.Field(), fmt.Sprintf(format, args...), at)
}

// rule reads the rule of a field; at is where its name stands.
func (r *reader) rule(at place, field string, n *node) mapping.Rule {
	d := draft{Rule: mapping.To(field), vars: &variables{}}
	d.mark(r, at, "")
	if vars := n.member("vars"); vars != nil {
		d.vars.read(r, at.member("vars", vars), vars)
	}
	object(r, place{n.position, at.path}, n, ruleKeys(), &d)
	d.vars.reportUnused(r)
	switch {
	case d.maxLength > 0 && d.tooLong != "":
		d.Rule = d.MaxLength(d.maxLength, d.tooLong)
	case d.tooLong != "" && n.member("max_length") == nil:
		r.report(at, "add max_length", "too_long does not say how long that is")
	case d.maxLength > 0 && n.member("too_long") == nil:
		r.report(at, "add too_long: Reject or too_long: Truncate", "max_length does not say what happens to longer texts")
	}
	return d.Rule
}

// ruleKeys are the keys of a rule in the order in which a rule runs; files are
// written in the same order.
func ruleKeys() keys[draft] {
	return keys[draft]{all: slices.Concat(sourceKeys(), changeKeys(), checkKeys())}
}

func sourceKeys() []key[draft] {
	return []key[draft]{
		{"force", "The value whatever the source says.", ref(defValue), func(r *reader, at place, n *node, d *draft) {
			d.mark(r, at, "Force")
			d.Rule = d.Force(r.value(at, n))
		}},
		{"from", "Source paths; the first one with a value counts. A path is a name, or goes on: attributes[name=Colour].value, images[0].url.",
			oneOrMore(textSchema()), readFrom},
		{"skip_empty", "from passes over empty values, not only over absent ones.", boolSchema(),
			func(r *reader, at place, n *node, d *draft) { r.flag(at, n, func() { d.Rule = d.SkipEmpty() }) }},
		{"when_absent", "When no path has a value: Omit (the default), Clear or Fail.", handlingSchema(),
			func(r *reader, at place, n *node, d *draft) {
				d.mark(r, at, "WhenAbsent")
				d.Rule = d.WhenAbsent(readHandling(r, at, n))
			}},
		{"when_empty", "When the value says nothing, such as \" \" or <p></p>: Omit (the default), Clear or Fail.", handlingSchema(),
			func(r *reader, at place, n *node, d *draft) {
				d.mark(r, at, "WhenEmpty")
				d.Rule = d.WhenEmpty(readHandling(r, at, n))
			}},
		{"zero_is_empty", "0 and false are empty.", boolSchema(),
			func(r *reader, at place, n *node, d *draft) { r.flag(at, n, func() { d.Rule = d.ZeroIsEmpty() }) }},
	}
}

func changeKeys() []key[draft] {
	return []key[draft]{
		{"transform", "Changes, one after the other: Trim, Round(2), Replace(\"a\",\"b\").", oneOrMore(transformSchema()), readTransforms},
		{"vars", "Source paths by the names that the rule's expressions use for them. Names of fields, such as billing.city, need no entry.",
			objectOf(textSchema()), func(*reader, place, *node, *draft) {}},
		{"if", "Values that replace the value under a condition; the first true one counts.", listOf(ref(defBranch)), readBranches},
		{"join", "All true branches count, with this text between them.", textSchema(), func(r *reader, at place, n *node, d *draft) {
			if sep, ok := r.text(at, n); ok {
				d.Rule = d.Join(sep)
			}
		}},
		{"map", "A table from the source's values to the target's.", ref(defMap), readMap},
		{"default", "The value when there is none, whatever made it so.", ref(defValue), func(r *reader, at place, n *node, d *draft) {
			d.mark(r, at, "Default")
			d.Rule = d.Default(r.value(at, n))
		}},
	}
}

func checkKeys() []key[draft] {
	return []key[draft]{
		{"required", "A record without a value is refused.", boolSchema(),
			func(r *reader, at place, n *node, d *draft) { r.flag(at, n, func() { d.Rule = d.Required() }) }},
		{"max_length", "The longest text in characters.", schema{"type": "integer", "minimum": 1}, func(r *reader, at place, n *node, d *draft) {
			d.mark(r, at, "MaxLength")
			d.maxLength = r.count(at, n)
		}},
		{"too_long", "Longer texts are refused with their record (Reject) or cut (Truncate).", wordSchema(mapping.Reject, mapping.Truncate),
			func(r *reader, at place, n *node, d *draft) {
				d.tooLong = word(r, at, n, mapping.Reject, mapping.Truncate)
			}},
		{"one_of", "The allowed values, as texts.", anyOf(textSchema(), someOf(textSchema())),
			func(r *reader, at place, n *node, d *draft) {
				if n.kind == isList && len(n.items) == 0 {
					r.report(at, "name at least one", "no value is allowed")
				}
				d.Rule = d.OneOf(r.texts(at, n)...)
			}},
		{"range", "Bounds of a number, both ends included.", ref(defRange), readRange},
		{"pattern", "A regular expression (RE2) that the text must contain.", textSchema(), func(r *reader, at place, n *node, d *draft) {
			d.mark(r, at, "Pattern")
			text, _ := r.text(at, n)
			d.Rule = d.Pattern(text)
		}},
		{"policy", "When the value is written.", policySchema(), func(r *reader, at place, n *node, d *draft) {
			text, _ := r.text(at, n)
			d.mark(r, at, "Policy")
			d.Rule = d.Policy(mapping.Policy(text))
		}},
	}
}

func readFrom(r *reader, at place, n *node, d *draft) {
	var paths []string
	r.each(at, n, func(at place, n *node) {
		if path, ok := r.text(at, n); ok {
			d.mark(r, at, "From(%q)", path)
			paths = append(paths, path)
		}
	})
	d.Rule = d.From(paths...)
}

func readHandling(r *reader, at place, n *node) mapping.Handling {
	return word(r, at, n, mapping.Omit, mapping.Clear, mapping.Fail)
}

func readTransforms(r *reader, at place, n *node, d *draft) {
	r.each(at, n, func(at place, n *node) {
		text, ok := r.text(at, n)
		if !ok {
			return
		}
		t, err := r.own.transform(text)
		if err != nil {
			r.report(at, "", "%s", err)
			return
		}
		d.mark(r, at, "%s", t.Name)
		d.Rule = d.Transform(t)
	})
}
