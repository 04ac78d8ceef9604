package ecwid

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"reflect"
	"slices"
	"strings"
	"unicode"

	"github.com/tillsync/tillsync/internal/rest"
)

// Extra has what a document, or a part of one, says beyond the fields of its type,
// so that nothing is lost of what the store sends. Types that are written as well
// as read, such as Dimensions, have none.
type Extra struct {
	// Unknown has the values of the keys that the type has no field for; nil
	// when there are none. It is not written.
	Unknown map[string]json.RawMessage `json:"-"`
}

func (e *Extra) extra() *Extra { return e }

// WithUnknownField reports fields of answers that the read types do not have: a
// sign that the API has grown. document is the Go name of the type, such as
// "Product"; field is the path in it, such as "options.choices.newKey", without
// indexes. Values are not reported; see Extra for them.
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

// decode reads an answer into out, with what is unknown in it.
func (c *Client) decode(o operation, answer rest.Answer, out checked) error {
	err := decodeKeeping(answer.Body, out, c.unknownField)
	if err == nil {
		err = c.check(o, answer, out)
	}
	if err != nil {
		return c.badAnswer(o, answer, fmt.Errorf("%w: %w", ErrBadAnswer, err))
	}
	return nil
}

// decodeKeeping decodes data and looks for unknown keys. Nearly all answers have
// none and are read once, unless somebody listens; report may be nil.
func decodeKeeping(data []byte, out any, report func(document, field string)) error {
	err := decodeStrictly(data, out)
	if err == nil && report == nil {
		return nil
	}
	v := reflect.ValueOf(out).Elem()
	if err != nil {
		v.SetZero()
		if err := json.Unmarshal(data, out); err != nil {
			return err
		}
	}
	u := unknown{seen: make(map[place]bool), fields: make(map[reflect.Type]map[string][]int)}
	u.value(data, v, place{})
	if report != nil {
		for _, at := range slices.SortedFunc(maps.Keys(u.seen), place.compare) {
			report(at.document, at.field)
		}
	}
	return nil
}

// decodeStrictly decodes a document without unknown keys.
func decodeStrictly(data []byte, out any) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(out); err != nil {
		return err
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return errors.New("something follows the document")
	}
	return nil
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

// unknown compares an answer with what was decoded from it.
type unknown struct {
	seen   map[place]bool
	fields map[reflect.Type]map[string][]int // by key in lower case
}

// value compares one value. Types that decode themselves, such as Amount, know
// what they read.
func (u *unknown) value(data []byte, v reflect.Value, at place) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			u.value(data, v.Elem(), at)
		}
	case reflect.Slice:
		u.list(data, v, at)
	case reflect.Map:
		u.values(data, v, at)
	case reflect.Struct:
		if !reflect.PointerTo(v.Type()).Implements(reflect.TypeFor[json.Unmarshaler]()) {
			u.object(data, v, at)
		}
	default:
	}
}

// list compares each element. Some lists come as their only element.
func (u *unknown) list(data []byte, v reflect.Value, at place) {
	if v.Type().Elem().Kind() == reflect.Uint8 {
		return
	}
	var elements []json.RawMessage
	if json.Unmarshal(data, &elements) != nil {
		elements = []json.RawMessage{data}
	}
	for i := range min(len(elements), v.Len()) {
		u.value(elements[i], v.Index(i), at)
	}
}

// values compares what a map has; its keys are data, not names.
func (u *unknown) values(data []byte, v reflect.Value, at place) {
	var values map[string]json.RawMessage
	if v.Type().Elem().Kind() != reflect.Struct || json.Unmarshal(data, &values) != nil {
		return
	}
	for _, key := range v.MapKeys() {
		element := reflect.New(v.Type().Elem()).Elem()
		element.Set(v.MapIndex(key))
		u.value(values[key.String()], element, at)
		v.SetMapIndex(key, element)
	}
}

// object compares the keys of an object. Below an envelope the documents begin.
func (u *unknown) object(data []byte, v reflect.Value, at place) {
	var values map[string]json.RawMessage
	if json.Unmarshal(data, &values) != nil {
		return
	}
	within := at
	if at.document == "" {
		at = place{document: documentName(v.Type())}
		within = at
		if isEnvelope(v.Type()) {
			within = place{}
		}
	}
	fields := u.fieldsOf(v.Type())
	for key, value := range values {
		if index, ok := fields[strings.ToLower(key)]; ok {
			u.value(value, v.FieldByIndex(index), within.below(key))
			continue
		}
		if at.document != "" {
			u.seen[at.below(key)] = true
		}
		keep(v, key, value)
	}
}

// keep puts the value of an unknown key into the Extra of a document.
func keep(v reflect.Value, key string, value json.RawMessage) {
	document, ok := v.Addr().Interface().(interface{ extra() *Extra })
	if !ok {
		return
	}
	extra := document.extra()
	if extra.Unknown == nil {
		extra.Unknown = make(map[string]json.RawMessage)
	}
	extra.Unknown[key] = value
}

// fieldsOf has the fields of t by key, in lower case since encoding/json does
// not tell cases apart.
func (u *unknown) fieldsOf(t reflect.Type) map[string][]int {
	if fields, ok := u.fields[t]; ok {
		return fields
	}
	fields := make(map[string][]int)
	for _, field := range reflect.VisibleFields(t) {
		key, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if field.IsExported() && !field.Anonymous && key != "-" {
			fields[strings.ToLower(cmp.Or(key, field.Name))] = field.Index
		}
	}
	u.fields[t] = fields
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
