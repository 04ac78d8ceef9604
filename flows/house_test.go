package flows_test

import (
	"encoding/json"
	"fmt"
	"strconv"
	"testing"
	"time"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
	"github.com/tillsync/tillsync/flows"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/flows/state/memstate"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// secret stands for the caller's key.
var secret = []byte("0123456789abcdef0123456789abcdef")

// house is both systems and the state between them.
type house struct {
	t     *testing.T
	pos   *salespostest.Server
	shop  *ecwidtest.Server
	store state.Store
	// since begins the first pass of orders.
	since time.Time
}

func newHouse(t *testing.T) *house {
	t.Helper()
	return &house{t: t, pos: salespostest.New(), shop: ecwidtest.New(), store: memstate.New(), since: time.Now().Add(-time.Hour)}
}

func (h *house) productConfig() flows.ProductConfig {
	return flows.ProductConfig{SalesPOS: h.pos.Client(), Ecwid: h.shop.Client(), State: h.store, Key: secret, Direction: flows.SalesPOSToEcwid}
}

func (h *house) orderConfig() flows.OrderConfig {
	return flows.OrderConfig{SalesPOS: h.pos.Client(), Ecwid: h.shop.Client(), State: h.store, Key: secret,
		Direction: flows.EcwidToSalesPOS, Since: h.since, Package: 1}
}

func (h *house) stockConfig() flows.StockConfig {
	return flows.StockConfig{SalesPOS: h.pos.Client(), Ecwid: h.shop.Client(), State: h.store, Key: secret, Direction: flows.SalesPOSToEcwid}
}

func (h *house) categories() *pass.Report {
	h.t.Helper()
	report, err := flows.SyncCategories(h.t.Context(), flows.CategoryConfig{
		SalesPOS: h.pos.Client(), Ecwid: h.shop.Client(), State: h.store, Key: secret, Direction: flows.SalesPOSToEcwid,
	})
	return h.checked(report, err)
}

func (h *house) products() *pass.Report {
	h.t.Helper()
	report, err := flows.SyncProducts(h.t.Context(), h.productConfig())
	return h.checked(report, err)
}

func (h *house) stock() *pass.Report {
	h.t.Helper()
	report, err := flows.SyncStock(h.t.Context(), h.stockConfig())
	return h.checked(report, err)
}

func (h *house) orders() *pass.Report {
	h.t.Helper()
	report, err := flows.SyncOrders(h.t.Context(), h.orderConfig())
	return h.checked(report, err)
}

// checked fails the test for a stopped pass and logs what was left.
func (h *house) checked(report *pass.Report, err error) *pass.Report {
	h.t.Helper()
	for _, p := range report.Problems {
		h.t.Logf("%s %s %s: %s: %s", report.Flow, p.Label, p.Outcome, p.Reason, p.Message)
	}
	if err != nil {
		h.t.Fatalf("%s: %v", report.Flow, err)
	}
	return report
}

// quiet forgets the requests so far.
func (h *house) quiet() {
	h.pos.ResetRequests()
	h.shop.ResetRequests()
}

// wants compares the counts of a report.
func (h *house) wants(report *pass.Report, want map[pass.Outcome]int) {
	h.t.Helper()
	sum := 0
	for _, outcome := range pass.Outcomes() {
		if got := report.Counts[outcome]; got != want[outcome] {
			h.t.Errorf("%s: %d %s, want %d (%v)", report.Flow, got, outcome, want[outcome], report.Reasons)
		}
		sum += report.Counts[outcome]
	}
	if report.Read != sum {
		h.t.Errorf("%s: read %d, the outcomes add up to %d", report.Flow, report.Read, sum)
	}
}

// problem is the one record that a pass could not settle.
func (h *house) problem(report *pass.Report) pass.Step {
	h.t.Helper()
	if len(report.Problems) != 1 {
		h.t.Fatalf("%s: %d problems, want one", report.Flow, len(report.Problems))
	}
	return report.Problems[0]
}

// docs decodes documents of a fake into plain maps.
func docs(t *testing.T, texts []string) []map[string]any {
	t.Helper()
	out := make([]map[string]any, len(texts))
	for i, text := range texts {
		if err := json.Unmarshal([]byte(text), &out[i]); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// num is a number of a document, which some readings send as text.
func num(t *testing.T, v any) float64 {
	t.Helper()
	n, err := strconv.ParseFloat(fmt.Sprint(v), 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// bySKU finds a product of the shop.
func (h *house) bySKU(sku string) map[string]any {
	h.t.Helper()
	for _, p := range docs(h.t, h.shop.Docs("products")) {
		if p["sku"] == sku {
			return p
		}
	}
	h.t.Fatalf("the shop has no product %s", sku)
	return nil
}

// articles seeds n simple products S-1 … S-n with as many pieces each.
func (h *house) articles(n int) {
	for i := 1; i <= n; i++ {
		h.pos.Add("products", fmt.Sprintf(`{"id":%d,"productnumber":"S-%d","name":"Article %d","description":"<p>Text %d</p>",
			"price":%d.5,"stockenabled":true,"stocktype":"Product","stock":%d,"is_active":true}`, 1000+i, i, i, i, i, i))
	}
}
