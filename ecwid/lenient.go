package ecwid

import (
	"encoding/json"
	"fmt"
)

// Text is a string that Ecwid also sends as a number, for example a sort
// position. It is written as a string.
type Text string

// UnmarshalJSON reads text, a number or a boolean; null leaves it as it is.
func (t *Text) UnmarshalJSON(data []byte) error {
	text, err := scalarText(data)
	if err == nil && !isNull(data) {
		*t = Text(text)
	}
	return err
}

// Int is a whole number that Ecwid also sends as text, or as a boolean, which
// gives 1 and 0. It is written as a number.
type Int int64

// UnmarshalJSON reads a number, numeric text or a boolean; null and "" leave it
// as it is.
func (n *Int) UnmarshalJSON(data []byte) error {
	switch string(data) {
	case "true":
		*n = 1
	case "false":
		*n = 0
	default:
		return decodeID(n, data)
	}
	return nil
}

// TextMap is an object of texts: a language code and its translation, or the
// free fields of a payment. Numbers and booleans in it are read as text, nested
// values as their JSON, nulls are left out. Where Ecwid sends a plain text
// instead of an object it is kept under the key "".
//
// In a write send only the languages you own; a language that is not enabled in
// the store is refused with 400.
type TextMap map[string]string

// UnmarshalJSON reads an object or a plain text; null leaves the map as it is.
func (m *TextMap) UnmarshalJSON(data []byte) error {
	if isNull(data) {
		return nil
	}
	if data[0] != '{' {
		text, err := scalarText(data)
		if err != nil {
			return err
		}
		*m = TextMap{"": text}
		return nil
	}
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(data, &raw); err != nil {
		return err
	}
	texts := make(TextMap, len(raw))
	for key, value := range raw {
		if isNull(value) {
			continue
		}
		text, err := scalarText(value)
		if err != nil {
			text = string(value)
		}
		texts[key] = text
	}
	*m = texts
	return nil
}

// OneOrMany is a list that Ecwid sends as a single object in some places.
type OneOrMany[T any] []T

// UnmarshalJSON reads an array or one element; null leaves the list as it is.
func (l *OneOrMany[T]) UnmarshalJSON(data []byte) error {
	if isNull(data) {
		return nil
	}
	if data[0] == '[' {
		return decodeKeeping(data, (*[]T)(l), nil)
	}
	var one T
	if err := decodeKeeping(data, &one, nil); err != nil {
		return fmt.Errorf("ecwid: neither a list nor one element: %w", err)
	}
	*l = OneOrMany[T]{one}
	return nil
}

// undecoded is a value that tells nothing; it is passed over.
type undecoded struct{}

// UnmarshalJSON accepts everything and keeps nothing.
func (*undecoded) UnmarshalJSON([]byte) error { return nil }
