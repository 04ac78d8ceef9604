package ecwid

import (
	"cmp"
	"encoding/json"
	"errors"
	"maps"
	"reflect"
	"slices"
	"strings"
	"unicode"
)

// WithUnknownField reports fields of answers that the read types do not have: a
// sign that the API has grown. document is the Go name of the type, such as
// "Product"; field is the path in it, such as "options.choices.newKey", without
// indexes. Only names are reported, never values; Client.Do reads the values.
//
// report is called once for each field of an answer, after the answer was
// decoded, and must be safe for concurrent use. Each answer is read a second
// time for it.
func WithUnknownField(report func(document, field string)) Option {
	return func(c *config) error {
		if report == nil {
			return errors.New("WithUnknownField: the function is nil")
		}
		c.unknownField = report
		return nil
	}
}

// reportUnknown compares an answer with the type it was decoded into.
func (c *Client) reportUnknown(data []byte, decoded any) {
	if c.unknownField == nil {
		return
	}
	d := drift{seen: make(map[place]bool), known: make(map[reflect.Type]map[string]reflect.Type)}
	d.value(data, reflect.TypeOf(decoded), place{})
	for _, at := range slices.SortedFunc(maps.Keys(d.seen), place.compare) {
		c.unknownField(at.document, at.field)
	}
}

// place is a field of a document.
type place struct{ document, field string }

func (p place) below(key string) place {
	if p.field != "" {
		key = p.field + "." + key
	}
	return place{p.document, key}
}

func (p place) compare(q place) int {
	return cmp.Or(cmp.Compare(p.document, q.document), cmp.Compare(p.field, q.field))
}

// drift collects the fields of one answer that its type lacks.
type drift struct {
	seen  map[place]bool
	known map[reflect.Type]map[string]reflect.Type
}

// value compares a value with its type. Types that decode themselves, such as
// Amount, know what they read.
func (d *drift) value(data []byte, t reflect.Type, at place) {
	switch t.Kind() {
	case reflect.Pointer:
		d.value(data, t.Elem(), at)
	case reflect.Slice:
		d.list(data, t.Elem(), at)
	case reflect.Map:
		var values map[string]json.RawMessage
		if json.Unmarshal(data, &values) == nil {
			for _, value := range values {
				d.value(value, t.Elem(), at)
			}
		}
	case reflect.Struct:
		if !reflect.PointerTo(t).Implements(reflect.TypeFor[json.Unmarshaler]()) {
			d.object(data, t, at)
		}
	default:
	}
}

// list compares each element. Some lists come as their only element.
func (d *drift) list(data []byte, element reflect.Type, at place) {
	var values []json.RawMessage
	if json.Unmarshal(data, &values) != nil {
		values = []json.RawMessage{data}
	}
	for _, value := range values {
		d.value(value, element, at)
	}
}

// object compares the keys of an object. Below an envelope the documents begin.
func (d *drift) object(data []byte, t reflect.Type, at place) {
	var values map[string]json.RawMessage
	if json.Unmarshal(data, &values) != nil {
		return
	}
	within := at
	if at.document == "" {
		at = place{document: documentName(t)}
		within = at
		if isEnvelope(t) {
			within = place{}
		}
	}
	known := d.fields(t)
	for key, value := range values {
		field, ok := known[strings.ToLower(key)]
		switch {
		case ok:
			d.value(value, field, within.below(key))
		case at.document != "":
			d.seen[at.below(key)] = true
		}
	}
}

// fields are the types of the fields of t by key, in lower case since
// encoding/json does not tell cases apart.
func (d *drift) fields(t reflect.Type) map[string]reflect.Type {
	if fields, ok := d.known[t]; ok {
		return fields
	}
	fields := make(map[string]reflect.Type)
	for _, field := range reflect.VisibleFields(t) {
		key, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if field.IsExported() && !field.Anonymous && key != "-" {
			fields[strings.ToLower(cmp.Or(key, field.Name))] = field.Type
		}
	}
	d.known[t] = fields
	return fields
}

// isEnvelope reports types that only wrap documents: pages, and answers that
// are not handed out.
func isEnvelope(t reflect.Type) bool {
	return !isExported(t) || strings.Contains(t.Name(), "[")
}

// documentName is the name of t, "" for answers that are not handed out.
func documentName(t reflect.Type) string {
	if !isExported(t) {
		return ""
	}
	name, _, _ := strings.Cut(t.Name(), "[")
	return name
}

func isExported(t reflect.Type) bool { return t.Name() != "" && unicode.IsUpper(rune(t.Name()[0])) }
