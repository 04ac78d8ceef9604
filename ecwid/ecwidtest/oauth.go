package ecwidtest

import (
	"net/http"
	"net/url"
	"strings"
)

const (
	oauthPath    = "/api/oauth/token"
	clientID     = "ecwidtest-app"
	clientSecret = "test_client_secret_1234567890abcd"
)

// grant is an OAuth code that the merchant gave to the app.
type grant struct {
	redirectURI string
	scopes      []string
	token       string // what it was exchanged for
}

// ClientID is the id of the app that the store knows.
func (s *Server) ClientID() string { return clientID }

// ClientSecret is the secret of the app; webhooks and iframe payloads are made
// with it.
func (s *Server) ClientSecret() string { return clientSecret }

// AuthorizeApp does what a merchant does who agrees to install the app: it
// returns the code that the redirect carries.
func (s *Server) AuthorizeApp(redirectURI string, scopes ...string) (code string) {
	s.enter()
	defer s.leave()
	code = s.secrets.next()
	s.grants[code] = &grant{redirectURI: redirectURI, scopes: scopes}
	return code
}

// exchangeCode serves the token exchange of my.ecwid.com. A second exchange of
// a code disables the token of the first.
func (s *Server) exchangeCode(in incoming) reply {
	form := in.url.Query()
	switch in.method {
	case http.MethodGet:
	case http.MethodPost:
		if s.cfg.reads(OAuthByGet) {
			return reply{status: http.StatusMethodNotAllowed}
		}
		body, err := url.ParseQuery(string(in.body))
		if err != nil || !strings.HasPrefix(in.header.Get("Content-Type"), "application/x-www-form-urlencoded") {
			return oauthError("invalid_request")
		}
		form = body
	default:
		return reply{status: http.StatusMethodNotAllowed}
	}
	if form.Get("client_id") != clientID || form.Get("client_secret") != clientSecret {
		return oauthError("invalid_client")
	}
	if form.Get("grant_type") != "authorization_code" {
		return oauthError("unsupported_grant_type")
	}
	g := s.grants[form.Get("code")]
	if g == nil || g.redirectURI != form.Get("redirect_uri") {
		return oauthError("invalid_grant")
	}
	if g.token != "" {
		delete(s.tokens, g.token)
		return oauthError("invalid_grant")
	}
	g.token = s.addToken("secret_", g.scopes, false)
	s.announce("application.installed", storeID, nil)
	return reply{status: http.StatusOK, body: appendJSON(nil, object{
		"access_token": g.token, "token_type": "bearer", "scope": strings.Join(g.scopes, " "),
		"store_id": number(storeID), "email": objectOf(s.profile, "account")["accountEmail"],
		"public_token": s.addToken("public_", publicScopes(), true),
	})}
}

func oauthError(code string) reply {
	return reply{status: http.StatusBadRequest, body: appendJSON(nil, object{"error": code})}
}
