package salespos

import (
	"crypto/hmac"
	"crypto/sha512"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"
)

// MaxCallbackBody is how many bytes of a request by the platform are read; a
// larger one is refused.
const MaxCallbackBody = 64 << 10

// ErrUnverified: a request does not prove that the platform sent it.
var ErrUnverified = errors.New("salespos: the sender is not verified")

// callbackHash is the hash that the platform puts on what it sends: over the
// address, as it was registered, and the content.
func callbackHash(key secret, address string, content []byte) []byte {
	mac := hmac.New(sha512.New, []byte(key.reveal()))
	_, _ = fmt.Fprintf(mac, "%s|%s", address, content)
	return mac.Sum(nil)
}

// hashedBy reports whether hash was made with one of the keys. It takes the same
// time whichever key it is.
func hashedBy(keys []secret, hash, address string, content []byte) bool {
	got, err := hex.DecodeString(hash)
	if err != nil {
		return false
	}
	valid := false
	for _, key := range keys {
		valid = hmac.Equal(got, callbackHash(key, address, content)) || valid
	}
	return valid
}

// readCallback reads the body of a POST, or says with which status to refuse it.
func readCallback(w http.ResponseWriter, r *http.Request) (body []byte, refusal int) {
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		return nil, http.StatusMethodNotAllowed
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, MaxCallbackBody))
	if _, tooLarge := errors.AsType[*http.MaxBytesError](err); tooLarge {
		return nil, http.StatusRequestEntityTooLarge
	}
	if err != nil {
		return nil, http.StatusBadRequest
	}
	return body, 0
}

// newSecrets checks secrets that the caller chose or was given.
func newSecrets(values []Secret) ([]secret, error) {
	if len(values) == 0 {
		return nil, errors.New("no secret is given")
	}
	secrets := make([]secret, len(values))
	for i, value := range values {
		if value == "" {
			return nil, fmt.Errorf("secret %d is empty", i+1)
		}
		secrets[i] = newSecret(string(value))
	}
	return secrets, nil
}
