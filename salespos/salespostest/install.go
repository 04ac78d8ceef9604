package salespostest

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
)

// App is a connector as it is registered with the vendor. The URLs are signed
// as they stand here.
type App struct {
	HandshakeURL string
	InstallURL   string
	UninstallURL string
	ReturnURL    string // where the merchant goes when the app is installed
	Secret       string
	Language     string // "" is left out
}

// Install does what the platform does when a merchant chooses an app: it posts
// the credentials of the account to the handshake URL through rt and, once
// that has answered 200, returns the install page that the merchant's browser
// opens. The app finishes with GET /apps and PATCH /apps/{id}.
func (s *Server) Install(ctx context.Context, rt http.RoundTripper, app App) (page string, err error) {
	s.mu.Lock()
	doc := map[string]any{"api_public": publicKey, "api_secret": secretKey, "api_root": s.world.base, "return_url": app.ReturnURL}
	s.mu.Unlock()
	query := url.Values{"api_public": {publicKey}}
	if app.Language != "" {
		doc["language"] = app.Language
		query.Set("language", app.Language)
	}
	if err := app.tell(ctx, rt, app.HandshakeURL, appendValue(nil, doc)); err != nil {
		return "", fmt.Errorf("salespostest: handshake: %w", err)
	}
	query.Set("x-hash", pushHash(app.Secret, app.InstallURL, []byte(publicKey)))
	return app.InstallURL + "?" + query.Encode(), nil
}

// Uninstall posts that the merchant has removed the app and marks it so.
func (s *Server) Uninstall(ctx context.Context, rt http.RoundTripper, app App) error {
	s.mu.Lock()
	for _, rec := range s.world.table("apps").all() {
		s.world.update("apps", rec, map[string]any{"is_installed": false})
	}
	s.mu.Unlock()
	if err := app.tell(ctx, rt, app.UninstallURL, appendValue(nil, map[string]any{"api_public": publicKey})); err != nil {
		return fmt.Errorf("salespostest: uninstall: %w", err)
	}
	return nil
}

// tell posts a document to the app, which has to answer 200.
func (app App) tell(ctx context.Context, rt http.RoundTripper, address string, body []byte) error {
	status, err := push(ctx, rt, app.Secret, address, body)
	if err == nil && status != http.StatusOK {
		err = fmt.Errorf("the app answered %d", status)
	}
	return err
}
