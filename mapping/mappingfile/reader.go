package mappingfile

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

// reader makes a definition of nodes and keeps where its parts stand.
type reader struct {
	problems
	own Own
	// places says for each field where the parts of its rule stand, by the beginning
	// of what mapping.RuleError calls them. What belongs to no field stands under "".
	places map[string]map[string]place
	// rules is where the rules stand.
	rules place
}

// mark keeps where a part of the rule of a field stands.
func (r *reader) mark(field, rule string, at place) {
	if r.places[field] == nil {
		r.places[field] = map[string]place{}
	}
	r.places[field][rule] = at
}

// key is one key of an object in a file: what it means for people, what may stand
// there (JSON Schema), and how it is read.
type key[T any] struct {
	name, doc string
	schema    schema
	read      func(r *reader, at place, n *node, out *T)
}

// meaning is the doc as a part of a sentence.
func (k key[T]) meaning() string {
	return strings.ToLower(k.doc[:1]) + strings.TrimSuffix(k.doc[1:], ".")
}

// keys are the keys of an object.
type keys[T any] struct {
	all []key[T]
	// required are the names of those that have to be there.
	required []string
}

func (k keys[T]) names() []string {
	names := make([]string, len(k.all))
	for i := range k.all {
		names[i] = k.all[i].name
	}
	return names
}

// object reads the members of an object into out. It returns false when there is no
// object or one with keys that are not known.
func object[T any](r *reader, at place, n *node, keys keys[T], out *T) bool {
	if !r.is(at, n, isObject) {
		return false
	}
	names, known := keys.names(), true
	for _, m := range n.members {
		i := slices.Index(names, m.key)
		if i < 0 {
			known = false
			r.report(place{m.at, at.path}, mapping.Suggest(m.key, names), "there is no key %q here", m.key)
			continue
		}
		keys.all[i].read(r, at.member(m.key, m.value), m.value, out)
	}
	for _, name := range keys.required {
		if known && n.member(name) == nil { // a key that is not known may be meant
			r.report(at, "add it: "+keys.all[slices.Index(names, name)].meaning(), "the key %q is missing", name)
		}
	}
	return known
}

// member is the place of a member's value.
func (p place) member(key string, value *node) place {
	path := key
	if p.path != "" {
		path = p.path + "." + key
	}
	return place{value.position, path}
}

// item is the place of an element of a list.
func (p place) item(i int, value *node) place {
	return place{value.position, p.path + "[" + strconv.Itoa(i) + "]"}
}

// is reports whether the node is of a kind. A node without one was refused before.
func (r *reader) is(at place, n *node, kind nodeKind) bool {
	if n.kind == kind {
		return true
	}
	if n.kind != "" {
		r.expected(at, n, string(kind))
	}
	return false
}

func (r *reader) expected(at place, n *node, what string) {
	r.report(at, n.remedy(what), "here is %s, expected is %s", n.kind, what)
}

// remedy says how to write what was probably meant; "" when that cannot be told.
func (n *node) remedy(expected string) string {
	switch {
	case strings.HasPrefix(expected, string(isText)) && (n.kind == isNumber || n.kind == isBool):
		return fmt.Sprintf("write %q", n.text)
	case n.kind != isText:
		return ""
	case expected == string(isNumber) && numberText.MatchString(n.text):
		return "write " + n.text + " without quotes"
	case expected == string(isBool):
		return "write true or false without quotes"
	default:
		return ""
	}
}

func (r *reader) text(at place, n *node) (text string, ok bool) {
	return n.text, r.is(at, n, isText)
}

// texts reads one text or a list of texts.
func (r *reader) texts(at place, n *node) []string {
	var texts []string
	r.each(at, n, func(at place, n *node) {
		if text, ok := r.text(at, n); ok {
			texts = append(texts, text)
		}
	})
	return texts
}

// each reads the elements of a list; a single text stands for a list of one.
func (r *reader) each(at place, n *node, read func(at place, n *node)) {
	switch n.kind {
	case isText:
		read(at, n)
	case isList:
		for i, item := range n.items {
			read(at.item(i, item), item)
		}
	case "":
	default:
		r.expected(at, n, "a text or a list of texts")
	}
}

// flag calls set for true.
func (r *reader) flag(at place, n *node, set func()) {
	if r.is(at, n, isBool) && n.text == "true" {
		set()
	}
}

func (r *reader) number(at place, n *node) (d decimal.Decimal, ok bool) {
	if !r.is(at, n, isNumber) {
		return d, false
	}
	d, err := decimal.NewFromString(n.text)
	const most = 1000
	if err != nil || len(n.text) > most || d.Exponent() > most || d.Exponent() < -most {
		r.report(at, "write fewer digits", "the number is out of any use")
		return d, false
	}
	return d, true
}

// whole reads a whole number between two.
func (r *reader) whole(at place, n *node, least, most int64) int {
	d, ok := r.number(at, n)
	if !ok {
		return 0
	}
	if !d.IsInteger() || d.LessThan(decimal.NewFromInt(least)) || d.GreaterThan(decimal.NewFromInt(most)) {
		r.report(at, "", "%s is no whole number from %d to %d", n.text, least, most)
		return 0
	}
	return int(d.IntPart())
}

// count reads a whole number from 1.
func (r *reader) count(at place, n *node) int {
	const most = 1 << 30
	return r.whole(at, n, 1, most)
}

// word reads one of a few words.
func word[T ~string](r *reader, at place, n *node, words ...T) T {
	text, ok := r.text(at, n)
	if !ok {
		return ""
	}
	names := make([]string, len(words))
	for i, w := range words {
		if string(w) == text {
			return w
		}
		names[i] = string(w)
	}
	r.report(at, mapping.Suggest(text, names), "%q is not known here", text)
	return ""
}
