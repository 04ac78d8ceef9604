package ecwidtest

import (
	"errors"
	"fmt"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
)

// call is one routed request.
type call struct {
	args  []string // the variable segments of the path, decoded
	query url.Values
	body  object
}

// id returns a numeric segment of the path.
func (c *call) id(n int) (int64, error) {
	id, err := strconv.ParseInt(c.args[n], 10, 64)
	if err != nil {
		return 0, wrong("%q is not an id", c.args[n])
	}
	return id, nil
}

// route is one verb on one path. The body schema is nil where none is taken.
type route struct {
	method, pattern string
	scopes          []string
	body            schema
	handle          func(*Server, *call) (any, error)
}

func (r route) match(segments []string) (args []string, ok bool) {
	pattern := strings.Split(r.pattern, "/")[1:]
	if len(pattern) != len(segments) {
		return nil, false
	}
	for i, p := range pattern {
		if p == "*" {
			args = append(args, segments[i])
		} else if p != segments[i] {
			return nil, false
		}
	}
	return args, true
}

func routes() []route {
	return slices.Concat(catalogRoutes(), salesRoutes(), []route{
		{"GET", "/profile", nil, nil, (*Server).getProfile},
		{"GET", "/latest-stats", nil, nil, (*Server).latestStats},
	})
}

func catalogRoutes() []route {
	read, create, update := []string{"read_catalog"}, []string{"create_catalog"}, []string{"update_catalog"}
	both := []string{"read_catalog", "update_catalog"}
	return []route{
		{"GET", "/products", read, nil, (*Server).searchProducts},
		{"GET", "/products/deleted", read, nil, (*Server).deletedProducts},
		{"GET", "/products/*", read, nil, (*Server).getProduct},
		{"POST", "/products", create, newProductSchema(), (*Server).createProduct},
		{"PUT", "/products/*", update, productSchema(), (*Server).updateProduct},
		{"DELETE", "/products/*", update, nil, (*Server).deleteProduct},
		{"PUT", "/products/*/inventory", update, inventorySchema(), (*Server).adjustProduct},
		{"GET", "/products/*/combinations", read, nil, (*Server).listVariations},
		{"GET", "/products/*/combinations/*", read, nil, (*Server).getVariation},
		{"POST", "/products/*/combinations", create, variationSchema(), (*Server).createVariation},
		{"PUT", "/products/*/combinations/*", both, variationSchema(), (*Server).updateVariation},
		{"DELETE", "/products/*/combinations/*", both, nil, (*Server).deleteVariation},
		{"DELETE", "/products/*/combinations", both, nil, (*Server).deleteVariations},
		{"PUT", "/products/*/combinations/*/inventory", both, inventorySchema(), (*Server).adjustVariation},
		{"GET", "/classes", read, nil, (*Server).listClasses},
		{"GET", "/classes/*", read, nil, (*Server).getClass},
		{"POST", "/classes", create, classSchema(), (*Server).createClass},
		{"PUT", "/classes/*", update, classSchema(), (*Server).updateClass},
		{"DELETE", "/classes/*", update, nil, (*Server).deleteClass},
		{"GET", "/categories", read, nil, (*Server).searchCategories},
		{"GET", "/categories/*", read, nil, (*Server).getCategory},
		{"POST", "/categories", create, categorySchema(), (*Server).createCategory},
		{"PUT", "/categories/*", update, categorySchema(), (*Server).updateCategory},
		{"DELETE", "/categories/*", update, nil, (*Server).deleteCategory},
		{"POST", "/categories/*/assignProducts", update, productIDsSchema(), (*Server).assignProducts},
		{"POST", "/categories/*/unassignProducts", update, productIDsSchema(), (*Server).unassignProducts},
	}
}

func salesRoutes() []route {
	customers, updateCustomers := []string{"read_customers"}, []string{"read_customers", "update_customers"}
	orders, updateOrders := []string{"read_orders"}, []string{"update_orders"}
	return []route{
		{"GET", "/customers", customers, nil, (*Server).searchCustomers},
		{"GET", "/customers/deleted", customers, nil, (*Server).deletedCustomers},
		{"GET", "/customers/*", customers, nil, (*Server).getCustomer},
		{"POST", "/customers", []string{"create_customers"}, newCustomerSchema(), (*Server).createCustomer},
		{"PUT", "/customers/*", updateCustomers, customerSchema(), (*Server).updateCustomer},
		{"DELETE", "/customers/*", updateCustomers, nil, (*Server).deleteCustomer},
		{"GET", "/orders", orders, nil, (*Server).searchOrders},
		{"GET", "/orders/deleted", orders, nil, (*Server).deletedOrders},
		{"GET", "/orders/*", orders, nil, (*Server).getOrder},
		{"POST", "/orders", []string{"create_orders"}, newOrderSchema(), (*Server).createOrder},
		{"PUT", "/orders/*", updateOrders, orderSchema(), (*Server).updateOrder},
		{"DELETE", "/orders/*", updateOrders, nil, (*Server).deleteOrder},
	}
}

