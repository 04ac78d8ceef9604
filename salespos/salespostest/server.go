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

// Request is one request as the server saw it, and what became of it.
type Request struct {
	At       time.Time // by the machine's clock
	Method   string
	Path     string // relative to the API, without a slash at the end: "/products/42"
	Query    string // as it stood in the request
	Body     []byte
	Resource string // the name that its limit is counted for, "" when it reached no route
	Status   int    // 0 when no answer was sent
	Code     string // of an error answer, such as "429.10"
	Message  string // of an error answer
	Fault    string // name of the FaultKind it met, "" for none
}

// New makes an account with one shop (id 1), its settings, one package, one
// user group, three payment methods, the Dutch VAT rates, one language, one
// domain, its owner, the key and one app, and without products, orders and
// users.
func New(opts ...Option) *Server {
	cfg := defaultConfig()
	for _, opt := range opts {
		opt(&cfg)
	}
	s := &Server{
		cfg: &cfg, world: newWorld(&cfg),
		limits: &counters{cfg: &cfg, seen: map[string][]time.Time{}},
	}
	s.routes = routes(s.world)
	s.Add("webshops", `{"name":"Demo shop","product_limit":-1}`)
	s.Add("settings", `{"order_status":`+orderStatuses()+`}`)
	s.Add("packages", `{"name":"Standard"}`)
	s.Add("merchant", `{"company":"Demo shop","country":"Nederland","country_code":"NL"}`)
	s.Add("credentials", `{"label":"API key"}`)
	s.Add("usergroups", `{"groupname":"Customers","default":true}`)
	s.Add("paymethods", `{"psp":"BankTransfer","combined_name":"BankTransfer","label":"Bank transfer"}`)
	s.Add("paymethods", `{"psp":"Cash","combined_name":"Cash","label":"Cash"}`)
	s.Add("paymethods", `{"psp":"Pin","combined_name":"Pin","label":"Card"}`)
	s.Add("geozonecountries", `{"country":"Nederland","code":"NL","geozone_id":1,"geozone_name":"Nederland","tariffs":[
		{"type":"normal","percentage":21},{"type":"low A","percentage":9},{"type":"low B","percentage":9},
		{"type":"extra low","percentage":0},{"type":"zero","percentage":0}]}`)
	s.Add("languages", `{"label":"Nederlands","iso_code":"nl"}`)
	s.Add("domains", `{"webshop_id":1,"domainname":"salespos.example.com"}`)
	s.Add("apps", `{"name":"Connector"}`)
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
	status  int
	header  http.Header
	body    []byte
	lost    bool // no answer arrives
	cut     bool // the body ends in the middle
	foreign bool // not the API's: never signed
	wait    time.Duration
}

// serve carries out one request and records it.
func (s *Server) serve(in *incoming) *outgoing {
	s.mu.Lock()
	defer s.mu.Unlock()
	req, isAPI := newRequest(in)
	out := &outgoing{header: s.header()}
	f, err := s.answer(in, req, out, isAPI)
	if err != nil {
		s.refuse(req, out, err)
	}
	s.world.settle()
	if f != nil {
		f.strike(req, out, s.world.reads(ErrorKeys))
	}
	if out.status/100 == 2 && !out.foreign || s.world.reads(SignedErrors) {
		s.sign(in, out)
	}
	if !out.lost {
		req.Status = out.status
	}
	s.requests = append(s.requests, *req)
	if s.cfg.observe != nil {
		s.cfg.observe(*req)
	}
	return out
}

// newRequest is the record of a request; isAPI is false outside of the API.
func newRequest(in *incoming) (req *Request, isAPI bool) {
	target, query, _ := strings.Cut(in.target, "?")
	path := strings.TrimSuffix(target, "/")
	rest, ok := strings.CutPrefix(path, apiPath)
	if isAPI = ok && (rest == "" || rest[0] == '/'); isAPI {
		path = rest
	}
	if path == "" {
		path = "/"
	}
	return &Request{At: time.Now(), Method: in.method, Path: path, Query: query, Body: in.body}, isAPI
}

// refuse makes an error the answer.
func (s *Server) refuse(req *Request, out *outgoing, e *apiError) {
	if e.refusal != 0 {
		said := s.cfg.refusals[e.refusal]
		e.status, e.code = said.status, said.code
	}
	req.Code, req.Message = e.code, e.msg
	out.status, out.body = e.status, e.body(s.world.reads(ErrorKeys))
}

// answer checks the request and lets it reach its route, unless it meets a
// fault that strikes before.
func (s *Server) answer(in *incoming, req *Request, out *outgoing, isAPI bool) (*Fault, *apiError) {
	if !isAPI {
		return nil, &apiError{status: 404, code: "404.20", msg: "no API at this path"}
	}
	if err := s.authorize(in); err != nil {
		return nil, err
	}
	f := s.fault(req)
	if f != nil {
		req.Fault = f.Do.String()
		if f.before() {
			return f, nil
		}
		if f.Do == Meanwhile {
			s.meanwhile(f.MeanwhileFunc)
		}
	}
	return f, s.route(in, req, out)
}

// meanwhile lets somebody else use the server.
func (s *Server) meanwhile(fn func()) {
	s.mu.Unlock()
	defer s.mu.Lock()
	fn()
}

// route finds the handler and keeps the limits.
func (s *Server) route(in *incoming, req *Request, out *outgoing) *apiError {
	pattern, ids, last := splitPath(strings.TrimPrefix(req.Path, "/"))
	verbs := s.routes[pattern]
	if verbs == nil || s.world.hides(last) {
		return &apiError{status: 404, code: "404.20", msg: "resource " + strconv.Quote(last) + " does not exist at " + req.Path}
	}
	if s.cfg.denied[last] {
		return &apiError{refusal: NoPermission, msg: "this key may not use " + last}
	}
	if req.Method == http.MethodOptions && s.world.reads(OptionsAnswer) {
		out.status = 200
		return nil
	}
	handle := verbs[req.Method]
	if handle == nil {
		return &apiError{status: 405, code: "405.10", msg: req.Method + " is not allowed on " + req.Path}
	}
	counted := last
	if s.world.reads(LimitsByParent) {
		counted, _, _ = strings.Cut(pattern, "/")
	}
	if err := s.limits.admit(req.Method, counted, s.world.now(), out.header); err != nil {
		return err
	}
	req.Resource = counted
	params, _ := url.ParseQuery(req.Query) // what cannot be read is no documented parameter
	r, err := handle(&call{
		w: s.world, method: req.Method, path: strings.TrimPrefix(req.Path, "/"), query: req.Query, params: params,
		ids: ids, body: in.body, root: in.origin + apiPath + "/",
		language: s.world.language(in.header.Get("accept-language")),
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
		return &apiError{status: 500, code: "500.20", msg: "the answer does not match its own schema"}
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
		if r.Resource != "" && r.Method != http.MethodGet {
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
