package ecwid

import "github.com/tillsync/tillsync/internal/opt"

// Opt is an optional field of a write type: a value or absence. An absent field
// is not in the request and so stays as it is in the store; zero, "" and an
// empty list are values. Its methods are Get (value and whether there is one),
// Or (value or a default) and IsZero (absent). Make one with [Set].
type Opt[T any] = opt.Opt[T]

// Set makes a present optional field.
func Set[T any](v T) Opt[T] { return opt.Set(v) }

// Nullable is an optional field that can also be an explicit null, for the few
// fields where null is documented to clear. Its methods are Get, IsNull and
// IsZero. Make one with [SetNullable] or [Null].
type Nullable[T any] = opt.Nullable[T]

// SetNullable makes a present nullable field.
func SetNullable[T any](v T) Nullable[T] { return opt.SetNullable(v) }

// Null makes the explicit null that clears a field.
func Null[T any]() Nullable[T] { return opt.Null[T]() }