// answer authorises, counts, routes and runs a request.
func (s *Server) answer(store string, in incoming, rec *Request) reply {
	if store != strconv.Itoa(storeID) {
		return refused(fail(http.StatusNotFound, "STORE_NOT_FOUND", "Store %s not found", store))
	}
	if in.header.Get("Authorization") != "Bearer "+token {
		return refused(fail(http.StatusForbidden, "INVALID_API_TOKEN", "The token is not valid for this store"))
	}
	if wait, ok := s.rate.admit(time.Now()); !ok {
		return rateLimited(strconv.Itoa(int((wait + time.Second - 1) / time.Second)))
	}
	r, c, err := s.route(in.method, rec.Path, in.url)
	if err != nil {
		return refused(err)
	}
	rec.routed = true
	if err := s.readBody(r, in, c); err != nil {
		return refused(err)
	}
	result, err := r.handle(s, c)
	if err != nil {
		return refused(err)
	}
	if result, err = c.selected(in.method, result); err != nil {
		return refused(err)
	}
	return reply{status: http.StatusOK, body: appendJSON(nil, result)}
}

func (s *Server) route(method, path string, u *url.URL) (route, *call, error) {
	query, err := url.ParseQuery(u.RawQuery)
	if err != nil {
		return route{}, nil, wrong("The query is malformed")
	}
	segments := strings.Split(path, "/")[1:]
	for i, seg := range segments {
		// The API decodes segments like query text: "+" is a blank.
		if segments[i], err = url.QueryUnescape(seg); err != nil {
			return route{}, nil, wrong("The path is malformed")
		}
	}
	known := false
	for _, r := range s.routes {
		args, ok := r.match(segments)
		if known = known || ok; !ok || r.method != method {
			continue
		}
		if missing := s.missingScope(r.scopes); missing != "" {
			return route{}, nil, fail(http.StatusForbidden, "INSUFFICIENT_APP_SCOPE", "Scope %s is missing", missing)
		}
		return r, &call{args: args, query: query}, nil
	}
	if known {
		return route{}, nil, fail(http.StatusMethodNotAllowed, "METHOD_NOT_ALLOWED", "%s is not allowed here", method)
	}
	return route{}, nil, fail(http.StatusNotFound, "", "ecwidtest serves no such path")
}

func (s *Server) missingScope(scopes []string) string {
	for _, scope := range scopes {
		if !s.cfg.allScopes && !slices.Contains(s.cfg.scopes, scope) {
			return scope
		}
	}
	return ""
}

// readBody parses and checks the body of a route that takes one.
func (s *Server) readBody(r route, in incoming, c *call) error {
	if r.body == nil {
		return nil
	}
	if media, _, err := mime.ParseMediaType(in.header.Get("Content-Type")); err != nil || media != "application/json" {
		return fail(http.StatusUnsupportedMediaType, "", "The content type must be application/json")
	}
	o, err := parseObject(in.body)
	if err != nil {
		return wrong("The body cannot be read: %v", err)
	}
	c.body = o
	return r.body.check("body", o, s.cfg.lenient)
}

// failure is an error reply of the API.
type failure struct {
	status        int
	code, message string
}

func (f *failure) Error() string { return fmt.Sprintf("%d %s %s", f.status, f.code, f.message) }

func fail(status int, code, format string, args ...any) error {
	return &failure{status, code, fmt.Sprintf(format, args...)}
}

// wrong is the error for everything that a request got wrong.
func wrong(format string, args ...any) error {
	return fail(http.StatusBadRequest, "WRONG_PARAMETER", format, args...)
}

func refused(err error) reply {
	var f *failure
	if !errors.As(err, &f) {
		panic(err) // handlers return failures only
	}
	return reply{status: f.status, body: errorBody(f.code, f.message)}
}

func errorBody(code, message string) []byte {
	o := object{"errorMessage": message}
	if code != "" {
		o["errorCode"] = code
	}
	return appendJSON(nil, o)
}
