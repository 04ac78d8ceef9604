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
	"strconv"
	"strings"
	"unicode"

	"github.com/tillsync/tillsync/internal/rest"
)

// Extra has what a document, or a part of one, says beyond the fields of its type,
// so that nothing is lost of what the store sends.
type Extra struct {
	// Unknown has the values of the keys that the type has no field for; nil
	// when there are none. Parts that are written as well as read, such as
	// Dimensions, have no Extra: their keys come with the path to them,
	// "dimensions.depth" or "wholesalePrices.0.currency". It is not written.
	Unknown map[string]json.RawMessage `json:"-"`
}

func (e *Extra) extra() *Extra { return e }

func (e *Extra) keep(key string, value json.RawMessage) {
	if e.Unknown == nil {
		e.Unknown = make(map[string]json.RawMessage)
	}
	e.Unknown[key] = value
}

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
	for _, at := range keepUnknown(data, v) {
		if report != nil {
			report(at.document, at.field)
		}
	}
	return nil
}

// keepUnknown puts what is unknown in data into what was decoded from it, and
// returns where it stands, in order.
func keepUnknown(data []byte, v reflect.Value) []finding {
	u := unknown{seen: make(map[finding]bool), fields: make(map[reflect.Type]map[string][]int)}
	u.value(data, v, place{})
	return slices.SortedFunc(maps.Keys(u.seen), finding.compare)
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

// finding is an unknown field of a document.
type finding struct{ document, field string }

func (f finding) compare(g finding) int {
	return cmp.Or(cmp.Compare(f.document, g.document), cmp.Compare(f.field, g.field))
}

// place is where a value stands: in a document, and in the innermost part of it
// that keeps what is unknown.
type place struct {
	document, field string
	extra           *Extra // nil: nothing is kept
	key             string // the path from that part on
}

// below is the place of a value under a key.
func (p place) below(key string) place {
	p.field, p.key = join(p.field, key), join(p.key, key)
	return p
}

// item is the place of a value in a list or map; no report tells which one.
func (p place) item(key string) place {
	p.key = join(p.key, key)
	return p
}

func join(path, key string) string { return strings.TrimPrefix(path+"."+key, ".") }

// unknown compares an answer with what was decoded from it.
type unknown struct {
	seen   map[finding]bool
	fields map[reflect.Type]map[string][]int // by key in lower case
}

// found reports an unknown field of a document.
func (u *unknown) found(at place) {
	if at.document != "" {
		u.seen[finding{at.document, at.field}] = true
	}
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
		if reflect.PointerTo(v.Type()).Implements(reflect.TypeFor[json.Unmarshaler]()) {
			u.kept(v, at)
		} else {
			u.object(data, v, at)
		}
	default:
	}
}

// kept reports what a type that decodes itself has kept.
func (u *unknown) kept(v reflect.Value, at place) {
	if extra := extraOf(v); extra != nil {
		for key := range extra.Unknown {
			u.found(at.below(key))
		}
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
		u.value(elements[i], v.Index(i), at.item(strconv.Itoa(i)))
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
		u.value(values[key.String()], element, at.item(key.String()))
		v.SetMapIndex(key, element)
	}
}

// object compares the keys of an object. Below an envelope the documents begin.
func (u *unknown) object(data []byte, v reflect.Value, at place) {
	var values map[string]json.RawMessage
	if json.Unmarshal(data, &values) != nil {
		return
	}
	if extra := extraOf(v); extra != nil {
		at.extra, at.key = extra, ""
	}
	within := at
	if at.document == "" {
		at.document, at.field = documentName(v.Type()), ""
		within = at
		if isEnvelope(v.Type()) {
			within = place{extra: at.extra}
		}
	}
	fields := u.fieldsOf(v.Type())
	for key, value := range values {
		if index, ok := fields[strings.ToLower(key)]; ok {
			if field, err := v.FieldByIndexErr(index); err == nil { // else it is behind a nil pointer
				u.value(value, field, within.below(key))
			}
			continue
		}
		u.found(at.below(key))
		if at.extra != nil {
			at.extra.keep(join(at.key, key), value)
		}
	}
}

// extraOf is the Extra of a document or a part of one; nil for all others.
func extraOf(v reflect.Value) *Extra {
	if keeper, ok := v.Addr().Interface().(interface{ extra() *Extra }); ok {
		return keeper.extra()
	}
	return nil
}

// fieldsOf has the fields of t by key, in lower case since encoding/json does
// not tell cases apart.
func (u *unknown) fieldsOf(t reflect.Type) map[string][]int {
	if fields, ok := u.fields[t]; ok {
		return fields
	}
	fields := make(map[string][]int)
	addFields(fields, t, nil)
	u.fields[t] = fields
	return fields
}

// addFields adds the fields of t, then those of what it embeds: as in
// encoding/json only keys hide keys, the ID of a cart does not hide that of the
// order in it.
func addFields(fields map[string][]int, t reflect.Type, index []int) {
	var embedded []reflect.StructField
	for i := range t.NumField() {
		field := t.Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		key := strings.ToLower(cmp.Or(name, field.Name))
		switch _, hidden := fields[key]; {
		case field.Anonymous && name == "" && structOf(field.Type).Kind() == reflect.Struct:
			embedded = append(embedded, field)
		case field.IsExported() && key != "-" && !hidden:
			fields[key] = slices.Concat(index, field.Index)
		}
	}
	for _, field := range embedded {
		addFields(fields, structOf(field.Type), slices.Concat(index, field.Index))
	}
}

// structOf is what an embedded pointer points to.
func structOf(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Pointer {
		return t.Elem()
	}
	return t
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
