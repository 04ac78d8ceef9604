package ecwidtest

import (
	"errors"
	"fmt"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

// call is one routed request.
type call struct {
	args   []string // the variable segments of the path, decoded
	query  url.Values
	cfg    *config
	access *access
	token  string
	body   object // of a JSON object
	list   []any  // of a JSON list
	raw    []byte // of everything else
	reads  bool   // it is a GET
	missed bool   // what the path names does not exist
}

// miss notes that err is about what the path names.
func (c *call) miss(err error) error {
	c.missed = true
	return err
}

// seen is what a call sees of records that it names by id.
func (s *Server) seen(c *call, t *table) *view {
	if c.reads && s.cfg.reads(StaleReads) {
		return t.searchable()
	}
	return t.live
}

// id returns a numeric segment of the path.
func (c *call) id(n int) (int64, error) {
	id, err := strconv.ParseInt(c.args[n], 10, 64)
	if err != nil {
		return 0, wrong("%q is not an id", c.args[n])
	}
	return id, nil
}

// route is one verb on one path. The body check is nil where none is taken. A
// handler returns the value to be encoded, or a reply.
type route struct {
	method, pattern string
	scopes          []string
	body            check
	handle          func(*Server, *call) (any, error)
}

// upload is the check of a body that is an image.
type upload struct{}

func (upload) check(string, any, bool) error { return nil }

// plainText is the check of a body that is taken as it is.
type plainText struct{}

func (plainText) check(string, any, bool) error { return nil }

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

// answer authorises, counts, routes and runs a request.
func (s *Server) answer(store string, in incoming, rec *Request) reply {
	if rec.Path == oauthPath {
		return s.exchangeCode(in)
	}
	if store != strconv.Itoa(storeID) {
		return s.refused(fail(http.StatusNotFound, "STORE_NOT_FOUND", "Store %s not found", store))
	}
	if s.blockLeft(in) > 0 {
		return s.blocked(in)
	}
	token := s.tokenOf(in)
	access := s.tokens[token]
	if access == nil {
		return s.badToken(in)
	}
	if in.batch == "" || !s.cfg.reads(BatchCallsFree) {
		if wait, ok := access.rate.admit(s.clock.time()); !ok {
			return rateLimited(seconds(wait))
		}
	}
	if boolOf(objectOf(s.profile, "account"), "suspended") {
		return s.refused(fail(http.StatusPaymentRequired, "STORE_IS_SUSPENDED", "The store is suspended"))
	}
	r, c, err := s.route(in.method, rec.Path, in.url.RawQuery, access)
	if err != nil {
		return s.refused(err)
	}
	rec.routed, c.token = true, token
	if err := s.readBody(r, in, c); err != nil {
		return s.refused(err)
	}
	return s.run(r, c, in)
}

// tokenOf returns the access token of a request, "" without one.
func (s *Server) tokenOf(in incoming) string {
	if token, isBearer := strings.CutPrefix(in.header.Get("Authorization"), "Bearer "); isBearer {
		return token
	}
	if s.cfg.reads(TokenInQuery) {
		return in.url.Query().Get("token")
	}
	return ""
}

func (s *Server) run(r route, c *call, in incoming) reply {
	s.touched = false
	result, err := r.handle(s, c)
	counts := map[string]string{http.MethodPut: "updateCount", http.MethodDelete: "deleteCount"}
	if key := counts[in.method]; c.missed && key != "" && s.cfg.reads(MissesSilent) {
		return reply{status: http.StatusOK, body: appendJSON(nil, object{key: number(0)})}
	}
	if err != nil {
		return s.refused(err)
	}
	if out, done := result.(reply); done {
		return out
	}
	if result, err = c.selected(in.method, result); err != nil {
		return s.refused(err)
	}
	if o, ok := result.(object); ok && has(o, "updateCount") && !s.touched && s.cfg.reads(NoChangeCountsZero) {
		o["updateCount"] = number(0)
	}
	return reply{status: http.StatusOK, body: appendJSON(nil, result)}
}

// route finds what serves a path; the scopes are checked before the body.
func (s *Server) route(method, path, rawQuery string, a *access) (route, *call, error) {
	query, err := url.ParseQuery(rawQuery)
	if err != nil {
		return route{}, nil, wrong("The query is malformed")
	}
	segments, err := split(path)
	if err != nil {
		return route{}, nil, err
	}
	known := false
	for _, r := range s.routes {
		args, ok := r.match(segments)
		if known = known || ok; !ok || r.method != method {
			continue
		}
		if missing := a.missing(r.scopes); missing != "" {
			return route{}, nil, insufficient(missing)
		}
		return r, &call{args: args, query: query, cfg: &s.cfg, access: a, reads: method == http.MethodGet}, nil
	}
	if known {
		return route{}, nil, fail(http.StatusMethodNotAllowed, "METHOD_NOT_ALLOWED", "%s is not allowed here", method)
	}
	return route{}, nil, fail(http.StatusNotFound, "", "ecwidtest serves no such path")
}

// split cuts an escaped path. The API decodes segments like query text: "+" is
// a blank.
func split(path string) (segments []string, err error) {
	segments = strings.Split(path, "/")[1:]
	for i, seg := range segments {
		if segments[i], err = url.QueryUnescape(seg); err != nil {
			return nil, wrong("The path is malformed")
		}
	}
	return segments, nil
}

// readBody parses and checks the body of a route that takes one.
func (s *Server) readBody(r route, in incoming, c *call) error {
	media, _, _ := mime.ParseMediaType(in.header.Get("Content-Type")) // "" on errors
	switch r.body.(type) {
	case nil:
		return nil
	case plainText:
		c.raw = in.body
		return nil
	case upload:
		c.raw = in.body
		if len(in.body) > 0 && media != "application/octet-stream" && !strings.HasPrefix(media, "image/") {
			return fail(http.StatusUnsupportedMediaType, "", "The content type must be application/octet-stream")
		}
		return nil
	}
	if media != "application/json" {
		return fail(http.StatusUnsupportedMediaType, "", "The content type must be application/json")
	}
	v, err := parseValue(in.body)
	if err != nil {
		return wrong("The body cannot be read: %v", err)
	}
	c.body, _ = v.(object)
	c.list, _ = v.([]any)
	return r.body.check("body", v, s.cfg.reads(LenientBodies))
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

func (s *Server) refused(err error) reply {
	var f *failure
	if !errors.As(err, &f) {
		panic(err) // handlers return failures only
	}
	if s.cfg.reads(EmptyErrors) {
		return reply{status: f.status}
	}
	if s.cfg.reads(LegacyErrors) {
		return reply{status: f.status, body: appendJSON(nil, object{"error": "OTHER", "errorMessage": f.message})}
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
