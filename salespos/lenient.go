package salespos

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"reflect"
	"strconv"
	"strings"
)

// decode decodes a document of the API into what into points to. The vendor's
// types are loose: numbers come as text and the other way round, an empty object
// as "" or []. The document is decoded as it stands, and only when a type does
// not match it is bent to the types of the target and decoded once more: nearly
// all documents pay nothing for the leniency.
func decode(data []byte, into any) error {
	err := json.Unmarshal(data, into)
	if _, mismatch := errors.AsType[*json.UnmarshalTypeError](err); !mismatch {
		return err
	}
	target := reflect.ValueOf(into).Elem()
	bent, bendErr := bend(data, target.Type())
	if bendErr != nil {
		return err
	}
	fresh := reflect.New(target.Type())
	if err := json.Unmarshal(bent, fresh.Interface()); err != nil {
		return err
	}
	target.Set(fresh.Elem())
	return nil
}

// bend rewrites a document so that its values have the JSON types that t
// decodes from. What cannot be bent stays, and fails in decoding.
func bend(data []byte, t reflect.Type) ([]byte, error) {
	tree, err := parse(data)
	if err != nil {
		return nil, err
	}
	return json.Marshal(bendValue(tree, t))
}

// parse reads one JSON document as maps, lists and texts; numbers keep their
// digits.
func parse(data []byte) (any, error) {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var tree any
	if err := decoder.Decode(&tree); err != nil {
		return nil, err
	}
	return tree, atEnd(decoder)
}

// atEnd checks that there is one document and no more.
func atEnd(decoder *json.Decoder) error {
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return errors.New("data after the document")
	}
	return nil
}

func bendValue(value any, t reflect.Type) any {
	if value == nil || reflect.PointerTo(t).Implements(reflect.TypeFor[json.Unmarshaler]()) {
		return value
	}
	switch t.Kind() {
	case reflect.Pointer:
		return bendValue(value, t.Elem())
	case reflect.Struct:
		return bendStruct(value, t)
	case reflect.Slice:
		return bendSlice(value, t)
	case reflect.String:
		return bendText(value)
	case reflect.Bool:
		return bendBool(value)
	case reflect.Int, reflect.Int64:
		return bendInt(value)
	default:
		return value
	}
}

// bendStruct bends the members of an object; anything else that says "nothing"
// becomes null.
func bendStruct(value any, t reflect.Type) any {
	object, ok := value.(map[string]any)
	if !ok {
		return nothing(value)
	}
	for _, field := range reflect.VisibleFields(t) {
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if member, ok := object[name]; ok && name != "" {
			object[name] = bendValue(member, field.Type)
		}
	}
	return object
}

func bendSlice(value any, t reflect.Type) any {
	list, ok := value.([]any)
	if !ok {
		return nothing(value)
	}
	for i := range list {
		list[i] = bendValue(list[i], t.Elem())
	}
	return list
}

// nothing is null for the vendor's ways to say that there is no object or list:
// "", [], {} and false. Other values stay as they are.
func nothing(value any) any {
	switch v := value.(type) {
	case string:
		if strings.TrimSpace(v) == "" {
			return nil
		}
	case []any:
		if len(v) == 0 {
			return nil
		}
	case map[string]any:
		if len(v) == 0 {
			return nil
		}
	case bool:
		if !v {
			return nil
		}
	}
	return value
}

func bendText(value any) any {
	switch v := value.(type) {
	case json.Number:
		return v.String()
	case bool:
		return strconv.FormatBool(v)
	case []any:
		return nothing(v)
	default:
		return value
	}
}

func bendBool(value any) any {
	var text string
	switch v := value.(type) {
	case json.Number:
		text = v.String()
	case string:
		text = strings.ToLower(strings.TrimSpace(v))
	case bool:
		return v
	default:
		return nothing(value)
	}
	switch text {
	case "1", "true":
		return true
	case "0", "false":
		return false
	case "":
		return nil
	default:
		return value
	}
}

func bendInt(value any) any {
	var text string
	switch v := value.(type) {
	case json.Number:
		text = v.String()
	case string:
		if text = strings.TrimSpace(v); text == "" {
			return nil
		}
	default:
		return nothing(value)
	}
	amount, err := ParseAmount(text)
	if err != nil || !amount.Equal(amount.Truncate(0)) {
		return value
	}
	return json.Number(amount.StringFixed(0))
}
