package salespos

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"reflect"
)

// decode decodes a document of the API into what into points to. The vendor's
// types are loose: numbers come as text and the other way round, an empty object
// as "" or []. The document is decoded as it stands, and only when a type does
// not match it is bent to the types of the target and decoded once more: nearly
// all documents pay nothing for the leniency.
func decode(data []byte, into any) error { return decodeWith(json.Unmarshal, data, into) }

// decodeWith is decode with its own way to read JSON.
func decodeWith(read func([]byte, any) error, data []byte, into any) error {
	err := read(data, into)
	if _, mismatch := errors.AsType[*json.UnmarshalTypeError](err); !mismatch || !json.Valid(data) {
		return err
	}
	target := reflect.ValueOf(into).Elem()
	fresh := reflect.New(target.Type())
	if err := read(bend(data, target.Type()), fresh.Interface()); err != nil {
		return err
	}
	target.Set(fresh.Elem())
	return nil
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
