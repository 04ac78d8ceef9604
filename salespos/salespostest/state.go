package salespostest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
)

// state is the whole state of an account in the form in which it is kept.
type state struct {
	Version   int                   `json:"version"`
	OrderNo   int64                 `json:"order_number"`
	InvoiceNo int64                 `json:"invoice_number"`
	Tables    map[string]tableState `json:"tables"`
	Webhooks  []*mail               `json:"webhooks,omitempty"`
}

type tableState struct {
	Last    int64         `json:"last"` // highest id ever given
	Records []recordState `json:"records,omitempty"`
}

type recordState struct {
	ID     int64           `json:"id"`
	Doc    json.RawMessage `json:"doc"`
	Values []int64         `json:"values,omitempty"` // of a combination
}

// stateVersion grows when an older server could not read it.
const stateVersion = 1

// Export returns the whole state as one JSON object: a list of documents for
// each resource, as a GET shows them and lowest id first, and under "state"
// everything that [Server.Import] needs, also hidden keys, counters and the
// webhooks that wait. Products carry combinations, category links, attribute
// sets and photos expanded, orders their rows as a list under "orderrows".
// Options, faults, limits and recorded requests are no part of it. It does not
// depend on the clock: the same state gives the same bytes.
func (s *Server) Export() ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	whole, err := json.Marshal(s.world.state())
	if err != nil {
		return nil, fmt.Errorf("salespostest: export: %w", err)
	}
	v := s.world.view(s.cfg.host+apiPath+"/", map[string]bool{
		"attributecombinations": true, "producttocategories": true, "productattributesets": true, "productphotos": true,
	})
	b := []byte{'{'}
	for _, res := range s.world.resources {
		b = append(appendText(b, res.name), ':', '[')
		recs := s.world.table(res.name).all()
		if res.name == "orders" {
			b = v.ordersWithRows(b, res, recs)
		} else {
			b = v.records(b, res, recs)
		}
		b = append(b, ']', ',')
	}
	return append(append(append(b, `"state":`...), whole...), '}'), nil
}

func (w *world) state() state {
	out := state{
		Version: stateVersion, OrderNo: w.orderNo, InvoiceNo: w.invoiceNo,
		Tables: map[string]tableState{}, Webhooks: w.mail,
	}
	for name, t := range w.tables {
		ts := tableState{Last: t.last}
		for _, rec := range t.all() {
			ts.Records = append(ts.Records, recordState{ID: rec.id, Doc: appendValue(nil, rec.doc), Values: rec.values})
		}
		out.Tables[name] = ts
	}
	return out
}

// Import replaces the whole state by an exported one. Only "state" is read.
// After an error the server is as it was.
func (s *Server) Import(export []byte) error {
	var in struct {
		State *state `json:"state"`
	}
	err := json.NewDecoder(bytes.NewReader(export)).Decode(&in)
	switch {
	case err != nil:
		return fmt.Errorf("salespostest: import: %w", err)
	case in.State == nil:
		return errors.New("salespostest: import: there is no state")
	case in.State.Version != stateVersion:
		return fmt.Errorf("salespostest: import: version %d, want %d", in.State.Version, stateVersion)
	case slices.Contains(in.State.Webhooks, nil):
		return errors.New("salespostest: import: a webhook is null")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	w := newWorld(s.cfg)
	w.base, w.orderNo, w.invoiceNo, w.mail = s.world.base, in.State.OrderNo, in.State.InvoiceNo, in.State.Webhooks
	if err := w.load(in.State.Tables); err != nil {
		return fmt.Errorf("salespostest: import: %w", err)
	}
	s.world, s.routes = w, routes(w)
	return nil
}

// load fills empty tables.
func (w *world) load(tables map[string]tableState) error {
	for name, ts := range tables {
		t := w.tables[name]
		if t == nil {
			return fmt.Errorf("no resource %q", name)
		}
		for _, rs := range ts.Records {
			doc, err := decodeObject(rs.Doc)
			if err != nil {
				return fmt.Errorf("%s %d: %w", name, rs.ID, err)
			}
			t.insert(&record{id: rs.ID, doc: doc, values: rs.Values})
		}
		t.last = max(t.last, ts.Last)
	}
	if w.tables["webshops"].rows[webshopID] == nil || w.tables["settings"].rows[webshopID] == nil {
		return fmt.Errorf("shop %d or its settings are missing", webshopID)
	}
	return nil
}

// ordersWithRows writes orders whose link to the rows is replaced by the rows.
func (v *view) ordersWithRows(b []byte, orders *resource, recs []*record) []byte {
	rows := v.w.table("orderrows")
	inline := *orders
	inline.schema = &schema{fields: slices.Clone(orders.schema.fields)}
	for i, f := range inline.schema.fields {
		if f.key == "orderrows" && f.kind == "link" {
			inline.schema.fields[i] = &field{key: f.key, kind: "calc", get: "calc"}
		}
	}
	inline.calc = map[string]func(*view, *record) any{"orderrows": func(v *view, r *record) any {
		list := v.records([]byte{'['}, rows.res, rows.where("order_id", r.id))
		return json.RawMessage(append(list, ']'))
	}}
	maps.Copy(inline.calc, orders.calc)
	return v.records(b, &inline, recs)
}
