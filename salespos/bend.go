package salespos

import (
	"encoding/json"
	"reflect"
	"strings"
)

// bend rewrites a valid document so that its values have the JSON types that t
// decodes from. What cannot be bent stays, and fails in decoding.
func bend(data []byte, t reflect.Type) []byte {
	b := bender{in: data, out: make([]byte, 0, len(data)+len(data)/8), shapes: make(map[reflect.Type]*shape)}
	b.value(b.shape(t))
	return b.out
}

// bender copies a document value by value, in one pass.
type bender struct {
	in     []byte // from the next value on
	out    []byte
	shapes map[reflect.Type]*shape // of the types seen so far
}

// shape is what a type decodes from.
type shape struct {
	kind   reflect.Kind // Invalid: anything, such as types that decode themselves
	item   *shape       // of a list
	fields map[string]*shape
	// bareKey is the key of a text that comes instead of the object.
	bareKey string
}

// shape looks at a type once.
func (b *bender) shape(t reflect.Type) *shape {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if known, ok := b.shapes[t]; ok {
		return known
	}
	s := new(shape)
	b.shapes[t] = s
	if reflect.PointerTo(t).Implements(reflect.TypeFor[json.Unmarshaler]()) {
		return s
	}
	s.kind = t.Kind()
	switch s.kind {
	case reflect.Slice:
		s.item = b.shape(t.Elem())
	case reflect.Struct:
		s.fields = make(map[string]*shape)
		for name, field := range fieldsByKey(t) {
			s.fields[name] = b.shape(t.FieldByIndex(field).Type)
		}
		if bare, ok := reflect.Zero(t).Interface().(interface{ bareKey() string }); ok {
			s.bareKey = bare.bareKey()
		}
	default:
	}
	return s
}

// member is the shape of the member with a key, in any letter case.
func (s *shape) member(key []byte) *shape {
	if member, ok := s.fields[strings.ToLower(textOf(key))]; ok {
		return member
	}
	return &shape{} // copied as it is
}

// value copies the next value in the form that s wants.
func (b *bender) value(s *shape) {
	b.blanks()
	switch first := b.in[0]; {
	case first == '{' && s.kind == reflect.Struct:
		b.object(s)
	case first == '[' && s.kind == reflect.Slice:
		b.list(s)
	case first == '"' && s.bareKey != "":
		b.bare(s.bareKey)
	default:
		b.out = append(b.out, bendScalar(b.next(), s.kind)...)
	}
}

// object copies an object with its members bent.
func (b *bender) object(s *shape) {
	b.mark() // {
	for b.blanks(); b.in[0] != '}'; b.blanks() {
		if b.in[0] == ',' {
			b.mark()
			b.blanks()
		}
		key := b.next()
		b.out = append(b.out, key...)
		b.blanks()
		b.mark() // :
		b.value(s.member(key))
	}
	b.mark() // }
}

// list copies a list with its items bent.
func (b *bender) list(s *shape) {
	b.mark() // [
	for b.blanks(); b.in[0] != ']'; b.blanks() {
		if b.in[0] == ',' {
			b.mark()
		}
		b.value(s.item)
	}
	b.mark() // ]
}

// bare makes an object of a text; a blank one says that there is none.
func (b *bender) bare(key string) {
	text := b.next()
	if saysNothing(text) {
		b.out = append(b.out, "null"...)
		return
	}
	b.out = append(append(append(append(b.out, `{"`...), key...), `":`...), text...)
	b.out = append(b.out, '}')
}

// mark copies one character.
func (b *bender) mark() { b.out, b.in = append(b.out, b.in[0]), b.in[1:] }

// blanks passes over what stands between values.
func (b *bender) blanks() {
	for len(b.in) > 0 && isBlank(b.in[0]) {
		b.in = b.in[1:]
	}
}

// next cuts off the next value or key.
func (b *bender) next() []byte {
	n := valueLen(b.in)
	value := b.in[:n]
	b.in = b.in[n:]
	return value
}
