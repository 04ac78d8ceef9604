package ecwidtest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"time"
)

// state is everything that a store remembers, in the form of an export.
type state struct {
	Profile        object                   `json:"profile"`
	ProfileChanged int64                    `json:"profileChanged"`
	Tables         map[string]tableState    `json:"tables"`
	Shelves        map[string][]object      `json:"shelves"`
	Members        map[int64][]int64        `json:"members"`
	Buyers         map[int64][]int64        `json:"buyers"`
	Taken          map[int64][][3]int64     `json:"taken"`
	Files          map[int64][]byte         `json:"files"`
	Counters       []int64                  `json:"counters"`
	Secrets        uint64                   `json:"secrets"`
	Rounds         uint64                   `json:"rounds"`
	Tokens         map[string]tokenState    `json:"tokens"`
	Strangers      map[string]strangerState `json:"strangers,omitempty"`
	Grants         map[string]grantState    `json:"grants"`
	Batches        []batchState             `json:"batches"`
	Events         []eventState             `json:"events"`
}

type tableState struct {
	Next    int64          `json:"next"`
	Changed int64          `json:"changed"`
	Rows    []versionState `json:"rows"`
	Index   []versionState `json:"index"` // null when it does not lag behind
	Queue   []pendingState `json:"queue,omitempty"`
	Gone    []goneState    `json:"gone"`
}

type versionState struct {
	ID      int64  `json:"id"`
	Created int64  `json:"created"`
	Updated int64  `json:"updated"`
	Doc     object `json:"doc"`
}

type pendingState struct {
	At      time.Time     `json:"at"`
	ID      int64         `json:"id"`
	Version *versionState `json:"version"`
}

type goneState struct {
	ID      int64  `json:"id"`
	At      int64  `json:"at"`
	OrderID string `json:"orderId,omitempty"`
}

type tokenState struct {
	Scopes    []string    `json:"scopes"`
	AllScopes bool        `json:"allScopes"`
	Public    bool        `json:"public"`
	Created   int64       `json:"created"`
	Hits      []time.Time `json:"hits"`
}

type strangerState struct {
	Hits  []time.Time `json:"hits"`
	Total int         `json:"total"`
	Until time.Time   `json:"until"`
}

type grantState struct {
	RedirectURI string   `json:"redirectUri"`
	Scopes      []string `json:"scopes"`
	Token       string   `json:"token"`
}

// Export returns the state as one JSON object: a list of documents for each
// resource, as a GET shows them, and under "state" everything that
// [Server.Import] needs. Options, faults and recorded requests are no part of
// it; tokens are.
func (s *Server) Export() ([]byte, error) {
	s.enter()
	defer s.leave()
	encoded, err := json.Marshal(s.state())
	if err != nil {
		return nil, fmt.Errorf("ecwidtest: export: %w", err)
	}
	whole, err := parseValue(encoded)
	if err != nil {
		return nil, fmt.Errorf("ecwidtest: export: %w", err)
	}
	out := object{"storeId": number(storeID), "profile": s.showProfile(), "state": whole}
	for resource := range s.tables() {
		out[resource] = s.all(resource)
	}
	return appendJSON(nil, out), nil
}

