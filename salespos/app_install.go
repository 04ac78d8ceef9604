package salespos

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
)

// Handshake is what the platform sends when a merchant begins to install an app:
// the key pair of the shop. Pass the address, the key and the secret to New.
type Handshake struct {
	APIRoot   string `json:"api_root"`
	PublicKey string `json:"api_public"`
	Secret    Secret `json:"api_secret"`
	// ReturnURL is where to send the merchant's browser after FinishInstall.
	ReturnURL string `json:"return_url"`
	// Language is that of the merchant, "" when it is not told.
	Language string `json:"language"`
}

// ParseHandshake verifies and reads a handshake. uri is the address of the
// handshake as it is registered with the vendor, secrets are those of the app:
// several while they are rotated. ErrUnverified says that the platform did not
// send it.
func ParseHandshake(uri string, secrets []Secret, header http.Header, body []byte) (Handshake, error) {
	var h Handshake
	if err := parseSigned(uri, secrets, header, body, &h); err != nil {
		return Handshake{}, fmt.Errorf("salespos: handshake: %w", err)
	}
	if h.APIRoot == "" || h.PublicKey == "" || h.Secret == "" {
		return Handshake{}, errors.New("salespos: handshake: it lacks the address of the API or the key pair")
	}
	return h, nil
}

// ParseUninstall verifies and reads the request that a merchant removed the app;
// see ParseHandshake. It returns the public key of the pair that is to be
// forgotten; answer the request with 200.
func ParseUninstall(uri string, secrets []Secret, header http.Header, body []byte) (publicKey string, err error) {
	var doc struct {
		PublicKey string `json:"api_public"`
	}
	if err := parseSigned(uri, secrets, header, body, &doc); err != nil {
		return "", fmt.Errorf("salespos: uninstall: %w", err)
	}
	if doc.PublicKey == "" {
		return "", errors.New("salespos: uninstall: it names no key pair")
	}
	return doc.PublicKey, nil
}

// VerifyInstallPage verifies the query with which the platform opens the install
// page in the merchant's browser, and returns the public key of the pair that
// the handshake brought. uri is the address of the page as it is registered,
// without a query.
func VerifyInstallPage(uri string, secrets []Secret, query url.Values) (publicKey string, err error) {
	keys, err := newSecrets(secrets)
	if err != nil {
		return "", fmt.Errorf("salespos: install page: %w", err)
	}
	publicKey = query.Get("api_public")
	if publicKey == "" || !hashedBy(keys, query.Get("x-hash"), uri, []byte(publicKey)) {
		return "", fmt.Errorf("salespos: install page: %w", ErrUnverified)
	}
	return publicKey, nil
}

// FinishInstall tells the platform that the app is installed. The client is that
// of the key pair of the handshake. It may be called again.
func FinishInstall(ctx context.Context, c *Client) error {
	apps, err := c.Apps.List(ctx, nil)
	if err != nil {
		return err
	}
	if len(apps) != 1 {
		err := fmt.Errorf("%w: the key pair belongs to %d apps, not to one", ErrBadAnswer, len(apps))
		return &APIError{Op: "GET /apps", StatusCode: http.StatusOK, Attempts: 1, Err: err}
	}
	return c.Apps.SetInstalled(ctx, apps[0].ID, true)
}

// NewHandshakeHandler takes handshakes, see ParseHandshake. accept has to store
// the key pair, the secret as string(h.Secret) since it is encoded as
// "[redacted]": only when accept returns nil the handshake is answered with 200,
// and the merchant is sent to the install page.
func NewHandshakeHandler(uri string, secrets []Secret, accept func(context.Context, Handshake) error) (http.Handler, error) {
	if _, err := newSecrets(secrets); err != nil {
		return nil, fmt.Errorf("salespos: handshake handler: %w", err)
	}
	if accept == nil {
		return nil, errors.New("salespos: handshake handler: the function that accepts handshakes is nil")
	}
	secrets = slices.Clone(secrets)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, status := readCallback(w, r)
		if status == 0 {
			status = shake(r, uri, secrets, body, accept)
		}
		w.WriteHeader(status)
	}), nil
}

// shake takes a handshake and returns the status to answer.
func shake(r *http.Request, uri string, secrets []Secret, body []byte, accept func(context.Context, Handshake) error) int {
	h, err := ParseHandshake(uri, secrets, r.Header, body)
	switch {
	case errors.Is(err, ErrUnverified):
		return http.StatusForbidden
	case err != nil:
		return http.StatusBadRequest
	case accept(r.Context(), h) != nil:
		return http.StatusServiceUnavailable
	default:
		return http.StatusOK
	}
}

// parseSigned decodes a request of the platform after verifying it.
func parseSigned[T any](uri string, secrets []Secret, header http.Header, body []byte, into *T) error {
	keys, err := newSecrets(secrets)
	if err != nil {
		return err
	}
	if !hashedBy(keys, header.Get(headerHash), uri, body) {
		return ErrUnverified
	}
	if err := decode(body, into); err != nil {
		return errors.New("it is not the documented JSON")
	}
	return nil
}
