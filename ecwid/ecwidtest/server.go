package ecwidtest

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"sync"
	"time"
)

const (
	storeID = 1003
	token   = "secret_ecwidtest_0123456789"
)

// Server is an Ecwid store in memory. It is safe for concurrent use.
type Server struct {
	cfg    config
	routes []route

	mu        sync.Mutex
	clock     *clock
	tokens    map[string]*access
	strangers map[string]*stranger // by address
	grants    map[string]*grant
	secrets   sequence
	batches   []*batch
	events    []*event
	changes   []change
	rounds    uint64 // of shuffled deliveries
	faults    []*Fault
	log       []Request
	closed    bool
	touched   bool // the request under way changed something

	profile        object
	profileChanged int64
	newProduct     object
	products       *table
	categories     *table
	classes        *table
	customers      *table
	groups         *table
	shelves        map[string]*shelf
	orders         *table
	subscriptions  *table
	members        map[int64][]int64  // category -> products, in the category's order
	buyers         map[int64][]int64  // customer -> orders
	taken          map[int64][]moving // order -> what it took from stock
	variationIDs   counter
	lineIDs        counter
	attributeIDs   counter
	partIDs        counter // of addresses, contacts, images, files and settings
	skuNumber      counter
	files          map[int64]string // content of products' and orders' files

	listener net.Listener
	http     *http.Server
	served   chan struct{}
}

// New returns an empty store: currency EUR with two decimals, prices that
// include tax, no taxes, unique SKUs, variations available.
func New(opts ...Option) *Server {
	cfg := config{perMinute: 600, pace: 1, allScopes: true, sanitize: StripScripts}
	for _, opt := range opts {
		opt(&cfg)
	}
	c := &clock{skew: cfg.skew}
	s := &Server{
		cfg: cfg, routes: cfg.routes(), clock: c, tokens: map[string]*access{}, strangers: map[string]*stranger{}, grants: map[string]*grant{},
		newProduct: productDefaults(), shelves: newShelves(), files: map[int64]string{},
		members: map[int64][]int64{}, buyers: map[int64][]int64{}, taken: map[int64][]moving{},
		variationIDs: 20_000_001, lineIDs: 800_000_001, attributeIDs: 5_001, partIDs: 900_001,
	}
	s.tokens[token] = s.newAccess(cfg.scopes, cfg.allScopes, false)
	s.products = newTable(c, 10_000_001, cfg.lag, s.productKeys)
	s.categories = newTable(c, 30_001, cfg.lag, categoryKeys)
	s.classes = newTable(c, 4_001, 0, classKeys)
	s.customers = newTable(c, 60_000_001, 0, s.customerKeys)
	s.groups = newTable(c, 8_001, 0, groupKeys)
	s.orders = newTable(c, 700_000_001, cfg.lag, orderKeys)
	s.subscriptions = newTable(c, 90_001, 0, noKeys)
	for kind, t := range map[string]*table{
		"product": s.products, "category": s.categories, "product_class": s.classes, "customer": s.customers,
		"customer_group": s.groups, "order": s.orders,
	} {
		t.note = s.notes(kind)
	}
	s.subscriptions.note = func(_, _ *version) { s.touched = true } // they have no webhooks
	s.openStore()
	s.changes = nil
	return s
}

// openStore sets up what every store has from the start.
func (s *Server) openStore() {
	s.profile = defaultProfile()
	s.profileChanged = s.now()
	if s.cfg.repeatSKUs {
		s.setToggle("ALLOW_EMPTY_AND_NON_UNIQUE_SKU", true)
	}
	for _, doc := range s.cfg.profile {
		s.editProfile(mustParse("WithProfile", doc))
	}
	s.saveGroup(0, object{"name": "General"})
	s.saveClass(0, object{"id": number(0), "attributes": []any{
		object{"id": s.attributeIDs.next(), "name": "UPC", "type": "UPC", "show": "DESCR"},
		object{"id": s.attributeIDs.next(), "name": "Brand", "type": "BRAND", "show": "DESCR"},
	}})
}

// StoreID is the id of the store, for ecwid.New.
func (s *Server) StoreID() int64 { return storeID }

// Token is the access token that the server takes, for ecwid.New.
func (s *Server) Token() string { return token }

// Listen serves the store on a loopback address such as "127.0.0.1:0" until
// Close, and returns the base URL for ecwid.WithBaseURL. Other hosts than the
// loopback are refused. Faults cut the connection here instead of timing out.
func (s *Server) Listen(addr string) (baseURL string, err error) {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return "", fmt.Errorf("ecwidtest: listen: %w", err)
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return "", fmt.Errorf("ecwidtest: listen: %q is not a loopback address", host)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.listener != nil || s.closed {
		return "", fmt.Errorf("ecwidtest: listen: the server is listening or closed already")
	}
	if s.listener, err = net.Listen("tcp", addr); err != nil { //nolint:noctx // binding a loopback port does not wait
		return "", fmt.Errorf("ecwidtest: listen: %w", err)
	}
	s.http = &http.Server{Handler: s, ReadHeaderTimeout: time.Minute}
	s.served = make(chan struct{})
	go serve(s.http, s.listener, s.served)
	return "http://" + s.listener.Addr().String(), nil
}

func serve(server *http.Server, l net.Listener, served chan<- struct{}) {
	defer close(served)
	_ = server.Serve(l) // ends with Close
}

// Close stops listening and lets all later requests fail; the state can still
// be read. It may be called twice.
func (s *Server) Close() error {
	s.mu.Lock()
	s.closed = true
	server := s.http
	s.http = nil
	s.mu.Unlock()
	if server == nil {
		return nil
	}
	err := server.Close()
	<-s.served
	return err
}

// enter begins a look at the state, which it brings up to date first.
func (s *Server) enter() {
	s.mu.Lock()
	s.runBatches()
}

// leave ends what enter began.
func (s *Server) leave() {
	s.emit()
	s.mu.Unlock()
}

// sequence hands out made-up secrets and UUIDs, the same ones in every run.
type sequence uint64

func (q *sequence) next() string {
	*q++
	sum := sha256.Sum256(strconv.AppendUint([]byte("ecwidtest"), uint64(*q), 10))
	return hex.EncodeToString(sum[:16])
}

func (q *sequence) uuid() string {
	h := q.next()
	return h[:8] + "-" + h[8:12] + "-4" + h[13:16] + "-8" + h[17:20] + "-" + h[20:32]
}

// counter hands out ids that no table keeps.
type counter int64

func (c *counter) next() json.Number {
	id := int64(*c)
	*c++
	return json.Number(strconv.FormatInt(id, 10))
}

func (c *counter) reserve(id int64) { *c = max(*c, counter(id+1)) }

// window is a sliding count of requests.
type window struct {
	limit int
	span  time.Duration
	hits  []time.Time
}

// admit counts a request, or says how long to wait.
func (w *window) admit(at time.Time) (wait time.Duration, ok bool) {
	if w.limit == 0 {
		return 0, true
	}
	n := 0
	for n < len(w.hits) && at.Sub(w.hits[n]) >= w.span {
		n++
	}
	w.hits = w.hits[n:]
	if len(w.hits) >= w.limit {
		return w.span - at.Sub(w.hits[0]), false
	}
	w.hits = append(w.hits, at)
	return 0, true
}
