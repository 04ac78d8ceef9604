package ecwidtest

import (
	"net/http"
	"slices"
	"time"
)

// access is what one token may do, and what it did in the last minute.
type access struct {
	scopes    []string
	allScopes bool
	// public tokens belong to the storefront: they see what shoppers see.
	public  bool
	created int64
	rate    window
}

func (s *Server) newAccess(scopes []string, all, public bool) *access {
	return &access{
		scopes: slices.Clone(scopes), allScopes: all, public: public, created: s.now(),
		rate: s.newWindow(s.cfg.perMinute),
	}
}

// missing returns the first scope that the token has not, "" for none.
func (a *access) missing(scopes []string) string {
	for _, scope := range scopes {
		if scope != "read_store_profile" && !a.allScopes && !slices.Contains(a.scopes, scope) {
			return scope
		}
	}
	return ""
}

func (a *access) permissions() []string {
	if a.allScopes {
		return scopes()
	}
	return append([]string{"read_store_profile"}, a.scopes...)
}

// AddToken makes the server take another token with these scopes, and returns
// it. Each token has a rate limit of its own.
func (s *Server) AddToken(scopes ...string) string {
	s.enter()
	defer s.leave()
	return s.addToken("secret_", scopes, false)
}

// AddPublicToken returns a storefront token: it sees enabled products and may
// create unpaid orders.
func (s *Server) AddPublicToken() string {
	s.enter()
	defer s.leave()
	return s.addToken("public_", publicScopes(), true)
}

func (s *Server) addToken(kind string, scopes []string, public bool) string {
	name := kind + s.secrets.next()
	s.tokens[name] = s.newAccess(scopes, false, public)
	return name
}

func (s *Server) tokenInfo(c *call) (any, error) {
	permissions := []any{}
	for _, scope := range c.access.permissions() {
		permissions = append(permissions, scope)
	}
	return object{
		"permissions": permissions, "created": s.stamp(c.access.created),
		"expires": s.stamp(c.access.created + int64(100*365*24*time.Hour/time.Second)),
	}, nil
}

const scopeCode = "INSUFFICIENT_APP_SCOPE"

func insufficient(scope string) error {
	return fail(http.StatusForbidden, scopeCode, "Scope %s is missing", scope)
}

func publicScopes() []string {
	return []string{"read_catalog", "read_brands", "create_orders", "public_storefront"}
}

func scopes() []string {
	return []string{
		"read_store_profile", "read_store_profile_extended", "read_store_limits", "read_store_stats",
		"update_store_profile", "read_catalog", "create_catalog", "update_catalog", "update_catalog_batch_delete",
		"read_brands", "read_orders", "create_orders", "update_orders", "read_invoices", "read_customers",
		"create_customers", "update_customers", "read_customers_extrafields", "update_customers_extrafields",
		"delete_customers_extrafields", "add_payment_method", "add_shipping_method", "read_discount_coupons",
		"read_reviews", "read_subscriptions", "update_subscriptions",
	}
}
