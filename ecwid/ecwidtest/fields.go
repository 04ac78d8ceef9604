package ecwidtest

import (
	"net/http"
	"net/url"
	"strings"
)

func encodeQuery(q map[string][]string) string { return url.Values(q).Encode() }

// fieldTree is a parsed responseFields parameter; a nil tree takes everything.
type fieldTree map[string]fieldTree

// selected keeps what responseFields asks for: on every GET, and on writes
// that return an item.
func (c *call) selected(method string, result any) (any, error) {
	wanted := c.query.Get("responseFields")
	if wanted == "" {
		return result, nil
	}
	tree, rest, ok := parseFields(wanted)
	if !ok || rest != "" {
		return nil, wrong("Parameter responseFields is malformed")
	}
	if method == http.MethodGet {
		return tree.keep(result), nil
	}
	if o, isObject := result.(object); isObject && has(o, "item") && tree["item"] != nil {
		o["item"] = tree["item"].keep(o["item"])
	}
	return result, nil
}

// parseFields reads a list up to its end or to a closing parenthesis.
func parseFields(s string) (tree fieldTree, rest string, ok bool) {
	tree = fieldTree{}
	for {
		end := strings.IndexAny(s, ",()")
		if end < 0 {
			end = len(s)
		}
		name := strings.TrimSpace(s[:end])
		s = s[end:]
		var sub fieldTree
		if strings.HasPrefix(s, "(") {
			if sub, s, ok = parseFields(s[1:]); !ok || !strings.HasPrefix(s, ")") {
				return nil, "", false
			}
			s = s[1:]
		}
		if name != "" {
			tree[name] = sub
		}
		if !strings.HasPrefix(s, ",") {
			return tree, s, true
		}
		s = s[1:]
	}
}

func (t fieldTree) keep(v any) any {
	if t == nil {
		return v
	}
	switch v := v.(type) {
	case []any:
		out := make([]any, len(v))
		for i, e := range v {
			out[i] = t.keep(e)
		}
		return out
	case object:
		out := object{}
		for name, sub := range t {
			if e, found := v[name]; found {
				out[name] = sub.keep(e)
			}
		}
		return out
	}
	return v
}
