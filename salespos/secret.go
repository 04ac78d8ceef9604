package salespos

import (
	"fmt"
	"io"
	"log/slog"
)

// redacted stands wherever a secret would be printed.
const redacted = "[redacted]"

// secret is the key of the signatures. The value sits behind a function because
// fmt prints the unexported fields of a struct without asking their methods.
type secret struct{ reveal func() string }

func newSecret(value string) secret {
	return secret{reveal: func() string { return value }}
}

// Format prints the secret as redacted under every verb.
func (secret) Format(state fmt.State, _ rune) { _, _ = io.WriteString(state, redacted) }

// Secret is a text that is printed nowhere: every verb of fmt, slog and the
// encodings to JSON, XML and other texts show "[redacted]". string(s) reveals it.
// Fields that are not exported are the exception: fmt prints them as they are.
type Secret string

// Password is the password of a shop user. It is sent in the request body and
// printed nowhere, see Secret.
type Password = Secret

// Format prints the secret as redacted under every verb.
func (Secret) Format(state fmt.State, _ rune) { _, _ = io.WriteString(state, redacted) }

// String is the redaction, which is what the trace of a panic shows too.
func (Secret) String() string { return redacted }

// MarshalText encodes the redaction, in JSON and elsewhere, so that a logged
// document does not reveal the secret.
func (Secret) MarshalText() ([]byte, error) { return []byte(redacted), nil }

// LogValue logs the redaction.
func (Secret) LogValue() slog.Value { return slog.StringValue(redacted) }
