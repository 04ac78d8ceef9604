package salespostest

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Server is the fake of one account. It is an http.Handler and safe for
// concurrent use.
type Server struct {
	cfg    *config
	routes map[string]map[string]handler

	mu       sync.Mutex
	world    *world
	limits   *counters
	faults   []*Fault
	requests []Request
	servers  []*http.Server
	serving  sync.WaitGroup
}

// Request is one request as the server saw it.
type Request struct {
	At     time.Time // by the machine's clock
	Method string
	Path   string // relative to the API, without a slash at the end: "/products/42"
	Query  string // as it stood in the request
	Status int    // 0 when no answer was sent
	Body   []byte
	Fault  string // name of the FaultKind it met, "" for none

	routed bool
}

// New makes an account with one shop (id 1), its settings, one package, one
// user group, three payment methods and the Dutch VAT rates, and without
// products, orders and users.
func New(opts ...Option) *Server {
	cfg := defaultConfig()
	for _, opt := range opts {
		opt(&cfg)
	}
	s := &Server{
		cfg: &cfg, routes: routes(), world: newWorld(&cfg),
		limits: &counters{cfg: &cfg, seen: map[string][]time.Time{}},
	}
	s.Add("webshops", `{"name":"Demo shop","product_limit":-1}`)
	s.Add("settings", `{"order_status":`+orderStatuses()+`}`)
	s.Add("packages", `{"name":"Standard"}`)
	s.Add("usergroups", `{"groupname":"Customers","default":true}`)
	s.Add("paymethods", `{"psp":"BankTransfer","combined_name":"BankTransfer","label":"Bank transfer"}`)
	s.Add("paymethods", `{"psp":"Cash","combined_name":"Cash","label":"Cash"}`)
	s.Add("paymethods", `{"psp":"Pin","combined_name":"Pin","label":"Card"}`)
	s.Add("geozonecountries", `{"country":"Nederland","code":"NL","geozone_id":1,"geozone_name":"Nederland","tariffs":[
		{"type":"normal","percentage":21},{"type":"low A","percentage":9},{"type":"low B","percentage":9},
		{"type":"extra low","percentage":0},{"type":"zero","percentage":0}]}`)
	return s
}

// orderStatuses is settings.order_status as JSON.
func orderStatuses() string {
	var rows []any
	for i, name := range []string{
		"New", "In process", "Waiting for manufacturer", "Waiting for payment", "Sent", "Delivered", "Completed",
		"Cancelled", "Waiting for supplier", "Being packaged", "Ready for collection", "Being assembled", "Backorder",
		"Reserved",
	} {
		rows = append(rows, map[string]any{
			"id": number(int64(i + 1)), "status": name, "status_name": name,
			"text_color": "#000000", "background_color": "#ffffff",
		})
	}
	return string(appendValue(nil, rows))
}

// Keys are the credentials of the account.
func (s *Server) Keys() (public, secret string) { return publicKey, secretKey }

// incoming is a request with the bytes that were on the wire.
type incoming struct {
	method, target string
	origin         string // scheme and host
	header         http.Header
	body           []byte
}

// outgoing is what happens to the caller.
type outgoing struct {
	status int
	header http.Header
	body   []byte
	lost   bool // no answer arrives
	cut    bool // the body ends in the middle
}

// serve carries out one request and records it.
func (s *Server) serve(in *incoming) *outgoing {
	s.mu.Lock()
	defer s.mu.Unlock()
	target, query, _ := strings.Cut(in.target, "?")
	path := strings.TrimSuffix(target, "/")
	rest, ok := strings.CutPrefix(path, apiPath)
	if ok && (rest == "" || rest[0] == '/') {
		path = rest
	} else {
		ok = false
	}
	if path == "" {
		path = "/"
	}
	s.requests = append(s.requests, Request{At: time.Now(), Method: in.method, Path: path, Query: query, Body: in.body})
	req := &s.requests[len(s.requests)-1]
	out := &outgoing{header: s.header()}
	if err := s.answer(in, req, out, ok); err != nil {
		out.status, out.body = err.status, err.body()
	}
	if out.status/100 == 2 {
		s.sign(in, out)
	}
	if !out.lost {
		req.Status = out.status
	}
	return out
}

// answer checks the request, meets it with a fault or lets it reach its route.
func (s *Server) answer(in *incoming, req *Request, out *outgoing, isAPI bool) *apiError {
	if !isAPI {
		return &apiError{404, "404.20", "no API at this path"}
	}
	if err := s.authorize(in); err != nil {
		return err
	}
	f := s.fault(req.Method, req.Path)
	if f != nil {
		req.Fault = f.Do.String()
		if f.before() {
			f.strike(out)
			return nil
		}
	}
	if err := s.route(in, req, out); err != nil {
		out.status, out.body = err.status, err.body()
	}
	if f != nil {
		f.strike(out)
	}
	return nil
}

// strike turns an answer into what the fault makes of it.
func (f *Fault) strike(out *outgoing) {
	switch f.Do {
	case TimeoutBefore, TimeoutAfter:
		out.lost = true
	case Truncate:
		out.cut = len(out.body) > 0
	default:
		out.status, out.body = f.answer()
		if f.RetryAfter != "" {
			out.header.Set("Retry-After", f.RetryAfter)
		}
	}
}

// route finds the handler and keeps the limits.
func (s *Server) route(in *incoming, req *Request, out *outgoing) *apiError {
	pattern, ids, last := splitPath(strings.TrimPrefix(req.Path, "/"))
	verbs := s.routes[pattern]
	if verbs == nil {
		return &apiError{404, "404.20", "resource " + strconv.Quote(last) + " does not exist at " + req.Path}
	}
	handle := verbs[req.Method]
	if handle == nil {
		return &apiError{405, "405.10", req.Method + " is not allowed on " + req.Path}
	}
	if err := s.limits.admit(req.Method, last); err != nil {
		return err
	}
	req.routed = true
	params, _ := url.ParseQuery(req.Query) // what cannot be read is no documented parameter
	r, err := handle(&call{
		w: s.world, method: req.Method, path: strings.TrimPrefix(req.Path, "/"), query: req.Query, params: params,
		ids: ids, body: in.body, root: in.origin + apiPath + "/",
	})
	if err != nil {
		return err
	}
	out.status, out.body = r.status, r.body
	if req.Method == http.MethodPost {
		return s.postAnswer(out)
	}
	return nil
}

// postAnswer changes the answer to a POST that succeeded.
func (s *Server) postAnswer(out *outgoing) *apiError {
	switch s.cfg.postAnswer {
	case PostCreated:
	case PostOK:
		out.status = 200
	case PostNoContent:
		out.status, out.body = 204, nil
	case PostStoredBut500:
		return &apiError{500, "500.20", "the answer does not match its own schema"}
	}
	return nil
}

// Requests returns all requests so far, oldest first.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Request(nil), s.requests...)
}

// Count counts the requests with that verb ("" is any) whose path starts with
// the prefix, relative to the API: Count("GET", "/products").
func (s *Server) Count(method, pathPrefix string) int {
	n := 0
	for _, r := range s.Requests() {
		if (method == "" || r.Method == method) && strings.HasPrefix(r.Path, pathPrefix) {
			n++
		}
	}
	return n
}

// Writes counts the requests other than GET that reached a route, also those
// that were refused there.
func (s *Server) Writes() int {
	n := 0
	for _, r := range s.Requests() {
		if r.routed && r.Method != http.MethodGet {
			n++
		}
	}
	return n
}

// ResetRequests forgets the requests so far. The limits remember them.
func (s *Server) ResetRequests() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.requests = nil
}
