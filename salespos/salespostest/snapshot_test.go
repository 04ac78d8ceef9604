package salespostest_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/salespos/salespostest"
)

// fullAccount has something of everything: variants, orders with options,
// invoices, children, hidden keys and a webhook that waits.
func fullAccount(w wire) {
	w.subscribe("products.updated")
	combo := seedForLifecycles(w.s)
	for _, c := range lifecycles() {
		w.post(strings.Replace(c.list, "COMBO", fmt.Sprint(combo), 1), c.body)
	}
	p := variantProduct(w.s)
	combos := w.get(fmt.Sprintf("/products/%d/attributecombinations", p)).ids()
	order := w.post("/orders", fmt.Sprintf(`{"customer":{},"orderrows":[{"product_id":%d,"count":1.5,"attribute_combination_id":%d}]}`, p, combos[0]))
	w.post(fmt.Sprintf("/orders/%d/invoices", order.id()), "")
	w.patch("/products/1", `{"price":12.5}`)
	w.post("/users", `{"username":"ann@example.com","password":"secret-word"}`)
	w.want(204, "", "DELETE", fmt.Sprintf("/users/%d", w.post("/users", `{"username":"bob@example.com","password":"x"}`).id()), "")
}

func TestSnapshotRoundTrip(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := newWire(t)
		fullAccount(w)
		export, _ := w.s.Export()
		first := snapshot(t, w.s)
		time.Sleep(48 * time.Hour) // the clock does not matter
		other := newWire(t)
		if err := other.s.Restore([]byte(first)); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(first, snapshot(t, other.s)); d != "" {
			t.Errorf("restored and saved again: %s", d)
		}
		if again, _ := other.s.Export(); string(again) != string(export) {
			t.Errorf("the documents differ:\n%s\n%s", export, again)
		}
		if strings.Contains(first, "secret-word") || strings.Contains(first, png) {
			t.Error("a password or a file was kept")
		}
		// Counters go on, also over what was deleted, and so do webhooks.
		if d := cmp.Diff(w.post("/users", `{"username":"eve@example.com","password":"x"}`).body, other.post("/users", `{"username":"eve@example.com","password":"x"}`).body); d != "" {
			t.Errorf("the next user: %s", d)
		}
		order := `{"customer":{},"orderrows":[]}`
		if a, b := w.post("/orders", order).doc, other.post("/orders", order).doc; text(a["ordernumber"]) != text(b["ordernumber"]) || text(a["id"]) != text(b["id"]) {
			t.Errorf("the next order: %v %v", a["ordernumber"], b["ordernumber"])
		}
		if d := cmp.Diff(delivered(w.s.Deliver(t.Context(), &receiver{status: 200})), delivered(other.s.Deliver(t.Context(), &receiver{status: 200}))); d != "" {
			t.Errorf("webhooks: %s", d)
		}
	})
}

func snapshot(t *testing.T, s *salespostest.Server) string {
	t.Helper()
	b, err := s.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestRestoreRefuses(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	w.s.Add("products", `{"name":"Mug"}`)
	before := snapshot(t, w.s)
	for name, bad := range map[string]string{
		"no JSON":          `{`,
		"other version":    `{"version":2}`,
		"unknown key":      `{"version":1,"nonsense":1}`,
		"unknown resource": `{"version":1,"resources":{"nonsense":{"last":1}}}`,
		"no object":        `{"version":1,"resources":{"products":{"last":1,"records":[{"id":1,"doc":[]}]}}}`,
		"no shop":          `{"version":1,"resources":{}}`,
		"null webhook":     `{"version":1,"webhooks":[null]}`,
	} {
		if err := w.s.Restore([]byte(bad)); err == nil || !strings.HasPrefix(err.Error(), "salespostest: restore: ") {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if d := cmp.Diff(before, snapshot(t, w.s)); d != "" {
		t.Errorf("a refused snapshot changed the state: %s", d)
	}
}
