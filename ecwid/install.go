package ecwid

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"github.com/tillsync/tillsync/internal/rest"
)

// DefaultAuthURL is the address where merchants install apps.
const DefaultAuthURL = "https://my.ecwid.com"

// App is the registration of a public app at Ecwid. It installs the app in
// stores; a self-made app needs none of it, its token stands in the control
// panel. An App is immutable and safe for concurrent use.
type App struct {
	id, redirect string
	secret       sealed
	base         *url.URL
	// client has the error texts of the package, and the secret as its token.
	client *Client
}

// Installation is what the owner of a store granted. Give StoreID and the
// AccessToken to New.
type Installation struct {
	StoreID     int64
	AccessToken Secret
	// PublicToken reads the public catalogue; "" when none was given.
	PublicToken Secret
	// Scopes are those of the AccessToken, perhaps fewer than were asked for.
	Scopes []string
	// Email is that of the owner; it may be "".
	Email string
}

// NewApp makes an App from its client id and client secret. redirect is the
// address of yours to which Ecwid sends the merchant back, as it is registered.
// Of the options those for address, transport, logger and user agent count; the
// address is DefaultAuthURL unless WithBaseURL names another. Nothing is sent.
func NewApp(clientID string, secret Secret, redirect string, opts ...Option) (*App, error) {
	cfg := config{baseURL: DefaultAuthURL, perMinute: DefaultRate, pace: 1}
	var errs []error
	for _, option := range opts {
		errs = append(errs, option(&cfg))
	}
	base, err := rest.BaseURL(cfg.baseURL, cfg.loopback)
	errs = append(errs, err)
	if clientID == "" || secret == "" {
		errs = append(errs, errors.New("the client id or the client secret is empty"))
	}
	if to, err := url.Parse(redirect); err != nil || to.Host == "" {
		errs = append(errs, errors.New("the redirect address is not like https://app.example.com/installed"))
	}
	if err := errors.Join(errs...); err != nil {
		return nil, fmt.Errorf("ecwid: new app: %w", err)
	}
	client, err := newClient(0, string(secret), cfg, base)
	if err != nil {
		return nil, err
	}
	return &App{id: clientID, redirect: redirect, secret: seal(secret), base: base, client: client}, nil
}

// AuthorizeURL is the address where the owner of a store grants scopes to the
// app. Afterwards Ecwid opens the redirect address with the parameter "code" for
// Exchange, or with "error=access_denied".
func (a *App) AuthorizeURL(scopes ...string) string {
	var query rest.Query
	query.Add("client_id", a.id)
	query.Add("redirect_uri", a.redirect)
	query.Add("response_type", "code")
	query.Add("scope", strings.Join(scopes, " "))
	return query.Target(strings.TrimSuffix(a.base.String(), "/") + "/api/oauth/authorize")
}

// Exchange gets the token for a code. A code is good for one exchange within
// minutes; a second one disables the token of the first, so it is not repeated:
// after ErrUnknownOutcome send the owner to AuthorizeURL again. The token does
// not expire; it ends when the app is uninstalled.
//
// The code is sent as a POST form, and as a GET if the server refuses a POST
// with 405.
func (a *App) Exchange(ctx context.Context, code string) (*Installation, error) {
	const op = "POST /api/oauth/token"
	if code == "" {
		return nil, invalid(op, errors.New("the code is empty"))
	}
	var form rest.Query
	form.Add("client_id", a.id)
	form.Add("client_secret", string(a.secret()))
	form.Add("code", code)
	form.Add("redirect_uri", a.redirect)
	form.Add("grant_type", "authorization_code")
	installation, err := a.exchange(ctx, rest.Call{
		Op: op, Method: http.MethodPost, Target: "/api/oauth/token", Key: "oauth",
		Body:   []byte(strings.TrimPrefix(form.Target(""), "?")),
		Header: http.Header{"Content-Type": {"application/x-www-form-urlencoded"}},
	})
	if e, ok := errors.AsType[*APIError](err); ok && e.StatusCode == http.StatusMethodNotAllowed {
		return a.exchange(ctx, rest.Call{
			Op: "GET /api/oauth/token", Method: http.MethodGet, Target: form.Target("/api/oauth/token"), Key: "oauth",
		})
	}
	return installation, err
}

func (a *App) exchange(ctx context.Context, call rest.Call) (*Installation, error) {
	answer, err := a.client.rest.Do(ctx, call)
	if err != nil {
		return nil, a.client.apiError(call.Op, err)
	}
	installation, err := readInstallation(answer.Body)
	if err != nil {
		// The body is not kept: it may hold the token.
		return nil, &APIError{
			Op: call.Op, StatusCode: answer.Status, Attempts: answer.Attempts, Unknown: true,
			Err: fmt.Errorf("%w: %w", ErrBadAnswer, err),
		}
	}
	return installation, nil
}

func readInstallation(body []byte) (*Installation, error) {
	var doc struct {
		AccessToken Secret `json:"access_token"`
		PublicToken Secret `json:"public_token"`
		Scope       string `json:"scope"`
		StoreID     int64  `json:"store_id"`
		Email       string `json:"email"`
	}
	if err := json.Unmarshal(body, &doc); err != nil {
		return nil, errors.New("it is not the documented JSON")
	}
	if doc.AccessToken == "" || doc.StoreID <= 0 {
		return nil, errors.New("it lacks the token or the store")
	}
	return &Installation{
		StoreID: doc.StoreID, AccessToken: doc.AccessToken, PublicToken: doc.PublicToken,
		Scopes: strings.Fields(doc.Scope), Email: doc.Email,
	}, nil
}
