package salespos

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"reflect"
	"strings"
)

// Extra has what a document says beyond the fields of its type, so that nothing
// is lost of what the API sends.
type Extra struct {
	// Unknown has the values of all keys that the type has no field for; nil
	// when there are none. It is not encoded.
	Unknown map[string]json.RawMessage `json:"-"`
}

func (e *Extra) keep(key string, value json.RawMessage) {
	if e.Unknown == nil {
		e.Unknown = make(map[string]json.RawMessage)
	}
	e.Unknown[key] = value
}

// document decodes an answer into what into points to and looks for keys that
// its types do not know. below is the path of the read type t in the answer.
// Nearly all answers have no such key, and are decoded once.
func (c *Client) document(data []byte, into any, t reflect.Type, below string) error {
	if decodeStrictly(data, into) == nil {
		return nil
	}
	target := reflect.ValueOf(into).Elem()
	target.SetZero()
	if err := decode(data, into); err != nil {
		return err
	}
	unknown := make(unknownKeys)
	unknown.find(data, target, "")
	if c.unknownField != nil {
		unknown.report(c.unknownField, t, below)
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
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return errors.New("data after the document")
	}
	return nil
}

// unknownKeys are the paths of keys that no field takes.
type unknownKeys map[string]bool

// find compares a document with the value that was decoded from it.
func (u unknownKeys) find(raw json.RawMessage, v reflect.Value, path string) {
	switch {
	case v.Kind() == reflect.Pointer && !v.IsNil():
		u.find(raw, v.Elem(), path)
	case reflect.PointerTo(v.Type()).Implements(reflect.TypeFor[json.Unmarshaler]()):
		return
	case v.Kind() == reflect.Struct:
		u.findInObject(raw, v, path)
	case v.Kind() == reflect.Slice:
		u.findInList(raw, v, path)
	}
}

func (u unknownKeys) findInList(raw json.RawMessage, v reflect.Value, path string) {
	var items []json.RawMessage
	if json.Unmarshal(raw, &items) != nil {
		return // one of the API's ways to say that there is no list
	}
	for i := range min(len(items), v.Len()) {
		u.find(items[i], v.Index(i), path)
	}
}

func (u unknownKeys) findInObject(raw json.RawMessage, v reflect.Value, path string) {
	var members map[string]json.RawMessage
	if json.Unmarshal(raw, &members) != nil {
		return // one of the API's ways to say that there is no object
	}
	fields := fieldsByKey(v.Type())
	for key, value := range members {
		here := strings.TrimPrefix(path+"."+key, ".")
		if index, known := fields[strings.ToLower(key)]; known {
			u.find(value, v.FieldByIndex(index), here)
			continue
		}
		u[here] = true
		if extra, ok := v.Addr().Interface().(interface{ keep(string, json.RawMessage) }); ok {
			extra.keep(key, value)
		}
	}
}

// fieldsByKey has the fields of a struct by the keys that they decode, in lower
// case: encoding/json takes any letter case.
func fieldsByKey(t reflect.Type) map[string][]int {
	fields := make(map[string][]int)
	for _, field := range reflect.VisibleFields(t) {
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if name != "" && name != "-" {
			fields[strings.ToLower(name)] = field.Index
		}
	}
	return fields
}

// report tells each key once, below the name of the read type; what is outside
// of that is part of a Page.
func (u unknownKeys) report(tell func(document, field string), t reflect.Type, below string) {
	for path := range u {
		if field, ok := strings.CutPrefix(path, below); ok {
			tell(t.Name(), field)
		} else {
			tell("Page", path)
		}
	}
}
