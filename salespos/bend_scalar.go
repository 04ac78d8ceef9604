package salespos

import (
	"encoding/json"
	"reflect"
	"strings"
)

// bendScalar gives a value the form that a kind decodes from. Where no object or
// list can be bent, the vendor's ways to say "nothing" become null.
func bendScalar(value []byte, kind reflect.Kind) []byte {
	switch kind {
	case reflect.Struct, reflect.Slice:
		return nothing(value)
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

// nothing is null for the vendor's ways to say that there is no object or list:
// "", [], {} and false. Other values stay as they are.
func nothing(value []byte) []byte {
	if saysNothing(value) {
		return []byte("null")
	}
	return value
}

func saysNothing(value []byte) bool {
	switch value[0] {
	case '"':
		return strings.TrimSpace(textOf(value)) == ""
	case '[', '{':
		return strings.TrimSpace(string(value[1:len(value)-1])) == ""
	default:
		return string(value) == "false"
	}
}

func bendText(value []byte) []byte {
	switch value[0] {
	case '"', '{', 'n':
		return value
	case '[':
		return nothing(value)
	default:
		return append(append([]byte{'"'}, value...), '"')
	}
}

func bendBool(value []byte) []byte {
	switch strings.ToLower(scalarText(value)) {
	case "1", "true":
		return []byte("true")
	case "0", "false":
		return []byte("false")
	default:
		return nothing(value)
	}
}

func bendInt(value []byte) []byte {
	text := scalarText(value)
	if text == "" {
		return nothing(value)
	}
	amount, err := ParseAmount(text)
	if err != nil || !amount.Equal(amount.Truncate(0)) {
		return nothing(value)
	}
	return []byte(amount.StringFixed(0))
}

// scalarText is what a text or a number says; "" for an object or a list.
func scalarText(value []byte) string {
	switch value[0] {
	case '"':
		return strings.TrimSpace(textOf(value))
	case '[', '{':
		return ""
	default:
		return string(value)
	}
}

// textOf is what a quoted text says.
func textOf(quoted []byte) string {
	inner := string(quoted[1 : len(quoted)-1])
	if !strings.ContainsRune(inner, '\\') {
		return inner
	}
	var text string
	_ = json.Unmarshal(quoted, &text) // it is part of a valid document
	return text
}

// valueLen is the length of the value that a valid document begins with.
func valueLen(data []byte) int {
	switch data[0] {
	case '"':
		return textLen(data)
	case '{', '[':
		return bracketLen(data)
	}
	for n, c := range data {
		if isBlank(c) || c == ',' || c == ':' || c == ']' || c == '}' {
			return n
		}
	}
	return len(data)
}

// textLen is the length of a quoted text.
func textLen(data []byte) int {
	for n := 1; ; n++ {
		switch data[n] {
		case '\\':
			n++
		case '"':
			return n + 1
		}
	}
}

// bracketLen is the length of an object or a list.
func bracketLen(data []byte) int {
	depth := 0
	for n := 0; ; n++ {
		switch data[n] {
		case '"':
			n += textLen(data[n:]) - 1
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth == 0 {
				return n + 1
			}
		}
	}
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }
