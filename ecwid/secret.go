package ecwid

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
)

// redacted stands wherever a secret would be printed.
const redacted = "[redacted]"

// Secret is a text that is printed nowhere: every verb of fmt, slog and the
// encodings to JSON, XML and other texts show "[redacted]". string(s) reveals it.
// Fields that are not exported are the exception: fmt prints them as they are.
type Secret string

// Format prints the secret as redacted under every verb.
func (Secret) Format(state fmt.State, _ rune) { _, _ = io.WriteString(state, redacted) }

// String is the redaction, which is what the trace of a panic shows too.
func (Secret) String() string { return redacted }

// MarshalText encodes the redaction, in JSON and elsewhere, so that a logged
// document does not reveal the secret.
func (Secret) MarshalText() ([]byte, error) { return []byte(redacted), nil }

// LogValue logs the redaction.
func (Secret) LogValue() slog.Value { return slog.StringValue(redacted) }

// sealed is a text in a field that is not exported and must not be printed. It is
// a function because fmt prints such fields without asking their methods.
type sealed func() []byte

func seal(s Secret) sealed { return func() []byte { return []byte(s) } }

// sealAll seals the secrets of a key rotation.
func sealAll(secrets []Secret) ([]sealed, error) {
	if len(secrets) == 0 {
		return nil, errors.New("no secret is given")
	}
	all := make([]sealed, 0, len(secrets))
	for i, s := range secrets {
		if s == "" {
			return nil, fmt.Errorf("secret %d is empty", i+1)
		}
		all = append(all, seal(s))
	}
	return all, nil
}
