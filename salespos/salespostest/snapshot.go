package salespostest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

// snapshot is the whole state of an account in the form in which it is kept.
type snapshot struct {
	Version   int                      `json:"version"`
	OrderNo   int64                    `json:"order_number"`
	InvoiceNo int64                    `json:"invoice_number"`
	Resources map[string]tableSnapshot `json:"resources"`
	Webhooks  []*mail                  `json:"webhooks,omitempty"`
}

type tableSnapshot struct {
	Last    int64            `json:"last"` // highest id ever given
	Records []recordSnapshot `json:"records,omitempty"`
}

type recordSnapshot struct {
	ID     int64           `json:"id"`
	Doc    json.RawMessage `json:"doc"`
	Values []int64         `json:"values,omitempty"`
}

// snapshotVersion grows when an older server could not read it.
const snapshotVersion = 1

// Snapshot returns the whole state of the account as JSON: all documents with
// their hidden keys, the counters of ids and numbers, and the webhooks that
// wait. Options, faults, limits and recorded requests are no part of it. It
// does not depend on the clock: the same state gives the same bytes.
func (s *Server) Snapshot() ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	w := s.world
	out := snapshot{
		Version: snapshotVersion, OrderNo: w.orderNo, InvoiceNo: w.invoiceNo,
		Resources: map[string]tableSnapshot{}, Webhooks: w.mail,
	}
	for name, t := range w.tables {
		ts := tableSnapshot{Last: t.last}
		for _, rec := range t.all() {
			ts.Records = append(ts.Records, recordSnapshot{ID: rec.id, Doc: appendValue(nil, rec.doc), Values: rec.values})
		}
		out.Resources[name] = ts
	}
	return json.MarshalIndent(out, "", "\t")
}

// Restore replaces the whole state by that of a snapshot. When it fails, the
// state is as before.
func (s *Server) Restore(text []byte) error {
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields()
	var in snapshot
	if err := dec.Decode(&in); err != nil {
		return fmt.Errorf("salespostest: restore: %w", err)
	}
	if in.Version != snapshotVersion {
		return fmt.Errorf("salespostest: restore: version %d, want %d", in.Version, snapshotVersion)
	}
	if slices.Contains(in.Webhooks, nil) {
		return errors.New("salespostest: restore: a webhook is null")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	w := newWorld(s.cfg)
	w.base, w.orderNo, w.invoiceNo, w.mail = s.world.base, in.OrderNo, in.InvoiceNo, in.Webhooks
	for name, ts := range in.Resources {
		t := w.tables[name]
		if t == nil {
			return fmt.Errorf("salespostest: restore: no resource %q", name)
		}
		for _, rs := range ts.Records {
			doc, err := decodeObject(rs.Doc)
			if err != nil {
				return fmt.Errorf("salespostest: restore: %s %d: %w", name, rs.ID, err)
			}
			t.insert(&record{id: rs.ID, doc: doc, values: rs.Values})
		}
		t.last = max(t.last, ts.Last)
	}
	if w.tables["webshops"].rows[webshopID] == nil || w.tables["settings"].rows[webshopID] == nil {
		return fmt.Errorf("salespostest: restore: shop %d and its settings are missing", webshopID)
	}
	s.world, s.routes = w, routes(w)
	return nil
}
