// Package opt has the optional fields of write types: a value or its absence.
package opt

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
)

// Opt is a value or absence. In a struct it takes the tag option ",omitzero":
// an absent field is not in the request.
type Opt[T any] struct {
	value T
	set   bool
}

// Set makes a present value; zero, "" and empty lists are values too, and so is a
// nil list, which is empty.
func Set[T any](v T) Opt[T] { return Opt[T]{value: v, set: true} }

// Get returns the value and whether it is present.
func (o Opt[T]) Get() (T, bool) { return o.value, o.set }

// Or returns the value, or other when it is absent.
func (o Opt[T]) Or(other T) T {
	if o.set {
		return o.value
	}
	return other
}

// IsZero reports absence; encoding/json asks it for ",omitzero".
func (o Opt[T]) IsZero() bool { return !o.set }

// MarshalJSON encodes the value. An absent field outside of ",omitzero" and a value
// that is null are errors, since null would be a request to clear.
func (o Opt[T]) MarshalJSON() ([]byte, error) {
	if !o.set {
		return nil, errors.New(`opt: absent value encoded; the field lacks ",omitzero"`)
	}
	data, err := json.Marshal(o.value)
	if err != nil || string(data) != "null" {
		return data, err
	}
	return encodeEmpty(reflect.ValueOf(&o.value).Elem())
}

// encodeEmpty encodes a nil list or map as an empty one.
func encodeEmpty(v reflect.Value) ([]byte, error) {
	switch {
	case v.Kind() == reflect.Slice && v.IsNil():
		return json.Marshal(reflect.MakeSlice(v.Type(), 0, 0).Interface())
	case v.Kind() == reflect.Map:
		return json.Marshal(reflect.MakeMap(v.Type()).Interface())
	default:
		return nil, errors.New("opt: the value is null, which is no value of this field")
	}
}

// UnmarshalJSON decodes a value. null is refused: it is neither a value nor
// absence.
func (o *Opt[T]) UnmarshalJSON(data []byte) error {
	if bytes.Equal(bytes.TrimSpace(data), []byte("null")) {
		return errors.New("opt: null is no value of this field")
	}
	var v T
	if err := json.Unmarshal(data, &v); err != nil {
		return err
	}
	*o = Set(v)
	return nil
}

// Nullable is a value, an explicit null that clears, or absence.
type Nullable[T any] struct {
	opt  Opt[T]
	null bool
}

// SetNullable makes a present value.
func SetNullable[T any](v T) Nullable[T] { return Nullable[T]{opt: Set(v)} }

// Null makes the explicit null.
func Null[T any]() Nullable[T] { return Nullable[T]{null: true} }

// Get returns the value and whether it is present; null is not.
func (n Nullable[T]) Get() (T, bool) { return n.opt.Get() }

// IsNull reports the explicit null.
func (n Nullable[T]) IsNull() bool { return n.null }

// IsZero reports absence.
func (n Nullable[T]) IsZero() bool { return !n.null && n.opt.IsZero() }

// MarshalJSON encodes the value or null.
func (n Nullable[T]) MarshalJSON() ([]byte, error) {
	if n.null {
		return []byte("null"), nil
	}
	return n.opt.MarshalJSON()
}

// UnmarshalJSON decodes a value or null.
func (n *Nullable[T]) UnmarshalJSON(data []byte) error {
	if bytes.Equal(bytes.TrimSpace(data), []byte("null")) {
		*n = Null[T]()
		return nil
	}
	if err := n.opt.UnmarshalJSON(data); err != nil {
		return err
	}
	n.null = false
	return nil
}
