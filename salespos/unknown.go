package salespos

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
)

// Extra has what a document says beyond the fields of its type, so that nothing
// is lost of what the API sends.
type Extra struct {
	// Unknown has the values of all keys that the type has no field for; nil
	// when there are none. Keys of the objects and lists inside come with their
	// path: "customer.billingaddress.title", "combination.0.colour". It is not
	// encoded.
	Unknown map[string]json.RawMessage `json:"-"`
}

// keep takes a value of a parsed document, which is encodable by nature.
func (e *Extra) keep(key string, value any) {
	if e.Unknown == nil {
		e.Unknown = make(map[string]json.RawMessage)
	}
	e.Unknown[key], _ = json.Marshal(value)
}

// document decodes an answer into what into points to and looks for keys that
// its types do not know. below is the path of the read type t in the answer.
// Nearly all answers have no such key: those are not looked through.
func (c *Client) document(data []byte, into any, t reflect.Type, below string) error {
	if decodeWith(decodeStrictly, data, into) == nil {
		return nil
	}
	if err := decode(data, into); err != nil {
		return err
	}
	paths := findUnknown(data, reflect.ValueOf(into))
	if c.unknownField != nil {
		reportUnknown(paths, c.unknownField, t, below)
	}
	return nil
}

// decodeStrictly decodes a document without unknown keys and loose types.
func decodeStrictly(data []byte, into any) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(into); err != nil {
		return err
	}
	return atEnd(decoder)
}

// unknownKeys looks for keys that no field takes.
type unknownKeys struct {
	paths  map[string]bool
	fields map[reflect.Type]map[string][]int // of the structs seen so far
}

// findUnknown compares a document with the value that was decoded from it. It
// returns the paths of unknown keys and keeps their values in the Extra of the
// innermost document.
func findUnknown(data []byte, v reflect.Value) map[string]bool {
	u := unknownKeys{paths: make(map[string]bool), fields: make(map[reflect.Type]map[string][]int)}
	if tree, err := parse(data); err == nil {
		u.find(tree, v, place{})
	}
	return u.paths
}

// place is where a value stands: in the answer, and in the innermost document
// that keeps what is unknown.
type place struct {
	path  string
	extra interface{ keep(string, any) } // nil: nothing is kept
	key   string                         // the path from that document on
}

// in is the place of a value under a key.
func (p place) in(key string) place {
	p.path, p.key = strings.TrimPrefix(p.path+"."+key, "."), strings.TrimPrefix(p.key+"."+key, ".")
	return p
}

// at is the place of the i-th item of a list, which no path of an answer tells.
func (p place) at(i int) place {
	p.key += "." + strconv.Itoa(i)
	return p
}

// find compares what fits together: where the API says in one of its ways that
// there is no object or list, there is nothing to find.
func (u unknownKeys) find(tree any, v reflect.Value, here place) {
	if v.Kind() == reflect.Pointer && !v.IsNil() {
		v = v.Elem()
	}
	if object, ok := tree.(map[string]any); ok && v.Kind() == reflect.Struct {
		u.findInObject(object, v, here)
	}
	if list, ok := tree.([]any); ok && v.Kind() == reflect.Slice {
		for i := range min(len(list), v.Len()) {
			u.find(list[i], v.Index(i), here.at(i))
		}
	}
}

func (u unknownKeys) findInObject(object map[string]any, v reflect.Value, here place) {
	if extra, ok := v.Addr().Interface().(interface{ keep(string, any) }); ok {
		here.extra, here.key = extra, ""
	}
	fields := u.fieldsOf(v.Type())
	for key, value := range object {
		there := here.in(key)
		if index, known := fields[strings.ToLower(key)]; known {
			if field, err := v.FieldByIndexErr(index); err == nil { // else it is behind a nil pointer
				u.find(value, field, there)
			}
			continue
		}
		u.paths[there.path] = true
		if there.extra != nil {
			there.extra.keep(there.key, value)
		}
	}
}

// fieldsOf has the fields of a struct that was perhaps seen before.
func (u unknownKeys) fieldsOf(t reflect.Type) map[string][]int {
	fields, ok := u.fields[t]
	if !ok {
		fields = fieldsByKey(t)
		u.fields[t] = fields
	}
	return fields
}

// fieldsByKey has the fields of a struct by the keys that they decode, in lower
// case: encoding/json takes any letter case.
func fieldsByKey(t reflect.Type) map[string][]int {
	fields := make(map[string][]int)
	for _, field := range reflect.VisibleFields(t) {
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if field.IsExported() && name != "" && name != "-" {
			fields[strings.ToLower(name)] = field.Index
		}
	}
	return fields
}

// reportUnknown tells each key once, below the name of the read type; what is
// outside of that is part of a Page.
func reportUnknown(paths map[string]bool, report func(document, field string), t reflect.Type, below string) {
	for path := range paths {
		if field, ok := strings.CutPrefix(path, below); ok {
			report(t.Name(), field)
		} else {
			report("Page", path)
		}
	}
}
