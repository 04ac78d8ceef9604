package salespos

import "github.com/tillsync/tillsync/internal/opt"

// Opt is an optional field of a write type: a value or absence. An absent field
// is not in the request; zero, "" and an empty list are values. Its methods are
// Get, Or and IsZero; Set makes one.
type Opt[T any] = opt.Opt[T]

// Nullable is an optional field whose explicit null clears the value at the
// server; the API documents that for few keys. Its methods are Get, IsNull and
// IsZero; SetNullable and Null make one.
type Nullable[T any] = opt.Nullable[T]

// Set makes a present value of an optional field.
func Set[T any](v T) Opt[T] { return opt.Set(v) }

// SetNullable makes a present value of a clearable field.
func SetNullable[T any](v T) Nullable[T] { return opt.SetNullable(v) }

// Null makes the explicit null of a clearable field.
func Null[T any]() Nullable[T] { return opt.Null[T]() }
