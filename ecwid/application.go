package ecwid

import (
	"context"
	"encoding/json"
	"errors"
)

// ApplicationService reads how the app stands in the store.
type ApplicationService service

// Application is the app as the store sees it.
type Application struct {
	Extra
	Status AppStatus `json:"subscriptionStatus"`
	// Subscription is kept as it comes; its form is not documented.
	Subscription json.RawMessage `json:"subscription"`
}

// AppStatus is the state of the merchant's subscription of the app.
type AppStatus string

// Values of AppStatus.
const (
	AppActive    AppStatus = "ACTIVE"
	AppTrial     AppStatus = "TRIAL"
	AppSuspended AppStatus = "SUSPENDED"
)

func (a *Application) check() error {
	if a.Status == "" {
		return errors.New("it has no status")
	}
	return nil
}

// TokenInfo tells what the token of the client may do.
type TokenInfo struct {
	Extra
	// Permissions are access scopes such as "read_catalog".
	Permissions []string `json:"permissions"`
	Created     Time     `json:"created"`
	// Expires is zero for a token that does not expire.
	Expires Time `json:"expires"`
}

func (t *TokenInfo) check() error {
	if t.Permissions == nil {
		return errors.New("it has no permissions")
	}
	return nil
}

// Get returns the state of the app in the store.
//
// Endpoint: GET /application
// Scope: read_store_profile
func (s *ApplicationService) Get(ctx context.Context, opts ...ReadOptions) (*Application, error) {
	o := operation{op: "GET /application", path: []string{"application"}, safe: true}
	return fetch[Application](ctx, s.client, o.read(opts))
}

// Token returns what the token of the client may do: a check of its scopes
// before the work starts. The vendor does not document it for others.
//
// Endpoint: GET /application/token
// Scope: none
func (s *ApplicationService) Token(ctx context.Context, opts ...ReadOptions) (*TokenInfo, error) {
	o := operation{op: "GET /application/token", path: []string{"application", "token"}, safe: true}
	return fetch[TokenInfo](ctx, s.client, o.read(opts))
}

// Uninstall removes the app with this client id from the store. Its token, and
// with it this client, is refused from then on.
//
// Endpoint: DELETE /application
// Scope: update_store_profile
func (s *ApplicationService) Uninstall(ctx context.Context, clientID string) error {
	const op = "DELETE /application"
	if clientID == "" {
		return invalid(op, errors.New("the client id of the app is empty"))
	}
	o := operation{op: op, path: []string{"application"}, safe: true}
	o.query.Add("namespace", clientID)
	return s.client.finish(ctx, o)
}