// Import replaces the state with an exported one. Only "state" is read. After
// an error the server is as it was.
func (s *Server) Import(export []byte) error {
	var in struct {
		State *state `json:"state"`
	}
	dec := json.NewDecoder(bytes.NewReader(export))
	dec.UseNumber()
	if err := dec.Decode(&in); err != nil {
		return fmt.Errorf("ecwidtest: import: %w", err)
	}
	if in.State == nil || len(in.State.Counters) != len(s.counters()) || in.State.Profile == nil {
		return fmt.Errorf("ecwidtest: import: this is no export of a store")
	}
	for name := range s.tables() {
		if _, found := in.State.Tables[name]; !found {
			return fmt.Errorf("ecwidtest: import: there are no %s", name)
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.restore(in.State)
	return nil
}

func (s *Server) tables() map[string]*table {
	return map[string]*table{
		"products": s.products, "categories": s.categories, "classes": s.classes, "customers": s.customers,
		"groups": s.groups, "orders": s.orders, "subscriptions": s.subscriptions,
	}
}

// counters are the numbers that are handed out, always in this order.
func (s *Server) counters() []*counter {
	return []*counter{&s.variationIDs, &s.lineIDs, &s.attributeIDs, &s.partIDs, &s.skuNumber}
}

func (s *Server) state() state {
	out := state{
		Profile: s.profile, ProfileChanged: s.profileChanged, Tables: map[string]tableState{},
		Shelves: map[string][]object{}, Members: s.members, Buyers: s.buyers, Taken: map[int64][][3]int64{},
		Files: map[int64][]byte{}, Secrets: uint64(s.secrets), Rounds: s.rounds,
		Tokens: map[string]tokenState{}, Strangers: map[string]strangerState{}, Grants: map[string]grantState{}, Batches: s.batchStates(),
		Events: s.eventStates(),
	}
	for name, t := range s.tables() {
		out.Tables[name] = t.state()
	}
	for name, f := range s.shelves {
		out.Shelves[name] = f.docs
	}
	for order, list := range s.taken {
		out.Taken[order] = [][3]int64{} // nothing left to return is not the same as never taken
		for _, m := range list {
			out.Taken[order] = append(out.Taken[order], [3]int64{m.product, m.variation, m.quantity})
		}
	}
	for id, content := range s.files {
		out.Files[id] = []byte(content)
	}
	for _, c := range s.counters() {
		out.Counters = append(out.Counters, int64(*c))
	}
	for name, a := range s.tokens {
		out.Tokens[name] = tokenState{a.scopes, a.allScopes, a.public, a.created, a.rate.hits}
	}
	for from, who := range s.strangers {
		out.Strangers[from] = strangerState{who.recent.hits, who.total, who.until}
	}
	for code, g := range s.grants {
		out.Grants[code] = grantState{g.redirectURI, g.scopes, g.token}
	}
	return out
}

func (s *Server) restore(in *state) {
	s.profile, s.profileChanged = in.Profile, in.ProfileChanged
	s.members, s.buyers = filled(in.Members), filled(in.Buyers)
	s.secrets, s.rounds = sequence(in.Secrets), in.Rounds
	for name, t := range s.tables() {
		t.restore(in.Tables[name])
	}
	for name, f := range s.shelves {
		f.docs = in.Shelves[name]
	}
	for i, c := range s.counters() {
		*c = counter(in.Counters[i])
	}
	s.restoreSales(in)
	s.restoreAccess(in)
	s.restoreBatches(in.Batches)
	s.restoreEvents(in.Events)
	s.changes = nil
}

func (s *Server) restoreSales(in *state) {
	s.taken = map[int64][]moving{}
	for order, list := range in.Taken {
		s.taken[order] = nil
		for _, m := range list {
			s.taken[order] = append(s.taken[order], moving{m[0], m[1], m[2]})
		}
	}
	s.files = map[int64]string{}
	for id, content := range in.Files {
		s.files[id] = string(content)
	}
}

func (s *Server) restoreAccess(in *state) {
	s.tokens, s.grants, s.strangers = map[string]*access{}, map[string]*grant{}, map[string]*stranger{}
	for name, t := range in.Tokens {
		a := s.newAccess(t.Scopes, t.AllScopes, t.Public)
		a.created, a.rate.hits = t.Created, t.Hits
		s.tokens[name] = a
	}
	for from, who := range in.Strangers {
		s.strangers[from] = &stranger{recent: s.newWindow(badTokensAMinute), total: who.Total, until: who.Until}
		s.strangers[from].recent.hits = who.Hits
	}
	for code, g := range in.Grants {
		s.grants[code] = &grant{redirectURI: g.RedirectURI, scopes: g.Scopes, token: g.Token}
	}
}

func filled[V any](m map[int64]V) map[int64]V {
	if m == nil {
		return map[int64]V{}
	}
	return m
}

func (t *table) state() tableState {
	out := tableState{Next: t.next, Changed: t.changed, Rows: t.live.states(), Gone: []goneState{}}
	if t.lag > 0 {
		out.Index = t.index.states()
	}
	for _, p := range t.queue {
		next := pendingState{At: p.at, ID: p.id}
		if p.v != nil {
			v := p.v.state()
			next.Version = &v
		}
		out.Queue = append(out.Queue, next)
	}
	for _, g := range t.gone {
		out.Gone = append(out.Gone, goneState{g.id, g.at, g.orderID})
	}
	return out
}

func (t *table) restore(in tableState) {
	t.live = newView(t.live.keysOf)
	t.live.restore(in.Rows)
	t.next, t.changed, t.queue, t.gone = in.Next, in.Changed, nil, nil
	for _, g := range in.Gone {
		t.gone = append(t.gone, gone{id: g.ID, at: g.At, orderID: g.OrderID})
	}
	t.index = t.live
	if t.lag == 0 {
		return
	}
	t.index = newView(t.live.keysOf)
	if in.Index == nil {
		in.Index = in.Rows
	}
	t.index.restore(in.Index)
	for _, p := range in.Queue {
		next := pending{at: p.At, id: p.ID}
		if p.Version != nil {
			next.v = p.Version.version()
		}
		t.queue = append(t.queue, next)
	}
}

func (v *view) states() []versionState {
	out := []versionState{}
	for _, id := range slices.Sorted(maps.Keys(v.rows)) {
		out = append(out, v.rows[id].state())
	}
	return out
}

func (v *view) restore(rows []versionState) {
	for _, r := range rows {
		v.put(r.version())
	}
}

func (v *version) state() versionState { return versionState{v.id, v.created, v.updated, v.doc} }

func (v versionState) version() *version {
	return &version{id: v.ID, created: v.Created, updated: v.Updated, doc: v.Doc}
}
