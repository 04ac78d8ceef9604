package ecwidtest

import (
	"encoding/json"
	"slices"
	"strconv"
)

// check says what a value of a request body may be. With lenient, keys that
// are not known are taken out instead of refused.
type check interface {
	check(at string, v any, lenient bool) error
}

// kind is a check of a plain value.
type kind int

const (
	text kind = iota
	whole
	num
	flag
	date     // a time as text or Unix seconds
	langText // language code -> text
	textMap  // any key -> text
	anything
)

func (k kind) check(at string, v any, _ bool) error {
	if v == nil || k.fits(v) {
		return nil
	}
	return wrong("Field %s has a wrong type", at)
}

func (k kind) fits(v any) bool {
	switch k {
	case text:
		_, ok := v.(string)
		return ok
	case whole:
		n, _ := v.(json.Number)
		_, err := strconv.ParseInt(string(n), 10, 64)
		return err == nil
	case num:
		n, ok := v.(json.Number)
		return ok && sane(n)
	case flag:
		_, ok := v.(bool)
		return ok
	case date:
		s, ok := v.(string)
		if n, isNumber := v.(json.Number); isNumber {
			s, ok = string(n), true
		}
		_, parses := parseTime(s)
		return ok && parses
	case langText, textMap:
		return allTexts(v)
	default:
		return true
	}
}

func allTexts(v any) bool {
	o, ok := v.(object)
	for _, e := range o {
		if _, isText := e.(string); !isText && e != nil {
			return false
		}
	}
	return ok
}

// enum is a text out of a list.
type enum []string

func (e enum) check(at string, v any, _ bool) error {
	if v == nil {
		return nil
	}
	s, ok := v.(string)
	if !ok || !slices.Contains(e, s) {
		return wrong("Field %s has an unknown value", at)
	}
	return nil
}

// array is a list of like values.
type array struct{ of check }

func (a array) check(at string, v any, lenient bool) error {
	if v == nil {
		return nil
	}
	list, ok := v.([]any)
	if !ok {
		return wrong("Field %s has a wrong type", at)
	}
	for i, e := range list {
		name := at + "[" + strconv.Itoa(i) + "]"
		if e == nil {
			return wrong("Field %s is null", name)
		}
		if err := a.of.check(name, e, lenient); err != nil {
			return err
		}
	}
	return nil
}

// schema lists the keys that a write may carry.
type schema map[string]check

func (s schema) check(at string, v any, lenient bool) error {
	if v == nil {
		return nil
	}
	o, ok := v.(object)
	if !ok {
		return wrong("Field %s has a wrong type", at)
	}
	for k, e := range o {
		rule, known := s[k]
		if !known {
			if lenient {
				delete(o, k)
				continue
			}
			return wrong("Field %s is not a field that can be written", at+"."+k)
		}
		if err := rule.check(at+"."+k, e, lenient); err != nil {
			return err
		}
	}
	return nil
}

// with returns s plus more.
func (s schema) with(more schema) schema {
	out := make(schema, len(s)+len(more))
	for k, v := range s {
		out[k] = v
	}
	for k, v := range more {
		out[k] = v
	}
	return out
}
