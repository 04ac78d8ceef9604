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

func TestExportAndImport(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := newWire(t)
		fullAccount(w)
		first := export(t, w.s)
		time.Sleep(48 * time.Hour) // the clock does not matter
		other := newWire(t)
		if err := other.s.Import([]byte(first)); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(first, export(t, other.s)); d != "" {
			t.Errorf("imported and exported again: %s", d)
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

func export(t *testing.T, s *salespostest.Server) string {
	t.Helper()
	b, err := s.Export()
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestImportRefuses(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	w.s.Add("products", `{"name":"Mug"}`)
	before := export(t, w.s)
	for name, bad := range map[string]string{
		"no JSON":          `{`,
		"no state":         `{"products":[]}`,
		"other version":    `{"state":{"version":2}}`,
		"unknown resource": `{"state":{"version":1,"tables":{"nonsense":{"last":1}}}}`,
		"no object":        `{"state":{"version":1,"tables":{"products":{"last":1,"records":[{"id":1,"doc":[]}]}}}}`,
		"no shop":          `{"state":{"version":1,"tables":{}}}`,
		"null webhook":     `{"state":{"version":1,"webhooks":[null]}}`,
	} {
		if err := w.s.Import([]byte(bad)); err == nil || !strings.HasPrefix(err.Error(), "salespostest: import: ") {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if d := cmp.Diff(before, export(t, w.s)); d != "" {
		t.Errorf("a refused export changed the state: %s", d)
	}
}
