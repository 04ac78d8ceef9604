package ecwidtest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/big"
	"slices"
	"strconv"
	"strings"
)

// object is one JSON object; its numbers are json.Number, kept as they came.
// Objects that are part of the state are never changed, only replaced.
type object = map[string]any

func parseObject(data []byte) (object, error) {
	v, err := parseValue(data)
	if err != nil {
		return nil, err
	}
	o, ok := v.(object)
	if !ok {
		return nil, errors.New("a JSON object is expected")
	}
	return o, nil
}

// parseValue reads one JSON value other than null.
func parseValue(data []byte) (any, error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	var v any
	if err := dec.Decode(&v); err != nil {
		return nil, err
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) || v == nil {
		return nil, errors.New("one JSON value is expected")
	}
	return v, nil
}

// mustParse is for documents that a test hands in.
func mustParse(what, doc string) object {
	o, err := parseObject([]byte(doc))
	if err != nil {
		panic(fmt.Sprintf("ecwidtest: %s: %v", what, err))
	}
	return o
}

// appendJSON is a plain encoder: reflection would be most of the cost of
// listing a large store.
func appendJSON(b []byte, v any) []byte {
	switch v := v.(type) {
	case nil:
		return append(b, "null"...)
	case bool:
		return strconv.AppendBool(b, v)
	case json.Number:
		return append(b, v...)
	case string:
		return appendString(b, v)
	case []any:
		b = append(b, '[')
		for i, e := range v {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendJSON(b, e)
		}
		return append(b, ']')
	case object:
		b = append(b, '{')
		for i, k := range slices.Sorted(maps.Keys(v)) {
			if i > 0 {
				b = append(b, ',')
			}
			b = append(appendString(b, k), ':')
			b = appendJSON(b, v[k])
		}
		return append(b, '}')
	}
	panic(fmt.Sprintf("ecwidtest: %T in a document", v))
}

func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	for i := range len(s) {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			b = append(b, '\\', c)
		case c < 0x20:
			b = fmt.Appendf(b, `\u%04x`, c)
		default:
			b = append(b, c)
		}
	}
	return append(b, '"')
}

func clone(v any) any {
	switch v := v.(type) {
	case object:
		return cloneObject(v)
	case []any:
		out := make([]any, len(v))
		for i, e := range v {
			out[i] = clone(e)
		}
		return out
	}
	return v
}

func cloneObject(o object) object {
	out := make(object, len(o)+4)
	for k, v := range o {
		out[k] = clone(v)
	}
	return out
}

func number(n int64) json.Number { return json.Number(strconv.FormatInt(n, 10)) }

// numberOf is a number that stands in a text, 0 when none does.
func numberOf(text string) json.Number {
	n, _ := strconv.ParseInt(text, 10, 64)
	return number(n)
}

func numbers(ids []int64) []any {
	out := make([]any, len(ids))
	for i, id := range ids {
		out[i] = number(id)
	}
	return out
}

func has(o object, key string) bool { return o[key] != nil }

func textOf(o object, key string) string {
	s, _ := o[key].(string)
	return s
}

func boolOf(o object, key string) bool {
	b, _ := o[key].(bool)
	return b
}

// intOf returns 0 for a missing key.
func intOf(o object, key string) int64 { return toInt(o[key]) }

func toInt(v any) int64 {
	n, _ := v.(json.Number)
	i, _ := strconv.ParseInt(string(n), 10, 64)
	return i
}

func listOf(o object, key string) []any {
	l, _ := o[key].([]any)
	return l
}

func objectOf(o object, key string) object {
	m, _ := o[key].(object)
	return m
}

// objectsOf returns the objects of a list, the very ones: to change them,
// o has to be a copy.
func objectsOf(o object, key string) []object {
	var out []object
	for _, e := range listOf(o, key) {
		if m, ok := e.(object); ok {
			out = append(out, m)
		}
	}
	return out
}

func intsOf(o object, key string) []int64 {
	list := listOf(o, key)
	out := make([]int64, len(list))
	for i, e := range list {
		out[i] = toInt(e)
	}
	return out
}

// ratOf returns an amount exactly, 0 for a missing key.
func ratOf(o object, key string) *big.Rat {
	r := new(big.Rat)
	if n, ok := o[key].(json.Number); ok && sane(n) {
		r.SetString(string(n))
	}
	return r
}

// sane refuses exponents that would take all memory once written out, and texts
// that would take all day to read.
func sane(n json.Number) bool {
	_, exponent, found := strings.Cut(strings.ToLower(string(n)), "e")
	return len(n) <= 1000 && (!found || len(exponent) <= 3)
}

// amount writes r with at most the given decimals, rounded half away from zero.
func amount(r *big.Rat, decimals int) json.Number {
	s := r.FloatString(decimals)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if s == "-0" {
		s = "0"
	}
	return json.Number(s)
}

// merge sets the keys of patch in dst; objects are merged key by key, lists
// and scalars replaced. The objects inside dst may be shared: they are copied.
func merge(dst, patch object) {
	for k, v := range patch {
		sub, isObject := v.(object)
		old, wasObject := dst[k].(object)
		if isObject && wasObject {
			next := maps.Clone(old)
			merge(next, sub)
			dst[k] = next
			continue
		}
		dst[k] = clone(v)
	}
}

// edit is the merge of a person: a null takes the key away.
func edit(dst, patch object) {
	for k, v := range patch {
		sub, isObject := v.(object)
		old, wasObject := dst[k].(object)
		switch {
		case v == nil:
			delete(dst, k)
		case isObject && wasObject:
			next := maps.Clone(old)
			edit(next, sub)
			dst[k] = next
		default:
			dst[k] = clone(v)
		}
	}
}

// dropNulls removes keys with null at every depth, except those named at the
// top: a null means "no change" (reference section 7 #1).
func dropNulls(o object, except ...string) {
	for k, v := range o {
		switch v := v.(type) {
		case nil:
			if !slices.Contains(except, k) {
				delete(o, k)
			}
		case object:
			dropNulls(v)
		case []any:
			for _, e := range v {
				if m, ok := e.(object); ok {
					dropNulls(m)
				}
			}
		}
	}
}

// merge is the merge of the API; under ObjectsReplace objects are replaced.
func (s *Server) merge(dst, patch object) {
	if !s.cfg.reads(ObjectsReplace) {
		merge(dst, patch)
		return
	}
	for k, v := range patch {
		dst[k] = clone(v)
	}
}

// dropNulls prepares a patch of d; under NullClears a null sets the default.
func (s *Server) dropNulls(d, patch, defaults object, except ...string) {
	if s.cfg.reads(NullClears) {
		for k, v := range patch {
			if v == nil {
				delete(d, k)
				delete(d, k+translatedSuffix)
			}
		}
		fill(d, defaults)
	}
	dropNulls(patch, except...)
}

// fill sets the keys of o that are missing.
func fill(o, defaults object) {
	for k, v := range defaults {
		if !has(o, k) {
			o[k] = v
		}
	}
}
